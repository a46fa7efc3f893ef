#include "drawing/figure_painter.h"

#include "drawing/figures/charts.h"
#include "drawing/figures/few_colours.h"

#include <QBuffer>
#include <QImage>

namespace drawing {
namespace {

struct Painter
{
    Canvas& canvas;
    void operator()(const report::BarChart& spec) const { paintBars(canvas, spec); }
    void operator()(const report::RangeChart& spec) const { paintRanges(canvas, spec); }
    void operator()(const report::AreaMap& spec) const { paintAreaMap(canvas, spec); }
    void operator()(const report::ServiceStrip& spec) const { paintServices(canvas, spec); }
    void operator()(const report::IntervalChart& spec) const { paintIntervals(canvas, spec); }
    void operator()(const report::QrCode& spec) const { paintQrCode(canvas, spec); }
};

} // namespace

void paintFigure(QPainter& painter, const QRectF& area, const report::FigureSpec& spec, double unitsPerMm)
{
    Canvas canvas(painter, area, unitsPerMm);
    std::visit(Painter{canvas}, spec);
}

QByteArray FigurePainter::png(const report::FigureSpec& spec, double widthMm, double heightMm,
                              int dotsPerInch) const
{
    const double pixelsPerMm = dotsPerInch / 25.4;
    QImage image(qRound(widthMm * pixelsPerMm), qRound(heightMm * pixelsPerMm), QImage::Format_RGB32);
    image.fill(Qt::white);
    image.setDotsPerMeterX(qRound(pixelsPerMm * 1000));
    image.setDotsPerMeterY(qRound(pixelsPerMm * 1000));
    QPainter painter(&image);
    paintFigure(painter, QRectF(0, 0, image.width(), image.height()), spec, pixelsPerMm);
    painter.end();
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    withFewColours(image).save(&buffer, "PNG");
    return bytes;
}

} // namespace drawing
