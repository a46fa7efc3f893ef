#pragma once
#include "ui/theme/heading_words.h"

#include <QProxyStyle>

namespace ui {

/// Fusion, with boxes and radio buttons legible in both appearances. In a mirrored window, words of another
/// direction start where the window does and keep their own order. Cells of tables start under the words
/// of their heading, which are whole in a tool tip where room lacks.
class Style final : public QProxyStyle
{
    Q_OBJECT
public:
    Style();
    void drawPrimitive(PrimitiveElement element, const QStyleOption* option, QPainter* painter,
                       const QWidget* widget) const override;
    void drawItemText(QPainter* painter, const QRect& area, int flags, const QPalette& palette, bool enabled,
                      const QString& text, QPalette::ColorRole role) const override;
    int pixelMetric(PixelMetric metric, const QStyleOption* option, const QWidget* widget) const override;
    using QProxyStyle::polish;
    void polish(QWidget* widget) override;

private:
    HeadingTips m_tips;
};

} // namespace ui
