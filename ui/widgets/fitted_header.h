#pragma once
#include <QHeaderView>

namespace ui {

/// Headings of a table's columns: their words take the lines that the height holds, and end with an ellipsis
/// where room lacks.
class FittedHeader final : public QHeaderView
{
    Q_OBJECT
public:
    explicit FittedHeader(QWidget* parent = nullptr);

protected:
    void initStyleOptionForIndex(QStyleOptionHeader* option, int logicalIndex) const override;
};

} // namespace ui
