#include "base/atomic_file.h"
#include "base/error.h"
#include "exchange/submissions/media.h"
#include "exchange/submissions/source.h"
#include "tabular/zip.h"

#include <QDirIterator>
#include <QFileInfo>

namespace exchange {
namespace {

constexpr qint64 LargestFile = qint64(40) << 20;
constexpr int MostFiles = 20'000;

QByteArray firstBytes(const QByteArray& bytes)
{
    return bytes.left(4096).replace("\xEF\xBB\xBF", "").trimmed().left(1);
}

bool isSubmissionName(const QString& name)
{
    return name.endsWith(u".xml", Qt::CaseInsensitive);
}

SubmissionSource readXmlPackage(const tabular::ZipReader& zip, const questionnaire::Form& form)
{
    SubmissionSource source;
    source.layout = SubmissionLayout::OdkXml;
    QStringList names = zip.names();
    names.removeIf([](const QString& name) { return !isSubmissionName(name); });
    checkSizes(zip, names);
    for (const QString& name : std::as_const(names))
        addOdkXml(zip.read(name), form, source);
    if (source.rows.empty())
        throw base::Error(base::ErrorCode::Malformed, QStringLiteral("a package without submissions"));
    return source;
}

SubmissionSource readPackage(const QString& path, const questionnaire::Form& form)
{
    const tabular::ZipReader zip = tabular::ZipReader::fromFile(path, packageLimits());
    const auto any = [&](const QString& suffix) {
        return std::any_of(zip.names().begin(), zip.names().end(),
                           [&](const QString& name) { return name.endsWith(suffix, Qt::CaseInsensitive); });
    };
    if (zip.contains(QStringLiteral("xl/workbook.xml")) ||
        zip.contains(QStringLiteral("[Content_Types].xml")))
        return readKoboXlsx(base::readFile(path, LargestFile));
    return any(QStringLiteral(".csv")) ? readOdkZip(zip) : readXmlPackage(zip, form);
}

/// A folder as Briefcase and Collect leave it: one XML per submission, at any depth.
SubmissionSource readFolder(const QString& path, const questionnaire::Form& form)
{
    QStringList files;
    QDirIterator all(path, {QStringLiteral("*.xml")}, QDir::Files | QDir::NoSymLinks,
                     QDirIterator::Subdirectories);
    while (all.hasNext() && files.size() <= MostFiles)
        files << all.next();
    if (files.size() > MostFiles)
        throw base::Error(base::ErrorCode::LimitExceeded, QStringLiteral("too many files"), path);
    if (files.isEmpty())
        throw base::Error(base::ErrorCode::Malformed, QStringLiteral("a folder without submissions"), path);
    files.sort();
    SubmissionSource source;
    source.layout = SubmissionLayout::OdkXml;
    for (const QString& file : files) {
        try {
            addOdkXml(base::readFile(file, LargestFile), form, source);
        } catch (const base::Error& error) {
            throw base::Error(error.code(), error.detail(), file);
        }
    }
    return source;
}

SubmissionSource readBytes(const QByteArray& bytes, const QString& path, const questionnaire::Form& form)
{
    if (bytes.startsWith("\xD0\xCF\x11\xE0")) return readKoboXlsx(bytes); // says that it is an old workbook
    const QByteArray first = firstBytes(bytes);
    if (first == "{" || first == "[") {
        const bool marked = bytes.startsWith("\xEF\xBB\xBF");
        return readKoboJson(marked ? bytes.mid(3) : bytes);
    }
    if (first != "<") return readKoboCsv(bytes, QFileInfo(path).completeBaseName());
    SubmissionSource source;
    source.layout = SubmissionLayout::OdkXml;
    addOdkXml(bytes, form, source);
    return source;
}

} // namespace

void checkSizes(const tabular::ZipReader& zip, const QStringList& names)
{
    qint64 total = 0;
    for (const QString& name : names) {
        total += zip.size(name);
        if (zip.size(name) > LargestFile || total > 2 * LargestFile)
            throw base::Error(base::ErrorCode::LimitExceeded,
                              QStringLiteral("package too large once opened"));
    }
}

QString layoutCode(SubmissionLayout layout)
{
    switch (layout) {
    case SubmissionLayout::KoboXlsx:
        return QStringLiteral("kobo-xlsx");
    case SubmissionLayout::KoboCsv:
        return QStringLiteral("kobo-csv");
    case SubmissionLayout::KoboJson:
        return QStringLiteral("kobo-json");
    case SubmissionLayout::OdkZip:
        return QStringLiteral("odk-zip");
    case SubmissionLayout::OdkXml:
        return QStringLiteral("odk-xml");
    }
    return {};
}

SubmissionSource readSubmissions(const QString& path, const questionnaire::Form& form)
{
    if (QFileInfo(path).isDir()) return readFolder(path, form);
    try {
        return isPackage(path) ? readPackage(path, form)
                               : readBytes(base::readFile(path, LargestFile), path, form);
    } catch (const base::Error& error) {
        throw base::Error(error.code(), error.detail(), path); // readers of bytes do not know the file
    }
}

} // namespace exchange
