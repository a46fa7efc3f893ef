#include "scoring/smaa.h"

#include "scoring/exact_math.h"
#include "scoring/ranker.h"
#include "scoring/smaa_scores.h"

#include <algorithm>
#include <bit>
#include <cassert>
#include <cmath>

namespace scoring {
namespace {

constexpr size_t Block = SmaaScores::Block;
constexpr size_t MostOfEntropy = 8; ///< a ranking of that many fits in 64 bits

/// What one thread counts. Whole numbers only: their sums do not depend on the order of the blocks.
struct Tally
{
    explicit Tally(const SmaaScores& scores, bool pairwise)
        : ranks(scores.alternatives() * scores.alternatives()),
          wins(pairwise ? scores.alternatives() * scores.alternatives() : 0),
          firstWeights(scores.alternatives() * scores.criteria()), wonAtCentre(scores.alternatives()),
          ranker(scores.alternatives()), weights(Block * scores.criteria()),
          scoreRows(ScoreTable::Together * scores.stride()), blockRanks(scores.alternatives() * Block)
    {
    }

    std::vector<std::uint32_t> ranks;       ///< alternative × rank
    std::vector<std::uint32_t> wins;        ///< alternative × alternative
    std::vector<std::int64_t> firstWeights; ///< sums of weights where first, in units of 2^-k
    std::vector<std::uint32_t> wonAtCentre;

    Ranker ranker;
    std::vector<double> weights, scoreRows, above;
    std::vector<std::uint16_t> blockRanks; ///< alternative × sample of the block
};

/// Largest power of two by which n weights can be multiplied and their sum kept in 63 bits.
double unitFor(const WeightLaw& law, size_t samples)
{
    double most = 1;
    if (const auto* given = std::get_if<GivenWeights>(&law))
        for (size_t s = 0; s < given->samples.rows(); ++s)
            for (const double weight : given->samples.row(s))
                most = std::max(most, std::abs(weight));
    return std::ldexp(1.0, 61 - static_cast<int>(std::bit_width(samples)) - std::ilogb(most));
}

template <typename Number> void addTo(std::vector<Number>& all, const std::vector<Number>& part)
{
    for (size_t i = 0; i < all.size(); ++i)
        all[i] += part[i];
}

class Simulation
{
public:
    Simulation(const SmaaProblem& problem, const SmaaOptions& options, const Run& run)
        : m_scores(problem, options.seed), m_run(run), m_samples(samplesOf(problem, options)),
          m_unit(unitFor(problem.weights, m_samples))
    {
        assert(m_scores.alternatives() <= Ranker::MostAlternatives && m_samples > 0);
        for (size_t worker = 0; worker < std::min(workersOf(run), blocks()); ++worker)
            m_tallies.emplace_back(m_scores, options.pairwise);
        if (m_scores.alternatives() <= MostOfEntropy) m_rankings.resize(m_samples);
        m_result.seed = options.seed;
        m_result.samples = m_samples;
        m_result.halfWidth95 = halfWidth95(m_samples);
    }

    std::optional<SmaaResult> run()
    {
        if (!forBlocks(blocks(), m_run, [this](size_t w, size_t block) { simulate(m_tallies[w], block); }))
            return std::nullopt;
        for (size_t worker = 1; worker < m_tallies.size(); ++worker) {
            addTo(m_tallies[0].ranks, m_tallies[worker].ranks);
            addTo(m_tallies[0].wins, m_tallies[worker].wins);
            addTo(m_tallies[0].firstWeights, m_tallies[worker].firstWeights);
        }
        takeShares(m_tallies[0]);
        takeCentralWeights(m_tallies[0]);
        takeEntropies();
        if (!takeConfidence()) return std::nullopt;
        return std::move(m_result);
    }

private:
    size_t blocks() const { return (m_samples + Block - 1) / Block; }
    size_t countIn(size_t block) const { return std::min(Block, m_samples - block * Block); }

    void simulate(Tally& tally, size_t block)
    {
        const size_t count = countIn(block), n = m_scores.alternatives();
        m_scores.drawWeights(block, count, tally.weights);
        m_scores.drawValues(block, count, tally.above);
        for (size_t s = 0; s < count; s += ScoreTable::Together) {
            m_scores.score(block, s, count, tally.weights, tally.above, tally.scoreRows);
            for (size_t i = 0; i < ScoreTable::Together && s + i < count; ++i)
                tally.ranker.rank({tally.scoreRows.data() + i * m_scores.stride(), n},
                                  tally.blockRanks.data() + s + i, Block);
        }
        for (size_t a = 0; a < n; ++a)
            countRanks(tally, a, count);
        if (!tally.wins.empty()) countWins(tally, count);
        if (!m_rankings.empty()) keepRankings(tally, block, count);
    }

    void countRanks(Tally& tally, size_t a, size_t count) const
    {
        std::uint32_t* row = tally.ranks.data() + a * m_scores.alternatives();
        const std::uint16_t* ranks = tally.blockRanks.data() + a * Block;
        for (size_t s = 0; s < count; ++s) {
            ++row[ranks[s]];
            if (ranks[s] == 0) addFirst(tally, a, s);
        }
    }

    void addFirst(Tally& tally, size_t a, size_t s) const
    {
        const size_t criteria = m_scores.criteria();
        for (size_t c = 0; c < criteria; ++c)
            tally.firstWeights[a * criteria + c] += std::llround(tally.weights[s * criteria + c] * m_unit);
    }

    void countWins(Tally& tally, size_t count) const
    {
        const size_t n = m_scores.alternatives();
        for (size_t a = 0; a < n; ++a)
            std::fill_n(tally.blockRanks.data() + a * Block + count, Block - count, std::uint16_t{0});
        for (size_t a = 0; a < n; ++a)
            for (size_t b = a + 1; b < n; ++b) {
                const std::uint16_t* first = tally.blockRanks.data() + a * Block;
                const std::uint16_t* second = tally.blockRanks.data() + b * Block;
                std::uint16_t ahead = 0, behind = 0;
                for (size_t s = 0; s < Block; ++s) {
                    ahead = static_cast<std::uint16_t>(ahead + (first[s] < second[s]));
                    behind = static_cast<std::uint16_t>(behind + (second[s] < first[s]));
                }
                tally.wins[a * n + b] += ahead;
                tally.wins[b * n + a] += behind;
            }
    }

    void keepRankings(const Tally& tally, size_t block, size_t count)
    {
        for (size_t s = 0; s < count; ++s) {
            std::uint64_t ranking = 0;
            for (size_t a = 0; a < m_scores.alternatives(); ++a)
                ranking = ranking << 8 | tally.blockRanks[a * Block + s];
            m_rankings[block * Block + s] = ranking;
        }
    }

    double share(std::uint32_t count) const
    {
        return static_cast<double>(count) / static_cast<double>(m_samples);
    }

    void takeShares(const Tally& tally)
    {
        const size_t n = m_scores.alternatives();
        m_result.acceptability = Matrix(n, n);
        for (size_t a = 0; a < n; ++a)
            for (size_t r = 0; r < n; ++r)
                m_result.acceptability.at(a, r) = share(tally.ranks[a * n + r]);
        if (tally.wins.empty()) return;
        m_result.pairwise = Matrix(n, n);
        for (size_t a = 0; a < n; ++a)
            for (size_t b = 0; b < n; ++b)
                m_result.pairwise.at(a, b) = share(tally.wins[a * n + b]);
    }

    void takeCentralWeights(const Tally& tally)
    {
        const size_t n = m_scores.alternatives(), criteria = m_scores.criteria();
        for (size_t a = 0; a < n; ++a) {
            const double times = tally.ranks[a * n];
            m_result.centralWeights.emplace_back();
            if (times == 0) continue;
            std::vector<double>& mean = m_result.centralWeights.back().emplace();
            for (size_t c = 0; c < criteria; ++c)
                mean.push_back(static_cast<double>(tally.firstWeights[a * criteria + c]) / m_unit / times);
        }
    }

    void takeEntropies()
    {
        constexpr double LnTwo = 0.69314718055994530942;
        const auto bits = [](double p) { return p > 0 ? -p * logarithm(p) / LnTwo : 0; };
        for (size_t a = 0; a < m_scores.alternatives(); ++a)
            m_result.choiceEntropy += bits(m_result.acceptability.at(a, 0));
        if (m_rankings.empty()) return;
        std::sort(m_rankings.begin(), m_rankings.end());
        double entropy = 0;
        for (auto from = m_rankings.begin(); from != m_rankings.end();) {
            const auto to = std::upper_bound(from, m_rankings.end(), *from);
            entropy += bits(share(static_cast<std::uint32_t>(to - from)));
            from = to;
        }
        m_result.rankingEntropy = entropy;
    }

    /// Where values are certain, the weights that put an alternative first form a convex set, which holds its
    /// own mean: the confidence is 1. False when cancelled.
    bool takeConfidence()
    {
        m_result.confidence.resize(m_scores.alternatives());
        std::vector<size_t> firsts;
        for (size_t a = 0; a < m_scores.alternatives(); ++a)
            if (m_result.centralWeights[a]) firsts.push_back(a);
        for (const size_t a : firsts)
            m_result.confidence[a] = 1;
        if (!m_scores.valuesVary()) return true;
        std::vector<std::vector<double>> bases;
        for (const size_t a : firsts)
            bases.push_back(m_scores.baseUnder(*m_result.centralWeights[a]));
        const auto work = [&](size_t worker, size_t block) {
            countCentres(m_tallies[worker], block, firsts, bases);
        };
        if (!forBlocks(blocks(), m_run, work)) return false;
        for (const size_t a : firsts) {
            std::uint32_t won = 0;
            for (const Tally& tally : m_tallies)
                won += tally.wonAtCentre[a];
            m_result.confidence[a] = share(won);
        }
        return true;
    }

    void countCentres(Tally& tally, size_t block, const std::vector<size_t>& firsts,
                      const std::vector<std::vector<double>>& bases)
    {
        const size_t count = countIn(block);
        const std::span<double> scores(tally.scoreRows.data(), m_scores.alternatives());
        m_scores.drawValues(block, count, tally.above);
        for (size_t i = 0; i < firsts.size(); ++i)
            for (size_t s = 0; s < count; ++s) {
                m_scores.scoreUnder(*m_result.centralWeights[firsts[i]], bases[i], block, s, tally.above,
                                    scores);
                if (scores[firsts[i]] == *std::max_element(scores.begin(), scores.end()))
                    ++tally.wonAtCentre[firsts[i]];
            }
    }

    const SmaaScores m_scores;
    const Run& m_run;
    size_t m_samples;
    double m_unit;
    std::vector<Tally> m_tallies;
    std::vector<std::uint64_t>
        m_rankings; ///< of each sample, 8 bits per alternative; empty when there are many
    SmaaResult m_result;
};

} // namespace

size_t samplesOf(const SmaaProblem& problem, const SmaaOptions& options)
{
    if (const auto* given = std::get_if<GivenWeights>(&problem.weights)) return given->samples.rows();
    return options.samples;
}

double halfWidth95(size_t samples)
{
    return 1.96 * std::sqrt(0.25 / static_cast<double>(samples));
}

std::optional<SmaaResult> smaa(const SmaaProblem& problem, const SmaaOptions& options, const Run& run)
{
    return Simulation(problem, options, run).run();
}

} // namespace scoring
