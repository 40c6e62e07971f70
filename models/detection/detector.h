// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "annotation/annotatedarticle.h"
#include "detection/watchlist.h"
#include "base/result.h"

#include <QDate>

#include <memory>
#include <optional>
#include <stop_token>

namespace dateline {

struct DetectionOptions
{
    QString published; ///< ISO date for normal forms; empty: years stay unknown (XXXX-03-21)
    QString language = QStringLiteral("en");
    Watchlists watchlists = {}; ///< matched before all else; of equal matches the first list's counts
};

class SequenceTagger;

/// Finds suggestions in an article. Immutable after construction and safe to share between
/// threads; the same input gives the same output. Offsets UTF-16.
class Detector
{
public:
    /// With the built-in gazetteers and rules and the shipped model; when that cannot be used, modelError() says why and
    /// the rules go on alone. Cheap after the first (tables are built once).
    Detector();
    /// With another tagger, or with none.
    explicit Detector(std::shared_ptr<const SequenceTagger> tagger);
    ~Detector();
    Q_DISABLE_COPY_MOVE(Detector)

    /// A layer of stage `suggested` with entities and flat, non-overlapping mentions, each with
    /// type, confidence, reason, normal form; ids from 1 in order of place; `info.by` is 0 (the
    /// caller adds the agent), `info.uid` derives from text digest, version and options, `info.started`
    /// is left to the caller. Empty layer when stopped.
    [[nodiscard]] Layer detect(const ArticleText &text, const DetectionOptions &options, const std::stop_token &stop = {}) const;

    /// Why the shipped model is not used; none: it is, or another tagger was given.
    [[nodiscard]] const std::optional<Error> &modelError() const;

    /// The detector as an agent: uid "dateline-detector", kind detector, name "Dateline".
    [[nodiscard]] static Agent agent();
    [[nodiscard]] static QString version();

private:
    struct Data;
    std::unique_ptr<Data> d;
};

/// Normal form of a date or time expression against a publication date (TIMEX3 values,
/// ISO 8601); empty when there is none. Used to recompute after the date changed.
[[nodiscard]] QString normaliseDate(QStringView expression, const QString &published);

} // namespace dateline
