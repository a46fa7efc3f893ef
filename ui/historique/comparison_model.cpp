#include "ui/historique/comparison_model.h"

#include "workflow/messages/messages.h"

#include <QLocale>

namespace ui {
namespace {

QString scoreWord(const std::optional<double>& score)
{
    return score ? QLocale(QLocale::French).toString(*score, 'f', 1) : ComparisonModel::tr("aucune");
}

QString rankWord(const std::optional<int>& rank)
{
    return rank ? QString::number(*rank) : ComparisonModel::tr("aucun");
}

/// "q:id_sigle@…" to "id_sigle"; empty for what is no answer.
QString questionIn(const QString& shownField)
{
    const QString own = shownField.section(u'@', 0, 0);
    return own.startsWith(u"q:") || own.startsWith(u"c:") ? own.mid(2) : QString();
}

} // namespace

int ComparisonModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_shown.size());
}

int ComparisonModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant ComparisonModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid() || index.row() >= rowCount()) return {};
    const Row& row = m_rows[static_cast<size_t>(m_shown[static_cast<size_t>(index.row())])];
    if (role == RecordRole) return row.record;
    if (role == QuestionRole) return row.question;
    if (role != Qt::DisplayRole && role != Qt::ToolTipRole && role != Qt::AccessibleTextRole) return {};
    const std::array<const QString*, ColumnCount> cells{&row.nature, &row.actor, &row.what, &row.before,
                                                        &row.after};
    return *cells[static_cast<size_t>(index.column())];
}

QVariant ComparisonModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal) return {};
    if (role == Qt::TextAlignmentRole) return int(Qt::AlignLeading | Qt::AlignVCenter);
    if (role != Qt::DisplayRole) return {};
    const std::array<QString, ColumnCount> titles{tr("Nature"), tr("Acteur"), tr("Quoi"), tr("Avant"),
                                                  tr("Après")};
    return titles[static_cast<size_t>(section)];
}

void ComparisonModel::show(const workflow::StateComparison& comparison)
{
    beginResetModel();
    m_rows.clear();
    const auto known = [](const QString& name, const QString& id) { return name.isEmpty() ? id : name; };
    for (const auto& [id, name] : comparison.added)
        m_rows.push_back({Kind::Actors, id, {}, tr("acteur ajouté"), known(name, id), {}, {}, tr("présent")});
    for (const auto& [id, name] : comparison.removed)
        m_rows.push_back({Kind::Actors, {}, {}, tr("acteur retiré"), known(name, id), {}, tr("présent"), {}});
    for (const workflow::AnswerChange& change : comparison.answers)
        m_rows.push_back({Kind::Answers, change.record, questionIn(change.field),
                          change.record.isEmpty() ? tr("étude") : tr("réponse"),
                          change.record.isEmpty() ? tr("L’étude") : known(change.name, change.record),
                          change.label, change.before, change.after});
    for (const workflow::ScoreMove& move : comparison.scores) {
        const auto add = [&](const QString& nature, const QString& before, const QString& after) {
            if (before != after)
                m_rows.push_back({Kind::Scores, move.record, {}, nature, move.name, {}, before, after});
        };
        add(tr("note"), scoreWord(move.before.global), scoreWord(move.after.global));
        add(tr("rang"), rankWord(move.before.rank), rankWord(move.after.rank));
        add(tr("statut"), workflow::messages::statusWord(move.before.status),
            workflow::messages::statusWord(move.after.status));
    }
    filter();
    endResetModel();
}

void ComparisonModel::reduceTo(Kind kind)
{
    beginResetModel();
    m_kind = kind;
    filter();
    endResetModel();
}

void ComparisonModel::filter()
{
    m_shown.clear();
    for (size_t i = 0; i < m_rows.size(); ++i)
        if (m_kind == Kind::All || m_rows[i].kind == m_kind) m_shown.push_back(static_cast<int>(i));
}

int ComparisonModel::count(Kind kind) const
{
    return static_cast<int>(std::count_if(
        m_rows.begin(), m_rows.end(), [&](const Row& row) { return kind == Kind::All || row.kind == kind; }));
}

} // namespace ui
