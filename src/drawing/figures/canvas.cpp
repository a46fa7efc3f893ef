#include "drawing/figures/canvas.h"

#include <QFontMetricsF>
#include <QPainterPath>

namespace drawing {

QColor ink::shade(int level)
{
    static const std::array<QColor, 6> ramp{QColor(0xf4, 0xf7, 0xfb), QColor(0xd3, 0xe1, 0xf0),
                                            QColor(0xa6, 0xc3, 0xe2), QColor(0x6e, 0x9d, 0xcc),
                                            QColor(0x3a, 0x72, 0xae), QColor(0x1f, 0x4e, 0x8c)};
    return ramp[static_cast<size_t>(std::clamp(level, 0, 5))];
}

QColor ink::series(int index)
{
    static const std::array<QColor, 5> colors{QColor(0x00, 0x72, 0xb2), QColor(0xd5, 0x5e, 0x00),
                                              QColor(0x00, 0x9e, 0x73), QColor(0x9a, 0x5b, 0x8f),
                                              QColor(0xb8, 0x86, 0x0b)};
    return colors[static_cast<size_t>(index) % colors.size()];
}

Canvas::Canvas(QPainter& painter, const QRectF& area, double unitsPerMm)
    : m_painter(painter),
      m_area(0, 0, area.width() / unitsPerMm * DotsPerMm, area.height() / unitsPerMm * DotsPerMm)
{
    m_painter.save();
    m_painter.translate(area.topLeft());
    m_painter.scale(unitsPerMm / DotsPerMm, unitsPerMm / DotsPerMm);
    m_painter.setRenderHint(QPainter::Antialiasing);
}

Canvas::~Canvas()
{
    m_painter.restore();
}

QFont Canvas::font(double points, bool bold)
{
    QFont font(QStringLiteral("Noto Sans"));
    font.setFamilies({QStringLiteral("Noto Sans"), QStringLiteral("Noto Sans Arabic")});
    font.setPixelSize(std::max(1, qRound(points * 25.4 / 72 * DotsPerMm)));
    font.setWeight(bold ? QFont::Bold : QFont::Normal);
    font.setHintingPreference(QFont::PreferNoHinting);
    // Any spacing makes Qt shape text without the ligatures that PDF readers cannot extract.
    font.setLetterSpacing(QFont::AbsoluteSpacing, 0.02);
    return font;
}

double Canvas::textWidth(const QString& text, double points, bool bold)
{
    return QFontMetricsF(font(points, bold)).horizontalAdvance(text);
}

double Canvas::lineHeight(double points)
{
    return points * 25.4 / 72 * DotsPerMm * 1.3;
}

void Canvas::text(const QRectF& box, Qt::Alignment alignment, const QString& text, const Lettering& lettering)
{
    const QFont face = font(lettering.points, lettering.bold);
    m_painter.setFont(face);
    m_painter.setPen(lettering.color);
    const QString shown = QFontMetricsF(face).elidedText(text, Qt::ElideRight, box.width() + 1);
    m_painter.drawText(box, static_cast<int>(alignment) | Qt::TextSingleLine | Qt::TextDontClip, shown);
}

void Canvas::wrapped(const QRectF& box, Qt::Alignment alignment, const QString& text, double points,
                     const QColor& color)
{
    m_painter.setFont(font(points));
    m_painter.setPen(color);
    m_painter.drawText(box, static_cast<int>(alignment | Qt::AlignTop) | Qt::TextWordWrap | Qt::TextDontClip,
                       text);
}

double Canvas::wrappedHeight(const QString& text, double width, double points)
{
    return QFontMetricsF(font(points))
        .boundingRect(QRectF(0, 0, width, mm(1000)), Qt::AlignTop | Qt::TextWordWrap, text)
        .height();
}

void Canvas::line(const QLineF& line, const QColor& color, double millimetres, Qt::PenStyle style)
{
    m_painter.setPen(QPen(color, mm(millimetres), style, Qt::FlatCap));
    m_painter.drawLine(line);
}

void Canvas::bar(const QRectF& box, const QColor& color, bool hatched)
{
    if (box.width() <= 0 || box.height() <= 0) return;
    if (!hatched) {
        m_painter.fillRect(box, color);
        return;
    }
    QPainterPath path;
    path.addRect(box);
    m_painter.fillRect(box, ink::Paper);
    hatch(m_painter, path, {color, mm(0.9), mm(0.22)});
    m_painter.setPen(QPen(color, mm(0.2)));
    m_painter.setBrush(Qt::NoBrush);
    m_painter.drawRect(box);
}

void Canvas::seriesBar(const QRectF& box, size_t series)
{
    const QColor color = series < 2 ? ink::Accent : ink::series(static_cast<int>(series) - 1);
    const size_t pattern = series % 4;
    if (pattern == 0 || box.width() <= 0 || box.height() <= 0) {
        bar(box, color, false);
        return;
    }
    QPainterPath path;
    path.addRect(box);
    m_painter.fillRect(box, ink::Paper);
    if (pattern != 2) hatch(m_painter, path, {color, mm(0.9), mm(0.22), true});
    if (pattern != 1) hatch(m_painter, path, {color, mm(pattern == 2 ? 0.7 : 0.9), mm(0.26)});
    m_painter.setPen(QPen(color, mm(0.2), Qt::SolidLine, Qt::FlatCap, Qt::MiterJoin));
    m_painter.setBrush(Qt::NoBrush);
    m_painter.drawRect(box.adjusted(mm(0.1), mm(0.1), -mm(0.1), -mm(0.1)));
}

void hatch(QPainter& painter, const QPainterPath& path, const Hatching& hatching)
{
    const QRectF box = path.boundingRect();
    painter.save();
    painter.setClipPath(path, Qt::IntersectClip);
    painter.setPen(QPen(hatching.color, hatching.width, Qt::SolidLine, Qt::FlatCap));
    // Lines start on a common grid, so that neighbouring areas line up.
    const double h = box.height();
    const double first = std::floor((box.left() - h) / hatching.spacing) * hatching.spacing;
    const int count = static_cast<int>(std::ceil((box.right() - first) / hatching.spacing));
    const double from = hatching.rising ? box.bottom() : box.top(),
                 to = hatching.rising ? box.top() : box.bottom();
    QList<QLineF> lines;
    for (int i = 0; i < count; ++i) {
        const double x = first + i * hatching.spacing;
        lines.append(QLineF(x, from, x + h, to));
    }
    painter.drawLines(lines);
    painter.restore();
}

QString frenchNumber(double value, int decimals)
{
    QString digits = QString::number(std::abs(value), 'f', decimals);
    const qsizetype point = digits.indexOf(u'.');
    for (qsizetype i = (point < 0 ? digits.size() : point) - 3; i > 0; i -= 3)
        digits.insert(i, QChar(0x202f));
    digits.replace(u'.', u',');
    return value < 0 ? QChar(0x2212) + digits : digits;
}

} // namespace drawing
