// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>

namespace dateline::test {

/// What one run of `dateline-cli` gave.
struct Run
{
    int status = -1; ///< -1: it did not start, hung or crashed
    QByteArray out;
    QByteArray err;
};

/// Runs the built program and waits for its end; `epoch`: SOURCE_DATE_EPOCH, which fixes its clock; empty: none.
inline Run run(const QStringList &arguments, const QByteArray &in = {}, const QString &folder = {},
               const QByteArray &epoch = "1700000000")
{
    using namespace Qt::StringLiterals;
    QProcess process;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    if (epoch.isEmpty())
        environment.remove(u"SOURCE_DATE_EPOCH"_s);
    else
        environment.insert(u"SOURCE_DATE_EPOCH"_s, QString::fromLatin1(epoch));
    process.setProcessEnvironment(environment);
    if (!folder.isEmpty())
        process.setWorkingDirectory(folder);
    process.start(QStringLiteral(DATELINE_CLI), arguments);
    process.write(in);
    process.closeWriteChannel();
    if (!process.waitForFinished(120000) || process.exitStatus() != QProcess::NormalExit)
        return {-1, {}, process.errorString().toUtf8()};
    return {process.exitCode(), process.readAllStandardOutput(), process.readAllStandardError()};
}

/// The objects of JSON lines.
inline QList<QJsonObject> lines(const QByteArray &bytes)
{
    QList<QJsonObject> objects;
    for (const QByteArray &line : bytes.split('\n')) {
        if (!line.isEmpty())
            objects.append(QJsonDocument::fromJson(line).object());
    }
    return objects;
}

} // namespace dateline::test
