#include "ui/analyse/claims_page.h"

#include "ui/analyse/claims_model.h"
#include "ui/analyse/page_frame.h"
#include "ui/theme/metrics.h"
#include "ui/widgets/elided_label.h"
#include "ui/widgets/small.h"

#include <QHeaderView>
#include <QLabel>
#include <QLocale>
#include <QStackedWidget>
#include <QStandardItemModel>
#include <QTableView>
#include <QToolButton>
#include <QVBoxLayout>

namespace ui {
namespace {

constexpr int Name = 0;

QStandardItem* cell(const QString& words, int alignment = Qt::AlignLeading)
{
    auto* item = new QStandardItem(words);
    item->setEditable(false);
    item->setToolTip(words);
    item->setTextAlignment(Qt::Alignment(alignment) | Qt::AlignVCenter);
    return item;
}

QList<QStandardItem*> rowOf(const workflow::Contradiction& each)
{
    QStringList questions;
    for (const auto& [code, label] : each.questions)
        questions << label;
    QStandardItem* name = cell(each.name);
    name->setData(each.actor, ClaimsModel::ActorRole);
    name->setData(each.indicator, ClaimsModel::IndicatorRole);
    return {
        name, cell(each.indicator + u' ' + each.label), cell(questions.join(QStringLiteral(" ; "))),
        cell(QStringLiteral("− ") + QLocale(QLocale::French).toString(each.lost, 'f', 2), Qt::AlignTrailing)};
}

QTableView* emptyTable(QAbstractItemModel* model, const QString& name)
{
    auto* view = new QTableView;
    model->setParent(view);
    view->setModel(model);
    view->setAccessibleName(name);
    frameTable(view);
    return view;
}

void fill(QStandardItemModel& model, const std::vector<workflow::Contradiction>& contradictions)
{
    model.clear();
    model.setHorizontalHeaderLabels({QObject::tr("Organisation"), QObject::tr("Indicateur"),
                                     QObject::tr("Réponses démenties"), QObject::tr("Coût")});
    model.horizontalHeaderItem(3)->setTextAlignment(Qt::AlignTrailing | Qt::AlignVCenter);
    for (const workflow::Contradiction& each : contradictions)
        model.appendRow(rowOf(each));
}

} // namespace

ClaimsPage::ClaimsPage(QWidget* parent)
    : QWidget(parent), m_claims(emptyTable(new ClaimsModel, tr("Pièces à réclamer"))),
      m_contradictions(emptyTable(new QStandardItemModel, tr("Contradictions"))),
      m_tables(new QStackedWidget), m_parts{segment(tr("À réclamer")), segment(tr("Contradictions"))},
      m_intro(new ElidedLabel)
{
    for (int i = 0; i < m_parts.size(); ++i) {
        m_parts[i]->setObjectName(QStringLiteral("claims%1").arg(i));
        connect(m_parts[i], &QToolButton::clicked, this, [this, i] { showPart(static_cast<Part>(i)); });
    }
    QVBoxLayout* layout = framePage(this, m_intro, {segments(m_parts)});
    layout->addWidget(m_tables, 1);
    for (QTableView* table : {m_claims, m_contradictions}) {
        m_tables->addWidget(table);
        watch(table);
    }
    showPart(Part::Claims);
}

void ClaimsPage::watch(QTableView* table)
{
    connect(table->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            [this](const QModelIndex& now) {
                const QModelIndex name = now.siblingAtColumn(Name);
                if (name.isValid())
                    Q_EMIT chosen(name.data(ClaimsModel::ActorRole).toString(),
                                  name.data(ClaimsModel::IndicatorRole).toString());
            });
}

QTableView* ClaimsPage::table() const
{
    return static_cast<QTableView*>(m_tables->currentWidget());
}

void ClaimsPage::showPart(Part part)
{
    m_parts[static_cast<int>(part)]->setChecked(true);
    m_tables->setCurrentIndex(static_cast<int>(part));
    fillIntro();
}

void ClaimsPage::fillIntro()
{
    const int count = table()->model()->rowCount();
    const bool claims = table() == m_claims;
    if (!m_known)
        m_intro->setText(tr("Calcul en cours…"));
    else if (count == 0)
        m_intro->setText(claims ? tr("Aucune pièce à réclamer : aucune note n’est plafonnée faute de preuve.")
                                : tr("Aucune réponse n’est démentie. Une contradiction se pose à l’écran "
                                     "Saisie, onglet Preuves, avec son motif."));
    else
        m_intro->setText((claims ? tr("%1 pièces ou constats à réclamer, du plus grand gain possible au plus "
                                      "petit, en points de score global")
                                 : tr("%1 réponses démenties par une pièce, un constat ou un tiers, et ce "
                                      "qu’elles coûtent en points de score global"))
                             .arg(QLocale().toString(count)));
}

void ClaimsPage::show(const Content* content, const questionnaire::Form& form)
{
    static_cast<ClaimsModel*>(m_claims->model())
        ->show(content ? content->claims : std::vector<workflow::Claim>(), form);
    fill(*static_cast<QStandardItemModel*>(m_contradictions->model()),
         content ? content->contradictions : std::vector<workflow::Contradiction>());
    sizeColumns(m_claims, {190, 190, 0, 70, 64});
    sizeColumns(m_contradictions, {190, 190, 0, 70});
    m_known = content != nullptr;
    fillIntro();
}

} // namespace ui
