// SPDX-License-Identifier: Apache-2.0
#include "detection/amount.h"

#include <QFile>
#include <QHash>

#include <algorithm>
#include <cmath>
#include <limits>

using namespace Qt::StringLiterals;

namespace dateline {

namespace {

/// Power of ten of "million", "bn", "lakh"; 0: no scale.
int scaleOf(QStringView word)
{
    struct Scale
    {
        QLatin1String word;
        int power;
    };
    static constexpr Scale Scales[] = {
        {"hundred"_L1, 2}, {"thousand"_L1, 3},  {"k"_L1, 3},       {"lakh"_L1, 5}, {"lakhs"_L1, 5},
        {"lac"_L1, 5},     {"million"_L1, 6},   {"mln"_L1, 6},     {"mn"_L1, 6},   {"m"_L1, 6},
        {"crore"_L1, 7},   {"crores"_L1, 7},    {"billion"_L1, 9}, {"bln"_L1, 9},  {"bn"_L1, 9},
        {"b"_L1, 9},       {"trillion"_L1, 12}, {"tn"_L1, 12},     {"trn"_L1, 12},
    };
    for (const Scale &scale : Scales) {
        if (word.size() == scale.word.size() && word.compare(scale.word, Qt::CaseInsensitive) == 0)
            return scale.power;
    }
    return 0;
}

constexpr QLatin1String Units[] = {"zero"_L1,    "one"_L1,     "two"_L1,       "three"_L1,    "four"_L1,
                                   "five"_L1,    "six"_L1,     "seven"_L1,     "eight"_L1,    "nine"_L1,
                                   "ten"_L1,     "eleven"_L1,  "twelve"_L1,    "thirteen"_L1, "fourteen"_L1,
                                   "fifteen"_L1, "sixteen"_L1, "seventeen"_L1, "eighteen"_L1, "nineteen"_L1};
constexpr QLatin1String Tens[] = {"twenty"_L1, "thirty"_L1,  "forty"_L1,  "fifty"_L1,
                                  "sixty"_L1,  "seventy"_L1, "eighty"_L1, "ninety"_L1};

/// Value of a number word; -1: none.
int wordValue(QStringView word)
{
    if (word.size() < 3 || word.size() > 9)
        return -1;
    for (int i = 0; i < int(std::size(Units)); ++i) {
        if (word.size() == Units[i].size() && word.compare(Units[i], Qt::CaseInsensitive) == 0)
            return i;
    }
    for (int i = 0; i < int(std::size(Tens)); ++i) {
        if (word.size() == Tens[i].size() && word.compare(Tens[i], Qt::CaseInsensitive) == 0)
            return 20 + 10 * i;
    }
    return -1;
}

/// "1,200.50" and the scale written against it ("4.1bn"); unknown when it is none of these.
Quantity digitsOf(QStringView word)
{
    Quantity quantity;
    qsizetype end = 0;
    while (end < word.size() && (word[end].isDigit() || word[end] == u'.' || word[end] == u','))
        ++end;
    const QStringView number = word.left(end);
    // "1.200.000" is written so where the stop parts thousands.
    const bool isStopGrouped = number.count(u'.') > 1;
    Decimal value = Decimal::of(0);
    bool isFraction = false;
    for (const QChar c : number) {
        if (c == u',' || (c == u'.' && isStopGrouped))
            continue;
        if (c == u'.') {
            isFraction = true;
            continue;
        }
        if (value.mantissa > std::numeric_limits<qint64>::max() / 100) {
            value.isKnown = false;
            break;
        }
        value.mantissa = value.mantissa * 10 + c.digitValue();
        value.exponent -= isFraction ? 1 : 0;
    }
    if (end < word.size()) {
        const int power = scaleOf(word.mid(end));
        value.exponent += power;
        value.isKnown = value.isKnown && power;
        quantity.hasScale = power;
    }
    quantity.value = value;
    return quantity;
}

} // namespace

Decimal Decimal::times(const Decimal &other) const
{
    Decimal product;
    product.isKnown = isKnown && other.isKnown && !__builtin_mul_overflow(mantissa, other.mantissa, &product.mantissa);
    product.exponent = exponent + other.exponent;
    return product;
}

Decimal Decimal::plus(const Decimal &other) const
{
    Decimal low = exponent <= other.exponent ? *this : other;
    Decimal high = exponent <= other.exponent ? other : *this;
    while (high.exponent > low.exponent && high.isKnown) {
        high.isKnown = !__builtin_mul_overflow(high.mantissa, qint64(10), &high.mantissa);
        --high.exponent;
    }
    low.isKnown = low.isKnown && high.isKnown && !__builtin_add_overflow(low.mantissa, high.mantissa, &low.mantissa);
    return low;
}

bool Decimal::isBelow(qint64 value) const { return isKnown && double(mantissa) * std::pow(10.0, exponent) < double(value); }

QString Decimal::toString() const
{
    if (!isKnown || exponent > 24 || exponent < -24)
        return {};
    QString digits = QString::number(mantissa);
    if (exponent >= 0)
        return mantissa ? digits + QString(exponent, u'0') : digits;
    digits = digits.rightJustified(-exponent + 1, u'0');
    QString fraction = digits.right(-exponent);
    while (fraction.endsWith(u'0'))
        fraction.chop(1);
    const QString whole = digits.chopped(-exponent);
    return fraction.isEmpty() ? whole : whole + u'.' + fraction;
}

Quantity QuantityParser::scaled(Quantity quantity) const
{
    for (;;) {
        const qsizetype at = quantity.end;
        const bool hyphen = m_article.isHyphen(at);
        const qsizetype next = hyphen ? at + 1 : at;
        if (next >= m_article.size())
            break;
        const QStringView word = m_article.word(next);
        // "5 m" may be metres: single letters count only against the number, where digitsOf() reads them.
        const int power = word.size() > 1 ? scaleOf(word) : 0;
        if (!power || m_article.has(next, HasDigit))
            break;
        quantity.value.exponent += power;
        quantity.hasScale = true;
        quantity.end = next + 1;
    }
    return quantity;
}

Quantity QuantityParser::parse(qsizetype at) const
{
    Quantity quantity;
    quantity.end = at;
    if (at >= m_article.size())
        return quantity;
    const QStringView word = m_article.word(at);
    if (m_article.has(at, HasDigit) && !m_article.has(at, IsWord)) {
        quantity = digitsOf(word);
        quantity.end = at + 1;
        return scaled(quantity);
    }
    const bool isArticle = m_article.equals(at, "a"_L1) || m_article.equals(at, "an"_L1);
    if (isArticle || m_article.equals(at, "several"_L1)) {
        if (at + 1 >= m_article.size() || !scaleOf(m_article.word(at + 1)) || m_article.word(at + 1).size() < 4)
            return quantity;
        quantity.value = Decimal::of(1);
        quantity.value.isKnown = isArticle;
        quantity.end = at + 1;
        return scaled(quantity);
    }
    if (m_article.equals(at, "half"_L1)) {
        const bool hasArticle = m_article.equals(at + 1, "a"_L1);
        quantity.value = {5, -1, true};
        quantity.end = at + (hasArticle ? 2 : 1);
        const Quantity whole = scaled(quantity);
        quantity.end = at;
        return whole.hasScale ? whole : quantity;
    }
    // "five hundred thousand", "twenty-five million", "one hundred and ten"
    Decimal sum = Decimal::of(0);
    qsizetype end = at;
    while (end < m_article.size()) {
        const qsizetype next = end > at && m_article.isHyphen(end) ? end + 1 : end;
        const int value = next < m_article.size() ? wordValue(m_article.word(next)) : -1;
        if (value < 0)
            break;
        sum = sum.plus(Decimal::of(value));
        end = next + 1;
        if (m_article.equals(end, "hundred"_L1)) {
            sum = sum.times(Decimal::of(100));
            ++end;
            if (m_article.equals(end, "and"_L1) && end + 1 < m_article.size() && wordValue(m_article.word(end + 1)) >= 0)
                ++end;
        }
    }
    if (end == at)
        return quantity;
    quantity.value = sum;
    quantity.end = end;
    return scaled(quantity);
}

Quantity QuantityParser::parseAfter(qsizetype at, qsizetype letters) const
{
    Quantity quantity;
    quantity.end = at;
    QString digits = m_article.word(at).mid(letters).toString();
    if (digits.isEmpty() || !digits.front().isDigit())
        return quantity;
    // The tokenizer parts "R1.1" and "N1,200" after the first digits.
    qsizetype end = at + 1;
    while (end + 1 < m_article.size() && (m_article.word(end) == u"." || m_article.word(end) == u",")
           && !m_article.at(end).spaceBefore && !m_article.at(end + 1).spaceBefore && m_article.has(end + 1, HasDigit)
           && !m_article.has(end + 1, IsWord)) {
        digits += m_article.word(end).toString() + m_article.word(end + 1).toString();
        end += 2;
    }
    quantity = digitsOf(digits);
    quantity.end = end;
    return scaled(quantity);
}

Quantity QuantityParser::parseSpaced(qsizetype at) const
{
    Quantity quantity = parse(at);
    if (quantity.end != at + 1 || quantity.hasScale || m_article.word(at).size() > 3)
        return quantity;
    QString digits = m_article.word(at).toString();
    qsizetype end = at + 1;
    while (end < m_article.size() && m_article.word(end).size() == 3 && m_article.together(at, end)
           && std::all_of(m_article.word(end).begin(), m_article.word(end).end(), [](QChar c) { return c.isDigit(); })) {
        digits += m_article.word(end).toString();
        ++end;
    }
    if (end == at + 1)
        return quantity;
    quantity = digitsOf(digits);
    quantity.end = end;
    return scaled(quantity);
}

qsizetype QuantityParser::indefiniteEnd(qsizetype at) const
{
    const auto isPlural = [&](qsizetype index) {
        for (const auto word :
             {"millions"_L1, "billions"_L1, "trillions"_L1, "thousands"_L1, "hundreds"_L1, "tens"_L1, "dozens"_L1}) {
            if (m_article.equals(index, word))
                return true;
        }
        return false;
    };
    qsizetype end = at;
    while (isPlural(end) && m_article.equals(end + 1, "of"_L1))
        end += 2;
    if (end > at && end < m_article.size() && scaleOf(m_article.word(end)) && m_article.equals(end + 1, "of"_L1))
        end += 2;
    return end;
}

CurrencyNames::CurrencyNames()
{
    QFile file(u":/gazetteers/currency-codes.txt"_s);
    if (!file.open(QIODevice::ReadOnly))
        return;
    for (const QByteArray &line : file.readAll().split('\n')) {
        const QList<QByteArray> cells = line.split('\t');
        if (cells.size() != 3 || line.startsWith('#'))
            continue;
        const QString written = QString::fromUtf8(cells.at(1));
        const QByteArray &kind = cells.at(0);
        Unit unit;
        unit.isPart = cells.at(2).endsWith("/2");
        unit.isWeak = kind == "weak";
        const QByteArray code = unit.isPart ? cells.at(2).chopped(2) : cells.at(2);
        unit.code = code == "-" ? QString() : QString::fromLatin1(code);
        if (kind == "unit" || kind == "weak" || kind == "pair")
            m_units.insert(written, unit);
        else if (kind == "prefix")
            m_prefixes.insert(written, unit.code);
        else if (kind == "attached")
            m_attached.insert(written, unit.code);
        else if (kind == "suffix")
            m_suffixes.insert(written, unit.code);
    }
}

const CurrencyNames &CurrencyNames::builtIn()
{
    Gazetteer::builtIn(); // registers the resources
    static const CurrencyNames names;
    return names;
}

namespace {

template<typename Map>
auto find(const Map &map, const QString &key) -> decltype(&map.cbegin().value())
{
    const auto found = map.constFind(key);
    return found == map.cend() ? nullptr : &found.value();
}

} // namespace

const CurrencyNames::Unit *CurrencyNames::unit(const QString &words) const { return find(m_units, words); }
const QString *CurrencyNames::prefix(const QString &mark) const { return find(m_prefixes, mark); }
const QString *CurrencyNames::attached(const QString &mark) const { return find(m_attached, mark); }
const QString *CurrencyNames::suffix(const QString &mark) const { return find(m_suffixes, mark); }

} // namespace dateline
