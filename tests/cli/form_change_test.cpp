#include "support/form_folder.h"
#include "support/program.h"

#include <QJsonArray>
#include <QJsonObject>

#include <gtest/gtest.h>

using test::cli;

namespace {

QString s(const char* text)
{
    return QString::fromUtf8(text);
}

struct FormChange : testing::Test
{
    test::TemporaryFolder folder;
    QString study = folder.path(s("a.osc"));
    QString record;

    FormChange()
    {
        EXPECT_EQ(cli({s("new"), study}).exitCode, 0);
        record = cli({s("record"), study, s("new"), s("--name"), s("Association fictive"), s("--json")})
                     .json()
                     .object()[u"id"]
                     .toString();
        for (const char* given : {"ent_mode=documentaire", "coo_autres=Réseau fictif"})
            EXPECT_EQ(cli({s("record"), study, record, s("--set"), s(given)}).exitCode, 0);
    }
    QString shorter() const
    {
        return test::FormFolder(folder, s("court")).removeFromSurvey(s("text,coo_autres,")).write();
    }
    test::Run change(const QStringList& arguments) const
    {
        return cli(QStringList{s("form"), s("change"), study} + arguments + QStringList{s("--json")});
    }
    QJsonArray versions() const
    {
        return cli({s("form"), s("versions"), study, s("--json")}).json().object()[u"versions"].toArray();
    }
};

TEST_F(FormChange, diff_tells_what_differs)
{
    const QString old = test::FormFolder(folder, s("ancien")).write();
    const test::Run run = cli({s("form"), s("diff"), old, shorter(), s("--json")});
    EXPECT_EQ(run.exitCode, 0);
    const QJsonArray changes = run.json().object()[u"changes"].toArray();
    ASSERT_EQ(changes.size(), 1);
    EXPECT_EQ(changes[0].toObject()[u"code"].toString(), s("question.removed"));
    EXPECT_EQ(changes[0].toObject()[u"question"].toString(), s("coo_autres"));
    EXPECT_TRUE(cli({s("form"), s("diff"), old, old}).out.contains("Aucune différence."));
    EXPECT_EQ(cli({s("form"), s("diff"), old}).exitCode, 2);
    EXPECT_EQ(cli({s("form"), s("diff"), old, folder.write(s("x.md"), "| survey |\n| | type |\n")}).exitCode,
              1);
}

TEST_F(FormChange, dry_run_lists_answers_and_writes_nothing)
{
    const QByteArray before = test::readAll(study);
    const test::Run run = change({shorter(), s("--dry-run")});
    EXPECT_EQ(run.exitCode, 0) << run.err.toStdString();
    EXPECT_EQ(test::readAll(study), before);
    const QJsonObject plan = run.json().object();
    EXPECT_FALSE(plan[u"adopted"].toBool());
    const QJsonArray answers = plan[u"answers"].toArray();
    ASSERT_EQ(answers.size(), 1);
    EXPECT_EQ(answers[0].toObject()[u"fate"].toString(), s("set_aside"));
    EXPECT_EQ(answers[0].toObject()[u"record"].toString(), record);
    EXPECT_EQ(answers[0].toObject()[u"value"].toString(), s("Réseau fictif"));
    EXPECT_EQ(plan[u"counts"].toObject()[u"set_aside"].toInt(), 1);
    EXPECT_EQ(versions().size(), 1);
}

TEST_F(FormChange, version_is_adopted_undone_and_returned_to)
{
    EXPECT_EQ(change({shorter(), s("--reason"), s("Essai fictif")}).exitCode, 0);
    ASSERT_EQ(versions().size(), 2);
    EXPECT_TRUE(versions()[1].toObject()[u"current"].toBool());
    EXPECT_EQ(versions()[1].toObject()[u"reason"].toString(), s("Essai fictif"));
    EXPECT_EQ(versions()[1].toObject()[u"records"].toInt(), 1);
    EXPECT_EQ(change({shorter()}).exitCode, 1) << "it is in force already";
    EXPECT_TRUE(cli({s("undo"), study}).out.contains("changement de questionnaire"));
    EXPECT_TRUE(versions()[0].toObject()[u"current"].toBool());
    EXPECT_EQ(change({shorter()}).exitCode, 0);
    EXPECT_EQ(change({s("--to"), versions()[0].toObject()[u"digest"].toString()}).exitCode, 0);
    EXPECT_TRUE(versions()[0].toObject()[u"current"].toBool());
    EXPECT_EQ(change({s("--to"), s("abc")}).exitCode, 1);
    EXPECT_EQ(change({}).exitCode, 2);
}

TEST_F(FormChange, record_kept_on_its_version_is_still_answered)
{
    EXPECT_EQ(change({shorter(), s("--keep-old"), record}).exitCode, 0);
    EXPECT_EQ(versions()[0].toObject()[u"records"].toInt(), 1);
    EXPECT_EQ(cli({s("record"), study, record, s("--set"), s("coo_autres=Autre (fictif)")}).exitCode, 0);
    EXPECT_EQ(change({shorter(), s("--keep-old"), s("inconnue")}).exitCode, 1);
}

TEST_F(FormChange, refusal_names_every_question_that_must_stay)
{
    const QString form = test::FormFolder(folder, s("x"))
                             .removeFromSurvey(s("text,id_sigle,"))
                             .removeFromSurvey(s("text,bil_menaces,"))
                             .write();
    const test::Run run = change({form});
    EXPECT_EQ(run.exitCode, 1);
    EXPECT_EQ(run.json().object()[u"problems"].toArray().size(), 2);
    EXPECT_TRUE(run.err.contains("bil_menaces") && run.err.contains("id_sigle")) << run.err.toStdString();
    EXPECT_EQ(versions().size(), 1);
}

TEST_F(FormChange, rename_is_proposed_then_carried)
{
    const QString form = test::FormFolder(folder, s("x"))
                             .survey(s("text,coo_autres,"), s("coo_autres"), s("coo_divers"))
                             .write();
    const test::Run told = cli({s("form"), s("change"), study, form, s("--dry-run")});
    EXPECT_TRUE(told.out.contains("--rename coo_autres=coo_divers")) << told.out.toStdString();
    EXPECT_EQ(change({form, s("--rename"), s("coo_autres=coo_divers")}).exitCode, 0);
    EXPECT_EQ(cli({s("record"), study, record, s("--json")})
                  .json()
                  .object()[u"answers"]
                  .toObject()[u"coo_divers"]
                  .toObject()[u"value"]
                  .toString(),
              s("Réseau fictif"));
}

} // namespace
