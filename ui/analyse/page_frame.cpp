#include "ui/analyse/page_frame.h"

#include "ui/theme/colors.h"
#include "ui/theme/metrics.h"
#include "ui/widgets/words.h"

#include <QHeaderView>
#include <QLabel>
#include <QPainter>
#include <QStyle>
#include <QStyledItemDelegate>
#include <QTableView>
#include <QVBoxLayout>

namespace ui {
namespace {

/// Words under their heading, and a rule under each line.
class LineDelegate final : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter* painter, const QStyleOptionViewItem& given, const QModelIndex& index) const override
    {
        QStyleOptionViewItem option = given;
        initStyleOption(&option, index);
        const Colors& colors = colorsOf(option.palette);
        painter->save();
        const bool selected = drawLineGround(*painter, option);
        painter->setFont(option.font);
        painter->setPen(selected ? colors.onAccent : colors.text);
        drawCell(*painter, option.rect.adjusted(px(8), 0, -px(8), 0), option.text, option.displayAlignment,
                 option.direction);
        painter->restore();
    }
};

} // namespace

bool drawLineGround(QPainter& painter, const QStyleOptionViewItem& option)
{
    const Colors& colors = colorsOf(option.palette);
    const bool selected = option.state & QStyle::State_Selected;
    painter.fillRect(option.rect, selected ? colors.accent : colors.base);
    painter.setPen(colors.rule);
    painter.drawLine(option.rect.bottomLeft(), option.rect.bottomRight());
    return selected;
}

void drawCell(QPainter& painter, const QRect& area, const QString& words, Qt::Alignment alignment,
              Qt::LayoutDirection window)
{
    painter.setLayoutDirection(words.isRightToLeft() ? Qt::RightToLeft : Qt::LeftToRight);
    painter.drawText(area, int(QStyle::visualAlignment(window, alignment) | Qt::AlignAbsolute),
                     shortName(painter.fontMetrics(), words, area.width()));
}

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

void sizeColumns(QTableView* table, const std::vector<int>& widths)
{
    for (int column = 0; column < static_cast<int>(widths.size()); ++column) {
        const int width = widths[static_cast<size_t>(column)];
        if (width > 0)
            table->setColumnWidth(column, px(width));
        else
            table->horizontalHeader()->setSectionResizeMode(column, QHeaderView::Stretch);
    }
}

void frameTable(QTableView* table)
{
    table->setItemDelegate(new LineDelegate(table));
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
