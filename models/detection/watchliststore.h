// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "detection/watchlist.h"

#include <QDateTime>
#include <QHash>

#include <mutex>

namespace dateline {

/// A list that the user keeps, and whether it counts.
struct WatchlistSource
{
    QString path;
    bool isEnabled = true;
    bool operator==(const WatchlistSource &) const = default;
};

/// The lists that count for an article: the user's own, and those of the article's folder, which stand in
/// FOLDER/.dateline/watchlists as CSV or TSV. Opens a list when it is first needed and again when its file
/// changed. Thread-safe.
class WatchlistStore
{
public:
    explicit WatchlistStore(const Watchlist::Options &options) : m_options(options) { }

    /// Folder lists may stand here too, to be switched off.
    void setSources(const QList<WatchlistSource> &sources);
    [[nodiscard]] QList<WatchlistSource> sources() const;

    struct Loaded
    {
        Watchlists lists; ///< the folder's first, by name, then the user's in order
        IssueList issues; ///< of the lists, and of lists that could not be opened
    };
    /// `articlePath` may be empty: only the user's lists.
    [[nodiscard]] Loaded listsFor(const QString &articlePath) const;

    /// Where the lists of an article's folder stand; empty without a folder.
    [[nodiscard]] static QString folderFor(const QString &articlePath);
    /// The list files in a folder, by name.
    [[nodiscard]] static QStringList listsIn(const QString &folder);

private:
    struct Known
    {
        std::shared_ptr<const Watchlist> list;
        QDateTime modified;
        qint64 size = -1;
    };
    void load(const QString &path, Loaded &loaded) const;

    Watchlist::Options m_options;
    mutable std::mutex m_sourcesMutex; ///< held for moments only: the window asks too
    QList<WatchlistSource> m_sources;
    mutable std::mutex m_knownMutex; ///< held while lists are opened
    mutable QHash<QString, Known> m_known;
};

} // namespace dateline
