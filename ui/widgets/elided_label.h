#pragma once
#include <QLabel>

namespace ui {

/// One line of words that gives way: cut with an ellipsis, and whole in its tool tip, when room lacks.
class ElidedLabel final : public QLabel
{
    Q_OBJECT
public:
    explicit ElidedLabel(QWidget* parent = nullptr);
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent*) override;
    void resizeEvent(QResizeEvent* event) override;
};

} // namespace ui
