#pragma once
#include "workflow/entry.h"

#include <QDateTime>
#include <QStringList>

namespace workflow {

class Study;

/// What would be removed for ever.
struct RedactionPlan
{
    QString record, question;
    QStringList operations;
    int values = 0;       ///< operations that still hold a value
    bool current = false; ///< the present value is among them
    QDateTime oldest, newest;
    base::Issues issues;
    bool ok() const { return issues.empty(); }
};

/// All the values a question ever had on a record, its comments and in its rows too; or those written before
/// a day.
RedactionPlan planRedaction(const Study& study, const QString& record, const QString& question,
                            const QDate& before = {});
/// Ids of the operations that hold values of these questions on a record, in its rows and passages too.
QStringList valuesOf(const Study& study, const QString& record, const QStringList& questions);
/// Does it, here and wherever the study is merged; the file is rewritten. Copies made before still hold the
/// values: say so.
Outcome redact(Study& study, const RedactionPlan& plan);

} // namespace workflow
