// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/result.h"
#include "detection/tagger/calibration.h"
#include "detection/tagger/trainingdata.h"

#include <QByteArray>

#include <functional>

namespace dateline {

struct TrainingOptions
{
    quint32 seed = 1;
    int epochs = 8;
    float rate = 0.05f;                    ///< falls to a tenth
    float dropout = 0.4f;                  ///< share of features that a step does not see
    int leastCount = 2;                    ///< features seen less often are not learnt
    qsizetype mostBytes = 7 * 1024 * 1024; ///< of weights in the model
    Calibration calibration;               ///< goes into the model
    int patience = 3;                      ///< with a dev set: epochs without a better score before the end
};

/// How training goes, after each epoch.
struct TrainingProgress
{
    int epoch = 0; ///< from 1
    int epochs = 0;
    double loss = 0;   ///< mean negative log-likelihood of a token
    double devF1 = -1; ///< exact span and type, 0…1; -1: no dev set
};

/// Learns a linear-chain conditional random field by stochastic gradients with AdaGrad (Duchi, Hazan and Singer
/// 2011) and feature dropout; labels may be sets, of which the likelihood is the sum over all that agree
/// (log Z of the allowed paths less log Z of all). Weights are averaged over the second half of the epochs.
/// The same articles in the same order with the same options give the same bytes. One thread.
class TaggerTrainer
{
public:
    TaggerTrainer(const TaggerLabels &labels, std::vector<ClusterTable::Slot> clusters, const TrainingOptions &options);

    void add(const TrainingArticle &article);
    void addDev(const TrainingArticle &article);
    [[nodiscard]] size_t tokenCount() const { return m_train.tokenCount(); }

    /// The bytes of a model file. Fails when nothing was added, or when `isStopped` said so
    /// (ErrorKind::Cancelled).
    [[nodiscard]] Result<QByteArray> train(const std::function<void(const TrainingProgress &)> &progress,
                                           const std::function<bool()> &isStopped = {});

private:
    struct Weights;
    void indexFeatures();
    void findOutsideWords();
    void runEpoch(int epoch, Weights &weights, double &loss, const std::function<bool()> &isStopped);
    void learn(const EncodedSentences::Sentence &sentence, float rate, Weights &weights, double &loss);
    [[nodiscard]] double scoreDev(const Weights &weights);
    void scoreTokens(const EncodedSentences &data, const EncodedSentences::Sentence &sentence, const std::vector<float> &rows,
                     float factor, CrfLattice &lattice) const;

    TaggerLabels m_labels;
    std::vector<ClusterTable::Slot> m_clusters;
    TrainingOptions m_options;
    EncodedSentences m_train;
    EncodedSentences m_dev;
    std::vector<quint32> m_hashes; ///< of learnt features, by row
    quint64 m_random = 0;
};

} // namespace dateline
