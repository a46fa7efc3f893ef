#pragma once
#include <cstddef>
#include <span>
#include <vector>

namespace scoring {

/// Rows of numbers: alternatives × criteria, alternatives × cells, or samples × criteria.
class Matrix
{
public:
    Matrix() = default;
    Matrix(size_t rows, size_t columns) : m_rows(rows), m_columns(columns), m_numbers(rows * columns) {}

    size_t rows() const { return m_rows; }
    size_t columns() const { return m_columns; }
    double& at(size_t row, size_t column) { return m_numbers[row * m_columns + column]; }
    double at(size_t row, size_t column) const { return m_numbers[row * m_columns + column]; }
    std::span<double> row(size_t row) { return {m_numbers.data() + row * m_columns, m_columns}; }
    std::span<const double> row(size_t row) const { return {m_numbers.data() + row * m_columns, m_columns}; }

    bool operator==(const Matrix&) const = default;

private:
    size_t m_rows = 0, m_columns = 0;
    std::vector<double> m_numbers;
};

} // namespace scoring
