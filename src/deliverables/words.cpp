#include "deliverables/words.h"

#include "report/typography.h"

#include <QHash>

namespace deliverables {

QString statusWord(const QString& status)
{
    static const QHash<QString, QString> words{{u"intervient"_qs, u"intervient"_qs},
                                               {u"intervient_declare"_qs, u"intervient (déclaré)"_qs},
                                               {u"peut_intervenir"_qs, u"peut intervenir"_qs},
                                               {u"n_intervient_pas"_qs, u"n’intervient pas"_qs},
                                               {u"indetermine"_qs, u"indéterminé"_qs},
                                               {u"hors_champ"_qs, OutOfField}};
    return words.value(status, status);
}

QString serviceName(int service)
{
    static const QStringList names{u"Abri"_qs, u"Assistance médicale"_qs, u"Soutien psychosocial"_qs,
                                   u"Assistance juridique"_qs};
    return names.value(service);
}

QString offerWord(const QString& offer)
{
    static const QHash<QString, QString> words{{u"direct"_qs, u"direct"_qs},
                                               {u"convention"_qs, u"convention"_qs},
                                               {u"orientation"_qs, u"orientation"_qs},
                                               {u"possible"_qs, u"possible à terme"_qs},
                                               {u"non"_qs, u"non"_qs},
                                               {u"nsp"_qs, u"ne sait pas"_qs}};
    return words.value(offer);
}

QString decisionWord(const QString& decision)
{
    static const QHash<QString, QString> words{{u"recensee"_qs, u"recensée"_qs},
                                               {u"preselectionnee"_qs, u"présélectionnée"_qs},
                                               {u"retenue"_qs, u"retenue"_qs},
                                               {u"ecartee"_qs, u"écartée"_qs}};
    return words.value(decision, decision);
}

QString criterionWord(const QString& criterion)
{
    static const QHash<QString, QString> words{
        {u"S1"_qs, u"Organisation de la société civile"_qs},
        {u"S2"_qs, u"Intervient ou peut intervenir auprès des victimes"_qs},
        {u"S3"_qs, u"Un service au moins, en direct ou par convention"_qs},
        {u"S4"_qs, u"Aucune règle bloquante connue (V1, V2, V9)"_qs},
        {u"S5"_qs, u"Volonté de partenariat"_qs},
        {u"S6"_qs, u"Présence dans une région prioritaire"_qs},
        {u"T1"_qs, u"Visite faite"_qs},
        {u"T2"_qs, u"Aucune règle bloquante ni suspensive"_qs},
        {u"T3"_qs, u"Complétude d’au moins 70 %"_qs},
        {u"T4"_qs, u"Fiche relue par la structure"_qs},
        {u"T5"_qs, u"Score global d’au moins 50"_qs},
        {u"T6"_qs, u"Un profil de service d’au moins 55"_qs},
        {u"T7"_qs, u"Accompagnement (C) d’au moins 50"_qs},
        {u"T8"_qs, u"Intervient ou peut intervenir, recalculé"_qs}};
    return words.value(criterion, criterion);
}

QString constraintWord(const QString& constraint)
{
    static const QHash<QString, QString> words{{u"K1"_qs, u"chaque service assuré"_qs},
                                               {u"K2"_qs, u"accueil d’hommes ou de familles"_qs},
                                               {u"K3"_qs, u"accueil ou orientation de mineurs"_qs},
                                               {u"K4"_qs, u"trois villes différentes"_qs}};
    return words.value(constraint, constraint);
}

QString vetoEffectWord(int effect)
{
    static const QStringList words{u"levable"_qs, u"bloquante"_qs, u"suspensive"_qs};
    return words.value(effect);
}

QString categoryDefinition(const QString& category)
{
    static const QHash<QString, QString> words{
        {u"femmes"_qs,
         u"Organisations dont le domaine principal est la défense et l’accompagnement des femmes."_qs},
        {u"enfance"_qs, u"Organisations dont le domaine principal est la protection de l’enfance."_qs},
        {u"migrants"_qs,
         u"Organisations dont le domaine principal est l’appui aux migrants, aux demandeurs d’asile et aux réfugiés."_qs},
        {u"communautaire"_qs,
         u"Associations fondées et dirigées en majorité par des migrants ou des réfugiés."_qs},
        {u"droits"_qs,
         u"Organisations de droits humains à vocation générale : droit, justice, plaidoyer."_qs},
        {u"sante"_qs,
         u"Organisations dont le domaine principal est la santé ou l’action humanitaire médicale."_qs},
        {u"gestion_eps"_qs,
         u"Organisations dont plus de la moitié de l’activité se tient dans un établissement autorisé de protection sociale."_qs},
        {u"confessionnelle"_qs, u"Organismes rattachés à un culte par leurs statuts ou leur direction."_qs},
        {u"ong_inter"_qs, u"Organisations de droit étranger, dont le siège est hors du Maroc."_qs},
        {u"insertion"_qs, u"Organisations tournées vers l’insertion, l’éducation ou l’aide d’urgence."_qs},
        {u"reseau"_qs, u"Réseaux, fédérations et plateformes dont les membres sont des organisations."_qs},
        {u"public"_qs,
         u"Institutions, établissements et services publics. Ils sont décrits, jamais notés ni classés."_qs},
        {u"autre"_qs, u"Organisations qui n’entrent dans aucune autre catégorie."_qs}};
    return words.value(
        category,
        u"Acteurs dont la catégorie reste à établir : ils ne sont connus que par une liste reçue."_qs);
}

QString categoryWord(const QString& category)
{
    static const QHash<QString, QString> words{
        {u"femmes"_qs, u"Femmes"_qs},   {u"enfance"_qs, u"Enfants"_qs},
        {u"migrants"_qs, u"Migr."_qs},  {u"communautaire"_qs, u"Comm."_qs},
        {u"droits"_qs, u"Droits"_qs},   {u"sante"_qs, u"Santé"_qs},
        {u"gestion_eps"_qs, u"EPS"_qs}, {u"confessionnelle"_qs, u"Culte"_qs},
        {u"ong_inter"_qs, u"ONG"_qs},   {u"insertion"_qs, u"Insert."_qs},
        {u"reseau"_qs, u"Réseau"_qs},   {u"public"_qs, u"Public"_qs},
        {u"autre"_qs, u"Autre"_qs}};
    return words.value(category, category);
}

QString factWord(const QString& field)
{
    static const QHash<QString, QString> words{{u"type"_qs, u"Type d’organisation"_qs},
                                               {u"sectors"_qs, u"Secteurs"_qs},
                                               {u"places"_qs, u"Lieux"_qs},
                                               {u"activities"_qs, u"Activités"_qs},
                                               {u"funder"_qs, u"Bailleur"_qs}};
    return words.value(field, field);
}

const std::vector<std::pair<QString, QString>>& glossary()
{
    static const std::vector<std::pair<QString, QString>> terms{
        {u"A, M, P, J"_qs, u"Abri, assistance médicale, soutien psychosocial, assistance juridique"_qs},
        {u"CNDH"_qs, u"Conseil national des droits de l’Homme"_qs},
        {u"CNDP"_qs,
         u"Commission nationale de contrôle de la protection des données à caractère personnel"_qs},
        {u"CNSS"_qs, u"Caisse nationale de sécurité sociale"_qs},
        {u"EPS"_qs, u"Établissement de protection sociale"_qs},
        {u"HCR"_qs, u"Haut-Commissariat des Nations Unies pour les réfugiés"_qs},
        {u"INDH"_qs, u"Initiative nationale pour le développement humain"_qs},
        {u"MRE"_qs, u"Marocains résidant à l’étranger"_qs},
        {u"OFPPT"_qs, u"Office de la formation professionnelle et de la promotion du travail"_qs},
        {u"OIM"_qs, u"Organisation internationale pour les migrations"_qs},
        {u"ONG"_qs, u"Organisation non gouvernementale"_qs},
        {u"OSC"_qs, u"Organisation de la société civile"_qs},
        {u"PV"_qs, u"Procès-verbal"_qs}};
    return terms;
}

QString agree(int n, const QString& singular, const QString& plural)
{
    return n >= 2 ? plural : singular;
}

QString counted(int n, const QString& singular, const QString& plural, bool feminine)
{
    const QString space(QChar(0x00A0));
    if (n <= 0) return (feminine ? u"aucune"_qs : u"aucun"_qs) + space + singular;
    if (n == 1) return (feminine ? u"une"_qs : u"un"_qs) + space + singular;
    return report::frenchNumber(n) + space + plural;
}

QString enumerated(const QStringList& items)
{
    if (items.size() < 2) return items.join(QString());
    return items.mid(0, items.size() - 1).join(u", "_qs) + u" et "_qs + items.last();
}

QString shortened(const QStringList& items, int most, const QString& separator)
{
    const int rest = static_cast<int>(items.size()) - most;
    if (rest < 2) return items.join(separator); // "et 1 autre" takes the place of the item itself
    return items.mid(0, most).join(separator) + u" et %1 autres"_qs.arg(report::frenchNumber(rest));
}

} // namespace deliverables
