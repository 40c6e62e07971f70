// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "annotation/actions.h"

#include <QStringList>

namespace dateline {

/// What the open articles leave for the next start, in QSettings: recent files, the files that were
/// open with their carets, who tags. With `usesSettings` false nothing is read or written outside the
/// object. GUI thread.
class SessionStore
{
public:
    struct OpenFile
    {
        QString path;
        qsizetype caret = -1; ///< UTF-16; -1: unknown
    };

    explicit SessionStore(bool usesSettings);

    /// As set last; the first uid is made once and kept.
    [[nodiscard]] Author author() const;
    void setAuthor(const Author &author);
    /// Whoever goes by that name here: `present` if it has no other name, else somebody else, with a
    /// uid that is kept for the name.
    [[nodiscard]] Author authorNamed(const Author &present, const QString &name);
    [[nodiscard]] QStringList recentFiles() const;
    void addRecentFile(const QString &path);
    [[nodiscard]] QString lastFolder() const; ///< of the newest recent file, else the documents folder
    [[nodiscard]] QList<OpenFile> openFiles() const;
    [[nodiscard]] QString currentFile() const;
    void setOpenFiles(const QList<OpenFile> &files, const QString &current);

private:
    bool m_usesSettings;
};

} // namespace dateline
