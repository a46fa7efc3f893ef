#include "dossier/sqlite/record_refresher.h"

#include "base/text.h"

#include <algorithm>
#include <array>

using questionnaire::AnswerState;

namespace dossier::sqlite {
namespace {

constexpr std::array<const char16_t*, 10> PromotedQuestions = {
    u"q:id_nom_fr",   u"q:id_nom_ar", u"q:id_sigle",  u"q:id_categorie", u"q:id_statut",
    u"q:id_province", u"q:abr_offre", u"q:med_offre", u"q:psy_offre",    u"q:jur_offre"};
/// From the most complete way of collecting to the least.
constexpr std::array<const char16_t*, 5> Modes = {u"visite", u"entretien", u"telephone", u"auto",
                                                  u"documentaire"};

template <size_t N> size_t indexIn(const std::array<const char16_t*, N>& list, const QString& text)
{
    const auto found = std::find_if(list.begin(), list.end(),
                                    [&](const char16_t* known) { return QStringView(known) == text; });
    return static_cast<size_t>(found - list.begin());
}

} // namespace

QStringList searchWords(const QString& text)
{
    static const QString article = QString::fromUtf8("ال");
    QStringList words = base::foldedWords(text);
    for (qsizetype i = words.size(); i-- > 0;)
        if (words[i].size() > 4 && words[i].startsWith(article)) words << words[i].mid(article.size());
    return words;
}

bool looksTyped(const QString& value)
{
    return std::any_of(value.begin(), value.end(), [](QChar c) {
        const char16_t u = c.unicode();
        return !((u >= u'a' && u <= u'z') || (u >= u'0' && u <= u'9') || u == u'_' || u == u' ' ||
                 u == u'.' || u == u'-' || u == u':');
    });
}

struct RecordRefresher::Columns
{
    QString uid;
    std::array<QString, PromotedQuestions.size()> answers;
    QString status, decision;
    double completeness = 0;
    size_t mode = Modes.size();
    std::vector<std::pair<int, int>> evidence;
    QStringList words;
};

void RecordRefresher::refresh(qint64 record, qint64 changed)
{
    const RecordTree tree = m_reader.read(record);
    Columns columns;
    bool alive = false;
    for (const Node& node : tree) {
        if (node.deleted) continue;
        if (node.id == record) {
            alive = true;
            columns.uid = node.uid;
        }
        collect(columns, node);
    }
    if (!alive) return remove(record);
    store(record, columns, changed);
    storeEvidence(record, columns);
    storeWords(record, columns);
}

void RecordRefresher::collect(Columns& columns, const Node& node) const
{
    for (size_t i = 0; i < node.cells.size();) {
        const Cell& cell = m_reader.winner(node.cells, i, i);
        const QString& field = m_names.text(cell.field);
        collectCell(columns, field, node, cell);
        if (!cell.value.isEmpty() && (m_names.isSearchable(cell.field) || field.startsWith(u"c:")))
            columns.words << searchWords(cell.value);
    }
}

void RecordRefresher::collectCell(Columns& columns, const QString& field, const Node& node,
                                  const Cell& cell) const
{
    const bool known = cell.state == AnswerState::Value;
    if (node.parent != 0) {
        if (known && field == u"q:ent_mode")
            columns.mode = std::min(columns.mode, indexIn(Modes, cell.value));
        return;
    }
    const size_t promoted = indexIn(PromotedQuestions, field);
    if (promoted < PromotedQuestions.size()) {
        if (known) columns.answers[promoted] = cell.value;
    } else if (field == u"status") {
        columns.status = cell.value;
    } else if (field == u"decision") {
        columns.decision = cell.value;
    } else if (field == u"completeness") {
        columns.completeness = cell.value.toDouble();
    } else if (field.startsWith(u"e:") && !cell.value.isEmpty()) {
        columns.evidence.emplace_back(m_names.find(field), cell.value.section(u'|', 0, 0).toInt());
    }
}

void RecordRefresher::store(qint64 record, const Columns& columns, qint64 changed)
{
    Query query(
        m_database,
        "INSERT INTO record SELECT ?1, uid, number, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, "
        "?14, ?15, max(?16, coalesce((SELECT updated FROM record WHERE id=?1), 0)), ?17 "
        "FROM entity WHERE id=?1 "
        "ON CONFLICT(id) DO UPDATE SET number=excluded.number, name_fr=excluded.name_fr, "
        "name_ar=excluded.name_ar, "
        "acronym=excluded.acronym, category=excluded.category, legal_status=excluded.legal_status, "
        "province=excluded.province, offer_shelter=excluded.offer_shelter, "
        "offer_medical=excluded.offer_medical, offer_psychosocial=excluded.offer_psychosocial, "
        "offer_legal=excluded.offer_legal, status=excluded.status, mode=excluded.mode, "
        "completeness=excluded.completeness, decision=excluded.decision, updated=excluded.updated, "
        "folded=excluded.folded");
    query.bind(1, record);
    for (size_t i = 0; i < columns.answers.size(); ++i)
        query.bind(static_cast<int>(i) + 2, columns.answers[i]);
    const QString names = columns.answers[0] + u' ' + columns.answers[1] + u' ' + columns.answers[2];
    query.bind(12, columns.status)
        .bind(13, columns.mode < Modes.size() ? QStringView(Modes[columns.mode]).toString() : QString())
        .bind(14, columns.completeness)
        .bind(15, columns.decision)
        .bind(16, changed)
        .bind(17, u' ' + searchWords(names).join(u' '))
        .run();
}

void RecordRefresher::storeEvidence(qint64 record, const Columns& columns)
{
    Query(m_database, "DELETE FROM evidence WHERE record=?").bind(1, record).run();
    for (const auto& [indicator, level] : columns.evidence)
        Query(m_database, "INSERT INTO evidence VALUES(?, ?, ?)")
            .bind(1, record)
            .bind(2, indicator)
            .bind(3, level)
            .run();
}

void RecordRefresher::storeWords(qint64 record, const Columns& columns)
{
    const QString body = columns.words.join(u' ');
    {
        Query query(m_database, "SELECT body FROM search WHERE rowid=?");
        if (query.bind(1, record).next() && query.text(0) == body) return;
    }
    Query(m_database, "INSERT OR REPLACE INTO search(rowid, body) VALUES(?, ?)")
        .bind(1, record)
        .bind(2, body)
        .run();
}

void RecordRefresher::remove(qint64 record)
{
    Query(m_database, "DELETE FROM record WHERE id=?").bind(1, record).run();
    Query(m_database, "DELETE FROM evidence WHERE record=?").bind(1, record).run();
    Query(m_database, "DELETE FROM search WHERE rowid=?").bind(1, record).run();
}

} // namespace dossier::sqlite
