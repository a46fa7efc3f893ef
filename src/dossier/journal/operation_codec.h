#pragma once
#include "dossier/bytes.h"
#include "dossier/values/operation.h"

#include <QHash>

#include <functional>
#include <vector>

namespace dossier::journal {

/// Writes operations into one chunk: a table of the distinct strings, then operations that refer to it and
/// leave out what they share with the one before. docs/formats/dossier.md gives it to the byte.
class ChunkEncoder
{
public:
    static constexpr int MaximumOperations = 4096;
    static constexpr qsizetype FullSize = qsizetype(1) << 20;

    void add(const Operation& operation);
    int count() const { return m_count; }
    /// Bytes so far, to a few per string.
    qsizetype size() const { return m_operations.size() + m_stringBytes; }
    bool isFull() const { return m_count >= MaximumOperations || size() >= FullSize; }
    /// The whole chunk; the encoder is then empty again.
    QByteArray take();

private:
    void header(const Operation& operation, quint8 flags);
    void body(const Operation& operation, quint8 flags);
    quint64 reference(const QString& text);

    ByteWriter m_operations;
    std::vector<QString> m_strings;
    QHash<QString, quint64> m_references;
    Operation m_last;
    int m_count = 0;
    qsizetype m_stringBytes = 0;
};

/// Calls back for each operation of a chunk, in order. Throws Error(Damaged) on bytes that are not a chunk.
void decodeChunk(QByteArrayView chunk, const std::function<void(const Operation&)>& visit);

/// Number of operations of a chunk, without decoding them.
qsizetype countOperations(QByteArrayView chunk);

} // namespace dossier::journal
