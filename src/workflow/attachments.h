#pragma once
#include "workflow/entry.h"

namespace workflow {

class Study;

/// A file cleaned and ready to be kept: what it is, told by its content and never by its name.
struct CleanFile
{
    QByteArray bytes;
    QString mediaType;
};

/// Photos are decoded, turned upright and encoded again, so that no metadata remains; PDF lose their Info and
/// XMP; sound and text are kept as they are. None, with the issue, for anything else.
std::optional<CleanFile> cleanAttachment(const QByteArray& bytes, base::Issues& issues);

/// The same for a file on the disk, of the kind that its media type begins with (image, audio…; empty: any)
/// and small enough to be kept. Throws base::Error when it cannot be read.
std::optional<CleanFile> cleanFile(const QString& path, const QString& kind, base::Issues& issues);

/// Keeps a file with the study, about an actor or (empty) the study itself; Outcome::id is the attachment's.
Outcome attachFile(Study& study, const QString& path, const QString& record = {});
/// Writes the bytes of an attachment to a file that does not exist yet.
Outcome extractAttachment(const Study& study, const QString& id, const QString& out);
Outcome removeAttachment(Study& study, const QString& id);

} // namespace workflow
