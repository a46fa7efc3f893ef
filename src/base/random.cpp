#include "base/random.h"

namespace base {

std::uint64_t Random::next()
{
    std::uint64_t z = (m_state += 0x9e3779b97f4a7c15ULL);
    z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9ULL;
    z = (z ^ (z >> 27)) * 0x94d049bb133111ebULL;
    return z ^ (z >> 31);
}

std::uint32_t Random::below(std::uint32_t bound)
{
    const std::uint32_t threshold = (0U - bound) % bound;
    for (;;) {
        const std::uint64_t product = (next() >> 32) * bound;
        if (static_cast<std::uint32_t>(product) >= threshold)
            return static_cast<std::uint32_t>(product >> 32);
    }
}

double Random::unit()
{
    return static_cast<double>(next() >> 11) * 0x1.0p-53;
}

Random Random::fork(std::uint64_t label) const
{
    Random mixed(m_state ^ (label * 0xd1342543de82ef95ULL));
    return Random(mixed.next());
}

} // namespace base
