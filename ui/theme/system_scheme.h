#pragma once
#include <QObject>

class QDBusVariant;

namespace ui {

/// Whether the desktop asks for dark windows, read from its settings portal over D-Bus and followed live.
class SystemScheme final : public QObject
{
    Q_OBJECT
public:
    explicit SystemScheme(QObject* parent = nullptr);
    bool prefersDark() const { return m_dark; }

Q_SIGNALS:
    void changed();

private Q_SLOTS:
    void settingChanged(const QString& group, const QString& key, const QDBusVariant& value);

private:
    void ask();
    bool m_dark = false;
};

} // namespace ui
