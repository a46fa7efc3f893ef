#include "workflow/messages/dossier_words.h"

#include "dossier/values/seen_states.h"

#include <QHash>

namespace workflow::messages {
namespace {

using Words = QHash<QString, QString>;

const Words& settingWords()
{
    static const Words words{
        {QStringLiteral("title"), QStringLiteral("Titre de l’étude")},
        {QStringLiteral("mission"), QStringLiteral("Objet de la mission")},
        {QStringLiteral("client"), QStringLiteral("Commanditaire")},
        {QStringLiteral("consultant"), QStringLiteral("Consultant")},
        {QStringLiteral("disclaimer"), QStringLiteral("Mention sous les cartes")},
        {QStringLiteral("start"), QStringLiteral("Début de la mission")},
        {QStringLiteral("end"), QStringLiteral("Fin de la mission")},
        {QStringLiteral("date"), QStringLiteral("Date d’étude")},
        {QStringLiteral("division"), QStringLiteral("Découpage administratif")},
        {QStringLiteral("fictional"), QStringLiteral("Étude fictive")},
        {QStringLiteral("priority_regions"), QStringLiteral("Régions prioritaires")},
        {QStringLiteral("same_town_reason"),
         QStringLiteral("Motif de l’OIM pour deux des trois dans une ville (K4)")},
        {QStringLiteral("suspended"), QStringLiteral("Jours suspendus")},
        {QStringLiteral("holidays"), QStringLiteral("Jours fériés")},
        {QStringLiteral("model.current"), QStringLiteral("Version du modèle en vigueur")},
        {QStringLiteral("form.current"), QStringLiteral("Questionnaire en vigueur")},
        {QStringLiteral("weights.mix"), QStringLiteral("Réunion des poids")},
        {QStringLiteral("model.locked"), QStringLiteral("Date d’approbation du modèle")},
        {QStringLiteral("model.digest"), QStringLiteral("Empreinte du modèle approuvé")},
        {QStringLiteral("model.version"), QStringLiteral("Version du modèle approuvé")},
        {QStringLiteral("model.approver"), QStringLiteral("Modèle approuvé par")},
        {QStringLiteral("model.role"), QStringLiteral("Fonction de l’approbateur")},
        {QStringLiteral("model.body"), QStringLiteral("Organisme de l’approbateur")}};
    return words;
}

} // namespace

QString causeWord(const QString& cause)
{
    static const Words words{{QStringLiteral("entry"), QStringLiteral("saisie")},
                             {QStringLiteral("evidence"), QStringLiteral("niveau de preuve")},
                             {QStringLiteral("comment"), QStringLiteral("commentaire")},
                             {QStringLiteral("decision"), QStringLiteral("décision")},
                             {QStringLiteral("setting"), QStringLiteral("réglage")},
                             {QStringLiteral("text"), QStringLiteral("rédaction")},
                             {QStringLiteral("form"), QStringLiteral("changement de questionnaire")},
                             {QStringLiteral("lock_model"), QStringLiteral("approbation du modèle")},
                             {QStringLiteral("creation"), QStringLiteral("création de l’étude")},
                             {QStringLiteral("demo"), QStringLiteral("démonstration")},
                             {QStringLiteral("import"), QStringLiteral("import d’une liste")},
                             {QStringLiteral("submissions"), QStringLiteral("import d’envois")},
                             {QStringLiteral("stress"), QStringLiteral("essai de durabilité")},
                             {QStringLiteral("merge"), QStringLiteral("fusion")},
                             {QStringLiteral("refresh"), QStringLiteral("calcul après fusion")},
                             {QStringLiteral("resolve"), QStringLiteral("choix entre deux valeurs")},
                             {QStringLiteral("undo"), QStringLiteral("annulation")},
                             {QStringLiteral("redo"), QStringLiteral("rétablissement")},
                             {QStringLiteral("attach"), QStringLiteral("pièce jointe")},
                             {QStringLiteral("redact"), QStringLiteral("effacement définitif")},
                             {QStringLiteral("freeze"), QStringLiteral("état figé")},
                             {QStringLiteral("share"), QStringLiteral("remise à l’OIM")},
                             {QStringLiteral("handover"), QStringLiteral("remise à l’OIM")},
                             {QStringLiteral("return"), QStringLiteral("retour de l’OIM")},
                             {QStringLiteral("review"), QStringLiteral("concertation")},
                             {QStringLiteral("choice"), QStringLiteral("choix des trois")},
                             {QStringLiteral("closing"), QStringLiteral("clôture de la mission")}};
    return words.value(cause, cause);
}

QString fieldWord(const QString& field)
{
    static const Words words{{QStringLiteral("status"), QStringLiteral("Statut d’intervention")},
                             {QStringLiteral("completeness"), QStringLiteral("Complétude")},
                             {QStringLiteral("decision"), QStringLiteral("Décision")},
                             {QStringLiteral("decision_reason"), QStringLiteral("Motif de la décision")},
                             {QStringLiteral("name"), QStringLiteral("Pièce jointe")},
                             {QStringLiteral("media"), QStringLiteral("Type de la pièce jointe")},
                             {QStringLiteral("size"), QStringLiteral("Taille de la pièce jointe")},
                             {QStringLiteral("text"), QStringLiteral("Texte guidé")}};
    if (words.contains(field)) return words.value(field);
    const Words& settings = settingWords();
    if (settings.contains(field)) return settings.value(field);
    if (field.startsWith(u"milestone.")) return QStringLiteral("Échéance %1").arg(field.mid(10).toUpper());
    if (field.startsWith(u"done.")) return QStringLiteral("Remise %1").arg(field.mid(5).toUpper());
    if (field.startsWith(u"model.text.")) return QStringLiteral("Texte d’une version du modèle");
    if (field.startsWith(u"model.reason.")) return QStringLiteral("Motif d’une version du modèle");
    if (field.startsWith(u"model.approval.")) return QStringLiteral("Approbation d’une version du modèle");
    if (field.startsWith(u"form.text.")) return QStringLiteral("Texte d’une version du questionnaire");
    if (field.startsWith(u"form.reason.")) return QStringLiteral("Motif d’une version du questionnaire");
    if (field.startsWith(u"form.of.")) return QStringLiteral("Version du questionnaire d’une fiche");
    if (field.startsWith(u"weights.of.")) return QStringLiteral("Poids proposés");
    if (field.startsWith(u"comment."))
        return QStringLiteral("Commentaire : %1").arg(reviewWord(field.section(u'.', 2)));
    if (field.startsWith(u"decision."))
        return QStringLiteral("Décision : %1").arg(reviewWord(field.section(u'.', 2)));
    if (field.startsWith(u"preselection.")) return QStringLiteral("Présélection");
    if (field.startsWith(u"approval.")) return QStringLiteral("Réponse de l’OIM à la présélection");
    if (field.startsWith(u"eligibility.")) return QStringLiteral("Motif d’éligibilité");
    if (field.startsWith(u"vote.")) return QStringLiteral("Avis d’un membre du comité");
    if (field.startsWith(u"trio.")) return QStringLiteral("Décision sur les trois");
    if (field.startsWith(u"handed.")) return QStringLiteral("Remis à l’OIM");
    return field;
}

QString entityWord(const QString& entityType)
{
    static const Words words{{QStringLiteral("record"), QStringLiteral("la fiche")},
                             {QStringLiteral("row"), QStringLiteral("une ligne")},
                             {QStringLiteral("passage"), QStringLiteral("un passage")},
                             {QStringLiteral("fact"), QStringLiteral("un fait importé")},
                             {QStringLiteral("attachment"), QStringLiteral("une pièce jointe")},
                             {QStringLiteral("study"), QStringLiteral("l’étude")},
                             {QStringLiteral("text"), QStringLiteral("un texte guidé")}};
    return words.value(entityType, entityType);
}

QString mediaWord(const QString& mediaType)
{
    if (mediaType.startsWith(u"image/")) return QStringLiteral("photo");
    if (mediaType.startsWith(u"audio/")) return QStringLiteral("enregistrement sonore");
    if (mediaType == u"application/pdf") return QStringLiteral("PDF");
    return QStringLiteral("texte");
}

QString reviewWord(const QString& code)
{
    static const Words words{{QStringLiteral("fait"), QStringLiteral("fait")},
                             {QStringLiteral("analyse"), QStringLiteral("analyse")},
                             {QStringLiteral("forme"), QStringLiteral("forme")},
                             {QStringLiteral("ajout"), QStringLiteral("ajout")},
                             {QStringLiteral("confidentialite"), QStringLiteral("confidentialité")},
                             {QStringLiteral("desaccord"), QStringLiteral("désaccord")},
                             {QStringLiteral("bloquant"), QStringLiteral("bloquant")},
                             {QStringLiteral("important"), QStringLiteral("important")},
                             {QStringLiteral("mineur"), QStringLiteral("mineur")},
                             {QStringLiteral("accepte"), QStringLiteral("accepté")},
                             {QStringLiteral("partiel"), QStringLiteral("accepté en partie")},
                             {QStringLiteral("refuse"), QStringLiteral("refusé")},
                             {QStringLiteral("discuter"), QStringLiteral("à discuter")},
                             {QStringLiteral("ouvert"), QStringLiteral("ouvert")},
                             {QStringLiteral("traite"), QStringLiteral("traité")},
                             {QStringLiteral("clos"), QStringLiteral("clos par l’OIM")},
                             {QStringLiteral("modele"), QStringLiteral("modèle")},
                             {QStringLiteral("preselection"), QStringLiteral("présélection")},
                             {QStringLiteral("trio"), QStringLiteral("choix des trois")},
                             {QStringLiteral("livrable"), QStringLiteral("livrable")},
                             {QStringLiteral("autre"), QStringLiteral("autre")},
                             {QStringLiteral("proposee"), QStringLiteral("proposée")},
                             {QStringLiteral("prise"), QStringLiteral("prise")},
                             {QStringLiteral("annulee"), QStringLiteral("annulée")},
                             {QStringLiteral("text"), QStringLiteral("texte")},
                             {QStringLiteral("state"), QStringLiteral("état")},
                             {QStringLiteral("severity"), QStringLiteral("gravité")},
                             {QStringLiteral("answer"), QStringLiteral("réponse")},
                             {QStringLiteral("explanation"), QStringLiteral("explication")}};
    return words.value(code, code);
}

QString decisionWord(const QString& code)
{
    static const Words words{{QStringLiteral("recensee"), QStringLiteral("recensée")},
                             {QStringLiteral("preselectionnee"), QStringLiteral("présélectionnée")},
                             {QStringLiteral("retenue"), QStringLiteral("retenue")},
                             {QStringLiteral("ecartee"), QStringLiteral("écartée")}};
    return words.value(code, code);
}

QString counted(qint64 count, const QString& singular, const QString& plural)
{
    return QStringLiteral("%1 %2").arg(count).arg(count < 2 ? singular : plural);
}

Message forOlderState(const dossier::OlderState& older)
{
    QStringList parts;
    if (older.missing > 0)
        parts << QStringLiteral("il y manque %1 sur cet ordinateur")
                     .arg(counted(older.missing, QStringLiteral("modification vue"),
                                  QStringLiteral("modifications vues")));
    if (older.diverged) parts << QStringLiteral("elle contient aussi un travail fait ailleurs");
    if (older.oldKeys) parts << QStringLiteral("elle date d’avant le dernier changement de phrase de passe");
    return {
        QStringLiteral("Cette copie de l’étude est plus ancienne que celle déjà ouverte ici : %1.")
            .arg(parts.join(QStringLiteral(" ; "))),
        QStringLiteral("Retrouvez la copie la plus récente et fusionnez-la, ou continuez avec celle-ci en "
                       "l’acceptant (--accept-older sur la ligne de commande).")};
}

} // namespace workflow::messages
