// SPDX-License-Identifier: Apache-2.0
#include "detection/detector.h"
#include "detection/watchlist.h"
#include "support/testhelper.h"

#include <QDir>
#include <QTemporaryDir>

#include <thread>

using namespace dateline;
using namespace dateline::test;
using namespace Qt::StringLiterals;

class WatchlistTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void winsOverTheDetector();
    void namesOneThingByAllItsNames();
    void matchesAsWritten_data();
    void matchesAsWritten();
    void takesTheLongestAndTheFirstList();
    void readsColumnsInAnyOrder();
    void readsWhatSpreadsheetsSave_data();
    void readsWhatSpreadsheetsSave();
    void listsBadRowsAndSkipsThem();
    void countsMoreProblemsThanItLists();
    void fallsBackOnNoFile_data();
    void fallsBackOnNoFile();
    void compilesOnceAndAgainWhenTheListChanges();
    void rebuildsABrokenCache();
    void knowsTypesOfAnotherTagset();
    void isSharedBetweenThreads();
    void survivesHostileLists();
    void manyNamesAreFound();

private:
    std::shared_ptr<const Watchlist> open(const QByteArray &content, const QString &name = u"desk.csv"_s);
    [[nodiscard]] QStringList found(const QString &text, const Watchlists &lists) const;

    std::unique_ptr<QTemporaryDir> m_folder;
    Watchlist::Options m_options;
};

void WatchlistTest::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_options = {};
    m_options.cacheFolder = m_folder->filePath(u"cache"_s);
}

std::shared_ptr<const Watchlist> WatchlistTest::open(const QByteArray &content, const QString &name)
{
    const QString path = m_folder->filePath(name);
    writeFile(path, content);
    Result<std::shared_ptr<const Watchlist>> list = Watchlist::open(path, m_options);
    if (!list)
        qWarning("%s", qPrintable(list.error().toString()));
    return list ? list.value() : nullptr;
}

namespace {

Layer detect(const QString &text, const Watchlists &lists)
{
    static const Detector detector;
    DetectionOptions options;
    options.watchlists = lists;
    return detector.detect(ArticleText(text), options);
}

} // namespace

/// "words/type/name/link" of what the lists found, in order of place.
QStringList WatchlistTest::found(const QString &text, const Watchlists &lists) const
{
    const Layer layer = detect(text, lists);
    QStringList rows;
    layer.mentions.forEach([&](const Mention &mention) {
        if (!mention.why.startsWith(u"on the watchlist"_s))
            return;
        const Entity *entity = layer.entity(mention.entity);
        const Span span = mention.extent();
        rows.append(text.mid(span.begin, span.length()) + u'/' + mention.type + u'/'
                    + (entity ? entity->name + u'/' + entity->link : u"-"_s));
    });
    return rows;
}

void WatchlistTest::winsOverTheDetector()
{
    const QString text = u"Paris said on Monday that Goran Visnjic would go to Paris."_s;
    const auto list = open("Paris,organisation,,Q90\nMonday,product\n");
    QVERIFY(list);
    QCOMPARE(list->name(), u"desk"_s);
    QCOMPARE(found(text, {list}),
             (QStringList{u"Paris/organisation/Paris/http://www.wikidata.org/entity/Q90"_s, u"Monday/product/Monday/"_s,
                          u"Paris/organisation/Paris/http://www.wikidata.org/entity/Q90"_s}));
    const Layer layer = detect(text, {list});
    bool hasPerson = false;
    layer.mentions.forEach([&](const Mention &mention) {
        hasPerson = hasPerson || mention.type == "person"_L1;
        if (mention.type == "organisation"_L1)
            QCOMPARE(mention.why, u"on the watchlist “desk”"_s);
    });
    QVERIFY(hasPerson);
    QVERIFY(detect(text, {}).info.uid != layer.info.uid);
}

void WatchlistTest::namesOneThingByAllItsNames()
{
    const auto list = open("name,type,aliases,link,note\nPetra Novak,person,P. Novak|Petruška|Петра Новак,,our judge\n");
    const QString text = u"Petra Novak spoke. Novak, P. Novak and Petruska are one; so is Петра Новак."_s;
    const Layer layer = detect(text, {list});
    QSet<EntityId> entities;
    int mentions = 0;
    layer.mentions.forEach([&](const Mention &mention) {
        if (mention.type == "person"_L1) {
            entities.insert(mention.entity);
            ++mentions;
        }
    });
    QCOMPARE(mentions, 5);
    QCOMPARE(entities.size(), 1);
    const Entity *entity = layer.entity(*entities.begin());
    QVERIFY(entity);
    QCOMPARE(entity->name, u"Petra Novak"_s);
    QCOMPARE(entity->attributes, (QList<Attribute>{{u"note"_s, u"our judge"_s}}));
}

void WatchlistTest::matchesAsWritten_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("count");
    QTest::newRow("capitals count") << u"They eat an apple."_s << 0;
    QTest::newRow("with capital") << u"They sold Apple."_s << 1;
    QTest::newRow("in a loud line") << u"SHARES OF APPLE FALL FAR\n\nThey fell."_s << 1;
    QTest::newRow("acronym") << u"The IT said that it is so."_s << 1;
    QTest::newRow("small entry") << u"Black Swans fell, a black swan rose."_s << 1;
    QTest::newRow("possessive") << u"Apple's and Apple\u2019s."_s << 2;
    QTest::newRow("hyphens") << u"An Al-Nour deal"_s << 1;
    QTest::newRow("stops") << u"It bought Acme Inc. for money."_s << 1;
    QTest::newRow("not across lines") << u"by Acme\nInc. said"_s << 0;
    QTest::newRow("not inside a word") << u"Applesauce, Pineapple"_s << 0;
    QTest::newRow("apostrophes") << u"Ms O\u2019Neil and Ms O'Neil"_s << 2;
}

void WatchlistTest::matchesAsWritten()
{
    QFETCH(QString, text);
    QFETCH(int, count);
    const auto list = open("Apple,organisation\nIT,organisation\nblack swan,topic\nAl-Nour,ORG\nAcme Inc.,ORG\nO'Neil,PERSON\n");
    QVERIFY(list->issues().isEmpty());
    QCOMPARE(found(text, {list}).size(), count);
}

void WatchlistTest::takesTheLongestAndTheFirstList()
{
    const auto first = open("Red Sea,place\nRed,product\n", u"first.csv"_s);
    const auto second = open("Red Sea,organisation\nRed Sea Fund,organisation\n", u"second.csv"_s);
    QCOMPARE(found(u"The Red Sea, the Red Sea Fund and Red"_s, {first, second}),
             (QStringList{u"Red Sea/place/Red Sea/"_s, u"Red Sea Fund/organisation/Red Sea Fund/"_s, u"Red/product/Red/"_s}));
    QCOMPARE(found(u"The Red Sea"_s, {second, first}), (QStringList{u"Red Sea/organisation/Red Sea/"_s}));
}

void WatchlistTest::readsColumnsInAnyOrder()
{
    const auto list = open("id;Type;NAME;more\n7;Person;Ada Quill;x\n8;person;;y\n");
    QCOMPARE(list->entryCount(), 1);
    QCOMPARE(list->entry(0).name, u"Ada Quill"_s);
    QCOMPARE(list->entry(0).line, 2);
    QCOMPARE(list->issues().size(), 1);
    QCOMPARE(list->issues().first().line, 3);
}

void WatchlistTest::readsWhatSpreadsheetsSave_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<QString>("file");
    const QString rows = u"name\ttype\tnote\r\nŽana Šć\tperson\t\"a, b\"\r\n"_s;
    QTest::newRow("UTF-8") << rows.toUtf8() << u"a.tsv"_s;
    QTest::newRow("UTF-8 with mark") << "\xEF\xBB\xBF" + rows.toUtf8() << u"a.tsv"_s;
    QByteArray wide("\xFF\xFE");
    for (const QChar c : rows)
        wide.append(char(c.unicode() & 0xff)).append(char(c.unicode() >> 8));
    QTest::newRow("UTF-16 with mark") << wide << u"a.csv"_s;
    QTest::newRow("semicolons") << u"name;type;note\nŽana Šć;person;\"a, b\"\n"_s.toUtf8() << u"a.csv"_s;
}

void WatchlistTest::readsWhatSpreadsheetsSave()
{
    QFETCH(QByteArray, content);
    QFETCH(QString, file);
    const auto list = open(content, file);
    QVERIFY(list);
    QVERIFY(list->issues().isEmpty());
    QCOMPARE(list->entryCount(), 1);
    QCOMPARE(list->entry(0).name, u"Žana Šć"_s);
    QCOMPARE(list->entry(0).type, u"person"_s);
    QCOMPARE(list->entry(0).note, u"a, b"_s);
}

void WatchlistTest::listsBadRowsAndSkipsThem()
{
    const auto list = open("Good One,person\n"
                           ",person\n"
                           "No Type\n"
                           "Odd,wizard\n"
                           "\"a\"b,person\n"
                           "...,person\n"
                           "Good Two,person,Good One,not a link\n"
                           + QByteArray(900, 'x')
                           + ",person\n"
                             "\"open,person\n"
                             "Good Three,person\n");
    QCOMPARE(list->entryCount(), 3);
    QStringList places;
    for (const Issue &issue : list->issues()) {
        QVERIFY(issue.file.endsWith(u"desk.csv"_s));
        places.append(u"%1 %2"_s.arg(issue.line).arg(issue.message.section(u':', 0, 0)));
    }
    QCOMPARE(places, (QStringList{u"2 column 1"_s, u"3 column 1"_s, u"4 column 5"_s, u"5 column 1"_s, u"6 column 1"_s,
                                  u"7 column 26"_s, u"7 column 17"_s, u"8 column 1"_s, u"9 column 1"_s}));
    QVERIFY(list->issues().at(2).message.contains(u"wizard"_s));
    QVERIFY(list->issues().at(6).message.contains(u"line 1"_s));
    // The same problems are told when the compiled list is used.
    const Result<std::shared_ptr<const Watchlist>> again = Watchlist::open(m_folder->filePath(u"desk.csv"_s), m_options);
    QVERIFY(again.value()->wasCached());
    QCOMPARE(again.value()->issues(), list->issues());
}

void WatchlistTest::countsMoreProblemsThanItLists()
{
    const auto list = open("Good,person\n" + QByteArray("Bad,wizard\n").repeated(Watchlist::MaxIssues + 7));
    QCOMPARE(list->issues().size(), Watchlist::MaxIssues + 1);
    QVERIFY(list->issues().last().message.contains(u'7'));
    QCOMPARE(list->entryCount(), 1);
}

void WatchlistTest::fallsBackOnNoFile_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<ErrorKind>("kind");
    QTest::newRow("missing") << u"missing.csv"_s << QByteArray() << ErrorKind::NotFound;
    QTest::newRow("folder") << u"."_s << QByteArray() << ErrorKind::Unreadable;
    QTest::newRow("empty") << u"empty.csv"_s << QByteArray("") << ErrorKind::Empty;
    QTest::newRow("blank") << u"blank.csv"_s << QByteArray("\n \r\n") << ErrorKind::Empty;
    QTest::newRow("binary") << u"picture.csv"_s << QByteArray("\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\0", 24) << ErrorKind::Binary;
}

void WatchlistTest::fallsBackOnNoFile()
{
    QFETCH(QString, file);
    QFETCH(QByteArray, content);
    QFETCH(ErrorKind, kind);
    const QString path = m_folder->filePath(file);
    if (!content.isNull())
        writeFile(path, content);
    const Result<std::shared_ptr<const Watchlist>> list = Watchlist::open(path, m_options);
    QVERIFY(!list);
    QCOMPARE(list.error().kind, kind);
    QVERIFY(!list.error().message.isEmpty());
    QCOMPARE(list.error().file, path);
}

void WatchlistTest::compilesOnceAndAgainWhenTheListChanges()
{
    const QString path = m_folder->filePath(u"desk.csv"_s);
    const auto first = open("Ada Quill,person\n");
    QVERIFY(!first->wasCached());
    QVERIFY(Watchlist::open(path, m_options).value()->wasCached());
    // Same length, and as far as the clock tells the same time.
    const auto second = open("Ida Quill,person\n");
    QVERIFY(!second->wasCached());
    QCOMPARE(second->entry(0).name, u"Ida Quill"_s);
    // The older one stays what it was.
    QCOMPARE(first->entry(0).name, u"Ada Quill"_s);
    QCOMPARE(found(u"Ada Quill and Ida Quill"_s, {first}), (QStringList{u"Ada Quill/person/Ada Quill/"_s}));
    // Another tagset is another list.
    Watchlist::Options other = m_options;
    other.tagset.types.removeFirst();
    const auto third = Watchlist::open(path, other).value();
    QVERIFY(!third->wasCached());
    QCOMPARE(third->entryCount(), 0);
    // Without a cache folder, or with one that cannot be made, all the same.
    Watchlist::Options none = m_options;
    none.cacheFolder = path + u"/below-a-file"_s;
    QCOMPARE(Watchlist::open(path, none).value()->entryCount(), 1);
    none.cacheFolder.clear();
    QCOMPARE(Watchlist::open(path, none).value()->entryCount(), 1);
}

void WatchlistTest::rebuildsABrokenCache()
{
    const QString path = m_folder->filePath(u"desk.csv"_s);
    QVERIFY(open("Ada Quill,person,Ada\n"));
    const QDir cache(m_options.cacheFolder);
    QCOMPARE(cache.entryList(QDir::Files).size(), 1);
    const QString file = cache.filePath(cache.entryList(QDir::Files).first());
    const QByteArray good = readFile(file);
    QList<QByteArray> broken{QByteArray(), QByteArray("x"), good.left(good.size() / 2), good + "12345678",
                             QByteArray(good.size(), '\xff')};
    for (qsizetype at = 0; at < good.size(); at += 37) {
        QByteArray flipped = good;
        flipped[at] = char(flipped.at(at) ^ 0x41);
        broken.append(flipped);
    }
    for (const QByteArray &bytes : broken) {
        writeFile(file, bytes);
        const auto list = Watchlist::open(path, m_options).value();
        QVERIFY(!list->wasCached());
        QCOMPARE(found(u"Ada"_s, {list}), (QStringList{u"Ada/person/Ada Quill/"_s}));
        QCOMPARE(readFile(file), good);
    }
}

void WatchlistTest::knowsTypesOfAnotherTagset()
{
    m_options.tagset.types.append({u"vessel"_s, u"Vessel"_s, u"#004488"_s, {}});
    const auto list = open("Blue Marlin,vessel\n");
    QVERIFY(list->issues().isEmpty());
    QCOMPARE(found(u"The Blue Marlin sank."_s, {list}), (QStringList{u"Blue Marlin/vessel/Blue Marlin/"_s}));
}

void WatchlistTest::isSharedBetweenThreads()
{
    const auto list = open("Ada Quill,person\nNorth Fund,organisation\n");
    const QString text = u"Ada Quill left the North Fund. "_s.repeated(200);
    const QStringList expected = found(text, {list});
    QCOMPARE(expected.size(), 400);
    std::array<QStringList, 4> results;
    {
        std::vector<std::jthread> threads;
        for (QStringList &result : results)
            threads.emplace_back([&] { result = found(text, {list}); });
    }
    for (const QStringList &result : results)
        QCOMPARE(result, expected);
}

void WatchlistTest::survivesHostileLists()
{
    QVERIFY(open(QByteArray("\"").repeated(100000)));
    QVERIFY(open(QByteArray("\"\n").repeated(50000)));
    QVERIFY(open(QByteArray(",").repeated(100000)));
    QVERIFY(open(QByteArray(1 << 20, 'a')));
    const auto same = open(QByteArray("A A A A A A A A A A A A A A A,person\n").repeated(20000) + "A,person\n");
    QCOMPARE(same->entryCount(), 2);
    QCOMPARE(found(u"A "_s.repeated(150).trimmed(), {same}).size(), 10);
}

void WatchlistTest::manyNamesAreFound()
{
    QByteArray rows;
    QString text;
    for (int i = 0; i < 20000; ++i) {
        const QByteArray name = "Zorvik" + QByteArray::number(i) + (i % 3 ? " Fund" : "");
        rows += name + ",organisation\n";
        if (i % 10 == 0)
            text += QString::fromLatin1(name) + u" rose. "_s;
    }
    const auto list = open(rows);
    QCOMPARE(list->entryCount(), 20000);
    QCOMPARE(found(text, {list}).size(), 2000);
}

DATELINE_TEST_MAIN(QCoreApplication, WatchlistTest)
#include "tst_watchlist.moc"
