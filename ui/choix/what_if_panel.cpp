#include "ui/choix/what_if_panel.h"

#include "ui/analyse/ranking_model.h"
#include "ui/choix/weight_slider.h"
#include "ui/theme/metrics.h"
#include "ui/widgets/small.h"
#include "ui/widgets/words.h"

#include <QBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QPushButton>
#include <QScrollArea>
#include <QSignalBlocker>
#include <QSpinBox>

#include <cmath>

namespace ui {
namespace {

QString percent(double share)
{
    return scoreText(share * 100) + QStringLiteral("\u00a0%");
}

int inTenths(double share)
{
    return static_cast<int>(std::lround(share * 1000));
}

} // namespace

WhatIfPanel::WhatIfPanel(QWidget* parent)
    : QWidget(parent), m_total(text({})), m_tipping(text({})), m_draws(small({})), m_proposed(small({})),
      m_restore(button(tr("Rétablir"))), m_propose(button(tr("Proposer ces poids…"))), m_name(new QLineEdit),
      m_seed(new QSpinBox)
{
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    QBoxLayout* column = nullptr;
    layout->addWidget(scrolledColumn(column, tr("Essayer d’autres poids")));
    column->setSpacing(px(5));
    QLabel* notice =
        small(tr("Essai sans effet sur l’étude. Les poids du modèle sont marqués par un trait."), {});
    notice->setProperty("tone", QStringLiteral("note"));
    column->addWidget(notice);
    addGroup(column, tr("Note du trio"),
             {QStringLiteral("moyenne"), QStringLiteral("couverture"), QStringLiteral("territoire")}, true);
    column->addWidget(ruleLine());
    addGroup(column, tr("Dimensions"),
             {QStringLiteral("A"), QStringLiteral("B"), QStringLiteral("C"), QStringLiteral("D"),
              QStringLiteral("E")},
             false);
    column->addWidget(ruleLine());
    auto* foot = new QHBoxLayout;
    foot->addWidget(m_total, 1);
    foot->addWidget(m_restore);
    column->addLayout(foot);
    column->addWidget(ruleLine());
    addDraws(column);
    addProposal(column);
    column->addStretch(1);
    m_total->setObjectName(QStringLiteral("weightTotal"));
    m_restore->setObjectName(QStringLiteral("restoreWeights"));
    connect(m_restore, &QPushButton::clicked, this, &WhatIfPanel::restore);
}

void WhatIfPanel::addDraws(QBoxLayout* column)
{
    column->addWidget(heading(tr("Point de bascule")));
    column->addWidget(m_tipping);
    column->addWidget(m_draws);
    auto* draws = new QHBoxLayout;
    draws->addWidget(small(tr("Graine"), {}));
    m_seed->setRange(1, 99999999);
    m_seed->setAccessibleName(tr("Graine des tirages"));
    draws->addWidget(m_seed, 1);
    QPushButton* again = button(tr("Tirer"));
    draws->addWidget(again);
    column->addLayout(draws);
    m_tipping->setObjectName(QStringLiteral("tipping"));
    m_draws->setObjectName(QStringLiteral("draws"));
    again->setObjectName(QStringLiteral("drawAgain"));
    m_seed->setObjectName(QStringLiteral("seed"));
    connect(again, &QPushButton::clicked, this, &WhatIfPanel::drawsAsked);
}

/// One is asked in whose name once, where it will be written.
void WhatIfPanel::addProposal(QBoxLayout* column)
{
    m_name->setObjectName(QStringLiteral("proposedBy"));
    m_name->setPlaceholderText(tr("Au nom de qui"));
    m_name->setAccessibleName(tr("Au nom de qui"));
    m_name->hide();
    m_propose->setObjectName(QStringLiteral("proposeWeights"));
    m_propose->setToolTip(tr("Les porter à la concertation, sans toucher au modèle"));
    m_proposed->setObjectName(QStringLiteral("weightsProposed"));
    column->addWidget(m_name);
    column->addWidget(m_propose, 0, Qt::AlignLeading);
    column->addWidget(m_proposed);
    const auto propose = [this] {
        if (m_name->isHidden() || m_name->text().trimmed().isEmpty()) {
            m_name->show();
            return m_name->setFocus();
        }
        Q_EMIT weightsProposed(m_name->text().trimmed());
    };
    connect(m_propose, &QPushButton::clicked, this, propose);
    connect(m_name, &QLineEdit::returnPressed, this, propose);
}

void WhatIfPanel::tellProposed(const QString& sentence, bool done)
{
    m_proposed->setText(typeset(sentence));
    restyle(m_proposed, "tone", done ? QStringLiteral("good") : QStringLiteral("error"));
    m_name->setHidden(done);
}

void WhatIfPanel::addGroup(QBoxLayout* column, const QString& title, const QStringList& codes, bool ofTrio)
{
    column->addWidget(groupTitle(title));
    for (const QString& code : codes) {
        const size_t index = m_rows.size();
        m_rows.push_back({code, ofTrio, new WeightSlider, new QLabel});
        const Row& row = m_rows.back();
        row.value->setFont(sized(0.92, true));
        row.slider->setObjectName(QStringLiteral("weight_") + code);
        auto* line = new QHBoxLayout;
        QLabel* name = small(weightWord(code).replace(0, 1, weightWord(code).at(0).toUpper()), {});
        line->addWidget(name, 1);
        line->addWidget(row.value);
        column->addLayout(line);
        column->addWidget(row.slider);
        connect(row.slider, &QSlider::valueChanged, this, [this, index] { moved(index); });
    }
}

double& WhatIfPanel::weightIn(assessment::Weights& weights, const Row& row)
{
    if (!row.ofTrio) return weights.dimensions[row.code];
    if (row.code == u"moyenne") return weights.mean;
    return row.code == u"couverture" ? weights.coverage : weights.territory;
}

void WhatIfPanel::setModelWeights(const assessment::Weights& weights)
{
    const bool trying = isTrying();
    if (weights == m_model) return;
    m_model = weights;
    if (trying && !m_tried.dimensions.empty()) return showWeights();
    m_tried = weights;
    showWeights();
}

/// The others keep their proportions, or those of the model when none is left, so that the group makes 100.
void WhatIfPanel::moved(size_t slider)
{
    const double share = m_rows[slider].slider->value() / 1000.0;
    const auto isOther = [&](const Row& row) {
        return row.ofTrio == m_rows[slider].ofTrio && row.code != m_rows[slider].code;
    };
    const auto sumIn = [&](assessment::Weights& weights) {
        double sum = 0;
        for (const Row& row : m_rows)
            if (isOther(row)) sum += weightIn(weights, row);
        return sum;
    };
    assessment::Weights from = sumIn(m_tried) > 1e-9 ? m_tried : m_model;
    const double others = sumIn(from);
    for (const Row& row : m_rows)
        if (isOther(row))
            weightIn(m_tried, row) = others > 0 ? weightIn(from, row) * (1 - share) / others : 0;
    weightIn(m_tried, m_rows[slider]) = share;
    showWeights();
    Q_EMIT weightsTried();
}

void WhatIfPanel::restore()
{
    m_tried = m_model;
    showWeights();
    Q_EMIT weightsTried();
}

void WhatIfPanel::showWeights()
{
    for (const Row& row : m_rows) {
        const double share = weightIn(m_tried, row);
        const QSignalBlocker quiet(row.slider);
        row.slider->setModelValue(inTenths(weightIn(m_model, row)));
        row.slider->setValue(inTenths(share));
        row.value->setText(percent(share));
        row.slider->setAccessibleName(weightWord(row.code) + u' ' + percent(share));
    }
    m_total->setText(tr("Total <b>100 %</b>") + (isTrying() ? tr(" · essai") : QString()));
    m_restore->setEnabled(isTrying());
    m_propose->setEnabled(isTrying());
}

void WhatIfPanel::showTipping(const QString& sentence, const assessment::Robustness* found)
{
    m_tipping->setText(typeset(sentence));
    m_draws->setText(
        found ? tr("%1 tirages autour des poids du modèle, ± %2 point. Graine %3.")
                    .arg(QLocale().toString(found->setup.samples), scoreText(found->halfWidth95 * 100))
                    .arg(found->setup.seed)
              : QString());
}

int WhatIfPanel::seed() const
{
    return m_seed->value();
}

} // namespace ui
