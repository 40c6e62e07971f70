// SPDX-License-Identifier: Apache-2.0
#include "detection/tagger/crf.h"

#include <algorithm>
#include <bit>
#include <cmath>

namespace dateline {

namespace {

/// Less likely ends of a name than this beside all others are left out of the sums.
constexpr float Negligible = 1e-7f;

/// e^x within 2e-6 of the true value, x ≤ 0 not under e^-40; the same on every machine.
inline float fastExp(float x)
{
    x = std::max(x, -40.0f) * 1.44269504f;
    // Rounded towards the left without the instructions that only newer machines have.
    const qint32 whole = qint32(x) - 1;
    const float part = x - float(whole);
    const float power =
        1.0f
        + part
              * (0.69314718f
                 + part
                       * (0.24022651f
                          + part * (0.05550411f + part * (0.00961813f + part * (0.00133336f + part * 0.000154035f)))));
    return std::bit_cast<float>(qint32((whole + 127) << 23)) * power;
}

} // namespace

CrfTransitions::CrfTransitions(int types)
    : typeCount(types)
    , starts(1 + 2 * types)
    , stride((starts + 7) & ~7)
    , edges(size_t(starts) * size_t(stride))
    , inside(size_t(types) * 4)
    , first(size_t(stride))
{ }

CrfLattice::CrfLattice(const TaggerLabels &labels, const CrfTransitions &transitions)
    : m_labels(labels)
    , m_types(labels.typeCount())
    , m_stride(size_t(labels.stride()))
    , m_factors(transitions)
{
    update(transitions);
}

void CrfLattice::update(const CrfTransitions &transitions)
{
    const auto exponent = [](float value) { return std::exp(std::clamp(value, -30.0f, 30.0f)); };
    std::transform(transitions.edges.begin(), transitions.edges.end(), m_factors.edges.begin(), exponent);
    std::transform(transitions.inside.begin(), transitions.inside.end(), m_factors.inside.begin(), exponent);
    std::transform(transitions.first.begin(), transitions.first.end(), m_factors.first.begin(), exponent);
}

int CrfLattice::labelOfStart(int start) const { return start <= m_types ? start : start + 2 * m_types; }

int CrfLattice::labelOfEnd(int end) const { return end == 0 ? 0 : end + 2 * m_types; }

void CrfLattice::begin(qsizetype length)
{
    m_length = length;
    const size_t size = size_t(length) * m_stride;
    for (std::vector<float> *values : {&m_scores, &m_emissions, &m_alpha, &m_beta, &m_marginals}) {
        if (values->size() < size)
            values->resize(size);
    }
    if (m_scale.size() < size_t(length))
        m_scale.resize(size_t(length));
    m_work.resize(size_t(m_factors.stride));
    m_work2.resize(size_t(m_factors.stride));
}

void CrfLattice::prepare()
{
    m_peaks = 0;
    const int count = m_labels.count();
    const int stride = int(m_stride);
    for (qsizetype t = 0; t < m_length; ++t) {
        const float *score = row(m_scores, t);
        float *emission = row(m_emissions, t);
        float peak = score[0];
        for (int l = 1; l < count; ++l)
            peak = std::max(peak, score[l]);
        for (int l = 0; l < stride; ++l)
            emission[l] = fastExp(score[l] - peak);
        m_peaks += double(peak);
    }
}

float CrfLattice::step(qsizetype t, const LabelSet *allowed)
{
    const int types = m_types;
    const int stride = m_factors.stride;
    float *start = m_work.data();
    float *alpha = row(m_alpha, t);
    const float *emission = row(m_emissions, t);
    if (t == 0) {
        std::copy(m_factors.first.begin(), m_factors.first.end(), start);
        std::fill(alpha, alpha + m_stride, 0.0f);
    } else {
        const float *before = row(m_alpha, t - 1);
        std::fill(start, start + stride, 0.0f);
        for (int r = 0; r < m_factors.starts; ++r) {
            const float value = before[labelOfEnd(r)];
            if (value <= Negligible)
                continue;
            const float *edge = m_factors.edges.data() + size_t(r) * size_t(stride);
            for (int s = 0; s < stride; ++s)
                start[s] += value * edge[s];
        }
        const float *begin = before + 1;
        const float *inside = before + 1 + types;
        const float *factor = m_factors.inside.data();
        for (int k = 0; k < types; ++k) {
            alpha[1 + types + k] = (begin[k] * factor[4 * k] + inside[k] * factor[4 * k + 2]) * emission[1 + types + k];
            alpha[1 + 2 * types + k] = (begin[k] * factor[4 * k + 1] + inside[k] * factor[4 * k + 3])
                                     * emission[1 + 2 * types + k];
        }
    }
    alpha[0] = start[0] * emission[0];
    for (int k = 0; k < types; ++k) {
        alpha[1 + k] = start[1 + k] * emission[1 + k];
        alpha[1 + 3 * types + k] = start[1 + types + k] * emission[1 + 3 * types + k];
    }
    const int count = m_labels.count();
    // A sentence ends outside or with a name's last word.
    if (t + 1 == m_length)
        std::fill(alpha + 1, alpha + 1 + 2 * types, 0.0f);
    if (allowed) {
        for (int l = 0; l < count; ++l) {
            if (!allowed[t].has(l))
                alpha[l] = 0;
        }
    }
    float total = 0;
    for (int l = 0; l < count; ++l)
        total += alpha[l];
    return total;
}

bool CrfLattice::forward(const LabelSet *allowed)
{
    m_logZ = m_peaks;
    const int count = m_labels.count();
    for (qsizetype t = 0; t < m_length; ++t) {
        const float total = step(t, allowed);
        if (!(total > 1e-30f))
            return false;
        m_scale[size_t(t)] = total;
        m_logZ += std::log(double(total));
        const float factor = 1.0f / total;
        float *alpha = row(m_alpha, t);
        for (int l = 0; l < count; ++l)
            alpha[l] *= factor;
    }
    return true;
}

void CrfLattice::backward()
{
    const int types = m_types;
    const int stride = m_factors.stride;
    const int count = m_labels.count();
    float *beta = row(m_beta, m_length - 1);
    std::fill(beta, beta + m_stride, 0.0f);
    beta[0] = 1;
    std::fill(beta + 1 + 2 * types, beta + count, 1.0f);
    for (qsizetype t = m_length - 2; t >= 0; --t) {
        const float *next = row(m_beta, t + 1);
        const float *emission = row(m_emissions, t + 1);
        const float *reached = row(m_alpha, t + 1);
        const float *alpha = row(m_alpha, t);
        const float factor = 1.0f / m_scale[size_t(t) + 1];
        beta = row(m_beta, t);
        std::fill(beta, beta + m_stride, 0.0f);
        float *x = m_work.data();
        std::fill(x, x + stride, 0.0f);
        for (int s = 0; s < m_factors.starts; ++s) {
            const int l = labelOfStart(s);
            x[s] = reached[l] > 0 ? emission[l] * next[l] * factor : 0;
        }
        for (int r = 0; r < m_factors.starts; ++r) {
            const int l = labelOfEnd(r);
            if (alpha[l] <= Negligible)
                continue;
            const float *edge = m_factors.edges.data() + size_t(r) * size_t(stride);
            float total = 0;
            for (int s = 0; s < stride; ++s)
                total += edge[s] * x[s];
            beta[l] = total;
        }
        const float *inside = m_factors.inside.data();
        for (int k = 0; k < types; ++k) {
            const int i = 1 + types + k;
            const int l = 1 + 2 * types + k;
            const float goesOn = reached[i] > 0 ? emission[i] * next[i] * factor : 0;
            const float ends = reached[l] > 0 ? emission[l] * next[l] * factor : 0;
            beta[1 + k] = inside[4 * k] * goesOn + inside[4 * k + 1] * ends;
            beta[i] = inside[4 * k + 2] * goesOn + inside[4 * k + 3] * ends;
        }
    }
}

bool CrfLattice::sum(const LabelSet *allowed)
{
    if (m_length == 0 || !forward(allowed))
        return false;
    backward();
    for (qsizetype t = 0; t < m_length; ++t) {
        const float *alpha = row(m_alpha, t);
        const float *beta = row(m_beta, t);
        float *marginal = row(m_marginals, t);
        for (size_t l = 0; l < m_stride; ++l)
            marginal[l] = alpha[l] * beta[l];
    }
    return true;
}

void CrfLattice::addTransitions(float factor, CrfTransitions &gradient) const
{
    const int types = m_types;
    const int stride = m_factors.stride;
    const float *start = marginal(0);
    for (int s = 0; s < m_factors.starts; ++s)
        gradient.first[size_t(s)] += factor * start[labelOfStart(s)];
    for (qsizetype t = 0; t + 1 < m_length; ++t) {
        const float *alpha = row(m_alpha, t);
        const float *next = row(m_beta, t + 1);
        const float *reached = row(m_alpha, t + 1);
        const float *emission = row(m_emissions, t + 1);
        const float scale = factor / m_scale[size_t(t) + 1];
        for (int r = 0; r < m_factors.starts; ++r) {
            const float value = alpha[labelOfEnd(r)] * scale;
            if (std::abs(value) <= Negligible)
                continue;
            const float *edge = m_factors.edges.data() + size_t(r) * size_t(stride);
            float *sum = gradient.edges.data() + size_t(r) * size_t(stride);
            for (int s = 0; s < m_factors.starts; ++s) {
                const int l = labelOfStart(s);
                if (reached[l] > 0)
                    sum[s] += value * edge[s] * emission[l] * next[l];
            }
        }
        for (int k = 0; k < types; ++k) {
            const int i = 1 + types + k;
            const int l = 1 + 2 * types + k;
            const float goesOn = reached[i] > 0 ? emission[i] * next[i] * scale : 0;
            const float ends = reached[l] > 0 ? emission[l] * next[l] * scale : 0;
            float *sum = gradient.inside.data() + size_t(k) * 4;
            const float *inside = m_factors.inside.data() + size_t(k) * 4;
            sum[0] += alpha[1 + k] * inside[0] * goesOn;
            sum[1] += alpha[1 + k] * inside[1] * ends;
            sum[2] += alpha[i] * inside[2] * goesOn;
            sum[3] += alpha[i] * inside[3] * ends;
        }
    }
}

float CrfLattice::nameProbability(qsizetype begin, qsizetype end, int type) const
{
    const int types = m_types;
    if (end - begin == 1)
        return marginal(begin)[1 + 3 * types + type];
    float probability = row(m_alpha, begin)[1 + type];
    const float *inside = m_factors.inside.data() + size_t(type) * 4;
    for (qsizetype t = begin + 1; t < end; ++t) {
        const bool isLast = t + 1 == end;
        const int label = isLast ? 1 + 2 * types + type : 1 + types + type;
        const float edge = inside[(t == begin + 1 ? 0 : 2) + (isLast ? 1 : 0)];
        probability *= edge * row(m_emissions, t)[label] / m_scale[size_t(t)];
    }
    return std::clamp(probability * row(m_beta, end - 1)[1 + 2 * types + type], 0.0f, 1.0f);
}

/// When the likeliest label of each token is so sure that all of them together have more than half of the
/// probability, no other path can have more.
bool CrfLattice::decodeBySum()
{
    const int count = m_labels.count();
    m_path.resize(size_t(m_length));
    float doubt = 0;
    for (qsizetype t = 0; t < m_length; ++t) {
        const float *probabilities = marginal(t);
        int best = 0;
        if (probabilities[0] < 0.5f)
            best = int(std::max_element(probabilities, probabilities + count) - probabilities);
        doubt += 1 - probabilities[best];
        if (doubt > 0.49f)
            return false;
        m_path[size_t(t)] = quint8(best);
    }
    return true;
}

const std::vector<quint8> &CrfLattice::decode(bool isSummed)
{
    if (isSummed && decodeBySum())
        return m_path;
    const int types = m_types;
    const int stride = m_factors.stride;
    const int count = m_labels.count();
    m_path.assign(size_t(m_length), 0);
    if (m_back.size() < size_t(m_length) * m_stride)
        m_back.resize(size_t(m_length) * m_stride);
    std::vector<float> present(m_stride);
    std::vector<float> before(m_stride);
    float *best = m_work.data();
    float *from = m_work2.data();
    for (qsizetype t = 0; t < m_length; ++t) {
        const float *emission = row(m_emissions, t);
        quint8 *back = m_back.data() + size_t(t) * m_stride;
        std::fill(present.begin(), present.end(), 0.0f);
        std::fill(from, from + stride, 0.0f);
        if (t == 0) {
            std::copy(m_factors.first.begin(), m_factors.first.end(), best);
        } else {
            std::fill(best, best + stride, 0.0f);
            for (int r = 0; r < m_factors.starts; ++r) {
                const float value = before[size_t(labelOfEnd(r))];
                if (value <= Negligible)
                    continue;
                const auto label = float(labelOfEnd(r));
                const float *edge = m_factors.edges.data() + size_t(r) * size_t(stride);
                for (int s = 0; s < stride; ++s) {
                    const float candidate = value * edge[s];
                    from[s] = candidate > best[s] ? label : from[s];
                    best[s] = std::max(best[s], candidate);
                }
            }
            for (int k = 0; k < types; ++k) {
                const int b = 1 + k;
                const int i = 1 + types + k;
                const int l = 1 + 2 * types + k;
                const float *inside = m_factors.inside.data() + size_t(k) * 4;
                const auto choose = [&](int to, float afterBegin, float afterInside) {
                    back[to] = quint8(afterBegin >= afterInside ? b : i);
                    present[size_t(to)] = std::max(afterBegin, afterInside) * emission[to];
                };
                choose(i, before[size_t(b)] * inside[0], before[size_t(i)] * inside[2]);
                choose(l, before[size_t(b)] * inside[1], before[size_t(i)] * inside[3]);
            }
        }
        for (int s = 0; s < m_factors.starts; ++s) {
            const int l = labelOfStart(s);
            present[size_t(l)] = best[s] * emission[l];
            back[l] = quint8(from[s]);
        }
        if (t + 1 == m_length)
            std::fill(present.begin() + 1, present.begin() + 1 + 2 * types, 0.0f);
        const float peak = *std::max_element(present.begin(), present.begin() + count);
        const float factor = peak > 0 ? 1.0f / peak : 0.0f;
        for (int l = 0; l < count; ++l)
            present[size_t(l)] *= factor;
        std::swap(present, before);
    }
    if (m_length == 0)
        return m_path;
    auto label = quint8(std::max_element(before.begin(), before.begin() + count) - before.begin());
    for (qsizetype t = m_length - 1; t >= 0; --t) {
        m_path[size_t(t)] = label;
        label = m_back[size_t(t) * m_stride + label];
    }
    return m_path;
}

} // namespace dateline
