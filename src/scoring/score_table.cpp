#include "scoring/score_table.h"

#include <cassert>

namespace scoring {
namespace {

// The loops of fixed length below become vector instructions, lane by lane: nothing is added across lanes.
template <size_t Wide> void addProducts(double (&sums)[Wide], double weight, const double* values)
{
    for (size_t lane = 0; lane < Wide; ++lane)
        sums[lane] += weight * values[lane];
}

template <size_t Wide> void store(const double (&sums)[Wide], double* scores)
{
    for (size_t lane = 0; lane < Wide; ++lane)
        scores[lane] = sums[lane];
}

} // namespace

ScoreTable::ScoreTable(const Matrix& values)
    : m_criteria(values.columns()), m_groups((values.rows() + Wide - 1) / Wide),
      m_values(m_groups * Wide * m_criteria)
{
    for (size_t row = 0; row < values.rows(); ++row)
        for (size_t c = 0; c < m_criteria; ++c)
            m_values[(row / Wide * m_criteria + c) * Wide + row % Wide] = values.at(row, c);
}

void ScoreTable::score(std::span<const double> weights, std::span<double> scores) const
{
    assert(weights.size() == Together * m_criteria && scores.size() == Together * stride());
    static_assert(Together == 4);
    const double* w = weights.data();
    for (size_t group = 0; group < m_groups; ++group) {
        const double* values = m_values.data() + group * m_criteria * Wide;
        double first[Wide] = {}, second[Wide] = {}, third[Wide] = {}, fourth[Wide] = {};
        for (size_t c = 0; c < m_criteria; ++c, values += Wide) {
            addProducts(first, w[c], values);
            addProducts(second, w[m_criteria + c], values);
            addProducts(third, w[2 * m_criteria + c], values);
            addProducts(fourth, w[3 * m_criteria + c], values);
        }
        double* out = scores.data() + group * Wide;
        store(first, out);
        store(second, out + stride());
        store(third, out + 2 * stride());
        store(fourth, out + 3 * stride());
    }
}

} // namespace scoring
