#pragma once
#include <QColor>
#include <QFont>
#include <QPainter>
#include <QRectF>
#include <QString>

namespace drawing {

/// Colours of printed figures (the light palette of the program).
namespace ink {
inline const QColor Text(0x1f, 0x24, 0x28);
inline const QColor Muted(0x56, 0x5f, 0x68);
inline const QColor Accent(0x1f, 0x4e, 0x8c);
inline const QColor Hairline(0xc3, 0xc8, 0xcd);
inline const QColor Grid(0xdf, 0xe2, 0xe5);
inline const QColor Paper(0xff, 0xff, 0xff);
inline const QColor Context(0xee, 0xf0, 0xf1);
inline const QColor Threshold(0x9a, 0xa1, 0xa8);
/// Sequential ramp 0 (lightest) … 5 (darkest), legible in grey and by colour-blind readers.
QColor shade(int level);
/// Categorical colours 0…4.
QColor series(int index);
} // namespace ink

struct Lettering
{
    Lettering(double size, QColor ink = ink::Text, bool strong = false)
        : points(size), color(ink), bold(strong)
    {
    }
    double points;
    QColor color;
    bool bold;
};

/// A painter in tenths of a typographic millimetre: figures are drawn in dots of 1/40 mm whatever the target,
/// so that text sizes and line widths are the same on screen, in PNG and in PDF.
class Canvas
{
public:
    static constexpr double DotsPerMm = 40;

    Canvas(QPainter& painter, const QRectF& area, double unitsPerMm);
    ~Canvas();
    Canvas(const Canvas&) = delete;
    Canvas& operator=(const Canvas&) = delete;

    QPainter& painter() { return m_painter; }
    /// The figure's area in dots, from (0, 0).
    const QRectF& area() const { return m_area; }
    static double mm(double millimetres) { return millimetres * DotsPerMm; }

    static QFont font(double points, bool bold = false);
    static double textWidth(const QString& text, double points, bool bold = false);
    static double lineHeight(double points);
    /// Text on one line, elided at the end when it does not fit.
    void text(const QRectF& box, Qt::Alignment alignment, const QString& text, const Lettering& lettering);
    /// Text on as many lines as the width of the box asks for, from its top.
    void wrapped(const QRectF& box, Qt::Alignment alignment, const QString& text, double points,
                 const QColor& color = ink::Text);
    static double wrappedHeight(const QString& text, double width, double points);
    void line(const QLineF& line, const QColor& color, double millimetres,
              Qt::PenStyle style = Qt::SolidLine);
    /// Filled rectangle; hatched ones show lines of the colour on white with an outline.
    void bar(const QRectF& box, const QColor& color, bool hatched);
    /// Rectangle of a series: full, then hatched one way, the other way, both ways, so that no series is
    /// known by its colour alone.
    void seriesBar(const QRectF& box, size_t series);

private:
    QPainter& m_painter;
    QRectF m_area;
};

struct Hatching
{
    QColor color;
    double spacing, width;
    bool rising = false; ///< towards the right
};

/// Diagonal lines clipped to a path: hatching that stays vector in PDF.
void hatch(QPainter& painter, const QPainterPath& path, const Hatching& hatching);

/// Number as French readers write it: "1 234" or "12,5".
QString frenchNumber(double value, int decimals = 0);

} // namespace drawing
