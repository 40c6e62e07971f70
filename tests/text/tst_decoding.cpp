// SPDX-License-Identifier: Apache-2.0
#include "support/testhelper.h"
#include "text/decoding.h"
#include "text/legacycodec.h"

#include <QStringEncoder>

using namespace dateline;
using namespace Qt::StringLiterals;

namespace {

/// The text in a single-byte code page, by asking the decoder about every byte.
QByteArray encoded(const QString &text, const QString &encoding)
{
    QByteArray all;
    for (int i = 0; i < 256; ++i)
        all += char(i);
    QString table;
    qsizetype undecodable = 0;
    if (!legacyToUtf16(all, encoding, table, undecodable) || table.size() != 256)
        return {};
    QByteArray bytes;
    for (const QChar c : text) {
        const qsizetype at = c.unicode() < 0x80 ? c.unicode() : table.indexOf(c);
        if (at < 0)
            return {};
        bytes += char(at);
    }
    return bytes;
}

const QString russian = u"МОСКВА, 21 марта. Министры обсудят широкий круг вопросов и обменяются мнениями о положении в регионе. "
                        "«Мы всегда рады друзьям», — сказал министр."_s;
const QString german =
    u"Die Außenminister trafen sich in Köln. „Natürlich müssen wir über Österreich reden“, sagte der Präsident. "
    "Größere Übereinkünfte gäbe es frühestens im März, hieß es später. Für Zürich gälte das natürlich ähnlich."_s;
const QString french =
    u"Le président a été reçu à l’Élysée. « Où en sommes-nous ? » a-t-il demandé. Les négociations ont été très difficiles, "
    "selon un diplomate européen présent à Genève, où les délégués se sont réunis."_s;

} // namespace

class TestDecoding : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void unicodeTextIsDecoded_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("encoding");
        QTest::addColumn<bool>("hasMark");
        const QString text = u"Žižek met Лавров in Köln 😀.\nA second line with more words, so that there is enough.\n"_s;
        const auto with = [](QStringConverter::Encoding encoding, bool mark, const QString &what) {
            QStringEncoder encoder(encoding, mark ? QStringConverter::Flag::WriteBom : QStringConverter::Flag::Default);
            return QByteArray(encoder.encode(what));
        };
        QTest::newRow("empty") << QByteArray() << QString() << u"UTF-8"_s << false;
        QTest::newRow("ASCII") << QByteArray("Plain words.\n") << u"Plain words.\n"_s << u"UTF-8"_s << false;
        QTest::newRow("UTF-8") << text.toUtf8() << text << u"UTF-8"_s << false;
        QTest::newRow("UTF-8 with mark") << "\xEF\xBB\xBF" + text.toUtf8() << text << u"UTF-8"_s << true;
        QTest::newRow("UTF-16LE with mark") << with(QStringConverter::Utf16LE, true, text) << text << u"UTF-16LE"_s << true;
        QTest::newRow("UTF-16BE with mark") << with(QStringConverter::Utf16BE, true, text) << text << u"UTF-16BE"_s << true;
        QTest::newRow("UTF-32LE with mark") << with(QStringConverter::Utf32LE, true, text) << text << u"UTF-32LE"_s << true;
        QTest::newRow("UTF-32BE with mark") << with(QStringConverter::Utf32BE, true, text) << text << u"UTF-32BE"_s << true;
        QTest::newRow("UTF-16LE without mark")
            << with(QStringConverter::Utf16LE, false, french) << french << u"UTF-16LE"_s << false;
        QTest::newRow("UTF-16BE without mark")
            << with(QStringConverter::Utf16BE, false, french) << french << u"UTF-16BE"_s << false;
        QTest::newRow("Cyrillic UTF-16LE without mark")
            << with(QStringConverter::Utf16LE, false, russian) << russian << u"UTF-16LE"_s << false;
        QTest::newRow("Cyrillic UTF-16BE without mark")
            << with(QStringConverter::Utf16BE, false, russian) << russian << u"UTF-16BE"_s << false;
        QTest::newRow("bidi controls and non-characters") << u"a\u202Eb\u2066c\uFFFE\uFDD0"_s.repeated(10).toUtf8()
                                                          << u"a\u202Eb\u2066c\uFFFE\uFDD0"_s.repeated(10) << u"UTF-8"_s << false;
        QTest::newRow("one NUL in ASCII") << QByteArray("ab\0cd and so on", 15)
                                          << QString::fromUtf8(QByteArray("ab\0cd and so on", 15)) << u"UTF-8"_s << false;
    }
    void unicodeTextIsDecoded()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(QString, text);
        const auto decoded = decodeText(bytes);
        QVERIFY2(decoded.isOk(), decoded.isOk() ? "" : qPrintable(decoded.error().message));
        QCOMPARE(decoded.value().text, text);
        QTEST(decoded.value().encoding, "encoding");
        QTEST(decoded.value().hasByteOrderMark, "hasMark");
        QVERIFY(decoded.value().isCertain);
        QVERIFY(decoded.value().issues.isEmpty());
        QVERIFY(decoded.value().candidates.contains(decoded.value().encoding));
    }

    void legacyTextIsDecodedWithCertainty_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("encoding");
        QString plain = russian;
        plain.remove(u'«').remove(u'»').replace(u'—', u'-');
        QTest::newRow("windows-1251") << russian << u"windows-1251"_s;
        QTest::newRow("KOI8-R") << plain << u"KOI8-R"_s;
        QTest::newRow("IBM866") << plain << u"IBM866"_s;
        QTest::newRow("ISO-8859-5") << plain << u"ISO-8859-5"_s;
        QTest::newRow("windows-1252, French") << french << u"windows-1252"_s;
    }
    void legacyTextIsDecodedWithCertainty()
    {
        QFETCH(QString, text);
        QFETCH(QString, encoding);
        const QByteArray bytes = encoded(text, encoding);
        QVERIFY(!bytes.isEmpty());
        const auto decoded = decodeText(bytes);
        QVERIFY(decoded.isOk());
        QCOMPARE(decoded.value().text, text);
        QCOMPARE(decoded.value().encoding, encoding);
        QVERIFY(decoded.value().isCertain);
    }

    void germanInAWesternCodePageReadsTheSame()
    {
        const auto decoded = decodeText(encoded(german, u"windows-1252"_s));
        QVERIFY(decoded.isOk());
        QCOMPARE(decoded.value().text, german);
    }

    void aGuessOnLittleEvidenceIsUncertain()
    {
        const auto decoded = decodeText(QByteArray("The \xE6\xF8 case\n"));
        QVERIFY(decoded.isOk());
        QVERIFY(!decoded.value().isCertain);
        QVERIFY(decoded.value().candidates.size() > 1);
        QCOMPARE(decoded.value().candidates.first(), decoded.value().encoding);
    }

    void aNamedEncodingIsUsedWithoutGuessing_data()
    {
        QTest::addColumn<QString>("encoding");
        QTest::addColumn<QString>("text");
        QTest::newRow("windows-1251") << u"windows-1251"_s << u"жш"_s;
        QTest::newRow("alias cp1251") << u"cp1251"_s << u"жш"_s;
        QTest::newRow("KOI8-R") << u"KOI8-R"_s << u"ФЬ"_s;
        QTest::newRow("ISO-8859-1") << u"latin1"_s << u"æø"_s;
        QTest::newRow("windows-1250") << u"windows-1250"_s << u"ćř"_s;
    }
    void aNamedEncodingIsUsedWithoutGuessing()
    {
        QFETCH(QString, encoding);
        const auto decoded = decodeText(QByteArray("\xE6\xF8"), encoding);
        QVERIFY(decoded.isOk());
        QTEST(decoded.value().text, "text");
        QVERIFY(decoded.value().isCertain);
    }

    void anUnknownEncodingIsRefused()
    {
        for (const QString &name : {u"no-such-thing"_s, u"UTF-8//IGNORE"_s, u"../../etc"_s, u"UTF-7"_s}) {
            const auto decoded = decodeText("text", name);
            QVERIFY(!decoded.isOk());
            QCOMPARE(decoded.error().kind, ErrorKind::Unsupported);
        }
    }

    void everyOfferedEncodingDecodes()
    {
        const QStringList names = supportedEncodings();
        QVERIFY(names.size() > 20);
        QVERIFY(names.contains(u"windows-1251"_s));
        for (const QString &name : names)
            QVERIFY2(decodeText(QByteArray("abcdabcd"), name).isOk() || name.startsWith(u"UTF-"_s), qPrintable(name));
    }

    void binaryFilesAreRefused_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("PDF") << QByteArray("%PDF-1.7\n%some words");
        QTest::newRow("PNG") << QByteArray("\x89PNG\r\n\x1a\n....");
        QTest::newRow("JPEG") << QByteArray("\xFF\xD8\xFF\xE0....");
        QTest::newRow("GIF") << QByteArray("GIF89a\x01\x02\x03");
        QTest::newRow("ZIP") << QByteArray("PK\x03\x04 and words");
        QTest::newRow("GZIP") << QByteArray("\x1f\x8b\x08 and words");
        QTest::newRow("ELF") << QByteArray("\x7f"
                                           "ELF and words");
        QTest::newRow("RIFF") << QByteArray("RIFF\x01\x02\x03\x04WAVE");
        QTest::newRow("OLE") << QByteArray("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1 and words");
        QTest::newRow("SQLite") << QByteArray("SQLite format 3\0", 16);
        QTest::newRow("OGG") << QByteArray("OggS\0\2", 6);
        QTest::newRow("17 control characters in 100") << QByteArray(17, '\x01') + QByteArray(83, 'a');
        QTest::newRow("17 DEL in 100") << QByteArray(17, '\x7f') + QByteArray(83, 'a');
        QTest::newRow("NUL only") << QByteArray(1000, '\0');
    }
    void binaryFilesAreRefused()
    {
        QFETCH(QByteArray, bytes);
        const auto decoded = decodeText(bytes);
        QVERIFY(!decoded.isOk());
        QCOMPARE(decoded.error().kind, ErrorKind::Binary);
        QVERIFY(decoded.error().message.size() > 30);
    }

    void fewControlCharactersStayText_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("16 in 100") << QByteArray(16, '\x01') + QByteArray(84, 'a');
        QTest::newRow("100 in 1000, not more than a tenth") << QByteArray(100, '\x01') + QByteArray(900, 'a');
        QTest::newRow("tabs, form feeds, line ends") << QByteArray("\t\f\r\n").repeated(100);
        QTest::newRow("words that begin like a signature") << QByteArray("GIF89a was a picture format. RIFF was another.");
    }
    void fewControlCharactersStayText()
    {
        QFETCH(QByteArray, bytes);
        const auto decoded = decodeText(bytes);
        QVERIFY(decoded.isOk());
        QCOMPARE(decoded.value().text, QString::fromLatin1(bytes));
    }

    void fewUndecodableBytesBecomeReplacementCharacters()
    {
        const QByteArray bytes = russian.toUtf8() + "\xFF\xC3 " + russian.toUtf8();
        const auto decoded = decodeText(bytes);
        QVERIFY(decoded.isOk());
        QCOMPARE(decoded.value().encoding, u"UTF-8"_s);
        QVERIFY(decoded.value().text.contains(QChar::ReplacementCharacter));
        QCOMPARE(decoded.value().text.count(u"регионе"_s), 2);
        QCOMPARE(decoded.value().issues.size(), 1);
        QVERIFY(decoded.value().issues.first().message.contains(u'2'));
    }

    void manyUndecodableBytesOfANamedEncodingAreBinary()
    {
        const auto decoded = decodeText(QByteArray(50, '\xFF') + QByteArray(50, 'a'), u"UTF-8"_s);
        QVERIFY(!decoded.isOk());
        QCOMPARE(decoded.error().kind, ErrorKind::Binary);
    }

    void anyBytesAreAnswered()
    {
        quint32 state = 12345;
        for (int round = 0; round < 300; ++round) {
            QByteArray bytes;
            for (int i = 0; i < round; ++i) {
                state = state * 1664525 + 1013904223;
                bytes += char(state >> 24);
            }
            const auto decoded = decodeText(bytes);
            QVERIFY(decoded.isOk() ? !decoded.value().encoding.isEmpty() : decoded.error().kind == ErrorKind::Binary);
        }
    }
};

DATELINE_TEST_MAIN(QCoreApplication, TestDecoding)
#include "tst_decoding.moc"
