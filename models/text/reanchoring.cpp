// SPDX-License-Identifier: Apache-2.0
#include "text/reanchoring.h"

#include <QHash>
#include <QList>

#include <algorithm>
#include <vector>

namespace dateline {

namespace {

/// Steps of the search beyond which two texts count as different altogether.
constexpr int MostDifferences = 2000;

bool splitsPair(QStringView text, qsizetype at)
{
    return at > 0 && at < text.size() && text[at].isLowSurrogate() && text[at - 1].isHighSurrogate();
}

/// Runs of letters and digits, and every other character by itself.
QList<Span> pieces(QStringView text)
{
    QList<Span> found;
    for (qsizetype at = 0; at < text.size();) {
        qsizetype end = at + 1;
        if (text[at].isLetterOrNumber()) {
            while (end < text.size() && text[end].isLetterOrNumber())
                ++end;
        } else if (text[at].isHighSurrogate() && end < text.size() && text[end].isLowSurrogate()) {
            ++end;
        }
        found.append({at, end});
        at = end;
    }
    return found;
}

/// Pairs (index before, index after) of a longest common subsequence, by Myers' O(ND) algorithm
/// (E. W. Myers, An O(ND) difference algorithm and its variations, 1986). None when over the bound.
std::vector<std::pair<int, int>> commonPieces(const std::vector<int> &a, const std::vector<int> &b)
{
    const int n = int(a.size());
    const int m = int(b.size());
    const int most = std::min(n + m, MostDifferences);
    std::vector<int> furthest(size_t(2 * most + 3), 0);
    std::vector<std::vector<int>> trace;
    const auto at = [&](std::vector<int> &row, int k) -> int & { return row[size_t(k + most + 1)]; };
    int distance = -1;
    for (int d = 0; d <= most && distance < 0; ++d) {
        trace.emplace_back(furthest.begin() + (most + 1 - d - 1), furthest.begin() + (most + 1 + d + 2));
        for (int k = -d; k <= d; k += 2) {
            int x = (k == -d || (k != d && at(furthest, k - 1) < at(furthest, k + 1))) ? at(furthest, k + 1)
                                                                                       : at(furthest, k - 1) + 1;
            while (x < n && x - k < m && a[size_t(x)] == b[size_t(x - k)])
                ++x;
            at(furthest, k) = x;
            if (x >= n && x - k >= m) {
                distance = d;
                break;
            }
        }
    }
    std::vector<std::pair<int, int>> common;
    if (distance < 0)
        return common;
    int x = n;
    int y = m;
    for (int d = distance; d >= 0; --d) {
        // trace[d] holds the diagonals -d-1 … d+1 as they were before step d.
        const std::vector<int> &row = trace[size_t(d)];
        const auto before = [&](int k) { return row[size_t(k + d + 1)]; };
        const int k = x - y;
        const int from = (k == -d || (k != d && before(k - 1) < before(k + 1))) ? k + 1 : k - 1;
        const int fromX = d == 0 ? 0 : before(from);
        const int fromY = d == 0 ? 0 : fromX - from;
        while (x > fromX && y > fromY) {
            --x;
            --y;
            common.emplace_back(x, y);
        }
        x = fromX;
        y = fromY;
    }
    std::reverse(common.begin(), common.end());
    return common;
}

} // namespace

Anchored reanchored(const Span &span, const Span &replaced, qsizetype inserted)
{
    const qsizetype shift = inserted - replaced.length();
    if (span == replaced && !span.isEmpty())
        return inserted > 0 ? Anchored{{span.begin, span.begin + inserted}, AnchorRule::Inside}
                            : Anchored{{span.begin, span.begin}, AnchorRule::Collapsed};
    if (span.end <= replaced.begin)
        return {span, AnchorRule::Before};
    if (span.begin >= replaced.end)
        return {{span.begin + shift, span.end + shift}, AnchorRule::After};
    if (span.contains(replaced))
        return {{span.begin, span.end + shift}, AnchorRule::Inside};
    if (replaced.contains(span))
        return {{replaced.begin, replaced.begin}, AnchorRule::Collapsed};
    if (span.begin < replaced.begin)
        return {{span.begin, replaced.begin}, AnchorRule::ClippedEnd};
    return {{replaced.begin + inserted, span.end + shift}, AnchorRule::ClippedBegin};
}

Replacement trimmed(QStringView text, Replacement replacement)
{
    const QStringView old = text.sliced(replacement.span.begin, replacement.span.length());
    const QString &words = replacement.words;
    const qsizetype shorter = std::min(old.size(), words.size());
    qsizetype front = 0;
    while (front < shorter && old[front] == words[front])
        ++front;
    if (splitsPair(old, front) || splitsPair(words, front))
        --front;
    qsizetype back = 0;
    while (back < shorter - front && old[old.size() - 1 - back] == words[words.size() - 1 - back])
        ++back;
    if (splitsPair(old, old.size() - back) || splitsPair(words, words.size() - back))
        --back;
    return {{replacement.span.begin + front, replacement.span.end - back}, words.sliced(front, words.size() - front - back)};
}

QList<Replacement> textDifference(const QString &before, const QString &after)
{
    const Replacement whole = trimmed(before, {{0, before.size()}, after});
    if (whole.span.isEmpty() && whole.words.isEmpty())
        return {};
    // Whole words on either side of the difference, so that pieces compare as words.
    qsizetype begin = whole.span.begin;
    while (begin > 0 && before[begin - 1].isLetterOrNumber())
        --begin;
    qsizetype tail = before.size() - whole.span.end;
    while (tail > 0 && before[before.size() - tail].isLetterOrNumber())
        --tail;
    const QStringView old = QStringView(before).sliced(begin, before.size() - tail - begin);
    const QStringView fresh = QStringView(after).sliced(begin, after.size() - tail - begin);
    const QList<Span> oldPieces = pieces(old);
    const QList<Span> freshPieces = pieces(fresh);
    QHash<QStringView, int> numbers;
    const auto numbered = [&](QStringView text, const QList<Span> &spans) {
        std::vector<int> result;
        for (const Span &span : spans) {
            const QStringView piece = text.sliced(span.begin, span.length());
            const auto known = numbers.constFind(piece);
            result.push_back(known != numbers.cend() ? *known : *numbers.insert(piece, int(numbers.size())));
        }
        return result;
    };
    const auto common = commonPieces(numbered(old, oldPieces), numbered(fresh, freshPieces));
    QList<Replacement> found;
    qsizetype oldAt = 0;
    qsizetype freshAt = 0;
    const auto close = [&](qsizetype oldEnd, qsizetype freshEnd) {
        if (oldEnd > oldAt || freshEnd > freshAt)
            found.append({{begin + oldAt, begin + oldEnd}, fresh.sliced(freshAt, freshEnd - freshAt).toString()});
    };
    for (const auto &[a, b] : common) {
        close(oldPieces[a].begin, freshPieces[b].begin);
        oldAt = oldPieces[a].end;
        freshAt = freshPieces[b].end;
    }
    close(old.size(), fresh.size());
    return found;
}

} // namespace dateline
