// SPDX-License-Identifier: Apache-2.0
#include "app/singleinstance.h"

#include <QCryptographicHash>
#include <QDataStream>
#include <QDir>
#include <QLocalSocket>
#include <QStandardPaths>

using namespace Qt::StringLiterals;

namespace dateline {

namespace {
constexpr int PatienceMs = 1500;
constexpr qint64 MaximumMessage = 1024 * 1024;
} // namespace

SingleInstance::SingleInstance(QObject *parent) : QObject(parent)
{
    m_server.setSocketOptions(QLocalServer::UserAccessOption);
    connect(&m_server, &QLocalServer::newConnection, this, &SingleInstance::receive);
}

QString SingleInstance::serverName()
{
    // One name a user and data folder, so that a test or a second profile stays apart.
    const QString folder = QStandardPaths::writableLocation(QStandardPaths::AppLocalDataLocation);
    const QByteArray digest =
        QCryptographicHash::hash((QDir::homePath() + folder).toUtf8(), QCryptographicHash::Sha256).toHex().left(16);
    return u"dateline-"_s + QString::fromLatin1(digest);
}

bool SingleInstance::handOver(const QStringList &files)
{
    QLocalSocket socket;
    socket.connectToServer(serverName());
    if (!socket.waitForConnected(PatienceMs))
        return false;
    QByteArray message;
    QDataStream stream(&message, QIODevice::WriteOnly);
    stream.setVersion(QDataStream::Qt_6_4);
    stream << files;
    socket.write(message);
    socket.flush();
    // The answer proves that somebody reads: a hung program must not swallow the files.
    const bool isTaken = socket.waitForReadyRead(PatienceMs) && socket.readAll() == "ok";
    return isTaken;
}

void SingleInstance::listen()
{
    if (m_server.listen(serverName()))
        return;
    QLocalServer::removeServer(serverName()); // left behind by a program that died
    if (!m_server.listen(serverName()))
        qWarning("Later starts will open windows of their own: %s", qPrintable(m_server.errorString()));
}

void SingleInstance::receive()
{
    while (QLocalSocket *socket = m_server.nextPendingConnection()) {
        connect(socket, &QLocalSocket::disconnected, socket, &QObject::deleteLater);
        connect(socket, &QLocalSocket::readyRead, this, [this, socket] {
            if (socket->bytesAvailable() > MaximumMessage) {
                socket->abort();
                return;
            }
            QDataStream stream(socket);
            stream.setVersion(QDataStream::Qt_6_4);
            stream.startTransaction();
            QStringList files;
            stream >> files;
            if (!stream.commitTransaction())
                return;
            socket->write("ok");
            socket->flush();
            Q_EMIT filesReceived(files);
        });
    }
}

} // namespace dateline
