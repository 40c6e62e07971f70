// SPDX-License-Identifier: Apache-2.0
#include "annotation/reviewactions.h"
#include "app/cliprogram.h"
#include "formats/nativeformat.h"
#include "support/testhelper.h"

#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>
#include <QXmlStreamReader>

using namespace dateline;
using namespace dateline::test;
using namespace Qt::StringLiterals;

namespace {

/// The quoted words of one entity of a JSON line, cut out of the text by code points.
QString cut(const QString &text, const QJsonObject &entity)
{
    const QList<uint> points = text.toUcs4();
    const qsizetype begin = entity.value(u"start"_s).toInteger(-1);
    const qsizetype end = entity.value(u"end"_s).toInteger(-1);
    if (begin < 0 || end <= begin || end > points.size())
        return {};
    QString words;
    for (qsizetype i = begin; i < end; ++i)
        words += QChar::fromUcs4(points.at(i));
    return words;
}

constexpr char Story[] =
    "Lisbon talks end\n\nLISBON, March 21. Foreign Minister Ana Petrovic met her colleague John Smith in Lisbon on Thursday. "
    "\xF0\x9F\x98\x80 Petrovic thanked Smith.\n";

} // namespace

class TestCli : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void helpFitsAScreenAndEndsWithAnExample_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::newRow("program") << QStringList{u"--help"_s};
        for (const QString &command :
             {u"annotate"_s, u"convert"_s, u"validate"_s, u"history"_s, u"stats"_s, u"compare"_s, u"merge"_s, u"split"_s})
            QTest::newRow(qPrintable(command)) << QStringList{command, u"--help"_s};
    }

    void helpFitsAScreenAndEndsWithAnExample()
    {
        QFETCH(QStringList, arguments);
        const Run help = run(arguments);
        QCOMPARE(help.status, 0);
        QVERIFY(help.err.isEmpty());
        const QStringList text = QString::fromUtf8(help.out).trimmed().split(u'\n');
        QVERIFY(text.size() <= 24);
        QCOMPARE(text.at(text.size() - 2), u"Example:"_s);
        // As printed, but for where the program lies.
        QString example = text.last().trimmed();
        QVERIFY(example.contains(u"dateline-cli"_s));
        QTemporaryDir folder;
        QProcess shell;
        shell.setWorkingDirectory(folder.path());
        example.replace(u"dateline-cli"_s, u"\"%1\""_s.arg(QStringLiteral(DATELINE_CLI)));
        shell.start(u"sh"_s, {u"-c"_s, example});
        QVERIFY(shell.waitForFinished(60000));
        QCOMPARE(shell.exitCode(), 0);
        QVERIFY(!shell.readAllStandardOutput().isEmpty());
    }

    void versionIsSaidEverywhere()
    {
        for (const QStringList &arguments : {QStringList{u"--version"_s}, QStringList{u"stats"_s, u"--version"_s}}) {
            const Run version = run(arguments);
            QCOMPARE(version.status, 0);
            QVERIFY(version.out.startsWith("dateline-cli "));
        }
    }

    void wrongUsageIsStatus2_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::newRow("nothing") << QStringList{};
        QTest::newRow("unknown command") << QStringList{u"anotate"_s};
        QTest::newRow("unknown option") << QStringList{u"annotate"_s, u"--fast"_s, u"-"_s};
        QTest::newRow("option before command") << QStringList{u"--json"_s};
        QTest::newRow("no input") << QStringList{u"annotate"_s};
        QTest::newRow("format of later") << QStringList{u"annotate"_s, u"--format"_s, u"tei"_s, u"-"_s};
        QTest::newRow("bad date") << QStringList{u"annotate"_s, u"--published"_s, u"yesterday"_s, u"-"_s};
        QTest::newRow("bad jobs") << QStringList{u"annotate"_s, u"--jobs"_s, u"0"_s, u"-"_s};
        QTest::newRow("value missing") << QStringList{u"annotate"_s, u"-"_s, u"-o"_s};
        QTest::newRow("filter with files") << QStringList{u"annotate"_s, u"--jsonl"_s, u"a.txt"_s};
        QTest::newRow("validate nothing") << QStringList{u"validate"_s};
        QTest::newRow("history of two") << QStringList{u"history"_s, u"a"_s, u"b"_s};
        QTest::newRow("stats of nothing") << QStringList{u"stats"_s};
        QTest::newRow("compare nothing") << QStringList{u"compare"_s};
        QTest::newRow("compare by what") << QStringList{u"compare"_s, u"--unit"_s, u"word"_s, u"a.xml"_s, u"b.xml"_s};
        QTest::newRow("merge of one") << QStringList{u"merge"_s, u"a.xml"_s};
        QTest::newRow("split without a folder") << QStringList{u"split"_s, u"a.xml"_s};
        QTest::newRow("split of two") << QStringList{u"split"_s, u"a.xml"_s, u"b.xml"_s, u"-o"_s, u"out"_s};
        QTest::newRow("compare standard input twice") << QStringList{u"compare"_s, u"-"_s, u"-"_s};
    }

    void wrongUsageIsStatus2()
    {
        QFETCH(QStringList, arguments);
        const Run wrong = run(arguments);
        QCOMPARE(wrong.status, 2);
        QVERIFY(wrong.out.isEmpty());
        QVERIFY(wrong.err.contains("--help"));
    }

    void oneInputGoesToStandardOutputAndIsValid()
    {
        QTemporaryDir folder;
        writeFile(folder.filePath(u"talks.txt"_s), Story);
        const Run annotated = run({u"annotate"_s, u"talks.txt"_s, u"--published"_s, u"2024-03-21"_s}, {}, folder.path());
        QCOMPARE(annotated.status, 0);
        QCOMPARE(annotated.err, QByteArray());
        verifySpans(annotated.out);
        QVERIFY(annotated.out.contains("<published>2024-03-21</published>"));
        QVERIFY(annotated.out.contains("norm=\"2024-03-21\""));
        QVERIFY(annotated.out.contains("started=\"2023-11-14T22:13:20Z\""));
        QVERIFY(annotated.out.contains(">Ana Petrovic</span>"));
        const Run valid = run({u"validate"_s, u"-"_s}, annotated.out);
        QCOMPARE(valid.status, 0);
        QVERIFY(QDir(folder.path()).entryList(QDir::Files) == QStringList{u"talks.txt"_s});
    }

    void sameInputGivesTheSameBytes()
    {
        const Run first = run({u"annotate"_s, u"-"_s}, Story);
        const Run second = run({u"annotate"_s, u"-"_s}, Story);
        QCOMPARE(first.status, 0);
        QVERIFY(!first.out.isEmpty());
        QCOMPARE(second.out, first.out);
    }

    void severalInputsAreWrittenBesideThem()
    {
        QTemporaryDir folder;
        writeFile(folder.filePath(u"a.txt"_s), Story);
        writeFile(folder.filePath(u"b.txt"_s), Story);
        const Run both = run({u"annotate"_s, u"a.txt"_s, u"b.txt"_s, u"--jobs"_s, u"2"_s}, {}, folder.path());
        QCOMPARE(both.status, 0);
        QVERIFY(both.out.isEmpty());
        verifySpans(readFile(folder.filePath(u"a.annotated.xml"_s)));
        verifySpans(readFile(folder.filePath(u"b.annotated.xml"_s)));
    }

    void folderIsReadDeepOnlyWhenAskedAndKeepsNamesInTheOutputFolder()
    {
        QTemporaryDir folder;
        writeFile(folder.filePath(u"in/a.txt"_s), Story);
        writeFile(folder.filePath(u"in/deep/b.txt"_s), Story);
        writeFile(folder.filePath(u"in/old.annotated.xml"_s), "left alone");
        QCOMPARE(run({u"annotate"_s, u"in"_s, u"-o"_s, u"flat"_s}, {}, folder.path()).status, 0);
        QCOMPARE(QDir(folder.filePath(u"flat"_s)).entryList(QDir::Files), QStringList{u"a.xml"_s});
        QCOMPARE(run({u"annotate"_s, u"in"_s, u"-o"_s, u"all"_s, u"--recursive"_s}, {}, folder.path()).status, 0);
        QVERIFY(QFile::exists(folder.filePath(u"all/a.xml"_s)));
        QVERIFY(QFile::exists(folder.filePath(u"all/deep/b.xml"_s)));
        QVERIFY(QDir().mkpath(folder.filePath(u"empty"_s)));
        const Run empty = run({u"annotate"_s, u"empty"_s}, {}, folder.path());
        QCOMPARE(empty.status, 1);
        QVERIFY(empty.err.startsWith("empty: "));
    }

    void equalNamesDoNotOverwriteEachOther()
    {
        QTemporaryDir folder;
        writeFile(folder.filePath(u"x/a.txt"_s), Story);
        writeFile(folder.filePath(u"y/a.txt"_s), Story);
        QCOMPARE(run({u"annotate"_s, u"x/a.txt"_s, u"y/a.txt"_s, u"-o"_s, u"out"_s}, {}, folder.path()).status, 0);
        QCOMPARE(QDir(folder.filePath(u"out"_s)).entryList(QDir::Files, QDir::Name), (QStringList{u"a-2.xml"_s, u"a.xml"_s}));
    }

    void personsWorkIsReplacedOnlyByForce()
    {
        QTemporaryDir folder;
        const QString path = folder.filePath(u"out.xml"_s);
        QCOMPARE(run({u"annotate"_s, u"-"_s, u"-o"_s, path}, Story).status, 0);
        QCOMPARE(run({u"annotate"_s, u"-"_s, u"-o"_s, path}, Story).status, 0); // only a detector's layer

        QByteArray work = readFile(path);
        work.replace("kind=\"detector\"", "kind=\"human\"");
        work.replace("stage=\"suggested\"", "stage=\"draft\"");
        writeFile(path, work);
        const Run refused = run({u"annotate"_s, u"-"_s, u"-o"_s, path}, Story);
        QCOMPARE(refused.status, 1);
        QVERIFY(refused.err.contains("--force"));
        QCOMPARE(readFile(path), work);
        QCOMPARE(run({u"annotate"_s, u"-"_s, u"-o"_s, path, u"--force"_s}, Story).status, 0);
        QVERIFY(readFile(path) != work);

        const QString text = folder.filePath(u"notes.txt"_s);
        writeFile(text, "not an annotated file");
        QCOMPARE(run({u"annotate"_s, u"-"_s, u"-o"_s, text}, Story).status, 0);
        QVERIFY(isNativeFile(readFile(text)));
    }

    void badInputIsNamedAndTheOthersAreDone_data()
    {
        QTest::addColumn<QString>("name");
        for (const char *name : {"missing.txt", "empty.txt", "binary.txt", "huge.txt"})
            QTest::newRow(name) << QString::fromLatin1(name);
    }

    void badInputIsNamedAndTheOthersAreDone()
    {
        QFETCH(QString, name);
        QTemporaryDir folder;
        writeFile(folder.filePath(u"good.txt"_s), Story);
        writeFile(folder.filePath(u"empty.txt"_s), {});
        writeFile(folder.filePath(u"binary.txt"_s), QByteArray("\x7f"
                                                               "ELF\x02\x01\x01\0\0\0\0\0\0\0\0\0\x03\0>",
                                                               19)
                                                        + QByteArray(3000, '\x01'));
        QFile huge(folder.filePath(u"huge.txt"_s)); // sparse
        QVERIFY(huge.open(QIODevice::WriteOnly) && huge.resize(300LL * 1024 * 1024));
        const Run some = run({u"annotate"_s, name, u"good.txt"_s, u"-o"_s, u"out"_s}, {}, folder.path());
        QCOMPARE(some.status, 1);
        QVERIFY2(some.err.startsWith(name.toUtf8() + ": "), some.err.constData());
        QVERIFY(some.err.trimmed().endsWith('.'));
        QCOMPARE(some.err.count('\n'), 1);
        QCOMPARE(QDir(folder.filePath(u"out"_s)).entryList(QDir::Files), QStringList{u"good.xml"_s});
    }

    void filterCountsCodePointsOfTheTextAsGiven()
    {
        const QString text =
            u"\U0001F600\U0001F600 Ana Petrovic\r\nmet John Smith\rin Lisbon.\r\n\r\ne\u0301 \u05D0 \uFFFF Ana Petrovic left Lisbon."_s;
        const QByteArray line = QJsonDocument(QJsonObject{{u"id"_s, u"a"_s}, {u"text"_s, text}}).toJson(QJsonDocument::Compact)
                              + '\n';
        const Run done = run({u"annotate"_s, u"--jsonl"_s}, line);
        QCOMPARE(done.status, 0);
        QCOMPARE(lines(done.out).size(), 1);
        const QJsonObject object = lines(done.out).first();
        QCOMPARE(object.value(u"id"_s).toString(), u"a"_s);
        QStringList found;
        qsizetype last = 0;
        for (const QJsonValue &value : object.value(u"entities"_s).toArray()) {
            const QJsonObject entity = value.toObject();
            QCOMPARE(cut(text, entity), entity.value(u"text"_s).toString());
            QVERIFY(entity.value(u"start"_s).toInteger() >= last); // suggestions never overlap
            last = entity.value(u"end"_s).toInteger();
            QVERIFY(!entity.value(u"why"_s).toString().isEmpty());
            QVERIFY(entity.value(u"confidence"_s).toDouble() > 0);
            found.append(entity.value(u"type"_s).toString() + u':' + entity.value(u"text"_s).toString());
        }
        QCOMPARE(found.count(u"PERSON:Ana Petrovic"_s), 2);
        QCOMPARE(found.count(u"LOC:Lisbon"_s), 2);
    }

    void badLineIsAnsweredInItsPlace()
    {
        const QByteArray in = "{\"id\":1,\"text\":\"Lisbon.\"}\n"
                              "not json\n"
                              "\n"
                              "{\"id\":\"two\"}\n"
                              "{\"id\":3,\"text\":\"Lisbon.\",\"published\":\"soon\"}\n"
                              "[1]\n"
                              "{\"id\":{\"a\":[9007199254740993]},\"text\":\"Lisbon.\"}"; // no newline at the end
        for (const QStringList &jobs : {QStringList{}, QStringList{u"--jobs"_s, u"3"_s}}) {
            const Run done = run(QStringList{u"annotate"_s, u"--jsonl"_s} + jobs, in);
            QCOMPARE(done.status, 1);
            const QList<QJsonObject> out = lines(done.out);
            QCOMPARE(out.size(), 6);
            QCOMPARE(out.at(0).value(u"id"_s).toInt(), 1);
            QVERIFY(!out.at(0).value(u"entities"_s).toArray().isEmpty());
            QVERIFY(out.at(1).value(u"id"_s).isNull());
            QVERIFY(out.at(1).contains(u"error"_s));
            QCOMPARE(out.at(2).value(u"id"_s).toString(), u"two"_s);
            QVERIFY(out.at(2).contains(u"error"_s));
            QCOMPARE(out.at(3).value(u"id"_s).toInt(), 3);
            QVERIFY(out.at(3).contains(u"error"_s));
            QVERIFY(out.at(4).contains(u"error"_s));
            QVERIFY(done.out.trimmed().endsWith("\"id\":{\"a\":[9007199254740993]}}"));
            QVERIFY(done.err.contains(":2: "));
            QVERIFY(done.err.contains(":4: "));
            QCOMPARE(done.err.count('\n'), 4);
        }
    }

    void filterKeepsOrderWithJobs()
    {
        QByteArray in;
        for (int i = 0; i < 60; ++i)
            in += "{\"id\":" + QByteArray::number(i) + ",\"text\":\""
                + QByteArray("Ana Petrovic left Lisbon. ").repeated((i * 37) % 50 + 1) + "\"}\n";
        const Run one = run({u"annotate"_s, u"--jsonl"_s}, in);
        const Run four = run({u"annotate"_s, u"--jsonl"_s, u"--jobs"_s, u"4"_s}, in);
        QCOMPARE(one.status, 0);
        QCOMPARE(lines(one.out).size(), 60);
        QCOMPARE(four.out, one.out);
    }

    void publicationDateGivesYears()
    {
        const Run without = run({u"annotate"_s, u"--jsonl"_s}, "{\"id\":1,\"text\":\"They met on March 21.\"}\n");
        QVERIFY(without.out.contains("\"norm\":\"XXXX-03-21\""));
        const Run with = run({u"annotate"_s, u"--jsonl"_s},
                             "{\"id\":1,\"text\":\"They met on March 21.\",\"published\":\"2024-03-22\"}\n");
        QVERIFY(with.out.contains("\"norm\":\"2024-03-21\""));
    }

    void validateListsAllProblems()
    {
        const Run annotated = run({u"annotate"_s, u"-"_s}, Story);
        QByteArray broken = annotated.out;
        broken.replace(">Ana Petrovic</span>", ">Ana Petrovich</span>");
        broken.replace("type=\"place\"", "type=\"planet\"");
        const Run text = run({u"validate"_s, u"-"_s}, broken);
        QCOMPARE(text.status, 1);
        QVERIFY(text.err.count('\n') >= 2);
        const Run json = run({u"validate"_s, u"-"_s, u"--json"_s}, broken);
        QCOMPARE(json.status, 1);
        const QJsonObject file = QJsonDocument::fromJson(json.out).array().first().toObject();
        QVERIFY(!file.value(u"valid"_s).toBool(true));
        QCOMPARE(file.value(u"problems"_s).toArray().size(), text.err.count('\n'));
        QVERIFY(file.value(u"problems"_s).toArray().first().toObject().value(u"line"_s).toInt() > 0);
        QCOMPARE(run({u"validate"_s, u"/nonexistent.xml"_s}).status, 1);
    }

    void historyTellsWhoDidWhatWhen()
    {
        const Run annotated = run({u"annotate"_s, u"-"_s}, Story);
        Result<LoadedArticle> loaded = readNative(annotated.out, u"talks"_s);
        QVERIFY(loaded);
        AnnotatedArticle article = loaded.value().article;
        ActionBuilder builder(article, article.detectorLayer()->info.id, {u"6f0c"_s, u"Vera"_s},
                              QDateTime(QDate(2026, 3, 21), QTime(9, 0), Qt::UTC));
        const Mention first = article.detectorLayer()->mentions.toList().first();
        builder.retype(first.id, u"event"_s);
        QVERIFY(article.apply(builder.finish(u"Retype"_s)));
        const QByteArray bytes = writeNative(article);
        const Run text = run({u"history"_s, u"-"_s}, bytes);
        QCOMPARE(text.status, 0);
        QVERIFY(text.out.contains("2026-03-21T09:00:00Z  Vera  retype"));
        const Run json = run({u"history"_s, u"-"_s, u"--json"_s}, bytes);
        const QJsonObject event = QJsonDocument::fromJson(json.out).array().last().toObject();
        QCOMPARE(event.value(u"by"_s).toString(), u"Vera"_s);
        QCOMPARE(event.value(u"action"_s).toString(), u"retype"_s);
        QCOMPARE(event.value(u"from"_s).toString(), first.type);
        QCOMPARE(event.value(u"to"_s).toString(), u"event"_s);
        const Run other = run({u"history"_s, u"-"_s}, Story);
        QCOMPARE(other.status, 1);
        QVERIFY(!other.err.isEmpty());
    }

    void aReviewIsToldCountedAndChecked()
    {
        const Run annotated = run({u"annotate"_s, u"-"_s}, Story);
        AnnotatedArticle article = readNative(annotated.out, u"talks"_s).value().article;
        const QDateTime at(QDate(2026, 3, 21), QTime(9, 0), Qt::UTC);
        const LayerId layer = article.detectorLayer()->info.id;
        const MentionId first = article.detectorLayer()->mentions.toList().first().id;
        ActionBuilder work(article, layer, {u"6f0c"_s, u"Vera"_s}, at);
        work.setStatus(first, Status::Accepted);
        QVERIFY(work.submit());
        QVERIFY(article.apply(work.finish()));
        ReviewBuilder review(article, layer, {u"19be"_s, u"Rita"_s}, at.addSecs(60));
        review.returnMention(first, u"too short"_s);
        review.comment(first, u"sure?"_s);
        review.propose({0, 3}, u"event"_s);
        QVERIFY(review.finishReturned());
        QVERIFY(article.apply(review.finish()));
        ActionBuilder answer(article, layer, {u"6f0c"_s, u"Vera"_s}, at.addSecs(120));
        answer.reply(1, u"yes"_s);
        QVERIFY(article.apply(answer.finish()));
        QByteArray bytes = writeNative(article);

        const QByteArray m = "m" + QByteArray::number(first);
        const QByteArray out = run({u"history"_s, u"-"_s}, bytes).out;
        const QList<QByteArray> told{"09:00:00Z  Vera  submit", "09:01:00Z  Rita  return  l1/" + m,
                                     "09:01:00Z  Rita  comment  l1/" + m, "09:01:00Z  Rita  propose  l1/p1",
                                     "09:02:00Z  Vera  reply  l1/" + m};
        qsizetype from = 0;
        for (const QByteArray &line : told) {
            const qsizetype found = out.indexOf(line, from);
            QVERIFY2(found >= 0, (line + "\n" + out).constData());
            from = found;
        }
        QVERIFY(out.contains("too short"));
        const Run stats = run({u"stats"_s, u"-"_s, u"--json"_s}, bytes);
        QCOMPARE(QJsonDocument::fromJson(stats.out).object().value(u"verdicts"_s).toObject().value(u"return"_s).toInt(), 1);
        QCOMPARE(run({u"validate"_s, u"-"_s}, bytes).status, 0);
        bytes.replace("parent=\"c1\"", "parent=\"c8\"");
        const Run broken = run({u"validate"_s, u"-"_s}, bytes);
        QCOMPARE(broken.status, 1);
        QVERIFY(broken.err.contains("c8"));
    }

    void statsCountWhatTheFilesHold()
    {
        QTemporaryDir folder;
        const Run annotated = run({u"annotate"_s, u"-"_s}, Story);
        writeFile(folder.filePath(u"a.xml"_s), annotated.out);
        writeFile(folder.filePath(u"deep/b.xml"_s), annotated.out);
        const int mentions = int(annotated.out.count("<mention "));
        const Run one = run({u"stats"_s, u"--json"_s, folder.path()});
        QCOMPARE(one.status, 0);
        QCOMPARE(QJsonDocument::fromJson(one.out).object().value(u"mentions"_s).toInt(), mentions);
        const Run both = run({u"stats"_s, u"--json"_s, u"--recursive"_s, folder.path()});
        const QJsonObject object = QJsonDocument::fromJson(both.out).object();
        QCOMPARE(object.value(u"articles"_s).toInt(), 2);
        QCOMPARE(object.value(u"mentions"_s).toInt(), 2 * mentions);
        QCOMPARE(object.value(u"statuses"_s).toObject().value(u"suggested"_s).toInt(), 2 * mentions);
        QCOMPARE(object.value(u"annotators"_s).toObject().value(u"Dateline"_s).toInt(), 2 * mentions);
        int sum = 0;
        const QJsonObject types = object.value(u"types"_s).toObject();
        for (const QString &type : types.keys())
            sum += types.value(type).toInt();
        QCOMPARE(sum, 2 * mentions);
        const Run text = run({u"stats"_s, folder.filePath(u"a.xml"_s)});
        QCOMPARE(text.status, 0);
        QVERIFY(text.out.contains("Ana Petrovic"));
    }

    void annotatingAnnotatedXmlKeepsPersonsLayers()
    {
        const Run annotated = run({u"annotate"_s, u"-"_s}, Story);
        const Run again = run({u"annotate"_s, u"-"_s}, annotated.out);
        QCOMPARE(again.out, annotated.out);

        Result<LoadedArticle> loaded = readNative(annotated.out, u"talks"_s);
        QVERIFY(loaded);
        AnnotatedArticle article = loaded.value().article;
        ActionBuilder builder(article, article.detectorLayer()->info.id, {u"6f0c"_s, u"Vera"_s},
                              QDateTime(QDate(2026, 3, 21), QTime(9, 0), Qt::UTC));
        builder.setStatus(1, Status::Accepted);
        QVERIFY(article.apply(builder.finish(u"Accept"_s)));
        const Run beside = run({u"annotate"_s, u"-"_s}, writeNative(article));
        QCOMPARE(beside.status, 0);
        Result<LoadedArticle> both = readNative(beside.out, u"talks"_s);
        QVERIFY(both);
        QCOMPARE(both.value().article.layers.size(), 2);
        QVERIFY(both.value().article.layers.first() == article.layers.first());
    }

private:
    /// Independent of the reader: text out of the blocks, every span against its quote.
    static void verifySpans(const QByteArray &xml)
    {
        QXmlStreamReader reader(xml);
        QList<uint> text;
        int spans = 0;
        while (!reader.atEnd()) {
            if (reader.readNext() != QXmlStreamReader::StartElement)
                continue;
            const QXmlStreamAttributes attributes = reader.attributes();
            if (reader.name() == u"text") {
                text = QList<uint>(attributes.value(u"length"_s).toLongLong(), uint('\n'));
            } else if (reader.name() == u"block") {
                const qsizetype start = attributes.value(u"start"_s).toLongLong();
                const QList<uint> block = reader.readElementText().toUcs4();
                QVERIFY(start + block.size() <= text.size());
                std::copy(block.cbegin(), block.cend(), text.begin() + start);
            } else if (reader.name() == u"span") {
                const qsizetype start = attributes.value(u"start"_s).toLongLong();
                const qsizetype end = attributes.value(u"end"_s).toLongLong();
                QVERIFY(start >= 0 && start < end && end <= text.size());
                QCOMPARE(text.sliced(start, end - start), reader.readElementText().toUcs4());
                ++spans;
            }
        }
        QVERIFY2(!reader.hasError(), qPrintable(reader.errorString()));
        QVERIFY(spans > 3);
    }
};

DATELINE_TEST_MAIN(QCoreApplication, TestCli)
#include "tst_cli.moc"
