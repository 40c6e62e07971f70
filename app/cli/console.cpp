// SPDX-License-Identifier: Apache-2.0
#include "console.h"

#include <cstdio>
#include <mutex>

#include <unistd.h>

using namespace Qt::StringLiterals;

namespace dateline::cli {

namespace {

std::mutex outputMutex;
bool isGood = true;
bool hasProgressLine = false;

void writeTo(std::FILE *stream, const QByteArray &bytes)
{
    const std::scoped_lock guard(outputMutex);
    if (stream == stderr && hasProgressLine) {
        std::fputs("\r\033[K", stderr);
        hasProgressLine = false;
    }
    const bool isWritten = std::fwrite(bytes.constData(), 1, size_t(bytes.size()), stream) == size_t(bytes.size())
                        && std::fflush(stream) == 0;
    if (stream == stdout && !isWritten)
        isGood = false;
}

} // namespace

void printOut(const QByteArray &bytes) { writeTo(stdout, bytes); }

void printLine(const QString &line) { writeTo(stdout, line.toUtf8() + '\n'); }

void printJson(const QJsonDocument &document) { writeTo(stdout, document.toJson(QJsonDocument::Indented)); }

void report(const Error &error) { writeTo(stderr, error.toString().toUtf8() + '\n'); }

void report(const Issue &issue, const QString &file)
{
    report(Error{ErrorKind::Malformed, issue.message, issue.file.isEmpty() ? file : issue.file, issue.line});
}

void printMessage(const QString &line) { writeTo(stderr, (line + u'\n').toUtf8()); }

void reportUsage(const QString &message, const QString &command)
{
    const QString help = command.isEmpty() ? u"dateline-cli --help"_s : u"dateline-cli %1 --help"_s.arg(command);
    writeTo(stderr, (u"dateline-cli: "_s + message + u'\n' + Text::tr("Try \"%1\".").arg(help) + u'\n').toUtf8());
}

bool isOutputGood()
{
    const std::scoped_lock guard(outputMutex);
    return isGood;
}

Progress::Progress(qsizetype total) : m_total(total), m_isShown(total > 1 && ::isatty(STDERR_FILENO) != 0) { }

Progress::~Progress()
{
    if (m_isShown)
        writeTo(stderr, {});
}

void Progress::advance()
{
    ++m_done;
    if (!m_isShown)
        return;
    constexpr qsizetype Width = 40;
    const qsizetype filled = Width * m_done / m_total;
    const QString bar = u"[%1%2] %3/%4"_s.arg(QString(filled, u'#'), QString(Width - filled, u' ')).arg(m_done).arg(m_total);
    const std::scoped_lock guard(outputMutex);
    std::fputs(("\r" + bar.toUtf8()).constData(), stderr);
    std::fflush(stderr);
    hasProgressLine = true;
}

std::shared_ptr<const Clock> commandClock()
{
    bool isNumber = false;
    const qint64 seconds = qgetenv("SOURCE_DATE_EPOCH").toLongLong(&isNumber);
    if (isNumber && seconds >= 0)
        return std::make_shared<FixedClock>(QDateTime::fromSecsSinceEpoch(seconds, Qt::UTC));
    return std::make_shared<SystemClock>();
}

} // namespace dateline::cli
