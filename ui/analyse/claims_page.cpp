#include "ui/analyse/claims_page.h"

#include "ui/analyse/page_frame.h"
#include "ui/analyse/ranking_model.h"
#include "ui/analyse/why_panel.h"
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

QStandardItem* nameCell(const QString& name, const QString& actor, const QString& indicator)
{
    QStandardItem* item = cell(name);
    item->setData(actor, Qt::UserRole);
    item->setData(indicator, Qt::UserRole + 1);
    return item;
}

QList<QStandardItem*> rowOf(const workflow::Claim& claim, const questionnaire::Form& form)
{
    const QLocale french(QLocale::French);
    return {nameCell(claim.name, claim.actor, claim.indicator), cell(claim.indicator + u' ' + claim.label),
            cell(evidenceWords(form, claim.evidence)),
            cell(QObject::tr("%1 → %2").arg(french.toString(claim.kept), french.toString(claim.raw)),
                 Qt::AlignHCenter),
            cell(u'+' + french.toString(claim.gain, 'f', 2), Qt::AlignTrailing)};
}

QList<QStandardItem*> rowOf(const workflow::Contradiction& each)
{
    QStringList questions;
    for (const auto& [code, label] : each.questions)
        questions << label;
    return {
        nameCell(each.name, each.actor, each.indicator), cell(each.indicator + u' ' + each.label),
        cell(questions.join(QStringLiteral(" ; "))),
        cell(QStringLiteral("− ") + QLocale(QLocale::French).toString(each.lost, 'f', 2), Qt::AlignTrailing)};
}

QTableView* emptyTable(const QString& name)
{
    auto* view = new QTableView;
    view->setModel(new QStandardItemModel(view));
    view->setAccessibleName(name);
    frameTable(view);
    return view;
}

/// Empties a table under new headings; `wide` takes the room that the others leave.
QStandardItemModel* restart(QTableView* view, const QStringList& heads, const QList<int>& widths, int wide)
{
    auto* model = static_cast<QStandardItemModel*>(view->model());
    model->clear();
    model->setHorizontalHeaderLabels(heads);
    for (int c = 0; c < heads.size(); ++c)
        view->setColumnWidth(c, px(widths[c]));
    model->horizontalHeaderItem(model->columnCount() - 1)
        ->setTextAlignment(Qt::AlignTrailing | Qt::AlignVCenter); // over the numbers
    view->horizontalHeader()->setSectionResizeMode(wide, QHeaderView::Stretch);
    return model;
}

} // namespace

ClaimsPage::ClaimsPage(QWidget* parent)
    : QWidget(parent), m_claims(emptyTable(tr("Pièces à réclamer"))),
      m_contradictions(emptyTable(tr("Contradictions"))),
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
                    Q_EMIT chosen(name.data(Qt::UserRole).toString(), name.data(Qt::UserRole + 1).toString());
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
    QStandardItemModel* claims = restart(
        m_claims,
        {tr("Organisation"), tr("Indicateur"), tr("Pièce ou constat attendu"), tr("Note"), tr("Gain")},
        {190, 190, 260, 70, 64}, 2);
    QStandardItemModel* contradictions = restart(
        m_contradictions, {tr("Organisation"), tr("Indicateur"), tr("Réponses démenties"), tr("Coût")},
        {190, 190, 260, 70}, 2);
    m_known = content != nullptr;
    if (content) {
        for (const workflow::Claim& each : content->claims)
            claims->appendRow(rowOf(each, form));
        for (const workflow::Contradiction& each : content->contradictions)
            contradictions->appendRow(rowOf(each));
    }
    fillIntro();
}

} // namespace ui
