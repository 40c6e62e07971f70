// SPDX-License-Identifier: Apache-2.0
#include "app/cliprogram.h"

#include "formats/nativeformat.h"
#include "support/testhelper.h"

#include <QJsonArray>
#include <QTemporaryDir>

using namespace dateline;
using namespace dateline::test;
using namespace Qt::StringLiterals;

namespace {

/// A mention as somebody else's program finds it in an export: its words and where they stand.
struct Found
{
    qsizetype begin = 0; ///< code points
    QString text;
    QString type;
    bool operator==(const Found &) const = default;
    bool operator<(const Found &other) const
    {
        return std::tie(begin, text, type) < std::tie(other.begin, other.text, other.type);
    }
};

/// What the plan's table of types writes for a type of the standard tagset.
QString labelOf(const QString &type)
{
    static const QHash<QString, QString> Short{{u"organisation"_s, u"ORG"_s}, {u"place"_s, u"LOC"_s}, {u"group"_s, u"NORP"_s}};
    return Short.value(type, type.toUpper());
}

/// The fields of the rows, by RFC 4180 and nothing of ours.
QList<QStringList> csvRows(const QString &text)
{
    QList<QStringList> rows;
    QStringList row;
    QString field;
    bool isQuoted = false;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar unit = text.at(i);
        if (isQuoted && unit == u'"' && i + 1 < text.size() && text.at(i + 1) == u'"') {
            field += text.at(++i);
        } else if (unit == u'"') {
            isQuoted = !isQuoted;
        } else if (!isQuoted && (unit == u',' || unit == u'\n')) {
            row.append(std::exchange(field, {}));
            if (unit == u'\n')
                rows.append(std::exchange(row, {}));
        } else if (isQuoted || unit != u'\r') {
            field += unit;
        }
    }
    return rows;
}

} // namespace

/// The sample, detected and exported by the program, read again by parsers that share no code with it.
class TestSampleExports : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;
    QString m_text; ///< of the article, with an emoji before the first mention and a quoted name
    QList<Found> m_expected;

    QString path(const QString &name) const { return m_folder.filePath(name); }
    QString exported(const QString &format, const QString &name)
    {
        const Run done = run(
            {u"convert"_s, path(u"talks.xml"_s), u"--to"_s, format, u"--status"_s, u"suggested,accepted"_s, u"-o"_s, path(name)});
        return done.status == 0 ? QString::fromUtf8(readFile(path(name))) : QString::fromUtf8(done.err);
    }

private Q_SLOTS:
    void initTestCase()
    {
        m_text = u"\U0001F600 \"Talks, again\"\n\n"_s
               + QString::fromUtf8(readFile(QStringLiteral(DATELINE_SOURCE_DIR "/resources/sample/talks.txt")));
        writeFile(path(u"talks.txt"_s), m_text.toUtf8());
        const Run done = run({u"annotate"_s, path(u"talks.txt"_s), u"-o"_s, path(u"talks.xml"_s)});
        QVERIFY2(done.status == 0, done.err.constData());
        const Result<LoadedArticle> read = readNative(readFile(path(u"talks.xml"_s)), path(u"talks.xml"_s));
        QVERIFY(read);
        const AnnotatedArticle &article = read.value().article;
        const Layer &layer = article.layers.first();
        layer.mentions.forEach([&](const Mention &mention) {
            const Span extent = mention.extent();
            const QString text = article.text.text();
            m_expected.append(
                {text.left(extent.begin).toUcs4().size(), text.mid(extent.begin, extent.length()), labelOf(mention.type)});
        });
        std::sort(m_expected.begin(), m_expected.end());
        QVERIFY(m_expected.size() > 50);
    }

    void bratOffsetsPointAtTheQuotedWords()
    {
        const QStringList lines = exported(u"brat"_s, u"talks.ann"_s).split(u'\n');
        const QList<uint> points = QString::fromUtf8(readFile(path(u"talks.txt"_s))).toUcs4();
        QList<Found> found;
        for (const QString &line : lines) {
            if (!line.startsWith(u'T'))
                continue;
            const QStringList fields = line.split(u'\t');
            const QStringList place = fields.at(1).split(u' ');
            QCOMPARE(place.size(), 3);
            const qsizetype begin = place.at(1).toLongLong();
            const QString text = QString::fromUcs4(reinterpret_cast<const char32_t *>(points.constData()) + begin,
                                                   place.at(2).toLongLong() - begin);
            QCOMPARE(text, fields.at(2));
            found.append({begin, text, place.first()});
        }
        std::sort(found.begin(), found.end());
        QCOMPARE(found, m_expected);
    }

    /// IOB2 over tokens that stand in the text in this order: the words of each mention, and no more.
    void conllColumnsAreTheTokensWithTheirMentions()
    {
        const QStringList lines = exported(u"conll"_s, u"talks.conll"_s).split(u'\n');
        qsizetype at = 0;
        QList<Found> found;
        qsizetype end = 0;
        for (const QString &line : lines) {
            if (line.isEmpty() || line.startsWith(u"# "_s))
                continue;
            const QStringList columns = line.split(u'\t');
            QCOMPARE(columns.size(), 2);
            const qsizetype begin = m_text.indexOf(columns.first(), at);
            QVERIFY2(begin >= 0 && QStringView(m_text).mid(at, begin - at).trimmed().isEmpty(), qPrintable(line));
            at = begin + columns.first().size();
            const QString tag = columns.last();
            if (tag.startsWith(u"B-"_s)) {
                found.append({m_text.left(begin).toUcs4().size(), columns.first(), tag.mid(2)});
            } else if (tag.startsWith(u"I-"_s)) {
                QCOMPARE(found.last().type, tag.mid(2));
                found.last().text += m_text.mid(end, at - end);
            } else {
                QCOMPARE(tag, u"O"_s);
            }
            end = at;
        }
        QVERIFY(QStringView(m_text).mid(at).trimmed().isEmpty());
        QCOMPARE(found, m_expected);
    }

    void csvFieldsAreTheWordsAsTheyStand()
    {
        const QList<QStringList> rows = csvRows(exported(u"csv"_s, u"talks.csv"_s));
        QCOMPARE(rows.size(), m_expected.size() + 1);
        const qsizetype text = rows.first().indexOf(u"text"_s);
        const qsizetype start = rows.first().indexOf(u"start"_s);
        QVERIFY(text >= 0 && start >= 0);
        for (qsizetype i = 0; i < m_expected.size(); ++i) {
            QCOMPARE(rows.at(i + 1).size(), rows.first().size());
            QCOMPARE(rows.at(i + 1).at(start).toLongLong(), m_expected.at(i).begin);
            QCOMPARE(rows.at(i + 1).at(text), m_expected.at(i).text);
        }
    }

    void jsonLinesHoldTheTextAndThePlaces()
    {
        exported(u"jsonl"_s, u"talks.jsonl"_s);
        const QList<QJsonObject> objects = lines(readFile(path(u"talks.jsonl"_s)));
        QCOMPARE(objects.size(), 1);
        QCOMPARE(objects.first().value(u"text"_s).toString(), m_text);
        QCOMPARE(objects.first().value(u"entities"_s).toArray().size(), m_expected.size());
    }
};

QTEST_GUILESS_MAIN(TestSampleExports)
#include "tst_sampleexports.moc"
