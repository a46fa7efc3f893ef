#pragma once
#include "assessment/values/result.h"
#include "cartography/values/divisions.h"
#include "questionnaire/values/answer.h"
#include "questionnaire/values/form.h"

#include <QDate>
#include <QString>

#include <array>
#include <optional>
#include <vector>

namespace disclosure {

enum class Audience : quint8 {
    Working,     ///< travail: the consultant's own file
    Iom,         ///< oim: handed to the IOM
    Restricted,  ///< restreint: restricted print, the default of every output
    Wide,        ///< large: public print
    Organisation ///< osc:ID, the organisation itself reading its own card
};

/// "travail", "oim", "restreint", "large", "osc:ID".
QString audienceCode(Audience audience);
std::optional<Audience> audienceFromCode(const QString& code);

/// One thing withheld or coarsened, for the account that comes with every output.
struct Withheld
{
    QString actor; ///< id; empty for a figure
    QString field; ///< question code, indicator or table code
    QString rule;  ///< confidentiel, restreint, partage, annuaire, abri, petit_effectif, classement, preuve
};

/// What is known of the study itself.
struct StudyInfo
{
    QString title, mission, client, consultant, disclaimer;
    QDate start, end, date; ///< date: "date d’étude", printed on outputs
    cartography::Division division = cartography::Division::Regions1997;
    bool fictional = false;
    bool modelLocked = false;
    QString modelVersion, modelDigest, approvedBy;
    QDate approvedOn;
    QStringList priorityRegions;
};

/// An actor as one audience may see it. Everything here may be printed; what may not is not here.
struct ActorView
{
    QString id;
    int number = 0;
    QString nameFr, nameAr, acronym, category;
    bool institution = false;
    bool shelterHidden = false;     ///< ABRI: everything finer than the region has become the region
    QString region1997, region2015; ///< codes; empty when unknown
    QString province;               ///< code; empty when withheld or unknown
    questionnaire::Answers answers; ///< in scope, sensitive answers removed, places coarsened
    QStringList regionsCovered;     ///< instead of ter_provinces when shelterHidden
    std::array<QString, 4> offers;
    std::optional<QString> status; ///< intervention status; empty = "non communiqué"
    std::optional<assessment::Assessment>
        assessment; ///< only after the lock; confidential indicators removed
    std::optional<int> rank;
    QString decision;    ///< recensee, preselectionnee, retenue; empty = "classement non communiqué"
    QStringList sources; ///< names of imported lists
    QHash<QString, QString> facts;                   ///< "selon la source"
    double completeness = 0;                         ///< 0 when it may not be told
    bool sharesAnswers = false;                      ///< cons_partage = oui
    std::vector<assessment::Criterion> preselection; ///< S1…S6, without score; empty for Wide
    bool proposed = false; ///< proposed to the IOM at the preselection (or kept since)
};

/// Codes the gate writes in an actor's answers, beside those of the instrument.
inline const QString ScaleAtMostRegion =
    QStringLiteral("region_au_plus");                                  ///< ter_echelle of a hidden shelter
inline const QString SmallNumber = QStringLiteral("< 5");              ///< persons, fewer than five
inline const QString ProgrammeRegions = QStringLiteral("prg_regions"); ///< instead of prg_provinces;

/// A count as printed: the number, "< 5" when masked; "n. c." when it is hidden only so that another one
/// cannot be deduced. The value of a masked count is 0.
struct Count
{
    int value = 0;
    bool masked = false;
    bool complementary = false; ///< with masked: not itself small
};

/// Two-way table of counts over all records, masked jointly with the other tables of the same run.
struct Tabulation
{
    QString code; ///< T-05
    QStringList rowCodes, columnCodes;
    std::vector<std::vector<Count>> cells;
    std::vector<Count> rowTotals, columnTotals;
    Count total;
    int excluded = 0; ///< actors with no usable value
};

} // namespace disclosure
