// SPDX-License-Identifier: Apache-2.0
#include "detection/dateparser.h"

#include <algorithm>
#include <array>
#include <cstdlib>

using namespace Qt::StringLiterals;

namespace dateline {

namespace {

constexpr std::array Months{"jan"_L1, "feb"_L1, "mar"_L1, "apr"_L1, "may"_L1, "jun"_L1,
                            "jul"_L1, "aug"_L1, "sep"_L1, "oct"_L1, "nov"_L1, "dec"_L1};
constexpr std::array Days{"mon"_L1, "tue"_L1, "wed"_L1, "thu"_L1, "fri"_L1, "sat"_L1, "sun"_L1};
constexpr std::array SmallNumbers{"one"_L1,   "two"_L1,   "three"_L1, "four"_L1, "five"_L1,   "six"_L1,
                                  "seven"_L1, "eight"_L1, "nine"_L1,  "ten"_L1,  "eleven"_L1, "twelve"_L1};

QString two(int value) { return QString::number(value).rightJustified(2, u'0'); }

QString weekOf(const QDate &date)
{
    int year = 0;
    const int week = date.weekNumber(&year);
    return QString::number(year) + u"-W"_s + two(week);
}

bool startsWith(QStringView word, QLatin1String prefix)
{
    return word.size() >= prefix.size() && word.left(prefix.size()).compare(prefix, Qt::CaseInsensitive) == 0;
}

} // namespace

DateParser::DateParser(const AnalysedArticle &article, bool everyContext) : m_article(article), m_everyContext(everyContext) { }

int DateParser::number(qsizetype at) const
{
    if (at < 0 || at >= m_article.size() || !m_article.has(at, HasDigit))
        return -1;
    const QStringView word = m_article.word(at);
    if (word.size() > 4)
        return -1;
    int value = 0;
    for (const QChar c : word) {
        if (c < u'0' || c > u'9')
            return -1;
        value = value * 10 + c.unicode() - u'0';
    }
    return value;
}

int DateParser::smallNumber(qsizetype at) const
{
    const int digits = number(at);
    if (digits >= 0)
        return digits;
    for (size_t i = 0; i < SmallNumbers.size(); ++i) {
        if (m_article.equals(at, SmallNumbers[i]))
            return int(i) + 1;
    }
    return m_article.equals(at, "a"_L1) || m_article.equals(at, "an"_L1) ? 1 : -1;
}

int DateParser::dayNumber(qsizetype at) const
{
    if (at < 0 || at >= m_article.size() || !m_article.has(at, HasDigit))
        return -1;
    QStringView word = m_article.word(at);
    for (const auto suffix : {u"st", u"nd", u"rd", u"th"}) {
        if (word.endsWith(QStringView(suffix), Qt::CaseInsensitive)) {
            word.chop(2);
            break;
        }
    }
    if (word.size() > 2 || word.isEmpty())
        return -1;
    bool ok = false;
    const int value = word.toInt(&ok);
    return ok && value >= 1 && value <= 31 ? value : -1;
}

int DateParser::monthNumber(qsizetype at) const { return nameNumber(at, Month, Months); }
int DateParser::weekdayNumber(qsizetype at) const { return nameNumber(at, Weekday, Days); }

int DateParser::nameNumber(qsizetype at, quint32 wordClass, std::span<const QLatin1String> names) const
{
    if (!m_article.is(at, wordClass) || !m_article.has(at, Capital))
        return -1;
    const QStringView word = m_article.word(at);
    const auto found = std::find_if(names.begin(), names.end(), [&](QLatin1String name) { return startsWith(word, name); });
    return found == names.end() ? -1 : int(found - names.begin()) + 1;
}

int DateParser::year(qsizetype at) const
{
    const int value = number(at);
    return m_article.size() > at && value >= 1000 && value <= 2199 ? value : -1;
}

bool DateParser::isDash(qsizetype at) const
{
    if (at < 0 || at >= m_article.size())
        return false;
    const QStringView word = m_article.word(at);
    return word == u"-" || word == u"\u2013" || word == u"\u2014";
}

QString DateParser::partOfDay(qsizetype at) const
{
    static constexpr std::array parts{std::pair{"morning"_L1, "TMO"_L1}, std::pair{"afternoon"_L1, "TAF"_L1},
                                      std::pair{"evening"_L1, "TEV"_L1}, std::pair{"night"_L1, "TNI"_L1}};
    for (const auto &[word, value] : parts) {
        if (m_article.equals(at, word))
            return value;
    }
    return {};
}

QString DateParser::season(qsizetype at) const
{
    static constexpr std::array seasons{std::pair{"spring"_L1, "SP"_L1}, std::pair{"summer"_L1, "SU"_L1},
                                        std::pair{"autumn"_L1, "FA"_L1}, std::pair{"fall"_L1, "FA"_L1},
                                        std::pair{"winter"_L1, "WI"_L1}};
    for (const auto &[word, value] : seasons) {
        if (m_article.equals(at, word))
            return value;
    }
    return {};
}

/// True when the words before say that it is yet to come ("will … on Monday").
bool DateParser::looksAhead(qsizetype at) const
{
    for (qsizetype i = at - 1; i >= 0 && i >= at - 14 && m_article.together(i, at); --i) {
        for (const auto word :
             {"will"_L1, "shall"_L1, "due"_L1, "scheduled"_L1, "upcoming"_L1, "plans"_L1, "expected"_L1, "tomorrow"_L1}) {
            if (m_article.equals(i, word))
                return true;
        }
        // A past verb nearer than the future one decides.
        if (m_article.is(i, SpeechVerb))
            return false;
    }
    return false;
}

QString DateParser::dayOf(int month, int day, int year) const
{
    const QString tail = u"-"_s + two(month) + u"-"_s + two(day);
    if (year >= 0)
        return QDate::isValid(year, month, day) ? QString::number(year) + tail : QString();
    const QDate published = m_article.published();
    if (!published.isValid())
        return QDate::isValid(2000, month, day) ? u"XXXX"_s + tail : QString();
    QDate best;
    for (int candidate = published.year() - 1; candidate <= published.year() + 1; ++candidate) {
        const QDate date(candidate, month, day);
        if (date.isValid() && (!best.isValid() || std::abs(date.daysTo(published)) < std::abs(best.daysTo(published))))
            best = date;
    }
    return best.isValid() ? best.toString(Qt::ISODate) : QString();
}

QString DateParser::monthOf(int month, int year, int shift) const
{
    const QDate published = m_article.published();
    if (year < 0 && published.isValid()) {
        const int distance = month - published.month();
        if (shift < 0)
            year = published.year() - (distance >= 0 ? 1 : 0);
        else if (shift > 0)
            year = published.year() + (distance <= 0 ? 1 : 0);
        else
            year = published.year() + (distance > 6 ? -1 : distance < -6 ? 1 : 0);
    }
    return (year < 0 ? u"XXXX"_s : QString::number(year)) + u"-"_s + two(month);
}

QString DateParser::unitOf(QLatin1String unit, int shift) const
{
    const QDate published = m_article.published();
    if (unit == "day"_L1)
        return published.isValid() ? published.addDays(shift).toString(Qt::ISODate) : u"XXXX-XX-XX"_s;
    if (unit == "week"_L1)
        return published.isValid() ? weekOf(published.addDays(7 * shift)) : u"XXXX-WXX"_s;
    if (unit == "weekend"_L1)
        return published.isValid() ? weekOf(published.addDays(7 * shift)) + u"-WE"_s : u"XXXX-WXX-WE"_s;
    if (unit == "month"_L1)
        return published.isValid() ? published.addMonths(shift).toString(u"yyyy-MM"_s) : u"XXXX-XX"_s;
    if (unit == "quarter"_L1) {
        if (!published.isValid())
            return u"XXXX-QX"_s;
        const QDate date = published.addMonths(3 * shift);
        return QString::number(date.year()) + u"-Q"_s + QString::number((date.month() + 2) / 3);
    }
    if (unit == "year"_L1)
        return published.isValid() ? QString::number(published.year() + shift) : u"XXXX"_s;
    if (unit == "decade"_L1)
        return published.isValid() ? QString::number(published.year() / 10 + shift) : u"XXX"_s;
    if (unit == "century"_L1)
        return published.isValid() ? QString::number(published.year() / 100 + shift) : u"XX"_s;
    return {};
}

DateParser::Found DateParser::numeric(qsizetype at) const
{
    const QStringView word = m_article.word(at);
    // 21.03.2024
    if (word.size() >= 8 && word.size() <= 10 && word.count(u'.') == 2) {
        const auto parts = word.split(u'.');
        const int date[3] = {parts[0].toInt(), parts[1].toInt(), parts[2].toInt()};
        if (parts[2].size() == 4 && QDate::isValid(date[2], date[1], date[0]))
            return {at + 1, QDate(date[2], date[1], date[0]).toString(Qt::ISODate)};
        return {};
    }
    // 2024-03-21, 2018-2020, 2007-08
    const int first = year(at);
    if (first < 0 || !isDash(at + 1) || at + 2 >= m_article.size() || m_article.at(at + 2).spaceBefore)
        return {};
    const int second = number(at + 2);
    if (second >= 1 && second <= 12 && m_article.word(at + 1) == u"-"
        && m_article.word(at + 3 < m_article.size() ? at + 3 : at) == u"-") {
        const int third = number(at + 4);
        if (QDate::isValid(first, second, third) && m_article.word(at + 4).size() == 2)
            return {at + 5, QDate(first, second, third).toString(Qt::ISODate)};
        return {};
    }
    if (second >= first && second <= 2199)
        return {at + 3, QString::number(first) + u"/"_s + QString::number(second)};
    if (m_article.word(at + 2).size() == 2 && second == (first + 1) % 100)
        return {at + 3, QString::number(first) + u"/"_s + QString::number(first + 1)};
    return {};
}

DateParser::Found DateParser::monthFirst(qsizetype at) const
{
    const int month = monthNumber(at);
    if (month < 0)
        return {};
    qsizetype next = at + 1;
    const int day = dayNumber(next);
    if (day > 0) {
        ++next;
        int second = -1;
        if ((isDash(next) || m_article.equals(next, "and"_L1) || m_article.equals(next, "to"_L1)) && dayNumber(next + 1) > day
            && !m_article.is(next + 2, Month)) {
            second = dayNumber(next + 1);
            next += 2;
        }
        int yearValue = -1;
        if (next < m_article.size() && m_article.word(next) == u"," && year(next + 1) > 0) {
            yearValue = year(next + 1);
            next += 2;
        } else if (year(next) > 0) {
            yearValue = year(next);
            ++next;
        }
        QString norm = dayOf(month, day, yearValue);
        if (norm.isEmpty())
            return {};
        if (second > 0) {
            const QString last = dayOf(month, second, norm.startsWith(u'X') ? -1 : norm.left(4).toInt());
            if (last.isEmpty())
                return {};
            norm += u"/"_s + last;
        }
        return {next, norm};
    }
    if (m_article.equals(next, "of"_L1) && year(next + 1) > 0)
        return {next + 2, monthOf(month, year(next + 1), 0)};
    if (year(next) > 0)
        return {next + 1, monthOf(month, year(next), 0)};
    if (next + 1 < m_article.size() && m_article.word(next) == u"," && year(next + 1) > 0)
        return {next + 2, monthOf(month, year(next + 1), 0)};
    // "May" and "March" are also a verb, a name, a rally: they need a word of time before them.
    const bool isAmbiguous = m_article.equals(at, "may"_L1) || m_article.equals(at, "march"_L1) || m_article.equals(at, "mar"_L1)
                          || m_article.word(at).size() <= 3;
    if (isAmbiguous && !m_everyContext) {
        static constexpr std::array before{"in"_L1,   "of"_L1,   "since"_L1,  "until"_L1, "till"_L1,    "by"_L1,     "from"_L1,
                                           "last"_L1, "next"_L1, "this"_L1,   "early"_L1, "late"_L1,    "during"_L1, "mid"_L1,
                                           "to"_L1,   "and"_L1,  "before"_L1, "after"_L1, "between"_L1, "for"_L1,    "on"_L1};
        const qsizetype previous = isDash(at - 1) ? at - 2 : at - 1;
        bool isDate = false;
        for (const auto word : before)
            isDate = isDate || (m_article.equals(previous, word) && !m_article.is(at + 1, FamilyName));
        if (!isDate || m_article.has(at, LoudLine))
            return {};
    }
    return {next, monthOf(month, -1, 0)};
}

DateParser::Found DateParser::dayFirst(qsizetype at) const
{
    const int day = dayNumber(at);
    if (day < 0)
        return {};
    qsizetype next = at + 1;
    int second = -1;
    if ((isDash(next) || m_article.equals(next, "and"_L1) || m_article.equals(next, "to"_L1)) && dayNumber(next + 1) > day) {
        second = dayNumber(next + 1);
        next += 2;
    }
    if (m_article.equals(next, "of"_L1))
        ++next;
    const int month = monthNumber(next);
    // A month that a day follows belongs to that day: "at 9 March 12".
    if (month < 0 || !m_article.at(next).spaceBefore)
        return {};
    ++next;
    int yearValue = -1;
    if (year(next) > 0) {
        yearValue = year(next);
        ++next;
    } else if (next + 1 < m_article.size() && m_article.word(next) == u"," && year(next + 1) > 0) {
        yearValue = year(next + 1);
        next += 2;
    }
    QString norm = dayOf(month, day, yearValue);
    if (norm.isEmpty())
        return {};
    if (second > 0) {
        const QString last = dayOf(month, second, norm.startsWith(u'X') ? -1 : norm.left(4).toInt());
        if (last.isEmpty())
            return {};
        norm += u"/"_s + last;
    }
    return {next, norm};
}

/// `shift` -1 for "last Thursday", +1 for "next Thursday", 0 for what the sentence says.
DateParser::Found DateParser::weekday(qsizetype at, int shift) const
{
    const int day = weekdayNumber(at);
    if (day < 0)
        return {};
    qsizetype next = at + 1;
    QString norm;
    // "Thursday, March 21": the calendar date decides.
    const qsizetype calendar = next < m_article.size() && m_article.word(next) == u"," ? next + 1 : next;
    if (shift == 0 && calendar < m_article.size()) {
        Found exact = monthFirst(calendar);
        if (exact.end <= calendar + 1)
            exact = dayFirst(calendar);
        if (exact.end > calendar + 1)
            return exact;
    }
    const QDate published = m_article.published();
    if (published.isValid()) {
        int distance = day - published.dayOfWeek();
        if (shift > 0 || (shift == 0 && distance != 0 && looksAhead(at))) {
            if (distance <= 0)
                distance += 7;
        } else if (distance > 0 || (shift < 0 && distance == 0)) {
            distance -= 7;
        }
        norm = published.addDays(distance).toString(Qt::ISODate);
    } else {
        norm = u"XXXX-WXX-"_s + QString::number(day);
    }
    const QString part = partOfDay(next);
    if (!part.isEmpty()) {
        norm += part;
        ++next;
    }
    return {next, norm};
}

DateParser::Found DateParser::relative(qsizetype at) const
{
    const QDate published = m_article.published();
    static constexpr std::array days{std::pair{"yesterday"_L1, -1}, std::pair{"today"_L1, 0}, std::pair{"tomorrow"_L1, 1},
                                     std::pair{"tonight"_L1, 0}};
    for (const auto &[word, shift] : days) {
        if (!m_article.equals(at, word))
            continue;
        const QString part = word == "tonight"_L1 ? u"TNI"_s : partOfDay(at + 1);
        const bool takesPart = word != "tonight"_L1 && !part.isEmpty();
        return {at + (takesPart ? 2 : 1), unitOf("day"_L1, shift) + part};
    }
    int shift = 2;
    for (const auto &[word, value] :
         {std::pair{"last"_L1, -1}, std::pair{"past"_L1, -1}, std::pair{"previous"_L1, -1}, std::pair{"this"_L1, 0},
          std::pair{"next"_L1, 1}, std::pair{"coming"_L1, 1}, std::pair{"current"_L1, 0}}) {
        if (m_article.equals(at, word))
            shift = value;
    }
    if (shift == 2)
        return {};
    const bool isPlain = m_article.equals(at, "last"_L1) || m_article.equals(at, "this"_L1) || m_article.equals(at, "next"_L1);
    if (weekdayNumber(at + 1) > 0)
        return weekday(at + 1, m_article.equals(at, "this"_L1) ? 0 : shift);
    if (monthNumber(at + 1) > 0 && isPlain) {
        if (dayNumber(at + 2) > 0)
            return {};
        return {at + 2, monthOf(monthNumber(at + 1), -1, shift)};
    }
    for (const auto unit : {"week"_L1, "weekend"_L1, "month"_L1, "quarter"_L1, "year"_L1, "decade"_L1, "century"_L1}) {
        if (m_article.equals(at + 1, unit) && (isPlain || unit != "decade"_L1))
            return {at + 2, unitOf(unit, shift)};
    }
    if (isPlain && !season(at + 1).isEmpty()) {
        const QString year = published.isValid() ? QString::number(published.year() + shift) : u"XXXX"_s;
        return {at + 2, year + u"-"_s + season(at + 1)};
    }
    const QString part = partOfDay(at + 1);
    if (!part.isEmpty()) {
        if (m_article.equals(at, "last"_L1) && part == u"TNI"_s)
            return {at + 2, unitOf("day"_L1, -1) + part};
        if (m_article.equals(at, "this"_L1))
            return {at + 2, unitOf("day"_L1, 0) + part};
    }
    return {};
}

DateParser::Found DateParser::ago(qsizetype at) const
{
    const int count = smallNumber(at);
    if (count < 1 || count > 999)
        return {};
    for (const auto unit : {"day"_L1, "week"_L1, "month"_L1, "year"_L1, "decade"_L1}) {
        if (at + 1 >= m_article.size())
            return {};
        const QStringView word = m_article.word(at + 1);
        if (!startsWith(word, unit) || word.size() > unit.size() + 1 || (word.size() == unit.size() + 1 && word.back() != u's'))
            continue;
        if (m_article.equals(at + 2, "ago"_L1))
            return {at + 3, unitOf(unit, -count)};
        return {};
    }
    return {};
}

DateParser::Found DateParser::yearOrDecade(qsizetype at) const
{
    const QStringView word = m_article.word(at);
    if (word.size() == 5 && word.endsWith(u's') && word.at(3) == u'0') {
        const int decade = word.left(4).toInt();
        if (decade >= 1000 && decade <= 2190)
            return {at + 1, QString::number(decade / 10)};
    }
    if (m_article.equals(at + 1, "century"_L1)) {
        const int century = dayNumber(at);
        if (century > 0)
            return {at + 2, QString::number(century - 1).rightJustified(2, u'0')};
    }
    const int value = year(at);
    if (value < 0)
        return {};
    if (m_everyContext)
        return {at + 1, QString::number(value)};
    if (value < 1500 || value > 2100)
        return {};
    const qsizetype next = at + 1;
    const bool followsSign = at > 0 && !m_article.at(at).spaceBefore && !m_article.has(at - 1, IsWord)
                          && m_article.word(at - 1) != u"(" && !isDash(at - 1) && m_article.word(at - 1) != u"/"
                          && m_article.word(at - 1) != u"\u2018" && m_article.word(at - 1) != u"\"";
    if (followsSign || m_article.equals(next, "percent"_L1))
        return {};
    static constexpr std::array before{"in"_L1,      "since"_L1,   "of"_L1,         "by"_L1,    "from"_L1,  "until"_L1, "till"_L1,
                                       "between"_L1, "during"_L1,  "before"_L1,     "after"_L1, "early"_L1, "late"_L1,  "mid"_L1,
                                       "year"_L1,    "through"_L1, "throughout"_L1, "to"_L1,    "and"_L1};
    for (const auto preposition : before) {
        if (m_article.equals(at - 1, preposition)) {
            // "to 2000 people", "of 1600 soldiers" count things.
            const bool counts = value % 100 == 0 && m_article.has(next, IsWord) && !m_article.is(next, NeverName)
                             && !m_article.has(next, Capital);
            return counts ? Found{} : Found{at + 1, QString::number(value)};
        }
    }
    if (value < 1900 || value > 2050)
        return {};
    // Before a plain noun it is an amount; before anything else a year.
    const bool beforeNoun = next < m_article.size() && m_article.has(next, IsWord) && !m_article.has(next, Capital)
                         && !m_article.is(next, NeverName) && m_article.together(at, next)
                         && !m_article.equals(next, "election"_L1);
    const bool beforeUnit = value % 100 == 0 && (m_article.equals(next, "gmt"_L1) || m_article.equals(next, "utc"_L1));
    if (beforeNoun && value % 100 == 0)
        return {};
    return beforeUnit ? Found{} : Found{at + 1, QString::number(value)};
}

DateParser::Found DateParser::core(qsizetype at) const
{
    if (at >= m_article.size())
        return {};
    const AnalysedToken &token = m_article.at(at);
    Found best;
    const auto consider = [&best](Found found) {
        if (found.end > best.end)
            best = std::move(found);
    };
    if (token.shape & HasDigit) {
        consider(numeric(at));
        consider(dayFirst(at));
        consider(ago(at));
        if (best.end == 0)
            consider(yearOrDecade(at));
        return best;
    }
    if (token.classes & Weekday)
        consider(weekday(at, 0));
    if (token.classes & Month)
        consider(monthFirst(at));
    if (token.classes & DateWord) {
        consider(relative(at));
        consider(ago(at));
        const QString name = season(at);
        if (!name.isEmpty()) {
            const qsizetype next = m_article.equals(at + 1, "of"_L1) ? at + 2 : at + 1;
            if (year(next) > 0)
                consider({next + 1, QString::number(year(next)) + u"-"_s + name});
            else if (name != u"FA"_s && m_article.equals(at - 1, "in"_L1) && !m_article.has(at, Capital))
                consider({at + 1, unitOf("year"_L1, 0) + u"-"_s + name});
        }
    }
    return best;
}

DateParser::Match DateParser::parse(qsizetype at) const
{
    Match match;
    if (at < 0 || at >= m_article.size())
        return match;
    match.begin = at;
    const AnalysedToken &token = m_article.at(at);
    if (!(token.shape & HasDigit) && !(token.classes & (Month | Weekday | DateWord)))
        return match;
    for (const Found &period : {edge(at), counted(at)}) {
        if (period.end > at)
            return {at, period.end, period.norm, false};
    }
    const Found clock = time(at);
    // Words that narrow a date belong to it: "the early 1990s", "late Sunday", "mid-2019".
    qsizetype start = at;
    bool narrowed = false;
    if (m_article.equals(start, "the"_L1))
        ++start;
    for (const auto word : {"early"_L1, "late"_L1, "mid"_L1, "earlier"_L1, "later"_L1}) {
        if (m_article.equals(start, word)) {
            ++start;
            narrowed = true;
            if (word == "mid"_L1 && isDash(start))
                ++start;
            break;
        }
    }
    Found found = core(start);
    if (start > at && found.end > start) {
        const bool isDecade = found.norm.size() == 3;
        // "the" belongs to decades only; "earlier 2004" is nothing.
        const bool isCentury = found.norm.size() == 2 && m_article.equals(at, "the"_L1);
        if ((!narrowed && !isDecade) || isCentury)
            found = {};
    }
    if (found.end == 0 && clock.end > at)
        return {at, clock.end, clock.norm, true};
    if (found.end > 0 && clock.end > found.end)
        return {at, clock.end, clock.norm, true};
    if (found.end > at) {
        match.end = found.end;
        match.norm = found.norm;
    }
    return match;
}

} // namespace dateline
