#include "deliverables/fiche_parts.h"
#include "deliverables/fiches.h"
#include "deliverables/grille_columns.h"
#include "deliverables/words.h"
#include "report/typography.h"

namespace deliverables {

using namespace report;
using disclosure::ActorView;
using questionnaire::Row;

namespace {

std::vector<Block> leftColumn(const Reader& reader, const ActorView& actor)
{
    Pen pen(reader);
    ficheAnswer(pen, actor, u"Statut juridique"_qs, u"id_statut"_qs);
    ficheAnswer(pen, actor, u"Tutelle ou rattachement"_qs, u"id_tutelle"_qs, 4);
    ficheAnswer(pen, actor, u"Récépissé"_qs, u"id_recepisse"_qs);
    ficheAnswer(pen, actor, u"Autorisation d’établissement"_qs, u"abr_autorisation"_qs);
    ficheAnswer(pen, actor, u"Création"_qs, u"id_annee_creation"_qs);
    ficheField(pen, u"Siège"_qs, reader.seat(actor));
    ficheContact(pen, actor);
    QStringList team;
    const QString paid = reader.text(actor.answers, u"rh_salaries"_qs);
    const QString volunteers = reader.text(actor.answers, u"rh_benevoles"_qs);
    if (!paid.isEmpty()) team << paid + u" ETP"_qs;
    if (!volunteers.isEmpty()) team << u"bénévoles : "_qs + volunteers;
    team << shortened(reader.items(actor.answers, u"rh_metiers"_qs), 5, u", "_qs);
    team.removeAll(QString());
    ficheField(pen, u"Équipe"_qs, team.join(u" ; "_qs));
    ficheField(pen, u"Classe de budget"_qs, budgetClass(actor.answers.at(u"fin_budget"_qs).value));
    ficheTerritory(pen, actor);
    return pen.take();
}

void writeTrafficking(Pen& pen, const ActorView& actor)
{
    if (!actor.status) return;
    const QStringList services = pen.reader().items(actor.answers, u"tra_services_possibles"_qs);
    QString text = statusWord(*actor.status);
    if (*actor.status != u"indetermine" || !services.isEmpty()) {
        text[0] = text[0].toUpper();
        if (!services.isEmpty()) text += u" ; services possibles : "_qs + services.join(u", "_qs).toLower();
        ficheField(pen, u"Statut face à la traite"_qs, text);
    }
}

std::vector<Block> rightColumn(const Reader& reader, const ActorView& actor)
{
    Pen pen(reader);
    ficheAnswer(pen, actor, u"Mission"_qs, u"dom_mission"_qs);
    ficheAnswer(pen, actor, u"Prérogatives"_qs, u"dom_prerogatives"_qs);
    QStringList fields = reader.items(actor.answers, u"dom_domaines"_qs);
    const QString main = reader.text(actor.answers, u"dom_principal"_qs);
    fields.removeAll(main);
    if (!main.isEmpty()) fields.prepend(main + u" (principal)"_qs);
    ficheField(pen, u"Domaines"_qs, shortened(fields, 6));
    QStringList people = reader.items(actor.answers, u"pub_groupes"_qs);
    ficheField(pen, u"Publics"_qs, shortened(people, 7));
    ficheAnswer(pen, actor, u"Sexe et âge"_qs, u"pub_sexe_age"_qs);
    ficheAnswer(pen, actor, u"Personnes accompagnées en 12 mois"_qs, u"pub_total"_qs);
    ficheAnswer(pen, actor, u"Accueil des personnes sans titre de séjour"_qs, u"pub_irreguliers"_qs);
    ficheAnswer(pen, actor, u"Motifs de refus"_qs, u"pub_exclusions"_qs, 6);
    ficheAnswer(pen, actor, u"Approches"_qs, u"dom_approches"_qs, 6);
    ficheServices(pen, actor);
    writeTrafficking(pen, actor);
    ficheFacts(pen, actor);
    return pen.take();
}

QString trainingText(const Reader& reader, const ActorView& actor)
{
    QStringList topics;
    if (const std::vector<Row>* rows = actor.answers.rows(u"rg_formations"_qs))
        for (const Row& row : *rows)
            topics << reader.text(row.answers, u"form_theme"_qs);
    topics.removeAll(QString());
    topics.removeDuplicates();
    return shortened(topics, 6);
}

void writeCare(Pen& pen, const ActorView& actor)
{
    ficheAnswer(pen, actor, u"Outils d’accompagnement et de suivi"_qs, u"acc_outils"_qs, 10);
    ficheAnswer(pen, actor, u"Réinsertion"_qs, u"acc_reinsertion"_qs);
    QStringList practices;
    for (const auto& [title, question] :
         {std::pair{u"repérage"_qs, u"acc_identification"_qs},
          std::pair{u"plan individuel"_qs, u"acc_plan"_qs},
          std::pair{u"consentement"_qs, u"acc_consentement"_qs}, std::pair{u"risques"_qs, u"acc_risque"_qs},
          std::pair{u"confidentialité"_qs, u"acc_confidentialite"_qs},
          std::pair{u"référencement"_qs, u"acc_referencement"_qs},
          std::pair{u"suivi après la sortie"_qs, u"acc_suivi"_qs}}) {
        const QString text = pen.reader().text(actor.answers, question);
        if (!text.isEmpty()) practices << title + u" : "_qs + text.toLower();
    }
    ficheField(pen, u"Autres pratiques d’accompagnement"_qs, capitalised(practices.join(u" ; "_qs)));
}

void writeBalance(Pen& pen, const ActorView& actor)
{
    const Reader& reader = pen.reader();
    Pen strengths(reader), difficulties(reader);
    ficheAnswer(strengths, actor, u"Points forts"_qs, u"bil_forces"_qs, 5);
    ficheAnswer(difficulties, actor, u"Difficultés"_qs, u"bil_difficultes"_qs, 5);
    ficheAnswer(difficulties, actor, u"Limites"_qs, u"bil_limites"_qs);
    ficheAnswer(difficulties, actor, u"Opportunités et menaces"_qs, u"bil_menaces"_qs);
    addColumns(pen, {{1, strengths.take()}, {1, difficulties.take()}});
}

void writeNeeds(Pen& pen, const ActorView& actor)
{
    Pen needs(pen.reader()), training(pen.reader());
    ficheAnswer(needs, actor, u"Besoins prioritaires"_qs, u"bil_besoins"_qs, 5);
    ficheField(training, u"Formations demandées"_qs, trainingText(pen.reader(), actor));
    addColumns(pen, {{1, needs.take()}, {1, training.take()}});
    ficheAnswer(pen, actor, u"Changements souhaités"_qs, u"bil_pratiques"_qs, 5);
    ficheAnswer(pen, actor, u"Changements, en clair"_qs, u"bil_changements"_qs);
    Columns expectations;
    for (const auto& [title, question] : {std::pair{u"Attentes envers l’OIM"_qs, u"att_oim"_qs},
                                          std::pair{u"Attentes envers l’État"_qs, u"att_etat"_qs},
                                          std::pair{u"Attentes envers les OSC"_qs, u"att_osc"_qs}}) {
        Pen column(pen.reader());
        ficheAnswer(column, actor, title, question);
        expectations.emplace_back(1, column.take());
    }
    addColumns(pen, std::move(expectations));
}

/// Profile by dimension, conditions to lift: for the IOM, once the model is approved.
void writeProfile(Pen& pen, const ActorView& actor)
{
    const Reader& reader = pen.reader();
    if (!reader.scores()) return;
    Pen inside(reader);
    inside.text(u"Analyse des capacités"_qs, Style::BoxHead);
    if (!actor.assessment) {
        inside.text(u"C"_qs + RankNotCommunicated.mid(1) + u'.', Style::TableText);
    } else {
        QStringList scores{u"Global "_qs + scoreWithBounds(actor.assessment->global)};
        for (const auto& node : reader.view().model().dimensions()) {
            const auto found = actor.assessment->dimensions.find(node.code);
            if (found != actor.assessment->dimensions.end())
                scores << node.code + u' ' + score(found->second.central);
        }
        inside.text(scores.join(u" ; "_qs), Style::TableText);
        QStringList conditions;
        for (const assessment::Veto& veto : actor.assessment->vetoes)
            conditions << u"%1 (%2)"_qs.arg(reader.view().model().vetoLabel(veto.code),
                                            vetoEffectWord(static_cast<int>(veto.effect)));
        if (!conditions.isEmpty())
            inside.text(u"Conditions : "_qs + conditions.join(u" ; "_qs), Style::TableText);
        if (actor.assessment->evidenceIndex)
            inside.text(u"Indice de preuve : "_qs + frenchPercent(*actor.assessment->evidenceIndex),
                        Style::TableText);
    }
    pen.frame(inside.take(), u"accent"_qs);
}

} // namespace

void writeFiche(Pen& pen, const ActorView& actor)
{
    const Reader& reader = pen.reader();
    ficheBand(pen, actor);
    addColumns(pen, {{1, leftColumn(reader, actor)}, {2, rightColumn(reader, actor)}});
    Pen second(reader);
    writeCare(second, actor);
    ficheLinks(second, actor);
    ficheAnswer(second, actor, u"Réseaux"_qs, u"coo_reseaux"_qs);
    ficheField(second, u"Programmes en cours et projetés"_qs, programmesText(reader, actor, 5));
    ficheAnswer(second, actor, u"Réussites"_qs, u"bil_reussites"_qs);
    writeBalance(second, actor);
    writeNeeds(second, actor);
    // A card known from a list alone holds on one page.
    std::vector<Block> blocks = second.take();
    if (!blocks.empty()) pen.add({PageBreak{}});
    for (Block& block : blocks)
        pen.add(std::move(block));
    writeProfile(pen, actor);
    ficheSources(pen, actor);
}

void writeInstitutionFiche(Pen& pen, const ActorView& actor)
{
    const Reader& reader = pen.reader();
    ficheBand(pen, actor);
    Pen left(reader), right(reader);
    ficheAnswer(left, actor, u"Tutelle ou rattachement"_qs, u"id_tutelle"_qs, 4);
    ficheAnswer(left, actor, u"Création"_qs, u"id_annee_creation"_qs);
    ficheField(left, u"Siège"_qs, reader.seat(actor));
    ficheContact(left, actor);
    ficheTerritory(left, actor);
    ficheAnswer(right, actor, u"Mission"_qs, u"dom_mission"_qs);
    ficheAnswer(right, actor, u"Missions et textes"_qs, u"inst_mandat"_qs);
    ficheAnswer(right, actor, u"Place de la traite"_qs, u"inst_traite"_qs);
    ficheAnswer(right, actor, u"Services rendus, financés ou contrôlés"_qs, u"inst_services"_qs);
    ficheServices(right, actor);
    ficheAnswer(right, actor, u"Publics"_qs, u"pub_groupes"_qs, 6);
    ficheAnswer(right, actor, u"Accords avec des OSC"_qs, u"inst_conventions"_qs);
    ficheAnswer(right, actor, u"Orientation d’une victime présumée"_qs, u"inst_orientation"_qs);
    ficheAnswer(right, actor, u"Vers qui, à quelles conditions"_qs, u"inst_orient_detail"_qs);
    ficheAnswer(right, actor, u"Données"_qs, u"inst_donnees"_qs);
    ficheAnswer(right, actor, u"Préparation de la loi"_qs, u"inst_loi"_qs);
    ficheAnswer(right, actor, u"Attentes"_qs, u"inst_attentes"_qs);
    ficheAnswer(right, actor, u"Obstacles"_qs, u"inst_obstacles"_qs, 5);
    ficheLinks(right, actor);
    ficheAnswer(right, actor, u"Réseaux"_qs, u"coo_reseaux"_qs);
    ficheFacts(right, actor);
    addColumns(pen, {{1, left.take()}, {2, right.take()}});
    ficheSources(pen, actor);
}

} // namespace deliverables
