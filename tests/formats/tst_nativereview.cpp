// SPDX-License-Identifier: Apache-2.0
#include "formatfixtures.h"
#include "support/testhelper.h"

#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>

using namespace dateline;
using namespace Qt::StringLiterals;

namespace {

const QDateTime At(QDate(2026, 3, 21), QTime(9, 0), Qt::UTC);

/// "Hello there, Oslo." with three mentions of an entity each way, then `rest`.
QByteArray fileWith(const QByteArray &rest)
{
    return R"(<?xml version="1.0" encoding="UTF-8"?>
<annotatedArticle xmlns="urn:dateline:annotated-article:1" xmlns:x="urn:x" version="1.0">
<tagset id="t"><type id="person" name="P"/><type id="place" name="L"/></tagset>
<agents><agent id="a1" uid="u1" kind="human" name="N"/><agent id="a2" uid="u2" kind="human" name="R"/></agents>
<text unit="codepoint" length="18"><block start="0" kind="paragraph" xml:space="preserve">Hello there, Oslo.</block></text>
<layer id="l1" by="a1" stage="submitted"><entity id="e1" type="place" name="Oslo"/>
<mention id="m1" type="person" status="accepted"><span start="0" end="5">Hello</span></mention>
<mention id="m2" type="place" entity="e1" status="accepted"><span start="13" end="17">Oslo</span></mention></layer>
)" + rest + "</annotatedArticle>\n";
}

QByteArray reviewWith(const QByteArray &inside)
{
    return fileWith("<review of=\"l1\" by=\"a2\" started=\"2026-03-21T09:00:00Z\">" + inside + "</review>");
}

QString messages(const IssueList &issues)
{
    QStringList lines;
    for (const Issue &issue : issues)
        lines.append(issue.message);
    return lines.join(u'\n');
}

QString schemaProblems(const QByteArray &bytes)
{
    QTemporaryDir folder;
    const QString path = folder.filePath(u"a.xml"_s);
    test::writeFile(path, bytes);
    QProcess process;
    process.start(u"xmllint"_s, {u"--noout"_s, u"--nonet"_s, u"--schema"_s,
                                 QStringLiteral(DATELINE_SOURCE_DIR "/resources/schema/annotated-article-1.xsd"), path});
    if (!process.waitForFinished(60'000))
        return u"xmllint did not end"_s;
    return process.exitCode() == 0 ? QString() : QString::fromUtf8(process.readAllStandardError());
}

/// The sample with everything that a review can hold.
AnnotatedArticle reviewed()
{
    AnnotatedArticle article = test::sampleArticle();
    article.agents.append({3, u"rev"_s, AgentKind::Human, u"Reviewer"_s, {}});
    Review review;
    review.of = 1;
    review.by = 3;
    review.started = At;
    review.verdicts = {{1, Decision::Return, 3, At, u" why <this>?\n\tand "_s},
                       {7, Decision::Approve, 0, At.addSecs(1), {}},
                       {1, Decision::Approve, 3, At.addSecs(60), {}}};
    review.comments = {{1, 0, 1, 0, 3, At, u"on a mention"_s},
                       {2, 1, 0, 0, 2, At, u"an answer & more"_s},
                       {3, 0, 0, 0, 3, {}, u"on the article"_s},
                       {5, 0, 0, 2, 3, At, u"on a proposal"_s}};
    Proposal proposal{2, 3, At, {}};
    proposal.mention.id = 2;
    proposal.mention.type = u"place"_s;
    proposal.mention.origin = 3;
    proposal.mention.spans = {{24, 30}};
    proposal.mention.attributes = {{EntityNameAttribute, u"Moscow"_s}};
    review.proposals = {proposal};
    review.foreignXml = u"<y xmlns=\"urn:y\"/>"_s;
    article.reviews = {review, {1, 2, At, {}, {}, {}, {}}};
    return article;
}

} // namespace

class TestNativeReview : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aReviewReadsBackAsItWas()
    {
        const AnnotatedArticle article = reviewed();
        const QByteArray bytes = writeNative(article);
        const auto loaded = readNative(bytes, u"a.xml"_s);
        QVERIFY2(loaded.isOk(), loaded.isOk() ? "" : qPrintable(loaded.error().toString()));
        QCOMPARE(messages(loaded.value().issues), QString());
        const Review &read = loaded.value().article.reviews.first();
        QCOMPARE(read.verdicts, article.reviews.first().verdicts);
        QCOMPARE(read.comments, article.reviews.first().comments);
        QCOMPARE(read.proposals, article.reviews.first().proposals);
        QVERIFY(loaded.value().article == article);
        QCOMPARE(writeNative(loaded.value().article), bytes);
        if (!QStandardPaths::findExecutable(u"xmllint"_s).isEmpty())
            QCOMPARE(schemaProblems(bytes), QString());
    }

    void theFileLooksAsDocumented()
    {
        const QString bytes = QString::fromUtf8(writeNative(reviewed()));
        const QString expected = uR"(
  <review of="l1" by="a3" started="2026-03-21T09:00:00Z">
    <verdict mention="m1" decision="return" by="a3" at="2026-03-21T09:00:00Z"> why &lt;this&gt;?
	and </verdict>
    <verdict mention="m7" decision="approve" at="2026-03-21T09:00:01Z"/>
    <verdict mention="m1" decision="approve" by="a3" at="2026-03-21T09:01:00Z"/>
    <comment id="c1" mention="m1" by="a3" at="2026-03-21T09:00:00Z">on a mention</comment>
    <comment id="c2" parent="c1" by="a2" at="2026-03-21T09:00:00Z">an answer &amp; more</comment>
    <comment id="c3" by="a3">on the article</comment>
    <comment id="c5" proposal="p2" by="a3" at="2026-03-21T09:00:00Z">on a proposal</comment>
    <proposal id="p2" by="a3" at="2026-03-21T09:00:00Z">
      <mention id="m2" type="place" status="suggested" origin="a3">
        <span start="24" end="30">Moscow</span>
        <attribute name="entityName" value="Moscow"/>
      </mention>
    </proposal>
    <y xmlns="urn:y"/>
  </review>
  <review of="l1" by="a2" started="2026-03-21T09:00:00Z"/>
)"_s;
        QVERIFY2(bytes.contains(expected), qPrintable(bytes));
    }

    void problemsAreReportedAndWhatCanBeIsKept_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("word");
        QTest::addColumn<QString>("kept"); // in the file as written again; empty: nothing in particular
        const QByteArray mention = "<mention id=\"m1\" type=\"place\" status=\"suggested\">";
        QTest::newRow("verdict on nothing") << reviewWith("<verdict mention=\"m9\" decision=\"return\">a reason</verdict>")
                                            << u"m9"_s << u"<comment id=\"c1\" by=\"a2\">a reason</comment>"_s;
        QTest::newRow("verdict on nothing without a reason")
            << reviewWith("<verdict mention=\"m9\" decision=\"approve\"/>") << u"m9"_s << QString();
        QTest::newRow("unknown decision") << reviewWith("<verdict mention=\"m1\" decision=\"hm\">a reason</verdict>")
                                          << u"decision=\"hm\""_s
                                          << u"<comment id=\"c1\" mention=\"m1\" by=\"a2\">a reason</comment>"_s;
        QTest::newRow("comment on nothing") << reviewWith("<comment id=\"c1\" mention=\"m9\">words</comment>") << u"m9"_s
                                            << u"<comment id=\"c1\">words</comment>"_s;
        QTest::newRow("comment on no proposal") << reviewWith("<comment id=\"c1\" proposal=\"p9\">words</comment>") << u"p9"_s
                                                << u"<comment id=\"c1\">words</comment>"_s;
        QTest::newRow("answer to nothing") << reviewWith("<comment id=\"c1\" mention=\"m1\" parent=\"c7\">words</comment>")
                                           << u"c7"_s << u"<comment id=\"c1\" mention=\"m1\">words</comment>"_s;
        QTest::newRow("answer to itself") << reviewWith("<comment id=\"c1\" parent=\"c1\">words</comment>") << u"circle"_s
                                          << u">words</comment>"_s;
        QTest::newRow("a circle of answers")
            << reviewWith("<comment id=\"c3\" parent=\"c2\">z</comment><comment id=\"c1\" parent=\"c2\">x</comment><comment "
                          "id=\"c2\" parent=\"c1\">y</comment>")
            << u"circle"_s << u">z</comment>"_s;
        QTest::newRow("comment twice") << reviewWith("<comment id=\"c1\">x</comment><comment id=\"c1\">words</comment>")
                                       << u"used twice"_s << u"<comment id=\"c2\">words</comment>"_s;
        QTest::newRow("unknown agent of a verdict")
            << reviewWith("<verdict mention=\"m1\" decision=\"return\" by=\"a8\">x</verdict>") << u"a8"_s
            << u"<verdict mention=\"m1\" decision=\"return\">x</verdict>"_s;
        QTest::newRow("unknown agent of a review")
            << fileWith("<review of=\"l1\" by=\"a8\"><comment id=\"c1\">x</comment></review>") << u"a8"_s << u">x</comment>"_s;
        QTest::newRow("review of nothing") << fileWith("<review of=\"l5\" by=\"a2\"/>") << u"l5"_s << QString();
        QTest::newRow("two reviews of one agent")
            << fileWith("<review of=\"l1\" by=\"a2\"><comment id=\"c1\">x</comment></review><review of=\"l1\" by=\"a2\"><comment "
                        "id=\"c1\">y</comment><comment id=\"c2\" parent=\"c1\">z</comment></review>")
            << u"became one"_s << u"parent=\"c3\">z</comment>"_s;
        QTest::newRow("proposal without a mention")
            << reviewWith("<proposal id=\"p1\"/><comment id=\"c1\" proposal=\"p1\">words</comment>") << u"lacks"_s
            << u"<comment id=\"c1\">words</comment>"_s;
        QTest::newRow("proposal placed by its quote")
            << reviewWith("<proposal id=\"p1\">" + mention + "<span start=\"2\" end=\"7\">there</span></mention></proposal>")
            << u"placed where"_s << u"<span start=\"6\" end=\"11\">there</span>"_s;
        QTest::newRow("proposal without a place")
            << reviewWith("<proposal id=\"p1\">" + mention + "<span start=\"70\" end=\"75\">nowhere</span></mention></proposal>")
            << u"left out"_s << QString();
        QTest::newRow("proposal of no entity")
            << reviewWith("<proposal id=\"p1\"><mention id=\"m1\" type=\"place\" entity=\"e4\" status=\"suggested\"><span "
                          "start=\"0\" end=\"5\">Hello</span></mention></proposal>")
            << u"e4"_s << u"<span start=\"0\" end=\"5\">Hello</span>"_s;
        QTest::newRow("unknown element") << reviewWith("<praise/>") << u"praise"_s << QString();
    }
    void problemsAreReportedAndWhatCanBeIsKept()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(QString, word);
        QFETCH(QString, kept);
        const IssueList issues = validateNative(bytes, u"a.xml"_s);
        QVERIFY2(messages(issues).contains(word), qPrintable(messages(issues)));
        QVERIFY(issues.first().line > 0);
        const auto loaded = readNative(bytes, u"a.xml"_s);
        QVERIFY(loaded.isOk());
        const QByteArray written = writeNative(loaded.value().article);
        QVERIFY2(QString::fromUtf8(written).contains(kept), written.constData());
        const IssueList left = validateNative(written, u"b.xml"_s);
        QVERIFY2(left.isEmpty(), qPrintable(messages(left)));
        const auto again = readNative(written, u"b.xml"_s);
        QVERIFY(again.isOk());
        QVERIFY(again.value().article == loaded.value().article);
        QCOMPARE(writeNative(again.value().article), written);
        if (!QStandardPaths::findExecutable(u"xmllint"_s).isEmpty())
            QCOMPARE(schemaProblems(written), QString());
    }

    void equalIdsInTwoReviewsAreNoProblem()
    {
        const QByteArray one = "<review of=\"l1\" by=\"a2\"><comment id=\"c1\">x</comment><comment id=\"c2\" "
                               "parent=\"c1\">xx</comment></review>";
        const QByteArray other = "<review of=\"l1\" by=\"a1\"><comment id=\"c1\">y</comment><comment id=\"c2\" "
                                 "parent=\"c1\">yy</comment></review>";
        const auto loaded = readNative(fileWith(one + other), u"a.xml"_s);
        QVERIFY(loaded.isOk());
        QCOMPARE(messages(loaded.value().issues), QString());
        const AnnotatedArticle &article = loaded.value().article;
        QCOMPARE(article.reviews.first().comment(2)->parent, CommentId(1));
        QCOMPARE(article.reviews.last().comment(4)->parent, CommentId(3));
        QCOMPARE(article.nextCommentId(1), CommentId(5));
        QCOMPARE(article.reviewWithComment(1, 4)->by, AgentId(1));
    }

    void aTextEditedByHandMovesProposals()
    {
        QByteArray bytes = writeNative(reviewed());
        bytes.replace("Lavrov to host Dacic in Moscow today</block>", "Mr Lavrov to host Dacic in Moscow today</block>");
        const auto loaded = readNative(bytes, u"a.xml"_s);
        QVERIFY(loaded.isOk());
        const AnnotatedArticle &article = loaded.value().article;
        QCOMPARE(article.text.view(article.reviews.first().proposal(2)->mention.extent()), u"Moscow"_s);
        const IssueList left = validateNative(writeNative(article), u"b.xml"_s);
        QVERIFY2(left.isEmpty(), qPrintable(messages(left)));
    }

    void truncatedAndCorruptFilesNeverCrash()
    {
        const QByteArray bytes = writeNative(reviewed());
        const qsizetype begin = bytes.indexOf("<review");
        for (qsizetype size = begin; size < bytes.size() - 1; size += 7)
            QVERIFY(!readNative(bytes.left(size), u"a.xml"_s).isOk());
        QRandomGenerator random(7);
        for (int i = 0; i < 400; ++i) {
            QByteArray damaged = bytes;
            damaged[begin + random.bounded(int(bytes.size() - begin))] = char(32 + random.bounded(95));
            const auto loaded = readNative(damaged, u"a.xml"_s);
            if (!loaded)
                continue;
            const QByteArray written = writeNative(loaded.value().article);
            const auto again = readNative(written, u"b.xml"_s);
            QVERIFY(again.isOk());
            QCOMPARE(writeNative(again.value().article), written);
        }
    }
};

DATELINE_TEST_MAIN(QCoreApplication, TestNativeReview)
#include "tst_nativereview.moc"
