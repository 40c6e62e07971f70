// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "text/articletext.h"

namespace dateline {

/// Words and numbers of the block round `at`, as spans of the article. UTF-16.
[[nodiscard]] QList<Span> wordsAround(const ArticleText &text, qsizetype at);
/// The selection without spaces at its ends, grown to whole words.
[[nodiscard]] Span snappedToWords(const ArticleText &text, Span selection);

} // namespace dateline
