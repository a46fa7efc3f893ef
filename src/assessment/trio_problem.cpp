#include "assessment/trio_problem.h"

#include "assessment/presence.h"

#include <algorithm>

namespace assessment {

TrioProblem::TrioProblem(const Model& model, const std::vector<TrioCandidate>& candidates,
                         const SelectionSetup& setup, const Weights& weights)
    : m_model(model), m_setup(setup)
{
    numberConstraints();
    m_objective = {weights.mean, weights.coverage, weights.territory,
                   setup.priorityRegions.isEmpty() ? setup.regionCount
                                                   : static_cast<int>(setup.priorityRegions.size())};
    for (const TrioCandidate& candidate : candidates)
        if (candidate.assessment && candidate.answers && candidate.assessment->global.central)
            m_actors.push_back(&candidate);
    std::sort(m_actors.begin(), m_actors.end(),
              [](const TrioCandidate* a, const TrioCandidate* b) { return a->id < b->id; });
    const GlobalScore global(model, weights);
    for (const TrioCandidate* actor : m_actors)
        m_candidates.push_back(candidateOf(*actor, global(*actor->assessment).central.value_or(0)));
}

void TrioProblem::numberConstraints()
{
    int next = 0;
    for (const ConstraintRule& constraint : m_model.d().constraints) {
        const int width = constraint.eachService[0] ? ServiceCount : constraint.oneActor ? 1 : 0;
        const std::uint32_t mask = ((std::uint32_t{1} << width) - 1) << next;
        m_bitsOf.push_back(mask);
        m_allBits |= mask;
        next += width;
    }
}

scoring::TrioRequirement TrioProblem::requirement(const QString& without) const
{
    scoring::TrioRequirement out{m_allBits, false};
    const auto& constraints = m_model.d().constraints;
    for (size_t c = 0; c < constraints.size(); ++c) {
        if (constraints[c].code == without)
            out.provided &= ~m_bitsOf[c];
        else if (constraints[c].distinct)
            out.distinctPlaces = m_setup.sameTownReason.isEmpty();
    }
    return out;
}

std::vector<scoring::TrioResult> TrioProblem::best(int top, const QString& without,
                                                   std::int64_t& examined) const
{
    return scoring::bestTrios(m_candidates, m_objective, requirement(without), top, examined);
}

std::vector<scoring::TrioResult> TrioProblem::bestOfAll(int top, std::int64_t& examined) const
{
    return scoring::bestTrios(m_candidates, m_objective, {}, top, examined);
}

Trio TrioProblem::describe(const Members& members) const
{
    const scoring::TrioNote note = scoring::noteOf(m_candidates, members, m_objective);
    Trio trio;
    for (size_t i = 0; i < 3; ++i)
        trio.actors[i] = actor(members[i]).id;
    trio.note = note.note;
    trio.mean = note.mean;
    trio.coverage = note.coverage;
    trio.territory = note.territory;
    for (size_t s = 0; s < ServiceCount; ++s) {
        for (const int member : members) {
            const double score = m_candidates[static_cast<size_t>(member)].services[s];
            if (score <= trio.bestScore[s]) continue;
            trio.bestScore[s] = score;
            trio.bestActor[s] = actor(member).id;
        }
    }
    for (size_t c = 0; c < m_bitsOf.size(); ++c)
        trio.constraints.push_back(check(c, members));
    return trio;
}

scoring::TrioCandidate TrioProblem::candidateOf(const TrioCandidate& actor, double score)
{
    const RuleScope scope(m_model, nullptr, *actor.answers, *actor.assessment, RuleScope::Reading::Lenient);
    scoring::TrioCandidate candidate;
    candidate.score = score;
    const double covered = m_model.threshold(QStringLiteral("couverture"));
    for (size_t s = 0; s < ServiceCount; ++s) {
        const double service = actor.assessment->services.at(m_model.services()[s].node).central.value_or(0);
        const ExpressionPtr& withheld = m_model.d().withheld[s];
        const bool counts = service >= covered && !(withheld && holds(withheld, scope));
        candidate.services.push_back(counts ? service : 0);
    }
    candidate.regions = regionsOf(actor, scope);
    readConstraints(scope, candidate);
    return candidate;
}

scoring::BitSet TrioProblem::regionsOf(const TrioCandidate& actor, const RuleScope& scope)
{
    scoring::BitSet regions(m_objective.regions);
    const auto add = [&](const QString& code) {
        if (!m_regions.contains(code) && m_regions.size() < m_objective.regions)
            m_regions.insert(code, static_cast<int>(m_regions.size()));
        if (const auto found = m_regions.constFind(code); found != m_regions.constEnd()) regions.add(*found);
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

void TrioProblem::readConstraints(const RuleScope& scope, scoring::TrioCandidate& candidate)
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

int TrioProblem::placeOf(const QString& code)
{
    if (code.isEmpty()) return -1;
    const auto known = m_places.constFind(code);
    if (known != m_places.constEnd()) return *known;
    return *m_places.insert(code, static_cast<int>(m_places.size()));
}

Constraint TrioProblem::check(size_t c, const Members& members) const
{
    const ConstraintRule& rule = m_model.d().constraints[c];
    Constraint constraint{rule.code, true, {}};
    const std::uint32_t mask = m_bitsOf[c];
    constraint.met = scoring::meets(m_candidates, members, {mask, static_cast<bool>(rule.distinct)});
    if (!constraint.met && rule.distinct) constraint.waiver = m_setup.sameTownReason;
    constraint.met |= !constraint.waiver.isEmpty();
    if (constraint.met || !rule.eachService[0]) return constraint;
    std::uint32_t lowest = mask & (~mask + 1);
    for (const QString& service : serviceCodes()) {
        if (!scoring::meets(m_candidates, members, {lowest, false})) constraint.missing << service;
        lowest <<= 1;
    }
    return constraint;
}

} // namespace assessment
