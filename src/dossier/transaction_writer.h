#pragma once
#include "dossier/dossier_private.h"
#include "dossier/transaction.h"

namespace dossier {

/// Who writes, and where its numbering stands.
struct Origin
{
    QString replica;
    qint64 sequence = 0; ///< of the last operation of this replica
    QString author, cause;
};

/// The Transaction given to closures: completes each operation, applies it to the tables at once and encodes
/// it for the frame.
class TransactionWriter final : public Transaction
{
public:
    TransactionWriter(Content& content, Origin origin, const base::Clock& clock);

    void append(Operation operation) override;
    /// Values of one register that stand side by side, each replacing what was there before them all: a
    /// conflict that is opened again. The last one is shown.
    void appendTogether(std::vector<Operation> values);
    QString newId() const override;
    /// Adds an operation made elsewhere, as it is.
    void adopt(const Operation& operation);

    bool isEmpty() const { return m_count == 0; }
    /// Chunks to be sealed, and what changed. Call once, at the end.
    std::vector<QByteArray> takeChunks();
    ChangeSet& changes() { return m_changes; }
    ChangeSet takeChanges() { return std::move(m_changes); }
    const QSet<qint64>& touchedRecords() const { return m_touched; }
    /// Tells the journal, once the frame is on stable storage.
    void commitTo(journal::Journal& journal, const std::vector<QByteArray>& chunks) const;
    qint64 lastSequence() const { return m_origin.sequence; }

private:
    void write(Operation operation, const std::optional<sqlite::EntityRef>& entity);
    /// Heads are those it is given, if any; what a delete saw as well.
    void complete(Operation& operation, const std::optional<sqlite::EntityRef>& entity);
    std::optional<sqlite::EntityRef> checkedEntity(const Operation& operation);
    QString versionVector(const sqlite::EntityRef& entity) const;
    void apply(const Operation& operation);
    void noteChange(const Operation& operation, const std::optional<sqlite::EntityRef>& before);
    void noteRecordChange(const Operation& operation, const QString& uid);
    const QString& recordUid(qint64 record);

    Content& m_content;
    sqlite::Projector& m_projector;
    const base::Clock& m_clock;
    Origin m_origin;
    journal::HybridTime m_time;
    qint64 m_now = 0, m_count = 0;
    Frontier m_reached;
    journal::ChunkEncoder m_encoder;
    std::vector<QByteArray> m_chunks;
    ChangeSet m_changes;
    QSet<qint64> m_touched;
    qint64 m_lastRecord = -1;
    QString m_lastRecordUid;
};

} // namespace dossier
