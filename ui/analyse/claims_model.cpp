#include "ui/analyse/claims_model.h"

#include "ui/analyse/why_panel.h"

#include <QLocale>

namespace ui {
namespace {

/// "a et b, ou c"
QString evidenceWords(const questionnaire::Form& form, const std::vector<QStringList>& alternatives)
{
    QStringList either;
    for (const QStringList& alternative : alternatives) {
        QStringList all;
        for (const QString& piece : alternative)
            all << pieceWord(form, piece);
        either << all.join(QObject::tr(" et "));
    }
    return either.join(QObject::tr(", ou "));
}

int alignmentOf(int column)
{
    return int((column == ClaimsModel::Scores ? Qt::AlignHCenter
                : column == ClaimsModel::Gain ? Qt::AlignTrailing
                                              : Qt::AlignLeading) |
               Qt::AlignVCenter);
}

} // namespace

void ClaimsModel::show(std::vector<workflow::Claim> claims, const questionnaire::Form& form)
{
    beginResetModel();
    m_claims = std::move(claims);
    m_form = &form;
    endResetModel();
}

int ClaimsModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_claims.size());
}

int ClaimsModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QString ClaimsModel::words(const workflow::Claim& claim, int column) const
{
    const QLocale french(QLocale::French);
    switch (column) {
    case Name:
        return claim.name;
    case Indicator:
        return claim.indicator + u' ' + claim.label;
    case Pieces:
        return evidenceWords(*m_form, claim.evidence);
    case Scores:
        return tr("%1 → %2").arg(french.toString(claim.kept), french.toString(claim.raw));
    default:
        return u'+' + french.toString(claim.gain, 'f', 2);
    }
}

QVariant ClaimsModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid() || index.row() >= rowCount()) return {};
    const workflow::Claim& claim = m_claims[static_cast<size_t>(index.row())];
    switch (role) {
    case Qt::DisplayRole:
    case Qt::ToolTipRole:
        return words(claim, index.column());
    case Qt::TextAlignmentRole:
        return alignmentOf(index.column());
    case ActorRole:
        return claim.actor;
    case IndicatorRole:
        return claim.indicator;
    default:
        return {};
    }
}

QVariant ClaimsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    static const std::array<QString, ColumnCount> heads{
        tr("Organisation"), tr("Indicateur"), tr("Pièce ou constat attendu"), tr("Note"), tr("Gain")};
    if (orientation != Qt::Horizontal || section < 0 || section >= ColumnCount) return {};
    if (role == Qt::TextAlignmentRole) return alignmentOf(section);
    return role == Qt::DisplayRole ? QVariant(heads[static_cast<size_t>(section)]) : QVariant();
}

} // namespace ui
