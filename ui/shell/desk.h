#pragma once
#include "ui/background/jobs.h"
#include "workflow/analysis.h"
#include "workflow/entry.h"
#include "workflow/study.h"
#include "workflow/undo.h"

#include <QTime>

#include <mutex>

class QSettings;

namespace ui {

class ConflictWatch;

/// The open study as the screens share it: every write goes through it to the writing thread and comes back
/// as one ChangeSet; the analysis is computed once and kept until something changes.
class Desk final : public QObject
{
    Q_OBJECT
public:
    Desk(std::shared_ptr<workflow::Study> study, QSettings& settings, QObject* parent = nullptr);
    ~Desk() override;

    const workflow::Study& study() const { return *m_study; }
    QSettings& settings() { return m_settings; }
    Jobs& jobs() { return m_jobs; }

    /// What opened the study: copies of it are verified with the same key.
    const dossier::Access& access() const { return m_access; }
    void setAccess(dossier::Access access);
    /// Closes the file once everything is durable; what went wrong, if anything did.
    std::optional<ErrorReport> close();

    using Write = std::function<workflow::Outcome(workflow::Study&)>;
    /// Queues a write; `done` receives its outcome in the windows' thread, after the change is durable. It
    /// can be undone under the name `undoName`; without one, under that of the question it answered.
    void write(Write work, QObject* receiver = nullptr,
               std::function<void(const workflow::Outcome&)> done = {}, const QString& undoName = {});
    /// A long write (import, demonstration) with progress; changes are announced like those of write().
    void writeLong(std::function<workflow::Outcome(workflow::Study&, const base::Progress&)> work,
                   QObject* receiver, std::function<void(const workflow::Outcome&)> done,
                   const QString& undoName = {});
    bool isSaving() const { return m_pending > 0; }
    void waitForWrites() { m_writer.waitForDone(); }
    /// Work on the thread of the writes, nothing being saved meanwhile; the result is the receiver's to
    /// judge.
    template <class T>
    void ask(std::function<T(workflow::Study&)> work, QObject* receiver, std::function<void(Result<T>)> done)
    {
        m_writer.run<T>([this, work = std::move(work)] { return work(*m_study); }, receiver, std::move(done));
    }
    /// The same with progress, among the long operations.
    template <class T>
    void askLong(std::function<T(workflow::Study&, const base::Progress&)> work, QObject* receiver,
                 std::function<void(Result<T>)> done)
    {
        m_jobs.start<T>([this, work = std::move(work)](
                            const base::Progress& progress) { return work(*m_study, progress); },
                        receiver, std::move(done));
    }
    /// Announces a merge or a destruction made by such work: what was written before is no longer undone.
    void announce(const dossier::ChangeSet& changes);

    /// Calls at once when nothing is being saved, else as soon as what is queued is durable.
    void afterWrites(QObject* receiver, std::function<void()> then);

    // What was written since the study was opened can be undone, latest first, by whatever screen.
    void undo() { moveBack(false); }
    void redo() { moveBack(true); }
    QString undoLabel() const { return m_undoLabel; } ///< empty: nothing to undo
    QString redoLabel() const { return m_redoLabel; }
    /// After a merge or a redaction: nothing from before can be undone.
    void forgetUndo();

    /// Conflicts and flagged deletes that wait for a decision.
    ConflictWatch& conflicts() { return *m_conflicts; }

    /// Scores and rankings of the present state; nullptr until the first calculation ends.
    std::shared_ptr<const disclosure::StudyData> analysis() const { return m_analysis; }
    bool analysisIsCurrent() const { return m_analysis && !m_analysisStale; }
    void requestAnalysis();

Q_SIGNALS:
    void changed(const dossier::ChangeSet& changes);
    void saved(const QTime& at);
    void pendingChanged();
    void failed(const ui::ErrorReport& report);
    void notice(const QString& sentence); ///< for the status line
    void undoChanged();
    void analysisReady();

private:
    void acknowledge(const workflow::Outcome& outcome);
    /// In the thread that wrote.
    void remember(const workflow::Outcome& outcome, const QString& undoName);
    void moveBack(bool forward);
    void tellUndone(const workflow::Undone& undone, bool forward);
    void showUndo();

    std::shared_ptr<workflow::Study> m_study;
    dossier::Access m_access;
    std::mutex m_undoMutex; ///< the threads that write share the stack
    workflow::UndoStack m_undoStack;
    QString m_undoLabel, m_redoLabel; ///< as the windows show them
    QSettings& m_settings;
    std::shared_ptr<const disclosure::StudyData> m_analysis;
    bool m_analysisStale = true;
    bool m_analysisRunning = false;
    int m_pending = 0;
    std::unique_ptr<ConflictWatch> m_conflicts;
    Runner m_writer;
    Jobs m_jobs;
};

} // namespace ui
