// SPDX-License-Identifier: Apache-2.0
#include "annotation/review.h"

#include "annotation/layer.h"

#include <algorithm>

namespace dateline {

namespace {

template<typename Item>
const Item *byId(const QList<Item> &items, quint32 id)
{
    const auto found = std::lower_bound(items.cbegin(), items.cend(), id,
                                        [](const Item &item, quint32 wanted) { return item.id < wanted; });
    return found == items.cend() || found->id != id ? nullptr : &*found;
}

} // namespace

const Verdict *Review::verdictOn(MentionId mention) const
{
    const auto found = std::find_if(verdicts.crbegin(), verdicts.crend(),
                                    [&](const Verdict &verdict) { return verdict.mention == mention; });
    return found == verdicts.crend() ? nullptr : &*found;
}

const Comment *Review::comment(CommentId id) const { return byId(comments, id); }
const Proposal *Review::proposal(ProposalId id) const { return byId(proposals, id); }

const Comment *Review::threadOf(CommentId id) const
{
    const Comment *found = comment(id);
    // Bounded, should a circle of parents ever get here.
    for (qsizetype steps = comments.size(); found && found->parent != 0 && steps > 0; --steps) {
        const Comment *above = comment(found->parent);
        if (!above)
            break;
        found = above;
    }
    return found;
}

QHash<MentionId, qsizetype> latestVerdicts(const Review &review)
{
    QHash<MentionId, qsizetype> rows;
    rows.reserve(review.verdicts.size());
    for (qsizetype row = 0; row < review.verdicts.size(); ++row)
        rows.insert(review.verdicts.at(row).mention, row);
    return rows;
}

QDateTime lastEvent(const QList<Event> &events)
{
    QDateTime latest;
    for (const Event &event : events) {
        if (event.at.isValid() && (!latest.isValid() || event.at > latest))
            latest = event.at;
    }
    return latest;
}

QDateTime lastChange(const Layer &layer, const Mention &mention)
{
    const QDateTime own = lastEvent(mention.events);
    const Entity *entity = layer.entity(mention.entity);
    const QDateTime shared = entity ? lastEvent(entity->events) : QDateTime();
    return !own.isValid() || (shared.isValid() && shared > own) ? shared : own;
}

bool isOutdated(const Verdict &verdict, const QDateTime &lastChange)
{
    return verdict.at.isValid() && lastChange.isValid() && lastChange > verdict.at;
}

QHash<ProposalId, MentionId> takenProposals(const Layer &layer)
{
    QHash<ProposalId, MentionId> taken;
    layer.mentions.forEach([&](const Mention &mention) {
        const Event *first = mention.events.isEmpty() ? nullptr : &mention.events.first();
        if (!first || first->action != u"add" || !first->from.startsWith(u'p'))
            return;
        bool isNumber = false;
        const ProposalId id = QStringView(first->from).sliced(1).toUInt(&isNumber);
        if (isNumber)
            taken.insert(id, mention.id);
    });
    return taken;
}

bool isTaken(const Layer &layer, const Proposal &proposal) { return takenProposals(layer).contains(proposal.id); }

QString entityName(const Proposal &proposal, const Layer &layer)
{
    for (const Attribute &attribute : proposal.mention.attributes) {
        if (attribute.name == EntityNameAttribute)
            return attribute.value;
    }
    const Entity *entity = layer.entity(proposal.mention.entity);
    return entity ? entity->name : QString();
}

} // namespace dateline
