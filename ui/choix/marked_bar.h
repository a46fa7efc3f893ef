#pragma once
#include <QWidget>

namespace ui {

/// A share with the mark of a threshold.
class MarkedBar final : public QWidget
{
    Q_OBJECT
public:
    explicit MarkedBar(double mark, QWidget* parent = nullptr);
    void setShare(double share);
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent*) override;

private:
    double m_share = 0, m_mark;
};

} // namespace ui
