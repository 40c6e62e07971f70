// SPDX-License-Identifier: Apache-2.0
#include "annotation/annotatedarticle.h"
#include "annotation/editerrors_p.h"

#include <algorithm>

namespace dateline {

using namespace editerrors;

const Layer *AnnotatedArticle::layer(LayerId id) const
{
    const auto found = std::find_if(layers.cbegin(), layers.cend(), [&](const Layer &layer) { return layer.info.id == id; });
    return found == layers.cend() ? nullptr : &*found;
}

Layer *AnnotatedArticle::mutableLayer(LayerId id)
{
    const auto found = std::find_if(layers.begin(), layers.end(), [&](const Layer &layer) { return layer.info.id == id; });
    return found == layers.end() ? nullptr : &*found;
}

const Agent *AnnotatedArticle::agent(AgentId id) const
{
    const auto found = std::find_if(agents.cbegin(), agents.cend(), [&](const Agent &agent) { return agent.id == id; });
    return found == agents.cend() ? nullptr : &*found;
}

const Agent *AnnotatedArticle::agentByUid(QStringView uid) const
{
    const auto found = std::find_if(agents.cbegin(), agents.cend(), [&](const Agent &agent) { return agent.uid == uid; });
    return found == agents.cend() ? nullptr : &*found;
}

const Layer *AnnotatedArticle::layerBy(AgentId agent) const
{
    const auto found = std::find_if(layers.crbegin(), layers.crend(), [&](const Layer &layer) { return layer.info.by == agent; });
    return agent == 0 || found == layers.crend() ? nullptr : &*found;
}

const Layer *AnnotatedArticle::detectorLayer() const
{
    for (const Layer &layer : layers) {
        const Agent *author = agent(layer.info.by);
        if (layer.info.stage == Stage::Suggested && author && author->kind == AgentKind::Detector)
            return &layer;
    }
    return nullptr;
}

AgentId AnnotatedArticle::nextAgentId() const
{
    AgentId highest = 0;
    for (const Agent &agent : agents)
        highest = std::max(highest, agent.id);
    return highest + 1;
}

LayerId AnnotatedArticle::nextLayerId() const
{
    LayerId highest = 0;
    for (const Layer &layer : layers)
        highest = std::max(highest, layer.info.id);
    return highest + 1;
}

QString AnnotatedArticle::title() const { return head.title.isEmpty() ? text.title() : head.title; }

namespace {

/// True when applyOne() of the inverse gives back the same article, order included.
bool isTakenBackExactly(const Edit &edit)
{
    if (const auto *e = std::get_if<AgentEdit>(&edit))
        return e->after.has_value();
    if (const auto *e = std::get_if<LayerEdit>(&edit))
        return e->after.has_value();
    return std::holds_alternative<MentionEdit>(edit) || std::holds_alternative<EntityEdit>(edit)
        || std::holds_alternative<HeadEdit>(edit);
}

/// An entity may come after the mention that names it, so references are checked at the end.
Result<void> checkReferences(const AnnotatedArticle &article, const ArticleChange &change)
{
    for (const QList<MentionId> &ids : {change.added, change.changed}) {
        const Layer *touched = article.layer(change.layer);
        for (const MentionId id : ids) {
            const Mention *mention = touched ? touched->mentions.find(id) : nullptr;
            if (mention && mention->entity != 0 && !touched->entities.contains(mention->entity))
                return broken(Messages::tr("mention m%1 names an entity that is not there").arg(id));
        }
    }
    if (!change.removed.isEmpty() && !article.reviews.isEmpty()) {
        const QSet<MentionId> removed(change.removed.cbegin(), change.removed.cend());
        for (const Review &review : article.reviews) {
            const auto isGone = [&](const auto &item) {
                return removed.contains(item.mention) && !article.layer(review.of)->mentions.find(item.mention);
            };
            if (review.of == change.layer
                && (std::any_of(review.verdicts.cbegin(), review.verdicts.cend(), isGone)
                    || std::any_of(review.comments.cbegin(), review.comments.cend(), isGone)))
                return broken(Messages::tr("a mention goes that a review speaks of"));
        }
    }
    return {};
}

} // namespace

Result<ArticleChange> AnnotatedArticle::apply(const Transaction &transaction)
{
    ArticleChange change;
    qsizetype count = 0;
    const auto applyTo = [&](AnnotatedArticle &article) -> Result<void> {
        for (const Edit &edit : transaction.edits) {
            if (const Result<void> done = article.applyOne(edit, change); !done)
                return done;
            ++count;
        }
        return checkReferences(article, change);
    };
    if (!std::all_of(transaction.edits.cbegin(), transaction.edits.cend(), isTakenBackExactly)) {
        AnnotatedArticle work = *this; // shares everything; makes the whole transaction all or nothing
        if (const Result<void> done = applyTo(work); !done)
            return done.error();
        *this = std::move(work);
        return change;
    }
    // In place: nothing is copied but what the edits touch.
    const Result<void> done = applyTo(*this);
    if (done)
        return change;
    while (count > 0) {
        ArticleChange ignored;
        const Result<void> back = applyOne(inverted(transaction.edits.at(--count)), ignored);
        Q_ASSERT(back.isOk());
        Q_UNUSED(back)
    }
    return done.error();
}

Result<void> AnnotatedArticle::applyOne(const Edit &edit, ArticleChange &change)
{
    if (const auto *e = std::get_if<MentionEdit>(&edit)) {
        Layer *layer = mutableLayer(e->layer);
        if (!layer)
            return conflict(Messages::tr("layer l%1 is not there").arg(e->layer));
        const MentionId id = e->after ? e->after->id : e->before ? e->before->id : 0;
        const Mention *present = layer->mentions.find(id);
        if (id == 0 || (e->before.has_value() != (present != nullptr)) || (present && !(*present == *e->before))
            || (e->before && e->after && e->before->id != e->after->id))
            return conflict(Messages::tr("mention m%1 differs").arg(id));
        if (e->after) {
            if (e->after->spans.isEmpty())
                return broken(Messages::tr("mention m%1 has no span").arg(id));
            for (const Span &span : e->after->spans) {
                if (span.begin < 0 || span.isEmpty() || span.end > text.length())
                    return broken(Messages::tr("mention m%1 lies outside the text").arg(id));
            }
        }
        change.layer = e->layer;
        if (e->before) {
            change.places.append(e->before->extent());
            change.entities.insert(e->before->entity);
        }
        if (e->after) {
            change.places.append(e->after->extent());
            change.entities.insert(e->after->entity);
        }
        if (!e->after) {
            layer->mentions.remove(id);
            change.removed.append(id);
        } else if (present) {
            layer->mentions.replace(*e->after);
            change.changed.append(id);
        } else {
            layer->mentions.insert(*e->after);
            change.added.append(id);
        }
        return {};
    }
    if (const auto *e = std::get_if<EntityEdit>(&edit)) {
        Layer *layer = mutableLayer(e->layer);
        if (!layer)
            return conflict(Messages::tr("layer l%1 is not there").arg(e->layer));
        const EntityId id = e->after ? e->after->id : e->before ? e->before->id : 0;
        const Entity *present = layer->entity(id);
        if (id == 0 || (e->before.has_value() != (present != nullptr)) || (present && !(*present == *e->before))
            || (e->before && e->after && e->before->id != e->after->id))
            return conflict(Messages::tr("entity e%1 differs").arg(id));
        if (e->after)
            layer->entities.insert(id, *e->after);
        else
            layer->entities.remove(id);
        change.layer = e->layer;
        change.entities.insert(id);
        return {};
    }
    if (const auto *e = std::get_if<LayerEdit>(&edit)) {
        change.hasLayerChanged = true;
        if (!e->before) {
            if (!e->after || e->after->id == 0 || layer(e->after->id))
                return conflict(Messages::tr("the layer's id is taken"));
            layers.append(Layer{*e->after, {}, {}, {}, {}});
            change.layer = e->after->id;
            return {};
        }
        Layer *present = mutableLayer(e->before->id);
        if (!present || !(present->info == *e->before))
            return conflict(Messages::tr("layer l%1 differs").arg(e->before->id));
        if (!e->after) {
            if (!present->mentions.isEmpty() || !present->entities.isEmpty())
                return broken(Messages::tr("layer l%1 is not empty").arg(e->before->id));
            const auto isOfIt = [&](const Review &review) { return review.of == e->before->id; };
            if (std::any_of(reviews.cbegin(), reviews.cend(), isOfIt))
                return broken(Messages::tr("layer l%1 has a review").arg(e->before->id));
            layers.removeAt(present - layers.data());
            change.layer = 0;
            return {};
        }
        if (e->after->id != e->before->id && layer(e->after->id))
            return conflict(Messages::tr("the layer's id is taken"));
        present->info = *e->after;
        for (qsizetype i = 0; e->after->id != e->before->id && i < reviews.size(); ++i) {
            if (reviews.at(i).of == e->before->id)
                reviews[i].of = e->after->id;
        }
        change.layer = e->after->id;
        return {};
    }
    if (const auto *e = std::get_if<AgentEdit>(&edit)) {
        const AgentId id = e->after ? e->after->id : e->before ? e->before->id : 0;
        const Agent *present = agent(id);
        if (id == 0 || (e->before.has_value() != (present != nullptr)) || (present && !(*present == *e->before)))
            return conflict(Messages::tr("agent a%1 differs").arg(id));
        const qsizetype row = present ? present - agents.constData() : agents.size();
        if (!e->after)
            agents.removeAt(row);
        else if (present)
            agents[row] = *e->after;
        else
            agents.append(*e->after);
        change.hasLayerChanged = true;
        return {};
    }
    if (const auto *e = std::get_if<ReviewEdit>(&edit))
        return applyReview(*e, change);
    if (const auto *e = std::get_if<TextEdit>(&edit))
        return applyText(*e, change);
    const auto &e = std::get<HeadEdit>(edit);
    if (!(head == e.before))
        return conflict(Messages::tr("the article's properties differ"));
    head = e.after;
    change.hasHeadChanged = true;
    return {};
}

LayerId AnnotatedArticle::addLayer(Layer layer, const Agent &by)
{
    if (const Agent *known = agentByUid(by.uid)) {
        const qsizetype row = known - agents.constData();
        agents[row].name = by.name;
        agents[row].version = by.version;
        layer.info.by = agents.at(row).id;
    } else {
        Agent added = by;
        added.id = nextAgentId();
        agents.append(added);
        layer.info.by = added.id;
    }
    if (layer.info.id == 0 || this->layer(layer.info.id))
        layer.info.id = nextLayerId();
    // Suggestions come with the detector's own idea of its id.
    const QList<Mention> mentions = layer.mentions.toList();
    for (Mention mention : mentions) {
        if (mention.origin != layer.info.by) {
            mention.origin = layer.info.by;
            layer.mentions.replace(mention);
        }
    }
    layers.append(layer);
    return layer.info.id;
}

} // namespace dateline
