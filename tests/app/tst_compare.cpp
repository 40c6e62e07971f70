// SPDX-License-Identifier: Apache-2.0
// The commands compare, merge and split by the real program.
#include "app/cliprogram.h"
#include "formats/nativeformat.h"
#include "support/testhelper.h"

#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>

#include <cmath>

using namespace dateline;
using namespace dateline::test;
using namespace Qt::StringLiterals;

namespace {

const QString Story = u"Ana Petrovic met Bo Li in Oslo today\nShe said \U0001F600 thanks, and <Bo Li> left.\n"_s;

struct Marked
{
    QString words;
    QString type;
    int nth = 1;
};

/// An article with one accepted layer of this annotator; the layer's uid is of their name.
AnnotatedArticle articleBy(const QString &name, const QList<Marked> &marks, const QString &text = Story)
{
    AnnotatedArticle article;
    article.text = ArticleText(text);
    article.agents = {{1, u"uid-"_s + name, AgentKind::Human, name, {}}};
    Layer layer;
    layer.info.id = 1;
    layer.info.uid = u"layer-"_s + name;
    layer.info.by = 1;
    layer.info.started = layer.info.modified = QDateTime(QDate(2026, 3, 21), QTime(9, 0), Qt::UTC);
    for (const Marked &mark : marks) {
        qsizetype begin = -1;
        for (int i = 0; i < mark.nth; ++i)
            begin = text.indexOf(mark.words, begin + 1);
        Mention mention;
        mention.id = layer.nextMentionId();
        mention.type = mark.type;
        mention.status = Status::Accepted;
        mention.origin = 1;
        mention.spans = {{begin, begin + mark.words.size()}};
        mention.events = {{1, layer.info.started, u"add"_s, {}, {}}};
        layer.mentions.insert(mention);
    }
    article.layers = {layer};
    return article;
}

const QList<Marked> ByVera{{u"Ana Petrovic"_s, u"person"_s}, {u"Bo Li"_s, u"person"_s}, {u"Oslo"_s, u"place"_s}};
const QList<Marked> ByOle{
    {u"Ana Petrovic"_s, u"person"_s}, {u"Li"_s, u"person"_s}, {u"Oslo"_s, u"organisation"_s}, {u"<Bo Li>"_s, u"person"_s}};

QJsonObject object(const QByteArray &json)
{
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(json, &error);
    if (error.error != QJsonParseError::NoError)
        QTest::qFail(qPrintable(error.errorString()), __FILE__, __LINE__);
    return document.object();
}

/// "l1 l2 missing, …" in the order of the list.
QString shown(const QJsonArray &differences)
{
    QStringList list;
    for (const QJsonValue &value : differences) {
        const QJsonObject difference = value.toObject();
        list.append(u"%1 %2 %3"_s.arg(difference.value(u"a"_s).toString(), difference.value(u"b"_s).toString(),
                                      difference.value(u"kind"_s).toString()));
    }
    return list.join(u", "_s);
}

} // namespace

class TestCompare : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        write(u"vera.xml"_s, articleBy(u"Vera"_s, ByVera));
        write(u"ole.xml"_s, articleBy(u"Ole"_s, ByOle));
    }

    void differencesAreNoFailureAndStandInOrder()
    {
        const Run compared = run({u"compare"_s, u"vera.xml"_s, u"ole.xml"_s, u"--json"_s, u"--unit"_s, u"span"_s}, {}, path());
        QCOMPARE(compared.status, 0);
        QCOMPARE(compared.err, QByteArray());
        const QJsonObject json = object(compared.out);
        QCOMPARE(json.value(u"layers"_s).toArray(),
                 (QJsonArray{QJsonObject{{u"id"_s, u"l1"_s}, {u"by"_s, u"Vera"_s}, {u"file"_s, u"vera.xml"_s}},
                             QJsonObject{{u"id"_s, u"l2"_s}, {u"by"_s, u"Ole"_s}, {u"file"_s, u"ole.xml"_s}}}));
        QCOMPARE(shown(json.value(u"differences"_s).toArray()), u"l1 l2 boundary, l1 l2 type, l1 l2 extra"_s);
        const QJsonObject extra = json.value(u"differences"_s).toArray().last().toObject();
        QVERIFY(extra.value(u"mention_a"_s).isNull());
        QCOMPARE(extra.value(u"mention_b"_s).toString(), u"m4"_s);
        QCOMPARE(extra.value(u"text_b"_s).toString(), u"<Bo Li>"_s);
        QCOMPARE(extra.value(u"type_b"_s).toString(), u"PERSON"_s);
        QCOMPARE(extra.value(u"line"_s).toInt(), 2);
        QCOMPARE(extra.value(u"column"_s).toInt(), 24);
        QCOMPARE(extra.value(u"start"_s).toInt(), 60); // code points: the emoji is one
        const QJsonObject pair = json.value(u"pairs"_s).toArray().first().toObject();
        QCOMPARE(pair.keys(), (QStringList{u"a"_s, u"alpha"_s, u"b"_s, u"f1_exact"_s, u"f1_overlap"_s, u"items"_s, u"kappa"_s}));
        // One exact pair and two of one type of 3 + 4 mentions.
        QVERIFY(std::abs(pair.value(u"f1_exact"_s).toDouble() - 2.0 / 7) < 1e-9);
        QVERIFY(std::abs(pair.value(u"f1_overlap"_s).toDouble() - 4.0 / 7) < 1e-9);
        // (P P) (P -) (- P) (L G) (- P): 10 values, 5 P, 3 -, L, G; Do = 8/10,
        // De = 1 - (20 + 6) / 90 = 64/90; alpha = 1 - 0.8 * 90 / 64 = -1/8.
        QVERIFY(std::abs(pair.value(u"alpha"_s).toDouble() + 0.125) < 1e-9);
        QCOMPARE(pair.value(u"items"_s).toInt(), 5);
    }

    void everyLayerOfEveryFileTakesPartEvenWithEqualUids()
    {
        AnnotatedArticle both = articleBy(u"Vera"_s, ByVera);
        Layer second = both.layers.first();
        second.info.id = 2;
        both.layers.append(second); // the same uid too
        write(u"both.xml"_s, both);
        const Run compared = run({u"compare"_s, u"both.xml"_s, u"vera.xml"_s, u"--json"_s}, {}, path());
        QCOMPARE(compared.status, 0);
        const QJsonObject json = object(compared.out);
        QCOMPARE(json.value(u"layers"_s).toArray().size(), 3);
        QCOMPARE(json.value(u"pairs"_s).toArray().size(), 3);
        QCOMPARE(json.value(u"differences"_s).toArray().size(), 0);
        const QJsonObject pair = json.value(u"pairs"_s).toArray().last().toObject();
        QCOMPARE(pair.value(u"a"_s).toString(), u"l2"_s);
        QCOMPARE(pair.value(u"b"_s).toString(), u"l3"_s);
        QCOMPARE(pair.value(u"f1_exact"_s).toDouble(), 1.0);
    }

    void undefinedMeasuresAreNull()
    {
        write(u"a.xml"_s, articleBy(u"A"_s, {}));
        write(u"b.xml"_s, articleBy(u"B"_s, {}));
        const Run compared = run({u"compare"_s, u"a.xml"_s, u"b.xml"_s, u"--json"_s}, {}, path());
        QCOMPARE(compared.status, 0);
        const QJsonObject pair = object(compared.out).value(u"pairs"_s).toArray().first().toObject();
        for (const QString &measure : {u"f1_exact"_s, u"f1_overlap"_s, u"kappa"_s, u"alpha"_s})
            QVERIFY(pair.contains(measure) && pair.value(measure).isNull());
        QCOMPARE(pair.value(u"items"_s).toInt(-1), 0);
    }

    void anotherTextIsNamedAndTheRestCompared()
    {
        write(u"other.xml"_s, articleBy(u"Eva"_s, {}, QString(Story).replace(u"said"_s, u"says"_s)));
        const Run compared = run({u"compare"_s, u"vera.xml"_s, u"other.xml"_s, u"none.xml"_s, u"ole.xml"_s, u"--json"_s}, {},
                                 path());
        QCOMPARE(compared.status, 1);
        const QList<QByteArray> messages = compared.err.trimmed().split('\n');
        QCOMPARE(messages.size(), 2);
        QVERIFY(messages.first().startsWith("none.xml: "));
        QVERIFY2(messages.last().startsWith("other.xml: "), compared.err.constData());
        QVERIFY(messages.last().contains("\"vera.xml\"") && messages.last().contains("line 2, column 7"));
        const QJsonObject json = object(compared.out);
        QCOMPARE(json.value(u"layers"_s).toArray().size(), 3);
        QCOMPARE(json.value(u"pairs"_s).toArray().size(), 1);
        QCOMPARE(json.value(u"pairs"_s).toArray().first().toObject().value(u"b"_s).toString(), u"l3"_s);
    }

    void wordsNamePlaceAndBothSides()
    {
        const Run compared = run({u"compare"_s, u"vera.xml"_s, u"ole.xml"_s}, {}, path());
        QCOMPARE(compared.status, 0);
        QVERIFY2(compared.out.contains("1:18  boundary  \"Bo Li\" PERSON | \"Li\" PERSON\n"), compared.out.constData());
        QVERIFY(compared.out.contains("1:27  type  \"Oslo\" LOC | \"Oslo\" ORG\n"));
        QVERIFY(compared.out.contains("2:24  extra  – | \"<Bo Li>\" PERSON\n"));
        QVERIFY(compared.out.contains("l1 and l2: F1 0.286 exact, 0.571 overlapping;"));
        const Run one = run({u"compare"_s, u"vera.xml"_s}, {}, path());
        QCOMPARE(one.status, 1);
        QVERIFY(!one.err.isEmpty());
    }

    void pageStandsAloneAndEscapesTheText()
    {
        const Run compared = run({u"compare"_s, u"vera.xml"_s, u"ole.xml"_s, u"--html"_s, u"page.html"_s}, {}, path());
        QCOMPARE(compared.status, 0);
        const QByteArray page = readFile(m_folder->filePath(u"page.html"_s));
        QVERIFY(page.startsWith("<!DOCTYPE html>"));
        QVERIFY(page.contains("<mark>&lt;Bo Li&gt;</mark>"));
        QVERIFY(!page.contains("<Bo"));
        for (const char *outside : {"http", "src=", "href=", "<script", "url("})
            QVERIFY2(!page.contains(outside), outside);
        // A person's work is not overwritten.
        const QByteArray before = readFile(m_folder->filePath(u"ole.xml"_s));
        QCOMPARE(run({u"compare"_s, u"vera.xml"_s, u"ole.xml"_s, u"--html"_s, u"ole.xml"_s}, {}, path()).status, 1);
        QCOMPARE(readFile(m_folder->filePath(u"ole.xml"_s)), before);
    }

    void mergedFileHoldsAllLayersAndSplitsOutAgain()
    {
        const Run merged = run({u"merge"_s, u"vera.xml"_s, u"ole.xml"_s, u"-o"_s, u"all.xml"_s}, {}, path());
        QCOMPARE(merged.status, 0);
        QCOMPARE(merged.err, QByteArray());
        QCOMPARE(run({u"validate"_s, u"all.xml"_s}, {}, path()).status, 0);
        Result<LoadedArticle> all = readNative(readFile(m_folder->filePath(u"all.xml"_s)), u"all"_s);
        QVERIFY(all);
        QCOMPARE(all.value().article.layers.size(), 2);
        QCOMPARE(all.value().article.agents.size(), 2);
        QVERIFY(all.value().article.layers.first() == articleBy(u"Vera"_s, ByVera).layers.first());

        const Run split = run({u"split"_s, u"all.xml"_s, u"-o"_s, u"parts"_s}, {}, path());
        QCOMPARE(split.status, 0);
        QCOMPARE(split.out, QByteArray("parts/Vera.xml\nparts/Ole.xml\n"));
        QCOMPARE(readFile(m_folder->filePath(u"parts/Vera.xml"_s)), readFile(m_folder->filePath(u"vera.xml"_s)));
        const Run again = run({u"merge"_s, u"parts/Vera.xml"_s, u"parts/Ole.xml"_s}, {}, path());
        QCOMPARE(again.status, 0);
        QCOMPARE(again.out, readFile(m_folder->filePath(u"all.xml"_s)));

        const Run refused = run({u"split"_s, u"all.xml"_s, u"-o"_s, u"parts"_s}, {}, path());
        QCOMPARE(refused.status, 1);
        QCOMPARE(refused.err.count("--force"), 2);
        QCOMPARE(run({u"split"_s, u"all.xml"_s, u"-o"_s, u"parts"_s, u"--force"_s}, {}, path()).status, 0);
        QCOMPARE(run({u"split"_s, u"all.xml"_s, u"-o"_s, u"vera.xml"_s}, {}, path()).status, 2);
    }

    void reviewsFollowTheirLayerThroughMergeAndSplit()
    {
        QByteArray reviewed = writeNative(articleBy(u"Ole"_s, ByOle));
        reviewed.replace("</agents>", "<agent id=\"a2\" uid=\"uid-Eva\" kind=\"human\" name=\"Eva\"/></agents>");
        reviewed.replace("</annotatedArticle>",
                         "<review of=\"l1\" by=\"a2\" started=\"2026-03-21T10:00:00Z\"><verdict mention=\"m2\" "
                         "decision=\"return\" at=\"2026-03-21T10:00:00Z\">Bo too</verdict></review></annotatedArticle>");
        writeFile(m_folder->filePath(u"reviewed.xml"_s), reviewed);
        const Run merged = run({u"merge"_s, u"vera.xml"_s, u"reviewed.xml"_s}, {}, path());
        QCOMPARE(merged.status, 0);
        QVERIFY2(merged.out.contains("<review of=\"l2\" by=\"a3\""), merged.out.constData());
        QCOMPARE(run({u"validate"_s, u"-"_s}, merged.out).status, 0);
        QCOMPARE(run({u"split"_s, u"-"_s, u"-o"_s, u"parts"_s}, merged.out, path()).status, 0);
        QVERIFY(readFile(m_folder->filePath(u"parts/Ole.xml"_s)).contains("Bo too"));
        QVERIFY(!readFile(m_folder->filePath(u"parts/Vera.xml"_s)).contains("Eva"));
        QCOMPARE(run({u"validate"_s, u"parts/Ole.xml"_s}, {}, path()).status, 0);
    }

    void mergingAnotherTextOrAMissingFileWritesNothing()
    {
        write(u"other.xml"_s, articleBy(u"Eva"_s, {}, QString(Story).replace(u"said"_s, u"says"_s)));
        const Run other = run({u"merge"_s, u"vera.xml"_s, u"other.xml"_s, u"-o"_s, u"all.xml"_s}, {}, path());
        QCOMPARE(other.status, 1);
        QVERIFY2(other.err.startsWith("other.xml: ") && other.err.contains("vera.xml"), other.err.constData());
        const Run missing = run({u"merge"_s, u"vera.xml"_s, u"none.xml"_s, u"-o"_s, u"all.xml"_s}, {}, path());
        QCOMPARE(missing.status, 1);
        QVERIFY(!QFile::exists(m_folder->filePath(u"all.xml"_s)));
        const QByteArray before = readFile(m_folder->filePath(u"vera.xml"_s));
        QCOMPARE(run({u"merge"_s, u"vera.xml"_s, u"ole.xml"_s, u"-o"_s, u"vera.xml"_s}, {}, path()).status, 1);
        QCOMPARE(readFile(m_folder->filePath(u"vera.xml"_s)), before);
    }

    void workThatWentApartIsKeptTwiceAndSaid()
    {
        AnnotatedArticle left = articleBy(u"Vera"_s, ByVera);
        Mention moved = left.layers.first().mentions.toList().last();
        moved.type = u"organisation"_s;
        moved.events.append({1, left.layers.first().info.started, u"retype"_s, u"place"_s, u"organisation"_s});
        left.layers.first().mentions.replace(moved);
        AnnotatedArticle right = articleBy(u"Vera"_s, ByVera);
        right.layers.first().mentions.insert(
            Mention{9, u"date"_s, 0, Status::Accepted, 1, -1, false, {}, {{31, 36}}, {}, {}, {}, {}, {}});
        write(u"left.xml"_s, left);
        write(u"right.xml"_s, right);
        const Run merged = run({u"merge"_s, u"left.xml"_s, u"right.xml"_s}, {}, path());
        QCOMPARE(merged.status, 0);
        QVERIFY2(merged.err.startsWith("right.xml: ") && merged.err.contains("layer-Vera-2"), merged.err.constData());
        QCOMPARE(merged.out.count("<layer "), 2);
    }

private:
    [[nodiscard]] QString path() const { return m_folder->path(); }
    void write(const QString &name, const AnnotatedArticle &article)
    {
        writeFile(m_folder->filePath(name), writeNative(article));
    }

    std::unique_ptr<QTemporaryDir> m_folder;
};

DATELINE_TEST_MAIN(QCoreApplication, TestCompare)
#include "tst_compare.moc"
