#pragma once
#include <QString>

#include <functional>

namespace base {

/// How a long operation says where it is. `stage` is a stable code, made French by the front ends.
struct ProgressStep
{
    QString stage;
    int done = 0;
    int total = 0; ///< 0 when not known
};

/// Called now and then from the working thread; returning false asks the operation to stop, which it
/// does by throwing Error(Cancelled) after having undone what it had begun.
using Progress = std::function<bool(const ProgressStep&)>;

/// Reports the step and throws Error(Cancelled) when asked to stop. An empty Progress is allowed.
void advance(const Progress& progress, const QString& stage, int done = 0, int total = 0);

} // namespace base
