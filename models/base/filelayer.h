// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArrayView>
#include <QString>

namespace dateline {

/// The system calls that the journal and the saver write through. Tests replace it by one that fails
/// a call or forgets what was not synced. Every function gives 0 (or a descriptor, or a count) for
/// success and minus errno for failure. Any thread.
class FileLayer
{
public:
    FileLayer() = default;
    virtual ~FileLayer() = default;
    Q_DISABLE_COPY_MOVE(FileLayer)

    /// A descriptor for appending to a file that must not exist yet, readable by its owner only.
    [[nodiscard]] virtual int create(const QString &path);
    /// A descriptor for writing to what is there: a device or a pipe.
    [[nodiscard]] virtual int open(const QString &path);
    /// How many bytes were taken; may be fewer than given, as write() may.
    [[nodiscard]] virtual qint64 write(int descriptor, QByteArrayView bytes);
    [[nodiscard]] virtual int truncate(int descriptor, qint64 size);
    /// The file's bytes are on the disk when it returns.
    [[nodiscard]] virtual int sync(int descriptor);
    /// A second descriptor of the same file.
    [[nodiscard]] virtual int duplicate(int descriptor);
    /// Some systems report only here what they could not write (network shares).
    [[nodiscard]] virtual int close(int descriptor);
    /// `to` is replaced at once.
    [[nodiscard]] virtual int rename(const QString &from, const QString &to);
    /// Gives the file a second name, which must not exist yet.
    [[nodiscard]] virtual int link(const QString &from, const QString &to);
    [[nodiscard]] virtual int remove(const QString &path);
    /// Makes renames, links and removals in the folder last: a name is data of its folder.
    [[nodiscard]] virtual int syncFolder(const QString &folder);

    /// Writes all of it, in as many calls as it takes; 0 or minus errno.
    [[nodiscard]] int writeAll(int descriptor, QByteArrayView bytes);

    [[nodiscard]] static FileLayer &system();
};

/// What went wrong and what helps, in words, for an errno of writing ("the disk is full: free some
/// space"). Without a full stop, to stand in a sentence.
[[nodiscard]] QString writeProblem(int code);

} // namespace dateline
