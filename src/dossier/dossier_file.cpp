// The file of a dossier: how it is opened, its keys, what is remembered of it, and what is done when another
// program changes it.
#include "dossier/dossier_private.h"

#include <QFileInfo>
#include <QUuid>

#include <cassert>

using base::Error;
using base::ErrorCode;

namespace dossier {
namespace {

/// Remembering costs as much as a save; what it lags behind by is all that can be lost of it.
constexpr std::chrono::seconds RememberEvery(10);

QString conflictCopyPath(const QString& study, const QDateTime& now)
{
    const QFileInfo file(study);
    const QString stem = file.absolutePath() + u'/' + file.completeBaseName();
    const QString when = now.toLocalTime().toString(QStringLiteral("yyyy-MM-dd hh.mm"));
    for (int number = 1;; ++number) {
        const QString more = number > 1 ? QStringLiteral(", %1").arg(number) : QString();
        const QString path = stem + QStringLiteral(" (conflit %1%2).osc").arg(when, more);
        if (!QFileInfo::exists(path)) return path;
    }
}

/// Everything either state knows.
SeenState united(SeenState a, const SeenState& b)
{
    for (auto it = b.frontier.begin(); it != b.frontier.end(); ++it) {
        qint64& sequence = a.frontier[it.key()];
        sequence = std::max(sequence, it.value());
    }
    a.keyGeneration = std::max(a.keyGeneration, b.keyGeneration);
    return a;
}

} // namespace

container::Keys keysOf(const Access& access)
{
    container::Keys keys(access.passphrase);
    keys.recoveryKey = access.recoveryKey;
    keys.privateKey = access.privateKey;
    return keys;
}

container::Credentials credentialsOf(const Access& access)
{
    container::Credentials out;
    out.passphrase = access.passphrase;
    out.recoveryKey = access.recoveryKey;
    out.readers = access.readers;
    if (access.weakKeyDerivation) out.kdf = container::KdfParameters::weak();
    return out;
}

container::Container Dossier::Private::openFile()
{
    using container::Mode;
    if (access.readOnly) {
        readOnlyReason = ReadOnlyReason::Asked;
        return openContainer(path, access, Mode::ReadOnly, *content);
    }
    std::optional<container::Container> opened;
    try {
        opened = openContainer(path, access, Mode::Update, *content);
    } catch (const Error& error) {
        if (error.code() != ErrorCode::Locked || !access.readOnlyIfLocked) throw;
        readOnlyReason = ReadOnlyReason::Locked;
        return openContainer(path, access, Mode::ReadOnly, *content);
    }
    if (content->hasUnknownOperations || opened->hasUnknownFrames()) {
        readOnlyReason = ReadOnlyReason::NewerVersion;
        opened->abandon();
    }
    return std::move(*opened);
}

container::BlobFilter Dossier::Private::blobsInUse() const
{
    QSet<QByteArray> used = newBlobs;
    for (const sqlite::ListedAttachment& found : content->tables.attachments())
        used.insert(QUuid::fromString(found.attachment.id).toRfc4122());
    return [used](const QByteArray& blob) { return used.contains(blob); };
}

container::BlobFilter Dossier::Private::blobsSince(const Frontier& since) const
{
    const std::lock_guard lock(readMutex);
    QSet<QByteArray> used;
    for (const sqlite::ListedAttachment& found : content->tables.attachments())
        if (found.sequence > since.value(found.replica))
            used.insert(QUuid::fromString(found.attachment.id).toRfc4122());
    return [used](const QByteArray& blob) { return used.contains(blob); };
}

void Dossier::Private::saveConflictCopy()
{
    const QString copy = conflictCopyPath(path, clock.nowUtc());
    {
        const std::lock_guard lock(readMutex);
        const auto used = blobsInUse();
        const auto keep = [&](const QByteArray& blob) { return used(blob) && container->isBlobWhole(blob); };
        container::Container::createWithKeysOf(
            *container, copy, [&](container::SnapshotWriter& writer) { content->writeSnapshot(writer); },
            keep)
            .close();
    }
    readOnlyReason = ReadOnlyReason::ChangedUnderneath;
    container->abandon();
    throw Error(ErrorCode::ChangedUnderneath, QStringLiteral("changed by another program: all work is here"),
                copy);
}

SeenState Dossier::Private::state() const
{
    return {content->journal.frontier(), container->keyGeneration()};
}

void Dossier::Private::compareWithSeenStates()
{
    if (!access.seenStates) return;
    const auto seen = access.seenStates->find(id);
    if (seen) olderState = compareWithSeen(state(), *seen);
    // What an interrupted session left may never reach the disk: it is not to be missed then.
    if (!container->isSettled()) return;
    if (!olderState && (!seen || seen->frontier != state().frontier)) rememberState(false);
}

void Dossier::Private::noteSaved()
{
    if (!access.seenStates) return;
    rememberState(notedReplica == replica);
    notedReplica = replica;
    access.seenStates->note(id, replica, replicaSequence);
}

void Dossier::Private::rememberState(bool often)
{
    if (!access.seenStates) return;
    const auto now = std::chrono::steady_clock::now();
    if (often && now - remembered < RememberEvery) return;
    remembered = now;
    SeenState present;
    {
        const std::lock_guard lock(readMutex);
        present = state();
        // What is missing stays missing until the user says that it may.
        if (olderState)
            present = united(std::move(present), access.seenStates->find(id).value_or(SeenState()));
    }
    access.seenStates->remember(id, present);
}

void Dossier::acceptOlderState()
{
    const std::lock_guard write(d->writeMutex);
    {
        const std::lock_guard read(d->readMutex);
        d->olderState.reset();
    }
    d->rememberState(false);
}

bool Dossier::hasRecoveryKey() const
{
    return d->hasRecoveryKey;
}

void Dossier::changePassphrase(const QString& passphrase, const RecoveryKey& recoveryKey)
{
    if (passphrase.isEmpty())
        throw Error(ErrorCode::KeyRequired, QStringLiteral("a study is never left without protection"),
                    d->path);
    const std::lock_guard write(d->writeMutex);
    d->refuseReadOnly();
    Access keys;
    keys.passphrase = passphrase;
    keys.recoveryKey = recoveryKey;
    keys.weakKeyDerivation = d->access.weakKeyDerivation;
    d->replaceFile([&](const container::SectionWriter& sections, const container::BlobFilter& keep) {
        d->container->rewriteWithKeys(credentialsOf(keys), sections, keep);
    });
    d->access.passphrase = passphrase;
    d->access.recoveryKey = recoveryKey;
    d->isProtected = d->hasRecoveryKey = true;
    d->rememberState(false);
}

void Dossier::compact()
{
    const std::lock_guard write(d->writeMutex);
    d->refuseReadOnly();
    d->replaceFile([&](const container::SectionWriter& sections, const container::BlobFilter& keep) {
        d->container->rewrite(sections, keep);
    });
}

void Dossier::Private::refuseReadOnly() const
{
    if (readOnlyReason != ReadOnlyReason::None)
        throw Error(ErrorCode::AccessDenied, QStringLiteral("opened for reading only"), path);
    assert(!closed);
}

void Dossier::Private::store(const std::function<void()>& change)
{
    refuseReadOnly();
    try {
        if (container->needsRewrite() || content->fileHoldsRedacted) rewriteFile();
        change();
    } catch (const Error& error) {
        if (error.code() != ErrorCode::ChangedUnderneath) throw;
        saveConflictCopy();
    }
}

/// A whole new file, while others go on reading.
void Dossier::Private::replaceFile(
    const std::function<void(const container::SectionWriter&, const container::BlobFilter&)>& replace)
{
    container::SectionWriter sections;
    container::BlobFilter keep;
    {
        const std::lock_guard read(readMutex);
        content->mergeChunks();
        sections = content->capture();
        keep = blobsInUse();
    }
    try {
        replace(sections, keep);
    } catch (const Error& error) {
        if (error.code() != ErrorCode::ChangedUnderneath) throw;
        saveConflictCopy();
    }
    content->fileHoldsRedacted = false;
}

} // namespace dossier
