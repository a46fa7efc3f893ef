#pragma once
#include "workflow/entry.h"
#include "workflow/study.h"

#include <QDateTime>

#include <optional>

namespace workflow {

/// How a stakeholder says what each dimension weighs. What was given is kept as it was given.
enum class WeightMethod : unsigned char {
    Direct, ///< any positive numbers, divided by their sum
    Budget, ///< 100 points shared
    Swing,  ///< 100 for the most important swing, less for the others
    Ahp,    ///< judgements in pairs (upper triangle, row by row)
    Ranks   ///< order of importance, from 1
};

struct Stakeholder
{
    QString id; ///< empty: a new one
    QString name;
    WeightMethod method = WeightMethod::Budget;
    std::vector<double> inputs; ///< one per dimension; for judgements, one per pair
    double influence = 1;

    bool operator==(const Stakeholder&) const = default;
};

/// The pair of dimensions whose judgement agrees least with the others.
struct PairToReconsider
{
    int row = 0, column = 0;
    double given = 1, suggested = 1;
};

struct WeightsGiven
{
    std::vector<double> weights;       ///< sum 1; empty when the numbers give none
    double missingPoints = 0;          ///< of a budget: lacking (positive) or exceeding
    std::optional<double> consistency; ///< ratio of the judgements; 0.1 or less is accepted
    std::optional<PairToReconsider> reconsider;
    bool complete = false; ///< may take part in the mix
};

int dimensionCount(const Study& study);
WeightsGiven weightsGiven(const Stakeholder& stakeholder, int dimensions);
/// Numbers of another method that say the same weights as nearly as it can.
std::vector<double> inputsFor(WeightMethod method, const std::vector<double>& weights);
/// Weights of the dimensions of the model in force, sum 1.
std::vector<double> modelWeights(const assessment::Model& model);

std::vector<Stakeholder> stakeholders(const Study& study);
Outcome setStakeholder(Study& study, const Stakeholder& stakeholder);
Outcome removeStakeholder(Study& study, const QString& id);
bool mixesGeometrically(const Study& study);
Outcome setMixing(Study& study, bool geometric);

struct WeightsMix
{
    std::vector<double> weights; ///< in tenths of a percent, sum 1; empty when nothing can be mixed
    std::vector<double> disagreement;
    QStringList leftOut; ///< who gave nothing usable
};
WeightsMix mixed(const std::vector<Stakeholder>& stakeholders, int dimensions, bool geometric);

/// The four quantities whose ladders depend on the field, with the thresholds of the model in force, among
/// the organisations entered: no name, no score. A class of fewer than five is joined to its neighbour.
struct RawClass
{
    std::optional<double> from, below; ///< bounds; whole numbers, `below` left out
    int count = 0;
};
struct RawQuantity
{
    QString question, indicator, label;
    int known = 0;
    std::vector<RawClass> classes;
};
std::vector<RawQuantity> rawQuantities(const Study& study, const base::Progress& progress = {});

} // namespace workflow
