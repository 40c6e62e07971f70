// SPDX-License-Identifier: Apache-2.0
#include "formatfixtures.h"
#include "formats/formatregistry.h"
#include "support/testhelper.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QXmlStreamReader>

using namespace dateline;
using namespace dateline::test;
using namespace Qt::StringLiterals;

namespace {

/// `words` cut out of `text`, all of them accepted mentions of one person's layer.
AnnotatedArticle articleOf(const QString &text, const QList<QPair<QString, QString>> &words)
{
    AnnotatedArticle article;
    article.text = ArticleText(text);
    article.agents = {{1, u"h"_s, AgentKind::Human, u"Ana"_s, {}}};
    Layer layer;
    layer.info.id = 1;
    layer.info.by = 1;
    qsizetype from = 0;
    for (const auto &[word, type] : words) {
        Mention mention;
        mention.id = layer.nextMentionId();
        mention.type = type;
        mention.status = Status::Accepted;
        const qsizetype begin = text.indexOf(word, from);
        mention.spans = {{begin, begin + word.size()}};
        layer.mentions.insert(mention);
    }
    article.layers = {layer};
    return article;
}

QByteArray write(const char *format, const AnnotatedArticle &article, const Statuses &statuses = defaultStatuses())
{
    const Format *found = formatNamed(QString::fromLatin1(format));
    return writeArticle(*found, exported(article, article.layers.first().info.id, statuses, u"talks"_s)).first().bytes;
}

QList<QStringList> columns(const QByteArray &conll)
{
    QList<QStringList> rows;
    for (const QString &line : QString::fromUtf8(conll).split(u'\n')) {
        if (!line.isEmpty() && !line.startsWith("# "_L1))
            rows.append(line.split(u'\t'));
    }
    return rows;
}

/// RFC 4180, written from the standard and not from the writer.
QList<QStringList> cells(const QString &csv)
{
    QList<QStringList> rows;
    QStringList row;
    QString cell;
    bool isQuoted = false;
    for (qsizetype i = 0; i < csv.size(); ++i) {
        const QChar c = csv.at(i);
        if (isQuoted && c == u'"' && i + 1 < csv.size() && csv.at(i + 1) == u'"') {
            cell += c;
            ++i;
        } else if (c == u'"') {
            isQuoted = !isQuoted;
        } else if (!isQuoted && c == u',') {
            row.append(std::exchange(cell, {}));
        } else if (!isQuoted && c == u'\r') {
            row.append(std::exchange(cell, {}));
            rows.append(std::exchange(row, {}));
            ++i;
        } else {
            cell += c;
        }
    }
    return rows;
}

QMap<Feature, qsizetype> lossMap(const char *format, const AnnotatedArticle &article,
                                 const Statuses &statuses = defaultStatuses())
{
    QMap<Feature, qsizetype> map;
    for (const Loss &loss : lossesOf(*formatNamed(QString::fromLatin1(format)),
                                     exported(article, article.layers.first().info.id, statuses, u"a"_s))) {
        map.insert(loss.feature, loss.count);
    }
    return map;
}

} // namespace

class TestWriters : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyFormatHasANameATitleAndEndings()
    {
        QCOMPARE(writableFormats(),
                 (QStringList{u"native"_s, u"jsonl"_s, u"brat"_s, u"conll"_s, u"csv"_s, u"html"_s, u"text"_s}));
        for (const Format &format : formats()) {
            QVERIFY(!translatedTitle(format).isEmpty());
            QVERIFY(!format.suffixes().first().isEmpty());
            QVERIFY(format.canRead() || format.canWrite());
            QVERIFY(formatNamed(QString(format.name)) == &format);
        }
        QVERIFY(!formatNamed(u"tei"));
    }

    void onlyChosenStatusesAreExportedWithTheirEntities()
    {
        const AnnotatedArticle article = sampleArticle();
        const ExportedArticle usual = exported(article, 1, defaultStatuses(), u"a"_s);
        QCOMPARE(usual.mentions().size(), 2);
        QCOMPARE(usual.layer()->entities.size(), 1);
        QCOMPARE(usual.layer()->relations.size(), 0); // its other end is rejected
        const ExportedArticle rejected = exported(article, 1, {Status::Rejected}, u"a"_s);
        QCOMPARE(rejected.mentions().size(), 1);
        QCOMPARE(rejected.layer()->entities.size(), 0);
        QCOMPARE(exported(article, 0, defaultStatuses(), u" a\nb "_s).name, u"a b"_s);
    }

    void layerIsChosenByRule()
    {
        AnnotatedArticle article = articleOf(u"Ana left."_s, {{u"Ana"_s, u"person"_s}});
        article.agents.append({2, u"d"_s, AgentKind::Detector, u"D"_s, {}});
        Layer detected = article.layers.first();
        detected.info = {2, u"uid2"_s, 2, Stage::Suggested, {}, {}, {}, {}};
        article.layers.append(detected);
        QCOMPARE(layerToExport(article).value(), 1U);
        QCOMPARE(layerToExport(article, u"l2"_s).value(), 2U);
        QCOMPARE(layerToExport(article, u"uid2"_s).value(), 2U);
        QCOMPARE(layerToExport(article, u"l9"_s).error().kind, ErrorKind::NotFound);
        article.layers.removeFirst();
        QCOMPARE(layerToExport(article).value(), 2U);
        article.layers = {};
        QCOMPARE(layerToExport(article).value(), 0U);

        article = articleOf(u"Ana left."_s, {{u"Ana"_s, u"person"_s}});
        Layer second = article.layers.first();
        second.info.id = 3;
        article.layers.append(second);
        const Result<LayerId> undecided = layerToExport(article);
        QVERIFY(!undecided);
        QVERIFY(undecided.error().message.contains(u"l1: Ana"_s) && undecided.error().message.contains(u"l3: Ana"_s));
        article.layers[1].info.stage = Stage::Adjudicated;
        QCOMPARE(layerToExport(article).value(), 3U);
    }

    void jsonLinesCountCodePoints()
    {
        const QByteArray line = write(
            "jsonl", articleOf(u"\U0001F600\U0001F600 Ana left Lisbon."_s, {{u"Ana"_s, u"person"_s}, {u"Lisbon"_s, u"place"_s}}));
        QVERIFY(line.endsWith('\n'));
        QCOMPARE(line.count('\n'), 1);
        const QJsonObject object = QJsonDocument::fromJson(line).object();
        QCOMPARE(object.value(u"id"_s).toString(), u"talks"_s);
        QCOMPARE(object.value(u"text"_s).toString(), u"\U0001F600\U0001F600 Ana left Lisbon."_s);
        const QJsonArray entities = object.value(u"entities"_s).toArray();
        QCOMPARE(entities.size(), 2);
        QCOMPARE(entities.at(0).toObject().value(u"start"_s).toInt(), 3);
        QCOMPARE(entities.at(0).toObject().value(u"end"_s).toInt(), 6);
        QCOMPARE(entities.at(0).toObject().value(u"type"_s).toString(), u"PERSON"_s);
        QCOMPARE(entities.at(1).toObject().value(u"start"_s).toInt(), 12);
        QCOMPARE(entities.at(1).toObject().value(u"type"_s).toString(), u"LOC"_s);
    }

    void bratHasCodePointsPiecesAndOneLineQuotes()
    {
        AnnotatedArticle article = articleOf(u"\U0001F600 North and South\nKorea met."_s, {{u"South\nKorea"_s, u"place"_s}});
        Mention north = *article.layers.first().mentions.find(1);
        north.id = 2;
        north.spans = {{3, 8}, {19, 24}};
        north.isUnsure = true;
        north.link = u"http://www.wikidata.org/entity/Q423"_s;
        north.notes = {{1, {}, u"two\nlines"_s}};
        article.layers.first().mentions.insert(north);
        const QByteArray ann = write("brat", article);
        const QList<QByteArray> lines = ann.split('\n');
        QVERIFY2(lines.contains("T2\tLOC 2 7;18 23\tNorth Korea"), ann.constData());
        QVERIFY(lines.contains("T1\tLOC 12 23\tSouth Korea"));
        QVERIFY(lines.contains("A1\tUnsure T2"));
        QVERIFY(lines.contains("N1\tReference T2 Wikidata:Q423\tNorth Korea"));
        QVERIFY(lines.contains("#1\tAnnotatorNotes T2\ttwo lines"));
        QCOMPARE(lossMap("brat", article), (QMap<Feature, qsizetype>{{Feature::Author, 1}, {Feature::ValueLayout, 1}}));
        const WrittenFiles files = writeArticle(*formatNamed(u"brat"), exported(article, 1, defaultStatuses(), u"a"_s));
        QCOMPARE(files.size(), 2);
        QCOMPARE(files.at(1).suffix, u".txt"_s);
        QCOMPARE(QString::fromUtf8(files.at(1).bytes), article.text.text());
    }

    void conllTagsWholeTokensAndEndsSentencesWithABlankLine()
    {
        const AnnotatedArticle article = articleOf(
            u"Ana Petrovic left. Belgrade-based Tanjug said so."_s,
            {{u"Ana Petrovic"_s, u"person"_s}, {u"Belgrade"_s, u"place"_s}, {u"Tanjug"_s, u"organisation"_s}});
        const QByteArray conll = write("conll", article);
        QCOMPARE(columns(conll), (QList<QStringList>{{u"Ana"_s, u"B-PERSON"_s},
                                                     {u"Petrovic"_s, u"I-PERSON"_s},
                                                     {u"left"_s, u"O"_s},
                                                     {u"."_s, u"O"_s},
                                                     {u"Belgrade"_s, u"B-LOC"_s},
                                                     {u"-"_s, u"O"_s},
                                                     {u"based"_s, u"O"_s},
                                                     {u"Tanjug"_s, u"B-ORG"_s},
                                                     {u"said"_s, u"O"_s},
                                                     {u"so"_s, u"O"_s},
                                                     {u"."_s, u"O"_s}}));
        QCOMPARE(conll.count("\n\n"), 2);
        QVERIFY(conll.contains("# text = Ana Petrovic left.\n"));
        QVERIFY(conll.startsWith("# newdoc id = talks\n"));
    }

    void conllCutsATokenWhereAMentionEndsAndJoinsSentencesThatOneCrosses()
    {
        const QByteArray conll = write(
            "conll", articleOf(u"Ukrainegate. Stop. Go on"_s, {{u"Ukraine"_s, u"place"_s}, {u"Stop. Go"_s, u"topic"_s}}));
        const QList<QStringList> rows = columns(conll);
        QCOMPARE(rows.first(), (QStringList{u"Ukraine"_s, u"B-LOC"_s}));
        QCOMPARE(rows.at(1), (QStringList{u"gate"_s, u"O"_s}));
        QVERIFY(conll.contains("Stop\tB-TOPIC\n.\tI-TOPIC\nGo\tI-TOPIC\non\tO\n"));
    }

    void conllKeepsTheAcceptedOneOfTwoThatOverlap()
    {
        AnnotatedArticle article = articleOf(u"Bank of Ireland"_s,
                                             {{u"Bank of Ireland"_s, u"organisation"_s}, {u"Ireland"_s, u"place"_s}});
        QVERIFY(write("conll", article).contains("Ireland\tI-ORG"));
        QCOMPARE(lossMap("conll", article).value(Feature::Overlap), 1);
        Mention bank = *article.layers.first().mentions.find(1);
        bank.status = Status::Suggested;
        article.layers.first().mentions.replace(bank);
        QVERIFY(write("conll", article).contains("Bank\tO\nof\tO\nIreland\tB-LOC"));
        QCOMPARE(lossMap("conll", article).value(Feature::Status), 1);
    }

    void csvQuotesWhatItMustAndFalsifiesNothing()
    {
        AnnotatedArticle article = articleOf(u"He said \"Ana, =1+1\nPetrovic\" and left"_s,
                                             {{u"\"Ana, =1+1\nPetrovic\""_s, u"person"_s}, {u"=1+1"_s, u"topic"_s}});
        article.layers.first().entities.insert(1, {1, u"person"_s, u"Ana \"Petrovic\""_s, u"https://example.org/"_s, {}, {}, {}});
        Mention ana = *article.layers.first().mentions.find(1);
        ana.entity = 1;
        ana.notes = {{1, {}, u"one"_s}, {1, {}, u"two, three"_s}};
        ana.confidence = 0.5;
        article.layers.first().mentions.replace(ana);
        const QByteArray csv = write("csv", article);
        QVERIFY(csv.endsWith("\r\n"));
        const QList<QStringList> rows = cells(QString::fromUtf8(csv));
        QCOMPARE(rows.size(), 3);
        const QStringList header = rows.first();
        for (const QStringList &row : rows)
            QCOMPARE(row.size(), header.size());
        const auto value = [&](int row, const QString &column) { return rows.at(row).at(header.indexOf(column)); };
        QCOMPARE(value(1, u"text"_s), u"\"Ana, =1+1\nPetrovic\""_s);
        QCOMPARE(value(1, u"entity"_s), u"Ana \"Petrovic\""_s);
        QCOMPARE(value(1, u"link"_s), u"https://example.org/"_s);
        QCOMPARE(value(1, u"note"_s), u"one\ntwo, three"_s);
        QCOMPARE(value(1, u"confidence"_s), u"0.5"_s);
        QCOMPARE(value(1, u"annotator"_s), u"Ana"_s);
        QCOMPARE(value(2, u"text"_s), u"=1+1"_s);
        QCOMPARE(value(2, u"start"_s), u"14"_s);
        QCOMPARE(value(2, u"end"_s), u"18"_s);
    }

    void pageNestsCrossingMentionsAndEscapes()
    {
        AnnotatedArticle article = articleOf(
            u"A <b>&\n\nEU summit talks end"_s,
            {{u"<b>"_s, u"topic"_s}, {u"EU summit"_s, u"event"_s}, {u"summit talks"_s, u"event"_s}, {u"&\n\nEU"_s, u"topic"_s}});
        article.tagset.types[0].color = u"red}body{display:none"_s;
        article.layers.first().entities.insert(1, {1, u"event"_s, u"</title><script>"_s, u"javascript:alert(1)"_s, {}, {}, {}});
        Mention summit = *article.layers.first().mentions.find(2);
        summit.entity = 1;
        article.layers.first().mentions.replace(summit);
        const QByteArray html = write("html", article);
        QVERIFY(!html.contains("<script"));
        QVERIFY(!html.contains("href=\"javascript"));
        QVERIFY(!html.contains("display:none"));
        QVERIFY(!html.contains("://")); // nothing is fetched
        QVERIFY(html.contains("prefers-color-scheme:dark"));
        QVERIFY(html.contains("@media print"));
        // Everything below <article> is well formed, and says the article's text.
        const qsizetype begin = html.indexOf("<article>");
        QXmlStreamReader reader(html.mid(begin, html.indexOf("</article>") + 10 - begin));
        QString text;
        QHash<QString, QString> marked; // what the tip says -> words
        QStringList open;
        while (!reader.atEnd()) {
            reader.readNext();
            if (reader.isStartElement() && reader.name() == u"mark")
                open.append(reader.attributes().value("title"_L1).toString().simplified());
            if (reader.isEndElement() && reader.name() == u"mark")
                open.removeLast();
            if (reader.isCharacters()) {
                text += reader.text();
                for (const QString &id : std::as_const(open))
                    marked[id] += reader.text();
            }
        }
        QVERIFY2(!reader.hasError(), qPrintable(reader.errorString()));
        QCOMPARE(text.simplified(), u"A <b>& EU summit talks end"_s);
        // Marks that cross are cut and opened again.
        QCOMPARE(marked.value(u"Event </title><script> accepted javascript:alert(1)"_s), u"EU summit"_s);
        QCOMPARE(marked.value(u"Event accepted"_s), u"summit talks"_s);
        QCOMPARE(marked.value(u"Topic accepted"_s), u"<b>&EU"_s);
    }

    void lossIsCountedForWhatAFormatDoesNotHold()
    {
        const AnnotatedArticle article = sampleArticle();
        const Statuses all{Status::Suggested, Status::Accepted, Status::Rejected, Status::Withdrawn};
        QVERIFY(lossMap("native", article, all).isEmpty());
        const auto conll = lossMap("conll", article, all);
        QCOMPARE(conll.value(Feature::Discontinuity), 1);
        QCOMPARE(conll.value(Feature::Confidence), 2);
        QCOMPARE(conll.value(Feature::Norm), 1);
        QCOMPARE(conll.value(Feature::Link), 2);
        QCOMPARE(conll.value(Feature::Unsure), 1);
        QCOMPARE(conll.value(Feature::Status), 3);
        QCOMPARE(conll.value(Feature::Notes), 1);
        QCOMPARE(conll.value(Feature::Relations), 1);
        QCOMPARE(conll.value(Feature::History), 4); // head, layer, entity, mention
        QCOMPARE(conll.value(Feature::Head), 9);
        QCOMPARE(conll.value(Feature::Overlap), 1); // the accepted one stays
        const auto jsonl = lossMap("jsonl", article, all);
        QCOMPARE(jsonl.keys(), (QList<Feature>{Feature::Provenance, Feature::History}));
        QCOMPARE(lossMap("text", article, all).value(Feature::Mentions), 4);
        QVERIFY(!lossMap("text", article, all).contains(Feature::Confidence));
        for (const Loss &loss : featuresOf(exported(article, 1, all, u"a"_s))) {
            QVERIFY(!toName(loss.feature).isEmpty());
            QVERIFY(toSentence(loss, u"brat"_s).contains(u"brat"_s));
            QVERIFY(toSentence(loss, u"brat"_s).endsWith(u'.'));
        }
    }

    void thousandsOfCrossingMentionsMakeNoHugePage()
    {
        AnnotatedArticle article = articleOf(QString(3000, u'a'), {});
        for (MentionId id = 1; id <= 1500; ++id) {
            Mention mention;
            mention.id = id;
            mention.type = u"topic"_s;
            mention.spans = {{qsizetype(id), qsizetype(id) + 1500}};
            article.layers.first().mentions.insert(mention);
        }
        QVERIFY(write("html", article).size() < 5'000'000);
        QVERIFY(lossMap("html", article).value(Feature::Overlap) > 1000);
    }
};

DATELINE_TEST_MAIN(QCoreApplication, TestWriters)
#include "tst_writers.moc"
