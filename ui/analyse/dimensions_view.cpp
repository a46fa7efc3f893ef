#include "ui/analyse/dimensions_view.h"

#include "ui/analyse/dimensions_model.h"
#include "ui/theme/colors.h"
#include "ui/theme/metrics.h"
#include "ui/widgets/words.h"

#include <QHeaderView>
#include <QPainter>
#include <QStyledItemDelegate>

namespace ui {
namespace {

/// Towards the accent as the score grows, never so far that the number loses its contrast.
QColor shade(const Colors& colors, double score)
{
    const double share = 0.45 * qBound(0.0, score / 100, 1.0) * qBound(0.0, score / 100, 1.0);
    const auto mix = [share](int from, int to) { return qRound(from + (to - from) * share); };
    return {mix(colors.base.red(), colors.accent.red()), mix(colors.base.green(), colors.accent.green()),
            mix(colors.base.blue(), colors.accent.blue())};
}

class HeatDelegate final : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override
    {
        const Colors& colors = colorsOf(option.palette);
        const QVariant score = index.data(DimensionsModel::ScoreRole);
        painter->save();
        painter->fillRect(option.rect, score.isValid() ? shade(colors, score.toDouble()) : colors.base);
        painter->setPen(colors.rule);
        painter->drawRect(option.rect.adjusted(-1, -1, 0, 0));
        if (option.state & QStyle::State_Selected) {
            painter->setPen(QPen(colors.text, 2));
            painter->drawRect(option.rect.adjusted(1, 1, -2, -2));
        }
        painter->setPen(score.isValid() ? colors.text : colors.muted);
        painter->setFont(index.column() == DimensionsModel::Name + 1 ? sized(1, true) : option.font);
        painter->drawText(option.rect, Qt::AlignCenter, index.data().toString());
        painter->restore();
    }
};

/// Names as the ranking writes them: cut from their parenthesis, in the weight of the text.
class NamesHeader final : public QHeaderView
{
public:
    explicit NamesHeader(QWidget* parent) : QHeaderView(Qt::Vertical, parent) {}

protected:
    void paintSection(QPainter* painter, const QRect& rect, int section) const override
    {
        const Colors& colors = colorsOf(palette());
        const QString name = model()->headerData(section, Qt::Vertical).toString();
        const QRect area = rect.adjusted(px(8), 0, -px(8), 0);
        painter->save();
        painter->fillRect(rect, colors.base);
        painter->setPen(colors.rule);
        painter->drawLine(rect.bottomLeft(), rect.bottomRight());
        painter->setFont(sized(1));
        painter->setPen(colors.text);
        painter->setLayoutDirection(layoutDirection());
        painter->drawText(area, Qt::AlignVCenter | Qt::AlignLeading,
                          shortName(painter->fontMetrics(), name, area.width()));
        painter->restore();
    }
};

} // namespace

DimensionsView::DimensionsView(DimensionsModel* model, QWidget* parent) : QTableView(parent)
{
    setModel(model);
    setItemDelegate(new HeatDelegate(this));
    setShowGrid(false);
    setSortingEnabled(false); // the order of the ranking until a heading is clicked
    setSelectionMode(QAbstractItemView::SingleSelection);
    setTabKeyNavigation(false);
    setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    setCornerButtonEnabled(false);
    setAccessibleName(tr("Dimensions"));
    setVerticalHeader(new NamesHeader(this));
    QHeaderView* header = horizontalHeader();
    header->setSectionsClickable(true);
    header->setHighlightSections(false);
    header->setFixedHeight(px(28));
    header->setMinimumSectionSize(px(40));
    header->setDefaultSectionSize(px(46));
    connect(header, &QHeaderView::sectionClicked, this, [this, header](int section) {
        const bool again = header->isSortIndicatorShown() && header->sortIndicatorSection() == section &&
                           header->sortIndicatorOrder() == Qt::DescendingOrder;
        header->setSortIndicatorShown(true);
        header->setSortIndicator(section, again ? Qt::AscendingOrder : Qt::DescendingOrder);
        this->model()->sort(section, header->sortIndicatorOrder());
    });
    // The names are the vertical header, which stays; the column of the model is for copies.
    connect(model, &QAbstractItemModel::modelReset, this, [this, header] {
        setColumnHidden(DimensionsModel::Name, true);
        setColumnWidth(DimensionsModel::Name + 1, px(58));
        header->setSortIndicatorShown(false);
    });
    verticalHeader()->setFixedWidth(px(214));
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    verticalHeader()->setDefaultSectionSize(px(30));
}

} // namespace ui
