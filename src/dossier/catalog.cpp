#include "dossier/catalog.h"

#include "base/text.h"

#include <algorithm>

namespace dossier {
namespace {

/// Full text completes what names found up to about this many records; beyond, one more word is the remedy.
constexpr int FullTextLimit = 200;
/// Shorter words would match nearly everything.
constexpr int FullTextShortestWord = 2;
const QString Direct = QStringLiteral("direct");

/// Services in the order of RecordSummary::offers.
constexpr std::array<const char16_t*, 4> Services = {u"abri", u"medical", u"psychosocial", u"juridique"};

bool accepts(const QStringList& wanted, const QString& value)
{
    return wanted.isEmpty() || wanted.contains(value);
}

bool offersOneOf(const RecordSummary& record, const QStringList& services)
{
    for (size_t i = 0; i < Services.size(); ++i)
        if (record.offers[i] == Direct && services.contains(QStringView(Services[i]))) return true;
    return services.isEmpty();
}

bool passesFacets(const RecordSummary& record, const RecordFilter& filter)
{
    return accepts(filter.categories, record.category) && accepts(filter.provinces, record.province) &&
           accepts(filter.statuses, record.statusCode) && offersOneOf(record, filter.services);
}

bool holdsWords(const QString& folded, const QStringList& prefixes)
{
    return std::all_of(prefixes.begin(), prefixes.end(),
                       [&](const QString& prefix) { return folded.contains(prefix); });
}

} // namespace

void Catalog::loadAll()
{
    m_records = m_tables.records();
    m_stale.clear();
    reindex();
}

void Catalog::reindex()
{
    m_positions.clear();
    m_ids.clear();
    for (size_t i = 0; i < m_records.size(); ++i) {
        m_positions.insert(m_records[i].id, i);
        m_ids.insert(m_records[i].summary.id, m_records[i].id);
    }
}

void Catalog::refresh()
{
    flush();
    if (m_stale.isEmpty()) return;
    const QSet<qint64> stale = std::exchange(m_stale, {});
    if (stale.size() > std::max<qsizetype>(64, count() / 16)) return loadAll();
    for (const qint64 record : stale)
        refreshOne(record);
}

void Catalog::flush()
{
    for (const qint64 record : m_tables.projector().flush())
        m_stale.insert(record);
}

void Catalog::refreshOne(qint64 record)
{
    auto row = m_tables.record(record);
    auto known = m_positions.constFind(record);
    if (known != m_positions.constEnd() && row &&
        m_records[*known].summary.number != row->summary.number) { // renumbered by a merge: it moves
        m_records.erase(m_records.begin() + static_cast<std::ptrdiff_t>(*known));
        reindex();
        known = m_positions.constEnd();
    }
    if (known != m_positions.constEnd() && row) {
        m_records[*known] = std::move(*row);
    } else if (row) {
        const bool last = m_records.empty() || m_records.back().summary.number < row->summary.number;
        const auto place =
            std::upper_bound(m_records.begin(), m_records.end(), row->summary.number,
                             [](int number, const auto& r) { return number < r.summary.number; });
        m_positions.insert(record, m_records.size());
        m_ids.insert(row->summary.id, record);
        m_records.insert(place, std::move(*row));
        if (!last) reindex();
    } else if (known != m_positions.constEnd()) {
        m_records.erase(m_records.begin() + static_cast<std::ptrdiff_t>(*known));
        reindex();
    }
}

const RecordSummary* Catalog::find(const QString& uid) const
{
    const auto id = m_ids.constFind(uid);
    if (id == m_ids.constEnd()) return nullptr;
    return &m_records[m_positions.value(*id)].summary;
}

std::vector<RecordSummary> Catalog::select(const RecordFilter& filter) const
{
    const QStringList words = base::foldedWords(filter.text);
    QStringList prefixes;
    for (const QString& word : words)
        prefixes << u' ' + word;
    std::vector<RecordSummary> out;
    if (filter.text.isEmpty() && filter.limit == 0) out.reserve(m_records.size());
    for (const sqlite::ListedRecord& record : m_records) {
        if (filter.limit > 0 && out.size() >= static_cast<size_t>(filter.limit)) return out;
        if (holdsWords(record.folded, prefixes) && passesFacets(record.summary, filter))
            out.push_back(record.summary);
    }
    if (!words.isEmpty() && out.size() < static_cast<size_t>(FullTextLimit)) addFullText(words, filter, out);
    return out;
}

void Catalog::addFullText(const QStringList& words, const RecordFilter& filter,
                          std::vector<RecordSummary>& out) const
{
    const bool tooShort = std::any_of(words.begin(), words.end(),
                                      [](const QString& word) { return word.size() < FullTextShortestWord; });
    if (tooShort) return;
    QSet<int> found;
    for (const RecordSummary& record : out)
        found.insert(record.number);
    int added = 0;
    m_tables.search(words, [&](qint64 id) {
        if (filter.limit > 0 && out.size() >= static_cast<size_t>(filter.limit)) return false;
        const auto position = m_positions.constFind(id);
        if (position == m_positions.constEnd()) return true;
        const RecordSummary& record = m_records[*position].summary;
        if (found.contains(record.number) || !passesFacets(record, filter)) return true;
        out.push_back(record);
        return ++added < FullTextLimit;
    });
}

} // namespace dossier
