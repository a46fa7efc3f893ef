#include "scoring/exact_math.h"

#include <bit>
#include <cassert>
#include <cstdint>
#include <limits>

namespace scoring {
namespace {

constexpr std::uint64_t FractionMask = (std::uint64_t{1} << 52) - 1;
constexpr int Bias = 1023;
// ln 2 in two parts: multiples of the first by an exponent are exact.
constexpr double Ln2High = 0x1.62e42feep-1, Ln2Low = 0x1.a39ef35793c76p-33;
constexpr double RootOfTwo = 0x1.6a09e667f3bcdp+0;

double powerOfTwo(int exponent)
{
    return std::bit_cast<double>(static_cast<std::uint64_t>(exponent + Bias) << 52);
}

} // namespace

double logarithm(double x)
{
    assert(x >= std::numeric_limits<double>::min());
    const auto bits = std::bit_cast<std::uint64_t>(x);
    int exponent = static_cast<int>(bits >> 52) - Bias;
    double mantissa = std::bit_cast<double>((bits & FractionMask) | (std::uint64_t{Bias} << 52));
    if (mantissa > RootOfTwo) {
        mantissa /= 2;
        ++exponent;
    }
    // ln m = 2 artanh s, |s| < 0.172: the terms left out are below 10^-18.
    const double s = (mantissa - 1) / (mantissa + 1);
    const double square = s * s;
    double sum = 0;
    for (int power = 21; power >= 3; power -= 2)
        sum = (sum + 1.0 / power) * square;
    return exponent * Ln2High + (2 * s + (2 * s * sum + exponent * Ln2Low));
}

double exponential(double x)
{
    constexpr double Limit = 708;
    if (x < -Limit) return 0;
    if (x > Limit) x = Limit;
    const double turns = x / (Ln2High + Ln2Low);
    const int exponent = static_cast<int>(turns < 0 ? turns - 0.5 : turns + 0.5);
    const double rest = (x - exponent * Ln2High) - exponent * Ln2Low;
    double sum = 1;
    for (int power = 15; power >= 1; --power)
        sum = 1 + sum * rest / power;
    return sum * powerOfTwo(exponent);
}

} // namespace scoring
