// Submissions meet the version of the questionnaire that each record is on, and what no version can hold.
#include "dossier/transaction.h"
#include "questionnaire/form_text.h"
#include "support/form_folder.h"
#include "tabular/zip.h"
#include "workflow/form_versions.h"
#include "workflow/import.h"
#include "workflow/messages/messages.h"
#include "workflow/row_paste.h"
#include "workflow/settings.h"
#include "workflow/study_fixture.h"
#include "workflow/submissions.h"

#include <gtest/gtest.h>

namespace {

using Action = workflow::SubmissionLine::Action;

QString s(const char* text)
{
    return QString::fromUtf8(text);
}

bool tells(const base::Issues& issues, const char* code)
{
    return std::any_of(issues.begin(), issues.end(), [&](const auto& one) { return one.code == s(code); });
}

struct SubmissionsVersions : testing::Test
{
    test::StudyFixture fixture;

    workflow::Study& study() { return *fixture.study; }
    void adopt(const test::FormFolder& form, const QStringList& keepOld = {})
    {
        const auto plan = workflow::planFormChange(study(), form.write());
        const auto outcome = workflow::adoptForm(study(), plan, {keepOld, {}, s("Essai"), s("Autrice")});
        ASSERT_TRUE(outcome.ok()) << outcome.issues.front().code.toStdString();
    }
    workflow::SubmissionReport import(const QString& path)
    {
        workflow::SubmissionRequest request;
        request.path = path;
        return workflow::importSubmissions(study(), request);
    }
    workflow::SubmissionReport import(const char* name, const QByteArray& bytes)
    {
        return import(fixture.folder.write(s(name), bytes));
    }
    questionnaire::Answers actor(const QString& id) { return study().dossier().answers(id).actor; }
};

} // namespace

TEST_F(SubmissionsVersions, areReadWithTheOneTheirRecordStaysOn)
{
    const QString old = fixture.addActor(s("Association Un (fictive)"));
    const QString moved = fixture.addActor(s("Association Deux (fictive)"));
    test::FormFolder form(fixture.folder);
    form.removeFromSurvey(s("text,coo_autres,"))
        .survey(s("integer,abr_duree,"), s("integer,"), s("text,"))
        .addToSurvey(s("text,coo_reseaux,"), s("text,coo_devise,Devise,Motto,,,,,,,public,,,acteur,"));
    adopt(form, {old});
    const auto report = import("envois.json", R"json([
        {"_uuid":"u1","id_nom_fr":"Association Un (fictive)","coo_autres":"Ancienne","coo_devise":"Perdue",
         "abr_duree":"beaucoup"},
        {"_uuid":"u2","id_nom_fr":"Association Deux (fictive)","coo_devise":"Nouvelle","abr_duree":"beaucoup"},
        {"_uuid":"u3","id_nom_fr":"Association Trois (fictive)","coo_devise":"Toute neuve"}])json");
    ASSERT_EQ(report.lines.size(), 3U);
    EXPECT_EQ(report.lines[0].actor, old);
    EXPECT_EQ(actor(old).at(s("coo_autres")).value, s("Ancienne"));
    EXPECT_FALSE(actor(old).contains(s("coo_devise"))) << "no question of its version";
    EXPECT_FALSE(actor(old).contains(s("abr_duree")));
    EXPECT_TRUE(tells(report.lines[0].problems, "submission.wrong_type"));
    EXPECT_EQ(actor(moved).at(s("coo_devise")).value, s("Nouvelle"));
    EXPECT_EQ(actor(moved).at(s("abr_duree")).value, s("beaucoup"));
    EXPECT_TRUE(report.lines[1].problems.empty());
    EXPECT_EQ(actor(report.created.at(0)).at(s("coo_devise")).value, s("Toute neuve"));
    QStringList unknown;
    for (const base::Issue& issue : report.issues)
        if (issue.code == u"submission.column_unknown") unknown << issue.place.column;
    EXPECT_EQ(unknown, QStringList{s("coo_devise")}) << "of the first submission, and coo_autres of none";
    const auto again = import("envois.json", R"json([{"_uuid":"u1","coo_autres":"Ancienne"}])json");
    EXPECT_EQ(again.count(Action::Identical), 1);
}

TEST_F(SubmissionsVersions, aListTakesTheCodesOfTheOneTheRecordStaysOn)
{
    const QString old = fixture.addActor(s("Association Un (fictive)"));
    const QString moved = fixture.addActor(s("Association Deux (fictive)"));
    test::FormFolder form(fixture.folder);
    form.removeFromSurvey(s("text,coo_autres,"));
    adopt(form, {old});
    workflow::ImportRequest request;
    request.path = fixture.folder.write(s("liste.csv"), "Nom;Autres\nAssociation Un (fictive);Gardé\n"
                                                        "Association Deux (fictive);Laissé\n");
    request.mappingPath =
        fixture.folder.write(s("m.json"), R"({"columns": {"Nom": "id_nom_fr", "Autres": "coo_autres"}})");
    const auto report = workflow::importList(study(), request);
    EXPECT_EQ(actor(old).at(s("coo_autres")).value, s("Gardé"));
    EXPECT_FALSE(actor(moved).contains(s("coo_autres")));
    EXPECT_TRUE(tells(report.warnings, "import.unknown_code"));
}

TEST_F(SubmissionsVersions, carryAnotherAnswerThanTheListFromImportToExport)
{
    test::FormFolder form(fixture.folder);
    form.survey(s("select_one categorie_osc,id_categorie,"), s("categorie_osc,"),
                s("categorie_osc or_other,"));
    adopt(form);
    const auto report = import("envois.json", R"json([{"_uuid":"11111111-1111-4111-8111-111111111111",
        "id_nom_fr":"Association Un (fictive)","ent_mode":"documentaire","ent_date":"2015-01-20",
        "id_categorie":"other","id_categorie_other":"Confrérie"}])json");
    EXPECT_TRUE(report.issues.empty()) << report.issues.front().code.toStdString();
    EXPECT_TRUE(report.lines[0].problems.empty());
    const QString id = report.created.at(0);
    EXPECT_EQ(actor(id).at(s("id_categorie_other")).value, s("Confrérie"));
    const auto session = workflow::openSession(study(), id);
    EXPECT_TRUE(session->status({s("id_categorie_other"), {}, {}}).relevant);
    EXPECT_EQ(session->status({s("id_categorie"), {}, {}}).problem,
              questionnaire::FieldStatus::Problem::None);
    ASSERT_TRUE(fixture.answer(id, s("id_categorie_other"), s("Zaouïa")).ok()) << "and entry takes it";
    for (const auto layout : {exchange::SubmissionLayout::KoboXlsx, exchange::SubmissionLayout::OdkZip}) {
        workflow::SubmissionExport out;
        out.path = fixture.folder.path(s("envois"));
        out.layout = layout;
        out.audience = disclosure::Audience::Working;
        workflow::exportSubmissions(study(), out);
        test::StudyFixture other;
        const auto plan = workflow::planFormChange(*other.study, form.write());
        ASSERT_TRUE(workflow::adoptForm(*other.study, plan, {{}, {}, s("Essai"), s("Autrice")}).ok());
        workflow::SubmissionRequest in;
        in.path = out.path;
        const auto back = workflow::importSubmissions(*other.study, in);
        ASSERT_EQ(back.created.size(), 1);
        EXPECT_TRUE(back.issues.empty() && back.lines[0].problems.empty());
        const auto record = other.study->dossier().answers(back.created[0]).actor;
        EXPECT_EQ(record.at(s("id_categorie")).value, s("other"));
        EXPECT_EQ(record.at(s("id_categorie_other")).value, s("Zaouïa"));
    }
}

namespace {

/// The standard questionnaire with a repeat in its first repeat of partners.
QString nested(const test::TemporaryFolder& folder)
{
    test::FormFolder form(folder, s("imbrique"));
    form.addToSurvey(
        s("text,lien_acteur,"),
        s("begin_repeat,rg_projets,Projets communs,Projects,,,,,,,public,,,acteur,\n"
          "text,projet_nom,Nom du projet,Name,,,,,,,public,,,acteur,\nend_repeat,rg_projets,,,,,,,,,,,,,"));
    return form.write();
}

} // namespace

TEST_F(SubmissionsVersions, aFormWithRowsInRowsIsNotAdopted)
{
    const auto plan = workflow::planFormChange(study(), nested(fixture.folder));
    ASSERT_EQ(plan.issues.size(), 1U);
    EXPECT_EQ(plan.issues[0].code, s("form.nested_repeat"));
    EXPECT_EQ(plan.issues[0].args, (QStringList{s("rg_projets"), s("rg_liens")}));
    const auto message = workflow::messages::forIssue(plan.issues[0]);
    EXPECT_TRUE(message.what.contains(s("rg_projets")) && message.remedy.contains(s("rg_liens")));
    EXPECT_FALSE(workflow::adoptForm(study(), plan, {{}, {}, s("Essai"), s("Autrice")}).ok());
}

TEST_F(SubmissionsVersions, rowsInRowsAreRefusedWhereSuchAFormIsInForceAlready)
{
    const QString record = fixture.addActor(s("Association Un (fictive)"));
    const auto plan =
        workflow::planFormChange(study(), nested(fixture.folder)); // as an older program kept it
    const QByteArray text = questionnaire::formText(*plan.form);
    const QString digest = questionnaire::formDigest(text);
    study().dossier().transact(s("form"), [&](dossier::Transaction& t) {
        dossier::setSetting(t, workflow::key::FormTextPrefix + digest, QString::fromUtf8(text));
        dossier::setSetting(t, workflow::key::FormCurrent, digest);
    });
    study().info();
    ASSERT_TRUE(study().form().question(s("rg_projets")));

    const auto outer = workflow::addRow(study(), record, s("rg_liens"));
    EXPECT_TRUE(outer.ok());
    const auto inner = workflow::addRow(study(), record, s("rg_projets"));
    ASSERT_EQ(inner.issues.size(), 1U);
    EXPECT_EQ(inner.issues[0].code, s("entry.nested_repeat"));
    workflow::PastedRows pasted;
    pasted.repeat = s("rg_projets");
    EXPECT_TRUE(tells(workflow::pasteRows(study(), record, pasted).issues, "entry.nested_repeat"));

    const QByteArray rows = R"json([{"_uuid":"u","id_nom_fr":"Association Deux (fictive)",
        "rg_liens":[{"lien_acteur":"Commune","rg_projets":[{"projet_nom":"Perdu ?"}]}]}])json";
    const auto refused = import("envois.json", rows);
    EXPECT_TRUE(tells(refused.issues, "submission.nested_repeat"));
    tabular::ZipWriter odk;
    odk.add(s("q.csv"), "id_nom_fr,KEY\nAssociation Deux (fictive),k\n");
    odk.add(s("q-rg_liens.csv"), "lien_acteur,KEY,PARENT_KEY\nCommune,k/l[1],k\n");
    odk.add(s("q-rg_projets.csv"), "projet_nom,KEY,PARENT_KEY\nPerdu ?,k/l[1]/p[1],k/l[1]\n");
    EXPECT_TRUE(tells(import("odk.zip", odk.finish()).issues, "submission.nested_repeat"));
    EXPECT_EQ(study().dossier().recordCount(), 1) << "nothing is written by halves";
    QByteArray flat = rows;
    flat.replace(",\"rg_projets\":[{\"projet_nom\":\"Perdu ?\"}]", "");
    EXPECT_EQ(import("envois.json", flat).count(Action::New), 1) << "what is not nested is taken";
}
