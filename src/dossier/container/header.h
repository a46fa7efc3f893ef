#pragma once
#include "base/platform/files.h"
#include "dossier/container/crypto.h"

#include <optional>
#include <vector>

namespace dossier::container {

/// How one slot gives the data key. Unknown kinds written by a later version are kept and skipped.
enum class SlotKind : quint8 {
    Passphrase = 1, ///< wrapped under Argon2id of a passphrase
    Recovery = 2,   ///< wrapped under a printed recovery key
    PublicKey = 3,  ///< sealed to an X25519 public key
    Clear = 4       ///< the key itself: an unprotected study
};

struct KeySlot
{
    quint8 kind = 0;
    KdfParameters kdf;
    QByteArray salt;    ///< 16
    QByteArray nonce;   ///< 24
    QByteArray wrapped; ///< 48: key and tag; for Clear the key and 16 zeros
};

/// Plain start of a file. Its hash is part of what every sealed part authenticates.
struct Header
{
    QByteArray dossierId;      ///< 16, the UUID
    QByteArray snapshotId;     ///< 16, new for each complete file
    quint64 sequence = 0;      ///< of the last frame before this snapshot: numbering goes on across rewrites
    quint32 keyGeneration = 0; ///< how many times the keys were changed
    std::vector<KeySlot> keySlots;

    bool isProtected() const { return !hasSlot(SlotKind::Clear); }
    bool hasSlot(SlotKind kind) const;
};

inline constexpr quint32 FormatVersion = 1;
inline constexpr qsizetype MaximumSlots = 16;

/// Header bytes, ending with their own hash.
QByteArray encode(const Header& header);
/// Throws NotAStudy, TooNew, Damaged, or LimitExceeded for key-derivation parameters out of bounds: nothing
/// is derived before they are checked.
Header decode(QByteArrayView bytes);
/// Bytes of the header of a file, checked for magic, version and size only.
QByteArray readHeader(const base::platform::File& file, const QString& path);

} // namespace dossier::container
