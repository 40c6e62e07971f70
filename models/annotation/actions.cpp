// SPDX-License-Identifier: Apache-2.0
#include "annotation/actions.h"

#include <QUuid>

using namespace Qt::StringLiterals;

namespace dateline {

namespace {

QString idList(const QList<Span> &spans, const OffsetMap &offsets)
{
    QStringList parts;
    for (const Span &span : spans)
        parts.append(u"%1-%2"_s.arg(offsets.toCodePoint(span.begin)).arg(offsets.toCodePoint(span.end)));
    return parts.join(u' ');
}

QString entityRef(EntityId id) { return id == 0 ? QString() : u"e%1"_s.arg(id); }

void setAttributeIn(QList<Attribute> &attributes, const QString &name, const QString &value)
{
    for (qsizetype i = 0; i < attributes.size(); ++i) {
        if (attributes.at(i).name == name) {
            if (value.isEmpty())
                attributes.removeAt(i);
            else
                attributes[i].value = value;
            return;
        }
    }
    if (!value.isEmpty())
        attributes.append({name, value});
}

QString attributeIn(const QList<Attribute> &attributes, const QString &name)
{
    for (const Attribute &attribute : attributes) {
        if (attribute.name == name)
            return attribute.value;
    }
    return {};
}

} // namespace

ActionBuilder::ActionBuilder(const AnnotatedArticle &article, LayerId layer, const Author &author, const QDateTime &at)
    : TransactionBuilder(article, layer, author, at)
{
    const Layer *given = m_article.layer(layer);
    const Agent *owner = given ? m_article.agent(given->info.by) : nullptr;
    if (owner && owner->kind == AgentKind::Human && owner->uid != author.uid)
        m_layer = 0;
}

const Layer &ActionBuilder::current() const
{
    static const Layer none;
    const Layer *layer = m_article.layer(m_layer);
    return layer ? *layer : none;
}

void ActionBuilder::adopt()
{
    join();
    const Layer *layer = m_article.layer(m_layer);
    if (!layer || layer->info.by == m_agent) {
        if (layer && layer->info.modified != m_at) {
            LayerInfo touched = layer->info;
            touched.modified = m_at;
            put(LayerEdit{layer->info, touched});
        }
        return;
    }
    // The suggestions become the person's own, with their origin, confidence and reason.
    LayerInfo own;
    own.id = layer->info.id;
    own.uid = QUuid::createUuid().toString(QUuid::WithoutBraces);
    own.by = m_agent;
    own.stage = Stage::Draft;
    own.started = m_at;
    own.modified = m_at;
    put(LayerEdit{layer->info, own});
}

void ActionBuilder::change(const Mention &before, Mention after, const QString &action, const QString &from, const QString &to)
{
    if (before == after)
        return;
    adopt();
    after.events.append({m_agent, m_at, action, from, to});
    put(MentionEdit{m_layer, before, after});
}

void ActionBuilder::changeEntity(const Entity &before, Entity after, const QString &action, const QString &from,
                                 const QString &to)
{
    if (before == after)
        return;
    adopt();
    after.events.append({m_agent, m_at, action, from, to});
    put(EntityEdit{m_layer, before, after});
}

void ActionBuilder::dropIfUnused(EntityId id)
{
    const Entity *entity = current().entity(id);
    if (!entity || !current().mentionsOf(id).isEmpty())
        return;
    put(EntityEdit{m_layer, *entity, std::nullopt});
}

EntityId ActionBuilder::entityFor(const QString &type, const QString &name)
{
    for (const Entity &entity : current().entities) {
        if (entity.type == type && entity.name.compare(name, Qt::CaseInsensitive) == 0)
            return entity.id;
    }
    // The same words as another mention of the type: "Lavrov" belongs to "Sergey Lavrov".
    EntityId same = 0;
    current().mentions.forEach([&](const Mention &mention) {
        if (same == 0 && mention.entity != 0 && mention.type == type && mention.isLive()
            && m_article.text.view(mention.extent()).compare(name, Qt::CaseInsensitive) == 0)
            same = mention.entity;
    });
    if (same != 0)
        return same;
    Entity entity;
    entity.id = current().nextEntityId();
    entity.type = type;
    entity.name = name;
    put(EntityEdit{m_layer, std::nullopt, entity});
    return entity.id;
}

void ActionBuilder::setStatus(MentionId id, Status status)
{
    const Mention *present = mention(id);
    if (!present || present->status == status)
        return;
    const Mention before = *present;
    Mention after = before;
    after.status = status;
    QString action = u"accept"_s;
    if (status == Status::Rejected)
        action = u"reject"_s;
    else if (status == Status::Withdrawn)
        action = u"withdraw"_s;
    else if (before.status == Status::Withdrawn || status == Status::Suggested)
        action = u"restore"_s;
    change(before, after, action, {}, {});
}

void ActionBuilder::reject(MentionId id)
{
    const Mention *present = mention(id);
    if (!present || !present->isLive())
        return;
    const Agent *origin = m_article.agent(present->origin);
    const bool isOwn = present->origin == m_agent && m_agent != 0 && origin && origin->kind == AgentKind::Human;
    setStatus(id, isOwn ? Status::Withdrawn : Status::Rejected);
}

void ActionBuilder::retype(MentionId id, const QString &type)
{
    const Mention *present = mention(id);
    if (!present || (present->type == type && present->status == Status::Accepted))
        return;
    if (present->type == type) {
        setStatus(id, Status::Accepted);
        return;
    }
    adopt();
    const Mention before = *mention(id);
    Mention after = before;
    after.type = type;
    after.status = Status::Accepted;
    const EntityId old = before.entity;
    after.entity = entityFor(type, m_article.text.view(before.extent()).toString().simplified());
    change(before, after, u"retype"_s, before.type, type);
    dropIfUnused(old);
}

void ActionBuilder::retypeEntity(EntityId id, const QString &type)
{
    const Entity *present = current().entity(id);
    if (!present)
        return;
    if (present->type != type) {
        Entity after = *present;
        after.type = type;
        changeEntity(*present, after, u"retype"_s, present->type, type);
    }
    for (const MentionId mentionId : current().mentionsOf(id)) {
        const Mention before = *mention(mentionId);
        if (!before.isLive())
            continue;
        Mention after = before;
        after.type = type;
        after.status = Status::Accepted;
        if (before.type == type)
            change(before, after, u"accept"_s, {}, {});
        else
            change(before, after, u"retype"_s, before.type, type);
    }
}

void ActionBuilder::setSpans(MentionId id, const QList<Span> &spans)
{
    const Mention *present = mention(id);
    if (!present || spans.isEmpty() || present->spans == spans)
        return;
    const Mention before = *present;
    Mention after = before;
    after.spans = spans;
    after.status = Status::Accepted;
    change(before, after, u"move"_s, idList(before.spans, m_article.text.offsets()), idList(spans, m_article.text.offsets()));
}

MentionId ActionBuilder::add(const Span &span, const QString &type)
{
    if (!m_article.layer(m_layer) || span.isEmpty() || span.begin < 0 || span.end > m_article.text.length())
        return 0;
    adopt();
    Mention added;
    added.id = current().nextMentionId();
    added.type = type;
    added.status = Status::Accepted;
    added.origin = m_agent;
    added.spans = {span};
    added.entity = entityFor(type, m_article.text.view(span).toString().simplified());
    added.events.append({m_agent, m_at, u"add"_s, {}, {}});
    put(MentionEdit{m_layer, std::nullopt, added});
    return added.id;
}

void ActionBuilder::acceptEntity(EntityId entity)
{
    for (const MentionId id : current().mentionsOf(entity)) {
        if (mention(id)->status == Status::Suggested)
            setStatus(id, Status::Accepted);
    }
}

void ActionBuilder::rejectEntity(EntityId entity)
{
    for (const MentionId id : current().mentionsOf(entity))
        reject(id);
}

void ActionBuilder::rename(EntityId id, const QString &name)
{
    const Entity *present = current().entity(id);
    if (!present || name.isEmpty() || present->name == name)
        return;
    Entity after = *present;
    after.name = name;
    changeEntity(*present, after, u"rename"_s, present->name, name);
}

void ActionBuilder::setEntityLink(EntityId id, const QString &uri)
{
    const Entity *present = current().entity(id);
    if (!present)
        return;
    Entity after = *present;
    after.link = uri;
    changeEntity(*present, after, u"link"_s, present->link, uri);
}

void ActionBuilder::merge(EntityId from, EntityId into)
{
    const Entity *source = current().entity(from);
    const Entity *target = current().entity(into);
    if (!source || !target || from == into)
        return;
    const Entity gone = *source;
    Entity after = *target;
    const Entity before = *target;
    if (after.link.isEmpty())
        after.link = gone.link;
    after.notes += gone.notes;
    for (const Attribute &attribute : gone.attributes) {
        if (attributeIn(after.attributes, attribute.name).isEmpty())
            after.attributes.append(attribute);
    }
    adopt();
    after.events.append({m_agent, m_at, u"merge"_s, gone.name, after.name});
    put(EntityEdit{m_layer, before, after});
    for (const MentionId id : current().mentionsOf(from)) {
        const Mention old = *mention(id);
        Mention moved = old;
        moved.entity = into;
        moved.type = after.type;
        change(old, moved, u"group"_s, entityRef(from), entityRef(into));
    }
    const Entity left = *current().entity(from);
    put(EntityEdit{m_layer, left, std::nullopt});
}

EntityId ActionBuilder::split(const QList<MentionId> &mentions, const QString &name)
{
    const Mention *first = mentions.isEmpty() ? nullptr : mention(mentions.first());
    if (!first || first->entity == 0)
        return 0;
    const EntityId old = first->entity;
    if (current().mentionsOf(old).size() <= mentions.size())
        return 0; // all of them: nothing would be left behind
    const Entity *source = current().entity(old);
    if (!source)
        return 0;
    adopt();
    Entity added;
    added.id = current().nextEntityId();
    added.type = first->type;
    added.name = name.isEmpty() ? m_article.text.view(first->extent()).toString().simplified() : name;
    added.events.append({m_agent, m_at, u"split"_s, entityRef(old), {}});
    put(EntityEdit{m_layer, std::nullopt, added});
    for (const MentionId id : mentions) {
        const Mention *present = mention(id);
        if (!present || present->entity != old)
            continue;
        const Mention before = *present;
        Mention after = before;
        after.entity = added.id;
        change(before, after, u"group"_s, entityRef(old), entityRef(added.id));
    }
    return added.id;
}

void ActionBuilder::setEntityAttribute(EntityId id, const QString &name, const QString &value)
{
    const Entity *present = current().entity(id);
    if (!present || name.isEmpty())
        return;
    Entity after = *present;
    setAttributeIn(after.attributes, name, value);
    changeEntity(*present, after, u"attribute"_s, name + u'=' + attributeIn(present->attributes, name), name + u'=' + value);
}

void ActionBuilder::addEntityNote(EntityId id, const QString &text)
{
    if (!current().entity(id) || text.trimmed().isEmpty())
        return;
    adopt();
    const Entity before = *current().entity(id);
    Entity after = before;
    after.notes.append({m_agent, m_at, text});
    changeEntity(before, after, u"note"_s, {}, text);
}

void ActionBuilder::setLink(MentionId id, const QString &uri)
{
    const Mention *present = mention(id);
    if (!present)
        return;
    const Mention before = *present;
    Mention after = before;
    after.link = uri;
    change(before, after, u"link"_s, before.link, uri);
}

void ActionBuilder::setNorm(MentionId id, const QString &norm)
{
    const Mention *present = mention(id);
    if (!present)
        return;
    const Mention before = *present;
    Mention after = before;
    after.norm = norm;
    change(before, after, u"normalise"_s, before.norm, norm);
}

void ActionBuilder::setNote(MentionId id, const QString &text)
{
    if (!mention(id))
        return;
    QString old;
    for (const Note &note : mention(id)->notes) {
        if (note.by == m_agent && m_agent != 0)
            old = note.text;
    }
    const QString fresh = text.trimmed();
    if (old == fresh)
        return;
    adopt();
    const Mention before = *mention(id);
    Mention after = before;
    after.notes.removeIf([&](const Note &note) { return note.by == m_agent; });
    if (!fresh.isEmpty())
        after.notes.append({m_agent, m_at, fresh});
    change(before, after, u"note"_s, old, fresh);
}

void ActionBuilder::setUnsure(MentionId id, bool isUnsure)
{
    const Mention *present = mention(id);
    if (!present)
        return;
    const Mention before = *present;
    Mention after = before;
    after.isUnsure = isUnsure;
    change(before, after, u"unsure"_s, before.isUnsure ? u"true"_s : u"false"_s, isUnsure ? u"true"_s : u"false"_s);
}

void ActionBuilder::setAttribute(MentionId id, const QString &name, const QString &value)
{
    const Mention *present = mention(id);
    if (!present || name.isEmpty())
        return;
    const Mention before = *present;
    Mention after = before;
    setAttributeIn(after.attributes, name, value);
    change(before, after, u"attribute"_s, name + u'=' + attributeIn(before.attributes, name), name + u'=' + value);
}

void ActionBuilder::setHead(const Head &head)
{
    Head after = head;
    const Head before = m_article.head;
    after.events = before.events;
    after.attributes = head.attributes;
    if (after == before)
        return;
    if (m_agent == 0 || m_layer != 0)
        adopt();
    const auto record = [&](const char16_t *name, const QString &from, const QString &to) {
        if (from != to)
            after.events.append(
                {m_agent, m_at, u"property"_s, QString::fromUtf16(name) + u'=' + from, QString::fromUtf16(name) + u'=' + to});
    };
    record(u"title", before.title, after.title);
    record(u"published", before.published, after.published);
    record(u"byline", before.byline, after.byline);
    record(u"agency", before.agency, after.agency);
    record(u"place", before.place, after.place);
    record(u"url", before.url, after.url);
    record(u"rights", before.rights, after.rights);
    record(u"language", before.language, after.language);
    put(HeadEdit{before, after});
}

void ActionBuilder::setStage(Stage stage)
{
    if (!m_article.layer(m_layer) || current().info.stage == stage)
        return;
    adopt();
    const LayerInfo before = current().info;
    if (before.stage == stage)
        return;
    LayerInfo after = before;
    after.stage = stage;
    after.modified = m_at;
    if (stage == Stage::Submitted)
        after.events.append({m_agent, m_at, u"submit"_s, toName(before.stage), toName(stage)});
    put(LayerEdit{before, after});
}

void ActionBuilder::replaceSuggestions(const Layer &fresh, const Agent &by)
{
    if (!m_article.layer(m_layer))
        return;
    adopt();
    QSet<MentionId> reviewed; // a reviewer spoke of them: they are no longer the detector's alone
    for (const Review &review : std::as_const(m_article.reviews)) {
        for (const Verdict &verdict : review.of == m_layer ? review.verdicts : QList<Verdict>())
            reviewed.insert(verdict.mention);
        for (const Comment &comment : review.of == m_layer ? review.comments : QList<Comment>())
            reviewed.insert(comment.mention);
    }
    AgentId detector = 0;
    if (const Agent *known = m_article.agentByUid(by.uid)) {
        detector = known->id;
    } else {
        Agent added = by;
        added.id = detector = m_article.nextAgentId();
        put(AgentEdit{std::nullopt, added});
    }
    const QList<Mention> present = current().mentions.toList();
    for (const Mention &mention : present) {
        if (mention.status == Status::Suggested && mention.origin == detector && mention.events.isEmpty()
            && !reviewed.contains(mention.id))
            put(MentionEdit{m_layer, mention, std::nullopt});
    }
    const QList<Mention> suggestions = fresh.mentions.toList();
    for (const Mention &suggestion : suggestions) {
        bool isTaken = false;
        current().mentions.forEachIn(suggestion.extent(), [&](const Mention &) {
            isTaken = true;
            return false;
        });
        if (isTaken)
            continue;
        Mention added = suggestion;
        added.id = current().nextMentionId();
        added.origin = detector;
        if (const Entity *entity = fresh.entity(suggestion.entity)) {
            added.entity = entityFor(entity->type, entity->name);
            // What the detector knows of it comes along, unless a person said something about it.
            const Entity *known = current().entity(added.entity);
            if (known && known->events.isEmpty() && (known->link != entity->link || known->attributes != entity->attributes)) {
                Entity told = *known;
                told.link = entity->link;
                told.attributes = entity->attributes;
                put(EntityEdit{m_layer, *known, told});
            }
        }
        put(MentionEdit{m_layer, std::nullopt, added});
    }
    const QList<EntityId> entities = current().entities.keys();
    for (const EntityId entity : entities)
        dropIfUnused(entity);
}

} // namespace dateline
