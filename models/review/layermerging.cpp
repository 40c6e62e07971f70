// SPDX-License-Identifier: Apache-2.0
#include "review/layermerging_p.h"

#include <QHash>
#include <QSet>

using namespace Qt::StringLiterals;

namespace dateline::merging {

namespace {

using Field = VersionConflict::Field;

QString shownPlaces(const ArticleText &text, const QList<Span> &spans)
{
    QStringList words;
    for (const Span &span : spans)
        words.append(text.view(span).toString());
    return words.join(u" … "_s);
}

QString entityName(const Layer &layer, EntityId id)
{
    const Entity *entity = layer.entity(id);
    return entity ? entity->name : QString();
}

QString yesOrNo(bool value) { return value ? u"true"_s : u"false"_s; }

/// The same tag set on both sides: same place and type.
bool isSameTag(const Mention &a, const Mention &b) { return a.spans == b.spans && a.type == b.type; }

} // namespace

QList<Attribute> pickAttributes(const QList<Attribute> &base, const QList<Attribute> &theirs, QList<Attribute> &ours)
{
    QList<Attribute> refused;
    const auto named = [](const QList<Attribute> &list, const QString &name) {
        const auto found = std::find_if(list.cbegin(), list.cend(), [&](const Attribute &a) { return a.name == name; });
        return found == list.cend() ? std::optional<QString>() : std::optional<QString>(found->value);
    };
    QStringList names;
    for (const QList<Attribute> *list : {&base, &theirs}) {
        for (const Attribute &attribute : *list) {
            if (!names.contains(attribute.name))
                names.append(attribute.name);
        }
    }
    for (const QString &name : std::as_const(names)) {
        const std::optional<QString> present = named(ours, name);
        std::optional<QString> value = present;
        const std::optional<QString> other = named(theirs, name);
        if (!pick(named(base, name), other, value)) {
            refused.append({name, other.value_or(QString())});
            continue;
        }
        if (value == present)
            continue;
        const auto row = std::find_if(ours.begin(), ours.end(), [&](const Attribute &a) { return a.name == name; });
        if (!value)
            ours.erase(row);
        else if (row != ours.end())
            row->value = *value;
        else
            ours.append({name, *value});
    }
    return refused;
}

Layer LayerMerger::run()
{
    Layer merged = m_ours;
    mergeInfo(merged);
    mergeEntities(merged);
    mergeMentions(merged);
    dropEntities(merged);
    return merged;
}

void LayerMerger::mergeInfo(Layer &merged)
{
    LayerInfo &info = merged.info;
    const QString was = toName(info.stage);
    const Stage before = m_base.info.uid == m_theirs.info.uid ? m_base.info.stage : m_theirs.info.stage;
    if (!pick(before, m_theirs.info.stage, info.stage))
        conflicts.append({Field::Stage, info.id, 0, 0, {}, was, toName(m_theirs.info.stage), {}});
    uniteByTime(m_base.info.events, m_theirs.info.events, info.events);
    if (m_theirs.info.modified > info.modified)
        info.modified = m_theirs.info.modified;
}

void LayerMerger::mergeEntities(Layer &merged)
{
    EntityId next = std::max({m_base.nextEntityId(), m_ours.nextEntityId(), m_theirs.nextEntityId()});
    for (const Entity &entity : std::as_const(m_theirs.entities)) {
        const Entity *was = m_base.entity(entity.id);
        const Entity *present = m_ours.entity(entity.id);
        if (was && present) {
            mergeEntity(merged.entities[entity.id], *was, entity);
        } else if (was && !present) {
            // We dropped it. What they made of it meanwhile stays.
            if (!(*was == entity)) {
                merged.entities.insert(entity.id, entity);
                conflicts.append({Field::Removed, m_ours.info.id, 0, entity.id, entity.name, u"-"_s, entity.name, {}});
            }
        } else if (!present) {
            merged.entities.insert(entity.id, entity);
        } else if (!(*present == entity)) {
            const bool isSame = present->type == entity.type && present->name == entity.name;
            if (isSame) {
                mergeEntity(merged.entities[entity.id], {entity.id, entity.type, entity.name, {}, {}, {}, {}}, entity);
            } else {
                Entity added = entity;
                added.id = next++;
                m_entities.insert(entity.id, added.id);
                merged.entities.insert(added.id, added);
            }
        }
    }
}

void LayerMerger::mergeEntity(Entity &entity, const Entity &was, const Entity &other)
{
    const Entity before = entity;
    const auto differ = [&](Field field, const QString &here, const QString &there) {
        conflicts.append({field, m_ours.info.id, 0, entity.id, before.name, here, there, {}});
    };
    if (!pick(was.type, other.type, entity.type))
        differ(Field::Type, before.type, other.type);
    if (!pick(was.name, other.name, entity.name))
        differ(Field::Name, before.name, other.name);
    if (!pick(was.link, other.link, entity.link))
        differ(Field::Link, before.link, other.link);
    for (const Attribute &attribute : pickAttributes(was.attributes, other.attributes, entity.attributes))
        differ(Field::Attribute, attribute.name, attribute.name + u'=' + attribute.value);
    uniteByTime(was.notes, other.notes, entity.notes);
    uniteByTime(was.events, other.events, entity.events);
}

Mention LayerMerger::toOurs(Mention mention) const
{
    mention.entity = m_entities.value(mention.entity, mention.entity);
    return mention;
}

void LayerMerger::mergeMentions(Layer &merged)
{
    MentionId next = std::max({m_base.nextMentionId(), m_ours.nextMentionId(), m_theirs.nextMentionId()});
    QHash<Span, QList<MentionId>> added; // ours, to find tags that both set
    m_ours.mentions.forEach([&](const Mention &mention) {
        if (!m_base.mentions.find(mention.id))
            added[mention.extent()].append(mention.id);
    });
    m_theirs.mentions.forEach([&](const Mention &their) {
        const Mention mention = toOurs(their);
        const Mention *was = m_base.mentions.find(mention.id);
        const Mention *present = m_ours.mentions.find(mention.id);
        if (was && present) {
            Mention result = *present;
            mergeMention(result, *was, mention, merged);
            merged.mentions.replace(result);
            return;
        }
        if (was) {
            // We dropped it (an undecided suggestion, detected again).
            if (*was == mention)
                return;
            conflicts.append({Field::Removed, m_ours.info.id, mention.id, 0, m_text.view(mention.extent()).toString(), u"-"_s,
                              toName(mention.status), mention.extent()});
            merged.mentions.insert(mention);
            return;
        }
        for (const MentionId id : added.value(mention.extent())) {
            Mention result = *m_ours.mentions.find(id);
            if (!isSameTag(result, mention))
                continue;
            Mention same = mention;
            same.id = id;
            same.entity = entityName(merged, same.entity) == entityName(merged, result.entity) ? result.entity : same.entity;
            Mention blank;
            blank.type = same.type;
            blank.spans = same.spans;
            blank.status = Status::Accepted;
            mergeMention(result, blank, same, merged);
            merged.mentions.replace(result);
            return;
        }
        Mention fresh = mention;
        if (merged.mentions.find(fresh.id))
            fresh.id = next++;
        merged.mentions.insert(fresh);
    });
    m_base.mentions.forEach([&](const Mention &was) {
        const Mention *present = m_ours.mentions.find(was.id);
        if (!present || m_theirs.mentions.find(was.id))
            return;
        if (*present == was)
            merged.mentions.remove(was.id);
        else
            conflicts.append({Field::Removed, m_ours.info.id, was.id, 0, m_text.view(was.extent()).toString(),
                              toName(present->status), u"-"_s, was.extent()});
    });
}

void LayerMerger::mergeMention(Mention &mention, const Mention &was, const Mention &other, const Layer &merged)
{
    const Mention before = mention;
    const auto differ = [&](Field field, const QString &here, const QString &there) {
        conflicts.append(
            {field, m_ours.info.id, mention.id, 0, m_text.view(before.extent()).toString(), here, there, before.extent()});
    };
    const bool isTypeSettled = pick(was.type, other.type, mention.type);
    if (!isTypeSettled)
        differ(Field::Type, before.type, other.type);
    // An entity has the type of its mentions: of two types only one entity can be meant.
    if (isTypeSettled && !pick(was.entity, other.entity, mention.entity))
        differ(Field::Entity, entityName(merged, before.entity), entityName(merged, other.entity));
    if (!pick(was.status, other.status, mention.status))
        differ(Field::Status, toName(before.status), toName(other.status));
    if (!pick(was.isUnsure, other.isUnsure, mention.isUnsure))
        differ(Field::Unsure, yesOrNo(before.isUnsure), yesOrNo(other.isUnsure));
    if (!pick(was.spans, other.spans, mention.spans))
        differ(Field::Place, shownPlaces(m_text, before.spans), shownPlaces(m_text, other.spans));
    if (!pick(was.norm, other.norm, mention.norm))
        differ(Field::Normal, before.norm, other.norm);
    if (!pick(was.link, other.link, mention.link))
        differ(Field::Link, before.link, other.link);
    // How sure the detector was, and why, follow from what was settled above: ours where both detected.
    (void)pick(was.confidence, other.confidence, mention.confidence);
    (void)pick(was.why, other.why, mention.why);
    (void)pick(was.origin, other.origin, mention.origin);
    for (const Attribute &attribute : pickAttributes(was.attributes, other.attributes, mention.attributes))
        differ(Field::Attribute, attribute.name, attribute.name + u'=' + attribute.value);
    uniteByTime(was.notes, other.notes, mention.notes);
    uniteByTime(was.events, other.events, mention.events);
}

/// An entity that they dropped and we left alone goes when no mention needs it, and so does a new one of
/// theirs; one that a mention needs and we dropped comes back.
void LayerMerger::dropEntities(Layer &merged) const
{
    QSet<EntityId> used;
    merged.mentions.forEach([&](const Mention &mention) { used.insert(mention.entity); });
    for (const Entity &was : m_base.entities) {
        const Entity *present = m_ours.entity(was.id);
        if (present && *present == was && !m_theirs.entity(was.id) && !used.contains(was.id))
            merged.entities.remove(was.id);
    }
    // One of theirs whose mention stayed ours.
    const QList<EntityId> present = merged.entities.keys();
    for (const EntityId id : present) {
        if (!used.contains(id) && !m_ours.entity(id) && !m_base.entity(id))
            merged.entities.remove(id);
    }
    for (const EntityId id : std::as_const(used)) {
        if (id == 0 || merged.entity(id))
            continue;
        const Entity *known = m_theirs.entity(id);
        merged.entities.insert(id, known ? *known : m_base.entities.value(id));
    }
}

} // namespace dateline::merging
