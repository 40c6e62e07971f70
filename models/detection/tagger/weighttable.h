// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QtGlobal>

#include <cstddef>
#include <span>
#include <vector>

namespace dateline {

// The inner loops of training, compiled for vectors.

/// sum += factor * row
void addRow(const float *row, float factor, float *sum, size_t size);
/// difference = weight * (difference - marginal); the largest of them, without its sign.
float gradientOf(const float *marginal, float weight, float *difference, size_t size);
/// A step of AdaGrad.
void adaGrad(const float *gradient, float rate, float *values, float *squares, size_t size);

/// Features of a model file with their weights: a hash table to short rows of label and weight. A borrowed view.
class WeightTable
{
public:
    struct Slot
    {
        quint32 hash = 0;
        quint32 row = 0; ///< place in `pool`, 0: free
    };

    WeightTable() = default;
    /// `slots`: at least one, not all taken. Places outside of `pool` are ignored when they are met.
    WeightTable(std::span<const Slot> slots, std::span<const quint8> pool) : m_slots(slots), m_pool(pool) { }

    /// Adds the weights of a feature to `sum`, which has 256 places.
    void add(quint32 hash, qint32 *sum) const
    {
        size_t at = slotOf(hash);
        for (int probes = 0; probes < MostProbes; ++probes) {
            const Slot slot = m_slots[at];
            if (slot.row == 0)
                return;
            if (slot.hash == hash) {
                addAt(slot.row, sum);
                return;
            }
            at = at + 1 == m_slots.size() ? 0 : at + 1;
        }
    }
    /// Where a feature is looked for first.
    [[nodiscard]] size_t slotOf(quint32 hash) const { return size_t(quint64(hash * 0x9E3779B1u) * m_slots.size() >> 32); }
    /// A feature stands no further than this from there.
    static constexpr int MostProbes = 64;

private:
    void addAt(quint32 row, qint32 *sum) const
    {
        const size_t count = row < m_pool.size() ? m_pool[row] : 0;
        if (size_t(row) + 1 + 2 * count > m_pool.size())
            return;
        const quint8 *pair = m_pool.data() + row + 1;
        for (size_t i = 0; i < count; ++i)
            sum[pair[2 * i]] += qint8(pair[2 * i + 1]);
    }
    std::span<const Slot> m_slots;
    std::span<const quint8> m_pool;
};

} // namespace dateline
