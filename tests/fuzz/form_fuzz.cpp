// The first byte says how the rest is read: a package as it stands, the sheets of a workbook that a package
// is made of, a survey in CSV, Markdown tables, an XForm. Whatever is accepted is written out and read again,
// and run.
#include "base/error.h"
#include "questionnaire/form_run.h"
#include "questionnaire/tables.h"
#include "tabular/zip.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTimeZone>

#include <cstdlib>

using namespace questionnaire;

namespace {

void write(const QString& path, const QByteArray& bytes)
{
    QFile file(path);
    if (file.open(QIODevice::WriteOnly)) file.write(bytes);
}

/// Sheets are parted by a zero byte: survey, choices, then the shared strings.
QByteArray package(const QByteArray& input)
{
    const QList<QByteArray> parts = input.split('\0');
    const QByteArray relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    const QByteArray head =
        "<Relationships xmlns='http://schemas.openxmlformats.org/package/2006/relationships'>";
    const auto relation = [&](const char* id, const char* type, const char* target) {
        return QByteArray("<Relationship Id='") + id + "' Type='" + relations + '/' + type + "' Target='" +
               target + "'/>";
    };
    tabular::ZipWriter zip;
    zip.add(QStringLiteral("_rels/.rels"),
            head + relation("r", "officeDocument", "xl/workbook.xml") + "</Relationships>", true);
    zip.add(
        QStringLiteral("xl/workbook.xml"),
        "<workbook xmlns='http://schemas.openxmlformats.org/spreadsheetml/2006/main' xmlns:r='" + relations +
            "'><sheets><sheet name='survey' r:id='a'/><sheet name='choices' r:id='b'/></sheets></workbook>",
        true);
    zip.add(QStringLiteral("xl/_rels/workbook.xml.rels"),
            head + relation("a", "worksheet", "a.xml") + relation("b", "worksheet", "b.xml") +
                relation("c", "sharedStrings", "c.xml") + "</Relationships>",
            true);
    zip.add(QStringLiteral("xl/a.xml"), parts.value(0), true);
    zip.add(QStringLiteral("xl/b.xml"), parts.value(1), true);
    zip.add(QStringLiteral("xl/c.xml"), parts.value(2), true);
    return zip.finish();
}

QString placed(const QDir& folder, char kind, const QByteArray& bytes)
{
    switch (quint8(kind) % 5) {
    case 0:
        write(folder.filePath(QStringLiteral("f.xlsx")), bytes);
        return folder.filePath(QStringLiteral("f.xlsx"));
    case 1:
        write(folder.filePath(QStringLiteral("f.xlsx")), package(bytes));
        return folder.filePath(QStringLiteral("f.xlsx"));
    case 2:
        folder.mkpath(QStringLiteral("tables"));
        write(folder.filePath(QStringLiteral("tables/survey.csv")), bytes);
        return folder.filePath(QStringLiteral("tables"));
    case 3:
        write(folder.filePath(QStringLiteral("f.md")), bytes);
        return folder.filePath(QStringLiteral("f.md"));
    default:
        write(folder.filePath(QStringLiteral("f.xml")), bytes);
        return folder.filePath(QStringLiteral("f.xml"));
    }
}

void readAgain(const Form& form)
{
    const CompileResult again = compileForm(sheetsOf(form));
    if (!again.form || again.form->questions.size() != form.questions.size()) std::abort();
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size)
{
    static const QTemporaryDir temporary;
    if (size == 0) return 0;
    const char kind = char(data[0]);
    const QByteArray bytes(reinterpret_cast<const char*>(data + 1), qsizetype(size - 1));
    const QString path = placed(QDir(temporary.path()), kind, bytes);
    try {
        const CompileResult read = readForm(path);
        if (!read.form) return 0;
        if (quint8(kind) % 5 != 4) readAgain(*read.form);
        base::Issues issues;
        const QDateTime now(QDate(2015, 1, 13), QTime(9, 0), QTimeZone("Africa/Casablanca"));
        if (const auto run = FormRun::open(path, now, issues)) (void)run->submission();
    } catch (const base::Error&) {
    }
    return 0;
}
