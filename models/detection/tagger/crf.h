// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "detection/tagger/labels.h"

#include <array>
#include <vector>

namespace dateline {

/// Weights of one label after another, legal ones only: a name that began goes on or ends within its
/// type, anything may follow what is outside or ended. Logarithms.
struct CrfTransitions
{
    explicit CrfTransitions(int types = 0);

    int typeCount = 0;
    int starts = 0;            ///< labels that may follow an end: outside, begin and unit of each type
    int stride = 0;            ///< `starts` in whole vectors
    std::vector<float> edges;  ///< [outside, last…, unit…][outside, begin…, unit…], rows of `stride`
    std::vector<float> inside; ///< by type: begin-inside, begin-last, inside-inside, inside-last
    std::vector<float> first;  ///< [outside, begin…, unit…] at a sentence's begin
};

/// Labels that a token may have, as bits.
struct LabelSet
{
    std::array<quint64, 2> bits{};
    void add(int label) { bits[size_t(label) / 64] |= quint64(1) << (label % 64); }
    [[nodiscard]] bool has(int label) const { return bits[size_t(label) / 64] >> (label % 64) & 1; }
    bool operator==(const LabelSet &) const = default;
};

/// Forward-backward and Viterbi over one sentence of a linear-chain conditional random field (Lafferty,
/// McCallum and Pereira 2001). Time and memory grow with the sentence; buffers are kept from one sentence to
/// the next. One thread.
class CrfLattice
{
public:
    CrfLattice(const TaggerLabels &labels, const CrfTransitions &transitions);
    /// After the transitions changed.
    void update(const CrfTransitions &transitions);

    /// A sentence of `length` tokens; then fill scores().
    void begin(qsizetype length);
    /// Emission scores of a token, labels().stride() of them.
    [[nodiscard]] float *scores(qsizetype token) { return m_scores.data() + size_t(token) * m_stride; }
    /// Turns scores into what the passes need. Call once after they are filled.
    void prepare();

    /// Sums over all paths, or (when `allowed` is given) over those that go through allowed labels. False when there is
    /// none. Afterwards marginal() and logZ() are valid.
    bool sum(const LabelSet *allowed = nullptr);
    [[nodiscard]] const float *marginal(qsizetype token) const { return m_marginals.data() + size_t(token) * m_stride; }
    [[nodiscard]] double logZ() const { return m_logZ; }
    /// Adds `factor` times the expected transitions of the last sum.
    void addTransitions(float factor, CrfTransitions &gradient) const;
    /// Probability, by the last sum, that tokens [begin, end) are one name of `type`.
    [[nodiscard]] float nameProbability(qsizetype begin, qsizetype end, int type) const;
    /// The likeliest labels. After a sum() over all paths give its result.
    [[nodiscard]] const std::vector<quint8> &decode(bool isSummed = false);

private:
    bool forward(const LabelSet *allowed);
    void backward();
    [[nodiscard]] bool decodeBySum();
    float step(qsizetype token, const LabelSet *allowed);
    [[nodiscard]] int labelOfStart(int start) const;
    [[nodiscard]] int labelOfEnd(int end) const;
    [[nodiscard]] float *row(std::vector<float> &values, qsizetype token) const
    {
        return values.data() + size_t(token) * m_stride;
    }
    [[nodiscard]] const float *row(const std::vector<float> &values, qsizetype token) const
    {
        return values.data() + size_t(token) * m_stride;
    }

    TaggerLabels m_labels;
    int m_types;
    size_t m_stride;
    CrfTransitions m_factors; ///< exp of the transitions
    qsizetype m_length = 0;
    double m_logZ = 0;
    double m_peaks = 0;
    std::vector<float> m_scores;
    std::vector<float> m_emissions;
    std::vector<float> m_alpha;
    std::vector<float> m_beta;
    std::vector<float> m_marginals;
    std::vector<float> m_scale;
    std::vector<float> m_work;
    std::vector<float> m_work2;
    std::vector<quint8> m_back;
    std::vector<quint8> m_path;
};

} // namespace dateline
