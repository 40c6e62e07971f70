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

/// Features of a model file with their weights: a hash table to rows. A row is the number of its weights and that many
/// pairs of label and weight; where many labels have one it is `Dense` and a weight for each. A borrowed view.
class WeightTable
{
public:
    struct Slot
    {
        quint32 hash = 0;
        quint32 row = 0; ///< place in `pool`, 0: free
    };

    static constexpr quint8 Dense = 255;
    /// From so many weights on a row is dense.
    static constexpr int LeastDense = 14;

    WeightTable() = default;
    /// `slots`: at least one, not all taken. Places outside of `pool` are ignored when they are met.
    WeightTable(std::span<const Slot> slots, std::span<const quint8> pool, size_t stride)
        : m_slots(slots)
        , m_pool(pool)
        , m_stride(stride)
    { }

    /// Adds the weights of features to `sum`, which has 256 places. Looks at all of them before it reads the first, so
    /// that memory answers many questions at once.
    void add(const quint32 *hashes, int count, qint16 *sum) const;
    /// Where a feature is looked for first.
    [[nodiscard]] size_t slotOf(quint32 hash) const { return size_t(quint64(hash * 0x9E3779B1u) * m_slots.size() >> 32); }
    /// A feature stands no further than this from there.
    static constexpr int MostProbes = 64;

private:
    [[nodiscard]] quint32 rowOf(quint32 hash) const;
    void addAt(quint32 row, qint16 *sum) const;
    std::span<const Slot> m_slots;
    std::span<const quint8> m_pool;
    size_t m_stride = 0;
};

} // namespace dateline
