#pragma once
#include "assessment/model.h"

#include <functional>

namespace assessment {

/// Where an actor is present: provinces to regions, injected by the caller (the administrative divisions
/// are not this module's business). Region codes of the study's division.
using RegionsOf = std::function<QStringList(const questionnaire::Answers&)>;

/// Study parameters of § 10.
struct SelectionSetup
{
    QStringList priorityRegions; ///< region codes; empty = all are priorities
    int regionCount = 16;        ///< number of regions of the study's division
    RegionsOf regionsOf;
    QString sameTownReason; ///< of the IOM, for two of the three in one town: K4 is then met
};

/// S1…S6 (§ 10, step 1): one entry per criterion, in order. No score is read.
std::vector<Criterion> preselection(const Model&, const questionnaire::Answers&, const Assessment&,
                                    const SelectionSetup&);
/// T1…T8 (§ 10, step 2).
std::vector<Criterion> eligibility(const Model&, const questionnaire::Answers&, const Assessment&);
/// False when nothing was judged.
bool allMet(const std::vector<Criterion>& criteria);

/// One line of a ranking; ranks follow CLI.md (1 + number strictly ahead outside a "coude à coude").
struct RankLine
{
    QString id;
    Interval score;
    std::optional<int> rank; ///< empty: "classement non communiqué"
    int group = 0;           ///< lines of one "coude à coude" share it; 0 when unranked
};

struct RankInput
{
    QString id, name;
    const Assessment* assessment = nullptr;
    std::optional<Interval> global = {}; ///< in place of the assessment's, when weights are tried
};

/// Ranking on the global score, or on a service profile (code D1…D4). Institutions are left out. Unranked
/// lines come last, by name, whatever the reason. Scores closer than `indifference` are side by side.
std::vector<RankLine> rank(const std::vector<RankInput>& inputs, const QString& service = {},
                           double indifference = 3);

struct TrioCandidate
{
    QString id, name;
    const Assessment* assessment = nullptr;
    const questionnaire::Answers* answers = nullptr;
};

struct Constraint
{
    QString code; ///< K1…K4
    bool met = false;
    QStringList missing; ///< services (K1) or what lacks
    QString waiver = {}; ///< reason for which it counts as met; empty when it is met by itself
};

struct Trio
{
    std::array<QString, 3> actors;
    double note = 0, coverage = 0, territory = 0, mean = 0;
    std::array<QString, ServiceCount> bestActor; ///< per service; empty when nobody reaches 40
    std::array<double, ServiceCount> bestScore{};
    std::vector<Constraint> constraints;
    bool allMet() const;
};

struct TrioSearch
{
    std::vector<Trio> trios; ///< best first: those meeting K1–K4; when none does, best of all
    bool anyMeetsConstraints = false;
    QString nearestFailing; ///< constraint code nearest to be lifted when none meets all
    qint64 examined = 0;
};

/// All sets of three eligible organisations (§ 10, step 3), the `top` best.
TrioSearch findTrios(const Model&, const std::vector<TrioCandidate>& eligible, const SelectionSetup&,
                     int top);

} // namespace assessment
