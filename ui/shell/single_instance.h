#pragma once
#include <QLocalServer>

namespace ui {

/// One window per user: a second start hands its file to the first and ends.
class SingleInstance final : public QObject
{
    Q_OBJECT
public:
    explicit SingleInstance(QObject* parent = nullptr);
    /// True when another instance took the file; the caller should end.
    bool handOver(const QString& file);
    void listen();

Q_SIGNALS:
    void fileAsked(const QString& file); ///< empty: only come to the front

private:
    void receive();
    QString m_name;
    QLocalServer m_server;
};

} // namespace ui
