// SPDX-License-Identifier: Apache-2.0
#include "ui/window/filesharing.h"

#include "formats/nativeformat.h"
#include "review/versionmerging.h"
#include "ui/window/prompts.h"
#include "ui/window/workqueue.h"

#include <QFile>
#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace dateline {

namespace {

// A file that is replaced is gone for a moment, and changes more than once.
constexpr int SettleMilliseconds = 250;

} // namespace

/// The version on the disk, and what it brings.
struct FileSharing::Merged
{
    Result<MergedVersions> versions;
    AnnotatedArticle theirs;
    FileState state;
    int revision = 0; ///< of ours when the merge began
};

FileSharing::FileSharing(WorkQueue &work, const Prompts &prompts, QObject *parent)
    : QObject(parent)
    , m_work(work)
    , m_prompts(prompts)
{
    connect(&m_watcher, &QFileSystemWatcher::fileChanged, this,
            [this](const QString &path) { QTimer::singleShot(SettleMilliseconds, this, [this, path] { look(path); }); });
    m_refreshTimer.setInterval(int(ArticleLock::RefreshEverySeconds) * 1000);
    connect(&m_refreshTimer, &QTimer::timeout, this, &FileSharing::refresh);
}

void FileSharing::follow(EditSession *session)
{
    if (session->path().isEmpty())
        return;
    const QString path = session->path();
    std::vector<std::unique_ptr<ArticleLock>> &locks = m_locks[session];
    // A save under another name leaves the old file to others.
    std::erase_if(locks, [&path](const auto &lock) { return lock->fileName() != ArticleLock::lockFileOf(path); });
    if (!m_revisions.contains(session)) {
        m_revisions.insert(session, 0);
        connect(session, &EditSession::changed, this, [this, session] { ++m_revisions[session]; });
        connect(session, &QObject::destroyed, this, [this, session] { release(session); });
    }
    m_changed.remove(session);
    if (locks.empty()) {
        ArticleLock::Outcome outcome = ArticleLock::acquire(path, m_owner);
        if (outcome.lock)
            locks.push_back(std::move(outcome.lock));
        else if (outcome.holder)
            Q_EMIT heldElsewhere(session, describe(*outcome.holder, QFileInfo(path).fileName()));
    }
    if (!m_watcher.files().contains(path))
        m_watcher.addPath(path);
    m_refreshTimer.start();
}

void FileSharing::release(EditSession *session)
{
    m_locks.erase(session);
    m_revisions.remove(session);
    m_changed.remove(session);
    if (m_locks.empty())
        m_refreshTimer.stop();
}

FileSharing::Permission FileSharing::permissionToWrite(EditSession *session, const QString &path)
{
    std::vector<std::unique_ptr<ArticleLock>> &locks = m_locks[session];
    for (auto it = locks.begin(); it != locks.end(); ++it) {
        if ((*it)->fileName() != ArticleLock::lockFileOf(path))
            continue;
        if ((*it)->isHeld())
            return Permission::Granted;
        locks.erase(it); // somebody took it over
        break;
    }
    ArticleLock::Outcome outcome = ArticleLock::acquire(path, m_owner);
    if (outcome.holder) {
        switch (m_prompts.held(describe(*outcome.holder, QFileInfo(path).fileName()))) {
        case Prompts::Held::TakeOver:
            outcome = ArticleLock::acquire(path, m_owner, ArticleLock::Mode::TakeOver);
            break;
        case Prompts::Held::SaveAs:
            return Permission::SaveAs;
        case Prompts::Held::Cancel:
            return Permission::Refused;
        }
    }
    // Where no lock can be made the save itself says what is in the way, if anything is.
    if (outcome.lock)
        locks.push_back(std::move(outcome.lock));
    return Permission::Granted;
}

void FileSharing::look(const QString &path)
{
    for (const auto &[session, locks] : m_locks) {
        if (session->path() != path || session->isSaving() || !session->fileState())
            continue;
        m_work.run(
            WorkQueue::Kind::Compare,
            [path, known = *session->fileState()](const std::stop_token &) { return outsideChange(path, known); },
            [this, path, session = QPointer(session)](OutsideChange change) {
                if (QFileInfo::exists(path) && !m_watcher.files().contains(path))
                    m_watcher.addPath(path); // replaced: another file of that name
                if (!session || session->isSaving() || change == OutsideChange::None)
                    return;
                // A save that ended meanwhile knows more than this look.
                if (outsideChange(path, *session->fileState()) == OutsideChange::None)
                    return;
                m_changed.insert(session);
                Q_EMIT changedOutside(session, change == OutsideChange::Gone);
            });
    }
}

void FileSharing::takeIn(EditSession *session, const Then &then)
{
    const int revision = m_revisions.value(session);
    m_work.run(
        WorkQueue::Kind::Compare,
        [path = session->path(), base = session->savedArticle(), ours = session->article(), author = session->author(),
         at = session->clock().now(), revision](const std::stop_token &) -> Merged {
            QFile file(path);
            if (!file.open(QIODevice::ReadOnly))
                return {Error{ErrorKind::Unreadable, tr("%1 cannot be read: %2.").arg(path, file.errorString()), path, 0},
                        {},
                        {},
                        revision};
            const QByteArray bytes = file.readAll();
            Result<LoadedArticle> theirs = readNative(bytes, path);
            if (!theirs)
                return {theirs.error(), {}, {}, revision};
            return {mergeVersions(base, ours, theirs.value().article, author, at), theirs.value().article, fileState(path, bytes),
                    revision};
        },
        [this, guarded = QPointer(session), then](Merged merged) {
            if (guarded)
                apply(guarded, std::move(merged), then);
        });
}

void FileSharing::apply(EditSession *session, Merged merged, const Then &then)
{
    if (merged.revision != m_revisions.value(session)) {
        takeIn(session, then); // edited meanwhile: once more, on what is there now
        return;
    }
    const auto end = [&then](bool isDone) {
        if (then)
            then(isDone);
    };
    if (!merged.versions) {
        Q_EMIT failed(merged.versions.error());
        end(false);
        return;
    }
    // A reviewer may not change the annotator's layer; the annotator's own new work may.
    const LayerId reviewed = session->isReviewing() ? session->activeLayer() : 0;
    if (reviewed != 0)
        (void)session->setReviewing(0); // cannot fail
    const MergedVersions &versions = merged.versions.value();
    session->acknowledgeOutside(merged.theirs, merged.state);
    std::optional<Error> error;
    for (const Transaction &transaction : versions.transactions) {
        if (const Result<void> done = session->apply(transaction); !done) {
            error = done.error();
            break;
        }
    }
    if (reviewed != 0 && session->article().layer(reviewed))
        (void)session->setReviewing(reviewed).isOk(); // not when the merge left nothing to review
    m_changed.remove(session);
    IssueList issues = versions.issues;
    for (const VersionConflict &conflict : versions.conflicts)
        issues.append(
            {Severity::Warning, describe(conflict), session->path(), 0, conflict.place.isEmpty() ? -1 : conflict.place.begin});
    session->addIssues(issues);
    if (error)
        Q_EMIT failed(*error);
    const int conflicts = int(versions.conflicts.size());
    Q_EMIT tookIn(session, conflicts == 0 ? tr("The changes of the other version are in. Undo takes them back.")
                                          : tr("The changes of the other version are in; %n conflict(s): yours stayed.", nullptr,
                                               conflicts));
    end(!error);
}

void FileSharing::refresh()
{
    for (const auto &[session, locks] : m_locks) {
        for (const std::unique_ptr<ArticleLock> &lock : locks)
            lock->refresh();
    }
}

} // namespace dateline
