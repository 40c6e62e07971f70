// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QString>
#include <QStringList>

namespace dateline {

/// What the bytes of a text without a byte-order mark may be encoded in.
struct EncodingGuess
{
    QString encoding;
    QStringList candidates; ///< likeliest first; holds `encoding`
    bool isCertain = false; ///< enough evidence, and no other reading that is as good
};

/// "a PDF document", translated, when the bytes carry a known signature that is no text; else empty.
[[nodiscard]] QString knownBinaryFormat(const QByteArray &bytes);

/// "UTF-16LE" or "UTF-16BE" when zero bytes and a narrow choice of high bytes say so; else empty.
[[nodiscard]] QString guessUtf16(const QByteArray &bytes);

/// For bytes that are not UTF-8: uchardet's opinion held against how plausible the decoded
/// text is (letters of one script, lower case after lower case, few symbols).
[[nodiscard]] EncodingGuess guessLegacy(const QByteArray &bytes);

} // namespace dateline
