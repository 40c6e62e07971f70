// SPDX-License-Identifier: Apache-2.0
#include "formats/nativeformat.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QTemporaryFile>

#include <filesystem>
#include <system_error>

#ifdef Q_OS_UNIX
#include <sys/stat.h>
#include <unistd.h>
#endif

using namespace Qt::StringLiterals;

namespace dateline {

namespace {

struct Messages
{
    Q_DECLARE_TR_FUNCTIONS(dateline::SaveFile)
};

Error unwritable(const QString &path, const QString &message) { return {ErrorKind::Unwritable, message, path, 0}; }

/// The file that a link stands for, also when it does not exist yet.
QString resolved(const QString &path)
{
    QString target = path;
    for (int hops = 0; hops < 40; ++hops) {
        const QFileInfo info(target);
        if (!info.isSymLink())
            break;
        target = info.symLinkTarget();
    }
    return target;
}

/// A device or a pipe cannot be replaced; it takes the bytes as they come.
Result<void> writeThrough(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly | QIODevice::Unbuffered) || file.write(bytes) != bytes.size())
        return unwritable(path, Messages::tr("Cannot write: %1. Choose another place.").arg(file.errorString()));
    return {};
}

void givePermissions(QFile &temporary, const QFileInfo &old)
{
#ifdef Q_OS_UNIX
    struct stat state;
    if (old.exists() && ::stat(QFile::encodeName(old.filePath()).constData(), &state) == 0) {
        // Best effort: only root may give a file away.
        if (::fchown(temporary.handle(), state.st_uid, state.st_gid) != 0)
            Q_UNUSED(state);
        ::fchmod(temporary.handle(), state.st_mode & 07777);
        return;
    }
    const mode_t mask = ::umask(0);
    ::umask(mask);
    ::fchmod(temporary.handle(), 0666 & ~mask);
#else
    if (old.exists())
        temporary.setPermissions(old.permissions());
#endif
}

} // namespace

Result<void> saveBytes(const QString &path, const QByteArray &bytes)
{
    const QString target = resolved(path);
    const QFileInfo old(target);
    if (old.isDir())
        return unwritable(path, Messages::tr("This is a folder. Choose a file name in it."));
    if (old.exists() && !old.isFile())
        return writeThrough(target, bytes);
    if (old.exists() && !old.isWritable())
        return unwritable(path, Messages::tr("The file is write-protected. Save under another name, or allow writing to it."));
    const QFileInfo folder(old.absolutePath());
    if (!folder.isDir())
        return unwritable(path, Messages::tr("The folder “%1” does not exist. Choose another place.")
                                    .arg(QDir::toNativeSeparators(old.absolutePath())));

    QTemporaryFile temporary(old.absolutePath() + u"/."_s + old.fileName().left(100) + u".XXXXXX"_s);
    if (!temporary.open())
        return unwritable(path,
                          Messages::tr("Cannot write into the folder: %1. Choose another place.").arg(temporary.errorString()));
    if (temporary.write(bytes) != bytes.size() || !temporary.flush())
        return unwritable(path,
                          Messages::tr("Writing failed: %1. The old file is unchanged. Free some space or choose another place.")
                              .arg(temporary.errorString()));
#ifdef Q_OS_UNIX
    if (::fsync(temporary.handle()) != 0)
        return unwritable(path,
                          Messages::tr("Writing failed: %1. The old file is unchanged. Free some space or choose another place.")
                              .arg(QString::fromLocal8Bit(std::generic_category().message(errno).c_str())));
#endif
    QFile written(temporary.fileName());
    if (!written.open(QIODevice::ReadOnly) || written.readAll() != bytes)
        return unwritable(
            path,
            Messages::tr("What was written could not be read back the same. The old file is unchanged. Choose another disk."));
    written.close();
    givePermissions(temporary, old);
    const QString temporaryName = temporary.fileName();
    temporary.close();

    std::error_code problem;
    std::filesystem::rename(QFile::encodeName(temporaryName).toStdString(), QFile::encodeName(target).toStdString(), problem);
    if (problem)
        return unwritable(path, Messages::tr("Replacing the file failed: %1. The old file is unchanged.")
                                    .arg(QString::fromLocal8Bit(problem.message().c_str())));
    temporary.setAutoRemove(false);
    return {};
}

QString suggestedNativeName(const QString &sourceName)
{
    if (sourceName.endsWith(u".annotated.xml"_s, Qt::CaseInsensitive))
        return sourceName;
    const QFileInfo info(sourceName);
    const QString folder = sourceName.left(sourceName.size() - info.fileName().size());
    const QString base = info.completeBaseName().isEmpty() ? info.fileName() : info.completeBaseName();
    return folder + (base.isEmpty() ? u"article"_s : base) + u".annotated.xml"_s;
}

} // namespace dateline
