#include "scoring/weight_law.h"

#include "scoring/exact_math.h"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <functional>
#include <numeric>

namespace scoring {
namespace {

constexpr double Rounding = 1e-12;

double sumOf(std::span<const double> numbers)
{
    return std::accumulate(numbers.begin(), numbers.end(), 0.0);
}

void divideBySum(std::span<double> weights)
{
    const double sum = sumOf(weights);
    for (double& weight : weights)
        weight /= sum;
}

/// Uniform on the simplex: lengths of the pieces that sorted uniform integers cut. No logarithm, and the sum
/// is exactly 1.
void drawSimplex(Random& random, std::span<double> weights)
{
    constexpr std::uint64_t Whole = std::uint64_t{1} << 53;
    thread_local std::vector<std::uint64_t> cuts;
    cuts.resize(weights.size());
    for (size_t i = 0; i + 1 < cuts.size(); ++i)
        cuts[i] = random.bits();
    cuts.back() = Whole;
    std::sort(cuts.begin(), cuts.end());
    std::uint64_t before = 0;
    for (size_t i = 0; i < weights.size(); ++i) {
        weights[i] = static_cast<double>(cuts[i] - before) * 0x1p-53;
        before = cuts[i];
    }
}

/// Marsaglia's polar method.
double normal(Random& random)
{
    for (;;) {
        const double x = 2 * random.open() - 1, y = 2 * random.open() - 1;
        const double square = x * x + y * y;
        if (square < 1 && square > 0) return x * std::sqrt(-2 * logarithm(square) / square);
    }
}

/// Marsaglia & Tsang 2000, for shapes of at least 1.
double largeGamma(Random& random, double shape)
{
    const double d = shape - 1.0 / 3, c = 1 / std::sqrt(9 * d);
    for (;;) {
        const double x = normal(random), root = 1 + c * x;
        if (root <= 0) continue;
        const double v = root * root * root;
        if (logarithm(random.open()) < 0.5 * x * x + d - d * v + d * logarithm(v)) return d * v;
    }
}

double gamma(Random& random, double shape)
{
    if (shape >= 1) return largeGamma(random, shape);
    const double large = largeGamma(random, shape + 1);
    return large * exponential(logarithm(random.open()) / shape);
}

void drawDirichlet(Random& random, const DirichletWeights& law, std::span<double> weights)
{
    do
        for (size_t c = 0; c < weights.size(); ++c)
            weights[c] = gamma(random, law.alpha[c]);
    while (!(sumOf(weights) > 1e-290));
    divideBySum(weights);
}

void drawOrdinal(Random& random, const OrdinalWeights& law, std::span<double> weights)
{
    thread_local std::vector<double> decreasing;
    decreasing.resize(weights.size());
    drawSimplex(random, decreasing);
    std::sort(decreasing.begin(), decreasing.end(), std::greater<>());
    for (size_t place = 0; place < weights.size(); ++place)
        weights[law.order[place]] = decreasing[place];
}

void drawRelative(Random& random, const RelativeWeights& law, std::span<double> weights)
{
    for (size_t c = 0; c < weights.size(); ++c)
        weights[c] = law.weights[c] * (1 + law.share * (2 * random.uniform() - 1));
    divideBySum(weights);
}

/// Uniform above the low bounds; true when it is below the high ones too.
bool drawAboveLow(Random& random, const RangedWeights& law, std::span<double> weights)
{
    drawSimplex(random, weights);
    const double room = std::max(0.0, 1 - sumOf(law.low));
    bool within = true;
    for (size_t c = 0; c < weights.size(); ++c) {
        weights[c] = law.low[c] + room * weights[c];
        within = within && weights[c] <= law.high[c] + Rounding;
    }
    return within;
}

/// Random walk from the middle: two criteria share their sum anew, uniformly between their bounds. Its
/// stationary law is the uniform one; the number of steps is several times what mixes a simplex.
void drawBySteps(Random& random, const RangedWeights& law, std::span<double> weights)
{
    constexpr size_t StepsPerCriterion = 40;
    const double low = sumOf(law.low), high = sumOf(law.high);
    const double share = high > low ? (1 - low) / (high - low) : 0;
    for (size_t c = 0; c < weights.size(); ++c)
        weights[c] = law.low[c] + share * (law.high[c] - law.low[c]);
    const auto count = static_cast<std::uint32_t>(weights.size());
    if (count < 2) return;
    for (size_t step = 0; step < StepsPerCriterion * count; ++step) {
        const std::uint32_t a = random.below(count);
        const std::uint32_t b = (a + 1 + random.below(count - 1)) % count;
        const double sum = weights[a] + weights[b];
        const double least = std::max(law.low[a], sum - law.high[b]);
        const double most = std::max(least, std::min(law.high[a], sum - law.low[b]));
        weights[a] = least + random.uniform() * (most - least);
        weights[b] = sum - weights[a];
    }
}

void drawRanged(Random& random, const RangedWeights& law, bool bySteps, std::span<double> weights)
{
    constexpr int MostThrownAway = 100000;
    for (int tries = 0; !bySteps && tries < MostThrownAway; ++tries)
        if (drawAboveLow(random, law, weights)) return;
    drawBySteps(random, law, weights);
}

/// Whether fewer than one draw in thirty would be kept.
bool isNarrow(const RangedWeights& law, size_t criteria)
{
    constexpr int Tries = 3000, FewestKept = 100;
    std::vector<double> weights(criteria);
    Random random(0, 0);
    int kept = 0;
    for (int i = 0; i < Tries; ++i)
        kept += drawAboveLow(random, law, weights) ? 1 : 0;
    return kept < FewestKept;
}

bool allOf(std::span<const double> numbers, size_t count, double least, double most)
{
    return numbers.size() == count &&
           std::all_of(numbers.begin(), numbers.end(), [&](double x) { return x >= least && x <= most; });
}

struct Soundness
{
    size_t criteria;

    bool operator()(const UniformWeights&) const { return true; }
    bool operator()(const DirichletWeights& law) const { return allOf(law.alpha, criteria, 1e-3, 1e6); }
    bool operator()(const OrdinalWeights& law) const
    {
        std::vector<size_t> sorted = law.order, all(criteria);
        std::sort(sorted.begin(), sorted.end());
        std::iota(all.begin(), all.end(), size_t{0});
        return sorted == all;
    }
    bool operator()(const RangedWeights& law) const
    {
        if (!allOf(law.low, criteria, 0, 1) || !allOf(law.high, criteria, 0, 1)) return false;
        for (size_t c = 0; c < criteria; ++c)
            if (law.low[c] > law.high[c]) return false;
        return sumOf(law.low) <= 1 + Rounding && sumOf(law.high) >= 1 - Rounding;
    }
    bool operator()(const RelativeWeights& law) const
    {
        return allOf(law.weights, criteria, 0, 1e12) && sumOf(law.weights) > 0 && law.share >= 0 &&
               law.share < 1;
    }
    bool operator()(const GivenWeights& law) const
    {
        return law.samples.rows() > 0 && law.samples.columns() == criteria;
    }
};

} // namespace

bool isSound(const WeightLaw& law, size_t criteria)
{
    return criteria > 0 && std::visit(Soundness{criteria}, law);
}

WeightSampler::WeightSampler(WeightLaw law, size_t criteria) : m_law(std::move(law))
{
    assert(isSound(m_law, criteria));
    if (const auto* ranged = std::get_if<RangedWeights>(&m_law)) m_bySteps = isNarrow(*ranged, criteria);
}

void WeightSampler::draw(Random& random, size_t index, std::span<double> weights) const
{
    if (std::holds_alternative<UniformWeights>(m_law)) drawSimplex(random, weights);
    if (const auto* law = std::get_if<DirichletWeights>(&m_law)) drawDirichlet(random, *law, weights);
    if (const auto* law = std::get_if<OrdinalWeights>(&m_law)) drawOrdinal(random, *law, weights);
    if (const auto* law = std::get_if<RangedWeights>(&m_law)) drawRanged(random, *law, m_bySteps, weights);
    if (const auto* law = std::get_if<RelativeWeights>(&m_law)) drawRelative(random, *law, weights);
    if (const auto* law = std::get_if<GivenWeights>(&m_law))
        std::copy_n(law->samples.row(index).data(), weights.size(), weights.data());
}

void WeightSampler::drawBlock(std::uint64_t seed, size_t block, size_t count, size_t criteria,
                              std::span<double> weights) const
{
    Random random(seed, 2 * block); // the odd streams draw values
    for (size_t s = 0; s < count; ++s)
        draw(random, block * Block + s, weights.subspan(s * criteria, criteria));
}

Matrix drawAll(const WeightLaw& law, size_t criteria, size_t samples, std::uint64_t seed)
{
    const WeightSampler sampler(law, criteria);
    Matrix weights(samples, criteria);
    for (size_t from = 0; from < samples; from += WeightSampler::Block) {
        const size_t count = std::min(WeightSampler::Block, samples - from);
        sampler.drawBlock(seed, from / WeightSampler::Block, count, criteria,
                          {weights.row(from).data(), count * criteria});
    }
    return weights;
}

} // namespace scoring
