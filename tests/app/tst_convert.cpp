// SPDX-License-Identifier: Apache-2.0
#include "app/cliprogram.h"

#include "formats/nativeformat.h"
#include "support/testhelper.h"

#include <QDir>
#include <QJsonArray>
#include <QTemporaryDir>

using namespace dateline;
using namespace dateline::test;
using namespace Qt::StringLiterals;

namespace {

/// "Ana" accepted by a person, "Lisbon" suggested, "Ivo" rejected.
AnnotatedArticle article(const QString &text = u"\U0001F600 Ana met Ivo in Lisbon."_s)
{
    AnnotatedArticle article;
    article.text = ArticleText(text);
    article.agents = {{1, u"h1"_s, AgentKind::Human, u"Vera"_s, {}}, {2, u"h2"_s, AgentKind::Human, u"Zoran"_s, {}}};
    Layer layer;
    layer.info.id = 1;
    layer.info.uid = u"first"_s;
    layer.info.by = 1;
    const auto add = [&](const QString &word, const QString &type, Status status) {
        Mention mention;
        mention.id = layer.nextMentionId();
        mention.type = type;
        mention.status = status;
        const qsizetype begin = text.indexOf(word);
        mention.spans = {{begin, begin + word.size()}};
        layer.mentions.insert(mention);
    };
    add(u"Ana"_s, u"person"_s, Status::Accepted);
    add(u"Lisbon"_s, u"place"_s, Status::Suggested);
    add(u"Ivo"_s, u"person"_s, Status::Rejected);
    article.layers = {layer};
    return article;
}

AnnotatedArticle articleOfTwo()
{
    AnnotatedArticle two = article();
    Layer second = two.layers.first();
    second.info = {2, u"second"_s, 2, Stage::Draft, {}, {}, {}, {}};
    second.mentions.remove(2);
    two.layers.append(second);
    return two;
}

QStringList words(const QJsonObject &line)
{
    QStringList words;
    for (const QJsonValue &entity : line.value(u"entities"_s).toArray())
        words.append(entity.toObject().value(u"text"_s).toString());
    return words;
}

QStringList filesIn(const QTemporaryDir &folder, const QString &under = {})
{
    return QDir(folder.filePath(under)).entryList(QDir::Files, QDir::Name);
}

} // namespace

class TestConvert : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void oneInputGoesToStandardOutput()
    {
        QTemporaryDir folder;
        writeFile(folder.filePath(u"talks.xml"_s), writeNative(article()));
        const Run done = run({u"convert"_s, u"talks.xml"_s, u"--to"_s, u"jsonl"_s}, {}, folder.path());
        QCOMPARE(done.status, 0);
        QCOMPARE(lines(done.out).size(), 1);
        QCOMPARE(lines(done.out).first().value(u"id"_s).toString(), u"talks"_s);
        QCOMPARE(words(lines(done.out).first()), (QStringList{u"Ana"_s, u"Lisbon"_s}));
        QCOMPARE(lines(done.out).first().value(u"entities"_s).toArray().first().toObject().value(u"start"_s).toInt(), 2);
        QCOMPARE(filesIn(folder), QStringList{u"talks.xml"_s});
    }

    void statusNarrowsAndWidens()
    {
        const QByteArray native = writeNative(article());
        const auto exported = [&](const QString &status) {
            return words(lines(run({u"convert"_s, u"-"_s, u"--to"_s, u"jsonl"_s, u"--status"_s, status}, native).out).first());
        };
        QCOMPARE(exported(u"accepted"_s), QStringList{u"Ana"_s});
        QCOMPARE(exported(u"accepted,rejected"_s), (QStringList{u"Ana"_s, u"Ivo"_s}));
        const Run whole = run({u"convert"_s, u"-"_s, u"--to"_s, u"native"_s}, native);
        QCOMPARE(whole.out, native); // nothing chosen, nothing lost
        const Run chosen = run({u"convert"_s, u"-"_s, u"--to"_s, u"native"_s, u"--status"_s, u"accepted"_s}, native);
        QVERIFY(chosen.out.contains(">Ana<") && !chosen.out.contains(">Ivo<"));
    }

    void layerIsChosenOrTheLayersAreListed()
    {
        const QByteArray native = writeNative(articleOfTwo());
        const Run undecided = run({u"convert"_s, u"-"_s, u"--to"_s, u"jsonl"_s}, native);
        QCOMPARE(undecided.status, 1);
        QVERIFY(undecided.out.isEmpty());
        QVERIFY(undecided.err.contains("l1: Vera") && undecided.err.contains("l2: Zoran"));
        const Run second = run({u"convert"_s, u"-"_s, u"--to"_s, u"jsonl"_s, u"--layer"_s, u"l2"_s}, native);
        QCOMPARE(second.status, 0);
        QCOMPARE(words(lines(second.out).first()), QStringList{u"Ana"_s});
        QVERIFY(second.err.contains("1 other layer"));
        QCOMPARE(run({u"convert"_s, u"-"_s, u"--to"_s, u"jsonl"_s, u"--layer"_s, u"l9"_s}, native).status, 1);

        AnnotatedArticle judged = articleOfTwo();
        judged.layers[1].info.stage = Stage::Adjudicated;
        QCOMPARE(run({u"convert"_s, u"-"_s, u"--to"_s, u"jsonl"_s}, writeNative(judged)).status, 0);
    }

    void lossIsSaidAndStrictWritesNothing()
    {
        QTemporaryDir folder;
        writeFile(folder.filePath(u"a.xml"_s), writeNative(article()));
        const Run said = run({u"convert"_s, u"a.xml"_s, u"--to"_s, u"conll"_s}, {}, folder.path());
        QCOMPARE(said.status, 0);
        QVERIFY2(said.err.contains("a.xml: 1 mention(s) are not accepted, which conll does not show.\n"), said.err.constData());
        const Run strict = run({u"convert"_s, u"a.xml"_s, u"--to"_s, u"conll"_s, u"--strict"_s, u"-o"_s, u"a.conll"_s}, {},
                               folder.path());
        QCOMPARE(strict.status, 1);
        QCOMPARE(filesIn(folder), QStringList{u"a.xml"_s});
        const Run lossless = run({u"convert"_s, u"a.xml"_s, u"--to"_s, u"jsonl"_s, u"--strict"_s, u"-o"_s, u"a.jsonl"_s}, {},
                                 folder.path());
        QCOMPARE(lossless.err, QByteArray());
        QCOMPARE(lossless.status, 0);
        QVERIFY(filesIn(folder).contains(u"a.jsonl"_s));
    }

    void bratIsTwoFilesAndReadAgain()
    {
        QTemporaryDir folder;
        writeFile(folder.filePath(u"a.xml"_s), writeNative(article()));
        QCOMPARE(run({u"convert"_s, u"a.xml"_s, u"--to"_s, u"brat"_s, u"-o"_s, u"out.ann"_s}, {}, folder.path()).status, 0);
        QCOMPARE(filesIn(folder), (QStringList{u"a.xml"_s, u"out.ann"_s, u"out.txt"_s}));
        QVERIFY(readFile(folder.filePath(u"out.ann"_s)).startsWith("T1\tPERSON 2 5\tAna\n"));
        const Run back = run({u"convert"_s, u"out.txt"_s, u"--to"_s, u"jsonl"_s}, {}, folder.path());
        QCOMPARE(words(lines(back.out).first()), (QStringList{u"Ana"_s, u"Lisbon"_s}));
        const Run again = run({u"convert"_s, u"a.xml"_s, u"--to"_s, u"brat"_s, u"-o"_s, u"out.ann"_s}, {}, folder.path());
        QCOMPARE(again.status, 0);
    }

    void aFileThatOnlyStandsBesideIsNotReplaced()
    {
        QTemporaryDir folder;
        writeFile(folder.filePath(u"a.xml"_s), writeNative(article()));
        writeFile(folder.filePath(u"talks.txt"_s), "the source as it came");
        const Run refused = run({u"convert"_s, u"a.xml"_s, u"--to"_s, u"brat"_s, u"-o"_s, u"talks.ann"_s}, {}, folder.path());
        QCOMPARE(refused.status, 1);
        QVERIFY(refused.err.contains("\ntalks.txt: "));
        QCOMPARE(readFile(folder.filePath(u"talks.txt"_s)), QByteArray("the source as it came"));
        QVERIFY(!filesIn(folder).contains(u"talks.ann"_s));
        QCOMPARE(run({u"convert"_s, u"a.xml"_s, u"--to"_s, u"text"_s, u"-o"_s, u"./"_s}, {}, folder.path()).status, 0);
        QVERIFY(filesIn(folder).contains(u"a.txt"_s));
    }

    void inputsAreNeverOverwrittenUnnamed()
    {
        QTemporaryDir folder;
        writeFile(folder.filePath(u"a.txt"_s), "Ana\r\nleft");
        writeFile(folder.filePath(u"b.txt"_s), "Ivo\r\nleft");
        QCOMPARE(run({u"convert"_s, u"a.txt"_s, u"b.txt"_s, u"--to"_s, u"text"_s}, {}, folder.path()).status, 0);
        QCOMPARE(filesIn(folder), (QStringList{u"a-2.txt"_s, u"a.txt"_s, u"b-2.txt"_s, u"b.txt"_s}));
        QCOMPARE(readFile(folder.filePath(u"a.txt"_s)), QByteArray("Ana\r\nleft"));
        QCOMPARE(readFile(folder.filePath(u"a-2.txt"_s)), QByteArray("Ana\nleft"));
    }

    void severalArticlesOfOneInputAreNumbered()
    {
        QTemporaryDir folder;
        writeFile(folder.filePath(u"all.jsonl"_s), "{\"text\":\"One\"}\nbad\n{\"text\":\"Two\"}\n");
        const Run numbered = run({u"convert"_s, u"all.jsonl"_s, u"--to"_s, u"native"_s, u"-o"_s, u"n.xml"_s}, {}, folder.path());
        QCOMPARE(numbered.status, 0);
        QVERIFY(numbered.err.startsWith("all.jsonl:2: "));
        QCOMPARE(filesIn(folder), (QStringList{u"all.jsonl"_s, u"n-2.xml"_s, u"n.xml"_s}));
        QVERIFY(readFile(folder.filePath(u"n-2.xml"_s)).contains(">Two<"));
        const Run out = run({u"convert"_s, u"all.jsonl"_s, u"--to"_s, u"native"_s}, {}, folder.path());
        QCOMPARE(out.status, 1);
        QVERIFY(out.out.isEmpty());
        const Run table = run({u"convert"_s, u"all.jsonl"_s, u"--to"_s, u"conll"_s}, {}, folder.path());
        QCOMPARE(table.status, 0);
        QCOMPARE(table.out.count("# newdoc id = "), 2);
    }

    void severalInputsJoinInOneFileOrKeepTheirNames()
    {
        QTemporaryDir folder;
        writeFile(folder.filePath(u"in/a.xml"_s), writeNative(article()));
        writeFile(folder.filePath(u"in/b.xml"_s), writeNative(article()));
        QCOMPARE(run({u"convert"_s, u"in"_s, u"--to"_s, u"csv"_s, u"-o"_s, u"all.csv"_s}, {}, folder.path()).status, 0);
        const QByteArray csv = readFile(folder.filePath(u"all.csv"_s));
        QCOMPARE(csv.count("\r\n"), 5);
        QCOMPARE(csv.count("article,"), 1);
        QVERIFY(csv.contains("\r\na,m1,2,5,Ana,PERSON,") && csv.contains("\r\nb,m1,2,5,Ana,PERSON,"));
        QCOMPARE(run({u"convert"_s, u"in"_s, u"--to"_s, u"csv"_s, u"-o"_s, u"out/"_s}, {}, folder.path()).status, 0);
        QCOMPARE(filesIn(folder, u"out"_s), (QStringList{u"a.csv"_s, u"b.csv"_s}));
        QCOMPARE(run({u"convert"_s, u"in"_s, u"--to"_s, u"brat"_s, u"-o"_s, u"brat"_s}, {}, folder.path()).status, 0);
        QCOMPARE(filesIn(folder, u"brat"_s), (QStringList{u"a.ann"_s, u"a.txt"_s, u"b.ann"_s, u"b.txt"_s}));
        const Run back = run({u"convert"_s, u"brat"_s, u"--to"_s, u"jsonl"_s, u"-o"_s, u"back.jsonl"_s}, {}, folder.path());
        QCOMPARE(back.status, 0);
        QCOMPARE(lines(readFile(folder.filePath(u"back.jsonl"_s))).size(), 2); // a.txt is no article of its own
    }

    void badInputIsNamedAndTheOthersAreDone()
    {
        QTemporaryDir folder;
        writeFile(folder.filePath(u"a.xml"_s), writeNative(article()));
        writeFile(folder.filePath(u"bad.conll"_s), "Ana left Lisbon today.\n");
        const Run some = run(
            {u"convert"_s, u"bad.conll"_s, u"missing.ann"_s, u"a.xml"_s, u"--to"_s, u"text"_s, u"-o"_s, u"out"_s}, {},
            folder.path());
        QCOMPARE(some.status, 1);
        QVERIFY(some.err.contains("bad.conll:1: ") && some.err.contains("missing.ann: "));
        QCOMPARE(filesIn(folder, u"out"_s), QStringList{u"a.txt"_s});
    }

    void jsonSaysWhatWasWrittenAndLost()
    {
        QTemporaryDir folder;
        writeFile(folder.filePath(u"a.xml"_s), writeNative(article()));
        const Run done = run({u"convert"_s, u"a.xml"_s, u"--to"_s, u"brat"_s, u"-o"_s, u"a.ann"_s, u"--json"_s}, {},
                             folder.path());
        QCOMPARE(done.status, 0);
        const QJsonObject object = QJsonDocument::fromJson(done.out).array().first().toObject();
        QCOMPARE(object.value(u"input"_s).toString(), u"a.xml"_s);
        QCOMPARE(object.value(u"outputs"_s).toArray(), QJsonArray{u"a.ann"_s});
        const QJsonObject loss = object.value(u"losses"_s).toArray().first().toObject();
        QCOMPARE(loss.value(u"feature"_s).toString(), u"author"_s);
        QCOMPARE(loss.value(u"count"_s).toInt(), 1);
    }

    void personsWorkIsReplacedOnlyByForce()
    {
        QTemporaryDir folder;
        const QByteArray work = writeNative(article());
        writeFile(folder.filePath(u"work.xml"_s), work);
        const QStringList command{u"convert"_s, u"-"_s, u"--to"_s, u"native"_s, u"-o"_s, folder.filePath(u"work.xml"_s)};
        QCOMPARE(run(command, "Another text.").status, 1);
        QCOMPARE(readFile(folder.filePath(u"work.xml"_s)), work);
        QCOMPARE(run(command + QStringList{u"--force"_s}, "Another text.").status, 0);
        QVERIFY(readFile(folder.filePath(u"work.xml"_s)) != work);
    }

    void annotateWritesEveryFormat_data()
    {
        QTest::addColumn<QString>("format");
        QTest::addColumn<QByteArray>("part");
        QTest::newRow("jsonl") << u"jsonl"_s << QByteArray("\"text\":\"Lisbon\"");
        QTest::newRow("conll") << u"conll"_s << QByteArray("Lisbon\tB-LOC\n");
        QTest::newRow("csv") << u"csv"_s << QByteArray(",Lisbon,LOC,");
        QTest::newRow("brat") << u"brat"_s << QByteArray("\tLisbon\n");
        QTest::newRow("html") << u"html"_s << QByteArray("<!DOCTYPE html>");
        QTest::newRow("text") << u"text"_s << QByteArray("Ana Petrovic left Lisbon.");
    }

    void annotateWritesEveryFormat()
    {
        QFETCH(QString, format);
        QFETCH(QByteArray, part);
        const Run done = run({u"annotate"_s, u"-"_s, u"--format"_s, format}, "Ana Petrovic left Lisbon.\n");
        QCOMPARE(done.status, 0);
        QVERIFY2(done.out.contains(part), done.out.constData());
    }

    void wrongUsageIsStatus2_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::newRow("no format") << QStringList{u"a.xml"_s};
        QTest::newRow("no input") << QStringList{u"--to"_s, u"csv"_s};
        QTest::newRow("unknown format") << QStringList{u"a.xml"_s, u"--to"_s, u"tei"_s};
        QTest::newRow("written only") << QStringList{u"a.csv"_s, u"--from"_s, u"csv"_s, u"--to"_s, u"text"_s};
        QTest::newRow("unknown status") << QStringList{u"a.xml"_s, u"--to"_s, u"csv"_s, u"--status"_s, u"accepted,maybe"_s};
        QTest::newRow("JSON and output") << QStringList{u"a.xml"_s, u"--to"_s, u"csv"_s, u"--json"_s};
    }

    void wrongUsageIsStatus2()
    {
        QFETCH(QStringList, arguments);
        const Run wrong = run(QStringList{u"convert"_s} + arguments);
        QCOMPARE(wrong.status, 2);
        QVERIFY(wrong.out.isEmpty());
        QVERIFY(wrong.err.contains("convert --help"));
    }
};

DATELINE_TEST_MAIN(QCoreApplication, TestConvert)
#include "tst_convert.moc"
