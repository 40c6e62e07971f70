// SPDX-License-Identifier: Apache-2.0
// The part of NativeReader that reads layers.
#include "formats/nativereader_p.h"

#include "base/clock.h"
#include "formats/importedarticle.h"
#include "formats/nativescan.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace dateline {

namespace {

struct Messages
{
    Q_DECLARE_TR_FUNCTIONS(dateline::NativeFormat)
};

} // namespace

void NativeReader::readLayer()
{
    PendingLayer pending;
    LayerInfo &info = pending.layer.info;
    const QString id = attribute("id"_L1);
    info.id = m_layerIds.claim(id);
    if (info.id == 0) {
        if (m_layerIds.resolve(id) != 0)
            issue(Severity::Error, Messages::tr("The layer id “%1” is used twice.").arg(id));
        info.id = m_layerIds.assign(id);
    }
    info.uid = attribute("uid"_L1);
    info.by = agentRef("by"_L1);
    info.stage = stageFromName(attribute("stage"_L1)).value_or(Stage::Draft);
    info.started = fromIsoUtc(attribute("started"_L1));
    info.modified = fromIsoUtc(attribute("modified"_L1));
    pending.from = attribute("from"_L1).split(u' ', Qt::SkipEmptyParts);

    QList<PendingEntity> entities;
    QList<PendingRelation> relations;
    m_foreign = &pending.layer.foreignXml;
    while (nextChild()) {
        const auto name = m_xml.name();
        if (name == u"event") {
            info.events.append(readEvent());
        } else if (name == u"entity") {
            readEntity(entities);
        } else if (name == u"mention") {
            readMention(pending.mentions);
        } else if (name == u"relation") {
            PendingRelation relation;
            relation.id = attribute("id"_L1);
            relation.relation.type = attribute("type"_L1);
            relation.from = attribute("from"_L1);
            relation.to = attribute("to"_L1);
            relation.line = m_xml.lineNumber();
            relations.append(relation);
            skip();
        } else {
            skip();
        }
    }
    m_foreign = &m_article.foreignXml;
    finishLayer(pending, entities, relations);
    m_layers.append(std::move(pending));
}

void NativeReader::readEntity(QList<PendingEntity> &entities)
{
    PendingEntity pending;
    pending.line = m_xml.lineNumber();
    pending.id = attribute("id"_L1);
    pending.entity.type = attribute("type"_L1);
    pending.entity.name = attribute("name"_L1);
    while (nextChild()) {
        const auto name = m_xml.name();
        if (name == u"link")
            pending.entity.link = readLink();
        else if (name == u"attribute")
            pending.entity.attributes.append(readAttribute());
        else if (name == u"note")
            pending.entity.notes.append(readNote());
        else if (name == u"event")
            pending.entity.events.append(readEvent());
        else
            skip();
    }
    entities.append(std::move(pending));
}

void NativeReader::readMention(QList<PendingMention> &mentions)
{
    PendingMention pending;
    pending.line = m_xml.lineNumber();
    pending.id = attribute("id"_L1);
    pending.entity = attribute("entity"_L1);
    Mention &mention = pending.mention;
    mention.type = attribute("type"_L1);
    mention.status = statusFromName(attribute("status"_L1)).value_or(Status::Suggested);
    mention.origin = agentRef("origin"_L1);
    bool isNumber = false;
    const double confidence = attribute("confidence"_L1).toDouble(&isNumber);
    if (isNumber && confidence >= 0 && confidence <= 1)
        mention.confidence = std::round(confidence * 100) / 100;
    const QString unsure = attribute("unsure"_L1);
    mention.isUnsure = unsure == u"true" || unsure == u"1";
    mention.why = attribute("why"_L1);
    while (nextChild()) {
        const auto name = m_xml.name();
        if (name == u"span") {
            if (++m_spanCount > NativeMaximumSpans) {
                m_error = Error{ErrorKind::TooLarge,
                                Messages::tr("The file has more than %1 spans. Split the article.").arg(NativeMaximumSpans),
                                m_file, m_xml.lineNumber()};
                return;
            }
            PendingSpan span{number("start"_L1), number("end"_L1), {}, m_xml.lineNumber()};
            span.quote = readText();
            pending.spans.append(std::move(span));
        } else if (name == u"value") {
            mention.norm = attribute("norm"_L1);
            skip();
        } else if (name == u"link") {
            mention.link = readLink();
        } else if (name == u"attribute") {
            mention.attributes.append(readAttribute());
        } else if (name == u"note") {
            mention.notes.append(readNote());
        } else if (name == u"event") {
            mention.events.append(readEvent());
        } else {
            skip();
        }
    }
    mentions.append(std::move(pending));
}

void NativeReader::checkType(QString &type, qint64 line, QLatin1StringView element)
{
    if (type.isEmpty())
        type = u"unknown"_s;
    else if (!m_types.contains(type))
        issue(Severity::Warning, Messages::tr("<%1 type=\"%2\">: the tagset does not have this type.").arg(element, type), line);
}

/// Gives numbers to the ids of a layer and resolves the references in it.
void NativeReader::finishLayer(PendingLayer &pending, QList<PendingEntity> &entities, QList<PendingRelation> &relations)
{
    LocalIds entityIds{u'e'};
    for (PendingEntity &entry : entities)
        entry.entity.id = entityIds.claim(entry.id);
    for (PendingEntity &entry : entities) {
        if (entry.entity.id == 0) {
            if (!entry.id.isEmpty() && entityIds.resolve(entry.id) != 0)
                issue(Severity::Error, Messages::tr("The entity id “%1” is used twice in this layer.").arg(entry.id), entry.line);
            entry.entity.id = entityIds.assign(entry.id);
        }
        checkType(entry.entity.type, entry.line, "entity"_L1);
        pending.layer.entities.insert(entry.entity.id, entry.entity);
    }

    LocalIds mentionIds{u'm'};
    for (PendingMention &entry : pending.mentions)
        entry.mention.id = mentionIds.claim(entry.id);
    for (PendingMention &entry : pending.mentions) {
        if (entry.mention.id == 0) {
            if (!entry.id.isEmpty() && mentionIds.resolve(entry.id) != 0)
                issue(Severity::Error, Messages::tr("The mention id “%1” is used twice in this layer.").arg(entry.id),
                      entry.line);
            entry.mention.id = mentionIds.assign(entry.id);
        }
        checkType(entry.mention.type, entry.line, "mention"_L1);
        if (entry.entity.isEmpty())
            continue;
        entry.mention.entity = entityIds.resolve(entry.entity);
        if (entry.mention.entity == 0)
            issue(Severity::Error,
                  Messages::tr("<mention id=\"%1\" entity=\"%2\">: there is no such entity in this layer.")
                      .arg(entry.id, entry.entity),
                  entry.line);
    }

    LocalIds relationIds{u'r'};
    for (PendingRelation &entry : relations)
        entry.relation.id = relationIds.claim(entry.id);
    for (PendingRelation &entry : relations) {
        if (entry.relation.id == 0)
            entry.relation.id = relationIds.assign(entry.id);
        entry.relation.from = mentionIds.resolve(entry.from);
        entry.relation.to = mentionIds.resolve(entry.to);
        if (entry.relation.from == 0 || entry.relation.to == 0)
            issue(Severity::Error,
                  Messages::tr(
                      "<relation from=\"%1\" to=\"%2\">: there is no such mention in this layer. The relation is left out.")
                      .arg(entry.from, entry.to),
                  entry.line);
        else
            pending.layer.relations.append(entry.relation);
    }
    m_mentionIds.insert(pending.layer.info.id, mentionIds);
    m_entityIds.insert(pending.layer.info.id, entityIds);
}

QString NativeReader::shortened(const QString &quote)
{
    const QString flat = quote.simplified();
    return flat.size() > 40 ? flat.left(39) + u'…' : flat;
}

void NativeReader::placeMentions()
{
    QuoteAnchor anchor(m_article.text);
    for (PendingLayer &pending : m_layers) {
        for (const QString &id : std::as_const(pending.from)) {
            const LayerId layer = m_layerIds.resolve(id);
            if (layer != 0)
                pending.layer.info.from.append(layer);
            else
                issue(Severity::Error, Messages::tr("A layer comes from “%1”, which the file does not hold.").arg(id), 0);
        }
        qsizetype count = 0;
        for (PendingMention &mention : pending.mentions) {
            if (++count % 1024 == 0 && m_stop.stop_requested())
                return;
            if (placeMention(mention, anchor))
                pending.layer.mentions.insert(mention.mention);
        }
        // Mentions without a place are gone, and relations to them with them.
        pending.layer.relations.removeIf([&pending](const Relation &relation) {
            return !pending.layer.mentions.find(relation.from) || !pending.layer.mentions.find(relation.to);
        });
        m_article.layers.append(std::move(pending.layer));
    }
    m_layers.clear();
}

/// Gives the mention its spans; false when it has no place in the text.
bool NativeReader::placeMention(PendingMention &pending, QuoteAnchor &anchor)
{
    QList<Span> spans;
    for (const PendingSpan &span : std::as_const(pending.spans)) {
        const QuoteAnchor::Place place = anchor.find(span.start, span.end, span.quote);
        const QString quote = shortened(span.quote);
        switch (place.verdict) {
        case QuoteAnchor::Verdict::Agrees:
            break;
        case QuoteAnchor::Verdict::Moved:
            issue(Severity::Warning,
                  Messages::tr("The span from %1 to %2 did not quote “%3”; it was placed where the text says this.")
                      .arg(span.start)
                      .arg(span.end)
                      .arg(quote),
                  span.line);
            break;
        case QuoteAnchor::Verdict::NotFound:
            if (place.span.isEmpty())
                issue(Severity::Error,
                      Messages::tr("The span from %1 to %2 is outside the text, and “%3” is not found: it is left out.")
                          .arg(span.start)
                          .arg(span.end)
                          .arg(quote),
                      span.line);
            else
                issue(Severity::Error,
                      Messages::tr("The span from %1 to %2 quotes “%3”, but the text says “%4” there. Check this place.")
                          .arg(span.start)
                          .arg(span.end)
                          .arg(quote, shortened(m_article.text.view(place.span).toString())),
                      span.line);
            break;
        }
        if (place.verdict != QuoteAnchor::Verdict::Agrees && !place.span.isEmpty() && m_suppressed == 0)
            m_loaded.issues.last().offset = place.span.begin;
        if (!place.span.isEmpty())
            spans.append(place.span);
    }
    if (spans.isEmpty()) {
        issue(Severity::Error, Messages::tr("The mention “%1” has no place in the text and is left out.").arg(pending.id),
              pending.line);
        return false;
    }
    pending.mention.spans = joinedSpans(spans);
    if (pending.mention.spans.size() != pending.spans.size() && spans.size() == pending.spans.size())
        issue(Severity::Warning,
              Messages::tr("The mention “%1” has spans that touch or overlap; they became one.").arg(pending.id), pending.line);
    return true;
}

} // namespace dateline
