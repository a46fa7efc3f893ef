#pragma once
#include <QFile>

#include <algorithm>
#include <gtest/gtest.h>

namespace test {

/// Writes `times` copies of a piece between two ends, without holding them.
inline void fill(const QString& path, const QByteArray& head, const QByteArray& piece, qint64 times,
                 const QByteArray& tail = {})
{
    QFile file(path);
    ASSERT_TRUE(file.open(QIODevice::WriteOnly));
    file.write(head);
    const qint64 block = std::max<qint64>(1, 65536 / piece.size());
    const QByteArray many = piece.repeated(block);
    for (; times >= block; times -= block)
        file.write(many);
    file.write(piece.repeated(times));
    file.write(tail);
}

} // namespace test
