#pragma once
#include "workflow/closing.h"

#include <QSet>
#include <QStringList>

namespace workflow {

/// Operations whose values are removed for ever, and the records they are about.
struct DoomedValues
{
    QStringList operations;
    QSet<QString> records;
};

/// What does not outlive the mission.
struct Doomed
{
    DoomedValues confidential, personal; ///< answers; names and contacts of persons
    QStringList recordings, photos;      ///< ids of attachments
};

Doomed doomedAtClosing(const Study& study);
std::vector<ClosingItem> itemsOf(const Doomed& doomed, const QString& kind);
/// A thing and how many there are.
ClosingItem countOf(const QString& kind, const QString& what, qsizetype count);

} // namespace workflow
