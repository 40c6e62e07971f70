// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "annotation/annotatedarticle.h"

namespace dateline::bench {

/// A made-up article: its text and a layer of mentions in it.
struct GeneratedArticle
{
    QString text;
    Layer layer;
    Agent agent;
};

/// About `bytes` of English wire copy (ASCII) with 20 mentions a kB, of which a tenth overlap
/// another one. The same `seed` gives the same article.
[[nodiscard]] GeneratedArticle generateArticle(qsizetype bytes, quint32 seed);

/// One word of `bytes` letters without a place to break.
[[nodiscard]] QString generateLongWord(qsizetype bytes);

} // namespace dateline::bench
