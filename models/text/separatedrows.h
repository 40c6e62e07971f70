// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QByteArrayView>

#include <deque>
#include <vector>

namespace dateline {

/// Reads rows of cells parted by commas, tabs or semicolons (RFC 4180: a cell in quotes may hold the
/// separator, line ends and doubled quotes). Lines end with LF, CRLF or CR; empty lines are passed
/// over. `text` is UTF-8, borrowed. O(n) also for hostile input: a quoted cell ends at MaxQuoted bytes.
class SeparatedRows
{
public:
    static constexpr qsizetype MaxQuoted = 8192;

    struct Cell
    {
        QByteArrayView text;  ///< valid until the next call of next()
        qsizetype offset = 0; ///< where it begins in the whole text, bytes
    };
    enum class Problem : quint8 {
        None,
        OpenQuote,      ///< a quote that is not closed: the rest of that line is passed over
        TextAfterQuote, ///< `"a"b`
    };
    struct Row
    {
        qint64 line = 0;         ///< from 1, where the row begins
        qsizetype lineBegin = 0; ///< bytes
        std::vector<Cell> cells;
        Problem problem = Problem::None;
        qsizetype problemAt = 0; ///< bytes; in `line`
    };

    SeparatedRows(QByteArrayView text, char separator);

    /// Fills `row`; false at the end.
    bool next(Row &row);
    /// Column, from 1, of a byte of a row's first line: characters, not bytes.
    [[nodiscard]] qsizetype column(const Row &row, qsizetype offset) const;

    /// Which separator the first line uses most outside quotes: tab, comma or semicolon; comma when none.
    [[nodiscard]] static char guessSeparator(QByteArrayView text);

private:
    bool readQuoted(Row &row);
    void readPlain(Row &row);
    /// After a cell: to the next cell (true), or past the line's end.
    bool goOn();
    void skipLine();

    QByteArrayView m_text;
    char m_separator;
    qsizetype m_at = 0;
    qint64 m_line = 1;
    std::deque<QByteArray> m_unquoted;
};

} // namespace dateline
