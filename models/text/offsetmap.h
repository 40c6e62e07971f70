// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QList>
#include <QString>

namespace dateline {

/// Line and column of a place, both from 1; the column counts code points.
struct LineColumn
{
    qsizetype line = 1;
    qsizetype column = 1;
    bool operator==(const LineColumn &) const = default;
};

/// The only place that converts between UTF-16 units (inside the program), Unicode code
/// points (files, command line) and lines. Built once for a text; O(log n) a question.
/// A lone surrogate counts as one code point. Offsets beyond the text clamp to its length.
/// A value; any thread.
class OffsetMap
{
public:
    OffsetMap() = default;
    explicit OffsetMap(QStringView text);

    [[nodiscard]] qsizetype length() const { return m_length; } ///< UTF-16 units
    [[nodiscard]] qsizetype codePointLength() const { return m_length - m_pairs.size(); }
    [[nodiscard]] qsizetype toCodePoint(qsizetype utf16) const;
    [[nodiscard]] qsizetype toUtf16(qsizetype codePoint) const;
    [[nodiscard]] qsizetype lineCount() const { return m_lineStarts.size(); }
    /// Start of line `line` (from 1, clamped), UTF-16.
    [[nodiscard]] qsizetype lineStart(qsizetype line) const;
    [[nodiscard]] LineColumn lineColumn(qsizetype utf16) const;

private:
    qsizetype m_length = 0;
    QList<qsizetype> m_pairs; ///< UTF-16 offset of each high surrogate that has its low one
    QList<qsizetype> m_lineStarts{0};
};

} // namespace dateline
