#pragma once
#include <QTableView>

namespace ui {

class RankingModel;

/// Table of a ranking: bars on one scale with its ticks in the header, groups of "coude à coude" in one cell.
class RankingView final : public QTableView
{
    Q_OBJECT
public:
    explicit RankingView(RankingModel* model, QWidget* parent = nullptr);
};

} // namespace ui
