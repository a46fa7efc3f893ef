#pragma once
#include "workflow/entry.h"

#include <QDateTime>
#include <QMap>
#include <QSet>
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
/// Operations that hold values of these questions, comments included, by record: deleted ones, rows and
/// passages too.
QMap<QString, QStringList> valuesOf(const Study& study, const QSet<QString>& questions);
/// Does it, here and wherever the study is merged; the file is rewritten. Copies made before still hold the
/// values: say so.
Outcome redact(Study& study, const RedactionPlan& plan);

} // namespace workflow
