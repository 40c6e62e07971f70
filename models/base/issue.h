// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QList>
#include <QMetaType>
#include <QString>

namespace dateline {

enum class Severity { Note, Warning, Error };

/// Something wrong in data that could be read all the same. Shown in the list of problems.
struct Issue
{
    Severity severity = Severity::Warning;
    QString message;       ///< translated sentence
    QString file;          ///< may be empty
    qint64 line = 0;       ///< line of `file`, from 1; 0: unknown
    qsizetype offset = -1; ///< UTF-16 offset in the article's text to jump to; -1: none

    bool operator==(const Issue &) const = default;
};

using IssueList = QList<Issue>;

} // namespace dateline

Q_DECLARE_METATYPE(dateline::Issue)
