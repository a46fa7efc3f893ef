#include "ui/theme/heading_words.h"

#include <QHeaderView>
#include <QHelpEvent>
#include <QToolTip>

namespace ui {

QString fittedWords(const QString& words, const QFontMetrics& metrics, const QSize& room)
{
    if (words.isEmpty() || room.width() <= 0) return words;
    // The first line is there, however low the heading.
    const int most = qMax(1, (room.height() + metrics.leading()) / metrics.lineSpacing());
    QStringList lines;
    QStringList left = words.simplified().split(u' ');
    while (!left.isEmpty() && lines.size() + 1 < most) {
        QString line = left.takeFirst();
        while (!left.isEmpty() && metrics.horizontalAdvance(line + u' ' + left.front()) <= room.width())
            line += u' ' + left.takeFirst();
        lines << metrics.elidedText(line, Qt::ElideRight, room.width());
    }
    if (!left.isEmpty()) lines << metrics.elidedText(left.join(u' '), Qt::ElideRight, room.width());
    return lines.join(u'\n');
}

bool HeadingTips::eventFilter(QObject* watched, QEvent* event)
{
    auto* header = event->type() == QEvent::ToolTip ? qobject_cast<QHeaderView*>(watched->parent()) : nullptr;
    if (!header || !header->model()) return false;
    const auto* help = static_cast<QHelpEvent*>(event);
    const int section = header->logicalIndexAt(help->pos());
    const auto told = [&](int role) {
        return header->model()->headerData(section, header->orientation(), role);
    };
    if (section < 0 || told(Qt::ToolTipRole).isValid()) return false;
    const QString words = told(Qt::DisplayRole).toString();
    QFont bold = header->font();
    bold.setBold(true); // as the style sheet draws them
    constexpr int margins = 16;
    const bool cut = QFontMetrics(bold).horizontalAdvance(words) > header->sectionSize(section) - margins;
    if (!cut) return false;
    QToolTip::showText(help->globalPos(), words, header);
    return true;
}

} // namespace ui
