// SPDX-License-Identifier: Apache-2.0
#include "review/versionmerging.h"

#include "annotation/textcorrection.h"
#include "review/layermerging_p.h"
#include "review/reviewids.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace dateline {

namespace {

struct Messages
{
    Q_DECLARE_TR_FUNCTIONS(dateline::Review)
};

/// Their article in our numbers of agents; agents that we do not have come in.
struct Renumbering
{
    AnnotatedArticle &merged;
    QHash<AgentId, AgentId> agents;

    void take(const AnnotatedArticle &article)
    {
        for (Agent agent : article.agents) {
            const auto isSame = [&](const Agent &known) {
                return agent.uid.isEmpty() ? known.uid.isEmpty() && known.kind == agent.kind && known.name == agent.name
                                           : known.uid == agent.uid;
            };
            const auto known = std::find_if(merged.agents.cbegin(), merged.agents.cend(), isSame);
            const AgentId own = agent.id;
            if (known == merged.agents.cend()) {
                agent.id = merged.nextAgentId();
                merged.agents.append(agent);
                agents.insert(own, agent.id);
            } else {
                agents.insert(own, known->id);
            }
        }
    }

    [[nodiscard]] AnnotatedArticle renumbered(AnnotatedArticle article) const
    {
        const auto map = [this](AgentId &id) { id = agents.value(id); };
        visitAgents(article.head, map);
        for (Layer &layer : article.layers) {
            map(layer.info.by);
            visitAgents(layer.info, map);
            for (Entity &entity : layer.entities)
                visitAgents(entity, map);
            MentionStore mentions;
            layer.mentions.forEach([&](Mention mention) {
                visitAgents(mention, map);
                mentions.insert(mention);
            });
            layer.mentions = mentions;
        }
        for (Review &review : article.reviews)
            visitIds(review, map, [](LayerId &) {});
        return article;
    }
};

class VersionMerger
{
public:
    VersionMerger(const AnnotatedArticle &base, const AnnotatedArticle &ours, const AnnotatedArticle &theirs)
        : m_base(base)
        , m_theirs(theirs)
        , m_merged(ours)
    {
        Renumbering ofBase{m_merged, {}};
        ofBase.take(base);
        m_base = ofBase.renumbered(base);
        Renumbering ofTheirs{m_merged, {}};
        ofTheirs.take(theirs);
        m_theirs = ofTheirs.renumbered(theirs);
    }

    AnnotatedArticle run()
    {
        mergeHead();
        const QList<Layer> ours = m_merged.layers;
        for (const Layer &layer : std::as_const(m_theirs.layers))
            mergeLayer(ours, layer);
        for (const Layer &layer : ours)
            dropWhatTheyDropped(layer);
        for (const Review &review : std::as_const(m_theirs.reviews))
            mergeReview(review);
        tellTheRest();
        return m_merged;
    }

    QList<VersionConflict> conflicts;
    IssueList issues;

private:
    void mergeHead()
    {
        Head &head = m_merged.head;
        const std::array<std::pair<const char *, QString Head::*>, 8> fields{{{QT_TR_NOOP("title"), &Head::title},
                                                                              {QT_TR_NOOP("published"), &Head::published},
                                                                              {QT_TR_NOOP("byline"), &Head::byline},
                                                                              {QT_TR_NOOP("agency"), &Head::agency},
                                                                              {QT_TR_NOOP("place"), &Head::place},
                                                                              {QT_TR_NOOP("url"), &Head::url},
                                                                              {QT_TR_NOOP("rights"), &Head::rights},
                                                                              {QT_TR_NOOP("language"), &Head::language}}};
        for (const auto &[name, field] : fields) {
            const QString ours = head.*field;
            if (!merging::pick(m_base.head.*field, m_theirs.head.*field, head.*field))
                conflicts.append({VersionConflict::Field::Head, 0, 0, 0, Messages::tr(name), ours, m_theirs.head.*field, {}});
        }
        for (const Attribute &attribute :
             merging::pickAttributes(m_base.head.attributes, m_theirs.head.attributes, head.attributes))
            conflicts.append({VersionConflict::Field::Attribute, 0, 0, 0, attribute.name, {}, attribute.value, {}});
        merging::uniteByTime(m_base.head.events, m_theirs.head.events, head.events);
    }

    [[nodiscard]] static const Layer *byUid(const QList<Layer> &layers, const QString &uid)
    {
        const auto found = std::find_if(layers.cbegin(), layers.cend(),
                                        [&](const Layer &layer) { return !uid.isEmpty() && layer.info.uid == uid; });
        return found == layers.cend() ? nullptr : &*found;
    }

    [[nodiscard]] bool isDetectors(const Layer &layer) const
    {
        const Agent *author = m_merged.agent(layer.info.by);
        return layer.info.stage == Stage::Suggested && author && author->kind == AgentKind::Detector;
    }

    /// The layer of ours that theirs goes with; null: it is new to us.
    [[nodiscard]] const Layer *counterpart(const QList<Layer> &ours, const Layer &theirs) const
    {
        if (const Layer *same = byUid(ours, theirs.info.uid))
            return same;
        for (const Layer &layer : ours) {
            const bool isFree = !byUid(m_theirs.layers, layer.info.uid);
            const bool areBothNew = layer.info.uid.isEmpty() == theirs.info.uid.isEmpty();
            if (isFree && areBothNew && layer.info.by == theirs.info.by && !isDetectors(layer) && !isDetectors(theirs))
                return &layer;
        }
        return nullptr;
    }

    void mergeLayer(const QList<Layer> &ours, const Layer &theirs)
    {
        const Layer *present = counterpart(ours, theirs);
        if (present) {
            m_layers.insert(theirs.info.id, present->info.id);
            const Layer *base = byUid(m_base.layers, theirs.info.uid);
            if (!base)
                base = byUid(m_base.layers, present->info.uid);
            if (!base)
                base = m_base.detectorLayer();
            merging::LayerMerger merger(m_merged.text, base ? *base : Layer{}, *present, theirs);
            const Layer merged = merger.run();
            conflicts += merger.conflicts;
            for (Layer &layer : m_merged.layers) {
                if (layer.info.id == present->info.id)
                    layer = merged;
            }
            if (base && theirs.relations != base->relations && theirs.relations != present->relations)
                tell(Messages::tr("Their relations between mentions differ and stay out."));
            return;
        }
        // Suggestions that we have made a layer of our own of: they are in it.
        const Layer *base = byUid(m_base.layers, theirs.info.uid);
        if (base && (isDetectors(theirs) || base->mentions == theirs.mentions))
            return;
        Layer added = theirs;
        added.info.id = m_merged.nextLayerId();
        added.info.from.clear();
        for (const LayerId from : theirs.info.from) {
            if (const LayerId known = m_layers.value(from))
                added.info.from.append(known);
        }
        m_layers.insert(theirs.info.id, added.info.id);
        if (!added.relations.isEmpty() || !added.foreignXml.isEmpty())
            tell(Messages::tr("Their relations between mentions differ and stay out."));
        m_merged.layers.append(added);
    }

    /// A layer that they dropped and we left alone: suggestions that became a person's layer there.
    void dropWhatTheyDropped(const Layer &ours)
    {
        const Layer *base = byUid(m_base.layers, ours.info.uid);
        const auto isReviewed = [&](const Review &review) { return review.of == ours.info.id; };
        if (!base || byUid(m_theirs.layers, ours.info.uid) || !isDetectors(ours) || !(base->mentions == ours.mentions)
            || std::any_of(m_merged.reviews.cbegin(), m_merged.reviews.cend(), isReviewed))
            return;
        m_merged.layers.removeIf([&](const Layer &layer) { return layer.info.id == ours.info.id; });
    }

    void mergeReview(Review review)
    {
        const LayerId theirLayer = review.of;
        review.of = m_layers.value(theirLayer);
        const Layer *layer = m_merged.layer(review.of);
        if (!layer)
            return;
        const Review *base = nullptr;
        for (const Review &candidate : std::as_const(m_base.reviews)) {
            const Layer *reviewed = m_base.layer(candidate.of);
            const Layer *wanted = m_theirs.layer(theirLayer);
            if (candidate.by == review.by && reviewed && wanted && reviewed->info.uid == wanted->info.uid)
                base = &candidate;
        }
        const auto ours = std::find_if(m_merged.reviews.begin(), m_merged.reviews.end(), [&](const Review &candidate) {
            return candidate.of == review.of && candidate.by == review.by;
        });
        if (base && ours != m_merged.reviews.end()) {
            // What we took back stays away; what only they changed (a proposal withdrawn) changes here.
            review.verdicts.removeIf([&](const Verdict &v) { return base->verdicts.contains(v) && !ours->verdicts.contains(v); });
            review.comments.removeIf([&](const Comment &c) { return base->comments.contains(c) && !ours->comment(c.id); });
            review.proposals.removeIf([&](const Proposal &p) { return base->proposals.contains(p) && !ours->proposal(p.id); });
            for (Proposal &proposal : ours->proposals)
                mergeProposal(*base, review, proposal);
        }
        const auto isGone = [&](MentionId id) { return id != 0 && !layer->mentions.find(id); };
        review.verdicts.removeIf([&](const Verdict &verdict) { return isGone(verdict.mention); });
        for (Comment &comment : review.comments)
            comment.mention = isGone(comment.mention) ? 0 : comment.mention;
        uniteReview(m_merged.reviews, review);
    }

    void mergeProposal(const Review &base, Review &theirs, Proposal &ours)
    {
        const Proposal *was = base.proposal(ours.id);
        const Proposal *other = theirs.proposal(ours.id);
        if (!was || !other || *other == ours)
            return;
        if (*was == ours)
            ours = *other;
        else if (!(*was == *other))
            conflicts.append({VersionConflict::Field::Proposal, theirs.of, 0, 0,
                              m_merged.text.view(ours.mention.extent()).toString(), toName(ours.mention.status),
                              toName(other->mention.status), ours.mention.extent()});
        const Proposal settled = ours;
        for (Proposal &proposal : theirs.proposals) {
            if (proposal.id == settled.id)
                proposal = settled;
        }
    }

    void tell(const QString &message)
    {
        const Issue issue{Severity::Warning, message, {}, 0, -1};
        if (!issues.contains(issue))
            issues.append(issue);
    }

    void tellTheRest()
    {
        if (!(m_theirs.tagset == m_base.tagset) && !(m_theirs.tagset == m_merged.tagset))
            tell(Messages::tr("Their list of types differs and stays out: set it here as well if you want it."));
        if (!(m_theirs.source == m_base.source) && !(m_theirs.source == m_merged.source))
            tell(Messages::tr("Their description of the source differs and stays out."));
        if (m_theirs.foreignXml != m_base.foreignXml && m_theirs.foreignXml != m_merged.foreignXml)
            tell(Messages::tr("Their content of other programs differs and stays out."));
    }

    AnnotatedArticle m_base;
    AnnotatedArticle m_theirs;
    AnnotatedArticle m_merged;
    QHash<LayerId, LayerId> m_layers; ///< theirs -> ours
};

/// `article` with the text of `like`.
Result<Transaction> correction(AnnotatedArticle &article, const AnnotatedArticle &like, const Author &author, const QDateTime &at)
{
    Result<TextCorrection> corrected = correctTextTo(article, like.text.text(), author, at);
    if (!corrected)
        return corrected.error();
    if (const Result<ArticleChange> done = article.apply(corrected.value().transaction); !done)
        return done.error();
    return corrected.value().transaction;
}

} // namespace

Result<MergedVersions> mergeVersions(const AnnotatedArticle &base, const AnnotatedArticle &ours, const AnnotatedArticle &theirs,
                                     const Author &author, const QDateTime &at)
{
    MergedVersions merged;
    AnnotatedArticle ancestor = base;
    AnnotatedArticle mine = ours;
    AnnotatedArticle other = theirs;
    const QString text = base.text.text();
    const bool didWeCorrect = ours.text.text() != text;
    const bool didTheyCorrect = theirs.text.text() != text;
    if (didWeCorrect && didTheyCorrect && ours.text.text() != theirs.text.text())
        return Error{ErrorKind::Conflict,
                     Messages::tr("The text was corrected here and there in different ways. Keep yours under another name, or "
                                  "open theirs and correct it there."),
                     {},
                     0};
    if (didTheyCorrect && !didWeCorrect) {
        const Result<Transaction> corrected = correction(mine, theirs, author, at);
        if (!corrected)
            return corrected.error();
        merged.transactions.append(corrected.value());
    }
    if (didWeCorrect || didTheyCorrect) {
        for (AnnotatedArticle *article : {&ancestor, &other}) {
            if (article->text.text() == mine.text.text())
                continue;
            const Result<Transaction> corrected = correction(*article, mine, author, at);
            if (!corrected)
                return corrected.error();
        }
    }
    VersionMerger merger(ancestor, mine, other);
    const AnnotatedArticle result = merger.run();
    merged.transactions += transactionsBetween(mine, result, Messages::tr("Merge the version on the disk"), at);
    merged.conflicts = merger.conflicts;
    merged.issues = merger.issues;
    return merged;
}

QString describe(const VersionConflict &conflict)
{
    const auto fieldName = [&]() -> QString {
        switch (conflict.field) {
        case VersionConflict::Field::Status:
            return Messages::tr("the status");
        case VersionConflict::Field::Type:
            return Messages::tr("the type");
        case VersionConflict::Field::Entity:
            return Messages::tr("the entity");
        case VersionConflict::Field::Place:
            return Messages::tr("the boundaries");
        case VersionConflict::Field::Normal:
            return Messages::tr("the normal form");
        case VersionConflict::Field::Link:
            return Messages::tr("the link");
        case VersionConflict::Field::Unsure:
            return Messages::tr("the doubt");
        case VersionConflict::Field::Attribute:
            return Messages::tr("an attribute");
        case VersionConflict::Field::Name:
            return Messages::tr("the name");
        case VersionConflict::Field::Stage:
            return Messages::tr("the stage");
        case VersionConflict::Field::Head:
            return Messages::tr("a property of the article");
        case VersionConflict::Field::Removed:
            return Messages::tr("whether it is there");
        case VersionConflict::Field::Proposal:
            return Messages::tr("the proposal");
        }
        return {};
    };
    return Messages::tr("“%1”: both changed %2. Here: “%3”, there: “%4”. Yours stays.")
        .arg(conflict.what, fieldName(), conflict.ours, conflict.theirs);
}

} // namespace dateline
