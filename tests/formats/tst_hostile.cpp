// SPDX-License-Identifier: Apache-2.0
// Files that mean harm, or are merely broken. Every reader gives an error with a place or a correct
// reading, soon and in little memory. DATELINE_HOSTILE names further folders, separated by ":", of which
// every file is tried in the same way (docs/reliability.md).
#include "formatfixtures.h"
#include "formats/formatregistry.h"
#include "formats/nativescan.h"
#include "support/testhelper.h"

#include <QDirIterator>
#include <QTemporaryDir>

#include <ctime>

using namespace dateline;
using namespace Qt::StringLiterals;

namespace {

constexpr qint64 MostMs = 1000;
constexpr double MostMegabytes = 200;

#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
constexpr bool IsSanitized = true;
#else
constexpr bool IsSanitized = false;
#endif

/// Of this process, so that a busy machine makes no difference.
qint64 cpuMilliseconds() { return qint64(std::clock()) * 1000 / CLOCKS_PER_SEC; }

double peakMegabytes()
{
    QFile status(u"/proc/self/status"_s);
    if (!status.open(QIODevice::ReadOnly))
        return 0;
    for (const QByteArray &line : status.readAll().split('\n')) {
        if (line.startsWith("VmHWM:"))
            return line.mid(6).chopped(2).trimmed().toDouble() / 1024;
    }
    return 0;
}

void resetPeak()
{
    QFile refs(u"/proc/self/clear_refs"_s);
    if (refs.open(QIODevice::WriteOnly))
        refs.write("5");
}

struct Tally
{
    int files = 0;
    int refused = 0;
    int read = 0;
    qint64 slowest = 0;
    double largest = 0;
    QStringList problems;

    /// One reader on one file.
    void run(const QString &file, const QString &reader, const std::function<std::optional<Error>()> &read_)
    {
        resetPeak();
        const qint64 start = cpuMilliseconds();
        const std::optional<Error> error = read_();
        const qint64 took = cpuMilliseconds() - start;
        const double peak = peakMegabytes();
        slowest = std::max(slowest, took);
        largest = std::max(largest, peak);
        ++(error ? refused : read);
        if (error && error->message.trimmed().isEmpty())
            problems.append(u"%1 (%2): an error without words"_s.arg(file, reader));
        if (took > MostMs * (IsSanitized ? 10 : 1))
            problems.append(u"%1 (%2): %3 ms"_s.arg(file, reader).arg(took));
        if (!IsSanitized && peak > MostMegabytes)
            problems.append(u"%1 (%2): %3 MB"_s.arg(file, reader).arg(peak));
    }
};

template<typename T>
std::optional<Error> errorOf(const Result<T> &result)
{
    return result ? std::optional<Error>() : result.error();
}

void tryAllReaders(const QString &path, Tally &tally)
{
    ++tally.files;
    const QByteArray bytes = test::readFile(path);
    tally.run(path, u"open"_s, [&] { return errorOf(readArticleFile(path)); });
    tally.run(path, u"native"_s, [&] { return errorOf(readNative(bytes, path)); });
    tally.run(path, u"validate"_s, [&] {
        return validateNative(bytes, path).isEmpty() ? std::optional<Error>() : Error{ErrorKind::Malformed, u"issues"_s, path, 0};
    });
    for (const Format &format : formats()) {
        if (format.read)
            tally.run(path, QString(format.name), [&] { return errorOf(format.read({bytes, path, {}, {}, {}})); });
    }
}

QByteArray utf16(const QString &text) { return QByteArray(reinterpret_cast<const char *>(text.utf16()), text.size() * 2); }

const QByteArray Start = "<annotatedArticle xmlns=\"urn:dateline:annotated-article:1\" version=\"1.0\">";

} // namespace

class TestHostile : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    // The measured traps of Qt's XML classes (docs/file-format.md), each by name.
    void aCarriageReturnInTextIsWrittenAsAReference()
    {
        AnnotatedArticle article = test::sampleArticle();
        article.head.rights = u"one\rtwo\r\nthree"_s;
        const QByteArray bytes = writeNative(article);
        QVERIFY(!bytes.contains('\r'));
        const auto loaded = readNative(bytes, u"a.xml"_s);
        QVERIFY(loaded.isOk());
        QCOMPARE(loaded.value().article.head.rights, article.head.rights);
    }

    void aLoneSurrogateOrAControlCharacterNeverBreaksTheFile_data()
    {
        QTest::addColumn<QString>("words");
        QTest::newRow("high") << QString(QChar(0xD83D));
        QTest::newRow("low") << QString(QChar(0xDE00)) + u"x"_s;
        QTest::newRow("swapped") << QString(QChar(0xDE00)) + QChar(0xD83D);
        QTest::newRow("nul") << QString(QChar(0));
        QTest::newRow("bell") << u"a\x07z"_s;
        QTest::newRow("U+FFFE") << QString(QChar(0xFFFE));
        QTest::newRow("C1") << QString(QChar(0x85));
    }
    void aLoneSurrogateOrAControlCharacterNeverBreaksTheFile()
    {
        QFETCH(QString, words);
        AnnotatedArticle article = test::sampleArticle();
        article.head.title = words;
        article.head.attributes.append({u"a"_s, words});
        article.agents.first().name = words;
        const QByteArray bytes = writeNative(article);
        const auto loaded = readNative(bytes, u"a.xml"_s);
        QVERIFY2(loaded.isOk(), loaded ? "" : qPrintable(loaded.error().message));
        QCOMPARE(writeNative(loaded.value().article), bytes);
    }

    void noDoctypeInAnyEncoding_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        const QString bomb = u"<!DOCTYPE annotatedArticle [<!ENTITY a \"aaaa\"><!ENTITY b SYSTEM \"file:///etc/passwd\">]>"_s
                           + QString::fromUtf8(Start) + u"&a;&b;</annotatedArticle>"_s;
        QTest::newRow("UTF-8") << bomb.toUtf8();
        QTest::newRow("UTF-8 with mark") << "\xEF\xBB\xBF" + bomb.toUtf8();
        QTest::newRow("UTF-16 with mark") << utf16(QChar(QChar::ByteOrderMark) + bomb);
        QTest::newRow("UTF-16 without mark") << utf16(bomb);
        QTest::newRow("after a comment") << "<!-- > --><?x > ?>\n" + bomb.toUtf8();
        QTest::newRow("lower case") << "<!doctype annotatedArticle>" + Start + "</annotatedArticle>";
        QTest::newRow("inside") << Start + "<!DOCTYPE x></annotatedArticle>";
    }
    void noDoctypeInAnyEncoding()
    {
        QFETCH(QByteArray, bytes);
        const auto loaded = readNative(bytes, u"a.xml"_s);
        QVERIFY(!loaded);
        QVERIFY2(loaded.error().message.contains(u"DOCTYPE"_s) || loaded.error().message.contains(u"well-formed"_s),
                 qPrintable(loaded.error().message));
        QVERIFY(loaded.error().line > 0 || loaded.error().kind == ErrorKind::Unsupported);
    }

    void errorsHaveLineAndColumn()
    {
        const auto loaded = readNative(Start + "\n<head>\n  <title>é</titel></head></annotatedArticle>", u"a.xml"_s);
        QVERIFY(!loaded);
        QCOMPARE(loaded.error().line, 3);
        QVERIFY2(loaded.error().message.contains(u"column"_s), qPrintable(loaded.error().message));
        const auto doctype = readNative("\n\n  <!DOCTYPE a>" + Start, u"a.xml"_s);
        QCOMPARE(doctype.error().line, 3);
        QVERIFY(doctype.error().message.contains(u"column 3"_s));
    }

    void tooManySpansAreRefused()
    {
        const QByteArray bytes = Start + "<layer id=\"l1\"><mention id=\"m1\">"
                               + QByteArray("<span/>").repeated(NativeMaximumSpans + 1) + "</mention></layer></annotatedArticle>";
        const auto loaded = readNative(bytes, u"a.xml"_s);
        QVERIFY(!loaded);
        QCOMPARE(loaded.error().kind, ErrorKind::TooLarge);
        QVERIFY(loaded.error().message.contains(u"spans"_s));
    }

    void manyOfAKindStayQuick_data()
    {
        QTest::addColumn<QByteArray>("content");
        constexpr int Many = 100'000;
        const auto repeated = [](const std::function<QByteArray(const QByteArray &)> &part) {
            QByteArray all;
            for (int i = 0; i < Many; ++i)
                all += part(QByteArray::number(i));
            return all;
        };
        const QByteArray text = "<text><block start=\"0\" kind=\"paragraph\">abc</block></text>";
        QTest::newRow("types, each used") << "<tagset id=\"t\">" + repeated([](const QByteArray &n) {
                                                 return "<type id=\"t" + n + "\" name=\"n\"/>";
                                             }) + "</tagset>"
                                                 + text + "<layer id=\"l\">" + repeated([](const QByteArray &n) {
                                                       return "<mention type=\"t" + n
                                                            + "\"><span start=\"0\" end=\"1\">a</span></mention>";
                                                   })
                                                 + "</layer>";
        QTest::newRow("agents") << "<agents>" + repeated([](const QByteArray &n) {
                                       return "<agent id=\"a" + n + "\" uid=\"u" + n + "\"/>";
                                   }) + "</agents>"
                                       + text;
        QTest::newRow("mentions at one place")
            << text + "<layer id=\"l\">" + repeated([](const QByteArray &) {
                   return "<mention type=\"person\"><span start=\"0\" end=\"3\">abc</span></mention>";
               }) + "</layer>";
        QTest::newRow("equal ids")
            << text + "<layer id=\"l\">" + repeated([](const QByteArray &) {
                   return "<mention id=\"m1\" type=\"person\"><span start=\"0\" end=\"3\">abc</span></mention>";
               }) + "</layer>";
        QTest::newRow("words that are nowhere")
            << text + "<layer id=\"l\">" + repeated([](const QByteArray &n) {
                   return "<mention type=\"person\"><span start=\"0\" end=\"3\">x" + n + "</span></mention>";
               }) + "</layer>";
        QTest::newRow("layers") << text + repeated([](const QByteArray &n) {
                                       return "<layer id=\"l" + n + "\" uid=\"" + n + "\"/>";
                                   });
        QTest::newRow("namespaces") << repeated(
            [](const QByteArray &n) { return "<x" + n + ":a xmlns:x" + n + "=\"u" + n + "\"/>"; });
    }
    void manyOfAKindStayQuick()
    {
        QFETCH(QByteArray, content);
        const qint64 start = cpuMilliseconds();
        const auto loaded = readNative(Start + content + "</annotatedArticle>", u"a.xml"_s);
        QVERIFY(loaded.isOk() || loaded.error().line > 0);
        const qint64 took = cpuMilliseconds() - start;
        // Growth with the square would take half a minute.
        QVERIFY2(took < 6000 * (IsSanitized ? 10 : 1), qPrintable(QString::number(took)));
    }

    void deepForeignContentIsRefused()
    {
        const QByteArray bytes = Start.chopped(1) + " xmlns:x=\"urn:x\">" + QByteArray("<x:a>").repeated(100'000)
                               + QByteArray("</x:a>").repeated(100'000) + "</annotatedArticle>";
        const auto loaded = readNative(bytes, u"a.xml"_s);
        QVERIFY(!loaded);
        QVERIFY(loaded.error().message.contains(u"nested"_s));
    }

    void everyReaderTakesEveryFile()
    {
        QTemporaryDir folder;
        const QByteArray native = writeNative(test::sampleArticle());
        test::writeFile(folder.filePath(u"empty"_s), {});
        test::writeFile(folder.filePath(u"zeros"_s), QByteArray(1'000'000, '\0'));
        test::writeFile(folder.filePath(u"open-tags"_s), QByteArray("<a ").repeated(300'000));
        test::writeFile(folder.filePath(u"brackets"_s), QByteArray(1'000'000, '['));
        test::writeFile(folder.filePath(u"quotes"_s), QByteArray(1'000'000, '"'));
        test::writeFile(folder.filePath(u"tabs"_s), QByteArray(1'000'000, '\t'));
        test::writeFile(folder.filePath(u"one-line"_s), QByteArray(4'000'000, 'a'));
        test::writeFile(folder.filePath(u"json.jsonl"_s), "{\"text\":\"" + QByteArray("\\ud83d").repeated(100'000) + "\"}");
        test::writeFile(folder.filePath(u"deep.jsonl"_s), QByteArray("{\"a\":").repeated(100'000));
        test::writeFile(folder.filePath(u"half.xml"_s), native.left(native.size() / 2));
        test::writeFile(folder.filePath(u"twice.xml"_s), native + native);
        test::writeFile(folder.filePath(u"page.html"_s), "<html>" + QByteArray("<div>").repeated(100'000) + "x");
        test::writeFile(folder.filePath(u"invalid-utf8"_s),
                        QByteArray("abc \xC0\xAF \xED\xA0\x80 \xF8\x88\x80\x80\x80 ").repeated(1000));
        Tally tally;
        QDirIterator files(folder.path(), QDir::Files);
        while (files.hasNext())
            tryAllReaders(files.next(), tally);
        QVERIFY2(tally.problems.isEmpty(), qPrintable(tally.problems.join(u'\n')));
        QCOMPARE(tally.files, 13);
    }

    void everyFileOfTheGivenFolders()
    {
        const QString given = qEnvironmentVariable("DATELINE_HOSTILE");
        if (given.isEmpty())
            QSKIP("DATELINE_HOSTILE names no folders");
        Tally tally;
        int accepted = 0; // files "not-wf" that the native reader took for sound
        for (const QString &folder : given.split(u':', Qt::SkipEmptyParts)) {
            QDirIterator files(folder, QDir::Files, QDirIterator::Subdirectories);
            while (files.hasNext()) {
                const QString path = files.next();
                tryAllReaders(path, tally);
                const auto native = readNative(test::readFile(path), path);
                accepted += native ? 1 : 0;
                if (!native && native.error().kind == ErrorKind::Malformed && native.error().line <= 0)
                    tally.problems.append(path + u": an error without a line"_s);
            }
        }
        qInfo("%d files, %d readings refused, %d read, slowest %lld ms, most memory %.0f MB, %d taken for native", tally.files,
              tally.refused, tally.read, qlonglong(tally.slowest), tally.largest, accepted);
        QVERIFY2(tally.problems.isEmpty(), qPrintable(tally.problems.join(u'\n')));
        QVERIFY(tally.files > 0);
    }
};

DATELINE_TEST_MAIN(QCoreApplication, TestHostile)
#include "tst_hostile.moc"
