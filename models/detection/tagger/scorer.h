// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "detection/tagger/features.h"
#include "detection/tagger/tagger.h"

#include <utility>
#include <vector>

namespace dateline {

/// What words add to the labels' scores, remembered from one article to the next: in news most words come again and
/// again. Each thread has its own; it only saves time, results do not depend on what it holds. Some 4 MB.
class WordSums
{
public:
    static constexpr size_t Places = 8192;
    /// The sums of a word in all its places, stride × WordPlaceCount of them.
    struct Entry
    {
        quint32 exact = 0;
        quint32 check = 0;
        quint32 classes = 0;
        bool isTaken = false;
    };
    /// The one of this thread, emptied when it was filled by another model.
    static WordSums &ofThread(const TaggerModel &model);

    [[nodiscard]] Entry &entryOf(quint32 exact) { return m_entries[exact % Places]; }
    [[nodiscard]] qint16 *sumsOf(quint32 exact) { return m_sums.data() + size_t(exact % Places) * m_size; }

private:
    std::vector<Entry> m_entries;
    std::vector<qint16> m_sums;
    size_t m_size = 0;
    quint64 m_model = 0;
};

/// Scores the tokens of one article by a model's weights. Borrows both; one thread.
class Scorer
{
public:
    Scorer(const TaggerModel &model, const TaggerFeatures &features);

    /// Scores of `token` in the sentence, or the part of one, `part`: labels().stride() of them.
    void score(qsizetype token, const TokenRange &part, float *scores);
    /// What speaks most for `label` rather than for none at `token`, and the token to quote for it.
    [[nodiscard]] std::pair<TaggerBasis, qsizetype> basisOf(qsizetype token, int label, const TokenRange &part);

private:
    using ContextPart = void (TaggerFeatures::*)(qsizetype, const TokenRange &, FeatureList &) const;
    void readWord(qsizetype word, WordSums &known);
    void addFeatures();
    [[nodiscard]] const qint16 *sumOf(qsizetype word, WordPlace place) const
    {
        return m_sums.data() + (size_t(word + 1) * WordPlaceCount + size_t(place)) * m_stride;
    }

    const TaggerModel &m_model;
    const TaggerFeatures &m_features;
    size_t m_stride;
    std::vector<qint16> m_sums;        ///< by word, from -1, and place
    std::array<qint16, 256> m_total{}; ///< more than any label's byte can name
    FeatureList m_list;
};

} // namespace dateline
