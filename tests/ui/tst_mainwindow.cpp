// SPDX-License-Identifier: Apache-2.0
#include "ui/windowfixture.h"

#include "ui/dialogs/shortcutsheet.h"
#include "ui/widgets/choicepopup.h"

#include <QAbstractItemModel>
#include <QClipboard>
#include <QListWidget>
#include <QMimeData>
#include <QTableWidget>
#include <QToolTip>
#include <QTreeView>

using namespace Qt::StringLiterals;
using namespace dateline;

/// The keys of the article and what they do, through the real window.
class TestMainWindow : public test::WindowFixture
{
    Q_OBJECT

private Q_SLOTS:
    void init() { setUp(); }
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
        const qsizetype at = test::Text.indexOf(u"guitar"_s);
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
        QVERIFY(field && m_window->sidePanel().details().isAncestorOf(field));
        field->setText(u"City of Belgrade"_s);
        QTest::keyClick(field, Qt::Key_Return);
        QCOMPARE(session().layer()->entity(entity)->name, u"City of Belgrade"_s);
        QTRY_VERIFY(view().hasFocus());
    }

    void nAndLReachTheirFields()
    {
        goTo(u"Belgrade"_s);
        key(Qt::Key_N);
        QVERIFY(m_window->sidePanel().details().isAncestorOf(QApplication::focusWidget()));
        view().setFocus();
        key(Qt::Key_L);
        QVERIFY(m_window->sidePanel().details().isAncestorOf(QApplication::focusWidget()));
    }

    void f6GoesRoundThePanes()
    {
        key(Qt::Key_F6);
        QVERIFY(m_window->sidePanel().entities().isAncestorOf(QApplication::focusWidget()));
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_F6, Qt::ShiftModifier);
        QVERIFY(view().hasFocus());
    }

    void controlLFiltersEntities()
    {
        key(Qt::Key_L, Qt::ControlModifier);
        QVERIFY(qobject_cast<QLineEdit *>(QApplication::focusWidget()));
        QVERIFY(m_window->sidePanel().entities().isAncestorOf(QApplication::focusWidget()));
    }

    void controlFFinds()
    {
        key(Qt::Key_F, Qt::ControlModifier);
        QTRY_VERIFY(m_window->pane().findBar().field()->hasFocus());
        QTest::keyClicks(m_window->pane().findBar().field(), u"lavrov"_s);
        QCOMPARE(m_window->pane().findBar().matchCount(), 4);
        QTest::keyClick(m_window->pane().findBar().field(), Qt::Key_Escape);
        QTRY_VERIFY(view().hasFocus());
        QCOMPARE(view().selectedText(), u"Lavrov"_s);
    }

    void controlGGoesToALine()
    {
        key(Qt::Key_G, Qt::ControlModifier);
        QTRY_VERIFY(m_window->pane().goToLineBar().isVisible());
        m_window->pane().goToLineBar().field()->setValue(3);
        QTest::keyClick(m_window->pane().goToLineBar().field(), Qt::Key_Return);
        QCOMPARE(view().caret(), session().article().text.offsets().lineStart(3));
    }

    void tListsAllTypes()
    {
        goTo(u"Belgrade"_s);
        const MentionId id = view().currentMention();
        key(Qt::Key_T);
        auto *popup = m_window->findChild<ChoicePopup *>();
        QVERIFY(popup && popup->isVisible());
        QCOMPARE(popup->list()->count(), int(session().article().tagset.types.size()));
        QTest::keyClicks(popup->field(), u"prod"_s);
        QTest::keyClick(popup->field(), Qt::Key_Return);
        QCOMPARE(mentions().find(id)->type, u"product"_s);
        QCOMPARE(mentions().find(id)->status, Status::Accepted);
    }

    void shiftTRetypesTheWholeEntity()
    {
        goTo(u"Sergey Lavrov"_s);
        const EntityId entity = m_window->tagging().currentEntity();
        const qsizetype count = session().layer()->mentionsOf(entity).size();
        QVERIFY(count >= 4);
        key(Qt::Key_T, Qt::ShiftModifier);
        auto *popup = m_window->findChild<ChoicePopup *>();
        QVERIFY(popup && popup->isVisible());
        QTest::keyClick(popup->field(), Qt::Key_4);
        int groups = 0;
        mentions().forEach(
            [&](const Mention &mention) { groups += mention.type == "group"_L1 && textOf(mention.id).contains(u"Lavrov"_s); });
        QCOMPARE(groups, int(count));
        session().undo();
        QVERIFY(!session().canUndo());
    }

    void escapeLeavesTheListOfTypes()
    {
        goTo(u"Belgrade"_s);
        key(Qt::Key_T);
        auto *popup = m_window->findChild<ChoicePopup *>();
        QVERIFY(popup);
        QTest::keyClick(popup->field(), Qt::Key_Escape);
        QVERIFY(!popup->isVisible());
        QVERIFY(!session().canUndo());
    }

    void shiftDeleteRejectsTheWholeEntity()
    {
        goTo(u"Sergey Lavrov"_s);
        const QList<MentionId> ids = session().layer()->mentionsOf(m_window->tagging().currentEntity());
        key(Qt::Key_Delete, Qt::ShiftModifier);
        for (const MentionId id : ids)
            QCOMPARE(mentions().find(id)->status, Status::Rejected);
    }

    void spaceShowsTheReason()
    {
        goTo(u"Belgrade"_s);
        const Mention mention = *mentions().find(view().currentMention());
        QVERIFY(!mention.why.isEmpty());
        key(Qt::Key_Space);
        QTRY_VERIFY(QToolTip::isVisible());
        QVERIFY(QToolTip::text().contains(mention.why));
        QVERIFY(QToolTip::text().contains(QString::number(mention.confidence, 'f', 2)));
        QToolTip::hideText();
    }

    void f1ShowsTheKeys()
    {
        key(Qt::Key_F1);
        auto *sheet = m_window->findChild<ShortcutSheet *>();
        QVERIFY(sheet && sheet->isVisible());
        sheet->close();
    }

    void splittingTakesAMentionOff()
    {
        const qsizetype later = test::Text.lastIndexOf(u"Lavrov"_s);
        goTo(u"Lavrov"_s, later);
        const MentionId id = view().currentMention();
        const EntityId before = mentions().find(id)->entity;
        key(Qt::Key_X, Qt::ControlModifier | Qt::ShiftModifier);
        QVERIFY(mentions().find(id)->entity != before);
        QCOMPARE(session().layer()->mentionsOf(mentions().find(id)->entity), QList{id});
        QVERIFY(!session().layer()->mentionsOf(before).contains(id));
        key(Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(mentions().find(id)->entity, before);
    }

    void mMergesIntoAChosenEntity()
    {
        goTo(u"Alexander Vucic"_s);
        const EntityId from = m_window->tagging().currentEntity();
        const EntityId into = mentionOf(u"Sergey Lavrov"_s)->entity;
        const qsizetype count = session().layer()->mentionsOf(into).size() + session().layer()->mentionsOf(from).size();
        key(Qt::Key_M);
        auto *popup = m_window->findChild<ChoicePopup *>();
        QVERIFY(popup && popup->isVisible());
        QTest::keyClicks(popup->field(), u"lavrov"_s);
        QTest::keyClick(popup->field(), Qt::Key_Return);
        QVERIFY(!session().layer()->entity(from));
        QCOMPARE(session().layer()->mentionsOf(into).size(), count);
    }

    void droppingAnEntityOnAnotherMergesThem()
    {
        auto *tree = m_window->sidePanel().entities().findChild<QTreeView *>();
        QVERIFY(tree);
        QAbstractItemModel *model = tree->model();
        const auto find = [&](const QString &name) {
            const QModelIndexList found = model->match(model->index(0, 0), Qt::DisplayRole, name, 1,
                                                       Qt::MatchStartsWith | Qt::MatchRecursive);
            return found.isEmpty() ? QModelIndex() : found.first();
        };
        const QModelIndex vucic = find(u"Alexander Vucic"_s);
        const QModelIndex lavrov = find(u"Sergey Lavrov"_s);
        QVERIFY(vucic.isValid() && lavrov.isValid());
        const EntityId from = mentionOf(u"Alexander Vucic"_s)->entity;
        const std::unique_ptr<QMimeData> data(model->mimeData({vucic}));
        QVERIFY(model->canDropMimeData(data.get(), Qt::MoveAction, -1, -1, lavrov));
        QVERIFY(!model->canDropMimeData(data.get(), Qt::MoveAction, -1, -1, vucic));
        tree->scrollTo(lavrov);
        const QPoint place = tree->visualRect(lavrov).center();
        QDropEvent drop(place, Qt::MoveAction, data.get(), Qt::LeftButton, Qt::NoModifier);
        QDragEnterEvent enter(place, Qt::MoveAction, data.get(), Qt::LeftButton, Qt::NoModifier);
        QCoreApplication::sendEvent(tree->viewport(), &enter);
        QDragMoveEvent move(place, Qt::MoveAction, data.get(), Qt::LeftButton, Qt::NoModifier);
        QCoreApplication::sendEvent(tree->viewport(), &move);
        QCoreApplication::sendEvent(tree->viewport(), &drop);
        QVERIFY(!session().layer()->entity(from));
        QCOMPARE(mentionOf(u"Alexander Vucic"_s)->entity, mentionOf(u"Sergey Lavrov"_s)->entity);
        QVERIFY(session().undoLabel().contains(u"Sergey Lavrov"_s));
    }

    void attributesNotesAndLinksAreSaved()
    {
        goTo(u"Belgrade"_s);
        const MentionId id = view().currentMention();
        const EntityId entity = m_window->tagging().currentEntity();
        key(Qt::Key_N);
        QTest::keyClicks(QApplication::focusWidget(), u"the city"_s);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return, Qt::ControlModifier);
        key(Qt::Key_L);
        QTest::keyClicks(QApplication::focusWidget(), u"http://www.wikidata.org/entity/Q3711"_s);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
        auto *table = m_window->sidePanel().details().findChild<QTableWidget *>();
        QVERIFY(table);
        const int row = table->rowCount() - 1;
        table->setItem(row, 0, new QTableWidgetItem(u"kind"_s));
        table->setItem(row, 1, new QTableWidgetItem(u"capital"_s));
        view().setFocus();
        const Mention mention = *mentions().find(id);
        QCOMPARE(mention.notes.size(), 1);
        QCOMPARE(mention.notes.first().text, u"the city"_s);
        QCOMPARE(session().layer()->entity(entity)->link, u"http://www.wikidata.org/entity/Q3711"_s);
        QVERIFY(mention.attributes.contains(Attribute{u"kind"_s, u"capital"_s}));
        key(Qt::Key_S, Qt::ControlModifier);
        QTRY_VERIFY(!session().isModified());
        const QString saved = QString::fromUtf8(test::readFile(m_savePath));
        QVERIFY(saved.contains(u"the city"_s) && saved.contains(u"Q3711"_s) && saved.contains(u"capital"_s));
    }

    void zoomKeys()
    {
        QCOMPARE(view().zoomPercent(), 100);
        key(Qt::Key_Equal, Qt::ControlModifier);
        key(Qt::Key_Plus, Qt::ControlModifier);
        QCOMPARE(view().zoomPercent(), 120);
        key(Qt::Key_Minus, Qt::ControlModifier);
        QCOMPARE(view().zoomPercent(), 110);
        key(Qt::Key_0, Qt::ControlModifier);
        QCOMPARE(view().zoomPercent(), 100);
    }

    void darkAndLight()
    {
        QVERIFY(!m_window->theme().isDark);
        key(Qt::Key_D, Qt::ControlModifier | Qt::ShiftModifier);
        QVERIFY(m_window->theme().isDark);
        QVERIFY(view().grab().toImage().pixelColor(4, 4).lightness() < 80);
        key(Qt::Key_D, Qt::ControlModifier | Qt::ShiftModifier);
        QVERIFY(view().grab().toImage().pixelColor(4, 4).lightness() > 200);
    }

    void copyTakesTheSelectionElseTheMention()
    {
        view().setSelection({0, 6});
        key(Qt::Key_C, Qt::ControlModifier);
        QCOMPARE(QGuiApplication::clipboard()->text(), u"Sergey"_s);
        goTo(u"Belgrade"_s);
        key(Qt::Key_C, Qt::ControlModifier);
        QCOMPARE(QGuiApplication::clipboard()->text(), u"Belgrade"_s);
        m_window->actions()[u"copyTable"_s]->trigger();
        const QStringList lines = QGuiApplication::clipboard()->text().split(u'\n');
        QCOMPARE(lines.size(), mentions().size() + 2); // a head and an end
        QCOMPARE(lines.at(1).split(u'\t').first(), u"Sergey Lavrov"_s);
        for (qsizetype i = 0; i + 1 < lines.size(); ++i)
            QCOMPARE(lines.at(i).count(u'\t'), 6);
    }

    void controlSSavesWhatWasDecided()
    {
        key(Qt::Key_Tab);
        key(Qt::Key_Return, Qt::ShiftModifier);
        QVERIFY(session().isModified());
        key(Qt::Key_S, Qt::ControlModifier);
        QTRY_VERIFY(!session().isModified());
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
        QTRY_VERIFY(QFile::exists(m_savePath));
        QTRY_VERIFY(!session().isModified());
    }

    void closingAsksBeforeLosingWork()
    {
        key(Qt::Key_Tab);
        key(Qt::Key_Return);
        QVERIFY(!m_window->close());
        QCOMPARE(m_asked, 1);
        QVERIFY(m_window->isVisible());
        m_answer = ArticleManager::Unsaved::Save;
        m_window->close(); // once it is saved
        QTRY_VERIFY(!m_window->isVisible());
        QCOMPARE(m_asked, 2);
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

DATELINE_WINDOW_TEST_MAIN(TestMainWindow)
#include "tst_mainwindow.moc"
