// SPDX-License-Identifier: Apache-2.0
#include "ui/windowfixture.h"

#include "ui/dialogs/shortcutsdialog.h"
#include "ui/window/commandpalette.h"

#include <QDialogButtonBox>
#include <QKeySequenceEdit>
#include <QLabel>
#include <QListView>
#include <QPushButton>
#include <QSettings>
#include <QTreeWidget>

/// The palette of commands and the keys that a user may set.
class TestCommands : public test::WindowFixture
{
    Q_OBJECT

    CommandPalette *openPalette()
    {
        m_window->activateWindow(); // as a window manager does after a popup
        view().setFocus();
        if (!QTest::qWaitFor([this] { return view().hasFocus(); }))
            return nullptr;
        QTest::keyClick(&view(), Qt::Key_K, Qt::ControlModifier);
        return m_window->findChild<CommandPalette *>();
    }
    QStringList offered(const CommandPalette &palette)
    {
        QStringList names;
        for (int row = 0; row < palette.list()->model()->rowCount(); ++row)
            names.append(palette.list()->model()->index(row, 0).data().toString());
        return names;
    }
    QAction *action(const QString &name) { return m_window->actions()[name]; }
    QPushButton *button(ShortcutsDialog &dialog, const QString &text)
    {
        const QList<QPushButton *> buttons = dialog.findChildren<QPushButton *>();
        for (QPushButton *one : buttons) {
            if (one->text().remove(u'&') == text)
                return one;
        }
        return nullptr;
    }
    void press(ShortcutsDialog &dialog, const QString &name, const QKeySequence &keys)
    {
        dialog.choose(name);
        dialog.findChild<QKeySequenceEdit *>()->setKeySequence(keys);
    }

private Q_SLOTS:
    void initTestCase() { QCoreApplication::setApplicationName(u"tst_commands"_s); }
    void init()
    {
        QCoreApplication::setOrganizationName(u"dateline-test"_s);
        QSettings().clear();
        m_usesSettings = true;
        setUp();
    }
    void cleanup() { m_window.reset(); }

    void wordsOfANameFindACommand_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<bool>("isFound");
        QTest::newRow("the whole") << u"Save as PDF"_s << true;
        QTest::newRow("parts of words in any order") << u"pdf sa"_s << true;
        QTest::newRow("inside a word") << u"ave"_s << true;
        QTest::newRow("a word it has not") << u"save quickly"_s << false;
    }
    void wordsOfANameFindACommand()
    {
        QFETCH(QString, typed);
        QFETCH(bool, isFound);
        QCOMPARE(commandFit(u"Save as PDF"_s, typed) >= 0, isFound);
    }

    void betterFitsComeFirst()
    {
        QVERIFY(commandFit(u"Find Next"_s, u"find"_s) < commandFit(u"Not Find"_s, u"find"_s));
        QVERIFY(commandFit(u"Not Find"_s, u"find"_s) < commandFit(u"Unfindable"_s, u"find"_s));
    }

    void thePaletteRunsWhatIsChosen()
    {
        CommandPalette *palette = openPalette();
        QVERIFY(palette && palette->isVisible());
        QVERIFY(offered(*palette).size() > 30);
        QVERIFY(!offered(*palette).contains(action(u"nextArticle"_s)->text().remove(u'&'))); // cannot be done now
        QTest::keyClicks(palette->field(), u"show rej"_s);
        QCOMPARE(offered(*palette), QStringList{u"Show Rejected"_s});
        QVERIFY(!action(u"showRejected"_s)->isChecked());
        QTest::keyClick(palette->field(), Qt::Key_Return);
        QVERIFY(action(u"showRejected"_s)->isChecked());
        QTRY_VERIFY(!m_window->findChild<CommandPalette *>());
        // What was run comes first the next time.
        palette = openPalette();
        QVERIFY(palette);
        QCOMPARE(offered(*palette).first(), u"Show Rejected"_s);
        QTest::keyClicks(palette->field(), u"no such command"_s);
        QVERIFY(offered(*palette).isEmpty());
        QTest::keyClick(palette->field(), Qt::Key_Return); // nothing to run
        QVERIFY(palette->isVisible());
    }

    void newKeysWorkAndComeBack()
    {
        {
            ShortcutsDialog dialog(m_window->actions(), true, m_window.get());
            press(dialog, u"unsure"_s, QKeySequence(Qt::Key_H));
            button(dialog, u"Assign"_s)->click();
            dialog.accept();
        }
        m_window->showKeys();
        view().setFocus();
        key(Qt::Key_Tab);
        const MentionId id = view().currentMention();
        QVERIFY(id != 0);
        key(Qt::Key_U); // the old key does nothing now
        QVERIFY(!mentions().find(id)->isUnsure);
        key(Qt::Key_H);
        QVERIFY(mentions().find(id)->isUnsure);
        m_window.reset();
        setUp();
        QCOMPARE(action(u"unsure"_s)->shortcut(), QKeySequence(Qt::Key_H));
        QCOMPARE(action(u"save"_s)->shortcut(), QKeySequence(u"Ctrl+S"_s));
    }

    void keysAreTakenFromTheOtherActionAndComeBackByDefault()
    {
        ShortcutsDialog dialog(m_window->actions(), true, m_window.get());
        press(dialog, u"export"_s, QKeySequence(u"Ctrl+S"_s));
        const QList<QLabel *> labels = dialog.findChildren<QLabel *>();
        const auto warns = [](const QLabel *label) { return label->text().contains(u"“Save” has these keys"_s); };
        QVERIFY(std::any_of(labels.cbegin(), labels.cend(), warns));
        button(dialog, u"Assign"_s)->click();
        QCOMPARE(action(u"save"_s)->shortcut(), QKeySequence(u"Ctrl+S"_s)); // nothing holds yet
        dialog.choose(u"save"_s);
        button(dialog, u"Default"_s)->click();
        dialog.accept();
        QCOMPARE(action(u"save"_s)->shortcut(), QKeySequence(u"Ctrl+S"_s));
        QVERIFY(action(u"export"_s)->shortcut().isEmpty());
    }

    void aLetterAloneIsRefusedWhereFieldsWouldLoseIt()
    {
        ShortcutsDialog dialog(m_window->actions(), true, m_window.get());
        press(dialog, u"save"_s, QKeySequence(Qt::Key_S));
        QVERIFY(!button(dialog, u"Assign"_s)->isEnabled());
        press(dialog, u"save"_s, QKeySequence(Qt::Key_F12));
        QVERIFY(button(dialog, u"Assign"_s)->isEnabled());
    }

    void cancellingKeepsTheKeys()
    {
        ShortcutsDialog dialog(m_window->actions(), true, m_window.get());
        press(dialog, u"find"_s, QKeySequence(u"Ctrl+Shift+F"_s));
        button(dialog, u"Assign"_s)->click();
        dialog.reject();
        QCOMPARE(action(u"find"_s)->shortcut(), QKeySequence(u"Ctrl+F"_s));
        QVERIFY(QSettings().value(u"keys/find"_s).isNull());
    }

    void buttonsNameTheKeysThatHold()
    {
        auto *accept = m_window->findChild<QPushButton *>(u"acceptEntityButton"_s);
        QVERIFY(accept);
        QCOMPARE(accept->text(), u"Accept entity ⇧⏎"_s);
        m_window->actions().setKeys(u"acceptEntity"_s, {QKeySequence(Qt::Key_F7)});
        m_window->showKeys();
        QCOMPARE(accept->text(), u"Accept entity F7"_s);
        m_window->actions().setKeys(u"acceptEntity"_s, {});
        m_window->showKeys();
        QCOMPARE(accept->text(), u"Accept entity"_s);
    }
};

DATELINE_WINDOW_TEST_MAIN(TestCommands)
#include "tst_commands.moc"
