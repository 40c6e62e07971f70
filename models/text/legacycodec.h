// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QString>

namespace dateline {

/// Code pages other than Unicode's own, by iconv(3): Qt may be built without ICU and then
/// knows only UTF-8, UTF-16, UTF-32 and Latin-1. Pure; any thread.
///
/// Decodes all of `bytes`; a byte that `encoding` does not define becomes U+FFFD and counts in
/// `undecodable`. False when the encoding is unknown; `text` is then unchanged.
[[nodiscard]] bool legacyToUtf16(const QByteArray &bytes, const QString &encoding, QString &text, qsizetype &undecodable);

/// The name under which an encoding is shown and stored: "cp1251" -> "windows-1251",
/// "latin1" -> "ISO-8859-1"; a name without a known alias stays.
[[nodiscard]] QString canonicalEncoding(const QString &name);

} // namespace dateline
