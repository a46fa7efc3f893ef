#include "assessment/draws.h"

#include "assessment/model_data.h"

#include <algorithm>
#include <numeric>

namespace assessment {
namespace {

/// Streams of random numbers below this one belong to the blocks of SMAA.
constexpr std::uint64_t TrioStream = std::uint64_t{1} << 40;

scoring::WeightLaw lawAround(std::vector<double> weights, const RobustnessSetup& setup)
{
    switch (setup.draw) {
    case WeightDraw::Simplex:
        return scoring::UniformWeights{};
    case WeightDraw::Ordinal: {
        std::vector<size_t> order(weights.size());
        std::iota(order.begin(), order.end(), size_t{0});
        std::stable_sort(order.begin(), order.end(),
                         [&](size_t a, size_t b) { return weights[a] > weights[b]; });
        return scoring::OrdinalWeights{order};
    }
    case WeightDraw::Relative:
        break;
    }
    return scoring::RelativeWeights{std::move(weights), setup.spread};
}

std::vector<double> noteWeights(const Model& model)
{
    const TrioWeights& trio = model.d().trio;
    return {trio.mean, trio.coverage, trio.territory};
}

} // namespace

scoring::WeightLaw lawOf(const Model& model, const RobustnessSetup& setup)
{
    std::vector<double> weights;
    for (const Model::Node& dimension : model.dimensions())
        weights.push_back(dimension.weight);
    return lawAround(std::move(weights), setup);
}

ScoreBounds boundsOf(const Model& model, const Assessment& assessment)
{
    ScoreBounds out;
    for (const Model::Node& dimension : model.dimensions()) {
        const Interval& score = assessment.dimensions.at(dimension.code);
        out.central.push_back(score.central.value_or((score.low + score.high) / 2));
        out.low.push_back(score.low);
        out.high.push_back(score.high);
    }
    return out;
}

Draws::Draws(const Model& model, const std::vector<const Assessment*>& actors, const RobustnessSetup& setup)
    : m_setup(setup), m_dimensionSampler(lawOf(model, setup), model.dimensions().size()),
      m_noteSampler(lawAround(noteWeights(model), setup), 3), m_random(setup.seed, TrioStream),
      m_dimensions(model.dimensions().size()), m_note(3), m_globals(actors.size())
{
    for (const Assessment* actor : actors)
        m_bounds.push_back(boundsOf(model, *actor));
}

void Draws::next()
{
    m_dimensionSampler.draw(m_random, m_index, m_dimensions);
    m_noteSampler.draw(m_random, m_index, m_note);
    ++m_index;
    for (size_t i = 0; i < m_bounds.size(); ++i)
        m_globals[i] = scoreOf(m_bounds[i]);
}

double Draws::scoreOf(const ScoreBounds& bounds)
{
    double sum = 0;
    for (size_t d = 0; d < m_dimensions.size(); ++d) {
        const double width = bounds.high[d] - bounds.low[d];
        const bool isDrawn = m_setup.drawsUnknowns && width > 0;
        sum += m_dimensions[d] * (isDrawn ? bounds.low[d] + width * m_random.uniform() : bounds.central[d]);
    }
    return sum;
}

} // namespace assessment
