#include "dossier/dossier.h"

#include "dossier/dossier_private.h"

#include <algorithm>

namespace dossier {
namespace {

/// Records read at a time by forEachRecord: a save waits for about a millisecond of a long visit.
constexpr size_t VisitBatch = 8;

} // namespace

const QString& Dossier::path() const
{
    return d->path;
}

QString Dossier::id() const
{
    return d->id;
}

bool Dossier::isProtected() const
{
    return d->isProtected;
}

ReadOnlyReason Dossier::readOnlyReason() const
{
    return d->readOnlyReason;
}

std::optional<OlderState> Dossier::olderState() const
{
    return d->reading([&] { return d->olderState; });
}

qint64 Dossier::recoveredTailBytes() const
{
    return d->recoveredTailBytes;
}

QString Dossier::setting(const QString& key) const
{
    return settings().value(key);
}

QHash<QString, QString> Dossier::settings() const
{
    return d->reading([&] { return d->content->tables.settings(); });
}

QHash<QString, QString> Dossier::guidedTexts() const
{
    return d->reading([&] { return d->content->tables.guidedTexts(); });
}

int Dossier::recordCount() const
{
    return d->reading([&] {
        d->catalog->refresh();
        return d->catalog->count();
    });
}

std::vector<RecordSummary> Dossier::records(const RecordFilter& filter) const
{
    return d->reading([&] {
        d->catalog->refresh();
        return d->catalog->select(filter);
    });
}

std::optional<RecordSummary> Dossier::record(const QString& id) const
{
    return d->reading([&]() -> std::optional<RecordSummary> {
        d->catalog->refresh();
        const RecordSummary* found = d->catalog->find(id);
        return found ? std::optional(*found) : std::nullopt;
    });
}

questionnaire::RecordAnswers Dossier::answers(const QString& recordId) const
{
    return d->readingRecord(recordId, [&](qint64 record) { return d->content->tables.answers(record); });
}

void Dossier::forEachRecord(
    const std::function<void(const RecordSummary&, questionnaire::RecordAnswers&&)>& visit) const
{
    const std::vector<sqlite::ListedRecord> all = d->reading([&] {
        d->catalog->refresh();
        return d->catalog->all();
    });
    for (size_t first = 0; first < all.size(); first += VisitBatch) {
        const size_t end = std::min(first + VisitBatch, all.size());
        std::vector<questionnaire::RecordAnswers> batch;
        {
            const std::lock_guard lock(d->readMutex);
            for (size_t i = first; i < end; ++i)
                batch.push_back(d->content->tables.answers(all[i].id));
        }
        for (size_t i = first; i < end; ++i)
            visit(all[i].summary, std::move(batch[i - first]));
    }
}

QHash<QString, AnswerNote> Dossier::notes(const QString& recordId) const
{
    return d->readingRecord(recordId, [&](qint64 record) { return d->content->tables.notes(record); });
}

QHash<QString, int> Dossier::evidence(const QString& recordId) const
{
    return d->readingRecord(recordId, [&](qint64 record) {
        d->catalog->refresh();
        return d->content->tables.evidence(record);
    });
}

QHash<QString, QHash<QString, int>> Dossier::allEvidence() const
{
    return d->reading([&] {
        d->catalog->refresh();
        return d->content->tables.allEvidence();
    });
}

std::vector<SourceFact> Dossier::facts(const QString& recordId) const
{
    return d->readingRecord(recordId, [&](qint64 record) { return d->content->tables.facts(record); });
}

} // namespace dossier
