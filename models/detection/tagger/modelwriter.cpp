// SPDX-License-Identifier: Apache-2.0
#include "detection/tagger/modelwriter.h"

#include "detection/tagger/modelformat.h"
#include "detection/tagger/weighttable.h"

#include <algorithm>
#include <cmath>

namespace dateline {

namespace {

/// Weights beyond this are cut: they are few, and the others are finer for it.
constexpr float LargestWeight = 1.0f;
/// Quantised weights under this are left out.
constexpr int LeastWeight = 5;

struct Row
{
    quint32 hash;
    float worth;
    size_t index;
};

/// The model's parts one after the other.
class File
{
public:
    File() { m_bytes.resize(sizeof(ModelHeader)); }
    ModelPart add(const void *data, size_t size)
    {
        m_bytes.resize((m_bytes.size() + 15) & ~qsizetype(15), '\0');
        const ModelPart part{quint64(m_bytes.size()), quint64(size)};
        m_bytes.append(static_cast<const char *>(data), qsizetype(size));
        return part;
    }
    QByteArray finish(ModelHeader header)
    {
        header.fileSize = quint64(m_bytes.size());
        std::memcpy(m_bytes.data(), &header, sizeof(header));
        header.checksum = modelChecksum(m_bytes.constData(), size_t(m_bytes.size()));
        std::memcpy(m_bytes.data(), &header, sizeof(header));
        return m_bytes;
    }

private:
    QByteArray m_bytes;
};

qint8 quantised(float weight, float scale) { return qint8(std::clamp(int(std::lround(weight / scale)), -127, 127)); }

/// Slots for `rows`: a third more.
size_t slotCount(size_t rows) { return rows * 4 / 3 + 1; }

/// Rows by their worth, the best first.
std::vector<Row> sortedRows(const TrainedWeights &weights, size_t stride)
{
    std::vector<Row> rows;
    rows.reserve(weights.hashes.size());
    for (size_t i = 0; i < weights.hashes.size(); ++i) {
        const float *row = weights.rows.data() + i * stride;
        float largest = 0;
        for (size_t l = 0; l < stride; ++l)
            largest = std::max(largest, std::abs(row[l]));
        rows.push_back({weights.hashes[i], largest, i});
    }
    std::sort(rows.begin(), rows.end(),
              [](const Row &a, const Row &b) { return a.worth != b.worth ? a.worth > b.worth : a.hash < b.hash; });
    return rows;
}

/// Appends a row of the weights that are worth it; nothing when none is.
void addRow(const float *values, const TaggerLabels &labels, float scale, std::vector<quint8> &pool)
{
    std::vector<quint8> pairs;
    for (int label = 0; label < labels.count(); ++label) {
        const qint8 weight = quantised(values[label], scale);
        if (std::abs(weight) >= LeastWeight) {
            pairs.push_back(quint8(label));
            pairs.push_back(quint8(weight));
        }
    }
    const size_t count = pairs.size() / 2;
    if (count == 0)
        return;
    if (count < size_t(WeightTable::LeastDense)) {
        pool.push_back(quint8(count));
        pool.insert(pool.end(), pairs.begin(), pairs.end());
        return;
    }
    pool.push_back(WeightTable::Dense);
    for (int label = 0; label < labels.stride(); ++label)
        pool.push_back(label < labels.count() ? quint8(quantised(values[label], scale)) : quint8(0));
}

} // namespace

QByteArray writeModel(const TaggerLabels &labels, const TrainedWeights &weights, const std::vector<ClusterTable::Slot> &clusters,
                      const Calibration &calibration, qsizetype mostBytes)
{
    const auto stride = size_t(labels.stride());
    const float scale = LargestWeight / 127.0f;
    std::vector<quint8> pool(1);
    std::vector<WeightTable::Slot> taken;
    for (const Row &row : sortedRows(weights, stride)) {
        const float *values = weights.rows.data() + row.index * stride;
        const size_t at = pool.size();
        addRow(values, labels, scale, pool);
        if (pool.size() == at)
            continue;
        taken.push_back({row.hash, quint32(at)});
        if (qsizetype(pool.size() + slotCount(taken.size()) * sizeof(WeightTable::Slot)) > mostBytes) {
            pool.resize(at);
            taken.pop_back();
            break;
        }
    }
    std::vector<WeightTable::Slot> slots(slotCount(taken.size()));
    const WeightTable table(slots, pool, stride);
    for (const WeightTable::Slot &slot : taken) {
        size_t at = table.slotOf(slot.hash);
        int probes = 0;
        for (; slots[at].row && probes < WeightTable::MostProbes; ++probes)
            at = at + 1 == slots.size() ? 0 : at + 1;
        // The best rows come first: what finds no place near its own is worth least.
        if (probes < WeightTable::MostProbes)
            slots[at] = slot;
    }
    File file;
    ModelHeader header;
    header.typeCount = quint32(labels.typeCount());
    header.scale = scale;
    const QByteArray types = labels.types().join(u'\n').toUtf8();
    header.types = file.add(types.constData(), size_t(types.size()));
    std::vector<float> transitions = weights.transitions.edges;
    transitions.insert(transitions.end(), weights.transitions.inside.begin(), weights.transitions.inside.end());
    transitions.insert(transitions.end(), weights.transitions.first.begin(), weights.transitions.first.end());
    header.transitions = file.add(transitions.data(), transitions.size() * sizeof(float));
    header.clusters = file.add(clusters.data(), clusters.size() * sizeof(ClusterTable::Slot));
    header.slots = file.add(slots.data(), slots.size() * sizeof(WeightTable::Slot));
    header.pool = file.add(pool.data(), pool.size());
    header.calibration = file.add(calibration.data(), calibration.size() * sizeof(Calibration::value_type));
    return file.finish(header);
}

} // namespace dateline
