// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "editing/articlelock.h"
#include "editing/editsession.h"

#include <QFileSystemWatcher>
#include <QHash>
#include <QPointer>
#include <QTimer>

#include <map>
#include <vector>

namespace dateline {

class WorkQueue;
struct Prompts;

/// Files that others may have open, too: holds a lock for each session's file, notices changes from
/// outside and brings them in. GUI thread; sessions, queue and prompts are borrowed. A session that
/// goes is released.
class FileSharing final : public QObject
{
    Q_OBJECT

public:
    using Then = std::function<void(bool isDone)>;

    FileSharing(WorkQueue &work, const Prompts &prompts, QObject *parent = nullptr);

    /// The name that others are shown.
    void setOwner(const QString &name) { m_owner = name; }
    /// The session's file was opened or saved: locks and watches it. Says heldElsewhere() when another
    /// program has it.
    void follow(EditSession *session);
    void release(EditSession *session);

    enum class Permission { Granted, SaveAs, Refused };
    /// Before writing: asks when another program has the file, or took it over.
    [[nodiscard]] Permission permissionToWrite(EditSession *session, const QString &path);

    /// True between changedOutside() and taking in, saving or closing.
    [[nodiscard]] bool hasOutsideChanges(EditSession *session) const { return m_changed.contains(session); }
    /// Merges the version on the disk into the session (mergeVersions()): steps that can be undone;
    /// conflicts become problems of the session.
    void takeIn(EditSession *session, const Then &then = {});

Q_SIGNALS:
    void heldElsewhere(dateline::EditSession *session, const QString &who); ///< a sentence
    void changedOutside(dateline::EditSession *session, bool isGone);
    /// What came in, as a sentence; the session's problems may have grown.
    void tookIn(dateline::EditSession *session, const QString &message);
    void failed(const dateline::Error &error);

private:
    struct Merged;
    void look(const QString &path);
    void apply(EditSession *session, Merged merged, const Then &then);
    void refresh();

    WorkQueue &m_work;
    const Prompts &m_prompts;
    QString m_owner;
    std::map<EditSession *, std::vector<std::unique_ptr<ArticleLock>>> m_locks;
    QHash<EditSession *, int> m_revisions; ///< grows with every change
    QSet<EditSession *> m_changed;
    QFileSystemWatcher m_watcher;
    QTimer m_refreshTimer;
};

} // namespace dateline
