// SPDX-License-Identifier: Apache-2.0
// A process that makes 300 random edits, saves now and then, and is killed at a random moment. Rounds:
// DATELINE_KILLS (docs/reliability.md), a few in the suite.
#include "editing/randomedits.h"
#include "support/testhelper.h"

#include <QCryptographicHash>
#include <QElapsedTimer>
#include <QProcess>
#include <QTemporaryDir>

#include <csignal>
#include <cstdio>

#include <unistd.h>

using namespace dateline;
using namespace dateline::test;
using namespace Qt::StringLiterals;

namespace {

constexpr int EditCount = 300;

QString journalsOf(const QString &folder) { return folder + u"/journals"_s; }
QString fileOf(const QString &folder) { return folder + u"/talks.annotated.xml"_s; }

QByteArray digestOf(const AnnotatedArticle &article)
{
    return QCryptographicHash::hash(exactState(article), QCryptographicHash::Sha256).toHex();
}

/// Says that an action is confirmed: apply() has returned, the window would show it.
void confirm(const QByteArray &line)
{
    const QByteArray bytes = line + '\n';
    (void)!::write(STDOUT_FILENO, bytes.constData(), size_t(bytes.size()));
}

void editAndConfirm(const QString &folder, quint32 seed)
{
    QRandomGenerator random(seed);
    const auto session = journalledSession(journalsOf(folder));
    confirm(digestOf(session->article()));
    for (int i = 0; i < EditCount; ++i) {
        while (!editAtRandom(*session, random)) { }
        confirm(digestOf(session->article()));
        if (random.bounded(40) == 0 && session->saveAs(fileOf(folder)))
            confirm("saved");
    }
    confirm("end");
    std::raise(SIGKILL);
}

struct Life
{
    QByteArrayList states; ///< after each confirmed action, the opening first
    bool hasSaved = false;
    bool reachedEnd = false;
};

/// Lets the child live for `microseconds` after its first line (-1: to its end), then kills it.
Life live(const QString &folder, quint32 seed, qint64 microseconds)
{
    QProcess child;
    child.start(QCoreApplication::applicationFilePath(), {u"--edit"_s, folder, QString::number(seed)});
    child.waitForReadyRead(30000);
    QElapsedTimer timer;
    timer.start();
    while (child.state() == QProcess::Running && (microseconds < 0 || timer.nsecsElapsed() / 1000 < microseconds))
        child.waitForReadyRead(1);
    child.kill();
    child.waitForFinished(30000);
    Life life;
    for (const QByteArray &line : child.readAllStandardOutput().split('\n')) {
        if (line.size() == 64)
            life.states.append(line);
        life.hasSaved |= line == "saved";
        life.reachedEnd |= line == "end";
    }
    return life;
}

} // namespace

class TestKilled : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyConfirmedActionIsThereAgain()
    {
        bool isGiven = false;
        const int given = qEnvironmentVariableIntValue("DATELINE_KILLS", &isGiven);
        const int rounds = isGiven ? given : 6;
        QRandomGenerator random{quint32(rounds)};
        qint64 span = 0;
        {
            QTemporaryDir folder;
            QElapsedTimer timer;
            timer.start();
            QVERIFY(live(folder.path(), 1, -1).reachedEnd);
            span = timer.nsecsElapsed() / 1000;
        }
        qsizetype confirmed = 0;
        qsizetype beyond = 0;
        int inMidst = 0;
        int saved = 0;
        for (int round = 0; round < rounds; ++round) {
            QTemporaryDir folder;
            const Life life = live(folder.path(), quint32(round + 2), qint64(random.bounded(double(span))));
            QVERIFY(!life.states.isEmpty());
            confirmed += life.states.size() - 1;
            inMidst += life.reachedEnd ? 0 : 1;
            saved += life.hasSaved ? 1 : 0;
            const QByteArray last = life.states.last();

            if (QFile::exists(fileOf(folder.path()))) {
                const QByteArray bytes = readFile(fileOf(folder.path()));
                const Result<LoadedArticle> loaded = readNative(bytes, u"talks.annotated.xml"_s);
                QVERIFY(loaded.isOk());
                QVERIFY(loaded.value().issues.isEmpty());
                QVERIFY(validateNative(bytes, u"talks.annotated.xml"_s).isEmpty());
            } else {
                QVERIFY(!life.hasSaved);
            }
            IssueList issues;
            const QList<RecoverableArticle> found = findRecoverable(journalsOf(folder.path()), &issues);
            QVERIFY(issues.isEmpty());
            // Killed between beginning the new journal and dropping the old one, both may be there: each is whole.
            bool isThere = false;
            for (const RecoverableArticle &article : found) {
                Result<RecoveredArticle> recovered = readRecoverable(article.journal);
                QVERIFY(recovered.isOk());
                AnnotatedArticle state = recovered.value().article;
                for (const Transaction &step : std::as_const(recovered.value().transactions))
                    QVERIFY(state.apply(step).isOk());
                if (digestOf(state) == last) {
                    isThere = true;
                    continue;
                }
                // One more may have been written that the child could not confirm any more.
                QVERIFY(state.apply(recovered.value().transactions.last().inverse()).isOk());
                if (digestOf(state) == last) {
                    isThere = true;
                    ++beyond;
                }
            }
            if (found.isEmpty()) {
                // Nothing since the save, or nothing done at all: the file, or the source, says all.
                AnnotatedArticle state = makeSession()->article();
                if (QFile::exists(fileOf(folder.path())))
                    state = readNative(readFile(fileOf(folder.path())), {}).value().article;
                isThere = digestOf(state) == last || life.states.size() == 1;
            }
            QVERIFY2(isThere, qPrintable(u"round %1, seed %2: after %3 confirmed actions"_s.arg(round).arg(round + 2).arg(
                                  life.states.size() - 1)));
        }
        qInfo("%d kills (%d in the midst of the edits, %d after a save): %lld confirmed actions, none lost, "
              "%lld written but not confirmed",
              rounds, inMidst, saved, qlonglong(confirmed), qlonglong(beyond));
        QVERIFY(inMidst > 0);
    }
};

int main(int argc, char **argv)
{
    prepareEnvironment();
    QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.size() == 4 && arguments.at(1) == u"--edit"_s)
        editAndConfirm(arguments.at(2), arguments.at(3).toUInt());
    TestKilled test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_killed.moc"
