// SPDX-License-Identifier: Apache-2.0
#include "text/encodingguess.h"

#include "text/legacycodec.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>
#include <memory>
#include <uchardet.h>

using namespace Qt::StringLiterals;

namespace dateline {

namespace {

struct Messages
{
    Q_DECLARE_TR_FUNCTIONS(dateline::Decoding)
};

constexpr qsizetype SampleSize = 64 * 1024;
constexpr qsizetype EnoughEvidence = 24; ///< bytes above 0x7F from which a guess may be certain

struct Signature
{
    QByteArray magic;
    qsizetype at = 0;
    bool needsControl = false; ///< letters an article could begin with: only with control bytes after
    const char *name = nullptr;
};

const QList<Signature> &signatures()
{
    static const QList<Signature> list{
        {"%PDF-", 0, false, QT_TRANSLATE_NOOP("dateline::Decoding", "a PDF document")},
        {"\x89PNG\r\n\x1a\n", 0, false, QT_TRANSLATE_NOOP("dateline::Decoding", "a PNG picture")},
        {"\xFF\xD8\xFF", 0, false, QT_TRANSLATE_NOOP("dateline::Decoding", "a JPEG picture")},
        {"GIF87a", 0, true, QT_TRANSLATE_NOOP("dateline::Decoding", "a GIF picture")},
        {"GIF89a", 0, true, QT_TRANSLATE_NOOP("dateline::Decoding", "a GIF picture")},
        {"PK\x03\x04", 0, false, QT_TRANSLATE_NOOP("dateline::Decoding", "a ZIP archive or an office document")},
        {QByteArray("PK\x05\x06", 4), 0, false, QT_TRANSLATE_NOOP("dateline::Decoding", "an empty ZIP archive")},
        {"\x1f\x8b", 0, false, QT_TRANSLATE_NOOP("dateline::Decoding", "a GZIP archive")},
        {"BZh", 0, true, QT_TRANSLATE_NOOP("dateline::Decoding", "a BZIP2 archive")},
        {QByteArray("\xFD"
                    "7zXZ\x00",
                    6),
         0, false, QT_TRANSLATE_NOOP("dateline::Decoding", "an XZ archive")},
        {"\x28\xB5\x2F\xFD", 0, false, QT_TRANSLATE_NOOP("dateline::Decoding", "a Zstandard archive")},
        {"7z\xBC\xAF\x27\x1C", 0, false, QT_TRANSLATE_NOOP("dateline::Decoding", "a 7-Zip archive")},
        {"Rar!\x1A\x07", 0, false, QT_TRANSLATE_NOOP("dateline::Decoding", "a RAR archive")},
        {"\x7F"
         "ELF",
         0, false, QT_TRANSLATE_NOOP("dateline::Decoding", "a program")},
        {QByteArray("MZ\x90\x00", 4), 0, false, QT_TRANSLATE_NOOP("dateline::Decoding", "a program")},
        {"\xCA\xFE\xBA\xBE", 0, false, QT_TRANSLATE_NOOP("dateline::Decoding", "a program")},
        {QByteArray("\0asm", 4), 0, false, QT_TRANSLATE_NOOP("dateline::Decoding", "a program")},
        {"RIFF", 0, true, QT_TRANSLATE_NOOP("dateline::Decoding", "a sound, video or picture")},
        {"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", 0, false, QT_TRANSLATE_NOOP("dateline::Decoding", "an old office document")},
        {QByteArray("SQLite format 3\0", 16), 0, false, QT_TRANSLATE_NOOP("dateline::Decoding", "a database")},
        {"ID3", 0, true, QT_TRANSLATE_NOOP("dateline::Decoding", "an MP3 sound")},
        {"\xFF\xFB", 0, true, QT_TRANSLATE_NOOP("dateline::Decoding", "an MP3 sound")},
        {"OggS", 0, true, QT_TRANSLATE_NOOP("dateline::Decoding", "an OGG sound or video")},
        {"fLaC", 0, true, QT_TRANSLATE_NOOP("dateline::Decoding", "a FLAC sound")},
        {"ftyp", 4, true, QT_TRANSLATE_NOOP("dateline::Decoding", "an MP4 video or a picture")},
        {"\x1A\x45\xDF\xA3", 0, false, QT_TRANSLATE_NOOP("dateline::Decoding", "a Matroska or WebM video")},
        {QByteArray("II*\0", 4), 0, false, QT_TRANSLATE_NOOP("dateline::Decoding", "a TIFF picture")},
        {QByteArray("MM\0*", 4), 0, false, QT_TRANSLATE_NOOP("dateline::Decoding", "a TIFF picture")},
        {"wOFF", 0, true, QT_TRANSLATE_NOOP("dateline::Decoding", "a font")},
        {"wOF2", 0, true, QT_TRANSLATE_NOOP("dateline::Decoding", "a font")},
    };
    return list;
}

bool hasControl(const QByteArray &bytes, qsizetype upTo)
{
    const auto end = bytes.begin() + std::min(upTo, bytes.size());
    return std::any_of(bytes.begin(), end,
                       [](char c) { return uchar(c) < 0x20 && c != '\t' && c != '\n' && c != '\r' && c != '\f'; });
}

/// Up to SampleSize bytes from the first one above 0x7F on, cut at spaces where possible.
QByteArray sampleOf(const QByteArray &bytes)
{
    if (bytes.size() <= SampleSize)
        return bytes;
    const auto first = std::find_if(bytes.begin(), bytes.end(), [](char c) { return uchar(c) >= 0x80; });
    qsizetype from = std::max<qsizetype>(0, (first - bytes.begin()) - 1024);
    const qsizetype space = bytes.indexOf(' ', from);
    if (from > 0 && space >= 0 && space < from + 1024)
        from = space + 1;
    const qsizetype end = bytes.lastIndexOf(' ', std::min(bytes.size() - 1, from + SampleSize));
    return bytes.mid(from, std::max<qsizetype>(end - from, 1024));
}

QString uchardetName(const QByteArray &bytes)
{
    const std::unique_ptr<std::remove_pointer_t<uchardet_t>, decltype(&uchardet_delete)> detector(uchardet_new(),
                                                                                                  &uchardet_delete);
    if (uchardet_handle_data(detector.get(), bytes.constData(), size_t(bytes.size())) != 0)
        return {};
    uchardet_data_end(detector.get());
    return canonicalEncoding(QString::fromLatin1(uchardet_get_charset(detector.get())));
}

bool isMultiByte(const QString &name)
{
    static const QStringList names{u"GB18030"_s,   u"BIG5"_s,   u"EUC-TW"_s, u"EUC-JP"_s,
                                   u"SHIFT_JIS"_s, u"EUC-KR"_s, u"UHC"_s,    u"HZ-GB-2312"_s};
    return names.contains(name) || name.startsWith(u"ISO-2022"_s);
}

double scoreOf(const QString &text)
{
    static const QString commonCyrillic = u"оеаинтсрвлкмдпуяыьгзбчйхжшюцщэф"_s;
    static const QString commonLatin = u"éèàüöäçñáíóúßâêîôûšžčćđřěůýłśżąęåøæãõŠŽČĆĐÉÖÜÄ"_s;
    static const QString punctuation = u"“”‘’„‚«»–—…€£§№°·•©®™‹›\u00A0´½¼"_s;
    double score = 0;
    qsizetype high = 0;
    qsizetype letters = 0;
    qsizetype highLatin = 0;
    QChar previous = u' ';
    for (const QChar c : text) {
        const bool isLetter = c.isLetter();
        letters += isLetter ? 1 : 0;
        if (c.unicode() < 0x80) {
            previous = c;
            continue;
        }
        ++high;
        const QChar::Script script = QChar::script(c.unicode());
        if (isLetter) {
            score += 1;
            const bool isSameWord = previous.isLetter();
            if (isSameWord && QChar::script(previous.unicode()) != script)
                score -= 2;
            if (isSameWord && c.isUpper() && previous.isLower())
                score -= 1.5;
            if (script == QChar::Script_Cyrillic) {
                const qsizetype rank = commonCyrillic.indexOf(c);
                score += rank < 0 ? 0 : rank < 12 ? 0.6 : 0.3;
            } else if (script == QChar::Script_Latin) {
                ++highLatin;
                score += commonLatin.contains(c) ? 0.4 : -0.6;
            } else if (script != QChar::Script_Common) {
                score += 0.4;
            } else {
                score -= 1.5; // ª, º, µ: letters by name only
            }
        } else if (punctuation.contains(c)) {
            score += previous.isLetter() && (c == u'\u00A0' || c == u'·') ? 0.2 : 0.6;
        } else if (c.isMark()) {
            score += 0.3;
        } else {
            score -= c == QChar::ReplacementCharacter || c.category() == QChar::Other_Control ? 3 : 2;
        }
        previous = c;
    }
    if (high == 0)
        return 0;
    // In Latin script most letters are plain; a text of accented ones only is another script misread.
    if (letters > 8 && highLatin * 5 > letters * 2)
        score -= double(highLatin) * 2;
    return score / double(high);
}

} // namespace

QString knownBinaryFormat(const QByteArray &bytes)
{
    for (const Signature &signature : signatures()) {
        if (bytes.size() >= signature.at + signature.magic.size()
            && QByteArrayView(bytes).sliced(signature.at).startsWith(signature.magic)
            && (!signature.needsControl || hasControl(bytes, 512)))
            return QCoreApplication::translate("dateline::Decoding", signature.name);
    }
    return {};
}

QString guessUtf16(const QByteArray &bytes)
{
    const qsizetype size = std::min(bytes.size(), SampleSize) & ~qsizetype(1);
    if (size < 4 || !QByteArrayView(bytes).first(size).contains('\0'))
        return {};
    for (const int highAt : {1, 0}) {
        std::array<qsizetype, 256> highs{};
        qsizetype ascii = 0;
        qsizetype nulls = 0;
        for (qsizetype i = 0; i < size; i += 2) {
            const auto high = uchar(bytes[i + highAt]);
            const auto low = uchar(bytes[i + 1 - highAt]);
            ++highs[high];
            if (high == 0 && (low >= 0x20 || low == '\n' || low == '\r' || low == '\t'))
                ++ascii;
            if (high == 0 && low == 0)
                ++nulls;
        }
        // One script has one or two high bytes, beside those of ASCII and of punctuation (0x20).
        const qsizetype plain = highs[0] + highs[0x20];
        std::array<qsizetype, 256> others = highs;
        others[0] = 0;
        others[0x20] = 0;
        std::nth_element(others.begin(), others.begin() + 1, others.end(), std::greater<>());
        const qsizetype units = size / 2;
        if ((plain + others[0] + others[1]) * 10 >= units * 9 && ascii * 30 >= units && nulls * 10 <= units)
            return highAt == 1 ? u"UTF-16LE"_s : u"UTF-16BE"_s;
    }
    return {};
}

EncodingGuess guessLegacy(const QByteArray &bytes)
{
    const QByteArray sample = sampleOf(bytes);
    const qsizetype high = std::count_if(sample.begin(), sample.end(), [](char c) { return uchar(c) >= 0x80; });
    QString opinion = uchardetName(sample);
    if (opinion == u"ISO-8859-1"_s || opinion == u"UTF-8"_s)
        opinion = u"windows-1252"_s; // the same letters, and the quotation marks of wire copy

    QString text;
    qsizetype undecodable = 0;
    if (isMultiByte(opinion) && legacyToUtf16(sample, opinion, text, undecodable)) {
        const qsizetype wide = std::count_if(text.begin(), text.end(), [](QChar c) { return c.unicode() >= 0x1100; });
        const bool isEscaped = opinion.startsWith(u"ISO-2022"_s) || opinion.startsWith(u"HZ"_s);
        if (undecodable * 50 <= wide && wide >= 4 && (isEscaped || wide * 3 >= high))
            return {opinion, {opinion, u"windows-1252"_s}, isEscaped || high >= EnoughEvidence};
    }

    struct Reading
    {
        QString encoding;
        QString text;
        double score = 0;
    };
    QList<Reading> readings;
    QStringList names{u"windows-1251"_s, u"KOI8-R"_s,     u"windows-1252"_s, u"windows-1250"_s,
                      u"IBM866"_s,       u"ISO-8859-5"_s, u"ISO-8859-2"_s,   u"MAC-CYRILLIC"_s};
    if (!opinion.isEmpty() && !isMultiByte(opinion) && !names.contains(opinion))
        names.append(opinion);
    for (const QString &name : std::as_const(names)) {
        Reading reading{name, {}, 0};
        if (!legacyToUtf16(sample, name, reading.text, undecodable))
            continue;
        reading.score = scoreOf(reading.text) + (name == opinion ? 0.25 : 0.0);
        readings.append(reading);
    }
    std::stable_sort(readings.begin(), readings.end(), [](const Reading &a, const Reading &b) { return a.score > b.score; });
    if (readings.isEmpty())
        return {u"windows-1252"_s, {u"windows-1252"_s}, false};

    EncodingGuess guess;
    guess.encoding = readings.first().encoding;
    const auto rival = std::find_if(readings.begin(), readings.end(),
                                    [&readings](const Reading &reading) { return reading.text != readings.first().text; });
    const double margin = rival == readings.end() ? 1.0 : readings.first().score - rival->score;
    guess.isCertain = readings.first().score > 0.5 && (rival == readings.end() || (high >= EnoughEvidence && margin >= 0.2));
    for (const Reading &reading : std::as_const(readings)) {
        if (reading.score > -1 || guess.candidates.size() < 3)
            guess.candidates.append(reading.encoding);
    }
    return guess;
}

} // namespace dateline
