// SPDX-License-Identifier: Apache-2.0
#include "detection/tagger/trainingdata.h"

#include "detection/stages.h"
#include "detection/tagger/features.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace dateline {

namespace {

bool joinsNames(QStringView word)
{
    return word == u"of" || word == u"and" || word == u"for" || word == u"the" || word == u"de" || word == u"&" || word == u"-";
}

/// Where a label of a type that a corpus does not annotate may stand.
class Plausibility
{
public:
    Plausibility(const AnalysedArticle &article, const Candidates &candidates) : m_article(article)
    {
        m_isGroup.resize(size_t(article.size()));
        m_isRole.resize(size_t(article.size()));
        for (const Candidate &candidate : candidates) {
            for (qsizetype i = candidate.begin; i < candidate.end; ++i) {
                if (candidate.type == EntityType::Group)
                    m_isGroup[size_t(i)] = true;
                else if (candidate.type == EntityType::Role)
                    m_isRole[size_t(i)] = true;
            }
        }
    }

    [[nodiscard]] bool mayBe(const QString &type, qsizetype token) const
    {
        const bool isDigit = m_article.has(token, HasDigit);
        const bool isCapital = m_article.has(token, Capital);
        if (type == "NORP"_L1)
            return m_isGroup[size_t(token)] || (isCapital && m_article.word(token).endsWith(u"s"));
        if (type == "DATE"_L1 || type == "TIME"_L1)
            return isDigit || m_article.is(token, Month | Weekday | DateWord) || isDateWord(token);
        if (type == "MONEY"_L1)
            return isDigit || m_article.is(token, Currency) || isAmountWord(token);
        if (type == "PERCENT"_L1)
            return isDigit || isAmountWord(token);
        if (type == "ROLE"_L1)
            return m_isRole[size_t(token)] || m_article.is(token, RoleWord) || isCapital;
        const bool isJoiner = joinsNames(m_article.word(token)) && m_article.has(token + 1, Capital);
        return isCapital || isDigit || isJoiner;
    }

private:
    [[nodiscard]] bool isDateWord(qsizetype token) const
    {
        for (const auto word :
             {"year"_L1,     "years"_L1,   "month"_L1,     "months"_L1, "week"_L1,    "weeks"_L1,   "day"_L1,   "days"_L1,
              "ago"_L1,      "last"_L1,    "next"_L1,      "this"_L1,   "early"_L1,   "late"_L1,    "today"_L1, "yesterday"_L1,
              "tomorrow"_L1, "of"_L1,      "the"_L1,       "and"_L1,    "to"_L1,      ","_L1,       "-"_L1,     "night"_L1,
              "morning"_L1,  "evening"_L1, "afternoon"_L1, "decade"_L1, "century"_L1, "earlier"_L1, "a.m."_L1,  "p.m."_L1}) {
            if (m_article.equals(token, word))
                return true;
        }
        return false;
    }
    [[nodiscard]] bool isAmountWord(qsizetype token) const
    {
        const QStringView word = m_article.word(token);
        if (word.size() == 1 && (word[0].category() == QChar::Symbol_Currency || word == u"%"))
            return true;
        for (const auto known : {"million"_L1, "billion"_L1, "trillion"_L1, "thousand"_L1, "percent"_L1, "per"_L1, "cent"_L1,
                                 "percentage"_L1, "points"_L1, "point"_L1, "cents"_L1}) {
            if (m_article.equals(token, known))
                return true;
        }
        return false;
    }
    const AnalysedArticle &m_article;
    std::vector<bool> m_isGroup;
    std::vector<bool> m_isRole;
};

struct TokenSpan
{
    qsizetype begin;
    qsizetype end;
    int type;
};

/// Our conventions for another corpus's spans.
void normalise(const AnalysedArticle &article, TokenSpan &span, const QString &type)
{
    const auto isSpace = [&](qsizetype at) { return article.word(at) == u"'s" || article.word(at) == u"\u2019s"; };
    while (span.end - span.begin > 1 && isSpace(span.end - 1))
        --span.end;
    if (span.end - span.begin > 1 && article.equals(span.begin, "the"_L1))
        ++span.begin;
    if (type == "PERSON"_L1) {
        while (span.end - span.begin > 1 && article.is(span.begin, Honorific | RoleWord) && !article.is(span.begin, GivenName)) {
            ++span.begin;
            if (span.end - span.begin > 1 && article.word(span.begin) == u".")
                ++span.begin;
        }
    }
}

std::vector<TokenSpan> tokenSpans(const TrainingArticle &training, const AnalysedArticle &article, const TaggerLabels &labels)
{
    std::vector<TokenSpan> spans;
    std::vector<bool> isTaken(size_t(article.size()));
    std::vector<TrainingSpan> sorted = training.spans;
    std::stable_sort(sorted.begin(), sorted.end(), [](const TrainingSpan &a, const TrainingSpan &b) {
        return a.span.begin != b.span.begin ? a.span.begin < b.span.begin : a.span.end > b.span.end;
    });
    qsizetype at = 0;
    for (const TrainingSpan &given : sorted) {
        while (at < article.size() && article.at(at).span.end <= given.span.begin)
            ++at;
        qsizetype end = at;
        while (end < article.size() && article.at(end).span.begin < given.span.end)
            ++end;
        if (end == at)
            continue;
        TokenSpan span{at, end, given.type};
        if (!training.areSpansNormalised)
            normalise(article, span, given.type >= 0 ? labels.types().at(given.type) : QString());
        bool isFree = article.together(span.begin, span.end - 1);
        for (qsizetype i = span.begin; i < span.end && isFree; ++i)
            isFree = !isTaken[size_t(i)];
        if (!isFree)
            continue;
        for (qsizetype i = span.begin; i < span.end; ++i)
            isTaken[size_t(i)] = true;
        spans.push_back(span);
    }
    return spans;
}

void addAll(const TaggerLabels &labels, int type, LabelSet &set)
{
    for (int position = 0; position < 4; ++position)
        set.add(labels.label(NamePosition(position), type));
}

/// Allowed labels of all tokens.
std::vector<LabelSet> allowedLabels(const TrainingArticle &training, const AnalysedArticle &article, const Candidates &candidates,
                                    const TaggerLabels &labels)
{
    std::vector<LabelSet> allowed(size_t(article.size()));
    const Plausibility plausibility(article, candidates);
    const auto addUnknown = [&](qsizetype token) {
        for (int type = 0; type < labels.typeCount(); ++type) {
            if (!training.isAnnotated[size_t(type)] && plausibility.mayBe(labels.types().at(type), token))
                addAll(labels, type, allowed[size_t(token)]);
        }
    };
    if (!training.tokens.empty()) {
        LabelSet everything;
        for (int label = 0; label < labels.count(); ++label)
            everything.add(label);
        size_t next = 0;
        for (qsizetype i = 0; i < article.size(); ++i) {
            const Span span = article.at(i).span;
            while (next < training.tokens.size() && training.tokens[next].span.end <= span.begin)
                ++next;
            if (next < training.tokens.size() && training.tokens[next].span == span) {
                allowed[size_t(i)] = training.tokens[next].allowed;
                if (allowed[size_t(i)].has(TaggerLabels::Outside))
                    addUnknown(i);
            } else {
                allowed[size_t(i)] = everything;
            }
        }
        return allowed;
    }
    for (qsizetype i = 0; i < article.size(); ++i) {
        allowed[size_t(i)].add(TaggerLabels::Outside);
        addUnknown(i);
    }
    for (const TokenSpan &span : tokenSpans(training, article, labels)) {
        for (qsizetype i = span.begin; i < span.end; ++i) {
            LabelSet set;
            if (span.type < 0) {
                set.add(TaggerLabels::Outside);
                for (int type = 0; type < labels.typeCount(); ++type) {
                    if (!training.isAnnotated[size_t(type)])
                        addAll(labels, type, set);
                }
            } else {
                const bool isFirst = i == span.begin;
                const bool isLast = i + 1 == span.end;
                const NamePosition position = isFirst && isLast ? NamePosition::Unit
                                            : isFirst           ? NamePosition::Begin
                                            : isLast            ? NamePosition::Last
                                                                : NamePosition::Inside;
                set.add(labels.label(position, span.type));
            }
            allowed[size_t(i)] = set;
        }
    }
    return allowed;
}

} // namespace

bool isSmallWord(const AnalysedArticle &article, qsizetype token)
{
    return article.has(token, IsWord) && !article.has(token, Capital | HasDigit);
}

void encodeArticle(const TrainingArticle &training, const TaggerLabels &labels, const ClusterTable &clusters,
                   EncodedSentences &encoded)
{
    const ArticleText text(training.text);
    const AnalysedArticle article(text, Gazetteer::builtIn(), {});
    Candidates candidates;
    GazetteerStage().run(article, candidates, {});
    const TaggerFeatures features(article, candidates, clusters);
    const std::vector<LabelSet> allowed = allowedLabels(training, article, candidates, labels);
    const quint32 number = encoded.sentences.empty() ? 0 : encoded.sentences.back().article + 1;
    FeatureList list;
    for (const TokenRange &sentence : article.sentences()) {
        for (qsizetype begin = sentence.begin; begin < sentence.end; begin += MaxLattice) {
            const TokenRange part{begin, std::min(sentence.end, begin + MaxLattice)};
            const size_t first = encoded.tokenCount();
            for (qsizetype i = part.begin; i < part.end; ++i) {
                list.clear();
                const auto wordAt = [&](qsizetype at) { return at < part.begin || at >= part.end ? -1 : features.wordOf(at); };
                features.addWordFeatures(features.wordOf(i), WordPlace::Here, list);
                features.addWordFeatures(wordAt(i - 1), WordPlace::Before, list);
                features.addWordFeatures(wordAt(i + 1), WordPlace::After, list);
                features.addWordFeatures(wordAt(i - 2), WordPlace::TwoBefore, list);
                features.addWordFeatures(wordAt(i + 2), WordPlace::TwoAfter, list);
                features.addContextFeatures(i, part, list);
                encoded.features.insert(encoded.features.end(), list.begin(), list.end());
                encoded.featureEnd.push_back(encoded.features.size());
                encoded.allowed.push_back(allowed[size_t(i)]);
                encoded.smallWords.push_back(isSmallWord(article, i) ? ClusterTable::idOf(article.word(i)) : 0);
            }
            encoded.sentences.push_back({first, encoded.tokenCount(), training.weight, number});
        }
    }
}

} // namespace dateline
