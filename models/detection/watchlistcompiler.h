// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "annotation/tagset.h"
#include "base/issue.h"
#include "detection/watchlistformat.h"

namespace dateline {

/// Turns a list (UTF-8) into the compiled form. Bad rows are left out and noted in it. About 1 s for a
/// million rows. Pure, any thread.
[[nodiscard]] QByteArray compileWatchlist(QByteArrayView source, char separator, const Tagset &tagset, quint64 fingerprint);

/// The notes of a compiled list as sentences, with line and column; `file` is what they name.
[[nodiscard]] IssueList watchlistIssues(QByteArrayView notes, const QString &file);

} // namespace dateline
