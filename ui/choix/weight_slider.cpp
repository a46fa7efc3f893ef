#include "ui/choix/weight_slider.h"

#include "ui/theme/colors.h"
#include "ui/theme/metrics.h"

#include <QPainter>
#include <QStyle>

namespace ui {

WeightSlider::WeightSlider(QWidget* parent) : QSlider(Qt::Horizontal, parent)
{
    setRange(0, 1000);
    setSingleStep(10);
    setPageStep(50);
    setProperty("role", QStringLiteral("pair"));
}

void WeightSlider::setModelValue(int value)
{
    m_model = value;
    update();
}

void WeightSlider::paintEvent(QPaintEvent* event)
{
    const int handle = px(14); // as the style sheet draws it
    const int offset = QStyle::sliderPositionFromValue(minimum(), maximum(), m_model, width() - handle,
                                                       layoutDirection() == Qt::RightToLeft);
    QPainter painter(this);
    painter.fillRect(QRectF(offset + handle / 2.0 - 1, 0, 2, height()), colorsOf(palette()).subtle);
    painter.end();
    QSlider::paintEvent(event);
}

} // namespace ui
