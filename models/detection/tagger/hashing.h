// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QStringView>

namespace dateline {

/// Hashes of the tagger's features. Part of the model's format: a change of them makes old models
/// worthless (TaggerModel::FeatureVersion).
constexpr quint32 mixed(quint32 hash)
{
    hash ^= hash >> 16;
    hash *= 0x7FEB352Du;
    hash ^= hash >> 15;
    return hash;
}

constexpr quint32 joined(quint32 a, quint32 b) { return mixed(a * 0x9E3779B1u + b); }
constexpr quint32 joined(quint32 a, quint32 b, quint32 c) { return mixed((a * 0x9E3779B1u + b) * 0x85EBCA77u + c); }
constexpr quint32 joined(quint32 a, quint32 b, quint32 c, quint32 d) { return joined(joined(a, b), c, d); }

/// Of UTF-16 units as they are.
inline quint32 hashOfText(QStringView text)
{
    quint32 hash = 2166136261u;
    for (const QChar c : text)
        hash = (hash ^ c.unicode()) * 16777619u;
    return mixed(hash);
}

} // namespace dateline
