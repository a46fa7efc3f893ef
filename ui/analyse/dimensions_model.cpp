#include "ui/analyse/dimensions_model.h"

#include "ui/analyse/ranking_model.h"

#include <QCollator>

namespace ui {
namespace {

QString nameOf(const disclosure::ActorData& actor)
{
    return actor.inScope.at(QStringLiteral("id_nom_fr")).value;
}

constexpr int firstNode = 2; // after the name and the global score

} // namespace

void DimensionsModel::show(std::shared_ptr<const disclosure::StudyData> study)
{
    beginResetModel();
    m_study = std::move(study);
    m_rows.clear();
    m_codes = columnsWanted();
    if (m_study) {
        QHash<QString, const disclosure::ActorData*> actors;
        for (const disclosure::ActorData& actor : m_study->actors)
            actors.insert(actor.id, &actor);
        for (const assessment::RankLine& line : m_study->ranking)
            if (const auto* actor = actors.value(line.id)) m_rows.push_back({&line, actor});
    }
    endResetModel();
}

void DimensionsModel::showIndicators(bool wanted)
{
    beginResetModel();
    m_byIndicator = wanted;
    m_codes = columnsWanted();
    endResetModel();
}

QStringList DimensionsModel::columnsWanted() const
{
    QStringList codes;
    if (!m_study) return codes;
    if (m_byIndicator) {
        for (const assessment::Model::Indicator& indicator : m_study->model->indicators())
            codes << indicator.code;
        return codes;
    }
    for (const assessment::Model::Node& dimension : m_study->model->dimensions()) {
        const bool isLeaf =
            !dimension.children.isEmpty() && m_study->model->indicator(dimension.children.front()) != nullptr;
        codes += isLeaf ? QStringList{dimension.code} : dimension.children;
    }
    return codes;
}

int DimensionsModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int DimensionsModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : firstNode + static_cast<int>(m_codes.size());
}

QString DimensionsModel::codeOf(int column) const
{
    return column < firstNode ? QString() : m_codes.value(column - firstNode);
}

QString DimensionsModel::nodeOf(int column) const
{
    const QString code = codeOf(column);
    const auto* indicator = m_study && isIndicator(column) ? m_study->model->indicator(code) : nullptr;
    return indicator ? indicator->parent : code;
}

DimensionsModel::Cell DimensionsModel::cell(const Row& row, int column) const
{
    // Nothing tells one organisation out of the ranking from another.
    if (!row.line->rank || column == Name) return {};
    if (isIndicator(column)) return indicatorCell(row, column);
    const assessment::Interval* score =
        column < firstNode ? &row.line->score : row.actor->assessment.score(codeOf(column));
    if (!score) return {};
    Cell cell{score->central, score->notApplicable, {}};
    if (score->central)
        cell.tip = tr("%1 : %2 [%3 ; %4]")
                       .arg(headerData(column, Qt::Horizontal, Qt::ToolTipRole).toString(),
                            scoreText(*score->central), scoreText(score->low), scoreText(score->high));
    return cell;
}

DimensionsModel::Cell DimensionsModel::indicatorCell(const Row& row, int column) const
{
    const auto& all = row.actor->assessment.indicators;
    const auto found = all.find(codeOf(column));
    if (found == all.end()) return {};
    const assessment::IndicatorScore& score = found->second;
    Cell cell{{}, score.knowledge == assessment::Knowledge::NotApplicable, {}};
    if (score.knowledge != assessment::Knowledge::Known) return cell;
    cell.value = score.kept;
    cell.tip = tr("%1 : %2 sur 4 (%3 avant plafond, preuve %4)")
                   .arg(headerData(column, Qt::Horizontal, Qt::ToolTipRole).toString(), scoreText(score.kept),
                        scoreText(score.raw))
                   .arg(score.evidence);
    return cell;
}

QString DimensionsModel::words(const Row& row, int column) const
{
    if (column == Name) return nameOf(*row.actor);
    const Cell shown = cell(row, column);
    if (shown.notApplicable) return tr("s. o.");
    return shown.value ? scoreText(*shown.value) : QStringLiteral("–");
}

QVariant DimensionsModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid() || index.row() >= rowCount()) return {};
    const Row& row = m_rows[static_cast<size_t>(index.row())];
    constexpr double HundredPerPoint = 25;
    switch (role) {
    case Qt::DisplayRole:
        return words(row, index.column());
    case Qt::TextAlignmentRole:
        return int(Qt::AlignCenter);
    case Qt::ToolTipRole:
        if (!row.line->rank) return tr("classement non communiqué");
        return cell(row, index.column()).tip;
    case IdRole:
        return row.line->id;
    case ScoreRole:
        if (const auto value = cell(row, index.column()).value)
            return isIndicator(index.column()) ? *value * HundredPerPoint : *value;
        return {};
    default:
        return {};
    }
}

QVariant DimensionsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation == Qt::Vertical) {
        if (section < 0 || section >= rowCount()) return {};
        const bool wanted = role == Qt::DisplayRole || role == Qt::ToolTipRole;
        return wanted ? QVariant(nameOf(*actor(section))) : QVariant();
    }
    const QString code = codeOf(section);
    if (role == Qt::DisplayRole) {
        if (section == Name) return tr("Organisation");
        return code.isEmpty() ? tr("Score") : code;
    }
    if (role != Qt::ToolTipRole || section == Name) return {};
    if (code.isEmpty()) return tr("Score global");
    if (const auto* indicator = m_study->model->indicator(code)) return code + u' ' + indicator->label;
    const assessment::Model::Node* node = m_study->model->node(code);
    return node ? code + u' ' + node->label : code;
}

bool DimensionsModel::precedes(const Row& a, const Row& b, int column, bool descending) const
{
    static const QCollator byName{QLocale(QLocale::French)};
    if (a.line->rank.has_value() != b.line->rank.has_value()) return a.line->rank.has_value();
    if (column == Name) {
        const int order = byName.compare(nameOf(*a.actor), nameOf(*b.actor));
        return descending ? order > 0 : order < 0;
    }
    const std::optional<double> x = cell(a, column).value, y = cell(b, column).value;
    if (!x || !y) return x.has_value() && !y; // unknown after known, either way
    return descending ? *x > *y : *x < *y;
}

void DimensionsModel::sort(int column, Qt::SortOrder order)
{
    if (column < 0 || column >= columnCount()) return;
    Q_EMIT layoutAboutToBeChanged();
    const QModelIndexList before = persistentIndexList();
    QHash<QString, int> places;
    QStringList ids;
    for (const QModelIndex& index : before)
        ids << line(index.row()).id;
    std::stable_sort(m_rows.begin(), m_rows.end(), [&](const Row& a, const Row& b) {
        return precedes(a, b, column, order == Qt::DescendingOrder);
    });
    for (int row = 0; row < rowCount(); ++row)
        places.insert(line(row).id, row);
    for (int i = 0; i < before.size(); ++i)
        changePersistentIndex(before[i], index(places.value(ids[i]), before[i].column()));
    Q_EMIT layoutChanged();
}

} // namespace ui
