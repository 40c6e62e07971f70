// SPDX-License-Identifier: Apache-2.0
#include "ui/view/textnavigation.h"

#include "text/tokens.h"

#include <QTextBoundaryFinder>

namespace dateline {

namespace {

constexpr qsizetype GraphemeWindow = 64;
constexpr qsizetype WordWindow = 512;

/// Part of the bounds around `position`, begun and ended at spaces when they are near.
Span windowAround(const QString &text, const Span &bounds, qsizetype position, qsizetype reach)
{
    Span window{std::max(bounds.begin, position - reach), std::min(bounds.end, position + reach)};
    for (qsizetype at = window.begin; at > bounds.begin && at < position; ++at) {
        if (text[at].isSpace()) {
            window.begin = at;
            break;
        }
    }
    if (window.begin > bounds.begin && text[window.begin].isLowSurrogate())
        --window.begin;
    for (qsizetype at = window.end; at < bounds.end && at > position; --at) {
        if (text[at].isSpace()) {
            window.end = at;
            break;
        }
    }
    if (window.end < bounds.end && text[window.end].isLowSurrogate())
        ++window.end;
    return window;
}

qsizetype clampedTo(const Span &bounds, qsizetype position) { return std::clamp(position, bounds.begin, bounds.end); }

} // namespace

qsizetype graphemeBegin(const QString &text, const Span &bounds, qsizetype position)
{
    position = clampedTo(bounds, position);
    if (position == bounds.begin || position == bounds.end)
        return position;
    const Span window = windowAround(text, bounds, position, GraphemeWindow);
    QTextBoundaryFinder finder(QTextBoundaryFinder::Grapheme, QStringView(text).mid(window.begin, window.length()));
    finder.setPosition(position - window.begin);
    if (finder.isAtBoundary())
        return position;
    const qsizetype before = finder.toPreviousBoundary();
    return before < 0 ? window.begin : window.begin + before;
}

qsizetype nextGrapheme(const QString &text, const Span &bounds, qsizetype position)
{
    position = clampedTo(bounds, position);
    if (position == bounds.end)
        return position;
    const Span window = windowAround(text, bounds, position, GraphemeWindow);
    QTextBoundaryFinder finder(QTextBoundaryFinder::Grapheme, QStringView(text).mid(window.begin, window.length()));
    finder.setPosition(position - window.begin);
    const qsizetype after = finder.toNextBoundary();
    return after < 0 ? bounds.end : std::max(position + 1, window.begin + after);
}

qsizetype previousGrapheme(const QString &text, const Span &bounds, qsizetype position)
{
    position = clampedTo(bounds, position);
    return position == bounds.begin ? position : graphemeBegin(text, bounds, position - 1);
}

Span wordAt(const QString &text, const Span &bounds, qsizetype position)
{
    position = clampedTo(bounds, position);
    const Span window = windowAround(text, bounds, position, WordWindow);
    Span ending{position, position};
    for (const Token &token : tokenize(QStringView(text).mid(window.begin, window.length()))) {
        const Span span{token.span.begin + window.begin, token.span.end + window.begin};
        if (span.contains(position)) {
            // At the edge between a word and a comma the word is meant.
            const bool isWord = token.kind == TokenKind::Word || token.kind == TokenKind::Number;
            return isWord || ending.isEmpty() || span.begin < position ? span : ending;
        }
        if (span.end == position)
            ending = span;
        if (span.begin > position)
            break;
    }
    return ending;
}

qsizetype nextWord(const QString &text, const Span &bounds, qsizetype position)
{
    position = clampedTo(bounds, position);
    const Span window = windowAround(text, bounds, position, WordWindow);
    for (const Token &token : tokenize(QStringView(text).mid(window.begin, window.length()))) {
        if (token.span.begin + window.begin > position)
            return token.span.begin + window.begin;
    }
    return window.end > position ? window.end : bounds.end;
}

qsizetype previousWord(const QString &text, const Span &bounds, qsizetype position)
{
    position = clampedTo(bounds, position);
    const Span window = windowAround(text, bounds, position, WordWindow);
    qsizetype before = window.begin < position ? window.begin : bounds.begin;
    for (const Token &token : tokenize(QStringView(text).mid(window.begin, window.length()))) {
        if (token.span.begin + window.begin >= position)
            break;
        before = token.span.begin + window.begin;
    }
    return before;
}

} // namespace dateline
