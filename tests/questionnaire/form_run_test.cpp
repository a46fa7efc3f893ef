#include "questionnaire/form_run.h"
#include "support/temporary_folder.h"

#include <QTimeZone>

#include <gtest/gtest.h>

using namespace questionnaire;

namespace {

using Op = RunStep::Op;

QDateTime morning()
{
    return QDateTime(QDate(2015, 1, 13), QTime(9, 0), QTimeZone("Africa/Casablanca"));
}

/// Runs a form and reads its nodes by path.
class Running : public testing::Test
{
protected:
    void open(const QString& name, const char* content)
    {
        base::Issues issues;
        run = FormRun::open(folder.write(name, content), morning(), issues);
        ASSERT_TRUE(run) << (issues.empty() ? "" : issues.front().code.toStdString());
    }
    NodeChanges apply(const RunStep& step)
    {
        NodeChanges changes;
        EXPECT_TRUE(run->apply(step, changes)) << step.ref.toStdString();
        return changes;
    }
    NodeChanges set(const char16_t* path, const char16_t* value)
    {
        return apply({Op::Set, QString::fromUtf16(path), QString::fromUtf16(value), 0});
    }
    NodeState node(const char16_t* path) const
    {
        const auto found = run->nodes().find(QString::fromUtf16(path));
        return found == run->nodes().end() ? NodeState{} : found->second;
    }
    QString value(const char16_t* path) const { return node(path).value; }
    bool has(const char16_t* path) const { return run->nodes().contains(QString::fromUtf16(path)); }

    test::TemporaryFolder folder;
    std::unique_ptr<FormRun> run;
};

// "/data/…" binds, a template row, a count, an action, static and filtered choices, nested conditions.
constexpr const char* XForm = R"xml(<h:html xmlns="http://www.w3.org/2002/xforms"
  xmlns:h="http://www.w3.org/1999/xhtml" xmlns:jr="http://openrosa.org/javarosa"><h:head><h:title>T</h:title><model>
  <instance><data id="f"><a/><g><b>kept</b></g><total/><rep jr:template=""><x>1</x><y/></rep><n/><fixed><z/></fixed>
   <region/><town/><stamp/><meta><instanceID/></meta></data></instance>
  <instance id="towns"><root><item><name>rabat</name><r>n</r></item><item><name>agadir</name><r>s</r></item></root></instance>
  <bind nodeset="/data/a" type="int" required="true()" constraint=". &lt; 10"/>
  <bind nodeset="/data/g" relevant="/data/a &gt; 2"/>
  <bind nodeset="/data/total" calculate="sum(/data/rep/y)" readonly="true()"/>
  <bind nodeset="/data/rep/y" calculate="/data/rep/x * 10"/>
  <bind nodeset="/data/meta/instanceID" jr:preload="uid"/></model></h:head>
 <h:body><input ref="/data/a"><label>A</label><setvalue event="xforms-value-changed" ref="/data/stamp" value="concat('a=', /data/a)"/></input>
  <group ref="/data/g"><label>G</label><input ref="/data/g/b"><label>B</label></input></group>
  <group ref="/data/rep"><label>R</label><repeat nodeset="/data/rep"><input ref="/data/rep/x"><label>X</label></input></repeat></group>
  <input ref="/data/n"><label>N</label></input>
  <group ref="/data/fixed"><label>F</label><repeat nodeset="/data/fixed" jr:count="/data/n"><input ref="/data/fixed/z"><label>Z</label></input></repeat></group>
  <select1 ref="/data/region"><label>R</label><item><label>N</label><value>n</value></item><item><label>S</label><value>s</value></item></select1>
  <select1 ref="/data/town"><label>T</label><itemset nodeset="instance('towns')/root/item[r = /data/region]"><value ref="name"/><label ref="name"/></itemset></select1>
 </h:body></h:html>)xml";

TEST_F(Running, JudgesRequiredAndConstraint)
{
    open(u"f.xml"_qs, XForm);
    EXPECT_EQ(node(u"/data/a").fault, NodeState::Fault::Required);
    set(u"/data/a", u"12");
    EXPECT_EQ(node(u"/data/a").fault, NodeState::Fault::Constraint);
    set(u"/data/a", u"1");
    EXPECT_EQ(node(u"/data/a").fault, NodeState::Fault::None);
}

TEST_F(Running, HidesKeepsAndRestoresValues)
{
    open(u"f.xml"_qs, XForm);
    EXPECT_FALSE(node(u"/data/g/b").relevant);
    EXPECT_EQ(value(u"/data/g/b"), QString());
    EXPECT_FALSE(run->submission().contains("<b>"));
    const NodeChanges changes = set(u"/data/a", u"3");
    EXPECT_EQ(value(u"/data/g/b"), u"kept"_qs);
    EXPECT_TRUE(run->submission().contains("<b>kept</b>"));
    EXPECT_TRUE(changes.contains(u"/data/g"_qs) && changes.contains(u"/data/g/b"_qs));
    EXPECT_FALSE(changes.contains(u"/data/total"_qs));
}

TEST_F(Running, AddsAndRemovesRowsThatReadThemselves)
{
    open(u"f.xml"_qs, XForm);
    EXPECT_TRUE(has(u"/data/rep"));
    EXPECT_FALSE(has(u"/data/rep[1]"));
    apply({Op::AddRepeat, u"/data/rep"_qs, {}, 0});
    apply({Op::AddRepeat, u"/data/rep"_qs, {}, 0});
    EXPECT_EQ(value(u"/data/rep[1]/x"), u"1"_qs) << "from the template";
    set(u"/data/rep[2]/x", u"4");
    EXPECT_EQ(value(u"/data/rep[1]/y"), u"10"_qs);
    EXPECT_EQ(value(u"/data/rep[2]/y"), u"40"_qs);
    EXPECT_EQ(value(u"/data/total"), u"50"_qs);
    const NodeChanges changes = apply({Op::RemoveRepeat, u"/data/rep"_qs, {}, 0});
    EXPECT_EQ(value(u"/data/total"), u"40"_qs);
    EXPECT_EQ(changes.at(u"/data/rep[2]/x"_qs), std::nullopt);
    EXPECT_EQ(value(u"/data/rep[1]/x"), u"4"_qs);
}

TEST_F(Running, FollowsTheCountOfARepeat)
{
    open(u"f.xml"_qs, XForm);
    EXPECT_FALSE(has(u"/data/fixed[1]"));
    set(u"/data/n", u"2");
    EXPECT_TRUE(has(u"/data/fixed[2]/z"));
    set(u"/data/n", u"1");
    EXPECT_FALSE(has(u"/data/fixed[2]"));
}

TEST_F(Running, OffersFilteredChoicesAndHidesThoseNoLongerOffered)
{
    open(u"f.xml"_qs, XForm);
    set(u"/data/region", u"n");
    EXPECT_EQ(node(u"/data/town").options, QStringList{u"rabat"_qs});
    set(u"/data/town", u"rabat");
    set(u"/data/region", u"s");
    EXPECT_EQ(value(u"/data/town"), QString());
    set(u"/data/region", u"n");
    EXPECT_EQ(value(u"/data/town"), u"rabat"_qs);
}

TEST_F(Running, FiresActionsAndGivesAnId)
{
    open(u"f.xml"_qs, XForm);
    set(u"/data/a", u"5");
    EXPECT_EQ(value(u"/data/stamp"), u"a=5"_qs);
    EXPECT_TRUE(value(u"/data/meta/instanceID").startsWith(u"uuid:"_qs));
    EXPECT_TRUE(node(u"/data/total").readOnly);
}

TEST_F(Running, RefusesStepsThatNameNothing)
{
    open(u"f.xml"_qs, XForm);
    NodeChanges changes;
    for (const RunStep& step :
         {RunStep{Op::Set, u"/data/none"_qs, {}, 0}, RunStep{Op::Set, u"/data/g"_qs, {}, 0},
          RunStep{Op::AddRepeat, u"/data/g"_qs, {}, 0}, RunStep{Op::AddRepeat, u"x"_qs, {}, 0},
          RunStep{Op::RemoveRepeat, u"/data/rep"_qs, {}, 0}})
        EXPECT_FALSE(run->apply(step, changes)) << step.ref.toStdString();
}

TEST_F(Running, RunsAnXLSForm)
{
    open(u"f.md"_qs,
         "| survey |\n"
         "| | type | name | label | relevant | calculation | choice_filter | trigger | default |\n"
         "| | select_one r or_other | region | R | | | | | |\n"
         "| | select_one t | town | T | | | r = ${region} | | |\n"
         "| | begin repeat | rep | Rep | | | | | |\n"
         "| | integer | x | X | | | | | 2 |\n"
         "| | calculate | y | | | ${x} * 10 | | | |\n"
         "| | end repeat | | | | | | | |\n"
         "| | calculate | total | | | sum(${y}) | | | |\n"
         "| | text | seen | S | ${total} > 25 | today() | | ${town} | |\n"
         "| choices |\n| | list_name | name | label | r |\n| | r | n | N | |\n| | t | a | A | n |\n| | t | b "
         "| B | s |\n");
    EXPECT_EQ(value(u"/data/total"), u"20"_qs);
    EXPECT_FALSE(node(u"/data/seen").relevant);
    apply({Op::AddRepeat, u"/data/rep"_qs, {}, 0});
    set(u"/data/rep[2]/x", u"3");
    EXPECT_EQ(value(u"/data/rep[1]/y"), u"20"_qs);
    EXPECT_EQ(value(u"/data/total"), u"50"_qs);
    EXPECT_TRUE(node(u"/data/seen").relevant);
    EXPECT_FALSE(node(u"/data/region_other").relevant);
    set(u"/data/region", u"other");
    EXPECT_TRUE(node(u"/data/region_other").relevant);
    set(u"/data/region", u"n");
    EXPECT_EQ(node(u"/data/town").options, QStringList{u"a"_qs});
    set(u"/data/town", u"a");
    EXPECT_EQ(value(u"/data/seen"), u"2015-01-13"_qs);
}

// Choices taken from the rows of a repeat, a drawn order, a lock that depends, device data under another
// name, the name of the record, a condition that reads its own row first.
TEST_F(Running, RunsWhatXLSFormAddsToQuestions)
{
    open(u"form.md"_qs,
         "| survey |\n| | type | name | label | parameters | readonly | relevant | trigger | calculation |\n"
         "| | today | jour | | | | | | |\n"
         "| | begin repeat | r | R | | | | | |\n| | text | nom | N | | | | | |\n"
         "| | text | age | A | | | ${nom} != '' | | |\n| | end repeat | | | | | | | |\n"
         "| | select_one ${nom} | chef | C | | | | | |\n"
         "| | rank l | ordre | O | randomize=true seed=42 | | | | |\n"
         "| | range | note | N | start=0 end=5 | ${chef} = '' | | | |\n"
         "| | calculate | quand | | | | | ${chef} | concat(${chef}, '!') |\n"
         "| choices |\n| | list_name | name | label |\n| | l | a | A |\n| | l | b | B |\n| | l | c | C |\n"
         "| settings |\n| | instance_name |\n| | concat(${chef}, ' ', ${jour}) |\n");
    EXPECT_EQ(value(u"/data/jour"), u"2015-01-13"_qs);
    apply({Op::AddRepeat, u"/data/r"_qs, {}, 0});
    set(u"/data/r[1]/nom", u"ali");
    set(u"/data/r[2]/nom", u"sara");
    EXPECT_EQ(node(u"/data/chef").options, QStringList({u"ali"_qs, u"sara"_qs}));
    EXPECT_TRUE(node(u"/data/r[1]/age").relevant);
    set(u"/data/r[1]/nom", u"");
    EXPECT_FALSE(node(u"/data/r[1]/age").relevant);
    EXPECT_TRUE(node(u"/data/r[2]/age").relevant);
    QStringList drawn = node(u"/data/ordre").options.value_or(QStringList());
    drawn.sort();
    EXPECT_EQ(drawn, QStringList({u"a"_qs, u"b"_qs, u"c"_qs}));
    EXPECT_TRUE(node(u"/data/note").readOnly);
    set(u"/data/chef", u"sara");
    EXPECT_FALSE(node(u"/data/note").readOnly);
    EXPECT_EQ(value(u"/data/quand"), u"sara!"_qs);
    EXPECT_TRUE(run->submission().contains("<instanceName>sara 2015-01-13</instanceName>"));
}

TEST_F(Running, TakesChoicesFromATableBesideTheForm)
{
    folder.write(u"villes.csv"_qs, "code,nom,region\nrba,Rabat,n\naga,Agadir,s\n");
    open(u"form.md"_qs,
         "| survey |\n| | type | name | label | calculation | choice_filter | parameters |\n"
         "| | text | r | R | | | |\n"
         "| | select_one_from_file villes.csv | v | V | | region = ${r} | value=code label=nom |\n"
         "| | select_one_from_file absente.csv | a | A | | | |\n"
         "| | calculate | nom | | pulldata('villes', 'nom', 'code', ${v}) | | |\n");
    EXPECT_EQ(node(u"/data/v").options, QStringList());
    set(u"/data/r", u"s");
    EXPECT_EQ(node(u"/data/v").options, QStringList{u"aga"_qs});
    EXPECT_EQ(node(u"/data/a").options, QStringList());
    set(u"/data/v", u"aga");
    EXPECT_EQ(value(u"/data/nom"), u"Agadir"_qs);
}

TEST(FormRun, GivesTheFaultsOfAFormItCannotRun)
{
    const test::TemporaryFolder folder;
    base::Issues issues;
    const QString path =
        folder.write(u"f.md"_qs, "| survey |\n| | type | name | label |\n| | rien | a | A |\n");
    EXPECT_FALSE(FormRun::open(path, morning(), issues));
    ASSERT_EQ(issues.size(), 1U);
    EXPECT_EQ(issues[0].code, u"form.unknown_type"_qs);
}

} // namespace
