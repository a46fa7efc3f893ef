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
    for (const Found& found : foundIn(name, words)) {
        const double left = area.left() + metrics.horizontalAdvance(name, static_cast<int>(found.start));
        const double right =
            area.left() + metrics.horizontalAdvance(name, static_cast<int>(found.start + found.length));
        painter->fillRect(
            QRectF(left, area.center().y() - height / 2 + 1, qMin(right, area.right() + 1.0) - left, height),
            colors.found);
    }
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
    const QRect area = option.rect.adjusted(px(8), 0, -px(8), 0);
    painter->setFont(option.font);
    painter->setPen(ink);
    switch (index.column()) {
    case ActorsModel::Services: {
        const QStringList offers = index.data(ActorsModel::OffersRole).toStringList();
        const double step = px(27);
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
        paintStatus(*painter, QRectF(area.left(), area.top(), px(13), area.height()),
                    index.data(ActorsModel::StatusRole).toString(), ink);
        painter->drawText(
            area.adjusted(px(19), 0, 0, 0), Qt::AlignVCenter | Qt::AlignLeading,
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
    default: {
        if (index.column() == ActorsModel::Name && !selected)
            paintFound(painter, area, option.text, index.data(ActorsModel::WordsRole).toStringList(), colors);
        const bool arabic = index.column() == ActorsModel::NameAr;
        if (arabic) painter->setLayoutDirection(Qt::RightToLeft);
        painter->drawText(
            area, int(Qt::AlignVCenter | (arabic ? Qt::AlignRight | Qt::AlignAbsolute : Qt::AlignLeading)),
            shortName(painter->fontMetrics(), option.text, area.width()));
    }
    }
    painter->restore();
}

} // namespace ui
