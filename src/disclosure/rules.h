#pragma once
#include <QString>

#include <array>

/// Names the gate's files share: codes of rules, questions with a rule of their own.
namespace disclosure {

namespace rule {
inline const QString Confidential = QStringLiteral("confidentiel");
inline const QString Restricted = QStringLiteral("restreint");
inline const QString Sharing = QStringLiteral("partage");
inline const QString Directory = QStringLiteral("annuaire");
inline const QString Shelter = QStringLiteral("abri");
inline const QString SmallCount = QStringLiteral("petit_effectif");
inline const QString Ranking = QStringLiteral("classement");
inline const QString Evidence = QStringLiteral("preuve");
} // namespace rule

namespace field {
inline const QString Address = QStringLiteral("id_adresse");
inline const QString Province = QStringLiteral("id_province");
inline const QString Provinces = QStringLiteral("ter_provinces");
inline const QString Scale = QStringLiteral("ter_echelle");
inline const QString Date = QStringLiteral("ent_date");
inline const QString Sites = QStringLiteral("rg_sites");
inline const QString SiteType = QStringLiteral("site_type");
inline const QString SiteName = QStringLiteral("site_nom");
inline const QString SiteProvince = QStringLiteral("site_province");
inline const QString LinkType = QStringLiteral("lien_type");
inline const QString ProgrammeProvinces = QStringLiteral("prg_provinces");
inline const QString PossibleServices = QStringLiteral("tra_services_possibles");
} // namespace field

/// abr_offre, med_offre, psy_offre, jur_offre.
const std::array<QString, 4>& offerQuestions();
/// Restricted questions that even the wide print shows in some form: the type of links, the month of the
/// information, the possible services of those who agreed.
bool shownDespiteSensitivity(const QString& question);
/// Speaks of help to victims of trafficking (folded French, English or Arabic).
bool mentionsTrafficking(const QString& text);

} // namespace disclosure
