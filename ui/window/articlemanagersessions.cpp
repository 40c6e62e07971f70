// SPDX-License-Identifier: Apache-2.0
// What comes back at the start: work of a program that died, and the articles of the last session.
#include "ui/window/articlemanager_p.h"

#include "formats/nativeformat.h"

#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace dateline {

void ArticleManager::recoverWork()
{
    if (d->options.journalFolder.isEmpty()) {
        Q_EMIT recoveryEnded(0);
        return;
    }
    struct Found
    {
        RecoverableArticle article;
        Result<RecoveredArticle> content;
        std::unique_ptr<Journal> journal; ///< begun anew on the same base
    };
    d->work.run(
        WorkQueue::Kind::Recover,
        [folder = d->options.journalFolder](const std::stop_token &) {
            std::vector<Found> all;
            for (const RecoverableArticle &one : findRecoverable(folder)) {
                Result<RecoveredArticle> content = readRecoverable(one.journal);
                std::unique_ptr<Journal> journal;
                if (content) {
                    const RecoveredArticle &work = content.value();
                    Result<std::unique_ptr<Journal>> fresh = Journal::create(
                        folder, {work.path, work.sourcePath, work.name, writeNative(work.article), exactState(work.article)});
                    if (fresh)
                        journal = std::move(fresh.value());
                }
                all.push_back({one, std::move(content), std::move(journal)});
            }
            return all;
        },
        [this](std::vector<Found> all) {
            for (Found &found : all) {
                if (found.content)
                    d->takeRecovered(found.article, std::move(found.content.value()), std::move(found.journal));
                else
                    Q_EMIT failed(found.content.error());
            }
            Q_EMIT recoveryEnded(int(all.size()));
        });
}

void ArticleManager::Private::takeRecovered(const RecoverableArticle &found, RecoveredArticle content,
                                            std::unique_ptr<Journal> journal)
{
    EditSession::Options sessionOptions;
    sessionOptions.clock = options.clock;
    sessionOptions.path = content.path;
    sessionOptions.sourcePath = content.sourcePath;
    sessionOptions.name = content.name;
    sessionOptions.issues = content.issues;
    auto *session = new EditSession(content.article, std::move(sessionOptions), &q);
    if (journal)
        session->setJournal(std::move(journal));
    bool isWhole = true;
    for (const Transaction &transaction : std::as_const(content.transactions)) {
        if (const Result<void> done = session->replay(transaction); !done) {
            Q_EMIT q.failed(done.error());
            isWhole = false;
            break;
        }
    }
    session->setAuthor(author);
    add(session);
    Q_EMIT q.opened(session);
    sharing.follow(session);
    q.setCurrent(session);
    Q_EMIT q.detected(session);
    if (isWhole) // else the journal stays, so that nothing is lost
        removeRecoverable(found.journal);
    Q_EMIT q.recovered(session, describe(found));
    Q_EMIT q.listChanged();
}

void ArticleManager::storeSession(const std::function<qsizetype(EditSession *)> &caretOf)
{
    QList<SessionStore::OpenFile> files;
    QString currentPath;
    for (EditSession *session : std::as_const(d->sessions)) {
        const QString path = session->path().isEmpty() ? session->sourcePath() : session->path();
        if (path.isEmpty())
            continue;
        files.append({path, caretOf(session)});
        if (session == d->current)
            currentPath = path;
    }
    d->store.setOpenFiles(files, currentPath);
}

bool ArticleManager::restoreSession()
{
    QStringList paths;
    const QList<SessionStore::OpenFile> files = d->store.openFiles();
    for (const SessionStore::OpenFile &file : files) {
        if (!QFileInfo::exists(file.path))
            continue;
        paths.append(file.path);
        if (file.caret >= 0)
            d->storedCarets.insert(file.path, file.caret);
    }
    if (paths.isEmpty())
        return false;
    d->storedCurrent = paths.contains(d->store.currentFile()) ? d->store.currentFile() : paths.first();
    d->storedPaths = paths;
    openFiles(paths);
    return true;
}

} // namespace dateline
