#pragma once
#include "base/error.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QtEndian>

namespace dossier {

/// Appends little-endian numbers, variable-length numbers (7 bits per byte, lowest first) and raw bytes.
class ByteWriter
{
public:
    void u8(quint8 value) { m_bytes.append(static_cast<char>(value)); }
    void u32(quint32 value) { number(value); }
    void u64(quint64 value) { number(value); }
    void varint(quint64 value)
    {
        while (value >= 0x80) {
            u8(static_cast<quint8>(value | 0x80));
            value >>= 7;
        }
        u8(static_cast<quint8>(value));
    }
    void raw(QByteArrayView bytes) { m_bytes.append(bytes.data(), bytes.size()); }

    qsizetype size() const { return m_bytes.size(); }
    const QByteArray& bytes() const { return m_bytes; }

private:
    template <typename T> void number(T value)
    {
        value = qToLittleEndian(value);
        m_bytes.append(reinterpret_cast<const char*>(&value), sizeof value);
    }
    QByteArray m_bytes;
};

/// Reads what ByteWriter wrote; throws Error(Damaged) rather than read past the end.
class ByteReader
{
public:
    explicit ByteReader(QByteArrayView bytes) : m_rest(bytes) {}

    quint8 u8() { return static_cast<quint8>(raw(1).front()); }
    quint32 u32() { return qFromLittleEndian<quint32>(raw(4).data()); }
    quint64 u64() { return qFromLittleEndian<quint64>(raw(8).data()); }
    quint64 varint()
    {
        quint64 value = 0;
        for (int shift = 0; shift < 64; shift += 7) {
            const quint8 byte = u8();
            value |= static_cast<quint64>(byte & 0x7f) << shift;
            if (byte < 0x80) return value;
        }
        throw base::Error(base::ErrorCode::Damaged, QStringLiteral("number without end"));
    }
    /// A count of things that take at least one byte each: bounded by what is left, so that a hostile count
    /// takes no memory.
    qsizetype count()
    {
        const quint64 value = varint();
        if (value > static_cast<quint64>(m_rest.size())) fail();
        return static_cast<qsizetype>(value);
    }
    QByteArrayView raw(qsizetype size)
    {
        if (size < 0 || size > m_rest.size()) fail();
        const QByteArrayView taken = m_rest.first(size);
        m_rest = m_rest.sliced(size);
        return taken;
    }
    qsizetype remaining() const { return m_rest.size(); }
    bool atEnd() const { return m_rest.isEmpty(); }

private:
    [[noreturn]] static void fail()
    {
        throw base::Error(base::ErrorCode::Damaged, QStringLiteral("content ends too early"));
    }
    QByteArrayView m_rest;
};

} // namespace dossier
