// SPDX-License-Identifier: Apache-2.0
#include "text/span.h"

namespace dateline {

QList<Span> joinedSpans(QList<Span> spans)
{
    std::sort(spans.begin(), spans.end());
    QList<Span> result;
    for (const Span &span : std::as_const(spans)) {
        if (!result.isEmpty() && span.begin <= result.last().end)
            result.last() = result.last().united(span);
        else
            result.append(span);
    }
    return result;
}

} // namespace dateline
