// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "detection/tagger/clusters.h"
#include "detection/tagger/crf.h"
#include "text/span.h"

#include <QString>

#include <vector>

namespace dateline {

/// A name in an article to learn from. UTF-16.
struct TrainingSpan
{
    Span span;
    int type = 0; ///< index among the labels' types; -1: a type that may be any of those unknown here, or none
};

/// A token whose labels another tagger narrowed down.
struct TrainingToken
{
    Span span;
    LabelSet allowed;
};

/// An article to learn from. A value.
struct TrainingArticle
{
    QString text; ///< normalised
    std::vector<TrainingSpan> spans;
    std::vector<TrainingToken> tokens; ///< instead of spans, when not empty; in order
    std::vector<bool> isAnnotated;     ///< by type: a missing label means "outside"; else it is unknown
    float weight = 1;
    bool areSpansNormalised = true; ///< false: titles, a leading "the" and a trailing "'s" are taken out first
};

/// Tokens with hashes of features and allowed labels, sentence after sentence.
struct EncodedSentences
{
    struct Sentence
    {
        size_t begin = 0; ///< token
        size_t end = 0;
        float weight = 1;
        quint32 article = 0;
    };
    std::vector<quint32> features;
    std::vector<size_t> featureEnd{0}; ///< by token, from 1: features of token t are [t], [t + 1)
    std::vector<LabelSet> allowed;     ///< by token
    std::vector<quint64> smallWords;   ///< by token: ClusterTable::idOf() of a word in small letters, else 0
    std::vector<Sentence> sentences;

    [[nodiscard]] size_t tokenCount() const { return allowed.size(); }
};

class AnalysedArticle;

/// A word without capitals and digits: what WordClusters::isOutside speaks of.
[[nodiscard]] bool isSmallWord(const AnalysedArticle &article, qsizetype token);

/// Appends an article. A label that its corpus does not annotate is allowed where it is plausible: a capitalised token
/// or a word that joins such for most types, demonyms for NORP, date words and digits for DATE and TIME, and so on.
void encodeArticle(const TrainingArticle &article, const TaggerLabels &labels, const ClusterTable &clusters,
                   EncodedSentences &encoded);

/// Longest stretch that one lattice takes; longer sentences are cut.
constexpr qsizetype MaxLattice = 400;

} // namespace dateline
