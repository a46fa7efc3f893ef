#include "assessment/trio_field.h"

#include <algorithm>
#include <set>

namespace {

using assessment::Criterion;
using assessment::SelectionSetup;
using test::caseA;
using test::code;
using test::Field;
using test::field;
using test::Json;
using test::setup;

/// Codes of the criteria that are not met, then those met for want of information with a question mark.
std::string summary(const std::vector<Criterion>& criteria)
{
    QStringList all;
    for (const Criterion& criterion : criteria) {
        if (!criterion.met) all << criterion.code;
        if (criterion.unknown) all << criterion.code + u'?';
    }
    return all.join(u' ').toStdString();
}

struct Sample
{
    const char* name;
    Json changes;
    const char* expected;
};

void PrintTo(const Sample& sample, std::ostream* out)
{
    *out << sample.name;
}

class Preselection : public testing::TestWithParam<Sample>
{
};

TEST_P(Preselection, criteria)
{
    const test::Record record = test::assessed(caseA(GetParam().changes));
    const auto criteria =
        assessment::preselection(test::model(), record.answers, record.assessment, setup({code("r1")}));
    ASSERT_EQ(criteria.size(), 6U);
    EXPECT_EQ(summary(criteria), GetParam().expected);
}

INSTANTIATE_TEST_SUITE_P(
    Cases, Preselection,
    testing::Values(
        Sample{"all met", {}, ""}, Sample{"institution", {{"id_categorie", "public"}}, "S1 S2 S4? S5?"},
        Sample{"would not", {{"tra_position", "nsp"}}, "S2"},
        Sample{"no service",
               {{"abr_offre", "non"},
                {"med_offre", "orientation"},
                {"psy_offre", "possible"},
                {"jur_offre", "non"}},
               "S2 S3"},
        Sample{"collective", {{"id_statut", "collectif"}}, "S4"},
        Sample{"excludes", {{"pub_exclusions", "religion"}}, "S4"},
        Sample{"does not share", {{"cons_partage", "non"}}, "S4"},
        Sample{"refuses", {{"tra_volonte", "non"}}, "S4 S5"},
        Sample{"will not known", {{"tra_volonte", nullptr}}, "S4? S5?"},
        Sample{"V3 is not known before the visit", {{"abr_liberte", "fermee"}, {"tra_nombre", 0}}, ""},
        Sample{"a weak service is not judged before the visit",
               {{"abr_offre", "non"},
                {"med_offre", "non"},
                {"jur_offre", "non"},
                {"tra_nombre", 0},
                {"psy_niveaux", ""},
                {"psy_activites", ""},
                {"psy_personnel", ""},
                {"psy_trauma", "non"}},
               ""},
        Sample{"elsewhere", {{"id_province", "rabat"}}, "S6"},
        Sample{"national", {{"id_province", "rabat"}, {"ter_echelle", "nationale"}}, ""},
        Sample{"active in a priority region",
               {{"id_province", "rabat"}, {"ter_provinces", "casablanca tetouan"}},
               ""},
        Sample{"active elsewhere only", {{"ter_provinces", "casablanca"}}, "S6"}));

TEST(Preselection, allRegionsArePrioritiesByDefault)
{
    const test::Record record = test::assessed(caseA({{"id_province", "rabat"}}));
    EXPECT_TRUE(assessment::allMet(
        assessment::preselection(test::model(), record.answers, record.assessment, setup())));
}

TEST(WorkedCaseB, isPreselectableAndNotEligible)
{
    const test::Record b = test::assessed(test::vectors()[1]["reponses"]);
    EXPECT_EQ(summary(assessment::preselection(test::model(), b.answers, b.assessment, setup())), "");
    EXPECT_EQ(summary(assessment::eligibility(test::model(), b.answers, b.assessment)), "T1 T4");
}

class Eligibility : public testing::TestWithParam<Sample>
{
};

TEST_P(Eligibility, criteria)
{
    const test::Record record = test::assessed(caseA(GetParam().changes));
    const auto criteria = assessment::eligibility(test::model(), record.answers, record.assessment);
    ASSERT_EQ(criteria.size(), 8U);
    EXPECT_EQ(summary(criteria), GetParam().expected);
}

INSTANTIATE_TEST_SUITE_P(
    Cases, Eligibility,
    testing::Values(Sample{"all met", {}, ""}, Sample{"not visited", {{"ent_mode", "entretien"}}, "T1"},
                    Sample{"blocked", {{"pub_exclusions", "religion"}}, "T2"},
                    Sample{"suspended", {{"sau_conflit", "oui"}}, "T2"},
                    Sample{"liftable", {{"fin_compte", "aucun"}}, ""},
                    Sample{"incomplete",
                           {{"rh_salaries", nullptr},
                            {"rh_metiers", nullptr},
                            {"rh_organisation", nullptr},
                            {"rh_verification", nullptr},
                            {"rh_formations", nullptr}},
                           "T3"},
                    Sample{"not reviewed", {{"ver_relecture_etat", "non_envoyee"}}, "T4"},
                    Sample{"corrected", {{"ver_relecture_etat", "corrigee"}}, ""},
                    Sample{"review declined", {{"ver_relecture_etat", "refusee"}}, ""},
                    Sample{"status not known", {{"tra_position", "nsp"}}, "T8"},
                    Sample{"institution", {{"id_categorie", "public"}}, "T3 T8"}));

TEST(Eligibility, levelsAreReadOnTheExactScores)
{
    const test::Record record = test::assessed(caseA());
    const auto with = [&](double global, double profile, double care) {
        assessment::Assessment changed = record.assessment;
        changed.global.central = global;
        for (auto& [service, score] : changed.profiles)
            score = profile;
        changed.dimensions[code("C")].central = care;
        return summary(assessment::eligibility(test::model(), record.answers, changed));
    };
    EXPECT_EQ(with(50, 55, 50), "");
    EXPECT_EQ(with(49.9999, 55, 50), "T5");
    EXPECT_EQ(with(50, 54.9999, 50), "T6");
    EXPECT_EQ(with(50, 55, 49.9999), "T7");
}

TEST(Rank, institutionsAreOutAndUnrankedComeLastByName)
{
    const auto named = [](double central, bool rankable) {
        assessment::Assessment assessment;
        assessment.global = {central, central, central, 1, false};
        assessment.rankable = rankable;
        return assessment;
    };
    const auto first = named(80, true), second = named(78, true), third = named(60, true),
               suspended = named(99, false), incomplete = named(10, false);
    auto institution = named(90, false);
    institution.institution = true;
    const std::vector<assessment::RankInput> inputs{{code("i"), code("Institution"), &institution},
                                                    {code("z"), code("Zed"), &suspended},
                                                    {code("c"), code("Centre"), &third},
                                                    {code("e"), code("Élan"), &incomplete},
                                                    {code("b"), code("Bab"), &second},
                                                    {code("a"), code("Amal"), &first}};
    std::string text;
    for (const assessment::RankLine& line : assessment::rank(inputs))
        text += line.id.toStdString() + ":" + (line.rank ? std::to_string(*line.rank) : "-") + "/" +
                std::to_string(line.group) + " ";
    EXPECT_EQ(text, "a:1/1 b:1/1 c:3/2 e:-/0 z:-/0 ");
}

TEST(Rank, onAServiceUsesTheProfileAndItsBounds)
{
    const auto a = test::assessed(caseA()).assessment;
    const auto b =
        test::assessed(caseA({{"abr_securite", "nsp"}, {"abr_delai", "liste_attente"}})).assessment;
    const std::vector<assessment::RankInput> inputs{{code("b"), code("B"), &b}, {code("a"), code("A"), &a}};
    const auto lines = assessment::rank(inputs, code("D1"));
    EXPECT_EQ(lines[0].id, u"a");
    EXPECT_NEAR(*lines[0].score.central, 81.2031, 1e-4);
    EXPECT_LT(lines[1].score.low, *lines[1].score.central);
    EXPECT_GT(lines[1].score.high, *lines[1].score.central);
    EXPECT_NEAR(lines[1].score.high - lines[1].score.low, 0.5 * 20, 1e-9)
        << "D1.4 weighs 20 % of half the profile";
}

/// The trio of § 10 written out by hand.
struct ByHand
{
    double note = 0;
    bool k1 = true, k2 = false, k3 = false, k4 = true;
    std::string ids;
    bool all() const { return k1 && k2 && k3 && k4; }
};

QString answer(const test::Record& record, const char* question)
{
    return record.answers.at(code(question)).value;
}

bool shelterWithheld(const test::Record& record)
{
    for (const assessment::Veto& veto : record.assessment.vetoes)
        if (veto.code == u"V7" || (veto.code == u"V8" && veto.reason == u"mineurs_avec_adultes")) return true;
    return false;
}

ByHand byHand(const Field& field, const std::array<size_t, 3>& set, const SelectionSetup& study)
{
    ByHand result;
    const std::array<const char*, 4> prefixes{"abr", "med", "psy", "jur"};
    const std::array<const char*, 4> nodes{"D1", "D2", "D3", "D4"};
    double mean = 0, coverage = 0;
    std::set<QString> regions, towns;
    for (const size_t i : set) {
        const test::Record& record = field.records[i];
        mean += *record.assessment.global.central / 3;
        QStringList present = study.regionsOf(record.answers);
        if (answer(record, "ter_echelle") == u"nationale")
            present = {code("r1"), code("r2"), code("r3"), code("r4")};
        for (const QString& region : present)
            if (study.priorityRegions.isEmpty() || study.priorityRegions.contains(region))
                regions.insert(region);
        towns.insert(answer(record, "id_province"));
        const QStringList groups = record.answers.at(code("pub_sexe_age")).codes();
        const QStringList refused = record.answers.at(code("pub_exclusions")).codes();
        if (groups.contains(u"familles") || (groups.contains(u"hommes") && !refused.contains(u"hommes")))
            result.k2 = true;
        if (groups.contains(u"filles") || answer(record, "acc_mineurs_orient") == u"ecrite") result.k3 = true;
        result.ids += field.candidates[i].id.toStdString();
    }
    for (size_t s = 0; s < 4; ++s) {
        double best = 0;
        bool served = false;
        for (const size_t i : set) {
            const test::Record& record = field.records[i];
            const double score = record.assessment.services.at(code(nodes[s])).central.value_or(0);
            const QString offer = answer(record, (std::string(prefixes[s]) + "_offre").c_str());
            const QString convention = answer(record, (std::string(prefixes[s]) + "_convention").c_str());
            served = served || (offer == u"direct" && score >= 55) ||
                     (offer == u"convention" && convention == u"ecrite");
            if (score >= 40 && !(s == 0 && shelterWithheld(record))) best = std::max(best, score);
        }
        coverage += best / 4;
        result.k1 = result.k1 && served;
    }
    const int counted =
        study.priorityRegions.isEmpty() ? study.regionCount : static_cast<int>(study.priorityRegions.size());
    result.k4 = towns.size() == 3;
    result.note = 0.50 * mean + 0.35 * coverage + 0.15 * 100 * static_cast<double>(regions.size()) / counted;
    return result;
}

std::vector<ByHand> allByHand(const Field& field, const SelectionSetup& study)
{
    std::vector<ByHand> all;
    for (size_t i = 0; i < field.records.size(); ++i)
        for (size_t j = i + 1; j < field.records.size(); ++j)
            for (size_t k = j + 1; k < field.records.size(); ++k)
                all.push_back(byHand(field, {i, j, k}, study));
    std::stable_sort(all.begin(), all.end(), [](const auto& a, const auto& b) { return a.note > b.note; });
    return all;
}

void expectSame(const assessment::Trio& trio, const ByHand& expected)
{
    EXPECT_NEAR(trio.note, expected.note, 1e-9);
    EXPECT_EQ((trio.actors[0] + trio.actors[1] + trio.actors[2]).toStdString(), expected.ids);
    ASSERT_EQ(trio.constraints.size(), 4U);
    EXPECT_EQ(trio.constraints[0].met, expected.k1);
    EXPECT_EQ(trio.constraints[0].missing.isEmpty(), expected.k1);
    EXPECT_EQ(trio.constraints[1].met, expected.k2);
    EXPECT_EQ(trio.constraints[2].met, expected.k3);
    EXPECT_EQ(trio.constraints[3].met, expected.k4);
}

class Trios : public testing::TestWithParam<unsigned>
{
};

TEST_P(Trios, equalTheDefinitionWrittenOut)
{
    const Field organisations = field(GetParam(), 9);
    const SelectionSetup study = GetParam() % 2 ? setup() : setup({code("r1"), code("r3")});
    std::vector<ByHand> expected = allByHand(organisations, study);
    const auto found = assessment::findTrios(test::model(), organisations.candidates, study, 3);
    const bool any =
        std::any_of(expected.begin(), expected.end(), [](const ByHand& one) { return one.all(); });
    EXPECT_EQ(found.anyMeetsConstraints, any);
    EXPECT_EQ(found.nearestFailing.isEmpty(), any);
    if (any) std::erase_if(expected, [](const ByHand& one) { return !one.all(); });
    ASSERT_EQ(found.trios.size(), std::min<size_t>(3, expected.size()));
    for (size_t i = 0; i < found.trios.size(); ++i) {
        if (i + 1 < expected.size() && expected[i].note - expected[i + 1].note < 1e-9) break; // a tie
        expectSame(found.trios[i], expected[i]);
        EXPECT_EQ(found.trios[i].allMet(), any);
    }
}

INSTANTIATE_TEST_SUITE_P(Seeds, Trios, testing::Range(1U, 31U));

TEST(Trios, sayWhichConstraintIsNearestToBeLifted)
{
    // All in one town: only K4 stands in the way.
    const Field oneTown = field(3, 9, {{"id_province", "rabat"}});
    const auto found = assessment::findTrios(test::model(), oneTown.candidates, setup(), 3);
    EXPECT_FALSE(found.anyMeetsConstraints);
    EXPECT_EQ(found.nearestFailing, u"K4");
    EXPECT_EQ(found.trios.size(), 3U);

    // The IOM's reason stands in its place, and is told.
    assessment::SelectionSetup waived = setup();
    waived.sameTownReason = QStringLiteral("une seule ville visitée");
    const auto accepted = assessment::findTrios(test::model(), oneTown.candidates, waived, 3);
    EXPECT_TRUE(accepted.anyMeetsConstraints);
    ASSERT_FALSE(accepted.trios.empty());
    EXPECT_TRUE(accepted.trios.front().allMet());
    EXPECT_EQ(accepted.trios.front().constraints.back().waiver, waived.sameTownReason);
    EXPECT_TRUE(accepted.trios.front().constraints.front().waiver.isEmpty());

    // Nobody offers legal help: K1 misses it, and no other constraint alone would do.
    const Field noLaw = field(3, 9, {{"jur_offre", "non"}});
    const auto unlawful = assessment::findTrios(test::model(), noLaw.candidates, setup(), 1);
    EXPECT_EQ(unlawful.nearestFailing, u"K1");
    EXPECT_TRUE(unlawful.trios.front().constraints[0].missing.contains(u"juridique"));
}

TEST(Trios, doNotDependOnTheOrderOfCandidates)
{
    Field organisations = field(5, 9);
    const auto first = assessment::findTrios(test::model(), organisations.candidates, setup(), 5);
    std::reverse(organisations.candidates.begin(), organisations.candidates.end());
    const auto second = assessment::findTrios(test::model(), organisations.candidates, setup(), 5);
    ASSERT_EQ(first.trios.size(), second.trios.size());
    for (size_t i = 0; i < first.trios.size(); ++i)
        EXPECT_EQ(first.trios[i].actors, second.trios[i].actors);
}

TEST(Trios, aServiceNobodyReachesHasNoBestActor)
{
    const Field noLaw =
        field(4, 6, {{"jur_offre", "orientation"}, {"abr_offre", "direct"}, {"abr_autorisation", "non"}});
    const auto found = assessment::findTrios(test::model(), noLaw.candidates, setup(), 1);
    ASSERT_EQ(found.trios.size(), 1U);
    EXPECT_TRUE(found.trios[0].bestActor[3].isEmpty());
    EXPECT_TRUE(found.trios[0].bestActor[0].isEmpty()) << "V7 withholds the shelter";
    EXPECT_EQ(found.trios[0].bestScore[0], 0);
}

} // namespace
