#pragma once
#include "ui/background/jobs.h"
#include "workflow/analysis.h"
#include "workflow/entry.h"
#include "workflow/study.h"

#include <QTime>

class QSettings;

namespace ui {

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

    using Write = std::function<workflow::Outcome(workflow::Study&)>;
    /// Queues a write; `done` receives its outcome in the windows' thread, after the change is durable.
    void write(Write work, QObject* receiver = nullptr,
               std::function<void(const workflow::Outcome&)> done = {});
    /// A long write (import, demonstration) with progress; changes are announced like those of write().
    void writeLong(std::function<workflow::Outcome(workflow::Study&, const base::Progress&)> work,
                   QObject* receiver, std::function<void(const workflow::Outcome&)> done);
    bool isSaving() const { return m_pending > 0; }
    void waitForWrites() { m_writer.waitForDone(); }
    /// Calls at once when nothing is being saved, else as soon as what is queued is durable.
    void afterWrites(QObject* receiver, std::function<void()> then);

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
    void analysisReady();

private:
    void acknowledge(const workflow::Outcome& outcome);

    std::shared_ptr<workflow::Study> m_study;
    QSettings& m_settings;
    std::shared_ptr<const disclosure::StudyData> m_analysis;
    bool m_analysisStale = true;
    bool m_analysisRunning = false;
    int m_pending = 0;
    Runner m_writer;
    Jobs m_jobs;
};

} // namespace ui
