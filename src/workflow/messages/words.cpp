#include "workflow/messages/messages.h"

#include <QHash>

namespace workflow::messages {
namespace {

using Words = QHash<QString, QString>;

/// The word for a code, or the code itself: an unknown code must stay visible, never vanish.
QString wordFor(const Words& words, const QString& code)
{
    return words.value(code, code);
}

} // namespace

QString statusWord(const QString& code)
{
    static const Words words{{QStringLiteral("intervient"), QStringLiteral("intervient")},
                             {QStringLiteral("intervient_declare"), QStringLiteral("intervient (déclaré)")},
                             {QStringLiteral("peut_intervenir"), QStringLiteral("peut intervenir")},
                             {QStringLiteral("n_intervient_pas"), QStringLiteral("n’intervient pas")},
                             {QStringLiteral("indetermine"), QStringLiteral("indéterminé")},
                             {QStringLiteral("hors_champ"), QStringLiteral("hors champ")}};
    return wordFor(words, code);
}

QString serviceWord(const QString& code)
{
    static const Words words{{QStringLiteral("abri"), QStringLiteral("Abri")},
                             {QStringLiteral("medical"), QStringLiteral("Assistance médicale")},
                             {QStringLiteral("psychosocial"), QStringLiteral("Soutien psychosocial")},
                             {QStringLiteral("juridique"), QStringLiteral("Assistance juridique")}};
    return wordFor(words, code);
}

QString offerWord(const QString& code)
{
    static const Words words{{QStringLiteral("direct"), QStringLiteral("direct")},
                             {QStringLiteral("convention"), QStringLiteral("par convention")},
                             {QStringLiteral("orientation"), QStringLiteral("orientation")},
                             {QStringLiteral("possible"), QStringLiteral("possible")},
                             {QStringLiteral("non"), QStringLiteral("non")},
                             {QString(), QStringLiteral("non connu")}};
    return wordFor(words, code);
}

QString evidenceWord(int level)
{
    switch (level) {
    case 0:
        return QStringLiteral("contredit");
    case 1:
        return QStringLiteral("déclaré");
    case 2:
        return QStringLiteral("document vu");
    case 3:
        return QStringLiteral("observé");
    case 4:
        return QStringLiteral("corroboré");
    default:
        return {};
    }
}

QString stateWord(const QString& stateCode)
{
    static const Words words{{QStringLiteral("non_pose"), QStringLiteral("non posé")},
                             {QStringLiteral("value"), QStringLiteral("répondu")},
                             {QStringLiteral("nsp"), QStringLiteral("ne sait pas")},
                             {QStringLiteral("refus"), QStringLiteral("refus")},
                             {QStringLiteral("na"), QStringLiteral("sans objet")},
                             {QStringLiteral("hors_champ"), QStringLiteral("hors champ")}};
    return wordFor(words, stateCode);
}

QString criterionWord(const QString& code)
{
    static const Words words{
        {QStringLiteral("S1"), QStringLiteral("organisation de la société civile")},
        {QStringLiteral("S2"), QStringLiteral("intervient ou peut intervenir")},
        {QStringLiteral("S3"), QStringLiteral("un service en direct ou par convention")},
        {QStringLiteral("S4"), QStringLiteral("aucune règle bloquante connue")},
        {QStringLiteral("S5"), QStringLiteral("volonté de s’engager")},
        {QStringLiteral("S6"), QStringLiteral("présence dans une région prioritaire")},
        {QStringLiteral("T1"), QStringLiteral("visite faite")},
        {QStringLiteral("T2"), QStringLiteral("aucune règle bloquante ni suspensive")},
        {QStringLiteral("T3"), QStringLiteral("complétude de 70 % au moins")},
        {QStringLiteral("T4"), QStringLiteral("fiche relue par l’organisation")},
        {QStringLiteral("T5"), QStringLiteral("score global de 50 au moins")},
        {QStringLiteral("T6"), QStringLiteral("un profil de service de 55 au moins")},
        {QStringLiteral("T7"), QStringLiteral("accompagnement de 50 au moins")},
        {QStringLiteral("T8"), QStringLiteral("intervient ou peut intervenir")},
        {QStringLiteral("K1"), QStringLiteral("chaque service assuré")},
        {QStringLiteral("K2"), QStringLiteral("hommes ou familles accueillis")},
        {QStringLiteral("K3"), QStringLiteral("mineurs accueillis ou orientés par accord écrit")},
        {QStringLiteral("K4"), QStringLiteral("trois villes différentes")}};
    return wordFor(words, code);
}

QString withheldWord(const QString& rule)
{
    static const Words words{
        {QStringLiteral("confidentiel"), QStringLiteral("Réponses confidentielles")},
        {QStringLiteral("restreint"), QStringLiteral("Réponses restreintes")},
        {QStringLiteral("partage"), QStringLiteral("Réponses sans accord de partage")},
        {QStringLiteral("annuaire"), QStringLiteral("Mentions de l’aide aux victimes non autorisées")},
        {QStringLiteral("abri"), QStringLiteral("Abris : région seule")},
        {QStringLiteral("petit_effectif"), QStringLiteral("Petits effectifs")},
        {QStringLiteral("classement"), QStringLiteral("Classements non communiqués")},
        {QStringLiteral("preuve"), QStringLiteral("Niveaux de preuve")}};
    return wordFor(words, rule);
}

} // namespace workflow::messages
