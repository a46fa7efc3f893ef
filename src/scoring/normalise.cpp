#include "scoring/normalise.h"

#include <algorithm>
#include <cassert>
#include <cmath>

namespace scoring {
namespace {

struct Column
{
    double least, most, sum = 0, squares = 0, inverses = 0;
    bool hasZero = false;
};

Column measure(const Matrix& values, size_t column)
{
    Column all{values.at(0, column), values.at(0, column)};
    for (size_t row = 0; row < values.rows(); ++row) {
        const double x = values.at(row, column);
        all.least = std::min(all.least, x);
        all.most = std::max(all.most, x);
        all.sum += x;
        all.squares += x * x;
        if (x == 0)
            all.hasZero = true;
        else
            all.inverses += 1 / x;
    }
    return all;
}

bool isPossible(const Column& column, bool cost, Normalisation normalisation)
{
    switch (normalisation) {
    case Normalisation::None:
    case Normalisation::MinMax:
        return true;
    case Normalisation::Max:
        return column.most > 0;
    case Normalisation::Sum:
        return cost ? !column.hasZero && column.inverses > 0 : column.sum > 0;
    case Normalisation::Vector:
        return column.squares > 0;
    }
    return false;
}

double normalised(double x, const Column& column, bool cost, Normalisation normalisation)
{
    switch (normalisation) {
    case Normalisation::None:
        return cost ? -x : x;
    case Normalisation::MinMax:
        if (column.most == column.least) return 1;
        return (cost ? column.most - x : x - column.least) / (column.most - column.least);
    case Normalisation::Max:
        return cost ? 1 - x / column.most : x / column.most;
    case Normalisation::Sum:
        return cost ? 1 / x / column.inverses : x / column.sum;
    case Normalisation::Vector:
        return cost ? 1 - x / std::sqrt(column.squares) : x / std::sqrt(column.squares);
    }
    return x;
}

} // namespace

std::vector<size_t> impossibleColumns(const Matrix& values, std::span<const Direction> directions,
                                      Normalisation normalisation)
{
    assert(directions.size() == values.columns());
    std::vector<size_t> impossible;
    if (values.rows() == 0) return impossible;
    for (size_t c = 0; c < values.columns(); ++c)
        if (!isPossible(measure(values, c), directions[c] == Direction::Cost, normalisation))
            impossible.push_back(c);
    return impossible;
}

Matrix normalise(const Matrix& values, std::span<const Direction> directions, Normalisation normalisation)
{
    assert(impossibleColumns(values, directions, normalisation).empty());
    Matrix result = values;
    if (values.rows() == 0) return result;
    for (size_t c = 0; c < values.columns(); ++c) {
        const Column column = measure(values, c);
        for (size_t r = 0; r < values.rows(); ++r)
            result.at(r, c) =
                normalised(values.at(r, c), column, directions[c] == Direction::Cost, normalisation);
    }
    return result;
}

} // namespace scoring
