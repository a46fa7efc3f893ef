#include "base/progress.h"

#include "base/error.h"

namespace base {

void advance(const Progress& progress, const QString& stage, int done, int total)
{
    if (progress && !progress({stage, done, total}))
        throw Error(ErrorCode::Cancelled, QStringLiteral("cancelled during ") + stage);
}

} // namespace base
