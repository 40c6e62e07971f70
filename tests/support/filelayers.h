// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/filelayer.h"

#include <QByteArray>
#include <QHash>
#include <QMap>
#include <QMutex>
#include <QRandomGenerator>

#include <functional>

namespace dateline::test {

/// The real calls, until the n-th of those that can fail: that one does.
class FailingLayer : public FileLayer
{
public:
    enum class How { Fails, TakesHalf, FailsFromNowOn };

    FailingLayer(int call, int code, How how) : m_call(call), m_code(code), m_how(how) { }
    [[nodiscard]] bool hasFailed() const { return m_count >= m_call; }
    [[nodiscard]] QByteArray failedCall() const { return m_name; } ///< its name; empty: none failed

    int create(const QString &path) override { return fails("create") ? -m_code : FileLayer::create(path); }
    int open(const QString &path) override { return fails("open") ? -m_code : FileLayer::open(path); }
    qint64 write(int descriptor, QByteArrayView bytes) override;
    int truncate(int descriptor, qint64 size) override { return FileLayer::truncate(descriptor, size); }
    int sync(int descriptor) override { return fails("sync") ? -m_code : FileLayer::sync(descriptor); }
    int close(int descriptor) override;
    int rename(const QString &from, const QString &to) override
    {
        return fails("rename") ? -m_code : FileLayer::rename(from, to);
    }
    int link(const QString &from, const QString &to) override { return fails("link") ? -m_code : FileLayer::link(from, to); }
    int syncFolder(const QString &folder) override { return fails("syncFolder") ? -m_code : FileLayer::syncFolder(folder); }

private:
    bool fails(const char *name);

    QMutex m_mutex;
    int m_call;
    int m_code;
    How m_how;
    int m_count = 0;
    QByteArray m_name;
};

/// The real calls, and beside them a model of what a disk holds: a file's bytes as of its last sync,
/// a folder's names as of the last syncFolder(). afterPowerCut() gives what a power cut would leave.
class ForgetfulLayer : public FileLayer
{
public:
    /// Called after each call, with the mutex free (crash here).
    std::function<void()> afterCall;

    int create(const QString &path) override;
    int open(const QString &path) override;
    qint64 write(int descriptor, QByteArrayView bytes) override;
    int truncate(int descriptor, qint64 size) override;
    int sync(int descriptor) override;
    int duplicate(int descriptor) override;
    int close(int descriptor) override;
    int rename(const QString &from, const QString &to) override;
    int link(const QString &from, const QString &to) override;
    int remove(const QString &path) override;
    int syncFolder(const QString &folder) override;

    /// What a disk may hold after the power fails now, by path. Without `random` exactly what was
    /// synced. With it, of what was not synced some has come through: of bytes a part of those
    /// appended, of names all or none of a folder.
    [[nodiscard]] QMap<QString, QByteArray> afterPowerCut(QRandomGenerator *random = nullptr) const;
    /// Files that were there before, with these bytes on the disk.
    void adopt(const QString &path, const QByteArray &bytes);

private:
    struct Content
    {
        QByteArray now;
        QByteArray synced;
    };
    void done() const;

    mutable QMutex m_mutex;
    QHash<int, int> m_open;      ///< descriptor -> file
    QHash<int, Content> m_files; ///< file -> bytes
    QMap<QString, int> m_names;  ///< path -> file
    QMap<QString, int> m_syncedNames;
    int m_next = 1;
};

/// Puts the files of a snapshot into an empty folder, each by its path below `root`.
void writeSnapshot(const QMap<QString, QByteArray> &files, const QString &root, const QString &target);

} // namespace dateline::test
