#include "assessment/record.h"
#include "assessment/selection.h"

#include <algorithm>
#include <numeric>
#include <random>

namespace {

using assessment::Assessment;
using assessment::Interval;
using assessment::Knowledge;
using questionnaire::QuestionType;
using test::Json;

constexpr double Tolerance = 1e-9;

/// Random answers over the whole instrument, with unknowns of every kind.
Json randomRecord(std::mt19937& random)
{
    const auto chance = [&random](unsigned percent) { return random() % 100 < percent; };
    Json record{{"ent_date", "2015-01-06"},
                {"ent_mode", "visite"},
                {"cons_participation", "oui"},
                {"cons_retrait", ""},
                {"id_categorie", "femmes"}};
    for (const questionnaire::Question& question : test::form().questions) {
        const std::string name = question.name.toStdString();
        if (record.contains(name) || chance(8)) continue;
        if (chance(8)) {
            record[name] = std::array{"nsp", "refus", "na"}[random() % 3];
            continue;
        }
        const questionnaire::ChoiceList* list = test::form().listOf(question);
        if (question.type == QuestionType::Integer || question.type == QuestionType::Decimal) {
            record[name] = static_cast<int>(random() % (chance(20) ? 3000000U : 30U));
        } else if (question.type == QuestionType::Date) {
            record[name] = QDate(2015, 1, 6)
                               .addDays(-static_cast<int>(random() % 1500))
                               .toString(Qt::ISODate)
                               .toStdString();
        } else if (list && !list->choices.empty() && question.type == QuestionType::SelectOne) {
            record[name] = list->choices[random() % list->choices.size()].name.toStdString();
        } else if (list && question.type == QuestionType::SelectMultiple) {
            QStringList codes;
            for (const auto& choice : list->choices)
                if (chance(40) && choice.name != u"nsp") codes << choice.name;
            record[name] = codes.join(u' ').toStdString();
        }
    }
    for (const char* repeat : {"rg_liens", "rg_bailleurs"}) {
        record.erase(repeat);
        if (chance(20)) continue;
        record[repeat] = Json::array();
        for (auto row = random() % 6; row-- > 0;)
            record[repeat].push_back(repeat == std::string("rg_liens")
                                         ? Json{{"lien_nature", chance(50) ? "ref_recu" : "tutelle"},
                                                {"lien_forme", chance(50) ? "ecrite" : "verbale"}}
                                         : Json{{"bail_montant", static_cast<int>(random() % 100)}});
    }
    return record;
}

class Property : public testing::TestWithParam<unsigned>
{
protected:
    std::mt19937 random{GetParam()};
};

void expectOrdered(const Interval& score, const QString& where)
{
    if (score.notApplicable) return;
    EXPECT_LE(score.low, score.high + Tolerance) << where.toStdString();
    EXPECT_GE(score.low, -Tolerance) << where.toStdString();
    EXPECT_LE(score.high, 100 + Tolerance) << where.toStdString();
    EXPECT_GE(score.completeness, 0) << where.toStdString();
    EXPECT_LE(score.completeness, 1 + Tolerance) << where.toStdString();
}

TEST_P(Property, boundsAreOrderedAndCapsRespected)
{
    const Assessment result = test::assessed(randomRecord(random)).assessment;
    for (const auto* scores :
         {&result.subDimensions, &result.services, &result.dimensions, &result.profileIntervals})
        for (const auto& [code, score] : *scores)
            expectOrdered(score, code);
    for (const auto& [code, score] : result.services)
        if (score.central) {
            EXPECT_LE(score.low, *score.central + Tolerance);
            EXPECT_GE(score.high, *score.central - Tolerance);
        }
    expectOrdered(result.global, QStringLiteral("global"));
    for (const auto& [code, score] : result.indicators) {
        if (score.knowledge != Knowledge::Known) continue;
        EXPECT_LE(score.kept, score.raw) << code.toStdString();
        EXPECT_GE(score.kept, 0) << code.toStdString();
        EXPECT_LE(score.raw, 4) << code.toStdString();
    }
    EXPECT_FALSE(result.status.isEmpty());
    EXPECT_EQ(result.serviceStatus.size(), 4U);
}

TEST_P(Property, moreEvidenceNeverLowersAScore)
{
    Json record = randomRecord(random);
    double previous = -1;
    for (int level = 0; level <= 4; ++level) {
        for (const auto& indicator : test::model().indicators())
            record["_preuve"][indicator.code.toStdString()] = level;
        const Assessment result = test::assessed(record).assessment;
        const double global = result.global.central.value_or(0);
        EXPECT_GE(global, previous - Tolerance);
        previous = global;
    }
}

TEST_P(Property, forgettingAnAnswerNeverHelpsTheLowBound)
{
    const Json record = randomRecord(random);
    const test::Record before = test::assessed(record);
    int checked = 0;
    for (const auto& indicator : test::model().indicators()) {
        // An answer that closes questions changes what is asked, not only what is known: leave those out.
        const QString input = indicator.inputs.front();
        if (input.endsWith(u'?') ||
            before.assessment.indicators.at(indicator.code).knowledge != Knowledge::Known)
            continue;
        if (indicator.inputs.size() != 1 || indicator.code == u"E1") continue;
        Json without = record;
        without.erase(input.toStdString());
        const Assessment after = test::assessed(without).assessment;
        EXPECT_EQ(after.indicators.at(indicator.code).knowledge, Knowledge::Unknown);
        const bool reopens =
            input.startsWith(u"med_convention") || input == u"jur_convention" || input == u"pub_irreguliers";
        if (reopens) continue;
        EXPECT_LE(after.global.low, before.assessment.global.low + Tolerance) << input.toStdString();
        EXPECT_GE(after.global.high, before.assessment.global.high - Tolerance) << input.toStdString();
        ++checked;
    }
    EXPECT_GT(checked, 5);
}

INSTANTIATE_TEST_SUITE_P(Seeds, Property, testing::Range(1U, 61U));

TEST(Rank, anotherActorNeverChangesAScore)
{
    std::mt19937 random(3);
    std::vector<Assessment> assessments;
    for (int i = 0; i < 12; ++i) {
        assessments.push_back(test::assessed(randomRecord(random)).assessment);
        assessments.back().rankable = assessments.back().global.central.has_value();
    }
    std::vector<assessment::RankInput> inputs;
    for (size_t i = 0; i < assessments.size(); ++i)
        inputs.push_back({QString::number(i), QString::number(i), &assessments[i]});
    const auto with = assessment::rank(inputs);
    inputs.pop_back();
    const auto without = assessment::rank(inputs);
    for (const assessment::RankLine& line : without)
        for (const assessment::RankLine& same : with)
            if (line.id == same.id) {
                EXPECT_EQ(line.score, same.score);
            }
}

/// The same actors, in another order and under other names and ids.
TEST(Rank, reorderingAndRenamingChangesNothing)
{
    std::mt19937 random(11);
    std::vector<Assessment> assessments;
    for (int i = 0; i < 40; ++i) {
        assessments.push_back(test::assessed(randomRecord(random)).assessment);
        assessments.back().rankable = assessments.back().global.central.has_value() && i % 7 != 0;
    }
    const auto ranked = [&](const std::vector<size_t>& order, const QString& prefix) {
        std::vector<assessment::RankInput> inputs;
        for (const size_t i : order)
            inputs.push_back(
                {prefix + QString::number(i), prefix + QString::number(97 * i % 40), &assessments[i]});
        std::map<QString, assessment::RankLine> lines;
        for (const assessment::RankLine& line : assessment::rank(inputs))
            lines[line.id.sliced(prefix.size())] = line;
        return lines;
    };
    std::vector<size_t> order(assessments.size());
    std::iota(order.begin(), order.end(), size_t{0});
    const auto before = ranked(order, QStringLiteral("a"));
    ASSERT_EQ(before.size(), assessments.size());
    for (int round = 0; round < 5; ++round) {
        std::shuffle(order.begin(), order.end(), random);
        for (const auto& [id, line] : ranked(order, QStringLiteral("zz"))) {
            EXPECT_EQ(line.rank, before.at(id).rank) << id.toStdString();
            EXPECT_EQ(line.score, before.at(id).score) << id.toStdString();
            EXPECT_EQ(line.group == 0, before.at(id).group == 0) << id.toStdString();
        }
    }
}

/// Whether `after` is at least as good in every indicator, with the same ones known.
bool isNowhereWorse(const Assessment& before, const Assessment& after)
{
    return std::all_of(before.indicators.begin(), before.indicators.end(), [&](const auto& entry) {
        const auto& [code, old] = entry;
        const auto& now = after.indicators.at(code);
        return now.knowledge == old.knowledge && now.kept >= old.kept;
    });
}

/// An offer and its convention decide which services count, not how well they are done.
bool opensServices(const questionnaire::Question& question)
{
    return question.name.endsWith(u"_offre") || question.name.endsWith(u"_convention");
}

/// Answers changed one at a time: where each indicator it feeds says as good or better, so do all the scores.
TEST(Scores, riseWithTheScoreOfAnyAnswer)
{
    std::mt19937 random(5);
    int better = 0;
    for (int round = 0; round < 40; ++round) {
        const Json record = randomRecord(random);
        const Assessment before = test::assessed(record).assessment;
        for (const questionnaire::Question& question : test::form().questions) {
            const questionnaire::ChoiceList* list = test::form().listOf(question);
            if (!list || question.type != QuestionType::SelectOne || opensServices(question) ||
                random() % 6 != 0)
                continue;
            Json changed = record;
            changed[question.name.toStdString()] =
                list->choices[random() % list->choices.size()].name.toStdString();
            const Assessment after = test::assessed(changed).assessment;
            if (!isNowhereWorse(before, after)) continue;
            EXPECT_GE(after.global.low, before.global.low - Tolerance) << question.name.toStdString();
            EXPECT_GE(after.global.high, before.global.high - Tolerance) << question.name.toStdString();
            for (const auto& [code, score] : before.dimensions)
                if (score.central && after.dimensions.at(code).central) {
                    EXPECT_GE(*after.dimensions.at(code).central, *score.central - Tolerance)
                        << question.name.toStdString() << " on " << code.toStdString();
                }
            better += after.global.central.value_or(0) > before.global.central.value_or(0) + Tolerance;
        }
    }
    EXPECT_GT(better, 20) << "the property was hardly put to the test";
}

} // namespace
