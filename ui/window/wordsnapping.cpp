// SPDX-License-Identifier: Apache-2.0
#include "ui/window/wordsnapping.h"

#include "text/tokens.h"

namespace dateline {

QList<Span> wordsAround(const ArticleText &text, qsizetype at)
{
    const qsizetype index = text.blockAt(at);
    if (index < 0)
        return {};
    const Span block = text.blocks().at(index).span;
    QList<Span> words;
    const QList<Token> tokens = tokenize(text.view(block));
    for (const Token &token : tokens) {
        if (token.kind == TokenKind::Word || token.kind == TokenKind::Number)
            words.append({block.begin + token.span.begin, block.begin + token.span.end});
    }
    return words;
}

Span snappedToWords(const ArticleText &text, Span selection)
{
    const QString &all = text.text();
    while (!selection.isEmpty() && all.at(selection.begin).isSpace())
        ++selection.begin;
    while (!selection.isEmpty() && all.at(selection.end - 1).isSpace())
        --selection.end;
    const QList<Span> words = wordsAround(text, selection.begin);
    for (const Span &word : words) {
        if (word.overlaps(selection))
            selection = selection.united(word);
    }
    return selection;
}

} // namespace dateline
