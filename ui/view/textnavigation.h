// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "text/span.h"

#include <QString>

namespace dateline {

/// Boundaries of graphemes and words around a place. Only a window of the text near the place
/// is looked at, so the cost does not grow with the text. `bounds` is the block (no newlines);
/// positions outside it are clamped. Pure, any thread.

/// The last grapheme boundary not after `position`.
[[nodiscard]] qsizetype graphemeBegin(const QString &text, const Span &bounds, qsizetype position);
/// The next (previous) grapheme boundary after (before) `position`, at most the bounds' end (begin).
[[nodiscard]] qsizetype nextGrapheme(const QString &text, const Span &bounds, qsizetype position);
[[nodiscard]] qsizetype previousGrapheme(const QString &text, const Span &bounds, qsizetype position);
/// The token that contains `position`, or ends there; the empty span there when between tokens.
[[nodiscard]] Span wordAt(const QString &text, const Span &bounds, qsizetype position);
/// Begin of the next token after `position`, else the bounds' end.
[[nodiscard]] qsizetype nextWord(const QString &text, const Span &bounds, qsizetype position);
/// Begin of the last token before `position`, else the bounds' begin.
[[nodiscard]] qsizetype previousWord(const QString &text, const Span &bounds, qsizetype position);

} // namespace dateline
