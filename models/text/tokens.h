// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "text/span.h"

#include <QList>
#include <QStringView>

namespace dateline {

enum class TokenKind : quint8 { Word, Number, Punctuation, Symbol };

/// A token: letters with inner apostrophes and hyphens apart ("Botsan", "-", "Kharchenko"),
/// the clitic "'s" its own token, numbers ("1,200", "5.3"), abbreviations with stops ("U.S.")
/// whole, punctuation single. UTF-16 offsets into the tokenised text.
struct Token
{
    Span span;
    TokenKind kind = TokenKind::Word;
    bool spaceBefore = false;
    bool operator==(const Token &) const = default;
};

/// Tokens of `text` in order; whitespace belongs to none. Unicode word rules with a fast
/// path for ASCII. O(n). Pure, any thread.
[[nodiscard]] QList<Token> tokenize(QStringView text);

/// Sentences as half-open ranges of token indices. Line breaks end a sentence; so does
/// sentence-final punctuation before a capital, quote or digit, unless after a known
/// abbreviation or an initial.
struct TokenRange
{
    qsizetype begin = 0;
    qsizetype end = 0;
    bool operator==(const TokenRange &) const = default;
};
[[nodiscard]] QList<TokenRange> splitSentences(QStringView text, const QList<Token> &tokens);

} // namespace dateline
