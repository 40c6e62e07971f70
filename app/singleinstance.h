// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QLocalServer>
#include <QObject>
#include <QStringList>

namespace dateline {

/// A second start of the same user hands its files to the first and ends. A name that nobody
/// answers any more is taken over. GUI thread.
class SingleInstance final : public QObject
{
    Q_OBJECT

public:
    explicit SingleInstance(QObject *parent = nullptr);

    /// True: the first instance took `files` (absolute paths), this one may end.
    [[nodiscard]] bool handOver(const QStringList &files);
    /// Starts to listen for later starts.
    void listen();

Q_SIGNALS:
    /// A later start handed over its files; none: just come to the front.
    void filesReceived(const QStringList &files);

private:
    void receive();
    [[nodiscard]] static QString serverName();

    QLocalServer m_server;
};

} // namespace dateline
