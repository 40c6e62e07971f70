// SPDX-License-Identifier: Apache-2.0
// The part of ActionBuilder with which an annotator answers a review.
#include "annotation/actions.h"
#include "annotation/reviewactions.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace dateline {

namespace {

struct Messages
{
    Q_DECLARE_TR_FUNCTIONS(dateline::ActionBuilder)
};

QString shortened(const QString &words)
{
    const QString flat = words.simplified();
    return flat.size() > 40 ? flat.left(39) + u'…' : flat;
}

} // namespace

Result<void> ActionBuilder::submit()
{
    const Layer *layer = m_article.layer(m_layer);
    const Agent *by = layer ? m_article.agent(layer->info.by) : nullptr;
    if (!layer)
        return Error{ErrorKind::Conflict, Messages::tr("There is no layer of yours to mark final."), {}, 0};
    // The detector's layer becomes the author's own, a draft, with the first change.
    const bool isSuggested = layer->info.stage == Stage::Suggested && by && by->kind == AgentKind::Detector;
    if (const Result<void> allowed = checkStage(isSuggested ? Stage::Draft : layer->info.stage, Stage::Submitted); !allowed)
        return allowed;
    m_label = Messages::tr("Mark final");
    setStage(Stage::Submitted);
    return {};
}

MentionId ActionBuilder::takeProposal(ProposalId id)
{
    const Review *review = m_article.reviewWithProposal(m_layer, id);
    const Proposal proposal = review ? *review->proposal(id) : Proposal();
    if (proposal.id == 0 || !proposal.mention.isLive() || isTaken(current(), proposal))
        return 0;
    adopt();
    const QString words = m_article.text.view(proposal.mention.extent()).toString().simplified();
    Mention taken = proposal.mention;
    taken.id = current().nextMentionId();
    taken.status = Status::Accepted;
    taken.origin = proposal.by;
    const QString name = entityName(proposal, current());
    taken.entity = entityFor(taken.type, name.isEmpty() ? words : name);
    taken.attributes.removeIf([](const Attribute &attribute) { return attribute.name == EntityNameAttribute; });
    taken.events = {{m_agent, m_at, u"add"_s, u"p%1"_s.arg(id), {}}};
    m_label = Messages::tr("Take the proposal “%1”").arg(shortened(words));
    put(MentionEdit{m_layer, std::nullopt, taken});
    return taken.id;
}

CommentId ActionBuilder::reply(CommentId id, const QString &text)
{
    const Review *review = m_article.reviewWithComment(m_layer, id);
    if (!review)
        return 0;
    const CommentId said = say(review->by, {0, id, 0, 0, 0, {}, text});
    if (said != 0)
        m_label = Messages::tr("Reply to a comment");
    return said;
}

CommentId ActionBuilder::answer(MentionId id, const QString &text)
{
    const Mention *present = mention(id);
    const Review *latest = nullptr;
    QDateTime at;
    for (const Review &review : std::as_const(m_article.reviews)) {
        const Verdict *verdict = review.of == m_layer ? review.verdictOn(id) : nullptr;
        if (verdict && (!latest || verdict->at >= at)) {
            latest = &review;
            at = verdict->at;
        }
    }
    if (!present || !latest)
        return 0;
    const QString label = Messages::tr("Answer on “%1”").arg(shortened(m_article.text.view(present->extent()).toString()));
    const CommentId said = say(latest->by, {0, 0, id, 0, 0, {}, text});
    if (said != 0)
        m_label = label;
    return said;
}

CommentId ActionBuilder::answerProposal(ProposalId id, const QString &text)
{
    const Review *review = m_article.reviewWithProposal(m_layer, id);
    if (!review)
        return 0;
    const QString words = m_article.text.view(review->proposal(id)->mention.extent()).toString();
    const CommentId said = say(review->by, {0, 0, 0, id, 0, {}, text});
    if (said != 0)
        m_label = Messages::tr("Answer on the proposal “%1”").arg(shortened(words));
    return said;
}

} // namespace dateline
