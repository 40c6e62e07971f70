// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "review/agreement.h"
#include "review/difference.h"

namespace dateline {

/// Two layers of one text, as they were, with all that compares them. A value.
struct LayerComparison
{
    Layer a;
    Layer b;
    QList<Difference> differences; ///< in order of place
    Agreement agreement;           ///< alpha over spans
};

/// `tokens`: tokenize() of the article's text. O(n log n). Pure; any thread.
[[nodiscard]] LayerComparison compareLayers(const QList<Token> &tokens, const Layer &a, const Layer &b);

/// The layer `b` with only those mentions that differ: what to show of it beside `a`. O(n log n).
[[nodiscard]] Layer differingPart(const LayerComparison &comparison);

} // namespace dateline
