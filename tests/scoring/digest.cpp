// Prints a digest of what the engine computes, to compare builds for different processors byte by byte.
#include "scoring/ahp.h"
#include "scoring/best_set.h"
#include "scoring/methods.h"
#include "scoring/smaa.h"

#include <bit>
#include <cstdio>

namespace {

std::uint64_t theDigest = 0xcbf29ce484222325;

void add(double number)
{
    theDigest = (theDigest ^ std::bit_cast<std::uint64_t>(number)) * 0x100000001b3;
    theDigest ^= theDigest >> 29;
}

void add(const std::vector<double>& numbers)
{
    for (const double number : numbers)
        add(number);
}

void addSmaa(const scoring::Matrix& values, const scoring::WeightLaw& law)
{
    scoring::SmaaProblem problem{values, {{3, 1, 0.2, 0.9}, {7, 0, 0, 1}}, law, {}};
    const auto result = scoring::smaa(problem, {3000, 42, true});
    for (size_t a = 0; a < values.rows(); ++a) {
        for (size_t b = 0; b < values.rows(); ++b) {
            add(result->acceptability.at(a, b));
            add(result->pairwise.at(a, b));
        }
        if (result->centralWeights[a]) add(*result->centralWeights[a]);
        add(result->confidence[a].value_or(-1));
    }
    add(result->choiceEntropy);
}

} // namespace

int main()
{
#if defined(CARTOSC_NEEDS_AVX2)
    if (!__builtin_cpu_supports("avx2") || !__builtin_cpu_supports("fma")) return 77;
#endif
    constexpr size_t Alternatives = 61, Criteria = 13;
    const scoring::Matrix drawn = scoring::drawAll(scoring::UniformWeights{}, Criteria, Alternatives, 7);
    const std::vector<double> weights(drawn.row(0).begin(), drawn.row(0).end());
    addSmaa(drawn, scoring::UniformWeights{});
    addSmaa(drawn, scoring::DirichletWeights{std::vector<double>(Criteria, 0.7)});
    addSmaa(drawn, scoring::RelativeWeights{weights, 0.3});
    addSmaa(drawn,
            scoring::RangedWeights{std::vector<double>(Criteria, 0.05), std::vector<double>(Criteria, 0.1)});
    add(scoring::topsis(drawn, weights));
    add(scoring::weightedGeometricMean(drawn, weights));
    const scoring::PreferenceFunction gaussian{scoring::Preference::Gaussian, 0, 1, 0.05};
    add(scoring::promethee(drawn, weights, std::vector(Criteria, gaussian)).net);
    scoring::CoverageProblem problem{drawn, weights, {}, {}};
    for (const scoring::BestSet& set : scoring::bestSets(problem, 20).best)
        add(set.gain);
    const auto robust = scoring::robustSets(problem, drawn, {});
    add(robust->coreIndex);
    add(robust->minimax->mean);
    std::printf("%016llx\n", static_cast<unsigned long long>(theDigest));
}
