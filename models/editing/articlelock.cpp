// SPDX-License-Identifier: Apache-2.0
#include "editing/articlelock.h"

#include "base/filelayer.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLocale>
#include <QSysInfo>
#include <QUuid>

#include <cerrno>
#include <csignal>

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace dateline {

namespace {

struct Messages
{
    Q_DECLARE_TR_FUNCTIONS(dateline::ArticleLock)
};

constexpr qint64 MostBytes = 64 * 1024;

/// When the process started, as the kernel counts it; empty where it does not tell.
QString startOf(qint64 process)
{
    QFile stat(u"/proc/%1/stat"_s.arg(process));
    if (!stat.open(QIODevice::ReadOnly))
        return {};
    // The name, in brackets, may hold anything; the start is the 20th field behind it.
    const QByteArray line = stat.readAll();
    const QByteArrayList fields = line.mid(line.lastIndexOf(')') + 2).split(' ');
    return QString::fromLatin1(fields.value(19));
}

LockHolder selfAs(const QString &owner)
{
    const qint64 process = QCoreApplication::applicationPid();
    const QString user = owner.isEmpty() ? qEnvironmentVariable("USER") : owner;
    return {user,
            QSysInfo::machineHostName(),
            process,
            startOf(process),
            SystemClock().now(),
            QUuid::createUuid().toString(QUuid::Id128)};
}

QByteArray toBytes(const LockHolder &holder)
{
    const QJsonObject object{{u"program"_s, u"Dateline"_s},  {u"owner"_s, holder.owner},     {u"host"_s, holder.host},
                             {u"process"_s, holder.process}, {u"started"_s, holder.started}, {u"since"_s, toIsoUtc(holder.since)},
                             {u"token"_s, holder.token}};
    return QJsonDocument(object).toJson();
}

std::optional<LockHolder> fromBytes(const QByteArray &bytes)
{
    const QJsonObject object = QJsonDocument::fromJson(bytes).object();
    LockHolder holder{object.value(u"owner").toString(),
                      object.value(u"host").toString(),
                      object.value(u"process").toInteger(),
                      object.value(u"started").toString(),
                      fromIsoUtc(object.value(u"since").toString()),
                      object.value(u"token").toString()};
    if (holder.host.isEmpty() || holder.process <= 0 || holder.token.isEmpty() || !holder.since.isValid())
        return std::nullopt;
    return holder;
}

bool isAlive(const LockHolder &holder)
{
    if (::kill(pid_t(holder.process), 0) != 0 && errno == ESRCH)
        return false;
    const QString start = startOf(holder.process);
    return start.isEmpty() || holder.started.isEmpty() || start == holder.started;
}

/// An open lock file, under flock() while it lives.
class OpenLock
{
public:
    OpenLock(const QString &fileName, int flags)
    {
        const QByteArray name = QFile::encodeName(fileName);
        // Somebody may remove the file between opening and locking it: then it is another one.
        for (int attempt = 0; attempt < 100; ++attempt) {
            m_descriptor = ::open(name.constData(), flags | O_CLOEXEC | O_NOFOLLOW, 0666);
            if (m_descriptor < 0) {
                m_code = -errno;
                return;
            }
            while (::flock(m_descriptor, LOCK_EX) != 0 && errno == EINTR) { }
            struct stat opened, named;
            if (::fstat(m_descriptor, &opened) == 0 && ::stat(name.constData(), &named) == 0 && opened.st_ino == named.st_ino
                && opened.st_dev == named.st_dev)
                return;
            ::close(m_descriptor);
            m_descriptor = -1;
            m_code = -EAGAIN;
        }
    }
    ~OpenLock()
    {
        if (m_descriptor >= 0)
            ::close(m_descriptor);
    }
    Q_DISABLE_COPY_MOVE(OpenLock)

    [[nodiscard]] bool isOpen() const { return m_descriptor >= 0; }
    [[nodiscard]] int code() const { return m_code; }

    /// Who it says, and whether that is stale.
    [[nodiscard]] std::optional<LockHolder> living() const
    {
        const std::optional<LockHolder> holder = stated();
        struct stat state;
        if (!holder || ::fstat(m_descriptor, &state) != 0)
            return std::nullopt;
        const qint64 age = QDateTime::currentSecsSinceEpoch() - qint64(state.st_mtime);
        if (holder->host == QSysInfo::machineHostName())
            return isAlive(*holder) ? holder : std::nullopt;
        return age <= ArticleLock::StaleAfterSeconds ? holder : std::nullopt;
    }
    [[nodiscard]] std::optional<LockHolder> stated() const
    {
        QByteArray bytes(MostBytes, '\0');
        const ssize_t count = ::pread(m_descriptor, bytes.data(), size_t(bytes.size()), 0);
        bytes.truncate(std::max<ssize_t>(0, count));
        return fromBytes(bytes);
    }
    [[nodiscard]] int state(const LockHolder &holder) const
    {
        const QByteArray bytes = toBytes(holder);
        if (::ftruncate(m_descriptor, 0) != 0)
            return -errno;
        return ::pwrite(m_descriptor, bytes.constData(), size_t(bytes.size()), 0) == bytes.size() ? 0 : -ENOSPC;
    }
    void touch() const { ::futimens(m_descriptor, nullptr); }

private:
    int m_descriptor = -1;
    int m_code = 0;
};

} // namespace

QString describe(const LockHolder &holder, const QString &fileName)
{
    const QDateTime since = holder.since.toLocalTime();
    const QString time = since.date() == QDate::currentDate()
                           ? since.toString(u"HH:mm"_s)
                           : QLocale().toString(since.date(), QLocale::ShortFormat) + since.toString(u" HH:mm"_s);
    const QString owner = holder.owner.isEmpty() ? Messages::tr("Somebody") : holder.owner;
    return Messages::tr("%1 has %2 open on %3 since %4").arg(owner, fileName, holder.host, time);
}

QString ArticleLock::lockFileOf(const QString &file)
{
    // Two names of one file share a lock.
    const QFileInfo info(file);
    const QFileInfo real(info.exists() ? info.canonicalFilePath() : info.absoluteFilePath());
    return real.absolutePath() + u"/.~lock."_s + real.fileName().left(100) + u'#';
}

ArticleLock::Outcome ArticleLock::acquire(const QString &file, const QString &owner, Mode mode)
{
    const QString fileName = lockFileOf(file);
    const auto refused = [&](int code) {
        return Outcome{nullptr, std::nullopt,
                       Error{ErrorKind::Unwritable,
                             Messages::tr("No lock can be made beside the file: %1. Others will not see that you work on it.")
                                 .arg(writeProblem(code)),
                             fileName, 0}};
    };
    const OpenLock open(fileName, O_RDWR | O_CREAT);
    if (!open.isOpen())
        return refused(open.code());
    if (mode == Mode::Ask) {
        if (const std::optional<LockHolder> holder = open.living())
            return {nullptr, holder, std::nullopt};
    }
    const LockHolder self = selfAs(owner);
    if (const int code = open.state(self); code != 0)
        return refused(code);
    return {std::unique_ptr<ArticleLock>(new ArticleLock(fileName, self)), std::nullopt, std::nullopt};
}

std::optional<LockHolder> ArticleLock::holderOf(const QString &file)
{
    const OpenLock open(lockFileOf(file), O_RDONLY);
    return open.isOpen() ? open.living() : std::nullopt;
}

bool ArticleLock::isHeld() const
{
    const OpenLock open(m_fileName, O_RDONLY);
    return open.isOpen() && open.stated() == m_self;
}

bool ArticleLock::refresh()
{
    const OpenLock open(m_fileName, O_RDWR);
    if (!open.isOpen() || open.stated() != m_self)
        return false;
    open.touch();
    return true;
}

ArticleLock::~ArticleLock()
{
    const OpenLock open(m_fileName, O_RDWR);
    if (open.isOpen() && open.stated() == m_self)
        QFile::remove(m_fileName);
}

} // namespace dateline
