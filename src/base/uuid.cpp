#include "base/uuid.h"

#include <QRandomGenerator>
#include <QUuid>

#include <array>
#include <mutex>

namespace base {
namespace {

/// Milliseconds and a 12-bit counter that never go backwards within the process.
struct Tick
{
    quint64 milliseconds;
    quint16 counter;
};

Tick nextTick(quint64 now)
{
    static std::mutex mutex;
    static quint64 last = 0;
    static quint16 counter = 0;
    const std::lock_guard lock(mutex);
    if (now > last) {
        last = now;
        counter = 0;
    } else if (++counter == 0x1000) {
        ++last;
        counter = 0;
    }
    return {last, counter};
}

} // namespace

QString newUuid(const Clock& clock)
{
    const Tick tick = nextTick(static_cast<quint64>(clock.nowUtc().toMSecsSinceEpoch()));
    std::array<quint32, 2> random{};
    QRandomGenerator::system()->fillRange(random.data(), 2);

    const auto high = static_cast<uint>(tick.milliseconds >> 16);
    const auto middle = static_cast<ushort>(tick.milliseconds & 0xffff);
    const auto version = static_cast<ushort>(0x7000 | tick.counter);
    const auto byte = [&](int i) {
        return static_cast<uchar>(random[static_cast<size_t>(i / 4)] >> (8 * (i % 4)));
    };
    const QUuid uuid(high, middle, version, static_cast<uchar>(0x80 | (byte(0) & 0x3f)), byte(1), byte(2),
                     byte(3), byte(4), byte(5), byte(6), byte(7));
    return uuid.toString(QUuid::WithoutBraces);
}

bool isUuid(const QString& text)
{
    return text.size() == 36 && !QUuid::fromString(text).isNull();
}

} // namespace base
