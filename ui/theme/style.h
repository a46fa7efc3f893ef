#pragma once
#include <QProxyStyle>

namespace ui {

/// Fusion, with boxes and radio buttons legible in both appearances. In a mirrored window, words of another
/// direction start where the window does and keep their own order.
class Style final : public QProxyStyle
{
    Q_OBJECT
public:
    Style();
    void drawPrimitive(PrimitiveElement element, const QStyleOption* option, QPainter* painter,
                       const QWidget* widget) const override;
    void drawItemText(QPainter* painter, const QRect& area, int flags, const QPalette& palette, bool enabled,
                      const QString& text, QPalette::ColorRole role) const override;
    using QProxyStyle::polish;
    void polish(QWidget* widget) override;
};

} // namespace ui
