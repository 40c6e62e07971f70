// SPDX-License-Identifier: Apache-2.0
#include "review/alignment.h"

#include <algorithm>
#include <array>
#include <tuple>
#include <vector>

namespace dateline {

namespace {

constexpr int MostSurrounding = 32;

struct Item
{
    const Mention *mention = nullptr; ///< borrowed from its layer
    bool isTaken = false;
};

using Items = std::vector<Item>;

Items liveOf(const Layer &layer)
{
    Items items;
    items.reserve(size_t(layer.mentions.size()));
    layer.mentions.forEach([&](const Mention &mention) {
        if (mention.isLive() && !mention.spans.isEmpty())
            items.push_back({&mention, false});
    });
    return items;
}

/// Below 0, 0, above 0.
int compareSpans(const QList<Span> &a, const QList<Span> &b)
{
    const auto order = std::lexicographical_compare_three_way(a.cbegin(), a.cend(), b.cbegin(), b.cend());
    return order < 0 ? -1 : order > 0 ? 1 : 0;
}

int compareItems(const Item &a, const Item &b, bool withType)
{
    const int spans = compareSpans(a.mention->spans, b.mention->spans);
    return spans != 0 || !withType ? spans : a.mention->type.compare(b.mention->type);
}

using Order = std::vector<size_t>; ///< indices of items

Order orderOf(const Items &items)
{
    Order order;
    order.reserve(items.size());
    for (size_t i = 0; i < items.size(); ++i) {
        if (!items[i].isTaken)
            order.push_back(i);
    }
    std::sort(order.begin(), order.end(), [&](size_t x, size_t y) {
        const int compared = compareItems(items[x], items[y], true);
        return compared != 0 ? compared < 0 : items[x].mention->id < items[y].mention->id;
    });
    return order;
}

class Aligner
{
public:
    Aligner(const Layer &a, const Layer &b, AlignBy by) : m_a(liveOf(a)), m_b(liveOf(b)), m_by(by) { }

    Alignment align()
    {
        m_result.reserve(qsizetype(m_a.size() + m_b.size()));
        pairEqual(true);
        if (m_by == AlignBy::Place)
            pairEqual(false);
        pairOverlapping();
        for (const Item &item : m_a) {
            if (!item.isTaken)
                m_result.append({item.mention->id, 0, Fit::Alone, item.mention->extent()});
        }
        for (const Item &item : m_b) {
            if (!item.isTaken)
                m_result.append({0, item.mention->id, Fit::Alone, item.mention->extent()});
        }
        std::sort(m_result.begin(), m_result.end(), [](const AlignedPair &x, const AlignedPair &y) {
            return std::tuple(x.place.begin, -x.place.end, x.a == 0, x.a, x.b)
                 < std::tuple(y.place.begin, -y.place.end, y.a == 0, y.a, y.b);
        });
        return std::move(m_result);
    }

private:
    struct Candidate
    {
        qsizetype shared = 0;
        qsizetype apart = 0; ///< units that only one of the two covers
        bool isSameType = false;
        size_t a = 0;
        size_t b = 0;
    };

    void pair(size_t a, size_t b, Fit fit)
    {
        m_a[a].isTaken = true;
        m_b[b].isTaken = true;
        const Mention &first = *m_a[a].mention;
        const Mention &second = *m_b[b].mention;
        m_result.append({first.id, second.id, fit, first.extent().united(second.extent())});
    }

    void pairEqual(bool withType)
    {
        const Order a = orderOf(m_a);
        const Order b = orderOf(m_b);
        for (size_t i = 0, j = 0; i < a.size() && j < b.size();) {
            const int compared = compareItems(m_a[a[i]], m_b[b[j]], withType);
            if (compared == 0)
                pair(a[i++], b[j++], withType ? Fit::Exact : Fit::SameSpans);
            else
                ++(compared < 0 ? i : j);
        }
    }

    void consider(std::vector<Candidate> &candidates, size_t a, size_t b) const
    {
        const Mention &first = *m_a[a].mention;
        const Mention &second = *m_b[b].mention;
        const bool isSameType = first.type == second.type;
        if (!isSameType && m_by == AlignBy::Type)
            return;
        const qsizetype shared = sharedLength(first.spans, second.spans);
        if (shared == 0)
            return;
        const qsizetype apart = coveredLength(first.spans) + coveredLength(second.spans) - 2 * shared;
        candidates.push_back({shared, apart, isSameType, a, b});
    }

    /// Items stand in order of place: a sweep meets each pair that overlaps at the later begin.
    void pairOverlapping()
    {
        std::vector<Candidate> candidates;
        std::array<std::vector<size_t>, 2> open; // those that may still reach what comes, by begin
        const auto visit = [&](int side, size_t at) {
            const Items &other = side == 0 ? m_b : m_a;
            const qsizetype begin = (side == 0 ? m_a : m_b)[at].mention->extent().begin;
            std::vector<size_t> &reaching = open[size_t(1 - side)];
            std::vector<size_t> seen;
            while (!reaching.empty() && seen.size() < MostSurrounding) {
                const size_t candidate = reaching.back();
                reaching.pop_back(); // what ended before this begin is gone for good
                if (other[candidate].mention->extent().end <= begin)
                    continue;
                seen.push_back(candidate);
                consider(candidates, side == 0 ? at : candidate, side == 0 ? candidate : at);
            }
            reaching.insert(reaching.end(), seen.crbegin(), seen.crend());
            open[size_t(side)].push_back(at);
        };
        for (size_t i = 0, j = 0; i < m_a.size() || j < m_b.size();) {
            if (i < m_a.size() && m_a[i].isTaken)
                ++i;
            else if (j < m_b.size() && m_b[j].isTaken)
                ++j;
            else if (j >= m_b.size() || (i < m_a.size() && m_a[i].mention->extent().begin <= m_b[j].mention->extent().begin))
                visit(0, i++);
            else
                visit(1, j++);
        }
        std::sort(candidates.begin(), candidates.end(), [](const Candidate &x, const Candidate &y) {
            return std::tuple(-x.shared, !x.isSameType, x.apart, x.a, x.b)
                 < std::tuple(-y.shared, !y.isSameType, y.apart, y.a, y.b);
        });
        for (const Candidate &candidate : candidates) {
            if (!m_a[candidate.a].isTaken && !m_b[candidate.b].isTaken)
                pair(candidate.a, candidate.b, Fit::Overlap);
        }
    }

    Items m_a;
    Items m_b;
    AlignBy m_by;
    Alignment m_result;
};

} // namespace

qsizetype sharedLength(const QList<Span> &a, const QList<Span> &b)
{
    qsizetype shared = 0;
    for (auto i = a.cbegin(), j = b.cbegin(); i != a.cend() && j != b.cend();) {
        shared += std::max<qsizetype>(0, std::min(i->end, j->end) - std::max(i->begin, j->begin));
        ++(i->end <= j->end ? i : j);
    }
    return shared;
}

qsizetype coveredLength(const QList<Span> &spans)
{
    qsizetype length = 0;
    for (const Span &span : spans)
        length += span.length();
    return length;
}

Alignment alignLayers(const Layer &a, const Layer &b, AlignBy by) { return Aligner(a, b, by).align(); }

} // namespace dateline
