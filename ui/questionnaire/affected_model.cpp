#include "ui/questionnaire/affected_model.h"

#include "ui/widgets/small.h"
#include "workflow/messages/form_words.h"

namespace ui {

int AffectedModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_shown.size());
}

int AffectedModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant AffectedModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid() || index.row() >= rowCount()) return {};
    const workflow::AffectedAnswer& answer = m_plan->answers[m_shown[static_cast<size_t>(index.row())]];
    if (role == Qt::ToolTipRole && index.column() == Fate) {
        const QString sentence = workflow::messages::fateSentence(answer.fate);
        return typeset(answer.detail.isEmpty() ? sentence : sentence + u'\n' + answer.detail);
    }
    if (role != Qt::DisplayRole && role != Qt::ToolTipRole && role != Qt::AccessibleTextRole) return {};
    switch (index.column()) {
    case Actor:
        return m_names.value(answer.record, answer.record);
    case Question:
        return answer.label;
    case Value:
        return answer.value;
    default:
        return typeset(workflow::messages::fateWord(answer.fate));
    }
}

QVariant AffectedModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal) return {};
    if (role == Qt::TextAlignmentRole) return int(Qt::AlignLeading | Qt::AlignVCenter);
    if (role != Qt::DisplayRole) return {};
    const std::array<QString, ColumnCount> titles{tr("Fiche"), tr("Question"), tr("Réponse"),
                                                  tr("Ce qu’elle devient")};
    return titles[static_cast<size_t>(section)];
}

void AffectedModel::show(std::shared_ptr<const workflow::FormPlan> plan)
{
    beginResetModel();
    m_plan = std::move(plan);
    m_fate.reset();
    m_names.clear();
    for (const workflow::PlannedRecord& record : m_plan->records)
        m_names.insert(record.id, record.name);
    filter();
    endResetModel();
}

void AffectedModel::reduceTo(std::optional<workflow::AnswerFate> fate)
{
    beginResetModel();
    m_fate = fate;
    filter();
    endResetModel();
}

void AffectedModel::filter()
{
    m_shown.clear();
    for (size_t i = 0; m_plan && i < m_plan->answers.size(); ++i)
        if (!m_fate || m_plan->answers[i].fate == *m_fate) m_shown.push_back(i);
    // What is to be known comes before what stays as it is.
    std::stable_partition(m_shown.begin(), m_shown.end(),
                          [this](size_t i) { return m_plan->answers[i].fate != workflow::AnswerFate::Kept; });
}

} // namespace ui
