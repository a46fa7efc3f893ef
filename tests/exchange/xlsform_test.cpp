// The form written to a workbook and read again is the same form, field by field; and a reader that shares no
// code with ours (openpyxl) sees the sheets, the headers and the rows that form tools expect.
#include "exchange/xlsform.h"
#include "questionnaire/compiler.h"
#include "questionnaire/standard.h"
#include "support/temporary_folder.h"

#include <QProcess>

#include <gtest/gtest.h>

using namespace questionnaire;

namespace {

void expectSame(const Question& a, const Question& b)
{
    EXPECT_EQ(a.type, b.type);
    EXPECT_EQ(std::tie(a.typeName, a.label, a.hint, a.unit, a.guidance, a.labels, a.hints, a.guidances),
              std::tie(b.typeName, b.label, b.hint, b.unit, b.guidance, b.labels, b.hints, b.guidances));
    EXPECT_EQ(std::tie(a.media, a.list, a.relevant, a.constraint, a.calculation, a.requiredExpression),
              std::tie(b.media, b.list, b.relevant, b.constraint, b.calculation, b.requiredExpression));
    EXPECT_EQ(std::tie(a.readOnlyExpression, a.choiceFilter, a.defaultValue, a.appearance, a.trigger),
              std::tie(b.readOnlyExpression, b.choiceFilter, b.defaultValue, b.appearance, b.trigger));
    EXPECT_EQ(std::tie(a.repeatCount, a.constraintMessage, a.requiredMessage, a.constraintMessages),
              std::tie(b.repeatCount, b.constraintMessage, b.requiredMessage, b.constraintMessages));
    EXPECT_EQ(std::tie(a.requiredMessages, a.parameters, a.required, a.readOnly, a.orOther, a.sensitivity),
              std::tie(b.requiredMessages, b.parameters, b.required, b.readOnly, b.orOther, b.sensitivity));
    EXPECT_EQ(a.isOther, b.isOther);
    EXPECT_EQ(std::tie(a.scope, a.shortForm, a.indicators, a.parent, a.number, a.children),
              std::tie(b.scope, b.shortForm, b.indicators, b.parent, b.number, b.children));
}

void expectSame(const ChoiceList& a, const ChoiceList& b)
{
    ASSERT_EQ(a.choices.size(), b.choices.size()) << a.name.toStdString();
    for (size_t i = 0; i < a.choices.size(); ++i)
        EXPECT_EQ(std::tie(a.choices[i].name, a.choices[i].label, a.choices[i].labels,
                           a.choices[i].attributes, a.choices[i].media),
                  std::tie(b.choices[i].name, b.choices[i].label, b.choices[i].labels,
                           b.choices[i].attributes, b.choices[i].media))
            << a.name.toStdString() << ' ' << i;
}

void expectSame(const Form& a, const Form& b)
{
    EXPECT_EQ(std::tie(a.id, a.version, a.title, a.defaultLanguage, a.languages, a.instanceName),
              std::tie(b.id, b.version, b.title, b.defaultLanguage, b.languages, b.instanceName));
    EXPECT_EQ(std::tie(a.externalFiles, a.choiceDuplicatesAllowed, a.sections, a.index),
              std::tie(b.externalFiles, b.choiceDuplicatesAllowed, b.sections, b.index));
    ASSERT_EQ(a.questions.size(), b.questions.size());
    for (size_t i = 0; i < a.questions.size(); ++i) {
        SCOPED_TRACE(a.questions[i].name.toStdString());
        EXPECT_EQ(a.questions[i].name, b.questions[i].name);
        expectSame(a.questions[i], b.questions[i]);
    }
    ASSERT_EQ(QSet<QString>(a.lists.keyBegin(), a.lists.keyEnd()),
              QSet<QString>(b.lists.keyBegin(), b.lists.keyEnd()));
    for (const ChoiceList& list : a.lists)
        expectSame(list, b.lists[list.name]);
}

std::shared_ptr<const Form> writtenAndRead(const Form& form, const QString& path)
{
    exchange::writeXlsForm(form, QDate(2015, 1, 13), path);
    const CompileResult result = readForm(path);
    for (const base::Issue& issue : result.issues)
        EXPECT_NE(issue.severity, base::Severity::Error) << issue.code.toStdString();
    return result.form;
}

} // namespace

TEST(XlsForm, theInstrumentComesBackUnchanged)
{
    const test::TemporaryFolder folder;
    const auto read = writtenAndRead(*standardForm(), folder.path(QStringLiteral("f.xlsx")));
    ASSERT_TRUE(read);
    expectSame(*standardForm(), *read);
}

TEST(XlsForm, everyFeatureComesBackUnchanged)
{
    const test::TemporaryFolder folder;
    const QString source = folder.write(QStringLiteral("f.md"), R"md(
| survey | | | | | | | | | | | | | | | |
| | type | name | label | label::Français (fr) | hint::العربية (ar) | guidance_hint | required | required_message::Français (fr) | calculation | trigger | default | readonly | choice_filter | parameters | media::image::Français (fr) |
| | start | debut | | | | | | | | | | | | | |
| | audit | | | | | | | | | | | | | identify-user=true | |
| | csv-external | lieux | | | | | | | | | | | | | |
| | select_multiple l or_other | s | S | Lesquels ? | تلميح | Lire | ${t} = '' | Il le faut | | | | | | randomize=true seed=7 | s.png |
| | text | t | T | | | | yes | | | | today() | yes | | | |
| | select_one_from_file villes.csv | v | V | | | | | | | | | ${t} = 'x' | region = ${t} | value=code label=nom | |
| | select_one ${n} | de | De | | | | | | | | | | | | |
| | calculate | c | | | | | | | now() | ${t} | | | | | |
| | begin repeat | r | R | | | | | | | | | | | | |
| | text | n | N | | | | | | | | | | | | |
| | geoshape | g | =1+1 | | | | | | | | | | | allow-mock-accuracy=true | |
| | end repeat | | | | | | | | | | | | | | |
| | range | e | E | | | | | | | | 007 | | | start=0 end=1 step=0.25 | |
| choices | | | | | |
| | list_name | name | label | Zone | audio |
| | l | 1 | Un | nord | un.mp3 |
| | l | 01 | Un aussi | | |
| | l | 1 | Encore | sud | |
| | sans_question | x | X | | |
| settings | | | | |
| | form_id | version | default_language | instance_name | allow_choice_duplicates |
| | essai | 2015-01 | Français (fr) | ${t} | yes |
)md");
    const CompileResult first = readForm(source);
    for (const base::Issue& issue : first.issues)
        ASSERT_NE(issue.severity, base::Severity::Error)
            << issue.code.toStdString() << ' ' << issue.place.row << issue.args.join(u' ').toStdString();
    ASSERT_TRUE(first.form);
    const auto read = writtenAndRead(*first.form, folder.path(QStringLiteral("f.xlsx")));
    ASSERT_TRUE(read);
    expectSame(*first.form, *read);
}

TEST(XlsForm, anIndependentReaderSeesWhatFormToolsExpect)
{
    const test::TemporaryFolder folder;
    const QString path = folder.path(QStringLiteral("f.xlsx"));
    exchange::writeXlsForm(*standardForm(), QDate(2015, 1, 13), path);
    const QString script = folder.write(QStringLiteral("read.py"), R"py(
import sys
try:
    import openpyxl
except ImportError:
    sys.exit(77)
book = openpyxl.load_workbook(sys.argv[1])
print(",".join(book.sheetnames))
for name in book.sheetnames:
    rows = list(book[name].iter_rows(values_only=True))
    print(name, len(rows) - 1, "|".join(rows[0]))
survey = [dict(zip(next(book["survey"].iter_rows(values_only=True)), r)) for r in book["survey"].iter_rows(min_row=2, values_only=True)]
begins = sum(r["type"] in ("begin_group", "begin_repeat") for r in survey)
ends = sum(r["type"] in ("end_group", "end_repeat") for r in survey)
lists = {r[0] for r in book["choices"].iter_rows(min_row=2, values_only=True)}
used = {r["type"].split()[1] for r in survey if r["type"].startswith("select_")}
print(begins == ends, used <= lists, all(r["name"] for r in survey), any(c.data_type == "f" for s in book for l in s for c in l))
)py");
    QProcess python;
    python.start(QStringLiteral("/usr/bin/python3"), {script, path});
    ASSERT_TRUE(python.waitForFinished(60'000));
    if (python.exitCode() == 77) GTEST_SKIP() << "openpyxl is not installed";
    ASSERT_EQ(python.exitCode(), 0) << python.readAllStandardError().toStdString();
    const QStringList lines = QString::fromUtf8(python.readAllStandardOutput()).split(u'\n');
    EXPECT_EQ(lines[0], QStringLiteral("survey,choices,settings"));
    EXPECT_TRUE(lines[1].contains(QStringLiteral(" type|name|label::Français (fr)|label::English "
                                                 "(en)|hint::Français (fr)|required|relevant|constraint|")))
        << lines[1].toStdString();
    EXPECT_TRUE(lines[2].contains(QStringLiteral(" list_name|name|label::Français (fr)|")))
        << lines[2].toStdString();
    EXPECT_TRUE(lines[3].contains(QStringLiteral("settings 1 form_title|form_id|version|default_language")))
        << lines[3].toStdString();
    EXPECT_EQ(lines[4], QStringLiteral("True True True False"));
}
