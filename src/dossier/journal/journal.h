#pragma once
#include "dossier/journal/operation_codec.h"
#include "dossier/values/frontier.h"

namespace dossier::journal {

/// Last instant given to an operation. Never goes back, whatever the computer's clock does.
struct HybridTime
{
    qint64 physical = 0;
    int logical = 0;

    /// Next instant, at `now` or after everything seen.
    void advance(qint64 now);
    void observe(const Operation& operation);
};

void writeFrontier(ByteWriter& out, const Frontier& frontier);
Frontier readFrontier(ByteReader& in);

/// All operations of a dossier, in the order this file received them, as encoded chunks.
class Journal
{
public:
    /// Adds a chunk whose operations were noted one by one.
    void addChunk(QByteArray chunk) { m_chunks.push_back(std::move(chunk)); }
    void note(const Operation& operation);
    /// The same for `count` operations that reach these sequences, the last instant among all being `time`.
    void noteAll(const Frontier& reached, qint64 count, const HybridTime& time);

    int chunkCount() const { return static_cast<int>(m_chunks.size()); }
    const QByteArray& chunk(int index) const { return m_chunks[static_cast<size_t>(index)]; }
    void decode(int index, const std::function<void(const Operation&)>& visit) const;

    qint64 operationCount() const { return m_operations; }
    /// Last sequence seen of each replica.
    const Frontier& frontier() const { return m_frontier; }
    const HybridTime& time() const { return m_time; }

    /// The same operations in full chunks; `moved` receives the new index of each old chunk.
    Journal merged(std::vector<int>& moved) const;

    /// Writes again the chunks in which `change` changes an operation and returns true.
    void rewrite(const std::function<bool(Operation&)>& change);

    /// Everything but the chunks, for the snapshot.
    QByteArray summary() const;
    void restoreSummary(QByteArrayView bytes);

private:
    std::vector<QByteArray> m_chunks;
    qint64 m_operations = 0;
    Frontier m_frontier;
    HybridTime m_time;
};

} // namespace dossier::journal
