#include "questionnaire/compiler.h"
#include "questionnaire/session.h"
#include "questionnaire/standard.h"

#include <gtest/gtest.h>

using namespace questionnaire;

namespace {

using Problem = FieldStatus::Problem;

const base::FixedClock& morning()
{
    static const base::FixedClock clock(QDateTime(QDate(2015, 1, 13), QTime(9, 0), Qt::UTC));
    return clock;
}

class StandardSession : public testing::Test
{
protected:
    void SetUp() override { open({}); }

    // A record with one passage: a visit of 6 January in which the organisation agreed to take part.
    void open(RecordAnswers record)
    {
        if (record.passages.empty()) record.passages = {{u"p1"_qs, {}}};
        session = std::make_unique<Session>(standardForm(), std::move(record), u"p1"_qs, morning());
    }

    void agree()
    {
        set(u"ent_date"_qs, u"2015-01-06"_qs);
        set(u"ent_mode"_qs, u"visite"_qs);
        set(u"cons_participation"_qs, u"oui"_qs);
    }

    std::vector<FieldPath> set(const QString& question, const QString& value, const QString& row = {})
    {
        return session->set({question, {}, row}, Answer::of(value));
    }
    FieldStatus status(const QString& question, const QString& row = {})
    {
        return session->status({question, {}, row});
    }
    int section(const QString& name) { return session->form().index.value(name); }

    std::unique_ptr<Session> session;
};

bool holds(const std::vector<FieldPath>& paths, const QString& question)
{
    return std::any_of(paths.begin(), paths.end(),
                       [&](const FieldPath& path) { return path.question == question; });
}

TEST_F(StandardSession, OpensSectionsWithTheConsentAndClosesThemWithARefusal)
{
    EXPECT_FALSE(status(u"dom_mission"_qs).relevant);
    EXPECT_TRUE(status(u"id_nom_fr"_qs).relevant);
    set(u"ent_mode"_qs, u"entretien"_qs);
    const auto changed = set(u"cons_participation"_qs, u"oui"_qs);
    EXPECT_TRUE(status(u"dom_mission"_qs).relevant);
    EXPECT_TRUE(holds(changed, u"cons_participation"_qs));
    EXPECT_TRUE(holds(changed, u"dom_mission"_qs));
    EXPECT_FALSE(holds(changed, u"id_nom_fr"_qs));
    set(u"cons_participation"_qs, u"non"_qs);
    EXPECT_FALSE(status(u"dom_mission"_qs).relevant);
    EXPECT_TRUE(session->count(section(u"s03_mandat"_qs)).closed);
}

TEST_F(StandardSession, ClosesSectionsToInstitutions)
{
    agree();
    set(u"id_categorie"_qs, u"femmes"_qs);
    EXPECT_TRUE(status(u"gov_bureau"_qs).relevant);
    EXPECT_FALSE(status(u"inst_mandat"_qs).relevant);
    set(u"id_categorie"_qs, u"public"_qs);
    EXPECT_FALSE(status(u"gov_bureau"_qs).relevant);
    EXPECT_TRUE(status(u"inst_mandat"_qs).relevant);
}

TEST_F(StandardSession, KeepsTheValueOfAHiddenQuestionButReadsItAsEmpty)
{
    agree();
    set(u"abr_offre"_qs, u"direct"_qs);
    set(u"abr_duree_limite"_qs, u"limitee"_qs);
    EXPECT_TRUE(status(u"abr_duree"_qs).relevant);
    set(u"abr_offre"_qs, u"aucune"_qs);
    EXPECT_FALSE(status(u"abr_duree_limite"_qs).relevant);
    EXPECT_FALSE(status(u"abr_duree"_qs).relevant) << "its condition reads a question that is itself hidden";
    EXPECT_EQ(session->answer({u"abr_duree_limite"_qs, {}, {}}).value, u"limitee"_qs);
    set(u"abr_offre"_qs, u"direct"_qs);
    EXPECT_TRUE(status(u"abr_duree"_qs).relevant);
}

TEST_F(StandardSession, JudgesPassageQuestionsInTheirOwnPassage)
{
    session->addPassage(u"p2"_qs);
    session->set({u"ent_mode"_qs, u"p1"_qs, {}}, Answer::of(u"visite"_qs));
    session->set({u"ent_mode"_qs, u"p2"_qs, {}}, Answer::of(u"documentaire"_qs));
    EXPECT_TRUE(session->status({u"cons_participation"_qs, u"p1"_qs, {}}).relevant);
    EXPECT_FALSE(session->status({u"cons_participation"_qs, u"p2"_qs, {}}).relevant);
    EXPECT_FALSE(status(u"dom_mission"_qs).relevant) << "the united mode is visite, and nobody agreed yet";
    session->set({u"cons_participation"_qs, u"p1"_qs, {}}, Answer::of(u"oui"_qs));
    EXPECT_TRUE(status(u"dom_mission"_qs).relevant);
    session->set({u"cons_retrait"_qs, u"p2"_qs, {}}, Answer::of(u"participation"_qs));
    EXPECT_FALSE(status(u"dom_mission"_qs).relevant) << "a withdrawal in another passage wins";
    session->setCurrentPassage(u"p2"_qs);
    EXPECT_EQ(session->answer({u"ent_mode"_qs, {}, {}}).value, u"documentaire"_qs);
}

TEST_F(StandardSession, ReadsNspAsItsOwnTextInConditions)
{
    agree();
    set(u"rh_salaries"_qs, u"3"_qs);
    EXPECT_TRUE(status(u"rh_contrats"_qs).relevant);
    session->set({u"rh_salaries"_qs, {}, {}}, Answer::inState(AnswerState::DontKnow));
    EXPECT_FALSE(status(u"rh_contrats"_qs).relevant);
    session->set({u"tra_position"_qs, {}, {}}, Answer::inState(AnswerState::DontKnow));
    EXPECT_TRUE(status(u"tra_delai"_qs).relevant) << "!= holds for what is not known";
}

struct Judgement
{
    const char16_t* question;
    const char16_t* value;
    Problem problem;
};

class Judges : public StandardSession, public testing::WithParamInterface<Judgement>
{
};

TEST_P(Judges, AValueByTypeChoicesAndConstraint)
{
    agree();
    set(u"abr_offre"_qs, u"direct"_qs);
    set(u"gov_bureau"_qs, u"7"_qs);
    set(u"dom_domaines"_qs, u"sante traite"_qs);
    const FieldPath path{QString::fromUtf16(GetParam().question), {}, {}};
    const FieldStatus judged = session->check(path, Answer::of(QString::fromUtf16(GetParam().value)));
    EXPECT_EQ(judged.problem, GetParam().problem) << judged.problemDetail.toStdString();
    EXPECT_EQ(session->answer(path).state == AnswerState::NotAsked, path.question != u"gov_bureau"_qs);
}

INSTANTIATE_TEST_SUITE_P(Values, Judges,
                         testing::Values(Judgement{u"cons_retrait_date", u"2015-01-13", Problem::None},
                                         Judgement{u"gov_ag_date", u"2015-01-13", Problem::None},
                                         Judgement{u"gov_ag_date", u"2015-01-14", Problem::Constraint},
                                         Judgement{u"gov_ag_date", u"2014-02-30", Problem::Type},
                                         Judgement{u"gov_ag_date", u"hier", Problem::Type},
                                         Judgement{u"gov_bureau_f", u"7", Problem::None},
                                         Judgement{u"gov_bureau_f", u"8", Problem::Constraint},
                                         Judgement{u"gov_bureau_f", u"1.5", Problem::Type},
                                         Judgement{u"fin_budget", u"1.5", Problem::None},
                                         Judgement{u"fin_budget", u"1e9", Problem::Type},
                                         Judgement{u"fin_budget", u"-1", Problem::Constraint},
                                         Judgement{u"id_annee_creation", u"2016", Problem::Constraint},
                                         Judgement{u"id_categorie", u"femmes", Problem::None},
                                         Judgement{u"id_categorie", u"femme", Problem::Choice},
                                         Judgement{u"id_tutelle", u"aucune", Problem::None},
                                         Judgement{u"dom_principal", u"sante", Problem::None},
                                         Judgement{u"dom_principal", u"recherche", Problem::Constraint},
                                         Judgement{u"rh_formations", u"traite aucune", Problem::Constraint},
                                         Judgement{u"rh_formations", u"traite rien", Problem::Choice},
                                         Judgement{u"mat_espaces", u"", Problem::None},
                                         Judgement{u"gov_bureau", u"", Problem::Required},
                                         Judgement{u"id_tel", u"0537 00 00 00", Problem::None},
                                         Judgement{u"id_tel", u"x", Problem::Constraint},
                                         Judgement{u"abr_duree", u"0", Problem::None}));

TEST_F(StandardSession, TakesTodayInCasablanca)
{
    // 23:30 UTC in summer time (UTC+1 then) is already the next day in Morocco.
    const base::FixedClock lateEvening(QDateTime(QDate(2014, 6, 10), QTime(23, 30), Qt::UTC));
    RecordAnswers record;
    record.passages = {{u"p1"_qs, {}}};
    const Session late(standardForm(), record, u"p1"_qs, lateEvening);
    EXPECT_EQ(late.check({u"ent_date"_qs, {}, {}}, Answer::of(u"2014-06-11"_qs)).problem, Problem::None);
    EXPECT_EQ(late.check({u"ent_date"_qs, {}, {}}, Answer::of(u"2014-06-12"_qs)).problem,
              Problem::Constraint);
}

TEST_F(StandardSession, AcceptsDeclaredStatesWhereAnAnswerIsRequired)
{
    EXPECT_EQ(status(u"id_nom_fr"_qs).problem, Problem::Required);
    for (const AnswerState state :
         {AnswerState::DontKnow, AnswerState::Refused, AnswerState::NotApplicable}) {
        session->set({u"id_nom_fr"_qs, {}, {}}, Answer::inState(state));
        EXPECT_EQ(status(u"id_nom_fr"_qs).problem, Problem::None);
    }
}

TEST_F(StandardSession, RequiresNothingOfTheActorInADocumentaryRecord)
{
    set(u"ent_mode"_qs, u"documentaire"_qs);
    EXPECT_TRUE(status(u"dom_mission"_qs).relevant);
    EXPECT_FALSE(status(u"dom_mission"_qs).required);
    EXPECT_EQ(status(u"dom_mission"_qs).problem, Problem::None);
    EXPECT_TRUE(status(u"ent_date"_qs).required);
}

TEST_F(StandardSession, EvaluatesRowsInTheirOwnRow)
{
    agree();
    session->addRow(u"rg_sites"_qs, {}, u"r1"_qs);
    session->addRow(u"rg_sites"_qs, {}, u"r2"_qs);
    set(u"site_type"_qs, u"abri"_qs, u"r1"_qs);
    set(u"site_type"_qs, u"siege"_qs, u"r2"_qs);
    EXPECT_FALSE(status(u"site_gps"_qs, u"r1"_qs).relevant);
    EXPECT_TRUE(status(u"site_gps"_qs, u"r2"_qs).relevant);
    EXPECT_EQ(status(u"site_nom"_qs, u"r1"_qs).problem, Problem::Required);
    EXPECT_EQ(session->count(section(u"s04_territoire"_qs)).hidden, 1);
    session->removeRow(u"rg_sites"_qs, {}, u"r1"_qs);
    ASSERT_EQ(session->record().actor.rows(u"rg_sites"_qs)->size(), 1U);
    EXPECT_EQ(session->count(section(u"s04_territoire"_qs)).hidden, 0);
}

TEST_F(StandardSession, ComparesTheDatesOfARow)
{
    agree();
    session->addRow(u"rg_programmes"_qs, {}, u"r1"_qs);
    set(u"prg_debut"_qs, u"2015-02-01"_qs, u"r1"_qs);
    const FieldPath end{u"prg_fin"_qs, {}, u"r1"_qs};
    EXPECT_EQ(session->check(end, Answer::of(u"2015-01-31"_qs)).problem, Problem::Constraint);
    EXPECT_EQ(session->check(end, Answer::of(u"2015-02-01"_qs)).problem, Problem::None);
}

TEST_F(StandardSession, KeepsRowsOfAPassageInThatPassage)
{
    agree();
    session->addPassage(u"p2"_qs);
    session->addRow(u"rg_repondants"_qs, u"p1"_qs, u"r1"_qs);
    EXPECT_EQ(session->record().passages[0].answers.rows(u"rg_repondants"_qs)->size(), 1U);
    EXPECT_EQ(session->record().passages[1].answers.rows(u"rg_repondants"_qs), nullptr);
    EXPECT_EQ(session->status({u"rep_fonction"_qs, u"p1"_qs, u"r1"_qs}).problem, Problem::Required);
}

TEST_F(StandardSession, CountsWhatIsFilledHiddenWrongAndLeftToDo)
{
    agree();
    const int identity = section(u"s02_identite"_qs);
    const SectionCount before = session->count(identity);
    EXPECT_EQ(before.inScope, 13) << "14 questions, the receipt's date not yet in scope";
    EXPECT_EQ(before.hidden, 1);
    EXPECT_EQ(before.toDo, 6) << "name, category, legal status, receipt, oversight, province";
    set(u"id_nom_fr"_qs, u"Association fictive"_qs);
    set(u"id_categorie"_qs, u"inexistante"_qs);
    const SectionCount after = session->count(identity);
    EXPECT_EQ(after.filled, 2);
    EXPECT_EQ(after.errors, 1);
    EXPECT_EQ(after.toDo, 4);
    EXPECT_EQ(session->count(section(u"s05_gouvernance"_qs), true).inScope, 0)
        << "no short-form question there";
    EXPECT_GT(session->completeness(), 0);
    EXPECT_LT(session->completeness(), 0.1);
}

TEST_F(StandardSession, TellsTheSmallestConditionThatHidesAQuestion)
{
    agree();
    set(u"id_categorie"_qs, u"public"_qs);
    const auto closed = session->whyHidden({u"gov_bureau"_qs, {}, {}});
    ASSERT_TRUE(closed);
    EXPECT_EQ(closed->expression, u"${id_categorie} != 'public'"_qs);
    EXPECT_EQ(closed->closedBy, u"s05_gouvernance"_qs);
    ASSERT_EQ(closed->reads.size(), 1U);
    EXPECT_EQ(closed->reads[0].first, u"id_categorie"_qs);
    EXPECT_EQ(closed->reads[0].second, Answer::of(u"public"_qs));

    const auto own = session->whyHidden({u"abr_places"_qs, {}, {}});
    ASSERT_TRUE(own);
    EXPECT_EQ(own->expression, u"${abr_offre} = 'direct'"_qs);
    EXPECT_TRUE(own->closedBy.isEmpty());
    EXPECT_FALSE(session->whyHidden({u"id_nom_fr"_qs, {}, {}}));
}

TEST_F(StandardSession, AnswersTheSameAfterEditsAsWhenOpenedAfresh)
{
    agree();
    set(u"id_categorie"_qs, u"femmes"_qs);
    set(u"abr_offre"_qs, u"direct"_qs);
    set(u"id_recepisse"_qs, u"provisoire"_qs);
    set(u"cons_participation"_qs, u"non"_qs);
    set(u"cons_participation"_qs, u"oui"_qs);
    set(u"pub_sexe_age"_qs, u"filles"_qs);
    const Session fresh(standardForm(), session->record(), u"p1"_qs, morning());
    for (const Question& question : session->form().questions) {
        if (session->form().repeatOf(session->form().index[question.name]) >= 0) continue;
        const FieldStatus kept = session->status({question.name, {}, {}});
        const FieldStatus opened = fresh.status({question.name, {}, {}});
        EXPECT_EQ(kept.relevant, opened.relevant) << question.name.toStdString();
        EXPECT_EQ(kept.problem, opened.problem) << question.name.toStdString();
        EXPECT_EQ(kept.required, opened.required) << question.name.toStdString();
    }
}

TEST(Session, KeepsARangeInItsBoundsAndLocksWhatAConditionLocks)
{
    const std::vector<SheetTable> sheets{
        {u"survey"_qs,
         {{u"type"_qs, u"name"_qs, u"label"_qs, u"parameters"_qs, u"readonly"_qs},
          {u"text"_qs, u"clos"_qs, u"Clos"_qs, {}, {}},
          {u"range"_qs, u"note"_qs, u"Note"_qs, u"start=5 end=0 step=0.5"_qs, u"${clos} = 'oui'"_qs}},
         1}};
    const CompileResult result = compileForm(sheets);
    ASSERT_TRUE(result.form);
    Session session(result.form, {}, {}, morning());
    const FieldPath note{u"note"_qs, {}, {}};
    const auto problem = [&](const char16_t* value) {
        return session.check(note, Answer::of(QString::fromUtf16(value))).problem;
    };
    EXPECT_EQ(problem(u"2.5"), Problem::None);
    EXPECT_EQ(problem(u"5.5"), Problem::Constraint);
    EXPECT_EQ(problem(u"-1"), Problem::Constraint);
    EXPECT_EQ(session.check(note, Answer::of(u"6"_qs)).problemDetail, u". <= 5"_qs);
    EXPECT_FALSE(session.status(note).readOnly);
    EXPECT_TRUE(holds(session.set({u"clos"_qs, {}, {}}, Answer::of(u"oui"_qs)), u"note"_qs));
    EXPECT_TRUE(session.status(note).readOnly);
}

TEST(Session, FiltersChoicesByTheirColumns)
{
    const std::vector<SheetTable> sheets{
        {u"survey"_qs,
         {{u"type"_qs, u"name"_qs, u"label"_qs, u"choice_filter"_qs},
          {u"select_one regions"_qs, u"region"_qs, u"Région"_qs, {}},
          {u"select_one villes"_qs, u"ville"_qs, u"Ville"_qs, u"region = ${region}"_qs}},
         1},
        {u"choices"_qs,
         {{u"list_name"_qs, u"name"_qs, u"label"_qs, u"region"_qs},
          {u"regions"_qs, u"n"_qs, u"Nord"_qs, {}},
          {u"regions"_qs, u"s"_qs, u"Sud"_qs, {}},
          {u"villes"_qs, u"a"_qs, u"A"_qs, u"n"_qs},
          {u"villes"_qs, u"b"_qs, u"B"_qs, u"s"_qs}},
         1}};
    const CompileResult result = compileForm(sheets);
    ASSERT_TRUE(result.form);
    Session session(result.form, {}, {}, morning());
    session.set({u"region"_qs, {}, {}}, Answer::of(u"s"_qs));
    const std::vector<Choice> choices = session.choices({u"ville"_qs, {}, {}});
    ASSERT_EQ(choices.size(), 1U);
    EXPECT_EQ(choices[0].name, u"b"_qs);
    session.set({u"ville"_qs, {}, {}}, Answer::of(u"b"_qs));
    const auto changed = session.set({u"region"_qs, {}, {}}, Answer::of(u"n"_qs));
    EXPECT_TRUE(holds(changed, u"ville"_qs));
    EXPECT_EQ(session.status({u"ville"_qs, {}, {}}).problem, Problem::Choice);
}

} // namespace
