// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "annotation/edit.h"
#include "annotation/tagset.h"
#include "base/result.h"
#include "text/articletext.h"

namespace dateline {

/// Where the text came from.
struct Source
{
    QString href;   ///< file name or URL as given
    QString format; ///< media type ("text/plain")
    QString encoding;
    QString sha256;    ///< of the source's bytes
    QString retrieved; ///< ISO UTC; empty: unknown
    bool operator==(const Source &) const = default;
};

/// An article with everything said about it. A value: copies share until one changes, so a
/// worker may keep a snapshot while the window edits. After loading only apply() changes it.
class AnnotatedArticle
{
public:
    ArticleText text;
    Head head;
    Source source;
    Tagset tagset = Tagset::news();
    QList<Agent> agents;
    QList<Layer> layers;
    QList<Review> reviews;     ///< one a layer and reviewer
    QString foreignXml;        ///< foreign elements of the root, kept on re-save
    QString foreignNamespaces; ///< xmlns declarations that those need

    bool operator==(const AnnotatedArticle &) const = default;

    [[nodiscard]] const Layer *layer(LayerId id) const;
    [[nodiscard]] const Agent *agent(AgentId id) const;
    [[nodiscard]] const Agent *agentByUid(QStringView uid) const;
    /// The newest layer by this agent; null: none.
    [[nodiscard]] const Layer *layerBy(AgentId agent) const;
    /// The detector's layer; null: none.
    [[nodiscard]] const Layer *detectorLayer() const;
    [[nodiscard]] AgentId nextAgentId() const;
    [[nodiscard]] LayerId nextLayerId() const;
    /// The review of this layer by this agent; null: none.
    [[nodiscard]] const Review *review(LayerId of, AgentId by) const;
    /// The review of this layer that holds the comment (the proposal); null: none.
    [[nodiscard]] const Review *reviewWithComment(LayerId of, CommentId comment) const;
    [[nodiscard]] const Review *reviewWithProposal(LayerId of, ProposalId proposal) const;
    [[nodiscard]] CommentId nextCommentId(LayerId of) const;
    [[nodiscard]] ProposalId nextProposalId(LayerId of) const;
    /// The head's title, else the text's.
    [[nodiscard]] QString title() const;

    /// Applies all edits or none. ErrorKind::Conflict when a `before` differs from the present
    /// state, Malformed when an `after` breaks a rule (span outside the text, unknown entity, a verdict
    /// on a mention that is not there).
    Result<ArticleChange> apply(const Transaction &transaction);
    /// Loading only: appends a layer (the detector's) with its agent; fixes ids that are taken.
    /// Returns the layer's id.
    LayerId addLayer(Layer layer, const Agent &by);

private:
    friend class TransactionBuilder; ///< applies its own edits in place, one at a time
    Result<void> applyOne(const Edit &edit, ArticleChange &change);
    Result<void> applyText(const TextEdit &edit, ArticleChange &change);
    Result<void> applyReview(const ReviewEdit &edit, ArticleChange &change);
    [[nodiscard]] Layer *mutableLayer(LayerId id);
};

} // namespace dateline

Q_DECLARE_METATYPE(dateline::AnnotatedArticle)
