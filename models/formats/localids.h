// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QHash>
#include <QSet>
#include <QString>
#include <QStringView>

#include <algorithm>

namespace dateline {

/// Maps the ids of a file ("m7") to numbers and back to what they were given when they do not
/// fit: another prefix, a leading zero, too large, or taken. A value; one thread.
class LocalIds
{
public:
    explicit LocalIds(QChar prefix) : m_prefix(prefix) { }

    /// The number of a well-formed id that is still free, which is then taken; else 0: give it
    /// one with assign() after all well-formed ones were claimed.
    quint32 claim(QStringView raw)
    {
        const quint32 number = parse(raw);
        if (number == 0 || isTaken(number))
            return 0;
        m_claimed.insert(number);
        m_highest = std::max(m_highest, number);
        return number;
    }
    /// A free number for an id that claim() refused. References to it resolve to this number,
    /// unless an earlier element has the same id.
    quint32 assign(const QString &raw)
    {
        m_assigned.insert(++m_highest);
        if (!m_odd.contains(raw) && !isClaimed(raw))
            m_odd.insert(raw, m_highest);
        return m_highest;
    }
    /// 0: no such id.
    [[nodiscard]] quint32 resolve(const QString &raw) const
    {
        if (const auto found = m_odd.constFind(raw); found != m_odd.constEnd())
            return *found;
        return isClaimed(raw) ? parse(raw) : 0;
    }
    [[nodiscard]] QString toText(quint32 number) const { return m_prefix + QString::number(number); }

private:
    /// Far above any real count; keeps tables that are indexed by id small.
    static constexpr quint32 Largest = 16'000'000;

    [[nodiscard]] bool isClaimed(QStringView raw) const
    {
        const quint32 number = parse(raw);
        return number != 0 && m_claimed.contains(number);
    }
    [[nodiscard]] bool isTaken(quint32 number) const { return m_claimed.contains(number) || m_assigned.contains(number); }
    [[nodiscard]] quint32 parse(QStringView raw) const
    {
        if (raw.size() < 2 || raw.size() > 9 || raw[0] != m_prefix || raw[1] == u'0')
            return 0;
        quint32 number = 0;
        for (const QChar c : raw.sliced(1)) {
            if (c < u'0' || c > u'9')
                return 0;
            number = number * 10 + (c.unicode() - u'0');
        }
        return number <= Largest ? number : 0;
    }

    QChar m_prefix;
    QSet<quint32> m_claimed;
    QSet<quint32> m_assigned;
    QHash<QString, quint32> m_odd;
    quint32 m_highest = 0;
};

} // namespace dateline
