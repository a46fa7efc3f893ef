#pragma once
#include "dossier/dossier_private.h"
#include "dossier/transaction_writer.h"

namespace dossier {

/// The operations of another file of a dossier: a whole copy, or a package.
struct Incoming
{
    journal::Journal journal;
    bool isPackage = false;
    /// Of a package: it holds everything beyond this, and nothing before.
    Frontier since;
    std::optional<container::Container> file; ///< for its attachments
};

/// Content of the section that says a file is a package.
QByteArray packageStart(const Frontier& since);

/// Keeps the operations of a file and leaves its tables aside.
class IncomingLoader final : public container::ContentVisitor
{
public:
    explicit IncomingLoader(Incoming& incoming) : m_incoming(incoming) {}
    void section(container::Section section) override;
    void snapshotEnd() override {}
    void frame(QByteArray payload) override;

private:
    Incoming& m_incoming;
};

/// What must come first: not empty, the merge is refused.
std::vector<OperationRange> missingBefore(const Incoming& incoming, const Frontier& held);

struct Adopted
{
    qint64 received = 0, added = 0;
};

/// Adds what `content` does not hold, in the order of the other file, in which every operation comes after
/// those it knows of. Error(Damaged) if it does not.
Adopted adoptAll(const Incoming& incoming, const Frontier& held, TransactionWriter& writer);

/// Everything in the journal beyond `since`, in chunks; returns their number.
qint64 chunksBeyond(const journal::Journal& journal, const Frontier& since,
                    const std::function<void(const QByteArray&)>& take);

} // namespace dossier
