#include "scoring/value_function.h"

#include <algorithm>
#include <cassert>

namespace scoring {

ValueFunction::ValueFunction(std::vector<Anchor> anchors) : m_anchors(std::move(anchors))
{
    assert(isSound(m_anchors));
}

bool ValueFunction::isSound(const std::vector<Anchor>& anchors)
{
    return !anchors.empty() &&
           std::adjacent_find(anchors.begin(), anchors.end(), [](const Anchor& a, const Anchor& b) {
               return !(a.measure < b.measure);
           }) == anchors.end();
}

double ValueFunction::operator()(double measure) const
{
    const auto above = std::upper_bound(m_anchors.begin(), m_anchors.end(), measure,
                                        [](double x, const Anchor& anchor) { return x < anchor.measure; });
    if (above == m_anchors.begin()) return m_anchors.front().value;
    if (above == m_anchors.end()) return m_anchors.back().value;
    const Anchor& low = *(above - 1);
    const double share = (measure - low.measure) / (above->measure - low.measure);
    return low.value + share * (above->value - low.value);
}

} // namespace scoring
