#include "base/error.h"
#include "base/random.h"
#include "dossier/journal/journal.h"

#include <gtest/gtest.h>

using dossier::Operation;
using dossier::journal::ChunkEncoder;

namespace {

QString text(base::Random& random, const QStringList& known)
{
    if (random.chance(0.7)) return known[static_cast<int>(random.below(static_cast<quint32>(known.size())))];
    QString out;
    for (quint32 i = random.below(12); i > 0; --i)
        out += QChar(static_cast<char16_t>(1 + random.below(0xd000)));
    return out;
}

Operation anyOperation(base::Random& random)
{
    static const QStringList ids = {QStringLiteral("study"),
                                    QStringLiteral("018f2c3e-aaaa-7bbb-8ccc-0123456789ab"),
                                    QStringLiteral("018F2C3E-AAAA-7BBB-8CCC-0123456789AB"), QString()};
    static const QStringList words = {QStringLiteral("set"),         QStringLiteral("create"),
                                      QStringLiteral("q:abr_offre"), QStringLiteral("value|direct"),
                                      QString::fromUtf8("جمعية"),    QString()};
    Operation op;
    op.format = random.chance(0.1) ? 7 : 1;
    op.replica = text(random, ids);
    op.sequence = static_cast<qint64>(random.next() >> (1 + random.below(62)));
    op.physical = static_cast<qint64>(random.next() >> (1 + random.below(62)));
    op.logical = static_cast<int>(random.below(0x7fffffff));
    op.author = text(random, words);
    op.cause = text(random, words);
    op.kind = text(random, words);
    op.entityType = text(random, words);
    op.entityId = text(random, ids);
    op.parentId = text(random, ids);
    op.field = text(random, words);
    op.value = text(random, words);
    for (quint32 i = random.below(3); i > 0; --i)
        op.previous << text(random, ids) + u':' + QString::number(random.next() >> random.below(63));
    return op;
}

QString written(const Operation& op)
{
    return QStringList{QString::number(op.format),
                       op.replica,
                       QString::number(op.sequence),
                       QString::number(op.physical),
                       QString::number(op.logical),
                       op.author,
                       op.cause,
                       op.kind,
                       op.entityType,
                       op.entityId,
                       op.parentId,
                       op.field,
                       op.value,
                       op.previous.join(QStringLiteral(" & "))}
        .join(u'\n');
}

QStringList decoded(QByteArrayView chunk)
{
    QStringList out;
    dossier::journal::decodeChunk(chunk, [&](const Operation& op) { out << written(op); });
    return out;
}

} // namespace

TEST(OperationCodec, givesBackAnyOperations)
{
    base::Random random(1);
    for (int round = 0; round < 300; ++round) {
        ChunkEncoder encoder;
        QStringList expected;
        for (quint32 i = random.below(20); i > 0; --i) {
            Operation op = anyOperation(random);
            expected << written(op);
            encoder.add(op);
            while (random.chance(0.5)) { // the usual case: the next field of the same entity
                ++op.sequence;
                ++op.logical;
                op.field = text(random, {QStringLiteral("q:a"), QStringLiteral("q:b")});
                expected << written(op);
                encoder.add(op);
            }
        }
        const QByteArray chunk = encoder.take();
        EXPECT_EQ(decoded(chunk), expected);
        EXPECT_EQ(dossier::journal::countOperations(chunk), expected.size());
        EXPECT_EQ(encoder.count(), 0);
    }
}

// A sample of chunk version 1, written down byte by byte when it was fixed: every later program must read it,
// and as long as nothing needs to change, write it.
TEST(OperationCodec, readsTheFrozenSampleOfVersionOne)
{
    const QByteArray sample = QByteArray::fromHex("01"                                 // chunk version
                                                  "0f"                                 // fifteen strings
                                                  "01018f2c3eaaaa7bbb8ccc0123456789ab" // 0: a UUID
                                                  "085a6fc3a9"                         // 1: Zoé
                                                  "0a656e747279"                       // 2: entry
                                                  "0c637265617465"                     // 3: create
                                                  "0c7265636f7264"                     // 4: record
                                                  "01018f2c3eaaaa7bbb8ccc0123456789ac" // 5: a UUID
                                                  "06736574"                           // 6: set
                                                  "14713a69645f7369676c65"             // 7: q:id_sigle
                                                  "0e76616c75657c41"                   // 8: value|A
                                                  "086e73707c"                         // 9: nsp|
                                                  "01018f2c3eaaaa7bbb8ccc0123456789ad" // 10: a UUID
                                                  "0c696d706f7274"                     // 11: import
                                                  "0c667574757265"                     // 12: future
                                                  "0e70617373616765"                   // 13: passage
                                                  "047031"                             // 14: p1
                                                  "04"                                 // four operations
                                                  "07"
                                                  "00010102"
                                                  "80fac6e7d75200"
                                                  "03"
                                                  "0405"
                                                  "30"
                                                  "06"
                                                  "0708"
                                                  "70"
                                                  "06"
                                                  "0709"
                                                  "010002"
                                                  "8f"
                                                  "02"
                                                  "0aac02010b"
                                                  "cf0f05"
                                                  "0c"
                                                  "0d0e"
                                                  "05");
    const QString replica = QStringLiteral("018f2c3e-aaaa-7bbb-8ccc-0123456789ab");
    const QString record = QStringLiteral("018f2c3e-aaaa-7bbb-8ccc-0123456789ac");
    const QString zoe = QString::fromUtf8("Zoé"), entry = QStringLiteral("entry");
    const QString field = QStringLiteral("q:id_sigle"), set = QStringLiteral("set");
    const QString type = QStringLiteral("record");
    const std::vector<Operation> expected = {
        {1, replica, 1, 1420534800000, 0, zoe, entry, QStringLiteral("create"), type, record, {}, {}, {}, {}},
        {1,
         replica,
         2,
         1420534800000,
         1,
         zoe,
         entry,
         set,
         type,
         record,
         {},
         field,
         QStringLiteral("value|A"),
         {}},
        {1,
         replica,
         3,
         1420534800000,
         2,
         zoe,
         entry,
         set,
         type,
         record,
         {},
         field,
         QStringLiteral("nsp|"),
         {replica + QStringLiteral(":2")}},
        {2,
         QStringLiteral("018f2c3e-aaaa-7bbb-8ccc-0123456789ad"),
         300,
         1420534799000,
         5,
         zoe,
         QStringLiteral("import"),
         QStringLiteral("future"),
         QStringLiteral("passage"),
         QStringLiteral("p1"),
         record,
         {},
         {},
         {}}};
    QStringList texts;
    ChunkEncoder encoder;
    for (const Operation& op : expected) {
        texts << written(op);
        encoder.add(op);
    }
    EXPECT_EQ(decoded(sample), texts);
    EXPECT_EQ(encoder.take().toHex(), sample.toHex());
}

TEST(OperationCodec, survivesHostileBytes)
{
    base::Random random(2);
    ChunkEncoder encoder;
    for (int i = 0; i < 30; ++i)
        encoder.add(anyOperation(random));
    const QByteArray good = encoder.take();
    int refused = 0;
    for (int round = 0; round < 20000; ++round) {
        QByteArray bad = good;
        for (quint32 i = 1 + random.below(4); i > 0; --i)
            bad[static_cast<qsizetype>(random.below(static_cast<quint32>(bad.size())))] =
                static_cast<char>(random.next());
        if (random.chance(0.3))
            bad.truncate(static_cast<qsizetype>(random.below(static_cast<quint32>(bad.size()))));
        try {
            decoded(bad);
        } catch (const base::Error& error) {
            ++refused;
            EXPECT_TRUE(error.code() == base::ErrorCode::Damaged || error.code() == base::ErrorCode::TooNew);
        }
    }
    EXPECT_GT(refused, 5000);
}

TEST(Journal, mergesSmallChunksWithoutLosingOrder)
{
    base::Random random(3);
    dossier::journal::Journal journal;
    QStringList expected;
    std::vector<QStringList> chunks;
    for (int i = 0; i < 60; ++i) {
        ChunkEncoder encoder;
        chunks.emplace_back();
        for (quint32 n = i % 20 == 7 ? 5000 : 1 + random.below(300); n > 0; --n) {
            const Operation op = anyOperation(random);
            encoder.add(op);
            journal.note(op);
            chunks.back() << written(op);
        }
        expected << chunks.back();
        journal.addChunk(encoder.take());
    }
    std::vector<int> moved;
    const auto merged = journal.merged(moved);
    EXPECT_LT(merged.chunkCount(), 20);
    QStringList got;
    for (int i = 0; i < merged.chunkCount(); ++i)
        got << decoded(merged.chunk(i));
    EXPECT_EQ(got, expected);
    for (size_t i = 0; i < chunks.size(); ++i)
        EXPECT_TRUE(decoded(merged.chunk(moved[i])).contains(chunks[i].first())) << i;
    EXPECT_EQ(merged.operationCount(), expected.size());
    EXPECT_EQ(merged.frontier(), journal.frontier());
}

TEST(HybridTime, neverGoesBack)
{
    dossier::journal::HybridTime time;
    time.advance(1000);
    EXPECT_EQ(std::pair(time.physical, time.logical), std::pair(qint64(1000), 0));
    time.advance(1000);
    time.advance(400); // the clock was set back
    EXPECT_EQ(std::pair(time.physical, time.logical), std::pair(qint64(1000), 2));
    Operation op;
    op.physical = 5000;
    op.logical = 9;
    time.observe(op);
    time.advance(2000);
    EXPECT_EQ(std::pair(time.physical, time.logical), std::pair(qint64(5000), 10));
    time.advance(6000);
    EXPECT_EQ(std::pair(time.physical, time.logical), std::pair(qint64(6000), 0));
}
