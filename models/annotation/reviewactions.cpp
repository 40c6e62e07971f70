// SPDX-License-Identifier: Apache-2.0
#include "annotation/reviewactions.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace dateline {

namespace {

struct Messages
{
    Q_DECLARE_TR_FUNCTIONS(dateline::ReviewBuilder)
};

Error refusal(const QString &sentence) { return {ErrorKind::Conflict, sentence, {}, 0}; }

} // namespace

Result<void> checkStage(Stage from, Stage to)
{
    if (to == Stage::Submitted) {
        if (from == Stage::Draft || from == Stage::Returned)
            return {};
        if (from == Stage::Submitted)
            return refusal(Messages::tr("The article is marked final already: the reviewer has to return it first."));
        if (from == Stage::Suggested)
            return refusal(Messages::tr("These are suggestions only: decide on one of them first."));
        return refusal(Messages::tr("The article is approved already. To change it, ask the reviewer to return it."));
    }
    if (to != Stage::Returned && to != Stage::Approved)
        return refusal(Messages::tr("A layer does not get the stage “%1” in a review.").arg(toName(to)));
    switch (from) {
    case Stage::Submitted:
        return {};
    case Stage::Returned:
        if (to == Stage::Approved)
            return {};
        return refusal(Messages::tr("The article was returned already: the annotator has to mark it final again first."));
    case Stage::Approved:
        if (to == Stage::Returned)
            return {};
        return refusal(Messages::tr("The article is approved already."));
    case Stage::Draft:
        return refusal(Messages::tr("The annotator still works on the article: it has to be marked final first."));
    case Stage::Suggested:
        return refusal(Messages::tr("These are suggestions only: a person has to decide on them first."));
    case Stage::Adjudicated:
        break;
    }
    return refusal(Messages::tr("The article is adjudicated: there is nothing to return or approve."));
}

bool ReviewBuilder::canReview(const AnnotatedArticle &article, LayerId id, const Author &reviewer)
{
    const Layer *layer = article.layer(id);
    const Agent *annotator = layer ? article.agent(layer->info.by) : nullptr;
    return layer && (!annotator || (annotator->kind == AgentKind::Human && annotator->uid != reviewer.uid));
}

ReviewBuilder::ReviewBuilder(const AnnotatedArticle &article, LayerId layer, const Author &reviewer, const QDateTime &at)
    : TransactionBuilder(article, canReview(article, layer, reviewer) ? layer : 0, reviewer, at)
{ }

const Review &ReviewBuilder::review() const
{
    static const Review none;
    const Review *present = m_agent == 0 ? nullptr : m_article.review(m_layer, m_agent);
    return present ? *present : none;
}

void ReviewBuilder::begin()
{
    join();
    if (!m_article.review(m_layer, m_agent))
        put(ReviewEdit{m_layer, m_agent, 0, std::nullopt, ReviewStart{m_at}});
}

QString ReviewBuilder::words(const Mention &mention) const
{
    const QString flat = m_article.text.view(mention.extent()).toString().simplified();
    return flat.size() > 40 ? flat.left(39) + u'…' : flat;
}

bool ReviewBuilder::isCurrent(const Verdict &verdict, const Mention &mention) const
{
    return !isOutdated(verdict, lastChange(layer(), mention));
}

void ReviewBuilder::judge(MentionId mention, Decision decision, const QString &reason)
{
    begin();
    put(ReviewEdit{m_layer, m_agent, review().verdicts.size(), std::nullopt, Verdict{mention, decision, m_agent, m_at, reason}});
}

void ReviewBuilder::approve(MentionId id)
{
    const Mention *mention = m_layer == 0 ? nullptr : layer().mentions.find(id);
    if (!mention)
        return;
    const Verdict *present = review().verdictOn(id);
    if (present && present->decision == Decision::Approve && isCurrent(*present, *mention))
        return;
    m_label = tr("Approve “%1”").arg(words(*mention));
    judge(id, Decision::Approve, {});
}

void ReviewBuilder::returnMention(MentionId id, const QString &reason)
{
    const Mention *mention = m_layer == 0 ? nullptr : layer().mentions.find(id);
    if (!mention)
        return;
    const QString why = reason.trimmed();
    const Verdict *present = review().verdictOn(id);
    if (present && present->decision == Decision::Return && present->reason == why && isCurrent(*present, *mention))
        return;
    m_label = why.isEmpty() ? tr("Return “%1”").arg(words(*mention)) : tr("Return “%1”: %2").arg(words(*mention), why);
    judge(id, Decision::Return, why);
}

void ReviewBuilder::clearVerdict(MentionId id)
{
    const Mention *mention = m_layer == 0 ? nullptr : layer().mentions.find(id);
    if (!mention || !review().verdictOn(id))
        return;
    QDateTime submitted;
    for (const Event &event : layer().info.events) {
        if (event.action == u"submit")
            submitted = event.at;
    }
    bool isFirst = true;
    for (qsizetype row = review().verdicts.size() - 1; row >= 0; --row) {
        const Verdict verdict = review().verdicts.at(row);
        if (verdict.mention != id)
            continue;
        if (!isFirst && submitted.isValid() && verdict.at < submitted)
            break;
        isFirst = false;
        put(ReviewEdit{m_layer, m_agent, row, verdict, std::nullopt});
    }
    m_label = tr("Clear the verdict on “%1”").arg(words(*mention));
}

qsizetype ReviewBuilder::approveOpen(const QList<MentionId> &mentions)
{
    const QHash<MentionId, qsizetype> latest = latestVerdicts(review());
    const QList<Verdict> verdicts = review().verdicts;
    qsizetype count = 0;
    for (const MentionId id : mentions) {
        const Mention *mention = layer().mentions.find(id);
        if (!mention || !mention->isLive())
            continue;
        const auto row = latest.constFind(id);
        if (row != latest.constEnd() && isCurrent(verdicts.at(*row), *mention))
            continue;
        judge(id, Decision::Approve, {});
        ++count;
    }
    return count;
}

void ReviewBuilder::approveEntity(EntityId id)
{
    const Entity *entity = m_layer == 0 ? nullptr : layer().entity(id);
    if (!entity)
        return;
    const QString name = entity->name;
    const qsizetype count = approveOpen(layer().mentionsOf(id));
    if (count > 0)
        m_label = tr("Approve %n mention(s) of %1", nullptr, int(count)).arg(name);
}

void ReviewBuilder::approveRest()
{
    if (m_layer == 0)
        return;
    QList<MentionId> ids;
    ids.reserve(layer().mentions.size());
    layer().mentions.forEach([&](const Mention &mention) { ids.append(mention.id); });
    const qsizetype count = approveOpen(ids);
    if (count > 0)
        m_label = tr("Approve the other %n mention(s)", nullptr, int(count));
}

CommentId ReviewBuilder::say(const Comment &comment, AgentId review, const QString &label)
{
    if (comment.text.trimmed().isEmpty())
        return 0;
    begin();
    m_label = label;
    return TransactionBuilder::say(review == 0 ? m_agent : review, comment);
}

CommentId ReviewBuilder::comment(MentionId id, const QString &text)
{
    const Mention *mention = m_layer == 0 ? nullptr : layer().mentions.find(id);
    if (!mention)
        return 0;
    return say({0, 0, id, 0, 0, {}, text}, 0, tr("Comment on “%1”").arg(words(*mention)));
}

CommentId ReviewBuilder::commentOnProposal(ProposalId id, const QString &text)
{
    const Review *holder = m_layer == 0 ? nullptr : m_article.reviewWithProposal(m_layer, id);
    if (!holder)
        return 0;
    return say({0, 0, 0, id, 0, {}, text}, holder->by,
               tr("Comment on the proposal “%1”").arg(words(holder->proposal(id)->mention)));
}

CommentId ReviewBuilder::commentOnArticle(const QString &text)
{
    return m_layer == 0 ? 0 : say({0, 0, 0, 0, 0, {}, text}, 0, tr("Comment on the article"));
}

CommentId ReviewBuilder::reply(CommentId id, const QString &text)
{
    const Review *holder = m_layer == 0 ? nullptr : m_article.reviewWithComment(m_layer, id);
    if (!holder)
        return 0;
    return say({0, id, 0, 0, 0, {}, text}, holder->by, tr("Reply to a comment"));
}

ProposalId ReviewBuilder::propose(const Span &span, const QString &type, const QString &entityName)
{
    if (m_layer == 0 || span.isEmpty() || span.begin < 0 || span.end > m_article.text.length() || type.isEmpty())
        return 0;
    begin();
    Proposal proposal;
    proposal.id = m_article.nextProposalId(m_layer);
    proposal.by = m_agent;
    proposal.at = m_at;
    proposal.mention.id = proposal.id;
    proposal.mention.type = type;
    proposal.mention.origin = m_agent;
    proposal.mention.spans = {span};
    if (const QString name = entityName.simplified(); !name.isEmpty())
        proposal.mention.attributes.append({EntityNameAttribute, name});
    const TypeDefinition *definition = m_article.tagset.find(type);
    m_label = tr("Propose “%1” as %2").arg(words(proposal.mention), definition ? definition->name : type);
    put(ReviewEdit{m_layer, m_agent, 0, std::nullopt, proposal});
    return proposal.id;
}

void ReviewBuilder::withdraw(ProposalId id)
{
    const Proposal *present = m_layer == 0 ? nullptr : review().proposal(id);
    if (!present || present->mention.status == Status::Withdrawn)
        return;
    const Proposal before = *present;
    Proposal after = before;
    after.mention.status = Status::Withdrawn;
    after.mention.events.append({m_agent, m_at, u"withdraw"_s, {}, {}});
    m_label = tr("Withdraw the proposal “%1”").arg(words(before.mention));
    put(ReviewEdit{m_layer, m_agent, 0, before, after});
}

Result<void> ReviewBuilder::finishAs(Stage stage, const QString &action, const QString &label)
{
    if (m_layer == 0)
        return refusal(tr("This is not another person's layer: there is nothing to review."));
    const LayerInfo before = layer().info;
    if (const Result<void> allowed = checkStage(before.stage, stage); !allowed)
        return allowed;
    begin();
    LayerInfo after = before;
    after.stage = stage;
    after.events.append({m_agent, m_at, action, toName(before.stage), toName(stage)});
    m_label = label;
    put(LayerEdit{before, after});
    return {};
}

Result<void> ReviewBuilder::finishReturned() { return finishAs(Stage::Returned, u"return"_s, tr("Return the article")); }

Result<void> ReviewBuilder::finishApproved()
{
    int returned = 0;
    const QHash<MentionId, qsizetype> latest = latestVerdicts(review());
    for (auto it = latest.begin(); it != latest.end(); ++it) {
        const Verdict &verdict = review().verdicts.at(*it);
        const Mention *mention = layer().mentions.find(verdict.mention);
        returned += verdict.decision == Decision::Return && mention && isCurrent(verdict, *mention) ? 1 : 0;
    }
    if (returned > 0)
        return refusal(tr("%n mention(s) are still returned: approve them, or return the article.", nullptr, returned));
    return finishAs(Stage::Approved, u"approve"_s, tr("Approve the article"));
}

} // namespace dateline
