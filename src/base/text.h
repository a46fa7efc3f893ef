#pragma once
#include <QString>
#include <QStringList>

namespace base {

/// Text as search and matching compare it: NFKD, marks stripped, lower case, œ→oe, æ→ae, ß→ss,
/// Arabic ة→ه, ى→ي, hamza carriers to their bare letter, tatweel and vocalisation removed,
/// typographic apostrophes to ', runs of white space to one space, trimmed.
QString fold(const QString& text);

/// Words of a folded text: letters and digits only.
QStringList foldedWords(const QString& text);

/// True when the text's first strong character is right-to-left.
bool isRightToLeft(const QString& text);

} // namespace base
