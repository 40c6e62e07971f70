// SPDX-License-Identifier: Apache-2.0
#include "editing/editsession.h"

#include "editing/editingfixture.h"
#include "formats/nativeformat.h"
#include "support/testhelper.h"

#include <QSignalSpy>
#include <QTemporaryDir>

#include <functional>

using namespace dateline;
using namespace dateline::test;
using namespace Qt::StringLiterals;

using Act = std::function<void(ActionBuilder &)>;
Q_DECLARE_METATYPE(Act)

class TestEditSession : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void undoBringsBackTheBytes_data()
    {
        QTest::addColumn<Act>("act");
        const auto row = [](const char *name, const Act &act) { QTest::newRow(name) << act; };
        row("accept", [](ActionBuilder &b) { b.setStatus(1, Status::Accepted); });
        row("reject", [](ActionBuilder &b) { b.reject(2); });
        row("retype", [](ActionBuilder &b) { b.retype(8, u"organisation"_s); });
        row("retype entity", [](ActionBuilder &b) { b.retypeEntity(1, u"organisation"_s); });
        row("boundaries", [](ActionBuilder &b) { b.setSpans(5, {{0, 5}, {9, 13}}); });
        row("add", [](ActionBuilder &b) { b.add({6, 8}, u"event"_s); });
        row("add and take back", [](ActionBuilder &b) { b.reject(b.add({6, 8}, u"event"_s)); });
        row("accept entity", [](ActionBuilder &b) { b.acceptEntity(2); });
        row("reject entity", [](ActionBuilder &b) { b.rejectEntity(2); });
        row("rename", [](ActionBuilder &b) { b.rename(1, u"E. Marin"_s); });
        row("link entity", [](ActionBuilder &b) { b.setEntityLink(1, u"http://example.org/marin"_s); });
        row("merge", [](ActionBuilder &b) { b.merge(2, 1); });
        row("split", [](ActionBuilder &b) { b.split({5}); });
        row("entity attribute", [](ActionBuilder &b) { b.setEntityAttribute(1, u"desk"_s, u"north"_s); });
        row("entity note", [](ActionBuilder &b) { b.addEntityNote(1, u"a minister"_s); });
        row("link", [](ActionBuilder &b) { b.setLink(1, u"http://example.org/m"_s); });
        row("normal form", [](ActionBuilder &b) { b.setNorm(1, u"2026-03-27"_s); });
        row("note", [](ActionBuilder &b) { b.setNote(1, u"ask the desk"_s); });
        row("unsure", [](ActionBuilder &b) { b.setUnsure(1, true); });
        row("attribute", [](ActionBuilder &b) { b.setAttribute(1, u"tone"_s, u"calm"_s); });
        row("properties", [](ActionBuilder &b) {
            Head head;
            head.title = u"Talks in Oslo"_s;
            head.published = u"2026-03-20"_s;
            b.setHead(head);
        });
        row("mark final", [](ActionBuilder &b) { b.setStage(Stage::Submitted); });
        row("detect again", [](ActionBuilder &b) {
            b.setStatus(1, Status::Accepted);
            b.replaceSuggestions(suggestions(), *b.article().agentByUid(u"dateline-detector"));
        });
        row("several at once", [](ActionBuilder &b) {
            b.acceptEntity(1);
            b.merge(2, 1);
            b.split({2, 4}, u"Okoro"_s);
            b.add({0, 13}, u"event"_s);
        });
    }

    void undoBringsBackTheBytes()
    {
        QFETCH(Act, act);
        const auto session = makeSession();
        const QByteArray before = writeNative(session->article());
        ActionBuilder builder = session->edit();
        act(builder);
        QVERIFY(!builder.isEmpty());
        QVERIFY(session->apply(builder.finish(u"Act"_s)));
        const QByteArray after = writeNative(session->article());
        QVERIFY(after != before);
        QVERIFY(session->isModified());
        QCOMPARE(session->undoLabel(), u"Act"_s);

        session->undo();
        QCOMPARE(writeNative(session->article()), before);
        QVERIFY(!session->isModified());
        QVERIFY(!session->canUndo());
        QCOMPARE(session->redoLabel(), u"Act"_s);

        session->redo();
        QCOMPARE(writeNative(session->article()), after);
        QVERIFY(!session->canRedo());
    }

    void emptyTransactionDoesNothing()
    {
        const auto session = makeSession();
        QSignalSpy changes(session.get(), &EditSession::changed);
        QVERIFY(session->apply(session->edit().finish(u"Nothing"_s)));
        QVERIFY(!session->canUndo());
        QCOMPARE(changes.size(), 0);
    }

    void transactionThatDoesNotFitLeavesAllAsItWas()
    {
        const auto session = makeSession();
        ActionBuilder builder = session->edit();
        builder.setStatus(1, Status::Accepted);
        const Transaction accept = builder.finish(u"Accept"_s);
        QVERIFY(session->apply(accept));
        session->undo();
        ActionBuilder other = session->edit();
        other.reject(1);
        QVERIFY(session->apply(other.finish(u"Reject"_s)));
        const QByteArray before = writeNative(session->article());

        const Result<void> again = session->apply(accept);
        QVERIFY(!again);
        QCOMPARE(again.error().kind, ErrorKind::Conflict);
        QCOMPARE(writeNative(session->article()), before);
        QCOMPARE(session->undoLabel(), u"Reject"_s);
    }

    void changeIsToldOnceWithTheMentionsTouched()
    {
        const auto session = makeSession();
        QSignalSpy changes(session.get(), &EditSession::changed);
        ActionBuilder builder = session->edit();
        builder.acceptEntity(1);
        QVERIFY(session->apply(builder.finish(u"Accept Marin"_s)));
        QCOMPARE(changes.size(), 1);
        const auto change = changes.first().first().value<ArticleChange>();
        QCOMPARE(QSet<MentionId>(change.changed.cbegin(), change.changed.cend()), (QSet<MentionId>{1, 3, 5}));
    }

    void newActionAfterUndoDropsWhatWasUndone()
    {
        const auto session = makeSession();
        act(*session, 1);
        act(*session, 2);
        session->undo();
        act(*session, 3);
        QVERIFY(!session->canRedo());
        session->undo();
        session->undo();
        QVERIFY(!session->canUndo());
    }

    void savedStateIsFoundAgainByUndoUnlessItLeftTheHistory()
    {
        QTemporaryDir folder;
        const auto session = makeSession();
        act(*session, 1);
        act(*session, 2);
        QVERIFY(session->saveAs(folder.filePath(u"talks.annotated.xml"_s)));
        QVERIFY(!session->isModified());
        session->undo();
        QVERIFY(session->isModified());
        session->redo();
        QVERIFY(!session->isModified());
        session->undo();
        act(*session, 3);
        QVERIFY(session->isModified());
        session->undo();
        QVERIFY(session->isModified());
        session->undo();
        QVERIFY(session->isModified());
    }

    void savedFileReadsBackIdentical()
    {
        QTemporaryDir folder;
        const auto session = makeSession();
        act(*session, 1);
        const QString path = folder.filePath(u"talks.annotated.xml"_s);
        QVERIFY(session->saveAs(path));
        QCOMPARE(session->path(), path);
        QCOMPARE(session->displayName(), u"talks.annotated.xml"_s);
        const Result<LoadedArticle> loaded = readNative(readFile(path), path);
        QVERIFY(loaded);
        QVERIFY(loaded.value().issues.isEmpty());
        QVERIFY(loaded.value().article == session->article());
    }

    void workDoneWhileSavingIsUnsavedAndJournalled_data()
    {
        QTest::addColumn<int>("undos");
        QTest::addColumn<int>("acts");
        QTest::newRow("nothing more") << 0 << 0;
        QTest::newRow("one more step") << 0 << 1;
        QTest::newRow("a step back") << 1 << 0;
        QTest::newRow("another way on") << 1 << 1;
    }
    void workDoneWhileSavingIsUnsavedAndJournalled()
    {
        QFETCH(int, undos);
        QFETCH(int, acts);
        QTemporaryDir folder;
        QTemporaryDir journals;
        const QString path = folder.filePath(u"talks.annotated.xml"_s);
        const auto session = makeSession(journals.path());
        act(*session, 1);
        act(*session, 2);
        EditSession::SaveJob job = session->beginSave(path);
        QVERIFY(session->isSaving());
        for (int i = 0; i < undos; ++i)
            session->undo();
        for (int i = 0; i < acts; ++i)
            act(*session, 3);
        QVERIFY(session->finishSave(EditSession::write(job)).isOk());
        QVERIFY(!session->isSaving());
        QCOMPARE(session->isModified(), undos + acts > 0);
        QCOMPARE(readFile(path), writeNative(job.article));
        // The journal holds exactly what is not in the file.
        const QStringList names = QDir(journals.path()).entryList({u"*.journal"_s}, QDir::Files);
        QCOMPARE(names.size(), 1);
        const Result<JournalContent> content = Journal::read(journals.filePath(names.first()));
        QVERIFY(content.isOk());
        QCOMPARE(content.value().base.path, path);
        QCOMPARE(content.value().steps.size(), undos + acts);
        AnnotatedArticle again = job.article;
        for (const JournalStep &step : content.value().steps)
            QVERIFY(again.apply(step.transaction).isOk());
        QCOMPARE(writeNative(again), writeNative(session->article()));
    }

    void changesWaitForTheSuggestions()
    {
        EditSession::Options options;
        options.isPreparing = true;
        AnnotatedArticle article = talks();
        article.addLayer(suggestions(), detectorAgent());
        EditSession session(article, std::move(options));
        QVERIFY(!session.isReady());
        ActionBuilder builder(session.article(), session.activeLayer(), {u"u"_s, u"Anna"_s}, QDateTime::currentDateTimeUtc());
        builder.setStatus(1, Status::Accepted);
        const Transaction transaction = builder.finish(u"Accept"_s);
        const Result<void> early = session.apply(transaction);
        QVERIFY(!early);
        QCOMPARE(early.error().kind, ErrorKind::Conflict);
        QVERIFY(!session.canUndo());
        session.setReady();
        QVERIFY(session.apply(transaction).isOk());
        QVERIFY(session.canUndo());
    }

    void failedSaveKeepsTheSessionModified()
    {
        const auto session = makeSession();
        act(*session, 1);
        QVERIFY(!session->saveAs(u"/nonexistent-folder/talks.xml"_s));
        QVERIFY(session->isModified());
        QVERIFY(session->path().isEmpty());
    }

    void firstDecisionMakesThePersonsLayer()
    {
        const auto session = makeSession();
        const LayerId suggested = session->activeLayer();
        QVERIFY(session->article().detectorLayer());
        act(*session, 1);
        QVERIFY(!session->article().detectorLayer());
        QCOMPARE(session->activeLayer(), suggested);
        QCOMPARE(session->article().agent(session->layer()->info.by)->name, u"Annotator 1"_s);
    }

    void nameGivenLaterNamesTheWorkDoneBefore_data()
    {
        QTest::addColumn<QString>("uid");
        QTest::newRow("uid known before") << u"6f0c"_s;
        QTest::newRow("no uid") << QString();
    }

    void nameGivenLaterNamesTheWorkDoneBefore()
    {
        QFETCH(QString, uid);
        const auto session = makeSession({}, {uid, {}});
        QVERIFY(session->author().name.isEmpty());
        act(*session, 1);
        act(*session, 2);
        const AgentId by = session->layer()->info.by;
        QVERIFY(!session->article().agent(by)->name.isEmpty());
        session->setAuthor({u"6f0c"_s, u"Vera"_s});
        QCOMPARE(session->article().agent(by)->name, u"Vera"_s);
        QCOMPARE(session->article().agent(by)->uid, u"6f0c"_s);
        QCOMPARE(session->layer()->info.by, by);
        // The naming is no step, and undo and redo still fit.
        QCOMPARE(session->undoLabel(), u"Accept 2"_s);
        session->undo();
        session->undo();
        QVERIFY(!session->article().agentByUid(u"6f0c"));
        QVERIFY(!session->isModified());
        session->redo();
        QCOMPARE(session->article().agentByUid(u"6f0c")->name, u"Vera"_s);
    }

    void nameGivenWhileItsWorkIsUndoneHoldsForRedo()
    {
        const auto session = makeSession({}, {u"6f0c"_s, {}});
        act(*session, 1);
        session->undo();
        session->setAuthor({u"6f0c"_s, u"Vera"_s});
        session->redo();
        QCOMPARE(session->article().agentByUid(u"6f0c")->name, u"Vera"_s);
    }

    void nameGivenAfterSavingIsUnsavedWork()
    {
        QTemporaryDir folder;
        const auto session = makeSession({}, {u"6f0c"_s, {}});
        act(*session, 1);
        QVERIFY(session->saveAs(folder.filePath(u"talks.xml"_s)));
        session->setAuthor({u"6f0c"_s, u"Vera"_s});
        QVERIFY(session->isModified());
    }

    void personCanBeginWithoutSuggestions()
    {
        EditSession::Options options;
        options.clock = fixedClock();
        EditSession session(talks(), std::move(options));
        session.setAuthor(annotator());
        QCOMPARE(session.activeLayer(), LayerId(0));
        ActionBuilder builder = session.edit();
        QVERIFY(builder.add({0, 5}, u"person"_s) != 0);
        QVERIFY(session.apply(builder.finish(u"Add"_s)));
        QCOMPARE(session.layer()->mentions.size(), 1);
        session.undo();
        QVERIFY(!session.isModified());
        QCOMPARE(session.layer()->mentions.size(), 0);
    }

    void secondPersonGetsALayerOfTheirOwn()
    {
        const auto session = makeSession();
        act(*session, 1);
        const LayerId first = session->activeLayer();
        session->setAuthor({u"77aa"_s, u"Annotator 2"_s});
        ActionBuilder builder = session->edit();
        QVERIFY(builder.add({0, 5}, u"person"_s) != 0);
        QVERIFY(session->apply(builder.finish(u"Add"_s)));
        QVERIFY(session->activeLayer() != first);
        QCOMPARE(session->article().layer(first)->mentions.size(), 8);
        session->setAuthor(annotator());
        QCOMPARE(session->activeLayer(), first);
    }

private:
    static void act(EditSession &session, MentionId mention)
    {
        ActionBuilder builder = session.edit();
        builder.setStatus(mention, Status::Accepted);
        QVERIFY(session.apply(builder.finish(u"Accept %1"_s.arg(mention))));
    }
};

DATELINE_TEST_MAIN(QCoreApplication, TestEditSession)
#include "tst_editsession.moc"
