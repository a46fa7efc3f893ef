#include "ui/shell/status_line.h"

#include "ui/coffre/backups.h"
#include "ui/conflits/conflict_watch.h"
#include "ui/historique/undo_button.h"
#include "ui/shell/desk.h"
#include "ui/theme/icons.h"
#include "ui/theme/metrics.h"
#include "ui/widgets/small.h"
#include "workflow/messages/messages.h"
#include "workflow/sharing.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QProgressBar>
#include <QPushButton>
#include <QToolButton>

namespace ui {

StatusLine::StatusLine(QWidget* parent)
    : QFrame(parent), m_study(new QLabel), m_message(new QLabel), m_stage(new QLabel),
      m_protection(new QLabel), m_lock(new QLabel), m_mode(new QLabel), m_conflicts(link({})),
      m_undo(new UndoButton(true)), m_progress(new QProgressBar), m_cancel(new QToolButton),
      m_backup(new QToolButton), m_age(new QTimer(this)), m_quiet(new QTimer(this))
{
    setObjectName(QStringLiteral("statusLine"));
    setFixedHeight(px(24));
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(px(8), 0, px(8), 0);
    row->setSpacing(px(16));
    dress();
    row->addWidget(m_study);
    row->addWidget(m_conflicts);
    row->addWidget(m_undo);
    row->addWidget(m_message, 1);
    row->addWidget(m_stage);
    row->addWidget(m_progress);
    row->addWidget(m_cancel);
    row->addWidget(m_backup);
    row->addWidget(m_protection);
    row->addWidget(m_lock);
    row->addWidget(m_mode);
    connectButtons();
    hideProgress();
    m_quiet->setSingleShot(true);
    m_quiet->setInterval(300);
    connect(m_quiet, &QTimer::timeout, this, [this] {
        showStep();
        for (QWidget* widget : std::initializer_list<QWidget*>{m_stage, m_progress, m_cancel})
            widget->show();
    });
    watch(nullptr);
}

void StatusLine::dress()
{
    const QFont font = sized(0.92);
    for (QLabel* label : {m_study, m_message, m_stage, m_protection, m_lock, m_mode})
        label->setFont(font);
    for (QLabel* label : {m_stage, m_lock, m_mode})
        label->setProperty("tone", QStringLiteral("muted"));
    m_protection->setProperty("tone", QStringLiteral("warning"));
    m_progress->setFixedWidth(px(140));
    m_progress->setTextVisible(false);
    m_cancel->setText(tr("Annuler"));
    m_cancel->setProperty("role", QStringLiteral("flat"));
    m_cancel->setFont(font);
    for (QPushButton* item : std::initializer_list<QPushButton*>{m_conflicts, m_undo}) {
        item->setFont(font);
        item->hide();
    }
    m_conflicts->setIcon(icon(QStringLiteral("data-warning")));
    m_backup->setProperty("role", QStringLiteral("flat"));
    m_backup->setFont(font);
    m_backup->setToolTip(tr("Sauvegarder maintenant (Ctrl+S)"));
    m_backup->setObjectName(QStringLiteral("backupAge"));
}

void StatusLine::connectButtons()
{
    connect(m_backup, &QToolButton::clicked, this, &StatusLine::backupAsked);
    connect(m_age, &QTimer::timeout, this, &StatusLine::showBackup);
    m_age->setInterval(60 * 1000);
    connect(m_conflicts, &QPushButton::clicked, this, &StatusLine::conflictsAsked);
    connect(m_cancel, &QToolButton::clicked, this, [this] {
        if (m_desk) m_desk->jobs().cancel();
    });
}

void StatusLine::watch(Desk* desk, Backups* backups)
{
    m_desk = desk;
    m_backups = backups;
    m_saved.clear();
    m_message->clear();
    hideProgress();
    showStudy();
    showConflicts();
    m_undo->watch(desk);
    showBackup();
    if (!desk) return;
    connect(&desk->conflicts(), &ConflictWatch::changed, this, &StatusLine::showConflicts);
    if (backups) {
        m_age->start();
        connect(backups, &Backups::changed, this, &StatusLine::showBackup);
        connect(backups, &Backups::told, this, &StatusLine::tell);
        connect(backups, &Backups::failed, this, [this](const QString& sentence) {
            showError({sentence, {}, false, false, {}, {}});
        });
    }
    connect(desk, &Desk::saved, this, [this](const QTime& at) {
        m_saved = tr("enregistré à %1").arg(at.toString(QStringLiteral("HH:mm:ss")));
        m_message->clear();
        showTitle();
    });
    connect(desk, &Desk::changed, this, [this](const dossier::ChangeSet& changes) {
        if (changes.study) showStudy();
    });
    connect(desk, &Desk::failed, this, &StatusLine::showError);
    connect(desk, &Desk::notice, this, &StatusLine::tell);
    connect(&desk->jobs(), &Jobs::progressed, this, &StatusLine::showProgress);
    connect(&desk->jobs(), &Jobs::idle, this, &StatusLine::hideProgress);
}

void StatusLine::showTitle()
{
    QStringList parts{m_title};
    if (!m_saved.isEmpty()) parts << m_saved;
    m_study->setText(parts.join(QStringLiteral(" · ")));
}

void StatusLine::showStudy()
{
    for (QWidget* widget : std::initializer_list<QWidget*>{m_protection, m_lock, m_mode})
        widget->setVisible(m_desk);
    if (!m_desk) {
        m_study->setText(tr("Aucune étude ouverte"));
        return;
    }
    const disclosure::StudyInfo info = m_desk->study().info();
    m_title = info.title;
    showTitle();
    m_study->setToolTip(m_desk->study().dossier().path());
    m_protection->setVisible(!m_desk->study().dossier().isProtected());
    m_protection->setText(tr("étude non protégée"));
    m_protection->setToolTip(
        tr("Ce fichier s’ouvre sans phrase de passe : quiconque l’obtient peut tout lire."));
    m_lock->setText(info.modelLocked ? tr("modèle %1 verrouillé").arg(info.modelVersion)
                                     : tr("modèle non verrouillé"));
    m_mode->setText(m_desk->study().dossier().isReadOnly()         ? tr("lecture seule")
                    : workflow::isReviewerDossier(m_desk->study()) ? tr("mode relecteur")
                                                                   : tr("mode consultant"));
}

void StatusLine::refresh()
{
    showStudy();
    showBackup();
}

/// A backup that is due says so, and no more.
void StatusLine::showBackup()
{
    m_backup->setVisible(m_backups);
    if (!m_backups) return m_age->stop();
    m_backup->setText(m_backups->words());
    restyle(m_backup, "due", m_backups->isDue() && !m_backups->isRunning());
}

void StatusLine::showConflicts()
{
    const int count = m_desk ? m_desk->conflicts().waiting().count() : 0;
    m_conflicts->setText(count == 1 ? tr("1 conflit") : tr("%1 conflits").arg(QLocale().toString(count)));
    m_conflicts->setToolTip(tr("Voir les valeurs côte à côte et choisir"));
    m_conflicts->setVisible(count > 0);
}

void StatusLine::tell(const QString& sentence)
{
    restyle(m_message, "tone", QString());
    m_message->setText(sentence);
    m_message->setToolTip(sentence);
}

void StatusLine::showError(const ErrorReport& report)
{
    restyle(m_message, "tone", report.cancelled ? QStringLiteral("muted") : QStringLiteral("error"));
    m_message->setText(report.text());
    m_message->setToolTip(report.text());
}

void StatusLine::showProgress(const QString& stage, int done, int total)
{
    m_step = {stage, done, total};
    if (m_progress->isVisible())
        showStep();
    else if (!m_quiet->isActive())
        m_quiet->start();
}

void StatusLine::showStep()
{
    m_stage->setText(workflow::messages::forStage(m_step.stage));
    m_progress->setRange(0, m_step.total);
    m_progress->setValue(m_step.done);
}

void StatusLine::hideProgress()
{
    m_quiet->stop();
    for (QWidget* widget : std::initializer_list<QWidget*>{m_stage, m_progress, m_cancel})
        widget->hide();
}

} // namespace ui
