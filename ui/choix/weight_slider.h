#pragma once
#include <QSlider>

namespace ui {

/// A weight from 0 to 100 %, in tenths, with a stroke at the model's own.
class WeightSlider final : public QSlider
{
    Q_OBJECT
public:
    explicit WeightSlider(QWidget* parent = nullptr);
    void setModelValue(int value);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    int m_model = 0;
};

} // namespace ui
