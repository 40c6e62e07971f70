// SPDX-License-Identifier: Apache-2.0
#include "formats/savefile.h"

#include "formats/nativeformat.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QUuid>

#include <algorithm>
#include <cerrno>
#include <cstring>

#include <sys/stat.h>
#include <unistd.h>
#ifdef Q_OS_LINUX
#include <sys/xattr.h>
#endif

using namespace Qt::StringLiterals;

namespace dateline {

namespace {

struct Messages
{
    Q_DECLARE_TR_FUNCTIONS(dateline::SaveFile)
};

Error unwritable(const QString &path, const QString &message) { return {ErrorKind::Unwritable, message, path, 0}; }

Error failed(const QString &path, int code)
{
    return unwritable(path, Messages::tr("Saving failed: %1. The old file is unchanged.").arg(writeProblem(code)));
}

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
Result<void> writeThrough(FileLayer &layer, const QString &path, const QByteArray &bytes)
{
    const int descriptor = layer.open(path);
    int code = descriptor < 0 ? descriptor : layer.writeAll(descriptor, bytes);
    if (descriptor >= 0) {
        const int closed = layer.close(descriptor);
        code = code == 0 ? closed : code;
    }
    if (code != 0)
        return unwritable(path, Messages::tr("Cannot write: %1.").arg(writeProblem(code)));
    return {};
}

/// Tags, access lists and labels that hang on the old file; best effort, as a disk may not know them.
void giveAttributes(int descriptor, const QByteArray &old)
{
#ifdef Q_OS_LINUX
    const ssize_t size = ::listxattr(old.constData(), nullptr, 0);
    if (size <= 0)
        return;
    QByteArray names(size, '\0');
    const ssize_t listed = ::listxattr(old.constData(), names.data(), size_t(names.size()));
    names.truncate(std::max<ssize_t>(0, listed));
    for (const QByteArray &name : names.split('\0')) {
        const ssize_t length = name.isEmpty() ? -1 : ::getxattr(old.constData(), name.constData(), nullptr, 0);
        if (length < 0)
            continue;
        QByteArray value(length, '\0');
        if (::getxattr(old.constData(), name.constData(), value.data(), size_t(value.size())) == length
            && ::fsetxattr(descriptor, name.constData(), value.constData(), size_t(length), 0) != 0)
            continue; // only root may set some of them
    }
#else
    Q_UNUSED(descriptor);
    Q_UNUSED(old);
#endif
}

/// Makes the new file what the old one was to others: owner, permissions, attributes.
void giveLikeness(int descriptor, const QFileInfo &old)
{
    struct stat state;
    const QByteArray name = QFile::encodeName(old.filePath());
    if (old.exists() && ::stat(name.constData(), &state) == 0) {
        // Best effort: only root may give a file away. Permissions last, for chown() clears some.
        if (::fchown(descriptor, state.st_uid, state.st_gid) != 0)
            (void)::fchown(descriptor, uid_t(-1), state.st_gid);
        giveAttributes(descriptor, name);
        ::fchmod(descriptor, state.st_mode & 07777);
        return;
    }
    const mode_t mask = ::umask(0);
    ::umask(mask);
    ::fchmod(descriptor, 0666 & ~mask);
}

bool readsBack(const QString &path, const QByteArray &bytes)
{
    QFile written(path);
    if (!written.open(QIODevice::ReadOnly | QIODevice::Unbuffered) || written.size() != bytes.size())
        return false;
    constexpr qint64 piece = 1024 * 1024;
    for (qint64 at = 0; at < bytes.size(); at += piece) {
        if (written.read(piece) != QByteArrayView(bytes).sliced(at, std::min<qint64>(piece, bytes.size() - at)))
            return false;
    }
    return true;
}

/// A file that was made, or why not: minus errno.
struct Written
{
    QString name;
    int code = 0;
};

/// A new file beside the target with these bytes, on the disk.
Written writeBeside(FileLayer &layer, const QFileInfo &target, const QByteArray &bytes)
{
    const QString unique = QUuid::createUuid().toString(QUuid::Id128).left(12);
    Written file{target.absolutePath() + u"/."_s + target.fileName().left(60) + u'.' + unique, 0};
    const int descriptor = layer.create(file.name);
    if (descriptor < 0)
        return {{}, descriptor};
    file.code = layer.writeAll(descriptor, bytes);
    if (file.code == 0) {
        giveLikeness(descriptor, target);
        file.code = layer.sync(descriptor);
    }
    const int closed = layer.close(descriptor);
    file.code = file.code == 0 ? closed : file.code;
    if (file.code == 0 && !readsBack(file.name, bytes))
        file.code = -EBADMSG;
    if (file.code != 0)
        (void)layer.remove(file.name);
    return file;
}

/// N of "NAME.~N~", 0 when it is none.
qint64 backupNumber(const QString &backup, const QString &name)
{
    if (!backup.startsWith(name + u".~"_s) || !backup.endsWith(u'~'))
        return 0;
    bool isNumber = false;
    const qint64 number = QStringView(backup).sliced(name.size() + 2).chopped(1).toLongLong(&isNumber);
    return isNumber && number > 0 ? number : 0;
}

struct Backup
{
    qint64 number = 0;
    QString path;
};
QList<Backup> listBackups(const QFileInfo &target)
{
    QList<Backup> found;
    const QDir folder(target.absolutePath());
    const QStringList names = folder.entryList(QDir::Files | QDir::Hidden);
    for (const QString &name : names) {
        if (const qint64 number = backupNumber(name, target.fileName()); number > 0)
            found.append({number, folder.filePath(name)});
    }
    std::sort(found.begin(), found.end(), [](const Backup &a, const Backup &b) { return a.number < b.number; });
    return found;
}

/// Keeps the present version under a name of its own; the target stays where it is.
Written keepBackup(FileLayer &layer, const QFileInfo &target)
{
    const QList<Backup> earlier = listBackups(target);
    const qint64 number = earlier.isEmpty() ? 1 : earlier.last().number + 1;
    const QString name = u"%1.~%2~"_s.arg(target.absoluteFilePath()).arg(number);
    int code = layer.link(target.absoluteFilePath(), name);
    if (code == 0 || code == -ENOSPC || code == -EDQUOT || code == -EIO || code == -ENAMETOOLONG)
        return {name, code};
    // Some disks know no second names: a copy, then.
    QFile present(target.absoluteFilePath());
    if (!present.open(QIODevice::ReadOnly))
        return {name, -EIO};
    const Written copy = writeBeside(layer, target, present.readAll());
    if (copy.code != 0)
        return copy;
    code = layer.rename(copy.name, name);
    if (code != 0)
        (void)layer.remove(copy.name);
    return {name, code};
}

void dropOldBackups(FileLayer &layer, const QFileInfo &target, int count)
{
    const QList<Backup> all = listBackups(target);
    for (qsizetype i = 0; i < all.size() - count; ++i)
        (void)layer.remove(all.at(i).path); // one too many harms nobody
}

} // namespace

Result<void> saveBytes(const QString &path, const QByteArray &bytes, const SaveOptions &options)
{
    FileLayer &layer = *options.layer;
    const QString target = resolved(path);
    const QFileInfo old(target);
    if (old.isDir())
        return unwritable(path, Messages::tr("This is a folder. Choose a file name in it."));
    if (old.exists() && !old.isFile())
        return writeThrough(layer, target, bytes);
    if (old.exists() && !old.isWritable())
        return unwritable(path, Messages::tr("The file is write-protected. Save under another name, or allow writing to it."));
    const QFileInfo folder(old.absolutePath());
    if (!folder.isDir())
        return unwritable(path, Messages::tr("The folder “%1” does not exist. Choose another place.")
                                    .arg(QDir::toNativeSeparators(old.absolutePath())));

    const Written fresh = writeBeside(layer, old, bytes);
    if (fresh.code == -EBADMSG)
        return unwritable(
            path,
            Messages::tr("What was written could not be read back the same. The old file is unchanged. Choose another disk."));
    if (fresh.code != 0)
        return failed(path, fresh.code);
    const bool hasBackup = options.backups > 0 && old.exists();
    const Written backup = hasBackup ? keepBackup(layer, old) : Written{};
    if (backup.code != 0) {
        (void)layer.remove(fresh.name);
        return unwritable(path, Messages::tr("The earlier version could not be kept as a backup: %1. The old file is unchanged.")
                                    .arg(writeProblem(backup.code)));
    }
    int code = layer.rename(fresh.name, target);
    if (code != 0) {
        (void)layer.remove(fresh.name);
        if (hasBackup)
            (void)layer.remove(backup.name);
        return failed(path, code);
    }
    code = layer.syncFolder(old.absolutePath());
    if (code != 0)
        return unwritable(path,
                          Messages::tr("The file was written, but the disk does not confirm it: %1.").arg(writeProblem(code)));
    if (hasBackup)
        dropOldBackups(layer, old, options.backups);
    return {};
}

QStringList backupsOf(const QString &path)
{
    QStringList names;
    for (const Backup &backup : listBackups(QFileInfo(resolved(path))))
        names.append(backup.path);
    return names;
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
