// SPDX-License-Identifier: Apache-2.0
#include "formatfixtures.h"
#include "support/testhelper.h"

#include <QElapsedTimer>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>

using namespace dateline;
using namespace Qt::StringLiterals;

namespace {

QByteArray head(const QByteArray &attributes = "version=\"1.0\"")
{
    return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<annotatedArticle xmlns=\"urn:dateline:annotated-article:1\" "
           "xmlns:x=\"urn:x\" "
         + attributes + ">\n";
}

/// A file around one text block and what follows it.
QByteArray fileWith(const QByteArray &text, const QByteArray &rest, const QByteArray &attributes = "version=\"1.0\"")
{
    return head(attributes)
         + "<tagset id=\"t\"><type id=\"person\" name=\"P\"/><type id=\"place\" name=\"L\"/></tagset>"
           "<agents><agent id=\"a1\" uid=\"u1\" kind=\"human\" name=\"N\"/></agents>"
           "<text unit=\"codepoint\" length=\""
         + QByteArray::number(qsizetype(QString::fromUtf8(text).toUcs4().size()))
         + "\">"
           "<block start=\"0\" kind=\"paragraph\" xml:space=\"preserve\">"
         + text + "</block></text>\n" + rest + "</annotatedArticle>\n";
}

QString messages(const IssueList &issues)
{
    QStringList lines;
    for (const Issue &issue : issues)
        lines.append(issue.message);
    return lines.join(u'\n');
}

QString xmllint() { return QStandardPaths::findExecutable(u"xmllint"_s); }

QString schemaProblems(const QByteArray &bytes)
{
    QTemporaryDir folder;
    const QString path = folder.filePath(u"a.xml"_s);
    test::writeFile(path, bytes);
    QProcess process;
    process.start(xmllint(), {u"--noout"_s, u"--nonet"_s, u"--schema"_s,
                              QStringLiteral(DATELINE_SOURCE_DIR "/resources/schema/annotated-article-1.xsd"), path});
    if (!process.waitForFinished(60'000))
        return u"xmllint did not end"_s;
    return process.exitCode() == 0 ? QString() : QString::fromUtf8(process.readAllStandardError());
}

} // namespace

class TestNative : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void anArticleReadsBackAsItWas()
    {
        const AnnotatedArticle article = test::sampleArticle();
        const QByteArray bytes = writeNative(article);
        const auto loaded = readNative(bytes, u"a.xml"_s);
        QVERIFY2(loaded.isOk(), loaded.isOk() ? "" : qPrintable(loaded.error().toString()));
        QCOMPARE(messages(loaded.value().issues), QString());
        const AnnotatedArticle &read = loaded.value().article;
        QVERIFY(loaded.value().isNative);
        QCOMPARE(read.text.text(), article.text.text());
        QVERIFY(read.text == article.text);
        QVERIFY(read.head == article.head);
        QVERIFY(read.source == article.source);
        QVERIFY(read.tagset == article.tagset);
        QCOMPARE(read.agents, article.agents);
        QVERIFY(read.layers.first().info == article.layers.first().info);
        QVERIFY(read.layers.first().entities == article.layers.first().entities);
        QCOMPARE(read.layers.first().mentions.toList(), article.layers.first().mentions.toList());
        QVERIFY(read == article);
        QCOMPARE(writeNative(read), bytes);
        QVERIFY(validateNative(bytes, u"a.xml"_s).isEmpty());
    }

    void theFileLooksAsDocumented()
    {
        AnnotatedArticle article;
        article.text = ArticleText(u"Lavrov 😀 to host Dacic today\n\nMOSCOW, March 21. The two ministers will discuss Kosovo."_s);
        article.tagset = {u"news"_s, u"1"_s, {{u"person"_s, u"Person"_s, u"#2f6fd0"_s, u"Who"_s}}};
        article.agents = {{1, u"dateline-detector"_s, AgentKind::Detector, u"Dateline"_s, u"0.1.0"_s}};
        Layer layer;
        layer.info = {1, u"u"_s, 1, Stage::Suggested, QDateTime(QDate(2026, 3, 21), QTime(9, 0), Qt::UTC), {}, {}, {}};
        layer.entities.insert(1, {1, u"person"_s, u"Dacic"_s, {}, {}, {}, {}});
        Mention mention;
        mention.id = 1;
        mention.type = u"person"_s;
        mention.entity = 1;
        mention.origin = 1;
        mention.confidence = 0.9;
        mention.spans = {{18, 23}};
        layer.mentions.insert(mention);
        article.layers = {layer};
        const QByteArray expected = R"(<?xml version="1.0" encoding="UTF-8"?>
<annotatedArticle xmlns="urn:dateline:annotated-article:1" version="1.0">
  <tagset id="news" version="1">
    <type id="person" name="Person" color="#2f6fd0">Who</type>
  </tagset>
  <agents>
    <agent id="a1" uid="dateline-detector" kind="detector" name="Dateline" version="0.1.0"/>
  </agents>
  <text unit="codepoint" length="86" sha256="@">
    <block start="0" kind="headline" xml:space="preserve">Lavrov 😀 to host Dacic today</block>
    <block start="30" kind="paragraph" xml:space="preserve">MOSCOW, March 21. The two ministers will discuss Kosovo.</block>
    <structure kind="dateline" start="30" end="47"/>
  </text>
  <layer id="l1" uid="u" by="a1" stage="suggested" started="2026-03-21T09:00:00Z">
    <entity id="e1" type="person" name="Dacic"/>
    <mention id="m1" type="person" entity="e1" status="suggested" origin="a1" confidence="0.90">
      <span start="17" end="22">Dacic</span>
    </mention>
  </layer>
</annotatedArticle>
)";
        QCOMPARE(QString::fromUtf8(writeNative(article)), QString::fromUtf8(expected).replace(u'@', article.text.digest()));
    }

    void randomArticlesReadBack_data()
    {
        QTest::addColumn<quint32>("seed");
        QTest::addColumn<int>("mentions");
        for (quint32 seed = 1; seed <= 60; ++seed)
            QTest::addRow("seed %u", seed) << seed << int(seed * 3);
        QTest::newRow("many") << quint32(99) << 3000;
    }
    void randomArticlesReadBack()
    {
        QFETCH(quint32, seed);
        QFETCH(int, mentions);
        const AnnotatedArticle article = test::randomArticle(seed, mentions);
        const QByteArray bytes = writeNative(article);
        const auto loaded = readNative(bytes, u"a.xml"_s);
        QVERIFY2(loaded.isOk(), loaded.isOk() ? "" : qPrintable(loaded.error().toString()));
        QCOMPARE(messages(loaded.value().issues), QString());
        QVERIFY(loaded.value().article == article);
        QCOMPARE(writeNative(loaded.value().article), bytes);
    }

    void textsWithEdgesReadBack_data()
    {
        QTest::addColumn<QString>("raw");
        QTest::newRow("empty") << QString();
        QTest::newRow("newlines only") << u"\n\n\n"_s;
        QTest::newRow("emoji first and last") << u"😀 a 😀"_s;
        QTest::newRow("CRLF") << u"One.\r\n\r\nTwo.\r\n"_s;
        QTest::newRow("NUL") << u"a\0b"_s;
        QTest::newRow("lone surrogate") << u"a"_s + QChar(0xDC00) + u"b"_s;
        QTest::newRow("combining marks") << u"e\u0301\u0323 first\n\u0301 alone"_s;
        QTest::newRow("right to left") << u"שלום \u202Bעולם\u202C\nمرحبا"_s;
        QTest::newRow("markup") << u"<b>&amp;</b> ]]> <!-- -->"_s;
        QTest::newRow("NEL, separators, no-break space") << u"a\u0085b\u2028c\u2029d\u00A0e"_s;
        QTest::newRow("spaces around lines") << u"  a  \n   \n\tb\t\n"_s;
    }
    void textsWithEdgesReadBack()
    {
        QFETCH(QString, raw);
        AnnotatedArticle article = articleFromText(raw, u"pasted"_s).article;
        article.head.title = raw;
        const QByteArray bytes = writeNative(article);
        const auto loaded = readNative(bytes, u"a.xml"_s);
        QVERIFY2(loaded.isOk(), loaded.isOk() ? "" : qPrintable(loaded.error().toString()));
        QCOMPARE(messages(loaded.value().issues), QString());
        QVERIFY(loaded.value().article.text == article.text);
        QCOMPARE(writeNative(loaded.value().article), bytes);
        if (!xmllint().isEmpty())
            QCOMPARE(schemaProblems(bytes), QString());
    }

    void theSchemaAcceptsWhatIsWritten_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("sample") << writeNative(test::sampleArticle());
        QTest::newRow("nothing in it") << writeNative(AnnotatedArticle());
        for (quint32 seed = 200; seed < 206; ++seed)
            QTest::addRow("seed %u", seed) << writeNative(test::randomArticle(seed, 50));
        const QByteArray rest =
            R"(<layer id="l1" by="a1" stage="returned"><mention id="m1" type="person" status="accepted" origin="a1"><span start="0" end="5">Hello</span></mention>
  <x:foo x:a="1">t<x:bar/></x:foo></layer>
  <review of="l1" by="a1" started="2026-01-01T00:00:00Z">
    <verdict mention="m1" decision="return" at="2026-01-01T00:00:00Z">why</verdict>
    <comment id="c1" mention="m1" by="a1" at="2026-01-01T00:00:00Z">text</comment>
    <comment id="c2" parent="c1">text</comment>
    <proposal id="p1" by="a1"><mention id="m1" type="place" status="suggested"><span start="0" end="5">Hello</span></mention></proposal>
  </review><x:tail/>)";
        const auto loaded = readNative(fileWith("Hello", rest), u"a.xml"_s);
        QVERIFY(loaded.isOk());
        QCOMPARE(messages(loaded.value().issues), QString());
        QTest::newRow("review and foreign elements") << writeNative(loaded.value().article);
        AnnotatedArticle dangling = test::sampleArticle();
        dangling.agents.removeLast();
        QTest::newRow("an agent that is gone") << writeNative(dangling);
    }
    void theSchemaAcceptsWhatIsWritten()
    {
        if (xmllint().isEmpty())
            QSKIP("xmllint is not installed");
        QFETCH(QByteArray, bytes);
        QCOMPARE(schemaProblems(bytes), QString());
        QVERIFY(validateNative(bytes, u"a.xml"_s).isEmpty());
    }

    void problemsAreFoundByUsAndByTheSchema_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("word");
        const auto layer = [](const QByteArray &inside, const QByteArray &attributes = "id=\"l1\" stage=\"draft\"") {
            return fileWith("Hello", "<layer " + attributes + ">" + inside + "</layer>");
        };
        const QByteArray span = "<span start=\"0\" end=\"5\">Hello</span>";
        QTest::newRow("unknown element") << layer("<thing/>") << u"thing"_s;
        QTest::newRow("unknown attribute") << layer("<entity id=\"e1\" type=\"person\" name=\"n\" colour=\"red\"/>")
                                           << u"colour"_s;
        QTest::newRow("unknown stage") << layer("", "id=\"l1\" stage=\"done\"") << u"done"_s;
        QTest::newRow("unknown status") << layer("<mention id=\"m1\" type=\"person\" status=\"maybe\">" + span + "</mention>")
                                        << u"maybe"_s;
        QTest::newRow("unknown action") << layer("<mention id=\"m1\" type=\"person\" status=\"accepted\">" + span
                                                 + "<event action=\"fly\"/></mention>")
                                        << u"fly"_s;
        QTest::newRow("action of another element") << layer("<event action=\"accept\"/>") << u"accept"_s;
        QTest::newRow("no span") << layer("<mention id=\"m1\" type=\"person\" status=\"accepted\"/>") << u"span"_s;
        QTest::newRow("no id") << layer("<entity type=\"person\" name=\"n\"/>") << u"“id”"_s;
        QTest::newRow("mention twice") << layer("<mention id=\"m1\" type=\"person\" status=\"accepted\">" + span
                                                + "</mention><mention id=\"m1\" type=\"person\" status=\"accepted\">" + span
                                                + "</mention>")
                                       << u"twice"_s;
        QTest::newRow("no such entity") << layer("<mention id=\"m1\" type=\"person\" entity=\"e9\" status=\"accepted\">" + span
                                                 + "</mention>")
                                        << u"e9"_s;
        QTest::newRow("no such agent") << layer("", "id=\"l1\" stage=\"draft\" by=\"a9\"") << u"a9"_s;
        QTest::newRow("no such mention in a relation")
            << layer("<relation id=\"r1\" type=\"t\" from=\"m1\" to=\"m2\"/>") << u"m1"_s;
        QTest::newRow("confidence over one")
            << layer("<mention id=\"m1\" type=\"person\" status=\"accepted\" confidence=\"1.5\">" + span + "</mention>")
            << u"1.5"_s;
        QTest::newRow("time malformed") << layer("", "id=\"l1\" stage=\"draft\" started=\"yesterday\"") << u"yesterday"_s;
        QTest::newRow("order") << layer("<mention id=\"m1\" type=\"person\" status=\"accepted\">" + span
                                        + "</mention><entity id=\"e1\" type=\"person\" name=\"n\"/>")
                               << u"too late"_s;
        QTest::newRow("verdict without decision")
            << fileWith("Hello", "<layer id=\"l1\" stage=\"draft\"><mention id=\"m1\" type=\"person\" status=\"accepted\">" + span
                                     + "</mention></layer><review of=\"l1\"><verdict mention=\"m1\">x</verdict></review>")
            << u"decision"_s;
        QTest::newRow("unknown decision") << fileWith(
            "Hello", "<layer id=\"l1\" stage=\"draft\"><mention id=\"m1\" type=\"person\" status=\"accepted\">" + span
                         + "</mention></layer><review of=\"l1\"><verdict mention=\"m1\" decision=\"hm\">x</verdict></review>")
                                          << u"hm"_s;
        QTest::newRow("review of nothing") << fileWith("Hello", "<review of=\"l1\"/>") << u"l1"_s;
        QTest::newRow("no text") << head() + "</annotatedArticle>" << u"<text>"_s;
        QTest::newRow("stray text") << layer("words") << u"Text stands"_s;
        QTest::newRow("unknown block kind")
            << head()
                   + "<text unit=\"codepoint\" length=\"1\"><block start=\"0\" kind=\"poem\">a</block></text></annotatedArticle>"
            << u"poem"_s;
        QTest::newRow("another unit")
            << head() + "<text unit=\"byte\" length=\"1\"><block start=\"0\" kind=\"other\">a</block></text></annotatedArticle>"
            << u"byte"_s;
    }
    void problemsAreFoundByUsAndByTheSchema()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(QString, word);
        const IssueList issues = validateNative(bytes, u"a.xml"_s);
        QVERIFY2(messages(issues).contains(word), qPrintable(messages(issues)));
        QVERIFY(issues.first().line > 0);
        if (!xmllint().isEmpty())
            QVERIFY2(!schemaProblems(bytes).isEmpty(), "the schema accepts it");
        // What was read of it can be written and is then in order.
        const auto loaded = readNative(bytes, u"a.xml"_s);
        QVERIFY(loaded.isOk());
        if (word == u"fly"_s || word == u"accept"_s)
            return; // kept as it stands
        const auto again = validateNative(writeNative(loaded.value().article), u"b.xml"_s);
        QVERIFY2(again.isEmpty(), qPrintable(messages(again)));
    }

    void disagreementsOfPlacesAreReported_data()
    {
        QTest::addColumn<QByteArray>("span");
        QTest::addColumn<QList<Span>>("spans");
        QTest::newRow("moved: placed by quote") << QByteArray("<span start=\"2\" end=\"7\">there</span>") << QList<Span>{{6, 11}};
        QTest::newRow("outside, but quoted")
            << QByteArray("<span start=\"900\" end=\"905\">there</span>") << QList<Span>{{6, 11}};
        QTest::newRow("negative, but quoted") << QByteArray("<span start=\"-3\" end=\"2\">there</span>") << QList<Span>{{6, 11}};
        QTest::newRow("not found: stays in its place")
            << QByteArray("<span start=\"0\" end=\"5\">Howdy</span>") << QList<Span>{{0, 5}};
        QTest::newRow("outside and not found: left out")
            << QByteArray("<span start=\"90\" end=\"95\">Howdy</span>") << QList<Span>{};
        QTest::newRow("empty: left out") << QByteArray("<span start=\"3\" end=\"3\"></span>") << QList<Span>{};
        QTest::newRow("backwards: left out") << QByteArray("<span start=\"5\" end=\"0\"/>") << QList<Span>{};
        QTest::newRow("huge numbers") << QByteArray("<span start=\"99999999999999999999\" end=\"1e9\">x</span>") << QList<Span>{};
    }
    void disagreementsOfPlacesAreReported()
    {
        QFETCH(QByteArray, span);
        QFETCH(QList<Span>, spans);
        const auto loaded = readNative(
            fileWith("Hello there", "<layer id=\"l1\" stage=\"draft\"><mention id=\"m1\" type=\"person\" status=\"accepted\">"
                                        + span + "</mention></layer>"),
            u"a.xml"_s);
        QVERIFY(loaded.isOk());
        QVERIFY(!loaded.value().issues.isEmpty());
        const QList<Mention> mentions = loaded.value().article.layers.first().mentions.toList();
        QCOMPARE(mentions.isEmpty() ? QList<Span>{} : mentions.first().spans, spans);
    }

    void aTextEditedByHandIsReadByItsQuotes()
    {
        const AnnotatedArticle article = test::sampleArticle();
        QByteArray bytes = writeNative(article);
        bytes.replace("Lavrov to host Dacic in Moscow today</block>",
                      "Foreign Minister Lavrov to host Mr Dacic in Moscow today</block>");
        const auto loaded = readNative(bytes, u"a.xml"_s);
        QVERIFY(loaded.isOk());
        QVERIFY(messages(loaded.value().issues).contains(u"digest"_s));
        const AnnotatedArticle &read = loaded.value().article;
        const Layer &layer = read.layers.first();
        QCOMPARE(layer.mentions.size(), 4);
        QCOMPARE(read.text.view(layer.mentions.find(1)->extent()), u"Lavrov"_s);
        QCOMPARE(read.text.view(layer.mentions.find(7)->extent()), u"March 21"_s);
        QCOMPARE(read.text.view(layer.mentions.find(3)->spans.last()), u"<Metohija>"_s);
        const QByteArray again = writeNative(read);
        const IssueList left = validateNative(again, u"b.xml"_s);
        QVERIFY2(left.isEmpty(), qPrintable(messages(left)));
    }

    void equalWordsAreToldApartByTheShift()
    {
        const QByteArray rest = R"(<layer id="l1" stage="draft">
<mention id="m1" type="place" status="accepted"><span start="0" end="4">Oslo</span></mention>
<mention id="m2" type="place" status="accepted"><span start="5" end="9">Oslo</span></mention>
<mention id="m3" type="place" status="accepted"><span start="10" end="14">Oslo</span></mention></layer>)";
        const auto loaded = readNative(fileWith("xx Oslo Oslo Oslo", rest), u"a.xml"_s);
        QVERIFY(loaded.isOk());
        const MentionStore &mentions = loaded.value().article.layers.first().mentions;
        QCOMPARE(mentions.find(1)->extent(), (Span{3, 7}));
        QCOMPARE(mentions.find(2)->extent(), (Span{8, 12}));
        QCOMPARE(mentions.find(3)->extent(), (Span{13, 17}));
    }

    void spansAreSortedAndJoined()
    {
        const auto loaded = readNative(
            fileWith("Hello there", "<layer id=\"l1\" stage=\"draft\"><mention id=\"m1\" type=\"person\" status=\"accepted\">"
                                    "<span start=\"6\" end=\"11\">there</span><span start=\"0\" end=\"5\">Hello</span><span "
                                    "start=\"5\" end=\"6\"> </span></mention></layer>"),
            u"a.xml"_s);
        QVERIFY(loaded.isOk());
        QCOMPARE(loaded.value().article.layers.first().mentions.find(1)->spans, (QList<Span>{{0, 11}}));
        QCOMPARE(loaded.value().issues.size(), 1);
    }

    void idsThatDoNotFitGetFreeNumbersAndReferencesFollow()
    {
        const QByteArray rest = R"(<layer id="first" by="a1" stage="draft">
<entity id="x" type="person" name="X"/><entity id="e1" type="person" name="E1"/>
<mention id="m01" type="person" entity="x" status="accepted"><span start="0" end="5">Hello</span></mention>
<mention id="m1" type="person" entity="e1" status="accepted"><span start="0" end="5">Hello</span></mention>
<mention id="m4000000000" type="person" status="accepted"><span start="6" end="11">there</span></mention>
<relation id="rel" type="t" from="m01" to="m4000000000"/></layer>
<review of="first" by="a1"><verdict mention="m01" decision="approve">ok</verdict></review>)";
        const auto loaded = readNative(fileWith("Hello there", rest), u"a.xml"_s);
        QVERIFY(loaded.isOk());
        QCOMPARE(messages(loaded.value().issues), QString());
        const AnnotatedArticle &article = loaded.value().article;
        const Layer &layer = article.layers.first();
        QCOMPARE(layer.info.id, LayerId(1));
        QCOMPARE(layer.entities.value(1).name, u"E1"_s);
        QCOMPARE(layer.entities.value(2).name, u"X"_s);
        QCOMPARE(layer.mentions.find(1)->entity, EntityId(1));
        QCOMPARE(layer.mentions.find(2)->entity, EntityId(2));
        QVERIFY(layer.mentions.highestId() < 10);
        QCOMPARE(layer.relations.first().from, MentionId(2));
        QCOMPARE(article.reviews.first().of, LayerId(1));
        QCOMPARE(article.reviews.first().verdicts.first().mention, MentionId(2));
        const QByteArray written = writeNative(article);
        const auto again = readNative(written, u"b.xml"_s);
        QVERIFY(again.isOk());
        QVERIFY(again.value().article == article);
    }

    void foreignElementsAreKeptAsTheyStand()
    {
        const QByteArray foreign =
            R"(<x:foo x:a="1&#10;2" b="&quot;"><!-- c --><?p d?>t &amp; u<y xmlns="urn:y"><z/></y></x:foo>)";
        const QByteArray review = "<review of=\"l1\" by=\"a1\"><x:own/>" + foreign + "</review>";
        const QByteArray rest = "<layer id=\"l1\" by=\"a1\" stage=\"draft\"><mention id=\"m1\" type=\"person\" "
                                "status=\"accepted\"><span start=\"0\" end=\"5\">Hello</span></mention>"
                              + foreign + "<x:more/></layer>" + review + foreign;
        const auto loaded = readNative(fileWith("Hello", rest), u"a.xml"_s);
        QVERIFY(loaded.isOk());
        QCOMPARE(messages(loaded.value().issues), QString());
        const QByteArray written = writeNative(loaded.value().article);
        QCOMPARE(written.count(foreign), 3);
        QCOMPARE(written.count("<x:own/>"), 1);
        QCOMPARE(written.count("<x:more/>"), 1);
        QVERIFY(written.contains("xmlns:x=\"urn:x\""));
        const auto again = readNative(written, u"b.xml"_s);
        QVERIFY(again.isOk());
        QVERIFY(again.value().article == loaded.value().article);
        QCOMPARE(writeNative(again.value().article), written);
    }

    void aPrefixedNativeNamespaceReadsTheSame()
    {
        const QByteArray bytes =
            R"(<d:annotatedArticle xmlns:d="urn:dateline:annotated-article:1" xmlns="urn:other" version="1.0">
<d:text unit="codepoint" length="5"><d:block start="0" kind="headline">Hello</d:block></d:text>
<d:layer id="l1" stage="draft"/><d:review of="l1"><d:comment id="c1">x</d:comment></d:review><own><inner/></own></d:annotatedArticle>)";
        QVERIFY(isNativeFile(bytes));
        const auto loaded = readNative(bytes, u"a.xml"_s);
        QVERIFY(loaded.isOk());
        QCOMPARE(messages(loaded.value().issues), QString());
        const QByteArray written = writeNative(loaded.value().article);
        const auto again = readNative(written, u"b.xml"_s);
        QVERIFY2(again.isOk(), written.constData());
        QVERIFY(again.value().article == loaded.value().article);
        QVERIFY(written.contains("<own xmlns=\"urn:other\"><inner/></own>"));
        if (!xmllint().isEmpty())
            QCOMPARE(schemaProblems(written), QString());
    }

    void versionsDecideWhetherAFileOpens()
    {
        const auto minor = readNative(fileWith("Hello", "", "version=\"1.7\""), u"a.xml"_s);
        QVERIFY(minor.isOk());
        QCOMPARE(minor.value().issues.size(), 1);
        const auto major = readNative(fileWith("Hello", "", "version=\"2.0\""), u"a.xml"_s);
        QVERIFY(!major.isOk());
        QCOMPARE(major.error().kind, ErrorKind::Unsupported);
        const auto next = readNative("<annotatedArticle xmlns=\"urn:dateline:annotated-article:2\" version=\"2.0\"/>",
                                     u"a.xml"_s);
        QVERIFY(!next.isOk());
        QCOMPARE(next.error().kind, ErrorKind::Unsupported);
        const auto other = readNative("<rss/>", u"a.xml"_s);
        QVERIFY(!other.isOk());
        QCOMPARE(other.error().kind, ErrorKind::Unsupported);
    }

    void dangerousFilesAreRefusedQuickly_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("word");
        QTest::newRow("DOCTYPE") << QByteArray("<?xml version=\"1.0\"?><!DOCTYPE annotatedArticle>") + fileWith("a", "").mid(39)
                                 << u"DOCTYPE"_s;
        QByteArray bomb = "<!DOCTYPE annotatedArticle [<!ENTITY a \"aaaaaaaaaa\">";
        for (char c = 'b'; c < 'l'; ++c)
            bomb += QByteArray("<!ENTITY ") + c + " \"" + (QByteArray("&") + char(c - 1) + ";").repeated(10) + "\">";
        QTest::newRow("entity bomb")
            << bomb + "]><annotatedArticle xmlns=\"urn:dateline:annotated-article:1\">&k;</annotatedArticle>" << u"DOCTYPE"_s;
        QTest::newRow("external entity") << QByteArray(
            "<!DOCTYPE annotatedArticle [<!ENTITY a SYSTEM \"file:///etc/passwd\">]><annotatedArticle "
            "xmlns=\"urn:dateline:annotated-article:1\">&a;</annotatedArticle>")
                                         << u"DOCTYPE"_s;
        QByteArray attributes;
        for (int i = 0; i < 100'000; ++i)
            attributes += " a" + QByteArray::number(i) + "=\"\"";
        QTest::newRow("100,000 attributes") << head("version=\"1.0\"" + attributes) << u"attributes"_s;
        QTest::newRow("100,000 attributes, quotes with '>'")
            << head("version=\"1.0\"" + attributes.replace("\"\"", "'>'")) << u"attributes"_s;
        QTest::newRow("nesting") << head() + QByteArray("<x:a>").repeated(200'000) << u"nested"_s;
        QTest::newRow("gap of 10^15 newlines") << head()
                                                      + "<text unit=\"codepoint\" length=\"9\"><block start=\"1000000000000000\" "
                                                        "kind=\"other\">a</block></text></annotatedArticle>"
                                               << u"gap"_s;
        QTest::newRow("cut off") << fileWith("a", "").chopped(30) << u"too early"_s;
        QTest::newRow("not well formed") << fileWith("a", "<layer></text>") << u"well-formed"_s;
        QTest::newRow("something after the root") << fileWith("a", "") + "<b/>" << u"well-formed"_s;
        QTest::newRow("undefined entity") << fileWith("&nbsp;", "") << u"well-formed"_s;
        QTest::newRow("invalid UTF-8") << fileWith("a\xFF", "") << u"well-formed"_s;
    }
    void dangerousFilesAreRefusedQuickly()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(QString, word);
        QVERIFY(isNativeFile(bytes));
        QElapsedTimer timer;
        timer.start();
        const auto loaded = readNative(bytes, u"a.xml"_s);
        QVERIFY2(timer.elapsed() < 2000, qPrintable(QString::number(timer.elapsed())));
        QVERIFY(!loaded.isOk());
        QVERIFY2(loaded.error().message.contains(word), qPrintable(loaded.error().message));
        QCOMPARE(loaded.error().kind, ErrorKind::Malformed);
        QVERIFY(!validateNative(bytes, u"a.xml"_s).isEmpty());
    }

    void aLengthBeyondTheCapIsReported()
    {
        const auto loaded = readNative(head()
                                           + "<text unit=\"codepoint\" length=\"9000000000000000000\"><block start=\"0\" "
                                             "kind=\"other\">a</block></text></annotatedArticle>",
                                       u"a.xml"_s);
        QVERIFY(loaded.isOk());
        QCOMPARE(loaded.value().article.text.text(), u"a"_s);
        QVERIFY(!loaded.value().issues.isEmpty());
    }

    void truncatedFilesNeverCrash()
    {
        const QByteArray bytes = writeNative(test::sampleArticle());
        for (qsizetype size = 0; size < bytes.size() - 1; size += 7) {
            const auto loaded = readNative(bytes.left(size), u"a.xml"_s);
            QVERIFY(!loaded.isOk());
            QVERIFY(!loaded.error().message.isEmpty());
        }
    }

    void corruptFilesNeverCrashAndWhatIsReadCanBeWritten()
    {
        const QByteArray bytes = writeNative(test::sampleArticle());
        QRandomGenerator random(7);
        int opened = 0;
        for (int round = 0; round < 3000; ++round) {
            QByteArray broken = bytes;
            for (int i = 0; i <= round % 4; ++i) {
                const int at = random.bounded(int(broken.size()));
                switch (random.bounded(3)) {
                case 0:
                    broken[at] = char(random.bounded(32, 127));
                    break;
                case 1:
                    broken.remove(at, random.bounded(1, 9));
                    break;
                default:
                    broken.insert(at, broken.mid(random.bounded(int(broken.size())), random.bounded(1, 40)));
                }
            }
            const auto loaded = readNative(broken, u"a.xml"_s);
            if (!loaded)
                continue;
            ++opened;
            const auto again = readNative(writeNative(loaded.value().article), u"b.xml"_s);
            QVERIFY2(again.isOk(), broken.constData());
            QCOMPARE(writeNative(again.value().article), writeNative(loaded.value().article));
        }
        QVERIFY(opened > 100);
    }

    void wideEncodingsOfANativeFileAreRead()
    {
        const AnnotatedArticle article = test::sampleArticle();
        QString text = QString::fromUtf8(writeNative(article));
        text.replace(u"encoding=\"UTF-8\"?>"_s, u"encoding=\"UTF-16\"?>"_s);
        QByteArray bytes("\xFF\xFE");
        bytes.append(reinterpret_cast<const char *>(text.utf16()), text.size() * 2);
        if constexpr (QSysInfo::ByteOrder == QSysInfo::BigEndian)
            QSKIP("the bytes are made for the other order");
        QVERIFY(isNativeFile(bytes));
        const auto loaded = readNative(bytes, u"a.xml"_s);
        QVERIFY2(loaded.isOk(), loaded.isOk() ? "" : qPrintable(loaded.error().toString()));
        QVERIFY(loaded.value().article == article);
        const auto marked = readNative("\xEF\xBB\xBF" + writeNative(article), u"a.xml"_s);
        QVERIFY(marked.isOk());
        QVERIFY(marked.value().article == article);
    }

    void readingStopsWhenAsked()
    {
        std::stop_source source;
        source.request_stop();
        const auto loaded = readNative(writeNative(test::sampleArticle()), u"a.xml"_s, source.get_token());
        QVERIFY(!loaded.isOk());
        QCOMPARE(loaded.error().kind, ErrorKind::Cancelled);
    }

    void manyProblemsAreCapped()
    {
        const QByteArray rest = "<layer id=\"l1\" stage=\"draft\">" + QByteArray("<thing/>").repeated(5000) + "</layer>";
        const auto loaded = readNative(fileWith("Hello", rest), u"a.xml"_s);
        QVERIFY(loaded.isOk());
        QVERIFY(loaded.value().issues.size() > 500 && loaded.value().issues.size() < 2000);
        QVERIFY(loaded.value().issues.last().message.contains(u"4000"_s));
    }

    void otherFilesAreNotTakenForNative()
    {
        QVERIFY(!isNativeFile(""));
        QVERIFY(!isNativeFile("annotatedArticle"));
        QVERIFY(!isNativeFile("<rss><annotatedArticle/></rss>"));
        QVERIFY(!isNativeFile("<annotatedArticles/>"));
        QVERIFY(isNativeFile("\n<!-- <a> --><?p?><annotatedArticle\nxmlns='x'>"));
    }
};

DATELINE_TEST_MAIN(QCoreApplication, TestNative)
#include "tst_native.moc"
