#include "ui/historique/history_delegate.h"

#include "ui/historique/history_model.h"
#include "ui/theme/colors.h"
#include "ui/theme/metrics.h"
#include "ui/widgets/words.h"

#include <QLocale>
#include <QPainter>

namespace ui {
namespace {

struct Line
{
    QString text;
    bool bold = false, quiet = false, struck = false;
};

std::vector<Line> linesOf(const workflow::HistoryLine& line, const QString& title)
{
    std::vector<Line> lines;
    if (line.label != title) lines.push_back({line.label, true, false, false});
    if (!line.happened.isEmpty()) {
        lines.push_back({line.happened, false, line.isRedacted, false});
    } else {
        if (!line.before.isEmpty()) lines.push_back({line.before, false, true, true});
        lines.push_back(
            {QStringLiteral("→ ") + (line.after.isEmpty() ? HistoryDelegate::tr("sans réponse") : line.after),
             false, line.after.isEmpty(), false});
    }
    QStringList foot{QLocale(QLocale::French).toString(line.time, QStringLiteral("d MMM yyyy, HH:mm"))};
    if (!line.author.isEmpty()) foot << line.author;
    foot << line.cause;
    lines.push_back({foot.join(QStringLiteral(" · ")), false, true, false});
    return lines;
}

int lineHeight()
{
    return QFontMetrics(sized(0.92)).height();
}

} // namespace

QSize HistoryDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    const auto* model = qobject_cast<const HistoryModel*>(index.model());
    const workflow::HistoryLine& line = model->line(index.row());
    const bool changed = line.happened.isEmpty();
    const int count = 2 + (line.label != m_title ? 1 : 0) + (changed && !line.before.isEmpty() ? 1 : 0);
    return {option.rect.width(), count * (lineHeight() + px(1)) + px(13)};
}

void HistoryDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option,
                            const QModelIndex& index) const
{
    const auto* model = qobject_cast<const HistoryModel*>(index.model());
    const Colors& colors = colorsOf(option.palette);
    const bool selected = option.state & QStyle::State_Selected;
    painter->save();
    painter->fillRect(option.rect, selected ? colors.accentPale : colors.base);
    painter->setPen(colors.rule);
    painter->drawLine(option.rect.bottomLeft(), option.rect.bottomRight());
    if (selected) {
        QRect edge = option.rect;
        if (option.direction == Qt::RightToLeft)
            edge.setLeft(edge.right() - px(3) + 1);
        else
            edge.setWidth(px(3));
        painter->fillRect(edge, colors.accent);
    }
    QRect area = option.rect.adjusted(px(16), px(6), -px(12), 0);
    area.setHeight(lineHeight());
    for (const Line& line : linesOf(model->line(index.row()), m_title)) {
        QFont font = sized(line.quiet && !line.struck ? 0.88 : 0.92, line.bold);
        font.setStrikeOut(line.struck);
        painter->setFont(font);
        painter->setPen(line.quiet ? colors.muted : colors.text);
        drawWords(*painter, area, line.text.simplified(), option.direction);
        area.translate(0, lineHeight() + px(1));
    }
    painter->restore();
}

} // namespace ui
