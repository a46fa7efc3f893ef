#include "ui/modele/model_page.h"

#include "ui/analyse/lock_page.h"
#include "ui/modele/show_only.h"
#include "ui/modele/thresholds_panel.h"
#include "ui/modele/versions_panel.h"
#include "ui/modele/weights_panel.h"
#include "ui/shell/desk.h"
#include "ui/theme/metrics.h"
#include "ui/widgets/small.h"

#include <QBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QToolButton>

namespace ui {

ModelPage::ModelPage(Desk& desk, QWidget* parent)
    : QWidget(parent), m_desk(desk), m_state(text({}, QStringLiteral("note"))), m_told(text({})),
      m_weights(new WeightsPanel(desk)), m_thresholds(new ThresholdsPanel(desk)),
      m_versions(new VersionsPanel(desk)), m_approval(new QWidget),
      m_approvalColumn(new QVBoxLayout(m_approval))
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(px(8));
    column->addWidget(heading(tr("Modèle d’analyse"), 1.1));
    m_state->setObjectName(QStringLiteral("modelState"));
    column->addWidget(m_state);
    QList<QToolButton*> choices;
    const QStringList names{tr("Poids"), tr("Seuils et terrain"), tr("Accord"), tr("Versions")};
    for (int part = 0; part < names.size(); ++part) {
        choices << segment(names[part]);
        choices.back()->setObjectName(QStringLiteral("modelPart%1").arg(part));
        connect(choices.back(), &QToolButton::clicked, this, [this, part] { choose(part); });
    }
    choices.front()->setChecked(true);
    auto* row = new QHBoxLayout;
    row->addWidget(segments(choices));
    row->addStretch();
    column->addLayout(row);
    m_told->setObjectName(QStringLiteral("modelTold"));
    m_told->hide();
    column->addWidget(m_told);
    m_approvalColumn->setContentsMargins(0, px(12), 0, 0);
    m_parts = {m_weights, m_thresholds, m_approval, m_versions};
    for (QWidget* part : m_parts)
        column->addWidget(part);
    column->addStretch();
    showOnly(m_parts, 0);
    connect(m_weights, &WeightsPanel::refused, this,
            [this](const QString& sentence) { tell(sentence, QStringLiteral("error")); });
    connect(m_weights, &WeightsPanel::adopted, this, [this] {
        tell(tr("La nouvelle version est en vigueur. Notes et rangs suivent son approbation."),
             QStringLiteral("good"));
    });
    connect(m_versions, &VersionsPanel::told, this, &ModelPage::tell);
    connect(&desk, &Desk::changed, this, [this](const dossier::ChangeSet& changes) {
        if (changes.study && isVisible()) refresh();
    });
}

void ModelPage::showEvent(QShowEvent* event)
{
    refresh();
    QWidget::showEvent(event);
}

void ModelPage::hideEvent(QHideEvent* event)
{
    m_weights->flush();
    QWidget::hideEvent(event);
}

void ModelPage::choose(int part)
{
    m_weights->flush();
    m_told->hide();
    showOnly(m_parts, part);
    if (!m_thresholds->isHidden()) m_thresholds->refresh();
}

void ModelPage::tell(const QString& sentence, const QString& tone)
{
    restyle(m_told, "tone", tone);
    m_told->setText(typeset(sentence));
    m_told->setVisible(!sentence.isEmpty());
}

void ModelPage::refresh()
{
    const disclosure::StudyInfo info = m_desk.study().info();
    const QString digest = info.modelDigest.left(16);
    m_state->setText(typeset(
        info.modelLocked
            ? tr("Version %1, empreinte %2, approuvée le %3 par %4.")
                  .arg(info.modelVersion, digest,
                       QLocale(QLocale::French).toString(info.approvedOn, QStringLiteral("d MMMM yyyy")),
                       info.approvedBy)
            : tr("Version %1, empreinte %2, pas encore approuvée : ni note ni rang ne paraît.")
                  .arg(info.modelVersion, digest)));
    m_weights->refresh();
    m_versions->refresh();
    showApproval();
    if (!m_thresholds->isHidden()) m_thresholds->refresh();
}

void ModelPage::showApproval()
{
    const disclosure::StudyInfo info = m_desk.study().info();
    const QString shown = info.modelDigest + (info.modelLocked ? u'+' : u'-');
    if (m_approvalShown == shown) return; // what is being typed stays
    m_approvalShown = shown;
    clear(m_approvalColumn);
    if (info.modelLocked) {
        m_approvalColumn->addWidget(text(
            tr("Cette version est approuvée. L’accord porte sur son empreinte : tout changement fait une "
               "nouvelle version, à approuver à son tour.")));
    } else {
        auto* lock = new LockPage(m_desk);
        lock->layout()->setContentsMargins(0, 0, 0, 0);
        m_approvalColumn->addWidget(lock);
    }
    m_approvalColumn->addStretch();
}

} // namespace ui
