#include "workflow/rejection.h"

#include "deliverables/rejection_note.h"
#include "report/typography.h"
#include "workflow/choice_fields.h"
#include "workflow/messages/messages.h"
#include "workflow/rejection_draft.h"
#include "workflow/sharing.h"
#include "workflow/study.h"

#include <QCollator>
namespace workflow {
namespace {

const QString Rejection = QStringLiteral("rejet");

QString textId(const QString& record)
{
    return Rejection + u'.' + record;
}

/// Preselected and not one of the three, with what the gate lets the restricted print say.
std::vector<RejectionNote> notesIn(const Study& study, const disclosure::StudyData& data,
                                   const disclosure::View& view)
{
    std::vector<RejectionNote> notes;
    const auto decision = trioDecision(study);
    if (!decision) return notes;
    const rejection::Context context{study, data, view, *decision};
    const auto proposal = items::read(study.dossier().settings(), choice::Preselection);
    for (const auto& [record, fields] : proposal) {
        const bool chosen = std::count(decision->trio.begin(), decision->trio.end(), record) > 0;
        const disclosure::ActorView* actor = view.actor(record);
        if (chosen || !actor || fields.value(QStringLiteral("proposed")) != choice::Yes) continue;
        RejectionNote note{record, actor->nameFr, rejection::draft(context, *actor), {}};
        note.draft = view.textAbout({record}, Rejection, note.draft);
        note.written = study.dossier().guidedTexts().value(textId(record));
        notes.push_back(std::move(note));
    }
    const QCollator collator(QLocale(QLocale::French));
    std::sort(notes.begin(), notes.end(), [&](const RejectionNote& a, const RejectionNote& b) {
        const int order = collator.compare(a.name, b.name);
        return order ? order < 0 : a.record < b.record;
    });
    return notes;
}

} // namespace

std::vector<RejectionNote> rejectionNotes(const Study& study,
                                          std::shared_ptr<const disclosure::StudyData> data)
{
    const disclosure::View view(data, disclosure::Audience::Restricted);
    return notesIn(study, *data, view);
}

QString rejectedIn(const QString& textId)
{
    return textId.startsWith(Rejection + u'.') ? textId.section(u'.', 1) : QString();
}

Outcome saveRejectionNote(Study& study, const QString& record, const QString& text)
{
    Outcome outcome;
    if (isReviewerDossier(study)) outcome.issues.push_back(choice::issue(QStringLiteral("choice.reviewer")));
    if (!std::as_const(study).dossier().record(record))
        outcome.issues.push_back(choice::issue(QStringLiteral("choice.unknown_record"), {record}));
    if (!outcome.ok()) return outcome;
    return setGuidedText(study, textId(record), text.trimmed());
}

WordExport exportRejectionNotes(const Study& study, std::shared_ptr<const disclosure::StudyData> data,
                                const QString& record, const QString& path, const base::Progress& progress)
{
    const disclosure::View view(data, disclosure::Audience::Restricted);
    std::vector<deliverables::RejectionNote> pages;
    for (const RejectionNote& note : notesIn(study, *data, view))
        if (record.isEmpty() || note.record == record)
            pages.push_back({note.name, view.textAbout({note.record}, Rejection, note.text())});
    const report::Document document = deliverables::rejectionDocument(view, pages);
    return writeWord(document, view, path, progress);
}

} // namespace workflow
