#include "workflow/messages/messages.h"

#include <QHash>

namespace workflow::messages {

QString vetoReason(const QString& reasonCode)
{
    static const QHash<QString, QString> words{
        {QStringLiteral("collectif"), QStringLiteral("collectif sans existence légale")},
        {QStringLiteral("aucune_demarche"), QStringLiteral("aucune démarche de déclaration")},
        {QStringLiteral("depot_sans_recepisse"), QStringLiteral("dossier déposé, récépissé refusé")},
        {QStringLiteral("provisoire_sans_date"), QStringLiteral("récépissé provisoire sans date")},
        {QStringLiteral("provisoire_recent"), QStringLiteral("récépissé provisoire de moins de 60 jours")},
        {QStringLiteral("sejour_exclu"), QStringLiteral("les personnes sans titre de séjour sont exclues")},
        {QStringLiteral("refus_discriminatoire"), QStringLiteral("motif de refus discriminatoire")},
        {QStringLiteral("sejour_possible"),
         QStringLiteral("accueil sans titre de séjour seulement possible")},
        {QStringLiteral("refus_a_lever"), QStringLiteral("motif de refus à lever")},
        {QStringLiteral("abri_ferme"), QStringLiteral("les personnes hébergées ne peuvent pas sortir")},
        {QStringLiteral("aide_conditionnee"), QStringLiteral("l’aide est conditionnée")},
        {QStringLiteral("sorties_restreintes"), QStringLiteral("sorties restreintes")},
        {QStringLiteral("aide_parfois_conditionnee"), QStringLiteral("l’aide est parfois conditionnée")},
        {QStringLiteral("alerte"), QStringLiteral("alerte en cours d’examen")},
        {QStringLiteral("conflit"), QStringLiteral("conflit d’intérêts en cours d’examen")},
        {QStringLiteral("images_sans_accord"), QStringLiteral("images publiées sans accord")},
        {QStringLiteral("autorisation_absente"), QStringLiteral("abri sans autorisation")},
        {QStringLiteral("autorisation_refusee"), QStringLiteral("autorisation de l’abri refusée")},
        {QStringLiteral("autorisation_en_cours"), QStringLiteral("autorisation de l’abri en cours")},
        {QStringLiteral("mineurs_avec_adultes"), QStringLiteral("mineurs hébergés avec des adultes")},
        {QStringLiteral("groupes_sans_separation"), QStringLiteral("groupes hébergés sans séparation")},
        {QStringLiteral("refus_engagement"), QStringLiteral("refus de s’engager auprès des victimes")},
        {QStringLiteral("refus_partage"), QStringLiteral("refus de partager les réponses avec l’OIM")},
        {QStringLiteral("compte_tiers"), QStringLiteral("compte bancaire au nom d’un tiers")},
        {QStringLiteral("aucun_compte"), QStringLiteral("aucun compte bancaire")},
        {QStringLiteral("conduite_absente"), QStringLiteral("code de conduite absent")},
        {QStringLiteral("signalement_absent"), QStringLiteral("procédure de signalement absente")},
        {QStringLiteral("confidentialite_absente"), QStringLiteral("règle de confidentialité absente")},
        // Why a status is "n’intervient pas".
        {QStringLiteral("sans_service"), QStringLiteral("aucun service rendu ni possible")},
        {QStringLiteral("refus"), QStringLiteral("refus de s’engager")},
        {QStringLiteral("volonte"), QStringLiteral("volonté de partenariat insuffisante")},
        {QStringLiteral("exclusion"), QStringLiteral("des victimes sont exclues de l’accueil")},
        {QStringLiteral("capacite"), QStringLiteral("capacité insuffisante")}};
    return words.value(reasonCode, reasonCode);
}

} // namespace workflow::messages
