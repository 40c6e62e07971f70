// SPDX-License-Identifier: Apache-2.0
#include "support/testhelper.h"
#include "text/folding.h"
#include "text/separatedrows.h"

using namespace dateline;
using namespace Qt::StringLiterals;

class SeparatedRowsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsRows_data();
    void readsRows();
    void namesThePlaceOfAProblem();
    void goesOnAfterAnOpenQuote();
    void guessesTheSeparator();
    void foldsLettersForComparing();
    void givesOneKeyToSpellingsOfAName_data();
    void givesOneKeyToSpellingsOfAName();
    void keepsDifferentNamesApart();
};

namespace {

/// Rows as "LINE:cell/cell"; a bad one as "LINE!column".
QStringList rowsOf(const QByteArray &text, char separator = ',')
{
    SeparatedRows rows(text, separator);
    SeparatedRows::Row row;
    QStringList found;
    while (rows.next(row)) {
        if (row.problem != SeparatedRows::Problem::None) {
            found.append(u"%1!%2"_s.arg(row.line).arg(rows.column(row, row.problemAt)));
            continue;
        }
        QStringList cells;
        for (const SeparatedRows::Cell &cell : row.cells)
            cells.append(QString::fromUtf8(cell.text));
        found.append(u"%1:%2"_s.arg(row.line).arg(cells.join(u'/')));
    }
    return found;
}

} // namespace

void SeparatedRowsTest::readsRows_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QStringList>("rows");
    QTest::newRow("empty") << QByteArray() << QStringList();
    QTest::newRow("only line ends") << QByteArray("\r\n\n\r") << QStringList();
    QTest::newRow("plain") << QByteArray("a,b\nc,d\n") << QStringList{u"1:a/b"_s, u"2:c/d"_s};
    QTest::newRow("no last line end") << QByteArray("a,b\nc,") << QStringList{u"1:a/b"_s, u"2:c/"_s};
    QTest::newRow("CRLF, CR, blank lines") << QByteArray("a\r\n\r\nb\rc") << QStringList{u"1:a"_s, u"3:b"_s, u"4:c"_s};
    QTest::newRow("quotes") << QByteArray("\"a,b\",\"say \"\"so\"\"\"\nc") << QStringList{u"1:a,b/say \"so\""_s, u"2:c"_s};
    QTest::newRow("line end in quotes") << QByteArray("\"a\nb\",c\nd") << QStringList{u"1:a\nb/c"_s, u"3:d"_s};
    QTest::newRow("quote inside a plain cell") << QByteArray("a \"b\" c,d") << QStringList{u"1:a \"b\" c/d"_s};
    QTest::newRow("mark") << QByteArray("\xEF\xBB\xBF"
                                        "a,b")
                          << QStringList{u"1:a/b"_s};
    QTest::newRow("only separators") << QByteArray(",,") << QStringList{u"1://"_s};
}

void SeparatedRowsTest::readsRows()
{
    QFETCH(QByteArray, text);
    QFETCH(QStringList, rows);
    QCOMPARE(rowsOf(text), rows);
}

void SeparatedRowsTest::namesThePlaceOfAProblem()
{
    // "ž" is one character and two bytes.
    QCOMPARE(rowsOf("ok\n\xC5\xBE"
                    "a,\"b\"c,d\nlast"),
             (QStringList{u"1:ok"_s, u"2!4"_s, u"3:last"_s}));
}

void SeparatedRowsTest::goesOnAfterAnOpenQuote()
{
    QCOMPARE(rowsOf("a\n\"open,b\nc,d\n"), (QStringList{u"1:a"_s, u"2!1"_s, u"3:c/d"_s}));
    // A quote that closes far away does not swallow the rows between.
    const QByteArray far = "\"x\n" + QByteArray("y,z\n").repeated(SeparatedRows::MaxQuoted) + "\"";
    const QStringList rows = rowsOf(far);
    QCOMPARE(rows.first(), u"1!1"_s);
    QCOMPARE(rows.size(), SeparatedRows::MaxQuoted + 2);
    QCOMPARE(rows.at(1), u"2:y/z"_s);
}

void SeparatedRowsTest::guessesTheSeparator()
{
    QCOMPARE(SeparatedRows::guessSeparator("name,type\na;b;c;d"), ',');
    QCOMPARE(SeparatedRows::guessSeparator("name;type\n"), ';');
    QCOMPARE(SeparatedRows::guessSeparator("Smith, John, Jr.\tperson"), '\t');
    QCOMPARE(SeparatedRows::guessSeparator("\"a;b;c\",d"), ',');
    QCOMPARE(SeparatedRows::guessSeparator(""), ',');
}

void SeparatedRowsTest::foldsLettersForComparing()
{
    QCOMPARE(folded(u"Dačić ĐOKOVIĆ Łódź Søren İzmir"), u"dacic dokovic lodz soren izmir"_s);
    QCOMPARE(folded(u"Vie\u0302\u0323t O\u2019Brien"), u"viet o'brien"_s);
    QCOMPARE(folded(u"Лавров"), u"лавров"_s);
    QCOMPARE(folded(u"\U0001F600"), u"\U0001F600"_s);
}

void SeparatedRowsTest::givesOneKeyToSpellingsOfAName_data()
{
    QTest::addColumn<QString>("first");
    QTest::addColumn<QString>("second");
    const auto row = [](const char *first, const char *second) {
        QTest::newRow(first) << QString::fromUtf8(first) << QString::fromUtf8(second);
    };
    row("Dačić", "Dacic");
    row("Lavrov", "Лавров");
    row("Дачић", "Dacic");
    row("Sergei", "Sergey");
    row("Сергей Лавров", "Sergey Lavrov");
    row("Zelenskyy", "Zelensky");
    row("Зеленский", "Zelenskiy");
    row("Khrushchev", "Хрущев");
    row("Vučić", "Вучић");
    row("Aleksandar", "Alexandar");
    row("Yushchenko", "Ющенко");
    row("Hussein", "Husein");
    row("Müller", "Muller");
}

void SeparatedRowsTest::givesOneKeyToSpellingsOfAName()
{
    QFETCH(QString, first);
    QFETCH(QString, second);
    QCOMPARE(nameKey(first), nameKey(second));
}

void SeparatedRowsTest::keepsDifferentNamesApart()
{
    QSet<QString> keys;
    const QStringList names{u"Lavrov"_s, u"Larov"_s,  u"Dacic"_s,   u"Vucic"_s, u"Putin"_s,
                            u"Petrov"_s, u"Ivanov"_s, u"Ivanova"_s, u""_s};
    for (const QString &name : names)
        keys.insert(nameKey(name));
    QCOMPARE(keys.size(), names.size());
}

DATELINE_TEST_MAIN(QCoreApplication, SeparatedRowsTest)
#include "tst_separatedrows.moc"
