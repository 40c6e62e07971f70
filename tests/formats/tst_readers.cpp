// SPDX-License-Identifier: Apache-2.0
// Readers of other formats on small files in the shapes that programs and corpora write.
#include "formats/formatregistry.h"
#include "support/testhelper.h"

#include <QTemporaryDir>

using namespace dateline;
using namespace dateline::test;
using namespace Qt::StringLiterals;

namespace {

/// "type:words" of all mentions in order; pieces joined by "+".
QStringList found(const AnnotatedArticle &article)
{
    QStringList words;
    if (article.layers.isEmpty())
        return words;
    article.layers.first().mentions.forEach([&](const Mention &mention) {
        QStringList parts;
        for (const Span &span : mention.spans)
            parts.append(article.text.view(span).toString());
        words.append(mention.type + u':' + parts.join(u'+'));
    });
    return words;
}

Result<ReadArticles> read(const char *format, const QByteArray &bytes)
{
    return readArticles(bytes, u"corpus"_s, formatNamed(QString::fromLatin1(format)));
}

AnnotatedArticle only(const Result<ReadArticles> &result)
{
    return result ? result.value().articles.first().loaded.article : AnnotatedArticle();
}

IssueList issuesOf(const ReadArticles &articles)
{
    IssueList issues = articles.issues;
    for (const ReadArticle &named : articles.articles)
        issues += named.loaded.issues;
    return issues;
}

/// Reads DIR/a.ann with DIR/a.txt.
Result<ReadArticles> readBrat(const QTemporaryDir &folder, const QByteArray &annotations, const QByteArray &text)
{
    writeFile(folder.filePath(u"a.ann"_s), annotations);
    writeFile(folder.filePath(u"a.txt"_s), text);
    return readArticles(folder.filePath(u"a.ann"_s));
}

} // namespace

class TestReaders : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void conllShapes_data()
    {
        QTest::addColumn<QByteArray>("file");
        QTest::addColumn<QString>("text");
        QTest::addColumn<QStringList>("mentions");
        QTest::newRow("two columns, IOB2") << QByteArray("Ana B-PER\nPetrovic I-PER\nleft O\nLisbon B-LOC\n\nShe O\n")
                                           << u"Ana Petrovic left Lisbon\nShe"_s
                                           << QStringList{u"person:Ana Petrovic"_s, u"place:Lisbon"_s};
        QTest::newRow("four columns, IOB1, chunks before")
            << QByteArray("-DOCSTART- -X- -X- O\n\n"
                          "EU NNP I-NP I-ORG\nrejects VBZ I-VP O\n"
                          "German JJ I-NP I-MISC\n\n"
                          "Ana NNP I-NP I-PER\nIvo NNP B-NP B-PER\n")
            << u"EU rejects German\nAna Ivo"_s
            << QStringList{u"organisation:EU"_s, u"misc:German"_s, u"person:Ana"_s, u"person:Ivo"_s};
        QTest::newRow("BIOES") << QByteArray("New\tB-GPE\nYork\tE-GPE\nParis\tS-GPE\nRome\tS-GPE\n") << u"New York Paris Rome"_s
                               << QStringList{u"place:New York"_s, u"place:Paris"_s, u"place:Rome"_s};
        QTest::newRow("adjacent of one type")
            << QByteArray("Ana\tB-PER\nIvo\tB-PER\n") << u"Ana Ivo"_s << QStringList{u"person:Ana"_s, u"person:Ivo"_s};
        QTest::newRow("other type inside") << QByteArray("Ana\tB-PER\nIvo\tI-ORG\n") << u"Ana Ivo"_s
                                           << QStringList{u"person:Ana"_s, u"organisation:Ivo"_s};
        QTest::newRow("numbers, comments, text") << QByteArray("# sent_id = 1\n# text = \xF0\x9F\x98\x80 Tampa Bay's food, (ok)\n"
                                                               "1\t\xF0\x9F\x98\x80\tO\t-\t-\n2\tTampa\tB-LOC\t-\tann\n"
                                                               "3\tBay\tI-LOC\t-\tann\n4\t's\tO\t-\t-\n5\tfood\tO\t-\t-\n"
                                                               "6\t,\tO\t-\t-\n7\t(\tO\t-\t-\n8\tok\tO\t-\t-\n9\t)\tO\t-\t-\n")
                                                 << u"\U0001F600 Tampa Bay's food, (ok)"_s << QStringList{u"place:Tampa Bay"_s};
        QTest::newRow("SpaceAfter and words of several tokens")
            << QByteArray("1\tGo\tO\t_\n2-3\tdelMar\tO\tSpaceAfter=No\n2\tde\tO\t_\n3\tMar\tB-LOC\t_\n4\t!\tO\t_\n")
            << u"Go delMar!"_s << QStringList{u"place:delMar"_s};
        QTest::newRow("a token that is a hash")
            << QByteArray("# O\n1 O\nAna B-PER\n") << u"# 1 Ana"_s << QStringList{u"person:Ana"_s};
        QTest::newRow("paragraphs") << QByteArray("# newpar\nA\tO\n\nB\tO\n\n# newpar\nC\tB-LOC\n") << u"A B\n\nC"_s
                                    << QStringList{u"place:C"_s};
        QTest::newRow("CRLF, no end") << QByteArray("Ana\tB-PER\r\n\r\nleft\tO") << u"Ana\nleft"_s
                                      << QStringList{u"person:Ana"_s};
        QTest::newRow("text that does not agree")
            << QByteArray("# text = Something else\nAna\tB-PER\nleft\tO\n") << u"Ana left"_s << QStringList{u"person:Ana"_s};
    }

    void conllShapes()
    {
        QFETCH(QByteArray, file);
        QFETCH(QString, text);
        QFETCH(QStringList, mentions);
        const Result<ReadArticles> result = read("conll", file);
        QVERIFY2(result, result ? "" : qPrintable(result.error().toString()));
        QCOMPARE(result.value().articles.size(), 1);
        QCOMPARE(only(result).text.text(), text);
        QCOMPARE(found(only(result)), mentions);
    }

    void conllFileIsDividedIntoArticles()
    {
        const Result<ReadArticles> named = read("conll", "# newdoc id = first\nA\tB-LOC\n\n# newdoc id = second\nB\tO\n");
        QVERIFY(named);
        QCOMPARE(named.value().articles.size(), 2);
        QCOMPARE(named.value().articles.at(0).name, u"first"_s);
        QCOMPARE(named.value().articles.at(1).name, u"second"_s);
        QVERIFY(named.value().articles.at(1).loaded.article.layers.isEmpty());
        const Result<ReadArticles> numbered = read("conll", "-DOCSTART- O\n\nA O\n\n-DOCSTART- O\n\nB B-PER\n");
        QVERIFY(numbered);
        QCOMPARE(numbered.value().articles.size(), 2);
        QCOMPARE(numbered.value().articles.at(1).name, u"2"_s);
        QCOMPARE(found(numbered.value().articles.at(1).loaded.article), QStringList{u"person:B"_s});
    }

    void conllLineWithoutATagIsNamedAndKept()
    {
        QByteArray file;
        for (int i = 0; i < 30; ++i)
            file += "word\tO\n";
        const Result<ReadArticles> result = read("conll", file + "stray\nAna\tB-PER\n");
        QVERIFY(result);
        QCOMPARE(found(only(result)), QStringList{u"person:Ana"_s});
        QVERIFY(only(result).text.text().contains(u"stray"_s));
        QCOMPARE(result.value().issues.size(), 1);
        QCOMPARE(result.value().issues.first().line, 31);
    }

    void labelsLeadToTypesAndUnknownOnesBecomeTypes()
    {
        const Result<ReadArticles> result = read(
            "conll", "a\tB-Person\nb\tB-organization\nc\tB-GPE\nd\tB-geo-loc\ne\tB-NORP\nf\tB-WORK_OF_ART\ng\tB-OTH\nh\tB-oth\n");
        QVERIFY(result);
        QCOMPARE(found(only(result)), (QStringList{u"person:a"_s, u"organisation:b"_s, u"place:c"_s, u"place:d"_s, u"group:e"_s,
                                                   u"product:f"_s, u"oth:g"_s, u"oth:h"_s}));
        QVERIFY(only(result).tagset.find(u"oth"));
        QCOMPARE(result.value().issues.size(), 1);
        QCOMPARE(result.value().issues.first().severity, Severity::Note);
        QVERIFY(result.value().issues.first().message.contains(u"OTH"_s));
        QCOMPARE(result.value().issues.first().line, 7);
    }

    void jsonLinesOfACorpus()
    {
        const Result<ReadArticles> result = read(
            "jsonl",
            "{\"id\":7,\"text\":\"\xF0\x9F\x98\x80 Ana\\r\\nleft "
            "Lisbon\",\"entities\":[{\"start\":2,\"end\":5,\"type\":\"PERSON\"},"
            "{\"start\":12,\"end\":18,\"label\":\"loc\"}]}\n"
            "\n"
            "{\"id\":\"b\",\"text\":\"EU talks\",\"label\":[[0,2,\"ORG\"]]}\n"
            "{\"text\":\"Ana\",\"entities\":[{\"start\":0,\"end\":3,\"type\":\"PERSON\",\"confidence\":0.876,\"why\":\"x\"}]}\n");
        QVERIFY(result);
        const QList<ReadArticle> &articles = result.value().articles;
        QCOMPARE(articles.size(), 3);
        QCOMPARE(articles.at(0).name, u"7"_s);
        QCOMPARE(articles.at(0).loaded.article.text.text(), u"\U0001F600 Ana\nleft Lisbon"_s);
        QCOMPARE(found(articles.at(0).loaded.article), (QStringList{u"person:Ana"_s, u"place:Lisbon"_s}));
        QCOMPARE(found(articles.at(1).loaded.article), QStringList{u"organisation:EU"_s});
        QCOMPARE(articles.at(2).name, u"3"_s);
        QVERIFY(issuesOf(result.value()).isEmpty());
        const auto first = [&](int i) { return articles.at(i).loaded.article.layers.first().mentions.toList().first(); };
        QCOMPARE(first(0).status, Status::Accepted);  // a corpus has decided
        QCOMPARE(first(2).status, Status::Suggested); // a detector has not
        QCOMPARE(first(2).confidence, 0.88);
    }

    void badJsonLinesAreNamedAndTheOthersRead()
    {
        const Result<ReadArticles> result = read(
            "jsonl", "not json\n{\"id\":1}\n"
                     "{\"text\":\"The Ana left\",\"entities\":[{\"start\":0,\"end\":3,\"type\":\"PER\",\"text\":\"Ana\"},"
                     "{\"start\":4,\"end\":99,\"type\":\"PER\"},{\"start\":-1,\"end\":1e300},5,{\"start\":1,\"end\":2,\"text\":"
                     "\"zzz\"}]}\n[1]");
        QVERIFY(result);
        QCOMPARE(result.value().articles.size(), 1);
        QCOMPARE(found(only(result)), (QStringList{u"Unlabelled:h"_s, u"person:Ana"_s}));
        QList<qint64> lines;
        for (const Issue &issue : result.value().issues)
            lines.append(issue.line);
        QCOMPARE(lines, (QList<qint64>{1, 2, 3, 3, 3, 3, 3, 3, 4}));
        QCOMPARE(result.value().issues.at(2).severity, Severity::Warning); // placed by its quote
    }

    void bratKeepsWhatItsLinesSay()
    {
        QTemporaryDir folder;
        const Result<ReadArticles> result = readBrat(folder,
                                                     "T1\tOrganization 2 15;20 24\tInternational Bank\n"
                                                     "#1\tAnnotatorNotes T1\tsee below\n"
                                                     "#2\tLemma T1\t bank\n"
                                                     "A1\tNegated T1\nA2\tSource T1 wire\n"
                                                     "N1\tReference T1 Wikidata:Q7164\tWorld Bank\n"
                                                     "N2\tReference T1 GO:0005\tx\n"
                                                     "T2\tGPE 28 33\tParis\n"
                                                     "*\tEquiv T2 T3\n"
                                                     "T3\tGPE 37 42\tParis\n"
                                                     "R1\tOrigin Arg1:T1 Arg2:T2\n"
                                                     "T4\tVerb 34 36\tis\n"
                                                     "E1\tVerb:T4 Theme:T1\n"
                                                     "A3\tUnsure E1\n",
                                                     "\xF0\x9F\x98\x80 International old Bank in Paris is Paris\n");
        QVERIFY(result);
        const AnnotatedArticle article = only(result);
        QCOMPARE(article.layers.size(), 1);
        const Layer &layer = article.layers.first();
        QCOMPARE(issuesOf(result.value()).size(), 1); // "Verb" became a type
        const Mention &bank = *layer.mentions.find(1);
        QCOMPARE(bank.spans.size(), 2);
        QCOMPARE(bank.link, u"http://www.wikidata.org/entity/Q7164"_s);
        QCOMPARE(bank.notes.first().text, u"see below"_s);
        QCOMPARE(bank.attributes,
                 (QList<Attribute>{
                     {u"Lemma"_s, u"bank"_s}, {u"Negated"_s, {}}, {u"Source"_s, u"wire"_s}, {u"Reference"_s, u"GO:0005"_s}}));
        QCOMPARE(layer.entities.size(), 1);
        QCOMPARE(layer.entities.first().name, u"Paris"_s);
        QCOMPARE(layer.mentionsOf(1), (QList<MentionId>{2, 3}));
        QVERIFY(layer.mentions.find(4)->isUnsure);
        QCOMPARE(layer.relations, (QList<Relation>{{1, u"Origin"_s, 1, 2}, {2, u"Theme"_s, 4, 1}}));
    }

    void bratOffsetsAreCheckedAndLinesNamed()
    {
        QTemporaryDir folder;
        const Result<ReadArticles> result = readBrat(folder,
                                                     "T1\tPER 0 3\tAna\n"    // moved
                                                     "nonsense\n"            // 2
                                                     "T2\tPER 5 x\tAna\n"    // 3
                                                     "T3\tPER 90 99\tgone\n" // 4
                                                     "A1\tNegated T9\n"      // 5
                                                     "T4 PER 0 3 Ana\n"      // 6
                                                     "R1\tMeets Arg1:T1\n"   // 7
                                                     "*\tEquiv T1 T3\n"      // 8
                                                     "T1\tPER 4 7\tAna\n",   // 9: the number is taken
                                                     "The Ana");
        QVERIFY(result);
        QCOMPARE(found(only(result)), (QStringList{u"person:Ana"_s, u"person:Ana"_s}));
        QList<qint64> lines;
        for (const Issue &issue : issuesOf(result.value()))
            lines.append(issue.line);
        std::sort(lines.begin(), lines.end());
        QCOMPARE(lines, (QList<qint64>{1, 2, 3, 4, 5, 6, 7, 8}));
    }

    void bratCountsTheCrOfTheTextAndMaybeItsMark()
    {
        QTemporaryDir folder;
        QCOMPARE(found(only(readBrat(folder, "T1\tPER 5 8\tAna\r\n", "One\r\nAna\r\n"))), QStringList{u"person:Ana"_s});
        QCOMPARE(found(only(readBrat(folder, "T1\tPER 4 7\tAna\n", "\xEF\xBB\xBFOne Ana"))), QStringList{u"person:Ana"_s});
        const Result<ReadArticles> counted = readBrat(folder, "T1\tPER 5 8\tAna\n", "\xEF\xBB\xBFOne Ana");
        QCOMPARE(found(only(counted)), QStringList{u"person:Ana"_s});
        QVERIFY(issuesOf(counted.value()).isEmpty());
        QCOMPARE(found(only(readBrat(folder, "T1\tLOC 0 9\tNew  York\n", "New\n\nYork"))), QStringList{u"place:New\n\nYork"_s});
    }

    void bratIsFoundFromEitherFile()
    {
        QTemporaryDir folder;
        QVERIFY(readBrat(folder, "T1\tPER 0 3\tAna\n", "Ana left"));
        QCOMPARE(found(only(readArticles(folder.filePath(u"a.txt"_s)))), QStringList{u"person:Ana"_s});
        const Result<LoadedArticle> opened = readArticleFile(folder.filePath(u"a.ann"_s));
        QVERIFY(opened);
        QCOMPARE(found(opened.value().article), QStringList{u"person:Ana"_s});
        // A text alone, or beside a file that is none of brat's, stays a text.
        writeFile(folder.filePath(u"b.txt"_s), "Ana left");
        QVERIFY(readArticleFile(folder.filePath(u"b.txt"_s)).value().article.layers.isEmpty());
        writeFile(folder.filePath(u"b.ann"_s), "Dear Ann,\nhello");
        QVERIFY(readArticleFile(folder.filePath(u"b.txt"_s)).value().article.layers.isEmpty());
        writeFile(folder.filePath(u"c.ann"_s), "T1\tPER 0 3\tAna\n");
        const Result<ReadArticles> alone = readArticles(folder.filePath(u"c.ann"_s));
        QVERIFY(!alone);
        QCOMPARE(alone.error().kind, ErrorKind::NotFound);
        QVERIFY(alone.error().message.contains(u"c.txt"_s));
    }

    void openingAFileOfSeveralArticlesGivesTheFirstAndSaysSo()
    {
        QTemporaryDir folder;
        writeFile(folder.filePath(u"a.jsonl"_s), "{\"text\":\"One\"}\n{\"text\":\"Two\"}\n");
        const Result<LoadedArticle> opened = readArticleFile(folder.filePath(u"a.jsonl"_s));
        QVERIFY(opened);
        QCOMPARE(opened.value().article.text.text(), u"One"_s);
        QCOMPARE(opened.value().issues.size(), 1);
        QVERIFY(opened.value().issues.first().message.contains(u'2'));
    }

    void brokenFilesAreAClearErrorOrAReading_data()
    {
        QTest::addColumn<QByteArray>("format");
        QTest::addColumn<QByteArray>("bytes");
        for (const char *format : {"jsonl", "conll", "brat"}) {
            const auto row = [&](const char *name, const QByteArray &bytes) {
                QTest::newRow(qPrintable(u"%1, %2"_s.arg(QString::fromLatin1(format), QString::fromLatin1(name))))
                    << QByteArray(format) << bytes;
            };
            row("empty", {});
            row("spaces", " \n\n \t\n");
            row("binary", QByteArray("\x7f"
                                     "ELF\x02\x01\x01")
                              + QByteArray(3000, '\x01'));
            row("prose", "Ana left Lisbon.\nShe went home.\n");
            row("nulls", QByteArray(100, '\0'));
            row("one long line", QByteArray(3'000'000, 'a'));
            row("many tabs", QByteArray(1'000'000, '\t'));
            row("deep", QByteArray("{\"text\":\"a\",\"entities\":") + QByteArray(200'000, '['));
            row("huge numbers",
                "T1\tA 99999999999999999999 1\tx\n{\"text\":\"a\",\"entities\":[{\"start\":1e308,\"end\":-1}]}\n");
            row("cut off", "{\"text\":\"Ana\",\"entities\":[{\"start\":0,\"en");
        }
    }

    void brokenFilesAreAClearErrorOrAReading()
    {
        QFETCH(QByteArray, format);
        QFETCH(QByteArray, bytes);
        QTemporaryDir folder;
        writeFile(folder.filePath(u"a.txt"_s), "Ana left Lisbon.");
        writeFile(folder.filePath(u"a.ann"_s), bytes);
        const Result<ReadArticles> result = readArticles(folder.filePath(u"a.ann"_s), formatNamed(QString::fromLatin1(format)));
        if (result) {
            QVERIFY(!result.value().articles.isEmpty());
            for (const ReadArticle &named : result.value().articles)
                QVERIFY(!named.loaded.article.text.text().isEmpty());
        } else {
            QVERIFY(result.error().message.endsWith(u'.'));
            QVERIFY(!result.error().file.isEmpty());
        }
    }

    void problemsAreCounted()
    {
        QTemporaryDir folder;
        const Result<ReadArticles> result = readBrat(folder, QByteArray("nonsense\n").repeated(5000), "Ana");
        QVERIFY(result);
        QCOMPARE(issuesOf(result.value()).size(), 1001);
        QVERIFY(issuesOf(result.value()).last().message.contains(u"4000"_s));
    }
};

DATELINE_TEST_MAIN(QCoreApplication, TestReaders)
#include "tst_readers.moc"
