#include "ui/background/jobs.h"

#include <QElapsedTimer>

namespace ui {

Jobs::Jobs(QObject* parent) : QObject(parent) {}

Jobs::~Jobs()
{
    cancel();
    m_runner.waitForDone();
}

void Jobs::cancel()
{
    for (const auto& weak : m_stops)
        if (const auto stop = weak.lock()) stop->store(true);
}

base::Progress Jobs::progressFor(std::shared_ptr<std::atomic<bool>> stop)
{
    // A step per record would flood the event queue: at most one message per 50 ms, stages always.
    auto timer = std::make_shared<QElapsedTimer>();
    auto last = std::make_shared<QString>();
    return [this, stop, timer, last](const base::ProgressStep& step) {
        if (!timer->isValid() || timer->elapsed() > 50 || step.stage != *last) {
            timer->start();
            *last = step.stage;
            QMetaObject::invokeMethod(
                this,
                [this, step] {
                    if (m_waiting > 0) Q_EMIT progressed(step.stage, step.done, step.total);
                },
                Qt::QueuedConnection);
        }
        return !stop->load();
    };
}

void Jobs::finishOne()
{
    std::erase_if(m_stops, [](const auto& weak) { return weak.expired(); });
    if (--m_waiting == 0) Q_EMIT idle();
}

} // namespace ui
