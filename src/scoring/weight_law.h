#pragma once
#include "scoring/matrix.h"
#include "scoring/random.h"

#include <span>
#include <variant>
#include <vector>

namespace scoring {

/// Every share of 1 among the criteria as likely as any other.
struct UniformWeights
{
};

struct DirichletWeights
{
    std::vector<double> alpha; ///< positive, one per criterion
};

/// Uniform among the weights that respect an order of importance; their mean is the rank-order centroid.
struct OrdinalWeights
{
    std::vector<size_t> order; ///< criteria, the most important first
};

/// Uniform among the weights of sum 1 that lie between bounds.
struct RangedWeights
{
    std::vector<double> low, high;
};

/// Each weight drawn uniformly within ± a share of itself, then all divided by their sum.
struct RelativeWeights
{
    std::vector<double> weights;
    double share = 0.30;
};

/// Weights given one sample per row, used as they are.
struct GivenWeights
{
    Matrix samples;
};

using WeightLaw = std::variant<UniformWeights, DirichletWeights, OrdinalWeights, RangedWeights,
                               RelativeWeights, GivenWeights>;

/// True when the law draws weights for this number of criteria (for bounds: when some weights lie between).
bool isSound(const WeightLaw& law, size_t criteria);

/// Draws weights by a sound law. No call depends on the ones before it but through the generator.
class WeightSampler
{
public:
    /// Samples drawn one after the other from one stream of random numbers.
    static constexpr size_t Block = 512;

    WeightSampler(WeightLaw law, size_t criteria);
    /// Weights of one sample; `index` is its number among all, for weights that are given.
    void draw(Random& random, size_t index, std::span<double> weights) const;
    /// Weights of the samples of a block (one row each), from the stream of the block.
    void drawBlock(std::uint64_t seed, size_t block, size_t count, size_t criteria,
                   std::span<double> weights) const;

private:
    WeightLaw m_law;
    bool m_bySteps = false; ///< bounds too narrow for draws to be thrown away
};

/// Weights of many samples, one per row; the same as SMAA draws with this seed.
Matrix drawAll(const WeightLaw& law, size_t criteria, size_t samples, std::uint64_t seed);

} // namespace scoring
