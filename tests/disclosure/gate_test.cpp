#include "disclosure/canary.h"

#include <gtest/gtest.h>

using namespace disclosure;
using questionnaire::Answer;
using questionnaire::Sensitivity;
using test::StudyFixture;

namespace {

const StudyFixture::Pairs agreed{{u"id_categorie"_qs, u"femmes"_qs},
                                 {u"id_province"_qs, u"tanger_assilah"_qs},
                                 {u"ter_provinces"_qs, u"tanger_assilah tetouan"_qs},
                                 {u"ter_echelle"_qs, u"provinciale"_qs},
                                 {u"abr_offre"_qs, u"non"_qs},
                                 {u"cons_partage"_qs, u"oui"_qs},
                                 {u"cons_annuaire"_qs, u"oui"_qs},
                                 {u"ent_date"_qs, u"2015-01-07"_qs},
                                 {u"ent_mode"_qs, u"visite"_qs}};

StudyFixture::Pairs with(StudyFixture::Pairs pairs, const StudyFixture::Pairs& changes)
{
    for (const auto& [question, value] : changes) {
        std::erase_if(pairs, [q = question](const auto& pair) { return pair.first == q; });
        if (!value.isNull()) pairs.emplace_back(question, value);
    }
    return pairs;
}

struct CanaryCase
{
    const char* name;
    Audience audience;
    StudyFixture::Pairs changes;
    bool restrictedShown;
};

class Canaries : public testing::TestWithParam<CanaryCase>
{
};

// A restricted answer appears only where somebody agreed; a confidential one only in the working file.
TEST_P(Canaries, StayWhereTheyMay)
{
    StudyFixture study;
    const questionnaire::RecordAnswers record =
        test::canaries(study.form(), 0, with(agreed, GetParam().changes));
    study.add(record);
    const View view(study.data, GetParam().audience, u"acteur-1"_qs);
    const QString seen = test::flatten(view);
    const bool working = GetParam().audience == Audience::Working;
    int looked = 0;
    for (size_t i = 0; i < study.form().questions.size(); ++i) {
        const questionnaire::Question& question = study.form().questions[i];
        const QString value = test::canary(question, static_cast<int>(i));
        if (value.isEmpty() || question.name == u"rep_nom") continue;
        const bool fixed = std::any_of(agreed.begin(), agreed.end(),
                                       [&](const auto& p) { return p.first == question.name; });
        if (fixed) continue;
        ++looked;
        const bool expected = question.sensitivity == Sensitivity::Public       ? true
                              : question.sensitivity == Sensitivity::Restricted ? GetParam().restrictedShown
                                                                                : working;
        EXPECT_EQ(seen.contains(value), expected) << question.name.toStdString();
    }
    EXPECT_GT(looked, 40);
    EXPECT_EQ(view.account().empty(), working);
}

INSTANTIATE_TEST_SUITE_P(
    Audiences, Canaries,
    testing::Values(CanaryCase{"working", Audience::Working, {}, true},
                    CanaryCase{"iom", Audience::Iom, {}, true},
                    CanaryCase{"restricted", Audience::Restricted, {}, true},
                    CanaryCase{"iomRefused", Audience::Iom, {{u"cons_partage"_qs, u"non"_qs}}, false},
                    CanaryCase{"iomNeverAsked", Audience::Iom, {{u"cons_partage"_qs, QString()}}, false},
                    CanaryCase{"wide", Audience::Wide, {}, false},
                    CanaryCase{
                        "organisation", Audience::Organisation, {{u"cons_partage"_qs, u"non"_qs}}, true}),
    [](const auto& each) { return each.param.name; });

struct ShelterCase
{
    const char* name;
    Audience audience;
    const char16_t* consent;
    bool hidden;
};

class Shelter : public testing::TestWithParam<ShelterCase>
{
};

TEST_P(Shelter, IsToldByItsRegion)
{
    StudyFixture study;
    StudyFixture::Pairs pairs = with(agreed, {{u"abr_offre"_qs, u"direct"_qs},
                                              {u"id_nom_fr"_qs, u"Association fictive"_qs},
                                              {u"id_adresse"_qs, u"12, rue Secrète du Puits"_qs}});
    if (GetParam().consent) pairs.emplace_back(u"cons_province"_qs, QString::fromUtf16(GetParam().consent));
    pairs.emplace_back(u"dom_mission"_qs,
                       u"Accueil à Tanger, rue Secrète, dans la maison Zohra ; Tanger-Tétouan aussi."_qs);
    disclosure::ActorData& actor = study.add(pairs);
    actor.inScope.rowsOf(u"rg_sites"_qs) = {test::row({{u"site_nom"_qs, u"Maison Zohra"_qs},
                                                       {u"site_type"_qs, u"abri"_qs},
                                                       {u"site_province"_qs, u"tetouan"_qs}})};
    actor.inScope.rowsOf(u"rg_programmes"_qs) = {
        test::row({{u"prg_nom"_qs, u"Programme"_qs}, {u"prg_provinces"_qs, u"tetouan"_qs}})};
    actor.facts = {{u"places"_qs, u"tanger_assilah"_qs}, {u"adresse"_qs, u"tanger_assilah"_qs}};
    disclosure::ActorData& other = study.add(with(agreed, {}));
    other.inScope.rowsOf(u"rg_liens"_qs) = {
        test::row({{u"lien_acteur"_qs, u"La MAISON ZOHRA de Tétouan"_qs}})};
    const View view(study.data, GetParam().audience, u"acteur-1"_qs);
    const ActorView& shown = *view.actor(u"acteur-1"_qs);
    EXPECT_EQ(shown.shelterHidden, GetParam().hidden);
    EXPECT_EQ(shown.province.isEmpty(), GetParam().hidden);
    EXPECT_FALSE(shown.region1997.isEmpty());
    const QString seen = test::flatten(view).toLower();
    if (GetParam().audience == Audience::Working) return;
    EXPECT_FALSE(seen.contains(u"zohra"));
    if (!GetParam().hidden) return;
    EXPECT_FALSE(test::flatten(shown.answers).contains(u"tanger_assilah"));
    EXPECT_FALSE(test::flatten(shown.answers).contains(u"tetouan"));
    EXPECT_FALSE(seen.contains(u"puits"));
    EXPECT_TRUE(shown.facts.isEmpty());
    EXPECT_EQ(shown.regionsCovered, QStringList{shown.region1997});
    EXPECT_EQ(shown.answers.at(u"ter_echelle"_qs).value, ScaleAtMostRegion);
    const QString mission = shown.answers.at(u"dom_mission"_qs).value;
    EXPECT_FALSE(mission.contains(u"Tanger,"));
    EXPECT_TRUE(mission.contains(u"Tanger-Tétouan"));
    const auto* programmes = shown.answers.rows(u"rg_programmes"_qs);
    ASSERT_TRUE(programmes);
    EXPECT_EQ(programmes->at(0).answers.at(ProgrammeRegions).value, shown.region1997);
}

INSTANTIATE_TEST_SUITE_P(Audiences, Shelter,
                         testing::Values(ShelterCase{"working", Audience::Working, nullptr, false},
                                         ShelterCase{"iom", Audience::Iom, nullptr, true},
                                         ShelterCase{"wide", Audience::Wide, nullptr, true},
                                         ShelterCase{"organisation", Audience::Organisation, nullptr, true},
                                         ShelterCase{"refused", Audience::Restricted, u"non", true},
                                         ShelterCase{"agreed", Audience::Wide, u"oui", false}),
                         [](const auto& each) { return each.param.name; });

TEST(ShelterRegions, TwoDivisionsNeverDesignateAProvince)
{
    // Al Hoceïma is alone in (Taza-Al Hoceïma-Taounate, Tanger-Tétouan-Al Hoceïma).
    StudyFixture study;
    study.add(with(agreed, {{u"abr_offre"_qs, u"direct"_qs}, {u"id_province"_qs, u"al_hoceima"_qs}}));
    const View view(study.data, Audience::Iom);
    EXPECT_FALSE(view.actors()[0].region1997.isEmpty());
    EXPECT_TRUE(view.actors()[0].region2015.isEmpty());
}

TEST(Programmes, OfShelterHideTheirPlacesWhoeverRunsThem)
{
    StudyFixture study;
    disclosure::ActorData& actor = study.add(agreed);
    actor.inScope.rowsOf(u"rg_programmes"_qs) = {test::row({{u"prg_nom"_qs, u"Hébergement"_qs},
                                                            {u"prg_services"_qs, u"abri"_qs},
                                                            {u"prg_provinces"_qs, u"tetouan"_qs}}),
                                                 test::row({{u"prg_nom"_qs, u"Écoute"_qs},
                                                            {u"prg_services"_qs, u"juridique"_qs},
                                                            {u"prg_provinces"_qs, u"tetouan"_qs}})};
    const View view(study.data, Audience::Iom);
    const auto& rows = *view.actors()[0].answers.rows(u"rg_programmes"_qs);
    EXPECT_FALSE(rows[0].answers.contains(u"prg_provinces"_qs));
    EXPECT_EQ(rows[1].answers.at(u"prg_provinces"_qs).value, u"tetouan"_qs);
}

TEST(Trafficking, IsUnsaidInTheWidePrintWithoutAgreement)
{
    const StudyFixture::Pairs speaks =
        with(agreed, {{u"dom_principal"_qs, u"traite"_qs},
                      {u"dom_domaines"_qs, u"traite sante"_qs},
                      {u"pub_groupes"_qs, u"vdt refugies"_qs},
                      {u"dom_mission"_qs, u"Aide aux victimes de la traite"_qs},
                      {u"bil_reussites"_qs, u"L’équipe traite les demandes"_qs},
                      {u"tra_services_possibles"_qs, u"abri"_qs}});
    for (const bool agreement : {true, false}) {
        StudyFixture study;
        study.add(with(speaks, {{u"cons_annuaire"_qs, agreement ? u"oui"_qs : u"non"_qs}}));
        const View wide(study.data, Audience::Wide);
        const ActorView& actor = wide.actors()[0];
        EXPECT_EQ(actor.status.has_value(), agreement);
        EXPECT_EQ(actor.answers.contains(u"dom_principal"_qs), agreement);
        EXPECT_EQ(actor.answers.at(u"dom_domaines"_qs).codes().contains(u"traite"), agreement);
        EXPECT_EQ(actor.answers.at(u"pub_groupes"_qs).codes().contains(u"vdt"), agreement);
        EXPECT_TRUE(actor.answers.at(u"pub_groupes"_qs).codes().contains(u"refugies"));
        EXPECT_EQ(actor.answers.contains(u"dom_mission"_qs), agreement);
        EXPECT_TRUE(actor.answers.contains(u"bil_reussites"_qs));
        EXPECT_EQ(actor.answers.contains(u"tra_services_possibles"_qs), agreement);
        const View iom(study.data, Audience::Iom);
        EXPECT_TRUE(iom.actors()[0].status.has_value());
        EXPECT_TRUE(iom.actors()[0].answers.contains(u"tra_services_possibles"_qs));
    }
}

TEST(Persons, FewerThanFiveAreNotTold)
{
    StudyFixture study;
    study.add(with(agreed, {{u"pub_total"_qs, u"40"_qs},
                            {u"pub_femmes"_qs, u"38"_qs},
                            {u"pub_etrangers"_qs, u"3"_qs},
                            {u"med_personnes"_qs, u"0"_qs}}));
    const View view(study.data, Audience::Iom);
    const questionnaire::Answers& answers = view.actors()[0].answers;
    EXPECT_EQ(answers.at(u"pub_total"_qs).value, u"40"_qs);
    EXPECT_FALSE(answers.contains(u"pub_femmes"_qs)) << "two men would be deduced";
    EXPECT_EQ(answers.at(u"pub_etrangers"_qs).value, SmallNumber);
    EXPECT_EQ(answers.at(u"med_personnes"_qs).value, u"0"_qs);
}

TEST(Dates, AreMonthsForThoseWhoMayNotKnowMore)
{
    StudyFixture study;
    study.add(agreed);
    EXPECT_EQ(View(study.data, Audience::Iom).actors()[0].answers.at(u"ent_date"_qs).value, u"2015-01-07"_qs);
    const View wide(study.data, Audience::Wide);
    EXPECT_EQ(wide.actors()[0].answers.at(u"ent_date"_qs).value, u"2015-01"_qs);
    EXPECT_FALSE(wide.actors()[0].answers.contains(u"ent_mode"_qs));
}

TEST(Facts, UnknownColumnsOfAListAreRestricted)
{
    StudyFixture study;
    study.add(with(agreed, {})).facts = {{u"sectors"_qs, u"Santé"_qs}, {u"téléphone"_qs, u"0600000000"_qs}};
    EXPECT_EQ(View(study.data, Audience::Iom).actors()[0].facts.size(), 2);
    EXPECT_EQ(View(study.data, Audience::Wide).actors()[0].facts.keys(), QStringList{u"sectors"_qs});
}

TEST(GuidedTexts, LoseTheNamesOfShelters)
{
    StudyFixture study;
    study.add(agreed).inScope.rowsOf(u"rg_sites"_qs) = {
        test::row({{u"site_nom"_qs, u"Dar Secret"_qs}, {u"site_type"_qs, u"abri"_qs}})};
    study.data->guidedTexts = {{u"l3.4.3"_qs, u"Le refuge « Dar Secret » est plein."_qs}};
    EXPECT_FALSE(View(study.data, Audience::Iom).guidedText(u"l3.4.3"_qs).contains(u"Dar Secret"));
    EXPECT_TRUE(View(study.data, Audience::Working).guidedText(u"l3.4.3"_qs).contains(u"Dar Secret"));
}

TEST(Order, IsCategoryThenRegionThenNameShelterOrNot)
{
    StudyFixture study;
    const auto actor = [&](const QString& name, const QString& category, const QString& province,
                           bool shelter) {
        study.add(with(agreed, {{u"id_nom_fr"_qs, name},
                                {u"id_categorie"_qs, category},
                                {u"id_province"_qs, province},
                                {u"abr_offre"_qs, shelter ? u"direct"_qs : u"non"_qs}}));
    };
    actor(u"Étoile"_qs, u"enfance"_qs, u"rabat"_qs, false);
    actor(u"Zineb"_qs, u"femmes"_qs, u"tetouan"_qs, false);
    actor(u"Espoir"_qs, u"femmes"_qs, u"tanger_assilah"_qs, true);
    actor(u"Bina"_qs, u"femmes"_qs, u"tanger_assilah"_qs, false);
    actor(u"Amal"_qs, u"femmes"_qs, u"rabat"_qs, false);
    QStringList names;
    const View view(study.data, Audience::Wide);
    for (const ActorView& each : view.actors())
        names << each.nameFr;
    EXPECT_EQ(names, (QStringList{u"Bina"_qs, u"Espoir"_qs, u"Zineb"_qs, u"Amal"_qs, u"Étoile"_qs}));
}

TEST(AudienceCodes, GoBothWays)
{
    for (const Audience audience : {Audience::Working, Audience::Iom, Audience::Restricted, Audience::Wide})
        EXPECT_EQ(audienceFromCode(audienceCode(audience)), audience);
    EXPECT_EQ(audienceFromCode(u"osc:42"_qs), Audience::Organisation);
    EXPECT_FALSE(audienceFromCode(u"osc:"_qs));
    EXPECT_FALSE(audienceFromCode(u"public"_qs));
}

} // namespace
