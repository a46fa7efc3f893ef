#include "exchange/submissions/media.h"

#include "base/atomic_file.h"
#include "base/error.h"
#include "exchange/submissions/outgoing.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QFileInfo>
#include <QRegularExpression>

namespace exchange {
namespace {

constexpr int MostFiles = 20'000;
constexpr qsizetype LongestName = 255;

/// A name that could mean another place than the package's own.
bool isUnsafe(const QString& name)
{
    return name.isEmpty() || name.size() > LongestName || name == u"." || name == u".." ||
           std::any_of(name.begin(), name.end(),
                       [](QChar c) { return c == u'/' || c == u'\\' || c < u' ' || c == u'\x7f'; });
}

/// Name under which KoboToolbox serves a file.
QString servedName(const QString& name)
{
    static const QRegularExpression left(u"[^-\\w.]"_qs, QRegularExpression::UseUnicodePropertiesOption);
    return name.trimmed().replace(u' ', u'_').remove(left);
}

} // namespace

bool isPackage(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) && file.read(2) == "PK";
}

tabular::ZipLimits packageLimits()
{
    tabular::ZipLimits limits;
    limits.entries = MostFiles;
    limits.entry = qint64(4) << 30; // a film is passed over, not a reason to refuse the photos beside it
    limits.total = qint64(64) << 30;
    return limits;
}

SubmissionMedia SubmissionMedia::open(const QString& path)
{
    SubmissionMedia media;
    media.m_path = path;
    if (!QFileInfo(path).isDir()) {
        media.openPackage();
        return media;
    }
    const QDir folder(path);
    QDirIterator all(path, QDir::Files | QDir::NoSymLinks, QDirIterator::Subdirectories);
    for (int files = 0; all.hasNext(); ++files) {
        if (files == MostFiles)
            throw base::Error(base::ErrorCode::LimitExceeded, QStringLiteral("too many files"), path);
        media.add(folder.relativeFilePath(all.next()));
    }
    return media;
}

void SubmissionMedia::openPackage()
{
    try {
        m_zip.emplace(tabular::ZipReader::fromFile(m_path, packageLimits()));
    } catch (const base::Error& error) {
        throw base::Error(error.code(), error.detail(), m_path); // readers of packages do not know the file
    }
    for (const QString& name : m_zip->names())
        add(name);
}

void SubmissionMedia::add(const QString& entry)
{
    m_entries[entry.section(u'/', -1)] << entry;
}

bool SubmissionMedia::isEmpty() const
{
    return std::all_of(m_entries.keyBegin(), m_entries.keyEnd(), [](const QString& name) {
        return name.endsWith(u".csv", Qt::CaseInsensitive) || name.endsWith(u".xml", Qt::CaseInsensitive);
    });
}

qint64 SubmissionMedia::sizeOf(const QString& entry) const
{
    return m_zip ? m_zip->size(entry) : QFileInfo(QDir(m_path).filePath(entry)).size();
}

SubmissionMedia::File SubmissionMedia::find(const QString& name, const QString& instanceId) const
{
    if (isUnsafe(name)) return {Search::UnsafeName, {}, 0};
    QStringList entries = m_entries.value(name);
    if (entries.isEmpty()) entries = m_entries.value(servedName(name));
    if (entries.size() > 1) {
        const QString own = bareInstance(instanceId);
        QStringList within;
        for (const QString& entry : std::as_const(entries))
            if (entry.section(u'/', 0, -2).contains(own, Qt::CaseInsensitive)) within << entry;
        entries = within;
        if (entries.size() != 1) return {Search::Ambiguous, {}, 0};
    }
    if (entries.isEmpty()) return {};
    return {Search::Found, entries.front(), sizeOf(entries.front())};
}

QByteArray SubmissionMedia::read(const QString& entry, qint64 limit) const
{
    if (!m_zip) return base::readFile(QDir(m_path).filePath(entry), limit);
    if (m_zip->size(entry) > limit)
        throw base::Error(base::ErrorCode::LimitExceeded, QStringLiteral("file too large"), entry);
    return m_zip->read(entry);
}

} // namespace exchange
