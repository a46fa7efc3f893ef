#pragma once
#include <QByteArray>
#include <QList>
#include <QString>

#include <optional>

namespace dossier {

/// Bytes as people copy them by hand: groups of four letters or digits and one check character, joined by
/// hyphens ("7K3M2-0QXD9-…"). The alphabet is Crockford's base 32, without I, L, O and U. Any one wrong
/// character, any two exchanged in a group and any two groups exchanged are noticed, and told by group.
QString groupedText(QByteArrayView bytes);

struct GroupedBytes
{
    std::optional<QByteArray> bytes; ///< none: mistyped
    QList<int> wrongGroups;          ///< from 1; empty when the number of characters is wrong
};

/// Case, spaces, hyphens and line breaks do not matter; O reads as 0, I and L as 1, U as V.
GroupedBytes fromGroupedText(const QString& text, qsizetype size);

} // namespace dossier
