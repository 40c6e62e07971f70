// SPDX-License-Identifier: Apache-2.0
#include "detection/dateparser.h"
#include "detection/stages.h"

#include <array>

using namespace Qt::StringLiterals;

namespace dateline {

namespace {

bool isAny(const AnalysedArticle &article, qsizetype at, std::initializer_list<QLatin1String> words)
{
    for (const auto word : words) {
        if (article.equals(at, word))
            return true;
    }
    return false;
}

bool isScale(const AnalysedArticle &article, qsizetype at)
{
    return isAny(article, at,
                 {"million"_L1, "billion"_L1, "trillion"_L1, "thousand"_L1, "hundred"_L1, "crore"_L1, "lakh"_L1, "m"_L1, "bn"_L1,
                  "crores"_L1, "lakhs"_L1});
}

bool isPluralScale(const AnalysedArticle &article, qsizetype at)
{
    return isAny(article, at,
                 {"millions"_L1, "billions"_L1, "trillions"_L1, "thousands"_L1, "hundreds"_L1, "tens"_L1, "dozens"_L1});
}

bool isNumberWord(const AnalysedArticle &article, qsizetype at)
{
    return isAny(article, at,
                 {"one"_L1,   "two"_L1,   "three"_L1,   "four"_L1,   "five"_L1,    "six"_L1,    "seven"_L1,  "eight"_L1,
                  "nine"_L1,  "ten"_L1,   "eleven"_L1,  "twelve"_L1, "fifteen"_L1, "twenty"_L1, "thirty"_L1, "forty"_L1,
                  "fifty"_L1, "sixty"_L1, "seventy"_L1, "eighty"_L1, "ninety"_L1,  "half"_L1,   "several"_L1});
}

bool isCurrencySign(QStringView word)
{
    if (word.size() != 1)
        return false;
    return word[0].category() == QChar::Symbol_Currency || word[0] == u'\u20bd';
}

/// End of "5", "5.3 million", "1,200", "five hundred thousand"; `at` when there is no number.
qsizetype numberEnd(const AnalysedArticle &article, qsizetype at)
{
    qsizetype end = at;
    if (article.has(at, HasDigit) && !article.has(at, IsWord))
        ++end;
    else if (isNumberWord(article, at) || (isAny(article, at, {"a"_L1, "an"_L1}) && isScale(article, at + 1)))
        ++end;
    else
        return at;
    // "$5-million", "5 million", "twenty-five million"
    for (;;) {
        const bool hyphen = end < article.size() && article.word(end) == u"-" && !article.at(end).spaceBefore;
        const qsizetype next = hyphen ? end + 1 : end;
        if (isScale(article, next) || (hyphen && isNumberWord(article, next)))
            end = next + 1;
        else
            break;
    }
    return end;
}

/// End of "pesos", "CFA francs", "US dollars", "euros" at `at`; `at` when there is none.
qsizetype currencyEnd(const AnalysedArticle &article, qsizetype at)
{
    if (article.is(at, Currency) && !(article.has(at, Capital) && article.is(at, GivenName)))
        return at + 1;
    if (article.has(at, Capital) && !article.is(at, NeverName) && article.is(at + 1, Currency) && !article.has(at + 1, Capital)
        && article.together(at, at + 1))
        return at + 2;
    if (article.equals(at, "hong"_L1) && article.equals(at + 1, "kong"_L1) && article.is(at + 2, Currency))
        return at + 3;
    return at;
}

qsizetype percentEnd(const AnalysedArticle &article, qsizetype at)
{
    if (at >= article.size())
        return at;
    if (article.word(at) == u"%" || article.equals(at, "percent"_L1) || article.equals(at, "pct"_L1)
        || article.equals(at, "pc"_L1))
        return at + 1;
    if (article.equals(at, "per"_L1) && article.equals(at + 1, "cent"_L1))
        return at + 2;
    if (article.equals(at, "percentage"_L1) && (article.equals(at + 1, "points"_L1) || article.equals(at + 1, "point"_L1)))
        return at + 2;
    return at;
}

/// ISO codes and letters that stand before an amount: "EUR 20 million", "Rs 500", "US$5".
qsizetype prefixEnd(const AnalysedArticle &article, qsizetype at)
{
    const QStringView word = article.word(at);
    if (isCurrencySign(word))
        return at + 1;
    if (article.has(at, IsWord) && article.has(at, Capital) && at + 1 < article.size() && isCurrencySign(article.word(at + 1))
        && !article.at(at + 1).spaceBefore && word.size() <= 3)
        return at + 2;
    // The code lists of countries write currencies in front in these ways.
    static constexpr std::array prefixes{"rs"_L1,  "rs."_L1, "tk"_L1,  "rp"_L1,  "rm"_L1,  "sh"_L1,  "ksh"_L1, "ush"_L1,
                                         "usd"_L1, "eur"_L1, "gbp"_L1, "jpy"_L1, "inr"_L1, "cny"_L1, "pln"_L1, "chf"_L1,
                                         "mvr"_L1, "pkr"_L1, "myr"_L1, "aud"_L1, "nzd"_L1, "cad"_L1};
    for (const auto prefix : prefixes) {
        if (article.has(at, Capital) && article.equals(at, prefix))
            return at + 1 < article.size() && article.word(at + 1) == u"." && prefix == "rs"_L1 ? at + 2 : at + 1;
    }
    return at;
}

} // namespace

void AmountStage::run(const AnalysedArticle &article, Candidates &candidates, const std::stop_token &stop) const
{
    for (qsizetype i = 0; i < article.size(); ++i) {
        if ((i & 0xfff) == 0 && stop.stop_requested())
            return;
        const AnalysedToken &token = article.at(i);
        const qsizetype prefix = token.shape & HasDigit ? i : prefixEnd(article, i);
        if (prefix > i) {
            const qsizetype end = numberEnd(article, prefix);
            if (end > prefix && article.has(prefix, HasDigit)) {
                addCandidate(candidates, i, end, EntityType::Money, Rule::MoneyAmount);
                i = end - 1;
            }
            continue;
        }
        if (!(token.shape & (HasDigit | IsWord)))
            continue;
        if (isPluralScale(article, i)) {
            // "hundreds of millions of dollars"
            qsizetype at = i + 1;
            while (article.equals(at, "of"_L1) && (isPluralScale(article, at + 1) || isScale(article, at + 1)))
                at += 2;
            if (article.equals(at, "of"_L1)) {
                const qsizetype end = currencyEnd(article, at + 1);
                if (end > at + 1)
                    addCandidate(candidates, i, end, EntityType::Money, Rule::MoneyAmount);
            }
            continue;
        }
        // "15kg" and "4.1bn" carry their unit: only the latter may go on to a currency.
        const qsizetype number = numberEnd(article, i);
        if (number == i)
            continue;
        if (token.shape & HasDigit) {
            const QStringView word = article.word(i);
            if (word.endsWith(u"pc", Qt::CaseInsensitive) && word.size() > 2 && word[word.size() - 3].isDigit()) {
                addCandidate(candidates, i, i + 1, EntityType::Percent, Rule::PercentAmount);
                continue;
            }
        }
        // A range is one amount: "5 to 10 percent", "20-30%".
        qsizetype last = number;
        if ((article.equals(number, "to"_L1)
             || (number < article.size() && (article.word(number) == u"-" || article.word(number) == u"\u2013")))
            && numberEnd(article, number + 1) > number + 1)
            last = numberEnd(article, number + 1);
        for (const qsizetype end : {last, number}) {
            const qsizetype unit = end < article.size() && article.word(end) == u"-" ? end + 1 : end;
            const qsizetype percent = percentEnd(article, unit);
            if (percent > unit) {
                addCandidate(candidates, i, percent, EntityType::Percent, Rule::PercentAmount);
                i = percent - 1;
                break;
            }
            const qsizetype money = currencyEnd(article, end);
            if (money > end) {
                addCandidate(candidates, i, money, EntityType::Money, Rule::MoneyAmount);
                i = money - 1;
                break;
            }
        }
    }
}

void DateStage::run(const AnalysedArticle &article, Candidates &candidates, const std::stop_token &stop) const
{
    const DateParser parser(article);
    for (qsizetype i = 0; i < article.size(); ++i) {
        if ((i & 0xfff) == 0 && stop.stop_requested())
            return;
        const DateParser::Match match = parser.parse(i);
        if (match.end <= i)
            continue;
        Candidate &added = addCandidate(candidates, match.begin, match.end, match.isTime ? EntityType::Time : EntityType::Date,
                                        match.isTime ? Rule::TimeExpression : Rule::DateExpression);
        added.norm = match.norm;
        i = match.end - 1;
    }
}

} // namespace dateline
