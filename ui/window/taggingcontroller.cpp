// SPDX-License-Identifier: Apache-2.0
#include "ui/window/taggingcontroller.h"

#include "editing/editsession.h"
#include "ui/view/articleview.h"
#include "ui/widgets/typenames.h"
#include "ui/window/wordsnapping.h"

#include <algorithm>

namespace dateline {

TaggingController::TaggingController(ArticleView &view, QObject *parent) : QObject(parent), m_view(view) { }

void TaggingController::setSession(EditSession *session) { m_session = session; }

MentionId TaggingController::currentMention() const
{
    if (!m_session || !m_session->layer())
        return 0;
    const MentionId chosen = m_view.currentMention();
    return chosen != 0 ? chosen : m_view.mentionAt(m_view.caret());
}

EntityId TaggingController::currentEntity() const
{
    const MentionId id = currentMention();
    const Mention *mention = id != 0 ? m_session->layer()->mentions.find(id) : nullptr;
    return mention ? mention->entity : 0;
}

QString TaggingController::mentionText(MentionId id) const
{
    const Mention *mention = m_session->layer()->mentions.find(id);
    return mention ? m_session->article().text.view(mention->extent()).toString().simplified() : QString();
}

QString TaggingController::entityName(EntityId id) const
{
    const Entity *entity = m_session->layer()->entity(id);
    return entity ? entity->name : QString();
}

bool TaggingController::apply(const ActionBuilder &builder, const QString &label)
{
    if (builder.isEmpty())
        return false;
    const Result<void> done = m_session->apply(builder.finish(label));
    if (!done) {
        Q_EMIT told(done.error().message);
        return false;
    }
    Q_EMIT decided();
    return true;
}

void TaggingController::goToUndecided(bool forward)
{
    if (!m_session || !m_session->layer())
        return;
    const MentionStore &mentions = m_session->layer()->mentions;
    const auto isUndecided = [](const Mention &mention) { return mention.status == Status::Suggested; };
    const Mention *current = mentions.find(m_view.currentMention());
    const qsizetype from = current ? current->extent().begin : m_view.caret();
    const MentionId anchor = current ? current->id : 0;
    const Mention *found = forward ? mentions.next(from, anchor, isUndecided) : mentions.previous(from, anchor, isUndecided);
    if (!found) // round the end, as finding does
        found = forward ? mentions.next(-1, 0, isUndecided) : mentions.previous(-1, 0, isUndecided);
    if (found)
        m_view.setCurrentMention(found->id);
    else
        Q_EMIT told(tr("Every mention is decided. Ctrl+S saves."));
}

void TaggingController::accept()
{
    const MentionId id = currentMention();
    if (id == 0) {
        goToUndecided(true);
        return;
    }
    ActionBuilder builder = m_session->edit();
    builder.setStatus(id, Status::Accepted);
    m_view.setCurrentMention(id);
    apply(builder, tr("Accept “%1”").arg(mentionText(id)));
    goToUndecided(true);
}

void TaggingController::acceptEntity()
{
    const EntityId entity = currentEntity();
    if (entity == 0)
        accept();
    else
        acceptEntity(entity);
}

void TaggingController::acceptEntity(EntityId entity)
{
    if (!m_session || !m_session->layer())
        return;
    const QList<MentionId> ids = m_session->layer()->mentionsOf(entity);
    const auto count = std::count_if(
        ids.begin(), ids.end(), [&](MentionId id) { return m_session->layer()->mentions.find(id)->status == Status::Suggested; });
    ActionBuilder builder = m_session->edit();
    builder.acceptEntity(entity);
    apply(builder, tr("Accept %n mention(s) of %1", nullptr, int(count)).arg(entityName(entity)));
    goToUndecided(true);
}

void TaggingController::reject()
{
    const MentionId id = currentMention();
    if (id == 0)
        return;
    ActionBuilder builder = m_session->edit();
    builder.reject(id);
    m_view.setCurrentMention(id);
    if (apply(builder, tr("Reject “%1”").arg(mentionText(id))))
        goToUndecided(true);
}

void TaggingController::rejectEntity()
{
    const EntityId entity = currentEntity();
    if (entity == 0) {
        reject();
        return;
    }
    const QList<MentionId> ids = m_session->layer()->mentionsOf(entity);
    const auto count = std::count_if(ids.begin(), ids.end(),
                                     [&](MentionId id) { return m_session->layer()->mentions.find(id)->isLive(); });
    ActionBuilder builder = m_session->edit();
    builder.rejectEntity(entity);
    if (apply(builder, tr("Reject %n mention(s) of %1", nullptr, int(count)).arg(entityName(entity))))
        goToUndecided(true);
}

void TaggingController::setType(const QString &type)
{
    if (!m_session || type.isEmpty())
        return;
    if (!m_view.selection().isEmpty())
        tagSelection(type);
    else if (const MentionId id = currentMention(); id != 0)
        retype(id, type);
    else
        Q_EMIT told(tr("Select words, or go to a mention with Tab, then press a type's key."));
}

void TaggingController::tagSelection(const QString &type)
{
    const ArticleText &text = m_session->article().text;
    const Span span = snappedToWords(text, m_view.selection());
    if (span.isEmpty())
        return;
    if (!m_session->isReady()) {
        Q_EMIT told(tr("The suggestions are still being made. Esc goes on without them."));
        return;
    }
    if (text.view(span).contains(u'\n')) {
        Q_EMIT told(tr("A mention lies inside one paragraph: select less."));
        return;
    }
    ActionBuilder builder = m_session->edit();
    MentionId existing = 0;
    if (const Layer *layer = m_session->layer()) {
        layer->mentions.forEachIn(span, [&](const Mention &mention) {
            if (mention.spans.size() == 1 && mention.extent() == span && mention.status != Status::Withdrawn)
                existing = mention.id;
            return existing == 0;
        });
    }
    if (existing != 0) {
        // The same words are tagged already: that one takes the type.
        builder.retype(existing, type);
    } else {
        existing = builder.add(span, type);
    }
    if (apply(builder,
              tr("Tag “%1” as %2").arg(text.view(span).toString().simplified(), typeName(m_session->article().tagset, type))))
        m_view.setCurrentMention(existing);
}

void TaggingController::retype(MentionId id, const QString &type)
{
    if (!m_session)
        return;
    ActionBuilder builder = m_session->edit();
    builder.retype(id, type);
    if (apply(builder, tr("Change “%1” to %2").arg(mentionText(id), typeName(m_session->article().tagset, type))))
        m_view.setCurrentMention(id);
}

void TaggingController::retypeEntity(const QString &type)
{
    const EntityId entity = currentEntity();
    if (entity == 0) {
        setType(type);
        return;
    }
    ActionBuilder builder = m_session->edit();
    builder.retypeEntity(entity, type);
    apply(builder, tr("Change all mentions of %1 to %2").arg(entityName(entity), typeName(m_session->article().tagset, type)));
}

void TaggingController::moveStart(int words) { moveEdge(words, true); }
void TaggingController::moveEnd(int words) { moveEdge(words, false); }

void TaggingController::moveEdge(int words, bool isStart)
{
    const MentionId id = currentMention();
    if (id == 0)
        return;
    const Mention before = *m_session->layer()->mentions.find(id);
    QList<Span> spans = before.spans;
    qsizetype &edge = isStart ? spans.first().begin : spans.last().end;
    const QList<Span> around = wordsAround(m_session->article().text, isStart ? before.extent().begin : before.extent().end - 1);
    qsizetype found = -1;
    for (const Span &word : around) {
        const qsizetype candidate = isStart ? word.begin : word.end;
        if (words > 0 ? candidate > edge && found < 0 : candidate < edge)
            found = candidate;
    }
    if (found < 0)
        return;
    edge = found;
    if (spans.first().isEmpty() || spans.last().isEmpty())
        return; // the last word stays
    ActionBuilder builder = m_session->edit();
    builder.setSpans(id, spans);
    if (apply(builder, tr("Move the boundary of “%1”").arg(mentionText(id))))
        m_view.setCurrentMention(id);
}

void TaggingController::toggleUnsure()
{
    const MentionId id = currentMention();
    if (id != 0)
        setUnsure(id, !m_session->layer()->mentions.find(id)->isUnsure);
}

void TaggingController::split(const QList<MentionId> &mentions)
{
    if (!m_session || mentions.isEmpty())
        return;
    ActionBuilder builder = m_session->edit();
    const EntityId fresh = builder.split(mentions);
    if (fresh == 0)
        Q_EMIT told(tr("These are all the mentions of the entity: there is nothing to split off."));
    else
        apply(builder, tr("Split %n mention(s) off", nullptr, int(mentions.size())));
}

void TaggingController::merge(EntityId from, EntityId into)
{
    if (!m_session || !m_session->layer())
        return;
    const QString label = tr("Merge %1 into %2").arg(entityName(from), entityName(into));
    ActionBuilder builder = m_session->edit();
    builder.merge(from, into);
    apply(builder, label);
}

void TaggingController::rename(EntityId entity, const QString &name)
{
    if (!m_session || !m_session->layer())
        return;
    const QString label = tr("Rename %1 to %2").arg(entityName(entity), name);
    ActionBuilder builder = m_session->edit();
    builder.rename(entity, name);
    apply(builder, label);
}

void TaggingController::setEntityLink(EntityId entity, const QString &uri)
{
    if (!m_session || !m_session->layer())
        return;
    ActionBuilder builder = m_session->edit();
    builder.setEntityLink(entity, uri);
    apply(builder, tr("Link %1").arg(entityName(entity)));
}

void TaggingController::setNorm(MentionId mention, const QString &norm)
{
    if (!m_session || !m_session->layer())
        return;
    ActionBuilder builder = m_session->edit();
    builder.setNorm(mention, norm);
    apply(builder, tr("Set the normal form of “%1”").arg(mentionText(mention)));
}

void TaggingController::setNote(MentionId mention, const QString &text)
{
    if (!m_session || !m_session->layer())
        return;
    ActionBuilder builder = m_session->edit();
    builder.setNote(mention, text);
    apply(builder, tr("Note on “%1”").arg(mentionText(mention)));
}

void TaggingController::setUnsure(MentionId mention, bool isUnsure)
{
    if (!m_session || !m_session->layer())
        return;
    ActionBuilder builder = m_session->edit();
    builder.setUnsure(mention, isUnsure);
    apply(builder, isUnsure ? tr("Mark “%1” unsure").arg(mentionText(mention)) : tr("Mark “%1” sure").arg(mentionText(mention)));
}

void TaggingController::setAttribute(MentionId mention, const QString &name, const QString &value)
{
    if (!m_session || !m_session->layer())
        return;
    ActionBuilder builder = m_session->edit();
    builder.setAttribute(mention, name, value);
    apply(builder, tr("Set %1 of “%2”").arg(name, mentionText(mention)));
}

void TaggingController::undo()
{
    if (!m_session || !m_session->canUndo())
        return;
    const QString label = m_session->undoLabel();
    m_session->undo();
    Q_EMIT told(tr("Undone: %1").arg(label));
}

void TaggingController::redo()
{
    if (!m_session || !m_session->canRedo())
        return;
    const QString label = m_session->redoLabel();
    m_session->redo();
    Q_EMIT told(tr("Redone: %1").arg(label));
}

} // namespace dateline
