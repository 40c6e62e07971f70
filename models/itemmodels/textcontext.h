// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "text/articletext.h"

namespace dateline {

/// The words around a place, for a row in a list.
struct TextContext
{
    QString text;
    qsizetype begin = 0; ///< of the place in `text`, UTF-16
    qsizetype length = 0;
};

/// The line around `place`, cut at words; "…" where something is left out. Offsets UTF-16.
[[nodiscard]] TextContext contextOf(const ArticleText &article, const Span &place);

} // namespace dateline
