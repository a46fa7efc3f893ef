#pragma once
#include "dossier/merge.h"
#include "dossier/transaction.h"

namespace test {

/// One copy of a dossier in memory, on a computer whose clock may be wrong.
class Laptop
{
public:
    explicit Laptop(QString name, qint64 skew = 0)
        : m_replica(std::move(name)),
          m_clock(QDateTime(QDate(2015, 1, 6), QTime(9, 0), Qt::UTC).addMSecs(skew))
    {
    }

    void transact(const std::function<void(dossier::TransactionWriter&)>& closure)
    {
        content.tables.begin();
        dossier::TransactionWriter writer(
            content, {m_replica, m_sequence, m_replica, QStringLiteral("entry")}, m_clock);
        closure(writer);
        content.tables.projector().flush();
        const auto chunks = writer.takeChunks();
        content.tables.commit();
        if (!writer.isEmpty()) writer.commitTo(content.journal, chunks);
        m_sequence = writer.lastSequence();
        if (content.tables.projector().redactions().takePurgeNotice()) content.purge();
    }

    dossier::Incoming package(const dossier::Frontier& since) const
    {
        dossier::Incoming out;
        out.isPackage = true;
        out.since = since;
        dossier::chunksBeyond(content.journal, since,
                              [&](const QByteArray& chunk) { out.journal.addChunk(chunk); });
        return out;
    }

    /// False when refused because something must come first.
    bool receive(const dossier::Incoming& incoming)
    {
        const dossier::Frontier held = content.journal.frontier();
        if (!dossier::missingBefore(incoming, held).empty()) return false;
        transact([&](dossier::TransactionWriter& writer) { dossier::adoptAll(incoming, held, writer); });
        return true;
    }

    void moveClock(qint64 milliseconds) { m_clock.set(m_clock.nowUtc().addMSecs(milliseconds)); }
    const QString& replica() const { return m_replica; }

    dossier::Content content;

private:
    QString m_replica;
    qint64 m_sequence = 0;
    base::FixedClock m_clock;
};

} // namespace test
