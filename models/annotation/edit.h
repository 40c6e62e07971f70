// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "annotation/layer.h"
#include "annotation/review.h"
#include "text/articletext.h"

#include <QDataStream>
#include <QSet>

#include <optional>
#include <variant>

namespace dateline {

/// What is known of the article beside its text.
struct Head
{
    QString title;
    QString published; ///< ISO date or date-time as given; empty: unknown
    QString byline;
    QString agency;
    QString place;
    QString url;
    QString rights;
    QString language; ///< BCP 47, written as xml:lang; empty: unknown
    QList<Attribute> attributes;
    QList<Event> events;
    bool operator==(const Head &) const = default;
};

/// The edits. Each carries the state before and after and so knows its inverse; none of the
/// two present means "absent" (an addition, a removal). Applying checks `before`.
struct MentionEdit
{
    LayerId layer = 0;
    std::optional<Mention> before;
    std::optional<Mention> after;
    bool operator==(const MentionEdit &) const = default;
};
struct EntityEdit
{
    LayerId layer = 0;
    std::optional<Entity> before;
    std::optional<Entity> after;
    bool operator==(const EntityEdit &) const = default;
};
/// Changes what a layer is, keeping its content: a person's first decision turns the
/// detector's layer into their own; a stage change. Absent before: a new empty layer;
/// absent after: an emptied layer goes. A change of id is allowed.
struct LayerEdit
{
    std::optional<LayerInfo> before;
    std::optional<LayerInfo> after;
    bool operator==(const LayerEdit &) const = default;
};
struct AgentEdit
{
    std::optional<Agent> before;
    std::optional<Agent> after;
    bool operator==(const AgentEdit &) const = default;
};
struct HeadEdit
{
    Head before;
    Head after;
    bool operator==(const HeadEdit &) const = default;
};
/// Changes one piece of the review of layer `of` by agent `by`: that it is begun (absent after: an
/// empty review goes), a verdict, a comment or a proposal.
struct ReviewEdit
{
    LayerId of = 0;
    AgentId by = 0;
    qsizetype row = 0; ///< of a verdict: where it stands or comes to stand in Review::verdicts
    std::optional<ReviewItem> before;
    std::optional<ReviewItem> after;
    bool operator==(const ReviewEdit &) const = default;
};

/// A mention that a correction of the text changes by more than a shift; of a layer, or inside a proposal.
struct TouchedMention
{
    LayerId layer = 0;       ///< its layer, or the one that the proposal is for
    AgentId reviewer = 0;    ///< 0: a mention of the layer
    ProposalId proposal = 0; ///< of the reviewer's
    Mention mention;
    bool operator==(const TouchedMention &) const = default;
};
/// One side of a TextEdit: what stands at its place, and what could not be computed from the other side.
struct TextState
{
    QString words;
    QList<Block> blocks;
    QList<Structure> structures;
    QList<TouchedMention> touched; ///< the same ones, in the same order, on both sides
    bool operator==(const TextState &) const = default;
};
/// Corrects the text: at `at` (UTF-16) before.words become after.words. Mentions of all layers and
/// proposals that end before it stay, those that begin behind it shift; all others must be `touched`.
/// correctText() makes one.
struct TextEdit
{
    qsizetype at = 0;
    TextState before;
    TextState after;
    bool operator==(const TextEdit &) const = default;
};

/// The journal stores an edit's place in this list: new ones go to its end.
using Edit = std::variant<MentionEdit, EntityEdit, LayerEdit, AgentEdit, HeadEdit, ReviewEdit, TextEdit>;

[[nodiscard]] Edit inverted(const Edit &edit);

/// One user action: edits applied together or not at all, one step of undo.
struct Transaction
{
    QString label; ///< translated, names what undo undoes ("Accept 13 mentions of Lavrov")
    QDateTime at;
    QList<Edit> edits;

    bool operator==(const Transaction &) const = default;
    [[nodiscard]] bool isEmpty() const { return edits.isEmpty(); }
    /// The edits' inverses in reverse order, same label.
    [[nodiscard]] Transaction inverse() const;
};

/// What a transaction touched, for views and item models.
struct ArticleChange
{
    LayerId layer = 0;      ///< the layer touched (0: none); layers never mix in one transaction
    QList<MentionId> added; ///< ids of mentions
    QList<MentionId> removed;
    QList<MentionId> changed;
    QSet<EntityId> entities;      ///< added, removed or changed
    bool hasLayerChanged = false; ///< layers came, went or changed their info
    bool hasHeadChanged = false;
    bool hasTextChanged = false;   ///< the text itself: with isReset, every place may have moved
    bool hasReviewChanged = false; ///< a review began or went, or something in it changed
    QList<MentionId> judged;       ///< mentions whose verdicts or comments changed
    bool isReset = false;          ///< everything may differ
    QList<Span> places;            ///< extents to repaint, old and new
};

/// Serialisation of the journal. Reading checks the stream's status and caps sizes.
QDataStream &operator<<(QDataStream &stream, const Transaction &transaction);
QDataStream &operator>>(QDataStream &stream, Transaction &transaction);
QDataStream &operator<<(QDataStream &stream, const Layer &layer);
QDataStream &operator>>(QDataStream &stream, Layer &layer);
QDataStream &operator<<(QDataStream &stream, const Agent &agent);
QDataStream &operator>>(QDataStream &stream, Agent &agent);
QDataStream &operator<<(QDataStream &stream, const Review &review);
QDataStream &operator>>(QDataStream &stream, Review &review);

} // namespace dateline

Q_DECLARE_METATYPE(dateline::ArticleChange)
Q_DECLARE_METATYPE(dateline::Transaction)
