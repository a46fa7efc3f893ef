#include "dossier/sqlite/record_tree.h"

#include <algorithm>
#include <tuple>

using questionnaire::Answer;
using questionnaire::Answers;
using questionnaire::AnswerState;
using questionnaire::RecordAnswers;

namespace dossier::sqlite {
namespace {

bool createdBefore(const Node& a, const Node& b)
{
    return std::tie(a.created, a.logical, a.uid) < std::tie(b.created, b.logical, b.uid);
}

const Node* nodeOf(const RecordTree& tree, qint64 id)
{
    const auto found =
        std::find_if(tree.begin(), tree.end(), [&](const Node& node) { return node.id == id; });
    return found == tree.end() ? nullptr : &*found;
}

qint64 recordOf(const RecordTree& tree)
{
    const auto found =
        std::find_if(tree.begin(), tree.end(), [](const Node& node) { return node.parent == 0; });
    return found == tree.end() ? 0 : found->id;
}

/// A row goes with the passage it hangs from.
void markDeletedBranches(RecordTree& tree)
{
    for (Node& node : tree)
        for (const Node* above = nodeOf(tree, node.parent); above && !node.deleted;
             above = nodeOf(tree, above->parent)) {
            if (above == &node || above->parent == above->id) break;
            node.deleted = above->deleted;
        }
}

} // namespace

QString wireValue(const QString& field, AnswerState state, const QString& value)
{
    return field.startsWith(u"q:") ? questionnaire::stateCode(state) + u'|' + value : value;
}

RecordTree RecordReader::read(qint64 record) const
{
    RecordTree tree;
    {
        Query query(m_database, "SELECT id, uid, type, parent, label, rank, created, logical, deleted "
                                "FROM entity WHERE record=?");
        query.bind(1, record);
        while (query.next())
            tree.push_back({query.integer(0),
                            query.integer(3),
                            query.id(1),
                            query.text(5),
                            query.number(2),
                            query.number(4),
                            query.integer(6),
                            query.number(7),
                            query.integer(8) == 1,
                            {}});
    }
    if (tree.size() > 1) {
        std::sort(tree.begin(), tree.end(), createdBefore);
        markDeletedBranches(tree);
    }
    for (Node& node : tree)
        readCells(node);
    return tree;
}

void RecordReader::readCells(Node& node) const
{
    Query query(m_database, "SELECT field, state, value, changed, author, replica, sequence "
                            "FROM cell WHERE entity=?");
    query.bind(1, node.id);
    while (query.next())
        node.cells.push_back({query.number(0), AnswerState(query.number(1)), query.text(2), query.integer(3),
                              query.number(4), query.number(5), query.integer(6)});
}

const Cell& RecordReader::winner(const std::vector<Cell>& cells, size_t first, size_t& next) const
{
    size_t best = first;
    for (next = first + 1; next < cells.size() && cells[next].field == cells[first].field; ++next) {
        const auto age = [&](size_t i) {
            return std::tuple(cells[i].changed, m_names.text(cells[i].replica), cells[i].sequence);
        };
        if (age(next) > age(best)) best = next;
    }
    return cells[best];
}

const QString& RecordReader::code(int field, QChar kind) const
{
    static const QString none;
    const QString& name = m_names.text(field);
    if (m_codes.size() <= static_cast<size_t>(field)) m_codes.resize(static_cast<size_t>(m_names.count()));
    if (name.size() < 3 || name[0] != kind || name[1] != u':') return none;
    QString& code = m_codes[static_cast<size_t>(field)];
    if (code.size() != name.size() - 2 || !name.endsWith(code)) code = name.mid(2);
    return code;
}

void RecordReader::fill(Answers& answers, const Node& node) const
{
    for (size_t i = 0; i < node.cells.size();) {
        const Cell& cell = winner(node.cells, i, i);
        if (const QString& question = code(cell.field, u'q'); !question.isEmpty())
            answers.set(question, Answer{cell.state, cell.value});
        else if (const QString& repeat = code(cell.field, u'r'); !repeat.isEmpty() && !cell.value.isEmpty())
            answers.rowsOf(repeat);
    }
}

RecordAnswers RecordReader::answers(const RecordTree& tree) const
{
    RecordAnswers out;
    if (tree.empty()) return out;
    const qint64 record = recordOf(tree);
    const int passageType = m_names.find(entity::Passage), rowType = m_names.find(entity::Row);
    std::vector<std::pair<qint64, size_t>> passages;
    std::vector<const Node*> rows;
    for (const Node& node : tree) {
        if (node.type == passageType && !node.deleted) {
            passages.emplace_back(node.id, out.passages.size());
            out.passages.push_back({node.uid, {}});
            fill(out.passages.back().answers, node);
        } else if (node.type == rowType) {
            rows.push_back(&node);
        } else if (node.parent == 0 && !node.deleted) {
            fill(out.actor, node);
        }
    }
    std::stable_sort(rows.begin(), rows.end(),
                     [](const Node* a, const Node* b) { return a->rank < b->rank; });
    for (const Node* row : rows) {
        const auto owner = std::find_if(passages.begin(), passages.end(),
                                        [&](const auto& passage) { return passage.first == row->parent; });
        if (owner == passages.end() && row->parent != record) continue;
        Answers& answers = owner == passages.end() ? out.actor : out.passages[owner->second].answers;
        // A repeat whose rows were all removed was opened: it says "none".
        std::vector<questionnaire::Row>& kept = answers.rowsOf(m_names.text(row->label));
        if (row->deleted) continue;
        kept.push_back({row->uid, {}});
        fill(kept.back().answers, *row);
    }
    return out;
}

QHash<QString, AnswerNote> RecordReader::notes(const RecordTree& tree) const
{
    QHash<QString, AnswerNote> out;
    for (const Node& node : tree) {
        if (node.deleted) continue;
        const QString suffix = node.parent == 0 ? QString() : u'@' + node.uid;
        for (size_t i = 0; i < node.cells.size();) {
            const Cell& cell = winner(node.cells, i, i);
            if (const QString& question = code(cell.field, u'q'); !question.isEmpty()) {
                AnswerNote& note = out[question + suffix];
                note.author = m_names.text(cell.author);
                note.changed = cell.changed;
            } else if (const QString& sourced = code(cell.field, u's'); !sourced.isEmpty()) {
                out[sourced + suffix].source = cell.value;
            } else if (const QString& commented = code(cell.field, u'c'); !commented.isEmpty()) {
                out[commented + suffix].comment = cell.value;
            }
        }
    }
    return out;
}

QMap<QString, QString> RecordReader::shownValues(const RecordTree& tree) const
{
    QMap<QString, QString> out;
    for (const Node& node : tree) {
        if (node.deleted) continue;
        const QString& type = m_names.text(node.type);
        const bool own = type == entity::Record || type == entity::Study;
        const QString suffix = own ? QString() : u'@' + node.uid;
        if (type == entity::Row) out.insert(m_names.text(node.label) + suffix, QStringLiteral("1"));
        if (type == entity::Passage) out.insert(type + suffix, QStringLiteral("1"));
        for (size_t i = 0; i < node.cells.size();) {
            const Cell& cell = winner(node.cells, i, i);
            const QString& field = m_names.text(cell.field);
            const bool saysNothing =
                cell.value.isEmpty() && (cell.state == AnswerState::NotAsked || !field.startsWith(u"q:"));
            if (field != DeletedField && !saysNothing)
                out.insert(field + suffix, wireValue(field, cell.state, cell.value));
        }
    }
    return out;
}

} // namespace dossier::sqlite
