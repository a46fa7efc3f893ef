#include "workflow/messages/form_words.h"

#include "workflow/messages/dossier_words.h"

#include <QHash>

namespace workflow::messages {
namespace {

using questionnaire::Change;
using questionnaire::ChangeKind;

constexpr int LongestText = 90;

QString shortened(const QString& text)
{
    const QString line = text.simplified();
    return line.size() > LongestText ? line.left(LongestText - 1) + u'…' : line;
}

QString quoted(const QString& text)
{
    return text.isEmpty() ? QStringLiteral("rien") : QStringLiteral("« %1 »").arg(shortened(text));
}

QString languageWord(const QString& code)
{
    static const QHash<QString, QString> words{{QStringLiteral("fr"), QStringLiteral("français")},
                                               {QStringLiteral("en"), QStringLiteral("anglais")},
                                               {QStringLiteral("ar"), QStringLiteral("arabe")}};
    return words.value(code, code);
}

QString valueWord(const QString& code)
{
    static const QHash<QString, QString> words{
        {QStringLiteral("yes"), QStringLiteral("oui")},
        {QStringLiteral("actor"), QStringLiteral("acteur")},
        {QStringLiteral("passage"), QStringLiteral("passage")},
        {QStringLiteral("public"), QStringLiteral("public")},
        {QStringLiteral("restricted"), QStringLiteral("restreint")},
        {QStringLiteral("confidential"), QStringLiteral("confidentiel")}};
    return words.value(code, code);
}

QString propertyWord(const QString& property)
{
    static const QHash<QString, QString> words{
        {QStringLiteral("id"), QStringLiteral("identifiant")},
        {QStringLiteral("title"), QStringLiteral("titre")},
        {QStringLiteral("version"), QStringLiteral("version")},
        {QStringLiteral("default_language"), QStringLiteral("langue principale")},
        {QStringLiteral("languages"), QStringLiteral("langues")},
        {QStringLiteral("instance_name"), QStringLiteral("nom des fiches")}};
    return words.value(property, property);
}

/// What is between the word of a change and its values.
QString subjectOf(const Change& change)
{
    QString subject = change.item.isEmpty() ? QString() : QStringLiteral(" « %1 »").arg(change.item);
    if (change.kind == ChangeKind::ChoiceChanged)
        subject += u' ' + change.language;
    else if (!change.language.isEmpty())
        subject += QStringLiteral(" (%1)").arg(languageWord(change.language));
    return subject;
}

} // namespace

QString changeWord(ChangeKind kind)
{
    static const QHash<ChangeKind, QString> words{
        {ChangeKind::FormProperty, QStringLiteral("questionnaire")},
        {ChangeKind::Added, QStringLiteral("question ajoutée")},
        {ChangeKind::Removed, QStringLiteral("question retirée")},
        {ChangeKind::Renamed, QStringLiteral("question renommée")},
        {ChangeKind::Moved, QStringLiteral("question déplacée")},
        {ChangeKind::Repeat, QStringLiteral("groupe répété")},
        {ChangeKind::Type, QStringLiteral("type")},
        {ChangeKind::List, QStringLiteral("liste de choix")},
        {ChangeKind::ChoiceAdded, QStringLiteral("choix ajouté")},
        {ChangeKind::ChoiceRemoved, QStringLiteral("choix retiré")},
        {ChangeKind::ChoiceRelabelled, QStringLiteral("libellé du choix")},
        {ChangeKind::ChoiceChanged, QStringLiteral("attribut du choix")},
        {ChangeKind::ChoiceOrder, QStringLiteral("ordre des choix")},
        {ChangeKind::Relevant, QStringLiteral("condition d’affichage")},
        {ChangeKind::Constraint, QStringLiteral("contrainte")},
        {ChangeKind::Calculation, QStringLiteral("calcul")},
        {ChangeKind::Required, QStringLiteral("réponse obligatoire")},
        {ChangeKind::ReadOnly, QStringLiteral("lecture seule")},
        {ChangeKind::ChoiceFilter, QStringLiteral("filtre des choix")},
        {ChangeKind::Default, QStringLiteral("valeur de départ")},
        {ChangeKind::Trigger, QStringLiteral("déclencheur")},
        {ChangeKind::Parameters, QStringLiteral("paramètres")},
        {ChangeKind::RepeatCount, QStringLiteral("nombre de lignes")},
        {ChangeKind::OrOther, QStringLiteral("choix « autre »")},
        {ChangeKind::Scope, QStringLiteral("portée")},
        {ChangeKind::Sensitivity, QStringLiteral("sensibilité")},
        {ChangeKind::ShortForm, QStringLiteral("formulaire court")},
        {ChangeKind::Indicators, QStringLiteral("indicateurs")},
        {ChangeKind::Unit, QStringLiteral("unité")},
        {ChangeKind::Appearance, QStringLiteral("présentation")},
        {ChangeKind::Media, QStringLiteral("image ou son")},
        {ChangeKind::Label, QStringLiteral("libellé")},
        {ChangeKind::Hint, QStringLiteral("aide")},
        {ChangeKind::Guidance, QStringLiteral("consigne à l’enquêteur")},
        {ChangeKind::ConstraintMessage, QStringLiteral("message de contrainte")},
        {ChangeKind::RequiredMessage, QStringLiteral("message d’obligation")}};
    return words.value(kind);
}

QString changeLine(const Change& change)
{
    const QString head = change.kind == ChangeKind::FormProperty
                             ? propertyWord(change.item)
                             : changeWord(change.kind) + subjectOf(change);
    switch (change.kind) {
    case ChangeKind::Added:
    case ChangeKind::ChoiceOrder:
        return head;
    case ChangeKind::Removed:
    case ChangeKind::ChoiceRemoved:
        return change.before.isEmpty() ? head : head + QStringLiteral(" : ") + quoted(change.before);
    case ChangeKind::ChoiceAdded:
        return change.after.isEmpty() ? head : head + QStringLiteral(" : ") + quoted(change.after);
    case ChangeKind::Moved:
        if (change.before == change.after) return head + QStringLiteral(" dans son groupe");
        break;
    default:
        break;
    }
    return QStringLiteral("%1 : %2 → %3")
        .arg(head, quoted(valueWord(change.before)), quoted(valueWord(change.after)));
}

QString fateWord(AnswerFate fate)
{
    static const std::array<QString, 7> words{
        QStringLiteral("gardée"),          QStringLiteral("mise de côté"), QStringLiteral("choix à revoir"),
        QStringLiteral("type à revoir"),   QStringLiteral("à revoir"),     QStringLiteral("hors champ"),
        QStringLiteral("de nouveau posée")};
    return words[static_cast<size_t>(fate)];
}

QString countedFates(qint64 count, AnswerFate fate)
{
    static const std::array<QString, 7> plurals{
        QStringLiteral("gardées"),          QStringLiteral("mises de côté"), QStringLiteral("choix à revoir"),
        QStringLiteral("types à revoir"),   QStringLiteral("à revoir"),      QStringLiteral("hors champ"),
        QStringLiteral("de nouveau posées")};
    return counted(count, fateWord(fate), plurals[static_cast<size_t>(fate)]);
}

QString fateSentence(AnswerFate fate)
{
    static const std::array<QString, 7> sentences{
        QStringLiteral("La question change ; la réponse lui convient encore."),
        QStringLiteral(
            "Plus aucune question ne porte cette réponse : elle reste dans l’étude, sans être montrée, "
            "exportée ni notée."),
        QStringLiteral(
            "Un choix n’est plus proposé : la réponse reste, signalée à revoir, et ne compte plus."),
        QStringLiteral(
            "La réponse n’est plus du type attendu : elle reste, signalée à revoir, et ne compte plus."),
        QStringLiteral(
            "La réponse ne respecte plus une contrainte : elle reste et compte, signalée à revoir."),
        QStringLiteral("Une condition ferme la question : la réponse reste, sans être exportée ni notée."),
        QStringLiteral("Une condition rouvre la question : la réponse compte de nouveau.")};
    return sentences[static_cast<size_t>(fate)];
}

QString readerWord(const QString& code)
{
    return code == u"model" ? QStringLiteral("le modèle d’analyse")
                            : QStringLiteral("les livrables ou l’application");
}

} // namespace workflow::messages
