#include "base/error.h"
#include "questionnaire/compiler.h"
#include "support/temporary_folder.h"

#include <gtest/gtest.h>

using namespace questionnaire;

namespace {

CompileResult compileMarkdown(const char16_t* markdown)
{
    const test::TemporaryFolder folder;
    return readForm(folder.write(u"form.md"_qs, QString::fromUtf16(markdown).toUtf8()));
}

std::string listed(const base::Issues& issues)
{
    QStringList lines;
    for (const base::Issue& issue : issues)
        lines << issue.code + u' ' + issue.place.sheet + u':' + QString::number(issue.place.row) + u':' +
                     issue.place.column + u" ["_qs + issue.args.join(u"|"_qs) + u']';
    return lines.join(u"\n"_qs).toStdString();
}

struct Fault
{
    const char* name;
    const char16_t* markdown;
    std::vector<std::string> issues; ///< "code sheet:row:column [args]", all of them
};

class Refuses : public testing::TestWithParam<Fault>
{
};

TEST_P(Refuses, WithEveryProblemInItsPlace)
{
    const CompileResult result = compileMarkdown(GetParam().markdown);
    EXPECT_FALSE(result.form);
    std::string expected;
    for (const std::string& issue : GetParam().issues)
        expected += (expected.empty() ? "" : "\n") + issue;
    EXPECT_EQ(listed(result.issues), expected);
}

INSTANTIATE_TEST_SUITE_P(
    Forms, Refuses,
    testing::Values(
        Fault{"NoSurvey", u"| choices | | |\n| | list_name | name |\n", {"form.missing_sheet :0: [survey]"}},
        Fault{"SurveyMisspelt",
              u"| surveys | | |\n| | type | name |\n",
              {"form.missing_sheet :0: [survey]", "form.sheet_misspelt surveys:0: [surveys|survey]"}},
        Fault{"NoNameColumn",
              u"| survey | |\n| | type |\n| | text |\n",
              {"form.missing_column survey:0: [name]"}},
        Fault{"SeveralAtOnce",
              u"| survey |\n| | type | name | label |\n| | texte | a | A |\n| | select_one l | b | B |\n"
              u"| | text | c | |\n| | text | c | C |\n| | end group | | |\n",
              {"form.unknown_type survey:2:type [texte]", "form.missing_list survey:3:type [l|b]",
               "form.missing_label survey:4:label [c]", "form.duplicate_name survey:5:name [c]",
               "form.unmatched_end survey:6:type [end group|]"}},
        Fault{"UnclosedGroup",
              u"| survey |\n| | type | name | label |\n| | begin group | g | G |\n| | text | a | A |\n",
              {"form.unclosed_group survey:2:type [g]"}},
        Fault{"CrossedGroups",
              u"| survey |\n| | type | name | label |\n| | begin group | g | G |\n| | text | a | A |\n"
              u"| | end repeat | | |\n| | end group | | |\n",
              {"form.unmatched_end survey:4:type [end repeat|g]"}},
        Fault{"BadExpression",
              u"| survey |\n| | type | name | label | bind::relevant |\n| | text | a | A | 1 + |\n"
              u"| | text | b | B | selekted(${a}, 'x') |\n",
              {"form.bad_expression survey:2:bind::relevant [1 +|unexpected_end|4]",
               "form.bad_expression survey:3:bind::relevant [selekted(${a}, "
               "'x')|unknown_function|1|selekted]"}},
        Fault{"UnknownReferences",
              u"| survey |\n| | type | name | label | constraint |\n| | text | a | Bonjour ${qui} | . > ${b} "
              u"|\n",
              {"form.unknown_reference survey:2:constraint [b|a]",
               "form.unknown_reference survey:2:label [qui|a]"}},
        Fault{"Cycle",
              u"| survey |\n| | type | name | label | relevant |\n| | text | a | A | ${c} = 1 |\n"
              u"| | text | b | B | ${a} = 1 |\n| | text | c | C | ${b} = 1 |\n",
              {"form.cycle survey:2:relevant [a → c → b → a]"}},
        Fault{"CycleThroughAGroup",
              u"| survey |\n| | type | name | label | relevant |\n| | begin group | g | G | ${a} = 1 |\n"
              u"| | text | a | A | |\n| | end group | | | |\n",
              {"form.cycle survey:3:calculation [a → a]"}},
        Fault{"Choices",
              u"| survey |\n| | type | name | label |\n| | select_multiple l | a | A |\n| choices |\n"
              u"| | list name | name | label |\n| | l | x | X |\n| | l | x | Y |\n| | l | | Z |\n| | l | b c "
              u"| BC |\n",
              {"form.duplicate_choice choices:3:name [x|l]", "form.choice_without_name choices:4:name [l]",
               "form.space_in_choice survey:2:type [b c|l]"}},
        Fault{"NoCalculation",
              u"| survey |\n| | type | name |\n| | calculate | a |\n",
              {"form.missing_calculation survey:2:calculation [a]"}},
        Fault{"BadNames",
              u"| survey |\n| | type | name | label |\n| | text | 1a | A |\n| | text | | B |\n| | text | "
              u"meta | C |\n",
              {"form.invalid_name survey:2:name [1a]", "form.missing_name survey:3:name [text]",
               "form.reserved_name survey:4:name [meta]"}},
        Fault{"AmbiguousReference",
              u"| survey |\n| | type | name | label | relevant |\n| | begin group | g | G | |\n| | text | a "
              u"| A | |\n"
              u"| | end group | | | |\n| | begin group | h | H | |\n| | text | a | A | |\n| | end group | | "
              u"| |\n"
              u"| | text | b | B | ${a} = 1 |\n",
              {"form.ambiguous_reference survey:8:relevant [a|b]"}},
        Fault{"BadTrigger",
              u"| survey |\n| | type | name | label | calculation | trigger |\n| | text | a | A | now() | 6 "
              u"|\n",
              {"form.bad_trigger survey:2:trigger [6]"}}),
    [](const auto& tested) { return tested.param.name; });

TEST(Compiler, OtherMakesAChoiceAndTheTextThatSpellsIt)
{
    const CompileResult result = compileMarkdown(
        u"| survey |\n| | type | name | label::English (en) | label::Français (fr) | sensibilite |\n"
        u"| | begin repeat | r | R | R | |\n"
        u"| | select_multiple l or_other | a | Where? | Où ? | restreint |\n"
        u"| | integer | n | N | N | |\n| | end repeat | | | | |\n"
        u"| | select_one l | b | B | B | |\n| | select_one m or_other | c | C | C | |\n"
        u"| choices |\n| | list_name | name | label::English (en) |\n| | l | x | X |\n| | m | other | Mine "
        u"|\n");
    ASSERT_TRUE(result.form) << listed(result.issues);
    const Form& form = *result.form;
    const Question& other = *form.question(u"a_other"_qs);
    EXPECT_EQ(other.type, QuestionType::Text);
    EXPECT_EQ(other.relevant, u"selected(${a}, 'other')"_qs);
    EXPECT_EQ(other.label, u"Specify other."_qs);
    EXPECT_EQ(other.labels[u"fr"_qs], u"Autre, précisez"_qs);
    EXPECT_EQ(other.sensitivity, Sensitivity::Restricted) << "what it spells out is no less secret";
    const int r = form.index[u"r"_qs];
    EXPECT_EQ(form.questions[size_t(r)].children,
              (std::vector<int>{r + 1, form.index[u"a_other"_qs], form.index[u"n"_qs]}));
    EXPECT_EQ(form.repeatOf(form.index[u"a_other"_qs]), r);
    ASSERT_EQ(form.lists[u"l"_qs].choices.size(), 2U);
    EXPECT_EQ(form.lists[u"l"_qs].choices[1].name, u"other"_qs);
    EXPECT_EQ(form.lists[u"l"_qs].choices[1].labels[u"fr"_qs], u"Autre"_qs);
    EXPECT_EQ(form.question(u"b_other"_qs), nullptr);
    ASSERT_TRUE(form.question(u"c_other"_qs));
    ASSERT_EQ(form.lists[u"m"_qs].choices.size(), 1U) << "the author's own stays alone";
    EXPECT_EQ(form.lists[u"m"_qs].choices[0].label, u"Mine"_qs);
}

TEST(Compiler, OtherLeavesItsNameToNoOtherQuestionAndItsTextClosesCycles)
{
    const char16_t* choices = u"| choices |\n| | list_name | name | label |\n| | l | x | X |\n";
    const auto compiled = [&](const char16_t* survey) {
        return listed(compileMarkdown((std::u16string(survey) + choices).c_str()).issues);
    };
    EXPECT_EQ(compiled(u"| survey |\n| | type | name | label |\n| | select_one l or_other | a | A |\n"
                       u"| | text | a_other | T |\n"),
              "form.duplicate_name survey:3:name [a_other]");
    EXPECT_EQ(compiled(u"| survey |\n| | type | name | label | relevant |\n"
                       u"| | select_one l or_other | a | A | ${a_other} = '' |\n"),
              "form.cycle survey:2:relevant [a → a_other → a]");
}

TEST(Compiler, ReadsColumnsAsAuthorsWriteThem)
{
    const CompileResult result = compileMarkdown(
        u"| survey |\n"
        u"| | Type | Name | Label::Français (fr) | label::English (en) | hint | Relevance | read_only | "
        u"required |\n"
        u"| | select one l or_other | a | Où ? | Where? | Aide | | | yes |\n"
        u"| | begin_repeat | r | R | R | | ${a} = ‘x’ | | |\n"
        u"| | int | n | N | N | | | TRUE | ${a} != '' |\n"
        u"| | end repeat | | | | | | | |\n"
        u"| choices |\n| | list name | value | label::Français (fr) | pays |\n| | l | x | Ici | ma |\n"
        u"| settings |\n| | id_string | title | default_language |\n| | f | Titre | English (en) |\n");
    ASSERT_TRUE(result.form) << listed(result.issues);
    const Form& form = *result.form;
    EXPECT_EQ(form.id, u"f"_qs);
    EXPECT_EQ(form.title, u"Titre"_qs);
    const Question& a = *form.question(u"a"_qs);
    EXPECT_EQ(a.label, u"Where?"_qs);
    EXPECT_EQ(a.labels[u"fr"_qs], u"Où ?"_qs);
    EXPECT_EQ(a.hint, u"Aide"_qs);
    EXPECT_TRUE(a.required && a.orOther);
    EXPECT_EQ(form.listOf(a)->choices[0].attributes[u"pays"_qs], u"ma"_qs);
    EXPECT_EQ(form.question(u"r"_qs)->relevant, u"${a} = 'x'"_qs);
    const Question& n = *form.question(u"n"_qs);
    EXPECT_EQ(n.type, QuestionType::Integer);
    EXPECT_TRUE(n.readOnly);
    EXPECT_EQ(n.requiredExpression, u"${a} != ''"_qs);
    EXPECT_EQ(form.repeatOf(form.index[u"n"_qs]), form.index[u"r"_qs]);
}

TEST(Compiler, ReadsAFolderOfCsv)
{
    const test::TemporaryFolder folder;
    folder.write(u"survey.csv"_qs, ",,\ntype,name,label\ntext,a,A\nrien,b,B\n");
    const CompileResult result = readForm(folder.path());
    EXPECT_EQ(listed(result.issues), "form.unknown_type survey:4:type [rien]");
}

TEST(Compiler, ReadsAnXForm)
{
    const test::TemporaryFolder folder;
    const QString path = folder.write(u"form.xml"_qs, R"xml(
        <h:html xmlns="http://www.w3.org/2002/xforms" xmlns:h="http://www.w3.org/1999/xhtml"><h:head><h:title>T</h:title>
        <model><instance><data id="f" version="2"><g><a/></g><s/><c/><n/></data></instance>
        <bind nodeset="/data/g/a" type="int" required="true()" constraint=". &gt; 0"/>
        <bind nodeset="/data/c" calculate="/data/g/a + 1"/></model></h:head>
        <h:body><group ref="/data/g"><label>G</label><input ref="/data/g/a"><label>A</label></input></group>
        <select1 ref="/data/s"><label>S</label><item><label>X</label><value>x</value></item></select1>
        <range ref="/data/n" start="0" end="5" step="1"><label>N</label></range>
        </h:body></h:html>)xml");
    const CompileResult result = readForm(path);
    ASSERT_TRUE(result.form) << listed(result.issues);
    const Form& form = *result.form;
    EXPECT_EQ(form.id + form.version + form.title, u"f2T"_qs);
    EXPECT_EQ(form.sections.size(), 1U);
    EXPECT_EQ(form.question(u"a"_qs)->type, QuestionType::Integer);
    EXPECT_EQ(form.question(u"a"_qs)->constraint, u". > 0"_qs);
    EXPECT_TRUE(form.question(u"a"_qs)->required);
    EXPECT_EQ(form.question(u"c"_qs)->type, QuestionType::Calculate);
    EXPECT_EQ(form.question(u"n"_qs)->parameters.value(u"end"_qs), u"5"_qs);
    EXPECT_EQ(form.listOf(*form.question(u"s"_qs))->labelOf(u"x"_qs), u"X"_qs);
}

TEST(Compiler, FindsTheFaultsOfAnXForm)
{
    const test::TemporaryFolder folder;
    const QString path = folder.write(u"form.xml"_qs, R"xml(<h:html xmlns="http://www.w3.org/2002/xforms"
        xmlns:h="http://www.w3.org/1999/xhtml"><h:head><model><instance><data id="f"><s/></data></instance>
        <bind nodeset="/data/s" relevant="1 +"/></model></h:head><h:body><input ref="/data/z"/></h:body></h:html>)xml");
    EXPECT_EQ(listed(readForm(path).issues),
              "form.bad_expression model:0:/data/s relevant [1 +|unexpected_end|4]\n"
              "form.unknown_node body:0:input [/data/z]");
}

TEST(Compiler, RefusesFilesThatAreNoForm)
{
    const test::TemporaryFolder folder;
    EXPECT_THROW(readForm(folder.path(u"absent.xlsx"_qs)), base::Error);
    EXPECT_THROW(readForm(folder.write(u"form.xlsx"_qs, "not a workbook")), base::Error);
    EXPECT_THROW(readForm(folder.write(u"form.xml"_qs, "<html><not closed")), base::Error);
}

} // namespace
