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

container::Container openContainer(const QString& path, const Access& access, container::Mode mode,
                                   Content& content)
{
    Loader loader(content);
    auto opened = container::Container::open(path, access.passphrase, mode, loader);
    loader.finish();
    return opened;
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
    return out;
}

} // namespace

Dossier::Private::Private(QString p, Access a, const base::Clock& c)
    : path(QFileInfo(p).absoluteFilePath()), access(withoutEmptyPassphrase(std::move(a))), clock(c),
      replica(base::newUuid(c)), content(std::make_unique<Content>())
{
}

void Dossier::Private::start(container::Container opened)
{
    id = QUuid::fromRfc4122(opened.dossierId()).toString(QUuid::WithoutBraces);
    isProtected = opened.isProtected();
    recoveredTailBytes = opened.recoveredTailBytes();
    container = std::move(opened);
    catalog = std::make_unique<Catalog>(content->tables);
    catalog->loadAll();
}

std::unique_ptr<Dossier> Dossier::create(const QString& path, const Access& access, const base::Clock& clock)
{
    auto d = std::make_unique<Private>(path, access, clock);
    const container::Credentials credentials{access.passphrase, access.weakKeyDerivation
                                                                    ? container::KdfParameters::weak()
                                                                    : container::KdfParameters{}};
    const QByteArray dossierId = QUuid::fromString(base::newUuid(clock)).toRfc4122();
    d->start(
        container::Container::create(d->path, dossierId, credentials, [&](container::SnapshotWriter& writer) {
            d->content->writeSnapshot(writer);
        }));
    return std::unique_ptr<Dossier>(new Dossier(std::move(d)));
}

std::unique_ptr<Dossier> Dossier::open(const QString& path, const Access& access, const base::Clock& clock)
{
    auto d = std::make_unique<Private>(path, access, clock);
    if (access.readOnly) d->readOnlyReason = ReadOnlyReason::Asked;
    const auto mode = access.readOnly ? container::Mode::ReadOnly : container::Mode::Update;
    d->start(openContainer(d->path, d->access, mode, *d->content));
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
    return container->frameBytes() > FrameBytesKept + container->snapshotBytes() / SnapshotShare;
}

void Dossier::Private::rewriteFile()
{
    const std::lock_guard lock(readMutex);
    content->mergeChunks();
    container->rewrite([&](container::SnapshotWriter& writer) { content->writeSnapshot(writer); });
}

void Dossier::close()
{
    const std::lock_guard lock(d->writeMutex);
    if (std::exchange(d->closed, true)) return;
    if (!d->access.readOnly && d->isWorthRewriting()) {
        try {
            d->rewriteFile();
        } catch (const Error&) {
            // The file as it stands is complete; a shorter one can be written another day.
        }
    }
    d->container->close();
}

Integrity Dossier::integrity() const
{
    return d->reading([&] {
        d->catalog->refresh();
        return integrityOf(*d->content, d->catalog->count(), d->recoveredTailBytes);
    });
}

Integrity check(const QString& path, const Access& access, const base::Clock&)
{
    Content content;
    const auto opened =
        openContainer(path, withoutEmptyPassphrase(access), container::Mode::ReadOnly, content);
    const auto records = static_cast<qint64>(content.tables.records().size());
    const Integrity out = integrityOf(content, records, opened.recoveredTailBytes());
    sqlite::Tables rebuilt;
    rebuildTables(content.journal, rebuilt);
    if (!content.tables.isSound() || rebuilt.digest() != content.tables.digest())
        throw Error(ErrorCode::Damaged, QStringLiteral("tables and journal disagree"), path);
    return out;
}

} // namespace dossier
