#pragma once
// The search for sets of three in numbers: private to this module.
#include "assessment/model_data.h"
#include "assessment/robustness.h"
#include "assessment/rule_scope.h"
#include "scoring/trio.h"

namespace assessment {

/// Candidates as numbers, in an order that does not depend on the caller's. References must outlive it.
class TrioProblem
{
public:
    using Members = std::array<int, 3>;

    TrioProblem(const Model& model, const std::vector<TrioCandidate>& candidates, const SelectionSetup& setup,
                const Weights& weights);

    const std::vector<scoring::TrioCandidate>& candidates() const { return m_candidates; }
    const scoring::TrioObjective& objective() const { return m_objective; }
    const TrioCandidate& actor(int member) const { return *m_actors[static_cast<size_t>(member)]; }
    /// What a set must provide, but `without`.
    scoring::TrioRequirement requirement(const QString& without = {}) const;
    /// The best sets that meet every constraint, but `without`.
    std::vector<scoring::TrioResult> best(int top, const QString& without, std::int64_t& examined) const;
    std::vector<scoring::TrioResult> bestOfAll(int top, std::int64_t& examined) const;
    Trio describe(const Members& members) const;

private:
    /// Each condition that one of the three must fulfil for the set is a bit: one per service for K1, one for
    /// K2, K3; 0 for a constraint of difference.
    void numberConstraints();
    scoring::TrioCandidate candidateOf(const TrioCandidate& actor, double score);
    scoring::BitSet regionsOf(const TrioCandidate& actor, const RuleScope& scope);
    void readConstraints(const RuleScope& scope, scoring::TrioCandidate& candidate);
    int placeOf(const QString& code);
    Constraint check(size_t constraint, const Members& members) const;

    const Model& m_model;
    const SelectionSetup& m_setup;
    std::vector<std::uint32_t> m_bitsOf; ///< per constraint
    std::uint32_t m_allBits = 0;
    scoring::TrioObjective m_objective;
    std::vector<const TrioCandidate*> m_actors;
    std::vector<scoring::TrioCandidate> m_candidates;
    QHash<QString, int> m_regions, m_places;
};

} // namespace assessment
