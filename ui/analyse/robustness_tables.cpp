#include "ui/analyse/robustness_tables.h"

#include "ui/analyse/heat_delegate.h"
#include "ui/analyse/page_frame.h"
#include "ui/analyse/robustness_model.h"
#include "ui/theme/metrics.h"
#include "ui/widgets/words.h"
#include "workflow/analysis.h"

#include <QHeaderView>
#include <QLocale>
#include <QStandardItemModel>
#include <QTableView>

#include <limits>

namespace ui {
namespace {

constexpr size_t PairsAcross = 10; ///< organisations of the matrix
constexpr int ShareRole = Qt::UserRole + 1;

QStandardItem* cell(const QString& words, int alignment = Qt::AlignLeading)
{
    auto* item = new QStandardItem(words);
    item->setEditable(false);
    item->setToolTip(words);
    item->setTextAlignment(Qt::Alignment(alignment) | Qt::AlignVCenter);
    return item;
}

QTableView* table(const QString& name)
{
    auto* view = new QTableView;
    frameTable(view);
    view->setModel(new QStandardItemModel(view));
    view->setAccessibleName(name);
    return view;
}

QStandardItemModel* emptied(QTableView* view)
{
    auto* model = static_cast<QStandardItemModel*>(view->model());
    model->clear();
    return model;
}

QString signedPoints(double share)
{
    const double tenths = std::round(share * 1000);
    // What rounds to nothing is neither more nor less.
    const QString sign = tenths > 0 ? QStringLiteral("+ ") : tenths < 0 ? QStringLiteral("− ") : QString();
    return sign + QLocale(QLocale::French).toString(std::abs(tenths) / 10, 'f', 1);
}

/// A name without its closing parenthesis, where several stand in one cell.
QString bare(const QString& name)
{
    return name.section(QStringLiteral(" ("), 0, 0);
}

/// "4", and by how much when it has moved.
QString movedRank(int rank, int from)
{
    if (rank == from) return QString::number(rank);
    return rank < from ? QObject::tr("%1  ▲ %2").arg(rank).arg(from - rank)
                       : QObject::tr("%1  ▼ %2").arg(rank).arg(rank - from);
}

QStringList missingFrom(const std::array<QString, 3>& there, const std::array<QString, 3>& here,
                        const QHash<QString, QString>& names)
{
    QStringList out;
    for (const QString& id : here)
        if (std::find(there.begin(), there.end(), id) == there.end()) out << bare(names.value(id));
    return out;
}

/// "Trio : entre A ; sort B"
QString exchangeWords(const std::array<QString, 3>& before, const std::array<QString, 3>& after,
                      const QHash<QString, QString>& names)
{
    return QObject::tr("Trio : entre %1 ; sort %2")
        .arg(missingFrom(before, after, names).join(QObject::tr(" et ")),
             missingFrom(after, before, names).join(QObject::tr(" et ")));
}

/// "B · Organisationnelle", its whole name as its tool tip.
QStandardItem* weightCell(const disclosure::StudyData& data, const QString& weight)
{
    const auto* node = data.model->node(weight);
    QStandardItem* item = cell(node ? weight + QStringLiteral(" · ") + shortDimension(weight, node->label)
                                    : workflow::weightName(data, weight));
    item->setToolTip(workflow::weightName(data, weight));
    return item;
}

QHash<QString, QString> namesOf(const disclosure::StudyData& data)
{
    QHash<QString, QString> names;
    for (const disclosure::ActorData& actor : data.actors)
        names.insert(actor.id, workflow::nameOf(actor));
    return names;
}

} // namespace

QTableView* withoutTable()
{
    return table(QObject::tr("Classement sans une dimension"));
}

void fillWithout(QTableView* view, const assessment::Robustness& found, const disclosure::StudyData& data)
{
    QStandardItemModel* model = emptied(view);
    QStringList heads{QObject::tr("Organisation"), QObject::tr("Rang")};
    for (const assessment::WithoutDimension& without : found.withoutDimension)
        heads << QObject::tr("sans %1").arg(without.dimension);
    model->setHorizontalHeaderLabels(heads);
    for (size_t d = 0; d < found.withoutDimension.size(); ++d)
        model->horizontalHeaderItem(static_cast<int>(d) + 2)
            ->setToolTip(workflow::weightName(data, found.withoutDimension[d].dimension));
    for (int c = 1; c < heads.size(); ++c)
        model->horizontalHeaderItem(c)->setTextAlignment(Qt::AlignCenter);
    for (const auto& line : workflow::ranksWithout(found, data, std::numeric_limits<size_t>::max())) {
        QList<QStandardItem*> row{cell(line.name), cell(QString::number(line.rank), Qt::AlignHCenter)};
        row.front()->setData(line.id, TableIdRole);
        for (const auto& rank : line.without)
            row << cell(rank ? movedRank(*rank, line.rank) : QStringLiteral("–"), Qt::AlignHCenter);
        model->appendRow(row);
    }
    sizeColumns(view, {0, 56, 88, 88, 88, 88, 88});
}

QTableView* tippingTable()
{
    return table(QObject::tr("Points de bascule"));
}

void fillTipping(QTableView* view, const assessment::Robustness& found, const disclosure::StudyData& data)
{
    QStandardItemModel* model = emptied(view);
    model->setHorizontalHeaderLabels({QObject::tr("Ce qui change"), QObject::tr("Poids à changer"),
                                      QObject::tr("Aujourd’hui"), QObject::tr("À partir de"),
                                      QObject::tr("Points")});
    for (int c = 2; c < 5; ++c)
        model->horizontalHeaderItem(c)->setTextAlignment(Qt::AlignTrailing | Qt::AlignVCenter);
    const auto names = namesOf(data);
    const auto add = [&](const QString& words, const QString& id, const QString& weight, double from,
                         double to) {
        QStandardItem* first = cell(words);
        first->setData(id, TableIdRole);
        model->appendRow({first, weightCell(data, weight), cell(percentText(from), Qt::AlignTrailing),
                          cell(percentText(to), Qt::AlignTrailing),
                          cell(signedPoints(to - from), Qt::AlignTrailing)});
    };
    for (const assessment::Tipping& each : found.tipping) {
        add(each.trio[0].isEmpty() || data.trios.trios.empty()
                ? QObject::tr("Trio : il n’y en a plus")
                : exchangeWords(data.trios.trios.front().actors, each.trio, names),
            {}, each.weight, each.from, each.to);
    }
    for (const assessment::PairTipping& each : found.pairTipping)
        add(QObject::tr("%1 rattrape %2").arg(bare(names.value(each.behind)), bare(names.value(each.ahead))),
            each.behind, each.weight, each.from, each.to);
    sizeColumns(view, {0, 156, 96, 96, 62});
}

QTableView* pairwiseTable()
{
    QTableView* view = table(QObject::tr("Part des tirages où la ligne devance la colonne"));
    view->setSelectionBehavior(QAbstractItemView::SelectItems);
    view->setItemDelegate(new HeatDelegate(ShareRole, 1, -1, view));
    return view;
}

void fillPairwise(QTableView* view, const assessment::Robustness& found, const disclosure::StudyData& data)
{
    QStandardItemModel* model = emptied(view);
    const workflow::PairwiseShares shares = workflow::pairwiseShares(found, data, PairsAcross);
    QStringList heads{QObject::tr("La ligne devance…")};
    for (qsizetype i = 0; i < shares.ids.size(); ++i)
        heads << QString::number(i + 1);
    model->setHorizontalHeaderLabels(heads);
    for (qsizetype i = 0; i < shares.ids.size(); ++i) {
        QStandardItem* head = model->horizontalHeaderItem(static_cast<int>(i) + 1);
        head->setTextAlignment(Qt::AlignCenter);
        head->setToolTip(shares.names[i]);
        QList<QStandardItem*> row{cell(QStringLiteral("%1  %2").arg(i + 1).arg(shares.names[i]))};
        row.front()->setData(shares.ids[i], TableIdRole);
        for (qsizetype j = 0; j < shares.ids.size(); ++j) {
            const auto& share = shares.ahead[static_cast<size_t>(i)][static_cast<size_t>(j)];
            QStandardItem* item =
                cell(share ? QString::number(std::lround(*share * 100)) : QString(), Qt::AlignHCenter);
            if (share) {
                item->setData(*share, ShareRole);
                item->setToolTip(QObject::tr("%1 devance %2 dans %3 des tirages")
                                     .arg(shares.names[i], shares.names[j], percentText(*share)));
                item->setData(item->toolTip(), Qt::AccessibleDescriptionRole);
            }
            row << item;
        }
        model->appendRow(row);
    }
    view->horizontalHeader()->setMinimumSectionSize(px(36));
    for (int c = 1; c < heads.size(); ++c)
        view->setColumnWidth(c, px(46));
    view->horizontalHeader()->setSectionResizeMode(0, QHeaderView::Stretch);
}

} // namespace ui
