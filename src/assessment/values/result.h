#pragma once
#include "scoring/aggregate.h"
#include "scoring/interval.h"

#include <QDate>
#include <QHash>
#include <QString>
#include <QStringList>

#include <array>
#include <map>
#include <optional>
#include <vector>

namespace assessment {

/// Codes of the four services in the order D1…D4 of the model.
inline constexpr int ServiceCount = 4;
/// "abri", "medical", "psychosocial", "juridique".
const std::array<QString, ServiceCount>& serviceCodes();
/// "A", "M", "P", "J".
const std::array<QString, ServiceCount>& serviceLetters();

using Knowledge = scoring::Knowledge;

/// One indicator on the 0–4 scale: raw, evidence level, and the score kept under the evidence cap.
struct IndicatorScore
{
    Knowledge knowledge = Knowledge::Unknown;
    double raw = 0;
    int evidence = 1; ///< 0 contradicted … 4 corroborated
    double kept = 0;
};

/// A score on 0–100 with the bounds that unknown answers leave. `central` empty = unknown.
using Interval = scoring::Interval;

enum class VetoEffect : quint8 { Liftable, Blocking, Suspensive };
/// "levable", "bloquant", "suspensif".
QString effectCode(VetoEffect effect);

struct Veto
{
    QString code; ///< V1…V11
    VetoEffect effect = VetoEffect::Liftable;
    QString reason; ///< code of the clause that triggered, for the messages
};

/// intervient, intervient_declare, peut_intervenir, n_intervient_pas, indetermine, hors_champ.
using StatusCode = QString;

struct ServiceStatus
{
    StatusCode code;
    bool provisional = false; ///< D*s* known below 70 %
    QString
        reason; ///< why "n_intervient_pas": sans_service, refus, volonte (not enough), exclusion, capacite
};

/// Everything the capacity model says of one record. Ordered maps, so that outputs are reproducible.
struct Assessment
{
    std::map<QString, IndicatorScore> indicators;
    std::map<QString, Interval> subDimensions;         ///< A1…C4 and E
    std::map<QString, Interval> services;              ///< D1…D4
    std::map<QString, Interval> dimensions;            ///< A…E
    Interval global;                                   ///< completeness unused
    std::map<QString, std::optional<double>> profiles; ///< per service D1…D4
    std::map<QString, Interval> profileIntervals; ///< the same with its bounds; completeness of the service
    std::optional<double> evidenceIndex;          ///< 0–1
    std::vector<Veto> vetoes;                     ///< in order V1…V11
    StatusCode status;
    std::map<QString, ServiceStatus> serviceStatus; ///< by service code
    bool rankable = false;                          ///< completeness ≥ 70 % and nothing suspensive
    bool suspended = false;                         ///< V4 or V5
    bool institution = false;                       ///< never scored
    QDate reference;                                ///< ent_date

    const Veto* veto(const QString& code) const;
    /// Score of a dimension, sub-dimension or service, or "global"; nullptr for an unknown code.
    const Interval* score(const QString& node) const;
};

/// S1…S6 of preselection or T1…T8 of eligibility.
struct Criterion
{
    QString code;
    bool met = false;
    bool unknown = false; ///< met for want of information, to be asked
};

} // namespace assessment
