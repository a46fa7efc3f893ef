#pragma once
#include "questionnaire/expression/expression.h"

#include <QHash>

namespace assessment {

/// What the counting functions count, taken from the model.
struct CountingTables
{
    QHash<QString, std::vector<QStringList>> groups; ///< familles, mixite: groups with a code present
    QHash<QString, std::vector<std::pair<QString, QStringList>>>
        rows;                       ///< nb_ref: rows holding a code in each column
    QHash<QString, QString> shares; ///< part_max: largest amount over their sum
};

/// The functions the rules may call beside those of forms: n, nb, jours, mois, the counting functions of the
/// tables, and the reads of what is already computed (central, completude, profil, preuve, regle, motif,
/// statut, nb_services, nb_regles, seuil, regions_prioritaires). They work on a RuleScope only.
std::vector<questionnaire::ExtraFunction> domainFunctions(const CountingTables& tables);

} // namespace assessment
