// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "formats/articlereader.h"
#include "review/sametext.h"

#include <QStringList>

namespace dateline::cli {

/// One thing to read.
struct Input
{
    QString path;     ///< as given, or found in a folder; "-": standard input
    QString relative; ///< where it belongs under an output folder
    [[nodiscard]] bool isStandardInput() const { return path == QLatin1StringView("-"); }
};

/// Convertible: any format that is read.
enum class InputKind { Articles, Annotated, Convertible };

struct InputList
{
    QList<Input> inputs;
    bool hasFolder = false;
    bool isComplete = true; ///< false: something was reported
};

/// Files as they are given, folders as the files in them (with `recursive`, in their folders too)
/// that have an article's ending, in order of name; a folder's annotated files are no articles.
/// A folder without any is reported. `suffixes` (without dots): only files of these, empty: all of the kind.
[[nodiscard]] InputList expandInputs(const QStringList &arguments, InputKind kind, bool recursive,
                                     const QStringList &suffixes = {});

/// Bytes of a file or of standard input.
[[nodiscard]] Result<QByteArray> readBytes(const Input &input);
[[nodiscard]] Result<LoadedArticle> readInput(const Input &input);
/// An article in the native format; another is Unsupported.
[[nodiscard]] Result<LoadedArticle> readAnnotated(const Input &input);
/// All of a list, in its order. What cannot be read is reported and left out, and `isComplete`
/// becomes false; problems of what can be read are reported too.
[[nodiscard]] QList<NamedArticle> readAllAnnotated(const InputList &list, bool &isComplete);
/// For messages: the path, or "standard input".
[[nodiscard]] QString shownName(const Input &input);

} // namespace dateline::cli
