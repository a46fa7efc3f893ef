#include "base/random.h"
#include "dossier/bytes.h"
#include "dossier/container_fixture.h"
#include "dossier/dossier.h"
#include "dossier/dossier_private.h"
#include "dossier/journal/operation_codec.h"

#include <sys/resource.h>

// Whatever a file holds, opening it ends with its content or with an Error: run under AddressSanitizer by
// ./dev sanitize. The file is unprotected, so that whoever crafts it holds its key.

using namespace dossier::container;
using base::Random;

namespace {

constexpr int Mutants = 10'000, CraftedDossiers = 1'000;

QByteArray noise(Random& random, qsizetype size)
{
    QByteArray out(size, Qt::Uninitialized);
    for (char& c : out)
        c = static_cast<char>(random.next());
    return out;
}

qsizetype below(Random& random, qsizetype bound)
{
    return static_cast<qsizetype>(random.below(static_cast<quint32>(bound)));
}

/// Numbers that hurt: bounds, signs, and anything.
quint64 awkward(Random& random)
{
    const quint64 values[] = {0,
                              1,
                              2,
                              15,
                              16,
                              17,
                              0x7f,
                              0x80,
                              0xff,
                              0xffff,
                              0x7fffffff,
                              0x80000000,
                              0xffffffff,
                              0x7fffffffffffffff,
                              0x8000000000000000,
                              0xffffffffffffffff,
                              random.next()};
    return values[random.below(std::size(values))];
}

class ContainerHostileTest : public ContainerTest
{
protected:
    void SetUp() override
    {
        Container c = create();
        c.append("frame one");
        c.appendBlob(QByteArray(16, 'b'), QByteArray(3000, 'z'));
        c.append("frame two");
        c.abandon();
        good = test::readAll(path);
        const Header header = decode(good.first(HeaderSize));
        const SecretKey key = unlock(header, {});
        context =
            FrameContext{subkey(key, 2), subkey(key, 3), hash(good.first(HeaderSize)) + header.snapshotId};
        content = read();
    }

    QByteArray damaged(Random& random) const
    {
        QByteArray bad = good;
        const qsizetype at = below(random, bad.size());
        switch (random.below(5)) {
        case 0:
            for (quint32 i = 0; i <= random.below(4); ++i) {
                const qsizetype bit = below(random, bad.size() * 8);
                bad[bit / 8] = static_cast<char>(bad[bit / 8] ^ (1 << bit % 8));
            }
            return bad;
        case 1:
            return bad.replace(at, below(random, 64) + 1, noise(random, below(random, 64)));
        case 2:
            return bad.first(at);
        case 3:
            return bad.insert(at, bad.mid(below(random, bad.size()), below(random, 400)));
        default:
            return bad.remove(at, below(random, 400) + 1);
        }
    }

    /// A header that says it is whole.
    QByteArray craftedHeader(Random& random) const
    {
        QByteArray header = good.first(HeaderSize - 32);
        for (quint32 i = 0; i <= random.below(3); ++i) {
            const quint64 value = awkward(random);
            const qsizetype size = qsizetype(1) << random.below(4),
                            at = 8 + below(random, header.size() - 16);
            memcpy(header.data() + at, &value, static_cast<size_t>(size));
        }
        if (random.chance(0.3)) header += noise(random, 128 * below(random, 3));
        if (random.chance(0.7)) qToLittleEndian(static_cast<quint32>(header.size() + 32), header.data() + 12);
        return header + hash(header) + good.sliced(HeaderSize);
    }

    /// Frames and marks that verify.
    QByteArray craftedEnd(Random& random) const
    {
        const QByteArray tag = good.last(TagSize);
        const auto type = FrameType(random.below(6));
        if (random.chance(0.3)) {
            const Watermark mark{random.chance(0.5), random.chance(0.5) ? 3 : awkward(random), tag};
            return QByteArray(good).replace(HeaderSize + 64 * below(random, 2), 64, encode(context, mark));
        }
        if (random.chance(0.3)) { // a length of its own
            dossier::ByteWriter plain;
            plain.raw(QByteArrayView("OSF", 3));
            plain.u8(quint8(type));
            plain.u64(4);
            plain.u32(static_cast<quint32>(awkward(random)));
            return good + plain.bytes() +
                   keyedMac(context.binding + plain.bytes(), context.marking, TagSize) +
                   noise(random, below(random, 200));
        }
        QByteArray payload = noise(random, below(random, 100));
        if (type == FrameType::Blob) {
            const BlobDescription blob{QByteArray(16, random.chance(0.5) ? 'b' : 'c'), SecretKey::random(),
                                       static_cast<qint64>(awkward(random))};
            payload = encode(blob);
        }
        const quint64 sequence = random.chance(0.8) ? 4 : awkward(random);
        return good + sealFrame(context, type, sequence, payload, tag) + noise(random, below(random, 3100));
    }

    /// Opens, or says why not; anything else ends the test.
    void tryOpening(int number, bool authentic)
    {
        Content got;
        try {
            const Container c = Container::open(path, {}, Mode::ReadOnly, got);
            for (const auto& blob : c.blobs())
                c.isBlobWhole(blob.id);
        } catch (const Error& error) {
            EXPECT_NE(error.code(), ErrorCode::Internal) << number;
            return;
        }
        if (authentic) return;
        EXPECT_EQ(got.sections, content.sections) << number;
        EXPECT_EQ(got.frames, content.frames.first(got.frames.size())) << number;
    }

    /// The same file, as if a session had begun to write in it; frames may then follow.
    QByteArray openedForWriting(QByteArray file)
    {
        const Header header = decode(file.first(HeaderSize));
        const SecretKey key = unlock(header, {});
        context =
            FrameContext{subkey(key, 2), subkey(key, 3), hash(file.first(HeaderSize)) + header.snapshotId};
        const QByteArray mark = encode(context, Watermark{false, header.sequence, file.last(TagSize)});
        return file.replace(HeaderSize, 128, mark + mark);
    }

    QByteArray good;
    FrameContext context;
    Content content;
};

} // namespace

TEST_F(ContainerHostileTest, tenThousandMutantsAreOpenedOrRefused)
{
    struct rusage before
    {
    }, after{};
    getrusage(RUSAGE_SELF, &before);
    Random random(20150106);
    for (int i = 0; i < Mutants; ++i) {
        const quint32 way = random.below(3);
        put(way == 0 ? damaged(random) : way == 1 ? craftedHeader(random) : craftedEnd(random));
        tryOpening(i, way != 0);
    }
    getrusage(RUSAGE_SELF, &after);
#ifndef __SANITIZE_ADDRESS__
    EXPECT_LT(after.ru_maxrss - before.ru_maxrss, 64 * 1024) << "KiB taken by hostile files";
#endif
}

TEST_F(ContainerHostileTest, thousandCraftedDossiersAreOpenedOrRefused)
{
    const base::FixedClock clock(QDateTime(QDate(2015, 1, 6), QTime(9, 0), Qt::UTC));
    QFile::remove(path);
    dossier::Dossier::create(path, {}, clock)->close();
    const QByteArray empty = openedForWriting(test::readAll(path));
    dossier::journal::ChunkEncoder encoder;
    for (int i = 1; i <= 6; ++i) {
        dossier::Operation operation;
        operation.replica = QStringLiteral("01900000-0000-7000-8000-000000000001");
        operation.sequence = i;
        operation.physical = i;
        operation.author = QStringLiteral("N. Testeuse");
        operation.kind = i == 1 ? dossier::kind::Create : i == 6 ? dossier::kind::Delete : dossier::kind::Set;
        operation.entityType = dossier::entity::Record;
        operation.entityId = QStringLiteral("01900000-0000-7000-8000-000000000002");
        operation.field = i == 1 || i == 6 ? QString() : QStringLiteral("q:id_nom_fr");
        operation.value = QStringLiteral("value|Association Exemple");
        if (i > 2) operation.previous = QStringList{operation.replica + u':' + QString::number(i - 1)};
        encoder.add(operation);
    }
    const QByteArray payload = dossier::framePayload({encoder.take()});
    Random random(20150107);
    int opened = 0;
    for (int i = 0; i < CraftedDossiers; ++i) {
        QByteArray bad = payload;
        for (quint32 change = 0; change < random.below(4); ++change)
            bad[below(random, bad.size())] =
                static_cast<char>(random.chance(0.5) ? awkward(random) : random.next());
        put(empty + sealFrame(context, FrameType::Data, 1, bad, empty.last(TagSize)));
        try {
            dossier::check(path, {}, clock);
            ++opened;
        } catch (const Error& error) {
            const bool expected = error.code() == ErrorCode::Damaged || error.code() == ErrorCode::TooNew;
            EXPECT_TRUE(expected) << i << ": " << error.what();
        }
    }
    EXPECT_GT(opened, CraftedDossiers / 10);
    EXPECT_LT(opened, CraftedDossiers);
}
