#include "dossier/sqlite/canonical.h"

#include <QtEndian>

#include <algorithm>
#include <sodium.h>

using questionnaire::AnswerState;

namespace dossier::sqlite {
namespace {

constexpr size_t DigestSize = 32;

/// Hash of texts, each preceded by its length so that no two sequences run together.
class TextHash
{
public:
    TextHash() { crypto_generichash_init(&m_state, nullptr, 0, DigestSize); }
    void add(const QString& text)
    {
        const QByteArray bytes = text.toUtf8();
        addNumber(static_cast<quint64>(bytes.size()));
        crypto_generichash_update(&m_state, reinterpret_cast<const unsigned char*>(bytes.constData()),
                                  static_cast<size_t>(bytes.size()));
    }
    void addNumber(quint64 number)
    {
        number = qToLittleEndian(number);
        crypto_generichash_update(&m_state, reinterpret_cast<const unsigned char*>(&number), sizeof number);
    }
    QByteArray result()
    {
        QByteArray out(static_cast<qsizetype>(DigestSize), Qt::Uninitialized);
        crypto_generichash_final(&m_state, reinterpret_cast<unsigned char*>(out.data()), DigestSize);
        return out;
    }

private:
    crypto_generichash_state m_state;
};

bool saysNothing(const QString& field, const QStringList& values)
{
    const QString nothing =
        field.startsWith(u"q:") ? questionnaire::stateCode(AnswerState::NotAsked) + u'|' : QString();
    return std::all_of(values.begin(), values.end(), [&](const QString& value) { return value == nothing; });
}

void addCells(TextHash& hash, const Names& names, const std::vector<Cell>& cells)
{
    std::map<QString, QStringList> registers;
    for (const Cell& cell : cells) {
        const QString& field = names.text(cell.field);
        if (field == DeletedField) continue; // names operations; what it decides is counted
        registers[field] << wireValue(field, cell.state, cell.value);
    }
    std::erase_if(registers, [](const auto& entry) { return saysNothing(entry.first, entry.second); });
    hash.addNumber(registers.size());
    for (auto& [field, values] : registers) {
        values.sort();
        values.removeDuplicates();
        hash.add(field);
        hash.addNumber(static_cast<quint64>(values.size()));
        for (const QString& value : values)
            hash.add(value);
    }
}

/// The study and its texts, which nobody creates, count only once they say something.
bool isSilent(const Names& names, const Node& node)
{
    const QString& type = names.text(node.type);
    return (type == entity::Study || type == entity::Text) &&
           std::all_of(node.cells.begin(), node.cells.end(),
                       [](const Cell& cell) { return cell.value.isEmpty(); });
}

/// Nodes that are not deleted, by type and id.
void addTree(TextHash& hash, const Names& names, const RecordTree& tree)
{
    QHash<qint64, QString> uids;
    std::vector<const Node*> alive;
    for (const Node& node : tree) {
        uids.insert(node.id, node.uid);
        if (!node.deleted && !isSilent(names, node)) alive.push_back(&node);
    }
    std::sort(alive.begin(), alive.end(), [&](const Node* a, const Node* b) {
        return std::pair(names.text(a->type), a->uid) < std::pair(names.text(b->type), b->uid);
    });
    hash.addNumber(alive.size());
    for (const Node* node : alive) {
        hash.add(names.text(node->type));
        hash.add(node->uid);
        hash.add(uids.value(node->parent));
        hash.add(names.text(node->label));
        hash.add(node->rank);
        addCells(hash, names, node->cells);
    }
}

void addFacts(TextHash& hash, Database& database, const Names& names, qint64 record)
{
    std::vector<std::array<QString, 3>> facts;
    Query query(database, "SELECT source, field, value FROM fact WHERE record=? AND deleted=0");
    query.bind(1, record);
    while (query.next())
        if (query.number(0) != 0) // redacted otherwise
            facts.push_back({names.text(query.number(0)), names.text(query.number(1)), query.text(2)});
    std::sort(facts.begin(), facts.end());
    hash.addNumber(facts.size());
    for (const auto& fact : facts)
        for (const QString& text : fact)
            hash.add(text);
}

} // namespace

QByteArray canonicalDigest(Database& database, const Names& names, const RecordReader& reader)
{
    std::vector<std::pair<QString, qint64>> records;
    {
        Query query(database, "SELECT uid, id FROM record");
        while (query.next())
            records.emplace_back(query.id(0), query.integer(1));
    }
    std::sort(records.begin(), records.end());
    TextHash hash;
    addTree(hash, names, reader.read(0));
    hash.addNumber(records.size());
    for (const auto& [uid, id] : records) {
        addTree(hash, names, reader.read(id));
        addFacts(hash, database, names, id);
    }
    return hash.result();
}

} // namespace dossier::sqlite
