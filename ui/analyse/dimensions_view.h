#pragma once
#include <QTableView>

namespace ui {

class DimensionsModel;

/// Heat map of the dimensions: the number is in every cell, its shade only helps the eye. Names stay in
/// place.
class DimensionsView final : public QTableView
{
    Q_OBJECT
public:
    explicit DimensionsView(DimensionsModel* model, QWidget* parent = nullptr);
};

} // namespace ui
