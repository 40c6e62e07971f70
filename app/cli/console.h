// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/clock.h"
#include "base/issue.h"
#include "base/result.h"

#include <QCoreApplication>
#include <QJsonDocument>
#include <QString>

#include <memory>

namespace dateline::cli {

/// Translations of all that the command line says.
struct Text
{
    Q_DECLARE_TR_FUNCTIONS(dateline::CommandLine)
};

/// The exit statuses of every command.
enum ExitStatus { Done = 0, SomeFailed = 1, WrongUsage = 2 };

/// Results go to standard output, everything else to standard error. Whole writes; any thread
/// may report, one at a time.
void printOut(const QByteArray &bytes);
void printLine(const QString &line);
void printJson(const QJsonDocument &document);
/// "FILE:LINE: message".
void report(const Error &error);
void report(const Issue &issue, const QString &file);
/// A line about how things go, on standard error.
void printMessage(const QString &line);
void reportUsage(const QString &message, const QString &command);
/// False after standard output could not be written (a closed pipe, a full disk).
[[nodiscard]] bool isOutputGood();

/// Drawn on standard error when that is a terminal, else silent.
class Progress
{
public:
    explicit Progress(qsizetype total);
    ~Progress();
    Q_DISABLE_COPY_MOVE(Progress)
    void advance();

private:
    qsizetype m_total;
    qsizetype m_done = 0;
    bool m_isShown;
};

/// The machine's clock, or the moment that SOURCE_DATE_EPOCH names.
[[nodiscard]] std::shared_ptr<const Clock> commandClock();

} // namespace dateline::cli
