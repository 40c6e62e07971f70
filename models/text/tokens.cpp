// SPDX-License-Identifier: Apache-2.0
#include "text/tokens.h"

#include <QChar>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace dateline {

namespace {

constexpr bool isAsciiLetter(char16_t c) { return (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z'); }
constexpr bool isAsciiDigit(char16_t c) { return c >= u'0' && c <= u'9'; }
constexpr bool isApostrophe(char16_t c) { return c == u'\'' || c == u'\u2019' || c == u'\u02bc' || c == u'\u2018'; }

/// Abbreviations that keep their stop: titles, companies, months, places. Sorted.
constexpr auto Abbreviations = std::to_array<QStringView>({
    u"adm",  u"ald",  u"apr",  u"assn", u"aug",  u"ave",  u"bhd", u"blvd",   u"brig", u"bros", u"capt", u"cf",   u"cmdr", u"co",
    u"col",  u"corp", u"cpl",  u"dec",  u"dept", u"dr",   u"etc", u"feb",    u"fr",   u"ft",   u"gen",  u"gov",  u"hon",  u"inc",
    u"jan",  u"jr",   u"jul",  u"jun",  u"lt",   u"ltd",  u"maj", u"messrs", u"mr",   u"mrs",  u"ms",   u"mt",   u"nov",  u"oct",
    u"prof", u"rep",  u"reps", u"rev",  u"sen",  u"sens", u"sep", u"sept",   u"sgt",  u"sr",   u"st",   u"supt", u"vs",
});

bool isAbbreviation(QStringView word)
{
    if (word.size() > 6)
        return false;
    std::array<char16_t, 6> lower{};
    for (qsizetype i = 0; i < word.size(); ++i) {
        const char16_t c = word[i].unicode();
        if (!isAsciiLetter(c))
            return false;
        lower[size_t(i)] = c | 0x20;
    }
    return std::binary_search(Abbreviations.begin(), Abbreviations.end(), QStringView(lower.data(), word.size()));
}

/// One code point read at `at`, its length in units and its class.
struct Reader
{
    QStringView text;

    char32_t codePoint(qsizetype at, qsizetype *units) const
    {
        const QChar first = text[at];
        if (first.isHighSurrogate() && at + 1 < text.size() && text[at + 1].isLowSurrogate()) {
            *units = 2;
            return QChar::surrogateToUcs4(first, text[at + 1]);
        }
        *units = 1;
        return first.unicode();
    }

    /// Units of a letter or combining mark at `at`; 0 when there is something else.
    qsizetype letterAt(qsizetype at) const
    {
        if (at >= text.size())
            return 0;
        const char16_t c = text[at].unicode();
        if (c < 128)
            return isAsciiLetter(c) ? 1 : 0;
        qsizetype units = 1;
        const char32_t point = codePoint(at, &units);
        return QChar::isLetter(point) || QChar::isMark(point) ? units : 0;
    }

    qsizetype digitAt(qsizetype at) const
    {
        if (at >= text.size())
            return 0;
        const char16_t c = text[at].unicode();
        if (c < 128)
            return isAsciiDigit(c) ? 1 : 0;
        qsizetype units = 1;
        return QChar::isDigit(codePoint(at, &units)) ? units : 0;
    }

    bool spaceAt(qsizetype at) const { return text[at].isSpace() || text[at] == u'\u200b' || text[at] == u'\ufeff'; }

    /// True when the apostrophe at `at` begins the clitic "'s".
    bool cliticAt(qsizetype at) const
    {
        return at + 1 < text.size() && isApostrophe(text[at].unicode()) && (text[at + 1] == u's' || text[at + 1] == u'S')
            && !letterAt(at + 2) && !digitAt(at + 2);
    }

    qsizetype wordEnd(qsizetype at) const;
    qsizetype stoppedEnd(qsizetype begin, qsizetype end) const;
    qsizetype numberEnd(qsizetype at) const;
    qsizetype symbolEnd(qsizetype at) const;
};

qsizetype Reader::wordEnd(qsizetype at) const
{
    for (;;) {
        while (at < text.size()) {
            qsizetype units = letterAt(at);
            if (!units)
                units = digitAt(at);
            if (!units)
                break;
            at += units;
        }
        if (at < text.size() && isApostrophe(text[at].unicode()) && letterAt(at + 1) && !cliticAt(at)) {
            ++at;
            continue;
        }
        return at;
    }
}

/// End of [begin, end) together with the stops of an abbreviation: "U.S.", "a.m.", "Jr.", "J.".
qsizetype Reader::stoppedEnd(qsizetype begin, qsizetype end) const
{
    if (end >= text.size() || text[end] != u'.')
        return end;
    if (end - begin == 1) {
        qsizetype last = end;
        qsizetype at = end + 1;
        while (at + 1 < text.size() && letterAt(at) == 1 && text[at + 1] == u'.') {
            last = at + 1;
            at += 2;
        }
        if (last > end)
            return last + 1;
        const bool isInitial = text[begin].isUpper() && text[begin] != u'I' && end + 2 < text.size()
                            && ((text[end + 1] == u' ' && text[end + 2].isUpper()) || letterAt(end + 1));
        return isInitial ? end + 1 : end;
    }
    const QStringView word = text.mid(begin, end - begin);
    if (isAbbreviation(word) && text[begin].isUpper() && !(end + 1 < text.size() && letterAt(end + 1)))
        return end + 1;
    if (word == "No"_L1 && end + 2 < text.size() && text[end + 1] == u' ' && digitAt(end + 2))
        return end + 1;
    return end;
}

qsizetype Reader::numberEnd(qsizetype at) const
{
    for (;;) {
        while (const qsizetype units = digitAt(at))
            at += units;
        if (at < text.size() && (text[at] == u',' || text[at] == u'.' || text[at] == u':') && digitAt(at + 1)) {
            ++at;
            continue;
        }
        break;
    }
    // "1990s", "21st", "9am", "4.1bn".
    while (const qsizetype units = letterAt(at))
        at += units;
    return at;
}

qsizetype Reader::symbolEnd(qsizetype at) const
{
    qsizetype units = 1;
    codePoint(at, &units);
    at += units;
    // An emoji with its variation selectors, skin tone and joined parts is one token.
    while (at < text.size()) {
        const char32_t point = codePoint(at, &units);
        if (point == 0xFE0F || (point >= 0x1F3FB && point <= 0x1F3FF) || QChar::isMark(point)) {
            at += units;
        } else if (point == 0x200D && at + 1 < text.size()) {
            ++at;
            codePoint(at, &units);
            at += units;
        } else {
            break;
        }
    }
    return at;
}

bool isSymbol(char32_t point)
{
    switch (QChar::category(point)) {
    case QChar::Symbol_Currency:
    case QChar::Symbol_Math:
    case QChar::Symbol_Modifier:
    case QChar::Symbol_Other:
    case QChar::Other_Surrogate:
    case QChar::Other_PrivateUse:
    case QChar::Other_NotAssigned:
        return true;
    default:
        return false;
    }
}

} // namespace

QList<Token> tokenize(QStringView text)
{
    QList<Token> tokens;
    tokens.reserve(text.size() / 5 + 8);
    const Reader reader{text};
    bool spaceBefore = false;
    qsizetype at = 0;
    while (at < text.size()) {
        if (reader.spaceAt(at)) {
            spaceBefore = true;
            ++at;
            continue;
        }
        Token token;
        token.spaceBefore = spaceBefore;
        spaceBefore = false;
        qsizetype end = at;
        if (reader.letterAt(at)) {
            end = reader.stoppedEnd(at, reader.wordEnd(at));
            token.kind = TokenKind::Word;
        } else if (reader.digitAt(at)) {
            end = reader.numberEnd(at);
            token.kind = TokenKind::Number;
        } else if (at > 0 && !token.spaceBefore && reader.cliticAt(at)) {
            end = at + 2;
            token.kind = TokenKind::Word;
        } else {
            qsizetype units = 1;
            const char32_t point = reader.codePoint(at, &units);
            token.kind = isSymbol(point) ? TokenKind::Symbol : TokenKind::Punctuation;
            end = token.kind == TokenKind::Symbol ? reader.symbolEnd(at) : at + units;
        }
        token.span = {at, end};
        tokens.append(token);
        at = end;
    }
    return tokens;
}

} // namespace dateline
