// SPDX-License-Identifier: Apache-2.0
#include "detection/tagger/weighttable.h"

#include <algorithm>
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

} // namespace dateline
