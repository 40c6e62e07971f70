// SPDX-License-Identifier: Apache-2.0
#include "review/reviewstate.h"

#include <QCoreApplication>
#include <QHash>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace dateline {

namespace {

struct Messages
{
    Q_DECLARE_TR_FUNCTIONS(dateline::ReviewState)
};

/// Comments of one thread by time; equal times in the order of their ids.
bool isEarlier(const Comment *a, const Comment *b)
{
    if (a->parent == 0 || b->parent == 0)
        return a->parent == 0 && b->parent != 0;
    return a->at != b->at ? a->at < b->at : a->id < b->id;
}

/// The threads of a review by their first comments. O(comments · log).
QList<QList<const Comment *>> threadsOf(const Review &review)
{
    QHash<CommentId, qsizetype> threadOfComment;
    QList<QList<const Comment *>> threads;
    for (const Comment &comment : review.comments) {
        // Up to a comment whose thread is known, so that long chains are walked once.
        QList<const Comment *> path;
        const Comment *at = &comment;
        while (at && !threadOfComment.contains(at->id) && path.size() <= review.comments.size()) {
            path.append(at);
            at = at->parent == 0 ? nullptr : review.comment(at->parent);
        }
        if (path.isEmpty())
            continue;
        qsizetype thread = at ? threadOfComment.value(at->id, threads.size()) : threads.size();
        if (thread == threads.size())
            threads.append(QList<const Comment *>());
        for (const Comment *step : std::as_const(path)) {
            if (threadOfComment.contains(step->id))
                continue;
            threadOfComment.insert(step->id, thread);
            threads[thread].append(step);
        }
    }
    for (QList<const Comment *> &thread : threads)
        std::sort(thread.begin(), thread.end(), isEarlier);
    return threads;
}

/// What threads say of one thing.
struct Talk
{
    qsizetype comments = 0;
    QDateTime answered; ///< last comment of the annotator's
};

ReviewMark markOf(const Verdict &verdict, const QDateTime &changed)
{
    if (isOutdated(verdict, changed))
        return ReviewMark::Changed;
    return verdict.decision == Decision::Approve ? ReviewMark::Approved : ReviewMark::Returned;
}

int weight(ReviewMark mark)
{
    switch (mark) {
    case ReviewMark::Undecided:
        return 0;
    case ReviewMark::Approved:
        return 1;
    case ReviewMark::Changed:
        return 2;
    case ReviewMark::Returned:
        return 3;
    }
    return 0;
}

/// When the entity, not its mentions, was last changed; each looked at once.
class EntityTimes
{
public:
    explicit EntityTimes(const Layer &layer) : m_layer(layer) { }
    QDateTime changeOf(const Mention &mention)
    {
        const QDateTime own = lastEvent(mention.events);
        if (mention.entity == 0)
            return own;
        auto known = m_times.find(mention.entity);
        if (known == m_times.end()) {
            const Entity *entity = m_layer.entity(mention.entity);
            known = m_times.insert(mention.entity, entity ? lastEvent(entity->events) : QDateTime());
        }
        return !own.isValid() || (known->isValid() && *known > own) ? *known : own;
    }

private:
    const Layer &m_layer;
    QHash<EntityId, QDateTime> m_times;
};

template<typename Item>
void sortByPlace(QList<Item> &items)
{
    std::stable_sort(items.begin(), items.end(), [](const Item &a, const Item &b) {
        return a.place.isEmpty() != b.place.isEmpty() ? a.place.isEmpty() : a.place.begin < b.place.begin;
    });
}

} // namespace

ReviewState reviewState(const AnnotatedArticle &article, LayerId id, AgentId reviewer, double lowConfidence)
{
    ReviewState state;
    state.layer = id;
    const Layer *layer = article.layer(id);
    if (!layer)
        return state;
    QList<const Review *> reviews;
    for (const Review &review : article.reviews) {
        if (review.of == id && (reviewer == 0 || review.by == reviewer))
            reviews.append(&review);
    }

    QHash<MentionId, Talk> talks;
    QHash<std::pair<AgentId, ProposalId>, Talk> proposalTalks;
    for (const Review *review : std::as_const(reviews)) {
        for (const QList<const Comment *> &comments : threadsOf(*review)) {
            const Comment *first = comments.first();
            CommentThread thread{review->by, first->mention, first->proposal, {}, {}, comments.last()->by != layer->info.by};
            if (const Mention *mention = layer->mentions.find(first->mention))
                thread.place = mention->extent();
            else if (const Proposal *proposal = review->proposal(first->proposal))
                thread.place = proposal->mention.extent();
            Talk *talk = first->mention != 0  ? &talks[first->mention]
                       : first->proposal != 0 ? &proposalTalks[{review->by, first->proposal}]
                                              : nullptr;
            for (const Comment *comment : comments) {
                thread.comments.append(comment->id);
                if (!talk)
                    continue;
                ++talk->comments;
                if (comment->by == layer->info.by && (!talk->answered.isValid() || comment->at > talk->answered))
                    talk->answered = comment->at;
            }
            state.threads.append(thread);
        }
    }
    sortByPlace(state.threads);
    state.counts.threads = state.threads.size();

    QList<QHash<MentionId, qsizetype>> latest;
    for (const Review *review : std::as_const(reviews))
        latest.append(latestVerdicts(*review));
    EntityTimes times(*layer);
    state.mentions.reserve(layer->mentions.size());
    layer->mentions.forEach([&](const Mention &mention) {
        ReviewedMention entry{mention.id,
                              mention.type,
                              mention.extent(),
                              ReviewMark::Undecided,
                              {},
                              times.changeOf(mention),
                              0,
                              false,
                              mention.confidence >= 0 && mention.confidence < lowConfidence};
        for (qsizetype i = 0; i < reviews.size(); ++i) {
            const auto row = latest.at(i).constFind(mention.id);
            if (row == latest.at(i).constEnd())
                continue;
            const Verdict &verdict = reviews.at(i)->verdicts.at(*row);
            const ReviewMark mark = markOf(verdict, entry.changed);
            if (!entry.verdict || weight(mark) > weight(entry.mark)) {
                entry.verdict = verdict;
                entry.verdict->by = verdict.by == 0 ? reviews.at(i)->by : verdict.by;
                entry.mark = mark;
            }
        }
        if (const auto talk = talks.constFind(mention.id); talk != talks.constEnd()) {
            entry.comments = talk->comments;
            entry.isAnswered = entry.verdict && talk->answered.isValid() && talk->answered >= entry.verdict->at;
        }
        if (!mention.isLive() && !entry.verdict && entry.comments == 0)
            return;
        switch (entry.mark) {
        case ReviewMark::Undecided:
            ++state.counts.undecided;
            break;
        case ReviewMark::Approved:
            ++state.counts.approved;
            break;
        case ReviewMark::Returned:
            ++state.counts.returned;
            break;
        case ReviewMark::Changed:
            ++state.counts.changed;
            break;
        }
        state.counts.lowConfidence += entry.isLowConfidence ? 1 : 0;
        state.mentions.append(entry);
    });

    const QHash<ProposalId, MentionId> taken = takenProposals(*layer);
    for (const Review *review : std::as_const(reviews)) {
        for (const Proposal &proposal : review->proposals) {
            const Talk talk = proposalTalks.value({review->by, proposal.id});
            const ReviewedProposal entry{proposal.id,
                                         review->by,
                                         proposal.mention.type,
                                         proposal.mention.extent(),
                                         taken.value(proposal.id),
                                         !proposal.mention.isLive(),
                                         talk.answered.isValid(),
                                         talk.comments};
            state.counts.proposals += entry.taken == 0 && !entry.isWithdrawn ? 1 : 0;
            state.proposals.append(entry);
        }
    }
    sortByPlace(state.proposals);
    return state;
}

bool matches(const ReviewedMention &mention, const ReviewFilter &filter)
{
    if (!filter.type.isEmpty() && mention.type != filter.type)
        return false;
    switch (filter.show) {
    case ReviewFilter::Show::All:
        return true;
    case ReviewFilter::Show::ToReview:
        return mention.mark == ReviewMark::Undecided || mention.mark == ReviewMark::Changed;
    case ReviewFilter::Show::Returned:
        return mention.mark == ReviewMark::Returned;
    case ReviewFilter::Show::Commented:
        return mention.comments > 0;
    case ReviewFilter::Show::LowConfidence:
        return mention.isLowConfidence;
    }
    return false;
}

QList<ReviewedMention> filtered(const ReviewState &state, const ReviewFilter &filter)
{
    QList<ReviewedMention> result;
    std::copy_if(state.mentions.cbegin(), state.mentions.cend(), std::back_inserter(result),
                 [&](const ReviewedMention &mention) { return matches(mention, filter); });
    return result;
}

MentionId nextToReview(const ReviewState &state, MentionId from, qsizetype caret, bool forward)
{
    const QList<ReviewedMention> &all = state.mentions;
    const auto here = std::find_if(all.cbegin(), all.cend(), [&](const ReviewedMention &one) { return one.mention == from; });
    const auto atCaret = std::partition_point(all.cbegin(), all.cend(),
                                              [&](const ReviewedMention &one) { return one.place.begin < caret; });
    const qsizetype row = here != all.cend() ? here - all.cbegin() : -1;
    // Row before the first one to look at.
    qsizetype at = row >= 0 ? row : (atCaret - all.cbegin()) - (forward ? 1 : 0);
    for (qsizetype i = 0; i < all.size(); ++i) {
        at = (at + (forward ? 1 : -1) + all.size()) % all.size();
        if (at != row && matches(all.at(at), {ReviewFilter::Show::ToReview, {}}))
            return all.at(at).mention;
    }
    return 0;
}

QString describe(const ReviewCounts &counts)
{
    QStringList parts;
    if (counts.returned > 0)
        parts.append(Messages::tr("%n returned", nullptr, int(counts.returned)));
    if (counts.threads > 0)
        parts.append(Messages::tr("%n comment(s)", nullptr, int(counts.threads)));
    if (counts.proposals > 0)
        parts.append(Messages::tr("%n proposed", nullptr, int(counts.proposals)));
    return parts.join(u", "_s);
}

QStringList recentReasons(const AnnotatedArticle &article, AgentId reviewer, qsizetype atMost)
{
    QList<const Verdict *> verdicts;
    for (const Review &review : article.reviews) {
        for (const Verdict &verdict : review.verdicts) {
            const AgentId by = verdict.by == 0 ? review.by : verdict.by;
            if (verdict.decision == Decision::Return && !verdict.reason.trimmed().isEmpty() && (reviewer == 0 || by == reviewer))
                verdicts.append(&verdict);
        }
    }
    std::reverse(verdicts.begin(), verdicts.end()); // of equal times the later one first
    std::stable_sort(verdicts.begin(), verdicts.end(), [](const Verdict *a, const Verdict *b) { return a->at > b->at; });
    QStringList reasons;
    QSet<QString> seen;
    for (const Verdict *verdict : std::as_const(verdicts)) {
        if (reasons.size() >= atMost)
            break;
        const QString reason = verdict->reason.trimmed();
        const QString folded = reason.toCaseFolded();
        if (!seen.contains(folded))
            reasons.append(reason);
        seen.insert(folded);
    }
    return reasons;
}

QList<ReturnedItem> returnedItems(const AnnotatedArticle &article, LayerId layer)
{
    return returnedItems(article, reviewState(article, layer));
}

QList<ReturnedItem> returnedItems(const AnnotatedArticle &article, const ReviewState &state)
{
    QList<ReturnedItem> items;
    const LayerId id = state.layer;
    QHash<MentionId, const ReviewedMention *> mentions;
    for (const ReviewedMention &entry : state.mentions) {
        mentions.insert(entry.mention, &entry);
        if (entry.mark != ReviewMark::Returned || entry.isAnswered)
            continue;
        items.append({ReturnedItem::Kind::Mention, entry.mention, 0, 0, entry.place, entry.verdict->reason, entry.verdict->by,
                      entry.verdict->at});
    }
    QSet<ProposalId> closed; // or listed as proposals
    for (const ReviewedProposal &entry : state.proposals) {
        const bool isListed = entry.taken == 0 && !entry.isWithdrawn && !entry.isAnswered;
        if (isListed || entry.taken != 0 || entry.isWithdrawn)
            closed.insert(entry.proposal);
        if (!isListed)
            continue;
        const Proposal *proposal = article.review(id, entry.review)->proposal(entry.proposal);
        items.append({ReturnedItem::Kind::Proposal, 0, 0, entry.proposal, entry.place, article.text.view(entry.place).toString(),
                      proposal->by == 0 ? entry.review : proposal->by, proposal->at});
    }
    for (const CommentThread &thread : state.threads) {
        const Comment *last = article.review(id, thread.review)->comment(thread.comments.last());
        if (!thread.isOpen || closed.contains(thread.proposal))
            continue;
        if (const ReviewedMention *mention = mentions.value(thread.mention)) {
            const bool isListed = mention->mark == ReviewMark::Returned && !mention->isAnswered;
            const bool hasChanged = mention->changed.isValid() && last->at.isValid() && mention->changed > last->at;
            if (isListed || hasChanged)
                continue;
        }
        items.append({ReturnedItem::Kind::Comment, thread.mention, thread.comments.first(), thread.proposal, thread.place,
                      last->text, last->by, last->at});
    }
    sortByPlace(items);
    return items;
}

} // namespace dateline
