// SPDX-License-Identifier: Apache-2.0
// The times of day among the expressions that DateParser reads.
#include "detection/dateparser.h"

using namespace Qt::StringLiterals;

namespace dateline {

namespace {

/// "9", "9.30", "10:45" as hour and minute; false when it is no clock time.
bool readClock(QStringView digits, int *hour, int *minute)
{
    qsizetype separator = digits.indexOf(u':');
    if (separator < 0)
        separator = digits.indexOf(u'.');
    bool ok = false;
    *minute = 0;
    if (separator < 0) {
        *hour = digits.toInt(&ok);
        return ok && digits.size() <= 2 && *hour <= 24;
    }
    *hour = digits.left(separator).toInt(&ok);
    bool minutesOk = false;
    const QStringView rest = digits.mid(separator + 1);
    *minute = rest.left(2).toInt(&minutesOk);
    return ok && minutesOk && rest.size() == 2 && *hour <= 24 && *minute < 60;
}

QString clockNorm(int hour, int minute)
{
    return u"T%1:%2"_s.arg(hour, 2, 10, QLatin1Char('0')).arg(minute, 2, 10, QLatin1Char('0'));
}

} // namespace

DateParser::Found DateParser::time(qsizetype at) const
{
    const QStringView word = m_article.word(at);
    if (!m_article.has(at, HasDigit)) {
        static constexpr std::array parts{std::pair{"noon"_L1, "T12:00"_L1},     std::pair{"midday"_L1, "T12:00"_L1},
                                          std::pair{"midnight"_L1, "T00:00"_L1}, std::pair{"overnight"_L1, "TNI"_L1},
                                          std::pair{"dawn"_L1, "TMO"_L1},        std::pair{"dusk"_L1, "TEV"_L1},
                                          std::pair{"nightfall"_L1, "TEV"_L1}};
        for (const auto &[name, value] : parts) {
            if (m_article.equals(at, name) && (!m_article.has(at, Capital) || m_article.has(at, SentenceStart)))
                return {at + 1, value};
        }
        return {};
    }
    qsizetype digits = 0;
    while (digits < word.size() && (word[digits].isDigit() || word[digits] == u':' || word[digits] == u'.'))
        ++digits;
    int hour = 0;
    int minute = 0;
    if (!readClock(word.left(digits), &hour, &minute)) {
        if (word.size() == 4 && digits == 4 && word.toInt() % 100 < 60 && word.toInt() < 2400
            && (m_article.equals(at + 1, "gmt"_L1) || m_article.equals(at + 1, "utc"_L1)))
            return {at + 2, clockNorm(word.toInt() / 100, word.toInt() % 100) + u"Z"_s};
        return {};
    }
    QStringView suffix = word.mid(digits);
    qsizetype next = at + 1;
    if (suffix.isEmpty() && next < m_article.size()) {
        const QStringView following = m_article.word(next);
        if (following.compare("a.m."_L1, Qt::CaseInsensitive) == 0 || following.compare("p.m."_L1, Qt::CaseInsensitive) == 0
            || following.compare("am"_L1, Qt::CaseInsensitive) == 0 || following.compare("pm"_L1, Qt::CaseInsensitive) == 0) {
            suffix = following;
            ++next;
        } else if (m_article.equals(next, "o'clock"_L1) || m_article.equals(next, "h"_L1) || following == u"o\u2019clock") {
            return {next + 1, clockNorm(hour, minute)};
        }
    }
    if (suffix.isEmpty()) {
        const bool isClock = word.contains(u':') && hour < 24;
        if (!isClock)
            return {};
        const bool utc = m_article.equals(next, "gmt"_L1) || m_article.equals(next, "utc"_L1);
        return {next + (utc ? 1 : 0), clockNorm(hour, minute) + (utc ? u"Z"_s : QString())};
    }
    if (hour < 1 || hour > 12) {
        if (hour < 13 || hour > 23 || !suffix.startsWith(u'p', Qt::CaseInsensitive))
            return {};
    }
    if (suffix.startsWith(u'p', Qt::CaseInsensitive) && (suffix.endsWith(u'm', Qt::CaseInsensitive) || suffix.endsWith(u'.')))
        return {next, clockNorm(hour < 12 ? hour + 12 : hour, minute)};
    if (suffix.startsWith(u'a', Qt::CaseInsensitive) && (suffix.endsWith(u'm', Qt::CaseInsensitive) || suffix.endsWith(u'.')))
        return {next, clockNorm(hour == 12 ? 0 : hour, minute)};
    return {};
}

} // namespace dateline
