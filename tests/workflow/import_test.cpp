#include "workflow/import.h"
#include "workflow/study_fixture.h"

#include <gtest/gtest.h>

namespace {

QString s(const char* text)
{
    return QString::fromUtf8(text);
}

const QByteArray List = "Organisation;Sigle;Secteur;Province\n"
                        "#org+name;#org+acronym;#sector;#adm1+name\n"
                        "Association Riad Essai (fictive);ARE;Santé;Rabat\n"
                        "Association Riad Essai (fictive);ARE;Protection;Salé\n"
                        "Fondation Nour d’essai (fictive);;Protection;Atlantide\n";

workflow::ImportReport import(test::StudyFixture& fixture, const QByteArray& content, bool dryRun = false)
{
    workflow::ImportRequest request;
    request.path = fixture.folder.write(s("liste.csv"), content);
    request.format = s("hxl");
    request.dryRun = dryRun;
    return workflow::importList(*fixture.study, request);
}

} // namespace

TEST(Import, makesOneActorPerOrganisationWithADocumentaryPassage)
{
    test::StudyFixture fixture;
    const workflow::ImportReport report = import(fixture, List);
    EXPECT_EQ(report.rows, 3);
    EXPECT_EQ(report.organisations, 2);
    ASSERT_EQ(report.created.size(), 2);
    EXPECT_FALSE(report.warnings.empty()) << "a place outside the divisions must be said";
    const auto record = fixture.study->dossier().answers(report.created[0]);
    EXPECT_EQ(record.actor.at(s("id_nom_fr")).value, s("Association Riad Essai (fictive)"));
    EXPECT_EQ(record.actor.at(s("id_sigle")).value, s("ARE"));
    ASSERT_EQ(record.passages.size(), 1U);
    EXPECT_EQ(record.passages[0].answers.at(s("ent_mode")).value, s("documentaire"));
    EXPECT_EQ(record.passages[0].answers.at(s("ent_type")).value, s("document"));
    EXPECT_FALSE(fixture.study->dossier().facts(report.created[0]).empty());
}

TEST(Import, dryRunWritesNothing)
{
    test::StudyFixture fixture;
    const workflow::ImportReport report = import(fixture, List, true);
    EXPECT_EQ(report.organisations, 2);
    EXPECT_TRUE(report.created.isEmpty());
    EXPECT_EQ(fixture.study->dossier().recordCount(), 0);
}

TEST(Import, secondTimeCompletesAndNeverDoubles)
{
    test::StudyFixture fixture;
    import(fixture, List);
    const workflow::ImportReport again = import(fixture, List);
    EXPECT_TRUE(again.created.isEmpty());
    EXPECT_EQ(again.updated.size(), 2);
    EXPECT_EQ(fixture.study->dossier().recordCount(), 2);
}

TEST(Import, nearNamesAreProposedNotMerged)
{
    test::StudyFixture fixture;
    const QString known = fixture.addActor(s("Association Riad d’Essay (fictive)"));
    const workflow::ImportReport report = import(fixture, List);
    EXPECT_EQ(fixture.study->dossier().recordCount(), 3);
    ASSERT_FALSE(report.matched.empty());
    EXPECT_EQ(report.matched[0].actor, known);
    EXPECT_FALSE(report.matched[0].reason.isEmpty());
}

TEST(Import, aListNeverOverwritesAnAnswer)
{
    test::StudyFixture fixture;
    const QString known = fixture.addActor(s("Association Riad Essai (fictive)"));
    fixture.answer(known, s("id_sigle"), s("ARIE"));
    import(fixture, List);
    EXPECT_EQ(fixture.study->dossier().answers(known).actor.at(s("id_sigle")).value, s("ARIE"));
}
