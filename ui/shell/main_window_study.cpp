#include "ui/coffre/backups.h"
#include "ui/shell/idle_lock.h"
#include "ui/shell/main_window.h"
#include "ui/shell/status_line.h"
#include "ui/widgets/notice.h"
#include "workflow/demo.h"

#include <QApplication>
#include <QClipboard>
#include <QFileInfo>
#include <QSettings>
#include <QTimer>
#include <QToolTip>

/// What the window does with the study as a whole: take it in, lock it, back it up, close it.
namespace ui {
namespace {

constexpr int demonstrationCount = 128;

} // namespace

void MainWindow::adopt(const Opened& opened)
{
    m_desk = std::make_unique<Desk>(opened.study, m_settings);
    m_desk->setAccess(opened.access);
    m_backups = std::make_unique<Backups>(*m_desk);
    connect(m_desk.get(), &Desk::failed, this, &MainWindow::judgeFailure);
    buildScreens();
    const QString path = m_desk->study().dossier().path();
    const auto resume = std::exchange(m_resume, {});
    if (resume.path == path)
        go(resume.target);
    else
        showScreen(m_settings.value(QStringLiteral("screen"), QStringLiteral("tableau")).toString());
    watchIdleness();
    greet();
    if (opened.then == StartAction::FillDemonstration) fillDemonstration();
    if (const QString copy = std::exchange(m_copyToMerge, {}); !copy.isEmpty())
        go({QStringLiteral("etude"), copy, QStringLiteral("fusion")});
}

/// What the state of the file calls for, in a sentence.
void MainWindow::greet()
{
    const dossier::Dossier& dossier = m_desk->study().dossier();
    if (dossier.recoveredTailBytes() > 0)
        m_status->tell(
            tr("Un enregistrement interrompu a été mis de côté ; au plus la dernière réponse manque."));
    if (dossier.readOnlyReason() == dossier::ReadOnlyReason::NewerVersion)
        m_notice->tell(
            tr("Une version plus récente de CartOSC a écrit dans cette étude : elle s’ouvre en lecture "
               "seule, pour ne rien perdre de ce que cette version ne connaît pas."),
            QStringLiteral("alert"));
    if (dossier.readOnlyReason() != dossier::ReadOnlyReason::Locked) return;
    m_notice->tell(tr("Cette étude est ouverte ailleurs : ici, elle se lit sans s’écrire."),
                   QStringLiteral("alert"), {{tr("Réessayer d’écrire"), [this] {
                                                  const QString path = m_desk->study().dossier().path();
                                                  dossier::Access access = m_desk->access();
                                                  closeStudy();
                                                  access.readOnlyIfLocked = true;
                                                  m_start->reopen(path, access);
                                              }}});
}

void MainWindow::fillDemonstration()
{
    showScreen(QStringLiteral("tableau"));
    m_desk->writeLong(
        [](workflow::Study& target, const base::Progress& progress) {
            workflow::fillDemonstration(target, demonstrationCount, 1, progress);
            workflow::Outcome outcome;
            outcome.changes.study = true;
            for (const dossier::RecordSummary& record : target.dossier().records()) {
                outcome.changes.records.insert(record.id);
                outcome.changes.created.insert(record.id);
            }
            return outcome;
        },
        this, [](const workflow::Outcome&) {});
}

void MainWindow::judgeFailure(const ErrorReport& report)
{
    if (report.code != base::ErrorCode::ChangedUnderneath) return;
    m_notice->tell(
        tr("Un autre programme a modifié l’étude pendant le travail : tout ce que vous avez fait est "
           "dans « %1 ».")
            .arg(QFileInfo(report.path).fileName()),
        QStringLiteral("failure"),
        {{tr("Rouvrir et fusionner"), [this, copy = report.path] { reopenAndMerge(copy); }}});
}

void MainWindow::reopenAndMerge(const QString& copy)
{
    const QString path = m_desk->study().dossier().path();
    const dossier::Access access = m_desk->access();
    closeStudy();
    m_copyToMerge = copy;
    m_start->reopen(path, access);
}

void MainWindow::watchIdleness()
{
    const bool isProtected = m_desk && m_desk->study().dossier().isProtected();
    m_idle->setMinutes(isProtected ? m_settings.value(lockMinutesKey, IdleLock::DefaultMinutes).toInt() : 0);
}

/// What was copied or selected here does not outlive the lock.
void MainWindow::forgetCopies()
{
    QClipboard* clipboard = QApplication::clipboard();
    if (clipboard->ownsClipboard() || m_copiedHere) clipboard->clear();
    if (clipboard->supportsSelection() && clipboard->ownsSelection()) clipboard->clear(QClipboard::Selection);
    m_copiedHere = false;
}

void MainWindow::lockStudy()
{
    if (!m_desk) return;
    auto* curtain = new QWidget(centralWidget());
    curtain->setAutoFillBackground(true);
    curtain->setGeometry(centralWidget()->rect());
    curtain->show();
    curtain->raise();
    curtain->repaint();
    setWindowTitle(QStringLiteral("CartOSC"));
    QToolTip::hideText();
    while (QWidget* popup = QApplication::activePopupWidget())
        popup->close();
    forgetCopies();
    if (QWidget* modal = QApplication::activeModalWidget()) {
        // Whoever opened a file chooser is still waiting for it: let that end first.
        modal->close();
        return QTimer::singleShot(50, this, &MainWindow::lockStudy);
    }
    const QString path = m_desk->study().dossier().path();
    const bool isProtected = m_desk->study().dossier().isProtected();
    Target place{m_current, {}, {}};
    if (const Screen* current = m_screens.value(m_current)) place = current->place();
    place.screen = m_current;
    const auto trouble = closeStudy();
    m_resume = {path, place};
    m_start->showLocked(path, isProtected);
    if (trouble) m_start->tell(trouble->text(), QStringLiteral("failure"));
}

void MainWindow::backUp()
{
    if (m_backups) m_backups->start(this);
}

std::optional<ErrorReport> MainWindow::closeStudy()
{
    if (!m_desk) return {};
    m_idle->stop();
    if (Screen* current = m_screens.value(m_current)) current->leave();
    m_desk->waitForWrites();
    build();
    auto trouble = m_desk->close();
    if (trouble) m_start->tell(trouble->text(), QStringLiteral("failure"));
    m_backups.reset();
    m_desk.reset();
    m_current.clear();
    setWindowTitle(QStringLiteral("CartOSC"));
    return trouble;
}

} // namespace ui
