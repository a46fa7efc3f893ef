#include "deliverables/deliverables.h"
#include "disclosure/canary.h"
#include "report/document_json.h"

#include <gtest/gtest.h>

using disclosure::Audience;
using questionnaire::Sensitivity;
using test::StudyFixture;

namespace {

const StudyFixture::Pairs common{
    {u"id_categorie"_qs, u"femmes"_qs},           {u"id_province"_qs, u"rabat"_qs},
    {u"ter_provinces"_qs, u"rabat sale"_qs},      {u"abr_offre"_qs, u"non"_qs},
    {u"ent_date"_qs, u"2015-01-07"_qs},           {u"cons_annuaire"_qs, u"oui"_qs},
    {u"id_nom_fr"_qs, u"Organisation fictive"_qs}};

/// Everything that could reach a reader, whatever the deliverable.
QString everything(const disclosure::View& view)
{
    QString all;
    for (const QString& code : deliverables::documentCodes())
        all += QString::fromUtf8(report::documentJson(deliverables::build(code, view)));
    const report::Workbook workbook = deliverables::grilleWorkbook(view);
    for (const report::Sheet& sheet : workbook.sheets) {
        all += sheet.notes.join(u'\n');
        for (const auto& row : sheet.rows)
            for (const report::Sheet::Value& value : row) {
                if (const auto* text = std::get_if<QString>(&value)) all += *text + u'\n';
                if (const auto* number = std::get_if<double>(&value))
                    all += QString::number(*number, 'f', 0) + u'\n';
            }
    }
    return all;
}

struct LeakCase
{
    const char* name;
    Audience audience;
    bool shares;
};

class Leaks : public testing::TestWithParam<LeakCase>
{
};

// The most permissive reading of each audience: nothing else may be found in any deliverable.
TEST_P(Leaks, HoldNoCanaryThisAudienceMayNotRead)
{
    StudyFixture study;
    StudyFixture::Pairs pairs = common;
    pairs.emplace_back(u"cons_partage"_qs, GetParam().shares ? u"oui"_qs : u"non"_qs);
    pairs.emplace_back(u"ent_mode"_qs, u"visite"_qs);
    study.add(test::canaries(study.form(), 0, pairs));
    pairs.emplace_back(u"id_categorie"_qs, u"public"_qs);
    study.add(test::canaries(study.form(), 1000, pairs));
    study.rank();
    const QString all = everything(disclosure::View(study.data, GetParam().audience, u"acteur-1"_qs));
    int looked = 0, found = 0;
    for (size_t i = 0; i < study.form().questions.size(); ++i) {
        const questionnaire::Question& question = study.form().questions[i];
        for (const int seed : {0, 1000}) {
            const QString value = test::canary(question, seed + static_cast<int>(i));
            if (value.isEmpty()) continue;
            const bool restricted = question.sensitivity == Sensitivity::Restricted &&
                                    GetParam().audience != Audience::Wide &&
                                    (GetParam().shares || GetParam().audience == Audience::Organisation);
            const bool allowed = question.sensitivity == Sensitivity::Public || restricted;
            for (const QString& trace : test::tracesOf(value)) {
                if (allowed) {
                    found += all.contains(trace);
                    continue;
                }
                ++looked;
                EXPECT_FALSE(all.contains(trace)) << question.name.toStdString();
            }
        }
    }
    EXPECT_GT(looked, 10);
    EXPECT_GT(found, 5) << "public canaries must be found, else the search proves nothing";
}

INSTANTIATE_TEST_SUITE_P(Audiences, Leaks,
                         testing::Values(LeakCase{"iom", Audience::Iom, true},
                                         LeakCase{"restricted", Audience::Restricted, true},
                                         LeakCase{"iomRefused", Audience::Iom, false},
                                         LeakCase{"wide", Audience::Wide, true},
                                         LeakCase{"organisation", Audience::Organisation, false}),
                         [](const auto& each) { return each.param.name; });

class ShelterLeaks : public testing::TestWithParam<Audience>
{
};

TEST_P(ShelterLeaks, HoldNeitherItsNameNorItsPlace)
{
    StudyFixture study;
    // A province whose name is in no table of the annexes but the list of provinces: "Assa-Zag" stands there
    // once.
    disclosure::ActorData& actor =
        study.add({{u"id_nom_fr"_qs, u"Association fictive"_qs},
                   {u"id_categorie"_qs, u"femmes"_qs},
                   {u"abr_offre"_qs, u"direct"_qs},
                   {u"id_province"_qs, u"assa_zag"_qs},
                   {u"ter_provinces"_qs, u"assa_zag"_qs},
                   {u"cons_partage"_qs, u"oui"_qs},
                   {u"cons_annuaire"_qs, u"oui"_qs},
                   {u"id_adresse"_qs, u"7 impasse des Figuiers Bleus"_qs},
                   {u"dom_mission"_qs, u"Refuge à Assa-Zag, impasse des Figuiers Bleus."_qs}});
    actor.inScope.rowsOf(u"rg_sites"_qs) = {test::row({{u"site_nom"_qs, u"Maison Tamaris"_qs},
                                                       {u"site_type"_qs, u"abri"_qs},
                                                       {u"site_province"_qs, u"assa_zag"_qs},
                                                       {u"site_gps"_qs, u"28.6081 -9.4271 0 0"_qs}})};
    study.data->guidedTexts = {{u"l3.4.3"_qs, u"La Maison Tamaris reçoit des femmes."_qs},
                               {u"l1.6"_qs, u"La Maison Tamaris."_qs}};
    const disclosure::View view(study.data, GetParam(), u"acteur-1"_qs);
    QString all = everything(view);
    for (const QString& secret : {u"Tamaris"_qs, u"7 impasse des Figuiers"_qs, u"28.6081"_qs, u"assa_zag"_qs})
        EXPECT_FALSE(all.contains(secret)) << secret.toStdString();
    // The table of the two divisions (annex A-17 of L2 and L3) names every province once.
    EXPECT_LE(all.count(u"Assa-Zag"), 2);
}

INSTANTIATE_TEST_SUITE_P(Audiences, ShelterLeaks,
                         testing::Values(Audience::Iom, Audience::Restricted, Audience::Wide,
                                         Audience::Organisation));

} // namespace
