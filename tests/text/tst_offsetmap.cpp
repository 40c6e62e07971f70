// SPDX-License-Identifier: Apache-2.0
#include "support/testhelper.h"
#include "text/offsetmap.h"

using namespace dateline;
using namespace Qt::StringLiterals;

class TestOffsetMap : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void codePointsAndUnitsConvertBothWays_data()
    {
        QTest::addColumn<QString>("text");
        QTest::newRow("empty") << QString();
        QTest::newRow("plain") << u"abc\ndef"_s;
        QTest::newRow("emoji") << u"😀a😀😀b\n😀"_s;
        QTest::newRow("combining marks") << u"e\u0301 a\u0308\u0323"_s;
        QTest::newRow("right to left") << u"שלום עולם"_s;
        QTest::newRow("lone surrogates") << u"a"_s + QChar(0xD83D) + u"b"_s + QChar(0xDE00) + u"😀"_s;
    }
    void codePointsAndUnitsConvertBothWays()
    {
        QFETCH(QString, text);
        const OffsetMap map(text);
        QCOMPARE(map.length(), text.size());
        qsizetype point = 0;
        for (qsizetype unit = 0; unit <= text.size(); ++unit) {
            const bool isInsidePair = unit > 0 && unit < text.size() && text[unit].isLowSurrogate()
                                   && text[unit - 1].isHighSurrogate();
            if (isInsidePair)
                continue;
            QCOMPARE(map.toCodePoint(unit), point);
            QCOMPARE(map.toUtf16(point), unit);
            ++point;
        }
        QCOMPARE(map.codePointLength(), point - 1);
    }

    void placesBeyondTheTextClamp()
    {
        const OffsetMap map(u"a😀"_s);
        QCOMPARE(map.toCodePoint(99), 2);
        QCOMPARE(map.toUtf16(99), 3);
        QCOMPARE(map.toUtf16(-5), 0);
        QCOMPARE(map.lineColumn(99), (LineColumn{1, 3}));
    }

    void linesAndColumnsCountFromOneInCodePoints()
    {
        const OffsetMap map(u"a😀b\n\ncd"_s);
        QCOMPARE(map.lineCount(), 3);
        QCOMPARE(map.lineColumn(0), (LineColumn{1, 1}));
        QCOMPARE(map.lineColumn(3), (LineColumn{1, 3}));
        QCOMPARE(map.lineColumn(5), (LineColumn{2, 1}));
        QCOMPARE(map.lineColumn(7), (LineColumn{3, 2}));
        QCOMPARE(map.lineStart(3), 6);
        QCOMPARE(map.lineStart(99), 6);
        QCOMPARE(map.lineStart(-1), 0);
    }
};

DATELINE_TEST_MAIN(QCoreApplication, TestOffsetMap)
#include "tst_offsetmap.moc"
