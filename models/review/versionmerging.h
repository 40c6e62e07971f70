// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "annotation/annotatedarticle.h"
#include "annotation/transactionbuilder.h"

namespace dateline {

/// Both sides changed the same thing differently. Ours stays; theirs is told.
struct VersionConflict
{
    enum class Field { Status, Type, Entity, Place, Normal, Link, Unsure, Attribute, Name, Stage, Head, Removed, Proposal };
    Field field = Field::Status;
    LayerId layer = 0; ///< in our article; 0: the head
    MentionId mention = 0;
    EntityId entity = 0; ///< of a conflict on an entity
    QString what;        ///< the words of the mention, the entity's name, the head's field
    QString ours;
    QString theirs;
    Span place; ///< of the mention; empty: none
    bool operator==(const VersionConflict &) const = default;
};

/// "“Marin”: type is person here, place there."
[[nodiscard]] QString describe(const VersionConflict &conflict);

struct MergedVersions
{
    QList<Transaction> transactions; ///< to be applied to ours in this order; none: nothing new came in
    QList<VersionConflict> conflicts;
    IssueList issues; ///< what their version holds that cannot come in (tagset, relations, foreign content)
};

/// Three-way merge of an article that two programs changed: `base` is what both began with, `ours` the one
/// that is open, `theirs` the one on the disk. Pure; any thread.
/// - Agents are matched by uid; layers by uid, else by author (both made a layer of their own of the same
///   suggestions: then those are the base).
/// - Mentions and entities of a layer are matched by id, and field by field: what only one side changed
///   counts; events and notes are united. New ones of both sides stay, under new ids where they collide;
///   the same tag set by both is one.
/// - Changed on one side and removed on the other: it stays, and is a conflict.
/// - A correction of the text by one side is done on the other, too; by both: ErrorKind::Conflict.
/// The merged state is reached from ours by transactions, so that it is journalled and can be undone.
[[nodiscard]] Result<MergedVersions> mergeVersions(const AnnotatedArticle &base, const AnnotatedArticle &ours,
                                                   const AnnotatedArticle &theirs, const Author &author, const QDateTime &at);

/// What makes `to` of `from`, whose agents `to` has all (others come in): agents, head, layers with
/// their mentions and entities, reviews; a transaction for each layer. Not the text, tagset, source,
/// relations and foreign content, which no edit can change. Pure.
[[nodiscard]] QList<Transaction> transactionsBetween(const AnnotatedArticle &from, const AnnotatedArticle &to,
                                                     const QString &label, const QDateTime &at);

} // namespace dateline
