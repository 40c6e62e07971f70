// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QString>
#include <QStringList>
#include <QStringView>

#include <array>

namespace dateline {

/// The compiled form of a watchlist: one block of memory, the same in a file. Native byte order (a
/// foreign one fails the magic number). Sections follow the header in this order, each at a multiple of 8:
/// filter (a bit for each first word), slots, phrases, entries, letters (UTF-16), text (UTF-8), issues.
///
/// A phrase is found word by word: the hash of its first i words leads to a slot. A slot may be reached by
/// chance (it keeps 32 bits of the hash), so the words themselves are compared before a phrase counts.
struct WatchlistHeader
{
    static constexpr quint64 Magic = 0x31305453'494C5444ull; ///< "DTLIST01" in little-endian order
    quint64 magic = Magic;
    quint64 fingerprint = 0; ///< of source and tagset
    quint64 checksum = 0;    ///< of all that follows the header
    quint64 bytes = 0;       ///< of all that follows the header
    quint32 filterBits = 0;  ///< the filter has 2^filterBits bits
    quint32 slotBits = 0;    ///< there are 2^slotBits slots
    quint32 phraseCount = 0;
    quint32 entryCount = 0;
    quint32 letterCount = 0;
    quint32 textBytes = 0;
    quint32 issueBytes = 0;
    quint32 typeCount = 0; ///< the first strings of `text`, each ended by LF
};

struct WatchlistSlot
{
    quint32 tag = 0;    ///< upper half of the hash, never 0 where something stands
    quint32 phrase = 0; ///< index + 1 of the first phrase that ends here; 0: none
};

struct WatchlistPhrase
{
    quint32 letters = 0;  ///< first of its folded words, joined by one space each
    quint32 capitals = 0; ///< bit i: word i must begin with a capital
    quint32 entry = 0;
    quint32 next = 0; ///< index + 1 of the next phrase of this slot; 0: none
    quint16 length = 0;
    quint8 words = 0;
    quint8 isExact = 0; ///< an acronym: all capitals in the text too
};

struct WatchlistRecord
{
    quint32 name = 0;
    quint32 link = 0;
    quint32 note = 0; ///< bytes in `text`
    quint32 line = 0;
    quint16 nameBytes = 0;
    quint16 linkBytes = 0;
    quint16 noteBytes = 0;
    quint16 type = 0;
};

/// Hash of a folded word, and of words in a row. Part of the format.
[[nodiscard]] inline quint64 watchlistWordHash(const char16_t *letters, qsizetype count)
{
    quint64 hash = 14695981039346656037ull;
    for (qsizetype i = 0; i < count; ++i)
        hash = (hash ^ letters[i]) * 1099511628211ull;
    hash ^= hash >> 32;
    hash *= 0x9E3779B97F4A7C15ull;
    return hash ^ (hash >> 29);
}
[[nodiscard]] inline quint64 watchlistJoin(quint64 before, quint64 word)
{
    const quint64 hash = (before ^ (word + 0x9E3779B97F4A7C15ull + (before << 6) + (before >> 2))) * 0xBF58476D1CE4E5B9ull;
    return hash ^ (hash >> 31);
}
/// What stands for a hash in the table, where 0 means free.
[[nodiscard]] inline quint64 watchlistKey(quint64 hash) { return hash ? hash : 1; }
/// Digest of bytes, to tell a changed or broken file; no protection against intent. O(n), some GB/s.
[[nodiscard]] quint64 watchlistChecksum(QByteArrayView bytes, quint64 seed = 0);

/// Reads a compiled list. Borrows the bytes.
class WatchlistImage
{
public:
    static constexpr int MaxWords = 32;

    WatchlistImage() = default;
    /// Invalid unless header, sizes, checksum and every offset hold.
    explicit WatchlistImage(QByteArrayView bytes);

    [[nodiscard]] bool isValid() const { return m_slots; }
    [[nodiscard]] const WatchlistHeader &header() const { return m_header; }
    /// True when some phrase may begin with this word.
    [[nodiscard]] bool mayBegin(quint64 hash) const
    {
        const quint64 bit = hash & m_filterMask;
        return m_filter[bit >> 6] >> (bit & 63) & 1;
    }
    /// Null: no phrase begins with these words.
    [[nodiscard]] const WatchlistSlot *slot(quint64 hash) const;
    [[nodiscard]] const WatchlistPhrase &phrase(quint32 index) const { return m_phrases[index]; }
    [[nodiscard]] QStringView letters(const WatchlistPhrase &phrase) const { return {m_letters + phrase.letters, phrase.length}; }
    [[nodiscard]] const WatchlistRecord &record(quint32 index) const { return m_records[index]; }
    [[nodiscard]] QString text(quint32 offset, quint32 bytes) const;
    /// Ids of the types that WatchlistRecord::type numbers.
    [[nodiscard]] QStringList types() const;
    [[nodiscard]] QByteArrayView issues() const { return m_issues; }

private:
    [[nodiscard]] bool isSound() const;
    WatchlistHeader m_header;
    quint64 m_filterMask = 0;
    quint64 m_slotMask = 0;
    const quint64 *m_filter = nullptr;
    const WatchlistSlot *m_slots = nullptr;
    const WatchlistPhrase *m_phrases = nullptr;
    const WatchlistRecord *m_records = nullptr;
    const char16_t *m_letters = nullptr;
    QByteArrayView m_text;
    QByteArrayView m_issues;
};

} // namespace dateline
