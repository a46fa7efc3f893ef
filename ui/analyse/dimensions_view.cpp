#include "ui/analyse/dimensions_view.h"

#include "ui/analyse/dimensions_model.h"
#include "ui/analyse/heat_delegate.h"
#include "ui/theme/colors.h"
#include "ui/theme/metrics.h"
#include "ui/widgets/words.h"

#include <QHeaderView>
#include <QPainter>
#include <QToolButton>

namespace ui {
namespace {

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

DimensionsView::DimensionsView(DimensionsModel* model, QWidget* parent)
    : QTableView(parent), m_corner(new QToolButton(this))
{
    setModel(model);
    setItemDelegate(new HeatDelegate(DimensionsModel::ScoreRole, 100, DimensionsModel::Name + 1, this));
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
    addCorner(model);
}

void DimensionsView::addCorner(DimensionsModel* model)
{
    m_corner->setObjectName(QStringLiteral("byIndicator"));
    m_corner->setText(tr("Par indicateur"));
    m_corner->setToolTip(tr("Les 74 indicateurs, de 0 à 4, à la place des dimensions"));
    m_corner->setCheckable(true);
    connect(m_corner, &QToolButton::toggled, model, &DimensionsModel::showIndicators);
}

void DimensionsView::resizeEvent(QResizeEvent* event)
{
    QTableView::resizeEvent(event);
    const int wide = verticalHeader()->width(), side = frameWidth();
    m_corner->setGeometry(isRightToLeft() ? width() - wide - side : side, side, wide,
                          horizontalHeader()->height());
}

} // namespace ui
