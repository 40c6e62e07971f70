// SPDX-License-Identifier: Apache-2.0
#include "app/cliprogram.h"
#include "support/testhelper.h"

#include <QDir>
#include <QJsonArray>
#include <QTemporaryDir>

using namespace dateline;
using namespace dateline::test;
using namespace Qt::StringLiterals;

/// `annotate --watchlist`, as a newsroom calls it.
class TestCliWatchlist : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void severalListsAreMatched();
    void namesStandInTheFile();
    void badRowsAreToldAndSkipped();
    void aMissingListEndsTheCommand_data();
    void aMissingListEndsTheCommand();

private:
    QString list(const QString &name, const QByteArray &content) const
    {
        const QString path = m_folder->filePath(name);
        writeFile(path, content);
        return path;
    }
    std::unique_ptr<QTemporaryDir> m_folder;
};

void TestCliWatchlist::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    qputenv("XDG_CACHE_HOME", m_folder->filePath(u"cache"_s).toUtf8());
}

void TestCliWatchlist::severalListsAreMatched()
{
    const QString ships = list(u"ships.csv"_s, "name,type,aliases,link\nBlue Marlin,product,MV Marlin,Q42\n");
    const QString people = list(u"people.tsv"_s, "Blue Marlin\tperson\nOrla Quist\tPERSON\n");
    const QByteArray line = "{\"id\":7,\"text\":\"Orla Quist sold the Blue Marlin.\"}\n";
    for (int i = 0; i < 2; ++i) { // compiled, then mapped
        const Run run = test::run({u"annotate"_s, u"--jsonl"_s, u"--watchlist"_s, ships, u"--watchlist"_s, people}, line);
        QCOMPARE(run.status, 0);
        QCOMPARE(run.err, QByteArray());
        const QJsonArray entities = lines(run.out).value(0).value(u"entities"_s).toArray();
        QCOMPARE(entities.size(), 2);
        QCOMPARE(entities.at(0).toObject().value(u"type"_s).toString(), u"PERSON"_s);
        QCOMPARE(entities.at(0).toObject().value(u"why"_s).toString(), u"on the watchlist “people”"_s);
        QCOMPARE(entities.at(1).toObject().value(u"type"_s).toString(), u"PRODUCT"_s);
        QCOMPARE(entities.at(1).toObject().value(u"link"_s).toString(), u"http://www.wikidata.org/entity/Q42"_s);
    }
    QCOMPARE(QDir(m_folder->filePath(u"cache/dateline/watchlists"_s)).entryList(QDir::Files).size(), 2);
}

void TestCliWatchlist::namesStandInTheFile()
{
    const QString ships = list(u"ships.csv"_s, "MV Blue Marlin,product,Blue Marlin,https://example.org/marlin,the tanker\n");
    const QString article = list(u"story.txt"_s, "The Blue Marlin sank.\n");
    const Run printed = test::run({u"annotate"_s, article, u"--watchlist"_s, ships});
    QCOMPARE(printed.status, 0);
    QVERIFY(printed.out.contains("name=\"MV Blue Marlin\""));
    QVERIFY(printed.out.contains("href=\"https://example.org/marlin\""));
    QVERIFY(printed.out.contains("the tanker"));
}

void TestCliWatchlist::badRowsAreToldAndSkipped()
{
    const QString ships = list(u"ships.csv"_s, "Blue Marlin,product\nRed Marlin,wizard\n");
    const Run run = test::run({u"annotate"_s, u"--jsonl"_s, u"--watchlist"_s, ships},
                              "{\"id\":1,\"text\":\"The Blue Marlin sank.\"}\n");
    QCOMPARE(run.status, 0);
    QVERIFY(run.err.contains("ships.csv:2: column 12:"));
    QVERIFY(run.err.contains("wizard"));
    QCOMPARE(lines(run.out).value(0).value(u"entities"_s).toArray().size(), 1);
}

void TestCliWatchlist::aMissingListEndsTheCommand_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::newRow("missing") << QByteArray();
    QTest::newRow("empty") << QByteArray("");
    QTest::newRow("binary") << QByteArray("\x7f"
                                          "ELF\2\1\1\0\0\0\0\0\0\0\0\0",
                                          16);
}

void TestCliWatchlist::aMissingListEndsTheCommand()
{
    QFETCH(QByteArray, content);
    const QString path = m_folder->filePath(u"desk.csv"_s);
    if (!content.isNull())
        writeFile(path, content);
    const Run run = test::run({u"annotate"_s, u"--jsonl"_s, u"--watchlist"_s, path}, "{\"id\":1,\"text\":\"x\"}\n");
    QCOMPARE(run.status, 1);
    QVERIFY(run.err.contains("desk.csv"));
    QVERIFY(run.out.isEmpty());
}

DATELINE_TEST_MAIN(QCoreApplication, TestCliWatchlist)
#include "tst_cliwatchlist.moc"
