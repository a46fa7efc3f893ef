#include "scoring/set_search.h"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <limits>
#include <numeric>

namespace scoring {
namespace {

constexpr size_t Wide = 8;
/// Gains this close, as a share of themselves, are equal: well above what rounding does to sums and bounds.
constexpr double Equal = 1e-12;

// Wider registers where the processor has them: the lanes, and so every bit, stay the same.
#if defined(__x86_64__) && defined(__GNUC__) && !defined(__clang__) && !defined(__AVX2__) &&                 \
    !defined(__SANITIZE_ADDRESS__)
#define CARTOSC_WIDE_CLONES __attribute__((target_clones("avx2", "default")))
#else
#define CARTOSC_WIDE_CLONES
#endif

/// Σ max(a, b), in lanes of a fixed number.
inline double sumOfMost(const double* a, const double* b, size_t width)
{
    double sums[Wide] = {};
    for (size_t cell = 0; cell < width; cell += Wide)
        for (size_t lane = 0; lane < Wide; ++lane) {
            const double x = a[cell + lane], y = b[cell + lane];
            sums[lane] += x > y ? x : y;
        }
    return ((sums[0] + sums[4]) + (sums[1] + sums[5])) + ((sums[2] + sums[6]) + (sums[3] + sums[7]));
}

CARTOSC_WIDE_CLONES double coverOf(const double* a, const double* b, size_t width)
{
    return sumOfMost(a, b, width);
}

/// Covers of `a` with each of the rows after one another in `all`, rounded up to half the room of a double:
/// the tables of pairs are larger than the nearer caches.
CARTOSC_WIDE_CLONES void coversOf(const double* a, const double* all, size_t width, std::vector<float>& out)
{
    for (size_t row = 0; row < out.size(); ++row)
        out[row] = static_cast<float>(sumOfMost(a, all + row * width, width) *
                                      (1 + double{std::numeric_limits<float>::epsilon()}));
}

void prefetch([[maybe_unused]] const void* address)
{
#if defined(__GNUC__)
    __builtin_prefetch(address);
#endif
}

std::uint64_t groupsOf(const CoverageProblem& problem, size_t alternative)
{
    std::uint64_t groups = 0;
    for (size_t g = 0; g < problem.mustCover.size(); ++g) {
        const CellGroup& group = problem.mustCover[g];
        for (const size_t cell : group.cells)
            if (problem.value.at(alternative, cell) >= group.threshold) groups |= std::uint64_t{1} << g;
    }
    return groups;
}

} // namespace

SetSearch::SetSearch(const CoverageProblem& problem, std::span<const double> demand)
    : m_problem(problem), m_demand(demand), m_width((demand.size() + Wide - 1) / Wide * Wide),
      m_covered(m_width)
{
    assert(problem.mustCover.size() <= CoverageProblem::MostGroups &&
           demand.size() == problem.value.columns());
    assert(problem.eligible.empty() || problem.eligible.size() == problem.value.rows());
    for (size_t g = 0; g < problem.mustCover.size(); ++g)
        m_required |= std::uint64_t{1} << g;
    order(problem, demand);
    m_pairs.resize(m_alternatives.size());
    m_asked.resize(m_alternatives.size());
}

void SetSearch::order(const CoverageProblem& problem, std::span<const double> demand)
{
    std::vector<double> gains(problem.value.rows());
    for (size_t a = 0; a < gains.size(); ++a) {
        for (size_t cell = 0; cell < demand.size(); ++cell)
            gains[a] += demand[cell] * problem.value.at(a, cell);
        if (problem.eligible.empty() || problem.eligible[a]) m_alternatives.push_back(a);
    }
    std::stable_sort(m_alternatives.begin(), m_alternatives.end(),
                     [&](size_t a, size_t b) { return gains[a] > gains[b]; });
    m_gains.resize(m_alternatives.size() * m_width);
    for (size_t place = 0; place < m_alternatives.size(); ++place) {
        const size_t a = m_alternatives[place];
        m_own.push_back(gains[a]);
        m_provides.push_back(groupsOf(problem, a));
        for (size_t cell = 0; cell < demand.size(); ++cell)
            gainsAt(place)[cell] = demand[cell] * problem.value.at(a, cell);
    }
    std::vector<double> most(m_width);
    for (size_t place = 0; place < m_alternatives.size(); ++place)
        for (size_t cell = 0; cell < m_width; ++cell)
            most[cell] = std::max(most[cell], gainsAt(place)[cell]);
    m_ideal = std::accumulate(most.begin(), most.end(), 0.0) * (1 + Equal / 2);
    m_open.assign(m_alternatives.size() + 1, 0);
    for (size_t place = m_alternatives.size(); place-- > 0;)
        m_open[place] = m_open[place + 1] | m_provides[place];
}

double SetSearch::wanted(const Sink& sink) const
{
    const double floor = sink.floor();
    return floor + Equal * std::abs(floor);
}

bool SetSearch::run(Sink& sink, const Run& run)
{
    const size_t n = m_alternatives.size();
    m_limit = n;
    if (n < 3 || (m_open[0] & m_required) != m_required) return true;
    warmUp(sink);
    for (size_t first = 0; first + 2 < n; ++first) {
        const double least = wanted(sink);
        if (least > m_ideal) break;
        while (m_limit > first && m_own[first] + m_own[first + 1] + m_own[m_limit - 1] < least)
            --m_limit;
        if (m_limit < first + 3) break;
        if (run.cancelled && *run.cancelled) return false;
        if ((m_open[first] & m_required) != m_required) break;
        searchFrom(first, sink);
    }
    return true;
}

/// A good set to begin with: the best by itself, then twice the best addition; then each member exchanged.
void SetSearch::warmUp(Sink& sink)
{
    constexpr int Rounds = 3;
    const size_t none = m_alternatives.size();
    SetOfThree places{none, none, none};
    for (size_t step = 0; step < 3 * Rounds; ++step) {
        const size_t changed = step % 3;
        std::vector<double> covered(m_width);
        std::uint64_t provided = 0;
        places[changed] = none;
        for (const size_t place : places) {
            if (place == none) continue;
            provided |= m_provides[place];
            for (size_t cell = 0; cell < m_width; ++cell)
                covered[cell] = std::max(covered[cell], gainsAt(place)[cell]);
        }
        places[changed] = bestPartner(covered, places, step < 2 ? m_required : provided);
        if (places[changed] == none) return;
    }
    consider(places, sink);
}

size_t SetSearch::bestPartner(const std::vector<double>& covered, const SetOfThree& taken,
                              std::uint64_t provided)
{
    size_t best = m_alternatives.size();
    double most = -1;
    for (size_t place = 0; place < m_alternatives.size(); ++place) {
        if (std::find(taken.begin(), taken.end(), place) != taken.end()) continue;
        if (((provided | m_provides[place]) & m_required) != m_required) continue;
        const double gain = coverOf(covered.data(), gainsAt(place), m_width);
        if (gain <= most) continue;
        most = gain;
        best = place;
    }
    return best;
}

void SetSearch::searchFrom(size_t first, Sink& sink)
{
    findPartners(first, wanted(sink));
    for (size_t at = 0; at + 1 < m_partners.size() && wanted(sink) <= m_ideal; ++at) {
        if (m_own[first] + m_partners[at].added + m_partners[at + 1].added < wanted(sink)) return;
        searchPair(first, at, sink);
    }
}

/// Later places that may still form a set with the first, by decreasing gain with it.
void SetSearch::findPartners(size_t first, double least)
{
    m_partners.clear();
    double most = 0;
    for (size_t place = first + 1; place < m_limit; ++place) {
        const double pair =
            m_pairs[first].empty() ? coverOf(gainsAt(first), gainsAt(place), m_width) : m_pairs[first][place];
        m_partners.push_back({place, pair - m_own[first], pair - m_own[first] - m_own[place]});
        most = std::max(most, m_partners.back().added);
    }
    const double needed = least - m_own[first] - most;
    std::erase_if(m_partners, [&](const Partner& partner) { return partner.added < needed; });
    std::stable_sort(m_partners.begin(), m_partners.end(),
                     [](const Partner& a, const Partner& b) { return a.added > b.added; });
}

void SetSearch::searchPair(size_t first, size_t at, Sink& sink)
{
    const Partner& second = m_partners[at];
    const double base = m_own[first], pair = base + second.added;
    const std::uint64_t provided = m_provides[first] | m_provides[second.place];
    for (size_t cell = 0; cell < m_width; ++cell)
        m_covered[cell] = std::max(gainsAt(first)[cell], gainsAt(second.place)[cell]);
    const float* withSecond = pairsOf(second.place, at);
    const float* withNext = pairsOf(m_partners[at + 1].place, at + 1);
    double least = wanted(sink), besideFirst = least - base, besideBoth = besideFirst - second.beyondOwn;
    for (size_t i = at + 1; i < m_partners.size(); ++i) {
        const Partner third = m_partners[i];
        if (pair + third.added < least) return;
        if (withSecond) {
            // The next second member asks for nearly the same places, of a table that no near cache holds.
            if (withNext) prefetch(withNext + third.place);
            const double together = withSecond[third.place];
            if (together < besideBoth || together < besideFirst - third.beyondOwn) continue;
        }
        if (((provided | m_provides[third.place]) & m_required) != m_required) continue;
        ++m_evaluated;
        if (coverOf(m_covered.data(), gainsAt(third.place), m_width) < least) continue;
        consider({first, second.place, third.place}, sink);
        least = wanted(sink);
        besideFirst = least - base;
        besideBoth = besideFirst - second.beyondOwn;
    }
}

/// Gains of a place with each other one that may still enter; nothing until enough sets have asked for them.
const float* SetSearch::pairsOf(size_t place, size_t at)
{
    const size_t likely = m_partners.size() - at;
    std::vector<float>& pairs = m_pairs[place];
    if (pairs.empty() && (m_asked[place] += likely) > m_limit) {
        pairs.resize(m_limit);
        coversOf(gainsAt(place), m_gains.data(), m_width, pairs);
    }
    return pairs.empty() ? nullptr : pairs.data();
}

void SetSearch::consider(const SetOfThree& places, Sink& sink)
{
    if (((m_provides[places[0]] | m_provides[places[1]] | m_provides[places[2]]) & m_required) != m_required)
        return;
    BestSet set;
    for (size_t i = 0; i < 3; ++i)
        set.members[i] = m_alternatives[places[i]];
    std::sort(set.members.begin(), set.members.end());
    set.gain = gainOf(m_problem, m_demand, set.members);
    sink.offer(set);
}

} // namespace scoring
