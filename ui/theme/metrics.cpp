#include "ui/theme/metrics.h"

#include <QApplication>
#include <QFontInfo>

namespace ui {

int px(double atScaleOne)
{
    return qRound(atScaleOne * QFontInfo(QApplication::font()).pixelSize() / 13.0);
}

QFont sized(double factor, bool bold)
{
    QFont font = QApplication::font();
    font.setPointSizeF(font.pointSizeF() * factor);
    font.setBold(bold);
    return font;
}

} // namespace ui
