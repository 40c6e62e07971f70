// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/result.h"
#include "detection/tagger/calibration.h"
#include "detection/tagger/clusters.h"
#include "detection/tagger/crf.h"
#include "detection/tagger/modelformat.h"
#include "detection/tagger/weighttable.h"

#include <QByteArray>

#include <memory>

class QFile;

namespace dateline {

/// A trained tagger in a memory-mapped file, or in bytes. Immutable: any number of threads read it. A file that is
/// damaged, cut short, of another kind or of a later version is an Error that says so; nothing of it is used.
class TaggerModel
{
public:
    ~TaggerModel();
    Q_DISABLE_COPY_MOVE(TaggerModel)

    /// Maps the file; it must stay as it is meanwhile (replace it by renaming another over it).
    [[nodiscard]] static Result<std::shared_ptr<const TaggerModel>> open(const QString &path);
    /// `name` is used in messages.
    [[nodiscard]] static Result<std::shared_ptr<const TaggerModel>> fromBytes(const QByteArray &bytes, const QString &name);
    /// Where the shipped model stands: "../share/dateline/news.tagger" beside the program's folder.
    [[nodiscard]] static QString shippedPath();

    [[nodiscard]] const TaggerLabels &labels() const { return m_labels; }
    [[nodiscard]] const CrfTransitions &transitions() const { return m_transitions; }
    [[nodiscard]] const ClusterTable &clusters() const { return m_clusters; }
    [[nodiscard]] const WeightTable &weights() const { return m_weights; }
    [[nodiscard]] float scale() const { return m_scale; }
    /// Tells models apart: two of the same bytes have the same number.
    [[nodiscard]] quint64 checksum() const { return m_checksum; }
    /// The share of names with this probability that is right.
    [[nodiscard]] float calibrated(float probability) const;

private:
    TaggerModel();
    [[nodiscard]] Result<void> read(QByteArrayView bytes, const QString &name);
    [[nodiscard]] bool readParts(QByteArrayView bytes, const ModelHeader &header);

    std::unique_ptr<QFile> m_file; ///< keeps the mapping
    QByteArray m_bytes;
    TaggerLabels m_labels;
    CrfTransitions m_transitions;
    ClusterTable m_clusters;
    WeightTable m_weights;
    Calibration m_calibration;
    float m_scale = 1;
    quint64 m_checksum = 0;
};

} // namespace dateline
