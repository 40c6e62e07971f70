// SPDX-License-Identifier: Apache-2.0
#include "support/testhelper.h"
#include "text/articletext.h"

using namespace dateline;
using namespace Qt::StringLiterals;

namespace {

QStringList kindsOf(const QString &text)
{
    QStringList names;
    for (const Block &block : analyseStructure(text).blocks)
        names.append(toName(block.kind));
    return names;
}

QStringList structuresOf(const QString &text, StructureKind kind)
{
    QStringList found;
    for (const Structure &structure : analyseStructure(text).structures) {
        if (structure.kind == kind)
            found.append(text.mid(structure.span.begin, structure.span.length()));
    }
    return found;
}

} // namespace

class TestStructure : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void blocksAreClassified_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("kinds");
        const QString body = u"The two ministers met in Oslo on Monday and spoke about trade for more than three hours."_s;
        QTest::newRow("one paragraph") << body << u"paragraph"_s;
        QTest::newRow("one line without a stop") << u"Ministers meet in Oslo"_s << u"paragraph"_s;
        QTest::newRow("two paragraphs, no headline") << body + u"\n\n"_s + body << u"paragraph paragraph"_s;
        QTest::newRow("headline and body") << u"Ministers meet in Oslo\n\n"_s + body << u"headline paragraph"_s;
        QTest::newRow("headline without blank line") << u"Ministers meet in Oslo\n"_s + body << u"headline paragraph"_s;
        QTest::newRow("section line, headline, lede")
            << u"All news\n\nNorwegian minister to spend his birthday at talks with a guest\n\nThe ministers will discuss a wide range of issues and the situation in the whole region\n\n"_s
                   + body
            << u"other headline lede paragraph"_s;
        QTest::newRow("unknown section line")
            << u"Life abroad\n\nNorwegian minister to spend his birthday at talks\n\n"_s + body << u"other headline paragraph"_s;
        QTest::newRow("question as headline") << u"Will Norway join the union?\n\n"_s + body << u"headline paragraph"_s;
        QTest::newRow("byline and date") << u"Ministers meet in Oslo\nBy Jane Doe\n21 March 2024, 10:25\n"_s + body
                                         << u"headline byline other paragraph"_s;
        QTest::newRow("byline with agency") << u"Ministers meet in Oslo\nBy Jane Doe and John Roe, Reuters\n"_s + body
                                            << u"headline byline paragraph"_s;
        QTest::newRow("by in a sentence") << u"By Monday the talks had ended without any result, officials said.\n\n"_s + body
                                          << u"paragraph paragraph"_s;
        QTest::newRow("credit at the end") << body + u"\n\n(Reporting by Jane Doe; Editing by John Roe)"_s
                                           << u"paragraph byline"_s;
        QTest::newRow("cross-head") << u"Ministers meet in Oslo\n\n"_s + body + u"\n\nFraternal relations\n\n"_s + body
                                    << u"headline paragraph crosshead paragraph"_s;
        QTest::newRow("list") << body + u"\n\n• first point\n• second point\n\n"_s + body
                              << u"paragraph listitem listitem paragraph"_s;
        QTest::newRow("caption") << body + u"\n\nPhoto: Jane Doe/Agency\n\n"_s + body << u"paragraph caption paragraph"_s;
        QTest::newRow("quote") << body + u"\n\n“We have nothing to hide from anybody, and never had.”\n\n"_s + body
                               << u"paragraph quote paragraph"_s;
        QTest::newRow("attributed quote is a paragraph")
            << body + u"\n\n\"We have nothing to hide,\" she said.\n\n"_s + body << u"paragraph paragraph paragraph"_s;
        QTest::newRow("dateline paragraph is no headline")
            << u"OSLO, March 21. /NTB/. The ministers met\n\n"_s + body << u"paragraph paragraph"_s;
        QTest::newRow("hard-wrapped")
            << u"Ministers meet in Oslo\n\nThe two ministers met in Oslo on Monday and spoke about\ntrade for more than three hours, as their offices said in\nthe evening.\n\nThey will meet again in summer, when the weather is better\nand more guests can come.\n"_s
            << u"headline paragraph paragraph paragraph paragraph paragraph"_s;
        QTest::newRow("hard-wrapped without headline")
            << u"The two ministers met in Oslo on Monday and spoke about\ntrade for more than three hours.\n\nThey will meet again in summer, when the weather is better\nand more guests can come.\n"_s
            << u"paragraph paragraph paragraph paragraph"_s;
        QTest::newRow("Cyrillic")
            << u"Все новости\n\nМинистры встретятся в Осло в понедельник\n\nОСЛО, 21 марта. /НТБ/. Министры обсудят положение в регионе.\n\nБратские отношения\n\nСтраны давно дружат."_s
            << u"other headline paragraph crosshead paragraph"_s;
        QTest::newRow("line of spaces") << u"Ministers meet in Oslo\n   \n"_s + body << u"headline other paragraph"_s;
    }
    void blocksAreClassified()
    {
        QFETCH(QString, text);
        QFETCH(QString, kinds);
        QCOMPARE(kindsOf(text).join(u' '), kinds);
    }

    void datelinesAreFound_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("dateline");
        QTest::addColumn<QString>("agency");
        QTest::newRow("slashes") << u"MOSCOW, March 21. /TASS/. Ministers met."_s << u"MOSCOW, March 21. /TASS/."_s << u"TASS"_s;
        QTest::newRow("brackets and dash") << u"PARIS (AFP) — Ministers met."_s << u"PARIS (AFP) —"_s << u"AFP"_s;
        QTest::newRow("dash only") << u"WASHINGTON — Ministers met."_s << u"WASHINGTON —"_s << QString();
        QTest::newRow("month abbreviated") << u"BEIJING, Oct. 3 (Xinhua) -- Ministers met."_s << u"BEIJING, Oct. 3 (Xinhua) --"_s
                                           << u"Xinhua"_s;
        QTest::newRow("two words and a country")
            << u"NEW DELHI, India (AP) - Ministers met."_s << u"NEW DELHI, India (AP) -"_s << u"AP"_s;
        QTest::newRow("date without agency")
            << u"UNITED NATIONS, Sept 4 - Ministers met."_s << u"UNITED NATIONS, Sept 4 -"_s << QString();
        QTest::newRow("agency only") << u"(Reuters) - Ministers met."_s << u"(Reuters) -"_s << u"Reuters"_s;
        QTest::newRow("lower case place") << u"Paris (AFP) – Ministers met."_s << u"Paris (AFP) –"_s << u"AFP"_s;
        QTest::newRow("press release") << u"LONDON, 21 March 2024 /PRNewswire/ -- Ministers met."_s
                                       << u"LONDON, 21 March 2024 /PRNewswire/ --"_s << u"PRNewswire"_s;
        QTest::newRow("place and date") << u"MOSCOW, March 21. Ministers met."_s << u"MOSCOW, March 21."_s << QString();
        QTest::newRow("abbreviated place") << u"ST. PETERSBURG, June 5. /TASS/. Ministers met."_s
                                           << u"ST. PETERSBURG, June 5. /TASS/."_s << u"TASS"_s;
        QTest::newRow("Cyrillic slashes") << u"МОСКВА, 21 марта. /ТАСС/. Министры встретились."_s
                                          << u"МОСКВА, 21 марта. /ТАСС/."_s << u"ТАСС"_s;
        QTest::newRow("Cyrillic dash") << u"МОСКВА, 21 мар - РИА Новости. Министры встретились."_s
                                       << u"МОСКВА, 21 мар - РИА Новости."_s << u"РИА Новости"_s;
        QTest::newRow("none: plain sentence") << u"Ministers met in Paris (France) - again."_s << QString() << QString();
        QTest::newRow("none: acronym starts") << u"NATO said on Monday that it would not come."_s << QString() << QString();
        QTest::newRow("none: hyphenated") << u"US-led forces left the city."_s << QString() << QString();
    }
    void datelinesAreFound()
    {
        QFETCH(QString, text);
        QFETCH(QString, dateline);
        QFETCH(QString, agency);
        QCOMPARE(structuresOf(text, StructureKind::Dateline).join(u'|'), dateline);
        QCOMPARE(structuresOf(text, StructureKind::Agency).join(u'|'), agency);
    }

    void bylinesNameWhoWroteAndForWhom()
    {
        const QString text =
            u"Ministers meet in Oslo\nBy Jane Doe and John Roe, Reuters\nThe ministers met in Oslo on Monday.\n"_s;
        QCOMPARE(structuresOf(text, StructureKind::Byline), (QStringList{u"Jane Doe and John Roe"_s}));
        QCOMPARE(structuresOf(text, StructureKind::Agency), (QStringList{u"Reuters"_s}));
    }

    void structuresStayInsideTheirBlock()
    {
        const QString text =
            u"Title of the article here\n  МОСКВА, 21 марта. /ТАСС/. Министры встретились 😀.\n\nPARIS (AFP) — Ministers met.\n"_s;
        const ArticleText article(text);
        QCOMPARE(article.structures().size(), 4);
        for (const Structure &structure : article.structures())
            QVERIFY(article.blocks()[article.blockAt(structure.span.begin)].span.contains(structure.span));
    }

    void hostileTextTakesLittleTime()
    {
        const QString capitals = u"A"_s.repeated(200'000);
        const QString words = u"AB CD "_s.repeated(50'000) + u"."_s;
        const QString slashes = u"/(/ "_s.repeated(50'000);
        const QString lines = u"Short line\n"_s.repeated(50'000);
        QElapsedTimer timer;
        timer.start();
        for (const QString &text : {capitals, words, slashes, lines})
            QVERIFY(!analyseStructure(text).blocks.isEmpty());
        QVERIFY2(timer.elapsed() < 5000, qPrintable(QString::number(timer.elapsed())));
    }
};

DATELINE_TEST_MAIN(QCoreApplication, TestStructure)
#include "tst_structure.moc"
