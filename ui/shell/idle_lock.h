#pragma once
#include <QObject>
#include <QString>
#include <QTimer>

namespace ui {

/// Setting: minutes before a protected study locks itself; 0: never.
inline const QString lockMinutesKey = QStringLiteral("verrou/minutes");

/// Counts the minutes during which nobody touches keyboard or mouse.
class IdleLock final : public QObject
{
    Q_OBJECT
public:
    static constexpr int DefaultMinutes = 10;

    explicit IdleLock(QObject* parent = nullptr);
    /// 0: never.
    void setMinutes(int minutes);
    /// Tests count faster.
    void setInterval(int milliseconds);
    void stop() { setInterval(0); }

Q_SIGNALS:
    void expired();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    QTimer m_timer;
};

} // namespace ui
