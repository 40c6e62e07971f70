// SPDX-License-Identifier: Apache-2.0
// The real window, driven by its keys: from opening a file to the saved file's content.
#include "formats/articlereader.h"
#include "support/testhelper.h"
#include "ui/panels/detailspanel.h"
#include "ui/panels/entitiespanel.h"
#include "ui/view/articleview.h"
#include "ui/widgets/annotatorbar.h"
#include "ui/widgets/findbar.h"
#include "ui/widgets/gotolinebar.h"
#include "ui/widgets/messagebar.h"
#include "ui/widgets/statusstrip.h"
#include "ui/window/actions.h"
#include "ui/window/mainwindow.h"
#include "ui/window/taggingcontroller.h"

#include <QApplication>
#include <QLineEdit>
#include <QSpinBox>
#include <QStyleFactory>
#include <QTemporaryDir>

using namespace dateline;
using namespace Qt::StringLiterals;

namespace {

const QString Text =
    u"Sergey Lavrov visits Belgrade\n\n"
    "Russian Foreign Minister Sergey Lavrov arrived in Belgrade on Thursday. Lavrov said that the talks went well.\n\n"
    "Serbian President Alexander Vucic thanked Lavrov. The guitar was blue.\n"_s;

} // namespace

class TestMainWindow : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<MainWindow> m_window;
    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_savePath;
    ArticleManager::Unsaved m_answer = ArticleManager::Unsaved::Cancel;
    int m_asked = 0;

    ArticleView &view() { return m_window->view(); }
    EditSession &session() { return *m_window->articles().current(); }
    const MentionStore &mentions() { return session().layer()->mentions; }
    void key(Qt::Key code, Qt::KeyboardModifiers modifiers = Qt::NoModifier) { QTest::keyClick(&view(), code, modifiers); }
    QString textOf(MentionId id) { return session().article().text.view(mentions().find(id)->extent()).toString(); }
    QString currentText() { return view().currentMention() == 0 ? QString() : textOf(view().currentMention()); }
    const Mention *mentionOf(const QString &text, qsizetype from = 0)
    {
        const qsizetype at = session().article().text.text().indexOf(text, from);
        const Mention *found = nullptr;
        mentions().forEachIn({at, at + text.size()}, [&](const Mention &mention) {
            if (mention.extent() == Span{at, at + text.size()})
                found = &mention;
            return !found;
        });
        return found;
    }
    void goTo(const QString &text, qsizetype from = 0)
    {
        const Mention *mention = mentionOf(text, from);
        QVERIFY2(mention, qPrintable(u"no mention of "_s + text));
        view().setCurrentMention(mention->id);
    }

private Q_SLOTS:
    void init()
    {
        QCoreApplication::setOrganizationName(u"dateline-test"_s);
        QCoreApplication::setApplicationName(u"tst_mainwindow"_s);
        m_folder = std::make_unique<QTemporaryDir>();
        m_savePath = m_folder->filePath(u"talks.annotated.xml"_s);
        m_answer = ArticleManager::Unsaved::Cancel;
        m_asked = 0;
        MainWindow::Options options;
        options.articles.usesSettings = false;
        options.articles.clock = std::make_shared<FixedClock>(QDateTime::fromSecsSinceEpoch(1774083600, Qt::UTC));
        options.articles.prompts.saveFileName = [this](const QString &) { return m_savePath; };
        options.articles.prompts.unsaved = [this](const QString &) {
            ++m_asked;
            return m_answer;
        };
        m_window = std::make_unique<MainWindow>(std::move(options));
        m_window->show();
        m_window->activateWindow();
        const QString path = m_folder->filePath(u"talks.txt"_s);
        test::writeFile(path, Text.toUtf8());
        QSignalSpy detected(&m_window->articles(), &ArticleManager::detected);
        m_window->articles().openFiles({path});
        QTRY_COMPARE(detected.size(), 1);
        QTRY_VERIFY(view().hasFocus());
        view().setCaret(0);
    }

    void cleanup() { m_window.reset(); }

    void tabWalksThroughTheUndecided()
    {
        key(Qt::Key_Tab);
        QCOMPARE(currentText(), u"Sergey Lavrov"_s);
        key(Qt::Key_Tab);
        QCOMPARE(currentText(), u"Belgrade"_s);
        key(Qt::Key_Backtab, Qt::ShiftModifier);
        QCOMPARE(currentText(), u"Sergey Lavrov"_s);
    }

    void returnAcceptsAndGoesOn()
    {
        key(Qt::Key_Tab);
        const MentionId first = view().currentMention();
        key(Qt::Key_Return);
        QCOMPARE(mentions().find(first)->status, Status::Accepted);
        QCOMPARE(currentText(), u"Belgrade"_s);
        QVERIFY(session().undoLabel().contains(u"Sergey Lavrov"_s));
        key(Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(mentions().find(first)->status, Status::Suggested);
        QVERIFY(!session().isModified());
        key(Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
        QCOMPARE(mentions().find(first)->status, Status::Accepted);
    }

    void shiftReturnAcceptsTheWholeEntity()
    {
        key(Qt::Key_Tab);
        const EntityId entity = mentions().find(view().currentMention())->entity;
        key(Qt::Key_Return, Qt::ShiftModifier);
        const QList<MentionId> ids = session().layer()->mentionsOf(entity);
        QVERIFY(ids.size() >= 4);
        for (const MentionId id : ids)
            QCOMPARE(mentions().find(id)->status, Status::Accepted);
        QVERIFY(session().canUndo());
        session().undo();
        QVERIFY(!session().canUndo());
    }

    void deleteRejects()
    {
        goTo(u"Belgrade"_s);
        const MentionId id = view().currentMention();
        key(Qt::Key_Delete);
        QCOMPARE(mentions().find(id)->status, Status::Rejected);
    }

    void aNumberKeyRetypesAMention()
    {
        goTo(u"Belgrade"_s);
        const MentionId id = view().currentMention();
        key(Qt::Key_2);
        QCOMPARE(mentions().find(id)->type, u"organisation"_s);
        QCOMPARE(mentions().find(id)->status, Status::Accepted);
    }

    void aNumberKeyTagsTheSelectionByWholeWords()
    {
        const qsizetype at = Text.indexOf(u"guitar"_s);
        view().setSelection({at + 1, at + 4});
        key(Qt::Key_0);
        const Mention *added = mentionOf(u"guitar"_s);
        QVERIFY(added);
        QCOMPARE(added->type, session().article().tagset.types.at(9).id);
        QCOMPARE(added->status, Status::Accepted);
        QCOMPARE(session().article().agent(added->origin)->kind, AgentKind::Human);
    }

    void altArrowsMoveTheBoundaries()
    {
        goTo(u"Alexander Vucic"_s);
        const MentionId id = view().currentMention();
        key(Qt::Key_Right, Qt::AltModifier);
        QCOMPARE(textOf(id), u"Vucic"_s);
        key(Qt::Key_Left, Qt::AltModifier);
        QCOMPARE(textOf(id), u"Alexander Vucic"_s);
        key(Qt::Key_Left, Qt::AltModifier | Qt::ShiftModifier);
        QCOMPARE(textOf(id), u"Alexander"_s);
        key(Qt::Key_Right, Qt::AltModifier | Qt::ShiftModifier);
        QCOMPARE(textOf(id), u"Alexander Vucic"_s);
    }

    void uMarksUnsure()
    {
        goTo(u"Belgrade"_s);
        key(Qt::Key_U);
        QVERIFY(mentions().find(view().currentMention())->isUnsure);
    }

    void lettersWorkUnderACyrillicLayout()
    {
        goTo(u"Belgrade"_s);
        // The key of U types Г under a Russian layout.
        QTest::sendKeyEvent(QTest::Click, &view(), Qt::Key(0x0413), u"г"_s, Qt::NoModifier);
        QVERIFY(mentions().find(view().currentMention())->isUnsure);
    }

    void ePutsTheCursorIntoTheEntitysName()
    {
        goTo(u"Belgrade"_s);
        const EntityId entity = m_window->tagging().currentEntity();
        key(Qt::Key_E);
        auto *field = qobject_cast<QLineEdit *>(QApplication::focusWidget());
        QVERIFY(field && m_window->details().isAncestorOf(field));
        field->setText(u"City of Belgrade"_s);
        QTest::keyClick(field, Qt::Key_Return);
        QCOMPARE(session().layer()->entity(entity)->name, u"City of Belgrade"_s);
        QTRY_VERIFY(view().hasFocus());
    }

    void nAndLReachTheirFields()
    {
        goTo(u"Belgrade"_s);
        key(Qt::Key_N);
        QVERIFY(m_window->details().isAncestorOf(QApplication::focusWidget()));
        view().setFocus();
        key(Qt::Key_L);
        QVERIFY(m_window->details().isAncestorOf(QApplication::focusWidget()));
    }

    void f6GoesRoundThePanes()
    {
        key(Qt::Key_F6);
        QVERIFY(m_window->entities().isAncestorOf(QApplication::focusWidget()));
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_F6, Qt::ShiftModifier);
        QVERIFY(view().hasFocus());
    }

    void controlLFiltersEntities()
    {
        key(Qt::Key_L, Qt::ControlModifier);
        QVERIFY(qobject_cast<QLineEdit *>(QApplication::focusWidget()));
        QVERIFY(m_window->entities().isAncestorOf(QApplication::focusWidget()));
    }

    void controlFFinds()
    {
        key(Qt::Key_F, Qt::ControlModifier);
        QTRY_VERIFY(m_window->findBar().field()->hasFocus());
        QTest::keyClicks(m_window->findBar().field(), u"lavrov"_s);
        QCOMPARE(m_window->findBar().matchCount(), 4);
        QTest::keyClick(m_window->findBar().field(), Qt::Key_Escape);
        QTRY_VERIFY(view().hasFocus());
        QCOMPARE(view().selectedText(), u"Lavrov"_s);
    }

    void controlGGoesToALine()
    {
        key(Qt::Key_G, Qt::ControlModifier);
        QTRY_VERIFY(m_window->goToLineBar().isVisible());
        m_window->goToLineBar().field()->setValue(3);
        QTest::keyClick(m_window->goToLineBar().field(), Qt::Key_Return);
        QCOMPARE(view().caret(), session().article().text.offsets().lineStart(3));
    }

    void controlSSavesWhatWasDecided()
    {
        key(Qt::Key_Tab);
        key(Qt::Key_Return, Qt::ShiftModifier);
        QVERIFY(session().isModified());
        key(Qt::Key_S, Qt::ControlModifier);
        QVERIFY(!session().isModified());
        const Result<LoadedArticle> read = readArticleFile(m_savePath);
        QVERIFY(read);
        QVERIFY(read.value().issues.isEmpty());
        QVERIFY(read.value().article.layers == session().article().layers);
        int accepted = 0;
        read.value().article.layers.first().mentions.forEach(
            [&](const Mention &mention) { accepted += mention.status == Status::Accepted; });
        QVERIFY(accepted >= 4);
    }

    void controlReturnMarksFinalAndSaves()
    {
        key(Qt::Key_Return, Qt::ControlModifier);
        QCOMPARE(session().layer()->info.stage, Stage::Submitted);
        QVERIFY(QFile::exists(m_savePath));
    }

    void closingAsksBeforeLosingWork()
    {
        key(Qt::Key_Tab);
        key(Qt::Key_Return);
        QVERIFY(!m_window->close());
        QCOMPARE(m_asked, 1);
        m_answer = ArticleManager::Unsaved::Save;
        QVERIFY(m_window->close());
        QVERIFY(QFile::exists(m_savePath));
    }

    void theNameIsAskedInABarAtTheFirstDecision()
    {
        auto *bar = m_window->findChild<AnnotatorBar *>();
        QVERIFY(!bar->isVisible());
        key(Qt::Key_Tab);
        key(Qt::Key_Return);
        QVERIFY(bar->isVisible());
        QVERIFY(view().hasFocus());
        bar->field()->setFocus();
        bar->field()->setText(u"Ann"_s);
        QTest::keyClick(bar->field(), Qt::Key_Return);
        QVERIFY(!bar->isVisible());
        QCOMPARE(session().article().agent(session().layer()->info.by)->name, u"Ann"_s);
    }

    void badFilesGiveASentenceAndKeepWhatIsOpen_data()
    {
        QTest::addColumn<QByteArray>("content");
        QTest::addColumn<bool>("exists");
        QTest::newRow("missing") << QByteArray() << false;
        QTest::newRow("empty") << QByteArray() << true;
        QTest::newRow("binary") << QByteArray("\x89PNG\r\n\x1a\n") + QByteArray(200, '\0') << true;
    }

    void badFilesGiveASentenceAndKeepWhatIsOpen()
    {
        QFETCH(QByteArray, content);
        QFETCH(bool, exists);
        const QString path = m_folder->filePath(u"bad.txt"_s);
        if (exists)
            test::writeFile(path, content);
        m_window->articles().openFiles({path});
        auto *bar = m_window->findChild<MessageBar *>();
        QTRY_VERIFY(bar->message().contains(u"bad.txt"_s));
        QVERIFY(bar->message().size() > path.size() + 10);
        QCOMPARE(m_window->articles().sessions().size(), 1);
    }

    void everyKeyIsUsedOnce()
    {
        QStringList seen;
        for (const Actions::Sheet &line : m_window->actions().sheet()) {
            QVERIFY2(!seen.contains(line.keys), qPrintable(line.keys));
            seen.append(line.keys);
        }
        QVERIFY(seen.size() > 30);
    }
};

int main(int argc, char **argv)
{
    dateline::test::prepareEnvironment();
    QApplication application(argc, argv);
    QApplication::setStyle(QStyleFactory::create(u"Fusion"_s));
    TestMainWindow test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_mainwindow.moc"
