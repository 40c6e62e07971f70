// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "editing/recovery.h"
#include "ui/window/articleloader.h"
#include "ui/window/articlemanager.h"
#include "ui/window/filesharing.h"
#include "ui/window/sessionstore.h"
#include "ui/window/workqueue.h"

#include <QHash>
#include <QPointer>

namespace dateline {

class ArticleManager::Private
{
public:
    Private(ArticleManager &manager, Options given) : q(manager), options(std::move(given)), store(options.usesSettings)
    {
        if (!options.clock)
            options.clock = std::make_shared<SystemClock>();
        if (!options.detector)
            options.detector = std::make_shared<const Detector>();
        if (!options.watchlists) {
            Watchlist::Options lists;
            lists.cacheFolder = options.usesSettings ? Watchlist::defaultCacheFolder() : QString();
            options.watchlists = std::make_shared<WatchlistStore>(lists);
        }
        author = store.author();
        sharing.setOwner(author.name);
        prompts = options.usesSettings ? options.prompts.withDialogs(options.dialogParent) : options.prompts.withoutDialogs();
    }

    [[nodiscard]] LoadRequest newRequest() const; ///< with what is the same for all
    void load(const LoadRequest &request);
    void present(const LoadRequest &request, LoadedArticle loaded, const FileState &state);
    void finish(QPointer<EditSession> session, PreparedArticle prepared);
    /// `wanted` if the author may review it, else the first layer that is marked final, else any; 0: none.
    [[nodiscard]] LayerId layerToReview(const AnnotatedArticle &article, LayerId wanted) const;
    void add(EditSession *session);
    [[nodiscard]] EditSession *openAs(const QString &path) const;
    void write(EditSession *session, const QString &path, const Then &then,
               EditSession::Overwrite overwrite = EditSession::Overwrite::Refuse);
    /// After a save that met a version changed by somebody else: asks what to do.
    void resolve(EditSession *session, const Error &conflict, const Then &then);
    void closeNext(QList<QPointer<EditSession>> toSave, const Then &then);
    [[nodiscard]] QString askName(EditSession *session) const;
    void remove(EditSession *session);
    void takeRecovered(const RecoverableArticle &found, RecoveredArticle content, std::unique_ptr<Journal> journal);

    ArticleManager &q;
    Options options;
    SessionStore store;
    Author author;
    QList<EditSession *> sessions;
    EditSession *current = nullptr;
    QHash<EditSession *, qsizetype> carets;
    QHash<QString, qsizetype> storedCarets; ///< of the last session, by path
    QStringList storedPaths;
    QString storedCurrent;
    Prompts prompts;
    QHash<EditSession *, QList<std::function<void()>>> afterSave; ///< asked for while a save was under way
    WorkQueue work;
    FileSharing sharing{work, prompts};
};

} // namespace dateline
