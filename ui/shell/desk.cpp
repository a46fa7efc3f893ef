#include "ui/shell/desk.h"

namespace ui {

Desk::Desk(std::shared_ptr<workflow::Study> study, QSettings& settings, QObject* parent)
    : QObject(parent), m_study(std::move(study)), m_settings(settings)
{
}

Desk::~Desk()
{
    m_jobs.cancel();
    m_writer.waitForDone();
}

void Desk::acknowledge(const workflow::Outcome& outcome)
{
    if (outcome.changes.isEmpty()) return;
    m_analysisStale = true;
    Q_EMIT saved(QTime::currentTime());
    Q_EMIT changed(outcome.changes);
}

void Desk::write(Write work, QObject* receiver, std::function<void(const workflow::Outcome&)> done)
{
    ++m_pending;
    Q_EMIT pendingChanged();
    const bool wanted = receiver != nullptr;
    m_writer.run<workflow::Outcome>([this, work = std::move(work)] { return work(*m_study); }, this,
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
                     QObject* receiver, std::function<void(const workflow::Outcome&)> done)
{
    m_jobs.start<workflow::Outcome>(
        [this, work = std::move(work)](const base::Progress& progress) { return work(*m_study, progress); },
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
    using Data = std::shared_ptr<const disclosure::StudyData>;
    m_jobs.start<Data>(
        [this](const base::Progress& progress) { return workflow::studyData(*m_study, progress); }, this,
        [this](Result<Data> result) {
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
