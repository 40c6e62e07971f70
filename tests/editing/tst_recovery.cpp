// SPDX-License-Identifier: Apache-2.0
#include "editing/recovery.h"

#include "editing/editingfixture.h"
#include "formats/nativeformat.h"
#include "support/testhelper.h"

#include <QProcess>
#include <QTemporaryDir>

#include <csignal>

using namespace dateline;
using namespace dateline::test;
using namespace Qt::StringLiterals;

namespace {

constexpr int EditCount = 50;

std::unique_ptr<EditSession> journalled(const QString &folder, const Author &author = annotator())
{
    EditSession::Options options;
    options.name = u"talks.txt"_s;
    options.sourcePath = u"/news/talks.txt"_s;
    options.clock = fixedClock();
    auto session = std::make_unique<EditSession>(talks(), std::move(options));
    session->setAuthor(author);
    session->addDetection(suggestions(), detectorAgent());
    Result<std::unique_ptr<Journal>> journal = Journal::create(
        folder, {{}, u"/news/talks.txt"_s, u"talks.txt"_s, writeNative(session->article())});
    if (journal)
        session->setJournal(std::move(journal.value()));
    return session;
}

void note(EditSession &session, int number)
{
    ActionBuilder builder = session.edit();
    builder.setNote(1, u"note %1"_s.arg(number));
    QVERIFY(session.apply(builder.finish(u"Note %1"_s.arg(number))));
}

/// What the killed child does: fifty edits of several kinds, an undo and a redo among them.
void makeFiftyEdits(EditSession &session)
{
    for (int i = 1; i <= EditCount; ++i) {
        ActionBuilder builder = session.edit();
        switch (i % 5) {
        case 0:
            builder.setNote(1, u"note %1"_s.arg(i));
            break;
        case 1:
            builder.setUnsure(MentionId(1 + i % 8), i % 2 == 0 || i < 10);
            break;
        case 2:
            builder.rename(1, u"Marin %1"_s.arg(i));
            break;
        case 3:
            builder.add({i, i + 2}, u"event"_s);
            break;
        case 4:
            builder.setAttribute(2, u"round"_s, QString::number(i));
            break;
        }
        if (builder.isEmpty())
            builder.setNorm(3, QString::number(i));
        QVERIFY(session.apply(builder.finish(u"Edit %1"_s.arg(i))));
    }
}

Result<std::unique_ptr<EditSession>> restore(const RecoverableArticle &found)
{
    const Result<RecoveredArticle> recovered = readRecoverable(found.journal);
    if (!recovered)
        return recovered.error();
    EditSession::Options options;
    options.path = recovered.value().path;
    options.sourcePath = recovered.value().sourcePath;
    options.name = recovered.value().name;
    options.clock = fixedClock();
    auto session = std::make_unique<EditSession>(recovered.value().article, std::move(options));
    for (const Transaction &transaction : recovered.value().transactions) {
        if (const Result<void> done = session->replay(transaction); !done)
            return done.error();
    }
    return session;
}

} // namespace

class TestRecovery : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void killedProcessStartsAgainWithAllFifty()
    {
        QTemporaryDir folder;
        QProcess child;
        child.start(QCoreApplication::applicationFilePath(), {u"--edit-and-die"_s, folder.path()});
        QVERIFY(child.waitForFinished());
        QCOMPARE(child.exitStatus(), QProcess::CrashExit);
        QCOMPARE(child.exitCode(), SIGKILL);

        const QList<RecoverableArticle> found = findRecoverable(folder.path());
        QCOMPARE(found.size(), 1);
        QCOMPARE(found.first().actions, EditCount);
        QCOMPARE(found.first().name, u"talks.txt"_s);
        QCOMPARE(found.first().sourcePath, u"/news/talks.txt"_s);
        QVERIFY(describe(found.first()).contains(u"50"_s));

        Result<std::unique_ptr<EditSession>> session = restore(found.first());
        QVERIFY2(session.isOk(), session ? "" : qPrintable(session.error().message));
        QVERIFY(session.value()->isModified());
        QCOMPARE(session.value()->undoLabel(), u"Edit %1"_s.arg(EditCount));

        const auto expected = makeSession();
        makeFiftyEdits(*expected);
        // Layers' uids are made anew each time; everything else is equal.
        AnnotatedArticle same = session.value()->article();
        same.layers.first().info.uid = expected->layer()->info.uid;
        QCOMPARE(writeNative(same), writeNative(expected->article()));

        for (int i = 0; i < EditCount; ++i)
            session.value()->undo();
        QVERIFY(!session.value()->canUndo());
        QVERIFY(!session.value()->isModified());
        removeRecoverable(found.first().journal);
        QVERIFY(findRecoverable(folder.path()).isEmpty());
    }

    void journalOfALivingSessionIsNotOffered()
    {
        QTemporaryDir folder;
        auto session = journalled(folder.path());
        note(*session, 1);
        QVERIFY(findRecoverable(folder.path()).isEmpty());
        session.reset();
        QCOMPARE(findRecoverable(folder.path()).size(), 1);
    }

    void journalWithoutWorkGoesSilently()
    {
        QTemporaryDir folder;
        QString name;
        {
            Result<std::unique_ptr<Journal>> journal = Journal::create(folder.path(),
                                                                       {{}, {}, u"talks.txt"_s, writeNative(talks())});
            QVERIFY(journal);
            name = journal.value()->fileName();
        }
        QVERIFY(QFile::exists(name));
        QVERIFY(findRecoverable(folder.path()).isEmpty());
        QVERIFY(!QFile::exists(name));

        journalled(folder.path()).reset();
        QVERIFY(QDir(folder.path()).entryList({u"*.journal"_s}).isEmpty());
    }

    void undoneAndRedoneStepsComeBackOnTheHistory()
    {
        QTemporaryDir folder;
        auto session = journalled(folder.path());
        note(*session, 1);
        note(*session, 2);
        note(*session, 3);
        session->undo();
        session->undo();
        session->redo();
        const QByteArray bytes = writeNative(session->article());
        session.reset();

        const QList<RecoverableArticle> found = findRecoverable(folder.path());
        QCOMPARE(found.size(), 1);
        const QList<RecoverableStep> &steps = found.first().steps;
        QCOMPARE(steps.size(), found.first().actions);
        QCOMPARE(steps.first(), (RecoverableStep{fixedClock()->now(), u"Note 1"_s, false}));
        QCOMPARE(steps.at(3), (RecoverableStep{fixedClock()->now(), u"Note 3"_s, true}));
        QVERIFY(!found.first().hasTornEnd);
        Result<std::unique_ptr<EditSession>> again = restore(found.first());
        QVERIFY(again);
        QCOMPARE(writeNative(again.value()->article()), bytes);
        QCOMPARE(again.value()->undoLabel(), u"Note 2"_s);
        QCOMPARE(again.value()->redoLabel(), u"Note 3"_s);
    }

    void workAfterASaveComesBackOnTheSavedState()
    {
        QTemporaryDir folder;
        const QString path = folder.filePath(u"talks.annotated.xml"_s);
        auto session = journalled(folder.path());
        ActionBuilder builder = session->edit();
        // What the file cannot hold as it is must not keep the steps after it from fitting.
        builder.setNote(1, u"bell \x07 inside"_s);
        QVERIFY(session->apply(builder.finish(u"Note"_s)));
        note(*session, 0);
        session->undo();
        QVERIFY(session->saveAs(path));
        note(*session, 2);
        session->undo();
        session->undo(); // past the saved state
        note(*session, 3);
        const QByteArray bytes = writeNative(session->article());
        session.reset();

        const QList<RecoverableArticle> found = findRecoverable(folder.path());
        QCOMPARE(found.size(), 1);
        QCOMPARE(found.first().path, path);
        Result<std::unique_ptr<EditSession>> again = restore(found.first());
        QVERIFY2(again.isOk(), again ? "" : qPrintable(again.error().message));
        QCOMPARE(writeNative(again.value()->article()), bytes);
        QVERIFY(again.value()->isModified());
    }

    void nameGivenLaterComesBack()
    {
        QTemporaryDir folder;
        auto session = journalled(folder.path(), {u"6f0c"_s, {}});
        note(*session, 1);
        session->setAuthor({u"6f0c"_s, u"Vera"_s});
        note(*session, 2);
        session->undo();
        session->undo();
        session->redo();
        const QByteArray bytes = writeNative(session->article());
        session.reset();

        const QList<RecoverableArticle> found = findRecoverable(folder.path());
        QCOMPARE(found.size(), 1);
        Result<std::unique_ptr<EditSession>> again = restore(found.first());
        QVERIFY2(again.isOk(), again ? "" : qPrintable(again.error().message));
        QCOMPARE(writeNative(again.value()->article()), bytes);
        again.value()->redo();
        QCOMPARE(again.value()->article().agentByUid(u"6f0c")->name, u"Vera"_s);
    }

    void damagedJournalIsReportedAndLeftAlone()
    {
        QTemporaryDir folder;
        const QString path = folder.filePath(u"x.journal"_s);
        writeFile(path, "Dateline journal 1\nnonsense");
        IssueList issues;
        QVERIFY(findRecoverable(folder.path(), &issues).isEmpty());
        QCOMPARE(issues.size(), 1);
        QVERIFY(QFile::exists(path));
        QVERIFY(!readRecoverable(path));
    }
};

int main(int argc, char **argv)
{
    prepareEnvironment();
    QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.size() == 3 && arguments.at(1) == u"--edit-and-die"_s) {
        const auto session = journalled(arguments.at(2));
        makeFiftyEdits(*session);
        std::raise(SIGKILL);
    }
    TestRecovery test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_recovery.moc"
