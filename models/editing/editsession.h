// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "annotation/actions.h"
#include "annotation/annotatedarticle.h"
#include "annotation/reviewactions.h"
#include "base/clock.h"
#include "base/filelayer.h"
#include "base/result.h"
#include "editing/filestate.h"

#include <QObject>
#include <QString>

#include <memory>
#include <optional>

namespace dateline {

class Journal;
struct JournalStep;
enum class StepKind : quint8;

/// An open article: the article, its history and its journal. The one road for change is
/// apply(). Lives on the GUI thread; snapshots of article() go to workers by value.
class EditSession final : public QObject
{
    Q_OBJECT

public:
    struct Options
    {
        QString path;       ///< the native file; empty: never saved
        QString sourcePath; ///< the file that the text came from; empty: pasted
        QString name;       ///< shown when there is no path ("talks.txt", "Pasted text")
        IssueList issues;
        LayerId reviewOf = 0;               ///< opened to review this layer, see setReviewing()
        std::optional<FileState> fileState; ///< of `path` when it was read; none: not compared when saving
        std::shared_ptr<const Clock> clock; ///< null: SystemClock
        /// A worker still makes the suggestions and the journal: no change is taken before setReady(),
        /// so that nobody's first decisions stand beside suggestions instead of on them.
        bool isPreparing = false;
    };

    /// What is to be written: a snapshot and where it goes.
    struct SaveJob
    {
        AnnotatedArticle article;
        QString path;
        QString sourcePath;
        QString journalFolder; ///< empty: the session keeps no journal
        int backups = 0;
        std::optional<FileState> expected; ///< the file must still be this one; none: whatever it is
        FileLayer *layer = &FileLayer::system();
    };
    struct SaveOutcome
    {
        QString path;
        Result<void> written;
        std::unique_ptr<Journal> journal; ///< begun on what was written; null: none wanted, or journalError
        std::optional<Error> journalError;
        AnnotatedArticle article; ///< what was written
        FileState state;          ///< of the file as written
    };
    /// When somebody else changed the file since it was read or saved: refuse (ErrorKind::Conflict), or
    /// write over it (the backup keeps their version).
    enum class Overwrite { Refuse, Allow };

    EditSession(const AnnotatedArticle &article, Options options, QObject *parent = nullptr);
    ~EditSession() override;

    [[nodiscard]] const AnnotatedArticle &article() const { return m_article; }
    [[nodiscard]] const IssueList &issues() const { return m_issues; }
    /// What was found wrong later, as when another version came in.
    void addIssues(const IssueList &issues);
    [[nodiscard]] const Clock &clock() const { return *m_clock; }

    /// The layer that is shown: the one under review, else the annotator's own, else the detector's;
    /// 0: none yet.
    [[nodiscard]] LayerId activeLayer() const;
    [[nodiscard]] const Layer *layer() const { return m_article.layer(activeLayer()); }
    /// Who acts from now on. An empty name is "not asked yet"; its edits carry a neutral name
    /// until setAuthor() names it, which is no step of the history. An empty uid: one of its own.
    void setAuthor(const Author &author);
    [[nodiscard]] const Author &author() const { return m_author; }

    /// From now on the author reviews this layer, which must be another person's (else Conflict, and
    /// nothing changes); 0: annotates again. What was done stays on the history.
    Result<void> setReviewing(LayerId layer);
    /// False when the layer is not there, or the author's own.
    [[nodiscard]] bool isReviewing() const;

    [[nodiscard]] bool isReady() const { return m_isReady; }
    void setReady();
    /// Loading only: takes the first detection (not on the history, not unsaved work).
    void addDetection(Layer layer, const Agent &detector);
    /// Takes the journal that a worker began on the article as loaded, suggestions included.
    void setJournal(std::unique_ptr<Journal> journal);

    /// Makes an empty layer of the detector's when activeLayer() is 0, so that a person can begin
    /// (no suggestions, or a file with layers of others only). No step of the history.
    void ensureLayer();
    /// A builder for the active layer, author and present time. Calls ensureLayer(). In a review its
    /// calls do nothing, but for setHead(): the layer is another person's.
    [[nodiscard]] ActionBuilder edit();
    /// A builder of the review of the active layer; outside a review its calls do nothing.
    [[nodiscard]] ReviewBuilder review() const;
    /// Applies, journals (write() before anything is shown), puts on the history, emits changed().
    /// An empty transaction is accepted and does nothing. Conflict while not isReady(), and in a review
    /// for one that changes the mentions or entities of the reviewed layer.
    Result<void> apply(const Transaction &transaction);

    [[nodiscard]] bool canUndo() const { return m_position > 0; }
    [[nodiscard]] bool canRedo() const { return m_position < m_history.size(); }
    [[nodiscard]] QString undoLabel() const;
    [[nodiscard]] QString redoLabel() const;
    void undo();
    void redo();

    /// Differs from what was loaded or last saved.
    [[nodiscard]] bool isModified() const { return m_position != m_savedPosition; }
    [[nodiscard]] QString path() const { return m_path; }
    [[nodiscard]] QString sourcePath() const { return m_sourcePath; }
    /// File name, or the name given.
    [[nodiscard]] QString displayName() const;

    /// Writes the native file and makes `path` the session's; the journal begins anew there.
    Result<void> saveAs(const QString &path, Overwrite overwrite = Overwrite::Refuse);
    /// The same in three steps, so that a worker can take the long one: beginSave() here, write() on
    /// any thread, finishSave() here again, with its outcome. The article may be edited meanwhile:
    /// what is done after beginSave() counts as unsaved. One save at a time.
    [[nodiscard]] SaveJob beginSave(const QString &path, Overwrite overwrite = Overwrite::Refuse);
    [[nodiscard]] static SaveOutcome write(const SaveJob &job);
    Result<void> finishSave(SaveOutcome outcome);
    [[nodiscard]] bool isSaving() const { return m_save.has_value(); }
    /// Earlier versions that a save keeps beside the file (saveBytes()); DefaultBackups at first.
    void setBackupCount(int count) { m_backups = count; }
    static constexpr int DefaultBackups = 1;
    /// Replaces the system calls of saving (tests).
    void setFileLayer(FileLayer &layer) { m_layer = &layer; }

    /// The article as it was opened or last saved: the common ancestor when the file was changed by
    /// somebody else meanwhile (mergeVersions()).
    [[nodiscard]] const AnnotatedArticle &savedArticle() const { return m_saved; }
    /// The file as this session read or last wrote it; none: never, or not told.
    [[nodiscard]] const std::optional<FileState> &fileState() const { return m_fileState; }
    /// The version on the disk was looked at: from now on it is the ancestor (of savedArticle()) and the
    /// one that a save may replace. Its changes come in by apply() of what mergeVersions() gives; until
    /// the next save the session counts as modified. "Keep mine" is the same without applying.
    void acknowledgeOutside(const AnnotatedArticle &theirs, const FileState &state);
    /// Closed on purpose, saved or discarded: the journal goes.
    void discardJournal();
    /// Replays a recovered transaction (history and modified as if just done, journalled anew);
    /// one that undoes or redoes the step before it moves on the history as it did then.
    Result<void> replay(const Transaction &transaction);
    /// Set when the journal cannot be written any more (the window says so).
    [[nodiscard]] std::optional<Error> journalError() const;

Q_SIGNALS:
    /// After every change, undo and redo included.
    void changed(const dateline::ArticleChange &change);
    /// Undo/redo texts, isModified() or path() may differ; follows every changed(), too.
    void stateChanged();

private:
    /// A save under way: where the history stood, and what came since.
    struct PendingSave
    {
        qsizetype position = 0; ///< -1: left the history
        QList<JournalStep> since;
    };

    Result<void> perform(const Transaction &transaction, StepKind kind);
    [[nodiscard]] Author actor() const; ///< the author, with a name in any case
    void journal(const Transaction &transaction, StepKind kind);
    void nameWork(Author &author);
    Result<void> replayNaming(const Transaction &naming);

    AnnotatedArticle m_article;
    IssueList m_issues;
    Author m_author;
    std::shared_ptr<const Clock> m_clock;
    std::unique_ptr<Journal> m_journal;
    QString m_path;
    QString m_sourcePath;
    QString m_name;
    LayerId m_reviewOf = 0; ///< asked for; isReviewing() tells whether it can be
    QList<Transaction> m_history;
    qsizetype m_position = 0;
    qsizetype m_savedPosition = 0; ///< -1: the saved state left the history
    bool m_isReady = true;
    AnnotatedArticle m_saved;
    std::optional<FileState> m_fileState;
    FileLayer *m_layer = &FileLayer::system();
    int m_backups = DefaultBackups;
    std::optional<PendingSave> m_save;
    std::optional<Error> m_journalError; ///< a save could not begin a new journal
};

} // namespace dateline
