#pragma once
#include <QString>

namespace ui {

/// How long a passphrase would hold against somebody who has the file, told in words. An estimate of our own:
/// length, variety, and words everybody tries first.
struct PassphraseStrength
{
    int level = 0; ///< 0 (nothing typed) to 4
    double bits = 0;
    QString word;   ///< "faible", "solide"…
    QString advice; ///< what would make it better; empty when nothing is needed
};

/// The shortest passphrase any screen accepts.
inline constexpr qsizetype ShortestPassphrase = 12;

PassphraseStrength passphraseStrength(const QString& phrase);

} // namespace ui
