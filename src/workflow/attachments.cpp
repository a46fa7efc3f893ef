#include "workflow/attachments.h"

#include "base/atomic_file.h"
#include "base/error.h"
#include "dossier/transaction.h"
#include "workflow/file_cleaning.h"
#include "workflow/study.h"

#include <QFileInfo>

namespace workflow {
namespace {

/// Operations that one attachment takes: its creation and its fields.
constexpr int OperationsLookedAt = 16;

Outcome refused(const QString& code, const QStringList& args = {})
{
    Outcome outcome;
    outcome.issues.push_back({base::Severity::Error, code, {}, args});
    return outcome;
}

QString otherKind(const QString& wanted)
{
    if (wanted == u"image") return QStringLiteral("attach.not_image");
    return wanted == u"audio" ? QStringLiteral("attach.not_audio") : QStringLiteral("attach.not_video");
}

std::optional<dossier::Attachment> find(const Study& study, const QString& id)
{
    for (dossier::Attachment& attachment : study.dossier().attachments())
        if (attachment.id == id) return std::move(attachment);
    return {};
}

/// What was just written about an entity, so that it can be undone.
dossier::OperationRange writtenAbout(const Study& study, const QString& entity)
{
    dossier::OperationRange range;
    for (const dossier::HistoryEntry& entry : study.dossier().recentHistory(OperationsLookedAt)) {
        if (entry.entity != entity) break;
        const qsizetype colon = entry.operation.lastIndexOf(u':');
        const qint64 sequence = entry.operation.mid(colon + 1).toLongLong();
        range.replica = entry.operation.left(colon);
        range.first = sequence;
        if (range.last == 0) range.last = sequence;
    }
    return range;
}

} // namespace

std::optional<CleanFile> cleanAttachment(const QByteArray& bytes, base::Issues& issues)
{
    const QString mediaType = mediaTypeOf(bytes);
    const auto refuse = [&](const char16_t* code) {
        issues.push_back({base::Severity::Error, QString::fromUtf16(code), {}, {mediaType}});
        return std::nullopt;
    };
    if (mediaType.isEmpty()) return refuse(u"attach.kind");
    if (mediaType.startsWith(u"image/")) {
        auto photo = withoutMetadata(bytes, mediaType);
        return photo ? photo : refuse(u"attach.photo");
    }
    if (mediaType != u"application/pdf") return CleanFile{bytes, mediaType};
    auto pdf = pdfWithoutMetadata(bytes);
    if (!pdf) return refuse(u"attach.pdf");
    return CleanFile{std::move(*pdf), mediaType};
}

std::optional<CleanFile> cleanFile(const QString& path, const QString& kind, base::Issues& issues)
{
    const auto refuse = [&](const QString& code) -> std::optional<CleanFile> {
        issues.push_back({base::Severity::Error, code, {}, {}});
        return std::nullopt;
    };
    if (QFileInfo(path).size() > dossier::LargestAttachment) return refuse(QStringLiteral("attach.size"));
    auto clean = cleanAttachment(base::readFile(path, dossier::LargestAttachment), issues);
    if (!clean) return std::nullopt;
    if (!kind.isEmpty() && clean->mediaType.section(u'/', 0, 0) != kind) return refuse(otherKind(kind));
    // A photo in PNG may grow when it is encoded again.
    if (clean->bytes.size() > dossier::LargestAttachment) return refuse(QStringLiteral("attach.size"));
    return clean;
}

Outcome attachFile(Study& study, const QString& path, const QString& record)
{
    if (!record.isEmpty() && !std::as_const(study).dossier().record(record))
        return refused(QStringLiteral("entry.unknown_record"), {record});
    Outcome outcome;
    auto clean = cleanFile(path, {}, outcome.issues);
    if (!clean) return outcome;
    outcome.id = study.dossier().attach(
        {std::move(clean->bytes), QFileInfo(path).fileName(), clean->mediaType, record});
    if (record.isEmpty())
        outcome.changes.study = true;
    else
        outcome.changes.records.insert(record);
    outcome.changes.operations = writtenAbout(study, outcome.id);
    return outcome;
}

Outcome extractAttachment(const Study& study, const QString& id, const QString& out)
{
    const auto attachment = find(study, id);
    if (!attachment) return refused(QStringLiteral("attach.unknown"), {id});
    if (!attachment->available) return refused(QStringLiteral("attach.absent"), {attachment->name});
    if (QFileInfo::exists(out))
        throw base::Error(base::ErrorCode::AlreadyExists, QStringLiteral("a file is there"), out);
    base::writeFileAtomically(out, study.dossier().readAttachment(id));
    Outcome outcome;
    outcome.id = id;
    return outcome;
}

Outcome removeAttachment(Study& study, const QString& id)
{
    if (!find(study, id)) return refused(QStringLiteral("attach.unknown"), {id});
    Outcome outcome;
    outcome.id = id;
    outcome.changes = study.dossier().transact(QStringLiteral("attach"), [&](dossier::Transaction& t) {
        dossier::deleteEntity(t, dossier::entity::Attachment, id);
    });
    return outcome;
}

} // namespace workflow
