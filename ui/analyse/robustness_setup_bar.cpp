#include "ui/analyse/robustness_setup_bar.h"

#include "ui/theme/metrics.h"
#include "ui/widgets/small.h"

#include <QBoxLayout>
#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QSpinBox>

#include <cmath>
#include <limits>

namespace ui {
namespace {

using assessment::RobustnessSetup;
using assessment::WeightDraw;

struct Law
{
    WeightDraw draw;
    double spread;
};
constexpr std::array laws{Law{WeightDraw::Relative, 0.10}, Law{WeightDraw::Relative, 0.20},
                          Law{WeightDraw::Relative, 0.30}, Law{WeightDraw::Relative, 0.50},
                          Law{WeightDraw::Ordinal, 0.30},  Law{WeightDraw::Simplex, 0.30}};

QString lawWords(const Law& law)
{
    switch (law.draw) {
    case WeightDraw::Ordinal:
        return QObject::tr("même ordre d’importance");
    case WeightDraw::Simplex:
        return QObject::tr("tous les poids possibles");
    case WeightDraw::Relative:
        break;
    }
    return QObject::tr("± %1 % uniforme").arg(std::lround(law.spread * 100));
}

QSpinBox* number(int least, int most, int value, const QString& name)
{
    auto* box = new QSpinBox;
    box->setRange(least, most);
    box->setValue(value);
    box->setGroupSeparatorShown(true);
    box->setAccessibleName(name);
    return box;
}

} // namespace

QString setupWords(const RobustnessSetup& setup)
{
    return QObject::tr("%1 tirages · poids : %2 · %3 · graine %4")
        .arg(QLocale(QLocale::French).toString(setup.samples), lawWords({setup.draw, setup.spread}),
             setup.drawsUnknowns ? QObject::tr("inconnus tirés") : QObject::tr("inconnus au centre"))
        .arg(setup.seed);
}

RobustnessSetupBar::RobustnessSetupBar(QWidget* parent)
    : QWidget(parent), m_samples(number(100, 1000000, RobustnessSetup().samples, tr("Nombre de tirages"))),
      m_seed(number(0, std::numeric_limits<int>::max(), static_cast<int>(RobustnessSetup().seed),
                    tr("Graine des tirages"))),
      m_law(new QComboBox), m_unknowns(new QCheckBox(tr("Inconnus"))), m_draw(button(tr("Recalculer"))),
      m_stop(button(tr("Arrêter"))), m_progress(small({}))
{
    setObjectName(QStringLiteral("robustnessSetup"));
    m_samples->setSingleStep(1000);
    m_samples->setObjectName(QStringLiteral("samples"));
    m_seed->setObjectName(QStringLiteral("seed"));
    m_law->setObjectName(QStringLiteral("law"));
    m_law->setAccessibleName(tr("Tirage des poids"));
    for (const Law& law : laws)
        m_law->addItem(lawWords(law));
    m_law->setCurrentIndex(2);
    m_unknowns->setChecked(true);
    m_unknowns->setToolTip(tr("Tire aussi les réponses inconnues entre leurs bornes basse et haute"));
    m_draw->setObjectName(QStringLiteral("draw"));
    m_stop->setObjectName(QStringLiteral("stop"));
    m_progress->setWordWrap(false);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(px(16), px(6), px(16), px(6));
    row->setSpacing(px(6));
    const auto add = [row](const QString& word, QWidget* field) {
        auto* label = new QLabel(word);
        label->setProperty("tone", QStringLiteral("muted"));
        label->setBuddy(field);
        row->addWidget(label);
        row->addWidget(field);
        row->addSpacing(px(6));
    };
    add(tr("Tirages"), m_samples);
    add(tr("Graine"), m_seed);
    add(tr("Poids"), m_law);
    row->addWidget(m_unknowns);
    row->addStretch(1);
    for (QWidget* item : std::initializer_list<QWidget*>{m_progress, m_stop, m_draw})
        row->addWidget(item);
    connect(m_draw, &QPushButton::clicked, this, &RobustnessSetupBar::drawAsked);
    connect(m_stop, &QPushButton::clicked, this, &RobustnessSetupBar::stopAsked);
    showProgress(-1);
}

RobustnessSetup RobustnessSetupBar::setup() const
{
    RobustnessSetup out;
    out.samples = m_samples->value();
    out.seed = static_cast<quint64>(m_seed->value());
    const Law& law = laws[static_cast<size_t>(m_law->currentIndex())];
    out.draw = law.draw;
    out.spread = law.spread;
    out.drawsUnknowns = m_unknowns->isChecked();
    out.pairwise = true;
    return out;
}

void RobustnessSetupBar::showProgress(int percent)
{
    const bool hadFocus = m_stop->hasFocus() || m_draw->hasFocus();
    m_progress->setText(percent < 0 ? QString() : tr("Tirages… %1 %").arg(percent));
    m_stop->setVisible(percent >= 0);
    m_draw->setVisible(percent < 0);
    if (hadFocus) (percent < 0 ? m_draw : m_stop)->setFocus(); // the key that started may stop
}

bool RobustnessSetupBar::isRunning() const
{
    return !m_stop->isHidden();
}

} // namespace ui
