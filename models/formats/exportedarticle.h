// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "annotation/annotatedarticle.h"
#include "base/result.h"

#include <QFlags>
#include <QList>

namespace dateline {

/// What an article can say. A format names what it holds; the rest is lost by writing it.
enum class Feature : quint32 {
    Text = 1U << 0,
    Structure = 1U << 1,      ///< kinds of blocks and stretches that are not found again in the bare text
    Head = 1U << 2,           ///< title, date and the other properties; counted by field
    Tagset = 1U << 3,         ///< names, colours, descriptions of types that are not the built-in ones
    OtherLayers = 1U << 4,    ///< layers that were not chosen
    Review = 1U << 5,         ///< verdicts and comments
    Foreign = 1U << 6,        ///< XML of other namespaces
    Mentions = 1U << 7,       ///< any at all
    Overlap = 1U << 8,        ///< mentions that share text with another
    Discontinuity = 1U << 9,  ///< mentions of several spans
    OuterSpace = 1U << 10,    ///< mentions that begin or end with white space
    Status = 1U << 11,        ///< that a mention is not accepted
    Confidence = 1U << 12,    ///< of a mention
    Reason = 1U << 13,        ///< why a mention was suggested
    Unsure = 1U << 14,        ///< flagged as a doubt
    Norm = 1U << 15,          ///< normal forms
    Link = 1U << 16,          ///< of mentions and entities
    Notes = 1U << 17,         ///< on mentions
    Attributes = 1U << 18,    ///< of mentions
    Entities = 1U << 19,      ///< which mentions belong together, and the name that they share
    EntityDetails = 1U << 20, ///< notes, attributes, or another type than that of the first mention
    Relations = 1U << 21,
    Provenance = 1U << 22,  ///< who proposed a mention or wrote a note, if not the layer's author, and when
    History = 1U << 23,     ///< events
    Author = 1U << 24,      ///< whose layer it is, and how far
    ValueLayout = 1U << 25, ///< line breaks and outer spaces in notes and values
};
Q_DECLARE_FLAGS(Features, Feature)
Q_DECLARE_OPERATORS_FOR_FLAGS(Features)

/// "confidence", "other-layers", …: for machine-readable results.
[[nodiscard]] QString toName(Feature feature);

/// What a format does not hold of one article.
struct Loss
{
    Feature feature = Feature::Text;
    qsizetype count = 0; ///< how many mentions, entities, events …; at least 1
    bool operator==(const Loss &) const = default;
};
/// "3 mention(s) have a confidence, which brat does not hold.", translated.
[[nodiscard]] QString toSentence(const Loss &loss, const QString &format);

using Statuses = QList<Status>;
/// Suggested and accepted: rejected and withdrawn mentions are exported only when named.
[[nodiscard]] Statuses defaultStatuses();

/// One article as it is exported: at most one layer with the mentions of the chosen statuses, the
/// entities that they name and the relations between them. A value; any thread.
struct ExportedArticle
{
    QString name; ///< identifies the article ("talks"); not empty, no line break
    AnnotatedArticle article;
    qsizetype otherLayers = 0; ///< that were there and are not exported
    qsizetype reviews = 0;

    /// Null: only a text.
    [[nodiscard]] const Layer *layer() const { return article.layers.isEmpty() ? nullptr : &article.layers.first(); }
    /// In order of place; empty without a layer.
    [[nodiscard]] QList<Mention> mentions() const;
    /// The name of who made the layer; empty: not known.
    [[nodiscard]] QString annotator() const;
};

/// `layer` 0: the text alone.
[[nodiscard]] ExportedArticle exported(const AnnotatedArticle &article, LayerId layer, const Statuses &statuses,
                                       const QString &name);

/// The layer to export: `id` ("l2" or a uid) when given, else the adjudicated one, else the only person's,
/// else, without any person's, the only detector's; 0 without layers. Fails with ErrorKind::Conflict when
/// that does not decide, NotFound when there is no layer `id`; the message lists the layers.
[[nodiscard]] Result<LayerId> layerToExport(const AnnotatedArticle &article, const QString &id = {});

/// Everything that the article says, counted; none of count 0. Overlap counts mentions that share text with
/// an earlier one.
[[nodiscard]] QList<Loss> featuresOf(const ExportedArticle &exported);

/// The name of a type in other formats: its code ("ORG"), unless only the id leads back to the type.
[[nodiscard]] QString typeLabel(const QString &typeId);
/// What a label that the tagset does not know becomes: a type of that name ("MISC" -> "misc").
[[nodiscard]] TypeDefinition typeFromLabel(const QString &label);
/// The mention's own link, else its entity's.
[[nodiscard]] QString effectiveLink(const Layer &layer, const Mention &mention);

} // namespace dateline
