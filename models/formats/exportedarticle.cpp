// SPDX-License-Identifier: Apache-2.0
#include "formats/exportedarticle.h"

#include <QCoreApplication>
#include <QMap>
#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace dateline {

namespace {

struct Messages
{
    Q_DECLARE_TR_FUNCTIONS(dateline::ExportedArticle)
};

bool hasBadLayout(const QString &value)
{
    if (value.isEmpty())
        return false;
    if (value.front().isSpace() || value.back().isSpace())
        return true;
    return value.contains(u'\n');
}

qsizetype fieldsOf(const Head &head)
{
    const auto fields = {head.title, head.published, head.byline, head.agency, head.place, head.url, head.rights, head.language};
    return std::count_if(fields.begin(), fields.end(), [](const QString &field) { return !field.isEmpty(); })
         + head.attributes.size();
}

/// Types that say more than their label: reading a label again gives the others.
qsizetype typesOf(const Tagset &tagset)
{
    return std::count_if(tagset.types.cbegin(), tagset.types.cend(), [](const TypeDefinition &type) {
        const TypeDefinition *builtIn = Tagset::news().find(type.id);
        return builtIn ? type != *builtIn : type != typeFromLabel(type.name) || type.id.isEmpty();
    });
}

/// "l2: Ana, draft, 12 mentions".
QString describe(const AnnotatedArticle &article, const Layer &layer)
{
    const Agent *by = article.agent(layer.info.by);
    const QString name = by && !by->name.isEmpty() ? by->name : Messages::tr("unknown");
    return Messages::tr("l%1: %2, %3, %n mention(s)", nullptr, int(layer.mentions.size()))
        .arg(layer.info.id)
        .arg(name, toName(layer.info.stage));
}

QString listed(const AnnotatedArticle &article)
{
    QStringList lines;
    for (const Layer &layer : article.layers)
        lines.append(u"  "_s + describe(article, layer));
    return lines.join(u'\n');
}

} // namespace

QString toName(Feature feature)
{
    static const QMap<Feature, QString> names{
        {Feature::Text, u"text"_s},
        {Feature::Structure, u"structure"_s},
        {Feature::Head, u"head"_s},
        {Feature::Tagset, u"tagset"_s},
        {Feature::OtherLayers, u"other-layers"_s},
        {Feature::Review, u"review"_s},
        {Feature::Foreign, u"foreign"_s},
        {Feature::Mentions, u"mentions"_s},
        {Feature::Overlap, u"overlap"_s},
        {Feature::Discontinuity, u"discontinuity"_s},
        {Feature::OuterSpace, u"outer-space"_s},
        {Feature::Status, u"status"_s},
        {Feature::Confidence, u"confidence"_s},
        {Feature::Reason, u"reason"_s},
        {Feature::Unsure, u"unsure"_s},
        {Feature::Norm, u"norm"_s},
        {Feature::Link, u"link"_s},
        {Feature::Notes, u"notes"_s},
        {Feature::Attributes, u"attributes"_s},
        {Feature::Entities, u"entities"_s},
        {Feature::EntityDetails, u"entity-details"_s},
        {Feature::Relations, u"relations"_s},
        {Feature::Provenance, u"provenance"_s},
        {Feature::History, u"history"_s},
        {Feature::Author, u"author"_s},
        {Feature::ValueLayout, u"value-layout"_s},
    };
    return names.value(feature);
}

QString toSentence(const Loss &loss, const QString &format)
{
    const int n = int(std::min<qsizetype>(loss.count, 1'000'000'000));
    switch (loss.feature) {
    case Feature::Text:
        return Messages::tr("The article's text is left out: %1 does not hold it.").arg(format);
    case Feature::Structure:
        return Messages::tr("The kinds of paragraphs differ from those found in the bare text; %1 does not hold them.")
            .arg(format);
    case Feature::Head:
        return Messages::tr("%n propertie(s) of the article are left out: %1 does not hold them.", nullptr, n).arg(format);
    case Feature::Tagset:
        return Messages::tr("%n type(s) of the article's own tagset lose name, colour and description: %1 holds labels only.",
                            nullptr, n)
            .arg(format);
    case Feature::OtherLayers:
        return Messages::tr("%n other layer(s) are left out: %1 holds one.", nullptr, n).arg(format);
    case Feature::Review:
        return Messages::tr("%n review(s) are left out: %1 does not hold them.", nullptr, n).arg(format);
    case Feature::Foreign:
        return Messages::tr("Content of other XML namespaces is left out: %1 does not hold it.").arg(format);
    case Feature::Mentions:
        return Messages::tr("%n mention(s) are left out: %1 holds the text alone.", nullptr, n).arg(format);
    case Feature::Overlap:
        return Messages::tr("%n mention(s) overlap another and are left out: %1 holds no overlap.", nullptr, n).arg(format);
    case Feature::Discontinuity:
        return Messages::tr("%n mention(s) of several spans become one stretch from the first to the last in %1.", nullptr, n)
            .arg(format);
    case Feature::OuterSpace:
        return Messages::tr("%n mention(s) begin or end with white space, which %1 does not hold.", nullptr, n).arg(format);
    case Feature::Status:
        return Messages::tr("%n mention(s) are not accepted, which %1 does not show.", nullptr, n).arg(format);
    case Feature::Confidence:
        return Messages::tr("%n mention(s) have a confidence, which %1 does not hold.", nullptr, n).arg(format);
    case Feature::Reason:
        return Messages::tr("%n mention(s) have a reason, which %1 does not hold.", nullptr, n).arg(format);
    case Feature::Unsure:
        return Messages::tr("%n mention(s) are flagged unsure, which %1 does not hold.", nullptr, n).arg(format);
    case Feature::Norm:
        return Messages::tr("%n mention(s) have a normal form, which %1 does not hold.", nullptr, n).arg(format);
    case Feature::Link:
        return Messages::tr("%n mention(s) have a link, which %1 does not hold.", nullptr, n).arg(format);
    case Feature::Notes:
        return Messages::tr("%n note(s) on mentions are left out: %1 does not hold them.", nullptr, n).arg(format);
    case Feature::Attributes:
        return Messages::tr("%n attribute(s) of mentions are left out: %1 does not hold them.", nullptr, n).arg(format);
    case Feature::Entities:
        return Messages::tr("%n entitie(s) are left out: %1 does not hold which mentions belong together.", nullptr, n)
            .arg(format);
    case Feature::EntityDetails:
        return Messages::tr("%n entitie(s) have notes, attributes or a type of their own, which %1 does not hold.", nullptr, n)
            .arg(format);
    case Feature::Relations:
        return Messages::tr("%n relation(s) are left out: %1 does not hold them.", nullptr, n).arg(format);
    case Feature::Provenance:
        return Messages::tr("Who first proposed or noted what, and when, is left out in %n place(s): %1 does not hold it.",
                            nullptr, n)
            .arg(format);
    case Feature::History:
        return Messages::tr("%n event(s) of the history are left out: %1 does not hold them.", nullptr, n).arg(format);
    case Feature::Author:
        return Messages::tr("Whose layer this is, and how far it is, is left out: %1 does not hold it.").arg(format);
    case Feature::ValueLayout:
        return Messages::tr("%n value(s) lose line breaks or outer spaces, which %1 does not hold.", nullptr, n).arg(format);
    }
    return {};
}

Statuses defaultStatuses() { return {Status::Suggested, Status::Accepted}; }

QList<Mention> ExportedArticle::mentions() const { return layer() ? layer()->mentions.toList() : QList<Mention>(); }

QString ExportedArticle::annotator() const
{
    const Agent *by = layer() ? article.agent(layer()->info.by) : nullptr;
    return by ? by->name : QString();
}

ExportedArticle exported(const AnnotatedArticle &article, LayerId layer, const Statuses &statuses, const QString &name)
{
    ExportedArticle result;
    result.name = name.simplified();
    if (result.name.isEmpty())
        result.name = u"article"_s;
    result.article = article;
    result.article.layers.clear();
    result.article.reviews.clear();
    result.reviews = article.reviews.size();
    const Layer *chosen = article.layer(layer);
    result.otherLayers = article.layers.size() - (chosen ? 1 : 0);
    if (!chosen)
        return result;
    Layer kept = *chosen;
    QSet<EntityId> used;
    chosen->mentions.forEach([&](const Mention &mention) {
        if (statuses.contains(mention.status))
            used.insert(mention.entity);
        else
            kept.mentions.remove(mention.id);
    });
    kept.entities.removeIf([&](const auto &entry) { return !used.contains(entry.key()); });
    kept.relations.removeIf(
        [&](const Relation &relation) { return !kept.mentions.find(relation.from) || !kept.mentions.find(relation.to); });
    kept.info.from.clear();
    result.article.layers.append(kept);
    return result;
}

Result<LayerId> layerToExport(const AnnotatedArticle &article, const QString &id)
{
    if (!id.isEmpty()) {
        for (const Layer &layer : article.layers) {
            if (id == u"l%1"_s.arg(layer.info.id) || id == layer.info.uid)
                return layer.info.id;
        }
        return Error{ErrorKind::NotFound,
                     article.layers.isEmpty()
                         ? Messages::tr("There is no layer \"%1\": the article has none.").arg(id)
                         : Messages::tr("There is no layer \"%1\". The layers are:").arg(id) + u'\n' + listed(article),
                     {},
                     0};
    }
    QList<LayerId> adjudicated;
    QList<LayerId> persons;
    QList<LayerId> detected;
    for (const Layer &layer : article.layers) {
        const Agent *by = article.agent(layer.info.by);
        if (layer.info.stage == Stage::Adjudicated)
            adjudicated.append(layer.info.id);
        (by && by->kind == AgentKind::Detector ? detected : persons).append(layer.info.id);
    }
    for (const QList<LayerId> &candidates : {adjudicated, persons, detected}) {
        if (candidates.size() == 1)
            return candidates.first();
        if (candidates.size() > 1)
            return Error{ErrorKind::Conflict,
                         Messages::tr("Several layers could be meant. Choose one by its id:") + u'\n' + listed(article),
                         {},
                         0};
    }
    return LayerId(0);
}

QList<Loss> featuresOf(const ExportedArticle &exported)
{
    QMap<Feature, qsizetype> counts;
    const AnnotatedArticle &article = exported.article;
    const auto count = [&counts](Feature feature, qsizetype by) {
        if (by > 0)
            counts[feature] += by;
    };
    count(Feature::Text, 1);
    count(Feature::Structure, article.text == ArticleText(article.text.text()) ? 0 : 1);
    count(Feature::Head, fieldsOf(article.head));
    count(Feature::Tagset, typesOf(article.tagset));
    count(Feature::OtherLayers, exported.otherLayers);
    count(Feature::Review, exported.reviews);
    count(Feature::Foreign, article.foreignXml.isEmpty() ? 0 : 1);
    count(Feature::History, article.head.events.size());
    const Layer *layer = exported.layer();
    if (layer) {
        const auto countNotes = [&](const QList<Note> &notes) {
            for (const Note &note : notes) {
                count(Feature::Provenance, (note.by != 0 && note.by != layer->info.by) || note.at.isValid() ? 1 : 0);
                count(Feature::ValueLayout, hasBadLayout(note.text) ? 1 : 0);
            }
        };
        const auto countAttributes = [&](const QList<Attribute> &attributes) {
            for (const Attribute &attribute : attributes)
                count(Feature::ValueLayout, hasBadLayout(attribute.name) || hasBadLayout(attribute.value) ? 1 : 0);
        };
        count(Feature::Author, 1);
        count(Feature::Foreign, layer->foreignXml.isEmpty() ? 0 : 1);
        count(Feature::Relations, layer->relations.size());
        count(Feature::History, layer->info.events.size());
        count(Feature::Entities, layer->entities.size());
        QMap<EntityId, QString> firstTypes;
        qsizetype reached = -1;
        const QString &text = article.text.text();
        layer->mentions.forEach([&](const Mention &mention) {
            const Span extent = mention.extent();
            count(Feature::Mentions, 1);
            count(Feature::Overlap, extent.begin < reached ? 1 : 0);
            reached = std::max(reached, extent.end);
            count(Feature::Discontinuity, mention.spans.size() > 1 ? 1 : 0);
            count(Feature::OuterSpace, text.at(extent.begin).isSpace() || text.at(extent.end - 1).isSpace() ? 1 : 0);
            count(Feature::Status, mention.status == Status::Accepted ? 0 : 1);
            count(Feature::Confidence, mention.confidence >= 0 ? 1 : 0);
            count(Feature::Reason, mention.why.isEmpty() ? 0 : 1);
            count(Feature::Unsure, mention.isUnsure ? 1 : 0);
            count(Feature::Norm, mention.norm.isEmpty() ? 0 : 1);
            count(Feature::Link, effectiveLink(*layer, mention).isEmpty() ? 0 : 1);
            count(Feature::Notes, mention.notes.size());
            count(Feature::Attributes, mention.attributes.size());
            count(Feature::Provenance, mention.origin != 0 && mention.origin != layer->info.by ? 1 : 0);
            count(Feature::History, mention.events.size());
            for (const QString &value : {mention.norm, mention.link, mention.why})
                count(Feature::ValueLayout, hasBadLayout(value) ? 1 : 0);
            countNotes(mention.notes);
            countAttributes(mention.attributes);
            if (mention.entity != 0 && !firstTypes.contains(mention.entity))
                firstTypes.insert(mention.entity, mention.type);
        });
        for (const Entity &entity : layer->entities) {
            const bool hasDetails = !entity.notes.isEmpty() || !entity.attributes.isEmpty()
                                 || entity.type != firstTypes.value(entity.id);
            count(Feature::EntityDetails, hasDetails ? 1 : 0);
            count(Feature::History, entity.events.size());
            for (const QString &value : {entity.name, entity.link})
                count(Feature::ValueLayout, hasBadLayout(value) ? 1 : 0);
            countNotes(entity.notes);
            countAttributes(entity.attributes);
        }
    }
    QList<Loss> features;
    for (const auto &[feature, number] : counts.asKeyValueRange())
        features.append({feature, number});
    return features;
}

QString typeLabel(const QString &typeId)
{
    const QString code = typeCode(typeId);
    return typeIdFromCode(code) == typeId ? code : typeId;
}

TypeDefinition typeFromLabel(const QString &label)
{
    return {label == label.toUpper() ? label.toLower() : label, label, u"#5d6b7d"_s, {}};
}

QString effectiveLink(const Layer &layer, const Mention &mention)
{
    if (!mention.link.isEmpty())
        return mention.link;
    const Entity *entity = layer.entity(mention.entity);
    return entity ? entity->link : QString();
}

} // namespace dateline
