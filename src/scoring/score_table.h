#pragma once
#include "scoring/matrix.h"

#include <span>
#include <vector>

namespace scoring {

/// Weighted sums of many alternatives for a few weight vectors at a time. Alternatives lie side by side, so
/// each sum adds its criteria in order whatever the width of the processor's registers, and does not depend
/// on the place of the alternative.
class ScoreTable
{
public:
    static constexpr size_t Together = 4; ///< weight vectors treated at once

    explicit ScoreTable(const Matrix& values);
    /// Length of one row of scores: the alternatives, and room for the last group.
    size_t stride() const { return m_groups * Wide; }
    /// `weights`: Together rows of criteria, one after the other; `scores`: Together rows of stride().
    void score(std::span<const double> weights, std::span<double> scores) const;

private:
    static constexpr size_t Wide = 4;

    size_t m_criteria, m_groups;
    std::vector<double> m_values; ///< group, criterion, alternative of the group
};

} // namespace scoring
