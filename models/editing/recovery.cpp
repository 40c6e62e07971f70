// SPDX-License-Identifier: Apache-2.0
#include "editing/recovery.h"

#include "editing/journal.h"
#include "formats/nativeformat.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QLocale>
#include <QLockFile>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace dateline {

namespace {

struct Messages
{
    Q_DECLARE_TR_FUNCTIONS(dateline::Recovery)
};

QString lockName(const QString &journal)
{
    return journal + u".lock"_s;
}

} // namespace

QList<RecoverableArticle> findRecoverable(const QString &folder, IssueList *issues)
{
    QList<RecoverableArticle> found;
    const QDir dir(folder);
    const QStringList names = dir.entryList({u"*.journal"_s}, QDir::Files);
    for (const QString &name : names) {
        const QString journal = dir.filePath(name);
        // Holding the lock for the look proves that no living program owns the journal.
        QLockFile lock(lockName(journal));
        lock.setStaleLockTime(0);
        if (!lock.tryLock(0))
            continue;
        const Result<JournalContent> content = Journal::read(journal);
        if (!content) {
            if (issues)
                issues->append({Severity::Warning, content.error().message, journal, 0, -1});
            continue;
        }
        const QList<Transaction> &transactions = content.value().transactions;
        if (transactions.isEmpty()) {
            QFile::remove(journal);
            continue;
        }
        const JournalBase &base = content.value().base;
        found.append({journal, base.name, base.path, base.sourcePath, transactions.size(), transactions.first().at, transactions.last().at});
    }
    std::sort(found.begin(), found.end(), [](const RecoverableArticle &a, const RecoverableArticle &b) { return a.first < b.first; });
    return found;
}

Result<RecoveredArticle> readRecoverable(const QString &journal)
{
    Result<JournalContent> content = Journal::read(journal);
    if (!content)
        return content.error();
    Result<LoadedArticle> loaded = readNative(content.value().base.native, content.value().base.name);
    if (!loaded)
        return loaded.error();
    const JournalBase &base = content.value().base;
    return RecoveredArticle{loaded.value().article, base.path, base.sourcePath, base.name,
                            content.value().transactions, content.value().hasTornEnd, loaded.value().issues};
}

void removeRecoverable(const QString &journal)
{
    QFile::remove(journal);
    QFile::remove(lockName(journal));
}

QString describe(const RecoverableArticle &article)
{
    const QDateTime first = article.first.toLocalTime();
    const QDateTime last = article.last.toLocalTime();
    const QLocale locale;
    const bool isToday = first.date() == QDate::currentDate() && last.date() == first.date();
    const auto shown = [&](const QDateTime &moment) {
        const QString time = moment.toString(u"HH:mm"_s);
        return isToday ? time : locale.toString(moment.date(), QLocale::ShortFormat) + u' ' + time;
    };
    return Messages::tr("%n action(s) on %1, %2–%3", nullptr, int(article.actions)).arg(article.name, shown(first), shown(last));
}

} // namespace dateline
