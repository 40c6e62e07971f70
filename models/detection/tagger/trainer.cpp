// SPDX-License-Identifier: Apache-2.0
#include "detection/tagger/trainer.h"

#include "detection/tagger/modelwriter.h"
#include "detection/tagger/weighttable.h"

#include <QCoreApplication>

#include <algorithm>
#include <bit>
#include <cmath>
#include <numeric>

namespace dateline {

namespace {

constexpr quint32 NotLearnt = 0xffffffffu;
/// What AdaGrad's sums of squares begin with: small gradients make small steps.
constexpr float FirstSquare = 0.01f;
/// Tokens whose labels are this sure teach nothing.
constexpr float LeastGradient = 0.002f;

/// A word is taken for one that stands outside of names when it was seen so often, and inside of names not once in so many.
constexpr quint32 LeastOutside = 15;
constexpr quint32 InsideShare = 400;

quint64 nextRandom(quint64 &state)
{
    // SplitMix64 (Steele, Lea and Flood 2014).
    quint64 z = (state += 0x9E3779B97F4A7C15ull);
    z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9ull;
    z = (z ^ (z >> 27)) * 0x94D049BB133111EBull;
    return z ^ (z >> 31);
}

/// A table from hashes to rows.
class RowTable
{
public:
    explicit RowTable(size_t most) : m_slots(std::bit_ceil(most * 2 + 2), NotLearnt), m_keys(m_slots.size()) { }
    [[nodiscard]] quint32 find(quint32 hash) const
    {
        const size_t mask = m_slots.size() - 1;
        size_t at = hash & mask;
        while (m_slots[at] != NotLearnt && m_keys[at] != hash)
            at = (at + 1) & mask;
        return m_slots[at];
    }
    void insert(quint32 hash, quint32 row)
    {
        const size_t mask = m_slots.size() - 1;
        size_t at = hash & mask;
        while (m_slots[at] != NotLearnt)
            at = (at + 1) & mask;
        m_slots[at] = row;
        m_keys[at] = hash;
    }

private:
    std::vector<quint32> m_slots;
    std::vector<quint32> m_keys;
};

struct Name
{
    size_t begin;
    size_t end;
    int type;
    auto operator<=>(const Name &) const = default;
};

/// Names in a path of labels. `labelAt` gives the label of a token.
template<typename LabelAt>
std::vector<Name> namesIn(const TaggerLabels &labels, size_t begin, size_t end, LabelAt labelAt)
{
    std::vector<Name> names;
    size_t from = begin;
    for (size_t t = begin; t < end; ++t) {
        const int label = labelAt(t);
        if (label == TaggerLabels::Outside)
            continue;
        const NamePosition position = labels.positionOf(label);
        if (position == NamePosition::Begin || position == NamePosition::Unit)
            from = t;
        if (position == NamePosition::Last || position == NamePosition::Unit)
            names.push_back({from, t + 1, labels.typeOf(label)});
    }
    return names;
}

} // namespace

struct TaggerTrainer::Weights
{
    std::vector<float> rows;
    std::vector<float> squares;
    CrfTransitions transitions;
    CrfTransitions transitionSquares;
    CrfTransitions gradient;
    CrfLattice lattice;
    std::vector<float> difference; ///< by token and label: allowed less all
    std::vector<quint32> seen;     ///< features that this step sees
    std::vector<size_t> seenEnd;
};

TaggerTrainer::TaggerTrainer(const TaggerLabels &labels, std::vector<ClusterTable::Slot> clusters, const TrainingOptions &options)
    : m_labels(labels)
    , m_clusters(std::move(clusters))
    , m_options(options)
{ }

void TaggerTrainer::add(const TrainingArticle &article) { encodeArticle(article, m_labels, ClusterTable(m_clusters), m_train); }

void TaggerTrainer::addDev(const TrainingArticle &article) { encodeArticle(article, m_labels, ClusterTable(m_clusters), m_dev); }

void TaggerTrainer::indexFeatures()
{
    // Counted by hash in a table without keys: a few features seen once pass for two, which does no harm.
    const size_t places = std::bit_ceil(std::clamp(m_train.features.size() * 2, size_t(1) << 10, size_t(1) << 27));
    std::vector<quint8> counts(places);
    for (const quint32 hash : m_train.features) {
        quint8 &count = counts[hash & (places - 1)];
        count = quint8(count < 255 ? count + 1 : 255);
    }
    const auto isFrequent = [&](quint32 hash) { return counts[hash & (places - 1)] >= m_options.leastCount; };
    std::vector<quint32> hashes;
    hashes.reserve(m_train.features.size() / 2);
    for (const quint32 hash : m_train.features) {
        if (isFrequent(hash))
            hashes.push_back(hash);
    }
    std::sort(hashes.begin(), hashes.end());
    hashes.erase(std::unique(hashes.begin(), hashes.end()), hashes.end());
    m_hashes = std::move(hashes);
    RowTable table(m_hashes.size());
    for (size_t row = 0; row < m_hashes.size(); ++row)
        table.insert(m_hashes[row], quint32(row));
    for (EncodedSentences *data : {&m_train, &m_dev}) {
        size_t to = 0;
        size_t from = 0;
        for (size_t t = 0; t < data->tokenCount(); ++t) {
            for (; from < data->featureEnd[t + 1]; ++from) {
                const quint32 row = table.find(data->features[from]);
                if (row != NotLearnt)
                    data->features[to++] = row;
            }
            data->featureEnd[t + 1] = to;
        }
        data->features.resize(to);
    }
}

void TaggerTrainer::findOutsideWords()
{
    struct Count
    {
        quint32 all = 0;
        quint32 inside = 0;
    };
    std::vector<Count> counts(m_clusters.size() + 1);
    for (size_t t = 0; t < m_train.tokenCount(); ++t) {
        if (m_train.smallWords[t] == 0)
            continue;
        Count &count = counts[ClusterTable::indexOf(m_clusters, m_train.smallWords[t])];
        ++count.all;
        if (!m_train.allowed[t].has(TaggerLabels::Outside))
            ++count.inside;
    }
    for (size_t i = 0; i < m_clusters.size(); ++i) {
        if (counts[i].all >= LeastOutside && counts[i].inside * InsideShare <= counts[i].all)
            m_clusters[i].packed |= ClusterTable::OutsideBit;
    }
}

void TaggerTrainer::scoreTokens(const EncodedSentences &data, const EncodedSentences::Sentence &sentence,
                                const std::vector<float> &rows, float factor, CrfLattice &lattice) const
{
    const auto stride = size_t(m_labels.stride());
    lattice.begin(qsizetype(sentence.end - sentence.begin));
    for (size_t t = sentence.begin; t < sentence.end; ++t) {
        float *scores = lattice.scores(qsizetype(t - sentence.begin));
        std::fill(scores, scores + stride, 0.0f);
        for (size_t f = data.featureEnd[t]; f < data.featureEnd[t + 1]; ++f)
            addRow(rows.data() + size_t(data.features[f]) * stride, factor, scores, stride);
    }
    lattice.prepare();
}

void TaggerTrainer::learn(const EncodedSentences::Sentence &sentence, float rate, Weights &weights, double &loss)
{
    const auto stride = size_t(m_labels.stride());
    const size_t length = sentence.end - sentence.begin;
    const float kept = 1.0f - m_options.dropout;
    const auto limit = quint32(double(kept) * 65536.0);
    CrfLattice &lattice = weights.lattice;
    lattice.begin(qsizetype(length));
    weights.seen.clear();
    weights.seenEnd.assign(1, 0);
    for (size_t t = sentence.begin; t < sentence.end; ++t) {
        float *scores = lattice.scores(qsizetype(t - sentence.begin));
        std::fill(scores, scores + stride, 0.0f);
        quint64 bits = 0;
        int left = 0;
        for (size_t f = m_train.featureEnd[t]; f < m_train.featureEnd[t + 1]; ++f) {
            if (left == 0) {
                bits = nextRandom(m_random);
                left = 4;
            }
            const auto draw = quint32(bits & 0xffff);
            bits >>= 16;
            --left;
            if (draw >= limit)
                continue;
            weights.seen.push_back(m_train.features[f]);
            addRow(weights.rows.data() + size_t(m_train.features[f]) * stride, 1.0f / kept, scores, stride);
        }
        weights.seenEnd.push_back(weights.seen.size());
    }
    lattice.prepare();
    lattice.update(weights.transitions);
    if (!lattice.sum(m_train.allowed.data() + sentence.begin))
        return;
    const double allowedZ = lattice.logZ();
    weights.difference.resize(length * stride);
    std::copy(lattice.marginal(0), lattice.marginal(0) + length * stride, weights.difference.begin());
    lattice.addTransitions(sentence.weight, weights.gradient);
    if (!lattice.sum()) {
        weights.gradient = CrfTransitions(m_labels.typeCount());
        return;
    }
    loss += lattice.logZ() - allowedZ;
    lattice.addTransitions(-sentence.weight, weights.gradient);
    for (size_t t = 0; t < length; ++t) {
        float *difference = weights.difference.data() + t * stride;
        if (gradientOf(lattice.marginal(qsizetype(t)), sentence.weight, difference, stride) < LeastGradient)
            continue;
        for (size_t f = weights.seenEnd[t]; f < weights.seenEnd[t + 1]; ++f) {
            const size_t at = size_t(weights.seen[f]) * stride;
            adaGrad(difference, rate, weights.rows.data() + at, weights.squares.data() + at, stride);
        }
    }
    const auto learnTransitions = [rate](std::vector<float> &gradient, std::vector<float> &values, std::vector<float> &squares) {
        adaGrad(gradient.data(), rate, values.data(), squares.data(), values.size());
        std::fill(gradient.begin(), gradient.end(), 0.0f);
    };
    learnTransitions(weights.gradient.edges, weights.transitions.edges, weights.transitionSquares.edges);
    learnTransitions(weights.gradient.inside, weights.transitions.inside, weights.transitionSquares.inside);
    learnTransitions(weights.gradient.first, weights.transitions.first, weights.transitionSquares.first);
}

void TaggerTrainer::runEpoch(int epoch, Weights &weights, double &loss, const std::function<bool()> &isStopped)
{
    std::vector<size_t> order(m_train.sentences.size());
    std::iota(order.begin(), order.end(), size_t(0));
    for (size_t i = order.size(); i > 1; --i)
        std::swap(order[i - 1], order[nextRandom(m_random) % i]);
    const double steps = double(order.size()) * m_options.epochs;
    for (size_t i = 0; i < order.size(); ++i) {
        if ((i & 0xff) == 0 && isStopped && isStopped())
            return;
        const double done = (double(epoch) * double(order.size()) + double(i)) / steps;
        learn(m_train.sentences[order[i]], float(double(m_options.rate) * (1.0 - 0.9 * done)), weights, loss);
    }
}

double TaggerTrainer::scoreDev(const Weights &weights)
{
    CrfLattice lattice(m_labels, weights.transitions);
    qsizetype found = 0;
    qsizetype wanted = 0;
    qsizetype right = 0;
    for (const EncodedSentences::Sentence &sentence : m_dev.sentences) {
        scoreTokens(m_dev, sentence, weights.rows, 1.0f, lattice);
        const std::vector<quint8> &path = lattice.decode();
        const std::vector<Name> ours = namesIn(m_labels, sentence.begin, sentence.end,
                                               [&](size_t t) { return int(path[t - sentence.begin]); });
        const std::vector<Name> gold = namesIn(m_labels, sentence.begin, sentence.end, [&](size_t t) {
            const LabelSet &set = m_dev.allowed[t];
            for (int label = 0; label < m_labels.count(); ++label) {
                if (set.has(label))
                    return label;
            }
            return TaggerLabels::Outside;
        });
        std::vector<Name> same;
        std::set_intersection(ours.begin(), ours.end(), gold.begin(), gold.end(), std::back_inserter(same));
        found += qsizetype(ours.size());
        wanted += qsizetype(gold.size());
        right += qsizetype(same.size());
    }
    return found + wanted == 0 ? 0 : 2.0 * double(right) / double(found + wanted);
}

Result<QByteArray> TaggerTrainer::train(const std::function<void(const TrainingProgress &)> &progress,
                                        const std::function<bool()> &isStopped)
{
    const auto cancelled = [] {
        return Error{ErrorKind::Cancelled, QCoreApplication::translate("dateline::Tagger", "Training was cancelled."), {}, 0};
    };
    if (m_train.tokenCount() == 0)
        return Error{ErrorKind::Empty,
                     QCoreApplication::translate("dateline::Tagger", "There is nothing to learn from: no article has words."),
                     {},
                     0};
    m_random = m_options.seed;
    indexFeatures();
    findOutsideWords();
    const auto stride = size_t(m_labels.stride());
    const CrfTransitions zero(m_labels.typeCount());
    Weights weights{std::vector<float>(m_hashes.size() * stride),
                    std::vector<float>(m_hashes.size() * stride, FirstSquare),
                    zero,
                    zero,
                    zero,
                    CrfLattice(m_labels, zero),
                    {},
                    {},
                    {}};
    for (std::vector<float> *squares :
         {&weights.transitionSquares.edges, &weights.transitionSquares.inside, &weights.transitionSquares.first})
        std::fill(squares->begin(), squares->end(), FirstSquare);
    TrainedWeights average{m_hashes, std::vector<float>(m_hashes.size() * stride), zero};
    TrainedWeights best;
    double bestF1 = -1;
    int behind = 0;
    int averaged = 0;
    const auto addTo = [](std::vector<float> &sum, const std::vector<float> &values) {
        for (size_t i = 0; i < sum.size(); ++i)
            sum[i] += values[i];
    };
    const auto mean = [&] {
        TrainedWeights result = average;
        const float factor = 1.0f / float(std::max(averaged, 1));
        for (std::vector<float> *values :
             {&result.rows, &result.transitions.edges, &result.transitions.inside, &result.transitions.first}) {
            for (float &value : *values)
                value *= factor;
        }
        return result;
    };
    for (int epoch = 0; epoch < m_options.epochs; ++epoch) {
        double loss = 0;
        runEpoch(epoch, weights, loss, isStopped);
        if (isStopped && isStopped())
            return cancelled();
        if (2 * (epoch + 1) > m_options.epochs) {
            addTo(average.rows, weights.rows);
            addTo(average.transitions.edges, weights.transitions.edges);
            addTo(average.transitions.inside, weights.transitions.inside);
            addTo(average.transitions.first, weights.transitions.first);
            ++averaged;
        }
        TrainingProgress told{epoch + 1, m_options.epochs, loss / double(m_train.tokenCount()), -1};
        if (m_dev.tokenCount() > 0) {
            told.devF1 = scoreDev(weights);
            behind = told.devF1 > bestF1 ? 0 : behind + 1;
            if (told.devF1 > bestF1) {
                bestF1 = told.devF1;
                best = {m_hashes, weights.rows, weights.transitions};
            }
        }
        progress(told);
        if (behind >= m_options.patience)
            break;
    }
    TrainedWeights result = averaged > 0 ? mean() : best;
    if (m_dev.tokenCount() > 0 && averaged > 0) {
        Weights check{result.rows, {}, result.transitions, zero, zero, CrfLattice(m_labels, zero), {}, {}, {}};
        if (scoreDev(check) < bestF1)
            result = std::move(best);
    }
    return writeModel(m_labels, result, m_clusters, m_options.calibration, m_options.mostBytes);
}

} // namespace dateline
