#include "ui/analyse/claims_page.h"

#include "ui/analyse/ranking_model.h"
#include "ui/analyse/why_panel.h"
#include "ui/theme/metrics.h"
#include "ui/widgets/small.h"

#include <QHeaderView>
#include <QLabel>
#include <QLocale>
#include <QStandardItemModel>
#include <QTableView>
#include <QVBoxLayout>

namespace ui {
namespace {

enum Column { Name, Indicator, Pieces, Scores, Gain };

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

QStandardItem* cell(const QString& words, int alignment = Qt::AlignLeading)
{
    auto* item = new QStandardItem(words);
    item->setEditable(false);
    item->setToolTip(words);
    item->setTextAlignment(Qt::Alignment(alignment) | Qt::AlignVCenter);
    return item;
}

QList<QStandardItem*> rowOf(const workflow::Claim& claim, const questionnaire::Form& form)
{
    const QLocale french(QLocale::French);
    QStandardItem* name = cell(claim.name);
    name->setData(claim.actor, Qt::UserRole);
    name->setData(claim.indicator, Qt::UserRole + 1);
    return {name, cell(claim.indicator + u' ' + claim.label), cell(evidenceWords(form, claim.evidence)),
            cell(QObject::tr("%1 → %2").arg(french.toString(claim.kept), french.toString(claim.raw)),
                 Qt::AlignHCenter),
            cell(u'+' + french.toString(claim.gain, 'f', 2), Qt::AlignTrailing)};
}

} // namespace

ClaimsPage::ClaimsPage(QWidget* parent)
    : QWidget(parent), m_model(new QStandardItemModel(this)), m_table(new QTableView), m_intro(new QLabel)
{
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    m_intro->setProperty("tone", QStringLiteral("muted"));
    m_intro->setFixedHeight(px(40));
    m_intro->setContentsMargins(px(16), 0, px(16), 0);
    layout->addWidget(m_intro);
    layout->addWidget(m_table, 1);
    m_table->setModel(m_model);
    m_table->setAccessibleName(tr("Pièces à réclamer"));
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setTabKeyNavigation(false);
    m_table->setShowGrid(false);
    m_table->setWordWrap(false);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setDefaultSectionSize(px(30));
    m_table->horizontalHeader()->setHighlightSections(false);
    m_table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeading | Qt::AlignVCenter);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            [this](const QModelIndex& now) {
                const QModelIndex name = now.siblingAtColumn(Name);
                if (name.isValid())
                    Q_EMIT chosen(name.data(Qt::UserRole).toString(), name.data(Qt::UserRole + 1).toString());
            });
}

void ClaimsPage::show(const std::optional<std::vector<workflow::Claim>>& claims,
                      const questionnaire::Form& form)
{
    m_model->clear();
    m_model->setHorizontalHeaderLabels(
        {tr("Organisation"), tr("Indicateur"), tr("Pièce ou constat attendu"), tr("Note"), tr("Gain")});
    const std::array<int, 4> widths{190, 190, 260, 70};
    for (int c = 0; c < 4; ++c)
        m_table->setColumnWidth(c, px(widths[static_cast<size_t>(c)]));
    m_table->horizontalHeader()->setSectionResizeMode(Pieces, QHeaderView::Stretch);
    m_table->setColumnWidth(Gain, px(64));
    if (!claims) {
        m_intro->setText(tr("Calcul en cours…"));
        return;
    }
    for (const workflow::Claim& claim : *claims)
        m_model->appendRow(rowOf(claim, form));
    m_intro->setText(claims->empty()
                         ? tr("Aucune pièce à réclamer : aucune note n’est plafonnée faute de preuve.")
                         : tr("%1 pièces ou constats à réclamer, du plus grand gain possible au plus petit, "
                              "en points de score global")
                               .arg(QLocale().toString(claims->size())));
}

} // namespace ui
