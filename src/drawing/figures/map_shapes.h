#pragma once
#include "cartography/boundaries.h"

namespace drawing {

/// Areas of a kind with their points rounded to a grid of `metres` (a power of two is taken), so that a small
/// map does not carry detail nobody can see. Neighbours keep a common border. Thread-safe, kept for the
/// program.
const std::vector<cartography::Area>& shapes(const QString& kind, double metres);

} // namespace drawing
