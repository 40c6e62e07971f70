// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "detection/stage.h"
#include "detection/tagger/clusters.h"

#include <array>
#include <vector>

namespace dateline {

/// Hashes of features of one token, a small fixed buffer.
class FeatureList
{
public:
    static constexpr int Most = 160;
    void clear() { m_size = 0; }
    void add(quint32 hash)
    {
        if (m_size < Most)
            m_hashes[size_t(m_size++)] = hash;
    }
    [[nodiscard]] const quint32 *begin() const { return m_hashes.data(); }
    [[nodiscard]] const quint32 *end() const { return m_hashes.data() + m_size; }
    [[nodiscard]] int size() const { return m_size; }

private:
    std::array<quint32, Most> m_hashes;
    int m_size = 0;
};

/// Where a word stands, seen from the token whose features it gives.
enum class WordPlace : quint8 { Here, Before, After, TwoBefore, TwoAfter };
constexpr int WordPlaceCount = 5;

/// The features of an article's tokens for the sequence tagger: the word and its neighbours, the run
/// of capitalised words around, what the article says of the same word elsewhere, clusters and the
/// gazetteer. Everything that belongs to a word alone is computed once for each distinct word.
/// Borrows the article and the clusters; one thread.
class TaggerFeatures
{
public:
    /// A distinct spelling in the article.
    struct Word
    {
        quint32 exact = 0;
        quint32 check = 0; ///< a second hash of the same spelling
        quint32 lower = 0;
        quint32 shape = 0; ///< with repetitions cut short
        quint32 longShape = 0;
        quint32 classes = 0;
        WordClusters clusters;
        qsizetype token = 0;               ///< where it stands first
        int capitals = 0;                  ///< how often it stands with a capital outside of loud lines
        int small = 0;                     ///< how often the same word stands in small letters
        std::array<qsizetype, 5> places{}; ///< first places with a capital
        qsizetype runToken = -1;           ///< where it stands in its longest run
    };

    /// `candidates`: what the gazetteer found.
    TaggerFeatures(const AnalysedArticle &article, const Candidates &candidates, const ClusterTable &clusters);

    [[nodiscard]] qsizetype wordCount() const { return qsizetype(m_words.size()); }
    /// Index of the token's word.
    [[nodiscard]] qsizetype wordOf(qsizetype token) const { return qsizetype(m_wordOf[size_t(token)]); }
    /// `index` -1: the edge of a sentence.
    [[nodiscard]] const Word &word(qsizetype index) const { return index < 0 ? m_edge : m_words[size_t(index)]; }
    /// True where nothing but "outside" comes into question.
    [[nodiscard]] bool isOutside(qsizetype token) const { return m_isOutside[size_t(token)]; }
    /// Features of a word for the token at, after, before … it. The same for every occurrence; index -1 stands for the
    /// edge of a sentence.
    void addWordFeatures(qsizetype word, WordPlace place, FeatureList &list) const;
    /// Features of what stands around `token`, which is in the sentence `sentence`.
    void addContextFeatures(qsizetype token, const TokenRange &sentence, FeatureList &list) const;
    /// Parts of them: the run of capitalised words, the same word elsewhere, the gazetteer.
    void addRun(qsizetype token, const TokenRange &sentence, FeatureList &list) const;
    void addArticle(qsizetype token, const TokenRange &sentence, FeatureList &list) const;
    void addGazetteer(qsizetype token, const TokenRange &sentence, FeatureList &list) const;
    /// The capitalised words around `token`, words that join them included; empty when it stands in none.
    [[nodiscard]] TokenRange runAround(qsizetype token) const { return {m_wide[size_t(token)].begin, m_wide[size_t(token)].end}; }

private:
    struct Run
    {
        qint32 begin = 0;
        qint32 end = 0;
    };
    void readWords(const ClusterTable &clusters);
    void readRuns();
    void readGazetteer(const Candidates &candidates);
    void countWords();
    void addNeighbours(qsizetype token, const TokenRange &sentence, FeatureList &list) const;
    [[nodiscard]] const Word &at(qsizetype token, const TokenRange &sentence) const;
    [[nodiscard]] const Word &at(qsizetype token) const { return m_words[m_wordOf[size_t(token)]]; }
    [[nodiscard]] bool isCapital(qsizetype token) const;
    [[nodiscard]] quint32 positionIn(const Run &run, qsizetype token) const;

    const AnalysedArticle &m_article;
    std::vector<Word> m_words;
    Word m_edge; ///< before and after a sentence
    std::vector<quint32> m_wordOf;
    std::vector<bool> m_isOutside;
    std::vector<Run> m_runs;        ///< capitalised words; by token
    std::vector<Run> m_wide;        ///< with "of", "and" … between; by token
    std::vector<quint32> m_entries; ///< by token: for each kind of gazetteer entry where the token stands in it
    std::vector<std::pair<quint32, qsizetype>> m_acronyms; ///< hash of initials and last word of the run, sorted
};

} // namespace dateline
