#pragma once
#include <QWidget>

class QBoxLayout;

namespace ui {

class Desk;

/// The four ladders that depend on the field, against the organisations entered so far: counts only.
class ThresholdsPanel final : public QWidget
{
    Q_OBJECT
public:
    explicit ThresholdsPanel(Desk& desk, QWidget* parent = nullptr);
    void refresh();

private:
    Desk& m_desk;
    QBoxLayout* m_content;
};

} // namespace ui
