// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "detection/tagger/clusters.h"
#include "detection/tagger/calibration.h"
#include "detection/tagger/crf.h"

#include <QByteArray>

#include <vector>

namespace dateline {

/// Weights of a trained tagger before they become a file.
struct TrainedWeights
{
    std::vector<quint32> hashes; ///< of features, by row
    std::vector<float> rows;     ///< labels.stride() a feature
    CrfTransitions transitions;
};

/// Quantises weights to eight bits, leaves out those that are next to nothing and then the features that say least
/// until `mostBytes` hold them. The file's form: TaggerModel.
[[nodiscard]] QByteArray writeModel(const TaggerLabels &labels, const TrainedWeights &weights,
                                    const std::vector<ClusterTable::Slot> &clusters, const Calibration &calibration,
                                    qsizetype mostBytes);

} // namespace dateline
