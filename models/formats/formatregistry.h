// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "formats/articlereader.h"
#include "formats/exportedarticle.h"

#include <QStringList>

#include <span>

namespace dateline {

/// One file of what a format writes: brat's ".ann" and ".txt".
struct WrittenFile
{
    QString suffix; ///< with its dot
    QByteArray bytes;
};
using WrittenFiles = QList<WrittenFile>; ///< the main one first

/// What a reader gets.
struct FormatInput
{
    QByteArray bytes;
    QString name;     ///< for messages
    QString path;     ///< where files that belong to it stand; empty: nowhere (standard input)
    QString encoding; ///< empty: detect
    std::stop_token stop;
};

struct ReadArticle
{
    QString name; ///< as the file calls it, else its number; empty: the file's only one
    LoadedArticle loaded;
};
struct ReadArticles
{
    QList<ReadArticle> articles; ///< at least one
    IssueList issues;            ///< of the file, not of one article
};

/// A format that articles are read from or written to. One file in this folder and one line in the
/// table of formatregistry.cpp. Lives for ever; its functions are pure but for files beside a path.
struct Format
{
    QLatin1StringView name;    ///< on the command line: "brat"
    const char *title;         ///< English; see translatedTitle()
    QLatin1StringView endings; ///< of file names, separated by spaces, the usual one first: "ann"
    Features holds;            ///< what the writer keeps
    /// Null: read only. Cannot fail.
    WrittenFiles (*write)(const ExportedArticle &);
    /// Null: write only. Bad data in a readable file is an Issue with its line.
    Result<ReadArticles> (*read)(const FormatInput &);
    bool isJoinable;         ///< one file holds several articles, one written after the other
    QLatin1StringView start; ///< stands before the first article (a table's header); empty: nothing
    /// What is lost although `holds` names its kind (null: nothing): an overlap that the format cannot
    /// show in this place. Replaces a count of featuresOf().
    QList<Loss> (*lossesOf)(const ExportedArticle &);

    [[nodiscard]] QStringList suffixes() const; ///< without dots
    [[nodiscard]] bool canRead() const { return read != nullptr; }
    [[nodiscard]] bool canWrite() const { return write != nullptr; }
};

[[nodiscard]] std::span<const Format> formats();
/// Null: there is none of that name.
[[nodiscard]] const Format *formatNamed(QStringView name);
[[nodiscard]] QString translatedTitle(const Format &format);
/// Names for messages, in the table's order.
[[nodiscard]] QStringList readableFormats();
[[nodiscard]] QStringList writableFormats();

/// What writing `exported` in this format leaves out, in a fixed order; empty: nothing.
[[nodiscard]] QList<Loss> lossesOf(const Format &format, const ExportedArticle &exported);
/// A whole file with one article. Pre: format.canWrite().
[[nodiscard]] WrittenFiles writeArticle(const Format &format, const ExportedArticle &exported);

/// The format that a file's name or its neighbours say without doubt: ".ann", ".jsonl", ".conll", a
/// ".txt" with its ".ann" beside it. Null: the content decides (native, HTML or plain text).
[[nodiscard]] const Format *formatOfFile(const QString &path);

/// Reads all articles of a file. `format` null: that of formatOfFile(), else by content. A missing,
/// unreadable, empty, binary or too large file is an Error. Any thread, cancellable.
[[nodiscard]] Result<ReadArticles> readArticles(const QString &path, const Format *format = nullptr,
                                                const ReadOptions &options = {}, const std::stop_token &stop = {});
/// The same from bytes that stand nowhere. `format` null: JSON lines with texts, else by content.
[[nodiscard]] Result<ReadArticles> readArticles(const QByteArray &bytes, const QString &name, const Format *format = nullptr,
                                                const ReadOptions &options = {}, const std::stop_token &stop = {});

} // namespace dateline
