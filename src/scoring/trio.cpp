#include "scoring/trio.h"

#include <algorithm>
#include <bit>
#include <cassert>
#include <numeric>

namespace scoring {
namespace {

/// Slack of the bound: rounding must never prune an exact tie.
constexpr double Slack = 1e-9;

bool better(const TrioResult& a, const TrioResult& b)
{
    if (a.value.note != b.value.note) return a.value.note > b.value.note;
    return a.members < b.members;
}

/// What a partial set is worth so far; the gain of one more member can only shrink as the set grows.
struct Partial
{
    double scores = 0;
    std::vector<double> services;
    BitSet regions;
    std::uint32_t provides = 0;

    void add(const TrioCandidate& candidate)
    {
        scores += candidate.score;
        for (size_t s = 0; s < candidate.services.size(); ++s)
            services[s] = std::max(services[s], candidate.services[s]);
        regions.unite(candidate.regions);
        provides |= candidate.provides;
    }
};

double share(const std::vector<double>& services)
{
    if (services.empty()) return 0;
    return std::accumulate(services.begin(), services.end(), 0.0) / static_cast<double>(services.size());
}

TrioNote valueOf(const Partial& set, const TrioObjective& objective)
{
    TrioNote value;
    value.mean = set.scores / 3;
    value.coverage = share(set.services);
    value.territory = objective.regions > 0 ? 100.0 * set.regions.count() / objective.regions : 0;
    value.note = objective.mean * value.mean + objective.coverage * value.coverage +
                 objective.territory * value.territory;
    return value;
}

/// The best sets seen so far; `floor` is the note below which a set cannot enter.
class Podium
{
public:
    explicit Podium(int size) : m_size(static_cast<size_t>(std::max(size, 0))) {}
    bool full() const { return m_results.size() >= m_size; }
    /// True when a set worth at most `bound` can no longer enter.
    bool closedTo(double bound) const { return full() && bound < m_results.back().value.note - Slack; }
    void offer(const TrioResult& result)
    {
        const auto place = std::lower_bound(m_results.begin(), m_results.end(), result, better);
        m_results.insert(place, result);
        if (m_results.size() > m_size) m_results.pop_back();
    }
    std::vector<TrioResult> take() { return std::move(m_results); }

private:
    size_t m_size;
    std::vector<TrioResult> m_results;
};

class Search
{
public:
    Search(std::span<const TrioCandidate> candidates, const TrioObjective& objective,
           const TrioRequirement& requirement, int top, std::int64_t& examined)
        : m_candidates(candidates), m_objective(objective), m_requirement(requirement), m_podium(top),
          m_examined(examined)
    {
        sortByGain();
        m_open.assign(m_order.size() + 1, 0);
        for (size_t i = m_order.size(); i-- > 0;)
            m_open[i] = m_open[i + 1] | at(i).provides;
    }

    std::vector<TrioResult> run()
    {
        const size_t n = m_order.size();
        for (size_t i = 0; i + 2 < n; ++i) {
            if (m_podium.closedTo(m_gain[i] + m_gain[i + 1] + m_gain[i + 2])) break;
            Partial one = empty();
            one.add(at(i));
            if (reachable(one, i + 1)) second(one, i);
        }
        return m_podium.take();
    }

private:
    const TrioCandidate& at(size_t place) const { return m_candidates[static_cast<size_t>(m_order[place])]; }

    Partial empty() const
    {
        Partial none;
        none.services.assign(m_candidates[0].services.size(), 0);
        none.regions = BitSet(m_objective.regions);
        return none;
    }

    void sortByGain()
    {
        std::vector<double> gains(m_candidates.size());
        for (size_t i = 0; i < gains.size(); ++i) {
            Partial one = empty();
            one.add(m_candidates[i]);
            gains[i] = valueOf(one, m_objective).note;
        }
        m_order.resize(gains.size());
        std::iota(m_order.begin(), m_order.end(), 0);
        std::stable_sort(m_order.begin(), m_order.end(), [&gains](int a, int b) {
            return gains[static_cast<size_t>(a)] > gains[static_cast<size_t>(b)];
        });
        for (const int index : m_order)
            m_gain.push_back(gains[static_cast<size_t>(index)]);
    }

    bool reachable(const Partial& set, size_t from) const
    {
        return ((set.provides | m_open[from]) & m_requirement.provided) == m_requirement.provided;
    }

    bool clash(size_t a, size_t b) const
    {
        return m_requirement.distinctPlaces &&
               (at(a).place < 0 || at(b).place < 0 || at(a).place == at(b).place);
    }

    void second(const Partial& one, size_t i)
    {
        const double first = valueOf(one, m_objective).note;
        for (size_t j = i + 1; j + 1 < m_order.size(); ++j) {
            if (m_podium.closedTo(first + m_gain[j] + m_gain[j + 1])) return;
            if (clash(i, j)) continue;
            Partial two = one;
            two.add(at(j));
            if (reachable(two, j + 1)) third(two, i, j);
        }
    }

    void third(const Partial& two, size_t i, size_t j)
    {
        const double pair = valueOf(two, m_objective).note;
        for (size_t k = j + 1; k < m_order.size(); ++k) {
            if (m_podium.closedTo(pair + m_gain[k])) return;
            ++m_examined;
            if (((two.provides | at(k).provides) & m_requirement.provided) != m_requirement.provided)
                continue;
            if (clash(i, k) || clash(j, k)) continue;
            TrioResult found{{m_order[i], m_order[j], m_order[k]}, {}};
            std::sort(found.members.begin(), found.members.end());
            found.value = noteOf(m_candidates, found.members, m_objective);
            if (!m_podium.closedTo(found.value.note)) m_podium.offer(found);
        }
    }

    std::span<const TrioCandidate> m_candidates;
    const TrioObjective& m_objective;
    const TrioRequirement& m_requirement;
    Podium m_podium;
    std::int64_t& m_examined;
    std::vector<int> m_order;          ///< candidates by decreasing note alone
    std::vector<double> m_gain;        ///< that note, in this order
    std::vector<std::uint32_t> m_open; ///< what the candidates from a place on can provide
};

} // namespace

void BitSet::unite(const BitSet& other)
{
    assert(m_words.size() == other.m_words.size());
    for (size_t i = 0; i < m_words.size(); ++i)
        m_words[i] |= other.m_words[i];
}

int BitSet::count() const
{
    int bits = 0;
    for (const std::uint64_t word : m_words)
        bits += std::popcount(word);
    return bits;
}

TrioNote noteOf(std::span<const TrioCandidate> candidates, const std::array<int, 3>& members,
                const TrioObjective& objective)
{
    Partial set;
    set.services.assign(candidates[static_cast<size_t>(members[0])].services.size(), 0);
    set.regions = BitSet(objective.regions);
    for (const int member : members)
        set.add(candidates[static_cast<size_t>(member)]);
    return valueOf(set, objective);
}

bool meets(std::span<const TrioCandidate> candidates, const std::array<int, 3>& members,
           const TrioRequirement& requirement)
{
    std::uint32_t provided = 0;
    for (const int member : members)
        provided |= candidates[static_cast<size_t>(member)].provides;
    if ((provided & requirement.provided) != requirement.provided) return false;
    if (!requirement.distinctPlaces) return true;
    std::array<int, 3> places{};
    for (size_t i = 0; i < 3; ++i)
        places[i] = candidates[static_cast<size_t>(members[i])].place;
    return *std::min_element(places.begin(), places.end()) >= 0 && places[0] != places[1] &&
           places[0] != places[2] && places[1] != places[2];
}

std::vector<TrioResult> bestTrios(std::span<const TrioCandidate> candidates, const TrioObjective& objective,
                                  const TrioRequirement& requirement, int top, std::int64_t& examined)
{
    if (candidates.size() < 3 || top <= 0) return {};
    return Search(candidates, objective, requirement, top, examined).run();
}

} // namespace scoring
