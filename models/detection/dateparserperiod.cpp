// SPDX-License-Identifier: Apache-2.0
// Periods that hold another date expression ("end of July", "first half of 2019") and those that count
// units from the day of writing ("last three years", "coming months").
#include "detection/dateparser.h"

#include <utility>

using namespace Qt::StringLiterals;

namespace dateline {

namespace {

constexpr std::pair<QLatin1String, char16_t> Units[] = {{"day"_L1, u'D'},  {"week"_L1, u'W'},   {"month"_L1, u'M'},
                                                        {"year"_L1, u'Y'}, {"decade"_L1, u'E'}, {"century"_L1, u'C'}};

} // namespace

/// What stands after "end of": "July", "2019", "next month", "the year", "the 1990s".
DateParser::Found DateParser::inside(qsizetype at) const
{
    if (!m_article.equals(at, "the"_L1))
        return core(at);
    for (const auto &[unit, letter] : Units) {
        if (unit != "day"_L1 && m_article.equals(at + 1, unit))
            return {at + 2, unitOf(unit, 0)};
    }
    return core(at + 1);
}

DateParser::Found DateParser::edge(qsizetype at) const
{
    for (const auto word : {"end"_L1, "beginning"_L1, "start"_L1, "middle"_L1}) {
        if (m_article.equals(at, word) && m_article.equals(at + 1, "of"_L1))
            return inside(at + 2);
    }
    static constexpr QLatin1String Ordinals[] = {"first"_L1, "second"_L1, "third"_L1, "fourth"_L1};
    for (int i = 0; i < 4; ++i) {
        const bool isHalf = m_article.equals(at + 1, "half"_L1);
        if (!m_article.equals(at, Ordinals[i]) || !(isHalf || m_article.equals(at + 1, "quarter"_L1))
            || !m_article.equals(at + 2, "of"_L1) || (isHalf && i > 1))
            continue;
        Found found = inside(at + 3);
        if (found.end > at && found.norm.size() == 4)
            found.norm += (isHalf ? u"-H"_s : u"-Q"_s) + QString::number(i + 1);
        return found;
    }
    return {};
}

DateParser::Found DateParser::counted(qsizetype at) const
{
    const bool isComing = m_article.equals(at, "coming"_L1);
    if (!isComing && !m_article.equals(at, "last"_L1) && !m_article.equals(at, "past"_L1) && !m_article.equals(at, "next"_L1))
        return {};
    qsizetype unit = at + 1;
    QString count;
    if (m_article.equals(unit, "few"_L1) || m_article.equals(unit, "several"_L1)) {
        count = u"X"_s;
        ++unit;
    } else if (m_article.equals(unit, "couple"_L1) && m_article.equals(unit + 1, "of"_L1)) {
        count = u"X"_s;
        unit += 2;
    } else if (const int number = smallNumber(unit); number > 1 && number < 1000) {
        count = QString::number(number);
        ++unit;
    } else if (isComing) {
        count = u"X"_s;
    } else {
        return {};
    }
    for (const auto &[name, letter] : Units) {
        const QLatin1String plural = name == "century"_L1 ? "centuries"_L1 : QLatin1String();
        const bool isPlural = plural.isEmpty() ? unit < m_article.size() && m_article.word(unit).size() == name.size() + 1
                                                     && m_article.word(unit).startsWith(name, Qt::CaseInsensitive)
                                                     && m_article.word(unit).endsWith(u's')
                                               : m_article.equals(unit, plural);
        if (isPlural)
            return {unit + 1, u'P' + count + (letter == u'E' ? u"DE"_s : letter == u'C' ? u"CE"_s : QString(QChar(letter)))};
    }
    return {};
}

} // namespace dateline
