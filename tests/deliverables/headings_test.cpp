#include "deliverables/deliverables.h"
#include "deliverables/document_text.h"
#include "disclosure/study_fixture.h"

#include <gtest/gtest.h>

using namespace report;

namespace {

struct PlanCase
{
    const char* code;
    const char* headings; ///< one per line, in order
};

// The plans of the call, as the specification of the deliverables gives them.
const char* const mapping = R"(1 Repères de lecture
2 Méthode de recensement
3 Vue d’ensemble
4 Rôles et prérogatives par catégorie
5 Publics et domaines
6 Services : qui fait quoi, où
7 Approches, outils d’accompagnement et de suivi
8 Liens entre acteurs
9 Programmes en cours ou projetés
10 Points forts, difficultés, attentes
11 OSC intervenant ou pouvant intervenir auprès des victimes de la traite
12 OSC proposées à l’analyse des capacités
Partie II. Grille
Partie III. Fiches par catégorie)";

const char* const final = R"(1 Résumé exécutif
1.1 Résultats principaux et prioritaires
1.2 Conclusions
1.3 Apprentissages
1.4 Recommandations les plus importantes
1.5 Les trois organisations en un coup d’œil
2 Présentation du projet
2.1 Contexte et projet
2.2 Objectif de l’étude
2.3 Principales questions
2.4 Résultats attendus et résultats obtenus
2.5 Processus de l’étude
3 Méthodologie
3.1 Approche et justification
3.2 Périmètre et choix des organisations
3.3 Outils conçus pour la collecte
3.4 Collecte, vérification, éthique
3.5 Modèle d’analyse et solidité
3.6 Limites et évaluation du processus
4 Résultats de l’étude
4.1 Acteurs recensés
4.2 Rôle, statut et prérogatives par catégorie
4.3 Couverture et offre des quatre services
4.4 Programmes en cours et projetés
4.5 Approches, outils d’accompagnement et de suivi
4.6 Liens, coordination, mise en réseau
4.7 Réussites, difficultés, limites, besoins, attentes
4.8 Capacités institutionnelles et organisationnelles
4.9 Comparaison des OSC présélectionnées et choix de trois
4.10 Besoins de formation et changements de pratiques
5 Conclusions et recommandations
5.1 Conclusions
5.2 Recommandations à l’OIM
5.3 Recommandations au Gouvernement, en vue de la loi sur la traite
5.4 Recommandations aux OSC et aux réseaux
5.5 Plan de renforcement des trois organisations
Annexes
A-1 Termes de référence
A-2 Proposition de travail et description de la méthodologie d’évaluation
A-3 Outils utilisés
A-4 Liste des interviewés
A-5 Références
A-6 Bibliographie
A-7 Photos
A-8 Transcriptions d’entretiens ou de groupes de discussion
A-9 Grille complète
A-10 Fiches des OSC
A-11 Modèle d’analyse, poids, règles, journal des changements
A-12 Notes détaillées des OSC présélectionnées
A-13 Analyse de robustesse
A-14 Matrice de commentaires et réponses
A-15 Procès-verbal de concertation
A-16 Chronogramme prévu et réalisé
A-17 Glossaire et table des deux découpages régionaux)";

QString plain(QString text)
{
    return text.replace(QChar(0x00A0), u' ').replace(QChar(0x202F), u' ');
}

QString headings(const Document& document)
{
    QStringList found;
    for (const Section& section : document.sections) {
        if (section.part == u"front") continue;
        test::visit(section.blocks, [&](const Block& block) {
            const auto* heading = std::get_if<Heading>(&block.content);
            if (heading && heading->level <= 2)
                found << plain((heading->number + u' ' + heading->text).trimmed());
        });
    }
    return found.join(u'\n');
}

class Plan : public testing::TestWithParam<PlanCase>
{
protected:
    test::StudyFixture study;
};

TEST_P(Plan, IsTheSpecificationsInOrder)
{
    const disclosure::View view(study.data, disclosure::Audience::Iom);
    const Document document = deliverables::build(QString::fromUtf8(GetParam().code), view);
    EXPECT_EQ(headings(document).toStdString(), GetParam().headings);
}

INSTANTIATE_TEST_SUITE_P(Reports, Plan,
                         testing::Values(PlanCase{"l1", mapping}, PlanCase{"l2", final},
                                         PlanCase{"l3", final}),
                         [](const auto& each) { return each.param.code; });

TEST(Anchors, AreUniqueInEveryDocument)
{
    test::StudyFixture study;
    study.add({{u"id_nom_fr"_qs, u"Une"_qs}, {u"id_categorie"_qs, u"femmes"_qs}});
    study.add({{u"id_nom_fr"_qs, u"Deux"_qs}, {u"id_categorie"_qs, u"public"_qs}});
    const disclosure::View view(study.data, disclosure::Audience::Iom);
    for (const QString& code : deliverables::documentCodes()) {
        QStringList anchors;
        test::visit(deliverables::build(code, view), [&](const Block& block) {
            if (const auto* heading = std::get_if<Heading>(&block.content)) anchors << heading->anchor;
            if (const auto* caption = std::get_if<Caption>(&block.content)) anchors << caption->code;
        });
        const qsizetype all = anchors.size();
        EXPECT_EQ(anchors.removeDuplicates(), 0) << code.toStdString() << " of " << all;
    }
}

TEST(PreliminaryReport, IsMarkedAsOne)
{
    test::StudyFixture study;
    const disclosure::View view(study.data, disclosure::Audience::Restricted);
    const Document l2 = deliverables::build(u"l2"_qs, view), l3 = deliverables::build(u"l3"_qs, view);
    EXPECT_EQ(plain(l2.watermark), u"Version préliminaire pour commentaires"_qs);
    EXPECT_TRUE(l3.watermark.isEmpty());
    const auto bodyNumbered = [](const Document& document) {
        return std::any_of(document.sections.begin(), document.sections.end(),
                           [](const Section& s) { return s.lineNumbers; });
    };
    EXPECT_TRUE(bodyNumbered(l2));
    EXPECT_FALSE(bodyNumbered(l3));
    EXPECT_TRUE(test::textOf(l2).contains(u"Point à décider avec l’OIM"));
    EXPECT_FALSE(test::textOf(l3).contains(u"Point à décider avec l’OIM"));
}

TEST(WideReport, HasNoDetailedScores)
{
    test::StudyFixture study;
    const disclosure::View view(study.data, disclosure::Audience::Wide);
    EXPECT_FALSE(test::textOf(deliverables::build(u"l3"_qs, view)).contains(u"A-12"));
}

TEST(Captions, StandAboveATableOrFigureAndItsSource)
{
    test::StudyFixture study;
    for (int i = 0; i < 6; ++i)
        study.add({{u"id_nom_fr"_qs, u"OSC"_qs},
                   {u"id_categorie"_qs, u"femmes"_qs},
                   {u"abr_offre"_qs, u"direct"_qs},
                   {u"id_statut"_qs, u"assoc_declaree"_qs},
                   {u"id_province"_qs, u"rabat"_qs}});
    const disclosure::View view(study.data, disclosure::Audience::Iom);
    for (const QString& code : {u"l1"_qs, u"l3"_qs}) {
        int captions = 0;
        for (const Section& section : deliverables::build(code, view).sections)
            for (size_t i = 0; i < section.blocks.size(); ++i) {
                const auto* caption = std::get_if<Caption>(&section.blocks[i].content);
                if (!caption) continue;
                ++captions;
                ASSERT_LT(i + 2, section.blocks.size());
                const auto* source = std::get_if<Paragraph>(&section.blocks[i + 2].content);
                ASSERT_TRUE(source) << caption->code.toStdString();
                const QString text = plain(test::textOf(*source));
                EXPECT_TRUE(text.contains(u"Source : ") && text.contains(u"n = ") &&
                            text.contains(u"13 janvier 2015"))
                    << text.toStdString();
                EXPECT_GT(caption->number, 0);
            }
        EXPECT_GE(captions, 7) << code.toStdString();
    }
}

} // namespace
