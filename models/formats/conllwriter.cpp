// SPDX-License-Identifier: Apache-2.0
// CoNLL columns: token TAB tag in IOB2, a blank line after a sentence. Comments hold the sentences'
// text and what stands between them, so that the text can be built again letter for letter.
#include "formats/formatfunctions.h"

#include "formats/conllformat.h"
#include "text/tokens.h"

#include <QSet>

#include <algorithm>
#include <map>

using namespace Qt::StringLiterals;

namespace dateline {

namespace {

struct Stretch
{
    Span span; ///< without outer white space
    QString type;
};

struct Chosen
{
    QList<Stretch> stretches; ///< in order, apart
    qsizetype overlapping = 0;
    qsizetype empty = 0; ///< white space only
};

Span trimmed(const QString &text, Span span)
{
    while (!span.isEmpty() && text.at(span.begin).isSpace())
        ++span.begin;
    while (!span.isEmpty() && text.at(span.end - 1).isSpace())
        --span.end;
    return span;
}

/// One tag a token: accepted mentions come before suggested ones, longer before shorter, then in order.
Chosen chosenOf(const ExportedArticle &exported)
{
    QList<Mention> mentions = exported.mentions();
    std::stable_sort(mentions.begin(), mentions.end(), [](const Mention &a, const Mention &b) {
        if ((a.status == Status::Accepted) != (b.status == Status::Accepted))
            return a.status == Status::Accepted;
        return a.extent().length() > b.extent().length();
    });
    Chosen chosen;
    std::map<qsizetype, Stretch> kept; // by begin
    for (const Mention &mention : std::as_const(mentions)) {
        const Span span = trimmed(exported.article.text.text(), mention.extent());
        if (span.isEmpty()) {
            ++chosen.empty;
            continue;
        }
        const auto after = kept.lower_bound(span.begin);
        const bool meetsNext = after != kept.end() && after->second.span.begin < span.end;
        const bool meetsPrevious = after != kept.begin() && std::prev(after)->second.span.end > span.begin;
        if (meetsNext || meetsPrevious)
            ++chosen.overlapping;
        else
            kept.emplace(span.begin, Stretch{span, mention.type});
    }
    for (const auto &[begin, stretch] : kept)
        chosen.stretches.append(stretch);
    return chosen;
}

/// Tokens cut where a mention begins or ends, so that every tag covers whole tokens.
QList<Token> tokensOf(const QString &text, const QList<Stretch> &stretches)
{
    QList<qsizetype> cuts;
    for (const Stretch &stretch : stretches) {
        cuts.append(stretch.span.begin);
        cuts.append(stretch.span.end);
    }
    QList<Token> tokens;
    qsizetype next = 0;
    for (Token token : tokenize(text)) {
        while (next < cuts.size() && cuts.at(next) <= token.span.begin)
            ++next;
        for (; next < cuts.size() && cuts.at(next) < token.span.end; ++next) {
            if (cuts.at(next) == token.span.begin)
                continue;
            Token first = token;
            first.span.end = cuts.at(next);
            tokens.append(first);
            token.span.begin = cuts.at(next);
            token.spaceBefore = false;
        }
        tokens.append(token);
    }
    return tokens;
}

class ConllWriter
{
public:
    explicit ConllWriter(const ExportedArticle &exported)
        : m_text(exported.article.text.text())
        , m_stretches(chosenOf(exported).stretches)
    {
        m_out = "# newdoc id = " + exported.name.toUtf8() + '\n';
    }

    QByteArray write()
    {
        const QList<Token> tokens = tokensOf(m_text, m_stretches);
        const QList<TokenRange> sentences = joined(splitSentences(m_text, tokens), tokens);
        if (tokens.isEmpty())
            return m_out + '\n';
        for (qsizetype i = 0; i < sentences.size(); ++i) {
            const Span span{tokens.at(sentences.at(i).begin).span.begin, tokens.at(sentences.at(i).end - 1).span.end};
            const bool isLast = i + 1 == sentences.size();
            const qsizetype next = isLast ? m_text.size() : tokens.at(sentences.at(i + 1).begin).span.begin;
            if (i == 0 && span.begin > 0)
                comment(conll::SpacesBefore, conll::escaped(m_text.first(span.begin)));
            writeText(span);
            const QString gap = m_text.sliced(span.end, next - span.end);
            if (gap != (isLast ? QString() : QString(conll::UsualGap)))
                comment(conll::SpacesAfter, conll::escaped(gap));
            for (qsizetype t = sentences.at(i).begin; t < sentences.at(i).end; ++t)
                writeToken(tokens.at(t).span);
            m_out += '\n';
        }
        return m_out;
    }

private:
    void comment(QLatin1StringView key, const QString &value) { m_out += ("# "_L1 + key + " = "_L1 + value).toUtf8() + '\n'; }

    /// A sentence's text in one line; where line breaks stood is said apart.
    void writeText(const Span &span)
    {
        QString text = m_text.sliced(span.begin, span.length());
        QStringList breaks;
        if (text.contains(u'\n')) {
            const OffsetMap offsets(text);
            for (qsizetype at = text.indexOf(u'\n'); at >= 0; at = text.indexOf(u'\n', at + 1))
                breaks.append(QString::number(offsets.toCodePoint(at)));
            text.replace(u'\n', u' ');
        }
        comment(conll::Text, text);
        if (!breaks.isEmpty())
            comment(conll::LineBreaks, breaks.join(u' '));
    }

    void writeToken(const Span &span)
    {
        while (m_next < m_stretches.size() && m_stretches.at(m_next).span.end <= span.begin)
            ++m_next;
        QString tag = u"O"_s;
        if (m_next < m_stretches.size() && m_stretches.at(m_next).span.contains(span)) {
            const Stretch &stretch = m_stretches.at(m_next);
            tag = (span.begin == stretch.span.begin ? u"B-"_s : u"I-"_s) + conll::label(stretch.type);
        }
        m_out += QStringView(m_text).sliced(span.begin, span.length()).toUtf8() + '\t' + tag.toUtf8() + '\n';
    }

    /// Sentences that a mention crosses become one: a tag never continues over a blank line.
    [[nodiscard]] QList<TokenRange> joined(const QList<TokenRange> &sentences, const QList<Token> &tokens) const
    {
        QList<TokenRange> result;
        qsizetype next = 0;
        for (const TokenRange &sentence : sentences) {
            const qsizetype begin = tokens.at(sentence.begin).span.begin;
            while (next < m_stretches.size() && m_stretches.at(next).span.end <= begin)
                ++next;
            const bool isCrossed = next < m_stretches.size() && m_stretches.at(next).span.begin < begin;
            if (isCrossed && !result.isEmpty())
                result.last().end = sentence.end;
            else
                result.append(sentence);
        }
        return result;
    }

    const QString &m_text;
    QList<Stretch> m_stretches;
    qsizetype m_next = 0;
    QByteArray m_out;
};

} // namespace

WrittenFiles writeConll(const ExportedArticle &exported) { return {{u".conll"_s, ConllWriter(exported).write()}}; }

QList<Loss> conllLosses(const ExportedArticle &exported)
{
    const Chosen chosen = chosenOf(exported);
    QList<Loss> losses;
    if (chosen.overlapping > 0)
        losses.append({Feature::Overlap, chosen.overlapping});
    return losses;
}

} // namespace dateline
