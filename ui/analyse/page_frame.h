#pragma once
#include <QList>

class QLabel;
class QTableView;
class QVBoxLayout;
class QWidget;

namespace ui {

/// A page of Analyse: one line that says what it shows, with what changes it at its end, then what it shows,
/// edge to edge.
QVBoxLayout* framePage(QWidget* page, QLabel* intro, const QList<QWidget*>& tools = {});
/// How the tables of Analyse are drawn, chosen from and moved in.
void frameTable(QTableView* table);

} // namespace ui
