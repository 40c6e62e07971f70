// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "formats/articlereader.h"

namespace dateline {

/// The native format, `urn:dateline:annotated-article:1` (docs/file-format.md).
inline constexpr QLatin1StringView NativeNamespace{"urn:dateline:annotated-article:1"};

/// True when the bytes look like a native file (its root element), whatever follows.
[[nodiscard]] bool isNativeFile(const QByteArray &bytes);

/// Reads a native file. Refused with an Error: not well formed, a DOCTYPE, another root, a
/// newer major version, over the caps on depth, attributes, size. Everything else that
/// disagrees (quote, bounds, digest, references) is an Issue, and what can be kept is kept.
/// `file` is used in messages. Any thread, cancellable.
[[nodiscard]] Result<LoadedArticle> readNative(const QByteArray &bytes, const QString &file, const std::stop_token &stop = {});

/// The bytes of the file. Deterministic: equal articles give equal bytes; what readNative()
/// read without issues is written back the same. Any thread.
[[nodiscard]] QByteArray writeNative(const AnnotatedArticle &article);

/// All problems of a native file, not only the first: well-formedness, structure and vocabulary of
/// the schema, quotes, bounds, digest, references. Empty: valid.
[[nodiscard]] IssueList validateNative(const QByteArray &bytes, const QString &file);

/// "talks.txt" -> "talks.annotated.xml"; a native name stays.
[[nodiscard]] QString suggestedNativeName(const QString &sourceName);

} // namespace dateline
