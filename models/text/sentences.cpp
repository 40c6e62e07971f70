// SPDX-License-Identifier: Apache-2.0
#include "text/tokens.h"

#include <algorithm>
#include <array>

namespace dateline {

namespace {

/// Words that begin a sentence far more often than they continue a name after "Inc." or "U.S.".
constexpr auto Starters = std::to_array<QStringView>({
    u"A",      u"According", u"After", u"All",   u"Also",      u"An",   u"And",  u"As",      u"At",    u"Both",  u"But",
    u"By",     u"During",    u"For",   u"From",  u"He",        u"Her",  u"His",  u"However", u"I",     u"If",    u"In",
    u"It",     u"Its",       u"Last",  u"Many",  u"Meanwhile", u"More", u"Most", u"No",      u"On",    u"One",   u"Other",
    u"Others", u"Our",       u"She",   u"Since", u"So",        u"Some", u"That", u"The",     u"Their", u"There", u"These",
    u"They",   u"This",      u"Those", u"To",    u"We",        u"What", u"When", u"While",   u"With",  u"You",
});

bool isStarter(QStringView word) { return std::binary_search(Starters.begin(), Starters.end(), word); }

bool isClosing(QChar c)
{
    return c == u'"' || c == u'\'' || c == u')' || c == u']' || c == u'\u201d' || c == u'\u2019' || c == u'\u00bb';
}

bool isTerminal(QStringView token)
{
    return token.size() == 1 && (token[0] == u'.' || token[0] == u'!' || token[0] == u'?' || token[0] == u'\u2026');
}

/// A token after which a sentence may begin: a capital, a digit, or an opening quote or bracket.
bool mayBegin(QStringView token)
{
    const QChar c = token[0];
    return c.isUpper() || c.isDigit() || c == u'"' || c == u'\'' || c == u'(' || c == u'[' || c == u'\u201c' || c == u'\u2018'
        || c == u'\u00ab' || c == u'\u2014' || c == u'-' || (c.isLetter() && !c.isLower());
}

/// An abbreviation kept whole ("U.S.", "Inc."), not an initial or a title that a name follows.
bool mayEndSentence(QStringView abbreviation)
{
    if (abbreviation.size() == 2)
        return false;
    static constexpr auto Titles = std::to_array<QStringView>({
        u"Adm.",    u"Brig.", u"Capt.", u"Cmdr.", u"Col.", u"Dr.",   u"Fr.",  u"Gen.", u"Gov.", u"Hon.", u"Lt.", u"Maj.",
        u"Messrs.", u"Mr.",   u"Mrs.",  u"Ms.",   u"Mt.",  u"Prof.", u"Rep.", u"Rev.", u"Sen.", u"Sgt.", u"St.",
    });
    return std::find(Titles.begin(), Titles.end(), abbreviation) == Titles.end();
}

} // namespace

QList<TokenRange> splitSentences(QStringView text, const QList<Token> &tokens)
{
    QList<TokenRange> sentences;
    qsizetype begin = 0;
    bool ended = false;
    for (qsizetype i = 0; i < tokens.size(); ++i) {
        const Token &token = tokens.at(i);
        const QStringView word = text.mid(token.span.begin, token.span.length());
        if (i > begin) {
            const Token &previous = tokens.at(i - 1);
            const QStringView gap = text.mid(previous.span.end, token.span.begin - previous.span.end);
            const QStringView before = text.mid(previous.span.begin, previous.span.length());
            const bool newLine = token.spaceBefore && gap.contains(u'\n');
            const bool closes = !token.spaceBefore && isClosing(word[0]);
            bool breaks = newLine || (ended && !closes && token.spaceBefore && mayBegin(word));
            if (!breaks && !ended && previous.kind == TokenKind::Word && before.endsWith(u'.') && isStarter(word))
                breaks = mayEndSentence(before);
            if (breaks) {
                sentences.append({begin, i});
                begin = i;
                ended = false;
            } else if (ended && !closes && !isTerminal(word)) {
                ended = false;
            }
        }
        if (isTerminal(word))
            ended = true;
    }
    if (begin < tokens.size())
        sentences.append({begin, tokens.size()});
    return sentences;
}

} // namespace dateline
