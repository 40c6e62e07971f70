// SPDX-License-Identifier: Apache-2.0
#include "base/filelayer.h"

#include <QCoreApplication>
#include <QFile>

#include <cerrno>
#include <cstdlib>
#include <cstring>

#include <fcntl.h>
#include <unistd.h>

namespace dateline {

namespace {

struct Messages
{
    Q_DECLARE_TR_FUNCTIONS(dateline::FileLayer)
};

int resultOf(int returned) { return returned < 0 ? -errno : returned; }

} // namespace

int FileLayer::create(const QString &path)
{
    return resultOf(::open(QFile::encodeName(path).constData(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_APPEND, 0600));
}

int FileLayer::open(const QString &path) { return resultOf(::open(QFile::encodeName(path).constData(), O_WRONLY | O_CLOEXEC)); }

qint64 FileLayer::write(int descriptor, QByteArrayView bytes)
{
    const ssize_t written = ::write(descriptor, bytes.data(), size_t(bytes.size()));
    return written < 0 ? -errno : written;
}

int FileLayer::truncate(int descriptor, qint64 size) { return resultOf(::ftruncate(descriptor, size)); }

int FileLayer::sync(int descriptor)
{
#if defined(Q_OS_MACOS)
    return resultOf(::fsync(descriptor));
#else
    return resultOf(::fdatasync(descriptor));
#endif
}

int FileLayer::duplicate(int descriptor) { return resultOf(::fcntl(descriptor, F_DUPFD_CLOEXEC, 0)); }

int FileLayer::close(int descriptor) { return resultOf(::close(descriptor)); }

int FileLayer::rename(const QString &from, const QString &to)
{
    return resultOf(::rename(QFile::encodeName(from).constData(), QFile::encodeName(to).constData()));
}

int FileLayer::link(const QString &from, const QString &to)
{
    return resultOf(::link(QFile::encodeName(from).constData(), QFile::encodeName(to).constData()));
}

int FileLayer::remove(const QString &path) { return resultOf(::unlink(QFile::encodeName(path).constData())); }

int FileLayer::syncFolder(const QString &folder)
{
    const int descriptor = ::open(QFile::encodeName(folder).constData(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (descriptor < 0)
        return -errno;
    const int code = resultOf(::fsync(descriptor));
    ::close(descriptor);
    // Not every file system knows how (some network shares): then its names are as lasting as they get.
    return code == -EINVAL || code == -ENOTSUP ? 0 : code;
}

int FileLayer::writeAll(int descriptor, QByteArrayView bytes)
{
    while (!bytes.isEmpty()) {
        const qint64 written = write(descriptor, bytes);
        if (written == -EINTR)
            continue;
        if (written <= 0) // a disk that takes nothing is full
            return written < 0 ? int(written) : -ENOSPC;
        bytes = bytes.sliced(written);
    }
    return 0;
}

FileLayer &FileLayer::system()
{
    static FileLayer layer;
    return layer;
}

QString writeProblem(int code)
{
    switch (std::abs(code)) {
    case ENOSPC:
        return Messages::tr("the disk is full; free some space, or choose another disk");
    case EDQUOT:
        return Messages::tr("your quota on this disk is used up; remove some files, or choose another disk");
    case EROFS:
        return Messages::tr("the disk is read-only; choose another place");
    case EACCES:
    case EPERM:
        return Messages::tr("you are not allowed to write there; choose another place");
    case ENOENT:
    case ENOTDIR:
        return Messages::tr("the folder is gone; choose another place");
    case EFBIG:
        return Messages::tr("the file would be larger than the disk or your limit allows; choose another place");
    case ENAMETOOLONG:
        return Messages::tr("the name is too long; choose a shorter one");
    case EIO:
        return Messages::tr("the disk reports an error; choose another disk");
    case ESTALE:
    case ENOTCONN:
    case ECONNRESET:
    case ETIMEDOUT:
    case EHOSTDOWN:
    case EHOSTUNREACH:
    case ENETUNREACH:
    case ENETDOWN:
    case ENODEV:
    case ENXIO:
        return Messages::tr("the network share or the device is gone; connect it again, or choose another place");
    default:
        return QString::fromLocal8Bit(std::strerror(std::abs(code)));
    }
}

} // namespace dateline
