// SPDX-License-Identifier: Apache-2.0
#include "support/testhelper.h"
#include "text/tokens.h"

using namespace Qt::StringLiterals;
using namespace dateline;

class TokensTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void splitsIntoTokens_data();
    void splitsIntoTokens();
    void splitsIntoSentences_data();
    void splitsIntoSentences();
    void coversEveryCharacterThatIsNoSpace();
    void readsAWordOfAMegabyteAsOneToken();
};

void TokensTest::splitsIntoTokens_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("tokens");
    QTest::newRow("empty") << u""_s << u""_s;
    QTest::newRow("spaces only") << u"  \n\t "_s << u""_s;
    QTest::newRow("plain words") << u"Lavrov said so."_s << u"Lavrov|said|so|."_s;
    QTest::newRow("hyphen apart") << u"Botsan-Kharchenko"_s << u"Botsan|-|Kharchenko"_s;
    QTest::newRow("clitic apart") << u"Serbia's people"_s << u"Serbia|'s|people"_s;
    QTest::newRow("typographic clitic apart") << u"Serbia\u2019s"_s << u"Serbia|\u2019s"_s;
    QTest::newRow("inner apostrophe stays") << u"Shi'ite O'Brien don't"_s << u"Shi'ite|O'Brien|don't"_s;
    QTest::newRow("plural possessive") << u"Serbs' votes"_s << u"Serbs|'|votes"_s;
    QTest::newRow("stopped abbreviation") << u"the U.S. and U.S.S.R. at 9 a.m. today"_s
                                          << u"the|U.S.|and|U.S.S.R.|at|9|a.m.|today"_s;
    QTest::newRow("title and suffix") << u"Mr. King Jr. and Acme Inc."_s << u"Mr.|King|Jr.|and|Acme|Inc."_s;
    QTest::newRow("initial") << u"John F. Kennedy"_s << u"John|F.|Kennedy"_s;
    QTest::newRow("numbers") << u"1,200 and 5.3 at 10:30."_s << u"1,200|and|5.3|at|10:30|."_s;
    QTest::newRow("number with letters") << u"the 1990s, 21st, 9am"_s << u"the|1990s|,|21st|,|9am"_s;
    QTest::newRow("percent and money") << u"5% of $3"_s << u"5|%|of|$|3"_s;
    QTest::newRow("emoji") << u"win \U0001F600\U0001F600!"_s << u"win|\U0001F600|\U0001F600|!"_s;
    QTest::newRow("joined emoji") << u"\U0001F468\u200D\U0001F469 ok"_s << u"\U0001F468\u200D\U0001F469|ok"_s;
    QTest::newRow("combining mark") << u"Dac\u030Cic\u0301 said"_s << u"Dac\u030Cic\u0301|said"_s;
    QTest::newRow("cyrillic") << u"\u041C\u043E\u0441\u043A\u0432\u0430, 21 \u043C\u0430\u0440\u0442\u0430."_s
                              << u"\u041C\u043E\u0441\u043A\u0432\u0430|,|21|\u043C\u0430\u0440\u0442\u0430|."_s;
    QTest::newRow("dateline") << u"March 21. /TASS/."_s << u"March|21|.|/|TASS|/|."_s;
}

void TokensTest::splitsIntoTokens()
{
    QFETCH(QString, text);
    QFETCH(QString, tokens);
    QStringList found;
    for (const Token &token : tokenize(text))
        found.append(text.mid(token.span.begin, token.span.length()));
    QCOMPARE(found.join(u'|'), tokens);
}

void TokensTest::splitsIntoSentences_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("sentences");
    QTest::newRow("two") << u"He left. She stayed."_s << u"He left.|She stayed."_s;
    QTest::newRow("title") << u"Mr. King left. Dr. Who stayed."_s << u"Mr. King left.|Dr. Who stayed."_s;
    QTest::newRow("abbreviation inside") << u"The U.S. Congress met."_s << u"The U.S. Congress met."_s;
    QTest::newRow("abbreviation at the end") << u"He left the U.S. The rest stayed."_s << u"He left the U.S.|The rest stayed."_s;
    QTest::newRow("closing quote") << u"\"He left.\" She stayed."_s << u"\"He left.\"|She stayed."_s;
    QTest::newRow("line break") << u"A headline\nA text"_s << u"A headline|A text"_s;
    QTest::newRow("number") << u"It grew 5.3 percent. 20 firms closed."_s << u"It grew 5.3 percent.|20 firms closed."_s;
    QTest::newRow("small letter goes on") << u"Yahoo! said so."_s << u"Yahoo! said so."_s;
}

void TokensTest::splitsIntoSentences()
{
    QFETCH(QString, text);
    QFETCH(QString, sentences);
    const QList<Token> tokens = tokenize(text);
    QStringList found;
    for (const TokenRange &range : splitSentences(text, tokens)) {
        const qsizetype begin = tokens.at(range.begin).span.begin;
        found.append(text.mid(begin, tokens.at(range.end - 1).span.end - begin));
    }
    QCOMPARE(found.join(u'|'), sentences);
}

void TokensTest::coversEveryCharacterThatIsNoSpace()
{
    QString text;
    quint32 state = 7;
    for (int i = 0; i < 20000; ++i) {
        state = state * 1664525u + 1013904223u;
        static const QString alphabet = u"aB.c' -\u20199\n,$\u00e9\u0416(\u4e2d\u0301"_s;
        text.append(alphabet.at(qsizetype(state >> 16) % alphabet.size()));
    }
    qsizetype at = 0;
    for (const Token &token : tokenize(text)) {
        QVERIFY(token.span.begin >= at && !token.span.isEmpty());
        QVERIFY(text.mid(at, token.span.begin - at).trimmed().isEmpty());
        QCOMPARE(token.spaceBefore, token.span.begin > at);
        at = token.span.end;
    }
    QVERIFY(text.mid(at).trimmed().isEmpty());
}

void TokensTest::readsAWordOfAMegabyteAsOneToken()
{
    const QString text(1 << 20, u'x');
    const QList<Token> tokens = tokenize(text);
    QCOMPARE(tokens.size(), 1);
    QCOMPARE(tokens.first().span.end, text.size());
}

DATELINE_TEST_MAIN(QCoreApplication, TokensTest)
#include "tst_tokens.moc"
