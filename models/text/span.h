// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QHashFunctions>
#include <QList>
#include <QMetaType>
#include <QtGlobal>

#include <algorithm>
#include <compare>

namespace dateline {

/// A stretch of an article's text: UTF-16 units, half open [begin, end), never inside a
/// surrogate pair. Orders by begin, then end.
struct Span
{
    qsizetype begin = 0;
    qsizetype end = 0;

    auto operator<=>(const Span &) const = default;
    [[nodiscard]] qsizetype length() const { return end - begin; }
    [[nodiscard]] bool isEmpty() const { return end <= begin; }
    [[nodiscard]] bool contains(qsizetype at) const { return begin <= at && at < end; }
    [[nodiscard]] bool contains(const Span &other) const { return begin <= other.begin && other.end <= end; }
    [[nodiscard]] bool overlaps(const Span &other) const { return begin < other.end && other.begin < end; }
    [[nodiscard]] Span united(const Span &other) const { return {std::min(begin, other.begin), std::max(end, other.end)}; }
};

inline size_t qHash(const Span &span, size_t seed = 0) { return qHashMulti(seed, span.begin, span.end); }

/// Ascending and apart: spans that touch or overlap become one.
[[nodiscard]] QList<Span> joinedSpans(QList<Span> spans);

} // namespace dateline

Q_DECLARE_METATYPE(dateline::Span)
Q_DECLARE_TYPEINFO(dateline::Span, Q_PRIMITIVE_TYPE);
