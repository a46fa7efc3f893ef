#include "ui/analyse/ranking_model.h"

#include "workflow/messages/messages.h"
#include "workflow/places.h"

#include <QLocale>

#include <cmath>

namespace ui {

QString scoreText(double score)
{
    const QString text = QLocale(QLocale::French).toString(score, 'f', 1);
    // Less than nothing by less than a tenth is nothing.
    return text == QStringLiteral("-0,0") || text == QStringLiteral("−0,0") ? QStringLiteral("0,0") : text;
}

const std::vector<assessment::RankLine>& RankingModel::lines() const
{
    static const std::vector<assessment::RankLine> none;
    if (!m_study) return none;
    return m_service < 0 ? m_study->ranking : m_study->serviceRankings[static_cast<size_t>(m_service)];
}

void RankingModel::show(std::shared_ptr<const disclosure::StudyData> study, int service)
{
    beginResetModel();
    m_study = std::move(study);
    m_service = service;
    m_actors.clear();
    if (m_study)
        for (size_t i = 0; i < m_study->actors.size(); ++i)
            m_actors.insert(m_study->actors[i].id, static_cast<int>(i));
    m_groupOfRow.clear();
    double low = 100, high = 0;
    const auto& all = lines();
    for (size_t row = 0; row < all.size(); ++row) {
        const bool continues =
            row > 0 && all[row].rank && all[row - 1].rank && all[row].group == all[row - 1].group;
        const int first = continues ? m_groupOfRow.back().first : static_cast<int>(row);
        const int size = static_cast<int>(row) - first + 1;
        m_groupOfRow.emplace_back(first, size);
        for (int r = first; r <= static_cast<int>(row); ++r)
            m_groupOfRow[static_cast<size_t>(r)].second = size;
        if (!all[row].rank) continue;
        low = qMin(low, all[row].score.low);
        high = qMax(high, all[row].score.high);
    }
    m_scale =
        low < high ? std::pair{std::floor(low / 10) * 10, std::ceil(high / 10) * 10} : std::pair{0.0, 100.0};
    endResetModel();
}

int RankingModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(lines().size());
}

int RankingModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

const disclosure::ActorData* RankingModel::actor(const QString& id) const
{
    const auto at = m_actors.constFind(id);
    return at == m_actors.cend() ? nullptr : &m_study->actors[static_cast<size_t>(*at)];
}

int RankingModel::rowOf(const QString& id) const
{
    for (int row = 0; row < rowCount(); ++row)
        if (line(row).id == id) return row;
    return -1;
}

int RankingModel::rankedCount() const
{
    return static_cast<int>(std::count_if(lines().begin(), lines().end(),
                                          [](const auto& line) { return line.rank.has_value(); }));
}

std::vector<std::pair<int, int>> RankingModel::groups() const
{
    std::vector<std::pair<int, int>> result;
    for (size_t row = 0; row < m_groupOfRow.size(); ++row)
        if (m_groupOfRow[row].first == static_cast<int>(row) && m_groupOfRow[row].second > 1)
            result.push_back(m_groupOfRow[row]);
    return result;
}

/// First and last place a row may stand at: lines that overlap the group before it have its places too.
std::pair<int, int> RankingModel::placesOf(int row) const
{
    return workflow::placesOf(lines(), static_cast<size_t>(row));
}

QString RankingModel::rankWords(int row) const
{
    if (!line(row).rank) return QStringLiteral("–");
    const auto [best, last] = placesOf(row);
    const int size = m_groupOfRow[static_cast<size_t>(row)].second;
    if (best == last) return QString::number(best);
    const QString places = tr("%1–%2").arg(best).arg(last);
    return places + (size == 1 ? tr("\nchevauche") : tr("\ncoude\nà coude"));
}

QString RankingModel::rankTip(int row) const
{
    if (!line(row).rank) return {};
    const auto [first, size] = m_groupOfRow[static_cast<size_t>(row)];
    const auto [best, last] = placesOf(row);
    QStringList tips;
    if (size > 1)
        tips << tr("Moins de 3 points entre la première et chacune des autres, ou intervalles qui se "
                   "recouvrent : pas de rang entre elles.");
    if (best <= first)
        tips << tr("Aussi au coude à coude avec une partie du groupe précédent, pas avec sa première : d’où "
                   "les places %1 à %2.")
                    .arg(best)
                    .arg(last);
    return tips.join(u'\n');
}

void RankingModel::setRaw(QHash<QString, assessment::Interval> raw)
{
    m_raw = std::move(raw);
    if (rowCount() > 0) Q_EMIT dataChanged(index(0, Raw), index(rowCount() - 1, Raw));
}

void RankingModel::setAside(const QString& rule)
{
    m_aside = rule;
    if (rowCount() > 0) Q_EMIT dataChanged(index(0, Rules), index(rowCount() - 1, Rules));
}

std::vector<assessment::Veto> RankingModel::rules(int row) const
{
    std::vector<assessment::Veto> out;
    const disclosure::ActorData* who = line(row).rank ? actor(line(row).id) : nullptr;
    if (who)
        std::copy_if(who->assessment.vetoes.begin(), who->assessment.vetoes.end(), std::back_inserter(out),
                     [this](const assessment::Veto& veto) {
                         return veto.effect != assessment::VetoEffect::Suspensive && veto.code != m_aside;
                     });
    return out;
}

QString RankingModel::rawWords(const assessment::RankLine& line) const
{
    const auto raw = m_raw.constFind(line.id);
    return m_service < 0 && raw != m_raw.cend() && raw->central ? scoreText(*raw->central) : QString();
}

QVariant RankingModel::roleData(int row, int role) const
{
    const assessment::RankLine& at = line(row);
    const disclosure::ActorData* who = actor(at.id);
    switch (role) {
    case IdRole:
        return at.id;
    case RankedRole:
        return at.rank.has_value();
    case GroupRole:
        return m_groupOfRow[static_cast<size_t>(row)].second;
    case FirstRole:
        return m_groupOfRow[static_cast<size_t>(row)].first;
    case LowRole:
        return at.score.low;
    case HighRole:
        return at.score.high;
    case CentralRole:
        return at.score.central ? QVariant(*at.score.central) : QVariant();
    case StatusRole:
        return at.rank && who ? who->assessment.status : QString();
    case BadgesRole: {
        QStringList badges;
        for (const assessment::Veto& veto : rules(row))
            badges << veto.code + (veto.effect == assessment::VetoEffect::Blocking ? u'!' : u'?');
        return badges;
    }
    default:
        return {};
    }
}

QVariant RankingModel::words(int row, int column) const
{
    const assessment::RankLine& at = line(row);
    const disclosure::ActorData* who = actor(at.id);
    // One and the same line for every organisation out of the ranking, whatever the reason.
    if (!at.rank && column > Name) return column == Interval ? tr("classement non communiqué") : QString();
    switch (column) {
    case Rank:
        return rankWords(row);
    case Name:
        return who ? who->inScope.at(QStringLiteral("id_nom_fr")).value : at.id;
    case Interval:
        return tr("de %1 à %2").arg(scoreText(at.score.low), scoreText(at.score.high));
    case Score:
        return at.score.central
                   ? tr("%1 [%2 ; %3]")
                         .arg(scoreText(*at.score.central), scoreText(at.score.low), scoreText(at.score.high))
                   : QString();
    case Raw:
        return rawWords(at);
    case Status:
        return who ? workflow::messages::statusWord(who->assessment.status) : QString();
    case Rules: {
        QStringList rules;
        for (const QString& badge : roleData(row, BadgesRole).toStringList())
            rules << badge.chopped(1) + (badge.endsWith(u'!') ? tr(" bloquant") : tr(" à lever"));
        return rules.join(QStringLiteral(", "));
    }
    default:
        return {};
    }
}

QString RankingModel::tip(int row, int column) const
{
    switch (column) {
    case Rank:
        return rankTip(row);
    case Name:
        return words(row, Name).toString();
    case Rules: {
        QStringList reasons;
        for (const assessment::Veto& veto : rules(row))
            reasons << veto.code + QStringLiteral(" : ") + workflow::messages::vetoReason(veto.reason);
        return reasons.join(u'\n');
    }
    default:
        return {};
    }
}

QVariant RankingModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid() || index.row() >= rowCount()) return {};
    if (role == Qt::DisplayRole || role == Qt::AccessibleTextRole) return words(index.row(), index.column());
    if (role == Qt::ToolTipRole) return tip(index.row(), index.column());
    if (role >= Qt::UserRole) return roleData(index.row(), role);
    return {};
}

QVariant RankingModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal) return {};
    if (role == Qt::TextAlignmentRole)
        return int((section == Rank                      ? Qt::AlignHCenter
                    : section == Score || section == Raw ? Qt::AlignRight
                                                         : Qt::AlignLeft) |
                   Qt::AlignVCenter);
    if (role == Qt::ToolTipRole && section == Raw)
        return tr("Score global si le manque de preuve ne plafonnait aucune note");
    if (role != Qt::DisplayRole) return {};
    switch (section) {
    case Rank:
        return tr("Rang");
    case Name:
        return tr("Organisation");
    case Interval:
        return QString();
    case Score:
        return m_service < 0 ? tr("Score") : tr("Profil");
    case Raw:
        return tr("Brut");
    case Status:
        return tr("Statut");
    case Rules:
        return tr("Règles");
    default:
        return {};
    }
}

} // namespace ui
