#pragma once
#include "dossier/values/reader_key.h"
#include "dossier/values/recovery_key.h"
#include "dossier/values/seen_states.h"

#include <memory>
#include <optional>
#include <vector>

namespace dossier {

/// How a dossier is created or opened. A new dossier opens with any one of the keys given; with none (or an
/// empty passphrase) it is unprotected.
struct Access
{
    std::optional<QString> passphrase;
    std::optional<RecoveryKey> recoveryKey;
    std::optional<PrivateKey> privateKey; ///< opening only
    std::vector<PublicKey> readers;       ///< creation only: those whose private key opens the file
    QString author;
    bool readOnly = false;
    bool readOnlyIfLocked = false;          ///< rather than Error(Locked) when the study is open elsewhere
    std::shared_ptr<SeenStates> seenStates; ///< none: older copies are not noticed
    bool weakKeyDerivation = false;         ///< tests only: minimal Argon2id parameters
};

} // namespace dossier
