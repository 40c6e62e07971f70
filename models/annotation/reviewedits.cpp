// SPDX-License-Identifier: Apache-2.0
// The part of AnnotatedArticle that holds reviews and applies their edits.
#include "annotation/annotatedarticle.h"
#include "annotation/editerrors_p.h"

#include <algorithm>

namespace dateline {

using namespace editerrors;

namespace {

QString nameOf(const Comment &comment) { return QStringLiteral("c%1").arg(comment.id); }
QString nameOf(const Proposal &proposal) { return QStringLiteral("p%1").arg(proposal.id); }

const QList<Comment> &itemsOf(const Review &review, const Comment *) { return review.comments; }
const QList<Proposal> &itemsOf(const Review &review, const Proposal *) { return review.proposals; }

/// True when the present item is what the edit takes for it, and adding it takes no used id.
template<typename Item>
bool fits(const QList<Review> &reviews, LayerId of, const QList<Item> &items, qsizetype row, const std::optional<Item> &before,
          const std::optional<Item> &after)
{
    const quint32 id = after ? after->id : before ? before->id : 0;
    const bool isThere = row < items.size() && items.at(row).id == id;
    if (id == 0 || isThere != before.has_value() || (before && !(items.at(row) == *before))
        || (before && after && before->id != after->id))
        return false;
    return before || std::none_of(reviews.cbegin(), reviews.cend(), [&](const Review &review) {
               const QList<Item> &others = itemsOf(review, static_cast<const Item *>(nullptr));
               return review.of == of
                   && std::any_of(others.cbegin(), others.cend(), [&](const Item &item) { return item.id == id; });
           });
}

template<typename Item>
qsizetype rowFor(const QList<Item> &items, const std::optional<Item> &before, const std::optional<Item> &after)
{
    const quint32 id = after ? after->id : before ? before->id : 0;
    return std::lower_bound(items.cbegin(), items.cend(), id, [](const Item &item, quint32 wanted) { return item.id < wanted; })
         - items.cbegin();
}

template<typename Item>
void put(QList<Item> &items, qsizetype row, const std::optional<Item> &before, const std::optional<Item> &after)
{
    if (!after)
        items.removeAt(row);
    else if (before)
        items[row] = *after;
    else
        items.insert(row, *after);
}

template<typename Item>
std::optional<Item> as(const std::optional<ReviewItem> &item)
{
    const Item *value = item ? std::get_if<Item>(&*item) : nullptr;
    return value ? std::optional<Item>(*value) : std::nullopt;
}

quint32 highestId(const QList<Comment> &items) { return items.isEmpty() ? 0 : items.last().id; }
quint32 highestId(const QList<Proposal> &items) { return items.isEmpty() ? 0 : items.last().id; }

} // namespace

const Review *AnnotatedArticle::review(LayerId of, AgentId by) const
{
    const auto found = std::find_if(reviews.cbegin(), reviews.cend(),
                                    [&](const Review &review) { return review.of == of && review.by == by; });
    return found == reviews.cend() ? nullptr : &*found;
}

const Review *AnnotatedArticle::reviewWithComment(LayerId of, CommentId comment) const
{
    const auto found = std::find_if(reviews.cbegin(), reviews.cend(),
                                    [&](const Review &review) { return review.of == of && review.comment(comment); });
    return found == reviews.cend() ? nullptr : &*found;
}

const Review *AnnotatedArticle::reviewWithProposal(LayerId of, ProposalId proposal) const
{
    const auto found = std::find_if(reviews.cbegin(), reviews.cend(),
                                    [&](const Review &review) { return review.of == of && review.proposal(proposal); });
    return found == reviews.cend() ? nullptr : &*found;
}

CommentId AnnotatedArticle::nextCommentId(LayerId of) const
{
    CommentId highest = 0;
    for (const Review &review : reviews)
        highest = std::max(highest, review.of == of ? highestId(review.comments) : 0);
    return highest + 1;
}

ProposalId AnnotatedArticle::nextProposalId(LayerId of) const
{
    ProposalId highest = 0;
    for (const Review &review : reviews)
        highest = std::max(highest, review.of == of ? highestId(review.proposals) : 0);
    return highest + 1;
}

Result<void> AnnotatedArticle::applyReview(const ReviewEdit &edit, ArticleChange &change)
{
    const Layer *reviewed = layer(edit.of);
    if (!reviewed)
        return conflict(Messages::tr("layer l%1 is not there").arg(edit.of));
    const ReviewItem *const some = edit.after ? &*edit.after : edit.before ? &*edit.before : nullptr;
    if (!some || (edit.before && edit.after && edit.before->index() != edit.after->index()))
        return conflict(Messages::tr("a change of a review says nothing"));
    const auto found = std::find_if(reviews.begin(), reviews.end(),
                                    [&](const Review &review) { return review.of == edit.of && review.by == edit.by; });
    const auto judge = [&](MentionId id) {
        change.judged.append(id);
        if (const Mention *mention = reviewed->mentions.find(id))
            change.places.append(mention->extent());
    };
    const auto isMention = [&](MentionId id) { return reviewed->mentions.find(id) != nullptr; };

    if (std::holds_alternative<ReviewStart>(*some)) {
        const auto before = as<ReviewStart>(edit.before);
        const auto after = as<ReviewStart>(edit.after);
        if (before.has_value() != (found != reviews.end()) || (before && found->started != before->started))
            return conflict(Messages::tr("the review of layer l%1 differs").arg(edit.of));
        if (!before) {
            reviews.append({edit.of, edit.by, after->started, {}, {}, {}, {}});
        } else if (after) {
            found->started = after->started;
        } else {
            if (!found->verdicts.isEmpty() || !found->comments.isEmpty() || !found->proposals.isEmpty()
                || !found->foreignXml.isEmpty())
                return broken(Messages::tr("the review of layer l%1 is not empty").arg(edit.of));
            reviews.erase(found);
        }
    } else if (found == reviews.end()) {
        return conflict(Messages::tr("layer l%1 has no such review").arg(edit.of));
    } else if (std::holds_alternative<Verdict>(*some)) {
        const auto before = as<Verdict>(edit.before);
        const auto after = as<Verdict>(edit.after);
        QList<Verdict> &verdicts = found->verdicts;
        const MentionId mention = after ? after->mention : before->mention;
        const bool isThere = edit.row >= 0 && edit.row < verdicts.size();
        // A verdict has no id: one that stands there already was applied before.
        if (edit.row < 0 || edit.row > verdicts.size() || (before && (!isThere || !(verdicts.at(edit.row) == *before)))
            || (!before && isThere && verdicts.at(edit.row) == *after) || (before && after && before->mention != after->mention))
            return conflict(Messages::tr("the verdict on mention m%1 differs").arg(mention));
        if (after && !isMention(mention))
            return broken(Messages::tr("a verdict is on mention m%1, which is not there").arg(mention));
        put(verdicts, edit.row, before, after);
        judge(mention);
    } else if (std::holds_alternative<Comment>(*some)) {
        const auto before = as<Comment>(edit.before);
        const auto after = as<Comment>(edit.after);
        const QString name = nameOf(after ? *after : *before);
        QList<Comment> &comments = found->comments;
        const qsizetype row = rowFor(comments, before, after);
        if (!fits(reviews, edit.of, comments, row, before, after))
            return conflict(Messages::tr("comment %1 differs").arg(name));
        if (after
            && ((after->mention != 0 && !isMention(after->mention))
                || (after->proposal != 0 && !found->proposal(after->proposal))
                // Only to earlier ones, so that parents never make a circle.
                || (after->parent != 0 && (after->parent >= after->id || !found->comment(after->parent))
                    && !(before && before->parent == after->parent))))
            return broken(Messages::tr("comment %1 is on something that is not there").arg(name));
        const auto isReply = [&](const Comment &comment) { return comment.parent == before->id; };
        if (!after && std::any_of(comments.cbegin(), comments.cend(), isReply))
            return broken(Messages::tr("comment %1 has replies").arg(name));
        const Comment *thread = found->threadOf(after ? after->parent : before->parent);
        const MentionId mention = thread ? thread->mention : after ? after->mention : before->mention;
        if (mention != 0)
            judge(mention);
        put(comments, row, before, after);
    } else {
        const auto before = as<Proposal>(edit.before);
        const auto after = as<Proposal>(edit.after);
        const QString name = nameOf(after ? *after : *before);
        const qsizetype row = rowFor(found->proposals, before, after);
        if (!fits(reviews, edit.of, found->proposals, row, before, after))
            return conflict(Messages::tr("proposal %1 differs").arg(name));
        if (after && after->mention.spans.isEmpty())
            return broken(Messages::tr("proposal %1 has no span").arg(name));
        for (const Span &span : after ? after->mention.spans : QList<Span>()) {
            if (span.begin < 0 || span.isEmpty() || span.end > text.length())
                return broken(Messages::tr("proposal %1 lies outside the text").arg(name));
        }
        const auto isOn = [&](const Comment &comment) { return comment.proposal == before->id; };
        if (!after && std::any_of(found->comments.cbegin(), found->comments.cend(), isOn))
            return broken(Messages::tr("proposal %1 has comments").arg(name));
        for (const std::optional<Proposal> &side : {before, after}) {
            if (side)
                change.places.append(side->mention.extent());
        }
        put(found->proposals, row, before, after);
    }
    change.layer = edit.of;
    change.hasReviewChanged = true;
    return {};
}

} // namespace dateline
