#include "assessment/record.h"

namespace {

using test::caseA;
using test::code;
using test::Json;

/// Changes to case A, and what they must give.
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

std::string vetoesOf(const assessment::Assessment& assessment)
{
    QStringList all;
    for (const assessment::Veto& veto : assessment.vetoes)
        all << veto.code + u' ' + assessment::effectCode(veto.effect) + u' ' + veto.reason;
    return all.join(u"; ").toStdString();
}

class Vetoes : public testing::TestWithParam<Sample>
{
};

TEST_P(Vetoes, clause)
{
    const auto result = test::assessed(caseA(GetParam().changes)).assessment;
    EXPECT_EQ(vetoesOf(result), GetParam().expected);
}

const Json Minors = {{"abr_public", "femmes mineurs_na"}, {"abr_separation", "partiel"}};

INSTANTIATE_TEST_SUITE_P(
    Clauses, Vetoes,
    testing::Values(
        Sample{"none", {}, ""},
        Sample{"V1 collective", {{"id_statut", "collectif"}}, "V1 bloquant collectif"},
        Sample{"V1 nothing filed", {{"id_recepisse", "aucun"}}, "V1 bloquant aucune_demarche"},
        Sample{"V1 filed, no receipt", {{"id_recepisse", "depot_refuse"}}, "V1 levable depot_sans_recepisse"},
        Sample{"V1 provisional, no date",
               {{"id_recepisse", "provisoire"}, {"id_recepisse_date", nullptr}},
               "V1 levable provisoire_sans_date"},
        Sample{"V1 provisional, date not known",
               {{"id_recepisse", "provisoire"}, {"id_recepisse_date", "nsp"}},
               "V1 levable provisoire_sans_date"},
        Sample{"V1 provisional, 60 days",
               {{"id_recepisse", "provisoire"}, {"id_recepisse_date", "2014-11-07"}},
               "V1 levable provisoire_recent"},
        Sample{"V1 provisional, 61 days",
               {{"id_recepisse", "provisoire"}, {"id_recepisse_date", "2014-11-06"}},
               ""},
        Sample{"V1 status comes first",
               {{"id_statut", "collectif"}, {"id_recepisse", "depot_refuse"}},
               "V1 bloquant collectif"},
        Sample{"V1 not known", {{"id_statut", "nsp"}, {"id_recepisse", "refus"}}, ""},
        Sample{"V2 excluded", {{"pub_irreguliers", "exclu"}}, "V2 bloquant sejour_exclu"},
        Sample{"V2 possible", {{"pub_irreguliers", "possible"}}, "V2 levable sejour_possible"},
        Sample{"V2 nationality",
               {{"pub_exclusions", "hommes nationalite"}},
               "V2 bloquant refus_discriminatoire"},
        Sample{"V2 religion", {{"pub_exclusions", "religion"}}, "V2 bloquant refus_discriminatoire"},
        Sample{"V2 complaint", {{"pub_exclusions", "plainte"}}, "V2 bloquant refus_discriminatoire"},
        Sample{"V2 residence", {{"pub_exclusions", "sejour"}}, "V2 levable refus_a_lever"},
        Sample{"V2 identity paper", {{"pub_exclusions", "identite"}}, "V2 levable refus_a_lever"},
        Sample{"V2 orientation", {{"pub_exclusions", "orientation"}}, "V2 levable refus_a_lever"},
        Sample{"V2 disease", {{"pub_exclusions", "vih"}}, "V2 levable refus_a_lever"},
        Sample{"V2 disability", {{"pub_exclusions", "handicap"}}, "V2 levable refus_a_lever"},
        Sample{"V2 pregnancy", {{"pub_exclusions", "grossesse"}}, "V2 levable refus_a_lever"},
        Sample{"V2 blocking wins",
               {{"pub_irreguliers", "possible"}, {"pub_exclusions", "religion"}},
               "V2 bloquant refus_discriminatoire"},
        Sample{"V2 not known", {{"pub_irreguliers", "nsp"}, {"pub_exclusions", "refus"}}, ""},
        Sample{"V3 closed", {{"abr_liberte", "fermee"}}, "V3 bloquant abri_ferme"},
        Sample{"V3 restricted", {{"abr_liberte", "restreinte"}}, "V3 levable sorties_restreintes"},
        Sample{"V3 conditional", {{"tra_conditionnalite", "oui"}}, "V3 bloquant aide_conditionnee"},
        Sample{"V3 sometimes", {{"tra_conditionnalite", "parfois"}}, "V3 levable aide_parfois_conditionnee"},
        Sample{"V3 closed, without a shelter", {{"abr_liberte", "fermee"}, {"abr_offre", "orientation"}}, ""},
        Sample{"V4", {{"sau_alerte", "oui"}}, "V4 suspensif alerte"},
        Sample{"V4 not known", {{"sau_alerte", "nsp"}}, ""},
        Sample{"V5", {{"sau_conflit", "oui"}}, "V5 suspensif conflit"},
        Sample{"V6", {{"sau_images", "sans"}}, "V6 levable images_sans_accord"},
        Sample{"V6 oral", {{"sau_images", "oral"}}, ""},
        Sample{"V7 none", {{"abr_autorisation", "non"}}, "V7 levable autorisation_absente"},
        Sample{"V7 refused", {{"abr_autorisation", "refusee"}}, "V7 levable autorisation_refusee"},
        Sample{"V7 pending", {{"abr_autorisation", "en_cours"}}, "V7 levable autorisation_en_cours"},
        Sample{"V7 not required", {{"abr_autorisation", "non_requise"}}, ""},
        Sample{"V7 establishment without shelter",
               {{"abr_offre", "non"}, {"id_categorie", "gestion_eps"}, {"abr_autorisation", "non"}},
               ""},
        Sample{"V8 groups",
               {{"abr_public", "femmes hommes"}, {"abr_separation", "non"}},
               "V8 levable groupes_sans_separation"},
        Sample{"V8 one group", {{"abr_public", "femmes meres_enfants"}, {"abr_separation", "non"}}, ""},
        Sample{"V8 groups partly separated",
               {{"abr_public", "femmes hommes"}, {"abr_separation", "partiel"}},
               ""},
        Sample{"V8 minors", Minors, "V8 levable mineurs_avec_adultes"},
        Sample{"V8 minors outweigh groups",
               {{"abr_public", "femmes mineurs_na"}, {"abr_separation", "non"}},
               "V8 levable mineurs_avec_adultes"},
        Sample{"V8 minors apart", {{"abr_public", "femmes mineurs_na"}, {"abr_separation", "oui"}}, ""},
        Sample{"V8 minors alone", {{"abr_public", "mineurs_na filles"}, {"abr_separation", "non"}}, ""},
        Sample{"V8 not known", {{"abr_public", "femmes mineurs_na"}, {"abr_separation", "nsp"}}, ""},
        Sample{"V9 refuses", {{"tra_volonte", "non"}}, "V9 bloquant refus_engagement"},
        Sample{"V9 does not share", {{"cons_partage", "non"}}, "V9 bloquant refus_partage"},
        Sample{"V9 withdrew", {{"cons_retrait", "partage photo"}}, "V9 bloquant refus_partage"},
        Sample{"V10 third party", {{"fin_compte", "tiers"}}, "V10 levable compte_tiers"},
        Sample{"V10 none", {{"fin_compte", "aucun"}}, "V10 levable aucun_compte"},
        Sample{"V10 single", {{"fin_compte", "simple"}}, ""},
        Sample{"V11 conduct", {{"sau_conduite", "non"}}, "V11 levable conduite_absente"},
        Sample{"V11 reports", {{"sau_signalement", "non"}}, "V11 levable signalement_absent"},
        Sample{
            "V11 confidentiality", {{"acc_confidentialite", "non"}}, "V11 levable confidentialite_absente"},
        Sample{"in order",
               {{"fin_compte", "aucun"},
                {"sau_conflit", "oui"},
                {"pub_irreguliers", "exclu"},
                {"sau_images", "sans"}},
               "V2 bloquant sejour_exclu; V5 suspensif conflit; V6 levable images_sans_accord; "
               "V10 levable aucun_compte"}));

std::string statusesOf(const assessment::Assessment& assessment)
{
    QStringList all{assessment.status};
    for (const QString& service : assessment::serviceCodes()) {
        const assessment::ServiceStatus& status = assessment.serviceStatus.at(service);
        QString text = status.code;
        if (status.provisional) text += u'?';
        if (!status.reason.isEmpty()) text += u'(' + status.reason + u')';
        all << text;
    }
    return all.join(u' ').toStdString();
}

class Statuses : public testing::TestWithParam<Sample>
{
};

TEST_P(Statuses, rule)
{
    EXPECT_EQ(statusesOf(test::assessed(caseA(GetParam().changes)).assessment), GetParam().expected);
}

INSTANTIATE_TEST_SUITE_P(
    Rules, Statuses,
    testing::Values(
        Sample{
            "case A", {}, "intervient intervient n_intervient_pas(sans_service) intervient peut_intervenir"},
        Sample{"institution",
               {{"id_categorie", "public"}},
               "hors_champ hors_champ hors_champ hors_champ hors_champ"},
        Sample{"position not known",
               {{"tra_position", "nsp"}},
               "indetermine peut_intervenir n_intervient_pas(sans_service) peut_intervenir peut_intervenir"},
        Sample{
            "nobody assisted yet",
            {{"tra_nombre", 0}},
            "peut_intervenir peut_intervenir n_intervient_pas(sans_service) peut_intervenir peut_intervenir"},
        Sample{
            "number not known",
            {{"tra_nombre", "nsp"}},
            "peut_intervenir peut_intervenir n_intervient_pas(sans_service) peut_intervenir peut_intervenir"},
        Sample{"offer not known",
               {{"abr_offre", "nsp"}},
               "intervient indetermine n_intervient_pas(sans_service) intervient peut_intervenir"},
        Sample{"offer refused",
               {{"abr_offre", "refus"}},
               "intervient indetermine n_intervient_pas(sans_service) intervient peut_intervenir"},
        Sample{"an established convention",
               {{"tra_services_possibles", "medical"}},
               "intervient intervient peut_intervenir intervient n_intervient_pas(sans_service)"},
        Sample{"a convention of unknown form",
               {{"tra_services_possibles", "medical"}, {"med_convention", "nsp"}},
               "intervient intervient peut_intervenir? intervient n_intervient_pas(sans_service)"},
        Sample{"a verbal convention is too little",
               {{"tra_services_possibles", "medical"}, {"med_convention", "verbale"}},
               "intervient intervient n_intervient_pas(capacite) intervient n_intervient_pas(sans_service)"},
        Sample{"register seen",
               {{"_preuve", {{"E1", 2}}}, {"ver_corroboration", ""}},
               "intervient intervient n_intervient_pas(sans_service) intervient peut_intervenir"},
        Sample{"only declared",
               {{"_preuve", {{"E1", 1}}}, {"ver_corroboration", "partenaire"}},
               "intervient_declare intervient n_intervient_pas(sans_service) intervient peut_intervenir"},
        Sample{"confirmed by a third party",
               {{"_preuve", {{"E1", 1}}}},
               "intervient intervient n_intervient_pas(sans_service) intervient peut_intervenir"},
        Sample{"contradicted is never confirmed",
               {{"_contredit", {"E1"}}},
               "intervient_declare intervient n_intervient_pas(sans_service) intervient peut_intervenir"},
        Sample{"to be considered",
               {{"tra_volonte", "etudier"}},
               "intervient intervient n_intervient_pas(sans_service) intervient n_intervient_pas(volonte)"},
        Sample{"unwilling but active",
               {{"tra_volonte", "non"}},
               "intervient intervient n_intervient_pas(sans_service) intervient n_intervient_pas(refus)"},
        Sample{
            "unwilling and inactive",
            {{"tra_volonte", "non"}, {"tra_nombre", 0}},
            "n_intervient_pas n_intervient_pas(refus) n_intervient_pas(sans_service) n_intervient_pas(refus) "
            "n_intervient_pas(refus)"},
        Sample{"blocked by V1",
               {{"id_statut", "collectif"}, {"tra_nombre", 0}},
               "n_intervient_pas n_intervient_pas(exclusion) n_intervient_pas(sans_service) "
               "n_intervient_pas(exclusion) n_intervient_pas(exclusion)"},
        Sample{"blocked by V2, active",
               {{"pub_irreguliers", "exclu"}},
               "intervient intervient n_intervient_pas(sans_service) intervient n_intervient_pas(exclusion)"},
        Sample{"blocked by V3",
               {{"abr_liberte", "fermee"}, {"tra_nombre", 0}},
               "n_intervient_pas n_intervient_pas(exclusion) n_intervient_pas(sans_service) "
               "n_intervient_pas(exclusion) n_intervient_pas(exclusion)"},
        Sample{"not sharing changes nothing",
               {{"cons_partage", "non"}},
               "intervient intervient n_intervient_pas(sans_service) intervient peut_intervenir"},
        Sample{"little known of the service",
               {{"jur_prestations", "nsp"}, {"jur_personnel", "nsp"}},
               "intervient intervient n_intervient_pas(sans_service) intervient peut_intervenir?"},
        Sample{
            "only unknown offers left",
            {{"abr_offre", "nsp"}, {"psy_offre", "non"}, {"jur_offre", "non"}, {"med_offre", "orientation"}},
            "indetermine indetermine n_intervient_pas(sans_service) n_intervient_pas(sans_service) "
            "n_intervient_pas(sans_service)"},
        Sample{"no service at all",
               {{"abr_offre", "non"},
                {"psy_offre", "non"},
                {"jur_offre", "possible"},
                {"med_offre", "orientation"}},
               "n_intervient_pas n_intervient_pas(sans_service) n_intervient_pas(sans_service) "
               "n_intervient_pas(sans_service) n_intervient_pas(sans_service)"}));

TEST(AVeto, neverChangesAScore)
{
    const auto without = test::assessed(caseA()).assessment;
    const auto with = test::assessed(caseA({{"sau_alerte", "oui"},
                                            {"sau_conflit", "oui"},
                                            {"id_recepisse", "provisoire"},
                                            {"id_recepisse_date", "2014-12-30"},
                                            {"cons_retrait", "partage"}}))
                          .assessment;
    EXPECT_EQ(with.vetoes.size(), 4U);
    EXPECT_EQ(with.dimensions.at(code("B")), without.dimensions.at(code("B")));
    EXPECT_NE(with.dimensions.at(code("A")), without.dimensions.at(code("A")))
        << "A1.1 reads the receipt itself";
    EXPECT_EQ(with.dimensions.at(code("C")), without.dimensions.at(code("C")));
    EXPECT_EQ(with.dimensions.at(code("D")), without.dimensions.at(code("D")));
}

TEST(Rankable, suspensionAndGapsHideTheRank)
{
    EXPECT_TRUE(test::assessed(caseA()).assessment.rankable);
    const auto alert = test::assessed(caseA({{"sau_alerte", "oui"}})).assessment;
    EXPECT_TRUE(alert.suspended);
    EXPECT_FALSE(alert.rankable);
    EXPECT_FALSE(test::assessed(caseA({{"id_categorie", "public"}})).assessment.rankable);
    // Five of the six indicators of B1 unknown: completeness of B falls to 67 %.
    const auto gaps = test::assessed(caseA({{"rh_salaries", nullptr},
                                            {"rh_metiers", nullptr},
                                            {"rh_organisation", nullptr},
                                            {"rh_verification", nullptr},
                                            {"rh_formations", nullptr}}));
    EXPECT_NEAR(gaps.assessment.dimensions.at(code("B")).completeness, 1 - 0.40 * 5 / 6, 1e-12);
    EXPECT_FALSE(gaps.assessment.rankable);
    EXPECT_FALSE(gaps.assessment.suspended);
}

/// A service that is not offered directly has a fixed score, whatever the service.
TEST(FixedServices, followTheOfferAndTheConvention)
{
    struct Row
    {
        const char *offer, *convention;
        assessment::Interval expected;
    };
    const std::vector<Row> rows{{"convention", "ecrite", {40.0, 40, 40, 1, false}},
                                {"convention", "verbale", {15.0, 15, 15, 1, false}},
                                {"convention", "aucune", {15.0, 15, 15, 1, false}},
                                {"convention", "nsp", {15.0, 15, 40, 0, false}},
                                {"orientation", "ecrite", {15.0, 15, 15, 1, false}},
                                {"possible", "ecrite", {5.0, 5, 5, 1, false}},
                                {"non", "ecrite", {0.0, 0, 0, 1, false}},
                                {"nsp", "ecrite", {std::nullopt, 0, 100, 0, false}},
                                {"na", "ecrite", {std::nullopt, 0, 100, 0, false}}};
    for (const assessment::Model::Service& service : test::model().services())
        for (const Row& row : rows) {
            const auto result = test::assessed(caseA({{service.offer.toStdString(), row.offer},
                                                      {service.convention.toStdString(), row.convention}}));
            EXPECT_EQ(result.assessment.services.at(service.node), row.expected)
                << service.code.toStdString() << " " << row.offer << " " << row.convention;
        }
}

TEST(Institutions, areComputedFromNothing)
{
    const auto result = test::assessed(caseA({{"id_categorie", "public"}}));
    EXPECT_TRUE(result.assessment.institution);
    EXPECT_FALSE(result.answers.contains(code("gov_bureau")));
    EXPECT_EQ(result.assessment.indicators.at(code("A2.1")).knowledge, assessment::Knowledge::Unknown);
}

} // namespace
