#include "ui/analyse/ranking_view.h"

#include "ui/analyse/page_frame.h"
#include "ui/analyse/ranking_model.h"
#include "ui/theme/metrics.h"
#include "ui/widgets/signs.h"
#include "ui/widgets/words.h"

#include <QHeaderView>
#include <QPainter>
#include <QStyledItemDelegate>

namespace ui {
namespace {

constexpr double threshold = 50; ///< eligibility on the global score

QRectF barArea(const QRect& cell)
{
    return QRectF(cell).adjusted(px(16), 0, -px(16), 0);
}

double placeOf(const QRectF& area, const std::pair<double, double>& scale, double value,
               Qt::LayoutDirection direction)
{
    const double share = (value - scale.first) / (scale.second - scale.first);
    return area.left() + (direction == Qt::RightToLeft ? 1 - share : share) * area.width();
}

/// Header whose bar column carries the ticks of the scale.
class ScaleHeader final : public QHeaderView
{
public:
    ScaleHeader(RankingModel* model, QWidget* parent) : QHeaderView(Qt::Horizontal, parent), m_model(model) {}

protected:
    void paintSection(QPainter* painter, const QRect& rect, int section) const override
    {
        painter->save();
        QHeaderView::paintSection(painter, rect, section);
        painter->restore();
        if (section != RankingModel::Interval) return;
        const QRectF area = barArea(rect);
        const auto scale = m_model->scale();
        painter->save();
        painter->setFont(sized(0.88));
        painter->setPen(colorsOf(palette()).muted);
        const double step = scale.second - scale.first > 50 ? 20 : 10;
        for (double tick = scale.first; tick <= scale.second; tick += step) {
            const double x = placeOf(area, scale, tick, layoutDirection());
            painter->drawText(QRectF(x - px(16), rect.top(), px(32), rect.height()), Qt::AlignCenter,
                              QString::number(tick));
        }
        painter->restore();
    }

private:
    RankingModel* m_model;
};

class RankingDelegate final : public QStyledItemDelegate
{
public:
    RankingDelegate(RankingModel* model, QObject* parent) : QStyledItemDelegate(parent), m_model(model) {}

    void paint(QPainter* painter, const QStyleOptionViewItem& given, const QModelIndex& index) const override
    {
        QStyleOptionViewItem option = given;
        initStyleOption(&option, index);
        const Colors& colors = colorsOf(option.palette);
        const bool group =
            index.column() == RankingModel::Rank && index.data(RankingModel::GroupRole).toInt() > 1;
        const bool selected = (option.state & QStyle::State_Selected) && !group;
        painter->save();
        painter->setLayoutDirection(option.direction);
        painter->fillRect(option.rect, selected ? colors.accent : group ? colors.accentPale : colors.base);
        const bool insideGroup = group && index.row() + 1 < index.data(RankingModel::FirstRole).toInt() +
                                                                index.data(RankingModel::GroupRole).toInt();
        painter->setPen(colors.rule);
        if (!insideGroup) painter->drawLine(option.rect.bottomLeft(), option.rect.bottomRight());
        painter->setFont(option.font);
        painter->setPen(selected ? colors.onAccent : colors.text);
        const QRect area = option.rect.adjusted(px(8), 0, -px(8), 0);
        if (!index.data(RankingModel::RankedRole).toBool()) {
            paintUnranked(painter, option, area, index, selected ? colors.onAccent : colors.muted);
        } else {
            paintRanked(painter, option, area, index, colors, selected);
        }
        painter->restore();
    }

private:
    /// A line out of the ranking: its sentence runs over the columns that stay empty.
    static void paintUnranked(QPainter* painter, const QStyleOptionViewItem& option, const QRect& area,
                              const QModelIndex& index, const QColor& muted)
    {
        const int column = index.column();
        const auto* view = qobject_cast<const QTableView*>(option.widget);
        if (view && (column == RankingModel::Interval || column == RankingModel::Score)) {
            QRect both;
            for (int c : {RankingModel::Interval, RankingModel::Score})
                both |=
                    QRect(view->columnViewportPosition(c), area.top(), view->columnWidth(c), area.height());
            painter->setClipRect(option.rect);
            painter->setPen(muted);
            painter->drawText(both.adjusted(px(16), 0, -px(16), 0), Qt::AlignVCenter | Qt::AlignLeading,
                              index.siblingAtColumn(RankingModel::Interval).data().toString());
            return;
        }
        drawCell(*painter, area, option.text,
                 column == RankingModel::Rank ? Qt::AlignCenter : Qt::AlignVCenter | Qt::AlignLeading,
                 option.direction);
    }

    void paintRanked(QPainter* painter, const QStyleOptionViewItem& option, const QRect& area,
                     const QModelIndex& index, const Colors& colors, bool selected) const
    {
        const QColor ink = selected ? colors.onAccent : colors.text;
        switch (index.column()) {
        case RankingModel::Rank:
            paintRank(painter, option.rect, index);
            break;
        case RankingModel::Interval:
            paintBars(painter, option, index, colors, selected);
            break;
        case RankingModel::Score:
            paintScore(painter, area, option.text, ink, selected ? ink : colors.muted);
            break;
        case RankingModel::Raw:
            painter->setPen(selected ? ink : colors.muted);
            painter->drawText(area, Qt::AlignVCenter | Qt::AlignRight, option.text);
            break;
        case RankingModel::Status:
            paintStatus(*painter,
                        QStyle::visualRect(option.direction, area,
                                           QRect(area.left(), area.top(), px(13), area.height())),
                        index.data(RankingModel::StatusRole).toString(), ink);
            painter->drawText(
                QStyle::visualRect(option.direction, area, area.adjusted(px(19), 0, 0, 0)),
                Qt::AlignVCenter | Qt::AlignLeading,
                painter->fontMetrics().elidedText(option.text, Qt::ElideRight, area.width() - px(19)));
            break;
        case RankingModel::Rules:
            paintBadges(painter, area, index.data(RankingModel::BadgesRole).toStringList(), colors,
                        option.direction);
            break;
        default:
            drawCell(*painter, area, option.text, Qt::AlignVCenter | Qt::AlignLeading, option.direction);
        }
    }

    /// The rank of a group is written once, in the middle of its rows; each row paints its own part.
    static void paintRank(QPainter* painter, const QRect& cell, const QModelIndex& index)
    {
        const QString words = index.data().toString();
        const QString rank = words.section(u'\n', 0, 0), rest = words.section(u'\n', 1);
        const int first = index.data(RankingModel::FirstRole).toInt(),
                  size = index.data(RankingModel::GroupRole).toInt();
        const QRect group(cell.left(), cell.top() - (index.row() - first) * cell.height(), cell.width(),
                          size * cell.height());
        const QFont bold = sized(1, true), tiny = sized(0.8);
        const int lineHeight = QFontMetrics(bold).height();
        const int lines = rest.isEmpty() ? 0 : static_cast<int>(rest.count(u'\n')) + 1;
        const int height = lineHeight + lines * QFontMetrics(tiny).height();
        const QRect line(cell.left(), group.center().y() - height / 2, cell.width(), lineHeight);
        painter->setClipRect(cell);
        painter->setLayoutDirection(Qt::LeftToRight); // "6–8" reads the same in a mirrored window
        painter->setFont(bold);
        painter->drawText(line, Qt::AlignCenter, rank);
        painter->setFont(tiny);
        painter->drawText(QRect(cell.left(), line.bottom(), cell.width(), height),
                          Qt::AlignHCenter | Qt::AlignTop, rest);
    }

    void paintBars(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index,
                   const Colors& colors, bool selected) const
    {
        const QRectF area = barArea(option.rect);
        const auto scale = m_model->scale();
        painter->setPen(colors.rule);
        painter->drawLine(QPointF(area.left(), area.center().y()), QPointF(area.right(), area.center().y()));
        if (threshold > scale.first && threshold < scale.second) {
            painter->setPen(QPen(colors.subtle, 1.4, Qt::DotLine));
            const double x = placeOf(area, scale, threshold, option.direction);
            painter->drawLine(QPointF(x, option.rect.top()), QPointF(x, option.rect.bottom()));
        }
        const QVariant central = index.data(RankingModel::CentralRole);
        paintInterval(
            *painter, area, {scale.first, scale.second}, index.data(RankingModel::LowRole).toDouble(),
            central.isValid() ? std::optional(central.toDouble()) : std::nullopt,
            index.data(RankingModel::HighRole).toDouble(), selected ? colors.onAccent : colors.accent);
    }

    static void paintScore(QPainter* painter, const QRect& area, const QString& words, const QColor& ink,
                           const QColor& muted)
    {
        const QString score = words.section(u' ', 0, 0), bounds = words.section(u' ', 1);
        const QFont bold = sized(1.05, true), smaller = sized(0.85);
        const int wide = QFontMetrics(smaller).horizontalAdvance(bounds) + 2;
        painter->setLayoutDirection(Qt::LeftToRight);
        painter->setFont(smaller);
        painter->setPen(muted);
        painter->drawText(QRect(area.right() - wide, area.top(), wide, area.height()),
                          Qt::AlignVCenter | Qt::AlignRight, bounds);
        painter->setFont(bold);
        painter->setPen(ink);
        painter->drawText(area.adjusted(0, 0, -wide - px(4), 0), Qt::AlignVCenter | Qt::AlignRight, score);
    }

    static void paintBadges(QPainter* painter, const QRect& area, const QStringList& badges,
                            const Colors& colors, Qt::LayoutDirection direction)
    {
        int x = area.left() - px(4);
        const QFont smaller = sized(0.88);
        painter->setFont(smaller);
        painter->setLayoutDirection(Qt::LeftToRight);
        for (const QString& badge : badges) {
            const bool blocking = badge.endsWith(u'!');
            const QString words =
                badge.chopped(1) + (blocking ? QObject::tr(" bloquant") : QObject::tr(" à lever"));
            const int width = QFontMetrics(smaller).horizontalAdvance(words) + px(28);
            const QRect place(x, area.center().y() - px(9), width, px(18));
            const QRectF box = QRectF(QStyle::visualRect(direction, area, place)).translated(0.5, 0.5);
            const QColor ink = blocking ? colors.error : colors.warning;
            painter->setRenderHint(QPainter::Antialiasing);
            painter->setPen(ink);
            painter->setBrush(blocking ? colors.errorFill : colors.warningFill);
            painter->drawRoundedRect(box, px(3), px(3));
            painter->setBrush(Qt::NoBrush);
            paintRule(*painter, QRectF(box.left() + px(5), box.top(), px(13), box.height()),
                      blocking ? Rule::Blocking : Rule::Liftable, ink);
            painter->setPen(ink);
            painter->drawText(box.adjusted(px(22), 0, 0, 0), Qt::AlignVCenter | Qt::AlignLeft, words);
            x += width + px(4);
            if (x > area.right()) break;
        }
    }

    RankingModel* m_model;
};

} // namespace

RankingView::RankingView(RankingModel* model, QWidget* parent) : QTableView(parent)
{
    setModel(model);
    auto* header = new ScaleHeader(model, this);
    setHorizontalHeader(header);
    header->setSectionsClickable(false);
    header->setFixedHeight(px(28));
    header->setStretchLastSection(false);
    header->setMinimumSectionSize(px(48));
    const std::array<int, RankingModel::ColumnCount> widths{66, 220, 150, 122, 62, 154, 104};
    for (int c = 0; c < RankingModel::ColumnCount; ++c)
        header->resizeSection(c, px(widths[static_cast<size_t>(c)]));
    header->setSectionResizeMode(RankingModel::Name, QHeaderView::Stretch); // names take the room there is
    setColumnHidden(RankingModel::Raw, true);
    frameTable(this);
    setItemDelegate(new RankingDelegate(model, this));
    verticalHeader()->setDefaultSectionSize(px(36)); // room for the interval
    setAccessibleName(tr("Classement"));
}

} // namespace ui
