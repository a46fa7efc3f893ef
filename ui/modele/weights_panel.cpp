#include "ui/modele/weights_panel.h"

#include "ui/modele/show_only.h"
#include "ui/modele/weights_editor.h"
#include "ui/shell/desk.h"
#include "ui/theme/metrics.h"
#include "ui/widgets/small.h"
#include "workflow/messages/messages.h"
#include "workflow/model_versions.h"

#include <QBoxLayout>
#include <QGridLayout>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QPushButton>
#include <QTabBar>
#include <QToolButton>

#include <cmath>

namespace ui {
namespace {

QString percent(double share)
{
    return typeset(QLocale(QLocale::French).toString(100 * share, 'f', 1) + QStringLiteral(" %"));
}

QLabel* cell(const QString& words, bool bold = false)
{
    QLabel* label = text(words);
    label->setWordWrap(false);
    label->setAlignment(Qt::AlignTrailing | Qt::AlignVCenter);
    if (bold) label->setFont(sized(1, true));
    return label;
}

} // namespace

WeightsPanel::WeightsPanel(Desk& desk, QWidget* parent)
    : QWidget(parent), m_desk(desk), m_tabs(new QTabBar), m_leftOut(text({}, QStringLiteral("warning"))),
      m_reasonNote(small({})), m_reason(new QLineEdit),
      m_adopt(button(tr("Mettre ces poids en vigueur"), QStringLiteral("primary"))),
      m_arithmetic(segment(tr("Moyenne arithmétique"))), m_geometric(segment(tr("Moyenne géométrique")))
{
    for (const assessment::Model::Node& dimension : desk.study().model().dimensions())
        m_dimensions << QStringLiteral("%1 – %2").arg(dimension.code, dimension.label);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    m_tabs->setObjectName(QStringLiteral("stakeholders"));
    m_tabs->setAccessibleName(tr("Parties prenantes"));
    m_tabs->setDrawBase(false);
    m_tabs->setExpanding(false);
    QPushButton* add = button(tr("Ajouter"));
    add->setObjectName(QStringLiteral("addStakeholder"));
    add->setAccessibleName(tr("Ajouter une partie prenante"));
    add->setToolTip(add->accessibleName());
    auto* row = new QHBoxLayout;
    row->addWidget(m_tabs, 1);
    row->addWidget(add);
    column->setSpacing(0);
    column->addLayout(row);
    column->addWidget(ruleLine());
    m_pageColumn = new QVBoxLayout;
    column->addLayout(m_pageColumn);
    column->addStretch();
    addPage(buildMix(), tr("Réunion"));
    connect(m_tabs, &QTabBar::currentChanged, this, [this](int page) {
        flush();
        showOnly(m_pages, page);
    });
    connect(add, &QPushButton::clicked, this, &WeightsPanel::addStakeholder);
    refresh();
}

QWidget* WeightsPanel::buildMix()
{
    auto* page = new QWidget;
    auto* column = new QVBoxLayout(page);
    column->setContentsMargins(px(4), px(12), px(4), px(4));
    column->setSpacing(px(8));
    auto* table = new QWidget;
    table->setObjectName(QStringLiteral("mixTable"));
    m_grid = new QGridLayout(table);
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setHorizontalSpacing(px(16));
    m_grid->setVerticalSpacing(px(6));
    column->addWidget(table);
    column->addWidget(m_leftOut);
    auto* mixing = segments({m_arithmetic, m_geometric});
    auto* row = new QHBoxLayout;
    row->addWidget(mixing);
    row->addStretch();
    column->addLayout(row);
    m_geometric->setObjectName(QStringLiteral("geometric"));
    for (QToolButton* choice : {m_arithmetic, m_geometric})
        connect(choice, &QToolButton::clicked, this, [this, choice] {
            const bool geometric = choice == m_geometric;
            write([geometric](workflow::Study& study) { return workflow::setMixing(study, geometric); },
                  tr("réunion des poids"));
        });
    column->addWidget(buildAdoption());
    column->addStretch();
    return page;
}

QWidget* WeightsPanel::buildAdoption()
{
    auto* box = new QWidget;
    auto* column = new QVBoxLayout(box);
    column->setContentsMargins(0, px(8), 0, 0);
    auto* label = text(tr("Motif du changement"));
    label->setBuddy(m_reason);
    m_reason->setObjectName(QStringLiteral("adoptionReason"));
    m_reason->setAccessibleName(tr("Motif du changement"));
    m_adopt->setObjectName(QStringLiteral("adoptWeights"));
    column->addWidget(label);
    auto* row = new QHBoxLayout;
    row->addWidget(m_reason, 1);
    row->addWidget(m_adopt);
    column->addLayout(row);
    column->addWidget(m_reasonNote);
    connect(m_adopt, &QPushButton::clicked, this, &WeightsPanel::adopt);
    return box;
}

int WeightsPanel::addPage(QWidget* page, const QString& title)
{
    m_pageColumn->addWidget(page);
    m_pages << page;
    const int at = m_tabs->addTab(title);
    showOnly(m_pages, m_tabs->currentIndex());
    return at;
}

void WeightsPanel::refresh()
{
    const workflow::Study& study = m_desk.study();
    m_all = workflow::stakeholders(study);
    m_mix =
        workflow::mixed(m_all, static_cast<int>(m_dimensions.size()), workflow::mixesGeometrically(study));
    (workflow::mixesGeometrically(study) ? m_geometric : m_arithmetic)->setChecked(true);
    for (qsizetype e = m_editors.size() - 1; e >= 0; --e) {
        const auto same = std::find_if(m_all.begin(), m_all.end(), [&](const auto& stakeholder) {
            return stakeholder.id == m_editors[e]->stakeholder().id;
        });
        if (same != m_all.end()) {
            m_editors[e]->follow(*same);
            m_tabs->setTabText(static_cast<int>(m_pages.indexOf(m_editors[e])), same->name);
        } else {
            const qsizetype at = m_pages.indexOf(m_editors[e]);
            m_pages.removeAt(at);
            m_tabs->removeTab(static_cast<int>(at));
            showOnly(m_pages, m_tabs->currentIndex());
            m_editors[e]->hide();
            m_editors[e]->deleteLater();
            m_editors.removeAt(e);
        }
    }
    for (const workflow::Stakeholder& stakeholder : m_all)
        if (std::none_of(m_editors.begin(), m_editors.end(), [&](const WeightsEditor* editor) {
                return editor->stakeholder().id == stakeholder.id;
            }))
            addTab(stakeholder);
    showMix();
}

void WeightsPanel::addTab(const workflow::Stakeholder& stakeholder)
{
    auto* editor = new WeightsEditor(m_dimensions, stakeholder);
    m_editors << editor;
    const int at = addPage(editor, stakeholder.name);
    connect(editor, &WeightsEditor::changed, this, &WeightsPanel::store);
    connect(editor, &WeightsEditor::removeAsked, this, [this](const QString& id) {
        write([id](workflow::Study& study) { return workflow::removeStakeholder(study, id); },
              tr("retrait d’une partie prenante"));
    });
    if (stakeholder.id == m_openNext) {
        m_tabs->setCurrentIndex(at);
        m_openNext.clear();
    }
}

void WeightsPanel::showMix()
{
    clear(m_grid);
    const auto present = workflow::modelWeights(m_desk.study().model());
    int column = 1;
    const auto addColumn = [&](const QString& title, const std::vector<double>& weights, bool bold) {
        QLabel* head = cell(title, true);
        head->setWordWrap(true);
        m_grid->addWidget(head, 0, column);
        for (int d = 0; d < m_dimensions.size(); ++d)
            m_grid->addWidget(
                cell(weights.empty() ? QStringLiteral("–") : percent(weights[static_cast<size_t>(d)]), bold),
                d + 1, column);
        ++column;
    };
    for (int d = 0; d < m_dimensions.size(); ++d) {
        QLabel* name = text(m_dimensions[d]);
        name->setWordWrap(false);
        m_grid->addWidget(name, d + 1, 0);
    }
    addColumn(tr("En vigueur"), present, false);
    for (const workflow::Stakeholder& stakeholder : m_all)
        addColumn(stakeholder.name,
                  workflow::weightsGiven(stakeholder, static_cast<int>(m_dimensions.size())).weights, false);
    if (m_all.size() > 1) addColumn(tr("Désaccord"), m_mix.disagreement, false);
    addColumn(tr("Réunis"), m_mix.weights, true);
    m_grid->setColumnStretch(0, 1);
    m_leftOut->setVisible(!m_mix.leftOut.isEmpty());
    m_leftOut->setText(
        typeset(tr("Pas encore dans la réunion, car incomplet : %1.").arg(m_mix.leftOut.join(tr(", ")))));
    const bool differs =
        !m_mix.weights.empty() && !std::equal(present.begin(), present.end(), m_mix.weights.begin(),
                                              [](double a, double b) { return std::abs(a - b) < 1e-9; });
    m_adopt->setEnabled(differs);
    const bool locked = m_desk.study().info().modelLocked;
    m_reasonNote->setText(typeset(
        locked
            ? tr("Le modèle est approuvé : le changer demande un motif, fait une nouvelle version datée et "
                 "retire notes et rangs jusqu’au prochain accord. L’ancienne version reste consultable.")
            : tr("Une nouvelle version du modèle est faite, datée ; l’ancienne reste consultable.")));
}

void WeightsPanel::addStakeholder()
{
    flush();
    workflow::Stakeholder added;
    added.name = m_all.empty()       ? tr("Consultant")
                 : m_all.size() == 1 ? tr("OIM")
                                     : tr("Membre du comité %1").arg(m_all.size() - 1);
    added.inputs = workflow::inputsFor(added.method, workflow::modelWeights(m_desk.study().model()));
    write([added](workflow::Study& study) { return workflow::setStakeholder(study, added); },
          tr("ajout d’une partie prenante"),
          [this](const workflow::Outcome& outcome) {
              m_openNext = outcome.id;
              for (WeightsEditor* editor : m_editors)
                  if (editor->stakeholder().id == outcome.id)
                      m_tabs->setCurrentIndex(static_cast<int>(m_pages.indexOf(editor)));
          });
}

void WeightsPanel::store(const workflow::Stakeholder& stakeholder)
{
    write([stakeholder](workflow::Study& study) { return workflow::setStakeholder(study, stakeholder); },
          tr("poids de %1").arg(stakeholder.name));
}

void WeightsPanel::adopt()
{
    write([weights = m_mix.weights, reason = m_reason->text()](
              workflow::Study& study) { return workflow::adoptWeights(study, weights, reason); },
          tr("nouvelle version du modèle"),
          [this](const workflow::Outcome& outcome) {
              if (!outcome.ok()) return m_reason->setFocus();
              m_reason->clear();
              Q_EMIT adopted();
          });
}

void WeightsPanel::flush()
{
    for (WeightsEditor* editor : m_editors)
        editor->flush();
}

void WeightsPanel::write(std::function<workflow::Outcome(workflow::Study&)> work, const QString& name,
                         std::function<void(const workflow::Outcome&)> then)
{
    m_desk.write(
        std::move(work), this,
        [this, then](const workflow::Outcome& outcome) {
            QString sentence;
            if (!outcome.ok()) {
                const auto message = workflow::messages::forIssue(outcome.issues.front());
                sentence = typeset(message.what + u' ' + message.remedy);
            }
            Q_EMIT refused(sentence);
            if (then) then(outcome);
        },
        name);
}

} // namespace ui
