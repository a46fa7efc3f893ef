#include "ui/acteurs/submission_lines_model.h"

#include <QLocale>

namespace ui {
namespace {

using workflow::SubmissionLine;

QString effectOf(const SubmissionLine& line)
{
    switch (line.action) {
    case SubmissionLine::Action::New:
        return line.newActor ? SubmissionLinesModel::tr("nouvelle fiche")
                             : SubmissionLinesModel::tr("nouveau passage");
    case SubmissionLine::Action::Update:
        return SubmissionLinesModel::tr("modifie");
    case SubmissionLine::Action::Identical:
        return line.kept > 0 ? SubmissionLinesModel::tr("déjà là, diffère")
                             : SubmissionLinesModel::tr("déjà là, identique");
    case SubmissionLine::Action::Rejected:
        break;
    }
    return SubmissionLinesModel::tr("écarté");
}

QString numberOrNothing(int number)
{
    return number > 0 ? QLocale().toString(number) : QString();
}

} // namespace

void SubmissionLinesModel::show(std::vector<SubmissionLine> lines)
{
    beginResetModel();
    m_lines = std::move(lines);
    endResetModel();
}

const SubmissionLine* SubmissionLinesModel::line(int row) const
{
    return row >= 0 && row < rowCount() ? &m_lines[static_cast<size_t>(row)] : nullptr;
}

int SubmissionLinesModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_lines.size());
}

int SubmissionLinesModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant SubmissionLinesModel::data(const QModelIndex& index, int role) const
{
    const SubmissionLine* its = index.isValid() ? line(index.row()) : nullptr;
    if (!its) return {};
    const bool number = index.column() != Name && index.column() != Effect;
    if (role == Qt::TextAlignmentRole && number) return QVariant(Qt::AlignTrailing | Qt::AlignVCenter);
    if (role != Qt::DisplayRole) return {};
    switch (index.column()) {
    case Row:
        return its->place.row;
    case Name:
        return its->name.isEmpty() ? tr("sans nom") : its->name;
    case Effect:
        return effectOf(*its);
    case Answers:
        return numberOrNothing(its->answers);
    case Rows:
        return numberOrNothing(its->rows);
    case Files:
        return numberOrNothing(its->files);
    case Kept:
        return numberOrNothing(its->kept);
    default:
        return numberOrNothing(static_cast<int>(its->problems.size()));
    }
}

QVariant SubmissionLinesModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal) return {};
    if (role == Qt::TextAlignmentRole && section != Name && section != Effect)
        return QVariant(Qt::AlignTrailing | Qt::AlignVCenter);
    if (role != Qt::DisplayRole) return {};
    switch (section) {
    case Row:
        return tr("Ligne");
    case Name:
        return tr("Organisation");
    case Effect:
        return tr("Effet");
    case Answers:
        return tr("Réponses");
    case Rows:
        return tr("Lignes répétées");
    case Files:
        return tr("Fichiers");
    case Kept:
        return tr("Gardées");
    default:
        return tr("À voir");
    }
}

} // namespace ui
