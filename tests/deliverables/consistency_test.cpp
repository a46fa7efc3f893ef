#include "deliverables/deliverables.h"
#include "deliverables/document_text.h"
#include "disclosure/study_fixture.h"

#include <QRegularExpression>

#include <gtest/gtest.h>

using namespace report;
using disclosure::Audience;
using test::StudyFixture;

namespace {

QString built(const StudyFixture& study, const QString& code, Audience audience = Audience::Iom)
{
    return test::textOf(deliverables::build(code, disclosure::View(study.data, audience)));
}

void fill(StudyFixture& study, int n, const StudyFixture::Pairs& pairs)
{
    for (int i = 0; i < n; ++i) {
        StudyFixture::Pairs each = pairs;
        each.emplace_back(u"id_nom_fr"_qs, u"Organisation fictive %1"_qs.arg(i + 1));
        study.add(each);
    }
}

const StudyFixture::Pairs complete{
    {u"id_categorie"_qs, u"femmes"_qs}, {u"id_statut"_qs, u"assoc_declaree"_qs},
    {u"id_province"_qs, u"rabat"_qs},   {u"ent_mode"_qs, u"visite"_qs},
    {u"ent_date"_qs, u"2015-01-07"_qs}, {u"abr_offre"_qs, u"orientation"_qs},
    {u"med_offre"_qs, u"direct"_qs},    {u"cons_partage"_qs, u"oui"_qs}};

struct GrammarCase
{
    int n;
    std::vector<const char16_t*> sentences;
};

class Grammar : public testing::TestWithParam<GrammarCase>
{
};

TEST_P(Grammar, OfSentencesFollowsTheNumber)
{
    StudyFixture study;
    fill(study, GetParam().n, complete);
    const QString text = built(study, u"l1"_qs) + built(study, u"l3"_qs);
    for (const char16_t* sentence : GetParam().sentences)
        EXPECT_TRUE(text.contains(QString::fromUtf16(sentence)))
            << QString::fromUtf16(sentence).toStdString();
}

INSTANTIATE_TEST_SUITE_P(
    Numbers, Grammar,
    testing::Values(
        GrammarCase{0,
                    {u"Aucun acteur n’est encore recensé.", u"L’étude ne recense encore aucun acteur.",
                     u"Aucune offre de service n’est encore connue par région."}},
        GrammarCase{1,
                    {u"Un acteur est recensé ; un a été enquêté, dont un sur place.",
                     u"L’étude recense un acteur.", u"L’information a été recueillie le 7 janvier 2015."}},
        GrammarCase{2,
                    {u"2 acteurs sont recensés ; 2 ont été enquêtés, dont 2 sur place.",
                     u"L’étude recense 2 acteurs ; la catégorie la plus nombreuse est « Défense et "
                     u"accompagnement des femmes » (2).",
                     u"Assistance médicale : 15 régions sur 16 n’ont aucune offre connue"}},
        GrammarCase{1347, {u"1 347 acteurs sont recensés ; 1 347 ont été enquêtés, dont 1 347 sur place."}}),
    [](const auto& each) { return "n" + std::to_string(each.param.n); });

TEST(Consistency, OneNumberOfActorsEverywhere)
{
    StudyFixture study;
    fill(study, 23, complete);
    const disclosure::View view(study.data, Audience::Restricted);
    const Workbook workbook = deliverables::grilleWorkbook(view);
    EXPECT_EQ(workbook.sheets[0].rows.size(), 23U);
    const QString l1 = built(study, u"l1"_qs), l3 = built(study, u"l3"_qs);
    EXPECT_TRUE(l1.contains(u"23 acteurs sont recensés"));
    EXPECT_TRUE(l3.contains(u"L’étude recense 23 acteurs"));
    EXPECT_TRUE(l3.contains(u"grille et fiches de 23 acteurs"));
    EXPECT_TRUE(built(study, u"grille"_qs).contains(u"décrit 23 acteurs"));
    EXPECT_TRUE(built(study, u"fiches"_qs).contains(u"23 acteurs recensés dans cette catégorie"));
    EXPECT_EQ(built(study, u"fiches"_qs).count(u"Fiche n° "), 23);
}

TEST(EmptyStudy, StillGivesEveryDocument)
{
    StudyFixture study;
    for (const Audience audience : {Audience::Working, Audience::Iom, Audience::Wide})
        for (const QString& code : deliverables::documentCodes())
            EXPECT_FALSE(built(study, code, audience).isEmpty());
    EXPECT_TRUE(
        deliverables::grilleWorkbook(disclosure::View(study.data, Audience::Iom)).sheets[0].rows.empty());
}

TEST(ImportedList, IsNamedInEveryDocument)
{
    StudyFixture study;
    for (int i = 0; i < 132; ++i) {
        disclosure::ActorData& actor = study.add({{u"id_nom_fr"_qs, u"Liste fictive %1"_qs.arg(i + 1)},
                                                  {u"ent_mode"_qs, u"documentaire"_qs},
                                                  {u"ent_date"_qs, u"2015-01-02"_qs}});
        actor.facts = {{u"sectors"_qs, u"Santé ; Éducation"_qs}, {u"type"_qs, u"ONG"_qs}};
        actor.sources = {u"liste.csv"_qs};
    }
    for (const QString& code : deliverables::documentCodes())
        EXPECT_TRUE(built(study, code).contains(u"Liste fictive 7")) << code.toStdString();
    EXPECT_TRUE(built(study, u"grille"_qs).contains(u"† ONG"));
    EXPECT_TRUE(built(study, u"fiches"_qs).contains(u"Selon la source"));
}

TEST(Scores, AreSaidToAwaitTheApprovalOfTheModel)
{
    StudyFixture study;
    fill(study, 6, complete);
    study.data->info.modelLocked = false;
    EXPECT_TRUE(built(study, u"l3"_qs).contains(u"Aucune note avant l’approbation du modèle."));
    EXPECT_FALSE(built(study, u"l3"_qs)
                     .contains(u"T-41"
                               " Profils"));
}

TEST(Typography, HasNeitherStraightQuotesNorPlainSpacesBeforeMarks)
{
    StudyFixture study;
    StudyFixture::Pairs pairs = complete;
    pairs.emplace_back(u"dom_mission"_qs, u"L'aide aux femmes : \"écouter\" ; agir !"_qs);
    fill(study, 3, pairs);
    static const QRegularExpression wrong(u"[a-zé]'[a-zé]| [:;!?](\\s|$)|\""_qs);
    for (const QString& code : deliverables::documentCodes()) {
        test::visit(deliverables::build(code, disclosure::View(study.data, Audience::Iom)),
                    [&](const Block& block) {
                        const auto* paragraph = std::get_if<Paragraph>(&block.content);
                        if (!paragraph) return;
                        const QString text = test::textOf(*paragraph);
                        EXPECT_FALSE(wrong.match(text).hasMatch())
                            << code.toStdString() << ": " << text.toStdString();
                    });
    }
}

TEST(FictionalStudy, IsSaidSoOnTheCoverAndInTheHeads)
{
    StudyFixture study;
    fill(study, 1, complete);
    for (const QString& code : deliverables::documentCodes()) {
        const Document document = deliverables::build(code, disclosure::View(study.data, Audience::Wide));
        EXPECT_TRUE(test::textOf(document).contains(u"Étude fictive"));
        for (const Section& section : document.sections) {
            EXPECT_TRUE(!section.showHeader || section.header.contains(u"étude fictive"))
                << section.header.toStdString();
        }
    }
}

} // namespace
