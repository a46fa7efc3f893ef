#pragma once
#include "base/progress.h"
#include "ui/background/runner.h"

#include <QTimer>

#include <atomic>

namespace ui {

/// Long operations, one after the other: progress for the status line, and a way to stop the one that runs.
class Jobs final : public QObject
{
    Q_OBJECT
public:
    explicit Jobs(QObject* parent = nullptr);
    ~Jobs() override;

    template <class T>
    void start(std::function<T(const base::Progress&)> work, QObject* receiver,
               std::function<void(Result<T>)> done)
    {
        auto stop = std::make_shared<std::atomic<bool>>(false);
        m_stops.push_back(stop);
        ++m_waiting;
        m_runner.run<T>(
            [this, work = std::move(work), stop] { return work(progressFor(stop)); }, this,
            [this, receiver = QPointer<QObject>(receiver), done = std::move(done)](Result<T> result) {
                finishOne();
                if (receiver) done(std::move(result));
            });
    }

    void waitForDone() { m_runner.waitForDone(); }
    bool busy() const { return m_waiting > 0; }
    /// Asks everything that runs or waits to stop.
    void cancel();

Q_SIGNALS:
    void progressed(const QString& stage, int done, int total);
    void idle();

private:
    base::Progress progressFor(std::shared_ptr<std::atomic<bool>> stop);
    void finishOne();

    std::vector<std::weak_ptr<std::atomic<bool>>> m_stops;
    int m_waiting = 0;
    Runner m_runner;
};

} // namespace ui
