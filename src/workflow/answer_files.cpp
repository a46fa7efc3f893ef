#include "workflow/answer_files.h"

#include "dossier/transaction.h"
#include "workflow/attachments.h"
#include "workflow/study.h"

#include <QFileInfo>

namespace workflow {
namespace {

using questionnaire::Answer;
using questionnaire::Answers;
using questionnaire::FieldPath;

int timesNamed(const Answers& answers, const QString& name)
{
    int times = 0;
    for (const Answer& answer : answers.cells())
        times += answer.isKnown() && answer.value == name;
    for (const auto& rows : answers.repeats())
        for (const questionnaire::Row& row : rows)
            times += timesNamed(row.answers, name);
    return times;
}

bool isNamedTwice(const Study& study, const QString& record, const QString& name)
{
    const questionnaire::RecordAnswers all = study.dossier().answers(record);
    int times = timesNamed(all.actor, name);
    for (const questionnaire::Passage& passage : all.passages)
        times += timesNamed(passage.answers, name);
    return times > 1;
}

/// "façade.jpg", else "façade (2).jpg"…
QString freeName(const Study& study, const QString& record, const QFileInfo& file)
{
    QString name = file.fileName();
    for (int i = 2; answeredFile(study, record, name); ++i)
        name = QStringLiteral("%1 (%2)%3")
                   .arg(file.completeBaseName())
                   .arg(i)
                   .arg(file.suffix().isEmpty() ? QString() : u'.' + file.suffix());
    return name;
}

/// Adds what a later write changed: the writes of one use case follow one another.
void append(dossier::ChangeSet& all, const dossier::ChangeSet& later)
{
    all.records.unite(later.records);
    all.questions.unite(later.questions);
    all.study |= later.study;
    all.sequence = qMax(all.sequence, later.sequence);
    if (all.operations.isEmpty())
        all.operations = later.operations;
    else if (!later.operations.isEmpty())
        all.operations.last = later.operations.last;
}

/// Removes the file an answer names, if no other answer does.
dossier::ChangeSet removeFile(Study& study, const QString& record, const QString& name)
{
    const auto file = answeredFile(study, record, name);
    if (!file || isNamedTwice(study, record, name)) return {};
    return removeAttachment(study, file->id).changes;
}

} // namespace

std::optional<dossier::Attachment> answeredFile(const Study& study, const QString& record,
                                                const QString& answer)
{
    if (answer.isEmpty()) return {};
    for (dossier::Attachment& attachment : study.dossier().attachments(record))
        if (attachment.name == answer) return std::move(attachment);
    return {};
}

Outcome answerWithFile(Study& study, const QString& record, const FieldPath& path, const QString& file)
{
    const questionnaire::Question* question = study.formOf(record)->question(path.question);
    AttachAs as{freeName(study, record, QFileInfo(file)), {}};
    if (question && question->typeName != u"file") as.kind = question->typeName;
    const QString before = openSession(study, record)->answer(path).value;
    Outcome outcome = attachFile(study, file, record, as);
    if (!outcome.ok()) return outcome;
    const dossier::ChangeSet replaced = removeFile(study, record, before);
    Outcome answered = setAnswer(study, record, path, Answer::of(as.name));
    if (!answered.ok()) {
        removeAttachment(study, outcome.id);
        return answered;
    }
    append(outcome.changes, replaced);
    append(outcome.changes, answered.changes);
    return outcome;
}

Outcome removeAnsweredFile(Study& study, const QString& record, const FieldPath& path)
{
    const QString name = openSession(study, record)->answer(path).value;
    const dossier::ChangeSet removed = removeFile(study, record, name);
    Outcome outcome = setAnswer(study, record, path, Answer{});
    dossier::ChangeSet all = removed;
    append(all, outcome.changes);
    outcome.changes = all;
    return outcome;
}

} // namespace workflow
