#pragma once
#include <array>
#include <cstdint>

namespace scoring {

/// xoshiro256** (Blackman & Vigna 2018), its state filled by SplitMix64 from a seed and the number of a
/// stream: every block of samples owns a stream, so that neither the number of threads nor the order of the
/// blocks changes a draw. Integers only: the same numbers on every computer.
class Random
{
public:
    Random(std::uint64_t seed, std::uint64_t stream)
    {
        std::uint64_t position = mix(seed) ^ mix(stream + Golden);
        for (std::uint64_t& word : m_state)
            word = mix(position += Golden);
    }

    std::uint64_t next()
    {
        const std::uint64_t result = rotated(m_state[1] * 5, 7) * 9;
        const std::uint64_t shifted = m_state[1] << 17;
        m_state[2] ^= m_state[0];
        m_state[3] ^= m_state[1];
        m_state[1] ^= m_state[2];
        m_state[0] ^= m_state[3];
        m_state[2] ^= shifted;
        m_state[3] = rotated(m_state[3], 45);
        return result;
    }

    /// 53 random bits.
    std::uint64_t bits() { return next() >> 11; }
    /// Uniform on [0, 1), a multiple of 2^-53.
    double uniform() { return static_cast<double>(bits()) * 0x1p-53; }
    /// Uniform on (0, 1).
    double open() { return (static_cast<double>(bits() >> 1) + 0.5) * 0x1p-52; }
    /// Below `limit`, each as likely to 1 in 2^32.
    std::uint32_t below(std::uint32_t limit)
    {
        return static_cast<std::uint32_t>(((next() >> 32) * limit) >> 32);
    }

private:
    static constexpr std::uint64_t Golden = 0x9e3779b97f4a7c15;
    static std::uint64_t rotated(std::uint64_t x, int by) { return (x << by) | (x >> (64 - by)); }
    static std::uint64_t mix(std::uint64_t x)
    {
        x = (x ^ (x >> 30)) * 0xbf58476d1ce4e5b9;
        x = (x ^ (x >> 27)) * 0x94d049bb133111eb;
        return x ^ (x >> 31);
    }

    std::array<std::uint64_t, 4> m_state;
};

} // namespace scoring
