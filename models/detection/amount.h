// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "detection/stage.h"

#include <QHash>

namespace dateline {

/// A decimal number, exact: mantissa × 10^exponent.
struct Decimal
{
    qint64 mantissa = 0;
    int exponent = 0;
    bool isKnown = false; ///< false: "several", or more digits than fit

    [[nodiscard]] static Decimal of(qint64 value) { return {value, 0, true}; }
    [[nodiscard]] Decimal times(const Decimal &other) const;
    [[nodiscard]] Decimal plus(const Decimal &other) const;
    /// "5300000", "0.25"; empty when not known.
    [[nodiscard]] QString toString() const;
    [[nodiscard]] bool isBelow(qint64 value) const;
};

/// A number in words or digits: tokens [begin, end).
struct Quantity
{
    qsizetype end = 0; ///< not above begin: there is none
    Decimal value;
    bool hasScale = false; ///< "million", "lakh"
};

/// Reads numbers as news writes them: "1,200", "5.3 million", "25-million", "five hundred thousand", "4.1bn",
/// "half a million". Borrows the article.
class QuantityParser
{
public:
    explicit QuantityParser(const AnalysedArticle &article) : m_article(article) { }
    [[nodiscard]] Quantity parse(qsizetype at) const;
    /// The number that a token's letters are followed by: `letters` of "N6.8 billion" is 1.
    [[nodiscard]] Quantity parseAfter(qsizetype at, qsizetype letters) const;
    /// Groups of three digits parted by spaces ("100 000") count, as after "N$".
    [[nodiscard]] Quantity parseSpaced(qsizetype at) const;
    /// "millions", "hundreds": end of "hundreds of millions of" with the last "of"; `at` when there is none.
    [[nodiscard]] qsizetype indefiniteEnd(qsizetype at) const;

private:
    [[nodiscard]] Quantity scaled(Quantity quantity) const;
    const AnalysedArticle &m_article;
};

/// What may stand beside an amount, from the list "currency-codes". Immutable, thread-safe.
class CurrencyNames
{
public:
    struct Unit
    {
        QString code;        ///< ISO 4217; empty: several currencies have that name
        bool isPart = false; ///< a hundredth of it: cents
        bool isWeak = false; ///< an ordinary word too
    };
    static const CurrencyNames &builtIn();

    /// Unit for a word or two ("canadian dollars"), lower case; null: none.
    [[nodiscard]] const Unit *unit(const QString &words) const;
    /// Codes for what stands before an amount, exactly so; null: none. "" means several.
    [[nodiscard]] const QString *prefix(const QString &mark) const;
    [[nodiscard]] const QString *attached(const QString &mark) const;
    [[nodiscard]] const QString *suffix(const QString &mark) const;

private:
    CurrencyNames();
    QHash<QString, Unit> m_units;
    QHash<QString, QString> m_prefixes, m_attached, m_suffixes;
};

} // namespace dateline
