// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QDateTime>
#include <QString>

namespace dateline {

/// What a file was when it was read or written, to notice changes from outside. A value.
struct FileState
{
    bool exists = false;
    qint64 size = 0;
    QDateTime modified; ///< UTC, as fine as the disk tells
    QDateTime seen;     ///< when the file was looked at, UTC
    QByteArray digest;  ///< SHA-256 of the bytes
};

/// The state of a file whose bytes are `bytes` (just read or written). Any thread.
[[nodiscard]] FileState fileState(const QString &path, const QByteArray &bytes);
/// The same by reading the file. Any thread; takes as long as reading it.
[[nodiscard]] FileState fileState(const QString &path);

enum class OutsideChange {
    None,    ///< the same bytes; perhaps another time
    Changed, ///< other bytes
    Gone,    ///< no such file any more
};
/// Compares the file with what it was. Cheap when size and time agree and the file had rested for two
/// seconds when it was looked at (a write right after would bear another time); otherwise the bytes decide. Any thread; call it after QFileSystemWatcher's signal and when the
/// window gets the focus.
[[nodiscard]] OutsideChange outsideChange(const QString &path, const FileState &known);

/// True when both names lead to one file, links and relative names followed.
[[nodiscard]] bool isSameFile(const QString &a, const QString &b);

} // namespace dateline
