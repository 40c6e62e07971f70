// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "annotation/annotatedarticle.h"
#include "base/result.h"

#include <QByteArray>

#include <stop_token>

namespace dateline {

/// A file that was read.
struct LoadedArticle
{
    AnnotatedArticle article;
    IssueList issues;              ///< bad data in a readable file, with places
    bool isNative = false;         ///< an annotated XML of ours; else a source text
    bool isEncodingCertain = true; ///< false: offer the chooser
    QStringList encodingCandidates;
};

struct ReadOptions
{
    QString encoding;                          ///< empty: detect
    QString href;                              ///< what <source href> says; empty: the file's name
    qint64 maximumBytes = 128LL * 1024 * 1024; ///< more is a mistake or a collection, not an article
};

/// Reads a native file or a source text, told apart by content; a file of another format that its
/// name says without doubt (formatOfFile()), too. Of several articles in it the first is read, and
/// an Issue says so. A missing, unreadable, empty,
/// binary, too large file or a folder is an Error whose sentence says what is wrong and what to
/// do. Does not set the publication date from the file's time. Any thread, cancellable.
[[nodiscard]] Result<LoadedArticle> readArticleFile(const QString &path, const ReadOptions &options = {},
                                                    const std::stop_token &stop = {});
/// The same from bytes; `name` is used in messages.
[[nodiscard]] Result<LoadedArticle> readArticleBytes(const QByteArray &bytes, const QString &name,
                                                     const ReadOptions &options = {}, const std::stop_token &stop = {});
/// Plain text, whatever it looks like. `name` is used in messages and as <source href>.
[[nodiscard]] Result<LoadedArticle> articleFromTextBytes(const QByteArray &bytes, const QString &name,
                                                         const ReadOptions &options = {});
/// The bytes of a file within options.maximumBytes, with the Errors of readArticleFile().
[[nodiscard]] Result<QByteArray> readFileBytes(const QString &path, const ReadOptions &options = {},
                                               const std::stop_token &stop = {});
/// A source text that was pasted or typed; `raw` is normalised here.
[[nodiscard]] LoadedArticle articleFromText(const QString &raw, const QString &name);
/// The text of a page or fragment with headings and paragraphs, by libxml2's HTML parser:
/// scripts, styles and hidden parts left out; title, language, date, byline into the head.
[[nodiscard]] Result<LoadedArticle> articleFromHtml(const QByteArray &html, const QString &name, const QString &encoding = {});

} // namespace dateline
