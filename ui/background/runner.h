#pragma once
#include "ui/background/error_report.h"

#include <QObject>
#include <QPointer>
#include <QThreadPool>

#include <functional>
#include <memory>
#include <optional>

namespace ui {

template <class T> struct Result
{
    std::optional<T> value;
    ErrorReport error; ///< meaningful when there is no value
};

/// Runs work on one thread, in order, and hands each result back in the thread of the windows. Results for a
/// receiver that is gone are dropped. The destructor lets the work that was asked for end.
class Runner final : public QObject
{
public:
    explicit Runner(QObject* parent = nullptr) : QObject(parent) { m_pool.setMaxThreadCount(1); }
    ~Runner() override { m_pool.waitForDone(); }

    void waitForDone() { m_pool.waitForDone(); }

    template <class T>
    void run(std::function<T()> work, QObject* receiver, std::function<void(Result<T>)> done)
    {
        m_pool.start([this, work = std::move(work), receiver = QPointer<QObject>(receiver),
                      done = std::move(done)]() mutable {
            auto result = std::make_shared<Result<T>>(attempt<T>(work));
            QMetaObject::invokeMethod(
                this,
                [result, receiver, done = std::move(done)] {
                    if (receiver && done) done(std::move(*result));
                },
                Qt::QueuedConnection);
        });
    }

private:
    template <class T> static Result<T> attempt(const std::function<T()>& work)
    {
        try {
            return {work(), {}};
        } catch (...) {
            return {std::nullopt, describe(std::current_exception())};
        }
    }

    QThreadPool m_pool;
};

} // namespace ui
