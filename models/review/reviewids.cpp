// SPDX-License-Identifier: Apache-2.0
#include "review/reviewids.h"

#include <QSet>

#include <algorithm>

namespace dateline {

namespace {

void visitMention(Mention &mention, const std::function<void(AgentId &)> &agent)
{
    agent(mention.origin);
    for (Note &note : mention.notes)
        agent(note.by);
    for (Event &event : mention.events)
        agent(event.by);
}

/// The ids in use among all reviews of the layer.
template<typename Item>
QSet<quint32> idsOf(const QList<Review> &reviews, LayerId layer, QList<Item> Review::*items)
{
    QSet<quint32> ids;
    for (const Review &review : reviews) {
        if (review.of != layer)
            continue;
        for (const Item &item : review.*items)
            ids.insert(item.id);
    }
    return ids;
}

/// Puts `item` among `known`, under another id if its own is taken, unless it is there already. The
/// id that it has now.
template<typename Item>
quint32 take(QList<Item> &known, Item item, QSet<quint32> &ids)
{
    const quint32 own = item.id;
    for (const Item &other : std::as_const(known)) {
        item.id = other.id;
        if (item == other)
            return other.id;
    }
    item.id = own;
    while (item.id == 0 || ids.contains(item.id))
        ++item.id;
    ids.insert(item.id);
    known.append(item);
    return item.id;
}

} // namespace

void visitIds(Review &review, const std::function<void(AgentId &)> &agent, const std::function<void(LayerId &)> &layer)
{
    layer(review.of);
    agent(review.by);
    for (Verdict &verdict : review.verdicts)
        agent(verdict.by);
    for (Comment &comment : review.comments)
        agent(comment.by);
    for (Proposal &proposal : review.proposals) {
        agent(proposal.by);
        visitMention(proposal.mention, agent);
    }
}

void uniteReview(QList<Review> &reviews, Review review)
{
    QSet<quint32> proposalIds = idsOf(reviews, review.of, &Review::proposals);
    QSet<quint32> commentIds = idsOf(reviews, review.of, &Review::comments);
    auto known = std::find_if(reviews.begin(), reviews.end(),
                              [&](const Review &other) { return other.of == review.of && other.by == review.by; });
    if (known == reviews.end()) {
        Review empty;
        empty.of = review.of;
        empty.by = review.by;
        empty.started = review.started;
        reviews.append(empty);
        known = reviews.end() - 1;
    }
    if (review.started.isValid() && (!known->started.isValid() || review.started < known->started))
        known->started = review.started;
    for (const Verdict &verdict : std::as_const(review.verdicts)) {
        if (!known->verdicts.contains(verdict))
            known->verdicts.append(verdict);
    }
    std::stable_sort(known->verdicts.begin(), known->verdicts.end(),
                     [](const Verdict &a, const Verdict &b) { return a.at < b.at; });
    QHash<ProposalId, ProposalId> proposals;
    for (const Proposal &proposal : std::as_const(review.proposals))
        proposals.insert(proposal.id, take(known->proposals, proposal, proposalIds));
    QHash<CommentId, CommentId> comments;
    for (Comment comment : std::as_const(review.comments)) {
        const CommentId own = comment.id;
        comment.parent = comments.value(comment.parent);
        comment.proposal = proposals.value(comment.proposal);
        comments.insert(own, take(known->comments, comment, commentIds));
    }
    // Review::comment() looks ids up in order.
    const auto byId = [](const auto &a, const auto &b) { return a.id < b.id; };
    std::sort(known->proposals.begin(), known->proposals.end(), byId);
    std::sort(known->comments.begin(), known->comments.end(), byId);
    if (!known->foreignXml.contains(review.foreignXml))
        known->foreignXml += review.foreignXml;
}

} // namespace dateline
