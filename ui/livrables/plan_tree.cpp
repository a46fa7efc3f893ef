#include "ui/livrables/plan_tree.h"

#include "ui/theme/metrics.h"
#include "ui/widgets/signs.h"

#include <QHeaderView>
#include <QPainter>
#include <QStyledItemDelegate>

namespace ui {
namespace {

enum Role { PageRole = Qt::UserRole, NumberRole, PagesRole, LowRole, HighRole, ChapterRole };

QRect leading(const QRect& area, int left, int width, Qt::LayoutDirection direction)
{
    return QStyle::visualRect(direction, area, QRect(area.left() + left, area.top(), width, area.height()));
}

class PlanDelegate final : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    QSize sizeHint(const QStyleOptionViewItem&, const QModelIndex& index) const override
    {
        return {px(120), px(index.data(HighRole).toInt() > 0 ? 42 : 24)};
    }

    void paint(QPainter* painter, const QStyleOptionViewItem& given, const QModelIndex& index) const override
    {
        QStyleOptionViewItem option = given;
        initStyleOption(&option, index);
        const Colors& colors = colorsOf(option.palette);
        const bool selected = option.state & QStyle::State_Selected;
        painter->save();
        painter->setLayoutDirection(option.direction);
        if (selected) painter->fillRect(option.rect, colors.accent);
        const QRect area = option.rect.adjusted(px(2), 0, -px(6), 0);
        const bool bounded = index.data(HighRole).toInt() > 0;
        QRect line = area;
        line.setHeight(px(24));
        paintTitle(painter, line, index, selected ? colors.onAccent : colors.text, !bounded);
        if (bounded)
            paintBounds(painter, area.adjusted(0, px(21), 0, 0), index, colors,
                        selected ? colors.onAccent : colors.muted, selected);
        painter->restore();
    }

private:
    static void paintTitle(QPainter* painter, const QRect& line, const QModelIndex& index, const QColor& ink,
                           bool withPages)
    {
        const Qt::LayoutDirection direction = painter->layoutDirection();
        const bool chapter = index.data(ChapterRole).toBool();
        painter->setPen(ink);
        painter->setFont(sized(1, false));
        const int counter = withPages ? px(30) : 0;
        if (withPages)
            painter->drawText(leading(line, line.width() - counter, counter, direction),
                              Qt::AlignVCenter | Qt::AlignTrailing, index.data(PagesRole).toString());
        painter->setFont(sized(chapter ? 1 : 0.95, chapter));
        const QFontMetrics metrics = painter->fontMetrics();
        const QString number = index.data(NumberRole).toString();
        const int lead = number.isEmpty() ? 0
                         : chapter        ? metrics.horizontalAdvance(number) + px(5)
                                          : qMax(px(32), metrics.horizontalAdvance(number) + px(5));
        const Qt::Alignment place = Qt::AlignVCenter | Qt::AlignLeading;
        painter->drawText(leading(line, 0, lead, direction), int(place), number);
        const int room = line.width() - lead - counter;
        painter->drawText(leading(line, lead, room, direction), int(place),
                          metrics.elidedText(index.data().toString(), Qt::ElideRight, room));
    }

    static void paintBounds(QPainter* painter, const QRect& line, const QModelIndex& index,
                            const Colors& colors, const QColor& ink, bool selected)
    {
        const Qt::LayoutDirection direction = painter->layoutDirection();
        const PageBounds bounds{index.data(LowRole).toInt(), index.data(HighRole).toInt()};
        const int pages = index.data(PagesRole).toInt();
        const bool holds = bounds.hold(pages);
        const QRect track = leading(line, 0, px(56), direction);
        const double span = qMax(2, bounds.high - bounds.low);
        const double low = qMax(0.0, qMin(bounds.low - span, pages - 1.0)),
                     high = qMax(bounds.high + span, pages + 1.0);
        const auto x = [&](double value) {
            const double share = (value - low) / (high - low);
            return track.left() + (direction == Qt::RightToLeft ? 1 - share : share) * track.width();
        };
        const double middle = line.top() + px(8);
        painter->fillRect(QRectF(track.left(), middle - px(2), track.width(), px(5)), colors.rule);
        const QRectF band =
            QRectF(QPointF(x(bounds.low), middle - px(2)), QPointF(x(bounds.high), middle + px(3)))
                .normalized();
        painter->fillRect(band, colors.accentPale);
        painter->setPen(colors.subtle);
        painter->drawRect(band);
        const QColor mark = selected ? colors.onAccent : holds ? colors.accent : colors.error;
        painter->fillRect(QRectF(x(pages) - 1, middle - px(5), px(2.4), px(11)), mark);
        const QRect words(line.left(), line.top(), line.width(), px(16));
        painter->setFont(sized(0.88));
        painter->setPen(ink);
        painter->drawText(leading(words, px(64), px(70), direction), Qt::AlignVCenter | Qt::AlignLeading,
                          QObject::tr("%1 à %2").arg(bounds.low).arg(bounds.high));
        paintVerdict(painter, words, bounds, pages, selected ? colors.onAccent : holds ? ink : colors.error);
    }

    /// "4 p.", or the sign of a warning and by how much the bounds are missed.
    static void paintVerdict(QPainter* painter, const QRect& line, const PageBounds& bounds, int pages,
                             const QColor& ink)
    {
        const Qt::LayoutDirection direction = painter->layoutDirection();
        painter->setPen(ink);
        painter->setFont(sized(0.88, true));
        const QString count = QObject::tr("%1 p.").arg(pages);
        const int wide = painter->fontMetrics().horizontalAdvance(count) + 2;
        painter->drawText(leading(line, line.width() - wide, wide, direction),
                          Qt::AlignVCenter | Qt::AlignTrailing, count);
        if (bounds.hold(pages)) return;
        painter->setFont(sized(0.88));
        const QString words = pages < bounds.low ? QObject::tr("sous %1").arg(bounds.low)
                                                 : QObject::tr("plus de %1").arg(bounds.high);
        const int said = painter->fontMetrics().horizontalAdvance(words) + 2;
        const int start = line.width() - wide - said - px(8);
        painter->drawText(leading(line, start, said, direction), Qt::AlignVCenter | Qt::AlignLeading, words);
        paintRule(*painter, leading(line, start - px(18), px(13), direction), Rule::Liftable, ink);
    }
};

} // namespace

PlanTree::PlanTree(QWidget* parent) : QTreeWidget(parent)
{
    setHeaderHidden(true);
    setIndentation(px(14));
    setItemDelegate(new PlanDelegate(this));
    setObjectName(QStringLiteral("plan"));
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollMode(ScrollPerPixel);
    setAccessibleName(tr("Plan du document"));
    connect(this, &QTreeWidget::currentItemChanged, this, [this](QTreeWidgetItem* item) {
        if (item && !m_following) Q_EMIT pageAsked(item->data(0, PageRole).toInt());
    });
}

QTreeWidgetItem* PlanTree::makeItem(const PlanLine& line, bool chapter) const
{
    auto* item = new QTreeWidgetItem({line.title});
    item->setData(0, PageRole, line.page);
    item->setData(0, NumberRole, line.number);
    item->setData(0, PagesRole, line.pages);
    item->setData(0, ChapterRole, chapter);
    item->setData(0, LowRole, line.bounds ? line.bounds->low : 0);
    item->setData(0, HighRole, line.bounds ? line.bounds->high : 0);
    const QString pages = tr("%1, %2 pages").arg((line.number + u' ' + line.title).trimmed()).arg(line.pages);
    item->setToolTip(0, line.bounds
                            ? tr("%1, pour %2 à %3").arg(pages).arg(line.bounds->low).arg(line.bounds->high)
                            : pages);
    item->setData(0, Qt::AccessibleTextRole, item->toolTip(0));
    return item;
}

void PlanTree::show(const std::vector<PlanLine>& plan)
{
    m_following = true;
    clear();
    for (const PlanLine& line : plan) {
        QTreeWidgetItem* chapter = makeItem(line, true);
        addTopLevelItem(chapter);
        for (const PlanLine& section : line.inside)
            chapter->addChild(makeItem(section, false));
        const bool around = line.number.isEmpty() && !line.bounds && !line.inside.empty();
        chapter->setExpanded(!around && plan.size() <= 14);
    }
    m_following = false;
}

void PlanTree::follow(int page)
{
    QTreeWidgetItem* last = nullptr;
    for (QTreeWidgetItemIterator it(this); *it; ++it) {
        const bool seen = !(*it)->parent() || (*it)->parent()->isExpanded();
        if (seen && (*it)->data(0, PageRole).toInt() <= page) last = *it;
    }
    if (!last || hasFocus()) return;
    m_following = true;
    setCurrentItem(last);
    m_following = false;
}

} // namespace ui
