// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "annotation/actions.h"

#include <QCoreApplication>

namespace dateline {

/// Ok when a layer may go from one stage to the other: draft or returned -> submitted (the
/// annotator), submitted -> returned or approved, returned -> approved, approved -> returned (the
/// reviewer). Else Conflict, with a sentence that says what has to happen first.
[[nodiscard]] Result<void> checkStage(Stage from, Stage to);

/// Builds one Transaction out of a reviewer's action on another person's layer. Like ActionBuilder
/// it works on a copy of the article, so later calls see earlier ones, and calls that would change
/// nothing add nothing. Of the layer only the stage ever changes, when the review is finished; all
/// else goes into the reviewer's own review, begun with the first action. Pure values; any thread.
class ReviewBuilder : public TransactionBuilder
{
    Q_DECLARE_TR_FUNCTIONS(dateline::ReviewBuilder)

public:
    /// `layer` is of another person; of any other layer every call does nothing (it is 0 inside).
    ReviewBuilder(const AnnotatedArticle &article, LayerId layer, const Author &reviewer, const QDateTime &at);

    /// True when `layer` may be reviewed by this author.
    [[nodiscard]] static bool canReview(const AnnotatedArticle &article, LayerId layer, const Author &reviewer);

    void approve(MentionId mention);
    void returnMention(MentionId mention, const QString &reason = {});
    /// Takes back the reviewer's verdicts on it since the layer was last submitted, at least the last
    /// one: as if the reviewer had not come to it yet.
    void clearVerdict(MentionId mention);
    /// Its live mentions that have no verdict of the reviewer, or were changed since: neither those
    /// approved nor those returned get another one.
    void approveEntity(EntityId entity);
    /// All such mentions of the layer.
    void approveRest();

    /// Comments return the new id; 0 when there is nothing to say or nothing to say it on.
    CommentId comment(MentionId mention, const QString &text);
    CommentId commentOnProposal(ProposalId proposal, const QString &text);
    CommentId commentOnArticle(const QString &text);
    /// Joins the thread, whoever's review it is in.
    CommentId reply(CommentId comment, const QString &text);

    /// What the annotator missed. Without a name the annotator's copy joins the entity of those words.
    ProposalId propose(const Span &span, const QString &type, const QString &entityName = {});
    void withdraw(ProposalId proposal); ///< the reviewer's own; stays in the file as withdrawn

    /// Ends the review: the layer gets the stage and an event of the reviewer's. Conflict when the
    /// stage does not allow it, or when mentions are still returned.
    Result<void> finishReturned();
    Result<void> finishApproved();

private:
    void begin();
    void judge(MentionId mention, Decision decision, const QString &reason);
    qsizetype approveOpen(const QList<MentionId> &mentions);
    CommentId say(const Comment &comment, AgentId review, const QString &label);
    Result<void> finishAs(Stage stage, const QString &action, const QString &label);
    [[nodiscard]] const Layer &layer() const { return *m_article.layer(m_layer); }
    [[nodiscard]] const Review &review() const; ///< empty before it is begun
    [[nodiscard]] bool isCurrent(const Verdict &verdict, const Mention &mention) const;
    [[nodiscard]] QString words(const Mention &mention) const;
};

} // namespace dateline
