#include "workflow/answer_files.h"

#include "dossier/attachment_batch.h"
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

/// The file that goes when an answer no longer names it: none when another answer does.
std::optional<dossier::Attachment> ownFile(const Study& study, const QString& record, const FieldPath& path)
{
    const QString name = openSession(study, record)->answer(path).value;
    auto file = answeredFile(study, record, name);
    return file && !isNamedTwice(study, record, name) ? std::move(file) : std::nullopt;
}

void remove(dossier::Transaction& t, const std::optional<dossier::Attachment>& file)
{
    if (file) dossier::deleteEntity(t, dossier::entity::Attachment, file->id);
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
    const QString kind = question && question->typeName != u"file" ? question->typeName : QString();
    Outcome outcome;
    const auto clean = cleanFile(file, kind, outcome.issues);
    if (!clean) return outcome;
    dossier::AttachmentBatch batch(study.dossier());
    dossier::Attachment kept;
    kept.id = batch.store(clean->bytes);
    kept.name = freeName(study, record, QFileInfo(file));
    kept.mediaType = clean->mediaType;
    kept.record = record;
    kept.size = clean->bytes.size();
    const auto replaced = ownFile(study, record, path);
    return setAnswer(study, record, path, Answer::of(kept.name), [&](dossier::Transaction& t) {
        dossier::addAttachment(t, kept.id, kept);
        remove(t, replaced);
    });
}

Outcome removeAnsweredFile(Study& study, const QString& record, const FieldPath& path)
{
    const auto own = ownFile(study, record, path);
    return setAnswer(study, record, path, Answer{}, [&](dossier::Transaction& t) { remove(t, own); });
}

} // namespace workflow
