// SPDX-License-Identifier: Apache-2.0
#include "detection/tagger/tagger.h"

#include "detection/tagger/features.h"
#include "detection/tagger/scorer.h"
#include "detection/tagger/trainingdata.h"

#include <algorithm>

namespace dateline {

namespace {

/// What no label but "outside" is left to.
constexpr float Impossible = -1000;

/// Tags one sentence, or a part of one, after the other.
class PartTagger
{
public:
    PartTagger(const TaggerModel &model, const TaggerFeatures &features, Tagging &tagging)
        : m_labels(model.labels())
        , m_features(features)
        , m_tagging(tagging)
        , m_scorer(model, features)
        , m_lattice(model.labels(), model.transitions())
    { }
    void tag(const TokenRange &part);

private:
    void choose(const TokenRange &part);
    void readProbabilities();
    void readNames(bool isSummed, const TokenRange &part);

    const TaggerLabels &m_labels;
    const TaggerFeatures &m_features;
    Tagging &m_tagging;
    Scorer m_scorer;
    CrfLattice m_lattice;
    std::vector<qsizetype> m_tokens; ///< that the lattice sees
};

/// Of words that stand outside whatever is around them the first of each run is enough: what comes after sees only that
/// no name goes through.
void PartTagger::choose(const TokenRange &part)
{
    m_tokens.clear();
    bool isAfterOutside = false;
    for (qsizetype i = part.begin; i < part.end; ++i) {
        const bool isOutside = m_features.isOutside(i);
        if (!isOutside || !isAfterOutside)
            m_tokens.push_back(i);
        isAfterOutside = isOutside;
    }
}

void PartTagger::tag(const TokenRange &part)
{
    choose(part);
    const auto length = qsizetype(m_tokens.size());
    m_lattice.begin(length);
    for (qsizetype i = 0; i < length; ++i) {
        float *scores = m_lattice.scores(i);
        if (m_features.isOutside(m_tokens[size_t(i)])) {
            std::fill_n(scores, m_labels.stride(), Impossible);
            scores[TaggerLabels::Outside] = 0;
        } else {
            m_scorer.score(m_tokens[size_t(i)], part, scores);
        }
    }
    m_lattice.prepare();
    const bool isSummed = m_lattice.sum();
    if (isSummed)
        readProbabilities();
    readNames(isSummed, part);
}

void PartTagger::readProbabilities()
{
    const auto types = size_t(m_labels.typeCount());
    for (size_t i = 0; i < m_tokens.size(); ++i) {
        const float *marginal = m_lattice.marginal(qsizetype(i));
        float *probability = m_tagging.probabilities.data() + size_t(m_tokens[i]) * (types + 1);
        probability[0] = marginal[0];
        for (size_t k = 0; k < types; ++k)
            probability[1 + k] = marginal[1 + k] + marginal[1 + types + k] + marginal[1 + 2 * types + k]
                               + marginal[1 + 3 * types + k];
    }
}

void PartTagger::readNames(bool isSummed, const TokenRange &part)
{
    const std::vector<quint8> &path = m_lattice.decode(isSummed);
    size_t begin = 0;
    for (size_t i = 0; i < path.size(); ++i) {
        const int label = path[i];
        if (label == TaggerLabels::Outside)
            continue;
        const NamePosition position = m_labels.positionOf(label);
        if (position == NamePosition::Begin || position == NamePosition::Unit)
            begin = i;
        if (position != NamePosition::Last && position != NamePosition::Unit)
            continue;
        const int type = m_labels.typeOf(label);
        const float probability = isSummed ? m_lattice.nameProbability(qsizetype(begin), qsizetype(i) + 1, type) : 0.5f;
        const qsizetype first = m_tokens[begin];
        const auto [basis, evidence] = m_scorer.basisOf(first, path[begin], part);
        m_tagging.names.push_back({first, m_tokens[i] + 1, type, probability, basis, evidence});
    }
}

} // namespace

Tagging CrfTagger::tag(const AnalysedArticle &article, const Candidates &candidates, const std::stop_token &stop) const
{
    const TaggerFeatures features(article, candidates, m_model->clusters());
    Tagging tagging;
    const size_t width = size_t(m_model->labels().typeCount()) + 1;
    tagging.probabilities.resize(size_t(article.size()) * width);
    for (size_t i = 0; i < tagging.probabilities.size(); i += width)
        tagging.probabilities[i] = 1;
    PartTagger tagger(*m_model, features, tagging);
    for (const TokenRange &sentence : article.sentences()) {
        for (qsizetype begin = sentence.begin; begin < sentence.end; begin += MaxLattice) {
            if (stop.stop_requested())
                return {};
            tagger.tag({begin, std::min(sentence.end, begin + MaxLattice)});
        }
    }
    return tagging;
}

} // namespace dateline
