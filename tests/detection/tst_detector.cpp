// SPDX-License-Identifier: Apache-2.0
#include "detection/detector.h"
#include "support/testhelper.h"

#include <QElapsedTimer>

using namespace Qt::StringLiterals;
using namespace dateline;

namespace {

Layer detect(const QString &text, const QString &published = {})
{
    static const Detector detector;
    return detector.detect(ArticleText(normaliseText(text).text), {published, u"en"_s});
}

/// "Kadri Laanemets/person", … in order of place.
QStringList found(const Layer &layer, const QString &text)
{
    QStringList list;
    layer.mentions.forEach([&](const Mention &mention) {
        const Span span = mention.extent();
        list.append(text.mid(span.begin, span.length()) + u'/' + mention.type);
    });
    return list;
}

QSet<EntityId> entitiesOf(const Layer &layer, const QString &text, const QStringList &names)
{
    QSet<EntityId> ids;
    layer.mentions.forEach([&](const Mention &mention) {
        if (names.contains(text.mid(mention.extent().begin, mention.extent().length())))
            ids.insert(mention.entity);
    });
    return ids;
}

// An article of our own about other people and places than the sample.
const QString OwnArticle = uR"(Envoys to weigh the future of the Golan Heights

AMMAN, June 3. /Reuters/. Jordanian Foreign Minister Ayman Haddad, who turns 60 on Monday, will meet Moroccan Foreign Minister Karim Bennani.

As the Jordanian foreign ministry said earlier, Haddad and Bennani will discuss trade. The 2022 FIFA World Cup in Qatar brought them together, Bennani's spokesman said.

Moroccan President Omar Tazi has congratulated Nadia Haddad-Khoury on winning the presidential election in Lebanon on Sunday. "Western sanctions on Syria hurt the Jordanians," Tazi said. He spoke with Ambassador Saleh-Mansour in Rabat in 2019.
)"_s;

} // namespace

class DetectorTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void findsWhatAnOwnArticleNames();
    void joinsShortFormsToOneEntity();
    void findsWhatTheSampleNames();
    void detectsInShortTexts_data();
    void detectsInShortTexts();
    void leavesPlainWordsAlone_data();
    void leavesPlainWordsAlone();
    void neverOverlapsAndAlwaysExplains();
    void givesTheSameTwice();
    void survivesOddText_data();
    void survivesOddText();
    void stopsWhenAsked();
    void readsAMegabyteInTime();
};

void DetectorTest::findsWhatAnOwnArticleNames()
{
    const Layer layer = detect(OwnArticle, u"2024-06-03"_s);
    const QStringList list = found(layer, OwnArticle);
    for (const QString &expected : {u"AMMAN/place"_s,
                                    u"Reuters/organisation"_s,
                                    u"Jordanian/group"_s,
                                    u"Foreign Minister/role"_s,
                                    u"Ayman Haddad/person"_s,
                                    u"Monday/date"_s,
                                    u"Karim Bennani/person"_s,
                                    u"Jordanian foreign ministry/organisation"_s,
                                    u"Haddad/person"_s,
                                    u"2022 FIFA World Cup/event"_s,
                                    u"Qatar/place"_s,
                                    u"Bennani/person"_s,
                                    u"Omar Tazi/person"_s,
                                    u"Lebanon/place"_s,
                                    u"sanctions/topic"_s,
                                    u"Saleh-Mansour/person"_s,
                                    u"Rabat/place"_s,
                                    u"2019/date"_s,
                                    u"presidential election/topic"_s,
                                    u"Golan Heights/place"_s,
                                    u"Jordanians/group"_s,
                                    u"Tazi/person"_s})
        QVERIFY2(list.contains(expected), qPrintable(expected + u" not in "_s + list.join(u", "_s)));
    QVERIFY(!list.contains(u"Ambassador Saleh-Mansour/person"_s));
}

void DetectorTest::joinsShortFormsToOneEntity()
{
    const Layer layer = detect(OwnArticle, u"2024-06-03"_s);
    QCOMPARE(entitiesOf(layer, OwnArticle, {u"Ayman Haddad"_s, u"Haddad"_s}).size(), 1);
    QCOMPARE(entitiesOf(layer, OwnArticle, {u"Karim Bennani"_s, u"Bennani"_s}).size(), 1);
    QCOMPARE(entitiesOf(layer, OwnArticle, {u"Omar Tazi"_s, u"Tazi"_s}).size(), 1);
    QCOMPARE(entitiesOf(layer, OwnArticle, {u"Haddad"_s, u"Bennani"_s}).size(), 2);
    const QString fund = u"The International Monetary Fund (IMF) lent more. Moscow thanked the IMF, MOSCOW papers wrote."_s;
    const Layer second = detect(fund);
    QCOMPARE(entitiesOf(second, fund, {u"International Monetary Fund"_s, u"IMF"_s}).size(), 1);
    QCOMPARE(entitiesOf(second, fund, {u"Moscow"_s, u"MOSCOW"_s}).size(), 1);
}

void DetectorTest::findsWhatTheSampleNames()
{
    const QString text = QString::fromUtf8(
        test::readFile(QStringLiteral(DATELINE_SOURCE_DIR) + u"/resources/sample/talks.txt"_s));
    const Layer layer = detect(text, u"2024-05-14"_s);
    const QStringList list = found(layer, text);
    for (const QString &expected :
         {u"TALLINN/place"_s, u"Kadri Laanemets/person"_s, u"Laanemets/person"_s, u"Rodrigo Valdivieso/person"_s,
          u"Estonian foreign ministry/organisation"_s, u"European Union/organisation"_s, u"sanctions/topic"_s,
          u"Abkhazia/place"_s, u"2026 FIFA World Cup/event"_s, u"9 p.m./time"_s, u"55.8 percent/percent"_s,
          u"3.5 million euros/money"_s, u"next year/date"_s, u"territorial integrity/topic"_s})
        QVERIFY2(list.contains(expected), qPrintable(expected + u" not in "_s + list.join(u", "_s)));
}

void DetectorTest::detectsInShortTexts_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("expected");
    QTest::newRow("dollars") << u"It cost $5 million then."_s << u"$5 million/money"_s;
    QTest::newRow("currency words") << u"It cost 300 pesos there."_s << u"300 pesos/money"_s;
    QTest::newRow("many dollars") << u"They lost hundreds of millions of dollars."_s
                                  << u"hundreds of millions of dollars/money"_s;
    QTest::newRow("percent sign") << u"It rose 5.3% again."_s << u"5.3%/percent"_s;
    QTest::newRow("percentage points") << u"It fell 20 percentage points."_s << u"20 percentage points/percent"_s;
    QTest::newRow("clock") << u"It began at 10:30 p.m. there."_s << u"10:30 p.m./time"_s;
    QTest::newRow("role in apposition") << u"Then came Boris Petrov, the foreign minister, with him."_s
                                        << u"Boris Petrov/person"_s;
    QTest::newRow("longest place") << u"They live in Bosnia and Herzegovina now."_s << u"Bosnia and Herzegovina/place"_s;
    QTest::newRow("pair of places") << u"He flew to Moscow, Russia."_s << u"Moscow/place|Russia/place"_s;
    QTest::newRow("compass word outside") << u"It happened in southern Lebanon."_s << u"Lebanon/place"_s;
    QTest::newRow("possessive outside") << u"This is Serbia\u2019s stance."_s << u"Serbia/place"_s;
    QTest::newRow("short and full of names") << u"Finnish President Tarja Halonen met Jens Stoltenberg in Oslo."_s
                                             << u"Tarja Halonen/person|Jens Stoltenberg/person|Oslo/place"_s;
    QTest::newRow("country acronym") << u"It helped us in the US."_s << u"US/place"_s;
}

void DetectorTest::detectsInShortTexts()
{
    QFETCH(QString, text);
    QFETCH(QString, expected);
    const QStringList list = found(detect(text), text);
    for (const QString &one : expected.split(u'|'))
        QVERIFY2(list.contains(one), qPrintable(list.join(u", "_s)));
}

void DetectorTest::leavesPlainWordsAlone_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("bare ministry") << u"The foreign ministry was silent."_s;
    QTest::newRow("duration") << u"They waited for three years."_s;
    QTest::newRow("role without a name") << u"The minister met the president."_s;
    QTest::newRow("pronoun us") << u"They told us to wait."_s;
    QTest::newRow("number before a hyphen") << u"It was a three-week siege and a 2-1 win for a 10-strong side."_s;
    QTest::newRow("may") << u"It may rain."_s;
    QTest::newRow("government") << u"The government and the army were there."_s;
}

void DetectorTest::leavesPlainWordsAlone()
{
    QFETCH(QString, text);
    QCOMPARE(found(detect(text), text), QStringList());
}

void DetectorTest::neverOverlapsAndAlwaysExplains()
{
    static const QStringList words{u"Russian"_s, u"Foreign"_s, u"Minister"_s, u"Sergey"_s,    u"Lavrov"_s,   u"of"_s,
                                   u"the"_s,     u"Bank"_s,    u"Kosovo"_s,   u"and"_s,       u"Metohija"_s, u"2018"_s,
                                   u"World"_s,   u"Cup"_s,     u"March"_s,    u"21"_s,        u","_s,        u"said"_s,
                                   u"."_s,       u"-"_s,       u"Ministry"_s, u"President"_s, u"$"_s,        u"5"_s,
                                   u"million"_s, u"percent"_s, u"Thursday"_s, u"\n"_s,        u"(IMF)"_s,    u"sanctions"_s};
    quint32 state = 11;
    for (int round = 0; round < 60; ++round) {
        QString text;
        for (int i = 0; i < 80; ++i) {
            state = state * 1664525u + 1013904223u;
            text += words.at(qsizetype(state >> 16) % words.size()) + u' ';
        }
        const Layer layer = detect(text);
        qsizetype end = 0;
        MentionId id = 0;
        layer.mentions.forEach([&](const Mention &mention) {
            const Span span = mention.extent();
            QVERIFY(span.begin >= end && !span.isEmpty() && span.end <= text.size());
            end = span.end;
            QCOMPARE(mention.id, ++id);
            QVERIFY(mention.confidence > 0 && mention.confidence <= 1);
            QVERIFY(!mention.why.isEmpty());
            QVERIFY(Tagset::news().find(mention.type));
            if (mention.entity)
                QVERIFY(layer.entity(mention.entity) && layer.entity(mention.entity)->type == mention.type);
        });
    }
}

void DetectorTest::givesTheSameTwice()
{
    QVERIFY(detect(OwnArticle) == detect(OwnArticle));
    QVERIFY(detect(OwnArticle).info.uid != detect(OwnArticle, u"2024-06-03"_s).info.uid);
}

void DetectorTest::survivesOddText_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("empty") << QString();
    QTest::newRow("newlines") << u"\n\n\n"_s;
    QTest::newRow("emoji") << u"\U0001F600 Paris \U0001F600"_s;
    QTest::newRow("cyrillic")
        << u"\u041C\u043E\u0441\u043A\u0432\u0430. \u0421\u0435\u0440\u0433\u0435\u0439 \u041B\u0430\u0432\u0440\u043E\u0432."_s;
    QTest::newRow("a word of a megabyte") << QString(1 << 20, u'X');
    QTest::newRow("capitals only") << QString(u"ABC DEF GHI "_s).repeated(5000);
    QTest::newRow("hyphens only") << QString(20000, u'-');
    QTest::newRow("one long line of a name") << QString(u"Sergey Lavrov and "_s).repeated(5000);
}

void DetectorTest::survivesOddText()
{
    QFETCH(QString, text);
    const Layer layer = detect(text);
    QVERIFY(layer.mentions.size() <= text.size());
    QCOMPARE(layer.info.stage, Stage::Suggested);
}

void DetectorTest::stopsWhenAsked()
{
    std::stop_source source;
    source.request_stop();
    const Detector detector;
    QVERIFY(detector.detect(ArticleText(OwnArticle), {}, source.get_token()).mentions.isEmpty());
}

void DetectorTest::readsAMegabyteInTime()
{
    const QString text = OwnArticle.repeated(1000000 / int(OwnArticle.size()));
    QElapsedTimer timer;
    timer.start();
    const Layer layer = detect(text);
    QVERIFY(layer.mentions.size() > 10000);
    // A second in release on one core; debug builds and sanitizers are some ten times slower.
    QVERIFY2(timer.elapsed() < 20000, qPrintable(QString::number(timer.elapsed())));
}

DATELINE_TEST_MAIN(QCoreApplication, DetectorTest)
#include "tst_detector.moc"
