#pragma once
#include <QSet>
#include <QWidget>

namespace ui {

/// The regions of the study in small: where a set of three is present, and the priorities it leaves out.
class TerritoryMap final : public QWidget
{
    Q_OBJECT
public:
    explicit TerritoryMap(QWidget* parent = nullptr);

    struct Shown
    {
        QString kind; ///< "region1997" or "region2015"
        QSet<QString> held, priorities;
        bool operator==(const Shown&) const = default;
    };
    void show(const Shown& shown, const QString& words);
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent*) override;

private:
    Shown m_shown;
};

} // namespace ui
