#include "assessment/model_data.h"
#include "assessment/presence.h"
#include "assessment/rule_scope.h"
#include "assessment/selection.h"
#include "scoring/trio.h"

#include <algorithm>
#include <numeric>

namespace assessment {

bool Trio::allMet() const
{
    return std::all_of(constraints.begin(), constraints.end(), [](const Constraint& c) { return c.met; });
}

namespace {

using Members = std::array<int, 3>;

/// Each condition that one of the three must fulfil for the set is a bit: one per service for K1, one for K2,
/// K3.
struct Bits
{
    std::vector<std::uint32_t> ofConstraint; ///< 0 for a constraint of difference
    std::uint32_t all = 0;
};

Bits bitsOf(const std::vector<ConstraintRule>& constraints)
{
    Bits bits;
    int next = 0;
    for (const ConstraintRule& constraint : constraints) {
        const int width = constraint.eachService[0] ? ServiceCount : constraint.oneActor ? 1 : 0;
        const std::uint32_t mask = ((std::uint32_t{1} << width) - 1) << next;
        bits.ofConstraint.push_back(mask);
        bits.all |= mask;
        next += width;
    }
    return bits;
}

/// Candidates as numbers, in an order that does not depend on the caller's.
class Problem
{
public:
    Problem(const Model& model, const std::vector<TrioCandidate>& eligible, const SelectionSetup& setup)
        : m_model(model), m_setup(setup), m_bits(bitsOf(model.d().constraints))
    {
        for (const TrioCandidate& candidate : eligible)
            if (candidate.assessment && candidate.answers && candidate.assessment->global.central)
                m_actors.push_back(&candidate);
        std::sort(m_actors.begin(), m_actors.end(),
                  [](const TrioCandidate* a, const TrioCandidate* b) { return a->id < b->id; });
        m_objective.mean = model.d().trio.mean;
        m_objective.coverage = model.d().trio.coverage;
        m_objective.territory = model.d().trio.territory;
        m_objective.regions = setup.priorityRegions.isEmpty()
                                  ? setup.regionCount
                                  : static_cast<int>(setup.priorityRegions.size());
        for (const TrioCandidate* actor : m_actors)
            m_candidates.push_back(candidateOf(*actor));
    }

    /// The best sets that meet every constraint, but `without`.
    std::vector<scoring::TrioResult> best(int top, const QString& without, std::int64_t& examined) const
    {
        scoring::TrioRequirement requirement{m_bits.all, false};
        const auto& constraints = m_model.d().constraints;
        for (size_t c = 0; c < constraints.size(); ++c) {
            if (constraints[c].code == without)
                requirement.provided &= ~m_bits.ofConstraint[c];
            else if (constraints[c].distinct)
                requirement.distinctPlaces = true;
        }
        return scoring::bestTrios(m_candidates, m_objective, requirement, top, examined);
    }

    std::vector<scoring::TrioResult> bestOfAll(int top, std::int64_t& examined) const
    {
        return scoring::bestTrios(m_candidates, m_objective, {}, top, examined);
    }

    Trio describe(const scoring::TrioResult& found) const
    {
        Trio trio;
        for (size_t i = 0; i < 3; ++i)
            trio.actors[i] = actor(found.members[i]).id;
        trio.note = found.value.note;
        trio.mean = found.value.mean;
        trio.coverage = found.value.coverage;
        trio.territory = found.value.territory;
        for (size_t s = 0; s < ServiceCount; ++s) {
            for (const int member : found.members) {
                const double score = m_candidates[static_cast<size_t>(member)].services[s];
                if (score <= trio.bestScore[s]) continue;
                trio.bestScore[s] = score;
                trio.bestActor[s] = actor(member).id;
            }
        }
        for (size_t c = 0; c < m_bits.ofConstraint.size(); ++c)
            trio.constraints.push_back(check(c, found.members));
        return trio;
    }

private:
    const TrioCandidate& actor(int member) const { return *m_actors[static_cast<size_t>(member)]; }

    scoring::TrioCandidate candidateOf(const TrioCandidate& actor)
    {
        const RuleScope scope(m_model, nullptr, *actor.answers, *actor.assessment,
                              RuleScope::Reading::Lenient);
        scoring::TrioCandidate candidate;
        candidate.score = *actor.assessment->global.central;
        const double covered = m_model.threshold(QStringLiteral("couverture"));
        for (size_t s = 0; s < ServiceCount; ++s) {
            const double score =
                actor.assessment->services.at(m_model.services()[s].node).central.value_or(0);
            const ExpressionPtr& withheld = m_model.d().withheld[s];
            const bool counts = score >= covered && !(withheld && holds(withheld, scope));
            candidate.services.push_back(counts ? score : 0);
        }
        candidate.regions = regionsOf(actor, scope);
        readConstraints(scope, candidate);
        return candidate;
    }

    scoring::BitSet regionsOf(const TrioCandidate& actor, const RuleScope& scope)
    {
        scoring::BitSet regions(m_objective.regions);
        const auto add = [&](const QString& code) {
            if (!m_regions.contains(code) && m_regions.size() < m_objective.regions)
                m_regions.insert(code, static_cast<int>(m_regions.size()));
            if (const auto found = m_regions.constFind(code); found != m_regions.constEnd())
                regions.add(*found);
        };
        if (holds(m_model.d().national, scope)) {
            for (int region = 0; region < m_objective.regions; ++region)
                regions.add(region);
            return regions;
        }
        for (const QString& code : priorityRegionsOf(m_setup, *actor.answers))
            add(code);
        return regions;
    }

    void readConstraints(const RuleScope& scope, scoring::TrioCandidate& candidate)
    {
        std::uint32_t bit = 1;
        const auto provide = [&](const ExpressionPtr& condition) {
            if (holds(condition, scope)) candidate.provides |= bit;
            bit <<= 1;
        };
        for (const ConstraintRule& constraint : m_model.d().constraints) {
            if (constraint.eachService[0])
                for (const ExpressionPtr& condition : constraint.eachService)
                    provide(condition);
            else if (constraint.oneActor)
                provide(constraint.oneActor);
            else
                candidate.place = placeOf(questionnaire::toText(constraint.distinct->evaluate(scope)));
        }
    }

    int placeOf(const QString& code)
    {
        if (code.isEmpty()) return -1;
        const auto known = m_places.constFind(code);
        if (known != m_places.constEnd()) return *known;
        return *m_places.insert(code, static_cast<int>(m_places.size()));
    }

    Constraint check(size_t c, const Members& members) const
    {
        const ConstraintRule& rule = m_model.d().constraints[c];
        Constraint constraint{rule.code, true, {}};
        const std::uint32_t mask = m_bits.ofConstraint[c];
        constraint.met = scoring::meets(m_candidates, members, {mask, static_cast<bool>(rule.distinct)});
        if (constraint.met || !rule.eachService[0]) return constraint;
        std::uint32_t lowest = mask & (~mask + 1);
        for (const QString& service : serviceCodes()) {
            if (!scoring::meets(m_candidates, members, {lowest, false})) constraint.missing << service;
            lowest <<= 1;
        }
        return constraint;
    }

    const Model& m_model;
    const SelectionSetup& m_setup;
    Bits m_bits;
    scoring::TrioObjective m_objective;
    std::vector<const TrioCandidate*> m_actors;
    std::vector<scoring::TrioCandidate> m_candidates;
    QHash<QString, int> m_regions, m_places;
};

/// The constraint that, lifted alone, opens the best set; failing that, the one the best of all sets misses
/// least.
QString nearestToLift(const Model& model, const Problem& problem, const std::vector<Trio>& bestOfAll,
                      std::int64_t& examined)
{
    QString nearest;
    double note = -1;
    for (const ConstraintRule& constraint : model.d().constraints) {
        const auto found = problem.best(1, constraint.code, examined);
        if (found.empty() || found.front().value.note <= note) continue;
        note = found.front().value.note;
        nearest = constraint.code;
    }
    if (!nearest.isEmpty() || bestOfAll.empty()) return nearest;
    const auto missing = [](const Constraint& constraint) {
        return constraint.met ? ServiceCount + 1 : static_cast<int>(constraint.missing.size());
    };
    const auto& failing = bestOfAll.front().constraints;
    return std::min_element(failing.begin(), failing.end(),
                            [&](const Constraint& a, const Constraint& b) { return missing(a) < missing(b); })
        ->code;
}

} // namespace

TrioSearch findTrios(const Model& model, const std::vector<TrioCandidate>& eligible,
                     const SelectionSetup& setup, int top)
{
    const Problem problem(model, eligible, setup);
    std::int64_t examined = 0;
    TrioSearch search;
    for (const scoring::TrioResult& found : problem.best(top, {}, examined))
        search.trios.push_back(problem.describe(found));
    search.anyMeetsConstraints = !search.trios.empty();
    if (!search.anyMeetsConstraints) {
        for (const scoring::TrioResult& found : problem.bestOfAll(top, examined))
            search.trios.push_back(problem.describe(found));
        search.nearestFailing = nearestToLift(model, problem, search.trios, examined);
    }
    search.examined = examined;
    return search;
}

} // namespace assessment
