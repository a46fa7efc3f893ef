#include "disclosure/study_fixture.h"

#include <gtest/gtest.h>

using namespace disclosure;
using test::StudyFixture;

namespace {

/// An organisation that shares its answers, with scores set by hand.
ActorData& scored(StudyFixture& study, const QString& name, double score,
                  const StudyFixture::Pairs& more = {})
{
    StudyFixture::Pairs pairs{
        {u"id_nom_fr"_qs, name}, {u"id_categorie"_qs, u"femmes"_qs}, {u"cons_partage"_qs, u"oui"_qs}};
    pairs.insert(pairs.end(), more.begin(), more.end());
    ActorData& actor = study.add(pairs);
    assessment::Assessment& a = actor.assessment;
    a.rankable = true;
    a.global = {score, score, score, 1, false};
    for (const QString& code : {u"A"_qs, u"B"_qs, u"C"_qs, u"D"_qs, u"E"_qs})
        a.dimensions[code] = {score, score, score, 1, false};
    actor.completeness = 1;
    actor.decision = u"preselectionnee"_qs;
    return actor;
}

struct Shown
{
    bool scores, rank;
    double completeness;
    QString decision;
    bool operator==(const Shown&) const = default;
};

Shown shownOf(const View& view, const QString& id)
{
    const ActorView& actor = *view.actor(id);
    return {actor.assessment.has_value(), actor.rank.has_value(), actor.completeness, actor.decision};
}

QStringList rulesOf(const View& view, const QString& id)
{
    QStringList rules;
    for (const Withheld& withheld : view.account())
        if (withheld.actor == id && (withheld.field == u"notes" || withheld.field == u"decision"))
            rules << withheld.field + u':' + withheld.rule;
    return rules;
}

class WithheldRank : public testing::TestWithParam<Audience>
{
};

// V4, V5, an incomplete card and a refusal to share must look the same, in the cards, in the ranking and in
// the account of what was withheld.
TEST_P(WithheldRank, LooksTheSameWhateverTheReason)
{
    StudyFixture study;
    scored(study, u"Première"_qs, 80);
    ActorData& alert = scored(study, u"Alerte"_qs, 90);
    alert.assessment.rankable = false;
    alert.assessment.suspended = true;
    alert.assessment.vetoes = {{u"V4"_qs, assessment::VetoEffect::Suspensive, {}}};
    ActorData& incomplete = scored(study, u"Incomplète"_qs, 10);
    incomplete.assessment.rankable = false;
    incomplete.assessment.global = {10, 0, 90, 0.2, false};
    incomplete.completeness = 0.2;
    study.rank();
    const View view(study.data, GetParam());
    const Shown nothing{false, false, 0, {}};
    EXPECT_EQ(shownOf(view, u"acteur-2"_qs), nothing);
    EXPECT_EQ(shownOf(view, u"acteur-3"_qs), nothing);
    EXPECT_EQ(rulesOf(view, u"acteur-2"_qs), rulesOf(view, u"acteur-3"_qs));
    if (GetParam() == Audience::Wide) {
        EXPECT_TRUE(view.ranking().empty());
        return;
    }
    EXPECT_TRUE(view.actor(u"acteur-1"_qs)->assessment.has_value());
    ASSERT_EQ(view.ranking().size(), 3U);
    EXPECT_EQ(view.ranking()[0].rank, 1);
    EXPECT_EQ(view.ranking()[1].id, u"acteur-2"_qs) << "by name";
    for (size_t i : {size_t(1), size_t(2)}) {
        EXPECT_FALSE(view.ranking()[i].score.central);
        EXPECT_EQ(view.ranking()[i].score.low, 0);
        EXPECT_EQ(view.ranking()[i].score.high, 100);
        EXPECT_FALSE(view.ranking()[i].rank);
    }
}

INSTANTIATE_TEST_SUITE_P(Audiences, WithheldRank,
                         testing::Values(Audience::Iom, Audience::Restricted, Audience::Wide));

TEST(Scores, OfAnOrganisationThatDoesNotShareStayInTheWorkingFile)
{
    StudyFixture study;
    scored(study, u"Partage"_qs, 60);
    ActorData& silent = scored(study, u"Silence"_qs, 90);
    silent.inScope.set(u"cons_partage"_qs, questionnaire::Answer::of(u"non"_qs));
    study.rank();
    const View iom(study.data, Audience::Iom);
    EXPECT_FALSE(iom.actor(u"acteur-2"_qs)->assessment);
    EXPECT_EQ(iom.actor(u"acteur-1"_qs)->rank, 1) << "counted among those whose score is told";
    const View working(study.data, Audience::Working);
    EXPECT_EQ(working.actor(u"acteur-2"_qs)->rank, 1);
    EXPECT_EQ(working.actor(u"acteur-1"_qs)->rank, 2);
}

TEST(Scores, AreNowhereBeforeTheModelIsApproved)
{
    StudyFixture study;
    for (int i = 0; i < 6; ++i)
        scored(study, u"OSC"_qs, 50 + i);
    study.rank();
    study.data->info.modelLocked = false;
    for (const Audience audience : {Audience::Working, Audience::Iom, Audience::Restricted, Audience::Wide}) {
        const View view(study.data, audience);
        EXPECT_FALSE(view.actors()[0].assessment);
        EXPECT_TRUE(view.ranking().empty());
        EXPECT_TRUE(view.serviceRanking(0).empty());
        EXPECT_TRUE(
            view.spread(u"A"_qs, [](const ActorData&) { return QStringList{u"x"_qs}; }, {u"x"_qs}).empty());
    }
}

TEST(Scores, LoseTheIndicatorsFedByConfidentialAnswers)
{
    StudyFixture study;
    assessment::Assessment& a = scored(study, u"OSC"_qs, 50).assessment;
    a.indicators = {{u"B2.4"_qs, {}}, {u"B2.5"_qs, {}}, {u"C3.4"_qs, {}},
                    {u"D1.4"_qs, {}}, {u"E1"_qs, {}},   {u"E2"_qs, {}}};
    a.vetoes = {{u"V2"_qs, assessment::VetoEffect::Liftable, {}},
                {u"V5"_qs, assessment::VetoEffect::Suspensive, {}}};
    const View view(study.data, Audience::Restricted);
    const assessment::Assessment& shown = *view.actors()[0].assessment;
    QStringList codes;
    for (const auto& [code, indicator] : shown.indicators)
        codes << code;
    EXPECT_EQ(codes, (QStringList{u"B2.4"_qs, u"E2"_qs}));
    ASSERT_EQ(shown.vetoes.size(), 1U);
    EXPECT_EQ(shown.vetoes[0].code, u"V2"_qs);
}

struct SpreadCase
{
    const char* name;
    std::vector<std::pair<const char*, int>> groups; ///< category and how many organisations
    std::vector<const char*> shown;
};

class Spreads : public testing::TestWithParam<SpreadCase>
{
};

TEST_P(Spreads, LeaveSmallGroupsOutAndNoRemainderUnderFive)
{
    StudyFixture study;
    QStringList codes;
    for (const auto& [category, n] : GetParam().groups) {
        codes << QString::fromUtf8(category);
        for (int i = 0; i < n; ++i)
            scored(study, u"OSC"_qs, 40 + i)
                .inScope.set(u"id_categorie"_qs, questionnaire::Answer::of(codes.last()));
    }
    const View view(study.data, Audience::Iom);
    const auto groups = [](const ActorData& actor) {
        return QStringList{actor.inScope.at(u"id_categorie"_qs).value};
    };
    std::vector<std::string> shown;
    for (const View::Spread& spread : view.spread(u"B"_qs, groups, codes))
        shown.push_back(spread.group.toStdString());
    EXPECT_EQ(shown, std::vector<std::string>(GetParam().shown.begin(), GetParam().shown.end()));
}

INSTANTIATE_TEST_SUITE_P(
    Groups, Spreads,
    testing::Values(SpreadCase{"large", {{"femmes", 6}, {"enfance", 5}}, {"femmes", "enfance"}},
                    SpreadCase{"oneSmall", {{"femmes", 6}, {"enfance", 5}, {"sante", 1}}, {"femmes"}},
                    SpreadCase{
                        "smallOnesTogether", {{"femmes", 6}, {"enfance", 4}, {"sante", 3}}, {"femmes"}},
                    SpreadCase{"nothing", {{"femmes", 4}}, {}}),
    [](const auto& each) { return each.param.name; });

TEST(Spreads, AreThoseOfTheNumbers)
{
    StudyFixture study;
    for (const double score : {10.0, 20.0, 30.0, 40.0, 100.0})
        scored(study, u"OSC"_qs, score);
    const View view(study.data, Audience::Iom);
    const auto all =
        view.spread(u"global"_qs, [](const ActorData&) { return QStringList{u"x"_qs}; }, {u"x"_qs});
    ASSERT_EQ(all.size(), 1U);
    EXPECT_EQ(all[0].count, 5);
    EXPECT_DOUBLE_EQ(all[0].mean, 40);
    EXPECT_DOUBLE_EQ(all[0].minimum, 10);
    EXPECT_DOUBLE_EQ(all[0].quartile1, 20);
    EXPECT_DOUBLE_EQ(all[0].median, 30);
    EXPECT_DOUBLE_EQ(all[0].quartile3, 40);
    EXPECT_DOUBLE_EQ(all[0].maximum, 100);
}

} // namespace
