// SPDX-License-Identifier: Apache-2.0
#include "editing/journal.h"

#include <QCoreApplication>
#include <QDataStream>
#include <QDir>
#include <QFile>
#include <QUuid>

#include <array>
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

constexpr QByteArrayView Magic{"Dateline journal 1\n"};
constexpr quint8 BaseRecord = 1;
constexpr quint8 TransactionRecord = 2;
constexpr qsizetype HeaderSize = 1 + 8 + 4;
constexpr auto SyncDelay = std::chrono::milliseconds(250);

/// CRC-32 (ISO 3309, the polynomial of zlib and PNG).
quint32 crc32(QByteArrayView bytes)
{
    static const std::array<quint32, 256> table = [] {
        std::array<quint32, 256> result{};
        for (quint32 i = 0; i < 256; ++i) {
            quint32 value = i;
            for (int bit = 0; bit < 8; ++bit)
                value = (value & 1) ? 0xEDB88320u ^ (value >> 1) : value >> 1;
            result[i] = value;
        }
        return result;
    }();
    quint32 crc = 0xFFFFFFFFu;
    for (const char byte : bytes)
        crc = table[(crc ^ quint8(byte)) & 0xFF] ^ (crc >> 8);
    return ~crc;
}

QByteArray record(quint8 kind, const QByteArray &payload)
{
    QByteArray bytes;
    bytes.reserve(HeaderSize + payload.size());
    QDataStream stream(&bytes, QIODevice::WriteOnly);
    stream << kind << quint64(payload.size()) << crc32(payload);
    bytes.append(payload);
    return bytes;
}

QByteArray baseRecord(const JournalBase &base)
{
    QByteArray payload;
    QDataStream stream(&payload, QIODevice::WriteOnly);
    stream.setVersion(QDataStream::Qt_6_4);
    stream << base.path << base.sourcePath << base.name << base.native;
    return record(BaseRecord, payload);
}

bool writeAll(int descriptor, QByteArrayView bytes)
{
    qsizetype done = 0;
    while (done < bytes.size()) {
        const ssize_t written = ::write(descriptor, bytes.data() + done, size_t(bytes.size() - done));
        if (written < 0 && errno == EINTR)
            continue;
        if (written <= 0)
            return false;
        done += written;
    }
    return true;
}

QString systemReason()
{
    return QString::fromLocal8Bit(std::strerror(errno));
}

} // namespace

Journal::Journal(const QString &fileName, std::unique_ptr<QLockFile> lock)
    : m_fileName(fileName)
    , m_lock(std::move(lock))
    , m_syncer([this](const std::stop_token &stop) { syncLoop(stop); })
{
}

Journal::~Journal()
{
    m_syncer.request_stop();
    m_wake.notify_all();
    if (m_syncer.joinable())
        m_syncer.join();
    if (m_descriptor >= 0) {
        ::fdatasync(m_descriptor);
        ::close(m_descriptor);
    }
}

Result<std::unique_ptr<Journal>> Journal::create(const QString &folder, const JournalBase &base)
{
    if (!QDir().mkpath(folder))
        return Error{ErrorKind::Unwritable, Messages::tr("The folder for recovery cannot be made. Your work is safe only once it is saved."), folder, 0};
    const QString fileName = folder + u'/' + QUuid::createUuid().toString(QUuid::WithoutBraces) + u".journal"_s;
    auto lock = std::make_unique<QLockFile>(fileName + u".lock"_s);
    lock->setStaleLockTime(0);
    if (!lock->tryLock(0))
        return Error{ErrorKind::Unwritable, Messages::tr("The folder for recovery cannot be written. Your work is safe only once it is saved."), folder, 0};
    std::unique_ptr<Journal> journal(new Journal(fileName, std::move(lock)));
    const Result<void> written = journal->writeNew(base);
    if (!written) {
        journal->discard();
        return written.error();
    }
    return journal;
}

Result<void> Journal::writeNew(const JournalBase &base)
{
    const QByteArray temporary = QFile::encodeName(m_fileName + u".new"_s);
    const int fresh = ::open(temporary.constData(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_APPEND, 0600);
    if (fresh < 0 || !writeAll(fresh, Magic) || !writeAll(fresh, baseRecord(base))
        || ::rename(temporary.constData(), QFile::encodeName(m_fileName).constData()) != 0) {
        setError(systemReason());
        if (fresh >= 0)
            ::close(fresh);
        ::unlink(temporary.constData());
        return *error();
    }
    const std::lock_guard guard(m_mutex);
    if (m_descriptor >= 0)
        ::close(m_descriptor);
    m_descriptor = fresh;
    m_isDirty = true;
    m_count = 0;
    m_error.reset();
    m_wake.notify_all();
    return {};
}

Result<void> Journal::append(const Transaction &transaction)
{
    QByteArray payload;
    QDataStream stream(&payload, QIODevice::WriteOnly);
    stream.setVersion(QDataStream::Qt_6_4);
    stream << transaction;
    const QByteArray bytes = record(TransactionRecord, payload);
    if (const std::optional<Error> failed = error())
        return *failed;
    // One write() per record: a kill leaves it whole or torn at its end, never interleaved.
    if (!writeAll(m_descriptor, bytes)) {
        setError(systemReason());
        return *error();
    }
    ++m_count;
    const std::lock_guard guard(m_mutex);
    m_isDirty = true;
    m_wake.notify_all();
    return {};
}

Result<void> Journal::restart(const JournalBase &base)
{
    return writeNew(base);
}

void Journal::discard()
{
    const std::lock_guard guard(m_mutex);
    if (m_descriptor >= 0) {
        ::close(m_descriptor);
        m_descriptor = -1;
    }
    m_isDirty = false;
    m_count = 0;
    QFile::remove(m_fileName);
    if (m_lock)
        m_lock->unlock();
}

void Journal::setError(const QString &reason)
{
    const std::lock_guard guard(m_mutex);
    m_error = Error{ErrorKind::Unwritable,
                    Messages::tr("The journal for recovery cannot be written (%1). Nothing is lost yet: save the article now.").arg(reason),
                    m_fileName, 0};
}

std::optional<Error> Journal::error() const
{
    const std::lock_guard guard(m_mutex);
    return m_error;
}

void Journal::syncLoop(const std::stop_token &stop)
{
    std::unique_lock lock(m_mutex);
    while (!stop.stop_requested()) {
        m_wake.wait(lock, stop, [this] { return m_isDirty; });
        if (stop.stop_requested())
            return;
        // Gather what follows at once into the same sync.
        m_wake.wait_for(lock, stop, SyncDelay, [] { return false; });
        if (!m_isDirty || m_descriptor < 0)
            continue;
        m_isDirty = false;
        const int descriptor = ::dup(m_descriptor);
        lock.unlock();
        const bool isSynced = descriptor >= 0 && ::fdatasync(descriptor) == 0;
        const QString reason = isSynced ? QString() : systemReason();
        if (descriptor >= 0)
            ::close(descriptor);
        if (!isSynced)
            setError(reason);
        lock.lock();
    }
}

Result<JournalContent> Journal::read(const QString &fileName)
{
    QFile file(fileName);
    if (!file.open(QIODevice::ReadOnly))
        return Error{ErrorKind::Unreadable, Messages::tr("The recovery journal cannot be read: %1.").arg(file.errorString()), fileName, 0};
    const auto broken = [&] {
        return Error{ErrorKind::Malformed, Messages::tr("The recovery journal is damaged from its beginning."), fileName, 0};
    };
    if (file.read(Magic.size()) != Magic)
        return broken();
    JournalContent content;
    bool hasBase = false;
    while (!file.atEnd()) {
        const QByteArray header = file.read(HeaderSize);
        quint8 kind = 0;
        quint64 size = 0;
        quint32 sum = 0;
        QDataStream head(header);
        head >> kind >> size >> sum;
        if (head.status() != QDataStream::Ok || size > quint64(file.size() - file.pos())) {
            content.hasTornEnd = true;
            break;
        }
        const QByteArray payload = file.read(qint64(size));
        if (payload.size() != qint64(size) || crc32(payload) != sum) {
            content.hasTornEnd = true;
            break;
        }
        QDataStream stream(payload);
        stream.setVersion(QDataStream::Qt_6_4);
        if (kind == BaseRecord && !hasBase) {
            stream >> content.base.path >> content.base.sourcePath >> content.base.name >> content.base.native;
            hasBase = stream.status() == QDataStream::Ok;
            if (!hasBase)
                return broken();
        } else if (kind == TransactionRecord && hasBase) {
            Transaction transaction;
            stream >> transaction;
            if (stream.status() != QDataStream::Ok) {
                content.hasTornEnd = true;
                break;
            }
            content.transactions.append(transaction);
        } else {
            content.hasTornEnd = true;
            break;
        }
    }
    if (!hasBase)
        return broken();
    return content;
}

} // namespace dateline
