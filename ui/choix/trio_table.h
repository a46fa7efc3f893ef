#pragma once
#include "ui/choix/trio_words.h"

#include <QTableWidget>

namespace ui {

/// The compared sets as a table, one column each, for reading aloud and for copying.
class TrioTable final : public QTableWidget
{
    Q_OBJECT
public:
    explicit TrioTable(QWidget* parent = nullptr);
    void show(const std::vector<assessment::Trio>& trios, const ActorBook& book,
              const assessment::Model& model, const assessment::Weights& weights);
    void showDraws(const std::vector<assessment::Trio>& trios, const assessment::Robustness* found);

private:
    void set(int row, int column, const QString& words);
};

} // namespace ui
