#include "workflow/study_fixture.h"

#include <gtest/gtest.h>

namespace {

QString s(const char* text)
{
    return QString::fromUtf8(text);
}

} // namespace

TEST(NewStudy, carriesTheCallsMilestonesAndParameters)
{
    const test::StudyFixture fixture;
    const disclosure::StudyInfo info = fixture.study->info();
    EXPECT_EQ(info.start, QDate(2014, 12, 16));
    EXPECT_EQ(info.division, cartography::Division::Regions1997);
    EXPECT_FALSE(info.modelLocked);
    EXPECT_FALSE(info.fictional);
    EXPECT_EQ(fixture.study->selectionSetup().regionCount, 16);
}

TEST(Entry, keepsAnAnswerAcrossReopening)
{
    test::StudyFixture fixture;
    const QString id = fixture.addActor(s("Association Essai (fictive)"));
    EXPECT_TRUE(fixture.answer(id, s("ent_mode"), s("entretien")).ok());
    EXPECT_TRUE(fixture.answer(id, s("cons_participation"), s("oui")).ok());
    EXPECT_TRUE(fixture.answer(id, s("pub_total"), s("0")).ok());
    fixture.reopen();
    const auto answers = fixture.study->dossier().answers(id);
    EXPECT_EQ(answers.actor.at(s("pub_total")), questionnaire::Answer::of(s("0")));
    ASSERT_EQ(answers.passages.size(), 1U);
    EXPECT_EQ(answers.passages[0].answers.at(s("ent_mode")).value, s("entretien"));
    // Every answer of the actor says which passage it comes from.
    EXPECT_EQ(fixture.study->dossier().notes(id).value(s("pub_total")).source, answers.passages[0].uid);
}

TEST(Entry, refusesWhatTheFormRefusesAndKeepsWhatWasThere)
{
    test::StudyFixture fixture;
    const QString id = fixture.addActor(s("Association Essai (fictive)"));
    fixture.answer(id, s("ent_mode"), s("entretien"));
    fixture.answer(id, s("cons_participation"), s("oui"));
    ASSERT_TRUE(fixture.answer(id, s("gov_bureau"), s("9")).ok());
    ASSERT_TRUE(fixture.answer(id, s("gov_bureau_f"), s("4")).ok());
    const struct
    {
        const char *question, *value, *code;
    } cases[] = {{"gov_bureau_f", "12", "entry.constraint"},
                 {"gov_bureau", "neuf", "entry.type"},
                 {"id_categorie", "inconnue", "entry.choice"},
                 {"n_existe_pas", "1", "entry.unknown_question"}};
    for (const auto& refused : cases) {
        const workflow::Outcome outcome = fixture.answer(id, s(refused.question), s(refused.value));
        ASSERT_EQ(outcome.issues.size(), 1U) << refused.question;
        EXPECT_EQ(outcome.issues[0].code, s(refused.code));
        EXPECT_TRUE(outcome.changes.isEmpty());
    }
    EXPECT_EQ(fixture.study->dossier().answers(id).actor.at(s("gov_bureau_f")).value, s("4"));
}

TEST(Rows, areAddedFilledAndRemoved)
{
    test::StudyFixture fixture;
    const QString id = fixture.addActor(s("Association Essai (fictive)"));
    const QString row = workflow::addRow(*fixture.study, id, s("rg_liens")).id;
    questionnaire::FieldPath path{s("lien_forme"), {}, row};
    ASSERT_TRUE(workflow::setAnswer(*fixture.study, id, path, questionnaire::Answer::of(s("ecrite"))).ok());
    fixture.reopen();
    const auto answers = fixture.study->dossier().answers(id);
    ASSERT_NE(answers.actor.rows(s("rg_liens")), nullptr);
    EXPECT_EQ(answers.actor.rows(s("rg_liens"))->at(0).answers.at(s("lien_forme")).value, s("ecrite"));
    EXPECT_TRUE(workflow::removeRow(*fixture.study, id, s("rg_liens"), row).ok());
    const auto emptied = fixture.study->dossier().answers(id);
    const auto* rows = emptied.actor.rows(s("rg_liens"));
    EXPECT_TRUE(!rows || rows->empty());
    EXPECT_EQ(workflow::addRow(*fixture.study, id, s("pub_total")).issues.at(0).code,
              s("entry.unknown_repeat"));
}

TEST(Evidence, levelZeroNeedsAReason)
{
    test::StudyFixture fixture;
    const QString id = fixture.addActor(s("Association Essai (fictive)"));
    EXPECT_EQ(workflow::setEvidence(*fixture.study, id, s("A1.1"), 0, {}).issues.at(0).code,
              s("entry.evidence_reason"));
    EXPECT_TRUE(workflow::setEvidence(*fixture.study, id, s("A1.1"), 0, s("récépissé périmé")).ok());
    EXPECT_EQ(fixture.study->dossier().evidence(id).value(s("A1.1"), -1), 0);
    EXPECT_TRUE(workflow::setEvidence(*fixture.study, id, s("A1.1"), -1, {}).ok());
    EXPECT_FALSE(fixture.study->dossier().evidence(id).contains(s("A1.1")));
}

TEST(Lock, recordsWhoWhenAndWhat)
{
    test::StudyFixture fixture;
    EXPECT_FALSE(workflow::lockModel(*fixture.study, s(" "), s("x"), s("y")).ok());
    EXPECT_TRUE(workflow::lockModel(*fixture.study, s("Responsable A (fictive)"), s("protection"),
                                    s("Organisme (fictif)"))
                    .ok());
    const disclosure::StudyInfo info = fixture.study->info();
    EXPECT_TRUE(info.modelLocked);
    EXPECT_EQ(info.approvedOn, QDate(2015, 1, 23));
    EXPECT_EQ(info.approvedBy, s("Responsable A (fictive), protection, Organisme (fictif)"));
    // Another model was approved: its approval does not cover this one.
    workflow::setSetting(*fixture.study, s("model.digest"), s("00"));
    EXPECT_FALSE(fixture.study->info().modelLocked);
}

TEST(Status, followsTheAnswers)
{
    test::StudyFixture fixture;
    const QString id = fixture.addActor(s("Service Essai (fictif)"));
    fixture.answer(id, s("id_categorie"), s("public"));
    EXPECT_EQ(fixture.study->dossier().record(id)->statusCode, s("hors_champ"));
}
