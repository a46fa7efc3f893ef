#pragma once
#include "dossier/dossier_private.h"
#include "dossier/transaction.h"

namespace dossier {

/// The Transaction given to closures: completes each operation, applies it to the tables at once and encodes
/// it for the frame.
class TransactionWriter final : public Transaction
{
public:
    TransactionWriter(Dossier::Private& dossier, const QString& cause);

    void append(Operation operation) override;
    QString newId() const override;

    bool isEmpty() const { return m_count == 0; }
    /// Chunks to be sealed, and what changed. Call once, at the end.
    std::vector<QByteArray> takeChunks();
    ChangeSet takeChanges() { return std::move(m_changes); }
    const QSet<qint64>& touchedRecords() const { return m_touched; }
    /// Tells the journal, once the frame is on stable storage.
    void commitTo(journal::Journal& journal, const std::vector<QByteArray>& chunks) const;
    qint64 lastSequence() const { return m_sequence; }

private:
    void complete(Operation& operation, const std::optional<sqlite::EntityRef>& entity);
    std::optional<sqlite::EntityRef> checkedEntity(const Operation& operation);
    QString versionVector() const;
    void noteChange(const Operation& operation, const std::optional<sqlite::EntityRef>& before);
    const QString& recordUid(qint64 record);

    Dossier::Private& m_dossier;
    sqlite::Projector& m_projector;
    const QString m_cause;
    journal::HybridTime m_time;
    qint64 m_now = 0, m_sequence = 0, m_count = 0;
    journal::ChunkEncoder m_encoder;
    std::vector<QByteArray> m_chunks;
    ChangeSet m_changes;
    QSet<qint64> m_touched;
    qint64 m_lastRecord = -1;
    QString m_lastRecordUid;
};

} // namespace dossier
