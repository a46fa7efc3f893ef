#pragma once
#include <QByteArrayView>
#include <QList>
#include <QString>

#include <array>
#include <optional>

namespace dossier {

/// The printed key that opens a study when its passphrase is lost: 160 random bits, so that nothing slow is
/// needed against guessing. Wiped from memory when released; the texts made from it are the caller's to keep
/// or forget.
class RecoveryKey
{
public:
    static constexpr qsizetype Size = 20;

    static RecoveryKey generate();
    ~RecoveryKey();
    RecoveryKey(const RecoveryKey&) = default;
    RecoveryKey& operator=(const RecoveryKey&) = default;

    /// Eight groups of five characters, as printed: "7K3M2-0QXD9-…".
    QString text() const;
    /// What the printed QR code holds: "CARTOSC:" and the text (QR's alphanumeric mode).
    QString qrText() const;
    QByteArrayView bytes() const;
    bool operator==(const RecoveryKey& other) const { return m_bytes == other.m_bytes; }

    struct Parsed;
    /// Reads what was typed or scanned. Case, spaces and hyphens do not matter; O reads as 0, I and L as 1.
    static Parsed parse(const QString& text);

private:
    RecoveryKey() = default;
    std::array<char, Size> m_bytes{};
};

struct RecoveryKey::Parsed
{
    std::optional<RecoveryKey> key; ///< none: mistyped
    QList<int> wrongGroups; ///< groups to look at again, from 1; empty: characters too few or too many
};

} // namespace dossier
