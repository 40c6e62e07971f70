// SPDX-License-Identifier: Apache-2.0
#include "detection/tagger/tagger.h"

#include "detection/tagger/features.h"
#include "detection/tagger/trainingdata.h"

#include <algorithm>

namespace dateline {

namespace {

/// Sums of weights as they stand in the model, more than any label's byte can name.
using Sum = std::array<qint32, 256>;

/// Scores the tokens of one article. The sums that belong to a word are made once for each distinct word.
class Scorer
{
public:
    Scorer(const TaggerModel &model, const TaggerFeatures &features)
        : m_model(model)
        , m_features(features)
        , m_stride(size_t(model.labels().stride()))
        , m_sums(size_t(features.wordCount() + 1) * WordPlaceCount * m_stride)
    {
        for (qsizetype word = -1; word < features.wordCount(); ++word) {
            for (int place = 0; place < WordPlaceCount; ++place) {
                m_list.clear();
                features.addWordFeatures(word, WordPlace(place), m_list);
                addFeatures(sumOf(word, WordPlace(place)));
            }
        }
    }

    /// What speaks most for `label` rather than for none at `token`, and the token to quote for it.
    std::pair<TaggerBasis, qsizetype> basisOf(qsizetype token, int label, const TokenRange &part);

    /// Scores of `token` in the sentence, or the part of one, `part`.
    void score(qsizetype token, const TokenRange &part, float *scores)
    {
        m_list.clear();
        m_features.addContextFeatures(token, part, m_list);
        std::fill(m_total.begin(), m_total.begin() + m_stride, 0);
        addFeatures(m_total.data());
        const auto wordAt = [&](qsizetype at) { return at < part.begin || at >= part.end ? -1 : m_features.wordOf(at); };
        const qint32 *here = sumOf(m_features.wordOf(token), WordPlace::Here);
        const qint32 *before = sumOf(wordAt(token - 1), WordPlace::Before);
        const qint32 *after = sumOf(wordAt(token + 1), WordPlace::After);
        const qint32 *before2 = sumOf(wordAt(token - 2), WordPlace::TwoBefore);
        const qint32 *after2 = sumOf(wordAt(token + 2), WordPlace::TwoAfter);
        const float scale = m_model.scale();
        for (size_t i = 0; i < m_stride; ++i)
            scores[i] = scale * float(m_total[i] + here[i] + before[i] + after[i] + before2[i] + after2[i]);
    }

private:
    using ContextPart = void (TaggerFeatures::*)(qsizetype, const TokenRange &, FeatureList &) const;
    qint32 *sumOf(qsizetype word, WordPlace place)
    {
        return m_sums.data() + (size_t(word + 1) * WordPlaceCount + size_t(place)) * m_stride;
    }
    void addFeatures(qint32 *sum)
    {
        m_work.fill(0);
        for (const quint32 hash : m_list)
            m_model.weights().add(hash, m_work.data());
        std::copy_n(m_work.begin(), m_stride, sum);
    }

    const TaggerModel &m_model;
    const TaggerFeatures &m_features;
    size_t m_stride;
    std::vector<qint32> m_sums;
    Sum m_total{};
    Sum m_work{};
    FeatureList m_list;
};

std::pair<TaggerBasis, qsizetype> Scorer::basisOf(qsizetype token, int label, const TokenRange &part)
{
    const auto wordAt = [&](qsizetype at) { return at < part.begin || at >= part.end ? -1 : m_features.wordOf(at); };
    const auto worth = [label](const qint32 *sum) { return sum[label] - sum[TaggerLabels::Outside]; };
    const auto contextWorth = [&](ContextPart context) {
        m_list.clear();
        (m_features.*context)(token, part, m_list);
        addFeatures(m_total.data());
        return worth(m_total.data());
    };
    struct Basis
    {
        TaggerBasis basis;
        qint32 worth;
        qsizetype evidence;
    };
    const TokenRange run = m_features.runAround(token);
    std::array bases{
        Basis{TaggerBasis::Word, worth(sumOf(m_features.wordOf(token), WordPlace::Here)), token},
        Basis{TaggerBasis::Before, worth(sumOf(wordAt(token - 1), WordPlace::Before)), token - 1},
        Basis{TaggerBasis::After, worth(sumOf(wordAt(token + 1), WordPlace::After)), token + 1},
        Basis{TaggerBasis::Run, contextWorth(&TaggerFeatures::addRun), run.end > token + 1 ? run.end - 1 : run.begin},
        Basis{TaggerBasis::Elsewhere, contextWorth(&TaggerFeatures::addArticle), token},
        Basis{TaggerBasis::Entry, contextWorth(&TaggerFeatures::addGazetteer), token},
    };
    // The edge of a sentence is no word to quote.
    if (token == part.begin)
        bases[1].worth = 0;
    if (token + 1 >= part.end)
        bases[2].worth = 0;
    const Basis &best =
        *std::max_element(bases.begin(), bases.end(), [](const Basis &a, const Basis &b) { return a.worth < b.worth; });
    return {best.basis, best.evidence};
}

void readNames(const TaggerLabels &labels, const CrfLattice &lattice, bool isSummed, const std::vector<quint8> &path,
               const TokenRange &part, Scorer &scorer, Tagging &tagging)
{
    qsizetype begin = 0;
    for (qsizetype i = 0; i < qsizetype(path.size()); ++i) {
        const int label = path[size_t(i)];
        if (label == TaggerLabels::Outside)
            continue;
        const NamePosition position = labels.positionOf(label);
        if (position == NamePosition::Begin || position == NamePosition::Unit)
            begin = i;
        if (position != NamePosition::Last && position != NamePosition::Unit)
            continue;
        const int type = labels.typeOf(label);
        const float probability = isSummed ? lattice.nameProbability(begin, i + 1, type) : 0.5f;
        const auto [basis, evidence] = scorer.basisOf(part.begin + begin, path[size_t(begin)], part);
        tagging.names.push_back({part.begin + begin, part.begin + i + 1, type, probability, basis, evidence});
    }
}

} // namespace

Tagging CrfTagger::tag(const AnalysedArticle &article, const Candidates &candidates, const std::stop_token &stop) const
{
    const TaggerLabels &labels = m_model->labels();
    const TaggerFeatures features(article, candidates, m_model->clusters());
    Scorer scorer(*m_model, features);
    CrfLattice lattice(labels, m_model->transitions());
    const auto types = size_t(labels.typeCount());
    Tagging tagging;
    tagging.probabilities.resize(size_t(article.size()) * (types + 1));
    for (const TokenRange &sentence : article.sentences()) {
        for (qsizetype begin = sentence.begin; begin < sentence.end; begin += MaxLattice) {
            if (stop.stop_requested())
                return {};
            const TokenRange part{begin, std::min(sentence.end, begin + MaxLattice)};
            lattice.begin(part.end - part.begin);
            for (qsizetype i = part.begin; i < part.end; ++i)
                scorer.score(i, part, lattice.scores(i - part.begin));
            lattice.prepare();
            const bool isSummed = lattice.sum();
            for (qsizetype i = part.begin; i < part.end && isSummed; ++i) {
                const float *marginal = lattice.marginal(i - part.begin);
                float *probability = tagging.probabilities.data() + size_t(i) * (types + 1);
                probability[0] = marginal[0];
                for (size_t k = 0; k < types; ++k)
                    probability[1 + k] =
                        marginal[1 + k] + marginal[1 + types + k] + marginal[1 + 2 * types + k] + marginal[1 + 3 * types + k];
            }
            readNames(labels, lattice, isSummed, lattice.decode(), part, scorer, tagging);
        }
    }
    return tagging;
}

} // namespace dateline
