#include "ui/shell/desk.h"

#include "ui/conflits/conflict_watch.h"
#include "workflow/messages/messages.h"

#include <QThreadPool>

namespace ui {

Desk::Desk(std::shared_ptr<workflow::Study> study, QSettings& settings, QObject* parent)
    : QObject(parent), m_study(std::move(study)), m_undoStack(*m_study), m_settings(settings),
      m_conflicts(std::make_unique<ConflictWatch>(*this))
{
}

namespace {

/// Overwrites the only copy of a phrase; the copies that work held are gone with it.
void wipe(std::optional<QString>& phrase)
{
    if (phrase) phrase->fill(QChar(u'\0'));
    phrase.reset();
}

using Analysis = std::shared_ptr<const disclosure::StudyData>;

/// Whoever lets go of it last, the thousands of records in it are taken apart behind the windows.
Analysis releasedBehind(Analysis analysis)
{
    const disclosure::StudyData* data = analysis.get();
    return {data, [analysis = std::move(analysis)](const disclosure::StudyData*) mutable {
                QThreadPool::globalInstance()->start(
                    [last = std::move(analysis)]() mutable { last.reset(); });
            }};
}

} // namespace

Desk::~Desk()
{
    m_jobs.cancel();
    m_writer.waitForDone();
    wipe(m_access.passphrase);
}

void Desk::setAccess(dossier::Access access)
{
    wipe(m_access.passphrase);
    m_access = std::move(access);
    if (m_access.passphrase)
        m_access.passphrase = QString(m_access.passphrase->constData(), m_access.passphrase->size());
}

std::optional<ErrorReport> Desk::close()
{
    m_jobs.cancel();
    m_jobs.waitForDone();
    m_writer.waitForDone();
    try {
        m_study->dossier().close();
    } catch (...) {
        return describe(std::current_exception());
    }
    return {};
}

void Desk::announce(const dossier::ChangeSet& changes)
{
    workflow::Outcome outcome;
    outcome.changes = changes;
    acknowledge(outcome);
    forgetUndo();
}

void Desk::acknowledge(const workflow::Outcome& outcome)
{
    if (outcome.changes.isEmpty()) return;
    m_analysisStale = true;
    Q_EMIT saved(QTime::currentTime());
    Q_EMIT changed(outcome.changes);
    showUndo();
}

void Desk::remember(const workflow::Outcome& outcome, const QString& undoName)
{
    const std::lock_guard lock(m_undoMutex);
    m_undoStack.push(outcome, undoName);
}

void Desk::showUndo()
{
    {
        const std::lock_guard lock(m_undoMutex);
        m_undoLabel = m_undoStack.undoLabel();
        m_redoLabel = m_undoStack.redoLabel();
    }
    Q_EMIT undoChanged();
}

void Desk::forgetUndo()
{
    {
        const std::lock_guard lock(m_undoMutex);
        m_undoStack.clear();
    }
    showUndo();
}

void Desk::moveBack(bool forward)
{
    ++m_pending;
    Q_EMIT pendingChanged();
    m_writer.run<workflow::Undone>(
        [this, forward] {
            const std::lock_guard lock(m_undoMutex);
            return forward ? m_undoStack.redo() : m_undoStack.undo();
        },
        this,
        [this, forward](Result<workflow::Undone> result) {
            --m_pending;
            Q_EMIT pendingChanged();
            if (!result.value) {
                Q_EMIT failed(result.error);
                return;
            }
            workflow::Outcome outcome;
            outcome.changes = result.value->changes;
            acknowledge(outcome);
            m_conflicts->refresh();
            tellUndone(*result.value, forward);
        });
}

void Desk::tellUndone(const workflow::Undone& undone, bool forward)
{
    if (!undone.issues.empty()) {
        const auto message = workflow::messages::forIssue(undone.issues.front());
        Q_EMIT notice(message.remedy.isEmpty() ? message.what : message.what + u' ' + message.remedy);
    } else if (undone.done) {
        Q_EMIT notice(forward ? tr("Rétabli : %1").arg(undone.label) : tr("Annulé : %1").arg(undone.label));
    } else {
        Q_EMIT notice(forward ? tr("Rien à rétablir.") : tr("Rien à annuler."));
    }
}

void Desk::write(Write work, QObject* receiver, std::function<void(const workflow::Outcome&)> done,
                 const QString& undoName)
{
    ++m_pending;
    Q_EMIT pendingChanged();
    const bool wanted = receiver != nullptr;
    m_writer.run<workflow::Outcome>(
        [this, work = std::move(work), undoName] {
            workflow::Outcome outcome = work(*m_study);
            remember(outcome, undoName);
            return outcome;
        },
        this,
        [this, wanted, receiver = QPointer<QObject>(receiver),
         done = std::move(done)](Result<workflow::Outcome> result) {
            --m_pending;
            Q_EMIT pendingChanged();
            if (!result.value) {
                Q_EMIT failed(result.error);
                return;
            }
            acknowledge(*result.value);
            if (done && (!wanted || receiver)) done(*result.value);
        });
}

void Desk::afterWrites(QObject* receiver, std::function<void()> then)
{
    if (!isSaving()) return then();
    m_writer.run<bool>([] { return true; }, receiver, [then = std::move(then)](Result<bool>) { then(); });
}

void Desk::writeLong(std::function<workflow::Outcome(workflow::Study&, const base::Progress&)> work,
                     QObject* receiver, std::function<void(const workflow::Outcome&)> done,
                     const QString& undoName)
{
    m_jobs.start<workflow::Outcome>(
        [this, work = std::move(work), undoName](const base::Progress& progress) {
            workflow::Outcome outcome = work(*m_study, progress);
            remember(outcome, undoName);
            return outcome;
        },
        receiver,
        [this, done = std::move(done)](Result<workflow::Outcome> result) {
            if (!result.value) {
                Q_EMIT failed(result.error);
                return;
            }
            acknowledge(*result.value);
            done(*result.value);
        });
}

void Desk::requestAnalysis()
{
    if (m_analysisRunning || analysisIsCurrent()) return;
    m_analysisRunning = true;
    m_analysisStale = false;
    m_jobs.start<Analysis>(
        [this](const base::Progress& progress) {
            return releasedBehind(workflow::studyData(*m_study, progress));
        },
        this,
        [this](Result<Analysis> result) {
            m_analysisRunning = false;
            if (!result.value) {
                m_analysisStale = true;
                Q_EMIT failed(result.error);
                return;
            }
            m_analysis = *result.value;
            Q_EMIT analysisReady();
        });
}

} // namespace ui
