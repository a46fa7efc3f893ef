#include "ui/historique/history_model.h"

#include "base/text.h"

#include <QLocale>

namespace ui {

using workflow::HistoryLine;

QString historyTime(const QDateTime& time)
{
    return QLocale(QLocale::French).toString(time, QStringLiteral("d MMMM yyyy, HH:mm"));
}

int HistoryModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_shown.size());
}

const HistoryLine& HistoryModel::line(int row) const
{
    return m_lines[static_cast<size_t>(m_shown[static_cast<size_t>(row)])];
}

QVariant HistoryModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid() || index.row() >= rowCount()) return {};
    const HistoryLine& shown = line(index.row());
    if (role == Qt::DisplayRole || role == Qt::AccessibleTextRole || role == Qt::ToolTipRole)
        return shown.sentence;
    return {};
}

void HistoryModel::setLines(std::vector<HistoryLine> lines)
{
    beginResetModel();
    std::reverse(lines.begin(), lines.end());
    m_lines = std::move(lines);
    m_folded.clear();
    for (const HistoryLine& each : m_lines)
        m_folded.push_back(base::fold(
            QStringList{each.label, each.happened, each.before, each.after, each.author, each.cause}.join(
                u' ')));
    filter();
    endResetModel();
}

void HistoryModel::setFilter(const QString& words)
{
    if (words == m_words) return;
    beginResetModel();
    m_words = words;
    filter();
    endResetModel();
}

void HistoryModel::filter()
{
    // "9.4" is a number of question, and only that one: not 19.4, not 9.41.
    const QString typed = m_words.trimmed();
    const bool isNumber = typed.size() >= 3 && typed.contains(u'.') && typed.front().isDigit();
    const QStringList needles = base::foldedWords(m_words);
    m_shown.clear();
    for (size_t i = 0; i < m_lines.size(); ++i) {
        const bool passes =
            isNumber ? m_lines[i].label.contains(QStringLiteral("%1 ").arg(typed)) &&
                           (m_lines[i].label.startsWith(typed) ||
                            m_lines[i].label.contains(QStringLiteral(" %1 ").arg(typed)))
                     : std::all_of(needles.begin(), needles.end(),
                                   [&](const QString& needle) { return m_folded[i].contains(needle); });
        if (passes) m_shown.push_back(static_cast<int>(i));
    }
}

int HistoryModel::rowOf(const QString& operation) const
{
    for (int row = 0; row < rowCount(); ++row)
        if (line(row).operation == operation) return row;
    return -1;
}

} // namespace ui
