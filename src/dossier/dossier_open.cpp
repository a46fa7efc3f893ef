#include "base/uuid.h"
#include "dossier/dossier_private.h"

#include <QFileInfo>
#include <QUuid>

using base::Error;
using base::ErrorCode;

namespace dossier {
namespace {

/// Frames beyond this, and beyond a part of the snapshot, make opening slow: the file is then rewritten.
constexpr qint64 FrameBytesKept = 256 * 1024;
constexpr qint64 SnapshotShare = 4;

/// An empty passphrase protects nothing and is none.
Access withoutEmptyPassphrase(Access access)
{
    if (access.passphrase && access.passphrase->isEmpty()) access.passphrase.reset();
    return access;
}

qint64 lastStress(sqlite::Tables& tables)
{
    return tables.settings().value(QStringLiteral("stress.last")).toLongLong();
}

Integrity integrityOf(Content& content, qint64 records, qint64 recoveredTail)
{
    Integrity out;
    out.version = static_cast<int>(container::FormatVersion);
    out.records = records;
    out.operations = content.journal.operationCount();
    out.conflicts = content.tables.conflictCount();
    out.recoveredTailBytes = recoveredTail;
    out.digest = QString::fromLatin1(content.tables.digest().toHex());
    out.lastStress = lastStress(content.tables);
    out.attachments = static_cast<qint64>(content.tables.attachments().size());
    return out;
}

} // namespace

container::Container openContainer(const QString& path, const Access& access, container::Mode mode,
                                   Content& content)
{
    Loader loader(content);
    auto opened = container::Container::open(path, keysOf(access), mode, loader);
    loader.finish();
    return opened;
}

Dossier::Private::Private(QString p, Access a, const base::Clock& c)
    : path(QFileInfo(p).absoluteFilePath()), access(withoutEmptyPassphrase(std::move(a))), clock(c),
      replica(base::newUuid(c)), content(std::make_unique<Content>())
{
}

void Dossier::Private::start(container::Container opened)
{
    id = QUuid::fromRfc4122(opened.dossierId()).toString(QUuid::WithoutBraces);
    isProtected = opened.isProtected();
    hasRecoveryKey = opened.hasRecoveryKey();
    recoveredTailBytes = opened.recoveredTailBytes();
    container = std::move(opened);
    catalog = std::make_unique<Catalog>(content->tables);
    catalog->loadAll();
    noteBlobs();
    compareWithSeenStates();
}

std::unique_ptr<Dossier> Dossier::create(const QString& path, const Access& access, const base::Clock& clock)
{
    auto d = std::make_unique<Private>(path, access, clock);
    const QByteArray dossierId = QUuid::fromString(base::newUuid(clock)).toRfc4122();
    d->start(container::Container::create(
        d->path, dossierId, credentialsOf(d->access),
        [&](container::SnapshotWriter& writer) { d->content->writeSnapshot(writer); }));
    return std::unique_ptr<Dossier>(new Dossier(std::move(d)));
}

std::unique_ptr<Dossier> Dossier::open(const QString& path, const Access& access, const base::Clock& clock)
{
    auto d = std::make_unique<Private>(path, access, clock);
    d->start(d->openFile());
    return std::unique_ptr<Dossier>(new Dossier(std::move(d)));
}

Dossier::Dossier(std::unique_ptr<Private> p) : d(std::move(p)) {}

Dossier::~Dossier()
{
    try {
        close();
    } catch (const std::exception&) {
        // Everything acknowledged is already on stable storage; only the end mark is missing.
    }
}

bool Dossier::Private::isWorthRewriting() const
{
    const auto used = blobsInUse();
    const bool holdsRemoved = std::any_of(container->blobs().begin(), container->blobs().end(),
                                          [&](const container::BlobPlace& blob) { return !used(blob.id); });
    return holdsRemoved ||
           container->frameBytes() > FrameBytesKept + container->snapshotBytes() / SnapshotShare;
}

void Dossier::Private::rewriteFile()
{
    const std::lock_guard lock(readMutex);
    content->mergeChunks();
    container->rewrite([&](container::SnapshotWriter& writer) { content->writeSnapshot(writer); },
                       blobsInUse());
    content->fileHoldsRedacted = false;
}

void Dossier::close()
{
    const std::lock_guard lock(d->writeMutex);
    if (std::exchange(d->closed, true) || !d->container) return;
    if (!isReadOnly() && (d->content->fileHoldsRedacted || d->isWorthRewriting())) {
        try {
            d->rewriteFile();
        } catch (const Error&) {
            // The file as it stands is complete; a shorter one can be written another day.
        }
    }
    try {
        d->container->close();
        if (!isReadOnly()) d->rememberState(false);
    } catch (const Error& error) {
        if (error.code() != ErrorCode::ChangedUnderneath) throw;
        d->saveConflictCopy();
    }
}

Integrity Dossier::integrity() const
{
    return d->reading([&] {
        d->catalog->refresh();
        Integrity out = integrityOf(*d->content, d->catalog->count(), d->recoveredTailBytes);
        out.olderState = d->olderState;
        return out;
    });
}

Integrity check(const QString& path, const Access& access, const base::Clock&)
{
    Content content;
    const auto opened =
        openContainer(path, withoutEmptyPassphrase(access), container::Mode::ReadOnly, content);
    const auto records = static_cast<qint64>(content.tables.records().size());
    Integrity out = integrityOf(content, records, opened.recoveredTailBytes());
    if (access.seenStates) {
        const QString id = QUuid::fromRfc4122(opened.dossierId()).toString(QUuid::WithoutBraces);
        if (const auto seen = access.seenStates->find(id))
            out.olderState = compareWithSeen({content.journal.frontier(), opened.keyGeneration()}, *seen);
    }
    sqlite::Tables rebuilt;
    rebuildTables(content.journal, rebuilt);
    opened.verifyBlobs();
    if (!content.tables.isSound() || rebuilt.digest() != content.tables.digest())
        throw Error(ErrorCode::Damaged, QStringLiteral("tables and journal disagree"), path);
    return out;
}

} // namespace dossier
