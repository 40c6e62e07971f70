// SPDX-License-Identifier: Apache-2.0
#include "detection/tagger/weighttable.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace dateline {

void addRow(const float *row, float factor, float *sum, size_t size)
{
    for (size_t i = 0; i < size; i += 16) {
        for (size_t j = 0; j < 16; ++j)
            sum[i + j] += factor * row[i + j];
    }
}

float gradientOf(const float *marginal, float weight, float *difference, size_t size)
{
    float largest = 0;
    for (size_t i = 0; i < size; ++i) {
        difference[i] = weight * (difference[i] - marginal[i]);
        largest = std::max(largest, std::abs(difference[i]));
    }
    return largest;
}

void adaGrad(const float *gradient, float rate, float *values, float *squares, size_t size)
{
    for (size_t i = 0; i < size; ++i) {
        squares[i] += gradient[i] * gradient[i];
        values[i] += rate * gradient[i] / std::sqrt(squares[i]);
    }
}

quint32 WeightTable::rowOf(quint32 hash) const
{
    size_t at = slotOf(hash);
    for (int probes = 0; probes < MostProbes; ++probes) {
        const Slot slot = m_slots[at];
        if (slot.row == 0 || slot.hash == hash)
            return slot.row;
        at = at + 1 == m_slots.size() ? 0 : at + 1;
    }
    return 0;
}

void WeightTable::addAt(quint32 row, qint16 *sum) const
{
    const size_t left = m_pool.size() - row - 1;
    const size_t count = m_pool[row];
    const quint8 *weights = m_pool.data() + row + 1;
    if (count == Dense) {
        if (m_stride > left)
            return;
        for (size_t i = 0; i < m_stride; i += 16) {
            for (size_t j = 0; j < 16; ++j)
                sum[i + j] = qint16(sum[i + j] + qint8(weights[i + j]));
        }
        return;
    }
    if (2 * count > left)
        return;
    for (size_t i = 0; i < count; ++i)
        sum[weights[2 * i]] = qint16(sum[weights[2 * i]] + qint8(weights[2 * i + 1]));
}

void WeightTable::add(const quint32 *hashes, int count, qint16 *sum) const
{
    constexpr int Most = 64;
    std::array<quint32, Most> rows;
    for (int done = 0; done < count; done += Most) {
        const int part = std::min(Most, count - done);
        for (int i = 0; i < part; ++i)
            __builtin_prefetch(&m_slots[slotOf(hashes[done + i])]);
        int found = 0;
        for (int i = 0; i < part; ++i) {
            const quint32 row = rowOf(hashes[done + i]);
            if (row == 0 || row >= m_pool.size())
                continue;
            __builtin_prefetch(&m_pool[row]);
            rows[size_t(found++)] = row;
        }
        for (int i = 0; i < found; ++i)
            addAt(rows[size_t(i)], sum);
    }
}

} // namespace dateline
