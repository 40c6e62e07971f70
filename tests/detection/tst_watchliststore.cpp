// SPDX-License-Identifier: Apache-2.0
#include "detection/watchliststore.h"
#include "support/testhelper.h"

#include <QTemporaryDir>

using namespace dateline;
using namespace dateline::test;
using namespace Qt::StringLiterals;

class WatchlistStoreTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void findsListsOfTheUserAndOfTheFolder();
    void opensAListAgainWhenItChanged();
    void saysWhatCannotBeOpened();

private:
    static QStringList namesOf(const WatchlistStore::Loaded &loaded)
    {
        QStringList names;
        for (const auto &list : loaded.lists)
            names.append(list->name() + u':' + list->entry(0).name);
        return names;
    }
};

void WatchlistStoreTest::findsListsOfTheUserAndOfTheFolder()
{
    QTemporaryDir folder;
    const QString own = folder.filePath(u"own.csv"_s);
    const QString off = folder.filePath(u"off.csv"_s);
    const QString local = folder.filePath(u"work/.dateline/watchlists/local.tsv"_s);
    writeFile(own, "Own Name,person\n");
    writeFile(off, "Off Name,person\n");
    writeFile(local, "Local Name\tperson\n");
    writeFile(folder.filePath(u"work/.dateline/watchlists/notes.md"_s), "no list");
    WatchlistStore store({});
    store.setSources({{off, false}, {own, true}});
    QCOMPARE(namesOf(store.listsFor({})), (QStringList{u"own:Own Name"_s}));
    const QString article = folder.filePath(u"work/story.txt"_s);
    QCOMPARE(namesOf(store.listsFor(article)), (QStringList{u"local:Local Name"_s, u"own:Own Name"_s}));
    QCOMPARE(namesOf(store.listsFor(folder.filePath(u"other/story.txt"_s))), (QStringList{u"own:Own Name"_s}));
    // Switched off, a folder's list counts nowhere; switched on it does not count elsewhere.
    store.setSources({{local, false}});
    QCOMPARE(namesOf(store.listsFor(article)), QStringList());
    store.setSources({{local, true}});
    QCOMPARE(namesOf(store.listsFor(article)), (QStringList{u"local:Local Name"_s}));
    QCOMPARE(namesOf(store.listsFor({})), QStringList());
}

void WatchlistStoreTest::opensAListAgainWhenItChanged()
{
    QTemporaryDir folder;
    const QString path = folder.filePath(u"own.csv"_s);
    writeFile(path, "First Name,person\n");
    WatchlistStore store({});
    store.setSources({{path, true}});
    const auto first = store.listsFor({});
    QCOMPARE(store.listsFor({}).lists.first(), first.lists.first());
    writeFile(path, "Second Longer Name,person\n");
    QCOMPARE(namesOf(store.listsFor({})), (QStringList{u"own:Second Longer Name"_s}));
}

void WatchlistStoreTest::saysWhatCannotBeOpened()
{
    QTemporaryDir folder;
    const QString path = folder.filePath(u"own.csv"_s);
    writeFile(path, "Name,person\nOdd,wizard\n");
    WatchlistStore store({});
    store.setSources({{folder.filePath(u"missing.csv"_s), true}, {path, true}});
    const auto loaded = store.listsFor({});
    QCOMPARE(loaded.lists.size(), 1);
    QCOMPARE(loaded.issues.size(), 2);
    QVERIFY(loaded.issues.at(0).file.endsWith(u"missing.csv"_s));
    QCOMPARE(loaded.issues.at(1).line, 2);
}

DATELINE_TEST_MAIN(QCoreApplication, WatchlistStoreTest)
#include "tst_watchliststore.moc"
