#include "base/resources.h"
#include "study_fixture.h"
#include "workflow/model_editing.h"
#include "workflow/model_versions.h"
#include "workflow/undo.h"

#include <cmath>
#include <gtest/gtest.h>
#include <numeric>

namespace {

using workflow::Stakeholder;
using workflow::WeightMethod;

const QString Why = QStringLiteral("Décision du comité du 20 janvier (fictif)");
const std::vector<double> Other{0.2, 0.2, 0.2, 0.3, 0.1};

struct Given
{
    const char* name;
    WeightMethod method;
    std::vector<double> inputs, weights;
    bool complete;
};

class Methods : public testing::TestWithParam<Given>
{
};

TEST_P(Methods, give_weights)
{
    const Given& given = GetParam();
    const auto result = workflow::weightsGiven({{}, QStringLiteral("x"), given.method, given.inputs, 1}, 5);
    ASSERT_EQ(result.weights.size(), given.weights.size());
    for (size_t i = 0; i < given.weights.size(); ++i)
        EXPECT_NEAR(result.weights[i], given.weights[i], 1e-4) << i;
    EXPECT_EQ(result.complete, given.complete);
}

// Rank-order centroid of five: 137, 77, 47, 27 and 12 three-hundredths, by hand.
INSTANTIATE_TEST_SUITE_P(
    all, Methods,
    testing::Values(
        Given{"direct", WeightMethod::Direct, {3, 5, 4, 6, 2}, {.15, .25, .2, .3, .1}, true},
        Given{"budget", WeightMethod::Budget, {15, 25, 20, 30, 10}, {.15, .25, .2, .3, .1}, true},
        Given{"short", WeightMethod::Budget, {15, 25, 20, 30, 0}, {1. / 6, .27778, .22222, .33333, 0}, false},
        Given{"swing", WeightMethod::Swing, {50, 100, 0, 50, 50}, {.2, .4, 0, .2, .2}, true},
        Given{"ranks",
              WeightMethod::Ranks,
              {5, 2, 3, 1, 4},
              {12 / 300., 77 / 300., 47 / 300., 137 / 300., 27 / 300.},
              true},
        Given{"equal", WeightMethod::Ahp, {1, 1, 1, 1, 1, 1, 1, 1, 1, 1}, {.2, .2, .2, .2, .2}, true},
        Given{"ratios", // a of 8, 4, 2, 1, 1
              WeightMethod::Ahp,
              {2, 4, 8, 8, 2, 4, 4, 2, 2, 1},
              {.5, .25, .125, .0625, .0625},
              true},
        Given{"beyond", WeightMethod::Ahp, {12, 1, 1, 1, 1, 1, 1, 1, 1, 1}, {}, false},
        Given{"none", WeightMethod::Swing, {0, 0, 0, 0, 0}, {}, false},
        Given{"count", WeightMethod::Swing, {1, 1}, {}, false}),
    [](const auto& tested) { return std::string(tested.param.name); });

TEST(ModelEditing, names_the_pair_to_reconsider)
{
    const auto result =
        workflow::weightsGiven({{}, {}, WeightMethod::Ahp, {2, 4, 8, 1 / 9., 2, 4, 4, 2, 2, 1}, 1}, 5);
    ASSERT_TRUE(result.consistency && result.reconsider);
    EXPECT_GT(*result.consistency, 0.1);
    EXPECT_EQ(result.reconsider->row, 0);
    EXPECT_EQ(result.reconsider->column, 4);
    EXPECT_GT(result.reconsider->suggested, result.reconsider->given);
}

TEST(ModelEditing, carries_weights_from_a_method_to_another)
{
    const std::vector<double> weights{.15, .25, .2, .3, .1};
    for (const auto method : {WeightMethod::Direct, WeightMethod::Budget, WeightMethod::Swing,
                              WeightMethod::Ahp, WeightMethod::Ranks}) {
        const auto again =
            workflow::weightsGiven({{}, {}, method, workflow::inputsFor(method, weights), 1}, 5);
        ASSERT_TRUE(again.complete);
        for (size_t i = 1; i < 5; ++i)
            EXPECT_EQ(weights[i] > weights[i - 1], again.weights[i] > again.weights[i - 1]);
    }
}

TEST(ModelEditing, keeps_stakeholders_as_given_and_mixes_them)
{
    test::StudyFixture f;
    const Stakeholder consultant{
        {}, QStringLiteral("Consultant"), WeightMethod::Budget, {40, 20, 20, 10, 10}, 1};
    const Stakeholder office{{}, QStringLiteral("OIM"), WeightMethod::Swing, {25, 50, 50, 100, 25}, 3};
    const Stakeholder late{{}, QStringLiteral("Comité"), WeightMethod::Budget, {1, 2, 3, 4, 5}, 1};
    for (const Stakeholder& one : {consultant, office, late})
        ASSERT_TRUE(workflow::setStakeholder(*f.study, one).ok());
    f.reopen();
    auto all = workflow::stakeholders(*f.study);
    ASSERT_EQ(all.size(), 3u);
    EXPECT_EQ(all[0].name, QStringLiteral("Consultant"));
    EXPECT_EQ(all[1].inputs, office.inputs);
    EXPECT_EQ(all[1].method, WeightMethod::Swing);

    const auto mix = workflow::mixed(all, 5, false);
    const std::vector<double> expected{.175, .2, .2, .325, .1}; // (1 × consultant + 3 × office) / 4
    for (size_t i = 0; i < 5; ++i)
        EXPECT_NEAR(mix.weights[i], expected[i], 1e-9) << i;
    EXPECT_NEAR(mix.disagreement[0], 0.3, 1e-9);
    EXPECT_EQ(mix.leftOut, QStringList{QStringLiteral("Comité")});
    const auto geometric = workflow::mixed(all, 5, true);
    EXPECT_NE(geometric.weights, mix.weights);
    EXPECT_NEAR(std::accumulate(geometric.weights.begin(), geometric.weights.end(), 0.0), 1, 1e-9);

    ASSERT_TRUE(workflow::removeStakeholder(*f.study, all[0].id).ok());
    EXPECT_EQ(workflow::stakeholders(*f.study).size(), 2u);
    EXPECT_EQ(workflow::setStakeholder(*f.study, {{}, QStringLiteral(" "), WeightMethod::Budget, {}, 1})
                  .issues.front()
                  .code,
              QStringLiteral("weights.no_name"));
}

TEST(ModelVersions, change_of_a_locked_model_is_dated_justified_and_hides_scores_until_approved)
{
    test::StudyFixture f;
    const QString shipped = f.study->model().digest();
    ASSERT_TRUE(workflow::lockModel(*f.study, QStringLiteral("N"), {}, QStringLiteral("O")).ok());
    const auto refused = workflow::adoptWeights(*f.study, Other, QStringLiteral("  "));
    ASSERT_FALSE(refused.ok());
    EXPECT_EQ(refused.issues.front().code, QStringLiteral("model.no_reason"));
    EXPECT_EQ(f.study->model().digest(), shipped);

    ASSERT_TRUE(workflow::adoptWeights(*f.study, Other, Why).ok());
    f.reopen();
    const QString changed = f.study->model().digest();
    EXPECT_NE(changed, shipped);
    EXPECT_EQ(workflow::modelWeights(f.study->model()), Other);
    EXPECT_FALSE(f.study->info().modelLocked);
    EXPECT_FALSE(workflow::rankChanges(*f.study, shipped));

    ASSERT_TRUE(workflow::lockModel(*f.study, QStringLiteral("N"), {}, QStringLiteral("O")).ok());
    EXPECT_TRUE(workflow::rankChanges(*f.study, shipped));
    const auto versions = workflow::modelVersions(*f.study);
    ASSERT_EQ(versions.size(), 2u);
    EXPECT_TRUE(versions[0].approved.isValid() && versions[1].approved.isValid());
    EXPECT_EQ(versions[1].reason, Why);
    EXPECT_EQ(versions[1].from, shipped);
    EXPECT_EQ(versions[1].made.date(), QDate(2015, 1, 23));
    EXPECT_TRUE(versions[1].current && !versions[0].current);
    EXPECT_NE(versions[0].version, versions[1].version);

    const auto differences = workflow::modelDifferences(*f.study, shipped, changed);
    ASSERT_EQ(differences.size(), 3u); // A, B and the version's name
    EXPECT_EQ(differences[0].path, QStringLiteral("/dimensions/0/weight"));

    ASSERT_TRUE(workflow::returnToModel(*f.study, shipped, Why).ok());
    EXPECT_EQ(f.study->model().digest(), shipped);
    EXPECT_TRUE(f.study->info().modelLocked) << "it was approved";
}

TEST(ModelVersions, adoption_is_undone)
{
    test::StudyFixture f;
    const QString shipped = f.study->info().modelDigest;
    const auto outcome = workflow::adoptWeights(*f.study, Other, {});
    ASSERT_TRUE(outcome.ok()) << "nothing was approved";
    workflow::UndoStack stack(*f.study);
    stack.push(outcome, QStringLiteral("modèle"));
    stack.undo();
    EXPECT_EQ(f.study->info().modelDigest, shipped);
}

TEST(ModelVersions, export_then_import_is_the_identity)
{
    test::StudyFixture f, other;
    ASSERT_TRUE(workflow::adoptWeights(*f.study, Other, {}).ok());
    ASSERT_TRUE(workflow::adoptModel(*other.study, workflow::modelText(*f.study), {}).ok());
    EXPECT_EQ(other.study->info().modelDigest, f.study->info().modelDigest);
    EXPECT_EQ(workflow::modelText(*other.study), workflow::modelText(*f.study));
}

TEST(ModelVersions, damaged_text_leaves_the_shipped_model_unlocked)
{
    test::StudyFixture f;
    ASSERT_TRUE(workflow::adoptWeights(*f.study, Other, {}).ok());
    ASSERT_TRUE(workflow::lockModel(*f.study, QStringLiteral("N"), {}, QStringLiteral("O")).ok());
    ASSERT_TRUE(workflow::setSetting(*f.study, QStringLiteral("model.text.") + f.study->model().digest(),
                                     QStringLiteral("{}"))
                    .ok());
    f.reopen();
    EXPECT_FALSE(f.study->info().modelLocked);
    EXPECT_EQ(f.study->model().digest(), assessment::Model::standard()->digest());
}

TEST(ModelVersions, check_lists_every_fault_with_its_place)
{
    QByteArray text = base::resource(QStringLiteral("assessment/osc-2014.json"));
    EXPECT_TRUE(workflow::checkModel(text).empty());
    text.replace("\"weight\": 15,", "\"weight\": -15,");
    text.replace("\"top\": 4", "\"top\": \"4\"");
    QStringList found;
    for (const base::Issue& issue : workflow::checkModel(text))
        found << issue.code + u' ' + issue.args.value(0);
    EXPECT_TRUE(found.contains(QStringLiteral("model.not_a_number /scale/top")))
        << found.join(u'|').toStdString();
    EXPECT_TRUE(found.contains(QStringLiteral("model.negative_weight /dimensions/0")));
    EXPECT_TRUE(found.contains(QStringLiteral("model.weights_sum /dimensions")));
}

TEST(RawQuantities, join_classes_of_fewer_than_five)
{
    test::StudyFixture f;
    const std::vector<int> budgets{0,      50'000,  60'000,  70'000,  80'000,  150'000,  160'000,
                                   600000, 700'000, 800'000, 900'000, 950'000, 3'000'000};
    for (const int budget : budgets) {
        const QString record = f.addActor(QStringLiteral("OSC fictive"));
        ASSERT_TRUE(f.answer(record, QStringLiteral("ent_mode"), QStringLiteral("documentaire")).ok());
        ASSERT_TRUE(f.answer(record, QStringLiteral("fin_budget"), QString::number(budget)).ok());
    }
    const auto quantities = workflow::rawQuantities(*f.study);
    ASSERT_EQ(quantities.size(), 4u);
    const auto& budget = quantities[0];
    EXPECT_EQ(budget.known, 13);
    int sum = 0;
    for (const auto& item : budget.classes) {
        EXPECT_GE(item.count, 5);
        sum += item.count;
    }
    EXPECT_EQ(sum, 13);
    ASSERT_EQ(budget.classes.size(), 2u);
    EXPECT_EQ(budget.classes[0].count, 7);
    EXPECT_EQ(budget.classes[0].below, 500'000);
    EXPECT_TRUE(quantities[1].classes.empty()) << "nothing known";
}

} // namespace
