#include "workflow/columns.h"

#include "workflow/record_scope.h"
#include "workflow/study.h"

namespace workflow {
namespace {

constexpr double NoticedCompleteness = 1e-4;

bool differs(double a, double b)
{
    return qAbs(a - b) > NoticedCompleteness;
}

} // namespace

Columns columnsOf(const Study& study, const QString& record, const questionnaire::Session& session)
{
    const questionnaire::Answers inScope = workflow::inScope(study, session.form(), session.record());
    assessment::EvidenceOverrides evidence;
    evidence.levels = study.dossier().evidence(record);
    return {assessment::assess(study.model(), session.form(), inScope, evidence).status,
            session.completeness()};
}

bool differ(const Study& study, const QString& record, const Columns& columns)
{
    const auto stored = study.dossier().record(record);
    return !stored || stored->statusCode != columns.status ||
           differs(stored->completeness, columns.completeness);
}

void storeColumns(const Study& study, dossier::Transaction& t, const QString& record, const Columns& columns)
{
    const auto stored = study.dossier().record(record);
    if (!stored || stored->statusCode != columns.status)
        dossier::setRecordField(t, record, dossier::StatusField, columns.status);
    if (!stored || differs(stored->completeness, columns.completeness))
        dossier::setRecordField(t, record, dossier::CompletenessField,
                                QString::number(columns.completeness, 'f', 4));
}

} // namespace workflow
