#pragma once
#include "dossier/transaction.h"
#include "exchange/values/submission.h"

namespace workflow {

class Study;

/// What is remembered of a submission beside its passage.
struct RememberedSubmission
{
    QString instance, version, submitted, submitter;
    QString actor;                 ///< record that the source named
    QHash<QString, QString> rows;  ///< uid of each row, by what the source calls it
    QHash<QString, QString> files; ///< attachment made of each file, by its name
};

/// By passage. Passages removed since may still be there.
QHash<QString, RememberedSubmission> rememberedSubmissions(const Study& study);
void remember(dossier::Transaction& t, const QString& passage, const RememberedSubmission& submission);

exchange::ColumnChoices rememberedColumns(const Study& study, const QString& signature);
void rememberColumns(dossier::Transaction& t, const QString& signature,
                     const exchange::ColumnChoices& columns);

/// {"columns": {"sheet!header": "question", …}}; faults are issues.
exchange::ColumnChoices readColumnChoices(const QByteArray& json, base::Issues& issues);

/// Passage an actor's answer or row belongs to in what is sent: the one it cites, else the last.
QString passageOf(const QString& source, const std::vector<questionnaire::Passage>& passages);

} // namespace workflow
