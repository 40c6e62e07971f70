// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/clock.h"
#include "detection/detector.h"
#include "detection/watchliststore.h"
#include "editing/journal.h"
#include "formats/articlereader.h"

#include <memory>
#include <optional>
#include <stop_token>

namespace dateline {

/// What is to be opened: a file, or a text or page that is at hand.
struct LoadRequest
{
    enum class Kind { File, Text, Html };

    Kind kind = Kind::File;
    QString path;                                     ///< of a file
    QByteArray content;                               ///< UTF-8 of a text, bytes of a page
    QString name;                                     ///< shown: "Pasted text"
    QString encoding;                                 ///< chosen by the user; empty: guess
    QString language;                                 ///< preset; empty: the article's own, else English
    bool opensForReview = false;                      ///< to review whoever's work is final, else somebody's
    LayerId reviewOf = 0;                             ///< to review this layer
    std::shared_ptr<const WatchlistStore> watchlists; ///< may be null
    QString authorUid;                                ///< who will tag: decides whether fresh suggestions are needed

    /// The file's name, or the name given.
    [[nodiscard]] QString shownName() const;
};

/// What a worker made of an article after reading it.
struct PreparedArticle
{
    std::optional<Layer> suggestions; ///< none: the file brought its own
    std::unique_ptr<Journal> journal; ///< null: none wanted or none to be had
    std::optional<Error> journalError;
    bool isCancelled = false; ///< before the suggestions were made
};

/// Reads the request. Any thread.
[[nodiscard]] Result<LoadedArticle> loadArticle(const LoadRequest &request, const std::stop_token &stop);

/// True when the article holds neither the detector's layer nor one by this author.
[[nodiscard]] bool needsDetection(const AnnotatedArticle &article, const QString &authorUid);

struct LoadedAs
{
    bool isNative = false; ///< from a file of ours
    bool isReview = false; ///< another person's work is reviewed: no suggestions
};

/// Detects if needed and begins the journal with the article as the window will hold it. Any thread.
[[nodiscard]] PreparedArticle prepareArticle(const AnnotatedArticle &article, const LoadRequest &request, LoadedAs as,
                                             const Detector &detector, const Clock &clock, const QString &journalFolder,
                                             const std::stop_token &stop);

/// Options of a detection for this article.
[[nodiscard]] DetectionOptions detectionOptions(const AnnotatedArticle &article, const QString &language);

} // namespace dateline
