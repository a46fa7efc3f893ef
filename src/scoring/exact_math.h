#pragma once

namespace scoring {

// The C library's exp and log may differ in their last bit from one computer to the next. These use
// additions, multiplications and divisions only, in a fixed order, so the same number gives the same bits
// everywhere; they are right to about one part in 10^15.

/// Natural logarithm of a positive normal number.
double logarithm(double x);
/// e^x; 0 below -708, capped at the largest power above 708.
double exponential(double x);

} // namespace scoring
