// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "annotation/annotatedarticle.h"
#include "base/result.h"

#include <QDateTime>
#include <QList>
#include <QString>

namespace dateline {

/// One thing that a person did, for a list of what a journal holds.
struct RecoverableStep
{
    QDateTime at;  ///< UTC; of an undo: when the action that it undoes was done
    QString label; ///< "Accept 13 mentions of Lavrov"
    bool isUndo = false;
    bool operator==(const RecoverableStep &) const = default;
};

/// An article whose unsaved work outlived its program.
struct RecoverableArticle
{
    QString journal; ///< file name of the journal
    QString name;    ///< "talks.txt"
    QString path;    ///< the native file; empty: never saved
    QString sourcePath;
    qsizetype actions = 0; ///< what the person did, undos and redos included
    QDateTime first;       ///< of the first and the last action, UTC
    QDateTime last;
    QList<RecoverableStep> steps = {}; ///< all of `actions`, in order
    bool hasTornEnd = false;           ///< one more was being written when the program ended, and is lost
};

/// Journals in `folder` that hold at least one action and whose owner lives no more, oldest action
/// first. Journals without any action are removed. Journals that cannot be read are left alone and
/// reported in `issues` (may be null). Any thread.
[[nodiscard]] QList<RecoverableArticle> findRecoverable(const QString &folder, IssueList *issues = nullptr);

/// The article as it was opened, and what was done since, in order. Replay with EditSession::replay(),
/// which finds undos and redos again.
struct RecoveredArticle
{
    AnnotatedArticle article;
    QString path;
    QString sourcePath;
    QString name;
    QList<Transaction> transactions;
    LayerId reviewOf = 0;    ///< the last step was of a review of this layer: open it as the reviewer
    bool hasTornEnd = false; ///< the last action was being written when the program ended; it is lost
    IssueList issues;
};
[[nodiscard]] Result<RecoveredArticle> readRecoverable(const QString &journal);

/// Removes a journal: recovered or declined. Its lock goes too.
void removeRecoverable(const QString &journal);

/// "23 actions on talks.txt, 14:02–14:31", in local time; with the date when not of today.
[[nodiscard]] QString describe(const RecoverableArticle &article);

} // namespace dateline
