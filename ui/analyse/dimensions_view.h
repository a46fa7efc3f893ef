#pragma once
#include <QTableView>

class QToolButton;

namespace ui {

class DimensionsModel;

/// Heat map of the dimensions, or of the indicators once asked for in its corner: the number is in every
/// cell, its shade only helps the eye. Names stay in place.
class DimensionsView final : public QTableView
{
    Q_OBJECT
public:
    explicit DimensionsView(DimensionsModel* model, QWidget* parent = nullptr);

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void addCorner(DimensionsModel* model);
    QToolButton* m_corner;
};

} // namespace ui
