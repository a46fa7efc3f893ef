#pragma once
#include "dossier/container/header.h"
#include "dossier/values/reader_key.h"
#include "dossier/values/recovery_key.h"

namespace dossier::container {

/// What someone has to open a file with.
struct Keys
{
    Keys() = default;
    Keys(std::optional<QString> phrase) : passphrase(std::move(phrase)) {}
    std::optional<QString> passphrase;
    std::optional<RecoveryKey> recoveryKey;
    std::optional<PrivateKey> privateKey;
};

/// What will open a new file: any one of these; with none, anyone.
struct Credentials
{
    std::optional<QString> passphrase;
    KdfParameters kdf;
    std::optional<RecoveryKey> recoveryKey;
    std::vector<PublicKey> readers;
};

/// Throws LimitExceeded beyond the number of slots of a header.
std::vector<KeySlot> makeSlots(const SecretKey& key, const Credentials& credentials,
                               QByteArrayView dossierId);
/// The data key. Throws KeyRequired when nothing was given, WrongKey when nothing fits.
SecretKey unlock(const Header& header, const Keys& keys);

} // namespace dossier::container
