// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "annotation/layer.h"

namespace dateline {

/// How well the two mentions of a pair fit.
enum class Fit : quint8 {
    Exact,     ///< the same spans and type
    SameSpans, ///< the same spans, another type
    Overlap,   ///< other spans that share at least one UTF-16 unit
    Alone,     ///< no partner: one of the two ids is 0
};

struct AlignedPair
{
    MentionId a = 0; ///< of the first layer; 0: it has none here
    MentionId b = 0; ///< of the second layer; 0: it has none here
    Fit fit = Fit::Alone;
    Span place; ///< from the first begin to the last end of both, UTF-16
    bool operator==(const AlignedPair &) const = default;
};

/// Every live mention of the two layers exactly once, in order of place; at one place the first
/// layer's come first.
using Alignment = QList<AlignedPair>;

enum class AlignBy : quint8 {
    Place, ///< types may differ
    Type,  ///< only mentions of one type become a pair
};

/// Which live mentions (suggested, accepted) of two layers of the same text are about the same
/// place, one to one. Three steps, each over what the step before left:
/// 1. the same spans and type; 2. the same spans (AlignBy::Place only); 3. spans that share
/// text, the most shared UTF-16 units first, then the same type, then the least that they do not
/// share, then order of place.
/// Step 3 is greedy: it does not look for the largest sum. Of the other layer's mentions that
/// surround a mention's begin it sees the 32 that begin last, so that time is
/// O(n log n) for any input. Spans of a discontinuous mention count, not the gaps between them.
/// Swapping the layers swaps the pairs, but for ties of place. Pure; any thread.
[[nodiscard]] Alignment alignLayers(const Layer &a, const Layer &b, AlignBy by = AlignBy::Place);

/// UTF-16 units that both lists of spans cover; each ascending and not touching, as in a Mention.
[[nodiscard]] qsizetype sharedLength(const QList<Span> &a, const QList<Span> &b);
/// UTF-16 units that the spans cover.
[[nodiscard]] qsizetype coveredLength(const QList<Span> &spans);

} // namespace dateline
