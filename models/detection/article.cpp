// SPDX-License-Identifier: Apache-2.0
#include "detection/stage.h"

#include <algorithm>

namespace dateline {

namespace {

quint8 shapeOf(QStringView word, TokenKind kind)
{
    quint8 shape = 0;
    if (kind == TokenKind::Number)
        return HasDigit;
    if (kind != TokenKind::Word || !word[0].isLetterOrNumber())
        return 0;
    shape |= IsWord;
    const QChar first = word[0];
    if (first.isUpper() || (first.isLetter() && first.category() == QChar::Letter_Other))
        shape |= Capital;
    int upper = 0;
    bool lower = false;
    for (const QChar c : word.left(64)) {
        if (c.isUpper())
            ++upper;
        else if (c.isLower())
            lower = true;
        else if (c.isDigit())
            shape |= HasDigit;
    }
    if (upper >= 2 && !lower)
        shape |= AllCaps;
    return shape;
}

} // namespace

AnalysedArticle::AnalysedArticle(const ArticleText &text, const Gazetteer &gazetteer, const QString &published)
    : m_text(text)
    , m_gazetteer(gazetteer)
    , m_published(QDate::fromString(published.left(10), Qt::ISODate))
{
    const QStringView all(text.text());
    const QList<Token> tokens = tokenize(all);
    m_sentences = splitSentences(all, tokens);
    m_tokens.resize(size_t(tokens.size()));
    std::vector<bool> isLower(size_t(gazetteer.wordCount()) + 1);
    for (qsizetype i = 0; i < tokens.size(); ++i) {
        const Token &token = tokens.at(i);
        AnalysedToken &analysed = m_tokens[size_t(i)];
        const QStringView word = all.mid(token.span.begin, token.span.length());
        analysed.span = token.span;
        analysed.spaceBefore = token.spaceBefore;
        analysed.word = gazetteer.word(word);
        analysed.classes = gazetteer.classes(analysed.word);
        analysed.shape = shapeOf(word, token.kind);
        if (analysed.word && (analysed.shape & IsWord) && !(analysed.shape & Capital))
            isLower[analysed.word] = true;
    }
    for (AnalysedToken &token : m_tokens)
        token.hasLower = token.word && isLower[token.word];
    for (qsizetype s = 0; s < m_sentences.size(); ++s) {
        bool started = false;
        for (qsizetype i = m_sentences.at(s).begin; i < m_sentences.at(s).end; ++i) {
            AnalysedToken &token = m_tokens[size_t(i)];
            token.sentence = qint32(s);
            if (!started && (token.shape & (IsWord | HasDigit))) {
                token.shape |= SentenceStart;
                started = true;
            } else if ((token.shape & IsWord) && i > 0) {
                // A quotation opened inside a sentence begins one of its own.
                const QStringView before = word(i - 1);
                const bool opens = before == u"\u201c" || (before == u"\"" && !token.spaceBefore && at(i - 1).spaceBefore);
                if (opens)
                    token.shape |= SentenceStart;
            }
        }
    }
    findLoudLines();
}

/// Words that a headline with capitals leaves small.
static bool isSmallInHeadlines(QStringView word)
{
    static constexpr QStringView Words[] = {u"a",  u"an", u"the", u"and", u"or", u"nor", u"but", u"of", u"in",  u"on",  u"at",
                                            u"to", u"by", u"for", u"as",  u"up", u"off", u"out", u"vs", u"via", u"per", u"de",
                                            u"la", u"le", u"el",  u"di",  u"du", u"da",  u"y",   u"s",  u"t"};
    return std::find(std::begin(Words), std::end(Words), word) != std::end(Words);
}

void AnalysedArticle::findLoudLines()
{
    for (const TokenRange &range : m_sentences) {
        int words = 0;
        int capitals = 0;
        int loud = 0;
        int small = 0;
        for (qsizetype i = range.begin; i < range.end; ++i) {
            const AnalysedToken &token = at(i);
            if (!(token.shape & IsWord))
                continue;
            ++words;
            if (token.shape & AllCaps)
                ++loud;
            if (token.shape & Capital)
                ++capitals;
            else if (!isSmallInHeadlines(word(i)))
                ++small;
        }
        const bool isSentence = range.end > range.begin && word(range.end - 1) == u".";
        const bool allCaps = words >= 4 && loud * 4 >= words * 3;
        const bool titleCase = !isSentence && words >= 5 && capitals * 10 >= words * 7 && small == 0;
        if (!allCaps && !titleCase)
            continue;
        for (qsizetype i = range.begin; i < range.end; ++i)
            m_tokens[size_t(i)].shape |= LoudLine;
    }
}

QStringView AnalysedArticle::view(qsizetype begin, qsizetype end) const
{
    const qsizetype from = at(begin).span.begin;
    return QStringView(m_text.text()).mid(from, at(end - 1).span.end - from);
}

bool AnalysedArticle::is(qsizetype index, quint32 classes) const
{
    return index >= 0 && index < size() && (at(index).classes & classes);
}

bool AnalysedArticle::has(qsizetype index, quint8 shape) const
{
    return index >= 0 && index < size() && (at(index).shape & shape);
}

bool AnalysedArticle::isNamePart(qsizetype index) const
{
    return has(index, Capital) && !is(index, NeverName) && !has(index, LoudLine);
}

bool AnalysedArticle::isHyphen(qsizetype index) const
{
    return index > 0 && index + 1 < size() && word(index) == u"-" && !at(index).spaceBefore && !at(index + 1).spaceBefore;
}

bool AnalysedArticle::equals(qsizetype index, QLatin1String lower) const
{
    if (index < 0 || index >= size() || at(index).span.length() != lower.size())
        return false;
    // Asked for every token and many words: the first letter answers nearly always.
    const QChar *letters = m_text.text().constData() + at(index).span.begin;
    const auto isSame = [](QChar c, QLatin1Char wanted) {
        return c.unicode() == wanted.unicode() || (c >= u'A' && c <= u'Z' && (c.unicode() | 0x20) == wanted.unicode());
    };
    for (qsizetype i = 0; i < lower.size(); ++i) {
        if (!isSame(letters[i], lower[i]))
            return false;
    }
    return true;
}

bool AnalysedArticle::together(qsizetype a, qsizetype b) const
{
    return a >= 0 && b >= 0 && a < size() && b < size() && at(a).sentence == at(b).sentence;
}

} // namespace dateline
