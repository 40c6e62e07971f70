// SPDX-License-Identifier: Apache-2.0
#include "text/separatedrows.h"

#include <algorithm>

namespace dateline {

SeparatedRows::SeparatedRows(QByteArrayView text, char separator) : m_text(text), m_separator(separator)
{
    if (m_text.startsWith("\xEF\xBB\xBF"))
        m_at = 3;
}

void SeparatedRows::skipLine()
{
    while (m_at < m_text.size() && m_text[m_at] != '\n' && m_text[m_at] != '\r')
        ++m_at;
    goOn();
}

bool SeparatedRows::goOn()
{
    if (m_at >= m_text.size())
        return false;
    const char c = m_text[m_at++];
    if (c == m_separator)
        return true;
    if (c == '\r' && m_at < m_text.size() && m_text[m_at] == '\n')
        ++m_at;
    ++m_line;
    return false;
}

void SeparatedRows::readPlain(Row &row)
{
    const qsizetype begin = m_at;
    while (m_at < m_text.size() && m_text[m_at] != m_separator && m_text[m_at] != '\n' && m_text[m_at] != '\r')
        ++m_at;
    row.cells.push_back({m_text.sliced(begin, m_at - begin), begin});
}

bool SeparatedRows::readQuoted(Row &row)
{
    const qsizetype begin = m_at;
    const qsizetype limit = std::min(m_text.size(), begin + 1 + MaxQuoted);
    bool hasDoubled = false;
    qint64 lines = 0;
    qsizetype at = begin + 1;
    for (; at < limit; ++at) {
        const char c = m_text[at];
        if (c == '"') {
            if (at + 1 >= m_text.size() || m_text[at + 1] != '"')
                break;
            hasDoubled = true;
            ++at;
        } else if (c == '\n' || (c == '\r' && !(at + 1 < m_text.size() && m_text[at + 1] == '\n'))) {
            ++lines;
        }
    }
    if (at >= limit) {
        row.problem = Problem::OpenQuote;
        row.problemAt = begin;
        return false;
    }
    QByteArrayView text = m_text.sliced(begin + 1, at - begin - 1);
    if (hasDoubled) {
        m_unquoted.push_back(text.toByteArray().replace("\"\"", "\""));
        text = m_unquoted.back();
    }
    m_at = at + 1;
    if (m_at < m_text.size() && m_text[m_at] != m_separator && m_text[m_at] != '\n' && m_text[m_at] != '\r') {
        row.problem = Problem::TextAfterQuote;
        row.problemAt = begin;
        m_line += lines;
        return false;
    }
    m_line += lines;
    row.cells.push_back({text, begin});
    return true;
}

bool SeparatedRows::next(Row &row)
{
    m_unquoted.clear();
    while (m_at < m_text.size() && (m_text[m_at] == '\n' || m_text[m_at] == '\r'))
        goOn();
    if (m_at >= m_text.size())
        return false;
    row.cells.clear();
    row.problem = Problem::None;
    row.line = m_line;
    row.lineBegin = m_at;
    for (;;) {
        if (m_at < m_text.size() && m_text[m_at] == '"') {
            if (!readQuoted(row)) {
                skipLine();
                return true;
            }
        } else {
            readPlain(row);
        }
        const bool wasAtEnd = m_at >= m_text.size();
        if (!goOn())
            return true;
        if (!wasAtEnd && m_at >= m_text.size()) {
            row.cells.push_back({m_text.last(0), m_at});
            return true;
        }
    }
}

qsizetype SeparatedRows::column(const Row &row, qsizetype offset) const
{
    qsizetype column = 1;
    for (qsizetype i = row.lineBegin; i < std::min(offset, m_text.size()); ++i) {
        if ((quint8(m_text[i]) & 0xC0) != 0x80)
            ++column;
    }
    return column;
}

char SeparatedRows::guessSeparator(QByteArrayView text)
{
    qsizetype counts[3] = {};
    constexpr char Separators[3] = {'\t', ',', ';'};
    bool isQuoted = false;
    for (const char c : text.first(std::min<qsizetype>(text.size(), 65536))) {
        if (c == '"')
            isQuoted = !isQuoted;
        if (isQuoted)
            continue;
        if (c == '\n' || c == '\r')
            break;
        for (int i = 0; i < 3; ++i)
            counts[i] += c == Separators[i] ? 1 : 0;
    }
    // One tab says more than any number of commas: names hold commas, never tabs.
    if (counts[0])
        return '\t';
    return counts[2] > counts[1] ? ';' : ',';
}

} // namespace dateline
