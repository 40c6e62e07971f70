// SPDX-License-Identifier: Apache-2.0
#include "detection/watchliststore.h"
#include "formats/exportedarticle.h"
#include "support/testhelper.h"
#include "ui/dialogs/watchlistdialog.h"
#include "ui/dialogs/watchlisttable.h"
#include "ui/window/actions.h"
#include "ui/window/mainwindow.h"

#include <QAction>
#include <QApplication>
#include <QLabel>
#include <QListWidget>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableView>
#include <QTemporaryDir>

using namespace dateline;
using namespace dateline::test;
using namespace Qt::StringLiterals;

class WatchlistsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tableKeepsAllColumnsAndCanBeUndone();
    void tableOfABrokenListIsReadOnly();
    void dialogSavesOnlyWhenAccepted();
    void dialogKeepsWhatItCannotWrite();
    void windowDetectsWithTheListOfTheFolder();
};

void WatchlistsTest::tableKeepsAllColumnsAndCanBeUndone()
{
    QTemporaryDir folder;
    const QString path = folder.filePath(u"desk.csv"_s);
    writeFile(path, "id,name,type\n7,\"Quill, Ada\",person\n8,Orla Quist,person,extra\n");
    WatchlistTable table;
    QVERIFY(table.load(path).isOk());
    QCOMPARE(table.rowCount(), 2);
    QCOMPARE(table.columnCount(), 4);
    QVERIFY(!table.isChanged());
    QVERIFY(table.setData(table.index(0, 1), u"Quill \"A\""_s));
    table.addRow(2);
    QVERIFY(table.setData(table.index(2, 1), u"New One"_s));
    table.removeRowAt(1);
    QCOMPARE(table.rowCount(), 2);
    table.undoStack().undo();
    QCOMPARE(table.data(table.index(1, 3)).toString(), u"extra"_s);
    QVERIFY(table.isChanged());
    QVERIFY(table.save().isOk());
    QVERIFY(!table.isChanged());
    QCOMPARE(readFile(path), QByteArray("id,name,type,\n7,\"Quill \"\"A\"\"\",person,\n8,Orla Quist,person,extra\n,New One,,\n"));
    while (table.undoStack().canUndo())
        table.undoStack().undo();
    QCOMPARE(table.data(table.index(0, 1)).toString(), u"Quill, Ada"_s);
    QCOMPARE(table.rowCount(), 2);
}

void WatchlistsTest::tableOfABrokenListIsReadOnly()
{
    QTemporaryDir folder;
    const QString path = folder.filePath(u"desk.csv"_s);
    const QByteArray content = "Ada,person\n\"open,person\n";
    writeFile(path, content);
    WatchlistTable table;
    QVERIFY(table.load(path).isOk());
    QVERIFY(table.isReadOnly());
    QVERIFY(!table.setData(table.index(0, 0), u"x"_s));
    table.addRow(0);
    table.removeRowAt(0);
    QCOMPARE(table.rowCount(), 1);
    QVERIFY(!table.save().isOk());
    QCOMPARE(readFile(path), content);
}

void WatchlistsTest::dialogSavesOnlyWhenAccepted()
{
    QTemporaryDir folder;
    const QString own = folder.filePath(u"own.csv"_s);
    const QString more = folder.filePath(u"more.csv"_s);
    const QString here = folder.filePath(u".dateline/watchlists"_s);
    writeFile(own, "Ada Quill,person\n");
    writeFile(more, "Orla Quist,person\n");
    WatchlistDialog::Prompts prompts;
    prompts.existing = [&] { return QStringList{more}; };
    prompts.created = [&](const QString &where) { return where + u"/made"_s; };
    for (const bool isAccepted : {false, true}) {
        WatchlistDialog dialog({{own, true}}, here, prompts);
        auto *lists = dialog.findChild<QListWidget *>(u"watchlists"_s);
        QCOMPARE(lists->count(), 1);
        dialog.findChild<QPushButton *>(u"watchlistAdd"_s)->click();
        QCOMPARE(lists->count(), 2);
        lists->setCurrentRow(0);
        lists->item(0)->setCheckState(Qt::Unchecked);
        QVERIFY(dialog.table()->setData(dialog.table()->index(0, 0), u"Ada Changed"_s));
        dialog.findChild<QPushButton *>(u"watchlistNewHere"_s)->click();
        QCOMPARE(lists->count(), 3);
        dialog.findChild<QPushButton *>(u"entryAdd"_s)->click();
        QVERIFY(dialog.table()->setData(dialog.table()->index(0, 0), u"Made Name"_s));
        if (!isAccepted) {
            dialog.reject();
            QCOMPARE(readFile(own), QByteArray("Ada Quill,person\n"));
            QVERIFY(!QFileInfo::exists(here + u"/made.csv"_s));
            continue;
        }
        dialog.accept();
        QCOMPARE(dialog.result(), int(QDialog::Accepted));
        QCOMPARE(dialog.sources(), (QList<WatchlistSource>{{own, false}, {more, true}}));
        QCOMPARE(readFile(own), QByteArray("name,type,aliases,link,note\nAda Changed,person,,,\n"));
        QCOMPARE(readFile(more), QByteArray("Orla Quist,person\n")); // only looked at
        QVERIFY(readFile(here + u"/made.csv"_s).contains("Made Name"));
    }
}

void WatchlistsTest::dialogKeepsWhatItCannotWrite()
{
    QTemporaryDir folder;
    // A folder stands where the list should be written.
    const QString path = folder.filePath(u"taken.csv"_s);
    WatchlistDialog::Prompts prompts;
    prompts.created = [&](const QString &) { return path; };
    WatchlistDialog dialog({}, {}, prompts);
    dialog.findChild<QPushButton *>(u"watchlistNew"_s)->click();
    QVERIFY(dialog.table());
    QVERIFY(QDir(folder.path()).mkdir(u"taken.csv"_s));
    dialog.table()->addRow(0);
    QVERIFY(dialog.table()->setData(dialog.table()->index(0, 0), u"Ada"_s));
    dialog.accept();
    QCOMPARE(dialog.result(), int(QDialog::Rejected));
    QVERIFY(!dialog.findChild<QLabel *>(u"watchlistState"_s)->text().isEmpty());
    QVERIFY(dialog.table()->isChanged());
}

void WatchlistsTest::windowDetectsWithTheListOfTheFolder()
{
    QTemporaryDir folder;
    writeFile(folder.filePath(u".dateline/watchlists/ships.csv"_s), "Blue Marlin,product,,Q42\n");
    const QString article = folder.filePath(u"story.txt"_s);
    writeFile(article, "The Blue Marlin sank on Monday.\n");
    MainWindow::Options options;
    options.articles.usesSettings = false;
    options.asksNothing = true;
    MainWindow window(std::move(options));
    window.articles().openFiles({article});
    const auto links = [&] {
        QStringList found;
        const EditSession *session = window.articles().current();
        for (const Layer &layer : session ? session->article().layers : QList<Layer>()) {
            layer.mentions.forEach([&](const Mention &mention) {
                if (mention.why.contains(u"ships"_s))
                    found.append(effectiveLink(layer, mention));
            });
        }
        return found;
    };
    QTRY_COMPARE(links(), (QStringList{u"http://www.wikidata.org/entity/Q42"_s}));
    QVERIFY(window.actions()[u"watchlists"_s]->isEnabled());
    window.actions()[u"watchlists"_s]->trigger();
    auto *dialog = window.findChild<WatchlistDialog *>();
    QVERIFY(dialog);
    QCOMPARE(dialog->findChild<QListWidget *>(u"watchlists"_s)->count(), 1);
    QVERIFY(dialog->table()->setData(dialog->table()->index(0, 0), u"The Blue"_s));
    QVERIFY(dialog->table()->setData(dialog->table()->index(0, 3), u"Q43"_s));
    dialog->accept();
    window.actions()[u"detectAgain"_s]->trigger();
    QTRY_COMPARE(links(), (QStringList{u"http://www.wikidata.org/entity/Q43"_s}));
}

DATELINE_TEST_MAIN(QApplication, WatchlistsTest)
#include "tst_watchlists.moc"
