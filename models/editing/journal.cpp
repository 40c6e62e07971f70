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

using namespace Qt::StringLiterals;

namespace dateline {

namespace {

struct Messages
{
    Q_DECLARE_TR_FUNCTIONS(dateline::Journal)
};

/// Gathers a burst of records into one sync, well inside the 500 ms promised.
constexpr auto SyncDelay = std::chrono::milliseconds(250);

/// Writes and syncs `bytes` under a name beside `fileName`, then puts it in the place of `fileName`:
/// the old journal stays whole until the new one is on the disk. The open descriptor, or minus errno.
int replaceFile(FileLayer &layer, const QString &fileName, const QByteArray &bytes)
{
    const QString temporary = fileName + u".new"_s;
    int descriptor = layer.create(temporary);
    if (descriptor == -EEXIST) { // of a restart that was cut short
        (void)layer.remove(temporary);
        descriptor = layer.create(temporary);
    }
    if (descriptor < 0)
        return descriptor;
    int code = layer.writeAll(descriptor, bytes);
    if (code == 0)
        code = layer.sync(descriptor);
    if (code == 0)
        code = layer.rename(temporary, fileName);
    if (code == 0)
        code = layer.syncFolder(QFileInfo(fileName).absolutePath());
    else
        (void)layer.remove(temporary);
    if (code != 0) {
        (void)layer.close(descriptor);
        return code;
    }
    return descriptor;
}

} // namespace

Journal::Journal(const QString &fileName, std::unique_ptr<QLockFile> lock, FileLayer &layer)
    : m_fileName(fileName)
    , m_lock(std::move(lock))
    , m_layer(layer)
{ }

Journal::~Journal()
{
    if (m_syncer.joinable()) {
        m_syncer.request_stop();
        m_wake.notify_all();
        m_syncer.join();
    }
    if (m_descriptor >= 0)
        (void)m_layer.close(m_descriptor);
}

Result<std::unique_ptr<Journal>> Journal::create(const QString &folder, const JournalBase &base, FileLayer &layer)
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
    std::unique_ptr<Journal> journal(new Journal(fileName, std::move(lock), layer));
    const Result<void> written = journal->restart(base);
    if (!written)
        return written.error();
    return journal;
}

Result<void> Journal::restart(const JournalBase &base)
{
    const QByteArray bytes = journalformat::Magic.toByteArray() + journalformat::baseRecord(base);
    const std::scoped_lock guard(m_mutex);
    const int fresh = replaceFile(m_layer, m_fileName, bytes);
    if (fresh < 0)
        return fail(fresh);
    if (m_descriptor >= 0)
        (void)m_layer.close(m_descriptor);
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
    if (const int code = m_layer.writeAll(m_descriptor, bytes); code != 0) {
        // Half a record must not stand before whole ones. Should that fail, too, nothing follows it:
        // reading ends there.
        (void)m_layer.truncate(m_descriptor, m_end);
        return fail(code);
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
    (void)m_layer.close(m_descriptor);
    m_descriptor = -1;
    m_isDirty = false;
    m_count = 0;
    (void)m_layer.remove(m_fileName);
    // Or a power cut could bring back, as unsaved work, what was saved long ago.
    (void)m_layer.syncFolder(QFileInfo(m_fileName).absolutePath());
    m_lock->unlock();
}

std::optional<Error> Journal::error() const
{
    const std::scoped_lock guard(m_mutex);
    return m_error;
}

Error Journal::fail(int code)
{
    m_error = Error{ErrorKind::Unwritable,
                    Messages::tr("The journal for recovery cannot be written (%1). Nothing is lost yet: save the article now.")
                        .arg(writeProblem(code)),
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
        const int descriptor = m_isDirty && m_descriptor >= 0 ? m_layer.duplicate(m_descriptor) : -1;
        m_isDirty = false;
        if (descriptor < 0)
            continue;
        // Unlocked: appending must not wait for a slow disk.
        lock.unlock();
        const int code = m_layer.sync(descriptor);
        (void)m_layer.close(descriptor);
        lock.lock();
        if (code != 0 && !m_error)
            fail(code);
    }
}

} // namespace dateline
