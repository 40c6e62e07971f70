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

QString lockName(const QString &journal) { return journal + u".lock"_s; }

/// The layer that the step reviews; 0: none, it may be an annotator's answer.
LayerId reviewedBy(const Transaction &step)
{
    const auto isEnd = [](const std::optional<LayerInfo> &info) {
        const QString action = info && !info->events.isEmpty() ? info->events.last().action : QString();
        return action == u"return" || action == u"approve";
    };
    for (const Edit &edit : step.edits) {
        const auto *stage = std::get_if<LayerEdit>(&edit);
        if (stage && stage->before && stage->after && stage->before->stage != stage->after->stage
            && (stage->before->events.size() < stage->after->events.size() ? isEnd(stage->after) : isEnd(stage->before)))
            return stage->after->id;
        const auto *e = std::get_if<ReviewEdit>(&edit);
        const ReviewItem *item = e && e->after ? &*e->after : e && e->before ? &*e->before : nullptr;
        const Comment *comment = item ? std::get_if<Comment>(item) : nullptr;
        if (item && (!comment || comment->by == e->by))
            return e->of;
    }
    return 0;
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
        QFile::remove(journal + u".new"_s); // its owner ended while it saved
        const Result<JournalContent> content = Journal::read(journal);
        if (!content) {
            if (issues)
                issues->append({Severity::Warning, content.error().message, journal, 0, -1});
            continue;
        }
        const JournalBase &base = content.value().base;
        RecoverableArticle article{journal, base.name, base.path, base.sourcePath, 0, {}, {}};
        article.hasTornEnd = content.value().hasTornEnd;
        for (const JournalStep &step : content.value().steps) {
            if (step.kind == StepKind::Aside)
                continue;
            ++article.actions;
            article.steps.append({step.transaction.at, step.transaction.label, step.kind == StepKind::Undo});
            // An undo carries the time of what it undoes, so the order of times is not that of the steps.
            const QDateTime &at = step.transaction.at;
            article.first = article.first.isValid() ? std::min(article.first, at) : at;
            article.last = article.last.isValid() ? std::max(article.last, at) : at;
        }
        if (article.actions == 0) {
            QFile::remove(journal);
            continue;
        }
        found.append(article);
    }
    std::sort(found.begin(), found.end(),
              [](const RecoverableArticle &a, const RecoverableArticle &b) { return a.first < b.first; });
    return found;
}

Result<RecoveredArticle> readRecoverable(const QString &journal)
{
    Result<JournalContent> content = Journal::read(journal);
    if (!content)
        return content.error();
    const JournalBase &base = content.value().base;
    Result<LoadedArticle> loaded = readNative(base.native, base.name);
    if (!loaded)
        return loaded.error();
    RecoveredArticle recovered{
        std::move(loaded.value().article), base.path, base.sourcePath, base.name, {}, 0, content.value().hasTornEnd,
        std::move(loaded.value().issues)};
    if (!base.exact.isEmpty() && !restoreExactState(base.exact, recovered.article))
        return Error{ErrorKind::Malformed, Messages::tr("The recovery journal is damaged from its beginning."), journal, 0};
    for (const JournalStep &step : std::as_const(content.value().steps))
        recovered.transactions.append(step.transaction);
    if (!recovered.transactions.isEmpty())
        recovered.reviewOf = reviewedBy(recovered.transactions.last());
    return recovered;
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
