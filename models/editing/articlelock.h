// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/clock.h"
#include "base/result.h"

#include <QDateTime>
#include <QString>

#include <memory>
#include <optional>

namespace dateline {

/// Who has an article open.
struct LockHolder
{
    QString owner; ///< the annotator's name; empty: the system's user name was not known either
    QString host;  ///< machine
    qint64 process = 0;
    QString started; ///< of the process, as the system counts it: ids of processes come again
    QDateTime since; ///< UTC
    QString token;   ///< made for each lock, tells it from others

    bool operator==(const LockHolder &) const = default;
};

/// "Vera has talks.xml open on newsdesk-3 since 14:02", in local time; with the date when not of today.
[[nodiscard]] QString describe(const LockHolder &holder, const QString &fileName);

/// Keeps two programs from working on one file unawares: a lock file `.~lock.NAME#` beside it, which says
/// who holds it. It binds nobody by force: who is refused may open read only, or take over on purpose.
///
/// A lock is stale, and silently replaced, when its process ran on this machine and is gone (or its
/// number belongs to another one now), when it cannot be read as a lock, or when it was not refreshed for
/// StaleAfter. Two programs that look at the same moment do not both get it (flock() on the lock
/// file; on disks without flock() the window of a few milliseconds stays open, and isHeld() tells).
/// Lives on one thread. Released by the destructor.
class ArticleLock
{
public:
    static constexpr qint64 StaleAfterSeconds = 30 * 60;
    static constexpr qint64 RefreshEverySeconds = 60; ///< how often refresh() should be called

    /// One of the three is set.
    struct Outcome
    {
        std::unique_ptr<ArticleLock> lock;
        std::optional<LockHolder> holder; ///< another program holds it
        std::optional<Error> error;       ///< no lock can be made there (a read-only folder): open it all the same
    };
    enum class Mode { Ask, TakeOver };
    /// Pass the annotator's name; empty: the system's user name. `file` need not exist yet.
    [[nodiscard]] static Outcome acquire(const QString &file, const QString &owner, Mode mode = Mode::Ask);
    /// Who holds the file now, by a lock that is not stale; none: nobody.
    [[nodiscard]] static std::optional<LockHolder> holderOf(const QString &file);
    [[nodiscard]] static QString lockFileOf(const QString &file);

    ~ArticleLock();
    Q_DISABLE_COPY_MOVE(ArticleLock)
    /// False when somebody took it over, or removed it. Look before saving.
    [[nodiscard]] bool isHeld() const;
    /// Tells others that the program lives; gives isHeld().
    bool refresh();
    [[nodiscard]] const LockHolder &self() const { return m_self; }
    /// Of the lock: lockFileOf() the article's file.
    [[nodiscard]] const QString &fileName() const { return m_fileName; }

private:
    ArticleLock(const QString &fileName, const LockHolder &self) : m_fileName(fileName), m_self(self) { }

    QString m_fileName; ///< of the lock
    LockHolder m_self;
};

} // namespace dateline
