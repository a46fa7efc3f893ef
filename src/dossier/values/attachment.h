#pragma once
#include <QByteArray>
#include <QString>

namespace dossier {

inline constexpr qint64 LargestAttachment = 50'000'000;

/// A file to keep with the study. The bytes are kept as they are: whoever calls has already taken metadata
/// out of photos.
struct NewAttachment
{
    QByteArray bytes;
    QString name;      ///< shown; never a path
    QString mediaType; ///< "image/jpeg"…
    QString record;    ///< the actor it is about; empty: the study itself
};

struct Attachment
{
    QString id, name, mediaType, record;
    qint64 size = 0;
    qint64 added = 0;      ///< milliseconds UTC
    bool available = true; ///< false: known from a merge, its bytes were not brought along
};

} // namespace dossier
