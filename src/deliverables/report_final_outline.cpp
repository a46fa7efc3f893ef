#include "deliverables/report_items.h"
#include "deliverables/report_outline.h"

namespace deliverables {

const Chapters& finalChapters()
{
    using namespace items;
    static const Chapters chapters{
        {1, QStringLiteral("1"), QStringLiteral("Résumé exécutif"), QString(), 0, nullptr},
        {2, QStringLiteral("1.1"), QStringLiteral("Résultats principaux et prioritaires"),
         QStringLiteral("Trois messages principaux"), 360,
         [](Pen& pen) {
             censusSentence(pen);
             statusSentence(pen);
             regionsWithout(pen);
         }},
        {2, QStringLiteral("1.2"), QStringLiteral("Conclusions"),
         QStringLiteral("Reformulation des conclusions du chapitre 5.1"), 200, nullptr},
        {2, QStringLiteral("1.3"), QStringLiteral("Apprentissages"),
         QStringLiteral("Trois apprentissages sur la méthode et le secteur"), 200, nullptr},
        {2, QStringLiteral("1.4"), QStringLiteral("Recommandations les plus importantes"),
         QStringLiteral("Cinq recommandations majeures, avec destinataire et échéance"), 350, nullptr},
        {2, QStringLiteral("1.5"), QStringLiteral("Les trois organisations en un coup d’œil"),
         QStringLiteral("Pour chacune : services, territoire, forces, conditions"), 200, nullptr},
        {1, QStringLiteral("2"), QStringLiteral("Présentation du projet (introduction)"), QString(), 0,
         nullptr},
        {2, QStringLiteral("2.1"), QStringLiteral("Contexte et projet"),
         QStringLiteral("Contexte de l’étude, cadre légal à la date de remise"), 500, nullptr},
        {2, QStringLiteral("2.2"), QStringLiteral("Objectif de l’étude"),
         QStringLiteral("Les deux volets du mandat"), 180,
         [](Pen& pen) { pen.text(pen.view().info().mission); }},
        {2, QStringLiteral("2.3"), QStringLiteral("Principales questions"), QStringLiteral("Sous-questions"),
         250, [](Pen& pen) { questions(pen, QStringLiteral("T-22")); }},
        {2, QStringLiteral("2.4"), QStringLiteral("Résultats attendus et résultats obtenus"),
         QStringLiteral("Résultat demandé, produit, réserves"), 350, nullptr},
        {2, QStringLiteral("2.5"), QStringLiteral("Processus de l’étude"),
         QStringLiteral("Faits marquants du déroulement"), 350, [](Pen& pen) { collectionPeriod(pen); }},
        {1, QStringLiteral("3"), QStringLiteral("Méthodologie"), QString(), 0, nullptr},
        {2, QStringLiteral("3.1"), QStringLiteral("Approche et justification"),
         QStringLiteral("Pourquoi cette méthode plutôt qu’une autre"), 800, nullptr},
        {2, QStringLiteral("3.2"), QStringLiteral("Périmètre et choix des organisations"),
         QStringLiteral("Écarts au plan"), 350, [](Pen& pen) { preselection(pen, QStringLiteral("T-24")); }},
        {2, QStringLiteral("3.3"), QStringLiteral("Outils conçus pour la collecte"),
         QStringLiteral("Mise à l’épreuve des outils"), 700, nullptr},
        {2, QStringLiteral("3.4"), QStringLiteral("Collecte, vérification, éthique"),
         QStringLiteral("Protection des données ; incidents"), 400,
         [](Pen& pen) { passages(pen, QStringLiteral("T-26")); }},
        {2, QStringLiteral("3.5"), QStringLiteral("Modèle d’analyse et solidité"),
         QStringLiteral("Discussion des poids avec l’OIM"), 700,
         [](Pen& pen) { model(pen, QStringLiteral("T-27")); }},
        {2, QStringLiteral("3.6"), QStringLiteral("Limites et évaluation du processus"),
         QStringLiteral("Bilan critique"), 300, nullptr},
        {1, QStringLiteral("4"), QStringLiteral("Résultats de l’étude"), QString(), 0, nullptr},
        {2, QStringLiteral("4.1"), QStringLiteral("Acteurs recensés"),
         QStringLiteral("Lecture de l’offre recensée"), 350,
         [](Pen& pen) {
             censusSentence(pen);
             byCategoryAndStatus(pen, QStringLiteral("T-30"));
             servicesChart(pen, QStringLiteral("F-20"));
         }},
        {2, QStringLiteral("4.2"), QStringLiteral("Rôle, statut et prérogatives par catégorie"),
         QStringLiteral("Une analyse par catégorie"), 1400,
         [](Pen& pen) {
             prerogatives(pen, QStringLiteral("T-31"));
             oversight(pen, QStringLiteral("T-32"));
         }},
        {2, QStringLiteral("4.3"), QStringLiteral("Couverture et offre des quatre services"),
         QStringLiteral("Parcours type d’une victime et ruptures"), 900,
         [](Pen& pen) {
             regionsWithout(pen);
             actorsByServices(pen, QStringLiteral("T-33"), 20);
             servicesByRegions(pen, QStringLiteral("T-34"));
             for (int s = 0; s < 4; ++s)
                 serviceMap(pen, QStringLiteral("C-1%1").arg(s), s);
         }},
        {2, QStringLiteral("4.4"), QStringLiteral("Programmes en cours et projetés"),
         QStringLiteral("Complémentarités avec le projet"), 900,
         [](Pen& pen) { programmes(pen, QStringLiteral("T-35")); }},
        {2, QStringLiteral("4.5"), QStringLiteral("Approches, outils d’accompagnement et de suivi"),
         QStringLiteral("Pratiques à diffuser"), 900,
         [](Pen& pen) {
             approaches(pen, QStringLiteral("F-22"));
             tools(pen, QStringLiteral("T-36"));
         }},
        {2, QStringLiteral("4.6"), QStringLiteral("Liens, coordination, mise en réseau"),
         QStringLiteral("Rôle possible de chaque type d’acteur"), 1200, nullptr},
        {2, QStringLiteral("4.7"), QStringLiteral("Réussites, difficultés, limites, besoins, attentes"),
         QStringLiteral("Citations autorisées, par rôle"), 900,
         [](Pen& pen) {
             ranked(pen, QStringLiteral("F-24"), QStringLiteral("Points forts les plus cités"),
                    QStringLiteral("bil_forces"));
             ranked(pen, QStringLiteral("F-25"), QStringLiteral("Besoins prioritaires les plus cités"),
                    QStringLiteral("bil_besoins"));
         }},
        {2, QStringLiteral("4.8"), QStringLiteral("Capacités institutionnelles et organisationnelles"),
         QStringLiteral("Explications, contre-exemples"), 1000,
         [](Pen& pen) {
             dimensionMeans(pen, QStringLiteral("T-39"));
             dimensionSpread(pen, QStringLiteral("F-26"));
         }},
        {2, QStringLiteral("4.9"), QStringLiteral("Comparaison des OSC présélectionnées et choix de trois"),
         QStringLiteral("Argumentation ; avis de l’OIM (renvoi au procès-verbal)"), 1000,
         [](Pen& pen) {
             profiles(pen, QStringLiteral("T-41"));
             trios(pen, QStringLiteral("T-42"));
         }},
        {2, QStringLiteral("4.10"), QStringLiteral("Besoins de formation et changements de pratiques"),
         QStringLiteral("Contenus de formation ajustés"), 500,
         [](Pen& pen) { trainings(pen, QStringLiteral("T-44")); }},
        {1, QStringLiteral("5"), QStringLiteral("Conclusions et recommandations"), QString(), 0, nullptr},
        {2, QStringLiteral("5.1"), QStringLiteral("Conclusions"),
         QStringLiteral("Huit conclusions au plus, chacune liée à un résultat"), 800, nullptr},
        {2, QStringLiteral("5.2"), QStringLiteral("Recommandations à l’OIM"),
         QStringLiteral("Action, motif, responsable, échéance, coût, indicateur"), 800, nullptr},
        {2, QStringLiteral("5.3"),
         QStringLiteral("Recommandations au Gouvernement, en vue de la loi sur la traite"),
         QStringLiteral("Par département ; état du projet de loi à la date de remise"), 800, nullptr},
        {2, QStringLiteral("5.4"), QStringLiteral("Recommandations aux OSC et aux réseaux"),
         QStringLiteral("Recommandations, responsable et échéance"), 400, nullptr},
        {2, QStringLiteral("5.5"), QStringLiteral("Plan de renforcement des trois organisations"),
         QStringLiteral("Modalités, coûts"), 900, nullptr}};
    return chapters;
}

const Chapters& annexes()
{
    using namespace items;
    static const Chapters chapters{
        {1, QStringLiteral("A-1"), QStringLiteral("Termes de référence"), QString(), 0,
         [](Pen& pen) { pen.muted(QStringLiteral("Fichier joint par le consultant.")); }},
        {1, QStringLiteral("A-2"),
         QStringLiteral("Proposition de travail et description de la méthodologie d’évaluation"), QString(),
         0, [](Pen& pen) { pen.muted(QStringLiteral("Fichier joint par le consultant.")); }},
        {1, QStringLiteral("A-3"),
         QStringLiteral(
             "Outils utilisés : questionnaire, guides, fiches d’observation, formulaire de consentement"),
         QString(), 0, [](Pen& pen) { questionnaire(pen); }},
        {1, QStringLiteral("A-4"), QStringLiteral("Liste des interviewés"), QString(), 0,
         [](Pen& pen) {
             pen.muted(QStringLiteral("Établie à la remise, selon les accords de chaque personne."));
         }},
        {1, QStringLiteral("A-5"), QStringLiteral("Références"), QString(), 0,
         [](Pen& pen) { pen.muted(QStringLiteral("Établies à partir des notes de source.")); }},
        {1, QStringLiteral("A-6"), QStringLiteral("Bibliographie"), QString(), 0,
         [](Pen& pen) { pen.muted(QStringLiteral("Fichier joint par le consultant.")); }},
        {1, QStringLiteral("A-7"), QStringLiteral("Photos"), QString(), 0,
         [](Pen& pen) {
             pen.muted(QStringLiteral("Seules les photos accordées paraissent, sans métadonnées."));
         }},
        {1, QStringLiteral("A-8"), QStringLiteral("Transcriptions d’entretiens ou de groupes de discussion"),
         QString(), 0,
         [](Pen& pen) { pen.muted(QStringLiteral("Jointes selon les accords de chaque passage.")); }},
        {1, QStringLiteral("A-9"), QStringLiteral("Grille complète"), QString(), 0,
         [](Pen& pen) { pen.text(QStringLiteral("Voir le fichier joint « Grille ».")); }},
        {1, QStringLiteral("A-10"), QStringLiteral("Fiches des OSC"), QString(), 0,
         [](Pen& pen) { pen.text(QStringLiteral("Voir le fichier joint « Fiches ».")); }},
        {1, QStringLiteral("A-11"),
         QStringLiteral("Modèle d’analyse, poids, règles, journal des changements"), QString(), 0,
         [](Pen& pen) { model(pen, QStringLiteral("A-11")); }},
        {1, QStringLiteral("A-12"), QStringLiteral("Notes détaillées des OSC présélectionnées"), QString(), 0,
         [](Pen& pen) { profiles(pen, QStringLiteral("A-12")); }},
        {1, QStringLiteral("A-13"), QStringLiteral("Analyse de robustesse"), QString(), 0,
         [](Pen& pen) { pen.muted(QStringLiteral("Jointe après l’analyse de robustesse.")); }},
        {1, QStringLiteral("A-14"), QStringLiteral("Matrice de commentaires et réponses"), QString(), 0,
         [](Pen& pen) { pen.muted(QStringLiteral("Aucun commentaire n’est encore enregistré.")); }},
        {1, QStringLiteral("A-15"), QStringLiteral("Procès-verbal de concertation"), QString(), 0,
         [](Pen& pen) { pen.muted(QStringLiteral("Joint après la concertation.")); }},
        {1, QStringLiteral("A-16"), QStringLiteral("Chronogramme prévu et réalisé"), QString(), 0,
         [](Pen& pen) { pen.muted(QStringLiteral("Joint à la remise.")); }},
        {1, QStringLiteral("A-17"), QStringLiteral("Glossaire et table des deux découpages régionaux"),
         QString(), 0, [](Pen& pen) { divisions(pen, QStringLiteral("A-17")); }}};
    return chapters;
}

} // namespace deliverables
