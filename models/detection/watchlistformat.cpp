// SPDX-License-Identifier: Apache-2.0
#include "detection/watchlistformat.h"

#include <cstring>

namespace dateline {

quint64 watchlistChecksum(QByteArrayView bytes, quint64 seed)
{
    // Four independent lanes, so that memory and not multiplication is the limit.
    constexpr quint64 Prime = 0x9E3779B97F4A7C15ull;
    std::array<quint64, 4> lanes{seed ^ Prime, seed + 1, seed + 2, seed + 3};
    const char *at = bytes.data();
    qsizetype left = bytes.size();
    for (; left >= 32; at += 32, left -= 32) {
        std::array<quint64, 4> block;
        std::memcpy(block.data(), at, 32);
        for (size_t i = 0; i < 4; ++i) {
            lanes[i] = (lanes[i] ^ block[i]) * Prime;
            lanes[i] ^= lanes[i] >> 32;
        }
    }
    std::array<quint64, 4> rest{};
    if (left > 0)
        std::memcpy(rest.data(), at, size_t(left));
    quint64 sum = quint64(bytes.size()) * Prime;
    for (size_t i = 0; i < 4; ++i) {
        sum = (sum ^ ((lanes[i] ^ rest[i]) * Prime)) * 0xBF58476D1CE4E5B9ull;
        sum ^= sum >> 31;
    }
    return sum;
}

namespace {

/// Takes `count` items of T, aligned to 8 bytes, from the front of `left`; null when they are not there.
template<typename T>
const T *take(QByteArrayView &left, quint64 count)
{
    const quint64 bytes = count * sizeof(T);
    const quint64 padded = (bytes + 7) & ~quint64(7);
    if (padded > quint64(left.size()))
        return nullptr;
    const T *items = reinterpret_cast<const T *>(left.data());
    left = left.sliced(qsizetype(padded));
    return items;
}

} // namespace

WatchlistImage::WatchlistImage(QByteArrayView bytes)
{
    if (bytes.size() < qsizetype(sizeof(WatchlistHeader)) || quintptr(bytes.data()) % 8)
        return;
    std::memcpy(&m_header, bytes.data(), sizeof m_header);
    QByteArrayView left = bytes.sliced(sizeof m_header);
    if (m_header.magic != WatchlistHeader::Magic || m_header.bytes != quint64(left.size()) || m_header.filterBits < 6
        || m_header.filterBits > 30 || m_header.slotBits > 30 || m_header.checksum != watchlistChecksum(left))
        return;
    m_filterMask = (quint64(1) << m_header.filterBits) - 1;
    m_slotMask = (quint64(1) << m_header.slotBits) - 1;
    m_filter = take<quint64>(left, (m_filterMask + 1) / 64);
    const auto *table = take<WatchlistSlot>(left, m_slotMask + 1);
    m_phrases = take<WatchlistPhrase>(left, m_header.phraseCount);
    m_records = take<WatchlistRecord>(left, m_header.entryCount);
    m_letters = take<char16_t>(left, m_header.letterCount);
    const char *text = take<char>(left, m_header.textBytes);
    const char *issues = take<char>(left, m_header.issueBytes);
    if (!m_filter || !table || !m_phrases || !m_records || !m_letters || !text || !issues)
        return;
    m_text = QByteArrayView(text, qsizetype(m_header.textBytes));
    m_issues = QByteArrayView(issues, qsizetype(m_header.issueBytes));
    m_slots = table;
    if (!isSound() || types().size() != qsizetype(m_header.typeCount))
        m_slots = nullptr;
}

bool WatchlistImage::isSound() const
{
    quint64 free = 0;
    for (quint64 i = 0; i <= m_slotMask; ++i) {
        free += m_slots[i].tag ? 0 : 1;
        if (m_slots[i].phrase > m_header.phraseCount)
            return false;
    }
    // Without a free slot a look-up would not end.
    if (!free)
        return false;
    for (quint32 i = 0; i < m_header.phraseCount; ++i) {
        const WatchlistPhrase &phrase = m_phrases[i];
        const bool isForward = !phrase.next || (phrase.next > i + 1 && phrase.next <= m_header.phraseCount);
        if (!isForward || phrase.entry >= m_header.entryCount || phrase.words < 1 || phrase.words > MaxWords
            || quint64(phrase.letters) + phrase.length > m_header.letterCount)
            return false;
    }
    for (quint32 i = 0; i < m_header.entryCount; ++i) {
        const WatchlistRecord &record = m_records[i];
        if (quint64(record.name) + record.nameBytes > m_header.textBytes
            || quint64(record.link) + record.linkBytes > m_header.textBytes
            || quint64(record.note) + record.noteBytes > m_header.textBytes || record.type >= m_header.typeCount)
            return false;
    }
    return true;
}

const WatchlistSlot *WatchlistImage::slot(quint64 hash) const
{
    const quint64 key = watchlistKey(hash);
    const quint32 tag = quint32(key >> 32) | 1u;
    for (quint64 at = key & m_slotMask; m_slots[at].tag; at = (at + 1) & m_slotMask) {
        if (m_slots[at].tag == tag)
            return &m_slots[at];
    }
    return nullptr;
}

QStringList WatchlistImage::types() const
{
    QStringList types;
    qsizetype at = 0;
    for (quint32 i = 0; i < m_header.typeCount; ++i) {
        const qsizetype end = m_text.indexOf('\n', at);
        if (end < 0)
            break;
        types.append(QString::fromUtf8(m_text.sliced(at, end - at)));
        at = end + 1;
    }
    return types;
}

QString WatchlistImage::text(quint32 offset, quint32 bytes) const
{
    return QString::fromUtf8(m_text.sliced(qsizetype(offset), qsizetype(bytes)));
}

} // namespace dateline
