// SPDX-License-Identifier: Apache-2.0
#include "editing/articlelock.h"

#include "editing/filestate.h"
#include "editing/randomedits.h"
#include "formats/savefile.h"
#include "review/versionmerging.h"
#include "support/testhelper.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QSysInfo>
#include <QTemporaryDir>

#include <cstdio>
#include <iostream>

#include <unistd.h>

using namespace dateline;
using namespace dateline::test;
using namespace Qt::StringLiterals;

namespace {

/// What the other process does: holds the lock until its standard input ends.
int hold(const QString &file)
{
    const ArticleLock::Outcome outcome = ArticleLock::acquire(file, u"Bert"_s);
    std::cout << (outcome.lock ? "held" : "refused") << std::endl;
    std::string line;
    while (std::getline(std::cin, line)) { }
    return outcome.lock ? 0 : 1;
}

/// Two of these at once: how often each got the lock while it believed to have it alone.
int contend(const QString &file, const QString &marker)
{
    int failures = 0;
    for (int i = 0; i < 200; ++i) {
        const ArticleLock::Outcome outcome = ArticleLock::acquire(file, u"Bert"_s);
        if (!outcome.lock)
            continue;
        QFile mark(marker);
        failures += mark.open(QIODevice::WriteOnly | QIODevice::NewOnly) ? 0 : 1;
        mark.close();
        QFile::remove(marker);
    }
    std::cout << failures << std::endl;
    return 0;
}

class Other
{
public:
    explicit Other(const QString &file)
    {
        m_process.start(QCoreApplication::applicationFilePath(), {u"--hold"_s, file});
        m_process.waitForReadyRead(30000);
        answer = m_process.readAllStandardOutput().trimmed();
    }
    ~Other() { end(); }
    void end()
    {
        m_process.closeWriteChannel();
        m_process.waitForFinished(30000);
    }
    void kill()
    {
        m_process.kill();
        m_process.waitForFinished(30000);
    }
    [[nodiscard]] qint64 process() const { return m_process.processId(); }
    QByteArray answer;

private:
    QProcess m_process;
};

} // namespace

class TestArticleLock : public QObject
{
    Q_OBJECT

private:
    static void alterLock(const QString &file, const QString &key, const QJsonValue &value)
    {
        const QString lock = ArticleLock::lockFileOf(file);
        QJsonObject object = QJsonDocument::fromJson(readFile(lock)).object();
        object.insert(key, value);
        writeFile(lock, QJsonDocument(object).toJson());
    }

private Q_SLOTS:
    void theSecondProcessIsToldWhoHoldsTheFile()
    {
        QTemporaryDir folder;
        const QString file = folder.filePath(u"talks.annotated.xml"_s);
        writeFile(file, "<x/>");
        Other other(file);
        QCOMPARE(other.answer, QByteArray("held"));
        const ArticleLock::Outcome refused = ArticleLock::acquire(file, u"Anna"_s);
        QVERIFY(!refused.lock);
        QVERIFY(!refused.error);
        QVERIFY(refused.holder);
        QCOMPARE(refused.holder->owner, u"Bert"_s);
        QCOMPARE(refused.holder->host, QSysInfo::machineHostName());
        QCOMPARE(refused.holder->process, other.process());
        QVERIFY(qAbs(refused.holder->since.secsTo(QDateTime::currentDateTimeUtc())) < 120);
        const QString sentence = describe(*refused.holder, u"talks.annotated.xml"_s);
        QVERIFY(sentence.contains(u"Bert"_s) && sentence.contains(refused.holder->host));
        QCOMPARE(ArticleLock::holderOf(file), refused.holder);
        // By another name of the same file, too.
        const QString link = folder.filePath(u"link.xml"_s);
        QVERIFY(QFile::link(file, link));
        QVERIFY(ArticleLock::acquire(link, u"Anna"_s).holder);

        other.end();
        QVERIFY(!ArticleLock::holderOf(file));
        const ArticleLock::Outcome mine = ArticleLock::acquire(file, u"Anna"_s);
        QVERIFY(mine.lock);
        QVERIFY(mine.lock->refresh());
    }

    void aLockOfAKilledProcessIsStale()
    {
        QTemporaryDir folder;
        const QString file = folder.filePath(u"a.xml"_s);
        Other other(file);
        other.kill();
        QVERIFY(QFile::exists(ArticleLock::lockFileOf(file)));
        QVERIFY(!ArticleLock::holderOf(file));
        QVERIFY(ArticleLock::acquire(file, u"Anna"_s).lock);
        QVERIFY(!QFile::exists(ArticleLock::lockFileOf(file))); // released
    }

    void aNumberOfAProcessThatCameAgainIsStale()
    {
        QTemporaryDir folder;
        const QString file = folder.filePath(u"a.xml"_s);
        Other other(file);
        QVERIFY(ArticleLock::holderOf(file));
        alterLock(file, u"started"_s, u"12"_s);
        QVERIFY(!ArticleLock::holderOf(file));
    }

    void aLockOfAnotherMachineIsStaleWhenItGrowsOld()
    {
        QTemporaryDir folder;
        const QString file = folder.filePath(u"a.xml"_s);
        const ArticleLock::Outcome mine = ArticleLock::acquire(file, u"Anna"_s);
        QVERIFY(mine.lock);
        alterLock(file, u"host"_s, u"newsdesk-3"_s);
        alterLock(file, u"process"_s, 1);
        QCOMPARE(ArticleLock::holderOf(file)->host, u"newsdesk-3"_s);
        QFile lock(ArticleLock::lockFileOf(file));
        QVERIFY(lock.open(QIODevice::ReadWrite));
        QVERIFY(lock.setFileTime(QDateTime::currentDateTime().addSecs(-ArticleLock::StaleAfterSeconds - 5),
                                 QFileDevice::FileModificationTime));
        lock.close();
        QVERIFY(!ArticleLock::holderOf(file));
    }

    void takingOverIsNoticedByTheOther()
    {
        QTemporaryDir folder;
        const QString file = folder.filePath(u"a.xml"_s);
        ArticleLock::Outcome first = ArticleLock::acquire(file, u"Bert"_s);
        QVERIFY(first.lock);
        QVERIFY(ArticleLock::acquire(file, u"Anna"_s).holder);
        const ArticleLock::Outcome second = ArticleLock::acquire(file, u"Anna"_s, ArticleLock::Mode::TakeOver);
        QVERIFY(second.lock);
        QVERIFY(!first.lock->isHeld());
        QVERIFY(!first.lock->refresh());
        first.lock.reset(); // leaves the other's lock alone
        QVERIFY(second.lock->isHeld());
    }

    void nonsenseInALockIsNoLock_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("text") << QByteArray("hello");
        QTest::newRow("binary") << QByteArray("\0\xff\xfe\0", 4);
        QTest::newRow("other json") << QByteArray("[1,2]");
        QTest::newRow("no process") << QByteArray("{\"host\":\"x\",\"token\":\"t\",\"since\":\"2026-03-21T09:00:00Z\"}");
        QTest::newRow("huge") << QByteArray(3'000'000, '[');
    }
    void nonsenseInALockIsNoLock()
    {
        QFETCH(QByteArray, bytes);
        QTemporaryDir folder;
        const QString file = folder.filePath(u"a.xml"_s);
        writeFile(ArticleLock::lockFileOf(file), bytes);
        QVERIFY(!ArticleLock::holderOf(file));
        QVERIFY(ArticleLock::acquire(file, u"Anna"_s).lock);
    }

    void whereNoLockCanBeMadeItSaysSo()
    {
        const ArticleLock::Outcome outcome = ArticleLock::acquire(u"/nonexistent-folder/a.xml"_s, u"Anna"_s);
        QVERIFY(!outcome.lock && !outcome.holder && outcome.error);
        QCOMPARE(outcome.error->kind, ErrorKind::Unwritable);
    }

    void twoAtOnceNeverBothGetIt()
    {
        QTemporaryDir folder;
        const QStringList arguments{u"--contend"_s, folder.filePath(u"a.xml"_s), folder.filePath(u"marker"_s)};
        QProcess first;
        QProcess second;
        first.start(QCoreApplication::applicationFilePath(), arguments);
        second.start(QCoreApplication::applicationFilePath(), arguments);
        QVERIFY(first.waitForFinished(60000) && second.waitForFinished(60000));
        QCOMPARE(first.readAllStandardOutput().trimmed(), QByteArray("0"));
        QCOMPARE(second.readAllStandardOutput().trimmed(), QByteArray("0"));
    }

    void changesFromOutsideAreNoticed()
    {
        QTemporaryDir folder;
        const QString file = folder.filePath(u"a.xml"_s);
        const FileState none = fileState(file);
        QVERIFY(!none.exists);
        QCOMPARE(outsideChange(file, none), OutsideChange::None);
        writeFile(file, "one");
        QCOMPARE(outsideChange(file, none), OutsideChange::Changed);
        const FileState known = fileState(file, "one");
        QCOMPARE(outsideChange(file, known), OutsideChange::None);
        writeFile(file, "one"); // touched only
        QCOMPARE(outsideChange(file, known), OutsideChange::None);
        writeFile(file, "two"); // as long, and perhaps within the same tick of the disk's clock
        QCOMPARE(outsideChange(file, known), OutsideChange::Changed);
        writeFile(file, "three");
        QCOMPARE(outsideChange(file, known), OutsideChange::Changed);
        QVERIFY(QFile::remove(file));
        QCOMPARE(outsideChange(file, known), OutsideChange::Gone);
    }

    void aSaveRefusesToReplaceWhatOthersWrote()
    {
        QTemporaryDir folder;
        const QString file = folder.filePath(u"talks.annotated.xml"_s);
        const auto first = makeSession();
        QRandomGenerator random(1);
        while (!editAtRandom(*first, random)) { }
        QVERIFY(first->saveAs(file));

        const auto open = [&] {
            const QByteArray bytes = readFile(file);
            EditSession::Options options;
            options.path = file;
            options.clock = fixedClock();
            options.fileState = fileState(file, bytes);
            auto session = std::make_unique<EditSession>(readNative(bytes, file).value().article, std::move(options));
            session->setAuthor(annotator());
            return session;
        };
        const auto here = open();
        const auto there = open();
        const auto note = [](EditSession &session, MentionId id, const QString &words) {
            ActionBuilder builder = session.edit();
            builder.setNote(id, words);
            QVERIFY(session.apply(builder.finish(words)));
        };
        note(*there, 1, u"from there"_s);
        QVERIFY(there->saveAs(file));
        note(*here, 2, u"from here"_s);
        const QByteArray theirs = readFile(file);
        const Result<void> refused = here->saveAs(file);
        QVERIFY(!refused);
        QCOMPARE(refused.error().kind, ErrorKind::Conflict);
        QCOMPARE(readFile(file), theirs);
        QVERIFY(here->isModified());

        // Merge: their version is the ancestor now, ours holds both, and saving works again.
        const AnnotatedArticle outside = readNative(theirs, file).value().article;
        const auto merged = mergeVersions(here->savedArticle(), here->article(), outside, annotator(), fixedClock()->now());
        QVERIFY(merged.isOk());
        QVERIFY(merged.value().conflicts.isEmpty());
        for (const Transaction &transaction : merged.value().transactions)
            QVERIFY(here->apply(transaction).isOk());
        here->acknowledgeOutside(outside, fileState(file, theirs));
        QVERIFY(here->isModified());
        QVERIFY(here->saveAs(file));
        QVERIFY(!here->isModified());
        const Layer saved = readNative(readFile(file), file).value().article.layers.first();
        QCOMPARE(saved.mentions.find(1)->notes.last().text, u"from there"_s);
        QCOMPARE(saved.mentions.find(2)->notes.last().text, u"from here"_s);

        // Replace on purpose: their version stays as the backup.
        note(*there, 3, u"again"_s);
        QVERIFY(!there->saveAs(file));
        const QByteArray before = readFile(file);
        QVERIFY(there->saveAs(file, EditSession::Overwrite::Allow));
        QCOMPARE(readFile(backupsOf(file).last()), before);
    }
};

int main(int argc, char **argv)
{
    prepareEnvironment();
    QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.size() == 3 && arguments.at(1) == u"--hold"_s)
        return hold(arguments.at(2));
    if (arguments.size() == 4 && arguments.at(1) == u"--contend"_s)
        return contend(arguments.at(2), arguments.at(3));
    TestArticleLock test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_articlelock.moc"
