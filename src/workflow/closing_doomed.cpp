#include "workflow/closing_doomed.h"

#include "workflow/kept_forms.h"
#include "workflow/redaction.h"
#include "workflow/study.h"

#include <QLocale>

namespace workflow {
namespace {

using questionnaire::Sensitivity;

const QSet<QString>& personalQuestions()
{
    static const QSet<QString> names{QStringLiteral("id_responsable"), QStringLiteral("id_tel"),
                                     QStringLiteral("id_email")};
    return names;
}

/// In any version of the questionnaire: who answered was told so.
QSet<QString> confidentialQuestions(const Study& study)
{
    QSet<QString> names;
    for (const auto& form : keptForms(study))
        for (const questionnaire::Question& question : form->questions)
            if (question.children.empty() && question.sensitivity == Sensitivity::Confidential)
                names.insert(question.name);
    return names - personalQuestions();
}

DoomedValues valuesToDestroy(const Study& study, const QSet<QString>& questions)
{
    DoomedValues values;
    const QMap<QString, QStringList> found = valuesOf(study, questions);
    for (auto record = found.cbegin(); record != found.cend(); ++record) {
        values.operations += record.value();
        values.records.insert(record.key());
    }
    return values;
}

/// Photos only stay where they were agreed to.
bool isPhotoAgreed(const Study& study, const dossier::Attachment& photo)
{
    if (photo.record.isEmpty()) return true;
    const questionnaire::Answers answers = questionnaire::unite(study.dossier().answers(photo.record));
    return answers.at(QStringLiteral("cons_photo")).value == u"oui";
}

} // namespace

Doomed doomedAtClosing(const Study& study)
{
    Doomed doomed;
    doomed.confidential = valuesToDestroy(study, confidentialQuestions(study));
    doomed.personal = valuesToDestroy(study, personalQuestions());
    for (const dossier::Attachment& attachment : study.dossier().attachments()) {
        if (attachment.mediaType.startsWith(u"audio/")) doomed.recordings << attachment.id;
        if (attachment.mediaType.startsWith(u"image/") && !isPhotoAgreed(study, attachment))
            doomed.photos << attachment.id;
    }
    return doomed;
}

ClosingItem countOf(const QString& kind, const QString& what, qsizetype count)
{
    ClosingItem item;
    item.kind = kind;
    item.what = what;
    item.count = static_cast<int>(count);
    return item;
}

std::vector<ClosingItem> itemsOf(const Doomed& doomed, const QString& kind)
{
    const auto in = [](const DoomedValues& values) {
        const qsizetype count = values.records.size();
        return QLocale(QLocale::French).toString(count) +
               (count < 2 ? QStringLiteral(" fiche") : QStringLiteral(" fiches"));
    };
    return {countOf(kind, QStringLiteral("Réponses confidentielles, dans %1").arg(in(doomed.confidential)),
                    doomed.confidential.operations.size()),
            countOf(kind, QStringLiteral("Noms et contacts de personnes, dans %1").arg(in(doomed.personal)),
                    doomed.personal.operations.size()),
            countOf(kind, QStringLiteral("Enregistrements sonores"), doomed.recordings.size()),
            countOf(kind, QStringLiteral("Photos sans accord"), doomed.photos.size())};
}

} // namespace workflow
