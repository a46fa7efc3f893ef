#pragma once
#include "base/progress.h"
#include "dossier/values/frontier.h"
#include "questionnaire/difference.h"
#include "workflow/entry.h"

#include <QDateTime>

#include <memory>

namespace workflow {

class Study;

/// One version of the questionnaire that the study uses or used: immutable, known by its digest.
struct FormVersion
{
    QString digest, version, title;
    QString from, reason, author; ///< the version it replaced, why, and by whom
    QDateTime made;
    int questions = 0; ///< that are asked
    int records = 0;   ///< that are on it now
    bool current = false;
};
/// The standard one first, then by date.
std::vector<FormVersion> formVersions(const Study& study);
/// "1.1", or the beginning of a digest that is not there.
QString formVersionName(const Study& study, const QString& digest);

/// From a version of the study to another; nothing when one of them is not there.
std::vector<questionnaire::Change> formDifference(const Study& study, const QString& before,
                                                  const QString& after);
struct FormsCompared
{
    std::shared_ptr<const questionnaire::Form> before, after;
    std::vector<questionnaire::Change> changes;
    base::Issues issues; ///< why a file is no form
};
FormsCompared compareForms(const QString& beforePath, const QString& afterPath);
FormsCompared compareWithVersion(const Study& study, const QString& digest, const QString& path);

/// What becomes of an answer. Nothing is ever removed from the dossier.
enum class AnswerFate : quint8 {
    Kept,       ///< its question changed, it still fits
    SetAside,   ///< no question holds it any more: not shown, exported or scored
    ToReview,   ///< a choice it holds is no longer offered
    Unfit,      ///< it is not of the type any more
    Broken,     ///< it breaks a constraint: to review, and counts meanwhile
    OutOfScope, ///< a condition now closes its question
    InScope     ///< a condition that closed its question does so no more
};
/// Stable code: kept, set_aside, to_review, unfit, broken, out_of_scope, in_scope.
QString fateCode(AnswerFate fate);

struct AffectedAnswer
{
    QString record;
    questionnaire::FieldPath path;
    QString label, value; ///< in words of the version it was given under
    QString detail;       ///< the missing choice, the constraint or the condition
    AnswerFate fate = AnswerFate::Kept;
};

struct PlannedRecord
{
    QString id, name, version; ///< digest of the version it is on
    int affected = 0, notKept = 0;
};

/// A change of version before it is made: a dry run that writes nothing.
struct FormPlan
{
    std::shared_ptr<const questionnaire::Form> form;
    QString digest, from;                       ///< the new version, the one in force
    std::vector<questionnaire::Change> changes; ///< from the version in force
    std::vector<AffectedAnswer> answers;        ///< every one, by record then in the order of its version
    std::vector<PlannedRecord> records;         ///< those whose version would change
    base::Issues issues;                        ///< errors: it cannot be adopted
    dossier::Frontier state;                    ///< what the study held
    int count(AnswerFate fate) const;
};
/// Any form file. Throws base::Error only when it cannot be read.
FormPlan planFormChange(const Study& study, const QString& formPath, const base::Progress& progress = {});
/// To a version that the study has kept.
FormPlan planFormReturn(const Study& study, const QString& digest, const base::Progress& progress = {});

struct FormRename
{
    QString from, to;
    bool operator==(const FormRename&) const = default;
};
/// Questions of a plan of which everything but the name is the same.
std::vector<FormRename> proposedRenames(const FormPlan& plan);

struct FormChoices
{
    QStringList keepOld;             ///< records that stay on the version they are on
    std::vector<FormRename> renames; ///< of those proposed: answers are written under the new name too
    QString reason, author;
};
/// One undoable transaction. Refused when the plan has errors or the study changed since it was made.
Outcome adoptForm(Study& study, const FormPlan& plan, const FormChoices& choices);

} // namespace workflow
