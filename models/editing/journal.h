// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "annotation/annotatedarticle.h"
#include "base/filelayer.h"
#include "base/result.h"

#include <QByteArray>
#include <QLockFile>

#include <condition_variable>
#include <memory>
#include <mutex>
#include <optional>
#include <stop_token>
#include <thread>

class QIODevice;

namespace dateline {

/// What a journal begins with: the article as it was opened or last saved.
struct JournalBase
{
    QString path;          ///< the native file; empty: never saved
    QString sourcePath;    ///< where the text came from; empty: pasted
    QString name;          ///< shown to the user
    QByteArray native;     ///< the article in the native format, before any transaction
    QByteArray exact = {}; ///< exactState() of it; empty: `native` says everything

    bool operator==(const JournalBase &) const = default;
};

/// Head, agents, layers and reviews bit for bit. The native format normalises (a confidence has two
/// decimals, a forbidden character in a note becomes U+FFFD), but the transactions that follow
/// check the state before them exactly.
[[nodiscard]] QByteArray exactState(const AnnotatedArticle &article);
/// Puts them into `article`; false, with `article` unchanged, when the bytes are malformed.
[[nodiscard]] bool restoreExactState(const QByteArray &bytes, AnnotatedArticle &article);

/// Why a transaction was applied.
enum class StepKind : quint8 {
    Action = 2, ///< on the history
    Undo = 3,   ///< the inverse of the action that it undoes
    Redo = 4,
    Aside = 5, ///< not on the history: the neutral agent got its name, an empty layer was made
};

struct JournalStep
{
    StepKind kind = StepKind::Action;
    Transaction transaction;
};

/// Everything that a journal file holds; a torn or corrupt end is dropped, what stands before it is kept.
struct JournalContent
{
    JournalBase base;
    QList<JournalStep> steps; ///< in the order they were applied
    bool hasTornEnd = false;  ///< the last record was incomplete or did not match its checksum
};

/// One open article's append-only file: a magic line, then records of kind, length, CRC-32 (over
/// kind, length and payload) and payload. append() has handed the record to the system when it
/// returns, so a killed process loses nothing; a worker syncs it to the disk within 500 ms, which
/// bounds what a power cut can take. A lock beside the file tells other processes that its owner
/// lives. Used from one thread at a time; the worker is the journal's own. The file goes with
/// discard(), not with the destructor.
class Journal
{
public:
    /// Creates `folder`/UID.journal with `base` as its first record. `layer` must outlive the journal.
    [[nodiscard]] static Result<std::unique_ptr<Journal>> create(const QString &folder, const JournalBase &base,
                                                                 FileLayer &layer = FileLayer::system());
    ~Journal();
    Q_DISABLE_COPY_MOVE(Journal)

    [[nodiscard]] QString fileName() const { return m_fileName; }
    [[nodiscard]] FileLayer &layer() const { return m_layer; }
    /// After a failure the file still ends with a whole record, and nothing more is written until
    /// restart(): later steps would not fit without the missing one. The error is returned again.
    Result<void> append(const Transaction &transaction, StepKind kind = StepKind::Action);
    /// Starts over on a new base (the article was just saved): a new file replaces the old one.
    Result<void> restart(const JournalBase &base);
    /// Removes the file: there is nothing to recover. Nothing is written any more.
    void discard();
    /// False while nothing was appended since the base.
    [[nodiscard]] bool hasTransactions() const { return m_count > 0; }
    /// What went wrong writing or syncing, if anything. Any thread.
    [[nodiscard]] std::optional<Error> error() const;

    /// Reads a journal file. Fails only when not even the base can be read.
    [[nodiscard]] static Result<JournalContent> read(const QString &fileName);
    /// The same from an open device that knows its size; `name` is used in messages.
    [[nodiscard]] static Result<JournalContent> read(QIODevice &device, const QString &name);

private:
    Journal(const QString &fileName, std::unique_ptr<QLockFile> lock, FileLayer &layer);
    Error fail(int code); ///< with the mutex held
    void markDirty();     ///< with the mutex held
    void syncLoop(const std::stop_token &stop);

    QString m_fileName;
    std::unique_ptr<QLockFile> m_lock;
    FileLayer &m_layer;
    qint64 m_end = 0; ///< bytes of whole records
    qint64 m_count = 0;

    mutable std::mutex m_mutex; ///< guards what the worker shares: the members below
    std::condition_variable_any m_wake;
    int m_descriptor = -1;
    bool m_isDirty = false;
    std::optional<Error> m_error;
    std::jthread m_syncer; ///< started by the first append
};

} // namespace dateline
