// SPDX-License-Identifier: Apache-2.0
#include "text/legacycodec.h"

#include <QHash>
#include <QSysInfo>

#include <algorithm>
#include <array>
#include <cerrno>
#include <iconv.h>

using namespace Qt::StringLiterals;

namespace dateline {

namespace {

/// Owns an iconv descriptor.
class Converter
{
public:
    explicit Converter(const QByteArray &from)
        : m_descriptor(iconv_open(QSysInfo::ByteOrder == QSysInfo::LittleEndian ? "UTF-16LE" : "UTF-16BE", from.constData()))
    { }
    ~Converter()
    {
        if (isOpen())
            iconv_close(m_descriptor);
    }
    Q_DISABLE_COPY_MOVE(Converter)
    [[nodiscard]] bool isOpen() const { return m_descriptor != reinterpret_cast<iconv_t>(-1); }
    [[nodiscard]] iconv_t descriptor() const { return m_descriptor; }

private:
    iconv_t m_descriptor;
};

/// Only names of real code pages reach iconv: its "//TRANSLIT" suffixes and its Unicode
/// variants would change what an undecodable byte means.
bool isPlainName(const QString &name)
{
    if (name.isEmpty() || name.size() > 40 || name.startsWith(u"UTF"_s, Qt::CaseInsensitive)
        || name.startsWith(u"UCS"_s, Qt::CaseInsensitive))
        return false;
    return std::all_of(name.begin(), name.end(), [](QChar c) {
        return (c.unicode() < 0x80 && c.isLetterOrNumber()) || c == u'-' || c == u'_' || c == u'.' || c == u':';
    });
}

} // namespace

bool legacyToUtf16(const QByteArray &bytes, const QString &encoding, QString &text, qsizetype &undecodable)
{
    if (!isPlainName(encoding))
        return false;
    const Converter converter(encoding.toLatin1());
    if (!converter.isOpen())
        return false;

    QString result;
    result.reserve(bytes.size());
    undecodable = 0;
    std::array<char16_t, 4096> buffer;
    char *in = const_cast<char *>(bytes.constData()); // iconv's signature; it does not write there
    size_t inLeft = size_t(bytes.size());
    bool isFlushing = false;
    while (true) {
        char *out = reinterpret_cast<char *>(buffer.data());
        size_t outLeft = buffer.size() * sizeof(char16_t);
        const size_t status = isFlushing ? iconv(converter.descriptor(), nullptr, nullptr, &out, &outLeft)
                                         : iconv(converter.descriptor(), &in, &inLeft, &out, &outLeft);
        const int problem = status == size_t(-1) ? errno : 0;
        result.append(reinterpret_cast<const QChar *>(buffer.data()),
                      qsizetype((buffer.size() * sizeof(char16_t) - outLeft) / sizeof(char16_t)));
        if (problem == E2BIG)
            continue;
        if (problem != 0 && inLeft > 0) {
            ++in;
            --inLeft;
            ++undecodable;
            result += QChar::ReplacementCharacter;
            continue;
        }
        if (isFlushing)
            break;
        isFlushing = true;
    }
    text = result;
    return true;
}

QString canonicalEncoding(const QString &name)
{
    static const QHash<QString, QString> aliases{{u"utf8"_s, u"UTF-8"_s},
                                                 {u"utf-8"_s, u"UTF-8"_s},
                                                 {u"ascii"_s, u"UTF-8"_s},
                                                 {u"us-ascii"_s, u"UTF-8"_s},
                                                 {u"utf-16le"_s, u"UTF-16LE"_s},
                                                 {u"utf-16be"_s, u"UTF-16BE"_s},
                                                 {u"utf-16"_s, u"UTF-16"_s},
                                                 {u"latin1"_s, u"ISO-8859-1"_s},
                                                 {u"latin-1"_s, u"ISO-8859-1"_s},
                                                 {u"iso8859-1"_s, u"ISO-8859-1"_s},
                                                 {u"koi8-r"_s, u"KOI8-R"_s},
                                                 {u"koi8r"_s, u"KOI8-R"_s},
                                                 {u"koi8-u"_s, u"KOI8-U"_s},
                                                 {u"cp866"_s, u"IBM866"_s},
                                                 {u"ibm866"_s, u"IBM866"_s},
                                                 {u"gb2312"_s, u"GB18030"_s},
                                                 {u"gbk"_s, u"GB18030"_s},
                                                 {u"gb18030"_s, u"GB18030"_s},
                                                 {u"shift_jis"_s, u"SHIFT_JIS"_s},
                                                 {u"shift-jis"_s, u"SHIFT_JIS"_s},
                                                 {u"sjis"_s, u"SHIFT_JIS"_s},
                                                 {u"euc-jp"_s, u"EUC-JP"_s},
                                                 {u"euc-kr"_s, u"EUC-KR"_s},
                                                 {u"big5"_s, u"BIG5"_s},
                                                 {u"uhc"_s, u"UHC"_s},
                                                 {u"x-sjis"_s, u"SHIFT_JIS"_s}};
    const QString key = name.trimmed().toLower();
    if (const auto found = aliases.constFind(key); found != aliases.constEnd())
        return *found;
    for (const QLatin1StringView prefix : {"windows-"_L1, "cp"_L1, "win"_L1}) {
        const QString rest = key.startsWith(prefix) ? key.mid(prefix.size()) : QString();
        if (rest.size() == 4 && rest.startsWith(u"125"_s))
            return u"windows-"_s + rest;
    }
    if (key.startsWith(u"iso-8859-"_s) || key.startsWith(u"iso-2022-"_s))
        return key.toUpper();
    return name.trimmed();
}

} // namespace dateline
