#include "deliverables/items.h"
#include "report/typography.h"

namespace deliverables {

using disclosure::ActorData;
using disclosure::ActorView;
using disclosure::Count;
using report::frenchNumber;
using report::frenchPercent;

void tableT17(Pen& pen)
{
    const Reader& reader = pen.reader();
    if (reader.toPublic()) {
        pen.missing(u"T-17"_qs, u"Les critères de présélection paraissent dans le tirage remis à l’OIM."_qs);
        return;
    }
    Grid grid;
    grid.header = {u"N°"_qs, u"OSC"_qs, u"Région"_qs, u"À demander"_qs, u"Proposition"_qs};
    grid.widths = {0.6, 4.2, 2.2, 1.6, 1.6};
    grid.textColumns = 5;
    grid.compact = true;
    int meeting = 0, others = 0;
    for (const ActorView& actor : reader.view().actors()) {
        if (actor.institution || actor.preselection.empty()) continue;
        QStringList unknown, missing;
        for (const assessment::Criterion& criterion : actor.preselection) {
            if (criterion.unknown) unknown << criterion.code;
            if (!criterion.met) missing << criterion.code;
        }
        missing.isEmpty() ? ++meeting : ++others;
        if (!missing.isEmpty() && !actor.proposed) continue;
        const QString asked =
            missing.isEmpty() ? unknown.join(u", "_qs) : u"manque "_qs + missing.join(u", "_qs);
        grid.rows.push_back({QString::number(actor.number), reader.name(actor), reader.region(actor),
                             asked.isEmpty() ? u"–"_qs : asked, actor.proposed ? u"proposée"_qs : u"–"_qs});
    }
    if (grid.rows.empty()) {
        pen.missing(u"T-17"_qs, u"Aucune OSC ne tient à ce jour les six critères S1 à S6."_qs);
        return;
    }
    pen.table(u"T-17"_qs, u"OSC tenant les six critères de présélection, sans note ni rang"_qs, grid,
              {meeting, others == 0 ? QString()
                                    : u"%1 à qui un critère manque au moins."_qs.arg(
                                          counted(others, u"autre OSC"_qs, u"autres OSC"_qs, true))});
}

void tableCriteria(Pen& pen)
{
    const disclosure::View& view = pen.view();
    Grid grid;
    grid.header = {u"Critère"_qs, u"Objet"_qs, u"OSC qui le tiennent"_qs};
    grid.widths = {0.8, 5, 1.4};
    grid.textColumns = 2;
    for (int i = 1; i <= 6; ++i) {
        const QString code = u'S' + QString::number(i);
        const Count met = view.count(
            u"T-24."_qs + code,
            [&](const ActorData& actor) {
                return isOrganisation(actor) &&
                       std::any_of(actor.preselection.begin(), actor.preselection.end(),
                                   [&](const assessment::Criterion& c) { return c.code == code && c.met; });
            },
            true);
        grid.rows.push_back({code, criterionWord(code), countText(met)});
    }
    for (int i = 1; i <= 8; ++i) {
        const QString code = u'T' + QString::number(i);
        grid.rows.push_back({code, criterionWord(code), u"à l’issue des visites"_qs});
    }
    const int n = view.count(u"osc"_qs, isOrganisation).value;
    pen.table(u"T-24"_qs, u"Critères de présélection (S) et d’éligibilité (T)"_qs, grid, {n, {}});
}

void tableInstruments(Pen& pen)
{
    const questionnaire::Form& form = pen.view().form();
    int all = 0, brief = 0;
    for (const questionnaire::Question& question : form.questions) {
        using questionnaire::QuestionType;
        if (question.type == QuestionType::Group || question.type == QuestionType::Repeat) continue;
        ++all;
        if (question.shortForm) ++brief;
    }
    Grid grid;
    grid.header = {u"Outil"_qs, u"Public"_qs, u"Durée"_qs, u"Contenu"_qs};
    grid.widths = {2.4, 2.4, 1.4, 3};
    grid.textColumns = 4;
    grid.rows = {
        {u"Formulaire court"_qs, u"toute OSC repérée"_qs, u"20 à 25 min"_qs, u"%1 questions"_qs.arg(brief)},
        {u"Formulaire complet"_qs, u"OSC présélectionnées, avec visite"_qs, u"2 h à 2 h 30"_qs,
         u"%1 questions"_qs.arg(all)},
        {u"Guide d’entretien"_qs, u"institutions et services publics"_qs, u"45 min"_qs,
         u"section 16 du questionnaire"_qs},
        {u"Groupe de discussion"_qs, u"6 à 10 intervenants"_qs, u"90 min"_qs,
         u"parcours d’une personne, ruptures, besoins"_qs},
        {u"Grille d’observation"_qs, u"lieux visités"_qs, u"pendant la visite"_qs,
         u"12 points observables"_qs}};
    pen.table(u"T-25"_qs, u"Outils de collecte"_qs, grid,
              {static_cast<int>(grid.rows.size()), {}, u"questionnaire de l’étude"_qs});
}

void tableSessions(Pen& pen)
{
    const Reader& reader = pen.reader();
    const auto of = [](const QString& question) {
        return [question](const ActorData& actor) {
            QStringList codes;
            for (const questionnaire::Passage& passage : actor.record.passages)
                if (passage.answers.at(question).isKnown()) codes << passage.answers.at(question).value;
            codes.removeDuplicates();
            return codes;
        };
    };
    const Tabulation table = crossBy(reader, u"T-26"_qs, reader.codes(u"ent_type"_qs), of(u"ent_type"_qs),
                                     reader.codes(u"ent_mode"_qs), of(u"ent_mode"_qs));
    pen.table(
        u"T-26"_qs, u"Acteurs selon la nature et le mode des passages"_qs,
        crossGrid(table, u"Nature du passage"_qs, labelsOf(reader, u"ent_type"_qs),
                  labelsOf(reader, u"ent_mode"_qs)),
        {table.total.value,
         (u"Un acteur vu plusieurs fois compte dans chaque nature et chaque mode. "_qs + excludedNote(table))
             .trimmed()});
}

void figureEvidence(Pen& pen)
{
    const QString why = whyNoScore(pen.reader());
    if (!why.isEmpty()) {
        pen.missing(u"F-13"_qs, why);
        return;
    }
    std::array<int, 5> levels{};
    int actors = 0;
    for (const ActorView& actor : pen.view().actors()) {
        if (!actor.assessment) continue;
        ++actors;
        for (const auto& [code, indicator] : actor.assessment->indicators)
            if (indicator.knowledge == assessment::Knowledge::Known)
                ++levels[size_t(std::clamp(indicator.evidence, 0, 4))];
    }
    if (actors == 0) {
        pen.missing(
            u"F-13"_qs,
            u"Aucune fiche complète et partagée : les niveaux de preuve ne sont pas encore décrits."_qs);
        return;
    }
    report::BarChart chart;
    chart.categories = {u"0 contredit"_qs, u"1 déclaré"_qs, u"2 document vu"_qs, u"3 observé"_qs,
                        u"4 corroboré"_qs};
    chart.series = {{u"Indicateurs"_qs, {}}};
    for (const int level : levels)
        chart.series[0].values.push_back(level);
    chart.unit = u"indicateurs"_qs;
    pen.figure(u"F-13"_qs, u"Indicateurs connus, par niveau de preuve"_qs, chart, 52,
               u"Barres : %1 déclarés, %2 prouvés par un document"_qs.arg(levels[1]).arg(levels[2]),
               {actors, u"Indicateurs des seules fiches classées et partagées."_qs});
}

void sentenceConsents(Pen& pen)
{
    const Reader& reader = pen.reader();
    QStringList parts;
    const auto part = [&](const QString& question, const QString& value, const QString& singular,
                          const QString& plural) {
        const Tabulation table =
            countBy(reader, u"P-17."_qs + question, {u"oui"_qs, u"non"_qs}, byAnswer(question), true);
        const Count count = table.rowTotals[value == u"oui" ? 0 : 1];
        if (count.value == 0 && !count.masked) return;
        parts << countWords(count, u"acteur"_qs, u"acteurs"_qs) + u' ' +
                     (count.value == 1 && !count.masked ? singular : plural);
    };
    part(u"cons_participation"_qs, u"oui"_qs, u"a accepté de participer"_qs, u"ont accepté de participer"_qs);
    part(u"cons_participation"_qs, u"non"_qs, u"a refusé"_qs, u"ont refusé"_qs);
    part(u"cons_partage"_qs, u"oui"_qs, u"accepte que ses réponses soient transmises à l’OIM"_qs,
         u"acceptent que leurs réponses soient transmises à l’OIM"_qs);
    part(u"cons_partage"_qs, u"non"_qs, u"le refuse"_qs, u"le refusent"_qs);
    if (parts.isEmpty()) {
        pen.text(u"Aucun accord n’a encore été demandé."_qs);
        return;
    }
    QString text = parts.join(u" ; "_qs) + u'.';
    text[0] = text[0].toUpper();
    pen.text(text);
}

void tableModel(Pen& pen)
{
    const assessment::Model& model = pen.view().model();
    Grid grid;
    grid.header = {u"Code"_qs, u"Dimension ou sous-dimension"_qs, u"Poids"_qs};
    grid.widths = {0.7, 5, 1};
    grid.textColumns = 2;
    for (const assessment::Model::Node& dimension : model.dimensions()) {
        grid.rows.push_back({dimension.code, dimension.label, frenchPercent(dimension.weight)});
        for (const QString& child : dimension.children) {
            const assessment::Model::Node* node = model.node(child);
            if (!node) continue; // E has indicators directly
            const QString weight = dimension.code == u"D" ? u"selon le rang"_qs : frenchPercent(node->weight);
            grid.rows.push_back({node->code, node->label, weight});
        }
    }
    for (int i = 1; i <= 11; ++i) {
        const QString code = u'V' + QString::number(i);
        // V4 and V5 are internal: their object is known, never whom they concern.
        grid.rows.push_back({code, u"Règle éliminatoire : "_qs + model.vetoLabel(code), u"–"_qs});
    }
    pen.table(u"T-27"_qs, u"Modèle d’analyse : arbre, poids, règles éliminatoires"_qs, grid,
              {static_cast<int>(model.indicators().size()),
               u"n : nombre d’indicateurs. Les services sont réunis par une moyenne ordonnée : 50 % pour le "
               u"meilleur, 30, 15 et 5 % pour "
               "les suivants."_qs,
               u"modèle d’analyse, version %1"_qs.arg(model.version())});
}

void modelApproval(Pen& pen)
{
    const disclosure::StudyInfo& info = pen.view().info();
    if (!info.modelLocked) {
        pen.muted(u"Le modèle n’est pas encore approuvé : aucune note ni aucun rang ne paraît avant."_qs);
        return;
    }
    QString text = u"Le modèle a été approuvé"_qs;
    if (!info.approvedBy.isEmpty()) text += u" par "_qs + info.approvedBy;
    if (info.approvedOn.isValid()) text += u", le "_qs + report::frenchDate(info.approvedOn);
    pen.text(text + u". Version %1, empreinte %2."_qs.arg(info.modelVersion, info.modelDigest.left(16)));
}

void tableQuestions(Pen& pen)
{
    Grid grid;
    grid.header = {u"Question de l’appel"_qs, u"Sources"_qs, u"Chapitre"_qs};
    grid.widths = {5, 3, 1};
    grid.textColumns = 3;
    grid.rows = {
        {u"1. Rôle, statut et prérogatives des acteurs par catégorie"_qs, u"fiches, textes, entretiens"_qs,
         u"4.2, 4.3"_qs},
        {u"2. Programmes en cours et projetés"_qs, u"fiches, documents"_qs, u"4.4"_qs},
        {u"3. Réussites, difficultés, besoins et attentes"_qs, u"entretiens, groupes de discussion"_qs,
         u"4.7"_qs},
        {u"4. Approches, outils, capacités des OSC"_qs, u"visites, pièces, observations"_qs, u"4.5, 4.8"_qs},
        {u"5. Besoins de formation et changements de pratiques"_qs, u"fiches, indicateurs"_qs, u"4.10"_qs},
        {u"6. Liens, coordination et complémentarités"_qs, u"liens déclarés, fiches"_qs, u"4.3, 4.6"_qs}};
    pen.table(u"T-22"_qs, u"Questions de l’étude, sources et chapitres"_qs, grid,
              {6, {}, u"termes de référence"_qs});
}

void tableResults(Pen& pen)
{
    Grid grid;
    grid.header = {u"Résultat demandé"_qs, u"Produit"_qs, u"Où"_qs};
    grid.widths = {4, 4, 2};
    grid.textColumns = 3;
    const int n = static_cast<int>(pen.view().actors().size());
    grid.rows = {
        {u"Cartographie des acteurs"_qs,
         n == 0 ? u"grille et fiches, à remplir"_qs
                : u"grille et fiches de %1"_qs.arg(counted(n, u"acteur"_qs, u"acteurs"_qs)),
         u"L1 ; annexes A-9, A-10"_qs},
        {u"Analyse des capacités"_qs, u"modèle, notes, conditions à lever"_qs, u"4.8 ; annexe A-11"_qs},
        {u"Choix de trois organisations"_qs, u"comparaison et trois trios"_qs, u"4.9"_qs},
        {u"Besoins de formation"_qs, u"demandes croisées avec les constats"_qs, u"4.10"_qs},
        {u"Recommandations"_qs, u"OIM, Gouvernement, OSC"_qs, u"5.2 à 5.4"_qs}};
    pen.table(u"T-23"_qs, u"Résultats attendus et obtenus"_qs, grid,
              {static_cast<int>(grid.rows.size()), {}, u"termes de référence"_qs});
}

void tablePlanned(Pen& pen)
{
    const Reader& reader = pen.reader();
    const int n = static_cast<int>(reader.view().actors().size());
    const auto figure = [&](const QString& code, const Predicate& predicate) {
        return countText(reader.view().count(code, predicate));
    };
    Grid grid;
    grid.header = {u"Étape"_qs, u"Réalisé"_qs};
    grid.widths = {5, 1};
    grid.rows = {
        {u"Acteurs recensés"_qs, n == 0 ? u"–"_qs : frenchNumber(n)},
        {u"Acteurs enquêtés"_qs, figure(u"enquetes"_qs, isSurveyed)},
        {u"Acteurs visités"_qs, figure(u"visites"_qs, isVisited)},
        {u"OSC présélectionnées ou retenues"_qs, figure(u"preselectionnees"_qs, [](const ActorData& actor) {
             return actor.decision == u"preselectionnee" || actor.decision == u"retenue";
         })}};
    pen.table(u"T-28"_qs, u"Réalisation de la collecte"_qs, grid,
              {n, u"Les effectifs prévus figurent au plan de travail."_qs});
}

void sentenceCompleteness(Pen& pen)
{
    const int asked = pen.view().count(u"enquetes"_qs, isSurveyed).value;
    const int full =
        pen.view()
            .count(u"completes"_qs,
                   [](const ActorData& actor) { return isSurveyed(actor) && actor.completeness >= 0.7; })
            .value;
    if (asked == 0) {
        pen.text(u"Aucune fiche n’a encore été remplie par enquête."_qs);
    } else if (full == 0) {
        pen.text(u"Aucune des fiches remplies par enquête n’est encore complète à 70 % ou plus."_qs);
    } else {
        pen.text(u"Sur %1 par enquête, %2 à 70 % ou plus."_qs.arg(
            counted(asked, u"fiche remplie"_qs, u"fiches remplies"_qs, true),
            full == 1 ? u"une est complète"_qs : frenchNumber(full) + u" sont complètes"_qs));
    }
}

} // namespace deliverables
