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

/// What a reader knows of the unknown counts: lines of factors whose sum with the unknowns is fixed, and
/// bounds. The true counts are one solution; whether another exists is a linear programme, walked from there.
class Attack
{
public:
    struct Unknown
    {
        double truth, low, high;
    };

    Attack(std::vector<std::vector<double>> lines, std::vector<Unknown> unknowns)
        : m_lines(std::move(lines)), m_unknowns(std::move(unknowns))
    {
        eliminate();
    }

    /// Some other table prints the same with this count one higher (step 1) or lower (step -1).
    bool canMove(std::size_t target, double step) const
    {
        Attack walk = *this;
        return walk.climb(target, step);
    }

private:
    std::size_t columns() const { return m_unknowns.size(); }

    void pivot(std::size_t row, std::size_t column)
    {
        std::vector<double>& from = m_lines[row];
        const double scale = from[column];
        for (double& factor : from)
            factor /= scale;
        for (std::size_t r = 0; r < m_lines.size(); ++r) {
            const double times = m_lines[r][column];
            if (r == row || std::abs(times) < epsilon) continue;
            for (std::size_t k = 0; k < columns(); ++k)
                m_lines[r][k] -= times * from[k];
        }
        m_basis[row] = column;
    }

    void eliminate()
    {
        std::size_t rank = 0;
        m_basis.assign(m_lines.size(), none);
        for (std::size_t c = 0; c < columns() && rank < m_lines.size(); ++c) {
            std::size_t best = rank;
            for (std::size_t r = rank; r < m_lines.size(); ++r)
                if (std::abs(m_lines[r][c]) > std::abs(m_lines[best][c])) best = r;
            if (std::abs(m_lines[best][c]) < epsilon) continue;
            std::swap(m_lines[best], m_lines[rank]);
            pivot(rank++, c);
        }
        m_lines.resize(rank);
        m_basis.resize(rank);
    }

    bool climb(std::size_t target, double step)
    {
        const double goal = m_unknowns[target].truth + step;
        // Bland's rule cannot cycle; the bound is for rounding only.
        for (int round = 0; round < 1000; ++round) {
            if (step * (m_unknowns[target].truth - goal) > -1e-6) return true;
            if (!advance(target, step)) return false;
        }
        return true;
    }

    /// Moves one free count that pushes the target; false when none can.
    bool advance(std::size_t target, double step)
    {
        const auto at = std::find(m_basis.begin(), m_basis.end(), target);
        for (std::size_t k = 0; k < columns(); ++k) {
            if (std::find(m_basis.begin(), m_basis.end(), k) != m_basis.end()) continue;
            const double gain = at == m_basis.end()
                                    ? (k == target ? 1.0 : 0.0)
                                    : -m_lines[static_cast<std::size_t>(at - m_basis.begin())][k];
            if (std::abs(gain) < epsilon) continue;
            const double direction = gain * step > 0 ? 1 : -1;
            const Unknown& free = m_unknowns[k];
            if (direction > 0 ? free.truth < free.high - epsilon : free.truth > free.low + epsilon) {
                move(k, direction);
                return true;
            }
        }
        return false;
    }

    void move(std::size_t k, double direction)
    {
        double length = direction > 0 ? m_unknowns[k].high - m_unknowns[k].truth
                                      : m_unknowns[k].truth - m_unknowns[k].low;
        std::size_t blocking = none;
        for (std::size_t r = 0; r < m_lines.size(); ++r) {
            const double rate = -m_lines[r][k] * direction;
            if (std::abs(rate) < epsilon) continue;
            const Unknown& basic = m_unknowns[m_basis[r]];
            const double room = std::max(
                0.0, (rate > 0 ? basic.high - basic.truth : basic.truth - basic.low) / std::abs(rate));
            const bool first = blocking == none ? room < length
                                                : room < length - epsilon || (room <= length + epsilon &&
                                                                              m_basis[r] < m_basis[blocking]);
            if (first) length = std::min(length, room), blocking = r;
        }
        for (std::size_t r = 0; r < m_lines.size(); ++r)
            m_unknowns[m_basis[r]].truth -= m_lines[r][k] * direction * length;
        m_unknowns[k].truth += direction * length;
        if (blocking != none) pivot(blocking, k);
    }

    std::vector<std::vector<double>> m_lines;
    std::vector<Unknown> m_unknowns;
    std::vector<std::size_t> m_basis;
};

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

std::vector<std::vector<double>> Suppression::linesOn(const std::vector<std::size_t>& unknowns) const
{
    std::vector<std::size_t> column(m_value.size(), none);
    for (std::size_t i = 0; i < unknowns.size(); ++i)
        column[unknowns[i]] = i;
    std::vector<std::vector<double>> lines;
    for (const Equation& equation : m_equations) {
        std::vector<double> line(unknowns.size(), 0.0);
        bool any = false;
        const auto put = [&](std::size_t variable, double factor) {
            if (column[variable] == none) return;
            line[column[variable]] += factor;
            any = true;
        };
        for (const std::size_t part : equation.parts)
            put(part, 1);
        put(equation.total, -1);
        if (any) lines.push_back(std::move(line));
    }
    return lines;
}

/// Small counts that the lines of the tables, taken together, leave with one possible value.
std::vector<std::size_t> Suppression::deduced() const
{
    std::vector<std::size_t> variables;
    std::vector<Attack::Unknown> unknowns;
    for (std::size_t i = 0; i < m_value.size(); ++i) {
        if (!hidden(i)) continue;
        const bool small = m_state[i] == State::Small;
        variables.push_back(i);
        unknowns.push_back({double(m_value[i]), small ? 1.0 : 0.0, small ? 4.0 : many});
    }
    const Attack attack(linesOn(variables), unknowns);
    std::vector<std::size_t> found;
    for (std::size_t i = 0; i < variables.size(); ++i)
        if (m_state[variables[i]] == State::Small && !attack.canMove(i, 1) && !attack.canMove(i, -1))
            found.push_back(variables[i]);
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

std::vector<const Suppression::Equation*>
Suppression::linesOf(const std::vector<std::size_t>& variables) const
{
    std::vector<const Equation*> lines;
    for (const Equation& equation : m_equations) {
        const auto holds = [&](std::size_t v) {
            return equation.total == v ||
                   std::find(equation.parts.begin(), equation.parts.end(), v) != equation.parts.end();
        };
        if (std::any_of(variables.begin(), variables.end(), holds)) lines.push_back(&equation);
    }
    return lines;
}

std::size_t Suppression::hiddenIn(const Equation& equation) const
{
    const auto parts = std::count_if(equation.parts.begin(), equation.parts.end(),
                                     [this](std::size_t p) { return hidden(p); });
    return static_cast<std::size_t>(parts) + (hidden(equation.total) ? 1 : 0);
}

/// Hides beside a deduced count: in the lines where it stands alone, else in all its lines; when nothing is
/// left there, in the lines of what is hidden beside it, and so on outwards.
bool Suppression::protect(std::size_t variable)
{
    std::vector<std::size_t> reach{variable};
    for (;;) {
        const std::vector<const Equation*> lines = linesOf(reach);
        bool any = false;
        for (const Equation* line : lines)
            if (hiddenIn(*line) < 2) any = hideOneIn(*line) || any;
        if (any) return true;
        for (const Equation* line : lines)
            any = hideOneIn(*line) || any;
        if (any) return true;
        std::vector<std::size_t> wider = reach;
        for (const Equation* line : lines)
            for (const std::vector<std::size_t>& each : {line->parts, std::vector<std::size_t>{line->total}})
                for (const std::size_t v : each)
                    if (hidden(v) && std::find(wider.begin(), wider.end(), v) == wider.end())
                        wider.push_back(v);
        if (wider.size() == reach.size()) return false;
        reach = std::move(wider);
    }
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
