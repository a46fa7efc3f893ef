#pragma once
#include <QAbstractButton>

namespace ui {

/// One step of the contribution waterfall: name, bar from where the previous ended, points. A button: it goes
/// down.
class WaterfallRow final : public QAbstractButton
{
    Q_OBJECT
public:
    WaterfallRow(const QString& code, const QString& name, double from, double points, bool total,
                 QWidget* parent = nullptr);
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent*) override;

private:
    QString m_code, m_name;
    double m_from, m_points;
    bool m_total;
};

} // namespace ui
