// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/filelayer.h"
#include "base/result.h"

#include <QByteArray>
#include <QStringList>

namespace dateline {

struct SaveOptions
{
    int backups = 0; ///< how many earlier versions are kept beside the file; 0: none
    FileLayer *layer = &FileLayer::system();
};

/// Writes through a temporary file beside the target, syncs it, re-reads and compares, then replaces;
/// the new file is on the disk when it returns. Follows a symbolic link; keeps owner, permissions and
/// extended attributes (access lists among them). With backups the present version stays as
/// `NAME.~N~` (N counts up), and the oldest beyond the count go. On failure the target is the old
/// file, whole; the message says what is in the way and what helps. Any thread.
Result<void> saveBytes(const QString &path, const QByteArray &bytes, const SaveOptions &options = {});

/// The kept earlier versions of the file, oldest first.
[[nodiscard]] QStringList backupsOf(const QString &path);

} // namespace dateline
