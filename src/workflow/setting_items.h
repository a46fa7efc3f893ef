#pragma once
#include "workflow/entry.h"

#include <QHash>

#include <map>

/// What people write side by side, kept as settings of the study "KIND.ID.FIELD": each field is a register of
/// its own, so that two laptops merge.
namespace workflow::items {

using Fields = QHash<QString, QString>;
using Settings = QHash<QString, QString>;

QString prefix(const QString& kind, const QString& id);
/// By id; those whose every field was emptied are gone.
std::map<QString, Fields> read(const Settings& settings, const QString& kind);
/// Writes the settings that differ, in one transaction.
Outcome store(Study& study, const QString& cause, const std::map<QString, QString>& writes);

/// Ids as one text, whatever their order.
QString textOf(QStringList ids);
QStringList idsOf(const QString& text);

inline const QString Created = QStringLiteral("created"), ///< milliseconds UTC
    Replaces = QStringLiteral("replaces"),                ///< ids of the versions one saw and replaced
    FromReviewer = QStringLiteral("from_reviewer");

/// One version of something that is written again rather than changed, so that no earlier word is lost.
struct Version
{
    QString id;
    Fields fields;
    qint64 created = 0;
    bool replaced = false;
};
/// Oldest first.
std::vector<Version> versions(const Settings& settings, const QString& kind);
/// Those nobody replaced, newest first: when they differ, two people wrote without seeing each other's.
std::vector<const Version*> heads(const std::vector<Version>& versions);
/// They do not say the same.
bool differ(const std::vector<const Version*>& heads);
/// Writes a new version that replaces the heads; nothing when it says what the only head says.
Outcome addVersion(Study& study, const QString& kind, Fields fields,
                   const std::vector<const Version*>& replaced);

} // namespace workflow::items
