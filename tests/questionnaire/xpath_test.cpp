#include "base/error.h"
#include "questionnaire/expression/tree.h"
#include "questionnaire/values/answer.h"
#include "questionnaire/xpath.h"

#include <QTimeZone>

#include <gtest/gtest.h>

using namespace questionnaire;

namespace {

using As = EvalRequest::As;

constexpr const char* Document =
    R"xml(<d xmlns:x="urn:x"><a id="1">un</a><b><c n="2">10</c><!--note--><c n="3">20</c></b>
<x:e>z</x:e><a id="4">deux</a></d>)xml";

QDateTime noon()
{
    return QDateTime(QDate(2026, 11, 23), QTime(12, 0), QTimeZone("America/Phoenix"));
}

QString shown(const EvalOutcome& outcome)
{
    if (const auto* text = std::get_if<QString>(&outcome)) return *text;
    if (const auto* number = std::get_if<double>(&outcome)) return QString::number(*number, 'g', 12);
    if (const auto* truth = std::get_if<bool>(&outcome)) return *truth ? u"true"_qs : u"false"_qs;
    if (const auto* nodes = std::get_if<QStringList>(&outcome)) return nodes->join(u' ');
    const auto& failure = std::get<EvalFailure>(outcome);
    return failure.code + u'@' + QString::number(failure.position);
}

struct Case
{
    const char16_t* expression;
    As as;
    const char16_t* expected;
    const char16_t* context = u"";
};

class OnDocument : public testing::TestWithParam<Case>
{
};

TEST_P(OnDocument, Evaluates)
{
    const EvalRequest request{QString::fromUtf16(GetParam().expression),
                              GetParam().as,
                              Document,
                              QString::fromUtf16(GetParam().context),
                              {},
                              noon()};
    EXPECT_EQ(shown(evaluateOnDocument(request)), QString::fromUtf16(GetParam().expected));
}

INSTANTIATE_TEST_SUITE_P(
    Paths, OnDocument,
    testing::Values(
        Case{u"/d/a", As::NodeSet, u"/*[1]/*[1] /*[1]/*[4]"}, Case{u"/d/a[2]", As::Text, u"deux"},
        Case{u"//c[@n = 3]", As::Text, u"20"}, Case{u"sum(//c)", As::Number, u"30"},
        Case{u"//c[last()]/@n", As::NodeSet, u"/*[1]/*[2]/*[2]/@n"}, Case{u"(//c)[1]", As::Number, u"10"},
        Case{u"count(//c | /d/a)", As::Number, u"4"}, Case{u"//c = 20", As::Boolean, u"true"},
        Case{u"//c != 20", As::Boolean, u"true"}, Case{u"//c > 20", As::Boolean, u"false"},
        Case{u"//none = ''", As::Boolean, u"false"}, Case{u"/d/x:e", As::Text, u"z"},
        Case{u"/d/e", As::Text, u""}, Case{u"name(/d/*[3])", As::Text, u"x:e"},
        Case{u"//comment()", As::NodeSet, u"/*[1]/*[2]/comment()[1]"},
        Case{u"..", As::NodeSet, u"/*[1]/*[2]", u"//c[1]"},
        Case{u"../../a", As::NodeSet, u"/*[1]/*[1] /*[1]/*[4]", u"//c[1]"},
        Case{u"following-sibling::c", As::Text, u"20", u"//c[1]"},
        Case{u"preceding::*[1]", As::NodeSet, u"/*[1]/*[2]/*[1]", u"//c[2]"},
        Case{u"ancestor::*", As::NodeSet, u"/*[1] /*[1]/*[2]", u"//c[1]"},
        Case{u"position(.)", As::Number, u"2", u"//c[2]"}, Case{u". + 1", As::Number, u"11", u"//c[1]"},
        Case{u"current()/@n", As::Text, u"2", u"//c[1]"}, Case{u"/d/a[. = 'deux']/@id", As::Text, u"4"},
        Case{u"descendant::a[position() = 2]", As::Text, u"deux"},
        Case{u"number('2008-09-05')", As::Number, u"14127.2916667"},
        Case{u"/d/a[", As::Text, u"unexpected_end@5"},
        Case{u"1", As::Text, u"unknown_context@0", u"//none"}));

TEST(XPath, StartsInTheInstanceOfAForm)
{
    EvalRequest request{
        u"instance('s')/root/item[name = /data/q]/label"_qs, As::Text, {}, u"//data/q"_qs, {}, noon()};
    request.xml = "<html><head><model><instance><data><q>b</q></data></instance><instance id='s'><root>"
                  "<item><name>a</name><label>A</label></item><item><name>b</name><label>B</label></item>"
                  "</root></instance></model></head></html>";
    EXPECT_EQ(shown(evaluateOnDocument(request)), u"B"_qs);
}

TEST(XPath, ReadsAnswersAndTheirRows)
{
    Answers answers;
    answers.set(u"a"_qs, Answer::of(u"3"_qs));
    answers.set(u"b"_qs, Answer::inState(AnswerState::DontKnow));
    for (const QString& amount : {u"10"_qs, u"30"_qs}) {
        Row row{amount, {}};
        row.answers.set(u"montant"_qs, Answer::of(amount));
        answers.rowsOf(u"rg"_qs).push_back(row);
    }
    const auto evaluated = [&](const QString& text) {
        return shown(evaluateOnAnswers({text, As::Text, {}, {}, {}, noon()}, answers));
    };
    EXPECT_EQ(evaluated(u"${a} + sum(${montant})"_qs), u"43"_qs);
    EXPECT_EQ(evaluated(u"count(${rg})"_qs), u"2"_qs);
    EXPECT_EQ(evaluated(u"concat(${b}, etat(${b}), etat(${c}))"_qs), u"nspnspnon_pose"_qs);
    EXPECT_EQ(evaluated(u"indexed-repeat(${montant}, ${rg}, 2)"_qs), u"30"_qs);
}

TEST(Tree, WritesWhatItReads)
{
    const QByteArray xml =
        "<d xmlns=\"urn:d\" xmlns:x=\"urn:x\" x:a=\"1 &amp; 2\"><x:e>t<!--c--></x:e><f/></d>";
    EXPECT_EQ(writeTree(*parseTree(xml)), xml);
    EXPECT_EQ(writeTree(*parseTree(xml)->clone()), xml);
}

TEST(Tree, RefusesNestingThatWouldExhaustTheStack)
{
    EXPECT_THROW(parseTree(QByteArray("<a>").repeated(100000)), base::Error);
}

TEST(XPath, RefusesWhatIsNotXml)
{
    EXPECT_THROW(evaluateOnDocument({u"1"_qs, As::Text, "<a>", {}, {}, noon()}), base::Error);
}

TEST(XPath, ReadsCasesWithEscapesAndEitherHeader)
{
    const auto cases =
        readEvalCases("id\texpression\txml\tcontext\tas\n7\tconcat('a\\t', \"\\\\\")\td\t/x\tnumber\n");
    ASSERT_EQ(cases.size(), 1U);
    EXPECT_EQ(cases[0].id + cases[0].documentName + cases[0].request.context, u"7d/x"_qs);
    EXPECT_EQ(cases[0].request.expression, u"concat('a\t', \"\\\")"_qs);
    EXPECT_EQ(cases[0].request.as, As::Number);
    EXPECT_EQ(readEvalCases("expression\tkind\n1\tboolean\n")[0].request.as, As::Boolean);
    EXPECT_THROW(readEvalCases("id\n1\n"), base::Error);
}

} // namespace
