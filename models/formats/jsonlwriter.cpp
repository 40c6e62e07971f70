// SPDX-License-Identifier: Apache-2.0
// One article a line, the shape of `annotate --jsonl` with further keys (docs/formats.md).
#include "formats/formatfunctions.h"

#include "base/clock.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <cmath>

using namespace Qt::StringLiterals;

namespace dateline {

namespace {

void insertIfAny(QJsonObject &object, QLatin1StringView key, const QString &value)
{
    if (!value.isEmpty())
        object.insert(key, value);
}

/// Pairs, since names may repeat and their order counts.
QJsonArray attributesOf(const QList<Attribute> &attributes)
{
    QJsonArray array;
    for (const Attribute &attribute : attributes)
        array.append(QJsonObject{{u"name"_s, attribute.name}, {u"value"_s, attribute.value}});
    return array;
}

QJsonArray textsOf(const QList<Note> &notes)
{
    QJsonArray array;
    for (const Note &note : notes)
        array.append(note.text);
    return array;
}

void insertDetails(QJsonObject &object, const QList<Note> &notes, const QList<Attribute> &attributes)
{
    if (!notes.isEmpty())
        object.insert(u"notes"_s, textsOf(notes));
    if (!attributes.isEmpty())
        object.insert(u"attributes"_s, attributesOf(attributes));
}

QJsonObject mentionObject(const ExportedArticle &exported, const Mention &mention)
{
    const ArticleText &text = exported.article.text;
    const OffsetMap &offsets = text.offsets();
    const Span extent = mention.extent();
    QJsonObject object{{u"id"_s, u"m%1"_s.arg(mention.id)},         {u"start"_s, offsets.toCodePoint(extent.begin)},
                       {u"end"_s, offsets.toCodePoint(extent.end)}, {u"type"_s, typeLabel(mention.type)},
                       {u"text"_s, text.view(extent).toString()},   {u"status"_s, toName(mention.status)}};
    if (mention.spans.size() > 1) {
        QJsonArray spans;
        for (const Span &span : mention.spans)
            spans.append(QJsonArray{offsets.toCodePoint(span.begin), offsets.toCodePoint(span.end)});
        object.insert(u"spans"_s, spans);
    }
    if (mention.confidence >= 0)
        object.insert(u"confidence"_s, mention.confidence);
    if (mention.isUnsure)
        object.insert(u"unsure"_s, true);
    if (const Entity *entity = exported.layer()->entity(mention.entity)) {
        object.insert(u"entity"_s, entity->name);
        object.insert(u"entity_id"_s, u"e%1"_s.arg(entity->id));
    }
    insertIfAny(object, "norm"_L1, mention.norm);
    insertIfAny(object, "link"_L1, effectiveLink(*exported.layer(), mention));
    insertIfAny(object, "why"_L1, mention.why);
    insertDetails(object, mention.notes, mention.attributes);
    return object;
}

/// Entities that say more than the name and the type that their mentions repeat.
QJsonArray groupsOf(const Layer &layer)
{
    QJsonArray groups;
    for (const Entity &entity : layer.entities) {
        QJsonObject object{{u"id"_s, u"e%1"_s.arg(entity.id)}, {u"type"_s, typeLabel(entity.type)}, {u"name"_s, entity.name}};
        insertIfAny(object, "link"_L1, entity.link);
        insertDetails(object, entity.notes, entity.attributes);
        groups.append(object);
    }
    return groups;
}

} // namespace

WrittenFiles writeJsonLines(const ExportedArticle &exported)
{
    const AnnotatedArticle &article = exported.article;
    QJsonObject object{{u"id"_s, exported.name}, {u"text"_s, article.text.text()}};
    const Head &head = article.head;
    insertIfAny(object, "published"_L1, head.published);
    insertIfAny(object, "lang"_L1, head.language);
    insertIfAny(object, "title"_L1, head.title);
    insertIfAny(object, "byline"_L1, head.byline);
    insertIfAny(object, "agency"_L1, head.agency);
    insertIfAny(object, "place"_L1, head.place);
    insertIfAny(object, "url"_L1, head.url);
    insertIfAny(object, "rights"_L1, head.rights);
    if (!head.attributes.isEmpty())
        object.insert(u"attributes"_s, attributesOf(head.attributes));
    QJsonArray entities;
    for (const Mention &mention : exported.mentions())
        entities.append(mentionObject(exported, mention));
    object.insert(u"entities"_s, entities);
    if (const Layer *layer = exported.layer()) {
        if (!layer->entities.isEmpty())
            object.insert(u"groups"_s, groupsOf(*layer));
        QJsonArray relations;
        for (const Relation &relation : layer->relations)
            relations.append(QJsonObject{
                {u"type"_s, relation.type}, {u"from"_s, u"m%1"_s.arg(relation.from)}, {u"to"_s, u"m%1"_s.arg(relation.to)}});
        if (!relations.isEmpty())
            object.insert(u"relations"_s, relations);
        QJsonObject info{{u"stage"_s, toName(layer->info.stage)}};
        insertIfAny(info, "uid"_L1, layer->info.uid);
        insertIfAny(info, "started"_L1, toIsoUtc(layer->info.started));
        insertIfAny(info, "modified"_L1, toIsoUtc(layer->info.modified));
        if (const Agent *by = article.agent(layer->info.by)) {
            QJsonObject annotator{{u"uid"_s, by->uid}, {u"kind"_s, toName(by->kind)}};
            insertIfAny(annotator, "name"_L1, by->name);
            insertIfAny(annotator, "version"_L1, by->version);
            info.insert(u"annotator"_s, annotator);
        }
        object.insert(u"layer"_s, info);
    }
    return {{u".jsonl"_s, QJsonDocument(object).toJson(QJsonDocument::Compact) + '\n'}};
}

} // namespace dateline
