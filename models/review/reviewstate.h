// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "annotation/annotatedarticle.h"

#include <QString>

#include <optional>

namespace dateline {

/// Where a mention stands in a review.
enum class ReviewMark : quint8 {
    Undecided,
    Approved,
    Returned,
    Changed, ///< has a verdict, but it or its entity was changed since: wants another one
};

struct ReviewedMention
{
    MentionId mention = 0;
    QString type;
    Span place; ///< extent, UTF-16
    ReviewMark mark = ReviewMark::Undecided;
    std::optional<Verdict> verdict; ///< the one that counts, also of Changed
    QDateTime changed;              ///< last change of it or its entity; invalid: never
    qsizetype comments = 0;         ///< in all threads on it
    bool isAnswered = false;        ///< the annotator commented since the verdict
    bool isLowConfidence = false;
};

struct ReviewedProposal
{
    ProposalId proposal = 0;
    AgentId review = 0; ///< author of the review that holds it
    QString type;
    Span place;
    MentionId taken = 0;      ///< the annotator's copy; 0: none
    bool isWithdrawn = false; ///< by the reviewer
    bool isAnswered = false;  ///< the annotator commented on it
    qsizetype comments = 0;
};

/// A comment and its replies.
struct CommentThread
{
    AgentId review = 0; ///< author of the review that holds it
    MentionId mention = 0;
    ProposalId proposal = 0;
    Span place;                ///< of what it is on; empty: the article
    QList<CommentId> comments; ///< the first one, then the replies by time
    bool isOpen = false;       ///< the last word is not the annotator's
};

struct ReviewCounts
{
    qsizetype undecided = 0;
    qsizetype approved = 0;
    qsizetype returned = 0;
    qsizetype changed = 0;
    qsizetype lowConfidence = 0;
    qsizetype threads = 0;   ///< of comments
    qsizetype proposals = 0; ///< neither taken nor withdrawn
    bool operator==(const ReviewCounts &) const = default;
};

/// A layer as its reviews see it. A value.
struct ReviewState
{
    LayerId layer = 0;
    QList<ReviewedMention> mentions;   ///< live ones and those that a review speaks of; in text order
    QList<ReviewedProposal> proposals; ///< all, in text order
    QList<CommentThread> threads;      ///< on the article, then in text order
    ReviewCounts counts;
};

/// Confidence below which a mention is marked as low, unless told otherwise.
inline constexpr double LowConfidenceLimit = 0.6;

/// `reviewer`: whose review counts; 0: all of them, where returned outweighs changed, and that approved.
/// Pure; O(n log n) in mentions, verdicts, comments and events together.
[[nodiscard]] ReviewState reviewState(const AnnotatedArticle &article, LayerId layer, AgentId reviewer = 0,
                                      double lowConfidence = LowConfidenceLimit);

/// What of a layer is listed.
struct ReviewFilter
{
    enum class Show { All, ToReview, Returned, Commented, LowConfidence };
    Show show = Show::All; ///< ToReview: undecided or changed
    QString type;          ///< empty: every type
};
[[nodiscard]] bool matches(const ReviewedMention &mention, const ReviewFilter &filter);
/// In text order.
[[nodiscard]] QList<ReviewedMention> filtered(const ReviewState &state, const ReviewFilter &filter);
/// The next mention to review after this one in the text (before it, when not `forward`), then round the
/// end; 0: none is left. A mention that is not there (0): from `caret` on.
[[nodiscard]] MentionId nextToReview(const ReviewState &state, MentionId from, qsizetype caret = 0, bool forward = true);

/// "3 returned, 2 comments, 1 proposed", without what there is none of; empty: nothing at all.
[[nodiscard]] QString describe(const ReviewCounts &counts);

/// Reasons that were given for returns in this article, the latest first, none twice whatever its
/// case. `reviewer` 0: of all.
[[nodiscard]] QStringList recentReasons(const AnnotatedArticle &article, AgentId reviewer = 0, qsizetype atMost = 9);

/// Something that came back to the annotator and waits for them.
struct ReturnedItem
{
    enum class Kind { Mention, Comment, Proposal };
    Kind kind = Kind::Mention;
    MentionId mention = 0;   ///< returned or commented; 0: the article or a proposal
    CommentId thread = 0;    ///< of a comment: the first of its thread
    ProposalId proposal = 0; ///< proposed or commented
    Span place;              ///< empty: the article
    QString text;            ///< the reason, the last comment, or the proposed words
    AgentId by = 0;
    QDateTime at;
};
/// Returned and neither changed nor answered, comments without an answer, proposals neither taken,
/// withdrawn nor answered; of all reviews of the layer, what is on the article first, then in text order.
[[nodiscard]] QList<ReturnedItem> returnedItems(const AnnotatedArticle &article, LayerId layer);
/// The same where the state is known: that of all reviews of a layer.
[[nodiscard]] QList<ReturnedItem> returnedItems(const AnnotatedArticle &article, const ReviewState &state);

} // namespace dateline
