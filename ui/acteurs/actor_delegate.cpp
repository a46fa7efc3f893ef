#include "ui/acteurs/actor_delegate.h"

#include "base/text.h"
#include "ui/acteurs/actors_model.h"
#include "ui/theme/metrics.h"
#include "ui/widgets/signs.h"
#include "ui/widgets/words.h"

#include <QApplication>
#include <QPainter>

namespace ui {
namespace {

struct Found
{
    qsizetype start, length;
};

/// Letters of the name that the typed words found: the beginning of each word that folds to one of them.
std::vector<Found> foundIn(const QString& name, const QStringList& words)
{
    std::vector<Found> found;
    for (qsizetype i = 0; i < name.size(); ++i) {
        if (!name[i].isLetterOrNumber() || (i > 0 && name[i - 1].isLetterOrNumber())) continue;
        qsizetype end = i;
        while (end < name.size() && (name[end].isLetterOrNumber() || name[end].isMark()))
            ++end;
        const QString folded = base::fold(name.mid(i, end - i));
        for (const QString& word : words) {
            if (word.isEmpty() || !folded.startsWith(word)) continue;
            qsizetype length = 1;
            while (i + length < end && base::fold(name.mid(i, length)).size() < word.size())
                ++length;
            found.push_back({i, length});
            break;
        }
    }
    return found;
}

void paintFound(QPainter* painter, const QRect& area, const QString& name, const QStringList& words,
                const Colors& colors)
{
    const QFontMetrics metrics = painter->fontMetrics();
    const double height = metrics.height();
    const int start = painter->layoutDirection() == Qt::RightToLeft
                          ? area.right() + 1 - metrics.horizontalAdvance(name)
                          : area.left();
    for (const Found& found : foundIn(name, words)) {
        const double left = start + metrics.horizontalAdvance(name, static_cast<int>(found.start));
        const double right =
            start + metrics.horizontalAdvance(name, static_cast<int>(found.start + found.length));
        painter->fillRect(
            QRectF(left, area.center().y() - height / 2 + 1, qMin(right, area.right() + 1.0) - left, height),
            colors.found);
    }
}

/// A word or a name: Arabic at the right, French written from left to right in either direction of the
/// window. `foundInk` marks the letters found.
void paintWords(QPainter* painter, const QRect& area, const QString& words, const QModelIndex& index,
                const Colors* foundInk)
{
    const QString shown = shortName(painter->fontMetrics(), words, area.width());
    if (index.column() == ActorsModel::Name && foundInk)
        paintFound(painter, area, shown, index.data(ActorsModel::WordsRole).toStringList(), *foundInk);
    const bool arabic = index.column() == ActorsModel::NameAr;
    const bool right = arabic || painter->layoutDirection() == Qt::RightToLeft;
    painter->setLayoutDirection(arabic ? Qt::RightToLeft : Qt::LeftToRight);
    painter->drawText(
        area, int(Qt::AlignVCenter | (right ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignAbsolute), shown);
}

/// Triangle and word at the end of the name's cell; returns what is left for the name.
QRect paintConflict(QPainter* painter, const QRect& area, Qt::LayoutDirection direction, const QColor& ink)
{
    const QString word = ActorDelegate::tr("conflit");
    painter->setFont(sized(0.88, true));
    painter->setPen(ink);
    const int width = painter->fontMetrics().horizontalAdvance(word) + px(20);
    const QRect mark(area.right() - width + 1, area.top(), width, area.height());
    const QRect sign(mark.left(), area.center().y() - px(7), px(14), px(14));
    paintRule(*painter, QStyle::visualRect(direction, area, sign), Rule::Liftable, ink);
    painter->drawText(QStyle::visualRect(direction, area, mark.adjusted(px(18), 0, 0, 0)),
                      Qt::AlignVCenter | Qt::AlignLeading, word);
    return QStyle::visualRect(direction, area, area.adjusted(0, 0, -width - px(6), 0));
}

} // namespace

void ActorDelegate::paint(QPainter* painter, const QStyleOptionViewItem& given,
                          const QModelIndex& index) const
{
    QStyleOptionViewItem option = given;
    initStyleOption(&option, index);
    const Colors& colors = colorsOf(option.palette);
    const bool selected = option.state & QStyle::State_Selected;
    const QColor ink = selected ? colors.onAccent : colors.text;
    const QColor muted = selected ? colors.onAccent : colors.muted;
    painter->save();
    painter->setLayoutDirection(option.direction);
    painter->fillRect(option.rect,
                      selected ? colors.accent : (index.row() % 2 ? colors.alternate : colors.base));
    painter->setPen(selected ? colors.accent : colors.rule);
    painter->drawLine(option.rect.bottomLeft(), option.rect.bottomRight());
    QRect area = option.rect.adjusted(px(8), 0, -px(8), 0);
    if (index.column() == ActorsModel::Name && index.data(ActorsModel::ConflictsRole).toInt() > 0)
        area = paintConflict(painter, area, option.direction, selected ? colors.onAccent : colors.warning);
    painter->setFont(option.font);
    painter->setPen(ink);
    switch (index.column()) {
    case ActorsModel::Services: {
        const QStringList offers = index.data(ActorsModel::OffersRole).toStringList();
        const double step = px(32); // pictogram, letter, sign of an agreement, and air
        for (int s = 0; s < 4; ++s) {
            const double place =
                option.direction == Qt::RightToLeft ? area.right() - (s + 1) * step : area.left() + s * step;
            paintService(*painter, QRectF(place, area.top(), step - px(3), area.height()), s, offers.value(s),
                         ink, muted);
        }
        break;
    }
    case ActorsModel::Status: {
        if (option.text.isEmpty()) break;
        paintStatus(
            *painter,
            QStyle::visualRect(option.direction, area, QRect(area.left(), area.top(), px(13), area.height())),
            index.data(ActorsModel::StatusRole).toString(), ink);
        painter->drawText(
            QStyle::visualRect(option.direction, area, area.adjusted(px(19), 0, 0, 0)),
            Qt::AlignVCenter | Qt::AlignLeading,
            painter->fontMetrics().elidedText(option.text, Qt::ElideRight, area.width() - px(19)));
        break;
    }
    case ActorsModel::Completeness: {
        const QRectF bar(area.left(), area.center().y() - px(3), qMax(0, area.width() - px(42)), px(6));
        paintBar(*painter, bar, index.data(ActorsModel::ShareRole).toDouble(),
                 selected ? colors.onAccent : colors.accent, colors.rule);
        painter->drawText(area, Qt::AlignVCenter | Qt::AlignTrailing, option.text);
        break;
    }
    default:
        paintWords(painter, area, option.text, index, selected ? nullptr : &colors);
    }
    painter->restore();
}

} // namespace ui
