#include "ui/analyse/page_frame.h"

#include "ui/theme/metrics.h"

#include <QHeaderView>
#include <QLabel>
#include <QTableView>
#include <QVBoxLayout>

namespace ui {

QVBoxLayout* framePage(QWidget* page, QLabel* intro, const QList<QWidget*>& tools)
{
    auto* layout = new QVBoxLayout(page);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    intro->setProperty("tone", QStringLiteral("muted"));
    intro->setMinimumWidth(0);
    intro->setFixedHeight(px(40));
    auto* row = new QHBoxLayout;
    row->setContentsMargins(px(16), 0, px(16), 0);
    row->setSpacing(px(8));
    row->addWidget(intro, 1);
    for (QWidget* tool : tools)
        row->addWidget(tool, 0, Qt::AlignVCenter);
    layout->addLayout(row);
    return layout;
}

void frameTable(QTableView* table)
{
    table->setSelectionBehavior(QAbstractItemView::SelectRows);
    table->setSelectionMode(QAbstractItemView::SingleSelection);
    table->setTabKeyNavigation(false);
    table->setShowGrid(false);
    table->setWordWrap(false);
    table->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    table->verticalHeader()->hide();
    table->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    table->verticalHeader()->setDefaultSectionSize(px(30));
    table->horizontalHeader()->setHighlightSections(false);
    table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeading | Qt::AlignVCenter);
}

} // namespace ui
