#pragma once
#include <QDate>
#include <QDateTime>

namespace base {

/// Source of the current instant, passed to whoever needs one so that tests and reproducible runs decide.
class Clock
{
public:
    virtual ~Clock() = default;
    /// Current instant, in UTC.
    virtual QDateTime nowUtc() const = 0;
};

class SystemClock final : public Clock
{
public:
    QDateTime nowUtc() const override { return QDateTime::currentDateTimeUtc(); }
};

class FixedClock final : public Clock
{
public:
    explicit FixedClock(QDateTime instant) : m_instant(instant.toUTC()) {}
    QDateTime nowUtc() const override { return m_instant; }
    void set(const QDateTime& instant) { m_instant = instant.toUTC(); }

private:
    QDateTime m_instant;
};

} // namespace base
