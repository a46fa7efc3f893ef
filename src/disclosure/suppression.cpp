#include "disclosure/suppression.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

namespace disclosure {
namespace {

constexpr std::size_t none = std::numeric_limits<std::size_t>::max();
constexpr long many = 1L << 30;

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

/// One pass of bounds through an equation; true when some bound moved.
bool Suppression::tighten(const Equation& equation, std::vector<Bounds>& bounds) const
{
    long low = 0, high = 0;
    for (const std::size_t part : equation.parts) {
        low += bounds[part].low;
        high = std::min(many, high + bounds[part].high);
    }
    bool moved = false;
    const auto narrow = [&](std::size_t variable, long atLeast, long atMost) {
        Bounds& b = bounds[variable];
        if (atLeast > b.low) b.low = atLeast, moved = true;
        if (atMost < b.high) b.high = atMost, moved = true;
    };
    const Bounds total = bounds[equation.total];
    narrow(equation.total, low, high);
    for (const std::size_t part : equation.parts) {
        const Bounds own = bounds[part];
        const long othersHigh = high >= many ? many : high - own.high;
        narrow(part, total.low - othersHigh, total.high >= many ? many : total.high - (low - own.low));
    }
    return moved;
}

std::vector<std::size_t> Suppression::deducedByBounds() const
{
    std::vector<Bounds> bounds(m_value.size());
    for (std::size_t i = 0; i < m_value.size(); ++i) {
        switch (m_state[i]) {
        case State::Visible:
            bounds[i] = {m_value[i], m_value[i]};
            break;
        case State::Small:
            bounds[i] = {1, 4};
            break;
        case State::Complementary:
            bounds[i] = {0, many};
            break;
        }
    }
    // Each pass may narrow every bound by one at worst; small counts have four values only.
    for (int pass = 0; pass < 32; ++pass) {
        bool moved = false;
        for (const Equation& equation : m_equations)
            moved = tighten(equation, bounds) || moved;
        if (!moved) break;
    }
    std::vector<std::size_t> found;
    for (std::size_t i = 0; i < m_value.size(); ++i)
        if (m_state[i] == State::Small && bounds[i].low >= bounds[i].high) found.push_back(i);
    return found;
}

/// The equations on the hidden counts, in reduced row echelon form.
std::vector<std::vector<double>> Suppression::reduced(const std::vector<std::size_t>& unknowns) const
{
    std::vector<std::size_t> column(m_value.size(), none);
    for (std::size_t i = 0; i < unknowns.size(); ++i)
        column[unknowns[i]] = i;
    std::vector<std::vector<double>> rows;
    for (const Equation& equation : m_equations) {
        std::vector<double> row(unknowns.size(), 0.0);
        bool any = false;
        const auto put = [&](std::size_t variable, double factor) {
            if (column[variable] == none) return;
            row[column[variable]] += factor;
            any = true;
        };
        for (const std::size_t part : equation.parts)
            put(part, 1);
        put(equation.total, -1);
        if (any) rows.push_back(std::move(row));
    }
    std::size_t rank = 0;
    for (std::size_t c = 0; c < unknowns.size() && rank < rows.size(); ++c) {
        const auto pivot =
            std::max_element(rows.begin() + static_cast<long>(rank), rows.end(),
                             [c](const auto& a, const auto& b) { return std::abs(a[c]) < std::abs(b[c]); });
        if (std::abs((*pivot)[c]) < 1e-9) continue;
        std::swap(*pivot, rows[rank]);
        const double scale = rows[rank][c];
        for (double& x : rows[rank])
            x /= scale;
        for (std::size_t r = 0; r < rows.size(); ++r) {
            const double factor = rows[r][c];
            if (r == rank || std::abs(factor) < 1e-9) continue;
            for (std::size_t k = 0; k < unknowns.size(); ++k)
                rows[r][k] -= factor * rows[rank][k];
        }
        ++rank;
    }
    rows.resize(rank);
    return rows;
}

std::vector<std::size_t> Suppression::deducedBySubtraction() const
{
    std::vector<std::size_t> unknowns;
    for (std::size_t i = 0; i < m_value.size(); ++i)
        if (hidden(i)) unknowns.push_back(i);
    std::vector<std::size_t> found;
    for (const std::vector<double>& row : reduced(unknowns)) {
        std::size_t only = none, entries = 0;
        for (std::size_t k = 0; k < row.size(); ++k)
            if (std::abs(row[k]) > 1e-9) ++entries, only = k;
        if (entries == 1 && m_state[unknowns[only]] == State::Small) found.push_back(unknowns[only]);
    }
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
        std::vector<std::size_t> deduced = deducedBySubtraction();
        if (deduced.empty()) deduced = deducedByBounds();
        const bool moved =
            std::any_of(deduced.begin(), deduced.end(), [&](std::size_t each) { return protect(each); });
        if (!moved) break;
    }
    for (std::size_t i = 0; i < m_value.size(); ++i)
        if (!hidden(i)) m_published[i] = true;
}

} // namespace disclosure
