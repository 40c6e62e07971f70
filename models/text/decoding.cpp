// SPDX-License-Identifier: Apache-2.0
#include "text/decoding.h"

#include "text/encodingguess.h"
#include "text/legacycodec.h"

#include <QCoreApplication>
#include <QStringDecoder>

#include <algorithm>
#include <optional>

using namespace Qt::StringLiterals;

namespace dateline {

namespace {

struct Messages
{
    Q_DECLARE_TR_FUNCTIONS(dateline::Decoding)
};

struct Utf8Count
{
    qsizetype sequences = 0; ///< valid sequences of several bytes
    qsizetype invalid = 0;   ///< bytes that belong to no valid sequence
};

/// Counts by the table of well-formed sequences of the Unicode standard (3-7).
Utf8Count countUtf8(const QByteArray &bytes)
{
    Utf8Count count;
    const auto *p = reinterpret_cast<const uchar *>(bytes.constData());
    const auto *end = p + bytes.size();
    while (p < end) {
        const uchar lead = *p;
        if (lead < 0x80) {
            ++p;
            continue;
        }
        int length = 0;
        uchar low = 0x80;
        uchar high = 0xBF;
        if (lead >= 0xC2 && lead <= 0xDF) {
            length = 2;
        } else if (lead >= 0xE0 && lead <= 0xEF) {
            length = 3;
            low = lead == 0xE0 ? 0xA0 : 0x80;
            high = lead == 0xED ? 0x9F : 0xBF;
        } else if (lead >= 0xF0 && lead <= 0xF4) {
            length = 4;
            low = lead == 0xF0 ? 0x90 : 0x80;
            high = lead == 0xF4 ? 0x8F : 0xBF;
        }
        int good = length == 0 ? 0 : 1;
        while (good > 0 && good < length && p + good < end && p[good] >= low && p[good] <= high) {
            ++good;
            low = 0x80;
            high = 0xBF;
        }
        if (length > 0 && good == length) {
            ++count.sequences;
            p += length;
        } else {
            const int skipped = std::max(1, good);
            count.invalid += skipped;
            p += skipped;
        }
    }
    return count;
}

struct Decoded
{
    QString text;
    qsizetype undecodable = 0;
};

std::optional<QStringConverter::Encoding> unicodeEncoding(const QString &name)
{
    static const QList<std::pair<QString, QStringConverter::Encoding>> known{
        {u"UTF-8"_s, QStringConverter::Utf8},       {u"UTF8"_s, QStringConverter::Utf8},
        {u"UTF-16"_s, QStringConverter::Utf16},     {u"UTF-16LE"_s, QStringConverter::Utf16LE},
        {u"UTF-16BE"_s, QStringConverter::Utf16BE}, {u"UTF-32"_s, QStringConverter::Utf32},
        {u"UTF-32LE"_s, QStringConverter::Utf32LE}, {u"UTF-32BE"_s, QStringConverter::Utf32BE}};
    for (const auto &[text, encoding] : known) {
        if (name.compare(text, Qt::CaseInsensitive) == 0)
            return encoding;
    }
    return std::nullopt;
}

std::optional<Decoded> decodeAs(const QByteArray &bytes, const QString &name)
{
    if (const auto encoding = unicodeEncoding(name)) {
        Decoded decoded;
        QStringDecoder decoder(*encoding, QStringConverter::Flag::ConvertInitialBom | QStringConverter::Flag::Stateless);
        decoded.text = decoder.decode(bytes);
        if (*encoding == QStringConverter::Utf8)
            decoded.undecodable = countUtf8(bytes).invalid;
        else if (*encoding == QStringConverter::Utf16 || *encoding == QStringConverter::Utf16LE
                 || *encoding == QStringConverter::Utf16BE)
            decoded.undecodable = bytes.size() % 2;
        else
            decoded.undecodable = bytes.size() % 4;
        return decoded;
    }
    Decoded decoded;
    if (!legacyToUtf16(bytes, name, decoded.text, decoded.undecodable))
        return std::nullopt;
    return decoded;
}

struct Mark
{
    QByteArray bytes;
    QString encoding;
};

const QList<Mark> &byteOrderMarks()
{
    // The four-byte marks come first: UTF-32LE begins like UTF-16LE.
    static const QList<Mark> marks{{QByteArray("\xFF\xFE\x00\x00", 4), u"UTF-32LE"_s},
                                   {QByteArray("\x00\x00\xFE\xFF", 4), u"UTF-32BE"_s},
                                   {QByteArray("\xEF\xBB\xBF", 3), u"UTF-8"_s},
                                   {QByteArray("\xFF\xFE", 2), u"UTF-16LE"_s},
                                   {QByteArray("\xFE\xFF", 2), u"UTF-16BE"_s}};
    return marks;
}

Error binaryError(const QString &what) { return {ErrorKind::Binary, what, {}, 0}; }

qsizetype countControls(const QString &text)
{
    return std::count_if(text.begin(), text.end(), [](QChar c) {
        const char16_t u = c.unicode();
        return u == 0x7F || (u < 0x20 && u != u'\t' && u != u'\n' && u != u'\f' && u != u'\r');
    });
}

/// The rule of what is no text, and the list of problems.
Result<DecodedText> finish(Decoded decoded, DecodedText result)
{
    if (decoded.text.startsWith(QChar::ByteOrderMark)) {
        decoded.text.remove(0, 1);
        result.hasByteOrderMark = true;
    }
    const qsizetype bad = countControls(decoded.text) + decoded.undecodable;
    if (bad > 16 && bad * 10 > decoded.text.size())
        return binaryError(
            Messages::tr("This is not a text: more than a tenth of it are control characters or bytes that no text holds. "
                         "Choose a text, HTML or annotated XML file."));
    if (decoded.undecodable > 0) {
        Issue issue;
        issue.severity = Severity::Warning;
        issue.message =
            Messages::tr(
                "%n byte(s) could not be decoded as %1 and became U+FFFD. If the text looks wrong, choose another encoding.",
                nullptr, int(std::min<qsizetype>(decoded.undecodable, 1'000'000'000)))
                .arg(result.encoding);
        result.issues.append(issue);
    }
    result.text = std::move(decoded.text);
    if (!result.candidates.contains(result.encoding))
        result.candidates.prepend(result.encoding);
    return result;
}

} // namespace

Result<DecodedText> decodeText(const QByteArray &bytes, const QString &encoding)
{
    DecodedText result;
    if (const QString format = knownBinaryFormat(bytes); !format.isEmpty())
        return binaryError(Messages::tr("This is not a text but %1. Choose a text, HTML or annotated XML file.").arg(format));

    if (!encoding.isEmpty()) {
        result.encoding = canonicalEncoding(encoding);
        auto decoded = decodeAs(bytes, result.encoding);
        if (!decoded)
            return Error{ErrorKind::Unsupported,
                         Messages::tr("The encoding “%1” is not known here. Choose one of the list.").arg(encoding),
                         {},
                         0};
        return finish(std::move(*decoded), result);
    }
    for (const Mark &mark : byteOrderMarks()) {
        if (bytes.startsWith(mark.bytes)) {
            result.encoding = mark.encoding;
            result.hasByteOrderMark = true;
            return finish(*decodeAs(bytes, mark.encoding), result);
        }
    }
    if (const QString wide = guessUtf16(bytes); !wide.isEmpty()) {
        result.encoding = wide;
        result.candidates = {wide};
        return finish(*decodeAs(bytes, wide), result);
    }
    const Utf8Count utf8 = countUtf8(bytes);
    // A few broken bytes do not make a UTF-8 text another one: chance sequences are rare in
    // legacy text.
    const bool isEscaped = utf8.invalid == 0 && bytes.contains('\x1b');
    if ((utf8.invalid == 0 && !isEscaped) || (utf8.sequences > 0 && utf8.sequences >= 3 * utf8.invalid)) {
        result.encoding = u"UTF-8"_s;
        return finish(*decodeAs(bytes, result.encoding), result);
    }
    const EncodingGuess guess = guessLegacy(bytes);
    if (isEscaped && !guess.encoding.startsWith(u"ISO-2022"_s)) {
        result.encoding = u"UTF-8"_s;
        return finish(*decodeAs(bytes, result.encoding), result);
    }
    result.encoding = guess.encoding;
    result.isCertain = guess.isCertain;
    result.candidates = guess.candidates;
    auto decoded = decodeAs(bytes, guess.encoding);
    if (!decoded) {
        result.encoding = u"windows-1252"_s;
        result.isCertain = false;
        decoded = decodeAs(bytes, result.encoding);
    }
    if (!decoded) {
        result.encoding = u"UTF-8"_s;
        decoded = decodeAs(bytes, result.encoding);
    }
    return finish(std::move(*decoded), result);
}

QStringList supportedEncodings()
{
    static const QStringList names = [] {
        QStringList list{u"UTF-8"_s, u"UTF-16LE"_s, u"UTF-16BE"_s, u"UTF-32LE"_s, u"UTF-32BE"_s};
        const QStringList legacy{u"windows-1251"_s, u"KOI8-R"_s,       u"KOI8-U"_s,       u"IBM866"_s,       u"ISO-8859-5"_s,
                                 u"MAC-CYRILLIC"_s, u"windows-1252"_s, u"windows-1250"_s, u"ISO-8859-1"_s,   u"ISO-8859-2"_s,
                                 u"ISO-8859-15"_s,  u"ISO-8859-16"_s,  u"MACINTOSH"_s,    u"windows-1253"_s, u"ISO-8859-7"_s,
                                 u"windows-1254"_s, u"ISO-8859-9"_s,   u"windows-1255"_s, u"ISO-8859-8"_s,   u"windows-1256"_s,
                                 u"ISO-8859-6"_s,   u"windows-1257"_s, u"ISO-8859-13"_s,  u"windows-1258"_s, u"TIS-620"_s,
                                 u"GB18030"_s,      u"BIG5"_s,         u"EUC-TW"_s,       u"EUC-JP"_s,       u"SHIFT_JIS"_s,
                                 u"ISO-2022-JP"_s,  u"EUC-KR"_s,       u"ISO-2022-KR"_s};
        for (const QString &name : legacy) {
            QString text;
            qsizetype undecodable = 0;
            if (legacyToUtf16(QByteArrayLiteral("a"), name, text, undecodable))
                list.append(name);
        }
        return list;
    }();
    return names;
}

} // namespace dateline
