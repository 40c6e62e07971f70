// SPDX-License-Identifier: Apache-2.0
#include "formats/quoteanchor.h"

#include <algorithm>

namespace dateline {

QuoteAnchor::Place QuoteAnchor::find(qint64 start, qint64 end, const QString &quote)
{
    const OffsetMap &offsets = m_text.offsets();
    const bool isInside = start >= 0 && start < end && end <= offsets.codePointLength();
    Place place;
    if (isInside)
        place.span = {offsets.toUtf16(start), offsets.toUtf16(end)};
    if (isInside && m_text.view(place.span) == quote) {
        place.verdict = Verdict::Agrees;
        return place;
    }
    if (quote.isEmpty())
        return place;
    const qsizetype noted = offsets.toUtf16(std::clamp<qint64>(start, 0, offsets.codePointLength()));
    const auto found = nearest(noted + m_shift, quote);
    if (!found)
        return place;
    m_shift = *found - noted;
    place.verdict = Verdict::Moved;
    place.span = {*found, *found + quote.size()};
    return place;
}

std::optional<qsizetype> QuoteAnchor::nearest(qsizetype expected, const QString &quote)
{
    const QString &text = m_text.text();
    if (m_budget <= 0 || m_absent.contains(quote))
        return std::nullopt;
    const qsizetype from = std::clamp<qsizetype>(expected, 0, text.size());
    const qsizetype behind = text.indexOf(quote, from);
    const qsizetype before = from > 0 ? text.lastIndexOf(quote, from - 1) : -1;
    m_budget -= (behind < 0 ? text.size() : behind) - from + quote.size();
    m_budget -= from - std::max<qsizetype>(before, 0) + quote.size();
    if (behind < 0 && before < 0) {
        m_absent.insert(quote);
        return std::nullopt;
    }
    if (behind < 0 || (before >= 0 && from - before < behind - from))
        return before;
    return behind;
}

} // namespace dateline
