// SPDX-License-Identifier: Apache-2.0
#include "detection/tagger/clusters.h"

#include "detection/tagger/hashing.h"

#include <QList>
#include <QString>

#include <bit>

namespace dateline {

namespace {

constexpr quint32 KeySalt = 0x51ED270Bu;

quint32 keyOf(quint32 hash, QStringView word)
{
    const quint32 key = joined(hash, KeySalt, quint32(word.size()) * 65599u + word[word.size() / 2].unicode());
    return key ? key : 1;
}

} // namespace

quint64 ClusterTable::idOf(QStringView lower)
{
    const quint32 hash = hashOfText(lower);
    return quint64(keyOf(hash, lower)) << 32 | hash;
}

size_t ClusterTable::indexOf(std::span<const Slot> slots, quint64 id)
{
    const size_t mask = slots.size() - 1;
    size_t at = id & mask;
    // A file that claims to be full must not keep this going for ever.
    for (int probes = 0; probes < 64 && !slots.empty() && slots[at].key; ++probes) {
        if (slots[at].key == quint32(id >> 32))
            return at;
        at = (at + 1) & mask;
    }
    return slots.size();
}

WordClusters ClusterTable::find(QStringView lower) const
{
    if (m_slots.empty() || lower.isEmpty())
        return {};
    const size_t at = indexOf(m_slots, idOf(lower));
    if (at == m_slots.size())
        return {};
    const quint32 packed = m_slots[at].packed;
    return {quint16(packed & 0xff), quint16(packed >> 8 & 0x3ff), quint16(packed >> 18 & 0xfff), bool(packed & OutsideBit)};
}

std::vector<ClusterTable::Slot> ClusterTable::read(QByteArrayView lines)
{
    struct Row
    {
        QString word;
        quint32 packed;
    };
    QList<Row> rows;
    for (const QByteArray &line : lines.toByteArray().split('\n')) {
        const QList<QByteArray> fields = line.trimmed().split('\t');
        if (fields.size() != 4 || fields.first().isEmpty())
            continue;
        bool areNumbers[3] = {};
        const uint coarse = fields.at(1).toUInt(&areNumbers[0]) + 1;
        const uint middle = fields.at(2).toUInt(&areNumbers[1]) + 1;
        const uint fine = fields.at(3).toUInt(&areNumbers[2]) + 1;
        if (!areNumbers[0] || !areNumbers[1] || !areNumbers[2] || coarse > 0xff || middle > 0x3ff || fine > 0xfff)
            continue;
        rows.append({QString::fromUtf8(fields.first()), coarse | middle << 8 | fine << 18});
    }
    if (rows.isEmpty())
        return {};
    std::vector<Slot> slots(std::bit_ceil(size_t(rows.size()) * 5 / 4 + 1));
    for (const Row &row : rows) {
        const quint32 hash = hashOfText(row.word);
        const quint32 key = keyOf(hash, row.word);
        size_t at = hash & (slots.size() - 1);
        while (slots[at].key && slots[at].key != key)
            at = (at + 1) & (slots.size() - 1);
        if (!slots[at].key)
            slots[at] = {key, row.packed};
    }
    return slots;
}

} // namespace dateline
