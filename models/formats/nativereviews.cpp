// SPDX-License-Identifier: Apache-2.0
// The part of NativeReader that reads reviews. What they refer to is looked up when all layers have
// their places. Words that a person wrote are never lost: a verdict or a comment whose mention is
// gone becomes a comment on the article.
#include "formats/nativereader_p.h"

#include "base/clock.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace dateline {

namespace {

struct Messages
{
    Q_DECLARE_TR_FUNCTIONS(dateline::NativeFormat)
};

template<typename Item>
void sortById(QList<Item> &items)
{
    std::sort(items.begin(), items.end(), [](const Item &a, const Item &b) { return a.id < b.id; });
}

} // namespace

void NativeReader::readReview()
{
    PendingReview pending;
    pending.line = m_xml.lineNumber();
    pending.of = attribute("of"_L1);
    pending.review.by = agentRef("by"_L1);
    pending.review.started = fromIsoUtc(attribute("started"_L1));
    m_foreign = &pending.review.foreignXml;
    while (nextChild()) {
        const auto name = m_xml.name();
        if (name == u"verdict") {
            PendingVerdict verdict{{}, attribute("mention"_L1), attribute("decision"_L1), m_xml.lineNumber()};
            verdict.verdict.by = agentRef("by"_L1);
            verdict.verdict.at = fromIsoUtc(attribute("at"_L1));
            verdict.verdict.reason = readText();
            pending.verdicts.append(std::move(verdict));
        } else if (name == u"comment") {
            PendingComment comment{{},
                                   attribute("id"_L1),
                                   attribute("parent"_L1),
                                   attribute("mention"_L1),
                                   attribute("proposal"_L1),
                                   m_xml.lineNumber()};
            comment.comment.by = agentRef("by"_L1);
            comment.comment.at = fromIsoUtc(attribute("at"_L1));
            comment.comment.text = readText();
            pending.comments.append(std::move(comment));
        } else if (name == u"proposal") {
            readProposal(pending.proposals);
        } else {
            skip();
        }
    }
    m_foreign = &m_article.foreignXml;
    m_reviews.append(std::move(pending));
}

void NativeReader::readProposal(QList<PendingProposal> &proposals)
{
    PendingProposal pending{{}, attribute("id"_L1), {}, m_xml.lineNumber()};
    pending.proposal.by = agentRef("by"_L1);
    pending.proposal.at = fromIsoUtc(attribute("at"_L1));
    while (nextChild()) {
        if (m_xml.name() == u"mention")
            readMention(pending.mentions);
        else
            skip();
    }
    proposals.append(std::move(pending));
}

MentionId NativeReader::reviewedMention(const PendingReview &pending, const Layer &layer, const QString &id) const
{
    const MentionId mention = m_mentionIds.value(pending.review.of, LocalIds(u'm')).resolve(id);
    return layer.mentions.find(mention) ? mention : 0;
}

void NativeReader::finishReviews()
{
    QMap<LayerId, ReviewIds> ids;
    for (PendingReview &pending : m_reviews) {
        pending.review.of = m_layerIds.resolve(pending.of);
        if (pending.review.of == 0) {
            issue(Severity::Error,
                  Messages::tr("<review of=\"%1\">: there is no such layer. The review is left out.").arg(pending.of),
                  pending.line);
            continue;
        }
        ReviewIds &taken = ids[pending.review.of];
        for (PendingComment &comment : pending.comments)
            comment.comment.id = taken.comments.claim(comment.id);
        for (PendingProposal &proposal : pending.proposals)
            proposal.proposal.id = taken.proposals.claim(proposal.id);
    }
    QuoteAnchor anchor(m_article.text);
    for (PendingReview &pending : m_reviews) {
        const Layer *layer = m_article.layer(pending.review.of);
        if (!layer || m_stop.stop_requested())
            continue;
        ReviewIds &taken = ids[pending.review.of];
        numberReview(pending, taken);
        finishProposals(pending, *layer, anchor);
        finishComments(pending, *layer);
        finishVerdicts(pending, *layer, taken);
        breakCircles(pending);
        Review &review = pending.review;
        const auto same = std::find_if(m_article.reviews.begin(), m_article.reviews.end(),
                                       [&](const Review &other) { return other.of == review.of && other.by == review.by; });
        if (same == m_article.reviews.end()) {
            sortById(review.comments);
            sortById(review.proposals);
            m_article.reviews.append(std::move(review));
            continue;
        }
        issue(Severity::Warning,
              Messages::tr("<review of=\"%1\">: this agent has a review of this layer already; they became one.").arg(pending.of),
              pending.line);
        same->verdicts += review.verdicts;
        same->comments += review.comments;
        same->proposals += review.proposals;
        if (!same->foreignXml.isEmpty() && !review.foreignXml.isEmpty())
            same->foreignXml += u"\n    "_s;
        same->foreignXml += review.foreignXml;
        sortById(same->comments);
        sortById(same->proposals);
    }
    m_reviews.clear();
}

/// Ids are unique among all reviews of a layer in memory, in a file within their review only: the
/// later of two gets another number, and only what is wrong in the review itself is reported.
void NativeReader::numberReview(PendingReview &pending, ReviewIds &ids)
{
    QSet<QString> seen;
    for (PendingComment &entry : pending.comments) {
        if (entry.comment.id == 0)
            entry.comment.id = ids.comments.assign(entry.id);
        if (!entry.id.isEmpty() && seen.contains(entry.id))
            issue(Severity::Error, Messages::tr("The comment id “%1” is used twice in this review.").arg(entry.id), entry.line);
        seen.insert(entry.id);
    }
    seen.clear();
    for (PendingProposal &entry : pending.proposals) {
        if (entry.proposal.id == 0)
            entry.proposal.id = ids.proposals.assign(entry.id);
        if (!entry.id.isEmpty() && seen.contains(entry.id))
            issue(Severity::Error, Messages::tr("The proposal id “%1” is used twice in this review.").arg(entry.id), entry.line);
        seen.insert(entry.id);
    }
}

void NativeReader::finishVerdicts(PendingReview &pending, const Layer &layer, ReviewIds &ids)
{
    for (PendingVerdict &entry : pending.verdicts) {
        Verdict &verdict = entry.verdict;
        verdict.mention = reviewedMention(pending, layer, entry.mention);
        // The schema's rules have reported a decision that is not one.
        const std::optional<Decision> decision = decisionFromName(entry.decision);
        if (verdict.mention == 0)
            issue(
                Severity::Error,
                verdict.reason.isEmpty()
                    ? Messages::tr(
                          "<verdict mention=\"%1\">: there is no such mention in the reviewed layer. The verdict is left "
                          "out.")
                          .arg(entry.mention)
                    : Messages::tr("<verdict mention=\"%1\">: there is no such mention in the reviewed layer. The reason is kept "
                                   "as a comment on the article.")
                          .arg(entry.mention),
                entry.line);
        if (verdict.mention != 0 && decision) {
            verdict.decision = *decision;
            pending.review.verdicts.append(verdict);
        } else if (!verdict.reason.isEmpty()) {
            const AgentId by = verdict.by == 0 ? pending.review.by : verdict.by;
            pending.review.comments.append({ids.comments.assign({}), 0, verdict.mention, 0, by, verdict.at, verdict.reason});
        }
    }
}

void NativeReader::finishProposals(PendingReview &pending, const Layer &layer, QuoteAnchor &anchor)
{
    const LocalIds entities = m_entityIds.value(layer.info.id, LocalIds(u'e'));
    for (PendingProposal &entry : pending.proposals) {
        if (entry.mentions.isEmpty())
            continue; // reported by the schema's rules
        PendingMention &mention = entry.mentions.first();
        checkType(mention.mention.type, mention.line, "mention"_L1);
        if (!placeMention(mention, anchor))
            continue;
        const quint32 own = LocalIds(u'm').claim(mention.id);
        mention.mention.id = own != 0 ? own : entry.proposal.id;
        mention.mention.entity = mention.entity.isEmpty() ? 0 : entities.resolve(mention.entity);
        if (!mention.entity.isEmpty() && mention.mention.entity == 0)
            issue(Severity::Error,
                  Messages::tr("<mention entity=\"%1\"> of a proposal: there is no such entity in the reviewed layer.")
                      .arg(mention.entity),
                  mention.line);
        entry.proposal.mention = mention.mention;
        pending.review.proposals.append(entry.proposal);
    }
    sortById(pending.review.proposals);
}

void NativeReader::finishComments(PendingReview &pending, const Layer &layer)
{
    QHash<QString, CommentId> comments;
    for (const PendingComment &entry : std::as_const(pending.comments)) {
        if (!comments.contains(entry.id))
            comments.insert(entry.id, entry.comment.id);
    }
    QHash<QString, ProposalId> proposals;
    for (const PendingProposal &entry : std::as_const(pending.proposals)) {
        if (!proposals.contains(entry.id) && pending.review.proposal(entry.proposal.id))
            proposals.insert(entry.id, entry.proposal.id);
    }
    const auto missing = [this](const PendingComment &entry, QLatin1StringView what, const QString &id) {
        issue(
            Severity::Error,
            Messages::tr(
                "<comment id=\"%1\" %2=\"%3\">: there is no such %2 in the review or its layer. The comment is kept without it.")
                .arg(entry.id, what, id),
            entry.line);
    };
    for (PendingComment &entry : pending.comments) {
        Comment &comment = entry.comment;
        if (!entry.mention.isEmpty()) {
            comment.mention = reviewedMention(pending, layer, entry.mention);
            if (comment.mention == 0)
                missing(entry, "mention"_L1, entry.mention);
        }
        if (!entry.proposal.isEmpty()) {
            comment.proposal = proposals.value(entry.proposal);
            if (comment.proposal == 0)
                missing(entry, "proposal"_L1, entry.proposal);
        }
        if (!entry.parent.isEmpty()) {
            comment.parent = comments.value(entry.parent);
            if (comment.parent == 0)
                missing(entry, "parent"_L1, entry.parent);
        }
        pending.review.comments.append(comment);
    }
}

/// Comments that answer each other in a circle have no beginning: one of them becomes it.
void NativeReader::breakCircles(PendingReview &pending)
{
    QList<Comment> &comments = pending.review.comments;
    QHash<CommentId, qsizetype> rows;
    for (qsizetype row = 0; row < comments.size(); ++row)
        rows.insert(comments.at(row).id, row);
    QList<qsizetype> walk(comments.size(), -1); // from which comment on a row was first reached
    for (qsizetype start = 0; start < comments.size(); ++start) {
        qsizetype row = start;
        while (walk.at(row) < 0) {
            walk[row] = start;
            const auto above = rows.constFind(comments.at(row).parent);
            if (comments.at(row).parent == 0 || above == rows.constEnd())
                break;
            if (walk.at(*above) == start) {
                comments[row].parent = 0;
                issue(Severity::Error,
                      Messages::tr("Comments of a review answer each other in a circle; one of them begins the thread now."),
                      pending.line);
                break;
            }
            row = *above;
        }
    }
}

} // namespace dateline
