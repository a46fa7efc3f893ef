#pragma once
#include <QImage>

namespace drawing {

/// The same image with a palette of its 256 commonest colours, the rare others (smoothed edges) taking the
/// nearest: a figure weighs a third and is compressed several times faster. An image with thousands of
/// colours is returned as it is.
QImage withFewColours(const QImage& image);

} // namespace drawing
