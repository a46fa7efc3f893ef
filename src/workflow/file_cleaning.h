#pragma once
#include "workflow/attachments.h"

namespace workflow {

/// Media type of what the bytes are: "image/jpeg", "application/pdf", "audio/ogg", "text/plain"…; empty for
/// what is not accepted. Names and extensions are not looked at.
QString mediaTypeOf(const QByteArray& bytes);

/// The pixels of a photo, upright, encoded anew: nothing else of the file remains. None when it cannot be
/// read.
std::optional<CleanFile> withoutMetadata(const QByteArray& photo, const QString& mediaType);

/// A PDF without Info, XMP and the private data of programs. None when it cannot be read.
std::optional<QByteArray> pdfWithoutMetadata(const QByteArray& pdf);

} // namespace workflow
