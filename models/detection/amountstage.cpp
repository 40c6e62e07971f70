// SPDX-License-Identifier: Apache-2.0
#include "detection/amount.h"
#include "detection/dateparser.h"
#include "detection/stages.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace dateline {

namespace {

bool isCurrencySign(QStringView word) { return word.size() == 1 && word[0].category() == QChar::Symbol_Currency; }

bool isDash(const AnalysedArticle &article, qsizetype at)
{
    return at < article.size() && (article.word(at) == u"-" || article.word(at) == u"\u2013");
}

/// A currency after an amount: tokens [.., end); `end` not above the begin: none.
struct Money
{
    qsizetype end = 0;
    QString code;
    bool isPart = false;
    bool isWeak = false;
};

class Amounts
{
public:
    Amounts(const AnalysedArticle &article, Candidates &candidates)
        : m_article(article)
        , m_candidates(candidates)
        , m_numbers(article)
        , m_names(CurrencyNames::builtIn())
    { }

    /// The token to go on from after what begins at `at`; `at` when nothing does.
    qsizetype read(qsizetype at);

private:
    qsizetype readPrefixed(qsizetype at);
    qsizetype readAttached(qsizetype at);
    qsizetype readIndefinite(qsizetype at);
    qsizetype readNumber(qsizetype at);
    qsizetype readUnit(qsizetype begin, qsizetype end, const Quantity &first, const Quantity &last);
    [[nodiscard]] Money currencyAt(qsizetype at) const;
    [[nodiscard]] qsizetype percentEnd(qsizetype at) const;
    qsizetype addMoney(qsizetype begin, qsizetype end, const QString &values, const QString &code);

    const AnalysedArticle &m_article;
    Candidates &m_candidates;
    const QuantityParser m_numbers;
    const CurrencyNames &m_names;
};

/// "5300000", or "2000000/2200000" of a range whose first number shares the scale of the last.
QString valuesOf(Quantity first, const Quantity &last, bool isRange, bool isPart)
{
    Decimal low = first.value;
    Decimal high = last.value;
    if (isRange && last.hasScale && !first.hasScale) {
        // "25-35 million": what the last number's words multiply by.
        Decimal scale = Decimal::of(1);
        scale.exponent = std::max(0, high.exponent);
        low = low.times(scale);
    }
    if (isPart) {
        low.exponent -= 2;
        high.exponent -= 2;
    }
    if (!isRange)
        return low.toString();
    const QString from = low.toString();
    const QString to = high.toString();
    return from.isEmpty() || to.isEmpty() ? QString() : from + u'/' + to;
}

qsizetype Amounts::addMoney(qsizetype begin, qsizetype end, const QString &values, const QString &code)
{
    Candidate &added = addCandidate(m_candidates, begin, end, EntityType::Money, Rule::MoneyAmount);
    if (!values.isEmpty() && !code.isEmpty())
        added.norm = values + u' ' + code;
    return end;
}

Money Amounts::currencyAt(qsizetype at) const
{
    const auto unitAt = [&](qsizetype index) {
        return m_article.is(index, Currency) && !(m_article.has(index, Capital) && m_article.is(index, GivenName));
    };
    const auto singular = [](QString word) { return word.endsWith(u's') ? word.chopped(1) : word; };
    // "Canadian dollars", "Hong Kong dollars"
    for (qsizetype adjectives = 0; adjectives <= 2; ++adjectives) {
        const qsizetype last = at + adjectives;
        if (last >= m_article.size() || !m_article.together(at, last))
            break;
        if (unitAt(last) && (adjectives == 0 || !m_article.has(last, Capital))) {
            const QString word = m_article.word(last).toString().toLower().replace(u'\u2019', u'\'');
            Money money{last + 1, {}, false, false};
            if (const CurrencyNames::Unit *unit = m_names.unit(word))
                money = {last + 1, unit->code, unit->isPart, unit->isWeak};
            if (adjectives > 0) {
                const QString words = m_article.view(at, last).toString().toLower() + u' ';
                const CurrencyNames::Unit *pair = m_names.unit(words + word);
                if (!pair)
                    pair = m_names.unit(words + singular(word));
                money.code = pair ? pair->code : QString();
                money.isWeak = money.isWeak && !pair;
            }
            return money;
        }
        if (!m_article.has(last, Capital) || m_article.is(last, NeverName))
            break;
    }
    if (at < m_article.size() && m_article.has(at, AllCaps)) {
        if (const QString *code = m_names.suffix(m_article.word(at).toString()))
            return {at + 1, *code, false, false};
    }
    if (at < m_article.size() && isCurrencySign(m_article.word(at)) && !m_article.has(at + 1, HasDigit)) {
        const QString *code = m_names.prefix(m_article.word(at).toString());
        return {at + 1, code ? *code : QString(), false, false};
    }
    return {};
}

qsizetype Amounts::percentEnd(qsizetype at) const
{
    if (at >= m_article.size())
        return at;
    if (m_article.word(at) == u"%" || m_article.equals(at, "percent"_L1) || m_article.equals(at, "pct"_L1)
        || m_article.equals(at, "pc"_L1))
        return at + 1;
    if (m_article.equals(at, "per"_L1) && m_article.equals(at + 1, "cent"_L1))
        return at + 2;
    if (m_article.equals(at, "percentage"_L1) && (m_article.equals(at + 1, "points"_L1) || m_article.equals(at + 1, "point"_L1)))
        return at + 2;
    return at;
}

/// "$5 million", "US$5", "EUR 20 million", "Rs. 500", "N$100 000", "$25-35 million"
qsizetype Amounts::readPrefixed(qsizetype at)
{
    const QStringView word = m_article.word(at);
    qsizetype number = at + 1;
    QString mark = word.toString();
    if (number >= m_article.size())
        return at;
    bool isSign = isCurrencySign(word);
    if (!isSign) {
        if (!m_article.has(at, IsWord) || !m_article.has(at, Capital) || word.size() > 4
            || !(m_article.has(number, HasDigit) || m_article.has(number + 1, HasDigit)))
            return at;
        const bool joinsSign = word.size() <= 3 && isCurrencySign(m_article.word(number)) && !m_article.at(number).spaceBefore;
        if (joinsSign || (m_article.word(number) == u"." && !m_article.at(number).spaceBefore)) {
            mark += m_article.word(number).toString();
            isSign = joinsSign;
            ++number;
        }
    }
    const QString *code = m_names.prefix(mark);
    if (!code && !isSign)
        return at;
    // Not together(): a sentence may seem to end after "Rs.".
    if (!m_article.has(number, HasDigit) || m_article.has(number, IsWord) || m_article.view(at, number + 1).contains(u'\n'))
        return at;
    const Quantity first = m_numbers.parseSpaced(number);
    const bool isTight = isDash(m_article, first.end) && m_article.has(first.end + 1, HasDigit) && !first.hasScale
                      && !m_article.at(first.end).spaceBefore && !m_article.at(first.end + 1).spaceBefore;
    const Quantity last = isTight ? m_numbers.parse(first.end + 1) : first;
    const bool isRange = last.end > first.end;
    const Quantity &end = isRange ? last : first;
    return addMoney(at, end.end, valuesOf(first, last, isRange, false), code ? *code : QString());
}

/// "N150", "R1.1-million", "Dh2.3m"
qsizetype Amounts::readAttached(qsizetype at)
{
    const QStringView word = m_article.word(at);
    qsizetype letters = 0;
    while (letters < word.size() && word[letters].isLetter())
        ++letters;
    if (letters < 1 || letters > 4 || letters == word.size() || !word[0].isUpper())
        return at;
    const QString mark = word.left(letters).toString();
    const QString *code = m_names.attached(mark);
    if (!code)
        code = letters >= 3 ? m_names.prefix(mark) : nullptr;
    if (!code)
        return at;
    const Quantity number = m_numbers.parseAfter(at, letters);
    if (number.end <= at || !number.value.isKnown)
        return at;
    // One letter before a small number is a road, a gauge or a group as often.
    const bool isLarge = number.hasScale || (!code->isEmpty() && !number.value.isBelow(100));
    if (letters == 1 && !isLarge)
        return at;
    return addMoney(at, number.end, valuesOf(number, number, false, false), *code);
}

/// "hundreds of millions of dollars"
qsizetype Amounts::readIndefinite(qsizetype at)
{
    const qsizetype unit = m_numbers.indefiniteEnd(at);
    if (unit == at)
        return at;
    const Money money = currencyAt(unit);
    return money.end > unit ? addMoney(at, money.end, {}, {}) : at;
}

qsizetype Amounts::readUnit(qsizetype begin, qsizetype end, const Quantity &first, const Quantity &last)
{
    const bool isRange = last.end > first.end;
    const qsizetype unit = m_article.isHyphen(end) ? end + 1 : end;
    if (const qsizetype percent = percentEnd(unit); percent > unit) {
        Candidate &added = addCandidate(m_candidates, begin, percent, EntityType::Percent, Rule::PercentAmount);
        const QString values = valuesOf(first, last, isRange, false);
        if (!values.isEmpty())
            added.norm = values + u'%';
        return percent;
    }
    const Money money = currencyAt(unit);
    if (money.end <= unit || (money.isWeak && !last.hasScale && (!last.value.isKnown || last.value.isBelow(1000))))
        return begin;
    return addMoney(begin, money.end, valuesOf(first, last, isRange, money.isPart), money.code);
}

qsizetype Amounts::readNumber(qsizetype at)
{
    const Quantity first = m_numbers.parse(at);
    if (first.end <= at)
        return at;
    const QStringView word = m_article.word(at);
    if (m_article.has(at, HasDigit) && first.end == at + 1 && !first.value.isKnown) {
        // "5pc", "12CUP"
        qsizetype letters = word.size();
        while (letters > 0 && word[letters - 1].isLetter())
            --letters;
        const Quantity number = m_numbers.parseAfter(at, 0);
        if (word.mid(letters).compare("pc"_L1, Qt::CaseInsensitive) == 0) {
            addCandidate(m_candidates, at, at + 1, EntityType::Percent, Rule::PercentAmount).norm = word.left(letters).toString()
                                                                                                  + u'%';
            return number.end;
        }
        if (const QString *code = m_names.suffix(word.mid(letters).toString()))
            return addMoney(at, at + 1, word.left(letters).toString().remove(u','), *code);
    }
    // A range is one amount: "5 to 10 percent", "20-30%".
    if (m_article.equals(first.end, "to"_L1) || isDash(m_article, first.end)) {
        const Quantity last = m_numbers.parse(first.end + 1);
        if (last.end > first.end + 1) {
            if (const qsizetype end = readUnit(at, last.end, first, last); end > at)
                return end;
        }
    }
    return readUnit(at, first.end, first, first);
}

qsizetype Amounts::read(qsizetype at)
{
    const AnalysedToken &token = m_article.at(at);
    const bool isSign = !(token.shape & (HasDigit | IsWord)) && isCurrencySign(m_article.word(at));
    const bool hasNumberNear = m_article.has(at + 1, HasDigit) || m_article.has(at + 2, HasDigit);
    if (hasNumberNear && (isSign || ((token.shape & Capital) && !(token.shape & HasDigit)))) {
        if (const qsizetype end = readPrefixed(at); end > at)
            return end;
    }
    if ((token.shape & (Capital | HasDigit)) == (Capital | HasDigit)) {
        if (const qsizetype end = readAttached(at); end > at)
            return end;
    }
    if (!(token.shape & (HasDigit | IsWord)))
        return at;
    if (const qsizetype end = readIndefinite(at); end > at)
        return end;
    return readNumber(at);
}

} // namespace

void AmountStage::run(const AnalysedArticle &article, Candidates &candidates, const std::stop_token &stop) const
{
    Amounts amounts(article, candidates);
    for (qsizetype i = 0; i < article.size();) {
        if ((i & 0xfff) == 0 && stop.stop_requested())
            return;
        i = std::max(i + 1, amounts.read(i));
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
