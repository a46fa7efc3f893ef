#include "deliverables/chapters.h"
#include "deliverables/cover.h"
#include "deliverables/front_matter.h"
#include "report/typography.h"

namespace deliverables {

using namespace report;
using disclosure::ActorView;
using questionnaire::Question;
using questionnaire::QuestionType;

namespace {

struct Annex
{
    QString number, title;
    std::function<void(Pen&)> write; ///< none: joined or to come
    QString state;                   ///< jointe, en cours, à venir
};

bool isQuestion(const Question& question)
{
    return question.type != QuestionType::Group && question.type != QuestionType::Repeat &&
           question.type != QuestionType::Note;
}

QString typeWord(const Question& question)
{
    switch (question.type) {
    case QuestionType::SelectOne:
        return u"un choix"_qs;
    case QuestionType::SelectMultiple:
        return u"choix multiples"_qs;
    case QuestionType::Integer:
    case QuestionType::Decimal:
        return u"nombre"_qs;
    case QuestionType::Date:
        return u"date"_qs;
    case QuestionType::Geopoint:
        return u"point"_qs;
    default:
        return u"texte"_qs;
    }
}

void collect(const questionnaire::Form& form, const std::vector<int>& children, Grid& grid)
{
    for (const int child : children) {
        const Question& question = form.questions[size_t(child)];
        if (isQuestion(question)) {
            const questionnaire::ChoiceList* list = form.listOf(question);
            QStringList choices;
            if (list && list->choices.size() <= 20)
                for (const questionnaire::Choice& choice : list->choices)
                    choices << choice.label;
            QString type = typeWord(question);
            if (!choices.isEmpty()) type += u" : "_qs + choices.join(u" ; "_qs);
            grid.rows.push_back({question.label, type, question.shortForm ? u"●"_qs : QString()});
        }
        collect(form, question.children, grid);
    }
}

void writeQuestionnaire(Pen& pen)
{
    const questionnaire::Form& form = pen.view().form();
    pen.text(
        u"Le signe ● marque les questions du formulaire court. Les pièces, les observations et les accords se notent à chaque passage."_qs);
    int number = 0;
    for (const int section : form.sections) {
        const Question& group = form.questions[size_t(section)];
        ++number;
        pen.heading(3, QString::number(number), group.label, u"questionnaire-%1"_qs.arg(number));
        Grid grid;
        grid.header = {u"Question"_qs, u"Réponse"_qs, u"Court"_qs};
        grid.widths = {4, 5, 0.7};
        grid.textColumns = 3;
        grid.compact = true;
        collect(form, group.children, grid);
        if (!grid.rows.empty()) pen.add({makeTable(grid)});
    }
}

void writeModel(Pen& pen)
{
    modelApproval(pen);
    Grid grid;
    grid.header = {u"Code"_qs, u"Indicateur"_qs, u"Preuve"_qs, u"Règle (0 à 4)"_qs};
    grid.widths = {0.8, 2.6, 0.8, 5};
    grid.textColumns = 4;
    grid.compact = true;
    for (const assessment::Model::Indicator& indicator : pen.view().model().indicators())
        grid.rows.push_back({indicator.code, indicator.label, QString(indicator.proof), indicator.ruleText});
    pen.add({makeTable(grid)});
    pen.text(u"Preuve : P pièce attendue, O observation attendue, D déclaration admise."_qs, Style::Small);
}

void writeScores(Pen& pen)
{
    const QString why = whyNoScore(pen.reader());
    const std::vector<const ActorView*> actors = compared(pen.reader());
    if (!why.isEmpty() || actors.empty()) {
        pen.muted(why.isEmpty() ? u"Aucune OSC n’est encore présélectionnée ni classée."_qs : why);
        return;
    }
    pen.text(
        u"Empreinte du modèle : %1. Quatre indicateurs nourris par une réponse confidentielle sont fondus dans leur sous-dimension."_qs
            .arg(pen.view().info().modelDigest.left(16)));
    for (const ActorView* actor : actors) {
        pen.heading(3, {}, pen.reader().name(*actor), u"notes-%1"_qs.arg(actor->number));
        if (!actor->assessment) {
            pen.text(u"C"_qs + RankNotCommunicated.mid(1) + u'.');
            continue;
        }
        Grid grid;
        grid.header = {u"Sous-dimension ou service"_qs, u"Note [min ; max]"_qs, u"Complétude"_qs};
        grid.widths = {4, 2, 1};
        grid.compact = true;
        for (const auto* scores : {&actor->assessment->subDimensions, &actor->assessment->services})
            for (const auto& [code, interval] : *scores) {
                const assessment::Model::Node* node = pen.view().model().node(code);
                const QString label = node ? u"%1 – %2"_qs.arg(code, node->label) : code;
                grid.rows.push_back(
                    {label, interval.notApplicable ? u"non applicable"_qs : scoreWithBounds(interval),
                     frenchPercent(interval.completeness)});
            }
        pen.add({makeTable(grid)});
    }
}

void writeGlossary(Pen& pen)
{
    pen.heading(3, {}, u"Glossaire"_qs, u"glossaire"_qs);
    Grid grid;
    grid.header = {u"Terme"_qs, u"Sens"_qs};
    grid.widths = {1.4, 5};
    grid.textColumns = 2;
    grid.compact = true;
    grid.rows = {
        {u"Acteur"_qs, u"Organisation, institution ou service public décrit par l’étude."_qs},
        {u"Niveau de preuve"_qs, u"0 contredit, 1 déclaré, 2 document vu, 3 observé, 4 corroboré."_qs},
        {u"Règle éliminatoire"_qs,
         u"Condition qui bloque la sélection, ou doit être levée avant signature ; elle ne change pas la note."_qs},
        {u"Complétude"_qs, u"Part du poids des indicateurs dont la réponse est connue."_qs},
        {u"Coude à coude"_qs,
         u"Scores à moins de trois points, ou dont les intervalles se recouvrent : pas de rang entre eux."_qs},
        {u"Trio"_qs,
         u"Ensemble de trois organisations comparé sur ses scores, sa couverture des services et son territoire."_qs}};
    pen.add({makeTable(grid)});
    pen.heading(3, {}, u"Table des deux découpages régionaux"_qs, u"decoupages"_qs);
    writeDivisions(pen);
}

std::function<void(Pen&)> pointer(const QString& text)
{
    return [text](Pen& pen) { pen.text(text); };
}

std::vector<Annex> annexes(bool toPublic)
{
    std::vector<Annex> all{
        {u"A-1"_qs, u"Termes de référence"_qs, {}, u"jointe"_qs},
        {u"A-2"_qs,
         u"Proposition de travail et description de la méthodologie d’évaluation"_qs,
         {},
         u"jointe"_qs},
        {u"A-3"_qs, u"Outils utilisés"_qs, writeQuestionnaire, u"jointe"_qs},
        {u"A-4"_qs, u"Liste des interviewés"_qs, {}, u"à venir"_qs},
        {u"A-5"_qs, u"Références"_qs, {}, u"à venir"_qs},
        {u"A-6"_qs, u"Bibliographie"_qs, {}, u"à venir"_qs},
        {u"A-7"_qs, u"Photos"_qs, {}, u"à venir"_qs},
        {u"A-8"_qs, u"Transcriptions d’entretiens ou de groupes de discussion"_qs, {}, u"à venir"_qs},
        {u"A-9"_qs, u"Grille complète"_qs,
         pointer(u"La grille complète est remise avec ce rapport, en fichier joint."_qs), u"jointe"_qs},
        {u"A-10"_qs, u"Fiches des OSC"_qs,
         pointer(u"Les fiches sont remises avec ce rapport, en fichier joint."_qs), u"jointe"_qs},
        {u"A-11"_qs, u"Modèle d’analyse, poids, règles, journal des changements"_qs, writeModel,
         u"jointe"_qs},
        {u"A-12"_qs, u"Notes détaillées des OSC présélectionnées"_qs, writeScores, u"jointe"_qs},
        {u"A-13"_qs, u"Analyse de robustesse"_qs, {}, u"à venir"_qs},
        {u"A-14"_qs, u"Matrice de commentaires et réponses"_qs, {}, u"à venir"_qs},
        {u"A-15"_qs, u"Procès-verbal de concertation"_qs, {}, u"à venir"_qs},
        {u"A-16"_qs, u"Chronogramme prévu et réalisé"_qs, {}, u"à venir"_qs},
        {u"A-17"_qs, u"Glossaire et table des deux découpages régionaux"_qs, writeGlossary, u"jointe"_qs}};
    if (toPublic) std::erase_if(all, [](const Annex& annex) { return annex.number == u"A-12"; });
    return all;
}

} // namespace

std::vector<Section> annexSections(const Reader& reader, Version version)
{
    const QString title = version.preliminary ? u"L2 – Rapport préliminaire"_qs : u"L3 – Rapport final"_qs;
    const std::vector<Annex> all = annexes(reader.toPublic());
    Pen pen(reader);
    pen.heading(1, {}, u"Annexes"_qs, u"annexes"_qs, true);
    Grid grid;
    grid.header = {u"N°"_qs, u"Annexe"_qs, u"État"_qs};
    grid.widths = {0.8, 5, 1};
    grid.textColumns = 3;
    for (const Annex& annex : all)
        grid.rows.push_back({annex.number, annex.title, annex.state});
    pen.add({makeTable(grid)});
    for (const Annex& annex : all) {
        pen.heading(2, annex.number, annex.title, u"annexe-"_qs + annex.number.mid(2), bool(annex.write));
        if (annex.write) {
            annex.write(pen);
        } else {
            pen.muted(annex.state == u"jointe" ? u"Fichier joint au rapport."_qs : u"Annexe à venir."_qs);
        }
    }
    Section section = plainSection(reader, title);
    section.blocks = pen.take();
    section.numbering = Numbering::Annex;
    section.restartNumbering = true;
    section.part = QStringLiteral("annex");
    return {std::move(section)};
}

} // namespace deliverables
