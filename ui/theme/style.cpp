#include "ui/theme/style.h"

#include "ui/theme/colors.h"
#include "ui/theme/metrics.h"

#include <QHeaderView>
#include <QLabel>
#include <QPainter>
#include <QStyleFactory>
#include <QStyleOption>
#include <QTableView>

namespace ui {
namespace {

struct Indicator
{
    QRectF box;
    bool on, enabled, marked;
};

Indicator indicatorOf(const QStyleOption* option)
{
    const double side = qMin(option->rect.width(), option->rect.height()) - 1.0;
    const QPointF corner = QRectF(option->rect).center() - QPointF(side / 2, side / 2);
    return {QRectF(corner, QSizeF(side, side)), bool(option->state & QStyle::State_On),
            bool(option->state & QStyle::State_Enabled),
            bool(option->state & (QStyle::State_MouseOver | QStyle::State_HasFocus))};
}

void prepare(QPainter* painter, const Indicator& sign, const Colors& colors)
{
    painter->setRenderHint(QPainter::Antialiasing);
    const QColor edge = !sign.enabled ? colors.rule : sign.on || sign.marked ? colors.accent : colors.subtle;
    painter->setPen(QPen(edge, 1.2));
}

void paintCheck(QPainter* painter, const QStyleOption* option)
{
    const Colors& colors = colorsOf(option->palette);
    const Indicator sign = indicatorOf(option);
    painter->save();
    prepare(painter, sign, colors);
    painter->setBrush(sign.on ? (sign.enabled ? colors.accent : colors.rule) : colors.base);
    painter->drawRoundedRect(sign.box, 2, 2);
    if (sign.on) {
        const double s = sign.box.width();
        painter->setPen(QPen(sign.enabled ? colors.onAccent : colors.subtle, s / 7, Qt::SolidLine,
                             Qt::RoundCap, Qt::RoundJoin));
        painter->drawPolyline(QPolygonF{sign.box.topLeft() + QPointF(0.24 * s, 0.52 * s),
                                        sign.box.topLeft() + QPointF(0.43 * s, 0.70 * s),
                                        sign.box.topLeft() + QPointF(0.77 * s, 0.32 * s)});
    }
    painter->restore();
}

void paintRadio(QPainter* painter, const QStyleOption* option)
{
    const Colors& colors = colorsOf(option->palette);
    const Indicator sign = indicatorOf(option);
    painter->save();
    prepare(painter, sign, colors);
    painter->setBrush(colors.base);
    painter->drawEllipse(sign.box);
    if (sign.on) {
        painter->setPen(Qt::NoPen);
        painter->setBrush(sign.enabled ? colors.accent : colors.subtle);
        const double inset = sign.box.width() * 0.24;
        painter->drawEllipse(sign.box.adjusted(inset, inset, -inset, -inset));
    }
    painter->restore();
}

} // namespace

Style::Style() : QProxyStyle(QStyleFactory::create(QStringLiteral("Fusion"))) {}

void Style::drawPrimitive(PrimitiveElement element, const QStyleOption* option, QPainter* painter,
                          const QWidget* widget) const
{
    if (element == PE_IndicatorCheckBox)
        paintCheck(painter, option);
    else if (element == PE_IndicatorRadioButton)
        paintRadio(painter, option);
    else
        QProxyStyle::drawPrimitive(element, option, painter, widget);
}

int Style::pixelMetric(PixelMetric metric, const QStyleOption* option, const QWidget* widget) const
{
    // Items start one pixel after this margin, headings where the style sheet says.
    // The days of a calendar have no heading to stand under, and no room.
    const bool table =
        qobject_cast<const QTableView*>(widget) && widget->objectName() != u"qt_calendar_calendarview";
    const bool framed = table || (widget && widget->objectName() == u"ranking");
    if (metric == PM_FocusFrameHMargin && framed) return px(8) - 1;
    return QProxyStyle::pixelMetric(metric, option, widget);
}

/// A label takes its side from its words; here it is the window's.
void Style::polish(QWidget* widget)
{
    QProxyStyle::polish(widget);
    if (auto* header = qobject_cast<QHeaderView*>(widget)) header->viewport()->installEventFilter(&m_tips);
    auto* label = qobject_cast<QLabel*>(widget);
    if (!label || label->layoutDirection() == Qt::LeftToRight) return;
    const Qt::Alignment given = label->alignment();
    if (given.testFlag(Qt::AlignAbsolute) || !given.testFlag(Qt::AlignLeft)) return;
    label->setAlignment((given & Qt::AlignVertical_Mask) | Qt::AlignRight | Qt::AlignAbsolute);
}

/// "Ouvrir…" keeps its dots at the end, "4 conflits" its number at the start.
void Style::drawItemText(QPainter* painter, const QRect& area, int flags, const QPalette& palette,
                         bool enabled, const QString& text, QPalette::ColorRole role) const
{
    const QChar embed(0x202a), end(0x202c);
    QString words = text;
    if (painter->layoutDirection() == Qt::RightToLeft && !text.isEmpty() && !text.isRightToLeft())
        words = embed + words.replace(u'\n', QString(end) + u'\n' + embed) + end;
    QProxyStyle::drawItemText(painter, area, flags, palette, enabled, words, role);
}

} // namespace ui
