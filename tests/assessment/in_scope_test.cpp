#include "assessment/record.h"

#include <thread>

namespace {

using questionnaire::Answer;
using questionnaire::Answers;
using questionnaire::AnswerState;
using test::code;

Answers scopeOf(const test::Json& json)
{
    base::Issues issues;
    const auto input =
        assessment::readInput(test::model(), test::form(), QByteArray::fromStdString(json.dump()), issues);
    return input ? assessment::inScope(test::form(), input->record) : Answers();
}

TEST(InScope, aFalseConditionDropsTheAnswerAndWhatDependsOnIt)
{
    const Answers answers = scopeOf(test::caseA({{"tra_position", "pourrait"}}));
    EXPECT_FALSE(answers.contains(code("tra_nombre")));
    EXPECT_FALSE(answers.contains(code("tra_services"))) << "its condition reads tra_nombre, dropped before";
    EXPECT_TRUE(answers.contains(code("tra_delai")));
}

TEST(InScope, aMissingAnswerReadsAsEmptyAndNspAsItself)
{
    // ${tra_position} != 'ne_veut_pas' is true of what is missing, refused, not applicable or not known.
    for (const char* state : {"nsp", "refus", "na"})
        EXPECT_TRUE(scopeOf(test::caseA({{"tra_position", state}})).contains(code("tra_delai"))) << state;
    EXPECT_TRUE(scopeOf(test::caseA({{"tra_position", nullptr}})).contains(code("tra_delai")));
    // ${tra_nombre} > 0 is false of them.
    EXPECT_FALSE(scopeOf(test::caseA({{"tra_nombre", "nsp"}})).contains(code("tra_services")));
}

TEST(InScope, aClosedSectionClosesItsQuestionsAndRepeats)
{
    const Answers refused = scopeOf(test::caseA({{"cons_participation", "non"}}));
    EXPECT_TRUE(refused.contains(code("id_statut")));
    EXPECT_TRUE(refused.contains(code("ver_documents")));
    EXPECT_FALSE(refused.contains(code("abr_offre")));
    EXPECT_EQ(refused.rows(code("rg_liens")), nullptr);

    const Answers institution = scopeOf(test::caseA({{"id_categorie", "public"}}));
    EXPECT_EQ(institution.rows(code("rg_bailleurs")), nullptr);
    ASSERT_NE(institution.rows(code("rg_liens")), nullptr);
    EXPECT_EQ(institution.rows(code("rg_liens"))->size(), 4U);
}

TEST(InScope, rowsOfARepeatAreNotFiltered)
{
    const Answers answers = scopeOf(test::caseA(
        {{"rg_sites", {{{"site_type", "abri"}, {"site_gps", "33 -7 0 0"}}, {{"site_type", "siege"}}}}}));
    ASSERT_NE(answers.rows(code("rg_sites")), nullptr);
    EXPECT_TRUE(answers.rows(code("rg_sites"))->front().answers.contains(code("site_gps")));
}

TEST(InScope, withdrawalOutlivesEveryConsent)
{
    test::Json answers = test::vectors()[1]["reponses"];
    answers["_passages"][0]["cons_retrait"] = "partage";
    EXPECT_EQ(scopeOf(answers).at(code("cons_partage")).value, u"non");
}

TEST(InScope, readsNothingOfTheForeignFormThatLivedAtTheSameAddress)
{
    const auto formWith = [](const char* condition) {
        questionnaire::Form form;
        questionnaire::Question first, second;
        first.name = code("a");
        second.name = code("b");
        second.relevant = code(condition);
        form.questions = {first, second};
        return form;
    };
    questionnaire::RecordAnswers record;
    record.actor.set(code("a"), Answer::of(code("1")));
    record.actor.set(code("b"), Answer::of(code("x")));
    questionnaire::Form form = formWith("${a} = 1");
    EXPECT_TRUE(assessment::inScope(form, record).contains(code("b")));
    form = formWith("${a} = 2");
    EXPECT_FALSE(assessment::inScope(form, record).contains(code("b")));
}

TEST(InScope, threadsAgree)
{
    const test::Json json = test::caseA();
    const test::Record reference = test::assessed(json);
    std::vector<std::thread> threads;
    std::array<bool, 4> same{};
    for (size_t t = 0; t < same.size(); ++t)
        threads.emplace_back([&, t] {
            same[t] = true;
            for (int i = 0; i < 20; ++i) {
                const Answers answers = scopeOf(json);
                const auto result = assessment::assess(test::model(), test::form(), answers, {});
                same[t] = same[t] && answers.cells() == reference.answers.cells() &&
                          result.services == reference.assessment.services;
            }
        });
    for (std::thread& thread : threads)
        thread.join();
    for (const bool one : same)
        EXPECT_TRUE(one);
}

} // namespace
