// SPDX-License-Identifier: Apache-2.0
#include "editing/filestate.h"

#include <QCryptographicHash>
#include <QFile>
#include <QFileInfo>

namespace dateline {

namespace {

/// Two writes that come closer than this may bear one time (FAT: two seconds).
constexpr qint64 CoarsestTime = 2000;

QDateTime modifiedAt(const QFileInfo &info) { return info.fileTime(QFileDevice::FileModificationTime).toUTC(); }

} // namespace

FileState fileState(const QString &path, const QByteArray &bytes)
{
    const QFileInfo info(path);
    return {info.exists(), bytes.size(), modifiedAt(info), QDateTime::currentDateTimeUtc(),
            QCryptographicHash::hash(bytes, QCryptographicHash::Sha256)};
}

FileState fileState(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    QCryptographicHash hash(QCryptographicHash::Sha256);
    hash.addData(&file);
    const QFileInfo info(path);
    return {true, info.size(), modifiedAt(info), QDateTime::currentDateTimeUtc(), hash.result()};
}

OutsideChange outsideChange(const QString &path, const FileState &known)
{
    const QFileInfo info(path);
    if (!info.exists())
        return known.exists ? OutsideChange::Gone : OutsideChange::None;
    const QDateTime modified = modifiedAt(info);
    const bool wasAtRest = known.modified.msecsTo(known.seen) > CoarsestTime;
    if (known.exists && info.size() == known.size && modified == known.modified && wasAtRest)
        return OutsideChange::None;
    if (known.exists && info.size() != known.size)
        return OutsideChange::Changed;
    return fileState(path).digest == known.digest ? OutsideChange::None : OutsideChange::Changed;
}

bool isSameFile(const QString &a, const QString &b)
{
    const QFileInfo first(a);
    const QFileInfo second(b);
    if (first.exists() && second.exists())
        return first.canonicalFilePath() == second.canonicalFilePath();
    return first.absoluteFilePath() == second.absoluteFilePath();
}

} // namespace dateline
