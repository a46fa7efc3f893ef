#include "dossier/merge.h"

#include <QSet>
#include <QUuid>

using base::Error;
using base::ErrorCode;

namespace dossier {
namespace {

bool hasKeys(const Access& access)
{
    return (access.passphrase && !access.passphrase->isEmpty()) || access.recoveryKey || access.privateKey ||
           !access.readers.empty();
}

QString keyOf(const Conflict& conflict)
{
    return conflict.entityType + u'\n' + conflict.entity + u'\n' + conflict.field;
}

QString keyOf(const FlaggedDelete& flagged)
{
    return flagged.entityType + u'\n' + flagged.entity;
}

template <typename Subject> QSet<QString> keysOfAll(const std::vector<Subject>& subjects)
{
    QSet<QString> out;
    for (const Subject& subject : subjects)
        out.insert(keyOf(subject));
    return out;
}

template <typename Subject> std::vector<Subject> without(std::vector<Subject> all, const QSet<QString>& known)
{
    std::erase_if(all, [&](const Subject& subject) { return known.contains(keyOf(subject)); });
    return all;
}

/// Which records appear and disappear is known only once every operation is applied.
void noteAppearances(ChangeSet& changes, const Catalog& before, sqlite::Tables& tables)
{
    changes.created.clear();
    changes.deleted.clear();
    for (const QString& uid : changes.records) {
        const bool was = before.find(uid) != nullptr, is = tables.recordId(uid).has_value();
        if (is && !was) changes.created.insert(uid);
        if (was && !is) changes.deleted.insert(uid);
    }
}

} // namespace

Incoming Dossier::Private::readIncoming(const QString& otherPath, const Access& otherAccess)
{
    Incoming out;
    IncomingLoader loader(out);
    container::Keys keys;
    {
        const std::lock_guard lock(writeMutex);
        keys = keysOf(hasKeys(otherAccess) ? otherAccess : access);
    }
    out.file = container::Container::open(otherPath, keys, container::Mode::ReadOnly, loader);
    if (QUuid::fromRfc4122(out.file->dossierId()).toString(QUuid::WithoutBraces) != id)
        throw Error(ErrorCode::Malformed, QStringLiteral("operations of another dossier"), otherPath);
    return out;
}

MergeReport Dossier::merge(const QString& otherPath, const Access& otherAccess)
{
    const Incoming incoming = d->readIncoming(otherPath, otherAccess);
    MergeReport report;
    report.isPackage = incoming.isPackage;
    QSet<QString> conflictsBefore, flaggedBefore;
    report.changes = d->write(QStringLiteral("merge"), [&](TransactionWriter& writer) {
        sqlite::Tables& tables = d->content->tables;
        const Frontier held = d->content->journal.frontier();
        report.missing = missingBefore(incoming, held);
        if (report.isRefused()) return;
        d->catalog->refresh();
        conflictsBefore = keysOfAll(tables.conflicts());
        flaggedBefore = keysOfAll(tables.flaggedDeletes());
        const Adopted adopted = adoptAll(incoming, held, writer);
        report.received = adopted.received;
        report.added = adopted.added;
        noteAppearances(writer.changes(), *d->catalog, tables);
    });
    if (!report.isRefused()) d->copyBlobs(*incoming.file);
    if (report.added == 0) return report;
    {
        const std::lock_guard lock(d->writeMutex);
        d->rememberState(false);
    }
    report.conflicts = without(conflicts(), conflictsBefore);
    report.flagged = without(flaggedDeletes(), flaggedBefore);
    return report;
}

qint64 Dossier::sharePackage(const QString& path, const Access& access, const Frontier& since) const
{
    qint64 count = 0;
    const auto sections = [&](container::SnapshotWriter& writer) {
        const std::lock_guard lock(d->readMutex);
        writer.add(PackageStart, packageStart(since));
        count = chunksBeyond(d->content->journal, since,
                             [&](const QByteArray& chunk) { writer.add(JournalChunk, chunk); });
    };
    const std::lock_guard lock(d->writeMutex);
    const container::BlobFilter keep = d->blobsSince(since);
    if (hasKeys(access))
        container::Container::create(path, d->container->dossierId(), credentialsOf(access), sections,
                                     &*d->container, keep)
            .close();
    else
        container::Container::createWithKeysOf(*d->container, path, sections, keep).close();
    return count;
}

Frontier Dossier::frontier() const
{
    return d->reading([&] { return d->content->journal.frontier(); });
}

std::vector<Conflict> Dossier::conflicts() const
{
    return d->reading([&] { return d->content->tables.conflicts(); });
}

std::vector<FlaggedDelete> Dossier::flaggedDeletes() const
{
    return d->reading([&] { return d->content->tables.flaggedDeletes(); });
}

} // namespace dossier
