// SPDX-License-Identifier: Apache-2.0
// Power cuts and failing disks under the journal and the saver, by layers in place of the system's calls.
#include "editing/randomedits.h"
#include "formats/savefile.h"
#include "support/filelayers.h"
#include "support/testhelper.h"

#include <QElapsedTimer>
#include <QTemporaryDir>

#include <atomic>
#include <condition_variable>
#include <mutex>
#include <thread>

using namespace dateline;
using namespace dateline::test;
using namespace Qt::StringLiterals;

namespace {

constexpr qint64 PromisedMs = 500;

/// How late this machine wakes a thread just now, at worst: nobody can promise less than that.
class Lateness
{
public:
    Lateness()
        : m_thread([this](const std::stop_token &stop) {
            std::mutex mutex;
            std::condition_variable_any never;
            std::unique_lock lock(mutex);
            while (!stop.stop_requested()) {
                QElapsedTimer timer;
                timer.start();
                never.wait_for(lock, stop, std::chrono::milliseconds(10), [] { return false; });
                m_worst = std::max<qint64>(m_worst, timer.elapsed() - 10);
            }
        })
    { }
    [[nodiscard]] qint64 worst() const { return m_worst; }

private:
    std::atomic<qint64> m_worst = 0;
    std::jthread m_thread;
};

struct PowerCut
{
    qint64 at = 0; ///< ms
    QMap<QString, QByteArray> files;
};

/// Ways in which a disk fails.
struct Fault
{
    int code;
    FailingLayer::How how;
};

} // namespace
Q_DECLARE_METATYPE(Fault)

class TestFaults : public QObject
{
    Q_OBJECT

private:
    static void addFaults()
    {
        QTest::addColumn<Fault>("fault");
        QTest::newRow("full disk") << Fault{ENOSPC, FailingLayer::How::Fails};
        QTest::newRow("full disk takes a half") << Fault{ENOSPC, FailingLayer::How::FailsFromNowOn};
        QTest::newRow("short write, then an error") << Fault{EIO, FailingLayer::How::TakesHalf};
        QTest::newRow("quota") << Fault{EDQUOT, FailingLayer::How::Fails};
        QTest::newRow("share gone") << Fault{ESTALE, FailingLayer::How::FailsFromNowOn};
    }

private Q_SLOTS:
    void aPowerCutTakesAtMostTheLastHalfSecond()
    {
        QTemporaryDir folder;
        ForgetfulLayer layer;
        QRandomGenerator random(3);
        Lateness lateness;
        QList<qint64> confirmed; // when the n-th action was confirmed
        QList<QByteArray> states;
        QList<PowerCut> cuts;
        QElapsedTimer timer;
        timer.start();
        {
            const auto session = journalledSession(folder.path(), layer);
            qint64 nextCut = 0;
            // Bursts and rests: the worker sleeps and wakes again.
            std::mutex mutex;
            std::condition_variable never;
            std::unique_lock lock(mutex);
            while (timer.elapsed() < 2500) {
                if (editAtRandom(*session, random)) {
                    confirmed.append(timer.elapsed());
                    states.append(exactState(session->article()));
                }
                if (timer.elapsed() >= nextCut) {
                    cuts.append({timer.elapsed(), layer.afterPowerCut(cuts.size() % 3 == 0 ? nullptr : &random)});
                    nextCut = timer.elapsed() + random.bounded(50);
                }
                never.wait_for(lock, std::chrono::milliseconds(random.bounded(random.bounded(20) == 0 ? 400 : 8)));
            }
        }
        QVERIFY(confirmed.size() > 50);
        QVERIFY(cuts.size() > 30);
        const qint64 allowed = PromisedMs + lateness.worst();
        qInfo("%lld power cuts amid %lld actions", qlonglong(cuts.size()), qlonglong(confirmed.size()));
        for (const PowerCut &cut : std::as_const(cuts)) {
            qsizetype due = 0; // actions that must be there
            while (due < confirmed.size() && confirmed.at(due) <= cut.at - allowed)
                ++due;
            QTemporaryDir after;
            writeSnapshot(cut.files, folder.path(), after.path());
            std::optional<RecoveredArticle> recovered = recoverFrom(after.path());
            const qsizetype there = recovered ? recovered->transactions.size() : 0;
            QVERIFY2(there >= due, qPrintable(u"%1 of %2 actions at %3 ms"_s.arg(there).arg(due).arg(cut.at)));
            if (!recovered)
                continue;
            // What is there is what was done, in order, and nothing else.
            for (qsizetype i = 0; i < there; ++i)
                QVERIFY(recovered->article.apply(recovered->transactions.at(i)).isOk());
            QCOMPARE(exactState(recovered->article), states.at(there - 1));
        }
    }

    void aPowerCutDuringASaveLosesNothing()
    {
        QTemporaryDir folder;
        QVERIFY(QDir(folder.path()).mkdir(u"journals"_s));
        const QString path = folder.filePath(u"talks.annotated.xml"_s);
        ForgetfulLayer layer;
        QRandomGenerator random(4);
        const auto session = journalledSession(folder.filePath(u"journals"_s), layer);
        for (int i = 0; i < 20; ++i)
            (void)editAtRandom(*session, random);
        session->setBackupCount(2);
        QVERIFY(session->saveAs(path));
        const QByteArray old = writeNative(session->article());
        for (int i = 0; i < 20; ++i)
            (void)editAtRandom(*session, random);
        const QByteArray fresh = writeNative(session->article());
        QVERIFY(old != fresh);
        // The worker has synced the journal by now, or the save would be judged by its last half second.
        const QStringList journals = QDir(folder.filePath(u"journals"_s)).entryList({u"*.journal"_s});
        QCOMPARE(journals.size(), 1);
        const QString journal = QDir(folder.filePath(u"journals"_s)).filePath(journals.first());
        QTRY_COMPARE(layer.afterPowerCut().value(journal), readFile(journal));

        QList<QMap<QString, QByteArray>> cuts;
        layer.afterCall = [&] {
            cuts.append(layer.afterPowerCut());
            for (int i = 0; i < 3; ++i)
                cuts.append(layer.afterPowerCut(&random));
        };
        QVERIFY(session->saveAs(path));
        layer.afterCall = nullptr;
        QVERIFY(cuts.size() > 30);
        qInfo("%lld power cuts amid a save", qlonglong(cuts.size()));
        for (const QMap<QString, QByteArray> &cut : std::as_const(cuts)) {
            QTemporaryDir after;
            writeSnapshot(cut, folder.path(), after.path());
            const QByteArray file = readFile(after.filePath(u"talks.annotated.xml"_s));
            QVERIFY2(file == old || file == fresh, "the file is neither the old nor the new one");
            std::optional<RecoveredArticle> recovered = recoverFrom(after.filePath(u"journals"_s));
            if (!recovered) {
                QCOMPARE(file, fresh);
                continue;
            }
            for (const Transaction &step : std::as_const(recovered->transactions))
                QVERIFY(recovered->article.apply(step).isOk());
            QCOMPARE(writeNative(recovered->article), fresh);
        }
        QCOMPARE(readFile(path), fresh);
    }

    void aFailingSaveLeavesOldOrNewAndTheWork_data() { addFaults(); }
    void aFailingSaveLeavesOldOrNewAndTheWork()
    {
        QFETCH(Fault, fault);
        int failed = 0;
        for (int call = 1;; ++call) {
            QTemporaryDir folder;
            const QString journals = folder.filePath(u"journals"_s);
            const QString path = folder.filePath(u"talks.annotated.xml"_s);
            QRandomGenerator random(5);
            FailingLayer layer(call, fault.code, fault.how);
            auto session = journalledSession(journals);
            for (int i = 0; i < 10; ++i)
                (void)editAtRandom(*session, random);
            QVERIFY(session->saveAs(path));
            const QByteArray old = readFile(path);
            for (int i = 0; i < 10; ++i)
                (void)editAtRandom(*session, random);
            const QByteArray fresh = writeNative(session->article());
            session->setFileLayer(layer);
            const Result<void> saved = session->saveAs(path);
            session->setFileLayer(FileLayer::system());
            const QByteArray file = readFile(path);
            QVERIFY2(file == old || file == fresh, layer.failedCall().constData());
            if (!layer.hasFailed()) {
                QVERIFY(saved.isOk());
                break;
            }
            ++failed;
            if (saved) {
                QCOMPARE(file, fresh); // what failed was beginning the journal, or keeping a backup lasting
            } else {
                QCOMPARE(saved.error().kind, ErrorKind::Unwritable);
                QVERIFY(!saved.error().message.contains(u"%1"));
                QVERIFY(session->isModified());
            }
            // No half-written files beside it, and every action is in the file or in a journal.
            const QStringList leftovers = QDir(folder.path()).entryList({u".talks*"_s}, QDir::Files | QDir::Hidden);
            QVERIFY2(leftovers.isEmpty(), qPrintable(leftovers.join(u' ')));
            const bool isJournalLost = session->journalError().has_value();
            session.reset();
            std::optional<RecoveredArticle> recovered = recoverFrom(journals);
            if (file != fresh || (recovered && !isJournalLost)) {
                QVERIFY2(recovered, layer.failedCall().constData());
                for (const Transaction &step : std::as_const(recovered->transactions))
                    QVERIFY(recovered->article.apply(step).isOk());
                QCOMPARE(writeNative(recovered->article), fresh);
            }
        }
        QVERIFY(failed >= 8);
    }

    void aFailingJournalKeepsItsWholeRecords_data() { addFaults(); }
    void aFailingJournalKeepsItsWholeRecords()
    {
        QFETCH(Fault, fault);
        for (int call = 1; call < 40; call += 3) {
            QTemporaryDir folder;
            QRandomGenerator random(6);
            FailingLayer layer(call, fault.code, fault.how);
            const auto session = journalledSession(folder.path(), layer);
            const bool isBegun = layer.failedCall().isEmpty();
            QList<QByteArray> states{exactState(session->article())};
            qsizetype written = 0;
            for (int i = 0; i < 30; ++i) {
                if (!editAtRandom(*session, random))
                    continue;
                states.append(exactState(session->article()));
                if (!session->journalError())
                    written = states.size() - 1;
            }
            QVERIFY(session->canUndo()); // work went on
            if (!isBegun)
                continue; // the window says at opening that there is no journal
            const QStringList names = QDir(folder.path()).entryList({u"*.journal"_s});
            QCOMPARE(names.size(), 1);
            const Result<JournalContent> content = Journal::read(folder.filePath(names.first()));
            QVERIFY(content.isOk());
            QVERIFY(content.value().steps.size() >= written || layer.failedCall() == "sync");
            AnnotatedArticle article = talks();
            QVERIFY(restoreExactState(content.value().base.exact, article));
            for (const JournalStep &step : content.value().steps)
                QVERIFY(article.apply(step.transaction).isOk());
            QCOMPARE(exactState(article), states.at(content.value().steps.size()));
        }
    }

    void problemsAreNamed_data()
    {
        QTest::addColumn<int>("code");
        QTest::addColumn<QString>("word");
        QTest::newRow("full") << ENOSPC << u"full"_s;
        QTest::newRow("quota") << EDQUOT << u"quota"_s;
        QTest::newRow("read-only") << EROFS << u"read-only"_s;
        QTest::newRow("forbidden") << EACCES << u"not allowed"_s;
        QTest::newRow("vanished folder") << ENOENT << u"folder is gone"_s;
        QTest::newRow("share gone") << ESTALE << u"network share"_s;
        QTest::newRow("time out") << ETIMEDOUT << u"network share"_s;
        QTest::newRow("disk error") << EIO << u"reports an error"_s;
        QTest::newRow("long name") << ENAMETOOLONG << u"too long"_s;
    }
    void problemsAreNamed()
    {
        QFETCH(int, code);
        QFETCH(QString, word);
        QTemporaryDir folder;
        FailingLayer layer(1, code, FailingLayer::How::Fails);
        const auto saved = saveBytes(folder.filePath(u"a.xml"_s), "x", {0, &layer});
        QVERIFY(!saved);
        QVERIFY2(saved.error().message.contains(word), qPrintable(saved.error().message));
        QVERIFY(QDir(folder.path()).isEmpty());
    }
};

DATELINE_TEST_MAIN(QCoreApplication, TestFaults)
#include "tst_faults.moc"
