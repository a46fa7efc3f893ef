#include "assessment/missing_answers.h"
#include "assessment/record.h"

namespace {

using assessment::MissingAnswer;
using test::assessed;
using test::caseA;
using test::code;

std::optional<MissingAnswer> missing(const test::Record& record, const char* question)
{
    for (const MissingAnswer& each :
         assessment::missingAnswers(test::model(), record.answers, record.assessment))
        if (each.question == code(question)) return each;
    return std::nullopt;
}

double global(const test::Json& changes)
{
    return *assessed(caseA(changes)).assessment.global.central;
}

TEST(MissingAnswers, GoFromTheWorstAnswerToTheBest)
{
    const struct
    {
        const char *question, *worst, *best;
    } cases[]{{"gov_participation", "aucune", "formelle"},
              {"sau_images", "sans", "jamais"},
              {"rh_supervision", "aucune", "mensuelle"}};
    for (const auto& each : cases)
        for (const test::Json& lack : {test::Json(), test::Json("nsp"), test::Json("refus")}) {
            const auto found = missing(assessed(caseA({{each.question, lack}})), each.question);
            ASSERT_TRUE(found) << each.question;
            EXPECT_NEAR(found->low, global({{each.question, each.worst}}), 1e-9) << each.question;
            EXPECT_NEAR(found->high, global({{each.question, each.best}}), 1e-9) << each.question;
        }
}

TEST(MissingAnswers, OfAnOfferGoFromNothingToAFullService)
{
    const auto found = missing(assessed(caseA({{"jur_offre", nullptr}})), "jur_offre");
    ASSERT_TRUE(found);
    EXPECT_EQ(found->indicators, QStringList{code("D4")});
    EXPECT_NEAR(found->low, global({{"jur_offre", "non"}}), 1e-9);
    EXPECT_GT(found->high, found->low + 5);
}

TEST(MissingAnswers, AreNoneWhenAllIsKnownAndGreatestFirst)
{
    const test::Record whole = assessed(caseA());
    EXPECT_TRUE(assessment::missingAnswers(test::model(), whole.answers, whole.assessment).empty());
    const test::Record holed =
        assessed(caseA({{"gov_participation", nullptr}, {"tra_nombre", "nsp"}, {"acc_plan", "refus"}}));
    const auto found = assessment::missingAnswers(test::model(), holed.answers, holed.assessment);
    ASSERT_GE(found.size(), 3U);
    for (size_t i = 1; i < found.size(); ++i)
        EXPECT_GE(found[i - 1].span(), found[i].span());
}

TEST(MissingAnswers, LeaveOutWhatIsDeclaredNotApplicable)
{
    EXPECT_FALSE(missing(assessed(caseA({{"gov_participation", "na"}})), "gov_participation"));
}

TEST(ScoreWithoutCaps, IsThatOfTheWorkedCases)
{
    // scoring_model § 13: at full evidence A is worth 76.8 and B 77.9.
    const double expected[]{76.8, 77.9};
    for (size_t i = 0; i < 2; ++i) {
        const test::Record record = assessed(test::vectors()[i]["reponses"]);
        const auto raw = assessment::scoreWithoutCaps(test::model(), record.answers, record.assessment);
        EXPECT_NEAR(*raw.central, expected[i], 0.05) << i;
        EXPECT_GE(raw.high, record.assessment.global.high);
    }
}

} // namespace
