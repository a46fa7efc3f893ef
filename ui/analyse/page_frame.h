#pragma once
#include <QList>
#include <Qt>

#include <vector>

class QLabel;
class QPainter;
class QRect;
class QString;
class QStyleOptionViewItem;
class QTableView;
class QVBoxLayout;
class QWidget;

namespace ui {

/// A page of Analyse: one line that says what it shows, with what changes it at its end, then what it shows,
/// edge to edge.
QVBoxLayout* framePage(QWidget* page, QLabel* intro, const QList<QWidget*>& tools = {});
/// Widths per column; 0 takes the room that the others leave.
void sizeColumns(QTableView* table, const std::vector<int>& widths);
/// How the tables of Analyse are drawn, chosen from and moved in.
void frameTable(QTableView* table);
/// Ground of a line and the rule under it, in the colours of its selection; true when it is selected.
bool drawLineGround(QPainter& painter, const QStyleOptionViewItem& option);
/// One line in a cell, cut to its width: at the side of the window, in the direction of its own language.
void drawCell(QPainter& painter, const QRect& area, const QString& words, Qt::Alignment alignment,
              Qt::LayoutDirection window);

} // namespace ui
