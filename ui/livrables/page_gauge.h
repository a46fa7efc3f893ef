#pragma once
#include <QWidget>

#include <optional>

namespace ui {

/// Number of pages of the body against the bounds of the call.
class PageGauge final : public QWidget
{
    Q_OBJECT
public:
    using QWidget::QWidget;
    void show(std::optional<int> pages, int low, int high);
    bool isWithin() const { return m_pages && *m_pages >= m_low && *m_pages <= m_high; }
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent*) override;

private:
    std::optional<int> m_pages;
    int m_low = 50, m_high = 70;
};

} // namespace ui
