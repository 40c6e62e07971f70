// SPDX-License-Identifier: Apache-2.0
#include "editing/journal.h"

#include "editing/editingfixture.h"
#include "editing/journalformat.h"
#include "support/testhelper.h"

#include <QDataStream>
#include <QDir>
#include <QTemporaryDir>

#include <csignal>

#include <sys/resource.h>

using namespace dateline;
using namespace dateline::test;
using namespace Qt::StringLiterals;

class TestJournal : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir m_folder;
    const JournalBase m_base{u"/n/talks.annotated.xml"_s, u"/n/talks.txt"_s, u"talks.txt"_s, "<a/>", {}};

    static Transaction numbered(int number)
    {
        Agent agent;
        agent.id = AgentId(number);
        agent.uid = QString::number(number);
        return {u"Action %1"_s.arg(number), fixedClock()->now().addSecs(number), {AgentEdit{std::nullopt, agent}}};
    }

    QString fileOf(int steps)
    {
        Result<std::unique_ptr<Journal>> journal = Journal::create(m_folder.path(), m_base);
        if (!journal)
            return {};
        for (int i = 1; i <= steps; ++i)
            (void)journal.value()->append(numbered(i), i % 3 == 0 ? StepKind::Undo : StepKind::Action).isOk();
        return journal.value()->fileName();
    }

    static void verifyPrefix(const JournalContent &content)
    {
        for (qsizetype i = 0; i < content.steps.size(); ++i)
            QCOMPARE(content.steps.at(i).transaction, numbered(int(i) + 1));
    }

private Q_SLOTS:
    void holdsWhatWasAppended()
    {
        const Result<JournalContent> content = Journal::read(fileOf(7));
        QVERIFY(content);
        QCOMPARE(content.value().base, m_base);
        QCOMPARE(content.value().steps.size(), 7);
        QVERIFY(!content.value().hasTornEnd);
        verifyPrefix(content.value());
        QCOMPARE(content.value().steps.at(2).kind, StepKind::Undo);
    }

    void recordIsInTheFileWhenAppendReturns()
    {
        Result<std::unique_ptr<Journal>> journal = Journal::create(m_folder.path(), m_base);
        QVERIFY(journal);
        for (int i = 1; i <= 20; ++i) {
            QVERIFY(journal.value()->append(numbered(i)));
            const Result<JournalContent> content = Journal::read(journal.value()->fileName());
            QVERIFY(content);
            QCOMPARE(content.value().steps.size(), i);
        }
    }

    void truncatedAnywhereKeepsTheRecordsBefore()
    {
        const QByteArray whole = readFile(fileOf(4));
        const QString path = m_folder.filePath(u"cut"_s);
        qsizetype last = 0;
        for (qsizetype size = 0; size <= whole.size(); ++size) {
            writeFile(path, whole.first(size));
            const Result<JournalContent> content = Journal::read(path);
            if (!content) {
                QCOMPARE(last, 0);
                continue;
            }
            verifyPrefix(content.value());
            QVERIFY(content.value().steps.size() >= last);
            last = content.value().steps.size();
        }
        QCOMPARE(last, 4);
    }

    void damagedAnywhereKeepsTheRecordsBefore()
    {
        const QByteArray whole = readFile(fileOf(4));
        const QString path = m_folder.filePath(u"damaged"_s);
        for (qsizetype at = 0; at < whole.size(); ++at) {
            QByteArray bytes = whole;
            bytes[at] = char(bytes.at(at) ^ 0xFF);
            writeFile(path, bytes);
            const Result<JournalContent> content = Journal::read(path);
            if (!content)
                continue;
            QVERIFY(content.value().hasTornEnd);
            QVERIFY(content.value().steps.size() < 4);
            QCOMPARE(content.value().base, m_base);
            verifyPrefix(content.value());
        }
    }

    void hugeLengthsAndCountsAreRefused()
    {
        const QByteArray whole = readFile(fileOf(2));
        QByteArray payload;
        QDataStream stream(&payload, QIODevice::WriteOnly);
        stream.setVersion(QDataStream::Qt_6_4);
        stream << QString() << qint64(0) << qint64(0x7fffffffffffffff);
        const QString path = m_folder.filePath(u"huge"_s);
        for (const QByteArray &tail : {journalformat::record(2, payload),
                                       QByteArray("\x02\x7f\xff\xff\xff\xff\xff\xff\xff\0\0\0\0", 13), QByteArray(64, '\xff')}) {
            writeFile(path, whole + tail);
            const Result<JournalContent> content = Journal::read(path);
            QVERIFY(content);
            QVERIFY(content.value().hasTornEnd);
            QCOMPARE(content.value().steps.size(), 2);
        }
    }

    void restartBeginsOnTheNewBase()
    {
        Result<std::unique_ptr<Journal>> journal = Journal::create(m_folder.path(), m_base);
        QVERIFY(journal);
        QVERIFY(journal.value()->append(numbered(1)));
        JournalBase saved = m_base;
        saved.native = "<b/>";
        QVERIFY(journal.value()->restart(saved));
        QVERIFY(!journal.value()->hasTransactions());
        QVERIFY(journal.value()->append(numbered(1)));
        const Result<JournalContent> content = Journal::read(journal.value()->fileName());
        QVERIFY(content);
        QCOMPARE(content.value().base, saved);
        QCOMPARE(content.value().steps.size(), 1);
        QVERIFY(!QFile::exists(journal.value()->fileName() + u".new"_s));
    }

    void discardRemovesFileAndLock()
    {
        Result<std::unique_ptr<Journal>> journal = Journal::create(m_folder.path(), m_base);
        QVERIFY(journal);
        const QString name = journal.value()->fileName();
        QVERIFY(QFile::exists(name));
        QVERIFY(journal.value()->append(numbered(1)));
        journal.value()->discard();
        QVERIFY(!QFile::exists(name));
        QVERIFY(!QFile::exists(name + u".lock"_s));
        QVERIFY(journal.value()->append(numbered(2)));
        QVERIFY(!QFile::exists(name));
    }

    void unwritableFolderSaysSo()
    {
        writeFile(m_folder.filePath(u"file"_s), "x");
        const Result<std::unique_ptr<Journal>> journal = Journal::create(m_folder.filePath(u"file/folder"_s), m_base);
        QVERIFY(!journal);
        QCOMPARE(journal.error().kind, ErrorKind::Unwritable);
        QVERIFY(!journal.error().message.isEmpty());
    }

    void fullDiskLeavesWholeRecordsAndIsTold()
    {
        Result<std::unique_ptr<Journal>> journal = Journal::create(m_folder.path(), m_base);
        QVERIFY(journal);
        QVERIFY(journal.value()->append(numbered(1)));
        const qint64 size = QFileInfo(journal.value()->fileName()).size();
        rlimit before{};
        QCOMPARE(getrlimit(RLIMIT_FSIZE, &before), 0);
        const auto handler = std::signal(SIGXFSZ, SIG_IGN);
        const rlimit tight{rlim_t(size + 20), before.rlim_max};
        QCOMPARE(setrlimit(RLIMIT_FSIZE, &tight), 0);
        const bool isWritten = journal.value()->append(numbered(2)).isOk();
        setrlimit(RLIMIT_FSIZE, &before);
        std::signal(SIGXFSZ, handler);

        QVERIFY(!isWritten);
        QVERIFY(journal.value()->error());
        QCOMPARE(journal.value()->error()->kind, ErrorKind::Unwritable);
        QCOMPARE(QFileInfo(journal.value()->fileName()).size(), size);
        QVERIFY(!journal.value()->append(numbered(3)));
        const Result<JournalContent> content = Journal::read(journal.value()->fileName());
        QVERIFY(content);
        QVERIFY(!content.value().hasTornEnd);
        QCOMPARE(content.value().steps.size(), 1);
    }

    void failedRestartIsToldAndRepairedByTheNext()
    {
        Result<std::unique_ptr<Journal>> journal = Journal::create(m_folder.path(), m_base);
        QVERIFY(journal);
        QVERIFY(!journal.value()->error());
        QVERIFY(journal.value()->append(numbered(1)));
        // The folder goes: appending to the open file still works, a restart cannot.
        const QString name = journal.value()->fileName();
        QVERIFY(QFile::rename(name, name + u".away"_s));
        QVERIFY(QDir().mkdir(name));
        QVERIFY(!journal.value()->restart(m_base));
        QVERIFY(journal.value()->error());
        QVERIFY(!journal.value()->append(numbered(2)));
        QVERIFY(QDir().rmdir(name));
        QVERIFY(journal.value()->restart(m_base));
        QVERIFY(!journal.value()->error());
        QVERIFY(journal.value()->append(numbered(1)));
    }

    void exactStateComesBackBitForBit()
    {
        const auto session = makeSession();
        AnnotatedArticle article = session->article();
        Mention odd = *article.layers.first().mentions.find(1);
        odd.confidence = 0.123456789;
        odd.notes.append({1, {}, u"bell \x07 inside"_s});
        article.layers.first().mentions.replace(odd);
        AnnotatedArticle other = talks();
        QVERIFY(restoreExactState(exactState(article), other));
        QVERIFY(other == article);
        const QByteArray bytes = exactState(article);
        for (qsizetype size = 0; size < bytes.size(); size += 7) {
            AnnotatedArticle untouched = talks();
            QVERIFY(!restoreExactState(bytes.first(size), untouched));
            QVERIFY(untouched == talks());
        }
    }
};

DATELINE_TEST_MAIN(QCoreApplication, TestJournal)
#include "tst_journal.moc"
