// The first byte says what the rest is: a file as it stands; a file whose header is given the hash it needs;
// or what the holder of the key may seal, as sections and frames each preceded by its kind and size.
#include "base/error.h"
#include "dossier/bytes.h"
#include "dossier/container/container.h"
#include "dossier/dossier.h"

#include <QFile>
#include <QTemporaryDir>

// Nothing here has to survive a power cut, and the disk would take most of the time.
extern "C" int fsync(int)
{
    return 0;
}

using namespace dossier::container;

namespace {

struct Ignored final : ContentVisitor
{
    void section(Section) override {}
    void snapshotEnd() override {}
    void frame(QByteArray) override {}
};

struct Part
{
    quint8 kind = 0;
    QByteArray bytes;
};

std::vector<Part> parts(QByteArrayView input)
{
    std::vector<Part> out;
    while (input.size() >= 3) {
        const qsizetype size =
            std::min(qsizetype(qFromLittleEndian<quint16>(input.data() + 1)), input.size() - 3);
        out.push_back({static_cast<quint8>(input[0]), input.sliced(3, size).toByteArray()});
        input = input.sliced(3 + size);
    }
    return out;
}

void write(const QString& path, const QByteArray& bytes)
{
    QFile file(path);
    if (file.open(QIODevice::WriteOnly)) file.write(bytes);
}

/// The announced size is believed, and the hash put where it says.
QByteArray withHash(QByteArray bytes)
{
    if (bytes.size() < 16) return bytes;
    const quint32 size = qFromLittleEndian<quint32>(bytes.constData() + 12);
    if (size < 32 || size > quint32(bytes.size())) return bytes;
    return bytes.replace(size - 32, 32, hash(QByteArrayView(bytes).first(size - 32)));
}

void seal(const QString& path, const std::vector<Part>& content)
{
    Container c = Container::create(path, QByteArray(16, 'i'), {}, [&](SnapshotWriter& writer) {
        for (const Part& part : content)
            if (part.kind < 0x80) writer.add(part.kind, part.bytes);
    });
    for (const Part& part : content)
        if (part.kind >= 0x80) c.append(part.bytes);
    c.close();
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size)
{
    static const QTemporaryDir folder;
    static const base::SystemClock clock;
    if (size == 0) return 0;
    const QString path = folder.filePath(QStringLiteral("a.osc"));
    QFile::remove(path);
    const QByteArray input(reinterpret_cast<const char*>(data + 1), static_cast<qsizetype>(size - 1));
    try {
        if (data[0] % 3 == 2) {
            seal(path, parts(input));
            dossier::check(path, {}, clock);
        } else {
            write(path, data[0] % 3 == 0 ? input : withHash(input));
            Ignored content;
            Container::open(path, {}, Mode::ReadOnly, content).verifyBlobs();
        }
    } catch (const base::Error&) {
        // Refused: what is expected of most files.
    }
    return 0;
}
