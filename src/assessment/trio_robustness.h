#pragma once
// The trio under other weights: private to this module.
#include "assessment/trio_problem.h"

namespace assessment {

class TrioRobustnessStudy
{
public:
    /// `actors` by increasing id. References must outlive it.
    TrioRobustnessStudy(const Model& model, const std::vector<TrioCandidate>& actors,
                        const SelectionSetup& selection, const RobustnessSetup& setup);

    /// Shares of the draws where each actor is eligible and each trio is the best; regrets.
    void draw(Robustness& out, const base::Progress& progress);
    void removeDimensions(Robustness& out) const;
    void findTipping(Robustness& out, const base::Progress& progress) const;

private:
    using Members = TrioProblem::Members;
    using Found = std::map<Members, int>; ///< sets that were the best, and how often

    std::vector<TrioCandidate> takePool();
    std::vector<const Assessment*> drawnActors() const;
    /// The best set of those whose score makes them eligible; members are numbers of m_pool.
    std::optional<Members> best(const std::vector<double>& scores,
                                const scoring::TrioObjective& objective) const;
    std::optional<Members> bestUnder(const Weights& weights) const;
    scoring::TrioObjective objectiveOf(double mean, double coverage, double territory) const;
    double noteOf(const Members& members, const std::vector<double>& scores,
                  const scoring::TrioObjective& objective) const;
    std::array<QString, 3> idsOf(const Members& members) const;
    void addRegrets(const Found& found, const std::vector<double>& bestNotes, Robustness& out,
                    const base::Progress& progress) const;
    std::optional<Tipping> tippingOf(const QString& weight, const Members& present) const;

    const Model& m_model;
    const std::vector<TrioCandidate>& m_actors;
    const RobustnessSetup& m_setup;
    std::vector<double> m_from;        ///< beside m_pool: the score that makes eligible
    std::vector<size_t> m_poolToActor; ///< beside m_pool
    std::vector<TrioCandidate> m_pool; ///< those that some score makes eligible
    TrioProblem m_problem;
};

} // namespace assessment
