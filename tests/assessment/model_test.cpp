#include "assessment/record.h"
#include "base/resources.h"

#include <set>

namespace {

using assessment::Model;
using test::code;
using test::Json;

Json shipped()
{
    return Json::parse(base::resource(QStringLiteral("assessment/osc-2014.json")).toStdString());
}

std::shared_ptr<const Model> load(const Json& json, base::Issues& issues)
{
    return Model::load(QByteArray::fromStdString(json.dump()), issues);
}

TEST(StandardModel, hasTheTreeOfTheSpecification)
{
    const Model& model = test::model();
    EXPECT_EQ(model.version(), u"1.1");
    EXPECT_EQ(model.indicators().size(), 74U);
    EXPECT_EQ(model.dimensions().size(), 5U);
    double sum = 0;
    for (const Model::Node& dimension : model.dimensions()) {
        sum += dimension.percent;
        double parts = 0;
        for (const QString& part : dimension.children)
            if (const Model::Node* node = model.node(part)) parts += node->percent;
        if (dimension.code == u"A" || dimension.code == u"B" || dimension.code == u"C") {
            EXPECT_EQ(parts, 100) << dimension.code.toStdString();
        }
    }
    EXPECT_EQ(sum, 100);
    for (const char* node : {"D1", "D2", "D3", "D4", "E"}) {
        double weights = 0;
        for (const QString& indicator : model.node(code(node))->children)
            weights += model.indicator(indicator)->weight;
        EXPECT_EQ(weights, 100) << node;
    }
    EXPECT_EQ(model.vetoLabel(code("V8")), u"Séparation");
    EXPECT_EQ(model.criterionLabel(code("T4")), u"Relecture");
    EXPECT_EQ(model.criterionLabel(code("K4")), u"Villes");
    EXPECT_EQ(model.node(code("Z")), nullptr);
    EXPECT_EQ(model.indicator(code("Z1")), nullptr);
    EXPECT_EQ(model.trainingNeeds().size(), 14U);
    EXPECT_EQ(model.practiceNeeds().size(), 14U);
}

TEST(StandardModel, readsOnlyQuestionsOfTheInstrument)
{
    for (const Model::Indicator& indicator : test::model().indicators()) {
        EXPECT_FALSE(indicator.ruleText.isEmpty()) << indicator.code.toStdString();
        EXPECT_FALSE(indicator.inputs.isEmpty()) << indicator.code.toStdString();
        for (QString input : indicator.inputs) {
            if (input.endsWith(u'?')) input.chop(1);
            EXPECT_NE(test::form().question(input), nullptr)
                << indicator.code.toStdString() << input.toStdString();
        }
    }
    for (const Model::Service& service : test::model().services()) {
        EXPECT_NE(test::form().question(service.offer), nullptr);
        EXPECT_NE(test::form().question(service.convention), nullptr);
    }
}

/// Codes that the rules name exist in the choice lists: a rule on a code nobody can tick would never speak.
TEST(StandardModel, mapsOnlyCodesThatCanBeTicked)
{
    const Json json = shipped();
    for (const Json& indicator : json["indicators"]) {
        if (!indicator["rule"].contains("of")) continue;
        const Json& scores = indicator["rule"]["scores"];
        const Json& map = scores.is_string() ? json["scales"][scores.get<std::string>()] : scores;
        const auto* question = test::form().question(QString::fromStdString(indicator["rule"]["of"]));
        ASSERT_NE(question, nullptr);
        std::set<std::string> known;
        for (const auto& choice : test::form().listOf(*question)->choices)
            known.insert(choice.name.toStdString());
        for (const auto& score : map.items())
            EXPECT_TRUE(known.contains(score.key())) << indicator["code"] << score.key();
    }
}

TEST(Model, digestFollowsTheContentAndNotItsLayout)
{
    base::Issues issues;
    const Json json = shipped();
    const auto same = Model::load(QByteArray::fromStdString(json.dump(7)), issues);
    ASSERT_TRUE(same);
    EXPECT_EQ(same->digest(), test::model().digest());
    EXPECT_EQ(same->digest().size(), 64);
    Json changed = json;
    changed["thresholds"]["preuve"] = 0.6;
    const auto other = load(changed, issues);
    ASSERT_TRUE(other);
    EXPECT_NE(other->digest(), same->digest());
}

TEST(Model, weightsAndThresholdsAreData)
{
    Json json = shipped();
    for (Json& dimension : json["dimensions"])
        dimension["weight"] = dimension["code"] == "E" ? 100 : 0;
    base::Issues issues;
    const auto onlyE = load(json, issues);
    ASSERT_TRUE(onlyE);
    const test::Record record = test::assessed(test::caseA());
    const auto result = assessment::assess(*onlyE, test::form(), record.answers, {});
    EXPECT_NEAR(*result.global.central, *result.dimensions.at(code("E")).central, 1e-12);
}

struct Fault
{
    const char* name;
    const char* patch;
    const char* issue;
};

void PrintTo(const Fault& fault, std::ostream* out)
{
    *out << fault.name;
}

class Faults : public testing::TestWithParam<Fault>
{
};

TEST_P(Faults, areNamedWithTheirPlace)
{
    const Json broken = shipped().patch(Json::parse(GetParam().patch));
    base::Issues issues;
    EXPECT_EQ(load(broken, issues), nullptr);
    ASSERT_FALSE(issues.empty());
    EXPECT_EQ(issues.front().code.toStdString(), GetParam().issue);
    EXPECT_FALSE(issues.front().args.isEmpty());
}

INSTANTIATE_TEST_SUITE_P(
    Cases, Faults,
    testing::Values(
        Fault{"no version", R"([{"op":"remove","path":"/version"}])", "model.missing_member"},
        Fault{"text for a number", R"([{"op":"replace","path":"/scale/top","value":"4"}])",
              "model.not_a_number"},
        Fault{"number for a text", R"([{"op":"replace","path":"/indicators/0/label","value":3}])",
              "model.not_a_text"},
        Fault{"object for a list", R"([{"op":"replace","path":"/vetoes","value":{}}])", "model.not_a_list"},
        Fault{"list for an object", R"([{"op":"replace","path":"/caps","value":[]}])", "model.not_an_object"},
        Fault{"caps too short", R"([{"op":"replace","path":"/caps/P","value":[0,2]}])", "model.five_levels"},
        Fault{"three services", R"([{"op":"remove","path":"/services/3"}])", "model.four_services"},
        Fault{"unknown proof", R"([{"op":"replace","path":"/indicators/0/proof","value":"X"}])",
              "model.unknown_proof"},
        Fault{"unknown parent", R"([{"op":"replace","path":"/indicators/0/parent","value":"A9"}])",
              "model.unknown_parent"},
        Fault{"parent made of parts", R"([{"op":"replace","path":"/indicators/0/parent","value":"A"}])",
              "model.unknown_parent"},
        Fault{"no weight", R"([{"op":"replace","path":"/indicators/0/weight","value":0}])",
              "model.no_weight"},
        Fault{"profile of nothing", R"([{"op":"add","path":"/profile/dimensions/Z","value":1}])",
              "model.unknown_dimension"},
        Fault{"no threshold", R"([{"op":"remove","path":"/thresholds/completude"}])", "model.missing_member"},
        Fault{"twice the same node", R"([{"op":"replace","path":"/dimensions/1/code","value":"A"}])",
              "model.duplicate"},
        Fault{"twice the same", R"([{"op":"replace","path":"/indicators/1/code","value":"A1.1"}])",
              "model.duplicate"},
        Fault{"expression",
              R"([{"op":"replace","path":"/indicators/0/rule/steps/0/when","value":"${a} = = 1"}])",
              "model.expression"},
        Fault{"unknown function",
              R"([{"op":"replace","path":"/vetoes/0/clauses/0/when","value":"devine(1) = 1"}])",
              "model.expression"},
        Fault{"unknown effect", R"([{"op":"replace","path":"/vetoes/0/clauses/0/effect","value":"fatal"}])",
              "model.unknown_effect"},
        Fault{"empty constraint", R"([{"op":"remove","path":"/selection/trio/constraints/1/one_actor"}])",
              "model.empty_constraint"},
        Fault{"unknown indicator",
              R"([{"op":"replace","path":"/training_themes/0/indicators/0","value":"Z1"}])",
              "model.unknown_indicator"}));

TEST(Model, listsAllFaultsAndNotOnlyTheFirst)
{
    Json broken = shipped();
    broken["version"] = 1;
    broken["indicators"][3]["weight"] = "lourd";
    broken["vetoes"][2]["clauses"][0].erase("when");
    base::Issues issues;
    EXPECT_EQ(load(broken, issues), nullptr);
    QStringList places;
    for (const base::Issue& issue : issues)
        places << issue.args.value(0);
    EXPECT_TRUE(places.contains(u"/version"));
    EXPECT_TRUE(places.contains(u"/indicators/3/weight"));
    EXPECT_TRUE(places.contains(u"/vetoes/2/clauses/0/when"));
}

TEST(Model, whatIsNotAnObjectIsRefused)
{
    for (const char* text : {"", "[]", "12", "{\"version\":", "\xff\xfe"}) {
        base::Issues issues;
        EXPECT_EQ(Model::load(text, issues), nullptr);
        ASSERT_EQ(issues.size(), 1U);
        EXPECT_EQ(issues.front().code, u"model.syntax");
    }
}

} // namespace
