// SPDX-License-Identifier: Apache-2.0
// The part of AnnotatedArticle that takes a correction of the text.
#include "annotation/annotatedarticle.h"
#include "annotation/editerrors_p.h"

namespace dateline {

using namespace editerrors;

namespace {

/// Which mention a TouchedMention is, within its article.
struct TouchedKey
{
    LayerId layer;
    AgentId reviewer;
    quint32 id;
    bool operator==(const TouchedKey &) const = default;
};
size_t qHash(const TouchedKey &key, size_t seed = 0) { return qHashMulti(seed, key.layer, key.reviewer, key.id); }

TouchedKey keyOf(const TouchedMention &touched)
{
    return {touched.layer, touched.reviewer, touched.reviewer == 0 ? touched.mention.id : touched.proposal};
}

/// Moves the spans behind the correction; false when one lies across it.
bool shift(Mention &mention, const Span &replaced, qsizetype by)
{
    for (Span &span : mention.spans) {
        if (span.begin >= replaced.end) {
            span.begin += by;
            span.end += by;
        } else if (span.end > replaced.begin) {
            return false;
        }
    }
    return true;
}

bool isInside(const Mention &mention, qsizetype length)
{
    for (const Span &span : mention.spans) {
        if (span.begin < 0 || span.isEmpty() || span.end > length)
            return false;
    }
    return !mention.spans.isEmpty();
}

} // namespace

Result<void> AnnotatedArticle::applyText(const TextEdit &edit, ArticleChange &change)
{
    const QString &present = text.text();
    const Span replaced{edit.at, edit.at + edit.before.words.size()};
    if (edit.at < 0 || edit.at > present.size() || replaced.end > present.size()
        || QStringView(present).sliced(replaced.begin, replaced.length()) != edit.before.words
        || text.blocks() != edit.before.blocks || text.structures() != edit.before.structures)
        return conflict(Messages::tr("the text differs at %1").arg(edit.at));
    const QString next = present.left(replaced.begin) + edit.after.words + present.mid(replaced.end);
    const ArticleText corrected(next, edit.after.blocks, edit.after.structures);
    if (normaliseText(next).text != next || corrected.blocks() != edit.after.blocks
        || corrected.structures() != edit.after.structures)
        return broken(Messages::tr("the corrected text is no text of an article"));

    QHash<TouchedKey, const Mention *> before;
    QHash<TouchedKey, const Mention *> after;
    for (const TouchedMention &touched : edit.before.touched)
        before.insert(keyOf(touched), &touched.mention);
    for (const TouchedMention &touched : edit.after.touched) {
        after.insert(keyOf(touched), &touched.mention);
        const bool isKept = before.contains(keyOf(touched)) && before.value(keyOf(touched))->id == touched.mention.id;
        if (!isKept || !isInside(touched.mention, next.size()))
            return broken(Messages::tr("mention m%1 lies outside the text").arg(touched.mention.id));
    }
    if (before.size() != after.size())
        return broken(Messages::tr("the corrected text is no text of an article"));

    const qsizetype by = edit.after.words.size() - edit.before.words.size();
    qsizetype found = 0;
    std::optional<Error> problem;
    const auto moved = [&](const Mention &mention, const TouchedKey &key) {
        Mention result = mention;
        if (const Mention *expected = before.value(key)) {
            ++found;
            if (!(mention == *expected))
                problem = conflict(Messages::tr("mention m%1 differs").arg(mention.id));
            return *after.value(key);
        }
        if (!shift(result, replaced, by))
            problem = conflict(Messages::tr("mention m%1 differs").arg(mention.id));
        return result;
    };
    for (Layer &layer : layers) {
        MentionStore store;
        layer.mentions.forEach([&](const Mention &mention) { store.insert(moved(mention, {layer.info.id, 0, mention.id})); });
        layer.mentions = store;
    }
    for (Review &review : reviews) {
        for (Proposal &proposal : review.proposals)
            proposal.mention = moved(proposal.mention, {review.of, review.by, proposal.id});
    }
    if (!problem && found != before.size())
        problem = conflict(Messages::tr("a mention at the correction is not there"));
    if (problem)
        return *problem;
    text = corrected;
    change.isReset = true;
    change.hasTextChanged = true;
    change.hasReviewChanged = !reviews.isEmpty();
    return {};
}

} // namespace dateline
