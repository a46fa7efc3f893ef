#pragma once
#include <QProxyStyle>

namespace ui {

/// Fusion, with boxes and radio buttons legible in both appearances.
class Style final : public QProxyStyle
{
    Q_OBJECT
public:
    Style();
    void drawPrimitive(PrimitiveElement element, const QStyleOption* option, QPainter* painter,
                       const QWidget* widget) const override;
};

} // namespace ui
