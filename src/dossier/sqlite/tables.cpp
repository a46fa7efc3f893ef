#include "dossier/sqlite/tables.h"

#include "base/error.h"
#include "dossier/sqlite/canonical.h"
#include "dossier/sqlite/schema.h"

#include <QSet>

namespace dossier::sqlite {
namespace {

#define LISTED_COLUMNS                                                                                       \
    "id, uid, number, name_fr, name_ar, acronym, category, legal_status, province, offer_shelter, "          \
    "offer_medical, offer_psychosocial, offer_legal, status, mode, completeness, decision, updated, folded"

ListedRecord listed(const Query& query)
{
    ListedRecord out;
    out.id = query.integer(0);
    RecordSummary& s = out.summary;
    s.id = query.id(1);
    s.number = query.number(2);
    s.nameFr = query.text(3);
    s.nameAr = query.text(4);
    s.acronym = query.text(5);
    s.category = query.text(6);
    s.legalStatus = query.text(7);
    s.province = query.text(8);
    for (size_t i = 0; i < s.offers.size(); ++i)
        s.offers[i] = query.text(9 + static_cast<int>(i));
    s.statusCode = query.text(13);
    s.mode = query.text(14);
    s.completeness = query.real(15);
    s.decision = query.text(16);
    s.updated = query.integer(17);
    out.folded = query.text(18);
    return out;
}

/// Few codes, many records: keep one copy of each.
void share(QString& text, QSet<QString>& pool)
{
    text = *pool.insert(text);
}

void share(RecordSummary& s, QSet<QString>& pool)
{
    for (QString* text : {&s.category, &s.legalStatus, &s.province, &s.statusCode, &s.mode, &s.decision})
        share(*text, pool);
    for (QString& offer : s.offers)
        share(offer, pool);
}

} // namespace

Tables::Tables()
    : m_names(m_database), m_reader(m_database, m_names), m_refresher(m_database, m_names, m_reader),
      m_projector(m_database, m_names, m_refresher)
{
    createTables(m_database);
}

bool Tables::load(Database::ImageBuffer&& image)
{
    bool usable = false;
    try {
        m_database.load(std::move(image));
        usable = hasExpectedTables(m_database);
    } catch (const base::Error& error) {
        if (error.code() != base::ErrorCode::Damaged) throw;
    }
    if (usable)
        m_projector.reset();
    else
        clear();
    return usable;
}

void Tables::clear()
{
    m_database.clear();
    createTables(m_database);
    m_projector.reset();
}

void Tables::rollback()
{
    m_database.execute("ROLLBACK");
    m_projector.reset();
}

QHash<QString, QString> Tables::settings()
{
    return studyTexts(entity::Study, true);
}

QHash<QString, QString> Tables::guidedTexts()
{
    return studyTexts(entity::Text, false);
}

/// Values of the study's own registers: by field for the study, by id for texts.
QHash<QString, QString> Tables::studyTexts(const QString& type, bool byField)
{
    QHash<QString, QString> out;
    Query query(m_database, "SELECT e.uid, c.field, c.value FROM entity e JOIN cell c ON c.entity=e.id "
                            "JOIN name n ON n.id=c.replica WHERE e.record=0 AND e.type=? AND e.deleted<>1 "
                            "ORDER BY c.changed, n.text, c.sequence");
    query.bind(1, m_names.find(type));
    while (query.next())
        out.insert(byField ? m_names.text(query.number(1)) : query.id(0), query.text(2));
    return out;
}

std::vector<ListedRecord> Tables::records()
{
    std::vector<ListedRecord> out;
    QSet<QString> pool;
    Query query(m_database, "SELECT " LISTED_COLUMNS " FROM record ORDER BY number");
    while (query.next()) {
        out.push_back(listed(query));
        share(out.back().summary, pool);
    }
    return out;
}

std::optional<ListedRecord> Tables::record(qint64 id)
{
    Query query(m_database, "SELECT " LISTED_COLUMNS " FROM record WHERE id=?");
    query.bind(1, id);
    if (!query.next()) return std::nullopt;
    return listed(query);
}

std::optional<qint64> Tables::recordId(const QString& uid)
{
    const auto ref = m_projector.find(entity::Record, uid);
    if (!ref || ref->buried) return std::nullopt;
    return ref->id;
}

QString Tables::recordUid(qint64 id)
{
    Query query(m_database, "SELECT uid FROM entity WHERE id=?");
    query.bind(1, id);
    return query.next() ? query.id(0) : QString();
}

Deletion Tables::deletionOf(qint64 entity)
{
    Query query(m_database, "SELECT deleted FROM entity WHERE id=?");
    query.bind(1, entity);
    return query.next() ? Deletion(query.number(0)) : Deletion::Present;
}

QStringList Tables::valuesIn(const QString& entity, const QString& field)
{
    QStringList out;
    Query query(m_database, "SELECT DISTINCT c.state, c.value FROM cell c JOIN entity e ON e.id=c.entity "
                            "WHERE e.uid=? AND c.field=?");
    query.bindId(1, entity).bind(2, m_names.find(field));
    while (query.next())
        out << wireValue(field, questionnaire::AnswerState(query.number(0)), query.text(1));
    out.sort();
    return out;
}

QHash<QString, int> Tables::evidence(qint64 record)
{
    QHash<QString, int> out;
    Query query(m_database, "SELECT indicator, level FROM evidence WHERE record=?");
    query.bind(1, record);
    while (query.next())
        out.insert(m_names.text(query.number(0)).mid(2), query.number(1));
    return out;
}

QHash<QString, QHash<QString, int>> Tables::allEvidence()
{
    QHash<QString, QHash<QString, int>> out;
    Query query(m_database,
                "SELECT e.uid, v.indicator, v.level FROM evidence v JOIN entity e ON e.id=v.record");
    while (query.next())
        out[query.id(0)].insert(m_names.text(query.number(1)).mid(2), query.number(2));
    return out;
}

std::vector<SourceFact> Tables::facts(qint64 record)
{
    const QString uid = recordUid(record);
    std::vector<SourceFact> out;
    Query query(m_database, "SELECT source, field, value FROM fact WHERE record=? AND deleted=0 AND "
                            "(source<>0 OR value<>'') ORDER BY id");
    query.bind(1, record);
    while (query.next())
        out.push_back({uid, m_names.text(query.number(0)), m_names.text(query.number(1)), query.text(2)});
    return out;
}

void Tables::search(const QStringList& words, const std::function<bool(qint64)>& visit)
{
    QStringList terms;
    for (const QString& word : words)
        terms << QStringLiteral("\"%1\"*").arg(word); // words hold letters and digits only
    Query query(m_database, "SELECT rowid FROM search WHERE search MATCH ? ORDER BY rowid");
    query.bind(1, terms.join(QStringLiteral(" AND ")));
    while (query.next() && visit(query.integer(0))) {
    }
}

std::vector<int> Tables::chunksTouching(qint64 record)
{
    std::vector<int> out;
    Query query(m_database, "SELECT chunk FROM touched WHERE record=? ORDER BY chunk");
    query.bind(1, record);
    while (query.next())
        out.push_back(query.number(0));
    return out;
}

QHash<QString, bool> Tables::entityIds(qint64 record)
{
    QHash<QString, bool> out;
    Query query(m_database, "SELECT uid, id=record FROM entity WHERE record=?");
    query.bind(1, record);
    while (query.next())
        out.insert(query.id(0), query.integer(1) != 0);
    return out;
}

void Tables::moveChunks(const std::vector<int>& moved)
{
    std::vector<std::pair<qint64, int>> rows;
    {
        Query query(m_database, "SELECT record, chunk FROM touched ORDER BY record, chunk");
        while (query.next()) {
            const std::pair row{query.integer(0), moved.at(static_cast<size_t>(query.integer(1)))};
            if (rows.empty() || rows.back() != row) rows.push_back(row);
        }
    }
    Query(m_database, "DELETE FROM touched").run();
    Query insert(m_database, "INSERT INTO touched VALUES(?, ?)");
    for (const auto& [record, chunk] : rows)
        insert.bind(1, record).bind(2, chunk).run();
    m_projector.reset();
}

std::vector<Snapshot> Tables::snapshots()
{
    std::vector<Snapshot> out;
    Query query(m_database,
                "SELECT replica, sequence, label, author, time, value FROM frozen ORDER BY time, id");
    while (query.next()) {
        Snapshot snapshot;
        snapshot.operation = m_names.text(query.number(0)) + u':' + QString::number(query.integer(1));
        snapshot.label = query.text(2);
        snapshot.author = m_names.text(query.number(3));
        snapshot.time = query.integer(4);
        const QString value = query.text(5);
        snapshot.digest = value.section(u' ', 0, 0);
        snapshot.frontier = frontierFromText(value.section(u' ', 1));
        out.push_back(std::move(snapshot));
    }
    return out;
}

QByteArray Tables::digest()
{
    return canonicalDigest(m_database, m_names, m_reader);
}

} // namespace dossier::sqlite
