// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "annotation/mention.h"

#include <QHash>

#include <variant>

namespace dateline {

struct Layer;

/// Unique among all reviews of one layer; written as "c1" and "p1". 0: none.
using CommentId = quint32;
using ProposalId = quint32;

enum class Decision : quint8 { Approve, Return };

/// What a reviewer says of a mention.
struct Verdict
{
    MentionId mention = 0;
    Decision decision = Decision::Approve;
    AgentId by = 0; ///< 0: the review's author
    QDateTime at;
    QString reason; ///< in words; empty: none given
    bool operator==(const Verdict &) const = default;
};

/// A remark on a mention, on a proposal, or (neither) on the article; with a parent a reply, which
/// belongs to what the first comment of its thread is on.
struct Comment
{
    CommentId id = 0;
    CommentId parent = 0; ///< a comment of the same review; 0: begins a thread
    MentionId mention = 0;
    ProposalId proposal = 0;
    AgentId by = 0;
    QDateTime at;
    QString text;
    bool operator==(const Comment &) const = default;
};

/// What the reviewer missed. The annotator takes it as a copy. Withdrawn by the mention's status.
struct Proposal
{
    ProposalId id = 0;
    AgentId by = 0;
    QDateTime at;
    Mention mention; ///< its id has no meaning outside; `entity` is one of the reviewed layer
    bool operator==(const Proposal &) const = default;
};

/// The attribute of a proposal's mention that names its entity, which the layer may not have yet.
inline constexpr QLatin1StringView EntityNameAttribute{"entityName"};

/// All that one reviewer says of one layer, with the answers. One a layer and reviewer. A value.
struct Review
{
    LayerId of = 0;
    AgentId by = 0;
    QDateTime started;
    QList<Verdict> verdicts;   ///< in the order they were made: of several on a mention the last counts
    QList<Comment> comments;   ///< by id
    QList<Proposal> proposals; ///< by id
    QString foreignXml;        ///< elements of foreign namespaces, kept on re-save

    bool operator==(const Review &) const = default;
    /// The verdict that counts; null: none. O(verdicts); for many mentions use latestVerdicts().
    [[nodiscard]] const Verdict *verdictOn(MentionId mention) const;
    /// Null when absent. O(log n).
    [[nodiscard]] const Comment *comment(CommentId id) const;
    [[nodiscard]] const Proposal *proposal(ProposalId id) const;
    /// The first comment of the thread; null when absent.
    [[nodiscard]] const Comment *threadOf(CommentId id) const;
};

/// That a review was begun: the part of it that is not in its lists.
struct ReviewStart
{
    QDateTime started;
    bool operator==(const ReviewStart &) const = default;
};

/// What an edit of a review changes.
using ReviewItem = std::variant<ReviewStart, Verdict, Comment, Proposal>;

/// Rows in `review.verdicts` of those that count, by mention. O(verdicts).
[[nodiscard]] QHash<MentionId, qsizetype> latestVerdicts(const Review &review);
/// The latest time of an event; invalid: none has one.
[[nodiscard]] QDateTime lastEvent(const QList<Event> &events);
/// When the mention, or the entity that it names, was last changed; invalid: never.
[[nodiscard]] QDateTime lastChange(const Layer &layer, const Mention &mention);
/// True when the mention, or its entity, was changed after the verdict: it asks for another one.
[[nodiscard]] bool isOutdated(const Verdict &verdict, const QDateTime &lastChange);
/// The name of the entity that a proposal is about; empty: none given.
[[nodiscard]] QString entityName(const Proposal &proposal, const Layer &layer);
/// True when the layer holds the annotator's copy of the proposal, whatever became of it since. O(mentions);
/// for many proposals use takenProposals().
[[nodiscard]] bool isTaken(const Layer &layer, const Proposal &proposal);
/// Mentions that are copies of proposals, by the proposals' ids. O(mentions).
[[nodiscard]] QHash<ProposalId, MentionId> takenProposals(const Layer &layer);

[[nodiscard]] QString toName(Decision decision);
[[nodiscard]] std::optional<Decision> decisionFromName(QStringView name);

} // namespace dateline
