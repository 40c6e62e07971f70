// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/clock.h"
#include "base/result.h"
#include "detection/detector.h"
#include "editing/editsession.h"
#include "ui/window/prompts.h"

#include <QObject>
#include <QStringList>

#include <memory>

namespace dateline {

class WatchlistStore;
class WorkQueue;

/// The open articles: reads, detects, saves and recovers them off the GUI thread, keeps their
/// sessions, remembers recent files and the last session. Asks through `Prompts`, so that tests
/// answer without dialogs. Owns the sessions. GUI thread.
class ArticleManager final : public QObject
{
    Q_OBJECT

public:
    using Unsaved = Prompts::Unsaved;
    /// Told when a save or a close came to its end; false: cancelled or failed (failed() says why).
    using Then = std::function<void(bool isDone)>;
    struct Options
    {
        std::shared_ptr<const Detector> detector;
        std::shared_ptr<const Clock> clock;
        std::shared_ptr<WatchlistStore> watchlists; ///< null: made by the manager
        QString journalFolder;                      ///< empty: no journals, no recovery
        bool usesSettings = true;                   ///< false: reads and writes no settings (self-test, timing)
        bool opensForReview = false;                ///< whoever starts the program checks others' work
        QString language;                           ///< preset for articles; empty: the article's own or "en"
        QWidget *dialogParent = nullptr;
        Prompts prompts;
    };

    explicit ArticleManager(Options options, QObject *parent = nullptr);
    ~ArticleManager() override;

    [[nodiscard]] QList<EditSession *> sessions() const;
    [[nodiscard]] EditSession *current() const;
    void setCurrent(EditSession *session);
    void nextArticle(int step);

    /// Files and folders (a folder is refused with a sentence until corpora exist). One already open
    /// becomes current. Results come as opened() or failed().
    void openFiles(const QStringList &paths, const QString &encoding = {});
    /// Reads a saved, unchanged article again to review this layer of it, without suggestions of its own.
    void openForReview(EditSession *session, LayerId layer);
    void openSample();
    void openText(const QString &text, const QString &name);
    void openHtml(const QByteArray &html, const QString &name);
    /// Who answers questions about articles.
    [[nodiscard]] const Prompts &prompts() const;
    /// What is under way, to show and to stop it.
    [[nodiscard]] WorkQueue &work() const;
    /// The lists that detection matches; never null. Shared with workers.
    [[nodiscard]] const std::shared_ptr<WatchlistStore> &watchlists() const;

    /// Saves off the GUI thread; asks for a name when there is none. Tells saved() or failed().
    void save(EditSession *session, const Then &then = {});
    void saveAs(EditSession *session, const Then &then = {});
    /// Merges what another program did to the session's file meanwhile.
    void takeIn(EditSession *session);
    [[nodiscard]] bool hasOutsideChanges(EditSession *session) const;
    /// Writes a copy beside; the article stays where it was.
    void saveCopy(EditSession *session);
    /// Reads the saved file (or the source) again; unsaved work is asked about.
    void revert(EditSession *session);
    /// Asks before losing unsaved work, saves if wanted, then closes.
    void close(EditSession *session, const Then &then = {});
    /// Asks for all first: one "Cancel" closes none.
    void closeAll(const Then &then = {});
    /// Detects anew in a worker; the result is one undoable transaction.
    void detectAgain(EditSession *session);

    /// Who acts in all sessions, open and to come.
    void setAuthor(const Author &author);
    /// The same by name: another name than the present one is another person.
    void setAuthorNamed(const QString &name);
    [[nodiscard]] const Author &author() const;
    [[nodiscard]] QStringList recentFiles() const;
    /// Unsaved work of a program that died: read off the GUI thread, opened and replayed; each told
    /// by recovered(), the end by recoveryEnded().
    void recoverWork();
    /// Remember / bring back open files, their carets and the current one. `caretOf` reads a view's caret.
    void storeSession(const std::function<qsizetype(EditSession *)> &caretOf);
    /// False when there was nothing to restore.
    bool restoreSession();
    /// The caret to set when `session` is first shown; -1: none.
    [[nodiscard]] qsizetype takeInitialCaret(EditSession *session);

Q_SIGNALS:
    void currentChanged(dateline::EditSession *session); ///< null: none open
    void opened(dateline::EditSession *session);         ///< text is there; suggestions follow
    void detected(dateline::EditSession *session);       ///< suggestions are in, or were stopped; it can be edited
    void aboutToClose(dateline::EditSession *session);
    void listChanged();
    void failed(const dateline::Error &error);
    void told(const QString &message); ///< a short sentence for the status bar
    void saved(dateline::EditSession *session);
    void recovered(dateline::EditSession *session, const QString &description);
    void recoveryEnded(int articles);
    void heldElsewhere(dateline::EditSession *session, const QString &who); ///< a sentence
    void changedOutside(dateline::EditSession *session, bool isGone);       ///< by another program
    void tookIn(dateline::EditSession *session, const QString &message);    ///< the problems may have grown

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace dateline
