// SPDX-License-Identifier: Apache-2.0
#include "detection/detector.h"
#include "support/testhelper.h"

using namespace dateline;
using namespace Qt::StringLiterals;

/// Names in the document, and what the gazetteer links them to.
class NamesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void joinsSpellingsOfOnePerson_data();
    void joinsSpellingsOfOnePerson();
    void keepsPersonsApart();
    void linksWhatTheGazetteerKnows_data();
    void linksWhatTheGazetteerKnows();
    void readsHyphensPossessivesAndCapitals_data();
    void readsHyphensPossessivesAndCapitals();
};

namespace {

Layer detect(const QString &text)
{
    static const Detector detector(nullptr); // the rules alone: what a trained tagger adds is no matter of theirs
    return detector.detect(ArticleText(text), {});
}

QString wordsOf(const QString &text, const Mention &mention)
{
    return text.mid(mention.extent().begin, mention.extent().length());
}

QSet<EntityId> personsIn(const Layer &layer, int *mentions)
{
    QSet<EntityId> ids;
    *mentions = 0;
    layer.mentions.forEach([&](const Mention &mention) {
        if (mention.type == "person"_L1) {
            ids.insert(mention.entity);
            ++*mentions;
        }
    });
    return ids;
}

} // namespace

void NamesTest::joinsSpellingsOfOnePerson_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("mentions");
    QTest::newRow("marks")
        << u"Minister Goran Petrušić met us. Later Goran Petrusic left, and Petrušić said no. Petrusic agreed."_s << 4;
    QTest::newRow("endings") << u"Minister Sergei Markelov spoke. President Sergey Markelov said so."_s << 2;
    QTest::newRow("possessive") << u"Minister Anna Lindqvist spoke. Lindqvist's party and Lindqvist\u2019s friends did not."_s
                                << 3;
}

void NamesTest::joinsSpellingsOfOnePerson()
{
    QFETCH(QString, text);
    QFETCH(int, mentions);
    int count = 0;
    const QSet<EntityId> ids = personsIn(detect(text), &count);
    QCOMPARE(count, mentions);
    QCOMPARE(ids.size(), 1);
}

void NamesTest::keepsPersonsApart()
{
    int count = 0;
    const QSet<EntityId> ids = personsIn(detect(u"Minister Ana Petrova met Minister Ivan Sokolov and President Maria Ivanova."_s),
                                         &count);
    QCOMPARE(count, 3);
    QCOMPARE(ids.size(), 3);
}

void NamesTest::linksWhatTheGazetteerKnows_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("link");
    QTest::newRow("country") << u"Serbia"_s << u"https://www.iso.org/obp/ui/#iso:code:3166:RS"_s;
    QTest::newRow("short form") << u"U.S."_s << u"https://www.iso.org/obp/ui/#iso:code:3166:US"_s;
    QTest::newRow("capital") << u"Belgrade"_s << u"https://sws.geonames.org/792680/"_s;
    QTest::newRow("organisation") << u"NATO"_s << u"http://www.wikidata.org/entity/Q7184"_s;
    QTest::newRow("topic") << u"presidential election"_s << u"http://cv.iptc.org/newscodes/mediatopic/20000574"_s;
    QTest::newRow("unknown") << u"Zorvikistan"_s << QString();
}

void NamesTest::linksWhatTheGazetteerKnows()
{
    QFETCH(QString, name);
    QFETCH(QString, link);
    const QString text = u"They spoke of the %1 in a long report."_s.arg(name);
    const Layer layer = detect(text);
    QString found;
    layer.mentions.forEach([&](const Mention &mention) {
        const Entity *entity = layer.entity(mention.entity);
        if (wordsOf(text, mention) == name && entity)
            found = entity->link;
    });
    QCOMPARE(found, link);
}

void NamesTest::readsHyphensPossessivesAndCapitals_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("mention");
    QTest::newRow("pair") << u"The Russian-Serbian relations are good."_s << u"Russian-Serbian/group"_s;
    QTest::newRow("pair with a dash") << u"The Russian\u2013Serbian relations are good."_s << u"Russian\u2013Serbian/group"_s;
    QTest::newRow("possessive") << u"They praised Serbia\u2019s roads."_s << u"Serbia/place"_s;
    QTest::newRow("headline") << u"MARKELOV CALLS FOR NEW TALKS WITH ENVOYS\n\nMinister Sergei Markelov said so."_s
                              << u"MARKELOV/person"_s;
    QTest::newRow("public figure") << u"They asked Angela Merkel."_s << u"Angela Merkel/person"_s;
}

void NamesTest::readsHyphensPossessivesAndCapitals()
{
    QFETCH(QString, text);
    QFETCH(QString, mention);
    QStringList found;
    detect(text).mentions.forEach([&](const Mention &each) { found.append(wordsOf(text, each) + u'/' + each.type); });
    QVERIFY2(found.contains(mention), qPrintable(found.join(u", "_s)));
}

DATELINE_TEST_MAIN(QCoreApplication, NamesTest)
#include "tst_names.moc"
