#pragma once
#include "report/figure_renderer.h"

class QPainter;
class QRectF;

namespace drawing {

/// Paints a figure in a rectangle, in the painter's units; vector output, so sharp at any scale.
/// `unitsPerMm` sets line widths and text sizes.
void paintFigure(QPainter& painter, const QRectF& area, const report::FigureSpec& spec, double unitsPerMm);

class FigurePainter final : public report::FigureRenderer
{
public:
    QByteArray png(const report::FigureSpec& spec, double widthMm, double heightMm,
                   int dotsPerInch) const override;
};

} // namespace drawing
