// Chunks of operations: whatever decodes encodes again to the same operations.
#include "base/error.h"
#include "dossier/journal/operation_codec.h"

#include <cstdlib>

using dossier::Operation;

namespace {

auto tied(const Operation& o)
{
    return std::tie(o.format, o.replica, o.sequence, o.physical, o.logical, o.author, o.cause, o.kind,
                    o.entityType, o.entityId, o.parentId, o.field, o.value, o.previous);
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size)
{
    const QByteArrayView input(reinterpret_cast<const char*>(data), static_cast<qsizetype>(size));
    std::vector<Operation> decoded;
    try {
        dossier::journal::decodeChunk(input,
                                      [&](const Operation& operation) { decoded.push_back(operation); });
    } catch (const base::Error&) {
        return 0;
    }
    dossier::journal::ChunkEncoder encoder;
    for (const Operation& operation : decoded)
        encoder.add(operation);
    size_t at = 0;
    dossier::journal::decodeChunk(encoder.take(), [&](const Operation& operation) {
        if (at >= decoded.size() || tied(operation) != tied(decoded[at++])) std::abort();
    });
    if (at != decoded.size()) std::abort();
    return 0;
}
