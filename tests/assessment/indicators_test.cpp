#include "assessment/record.h"

#include <algorithm>

namespace {

using assessment::IndicatorScore;
using assessment::Knowledge;
using test::caseA;
using test::code;
using test::Json;

/// Raw score of an indicator: a number, "NA" or "?".
std::string raw(const test::Record& record, const char* indicator)
{
    const IndicatorScore& score = record.assessment.indicators.at(code(indicator));
    if (score.knowledge == Knowledge::NotApplicable) return "NA";
    return score.knowledge == Knowledge::Known ? QString::number(score.raw).toStdString() : "?";
}

struct Sample
{
    const char* indicator;
    Json changes;
    const char* expected;
};

void PrintTo(const Sample& sample, std::ostream* out)
{
    *out << sample.indicator << " " << sample.changes;
}

class Rules : public testing::TestWithParam<Sample>
{
};

TEST_P(Rules, raw)
{
    EXPECT_EQ(raw(test::assessed(caseA(GetParam().changes)), GetParam().indicator), GetParam().expected);
}

Json donors(std::initializer_list<Json> amounts)
{
    Json rows = Json::array();
    for (const Json& amount : amounts)
        rows.push_back({{"bail_montant", amount}});
    return {{"rg_bailleurs", rows}};
}

Json links(int written, int spoken)
{
    Json rows = Json::array();
    for (int i = 0; i < written + spoken; ++i)
        rows.push_back({{"lien_nature", "ref_envoye"}, {"lien_forme", i < written ? "ecrite" : "verbale"}});
    rows.push_back({{"lien_nature", "financement"}, {"lien_forme", "ecrite"}});
    return {{"rg_liens", rows}};
}

INSTANTIATE_TEST_SUITE_P(
    Conventions, Rules,
    testing::Values(
        // Inputs that must be known, states, and inputs that may be missing.
        Sample{"A1.1", {{"id_recepisse", nullptr}}, "?"},
        Sample{"A1.1", {{"id_statut", "arup"}, {"id_recepisse", nullptr}}, "4"},
        Sample{"A1.1", {{"id_statut", "nsp"}}, "?"}, Sample{"A1.1", {{"id_statut", "na"}}, "NA"},
        Sample{"A1.1", {{"id_recepisse", "provisoire"}, {"id_recepisse_date", nullptr}}, "?"},
        Sample{"A1.1", {{"id_recepisse", "provisoire"}, {"id_recepisse_date", "2014-11-06"}}, "3"},
        Sample{"A1.1", {{"id_recepisse", "provisoire"}, {"id_recepisse_date", "2014-11-07"}}, "2"},
        Sample{"A1.1", {{"id_recepisse", "aucun"}}, "0"},
        Sample{"E1", {{"tra_position", "pourrait"}, {"tra_nombre", nullptr}}, "0"},
        Sample{"E1", {{"tra_nombre", nullptr}}, "?"}, Sample{"E1", {{"tra_nombre", 0}}, "0"},
        Sample{"B1.1", {{"rh_salaries", 3}, {"rh_contrats", nullptr}}, "2"},
        Sample{"B1.1", {{"rh_contrats", nullptr}}, "?"},
        // Not applicable is looked at first; an unknown condition makes the indicator unknown.
        Sample{"A1.3", {{"abr_offre", "non"}}, "NA"}, Sample{"A1.3", {{"abr_offre", nullptr}}, "?"},
        Sample{"C2.3", {{"acc_charge", 0}}, "NA"}, Sample{"C2.3", {{"acc_charge", "nsp"}}, "?"},
        Sample{"C2.6", {{"pub_sexe_age", "femmes hommes"}}, "NA"},
        Sample{"C2.6", {{"pub_sexe_age", "nsp"}}, "?"},
        Sample{"B2.6", {{"fin_rapports", "sans_objet"}}, "NA"},
        // An empty multiple choice is an answer; "aucun" is none.
        Sample{"C4.3", {{"acc_reinsertion", ""}}, "0"}, Sample{"C4.3", {{"acc_reinsertion", "aucune"}}, "0"},
        Sample{"C4.3", {{"acc_reinsertion", nullptr}}, "?"},
        // A code without a score is not known.
        Sample{"A2.2", {{"gov_reglement", "nsp"}}, "?"}, Sample{"A2.2", {{"gov_reglement", "autre"}}, "?"},
        // Months started, from 22 March 2014 to 6 January 2015: 10.
        Sample{"A1.2", {{"gov_ag_date", "2014-01-06"}}, "4"},
        Sample{"A1.2", {{"gov_ag_date", "2014-01-05"}}, "3"},
        Sample{"A1.2", {{"gov_ag_date", "2013-01-06"}}, "3"},
        Sample{"A1.2", {{"gov_ag_date", "2013-01-05"}}, "1"},
        Sample{"A1.2", {{"gov_ag_date", "2012-01-05"}}, "0"}, Sample{"A1.2", {{"gov_ag_date", "hier"}}, "?"},
        Sample{"A1.2", {{"ent_date", nullptr}}, "?"},
        // Shares of donors.
        Sample{"B2.5", donors({40, 30, 30}), "4"}, Sample{"B2.5", donors({60, 40}), "3"},
        Sample{"B2.5", donors({80, 20}), "2"}, Sample{"B2.5", donors({81, 19}), "1"},
        Sample{"B2.5", donors({500}), "0"}, Sample{"B2.5", donors({}), "?"},
        Sample{"B2.5", donors({0, 0}), "?"}, Sample{"B2.5", donors({100, "nsp"}), "?"},
        Sample{"B2.5", {{"rg_bailleurs", nullptr}}, "?"},
        // Rows of links.
        Sample{"C4.2", {{"rg_liens", Json::array()}}, "0"}, Sample{"C4.2", {{"rg_liens", nullptr}}, "?"},
        Sample{"C4.2", links(0, 1), "1"}, Sample{"C4.2", links(0, 3), "2"}, Sample{"C4.2", links(1, 2), "3"},
        Sample{"C4.2", links(1, 4), "3"}, Sample{"C4.2", links(2, 3), "4"},
        // Numbers that are not numbers are not known.
        Sample{"B2.4", {{"fin_budget", "beaucoup"}}, "?"}, Sample{"B2.4", {{"fin_budget", 2000000}}, "4"},
        // Interpreters from the family come before anything else.
        Sample{"C1.3", {{"acc_interpretes", "proches"}, {"pub_langues", "a b c d e"}}, "0"},
        Sample{"D1.6", {{"abr_separation", "non"}, {"abr_public", "femmes meres_enfants"}}, "4"},
        Sample{"D1.6", {{"abr_separation", "non"}, {"abr_public", "femmes familles"}}, "0"},
        Sample{"B1.2", {{"rh_metiers", "medecin avocat interprete psychologue educateur"}}, "4"},
        Sample{"B1.2", {{"rh_metiers", "medecin infirmier sage_femme"}}, "1"}));

TEST(Ladders, everyScoreOfEveryMappingIsReached)
{
    // The code of each mapping gives its score, on a record where the indicator applies.
    int checked = 0;
    const auto& data = test::model();
    for (const assessment::Model::Indicator& indicator : data.indicators()) {
        if (!indicator.ruleText.contains(u"échelle EA")) continue;
        const std::array<const char*, 5> codes{"non", "projet", "partiel", "applique", "revise"};
        for (size_t score = 0; score < codes.size(); ++score) {
            // Case A has an agreement for medical care: open the service to read its questions.
            const Json changes{{indicator.inputs.front().toStdString(), codes[score]},
                               {"med_offre", "direct"}};
            const auto record = test::assessed(caseA(changes));
            EXPECT_EQ(raw(record, indicator.code.toUtf8().constData()), std::to_string(score))
                << indicator.code.toStdString();
            ++checked;
        }
    }
    EXPECT_EQ(checked, 5 * 17);
}

TEST(Evidence, levelsComeFromPiecesObservationsAndHand)
{
    struct Row
    {
        const char *documents, *observations, *indicator;
        int expected;
    };
    const std::vector<Row> rows{{"", "", "B2.2", 1},
                                {"manuel", "", "B2.2", 1}, // both are required
                                {"manuel releve_bancaire", "", "B2.2", 2},
                                {"conduite", "", "A4.3", 2},
                                {"", "droits_affiches", "A4.3", 3},
                                {"conduite", "droits_affiches", "A4.3", 3},
                                {"", "entretien_confidentiel", "B3.2", 1},
                                {"dossiers_fermes", "entretien_confidentiel", "B3.2", 3},
                                {"registre", "", "E1", 2},
                                {"registre recepisse", "locaux", "A2.1", 1}};
    for (const Row& row : rows) {
        const Json changes{
            {"ver_documents", row.documents}, {"ver_observations", row.observations}, {"_preuve", nullptr}};
        EXPECT_EQ(test::assessed(caseA(changes)).assessment.indicators.at(code(row.indicator)).evidence,
                  row.expected)
            << row.documents << " + " << row.observations << " " << row.indicator;
    }
    const auto byHand =
        test::assessed(caseA({{"_preuve", {{"A1.1", 4}, {"A1.2", 3}}}, {"_contredit", {"A1.2"}}})).assessment;
    EXPECT_EQ(byHand.indicators.at(code("A1.1")).evidence, 4);
    EXPECT_EQ(byHand.indicators.at(code("A1.2")).evidence, 0) << "contradicted wins";
    EXPECT_EQ(byHand.indicators.at(code("A1.2")).kept, 0);
    EXPECT_EQ(byHand.indicators.at(code("A1.2")).raw, 4);
}

TEST(Evidence, observationsCountOnlyAfterAVisit)
{
    const auto result = test::assessed(caseA({{"ent_mode", "entretien"}})).assessment;
    EXPECT_EQ(result.indicators.at(code("B3.1")).evidence, 1);
    EXPECT_EQ(result.indicators.at(code("B3.1")).kept, 2);
}

TEST(Evidence, capsHoldForEveryIndicatorAndLevel)
{
    const std::map<QChar, std::array<double, 5>> caps{
        {u'P', {0, 2, 4, 4, 4}}, {u'O', {0, 2, 3, 4, 4}}, {u'D', {0, 4, 4, 4, 4}}};
    for (int level = 0; level <= 4; ++level) {
        Json levels;
        for (const auto& indicator : test::model().indicators())
            levels[indicator.code.toStdString()] = level;
        const auto result = test::assessed(caseA({{"_preuve", levels}})).assessment;
        for (const auto& indicator : test::model().indicators()) {
            const IndicatorScore& score = result.indicators.at(indicator.code);
            if (score.knowledge != Knowledge::Known) continue;
            EXPECT_EQ(score.kept, std::min(score.raw, caps.at(indicator.proof)[static_cast<size_t>(level)]))
                << indicator.code.toStdString() << " at level " << level;
        }
    }
}

/// The index of evidence written out from the text of the model, weight by weight.
TEST(Evidence, indexIsTheShareOfProvedWeight)
{
    const auto result = test::assessed(caseA()).assessment;
    const std::map<std::string, double> dimension{{"A", 15}, {"B", 25}, {"C", 20}};
    const std::map<std::string, double> part{{"A1", 30}, {"A2", 25}, {"A3", 20}, {"A4", 25},
                                             {"B1", 40}, {"B2", 35}, {"B3", 25}, {"C1", 25},
                                             {"C2", 35}, {"C3", 25}, {"C4", 15}};
    const std::map<std::string, int> size{{"A1", 3}, {"A2", 3}, {"A3", 2}, {"A4", 4}, {"B1", 6}, {"B2", 6},
                                          {"B3", 3}, {"C1", 3}, {"C2", 6}, {"C3", 4}, {"C4", 3}};
    double all = 0, proved = 0;
    for (const auto& indicator : test::model().indicators()) {
        const std::string parent = indicator.parent.toStdString();
        const IndicatorScore& score = result.indicators.at(indicator.code);
        if (indicator.proof == u'D' || score.knowledge != Knowledge::Known || parent == "D2") continue;
        double weight = 0;
        if (part.contains(parent))
            weight = dimension.at(parent.substr(0, 1)) * part.at(parent) / 100 / size.at(parent);
        else
            weight = (parent == "E" ? 10 : 30.0 / 3) * indicator.weight / 100;
        all += weight;
        if (score.evidence >= (indicator.proof == u'O' ? 3 : 2)) proved += weight;
    }
    EXPECT_GT(proved, 0);
    EXPECT_NEAR(*result.evidenceIndex, proved / all, 1e-12);
}

} // namespace
