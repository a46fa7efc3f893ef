#include "ui/saisie/score_strip.h"

#include "ui/theme/metrics.h"
#include "ui/widgets/small.h"
#include "workflow/places.h"

#include <QLocale>

namespace ui {

ScoreStrip::ScoreStrip(Desk& desk, QWidget* parent) : QLabel(parent), m_desk(desk), m_pause(new QTimer(this))
{
    setObjectName(QStringLiteral("scoreStrip"));
    setProperty("tone", QStringLiteral("muted"));
    setFont(sized(0.92));
    setContentsMargins(px(16), px(5), px(16), px(5));
    setAccessibleName(tr("Mouvement de la note"));
    hide();
    m_pause->setSingleShot(true);
    m_pause->setInterval(600);
    connect(m_pause, &QTimer::timeout, &desk, &Desk::requestAnalysis);
    connect(&desk, &Desk::analysisReady, this, &ScoreStrip::hear);
    connect(&desk, &Desk::changed, this, [this](const dossier::ChangeSet& changes) {
        if (!m_record.isEmpty() && changes.records.contains(m_record) && isLocked(changes.study))
            m_pause->start();
    });
}

void ScoreStrip::watch(const QString& record)
{
    m_record = record;
    m_before.reset();
    hide();
    if (record.isEmpty() || !isLocked(true)) return;
    if (m_desk.analysisIsCurrent()) return hear();
    m_pause->start();
}

bool ScoreStrip::isLocked(bool readAgain)
{
    if (readAgain) m_locked = m_desk.study().info().modelLocked;
    return m_locked;
}

std::optional<ScoreStrip::Standing> ScoreStrip::standing() const
{
    const auto study = m_desk.analysis();
    if (!study || !study->info.modelLocked) return {};
    const auto& ranking = study->ranking;
    for (size_t row = 0; row < ranking.size(); ++row) {
        if (ranking[row].id != m_record || !ranking[row].rank || !ranking[row].score.central) continue;
        const auto [best, last] = workflow::placesOf(ranking, row);
        return Standing{*ranking[row].score.central,
                        best == last ? QString::number(best) : tr("%1–%2").arg(best).arg(last)};
    }
    return {};
}

void ScoreStrip::hear()
{
    const auto now = standing();
    setVisible(now.has_value());
    if (!now) return;
    if (!m_before) m_before = now;
    const QLocale locale(QLocale::French);
    const auto moved = [](const QString& before, const QString& after) {
        return before == after ? after : before + QStringLiteral(" → ") + after;
    };
    const auto points = [&](const Standing& at) { return locale.toString(at.score, 'f', 1); };
    setText(typeset(tr("Score global %1 ; rang %2")
                        .arg(moved(points(*m_before), points(*now)), moved(m_before->rank, now->rank))));
}

} // namespace ui
