#include "ui/analyse/robustness_model.h"

#include "ui/analyse/ranking_model.h"

#include <QLocale>

#include <cmath>

namespace ui {
namespace {

constexpr int bands = static_cast<int>(workflow::RankBands);

} // namespace

QString bandName(size_t band)
{
    static const std::array<QString, workflow::RankBands> names{QObject::tr("1er"), QObject::tr("2e"),
                                                                QObject::tr("3e"), QObject::tr("4e à 10e"),
                                                                QObject::tr("après le 10e")};
    return names[band];
}

QString percentText(double share)
{
    return QLocale(QLocale::French).toString(share * 100, 'f', 1) + QStringLiteral("\u00a0%");
}

void RobustnessModel::show(std::vector<workflow::RobustRank> ranks, const QStringList& dimensions)
{
    beginResetModel();
    m_ranks = std::move(ranks);
    m_dimensions = dimensions;
    endResetModel();
}

int RobustnessModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_ranks.size());
}

int RobustnessModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : FirstCopied + 1 + bands + static_cast<int>(m_dimensions.size());
}

QString RobustnessModel::centralWords(const workflow::RobustRank& line) const
{
    if (!line.centralWeights) return tr("non définis : jamais 1re");
    QStringList parts;
    for (const QString& code : m_dimensions)
        parts << code + u' ' + QString::number(std::lround(line.centralWeights->at(code) * 100));
    return parts.join(QStringLiteral(" · "));
}

/// One number a cell, for a spreadsheet.
QString RobustnessModel::copied(const workflow::RobustRank& line, int column) const
{
    if (column == 0) return percentText(line.halfWidth95);
    if (column <= bands) return percentText(line.bands[static_cast<size_t>(column - 1)]);
    if (!line.centralWeights) return tr("non défini");
    return percentText(line.centralWeights->at(m_dimensions[column - 1 - bands]));
}

QString RobustnessModel::words(const workflow::RobustRank& line, int column) const
{
    switch (column) {
    case Rank:
        return QString::number(line.rank);
    case Name:
        return line.name;
    case Bands: {
        QStringList parts;
        for (size_t band = 0; band < line.bands.size(); ++band)
            if (line.bands[band] > 0)
                parts << tr("%1 : %2").arg(bandName(band), percentText(line.bands[band]));
        return parts.join(QStringLiteral(" · "));
    }
    case First3:
        return percentText(line.first3);
    case Expected:
        return scoreText(line.expected);
    case Range:
        return line.best == line.worst ? QString::number(line.best)
                                       : tr("%1–%2").arg(line.best).arg(line.worst);
    case Central:
        return centralWords(line);
    default:
        return copied(line, column - FirstCopied);
    }
}

QString RobustnessModel::tip(const workflow::RobustRank& line, int column) const
{
    switch (column) {
    case Rank:
        if (!line.rankWithoutCaps || *line.rankWithoutCaps == line.rank) return {};
        return tr("Sans plafond de preuve : rang %1").arg(*line.rankWithoutCaps);
    case Name:
    case Bands:
        return words(line, column);
    case First3:
        return tr("%1 ± %2 (95 %)").arg(percentText(line.first3), percentText(line.halfWidth95));
    case Central:
        return line.centralWeights ? tr("Poids moyens des tirages où elle est première, en pour cent.")
                                   : tr("Elle n’est première dans aucun tirage : aucun poids ne la met en "
                                        "tête, il n’y a pas de moyenne à en faire.");
    default:
        return {};
    }
}

QVariant RobustnessModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid() || index.row() >= rowCount()) return {};
    const workflow::RobustRank& line = m_ranks[static_cast<size_t>(index.row())];
    const int column = index.column();
    switch (role) {
    case Qt::DisplayRole:
        if (column == First3)
            return tr("%1 ± %2").arg(percentText(line.first3).chopped(2), scoreText(line.halfWidth95 * 100));
        return words(line, column);
    case Qt::AccessibleTextRole:
        return words(line, column);
    case Qt::ToolTipRole:
        return tip(line, column);
    case Qt::TextAlignmentRole:
        return int(
            (column == Name || column == Bands || column == Central ? Qt::AlignLeading : Qt::AlignHCenter) |
            Qt::AlignVCenter);
    case IdRole:
        return line.id;
    case BandsRole: {
        QVariantList shares;
        for (const double share : line.bands)
            shares << share;
        return shares;
    }
    default:
        return {};
    }
}

QVariant RobustnessModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal) return {};
    if (role == Qt::TextAlignmentRole)
        return int((section == Name || section == Bands || section == Central ? Qt::AlignLeading
                                                                              : Qt::AlignHCenter) |
                   Qt::AlignVCenter);
    static const std::array<QString, FirstCopied> heads{
        tr("Rang"),  tr("Organisation"), tr("Rangs tirés"),      tr("Parmi les 3, %"),
        tr("Moyen"), tr("Rangs vus"),    tr("Poids centraux, %")};
    static const std::array<QString, FirstCopied> tips{
        tr("Rang aux poids du modèle"),
        {},
        tr("Part des tirages à chaque rang"),
        tr("Part des tirages où elle est parmi les trois premières, et sa demi-largeur à 95 %"),
        tr("Moyenne des rangs tirés"),
        tr("Meilleur et moins bon rang tirés"),
        tr("Poids moyens des tirages où elle est première")};
    if (role == Qt::ToolTipRole && section < FirstCopied) return tips[static_cast<size_t>(section)];
    if (role != Qt::DisplayRole) return {};
    if (section < FirstCopied) return heads[static_cast<size_t>(section)];
    const int copied = section - FirstCopied;
    if (copied == 0) return tr("± à 95 %");
    if (copied <= bands) return bandName(static_cast<size_t>(copied - 1));
    return tr("Poids central %1").arg(m_dimensions.value(copied - 1 - bands));
}

} // namespace ui
