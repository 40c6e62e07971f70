// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "annotation/mention.h"

#include <QList>
#include <QSharedData>
#include <QSharedDataPointer>

#include <functional>

namespace dateline {

/// Mentions ordered by place (begin, then longer first, then id), in implicitly shared chunks
/// of at most 256: an edit of a copy detaches one chunk. O(log n) by id, also when all
/// stand at one place; O(chunks + hits) by range. A value; any thread. Pointers returned are borrowed until the next change.
class MentionStore
{
public:
    [[nodiscard]] qsizetype size() const { return m_size; }
    [[nodiscard]] bool isEmpty() const { return m_size == 0; }
    /// Null when absent.
    [[nodiscard]] const Mention *find(MentionId id) const;
    /// Pre: id not 0 and absent; at least one span.
    void insert(const Mention &mention);
    /// False when absent.
    bool remove(MentionId id);
    /// False when absent. The id stays, place and everything else may change.
    bool replace(const Mention &mention);

    /// All in order of place.
    void forEach(const std::function<void(const Mention &)> &visit) const;
    /// Those whose extent overlaps `range`, in order of place; stops when `visit` returns false.
    void forEachIn(const Span &range, const std::function<bool(const Mention &)> &visit) const;
    [[nodiscard]] QList<Mention> toList() const;
    /// The nearest mention after (before) the place (begin, id) for which `accept` holds; null: none.
    /// `from` -1 with id 0 starts at the text's beginning (end).
    [[nodiscard]] const Mention *next(qsizetype from, MentionId after, const std::function<bool(const Mention &)> &accept) const;
    [[nodiscard]] const Mention *previous(qsizetype from, MentionId before,
                                          const std::function<bool(const Mention &)> &accept) const;
    [[nodiscard]] MentionId highestId() const;

    bool operator==(const MentionStore &other) const;

private:
    static constexpr qsizetype ChunkSize = 256;
    static constexpr qsizetype PageSize = 256;
    static constexpr Span Absent{-1, -1};

    struct Chunk : QSharedData
    {
        QList<Mention> mentions;
        qsizetype maxEnd = 0;
        void measure();
    };
    struct Page : QSharedData
    {
        QList<Span> extents = QList<Span>(PageSize, Absent);
    };
    struct Place
    {
        qsizetype chunk = -1;
        qsizetype row = -1;
    };
    [[nodiscard]] Place locate(MentionId id) const;
    [[nodiscard]] qsizetype chunkFor(const Mention &mention) const;
    void setExtent(MentionId id, const Span &extent);
    [[nodiscard]] Span extentOf(MentionId id) const;

    QList<QSharedDataPointer<Chunk>> m_chunks;
    QList<QSharedDataPointer<Page>> m_pages; ///< id -> extent
    qsizetype m_size = 0;
};

} // namespace dateline
