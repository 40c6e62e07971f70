// SPDX-License-Identifier: Apache-2.0
#include "formatfixtures.h"
#include "support/testhelper.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QTemporaryDir>

#ifdef Q_OS_UNIX
#include <unistd.h>
#endif

using namespace dateline;
using namespace Qt::StringLiterals;

namespace {

QString blocksOf(const AnnotatedArticle &article)
{
    QStringList lines;
    for (const Block &block : article.text.blocks())
        lines.append(toName(block.kind) + u": "_s + article.text.view(block.span).toString());
    return lines.join(u'\n');
}

QString digestOf(const QByteArray &bytes)
{
    return QString::fromLatin1(QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex());
}

} // namespace

class TestArticleReader : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void badFilesAreAnsweredWithASentence_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<ErrorKind>("kind");
        QTest::newRow("empty") << u"a.txt"_s << QByteArray() << ErrorKind::Empty;
        QTest::newRow("white space") << u"a.txt"_s << QByteArray(" \n\t\n") << ErrorKind::Empty;
        QTest::newRow("mark only") << u"a.txt"_s << QByteArray("\xEF\xBB\xBF") << ErrorKind::Empty;
        QTest::newRow("picture") << u"a.txt"_s << QByteArray("\x89PNG\r\n\x1a\n....") << ErrorKind::Binary;
        QTest::newRow("random bytes") << u"a.txt"_s << QByteArray("\1\2\3\4\5\6\7\x0e").repeated(100) << ErrorKind::Binary;
        QTest::newRow("page without text") << u"a.html"_s << QByteArray("<html><body><script>x()</script></body></html>")
                                           << ErrorKind::Empty;
        QTest::newRow("damaged native file")
            << u"a.xml"_s << QByteArray("<annotatedArticle xmlns=\"urn:dateline:annotated-article:1\"><text>")
            << ErrorKind::Malformed;
    }
    void badFilesAreAnsweredWithASentence()
    {
        QFETCH(QString, name);
        QFETCH(QByteArray, bytes);
        QFETCH(ErrorKind, kind);
        QTemporaryDir folder;
        const QString path = folder.filePath(name);
        test::writeFile(path, bytes);
        const auto loaded = readArticleFile(path);
        QVERIFY(!loaded.isOk());
        QCOMPARE(loaded.error().kind, kind);
        QCOMPARE(loaded.error().file, path);
        QVERIFY2(loaded.error().message.count(u'.') >= 1 && loaded.error().message.size() > 30,
                 qPrintable(loaded.error().message));
        QCOMPARE(test::readFile(path), bytes);
    }

    void missingFilesFoldersAndLinksToNowhereAreNamed()
    {
        QTemporaryDir folder;
        const auto missing = readArticleFile(folder.filePath(u"none.txt"_s));
        QVERIFY(!missing.isOk());
        QCOMPARE(missing.error().kind, ErrorKind::NotFound);
        const auto directory = readArticleFile(folder.path());
        QVERIFY(!directory.isOk());
        QCOMPARE(directory.error().kind, ErrorKind::Unreadable);
        QVERIFY(directory.error().message.contains(u"folder"_s));
        QVERIFY(QFile::link(folder.filePath(u"none.txt"_s), folder.filePath(u"link.txt"_s)));
        const auto link = readArticleFile(folder.filePath(u"link.txt"_s));
        QVERIFY(!link.isOk());
        QCOMPARE(link.error().kind, ErrorKind::NotFound);
        QVERIFY(link.error().message.contains(u"link"_s));
    }

    void anUnreadableFileIsNamed()
    {
#ifdef Q_OS_UNIX
        if (geteuid() == 0)
            QSKIP("root may read every file");
        QTemporaryDir folder;
        const QString path = folder.filePath(u"a.txt"_s);
        test::writeFile(path, "text");
        QVERIFY(QFile::setPermissions(path, {}));
        const auto loaded = readArticleFile(path);
        QVERIFY(!loaded.isOk());
        QCOMPARE(loaded.error().kind, ErrorKind::Unreadable);
#else
        QSKIP("permissions are another matter here");
#endif
    }

    void filesOverTheLimitAreRefusedBeforeTheyAreRead()
    {
        QTemporaryDir folder;
        const QString path = folder.filePath(u"a.txt"_s);
        test::writeFile(path, QByteArray(5000, 'a'));
        ReadOptions options;
        options.maximumBytes = 4999;
        const auto loaded = readArticleFile(path, options);
        QVERIFY(!loaded.isOk());
        QCOMPARE(loaded.error().kind, ErrorKind::TooLarge);
        options.maximumBytes = 5000;
        QVERIFY(readArticleFile(path, options).isOk());
        // A sparse file of 300 MiB: over the limit that holds without options.
        QFile large(folder.filePath(u"large.txt"_s));
        QVERIFY(large.open(QIODevice::WriteOnly));
        QVERIFY(large.resize(300LL * 1024 * 1024));
        large.close();
        const auto huge = readArticleFile(large.fileName());
        QVERIFY(!huge.isOk());
        QCOMPARE(huge.error().kind, ErrorKind::TooLarge);
        QVERIFY(huge.error().message.contains(u"300"_s));
    }

    void aSourceTextKnowsWhereItCameFrom()
    {
        QTemporaryDir folder;
        const QByteArray bytes = "\xEF\xBB\xBF"
                               + u"Ministers meet in Oslo today\r\n\r\nThe ministers spoke about trade.\r\n"_s.toUtf8();
        const QString path = folder.filePath(u"talks.txt"_s);
        test::writeFile(path, bytes);
        const auto loaded = readArticleFile(path);
        QVERIFY(loaded.isOk());
        const AnnotatedArticle &article = loaded.value().article;
        QVERIFY(!loaded.value().isNative);
        QCOMPARE(article.text.text(), u"Ministers meet in Oslo today\n\nThe ministers spoke about trade.\n"_s);
        QCOMPARE(article.source, (Source{u"talks.txt"_s, u"text/plain"_s, u"UTF-8"_s, digestOf(bytes), {}}));
        QVERIFY(article.head.published.isEmpty());
        QCOMPARE(article.text.title(), u"Ministers meet in Oslo today"_s);
        QVERIFY(loaded.value().issues.isEmpty());
        ReadOptions options;
        options.href = u"wire/x.txt"_s;
        QCOMPARE(readArticleFile(path, options).value().article.source.href, u"wire/x.txt"_s);
    }

    void aLegacyFileOffersOtherEncodings()
    {
        const auto guessed = readArticleBytes("The \xE6\xF8 case\n", u"a.txt"_s);
        QVERIFY(guessed.isOk());
        QVERIFY(!guessed.value().isEncodingCertain);
        QVERIFY(guessed.value().encodingCandidates.size() > 1);
        ReadOptions options;
        options.encoding = u"windows-1251"_s;
        const auto chosen = readArticleBytes("The \xE6\xF8 case\n", u"a.txt"_s, options);
        QVERIFY(chosen.isOk());
        QCOMPARE(chosen.value().article.text.text(), u"The жш case\n"_s);
        QCOMPARE(chosen.value().article.source.encoding, u"windows-1251"_s);
        QVERIFY(chosen.value().isEncodingCertain);
    }

    void replacedCharactersAreIssuesWithAPlace()
    {
        const auto loaded = readArticleBytes(QByteArray("First line.\nA NUL\0 and an escape \x1b.\n", 36), u"a.txt"_s);
        QVERIFY(loaded.isOk());
        QCOMPARE(loaded.value().issues.size(), 1);
        const Issue issue = loaded.value().issues.first();
        QCOMPARE(issue.line, 2);
        QCOMPARE(issue.offset, 17);
        QVERIFY(issue.message.contains(u'2'));
        QCOMPARE(loaded.value().article.text.text()[17], QChar(QChar::ReplacementCharacter));
    }

    void nativeFilesAreToldApartByContent()
    {
        QTemporaryDir folder;
        const QString path = folder.filePath(u"named.txt"_s);
        test::writeFile(path, writeNative(test::sampleArticle()));
        const auto loaded = readArticleFile(path);
        QVERIFY(loaded.isOk());
        QVERIFY(loaded.value().isNative);
        QVERIFY(loaded.value().article == test::sampleArticle());
        const auto other = readArticleBytes("<?xml version=\"1.0\"?><rss>Words.</rss>", u"a.xml"_s);
        QVERIFY(other.isOk());
        QVERIFY(!other.value().isNative);
        QCOMPARE(other.value().issues.size(), 1);
    }

    void pastedTextIsNormalised()
    {
        const LoadedArticle loaded = articleFromText(u"One.\r\nTwo\0."_s, u"pasted"_s);
        QCOMPARE(loaded.article.text.text(), u"One.\nTwo\uFFFD."_s);
        QCOMPARE(loaded.issues.size(), 1);
        QCOMPARE(loaded.article.source.href, u"pasted"_s);
    }

    void readingStopsWhenAsked()
    {
        std::stop_source source;
        source.request_stop();
        const auto loaded = readArticleBytes("Words.", u"a.txt"_s, {}, source.get_token());
        QVERIFY(!loaded.isOk());
        QCOMPARE(loaded.error().kind, ErrorKind::Cancelled);
    }

    void htmlGivesHeadingsParagraphsAndLists_data()
    {
        QTest::addColumn<QByteArray>("html");
        QTest::addColumn<QString>("blocks");
        QTest::newRow("headings and paragraphs")
            << QByteArray("<h1>Ministers meet</h1><p>They met in <b>Oslo</b>.</p><h2>Trade</h2><p>They spoke.</p>")
            << u"headline: Ministers meet\nparagraph: They met in Oslo.\ncrosshead: Trade\nparagraph: They spoke."_s;
        QTest::newRow("white space collapses")
            << QByteArray("<p>  They\n  met <i> in</i>\tOslo&nbsp;now . </p>") << u"paragraph: They met in Oslo\u00A0now ."_s;
        QTest::newRow("br is a line") << QByteArray("<p>One.<br>Two.<br/><br/>Three.</p>")
                                      << u"paragraph: One.\nparagraph: Two.\nparagraph: Three."_s;
        QTest::newRow("lists") << QByteArray("<p>They agreed:</p><ul><li>one</li><li><p>two</p></li></ul><p>That was it.</p>")
                               << u"paragraph: They agreed:\nlistitem: one\nlistitem: two\nparagraph: That was it."_s;
        QTest::newRow("quote and caption") << QByteArray(
            "<figure><img src='http://127.0.0.1:1/x.png'><figcaption>A house</figcaption></figure><blockquote><p>We "
            "met.</p></blockquote><p>End.</p>")
                                           << u"caption: A house\nquote: We met.\nparagraph: End."_s;
        QTest::newRow("hidden parts are left out") << QByteArray(
            "<nav>Menu</nav><p>Seen.</p><script>var a = '<p>no</p>';</script><style>p{}</style><p hidden>no</p><p style='Display "
            ": none'>no</p>"
            "<div aria-hidden=true><p>no</p></div><template><p>no</p></template><noscript>no</noscript><footer>no</footer><!-- "
            "no --><p>Too.</p>") << u"paragraph: Seen.\nparagraph: Too."_s;
        QTest::newRow("only the article of a page")
            << QByteArray("<!DOCTYPE html><html><body><div>Weather and more</div><article><header><h1>Ministers "
                          "meet</h1></header><p>They met in Oslo and spoke about trade for "
                          "hours.</p></article><div>Ads</div></body></html>")
            << u"headline: Ministers meet\nparagraph: They met in Oslo and spoke about trade for hours."_s;
        QTest::newRow("second first-level heading") << QByteArray("<h1>One</h1><p>Words.</p><h1>Two</h1><p>Words.</p>")
                                                    << u"headline: One\nparagraph: Words.\ncrosshead: Two\nparagraph: Words."_s;
        QTest::newRow("entities and tag soup") << QByteArray("<p>A &amp; B &lt;c&gt; &#1046;<p>Next <b>bold<i>both</b> text</p>")
                                               << u"paragraph: A & B <c> Ж\nparagraph: Next boldboth text"_s;
        QTest::newRow("forbidden character reference") << QByteArray("<p>a&#0;b&#x1F600;</p>") << QString();
        QTest::newRow("preformatted") << QByteArray("<pre>a  b\nc</pre>") << u"paragraph: a  b\nparagraph: c"_s;
        QTest::newRow("plain words") << QByteArray("just words") << u"paragraph: just words"_s;
    }
    void htmlGivesHeadingsParagraphsAndLists()
    {
        QFETCH(QByteArray, html);
        QFETCH(QString, blocks);
        const auto loaded = articleFromHtml(html, u"page"_s);
        QVERIFY2(loaded.isOk(), loaded.isOk() ? "" : qPrintable(loaded.error().message));
        if (!blocks.isEmpty())
            QCOMPARE(blocksOf(loaded.value().article), blocks);
        const QByteArray bytes = writeNative(loaded.value().article);
        const auto again = readNative(bytes, u"a.xml"_s);
        QVERIFY(again.isOk());
        QVERIFY(again.value().issues.isEmpty());
        QVERIFY(again.value().article.text == loaded.value().article.text);
    }

    void htmlParagraphsAreApartAndBreaksAreNot()
    {
        const auto loaded = articleFromHtml("<p>One.<br>Two.</p><p>Three.</p>", u"page"_s);
        QCOMPARE(loaded.value().article.text.text(), u"One.\nTwo.\n\nThree."_s);
    }

    void htmlHeadIsRead()
    {
        const QByteArray html = R"(<!doctype html><html lang="de-AT"><head><title>Titel - Seite</title>
<meta property="og:title" content="Der Titel"><meta name="author" content="Jane Doe"><meta property="article:published_time" content="2024-03-21T09:00:00+01:00">
<link rel="canonical" href="https://example.org/a"><meta name="copyright" content="© X"></head><body><p>Text.</p></body></html>)";
        const auto loaded = readArticleBytes(html, u"page.html"_s);
        QVERIFY(loaded.isOk());
        const Head &head = loaded.value().article.head;
        QCOMPARE(head.title, u"Der Titel"_s);
        QCOMPARE(head.byline, u"Jane Doe"_s);
        QCOMPARE(head.published, u"2024-03-21T09:00:00+01:00"_s);
        QCOMPARE(head.url, u"https://example.org/a"_s);
        QCOMPARE(head.rights, u"© X"_s);
        QCOMPARE(head.language, u"de-AT"_s);
        QCOMPARE(loaded.value().article.source, (Source{u"page.html"_s, u"text/html"_s, u"UTF-8"_s, digestOf(html), {}}));
    }

    void htmlEncodingIsTheDeclaredOne()
    {
        const auto declared = articleFromHtml(
            "<meta http-equiv=\"Content-Type\" content=\"text/html; charset=windows-1251\"><p>\xCC\xEE\xF1\xEA\xE2\xE0</p>",
            u"page"_s);
        QVERIFY(declared.isOk());
        QCOMPARE(declared.value().article.text.text(), u"Москва"_s);
        QCOMPARE(declared.value().article.source.encoding, u"windows-1251"_s);
        const auto chosen = articleFromHtml("<meta charset=windows-1251><p>\xCC\xEE</p>", u"page"_s, u"windows-1252"_s);
        QCOMPARE(chosen.value().article.text.text(), u"Ìî"_s);
        const auto unknown = articleFromHtml(u"<meta charset=klingon><p>Žižek</p>"_s.toUtf8(), u"page"_s);
        QCOMPARE(unknown.value().article.text.text(), u"Žižek"_s);
    }

    void deepAndBrokenHtmlIsRead()
    {
        const auto deep = articleFromHtml(QByteArray("<div>").repeated(100'000) + "text", u"page"_s);
        QVERIFY(deep.isOk() || deep.error().kind == ErrorKind::Empty);
        const QByteArray page = "<html><head><title>T</title></head><body><article><h1>H</h1><p title=\"a>b\">Words &amp; more "
                                "&eacute;</p><ul><li>x</ul><!-- c --></article>";
        for (qsizetype size = 0; size <= page.size(); ++size) {
            const auto loaded = articleFromHtml(page.left(size), u"page"_s);
            QVERIFY(loaded.isOk() ? !loaded.value().article.text.text().isEmpty() : !loaded.error().message.isEmpty());
        }
    }
};

DATELINE_TEST_MAIN(QCoreApplication, TestArticleReader)
#include "tst_articlereader.moc"
