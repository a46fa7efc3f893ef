#pragma once
// What a loaded model holds: private to this module.
#include "assessment/model.h"
#include "questionnaire/expression/expression.h"

#include <array>

namespace assessment {

using ExpressionPtr = std::shared_ptr<const questionnaire::Expression>;

/// One step of a ladder; no condition means "otherwise".
struct RuleStep
{
    double score = 0;
    ExpressionPtr when;
};

struct IndicatorRule
{
    ExpressionPtr notApplicable;
    QStringList required; ///< answers without which the indicator is unknown
    QString of;           ///< answer whose code gives the score; empty: the steps decide
    QHash<QString, double> scores;
    std::vector<RuleStep> steps;
    double share = 0; ///< of its parent's weight, 0–1
};

struct VetoClause
{
    VetoEffect effect = VetoEffect::Liftable;
    QString reason;
    ExpressionPtr when;
};

struct VetoRule
{
    QString code, label;
    std::vector<VetoClause> clauses; ///< the first true one speaks
};

struct StatusRule
{
    QString status, reason;
    ExpressionPtr when, provisional;
};

struct CriterionRule
{
    QString code, label;
    ExpressionPtr when, unknown;
};

struct ConstraintRule
{
    QString code, label;
    std::array<ExpressionPtr, ServiceCount> eachService; ///< one of the three, for each service
    ExpressionPtr oneActor;                              ///< one of the three
    ExpressionPtr distinct;                              ///< a value that differs among the three
};

/// Scores of a service that is not offered directly.
struct FixedScores
{
    QString direct, convention; ///< codes of the offer
    QHash<QString, double> byOffer, byConvention;
    Interval conventionUnknown;
};

struct TrioWeights
{
    double mean = 0, coverage = 0, territory = 0;
};

struct Model::Private
{
    QString version, digest;
    scoring::Scale scale;
    QHash<QString, double> thresholds;
    QHash<QChar, std::array<double, 5>> caps;
    QHash<QChar, int> provedFrom;    ///< level from which a P or O indicator counts as proved
    QString documents, observations; ///< questions listing the evidence seen
    std::vector<Indicator> indicators;
    std::vector<IndicatorRule> rules; ///< beside `indicators`
    std::vector<Node> nodes;          ///< dimensions first
    std::vector<Node> dimensions;
    QHash<QString, int> nodeIndex, indicatorIndex;
    std::vector<double> orderedWeights; ///< of D
    QString orderedNode;                ///< D
    std::array<Service, ServiceCount> services;
    FixedScores fixed;
    double profileService = 0;
    std::vector<std::pair<QString, double>> profileDimensions;
    std::vector<VetoRule> vetoes;
    StatusRule outOfScope;
    std::array<std::vector<StatusRule>, ServiceCount> serviceStatus;
    std::vector<StatusRule> actorStatus;
    QStringList knownBeforeVisit; ///< vetoes read at preselection
    std::vector<CriterionRule> preselection, eligibility;
    TrioWeights trio;
    std::array<ExpressionPtr, ServiceCount>
        withheld; ///< the service counts for nothing in the trio's coverage
    ExpressionPtr national;
    std::vector<ConstraintRule> constraints;
    std::vector<Need> training, practices;
};

} // namespace assessment
