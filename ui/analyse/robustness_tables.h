#pragma once
#include "workflow/robustness_views.h"

class QTableView;

namespace ui {

/// The ranking without each dimension, what weight changes turn it over, and who is ahead of whom.
QTableView* withoutTable();
void fillWithout(QTableView* table, const assessment::Robustness& found, const disclosure::StudyData& data);
QTableView* tippingTable();
void fillTipping(QTableView* table, const assessment::Robustness& found, const disclosure::StudyData& data);
QTableView* pairwiseTable();
void fillPairwise(QTableView* table, const assessment::Robustness& found, const disclosure::StudyData& data);

/// Beside the first cell of a row: the organisation it is about; empty when it is about a trio.
inline constexpr int TableIdRole = Qt::UserRole;

} // namespace ui
