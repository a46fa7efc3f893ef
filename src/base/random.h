#pragma once
#include <cstdint>

namespace base {

/// Small deterministic generator (SplitMix64, Steele, Lea & Flood 2014): the same seed gives the same
/// sequence on every machine. For fictional data and sampling, never for keys.
class Random
{
public:
    explicit Random(std::uint64_t seed) : m_state(seed) {}

    std::uint64_t next();
    /// Uniform in [0, bound), bound > 0, without modulo bias (Lemire 2019).
    std::uint32_t below(std::uint32_t bound);
    /// Uniform in [0, 1), multiple of 2^-53.
    double unit();
    /// True with probability p.
    bool chance(double p) { return unit() < p; }
    /// Independent generator derived from this one and a label, so that parts may be made in any order.
    Random fork(std::uint64_t label) const;

private:
    std::uint64_t m_state;
};

} // namespace base
