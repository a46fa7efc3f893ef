#include "workflow/submissions_files.h"

#include "base/error.h"
#include "workflow/attachments.h"
#include "workflow/study.h"

#include <QFileInfo>

namespace workflow {
namespace {

using exchange::SubmissionLayout;
using exchange::SubmissionMedia;
using questionnaire::Answers;
using questionnaire::Form;
using questionnaire::Question;

/// Files that the answers to photos, recordings and documents name, rows included.
void addNames(const Answers& answers, const Form& form, QStringList& names)
{
    for (auto it = answers.cells().cbegin(); it != answers.cells().cend(); ++it) {
        const Question* question = form.question(it.key());
        if (question && question->type == questionnaire::QuestionType::Media && !it->value.isEmpty())
            names << it->value;
    }
    for (const std::vector<questionnaire::Row>& rows : answers.repeats())
        for (const questionnaire::Row& row : rows)
            addNames(row.answers, form, names);
}

base::Issue issue(const char* code, const SubmissionLine& line, const QStringList& args)
{
    return {base::Severity::Warning, QString::fromLatin1(code), line.place, args};
}

/// The bytes to keep of a file; nothing, and why, when it is refused.
std::optional<CleanFile> cleaned(const PlannedFile& file, const SubmissionMedia& media, SubmissionLine& line)
{
    try {
        base::Issues issues;
        auto clean = cleanAttachment(media.read(file.entry, dossier::LargestAttachment), issues);
        if (clean && clean->bytes.size() <= dossier::LargestAttachment) return clean;
        line.problems.push_back(issue(clean ? "submission.file_too_large" : "submission.file_refused", line,
                                      {file.names.front()}));
    } catch (const base::Error& error) {
        if (error.code() == base::ErrorCode::Internal) throw;
        line.problems.push_back(issue("submission.file_damaged", line, {file.names.front()}));
    }
    return {};
}

} // namespace

std::optional<SubmissionMedia> mediaOf(const SubmissionRequest& request, SubmissionLayout layout)
{
    if (!request.mediaPath.isEmpty()) return SubmissionMedia::open(request.mediaPath);
    const bool ofOdk = layout == SubmissionLayout::OdkZip || layout == SubmissionLayout::OdkXml;
    const bool mayHold = ofOdk && (QFileInfo(request.path).isDir() || exchange::isPackage(request.path));
    if (!mayHold) return {};
    SubmissionMedia own = SubmissionMedia::open(request.path);
    return own.isEmpty() ? std::nullopt : std::optional(std::move(own));
}

void SubmissionPlanner::planFiles(Work& work)
{
    QStringList names = work.submission.attachments;
    addNames(work.submission.answers, formOf(work.record), names);
    names.removeDuplicates();
    names.sort();
    QHash<QString, QStringList> left; ///< by why
    for (const QString& name : std::as_const(names)) {
        if (work.remembered.files.contains(name)) continue;
        const QString why = planFile(work, name);
        if (!why.isEmpty()) left[why] << name.left(80);
    }
    for (auto it = left.cbegin(); it != left.cend(); ++it)
        tell(work, it.key().toLatin1().constData(), {}, {it->join(QStringLiteral(", "))});
}

/// Why it cannot be; empty when it is planned.
QString SubmissionPlanner::planFile(Work& work, const QString& name)
{
    using Search = SubmissionMedia::Search;
    if (!m_media) return QStringLiteral("submission.attachments");
    const SubmissionMedia::File file = m_media->find(name, work.submission.instanceId);
    if (file.search == Search::UnsafeName) return QStringLiteral("submission.file_unsafe");
    if (file.search == Search::Missing) return QStringLiteral("submission.files_missing");
    if (file.search == Search::Ambiguous) return QStringLiteral("submission.file_ambiguous");
    if (file.size > dossier::LargestAttachment) return QStringLiteral("submission.file_too_large");
    const auto same = std::find_if(m_plan.files.begin(), m_plan.files.end(), [&](const PlannedFile& one) {
        return one.passage == work.passage && one.entry == file.entry;
    });
    if (same != m_plan.files.end()) {
        same->names << name;
        return {};
    }
    m_plan.files.push_back({work.record, work.passage, file.entry, {name}, m_lines - 1});
    ++work.line.files;
    return {};
}

std::vector<StoredFile> storeFiles(const std::vector<PlannedFile>& files, const SubmissionMedia& media,
                                   dossier::AttachmentBatch& batch, SubmissionReport& report,
                                   const base::Progress& progress)
{
    std::vector<StoredFile> stored;
    for (const PlannedFile& file : files) {
        base::advance(progress, QStringLiteral("import.files"), static_cast<int>(stored.size()),
                      static_cast<int>(files.size()));
        SubmissionLine& line = report.lines[file.line];
        auto clean = cleaned(file, media, line);
        if (!clean) {
            --line.files;
            continue;
        }
        dossier::Attachment attachment;
        attachment.name = file.names.front();
        attachment.mediaType = clean->mediaType;
        attachment.record = file.record;
        attachment.size = clean->bytes.size();
        attachment.id = batch.store(clean->bytes);
        stored.push_back({file, std::move(attachment)});
    }
    return stored;
}

} // namespace workflow
