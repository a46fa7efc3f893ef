#include "ui/conflits/conflicts_model.h"

#include "ui/theme/metrics.h"
#include "ui/widgets/signs.h"
#include "ui/widgets/words.h"

#include <QPainter>

namespace ui {
namespace {

QString valueOrNothing(const QString& value)
{
    return value.isEmpty() ? ConflictsModel::tr("sans réponse") : value.simplified();
}

} // namespace

int ConflictsModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : m_waiting.count();
}

const workflow::ConflictLine* ConflictsModel::conflict(int row) const
{
    const auto at = static_cast<size_t>(row);
    return row >= 0 && at < m_waiting.conflicts.size() ? &m_waiting.conflicts[at] : nullptr;
}

const workflow::FlaggedDeleteLine* ConflictsModel::flagged(int row) const
{
    if (row < 0 || row >= rowCount() || conflict(row)) return nullptr;
    return &m_waiting.deletes[static_cast<size_t>(row) - m_waiting.conflicts.size()];
}

QVariant ConflictsModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid() || index.row() >= rowCount()) return {};
    const workflow::ConflictLine* line = conflict(index.row());
    const workflow::FlaggedDeleteLine* erased = flagged(index.row());
    const QString actor = line ? line->actor : erased->actor;
    const QString label = line ? line->label : tr("Supprimé et modifié : %1").arg(erased->label);
    QStringList values;
    if (line)
        for (const QString& value : line->values)
            values << valueOrNothing(value);
    const QString summary = line ? values.join(tr("  ou  ")) : tr("à garder ou à supprimer");
    switch (role) {
    case ActorRole:
        return actor.isEmpty() ? tr("L’étude") : actor;
    case LabelRole:
        return label;
    case SummaryRole:
        return summary;
    case IsDeleteRole:
        return erased != nullptr;
    case Qt::DisplayRole:
    case Qt::AccessibleTextRole:
    case Qt::ToolTipRole:
        return tr("%1, %2 : %3").arg(actor.isEmpty() ? tr("L’étude") : actor, label, summary);
    default:
        return {};
    }
}

void ConflictsModel::show(Waiting waiting)
{
    beginResetModel();
    m_waiting = std::move(waiting);
    endResetModel();
}

int ConflictsModel::rowOf(const QString& record, const QString& question) const
{
    int first = -1;
    for (int row = 0; row < rowCount(); ++row) {
        const workflow::ConflictLine* line = conflict(row);
        const QString& owner = line ? line->conflict.record : flagged(row)->flagged.record;
        if (owner != record) continue;
        if (first < 0) first = row;
        if (question.isEmpty() || (line && line->conflict.field.mid(2) == question)) return row;
    }
    return first;
}

QString ConflictsModel::key(int row) const
{
    if (const workflow::ConflictLine* line = conflict(row))
        return line->conflict.record + u'|' + line->conflict.shownField;
    const workflow::FlaggedDeleteLine* erased = flagged(row);
    return erased ? QStringLiteral("delete|") + erased->flagged.record : QString();
}

QSize ConflictDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex&) const
{
    return {option.rect.width(), 3 * QFontMetrics(sized(1.0)).height() + px(16)};
}

void ConflictDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option,
                             const QModelIndex& index) const
{
    const Colors& colors = colorsOf(option.palette);
    const bool selected = option.state & QStyle::State_Selected;
    painter->save();
    painter->setLayoutDirection(option.direction);
    painter->fillRect(option.rect, selected ? colors.accent : colors.base);
    painter->setPen(colors.rule);
    painter->drawLine(option.rect.bottomLeft(), option.rect.bottomRight());
    const QColor ink = selected ? colors.onAccent : colors.text;
    const QColor muted = selected ? colors.onAccent : colors.muted;
    const QRect inside = option.rect.adjusted(px(12), px(7), -px(12), 0);
    const int height = QFontMetrics(sized(1.0)).height();
    const QRect sign =
        QStyle::visualRect(option.direction, inside, QRect(inside.topLeft(), QSize(px(14), height)));
    paintRule(*painter, QRectF(sign).adjusted(0, px(1), 0, -px(1)), Rule::Liftable,
              selected ? colors.onAccent : colors.warning);
    QRect line =
        QStyle::visualRect(option.direction, inside,
                           QRect(inside.left() + px(22), inside.top(), inside.width() - px(22), height));
    const auto draw = [&](const QString& words, const QFont& font, const QColor& color) {
        painter->setFont(font);
        painter->setPen(color);
        drawWords(*painter, line, words, option.direction);
        line.translate(0, height);
    };
    draw(index.data(ConflictsModel::LabelRole).toString(), sized(1.0, true), ink);
    draw(index.data(ConflictsModel::ActorRole).toString(), sized(0.92), ink);
    draw(index.data(ConflictsModel::SummaryRole).toString(), sized(0.92), muted);
    painter->restore();
}

} // namespace ui
