// SPDX-License-Identifier: Apache-2.0
#include "formats/nativescan.h"

#include "formats/nativeformat.h"

#include <QCoreApplication>
#include <QStringDecoder>

#include <algorithm>
#include <cstring>
#include <optional>
#include <string_view>

using namespace Qt::StringLiterals;

namespace dateline {

namespace {

struct Messages
{
    Q_DECLARE_TR_FUNCTIONS(dateline::NativeFormat)
};

bool startsWith(const char *p, const char *end, const char *word)
{
    const size_t length = std::strlen(word);
    return size_t(end - p) >= length && std::memcmp(p, word, length) == 0;
}

/// Just after the next `word`, or `end`.
const char *after(const char *p, const char *end, const char *word)
{
    const std::string_view rest(p, size_t(end - p));
    const size_t found = rest.find(word);
    return found == std::string_view::npos ? end : p + found + std::strlen(word);
}

struct Place
{
    qint64 line;
    qint64 column; ///< bytes, from 1
};
Place placeOf(const char *begin, const char *at)
{
    const std::string_view before(begin, size_t(at - begin));
    const size_t newline = before.rfind('\n');
    return {1 + std::count(begin, at, '\n'),
            qint64(newline == std::string_view::npos ? before.size() : before.size() - newline - 1) + 1};
}

} // namespace

Error doctypeError(const QString &file, qint64 line, qint64 column)
{
    return {ErrorKind::Malformed,
            Messages::tr("The file has a DOCTYPE (column %1). Annotated articles never have one, so it is refused for safety: "
                         "remove the declaration.")
                .arg(column),
            file, line};
}

Result<void> scanXml(const QByteArray &bytes, const QString &file)
{
    if (bytes.size() > NativeMaximumBytes)
        return Error{ErrorKind::TooLarge,
                     Messages::tr("The file is larger than %1 MiB. Split the article.").arg(NativeMaximumBytes / (1024 * 1024)),
                     file, 0};
    const char *const begin = bytes.constData();
    const char *const end = begin + bytes.size();
    const auto refuse = [&](const char *at, const QString &message) {
        const Place place = placeOf(begin, at);
        return Error{ErrorKind::Malformed, Messages::tr("%1 (column %2)").arg(message).arg(place.column), file, place.line};
    };
    int depth = 0;
    const char *p = begin;
    while (p < end) {
        p = static_cast<const char *>(std::memchr(p, '<', size_t(end - p)));
        if (!p)
            break;
        const char *const tag = p;
        if (startsWith(p, end, "<!--")) {
            p = after(p + 4, end, "-->");
        } else if (startsWith(p, end, "<![CDATA[")) {
            p = after(p + 9, end, "]]>");
        } else if (startsWith(p, end, "<?")) {
            p = after(p + 2, end, "?>");
        } else if (startsWith(p, end, "<!")) {
            const Place place = placeOf(begin, tag);
            return doctypeError(file, place.line, place.column);
        } else if (startsWith(p, end, "</")) {
            --depth;
            p = after(p, end, ">");
        } else {
            int attributes = 0;
            ++p;
            while (p < end && *p != '>') {
                if (*p == '"' || *p == '\'') {
                    if (++attributes > NativeMaximumAttributes)
                        return refuse(tag, Messages::tr("An element has more than %1 attributes.").arg(NativeMaximumAttributes));
                    const auto *close = static_cast<const char *>(std::memchr(p + 1, *p, size_t(end - p - 1)));
                    p = close ? close : end - 1;
                }
                ++p;
            }
            const bool isEmptyElement = p < end && p[-1] == '/';
            if (!isEmptyElement && ++depth > NativeMaximumDepth)
                return refuse(tag, Messages::tr("Elements are nested more than %1 deep.").arg(NativeMaximumDepth));
        }
    }
    return {};
}

qsizetype rootElementAt(const QByteArray &bytes)
{
    const char *const begin = bytes.constData();
    const char *const end = begin + bytes.size();
    const char *p = begin;
    if (startsWith(p, end, "\xEF\xBB\xBF"))
        p += 3;
    while (p < end) {
        if (*p == ' ' || *p == '\t' || *p == '\r' || *p == '\n') {
            ++p;
        } else if (startsWith(p, end, "<?")) {
            p = after(p, end, "?>");
        } else if (startsWith(p, end, "<!--")) {
            p = after(p + 4, end, "-->");
        } else if (startsWith(p, end, "<!DOCTYPE") || startsWith(p, end, "<!doctype")) {
            // An internal subset in brackets may hold '>'.
            const char *close = after(p, end, ">");
            const auto *bracket = static_cast<const char *>(std::memchr(p, '[', size_t(close - p)));
            p = bracket ? after(after(bracket, end, "]"), end, ">") : close;
        } else {
            return *p == '<' ? p - begin : -1;
        }
    }
    return -1;
}

QByteArray withoutWideEncoding(const QByteArray &bytes)
{
    std::optional<QStringConverter::Encoding> encoding;
    if (bytes.startsWith(QByteArrayView("\xFF\xFE\x00\x00", 4)) || bytes.startsWith(QByteArrayView("\x00\x00\xFE\xFF", 4)))
        encoding = QStringConverter::Utf32;
    else if (bytes.startsWith("\xFF\xFE") || bytes.startsWith("\xFE\xFF"))
        encoding = QStringConverter::Utf16;
    if (!encoding)
        return bytes;
    QStringDecoder decoder(*encoding);
    QByteArray utf8 = QString(decoder.decode(bytes)).toUtf8();
    if (utf8.startsWith("\xEF\xBB\xBF"))
        utf8.remove(0, 3);
    if (utf8.startsWith("<?xml"))
        utf8.remove(0, std::max<qsizetype>(0, utf8.indexOf("?>") + 2));
    return utf8;
}

bool isNativeFile(const QByteArray &bytes)
{
    const QByteArray start = withoutWideEncoding(bytes.left(64 * 1024));
    const qsizetype root = rootElementAt(start);
    if (root < 0)
        return false;
    qsizetype end = root + 1;
    while (end < start.size() && !std::strchr(" \t\r\n/>", start[end]))
        ++end;
    QByteArrayView name = QByteArrayView(start).sliced(root + 1, end - root - 1);
    if (const qsizetype colon = name.indexOf(':'); colon >= 0)
        name = name.sliced(colon + 1);
    return name == "annotatedArticle";
}

} // namespace dateline
