#pragma once
#include "assessment/selection.h"
#include "base/progress.h"

namespace assessment {

/// Weights that may be tried in place of the model's: of the dimensions A…E, and of the trio's note. Shares
/// of 1; what is read is renormalised.
struct Weights
{
    std::map<QString, double> dimensions;
    double mean = 0.50, coverage = 0.35, territory = 0.15;

    static Weights of(const Model& model);
    bool operator==(const Weights&) const = default;
};

/// The global score under weights of the dimensions: nothing else of an assessment depends on them. Under the
/// model's own, the very score of the assessment.
class GlobalScore
{
public:
    GlobalScore(const Model& model, const Weights& weights);
    Interval operator()(const Assessment& assessment) const;

private:
    std::vector<std::pair<QString, double>> m_parts; ///< empty: the model's own weights
};

/// The least global score from which an actor is eligible for the trio, all else being as it is; none when it
/// never is. Criteria must not turn against a higher score.
std::optional<double> eligibleFrom(const Model& model, const questionnaire::Answers& answers,
                                   const Assessment& assessment);

/// findTrios under other weights; eligibility (T5 reads the global score) is the caller's.
TrioSearch findTrios(const Model& model, const std::vector<TrioCandidate>& eligible,
                     const SelectionSetup& setup, const Weights& weights, int top);
/// Any three, eligible or not: their note and which constraints they hold. Nothing when one has no score.
std::optional<Trio> describeTrio(const Model& model, const std::array<TrioCandidate, 3>& three,
                                 const SelectionSetup& setup, const Weights& weights);

/// How weights are drawn (scoring_model § 12, 1).
enum class WeightDraw {
    Relative, ///< uniform within ± spread of each weight, renormalised
    Simplex,  ///< uniform over all weights
    Ordinal,  ///< uniform over those that keep the model's order of importance
};

struct RobustnessSetup
{
    int samples = 5000;
    quint64 seed = 1;
    WeightDraw draw = WeightDraw::Relative;
    double spread = 0.30;      ///< of Relative
    bool drawsUnknowns = true; ///< scores between their bounds (§ 12, 2) rather than at their centre
    bool pairwise = false;     ///< the matrix is long: only when asked for
};

/// One ranked organisation over the draws (Lahdelma & Salminen 2001).
struct ActorRobustness
{
    QString id;
    std::vector<double>
        acceptability; ///< share of the draws at rank 1, 2, …; rank = 1 + number strictly better
    double first3 = 0; ///< share at rank 3 or better
    std::optional<std::map<QString, double>> centralWeights; ///< none when never first
    double confidence = 0; ///< share of the draws of scores where it is first under its central weights
    double eligible = 0;   ///< share of the draws where it is eligible for the trio
    std::optional<int> rank, rankWithoutCaps; ///< by central scores, kept and raw (§ 12, 3)
    std::vector<double> pairwise;             ///< share where it is ahead of each other, in order of `actors`
};

struct TrioRobustness
{
    std::array<QString, 3> actors;
    double optimal = 0;                       ///< share of the draws where it is the best
    double meanRegret = 0, maximumRegret = 0; ///< points lost against the best of each draw
};

/// The ranking without one dimension, the others renormalised (§ 12, 4).
struct WithoutDimension
{
    QString dimension;
    std::vector<RankLine> ranking;
    std::optional<std::array<QString, 3>> trio;
};

/// The smallest change of one weight, the others keeping their proportions, that changes the trio (§ 12, 5).
struct Tipping
{
    QString weight; ///< A…E, or moyenne, couverture, territoire
    double from = 0, to = 0;
    std::array<QString, 3> trio; ///< the one that comes first
};

/// The smallest change of one weight of a dimension at which one of the ranking catches up with the one just
/// ahead, at the scores that count.
struct PairTipping
{
    QString ahead, behind;
    QString weight; ///< A…E
    double from = 0, to = 0;
};
inline constexpr size_t PairsShown = 10; ///< the first of the ranking, each with the next

struct Robustness
{
    RobustnessSetup setup;
    double halfWidth95 = 0; ///< of a share, in the worst case
    std::vector<ActorRobustness> actors;
    std::vector<TrioRobustness> trios;   ///< every set that was first once, most often first
    std::map<QString, double> coreIndex; ///< share of the draws whose best trio holds it
    std::vector<WithoutDimension> withoutDimension;
    std::vector<Tipping> tipping; ///< smallest change first; weights that never change the trio are absent
    std::vector<PairTipping> pairTipping; ///< in order of the ranking; pairs that no weight flips are absent
};

/// All organisations that may be ranked; institutions and the others are left out. Same seed, same result, on
/// any processor. Throws Error(Cancelled).
Robustness robustness(const Model& model, const std::vector<TrioCandidate>& actors,
                      const SelectionSetup& selection, const RobustnessSetup& setup,
                      const base::Progress& progress = {});

} // namespace assessment
