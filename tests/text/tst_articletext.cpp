// SPDX-License-Identifier: Apache-2.0
#include "support/testhelper.h"
#include "text/articletext.h"

#include <QCryptographicHash>

using namespace dateline;
using namespace Qt::StringLiterals;

namespace {

QString rebuilt(const ArticleText &text)
{
    QString result;
    for (const Block &block : text.blocks()) {
        result += QString(block.span.begin - result.size(), u'\n');
        result += text.view(block.span);
    }
    result += QString(text.length() - result.size(), u'\n');
    return result;
}

} // namespace

class TestArticleText : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void blocksAndGapsGiveTheText_data()
    {
        QTest::addColumn<QString>("text");
        QTest::newRow("empty") << QString();
        QTest::newRow("newlines only") << u"\n\n\n"_s;
        QTest::newRow("spaces only") << u"   "_s;
        QTest::newRow("line of spaces between") << u"One.\n   \nTwo.\n"_s;
        QTest::newRow("leading and trailing space") << u"  One. \n\t Two.\t"_s;
        QTest::newRow("leading newlines") << u"\n\nOne"_s;
        QTest::newRow("NEL and line separator stay inside") << u"One\u0085two\u2028three\n\u2029"_s;
        QTest::newRow("emoji") << u"😀\n😀😀\n"_s;
    }
    void blocksAndGapsGiveTheText()
    {
        QFETCH(QString, text);
        const ArticleText article(text);
        QCOMPARE(rebuilt(article), text);
        for (const Block &block : article.blocks()) {
            QVERIFY(!block.span.isEmpty());
            QVERIFY(!article.view(block.span).contains(u'\n'));
        }
    }

    void blocksThatBreakTheRuleAreReplacedByLines()
    {
        const QString text = u"Title\nBody one.\nBody two."_s;
        const ArticleText article(
            text, {{{0, 5}, BlockKind::Headline}, {{6, 25}, BlockKind::Quote}, {{3, 90}, BlockKind::Other}},
            {{{6, 10}, StructureKind::Dateline}, {{3, 8}, StructureKind::Byline}, {{20, 99}, StructureKind::Agency}});
        QCOMPARE(rebuilt(article), text);
        QCOMPARE(article.blocks().size(), 3);
        QCOMPARE(article.blocks()[0].kind, BlockKind::Headline);
        QCOMPARE(article.blocks()[1].kind, BlockKind::Quote);
        QCOMPARE(article.blocks()[2].kind, BlockKind::Paragraph);
        QCOMPARE(article.structures(), (QList<Structure>{{{6, 10}, StructureKind::Dateline}}));
    }

    void structuresNeverSplitASurrogatePair()
    {
        const ArticleText article(u"a😀b"_s, {}, {{{0, 2}, StructureKind::Dateline}, {{0, 3}, StructureKind::Agency}});
        QCOMPARE(article.structures(), (QList<Structure>{{{0, 3}, StructureKind::Agency}}));
    }

    void digestIsOverTheUtf8OfTheWholeText()
    {
        const QString text = u"Žižek\n😀\n"_s;
        QCOMPARE(ArticleText(text).digest(),
                 QString::fromLatin1(QCryptographicHash::hash(text.toUtf8(), QCryptographicHash::Sha256).toHex()));
    }

    void copiesAreEqual()
    {
        const ArticleText a(u"One.\nTwo."_s);
        const ArticleText b = a;
        QVERIFY(a == b);
        QVERIFY(a == ArticleText(u"One.\nTwo."_s));
        QVERIFY(!(a == ArticleText(u"One.\nTwo!"_s)));
    }

    void blockAtFindsTheBlockOrTheOneBefore()
    {
        const ArticleText article(u"ab\n\ncd"_s);
        QCOMPARE(article.blockAt(0), 0);
        QCOMPARE(article.blockAt(2), 0);
        QCOMPARE(article.blockAt(3), 0);
        QCOMPARE(article.blockAt(4), 1);
        QCOMPARE(article.blockAt(99), 1);
        QCOMPARE(ArticleText().blockAt(0), -1);
    }

    void kindNamesReadBack()
    {
        for (int i = 0; i <= int(BlockKind::Other); ++i)
            QCOMPARE(blockKindFromName(toName(BlockKind(i))), BlockKind(i));
        for (int i = 0; i <= int(StructureKind::Agency); ++i)
            QCOMPARE(structureKindFromName(toName(StructureKind(i))), StructureKind(i));
        QVERIFY(!blockKindFromName(u"Headline"));
        QVERIFY(!structureKindFromName(u""));
    }

    void normalisingKeepsOneCharacterForOne_data()
    {
        QTest::addColumn<QString>("raw");
        QTest::addColumn<QString>("text");
        QTest::addColumn<qsizetype>("replaced");
        QTest::newRow("plain") << u"a\tb\nc"_s << u"a\tb\nc"_s << qsizetype(0);
        QTest::newRow("CRLF and CR") << u"a\r\nb\rc\r\r\n"_s << u"a\nb\nc\n\n"_s << qsizetype(0);
        QTest::newRow("NUL and escape") << u"a\0b\x1b"_s << u"a\uFFFDb\uFFFD"_s << qsizetype(2);
        QTest::newRow("emoji stays") << u"a😀"_s << u"a😀"_s << qsizetype(0);
        QTest::newRow("lone high") << u"a"_s + QChar(0xD83D) + u"b"_s << u"a\uFFFDb"_s << qsizetype(1);
        QTest::newRow("lone low at the end") << u"a"_s + QChar(0xDE00) << u"a\uFFFD"_s << qsizetype(1);
        QTest::newRow("U+FFFE and U+FFFF") << u"a"_s + QChar(0xFFFE) + QChar(0xFFFF) << u"a\uFFFD\uFFFD"_s << qsizetype(2);
        QTest::newRow("C1, DEL and BOM stay") << u"a\u0085\u007F\uFEFF"_s << u"a\u0085\u007F\uFEFF"_s << qsizetype(0);
    }
    void normalisingKeepsOneCharacterForOne()
    {
        QFETCH(QString, raw);
        const NormalisedText normalised = normaliseText(raw);
        QTEST(normalised.text, "text");
        QTEST(normalised.replaced, "replaced");
        QCOMPARE(normalised.firstReplaced,
                 normalised.replaced ? normalised.text.indexOf(QChar::ReplacementCharacter) : qsizetype(-1));
        QCOMPARE(normaliseText(normalised.text).text, normalised.text);
        QCOMPARE(normalised.text.size() + normalised.droppedAt.size(), raw.size());
    }

    void placesMapBackToTheRawText()
    {
        const QString raw = u"One\r\nTwo\r\n\r\nThree"_s;
        const NormalisedText normalised = normaliseText(raw);
        QCOMPARE(normalised.text, u"One\nTwo\n\nThree"_s);
        for (const QString &word : {u"One"_s, u"Two"_s, u"Three"_s}) {
            const qsizetype at = normalised.text.indexOf(word);
            QCOMPARE(normalised.toRaw(at), raw.indexOf(word));
            // An end stays before a dropped CR.
            QCOMPARE(normalised.toRaw(at + word.size()), raw.indexOf(word) + word.size());
        }
        QCOMPARE(normalised.toRaw(normalised.text.size()), raw.size());
    }
};

DATELINE_TEST_MAIN(QCoreApplication, TestArticleText)
#include "tst_articletext.moc"
