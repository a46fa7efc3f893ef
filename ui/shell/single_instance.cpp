#include "ui/shell/single_instance.h"

#include <QDir>
#include <QLocalSocket>

namespace ui {

SingleInstance::SingleInstance(QObject* parent)
    : QObject(parent),
      m_name(qEnvironmentVariable("CARTOSC_INSTANCE", QStringLiteral("cartosc-") + QDir::home().dirName()))
{
    m_server.setSocketOptions(QLocalServer::UserAccessOption);
    connect(&m_server, &QLocalServer::newConnection, this, &SingleInstance::receive);
}

bool SingleInstance::handOver(const QString& file)
{
    QLocalSocket socket;
    socket.connectToServer(m_name);
    if (!socket.waitForConnected(300)) return false;
    socket.write((file.isEmpty() ? file : QDir::current().absoluteFilePath(file)).toUtf8() + '\n');
    return socket.waitForBytesWritten(1000);
}

void SingleInstance::listen()
{
    // Nobody answered: a socket file left by a crash must not forbid this start.
    QLocalServer::removeServer(m_name);
    m_server.listen(m_name);
}

void SingleInstance::receive()
{
    QLocalSocket* socket = m_server.nextPendingConnection();
    connect(socket, &QLocalSocket::disconnected, socket, &QObject::deleteLater);
    connect(socket, &QLocalSocket::readyRead, this, [this, socket] {
        if (!socket->canReadLine()) return;
        Q_EMIT fileAsked(QString::fromUtf8(socket->readLine()).trimmed());
        socket->disconnectFromServer();
    });
}

} // namespace ui
