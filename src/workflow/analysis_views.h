#pragma once
#include "base/progress.h"
#include "disclosure/gate.h"

namespace workflow {

class Study;

/// Evidence that would lift a cap: what to ask an organisation for, and what showing it would bring.
struct Claim
{
    QString actor, name;
    QString indicator, label;
    std::vector<QStringList> evidence; ///< alternatives of expected pieces
    double raw = 0, kept = 0;          ///< of the indicator, 0–4
    double gain = 0;                   ///< points of global score
};

/// The evidence to claim from the ranked organisations, greatest gain first. For the working file only.
/// Throws Error(Cancelled) when stopped.
std::vector<Claim> evidenceToClaim(const Study& study, const disclosure::StudyData& data,
                                   const base::Progress& progress = {});

/// How many organisations have claims whose gains add up to more than `points`.
int actorsGaining(const std::vector<Claim>& claims, double points);

} // namespace workflow
