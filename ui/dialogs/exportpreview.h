// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "formats/formatregistry.h"

#include <QStringList>

namespace dateline {

/// What a person chose to export. A value.
struct ExportChoice
{
    const Format *format = nullptr; ///< one that can be written
    LayerId layer = 0;              ///< 0: the text alone
    Statuses statuses = defaultStatuses();

    /// The native format keeps all layers and statuses, whatever is chosen.
    [[nodiscard]] bool isWhole() const;
    /// What is written. `name` identifies the article in formats of several. Any thread.
    [[nodiscard]] ExportedArticle of(const AnnotatedArticle &article, const QString &name) const;
};

/// What a choice leaves out, and how its files begin.
struct ExportPreview
{
    struct File
    {
        QString name;
        QString beginning; ///< no more than 200 lines and 24 kB
        qsizetype bytes = 0;
        bool isCut = false; ///< there is more than `beginning`
    };
    QStringList losses; ///< sentences; empty: nothing is lost
    QList<File> files;  ///< the main one first
};

/// Pure: any thread. Writes the whole article to know.
[[nodiscard]] ExportPreview previewOf(const AnnotatedArticle &article, const QString &name, const ExportChoice &choice);

/// How a format is called inside a sentence: "CSV", "brat".
[[nodiscard]] QString shortTitle(const Format &format);
/// The ending of the main file, without a dot: "annotated.xml".
[[nodiscard]] QString usualEnding(const Format &format);
/// Where a file of `suffix` (with its dot) goes that belongs to the main one.
[[nodiscard]] QString besidePath(const QString &mainPath, const QString &suffix);
/// `path` with the format's usual ending, unless it has one of its endings.
[[nodiscard]] QString withEnding(const QString &path, const Format &format);

/// Filters of file dialogs.
[[nodiscard]] QString filterOf(const Format &format);
[[nodiscard]] QString filterOfReadable();

} // namespace dateline
