#pragma once
#include "base/issue.h"
#include "dossier/values/reader_key.h"

#include <optional>

namespace workflow {

/// New reader's key, in a text file that does not exist yet and that only its owner can read. Its public half
/// is what the sender of a dossier needs. Throws base::Error.
dossier::PublicKey createReaderKey(const QString& path);

/// Private key that such a file holds; with an issue when it holds none. Throws base::Error.
std::optional<dossier::PrivateKey> readReaderKey(const QString& path, base::Issues& issues);

} // namespace workflow
