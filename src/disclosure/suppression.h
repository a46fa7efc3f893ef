#pragma once
#include <cstddef>
#include <vector>

namespace disclosure {

/// The counts of all the tables of a run, and what links them (a margin is the sum of its line). Hides small
/// counts, then whatever else would let a reader deduce one, by subtraction or by the bounds 1 to 4 that the
/// mention "< 5" gives away.
class Suppression
{
public:
    enum class State : unsigned char { Visible, Small, Complementary };

    /// Counts from 1 to 4 are small from the start.
    std::size_t add(int value);
    /// total = sum of parts; ignored when the numbers do not say so (multiple choices).
    void link(std::size_t total, const std::vector<std::size_t>& parts);
    /// Hides until nothing small can be deduced. What a previous call left visible is published: it stays so.
    void run();

    State state(std::size_t variable) const { return m_state[variable]; }

private:
    struct Equation
    {
        std::size_t total;
        std::vector<std::size_t> parts;
    };
    bool hidden(std::size_t variable) const { return m_state[variable] != State::Visible; }
    std::vector<std::vector<double>> linesOn(const std::vector<std::size_t>& unknowns) const;
    std::vector<std::size_t> deduced() const;
    bool protect(std::size_t variable);
    std::vector<const Equation*> linesOf(const std::vector<std::size_t>& variables) const;
    std::size_t hiddenIn(const Equation& equation) const;
    bool hideOneIn(const Equation& equation);
    std::size_t cheapest(const Equation& equation) const;

    std::vector<int> m_value;
    std::vector<State> m_state;
    std::vector<bool> m_published;
    std::vector<Equation> m_equations;
};

} // namespace disclosure
