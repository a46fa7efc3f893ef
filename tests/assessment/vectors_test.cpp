#include "assessment/record.h"

#include <cmath>

namespace {

using test::Json;

constexpr double Tolerance = 1e-4;

/// Every field of `expected` is in `actual`, numbers within the tolerance. Returns how many leaves were
/// compared.
int compare(const Json& expected, const Json& actual, const std::string& path)
{
    if (expected.is_number()) {
        EXPECT_TRUE(actual.is_number()) << path << ": " << actual;
        if (actual.is_number()) {
            EXPECT_NEAR(expected.get<double>(), actual.get<double>(), Tolerance) << path;
        }
        return 1;
    }
    if (!expected.is_structured()) {
        EXPECT_EQ(expected, actual) << path;
        return 1;
    }
    EXPECT_EQ(expected.size(), actual.size()) << path;
    int compared = 0;
    for (const auto& item : expected.items()) {
        const std::string place = path + "/" + item.key();
        const Json::json_pointer pointer("/" + item.key());
        EXPECT_TRUE(actual.contains(pointer)) << place;
        if (actual.contains(pointer)) compared += compare(item.value(), actual[pointer], place);
    }
    return compared;
}

class Vectors : public testing::TestWithParam<size_t>
{
};

TEST_P(Vectors, everyFieldIsReproduced)
{
    const Json& vector = test::vectors()[GetParam()];
    const test::Record record = test::assessed(vector["reponses"]);
    const Json actual = Json::parse(assessment::toJson(test::model(), record.assessment).dump());
    Json reduced;
    for (const auto& item : vector["attendu"].items())
        reduced[item.key()] = actual[item.key()];
    EXPECT_EQ(compare(vector["attendu"], reduced, ""), 318);
}

INSTANTIATE_TEST_SUITE_P(AB, Vectors, testing::Values(size_t{0}, size_t{1}));

TEST(WorkedCases, provedOrNotMakesTheDifferenceTheModelAnnounces)
{
    const test::Record a = test::assessed(test::caseA());
    EXPECT_NEAR(*a.assessment.profiles.at(test::code("D1")),
                0.50 * 82.5 + 0.20 * 73.4375 + 0.15 * 85.41667 + 0.15 * 83.02083, Tolerance);
    EXPECT_TRUE(a.assessment.rankable);

    // "À preuve entière, B vaudrait 77,9, plus que A (76,8)."
    const auto whole = [](size_t i) {
        Json answers = test::vectors()[i]["reponses"];
        for (const assessment::Model::Indicator& indicator : test::model().indicators())
            answers["_preuve"][indicator.code.toStdString()] = 4;
        return *test::assessed(answers).assessment.global.central;
    };
    EXPECT_NEAR(whole(1), 77.9, 0.05);
    EXPECT_NEAR(whole(0), 76.8, 0.05);
}

TEST(WorkedCases, bIsPreselectableButNotRefusedForItsScore)
{
    const test::Record b = test::assessed(test::vectors()[1]["reponses"]);
    EXPECT_EQ(b.answers.at(test::code("ent_mode")).value, u"telephone");
    EXPECT_EQ(b.answers.at(test::code("ent_date")).value, u"2015-01-06");
    EXPECT_FALSE(b.answers.contains(test::code("abr_liberte"))) << "out of scope: no shelter of its own";
    EXPECT_EQ(b.assessment.evidenceIndex, 0.0);
}

TEST(AssessmentJson, printsUnknownAndNotApplicableApart)
{
    const auto json = assessment::toJson(test::model(), test::assessed(Json::object()).assessment);
    EXPECT_TRUE(json["global"][0].is_null());
    EXPECT_EQ(json["global"][1], 0);
    EXPECT_EQ(json["global"][2], 100);
    EXPECT_TRUE(json["indice_preuve"].is_null());
    EXPECT_EQ(json["sous_dimensions"]["A2"], (Json{nullptr, 0.0, 100.0, 0.0}));
    EXPECT_EQ(json["classable"], false);

    const auto other = assessment::toJson(
        test::model(),
        test::assessed(test::caseA({{"gov_strategie", "na"}, {"gov_suivi_eval", "na"}})).assessment);
    EXPECT_EQ(other["indicateurs"]["A3.1"]["brut"], "NA");
    EXPECT_EQ(other["sous_dimensions"]["A3"], (Json{"NA", "NA", "NA", 1.0}));
    EXPECT_NEAR(other["dimensions"]["A"][0].get<double>(), (100 * 30 + 83.33333 * 25 + 68.75 * 25) / 80,
                Tolerance);
}

TEST(AssessmentInput, listsEveryFault)
{
    const auto codes = [](const char* text) {
        base::Issues issues;
        const auto input = assessment::readInput(test::model(), test::form(), text, issues);
        QStringList all{input ? QStringLiteral("read") : QStringLiteral("refused")};
        for (const base::Issue& issue : issues)
            all << issue.code;
        return all.join(u' ').toStdString();
    };
    EXPECT_EQ(codes("[1]"), "refused answers.syntax");
    EXPECT_EQ(codes("{"), "refused answers.syntax");
    EXPECT_EQ(codes(R"({"id_statut": {"a": 1}, "_preuve": {"A1.1": 5}, "_passages": 3})"),
              "refused answers.bad_value answers.not_a_list answers.bad_evidence_level");
    EXPECT_EQ(codes(R"({"jamais_vu": "x", "_contredit": ["Z9"]})"),
              "read answers.unknown_question answers.unknown_indicator");
    EXPECT_EQ(codes(R"({"rg_liens": [1], "gov_bureau": 3.5, "id_statut": null})"),
              "refused answers.row_not_an_object");
}

} // namespace
