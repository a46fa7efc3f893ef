#pragma once
// One draw of weights and scores after another, the same at each reading: private to this module.
#include "assessment/robustness.h"
#include "scoring/random.h"
#include "scoring/weight_law.h"

namespace assessment {

/// The law of the dimensions' weights, in the order of the model.
scoring::WeightLaw lawOf(const Model& model, const RobustnessSetup& setup);

/// Scores of the dimensions of one actor, and where they may lie. A dimension that is not known at all lies
/// anywhere between its bounds, and counts as their middle when nothing unknown is drawn.
struct ScoreBounds
{
    std::vector<double> central, low, high; ///< one per dimension
};
ScoreBounds boundsOf(const Model& model, const Assessment& assessment);

/// Weights of the dimensions and of the trio's note, and a global score for each actor.
class Draws
{
public:
    Draws(const Model& model, const std::vector<const Assessment*>& actors, const RobustnessSetup& setup);

    void next();
    const std::vector<double>& globals() const { return m_globals; }
    const std::vector<double>& dimensionWeights() const { return m_dimensions; }
    double mean() const { return m_note[0]; }
    double coverage() const { return m_note[1]; }
    double territory() const { return m_note[2]; }

private:
    double scoreOf(const ScoreBounds& bounds);

    const RobustnessSetup& m_setup;
    scoring::WeightSampler m_dimensionSampler, m_noteSampler;
    scoring::Random m_random;
    std::vector<ScoreBounds> m_bounds;
    std::vector<double> m_dimensions, m_note, m_globals;
    size_t m_index = 0;
};

} // namespace assessment
