#include "base/random.h"
#include "disclosure/suppression.h"

#include <gtest/gtest.h>
#include <numeric>
#include <set>
#include <sstream>

using disclosure::Suppression;
using State = Suppression::State;

namespace {

/// A two-way table with its margins.
struct Grid
{
    std::vector<std::vector<int>> values;
    std::vector<std::vector<std::size_t>> cells;
    std::vector<std::size_t> rows, columns;
    std::size_t total = 0;

    Grid(Suppression& s, std::vector<std::vector<int>> numbers) : values(std::move(numbers))
    {
        int sum = 0;
        std::vector<int> columnSums(values[0].size());
        for (const auto& row : values) {
            cells.emplace_back();
            int rowSum = 0;
            for (std::size_t c = 0; c < row.size(); ++c) {
                cells.back().push_back(s.add(row[c]));
                rowSum += row[c];
                columnSums[c] += row[c];
            }
            rows.push_back(s.add(rowSum));
            s.link(rows.back(), cells.back());
            sum += rowSum;
        }
        for (std::size_t c = 0; c < columnSums.size(); ++c) {
            columns.push_back(s.add(columnSums[c]));
            std::vector<std::size_t> column;
            for (const auto& row : cells)
                column.push_back(row[c]);
            s.link(columns.back(), column);
        }
        total = s.add(sum);
        s.link(total, rows);
        s.link(total, columns);
    }
};

/// Every value a small cell can take, by trying all the tables that print the same: the attacker's view.
/// Hidden cells range over what their mention allows, within 0..12.
class Attacker
{
public:
    Attacker(const Suppression& s, const Grid& grid) : m_s(s), m_grid(grid)
    {
        for (std::size_t r = 0; r < grid.values.size(); ++r)
            for (std::size_t c = 0; c < grid.values[r].size(); ++c)
                m_guess.push_back(0);
        m_possible.resize(m_guess.size());
        search(0);
    }
    const std::set<int>& possible(std::size_t cell) const { return m_possible[cell]; }

private:
    bool matches(std::size_t variable, int truth, int guess) const
    {
        switch (m_s.state(variable)) {
        case State::Visible:
            return truth == guess;
        case State::Small:
            return guess >= 1 && guess <= 4;
        case State::Complementary:
            return true;
        }
        return false;
    }
    bool rowFits(std::size_t r) const
    {
        const std::size_t width = m_grid.values[0].size();
        const auto begin = m_guess.begin() + static_cast<long>(r * width);
        const int truth = std::accumulate(m_grid.values[r].begin(), m_grid.values[r].end(), 0);
        return matches(m_grid.rows[r], truth, std::accumulate(begin, begin + static_cast<long>(width), 0));
    }
    bool columnsFit() const
    {
        const std::size_t width = m_grid.values[0].size();
        int truthAll = 0, guessAll = 0;
        for (std::size_t c = 0; c < width; ++c) {
            int truth = 0, guess = 0;
            for (std::size_t r = 0; r < m_grid.values.size(); ++r) {
                truth += m_grid.values[r][c];
                guess += m_guess[r * width + c];
            }
            if (!matches(m_grid.columns[c], truth, guess)) return false;
            truthAll += truth;
            guessAll += guess;
        }
        return matches(m_grid.total, truthAll, guessAll);
    }
    void search(std::size_t at)
    {
        const std::size_t width = m_grid.values[0].size();
        if (at > 0 && at % width == 0 && !rowFits(at / width - 1)) return;
        if (at == m_guess.size()) {
            if (!columnsFit()) return;
            for (std::size_t i = 0; i < at; ++i)
                m_possible[i].insert(m_guess[i]);
            return;
        }
        const std::size_t r = at / width, c = at % width;
        const bool told = m_s.state(m_grid.cells[r][c]) == State::Visible;
        const int truth = m_grid.values[r][c];
        for (int guess = told ? truth : 0; guess <= (told ? truth : 12); ++guess) {
            if (!matches(m_grid.cells[r][c], truth, guess)) continue;
            m_guess[at] = guess;
            search(at + 1);
        }
    }

    const Suppression& m_s;
    const Grid& m_grid;
    std::vector<int> m_guess;
    std::vector<std::set<int>> m_possible;
};

std::string printed(const Suppression& s, const Grid& grid)
{
    std::ostringstream out;
    const auto put = [&](std::size_t variable, int truth) {
        static constexpr const char* marks[] = {"", "<", "*"};
        out << truth << marks[static_cast<int>(s.state(variable))] << ' ';
    };
    for (std::size_t r = 0; r < grid.values.size(); ++r) {
        for (std::size_t c = 0; c < grid.values[r].size(); ++c)
            put(grid.cells[r][c], grid.values[r][c]);
        put(grid.rows[r], std::accumulate(grid.values[r].begin(), grid.values[r].end(), 0));
        out << '\n';
    }
    for (const std::size_t column : grid.columns)
        put(column, 0);
    put(grid.total, 0);
    return out.str();
}

TEST(Suppression, LeavesTablesWithoutSmallCountsAlone)
{
    Suppression s;
    const Grid grid(s, {{5, 0}, {12, 7}});
    s.run();
    for (const auto& row : grid.cells)
        for (const std::size_t cell : row)
            EXPECT_EQ(s.state(cell), State::Visible);
}

TEST(Suppression, HidesASecondCellInTheRowAndInTheColumn)
{
    Suppression s;
    const Grid grid(s, {{3, 20, 11}, {9, 14, 8}, {10, 6, 7}});
    s.run();
    EXPECT_EQ(s.state(grid.cells[0][0]), State::Small);
    int inRow = 0, inColumn = 0;
    for (std::size_t i = 0; i < 3; ++i) {
        inRow += s.state(grid.cells[0][i]) != State::Visible;
        inColumn += s.state(grid.cells[i][0]) != State::Visible;
    }
    EXPECT_GE(inRow + (s.state(grid.rows[0]) != State::Visible), 2);
    EXPECT_GE(inColumn + (s.state(grid.columns[0]) != State::Visible), 2);
}

// An oracle that enumerates: no small cell may be left with a single possible value.
TEST(Suppression, LeavesNoSmallCellDeducibleInRandomTables)
{
    base::Random random(20150113);
    for (int round = 0; round < 150; ++round) {
        std::vector<std::vector<int>> values(3, std::vector<int>(3));
        for (auto& row : values)
            for (int& value : row)
                value = static_cast<int>(random.below(3) == 0 ? random.below(5) : random.below(11));
        Suppression s;
        const Grid grid(s, values);
        s.run();
        const Attacker attacker(s, grid);
        for (std::size_t r = 0; r < 3; ++r)
            for (std::size_t c = 0; c < 3; ++c)
                EXPECT_TRUE(s.state(grid.cells[r][c]) != State::Small ||
                            attacker.possible(r * 3 + c).size() > 1)
                    << "round " << round << " cell " << r << ',' << c << " of\n"
                    << printed(s, grid);
    }
}

TEST(Suppression, TwoOnesInARowOfTwoAreNotDeducedFromTheirTotal)
{
    Suppression s;
    const Grid grid(s, {{1, 1, 9}, {8, 9, 10}}); // "< 5" twice with a remainder of two would say one and one
    s.run();
    const Attacker attacker(s, grid);
    EXPECT_GT(attacker.possible(0).size(), 1U);
    EXPECT_GT(attacker.possible(1).size(), 1U);
}

TEST(Suppression, NeverTakesBackWhatWasPublished)
{
    Suppression s;
    const std::size_t total = s.add(20), a = s.add(9), b = s.add(11);
    s.link(total, {a, b});
    s.run();
    const std::size_t c = s.add(2), d = s.add(7);
    s.link(a, {c, d});
    s.run();
    EXPECT_EQ(s.state(total), State::Visible);
    EXPECT_EQ(s.state(a), State::Visible);
    EXPECT_EQ(s.state(c), State::Small);
    EXPECT_EQ(s.state(d), State::Complementary);
}

} // namespace
