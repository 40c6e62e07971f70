// SPDX-License-Identifier: Apache-2.0
// What TaggerFeatures knows before it is asked for a token: words, runs, entries of the gazetteer.
#include "detection/tagger/features.h"
#include "detection/tagger/hashing.h"
#include "detection/tagger/trainingdata.h"

#include <algorithm>
#include <bit>

using namespace Qt::StringLiterals;

namespace dateline {

namespace {

/// Longest word that is looked at letter by letter.
constexpr qsizetype MaxShape = 24;

char16_t shapeOf(QChar c)
{
    if (c.unicode() < 128) {
        if (c >= u'a' && c <= u'z')
            return u'x';
        if (c >= u'A' && c <= u'Z')
            return u'X';
        return c >= u'0' && c <= u'9' ? u'd' : c.unicode();
    }
    if (c.isUpper())
        return u'X';
    if (c.isLower())
        return u'x';
    return c.isLetter() ? u'l' : c.unicode();
}

void readShape(QStringView text, TaggerFeatures::Word &word)
{
    quint32 full = 17;
    quint32 cut = 19;
    char16_t last = 0;
    for (const QChar c : text.left(MaxShape)) {
        const char16_t shape = shapeOf(c);
        full = full * 31 + shape;
        if (shape != last)
            cut = cut * 31 + shape;
        last = shape;
    }
    // A single capital and a word in capitals are two things.
    if (text.size() == 1)
        cut = cut * 31 + 1;
    word.longShape = mixed(full);
    word.shape = mixed(cut);
}

/// A word in small letters with a plain apostrophe, without a string of its own where it is short and ASCII.
class LowerWord
{
public:
    explicit LowerWord(QStringView text)
    {
        const bool isPlain = text.size() <= qsizetype(m_letters.size())
                          && std::all_of(text.begin(), text.end(), [](QChar c) { return c.unicode() < 128; });
        if (!isPlain) {
            m_string = text.toString().toLower();
            m_string.replace(u'\u2019', u'\'');
            m_view = m_string;
            return;
        }
        std::transform(text.begin(), text.end(), m_letters.begin(),
                       [](QChar c) { return c >= u'A' && c <= u'Z' ? char16_t(c.unicode() | 0x20) : c.unicode(); });
        m_view = QStringView(m_letters.data(), text.size());
    }
    Q_DISABLE_COPY_MOVE(LowerWord)
    [[nodiscard]] QStringView view() const { return m_view; }

private:
    std::array<char16_t, 24> m_letters;
    QString m_string;
    QStringView m_view;
};

bool joinsNames(QStringView word)
{
    static constexpr QStringView Words[] = {u"of", u"and", u"for", u"the", u"de",  u"del", u"&",  u"-", u"al",
                                            u"da", u"do",  u"la",  u"bin", u"van", u"von", u"on", u"in"};
    return std::find(std::begin(Words), std::end(Words), word) != std::end(Words);
}

} // namespace

TaggerFeatures::TaggerFeatures(const AnalysedArticle &article, const Candidates &candidates, const ClusterTable &clusters)
    : m_article(article)
{
    m_edge.exact = m_edge.lower = m_edge.shape = m_edge.longShape = 0x10001u;
    readWords(clusters);
    readRuns();
    countWords();
    readGazetteer(candidates);
}

void TaggerFeatures::readWords(const ClusterTable &clusters)
{
    const auto size = size_t(m_article.size());
    m_wordOf.resize(size);
    std::vector<quint32> table(std::bit_ceil(size * 2 + 1)); // index + 1
    const size_t mask = table.size() - 1;
    for (size_t i = 0; i < size; ++i) {
        const QStringView text = m_article.word(qsizetype(i));
        const quint32 hash = hashOfText(text);
        size_t slot = hash & mask;
        for (; table[slot]; slot = (slot + 1) & mask) {
            const Word &known = m_words[table[slot] - 1];
            if (known.exact == hash && m_article.at(known.token).span.length() == text.size())
                break;
        }
        if (!table[slot]) {
            Word word;
            word.exact = hash;
            word.check = quint32(text.size());
            for (const QChar c : text)
                word.check = word.check * 0x01000193u + c.unicode();
            word.token = qsizetype(i);
            word.classes = m_article.at(qsizetype(i)).classes;
            const LowerWord lower(text);
            word.lower = hashOfText(lower.view());
            word.clusters = clusters.find(lower.view());
            readShape(text, word);
            m_words.push_back(word);
            table[slot] = quint32(m_words.size());
        }
        m_wordOf[i] = table[slot] - 1;
    }
}

bool TaggerFeatures::isCapital(qsizetype token) const { return m_article.has(token, Capital) && !m_article.has(token, LoudLine); }

void TaggerFeatures::readRuns()
{
    const auto size = size_t(m_article.size());
    m_runs.resize(size);
    m_wide.resize(size);
    for (const TokenRange &sentence : m_article.sentences()) {
        for (qsizetype i = sentence.begin; i < sentence.end;) {
            if (!m_article.has(i, Capital)) {
                m_runs[size_t(i)] = {qint32(i), qint32(i)};
                ++i;
                continue;
            }
            qsizetype end = i + 1;
            while (end < sentence.end && m_article.has(end, Capital))
                ++end;
            for (qsizetype j = i; j < end; ++j)
                m_runs[size_t(j)] = {qint32(i), qint32(end)};
            i = end;
        }
        for (qsizetype i = sentence.begin; i < sentence.end;) {
            if (!m_article.has(i, Capital)) {
                m_wide[size_t(i)] = {qint32(i), qint32(i)};
                ++i;
                continue;
            }
            qsizetype end = i + 1;
            for (;;) {
                qsizetype next = end;
                while (next < sentence.end && next - end < 2 && !m_article.has(next, Capital) && joinsNames(m_article.word(next)))
                    ++next;
                if (next >= sentence.end || !m_article.has(next, Capital))
                    break;
                end = next + 1;
            }
            for (qsizetype j = i; j < end; ++j)
                m_wide[size_t(j)] = {qint32(i), qint32(end)};
            i = end;
        }
    }
}

void TaggerFeatures::countWords()
{
    // Words of the same letters meet in their lower case.
    std::vector<std::pair<quint32, int>> small;
    for (qsizetype i = 0; i < m_article.size(); ++i) {
        Word &word = m_words[m_wordOf[size_t(i)]];
        if (!m_article.has(i, IsWord))
            continue;
        if (!m_article.has(i, Capital)) {
            ++word.small;
            continue;
        }
        if (!isCapital(i))
            continue;
        if (size_t(word.capitals) < word.places.size())
            word.places[size_t(word.capitals)] = i;
        ++word.capitals;
        const Run run = m_runs[size_t(i)];
        if (run.end - run.begin >= 2) {
            const auto length = [this](qsizetype token) { return m_runs[size_t(token)].end - m_runs[size_t(token)].begin; };
            if (word.runToken < 0 || length(word.runToken) < length(i))
                word.runToken = i;
            if (run.begin == i && run.end - run.begin <= 8) {
                quint32 initials = 7;
                for (qsizetype j = run.begin; j < run.end; ++j)
                    initials = initials * 31 + m_article.word(j)[0].unicode();
                m_acronyms.emplace_back(initials, run.end - 1);
            }
        }
        const Run wide = m_wide[size_t(i)];
        if (wide.begin == i && wide.end - wide.begin > run.end - run.begin && wide.end - wide.begin <= 10) {
            quint32 initials = 7;
            for (qsizetype j = wide.begin; j < wide.end; ++j) {
                if (m_article.has(j, Capital))
                    initials = initials * 31 + m_article.word(j)[0].unicode();
            }
            m_acronyms.emplace_back(initials, wide.end - 1);
        }
    }
    std::sort(m_acronyms.begin(), m_acronyms.end());
    for (const Word &word : m_words) {
        if (word.small)
            small.emplace_back(word.lower, word.small);
    }
    std::sort(small.begin(), small.end());
    for (Word &word : m_words) {
        const auto found = std::lower_bound(small.begin(), small.end(), std::pair(word.lower, 0));
        if (found != small.end() && found->first == word.lower)
            word.small = found->second;
    }
}

void TaggerFeatures::readGazetteer(const Candidates &candidates)
{
    const auto kindOf = [](const Candidate &candidate) -> int {
        switch (candidate.rule) {
        case Rule::GazetteerPlace:
            return 0;
        case Rule::GazetteerCity:
            return 1;
        case Rule::GazetteerGroup:
            return 2;
        case Rule::GazetteerOrganisation:
            return 3;
        case Rule::GazetteerEvent:
            return 4;
        case Rule::GazetteerProduct:
            return 5;
        case Rule::GazetteerRole:
            return 6;
        default:
            return -1;
        }
    };
    m_entries.assign(size_t(m_article.size()), 0);
    for (const Candidate &candidate : candidates) {
        const int kind = kindOf(candidate);
        if (kind < 0 || (m_entries[size_t(candidate.begin)] >> (4 * kind) & 0xf))
            continue;
        for (qsizetype i = candidate.begin; i < candidate.end; ++i) {
            const bool isFirst = i == candidate.begin;
            const bool isLast = i + 1 == candidate.end;
            const quint32 position = isFirst && isLast ? 4 : isFirst ? 1 : isLast ? 3 : 2;
            m_entries[size_t(i)] |= position << (4 * kind);
        }
    }
    m_isOutside.resize(size_t(m_article.size()));
    for (size_t i = 0; i < m_isOutside.size(); ++i)
        m_isOutside[i] = m_entries[i] == 0 && at(qsizetype(i)).clusters.isOutside && isSmallWord(m_article, qsizetype(i));
}

} // namespace dateline
