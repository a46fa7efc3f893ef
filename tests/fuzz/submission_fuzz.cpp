// The first byte says how the rest is read: a package as it stands, the sheets of a workbook, a CSV file,
// JSON, the CSV files of an ODK package, an XML submission. Whatever is accepted is decoded, written out in
// the other layouts and read again: as many submissions, with as many answers.
#include "base/error.h"
#include "exchange/submissions/decoding.h"
#include "exchange/submissions/matching.h"
#include "exchange/submissions/writing.h"
#include "questionnaire/compiler.h"
#include "tabular/zip.h"

#include <QFile>
#include <QTemporaryDir>

#include <cstdlib>

using namespace exchange;
using questionnaire::Form;

namespace {

const QByteArray Survey =
    "| survey |\n| | type | name | label |\n| | text | nom | Nom |\n"
    "| | select_multiple l | choix | Choix |\n| | geopoint | point | Point |\n"
    "| | begin repeat | r | R |\n| | integer | n | N |\n| | begin repeat | rr | RR |\n"
    "| | select_one l | un | Un |\n| | end repeat | | |\n| | end repeat | | |\n"
    "| choices |\n| | list_name | name | label |\n| | l | a | A b |\n| | l | nsp | Ne sait pas |\n";

void write(const QString& path, const QByteArray& bytes)
{
    QFile file(path);
    if (file.open(QIODevice::WriteOnly)) file.write(bytes);
}

std::shared_ptr<const Form> formIn(const QTemporaryDir& folder)
{
    const QString path = folder.filePath(QStringLiteral("form.md"));
    write(path, Survey);
    return questionnaire::readForm(path).form;
}

QByteArray workbook(const QList<QByteArray>& sheets)
{
    const QByteArray relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    const QByteArray head =
        "<Relationships xmlns='http://schemas.openxmlformats.org/package/2006/relationships'>";
    const auto relation = [&](const QByteArray& id, const char* type, const QByteArray& target) {
        return "<Relationship Id='" + id + "' Type='" + relations + '/' + type + "' Target='" + target +
               "'/>";
    };
    static const QList<QByteArray> names{"data", "r", "rr"};
    QByteArray list, links;
    tabular::ZipWriter zip;
    zip.add(QStringLiteral("_rels/.rels"),
            head + relation("r", "officeDocument", "xl/workbook.xml") + "</Relationships>", true);
    for (int i = 0; i < std::min<int>(3, int(sheets.size())); ++i) {
        const QByteArray id = "s" + QByteArray::number(i);
        list += "<sheet name='" + names[i] + "' r:id='" + id + "'/>";
        links += relation(id, "worksheet", id + ".xml");
        zip.add(QStringLiteral("xl/s%1.xml").arg(i), sheets[i], true);
    }
    zip.add(QStringLiteral("xl/workbook.xml"),
            "<workbook xmlns='http://schemas.openxmlformats.org/spreadsheetml/2006/main' xmlns:r='" +
                relations + "'><sheets>" + list + "</sheets></workbook>",
            true);
    zip.add(QStringLiteral("xl/_rels/workbook.xml.rels"), head + links + "</Relationships>", true);
    return zip.finish();
}

QByteArray csvPackage(const QList<QByteArray>& files)
{
    static const QStringList names{QStringLiteral("f.csv"), QStringLiteral("f-r.csv"),
                                   QStringLiteral("f-rr.csv")};
    tabular::ZipWriter zip;
    for (int i = 0; i < std::min<int>(3, int(files.size())); ++i)
        zip.add(names[i], files[i], true);
    return zip.finish();
}

SubmissionSource read(char kind, const QByteArray& bytes, const Form& form)
{
    switch (quint8(kind) % 6) {
    case 0:
        return readOdkZip(tabular::ZipReader(bytes));
    case 1:
        return readKoboXlsx(workbook(bytes.split('\0')));
    case 2:
        return readKoboCsv(bytes, QStringLiteral("f"));
    case 3:
        return readKoboJson(bytes);
    case 4:
        return readOdkZip(tabular::ZipReader(csvPackage(bytes.split('\0'))));
    default: {
        SubmissionSource source;
        source.layout = SubmissionLayout::OdkXml;
        addOdkXml(bytes, form, source);
        return source;
    }
    }
}

std::vector<Submission> decoded(const SubmissionSource& source, const Form& form)
{
    base::Issues issues;
    return decodeSubmissions(source, matchColumns(source, form), form, issues);
}

void same(const std::vector<Submission>& a, const std::vector<Submission>& b)
{
    if (a.size() != b.size()) std::abort();
    for (size_t i = 0; i < a.size(); ++i)
        if (a[i].answers.repeats().size() != b[i].answers.repeats().size()) std::abort();
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size)
{
    static const QTemporaryDir folder;
    static const auto form = formIn(folder);
    if (size == 0) return 0;
    const QByteArray bytes(reinterpret_cast<const char*>(data + 1), qsizetype(size - 1));
    try {
        SubmissionBook book{form.get(), decoded(read(char(data[0]), bytes, *form), *form), {}};
        same(book.submissions, decoded(readKoboJson(koboJsonOf(book)), *form));
        if (!book.submissions.empty())
            same(book.submissions, decoded(readOdkZip(tabular::ZipReader(odkZipOf(book))), *form));
        for (const Submission& one : book.submissions) {
            SubmissionSource source;
            addOdkXml(odkXmlOf(book, one), *form, source);
            same({one}, decoded(source, *form));
        }
    } catch (const base::Error&) {
    }
    return 0;
}
