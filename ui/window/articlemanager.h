// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/clock.h"
#include "base/result.h"
#include "detection/detector.h"
#include "editing/editsession.h"

#include <QObject>
#include <QStringList>

#include <memory>

namespace dateline {

/// The open articles: loads them off the GUI thread (read, detect, journal), keeps their sessions,
/// saves and closes them, remembers recent files and the last session. Asks through `Prompts`, so
/// that tests answer without dialogs. Owns the sessions. GUI thread.
class ArticleManager final : public QObject
{
    Q_OBJECT

public:
    enum class Unsaved { Save, Discard, Cancel };
    /// What only a person can answer. Defaults (null) use real dialogs.
    struct Prompts
    {
        std::function<Unsaved(const QString &name)> unsaved;
        std::function<QString(const QString &suggested)> saveFileName;                           ///< empty: cancelled
        std::function<QString(const QByteArray &bytes, const QStringList &candidates)> encoding; ///< empty: keep the guess
        std::function<bool(const QString &path)> overwrite;
    };
    struct Options
    {
        std::shared_ptr<const Detector> detector;
        std::shared_ptr<const Clock> clock;
        QString journalFolder;    ///< empty: no journals, no recovery
        bool usesSettings = true; ///< false: reads and writes no settings (self-test, timing)
        QString language;         ///< preset for articles; empty: the article's own or "en"
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
    void openSample();
    void openText(const QString &text, const QString &name);
    void openHtml(const QByteArray &html, const QString &name);
    [[nodiscard]] bool isLoading() const;
    void cancelLoading();

    /// Save; asks for a name when there is none. False: cancelled or failed (failed() tells).
    bool save(EditSession *session);
    bool saveAs(EditSession *session);
    bool saveCopy(EditSession *session);
    /// Reads the saved file (or the source) again; unsaved work is asked about.
    bool revert(EditSession *session);
    /// Asks before losing unsaved work. False: cancelled.
    bool close(EditSession *session);
    bool closeAll();
    /// Detects anew in a worker; the result is one undoable transaction.
    void detectAgain(EditSession *session);

    /// Who acts in all sessions, open and to come.
    void setAuthor(const Author &author);
    [[nodiscard]] const Author &author() const;
    [[nodiscard]] QStringList recentFiles() const;
    /// Unsaved work of a program that died: opened and replayed; each told by recovered().
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
    void detected(dateline::EditSession *session);       ///< suggestions are in
    void aboutToClose(dateline::EditSession *session);
    void listChanged();
    void loadingChanged(int pending);
    void failed(const dateline::Error &error);
    void saved(dateline::EditSession *session);
    void recovered(dateline::EditSession *session, const QString &description);

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace dateline
