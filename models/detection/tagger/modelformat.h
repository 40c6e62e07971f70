// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QtGlobal>

#include <array>
#include <cstddef>
#include <cstring>

namespace dateline {

// The form of a model's file. Little-endian, every part at a multiple of 16 bytes.

/// A part of the file: where it begins and how many bytes it has.
struct ModelPart
{
    quint64 offset = 0;
    quint64 size = 0;
};

struct ModelHeader
{
    static constexpr std::array<char, 8> Magic{'D', 'L', 'T', 'A', 'G', 'G', 'E', 'R'};
    /// Raised when the file's form changes.
    static constexpr quint32 Version = 1;
    /// Raised when the features change, so that an old model would read nonsense.
    static constexpr quint32 FeatureVersion = 1;

    std::array<char, 8> magic = Magic;
    quint32 version = Version;
    quint32 featureVersion = FeatureVersion;
    quint64 fileSize = 0;
    quint64 checksum = 0; ///< of all bytes of the file with this field 0
    quint32 typeCount = 0;
    float scale = 1;       ///< what a weight of one means
    ModelPart types;       ///< UTF-8, one code a line
    ModelPart transitions; ///< floats: edges, inside, first as in CrfTransitions
    ModelPart clusters;    ///< ClusterTable::Slot
    ModelPart slots;       ///< WeightTable::Slot
    ModelPart pool;        ///< rows of the weights
    ModelPart calibration; ///< CalibrationPoint
};
static_assert(sizeof(ModelHeader) == 136);

/// Sum of a file's bytes that any flipped bit changes. Fast: eight bytes at a time.
inline quint64 modelChecksum(const char *bytes, size_t size)
{
    quint64 sum = 0x243F6A8885A308D3ull ^ size;
    size_t at = 0;
    const auto take = [&](quint64 word) {
        sum = (sum ^ word) * 0x9E3779B97F4A7C15ull;
        sum ^= sum >> 32;
    };
    for (; at + 8 <= size; at += 8) {
        // The checksum's own place counts as nothing.
        quint64 word = 0;
        std::memcpy(&word, bytes + at, 8);
        take(at == offsetof(ModelHeader, checksum) ? 0 : word);
    }
    quint64 rest = 0;
    std::memcpy(&rest, bytes + at, size - at);
    take(rest);
    return sum;
}

} // namespace dateline
