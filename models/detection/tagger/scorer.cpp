// SPDX-License-Identifier: Apache-2.0
#include "detection/tagger/scorer.h"

#include <algorithm>

namespace dateline {

WordSums &WordSums::ofThread(const TaggerModel &model)
{
    thread_local WordSums sums;
    const size_t size = size_t(model.labels().stride()) * WordPlaceCount;
    if (sums.m_model != model.checksum() || sums.m_size != size) {
        sums.m_model = model.checksum();
        sums.m_size = size;
        sums.m_entries.assign(Places, {});
        sums.m_sums.assign(Places * size, 0);
    }
    return sums;
}

Scorer::Scorer(const TaggerModel &model, const TaggerFeatures &features)
    : m_model(model)
    , m_features(features)
    , m_stride(size_t(model.labels().stride()))
    , m_sums(size_t(features.wordCount() + 1) * WordPlaceCount * m_stride)
{
    WordSums &known = WordSums::ofThread(model);
    for (qsizetype word = -1; word < features.wordCount(); ++word)
        readWord(word, known);
}

void Scorer::addFeatures()
{
    std::fill_n(m_total.begin(), m_stride, qint16(0));
    m_model.weights().add(m_list.begin(), m_list.size(), m_total.data());
}

void Scorer::readWord(qsizetype index, WordSums &known)
{
    const TaggerFeatures::Word &word = m_features.word(index);
    WordSums::Entry &entry = known.entryOf(word.exact);
    qint16 *remembered = known.sumsOf(word.exact);
    qint16 *sums = m_sums.data() + size_t(index + 1) * WordPlaceCount * m_stride;
    const size_t size = WordPlaceCount * m_stride;
    if (entry.isTaken && entry.exact == word.exact && entry.check == word.check && entry.classes == word.classes) {
        std::copy_n(remembered, size, sums);
        return;
    }
    for (int place = 0; place < WordPlaceCount; ++place) {
        m_list.clear();
        m_features.addWordFeatures(index, WordPlace(place), m_list);
        addFeatures();
        std::copy_n(m_total.begin(), m_stride, sums + size_t(place) * m_stride);
    }
    std::copy_n(sums, size, remembered);
    entry = {word.exact, word.check, word.classes, true};
}

void Scorer::score(qsizetype token, const TokenRange &part, float *scores)
{
    m_list.clear();
    m_features.addContextFeatures(token, part, m_list);
    addFeatures();
    const auto wordAt = [&](qsizetype at) { return at < part.begin || at >= part.end ? -1 : m_features.wordOf(at); };
    const qint16 *here = sumOf(m_features.wordOf(token), WordPlace::Here);
    const qint16 *before = sumOf(wordAt(token - 1), WordPlace::Before);
    const qint16 *after = sumOf(wordAt(token + 1), WordPlace::After);
    const qint16 *before2 = sumOf(wordAt(token - 2), WordPlace::TwoBefore);
    const qint16 *after2 = sumOf(wordAt(token + 2), WordPlace::TwoAfter);
    const float scale = m_model.scale();
    for (size_t i = 0; i < m_stride; ++i)
        scores[i] = scale * float(m_total[i] + here[i] + before[i] + after[i] + before2[i] + after2[i]);
}

std::pair<TaggerBasis, qsizetype> Scorer::basisOf(qsizetype token, int label, const TokenRange &part)
{
    const auto wordAt = [&](qsizetype at) { return at < part.begin || at >= part.end ? -1 : m_features.wordOf(at); };
    const auto worth = [label](const auto *sum) { return qint32(sum[label]) - qint32(sum[TaggerLabels::Outside]); };
    const auto contextWorth = [&](ContextPart context) {
        m_list.clear();
        (m_features.*context)(token, part, m_list);
        addFeatures();
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
        Basis{TaggerBasis::Run, contextWorth(&TaggerFeatures::addRun), run.end > token + 1 ? run.end - 1 : token},
        Basis{TaggerBasis::Elsewhere, contextWorth(&TaggerFeatures::addArticle), token},
        Basis{TaggerBasis::Entry, contextWorth(&TaggerFeatures::addGazetteer), token},
    };
    // The edge of a sentence is no word to quote.
    if (token == part.begin)
        bases[1].worth = 0;
    if (token + 1 >= part.end)
        bases[2].worth = 0;
    const Basis &best = *std::max_element(bases.begin(), bases.end(),
                                          [](const Basis &a, const Basis &b) { return a.worth < b.worth; });
    return {best.basis, best.evidence};
}

} // namespace dateline
