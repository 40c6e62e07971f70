// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "text/span.h"

#include <QString>

#include <optional>

namespace dateline {

/// How a span came through a correction that puts words in the place of `replaced`. Its edges:
enum class AnchorRule {
    Before,       ///< it ends at or before the correction: stays. What is inserted at its end is not part of it
    After,        ///< it begins at or behind the correction: shifts. What is inserted at its begin is not part of it
    Inside,       ///< the correction lies within it, the edges included: it covers the new words, too
    ClippedEnd,   ///< the correction takes its end: what stands before it remains
    ClippedBegin, ///< the correction takes its begin: what stands behind it remains
    Collapsed,    ///< the correction takes all of it: empty, where the correction is
};

struct Anchored
{
    Span span; ///< in the corrected text; empty when Collapsed
    AnchorRule rule = AnchorRule::Before;
    bool operator==(const Anchored &) const = default;
};

/// Where `span` stands after `replaced` (may be empty: an insertion) gave way to `inserted` UTF-16
/// units. A span that is replaced exactly by words is Inside; by nothing, Collapsed. Pure.
[[nodiscard]] Anchored reanchored(const Span &span, const Span &replaced, qsizetype inserted);

/// A stretch of a text and what takes its place.
struct Replacement
{
    Span span;
    QString words;
    bool operator==(const Replacement &) const = default;
};
/// Without what is the same at both ends; never cuts a surrogate pair. Empty span and no words: no
/// difference. Pure.
[[nodiscard]] Replacement trimmed(QStringView text, Replacement replacement);

/// What turns `before` into `after`, word by word, in order of place. Bounded work: very different
/// texts become one replacement. Pure.
[[nodiscard]] QList<Replacement> textDifference(const QString &before, const QString &after);

} // namespace dateline
