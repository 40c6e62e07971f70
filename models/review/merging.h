// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "review/sametext.h"

namespace dateline {

struct MergedArticle
{
    AnnotatedArticle article;
    IssueList issues; ///< what did not agree and how it was settled; `file` is the article's name
};

/// The layers of several files of one article in one article. Pure; any thread.
///
/// - The texts must be equal: else ErrorKind::Conflict as of checkSameText(), against the first.
/// - Agents are one when their uids are equal (non-empty). Where name or version differ, those of
///   the article with the newest layer count, and an issue says so.
/// - Layers of the same uid and content are one. Where the content differs and one goes on from the
///   other (has all its mentions and their events; suggestions that nobody decided may be gone), the
///   one modified later counts, with a note. Otherwise both stay, with a warning: the second gets a
///   uid of its own (the old one and "-2"). Layers without uid are one only when all is equal.
/// - Ids of agents and layers are numbered anew from 1 in order of first appearance; ids of
///   mentions and entities are local to their layer and stay.
/// - Tagset: the first article's types, then the further ones by id. A type, head field or
///   source that differs keeps the first article's value, with a warning that quotes the other;
///   an empty field takes the first value there is. Attributes and events of the head are united.
/// - Reviews follow their layer; equal ones are one. Foreign content is united. ErrorKind::Unsupported
///   when two articles bind one namespace prefix differently.
[[nodiscard]] Result<MergedArticle> mergeArticles(const QList<NamedArticle> &articles);

/// One layer with what belongs to it.
struct SplitArticle
{
    QString fileName; ///< "Vera.xml": safe on every system, different for each, also without regard to case
    AnnotatedArticle article;
};

/// One article for each layer of `article`, in their order: the text, head, source, tagset and
/// foreign content of the whole, the layer with its reviews, and its agents (and those that nothing
/// refers to). An adjudicated layer takes the layers along that it came from, since it names
/// them. Ids stay. mergeArticles() of the result gives the whole again, up to ids and order.
/// Empty without a layer. Pure; any thread.
[[nodiscard]] QList<SplitArticle> splitArticle(const AnnotatedArticle &article);

} // namespace dateline
