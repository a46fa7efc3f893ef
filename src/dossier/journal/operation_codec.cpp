#include "dossier/journal/operation_codec.h"

#include <QUuid>

using base::Error;
using base::ErrorCode;

namespace dossier::journal {
namespace {

constexpr quint8 ChunkVersion = 1;

/// What an operation writes because it differs from the one before.
enum Flag : quint8 {
    NewOrigin = 0x01, ///< replica, sequence, author, cause
    NewTime = 0x02,   ///< not "same millisecond, next count"
    NewEntity = 0x04,
    HasParent = 0x08,
    HasField = 0x10,
    HasValue = 0x20,
    HasPrevious = 0x40,
    NewFormat = 0x80
};

bool isCanonicalUuid(const QString& text)
{
    if (text.size() != 36 || text[8] != u'-') return false;
    const QUuid uuid = QUuid::fromString(text);
    return !uuid.isNull() && uuid.toString(QUuid::WithoutBraces) == text;
}

void writeString(ByteWriter& out, const QString& text)
{
    if (isCanonicalUuid(text)) {
        out.varint(1);
        out.raw(QUuid::fromString(text).toRfc4122());
        return;
    }
    const QByteArray bytes = text.toUtf8();
    out.varint(static_cast<quint64>(bytes.size()) << 1);
    out.raw(bytes);
}

QString readString(ByteReader& in)
{
    const quint64 tag = in.varint();
    if (tag == 1) return QUuid::fromRfc4122(in.raw(16)).toString(QUuid::WithoutBraces);
    if ((tag & 1) != 0 || tag >> 1 > static_cast<quint64>(in.remaining()))
        throw Error(ErrorCode::Damaged, QStringLiteral("bad string in operations"));
    return QString::fromUtf8(in.raw(static_cast<qsizetype>(tag >> 1)));
}

quint64 zigzag(qint64 value)
{
    return (static_cast<quint64>(value) << 1) ^ static_cast<quint64>(value >> 63);
}

qint64 unzigzag(quint64 value)
{
    return static_cast<qint64>(value >> 1) ^ -static_cast<qint64>(value & 1);
}

/// Splits "replica:sequence".
std::pair<QString, quint64> splitHead(const QString& head)
{
    const qsizetype colon = head.lastIndexOf(u':');
    return {head.left(colon), head.mid(colon + 1).toULongLong()};
}

quint8 flagsOf(const Operation& operation, const Operation& last)
{
    quint8 flags = 0;
    if (operation.replica != last.replica || operation.sequence != last.sequence + 1 ||
        operation.author != last.author || operation.cause != last.cause)
        flags |= NewOrigin;
    if (operation.physical != last.physical || operation.logical != last.logical + 1) flags |= NewTime;
    if (operation.entityId != last.entityId || operation.entityType != last.entityType) flags |= NewEntity;
    if (!operation.parentId.isEmpty()) flags |= HasParent;
    if (!operation.field.isEmpty()) flags |= HasField;
    if (!operation.value.isEmpty()) flags |= HasValue;
    if (!operation.previous.isEmpty()) flags |= HasPrevious;
    if (operation.format != last.format) flags |= NewFormat;
    return flags;
}

class Decoder
{
public:
    explicit Decoder(QByteArrayView chunk) : m_in(chunk) {}

    void run(const std::function<void(const Operation&)>& visit)
    {
        if (m_in.u8() != ChunkVersion)
            throw Error(ErrorCode::TooNew, QStringLiteral("operations of a later version"));
        const qsizetype strings = m_in.count();
        for (qsizetype i = 0; i < strings; ++i)
            m_strings.push_back(readString(m_in));
        const qsizetype operations = m_in.count();
        for (qsizetype i = 0; i < operations; ++i) {
            next();
            visit(m_operation);
        }
        if (!m_in.atEnd()) throw Error(ErrorCode::Damaged, QStringLiteral("bytes after the operations"));
    }

private:
    void next()
    {
        const quint8 flags = m_in.u8();
        if (flags & NewFormat) m_operation.format = static_cast<int>(m_in.varint());
        origin(flags);
        time(flags);
        m_operation.kind = text();
        if (flags & NewEntity) {
            m_operation.entityType = text();
            m_operation.entityId = text();
        }
        m_operation.parentId = flags & HasParent ? text() : QString();
        m_operation.field = flags & HasField ? text() : QString();
        m_operation.value = flags & HasValue ? text() : QString();
        m_operation.previous.clear();
        if (flags & HasPrevious) previous();
    }

    void origin(quint8 flags)
    {
        if (!(flags & NewOrigin)) {
            ++m_operation.sequence;
            return;
        }
        m_operation.replica = text();
        m_operation.sequence = static_cast<qint64>(m_in.varint());
        m_operation.author = text();
        m_operation.cause = text();
    }

    void time(quint8 flags)
    {
        if (!(flags & NewTime)) {
            ++m_operation.logical;
            return;
        }
        m_operation.physical += unzigzag(m_in.varint());
        m_operation.logical = static_cast<int>(m_in.varint());
    }

    void previous()
    {
        const qsizetype heads = m_in.count();
        for (qsizetype i = 0; i < heads; ++i) {
            const QString replica = text();
            m_operation.previous << replica + u':' + QString::number(m_in.varint());
        }
    }

    const QString& text()
    {
        const quint64 reference = m_in.varint();
        if (reference >= m_strings.size()) throw Error(ErrorCode::Damaged, QStringLiteral("unknown string"));
        return m_strings[static_cast<size_t>(reference)];
    }

    ByteReader m_in;
    std::vector<QString> m_strings;
    Operation m_operation;
};

} // namespace

void ChunkEncoder::add(const Operation& operation)
{
    // The decoder starts from a default operation; the first one is written in full against it.
    const quint8 flags = flagsOf(operation, m_last);
    m_operations.u8(flags);
    header(operation, flags);
    body(operation, flags);
    m_last = operation;
    ++m_count;
}

void ChunkEncoder::header(const Operation& operation, quint8 flags)
{
    if (flags & NewFormat) m_operations.varint(static_cast<quint64>(operation.format));
    if (flags & NewOrigin) {
        m_operations.varint(reference(operation.replica));
        m_operations.varint(static_cast<quint64>(operation.sequence));
        m_operations.varint(reference(operation.author));
        m_operations.varint(reference(operation.cause));
    }
    if (flags & NewTime) {
        m_operations.varint(zigzag(operation.physical - m_last.physical));
        m_operations.varint(static_cast<quint64>(operation.logical));
    }
}

void ChunkEncoder::body(const Operation& operation, quint8 flags)
{
    m_operations.varint(reference(operation.kind));
    if (flags & NewEntity) {
        m_operations.varint(reference(operation.entityType));
        m_operations.varint(reference(operation.entityId));
    }
    if (flags & HasParent) m_operations.varint(reference(operation.parentId));
    if (flags & HasField) m_operations.varint(reference(operation.field));
    if (flags & HasValue) m_operations.varint(reference(operation.value));
    if (!(flags & HasPrevious)) return;
    m_operations.varint(static_cast<quint64>(operation.previous.size()));
    for (const QString& head : operation.previous) {
        const auto [replica, sequence] = splitHead(head);
        m_operations.varint(reference(replica));
        m_operations.varint(sequence);
    }
}

QByteArray ChunkEncoder::take()
{
    ByteWriter out;
    out.u8(ChunkVersion);
    out.varint(m_strings.size());
    for (const QString& text : m_strings)
        writeString(out, text);
    out.varint(static_cast<quint64>(m_count));
    out.raw(m_operations.bytes());
    *this = {};
    return out.bytes();
}

quint64 ChunkEncoder::reference(const QString& text)
{
    const auto known = m_references.constFind(text);
    if (known != m_references.constEnd()) return *known;
    const quint64 number = m_strings.size();
    m_strings.push_back(text);
    m_stringBytes += text.size() + 2;
    m_references.insert(text, number);
    return number;
}

void decodeChunk(QByteArrayView chunk, const std::function<void(const Operation&)>& visit)
{
    Decoder(chunk).run(visit);
}

qsizetype countOperations(QByteArrayView chunk)
{
    ByteReader in(chunk);
    in.u8();
    for (qsizetype strings = in.count(); strings > 0; --strings) {
        const quint64 tag = in.varint();
        in.raw(tag == 1 ? 16 : static_cast<qsizetype>(tag >> 1));
    }
    return in.count();
}

} // namespace dossier::journal
