// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArrayView>
#include <QStringView>

#include <span>
#include <vector>

namespace dateline {

/// Clusters of a word at three granularities; 0: the word has none.
struct WordClusters
{
    quint16 coarse = 0;
    quint16 middle = 0;
    quint16 fine = 0;
    bool isOutside = false; ///< in small letters never part of a name, as far as the training texts go
};

/// Words with their clusters, by hash: the words themselves are not kept. Lives in a model's file
/// or in memory; this is a borrowed view.
class ClusterTable
{
public:
    struct Slot
    {
        quint32 key = 0;    ///< second hash of the word; 0: free
        quint32 packed = 0; ///< 8, 10 and 12 bits, each cluster + 1; the highest bit: isOutside
    };
    static constexpr quint32 OutsideBit = 1u << 31;

    ClusterTable() = default;
    /// `slots`: a power of two of them, not all taken.
    explicit ClusterTable(std::span<const Slot> slots) : m_slots(slots) { }

    /// `lower`: the word in lower case, with a plain apostrophe.
    [[nodiscard]] WordClusters find(QStringView lower) const;
    /// Where a word stands in `slots` for the identity that idOf() gives; slots.size(): nowhere.
    [[nodiscard]] static size_t indexOf(std::span<const Slot> slots, quint64 id);
    /// Never 0.
    [[nodiscard]] static quint64 idOf(QStringView lower);
    [[nodiscard]] std::span<const Slot> slots() const { return m_slots; }

    /// From lines of a word and its three clusters, separated by tabs. Lines of another form are left
    /// out, clusters over the limits of Slot too. Empty when there is no good line.
    [[nodiscard]] static std::vector<Slot> read(QByteArrayView lines);

private:
    std::span<const Slot> m_slots;
};

} // namespace dateline
