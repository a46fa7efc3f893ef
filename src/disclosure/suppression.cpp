#include "disclosure/suppression.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

namespace disclosure {
namespace {

constexpr std::size_t none = std::numeric_limits<std::size_t>::max();
constexpr double many = 1e12;
constexpr double epsilon = 1e-9;

struct Bounds
{
    double low, high;
};

struct Knowledge
{
    std::vector<double> factors;
    double known = 0;
};

/// Gauss-Jordan elimination: combinations of lines that say most of the fewest unknowns.
void reduce(std::vector<Knowledge>& rows, std::size_t columns)
{
    std::size_t rank = 0;
    for (std::size_t c = 0; c < columns && rank < rows.size(); ++c) {
        const auto pivot = std::max_element(rows.begin() + static_cast<long>(rank), rows.end(),
                                            [c](const Knowledge& a, const Knowledge& b) {
                                                return std::abs(a.factors[c]) < std::abs(b.factors[c]);
                                            });
        if (std::abs(pivot->factors[c]) < epsilon) continue;
        std::swap(*pivot, rows[rank]);
        Knowledge& from = rows[rank];
        const double scale = from.factors[c];
        for (double& factor : from.factors)
            factor /= scale;
        from.known /= scale;
        for (std::size_t r = 0; r < rows.size(); ++r) {
            const double times = rows[r].factors[c];
            if (r == rank || std::abs(times) < epsilon) continue;
            for (std::size_t k = c; k < columns; ++k)
                rows[r].factors[k] -= times * from.factors[k];
            rows[r].known -= times * from.known;
        }
        ++rank;
    }
    rows.resize(rank);
}

/// Narrows each unknown by what the others of its line can be at least and at most; true when one moved.
bool tighten(const Knowledge& row, std::vector<Bounds>& bounds)
{
    bool moved = false;
    for (std::size_t i = 0; i < row.factors.size(); ++i) {
        const double own = row.factors[i];
        if (std::abs(own) < epsilon) continue;
        double least = 0, most = 0;
        for (std::size_t k = 0; k < row.factors.size(); ++k) {
            const double factor = row.factors[k];
            if (k == i || std::abs(factor) < epsilon) continue;
            least += factor * (factor > 0 ? bounds[k].low : bounds[k].high);
            most += factor * (factor > 0 ? bounds[k].high : bounds[k].low);
        }
        const double a = (row.known - least) / own, b = (row.known - most) / own;
        // Counts are whole: 2.3 at least means 3.
        const double low = std::ceil(std::min(a, b) - 1e-6), high = std::floor(std::max(a, b) + 1e-6);
        if (low > bounds[i].low) bounds[i].low = low, moved = true;
        if (high < bounds[i].high) bounds[i].high = high, moved = true;
    }
    return moved;
}

} // namespace

std::size_t Suppression::add(int value)
{
    m_value.push_back(value);
    m_state.push_back(value >= 1 && value <= 4 ? State::Small : State::Visible);
    m_published.push_back(false);
    return m_value.size() - 1;
}

void Suppression::link(std::size_t total, const std::vector<std::size_t>& parts)
{
    int sum = 0;
    for (const std::size_t part : parts)
        sum += m_value[part];
    if (sum == m_value[total] && !parts.empty()) m_equations.push_back({total, parts});
}

std::vector<Suppression::Row> Suppression::readerKnows(const std::vector<std::size_t>& unknowns) const
{
    std::vector<std::size_t> column(m_value.size(), none);
    for (std::size_t i = 0; i < unknowns.size(); ++i)
        column[unknowns[i]] = i;
    std::vector<Row> rows;
    for (const Equation& equation : m_equations) {
        Row row{std::vector<double>(unknowns.size(), 0.0), 0};
        bool any = false;
        const auto put = [&](std::size_t variable, double factor) {
            if (column[variable] == none) {
                row.known -= factor * m_value[variable];
            } else {
                row.factors[column[variable]] += factor;
                any = true;
            }
        };
        for (const std::size_t part : equation.parts)
            put(part, 1);
        put(equation.total, -1);
        if (any) rows.push_back(std::move(row));
    }
    return rows;
}

/// Small counts that the lines of the tables, taken together, leave with one possible value.
std::vector<std::size_t> Suppression::deduced() const
{
    std::vector<std::size_t> unknowns;
    std::vector<Bounds> bounds;
    for (std::size_t i = 0; i < m_value.size(); ++i) {
        if (!hidden(i)) continue;
        unknowns.push_back(i);
        bounds.push_back(m_state[i] == State::Small ? Bounds{1, 4} : Bounds{0, many});
    }
    std::vector<Knowledge> known;
    for (Row& row : readerKnows(unknowns))
        known.push_back({std::move(row.factors), row.known});
    std::vector<Knowledge> combined = known;
    reduce(combined, unknowns.size());
    known.insert(known.end(), combined.begin(), combined.end());
    // Each pass may narrow a bound by one at worst; small counts have four values only.
    for (int pass = 0; pass < 32; ++pass) {
        bool moved = false;
        for (const Knowledge& each : known)
            moved = tighten(each, bounds) || moved;
        if (!moved) break;
    }
    std::vector<std::size_t> found;
    for (std::size_t i = 0; i < unknowns.size(); ++i)
        if (m_state[unknowns[i]] == State::Small && bounds[i].high - bounds[i].low < 1 - epsilon)
            found.push_back(unknowns[i]);
    return found;
}

/// What costs the reader least to lose in this equation: the smallest part, else the total, else an empty
/// part.
std::size_t Suppression::cheapest(const Equation& equation) const
{
    std::size_t best = none, empty = none;
    for (const std::size_t part : equation.parts) {
        if (hidden(part) || m_published[part]) continue;
        if (m_value[part] == 0) {
            if (empty == none) empty = part;
        } else if (best == none || m_value[part] < m_value[best]) {
            best = part;
        }
    }
    if (best != none) return best;
    if (!hidden(equation.total) && !m_published[equation.total]) return equation.total;
    return empty;
}

bool Suppression::hideOneIn(const Equation& equation)
{
    const std::size_t chosen = cheapest(equation);
    if (chosen == none) return false;
    m_state[chosen] = State::Complementary;
    return true;
}

/// Hides beside a deduced count: in the lines where it stands alone, else in all its lines.
bool Suppression::protect(std::size_t variable)
{
    std::vector<const Equation*> all, alone;
    for (const Equation& equation : m_equations) {
        const auto& parts = equation.parts;
        if (equation.total != variable && std::find(parts.begin(), parts.end(), variable) == parts.end())
            continue;
        all.push_back(&equation);
        const auto count =
            std::count_if(parts.begin(), parts.end(), [this](std::size_t p) { return hidden(p); });
        if (count + (hidden(equation.total) ? 1 : 0) < 2) alone.push_back(&equation);
    }
    bool any = false;
    for (const Equation* equation : alone)
        any = hideOneIn(*equation) || any;
    if (any) return true;
    for (const Equation* equation : all)
        any = hideOneIn(*equation) || any;
    return any;
}

void Suppression::run()
{
    for (;;) {
        const std::vector<std::size_t> exposed = deduced();
        const bool moved =
            std::any_of(exposed.begin(), exposed.end(), [&](std::size_t each) { return protect(each); });
        if (!moved) break;
    }
    for (std::size_t i = 0; i < m_value.size(); ++i)
        if (!hidden(i)) m_published[i] = true;
}

} // namespace disclosure
