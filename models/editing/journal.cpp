// SPDX-License-Identifier: Apache-2.0
#include "editing/journal.h"

#include "editing/journalformat.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QUuid>

#include <cerrno>
#include <chrono>
#include <cstring>

#include <fcntl.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace dateline {

namespace {

struct Messages
{
    Q_DECLARE_TR_FUNCTIONS(dateline::Journal)
};

/// Gathers a burst of records into one sync, well inside the 500 ms promised.
constexpr auto SyncDelay = std::chrono::milliseconds(250);

/// 0, or the errno of the failure.
int writeAll(int descriptor, QByteArrayView bytes)
{
    qsizetype done = 0;
    while (done < bytes.size()) {
        const ssize_t written = ::write(descriptor, bytes.data() + done, size_t(bytes.size() - done));
        if (written < 0 && errno != EINTR)
            return errno;
        if (written > 0)
            done += written;
    }
    return 0;
}

int syncData(int descriptor)
{
#if defined(Q_OS_MACOS)
    return ::fsync(descriptor) == 0 ? 0 : errno;
#else
    return ::fdatasync(descriptor) == 0 ? 0 : errno;
#endif
}

/// Makes a rename last: a name is data of its folder.
void syncFolder(const QString &folder)
{
    const int descriptor = ::open(QFile::encodeName(folder).constData(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (descriptor < 0)
        return;
    ::fsync(descriptor);
    ::close(descriptor);
}

QString reasonOf(int code) { return QString::fromLocal8Bit(std::strerror(code)); }

/// Writes and syncs `bytes` under a name beside `fileName`, then puts it in the place of `fileName`:
/// the old journal stays whole until the new one is on the disk. The open descriptor, or minus errno.
int replaceFile(const QString &fileName, const QByteArray &bytes)
{
    const QByteArray temporary = QFile::encodeName(fileName + u".new"_s);
    const int descriptor = ::open(temporary.constData(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_APPEND, 0600);
    if (descriptor < 0)
        return -errno;
    int code = writeAll(descriptor, bytes);
    if (code == 0)
        code = syncData(descriptor);
    if (code == 0 && ::rename(temporary.constData(), QFile::encodeName(fileName).constData()) != 0)
        code = errno;
    if (code != 0) {
        ::close(descriptor);
        ::unlink(temporary.constData());
        return -code;
    }
    syncFolder(QFileInfo(fileName).absolutePath());
    return descriptor;
}

} // namespace

Journal::Journal(const QString &fileName, std::unique_ptr<QLockFile> lock) : m_fileName(fileName), m_lock(std::move(lock)) { }

Journal::~Journal()
{
    if (m_syncer.joinable()) {
        m_syncer.request_stop();
        m_wake.notify_all();
        m_syncer.join();
    }
    if (m_descriptor >= 0)
        ::close(m_descriptor);
}

Result<std::unique_ptr<Journal>> Journal::create(const QString &folder, const JournalBase &base)
{
    if (!QDir().mkpath(folder))
        return Error{ErrorKind::Unwritable,
                     Messages::tr("The folder for recovery cannot be made. Your work is safe only once it is saved."), folder, 0};
    const QString fileName = QDir(folder).filePath(QUuid::createUuid().toString(QUuid::WithoutBraces) + u".journal"_s);
    auto lock = std::make_unique<QLockFile>(fileName + u".lock"_s);
    lock->setStaleLockTime(0);
    if (!lock->tryLock(0))
        return Error{ErrorKind::Unwritable,
                     Messages::tr("The folder for recovery cannot be written. Your work is safe only once it is saved."), folder,
                     0};
    std::unique_ptr<Journal> journal(new Journal(fileName, std::move(lock)));
    const Result<void> written = journal->restart(base);
    if (!written)
        return written.error();
    return journal;
}

Result<void> Journal::restart(const JournalBase &base)
{
    const QByteArray bytes = journalformat::Magic.toByteArray() + journalformat::baseRecord(base);
    const std::scoped_lock guard(m_mutex);
    const int fresh = replaceFile(m_fileName, bytes);
    if (fresh < 0)
        return fail(reasonOf(-fresh));
    if (m_descriptor >= 0)
        ::close(m_descriptor);
    m_descriptor = fresh;
    m_end = bytes.size();
    m_count = 0;
    m_isDirty = false;
    m_error.reset();
    return {};
}

Result<void> Journal::append(const Transaction &transaction, StepKind kind)
{
    const QByteArray bytes = journalformat::stepRecord(transaction, kind);
    const std::scoped_lock guard(m_mutex);
    if (m_error)
        return *m_error;
    if (m_descriptor < 0)
        return {}; // discarded: the article is being closed
    if (const int code = writeAll(m_descriptor, bytes); code != 0) {
        // Half a record must not stand before whole ones.
        const bool isCut = ::ftruncate(m_descriptor, m_end) == 0;
        return fail(reasonOf(isCut ? code : errno));
    }
    m_end += bytes.size();
    ++m_count;
    markDirty();
    return {};
}

void Journal::discard()
{
    const std::scoped_lock guard(m_mutex);
    if (m_descriptor < 0)
        return;
    ::close(m_descriptor);
    m_descriptor = -1;
    m_isDirty = false;
    m_count = 0;
    QFile::remove(m_fileName);
    m_lock->unlock();
}

std::optional<Error> Journal::error() const
{
    const std::scoped_lock guard(m_mutex);
    return m_error;
}

Error Journal::fail(const QString &reason)
{
    m_error = Error{
        ErrorKind::Unwritable,
        Messages::tr("The journal for recovery cannot be written (%1). Nothing is lost yet: save the article now.").arg(reason),
        m_fileName, 0};
    return *m_error;
}

void Journal::markDirty()
{
    if (m_isDirty)
        return;
    m_isDirty = true;
    if (!m_syncer.joinable())
        m_syncer = std::jthread([this](const std::stop_token &stop) { syncLoop(stop); });
    m_wake.notify_all();
}

void Journal::syncLoop(const std::stop_token &stop)
{
    std::unique_lock lock(m_mutex);
    while (m_wake.wait(lock, stop, [this] { return m_isDirty; })) {
        m_wake.wait_for(lock, stop, SyncDelay, [] { return false; });
        const int descriptor = m_isDirty && m_descriptor >= 0 ? ::dup(m_descriptor) : -1;
        m_isDirty = false;
        if (descriptor < 0)
            continue;
        // Unlocked: appending must not wait for a slow disk.
        lock.unlock();
        const int code = syncData(descriptor);
        ::close(descriptor);
        lock.lock();
        if (code != 0 && !m_error)
            fail(reasonOf(code));
    }
}

} // namespace dateline
