#pragma once
#include <vector>

namespace scoring {

/// Value of a raw measure on fixed anchors, straight lines between them and constant outside. The anchors do
/// not depend on the alternatives at hand, so that adding one never changes another's value.
class ValueFunction
{
public:
    struct Anchor
    {
        double measure = 0, value = 0;
    };

    /// At least one anchor, measures strictly increasing.
    explicit ValueFunction(std::vector<Anchor> anchors);
    static bool isSound(const std::vector<Anchor>& anchors);

    double operator()(double measure) const;

private:
    std::vector<Anchor> m_anchors;
};

} // namespace scoring
