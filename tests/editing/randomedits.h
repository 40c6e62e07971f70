// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "editing/editingfixture.h"
#include "editing/recovery.h"
#include "formats/nativeformat.h"

#include <QRandomGenerator>

namespace dateline::test {

/// A session on talks(), with suggestions and a journal in `folder` that writes through `layer`.
[[nodiscard]] inline std::unique_ptr<EditSession> journalledSession(const QString &folder, FileLayer &layer = FileLayer::system())
{
    auto session = makeSession();
    session->setFileLayer(layer);
    Result<std::unique_ptr<Journal>> journal = Journal::create(folder,
                                                               {{},
                                                                QStringLiteral("/news/talks.txt"),
                                                                QStringLiteral("talks.txt"),
                                                                writeNative(session->article()),
                                                                exactState(session->article())},
                                                               layer);
    if (journal)
        session->setJournal(std::move(journal.value()));
    return session;
}

/// One action of many kinds, an undo or a redo; false when this one did nothing.
[[nodiscard]] inline bool editAtRandom(EditSession &session, QRandomGenerator &random)
{
    const int kind = random.bounded(12);
    if (kind == 0 && session.canUndo()) {
        session.undo();
        return true;
    }
    if (kind == 1 && session.canRedo()) {
        session.redo();
        return true;
    }
    ActionBuilder builder = session.edit();
    const MentionId mention = MentionId(1 + random.bounded(8));
    const EntityId entity = EntityId(1 + random.bounded(3));
    const QString word = QStringLiteral("w%1 é 😀").arg(random.bounded(1000));
    switch (kind) {
    case 2:
        builder.setStatus(mention, Status::Accepted);
        break;
    case 3:
        builder.reject(mention);
        break;
    case 4:
        builder.retype(mention, random.bounded(2) ? QStringLiteral("organisation") : QStringLiteral("place"));
        break;
    case 5:
        builder.rename(entity, word);
        break;
    case 6: {
        const qsizetype begin = random.bounded(60);
        builder.add({begin, begin + 1 + random.bounded(12)}, QStringLiteral("event"));
        break;
    }
    case 7:
        builder.setEntityLink(entity, QStringLiteral("http://example.org/%1").arg(random.bounded(1000)));
        break;
    case 8:
        builder.acceptEntity(entity);
        break;
    case 9:
        builder.setUnsure(mention, random.bounded(2) == 1);
        break;
    default:
        builder.setNote(mention, word);
        break;
    }
    if (builder.isEmpty())
        return false;
    return session.apply(builder.finish(QStringLiteral("Edit"))).isOk();
}

/// The only recoverable article of the folder, its steps replayed by AnnotatedArticle::apply(). None: nothing.
[[nodiscard]] inline std::optional<RecoveredArticle> recoverFrom(const QString &folder)
{
    const QList<RecoverableArticle> found = findRecoverable(folder);
    if (found.isEmpty())
        return std::nullopt;
    Result<RecoveredArticle> recovered = readRecoverable(found.last().journal);
    if (!recovered)
        return std::nullopt;
    return recovered.value();
}

} // namespace dateline::test
