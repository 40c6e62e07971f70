// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "annotation/annotatedarticle.h"
#include "base/result.h"

#include <QByteArray>
#include <QLockFile>

#include <condition_variable>
#include <memory>
#include <mutex>
#include <optional>
#include <thread>

namespace dateline {

/// What a journal begins with: the article as it was opened or last saved.
struct JournalBase
{
    QString path;            ///< the native file; empty: never saved
    QString sourcePath;      ///< where the text came from; empty: pasted
    QString name;            ///< shown to the user
    QByteArray native;       ///< the article in the native format, before any transaction

    bool operator==(const JournalBase &) const = default;
};

/// Everything that a journal file holds; a torn or corrupt end is dropped, what stands before it is kept.
struct JournalContent
{
    JournalBase base;
    QList<Transaction> transactions;   ///< in the order they were applied, undos as their inverses
    bool hasTornEnd = false;           ///< the last record was incomplete or did not match its checksum
};

/// One open article's append-only file: a magic line, then records of kind, length, CRC-32 and
/// payload. append() has handed the record to the system when it returns, so a killed process
/// loses nothing; a worker syncs it to the disk within 500 ms, which bounds what a power cut can
/// take. A lock beside the file tells other processes that its owner lives. Used from one thread;
/// the worker is the journal's own. The file goes with discard(), not with the destructor.
class Journal
{
public:
    /// Creates `folder`/UID.journal with `base` as its first record.
    [[nodiscard]] static Result<std::unique_ptr<Journal>> create(const QString &folder, const JournalBase &base);
    ~Journal();
    Q_DISABLE_COPY_MOVE(Journal)

    [[nodiscard]] QString fileName() const { return m_fileName; }
    /// After a failure the journal stays failed; the error is returned again by every call.
    Result<void> append(const Transaction &transaction);
    /// Starts over on a new base (the article was just saved): a new file replaces the old one.
    Result<void> restart(const JournalBase &base);
    /// Removes the file: there is nothing to recover.
    void discard();
    /// False while nothing was appended since the base.
    [[nodiscard]] bool hasTransactions() const { return m_count > 0; }
    /// What went wrong writing or syncing, if anything.
    [[nodiscard]] std::optional<Error> error() const;

    /// Reads a journal file. Fails only when not even the base can be read.
    [[nodiscard]] static Result<JournalContent> read(const QString &fileName);

private:
    Journal(const QString &fileName, std::unique_ptr<QLockFile> lock);
    Result<void> writeNew(const JournalBase &base);
    void setError(const QString &reason);
    void syncLoop(const std::stop_token &stop);

    QString m_fileName;
    std::unique_ptr<QLockFile> m_lock;
    int m_descriptor = -1;
    qint64 m_count = 0;

    mutable std::mutex m_mutex;                 ///< guards m_descriptor against the worker, m_isDirty, m_error
    std::condition_variable_any m_wake;
    bool m_isDirty = false;
    std::optional<Error> m_error;
    std::jthread m_syncer;
};

} // namespace dateline
