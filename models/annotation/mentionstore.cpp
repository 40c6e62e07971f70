// SPDX-License-Identifier: Apache-2.0
#include "annotation/mentionstore.h"

#include <algorithm>

namespace dateline {

namespace {

/// The order of place: begin, then the longer first (an outer mention before an inner one), then id.
bool standsBefore(const Mention &a, const Span &right, MentionId rightId)
{
    const Span left = a.extent();
    if (left.begin != right.begin)
        return left.begin < right.begin;
    if (left.end != right.end)
        return left.end > right.end;
    return a.id < rightId;
}

bool standsBefore(const Mention &a, const Mention &b) { return standsBefore(a, b.extent(), b.id); }

/// standsBefore() for algorithms that take a function.
constexpr auto IsBefore = [](const Mention &a, const Mention &b) { return standsBefore(a, b); };

} // namespace

void MentionStore::Chunk::measure()
{
    maxEnd = 0;
    for (const Mention &mention : std::as_const(mentions))
        maxEnd = std::max(maxEnd, mention.extent().end);
}

Span MentionStore::extentOf(MentionId id) const
{
    const qsizetype page = id / PageSize;
    if (page >= m_pages.size())
        return Absent;
    return m_pages.at(page)->extents.at(id % PageSize);
}

void MentionStore::setExtent(MentionId id, const Span &extent)
{
    const qsizetype page = id / PageSize;
    while (m_pages.size() <= page)
        m_pages.append(QSharedDataPointer<Page>(new Page));
    m_pages[page]->extents[id % PageSize] = extent;
}

qsizetype MentionStore::chunkFor(const Mention &mention) const
{
    // The last chunk whose first mention does not stand after `mention`; the first one else.
    const auto after = std::partition_point(m_chunks.begin(), m_chunks.end(), [&](const QSharedDataPointer<Chunk> &chunk) {
        return !standsBefore(mention, chunk.constData()->mentions.first());
    });
    return std::max<qsizetype>(0, (after - m_chunks.begin()) - 1);
}

MentionStore::Place MentionStore::locate(MentionId id) const
{
    const Span extent = extentOf(id);
    if (extent == Absent)
        return {};
    const auto chunk = std::partition_point(m_chunks.begin(), m_chunks.end(), [&](const QSharedDataPointer<Chunk> &candidate) {
        return standsBefore(candidate.constData()->mentions.last(), extent, id);
    });
    Q_ASSERT(chunk != m_chunks.end());
    const QList<Mention> &mentions = chunk->constData()->mentions;
    const auto row = std::partition_point(mentions.begin(), mentions.end(),
                                          [&](const Mention &mention) { return standsBefore(mention, extent, id); });
    Q_ASSERT(row != mentions.end() && row->id == id);
    return {chunk - m_chunks.begin(), row - mentions.begin()};
}

const Mention *MentionStore::find(MentionId id) const
{
    const Place place = locate(id);
    return place.chunk < 0 ? nullptr : &m_chunks.at(place.chunk).constData()->mentions.at(place.row);
}

void MentionStore::insert(const Mention &mention)
{
    Q_ASSERT(mention.id != 0 && !mention.spans.isEmpty() && extentOf(mention.id) == Absent);
    if (m_chunks.isEmpty())
        m_chunks.append(QSharedDataPointer<Chunk>(new Chunk));
    qsizetype index = m_size == 0 ? 0 : chunkFor(mention);
    if (m_chunks.at(index).constData()->mentions.size() >= ChunkSize) {
        // A file is read in order of place: then the full chunk stays full and a new one begins.
        const QList<Mention> &full = m_chunks.at(index).constData()->mentions;
        const bool isAtEnd = index == m_chunks.size() - 1 && standsBefore(full.last(), mention);
        const qsizetype keep = isAtEnd ? ChunkSize : ChunkSize / 2;
        QSharedDataPointer<Chunk> rest(new Chunk);
        if (!isAtEnd) {
            rest->mentions = full.mid(keep);
            rest->measure();
            m_chunks[index]->mentions.resize(keep);
            m_chunks[index]->measure();
        }
        const bool goesToRest = isAtEnd || !standsBefore(mention, rest.constData()->mentions.first());
        m_chunks.insert(index + 1, rest);
        if (goesToRest)
            ++index;
    }
    Chunk &chunk = *m_chunks[index];
    const auto row = std::upper_bound(chunk.mentions.cbegin(), chunk.mentions.cend(), mention, IsBefore);
    chunk.mentions.insert(row - chunk.mentions.cbegin(), mention);
    chunk.maxEnd = std::max(chunk.maxEnd, mention.extent().end);
    setExtent(mention.id, mention.extent());
    ++m_size;
}

bool MentionStore::remove(MentionId id)
{
    const Place place = locate(id);
    if (place.chunk < 0)
        return false;
    Chunk &chunk = *m_chunks[place.chunk];
    chunk.mentions.removeAt(place.row);
    if (chunk.mentions.isEmpty())
        m_chunks.removeAt(place.chunk);
    else
        chunk.measure();
    setExtent(id, Absent);
    --m_size;
    return true;
}

bool MentionStore::replace(const Mention &mention)
{
    const Place place = locate(mention.id);
    if (place.chunk < 0)
        return false;
    if (m_chunks.at(place.chunk).constData()->mentions.at(place.row).extent() == mention.extent()) {
        m_chunks[place.chunk]->mentions[place.row] = mention;
        return true;
    }
    remove(mention.id);
    insert(mention);
    return true;
}

void MentionStore::forEach(const std::function<void(const Mention &)> &visit) const
{
    for (const QSharedDataPointer<Chunk> &chunk : m_chunks) {
        for (const Mention &mention : chunk.constData()->mentions)
            visit(mention);
    }
}

void MentionStore::forEachIn(const Span &range, const std::function<bool(const Mention &)> &visit) const
{
    for (const QSharedDataPointer<Chunk> &pointer : m_chunks) {
        const Chunk &chunk = *pointer.constData();
        if (chunk.maxEnd <= range.begin)
            continue;
        if (chunk.mentions.first().extent().begin >= range.end)
            return;
        for (const Mention &mention : chunk.mentions) {
            const Span extent = mention.extent();
            if (extent.begin >= range.end)
                return;
            if (extent.end > range.begin && !visit(mention))
                return;
        }
    }
}

QList<Mention> MentionStore::toList() const
{
    QList<Mention> all;
    all.reserve(m_size);
    forEach([&](const Mention &mention) { all.append(mention); });
    return all;
}

const Mention *MentionStore::next(qsizetype from, MentionId after, const std::function<bool(const Mention &)> &accept) const
{
    // `after` names a mention that begins at `from`: those behind it in order of place follow.
    const Mention *anchor = after != 0 ? find(after) : nullptr;
    for (const QSharedDataPointer<Chunk> &pointer : m_chunks) {
        const Chunk &chunk = *pointer.constData();
        if (chunk.mentions.last().extent().begin < from)
            continue;
        for (const Mention &mention : chunk.mentions) {
            const bool isBehind = anchor ? standsBefore(*anchor, mention) : mention.extent().begin >= from;
            if (isBehind && accept(mention))
                return &mention;
        }
    }
    return nullptr;
}

const Mention *MentionStore::previous(qsizetype from, MentionId before, const std::function<bool(const Mention &)> &accept) const
{
    const Mention *anchor = before != 0 ? find(before) : nullptr;
    for (auto pointer = m_chunks.crbegin(); pointer != m_chunks.crend(); ++pointer) {
        const Chunk &chunk = *pointer->constData();
        if (from >= 0 && chunk.mentions.first().extent().begin > from)
            continue;
        for (auto mention = chunk.mentions.crbegin(); mention != chunk.mentions.crend(); ++mention) {
            const bool isAhead = anchor ? standsBefore(*mention, *anchor) : from < 0 || mention->extent().begin < from;
            if (isAhead && accept(*mention))
                return &*mention;
        }
    }
    return nullptr;
}

MentionId MentionStore::highestId() const
{
    for (qsizetype page = m_pages.size() - 1; page >= 0; --page) {
        const QList<Span> &extents = m_pages.at(page)->extents;
        for (qsizetype i = PageSize - 1; i >= 0; --i) {
            if (extents.at(i) != Absent)
                return MentionId(page * PageSize + i);
        }
    }
    return 0;
}

bool MentionStore::operator==(const MentionStore &other) const
{
    if (m_size != other.m_size)
        return false;
    // Chunk borders depend on the history of edits: compare the sequence.
    qsizetype chunk = 0;
    qsizetype row = 0;
    for (const QSharedDataPointer<Chunk> &pointer : m_chunks) {
        for (const Mention &mention : pointer.constData()->mentions) {
            while (row >= other.m_chunks.at(chunk).constData()->mentions.size()) {
                ++chunk;
                row = 0;
            }
            if (!(mention == other.m_chunks.at(chunk).constData()->mentions.at(row++)))
                return false;
        }
    }
    return true;
}

} // namespace dateline
