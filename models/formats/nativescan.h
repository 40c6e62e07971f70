// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/result.h"

#include <QByteArray>

namespace dateline {

inline constexpr qint64 NativeMaximumBytes = 128LL * 1024 * 1024;
inline constexpr int NativeMaximumDepth = 200;
inline constexpr int NativeMaximumAttributes = 256;        ///< of one element
inline constexpr qsizetype NativeMaximumSpans = 1'000'000; ///< of all mentions together

/// Looks over XML bytes (an encoding that holds ASCII) before any parser sees them, in one pass
/// and constant memory: QXmlStreamReader needs quadratic time for the attributes of one element.
/// An Error for a DOCTYPE, too many attributes, too deep nesting or too large a file. Whether the
/// rest is well formed the parser says.
[[nodiscard]] Result<void> scanXml(const QByteArray &bytes, const QString &file);

/// The refusal of a DOCTYPE at a place, both from 1.
[[nodiscard]] Error doctypeError(const QString &file, qint64 line, qint64 column);

/// Place of the first element's `<`, after byte-order mark, declaration, comments and DOCTYPE; -1: none.
[[nodiscard]] qsizetype rootElementAt(const QByteArray &bytes);

/// UTF-8 bytes of a file that begins with a UTF-16 or UTF-32 mark, without the mark and the XML
/// declaration; others stay as they are.
[[nodiscard]] QByteArray withoutWideEncoding(const QByteArray &bytes);

} // namespace dateline
