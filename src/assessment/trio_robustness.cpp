#include "assessment/trio_robustness.h"

#include "assessment/draws.h"

#include <algorithm>
#include <cmath>

namespace assessment {
namespace {

const QString Stage = QStringLiteral("robustness");
const QString MeanWeight = QStringLiteral("moyenne"), CoverageWeight = QStringLiteral("couverture"),
              TerritoryWeight = QStringLiteral("territoire");

double& weightIn(Weights& weights, const QString& code)
{
    if (code == MeanWeight) return weights.mean;
    if (code == CoverageWeight) return weights.coverage;
    if (code == TerritoryWeight) return weights.territory;
    return weights.dimensions.at(code);
}

/// The weight takes a value; its fellows share the rest as they did.
Weights withWeight(Weights weights, const QString& code, double value)
{
    std::vector<double*> others;
    double rest = 0;
    double& own = weightIn(weights, code);
    const auto add = [&](double& other) {
        if (&other == &own) return;
        others.push_back(&other);
        rest += other;
    };
    if (weights.dimensions.contains(code)) {
        for (auto& [name, weight] : weights.dimensions)
            add(weight);
    } else {
        for (double* weight : {&weights.mean, &weights.coverage, &weights.territory})
            add(*weight);
    }
    own = value;
    for (double* other : others)
        *other = rest > 0 ? *other * (1 - value) / rest : (1 - value) / static_cast<double>(others.size());
    return weights;
}

} // namespace

TrioRobustnessStudy::TrioRobustnessStudy(const Model& model, const std::vector<TrioCandidate>& actors,
                                         const SelectionSetup& selection, const RobustnessSetup& setup)
    : m_model(model), m_actors(actors), m_setup(setup), m_pool(takePool()),
      m_problem(model, m_pool, selection, Weights::of(model))
{
}

/// Fills the numbers that stand beside the pool.
std::vector<TrioCandidate> TrioRobustnessStudy::takePool()
{
    std::vector<TrioCandidate> out;
    for (size_t i = 0; i < m_actors.size(); ++i) {
        const auto from = eligibleFrom(m_model, *m_actors[i].answers, *m_actors[i].assessment);
        if (!from) continue;
        out.push_back(m_actors[i]);
        m_from.push_back(*from);
        m_poolToActor.push_back(i);
    }
    return out;
}

std::vector<const Assessment*> TrioRobustnessStudy::drawnActors() const
{
    std::vector<const Assessment*> out;
    for (const TrioCandidate& member : m_pool)
        out.push_back(member.assessment);
    return out;
}

scoring::TrioObjective TrioRobustnessStudy::objectiveOf(double mean, double coverage, double territory) const
{
    return {mean, coverage, territory, m_problem.objective().regions};
}

std::optional<TrioRobustnessStudy::Members>
TrioRobustnessStudy::best(const std::vector<double>& scores, const scoring::TrioObjective& objective) const
{
    std::vector<scoring::TrioCandidate> eligible;
    std::vector<int> numbers;
    for (size_t i = 0; i < scores.size(); ++i) {
        if (scores[i] < m_from[i]) continue;
        eligible.push_back(m_problem.candidates()[i]);
        eligible.back().score = scores[i];
        numbers.push_back(static_cast<int>(i));
    }
    std::int64_t examined = 0;
    const auto found = scoring::bestTrios(eligible, objective, m_problem.requirement(), 1, examined);
    if (found.empty()) return std::nullopt;
    Members out = found.front().members;
    for (int& member : out)
        member = numbers[static_cast<size_t>(member)];
    return out;
}

std::optional<TrioRobustnessStudy::Members> TrioRobustnessStudy::bestUnder(const Weights& weights) const
{
    const GlobalScore global(m_model, weights);
    std::vector<double> scores;
    for (const TrioCandidate& member : m_pool)
        scores.push_back(global(*member.assessment).central.value_or(0));
    return best(scores, objectiveOf(weights.mean, weights.coverage, weights.territory));
}

std::array<QString, 3> TrioRobustnessStudy::idsOf(const Members& members) const
{
    std::array<QString, 3> out;
    for (size_t i = 0; i < 3; ++i)
        out[i] = m_problem.actor(members[i]).id;
    return out;
}

double TrioRobustnessStudy::noteOf(const Members& members, const std::vector<double>& scores,
                                   const scoring::TrioObjective& objective) const
{
    std::vector<scoring::TrioCandidate> three;
    for (const int member : members) {
        three.push_back(m_problem.candidates()[static_cast<size_t>(member)]);
        three.back().score = scores[static_cast<size_t>(member)];
    }
    return scoring::noteOf(three, {0, 1, 2}, objective).note;
}

void TrioRobustnessStudy::draw(Robustness& out, const base::Progress& progress)
{
    Found found;
    std::vector<int> eligible(m_pool.size());
    std::vector<double> bestNotes;
    Draws draws(m_model, drawnActors(), m_setup);
    for (int sample = 0; sample < m_setup.samples; ++sample) {
        if (sample % 256 == 0) base::advance(progress, Stage, 50 + 25 * sample / m_setup.samples, 100);
        draws.next();
        for (size_t i = 0; i < m_pool.size(); ++i)
            eligible[i] += draws.globals()[i] >= m_from[i] ? 1 : 0;
        const auto objective = objectiveOf(draws.mean(), draws.coverage(), draws.territory());
        const auto members = best(draws.globals(), objective);
        bestNotes.push_back(members ? noteOf(*members, draws.globals(), objective) : 0);
        if (members) ++found[*members];
    }
    for (size_t i = 0; i < m_pool.size(); ++i)
        out.actors[m_poolToActor[i]].eligible = static_cast<double>(eligible[i]) / m_setup.samples;
    addRegrets(found, bestNotes, out, progress);
}

/// The same draws again, for the sets that were once the best.
void TrioRobustnessStudy::addRegrets(const Found& found, const std::vector<double>& bestNotes,
                                     Robustness& out, const base::Progress& progress) const
{
    std::vector<Members> sets;
    for (const auto& [members, count] : found) {
        sets.push_back(members);
        const double share = static_cast<double>(count) / m_setup.samples;
        out.trios.push_back({idsOf(members), share, 0, 0});
        for (const QString& id : out.trios.back().actors)
            out.coreIndex[id] += share;
    }
    Draws draws(m_model, drawnActors(), m_setup);
    for (size_t sample = 0; sample < bestNotes.size(); ++sample) {
        if (sample % 256 == 0) base::advance(progress, Stage, 75, 100);
        draws.next();
        const auto objective = objectiveOf(draws.mean(), draws.coverage(), draws.territory());
        for (size_t s = 0; s < sets.size(); ++s) {
            const double lost =
                std::max(0.0, bestNotes[sample] - noteOf(sets[s], draws.globals(), objective));
            out.trios[s].meanRegret += lost / m_setup.samples;
            out.trios[s].maximumRegret = std::max(out.trios[s].maximumRegret, lost);
        }
    }
    std::stable_sort(out.trios.begin(), out.trios.end(),
                     [](const TrioRobustness& a, const TrioRobustness& b) { return a.optimal > b.optimal; });
}

void TrioRobustnessStudy::removeDimensions(Robustness& out) const
{
    for (const Model::Node& dimension : m_model.dimensions()) {
        const Weights weights = withWeight(Weights::of(m_model), dimension.code, 0);
        const GlobalScore global(m_model, weights);
        std::vector<RankInput> inputs;
        for (const TrioCandidate& actor : m_actors)
            inputs.push_back({actor.id, actor.name, actor.assessment, global(*actor.assessment)});
        WithoutDimension without{dimension.code, rank(inputs), std::nullopt};
        if (const auto members = bestUnder(weights)) without.trio = idsOf(*members);
        out.withoutDimension.push_back(std::move(without));
    }
}

void TrioRobustnessStudy::findTipping(Robustness& out, const base::Progress& progress) const
{
    const auto present = bestUnder(Weights::of(m_model));
    if (!present) return;
    QStringList codes{MeanWeight, CoverageWeight, TerritoryWeight};
    for (const Model::Node& dimension : m_model.dimensions())
        codes << dimension.code;
    for (qsizetype i = 0; i < codes.size(); ++i) {
        base::advance(progress, Stage, static_cast<int>(80 + 20 * i / codes.size()), 100);
        if (const auto tipping = tippingOf(codes[i], *present)) out.tipping.push_back(*tipping);
    }
    std::stable_sort(out.tipping.begin(), out.tipping.end(), [](const Tipping& a, const Tipping& b) {
        return std::abs(a.to - a.from) < std::abs(b.to - b.from);
    });
}

/// Looks every point of weight away from the present one, then closer: a change that holds over less than a
/// point is not seen.
std::optional<Tipping> TrioRobustnessStudy::tippingOf(const QString& weight, const Members& present) const
{
    Weights base = Weights::of(m_model);
    const double from = weightIn(base, weight);
    const auto at = [&](double value) { return bestUnder(withWeight(base, weight, value)); };
    const auto changes = [&](double value) { return at(value) != std::optional(present); };
    for (int point = 1; point <= 100; ++point)
        for (const double sign : {1.0, -1.0}) {
            double outside = from + sign * point / 100, inside = from + sign * (point - 1) / 100;
            if (outside < 0 || outside > 1 || !changes(outside)) continue;
            while (std::abs(outside - inside) > 1e-6) {
                const double middle = (outside + inside) / 2;
                (changes(middle) ? outside : inside) = middle;
            }
            const auto then = at(outside);
            return Tipping{weight, from, outside, then ? idsOf(*then) : std::array<QString, 3>()};
        }
    return std::nullopt;
}

} // namespace assessment
