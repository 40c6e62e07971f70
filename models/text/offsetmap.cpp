// SPDX-License-Identifier: Apache-2.0
#include "text/offsetmap.h"

#include <algorithm>

namespace dateline {

OffsetMap::OffsetMap(QStringView text) : m_length(text.size())
{
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar c = text[i];
        if (c == u'\n') {
            m_lineStarts.append(i + 1);
        } else if (c.isHighSurrogate() && i + 1 < text.size() && text[i + 1].isLowSurrogate()) {
            m_pairs.append(i);
            ++i;
        }
    }
}

qsizetype OffsetMap::toCodePoint(qsizetype utf16) const
{
    const qsizetype at = std::clamp<qsizetype>(utf16, 0, m_length);
    const auto before = std::lower_bound(m_pairs.begin(), m_pairs.end(), at);
    return at - (before - m_pairs.begin());
}

qsizetype OffsetMap::toUtf16(qsizetype codePoint) const
{
    const qsizetype at = std::clamp<qsizetype>(codePoint, 0, codePointLength());
    // The k-th pair stands at code point m_pairs[k] - k; each pair before `at` adds one unit.
    qsizetype low = 0;
    qsizetype high = m_pairs.size();
    while (low < high) {
        const qsizetype middle = low + (high - low) / 2;
        if (m_pairs[middle] - middle < at)
            low = middle + 1;
        else
            high = middle;
    }
    return at + low;
}

qsizetype OffsetMap::lineStart(qsizetype line) const
{
    return m_lineStarts[std::clamp<qsizetype>(line - 1, 0, m_lineStarts.size() - 1)];
}

LineColumn OffsetMap::lineColumn(qsizetype utf16) const
{
    const qsizetype at = std::clamp<qsizetype>(utf16, 0, m_length);
    const auto next = std::upper_bound(m_lineStarts.begin(), m_lineStarts.end(), at);
    const qsizetype line = next - m_lineStarts.begin();
    return {line, toCodePoint(at) - toCodePoint(m_lineStarts[line - 1]) + 1};
}

} // namespace dateline
