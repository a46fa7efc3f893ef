#include "workflow/backup.h"

#include "base/atomic_file.h"
#include "base/error.h"
#include "base/platform/files.h"
#include "workflow/study.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFileInfo>
#include <QStandardPaths>

#include <nlohmann/json.hpp>

namespace workflow {
namespace {

using base::platform::File;

base::Issue issue(const QString& code, const QString& path)
{
    return {base::Severity::Error, code, {}, {path}};
}

dossier::Access readingAccess(dossier::Access access)
{
    access.readOnly = true;
    access.seenStates.reset();
    return access;
}

QString targetOf(const Study& study, const QString& out)
{
    if (!QFileInfo(out).isDir()) return out;
    const QString when = study.localNow().toString(QStringLiteral("yyyy-MM-dd hhmm"));
    const QString stem = QFileInfo(study.dossier().path()).completeBaseName();
    return QDir(out).filePath(QStringLiteral("%1 %2.osc").arg(stem, when));
}

/// Nothing but an older state of the same study may be replaced.
std::optional<base::Issue> whyNotReplaced(const Study& study, const QString& target,
                                          const dossier::Access& access)
{
    const QFileInfo file(target);
    if (!file.exists()) return {};
    if (file.canonicalFilePath() == QFileInfo(study.dossier().path()).canonicalFilePath())
        return issue(QStringLiteral("backup.itself"), target);
    try {
        const auto there = dossier::Dossier::open(target, readingAccess(access), study.clock());
        if (there->id() != study.dossier().id()) return issue(QStringLiteral("backup.other_dossier"), target);
        const dossier::Frontier held = study.dossier().frontier(), theirs = there->frontier();
        for (auto it = theirs.begin(); it != theirs.end(); ++it)
            if (held.value(it.key()) < it.value()) return issue(QStringLiteral("backup.newer"), target);
    } catch (const base::Error&) {
        return issue(QStringLiteral("backup.not_ours"), target);
    }
    return {};
}

void copyDurably(const QString& from, const QString& to)
{
    constexpr std::size_t Block = 1024 * 1024;
    const File source = File::openForReading(from);
    File copy = File::create(to);
    std::vector<char> buffer(Block);
    for (qint64 offset = 0;;) {
        const std::size_t read = source.readAt(offset, buffer.data(), buffer.size());
        if (read > 0) copy.write(buffer.data(), read);
        offset += static_cast<qint64>(read);
        if (read < buffer.size()) break;
    }
    copy.sync();
}

/// Every byte is read again, and the copy says exactly what the study says.
bool isFaithful(const Study& study, const QString& copy, const dossier::Access& access, BackupReport& report)
{
    const dossier::Integrity found = dossier::check(copy, readingAccess(access), study.clock());
    const dossier::Integrity present = study.dossier().integrity();
    report.digest = found.digest;
    report.records = found.records;
    return found.sound && found.recoveredTailBytes == 0 && found.digest == present.digest &&
           found.operations == present.operations;
}

QString placeMemory(const Study& study)
{
    return memoryFolder() + QStringLiteral("/lieux/%1").arg(study.dossier().id());
}

QByteArray placeDigest(const Study& study)
{
    const QString place = QFileInfo(study.dossier().path()).canonicalFilePath();
    return QCryptographicHash::hash(place.toUtf8(), QCryptographicHash::Sha256).toHex();
}

QString logPath(const Study& study)
{
    return memoryFolder() + QStringLiteral("/sauvegardes/%1.json").arg(study.dossier().id());
}

/// Losing the memory of a backup only makes its reminder come too early.
void rememberBackup(const Study& study, const QString& path)
{
    const nlohmann::json entry{{"time", study.clock().nowUtc().toString(Qt::ISODate).toStdString()},
                               {"path", path.toStdString()}};
    try {
        QDir().mkpath(QFileInfo(logPath(study)).path());
        base::writeFileAtomically(logPath(study), QByteArray::fromStdString(entry.dump()));
    } catch (const base::Error&) {
    }
}

} // namespace

QString memoryFolder()
{
    return QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation) + QStringLiteral("/cartosc");
}

std::shared_ptr<dossier::SeenStates> seenStates()
{
    return std::make_shared<dossier::SeenStates>(memoryFolder() + QStringLiteral("/vus"));
}

bool isLastPlace(const Study& study)
{
    try {
        return base::readFile(placeMemory(study), 1024) == placeDigest(study);
    } catch (const base::Error&) {
        return false;
    }
}

void rememberPlace(const Study& study)
{
    if (isLastPlace(study)) return;
    try {
        QDir().mkpath(QFileInfo(placeMemory(study)).path());
        base::writeFileAtomically(placeMemory(study), placeDigest(study));
    } catch (const base::Error&) {
        // Without memory, an older copy is told all the same.
    }
}

BackupReport backup(const Study& study, const QString& out, const dossier::Access& access)
{
    BackupReport report;
    report.path = targetOf(study, out);
    if (const auto problem = whyNotReplaced(study, report.path, access)) {
        report.issues.push_back(*problem);
        return report;
    }
    const QString copy = report.path + QStringLiteral(".partiel");
    base::platform::removeQuietly(copy);
    try {
        copyDurably(study.dossier().path(), copy);
        if (!isFaithful(study, copy, access, report)) {
            report.issues.push_back(issue(QStringLiteral("backup.not_verified"), report.path));
            base::platform::removeQuietly(copy);
            return report;
        }
        base::platform::renameOver(copy, report.path);
        base::platform::syncFolder(QFileInfo(report.path).absolutePath());
    } catch (...) {
        base::platform::removeQuietly(copy);
        throw;
    }
    report.bytes = QFileInfo(report.path).size();
    rememberBackup(study, QFileInfo(report.path).absoluteFilePath());
    return report;
}

std::optional<LastBackup> lastBackup(const Study& study)
{
    try {
        const auto entry = nlohmann::json::parse(base::readFile(logPath(study), 64 * 1024).toStdString());
        LastBackup last;
        last.time =
            QDateTime::fromString(QString::fromStdString(entry.at("time").get<std::string>()), Qt::ISODate);
        last.path = QString::fromStdString(entry.at("path").get<std::string>());
        if (last.time.isValid()) return last;
    } catch (const std::exception&) {
        // Never made here, or its memory is lost.
    }
    return {};
}

} // namespace workflow
