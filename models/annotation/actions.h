// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "annotation/transactionbuilder.h"

namespace dateline {

/// Builds one Transaction out of a user's action on one layer. Works on a copy of the article
/// (cheap), so later calls see earlier ones. The first change turns the detector's layer into
/// the author's own. Records events with author and time. Calls that would change nothing add
/// nothing. Of another person's layer it changes nothing at all (see ReviewBuilder). Pure values; any
/// thread.
class ActionBuilder : public TransactionBuilder
{
public:
    /// `layer` is the author's layer or the detector's.
    ActionBuilder(const AnnotatedArticle &article, LayerId layer, const Author &author, const QDateTime &at);

    void setStatus(MentionId mention, Status status); ///< accept, reject, withdraw, restore
    /// Rejects a suggestion, withdraws the author's own mention.
    void reject(MentionId mention);
    void retype(MentionId mention, const QString &type);     ///< leaves its entity if others keep the old type
    void retypeEntity(EntityId entity, const QString &type); ///< with all its live mentions
    void setSpans(MentionId mention, const QList<Span> &spans);
    /// Accepted, origin = author. Joins the entity of that type and name (case-insensitive) or
    /// makes one. Returns the new id.
    MentionId add(const Span &span, const QString &type);
    void acceptEntity(EntityId entity); ///< its suggested mentions
    void rejectEntity(EntityId entity); ///< its live mentions
    void rename(EntityId entity, const QString &name);
    void setEntityLink(EntityId entity, const QString &uri);
    void merge(EntityId from, EntityId into); ///< mentions of `from` join `into`; `from` goes
    /// A new entity for these mentions; returns its id, 0 when there is nothing to split.
    EntityId split(const QList<MentionId> &mentions, const QString &name = {});
    void setEntityAttribute(EntityId entity, const QString &name, const QString &value); ///< empty value removes
    void addEntityNote(EntityId entity, const QString &text);
    void setLink(MentionId mention, const QString &uri);
    void setNorm(MentionId mention, const QString &norm);
    void setNote(MentionId mention, const QString &text); ///< the author's one note; empty removes
    void setUnsure(MentionId mention, bool isUnsure);
    void setAttribute(MentionId mention, const QString &name, const QString &value);
    /// Replaces title, date, …; events and attributes stay.
    void setHead(const Head &head);
    void setStage(Stage stage); ///< submit
    /// setStage(Submitted), if the stage allows it; else Conflict with a sentence that says why not.
    Result<void> submit();
    /// Accepted copy of what a reviewer proposed, origin = reviewer. Returns its id; 0 when the
    /// proposal is not there, is withdrawn, or was taken.
    MentionId takeProposal(ProposalId proposal);
    /// Answers to a review of the layer: to a comment, a verdict, a proposal. Return the new comment's
    /// id; 0 when there is nothing to say or to answer.
    CommentId reply(CommentId comment, const QString &text);
    CommentId answer(MentionId mention, const QString &text);
    CommentId answerProposal(ProposalId proposal, const QString &text);
    /// Detect again: removes undecided suggestions of `by` (a detector, matched by uid, added when
    /// missing), adds those of `fresh` that do not overlap what a person decided. Entities are joined
    /// by type and name.
    void replaceSuggestions(const Layer &fresh, const Agent &by);

    [[nodiscard]] LayerId layer() const { return m_layer; } ///< the author's layer after the first change

private:
    void adopt();
    void change(const Mention &before, Mention after, const QString &action, const QString &from, const QString &to);
    void changeEntity(const Entity &before, Entity after, const QString &action, const QString &from, const QString &to);
    void dropIfUnused(EntityId entity);
    EntityId entityFor(const QString &type, const QString &name);
    [[nodiscard]] const Layer &current() const;
    [[nodiscard]] const Mention *mention(MentionId id) const { return current().mentions.find(id); }
};

} // namespace dateline
