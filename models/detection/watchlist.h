// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "annotation/tagset.h"
#include "base/issue.h"
#include "base/result.h"
#include "detection/watchlistformat.h"

#include <QFile>
#include <QStringView>

#include <memory>
#include <vector>

namespace dateline {

/// A desk's own list of names, as it is matched. Immutable after open(); any number of threads and
/// articles may share one. Made from a CSV or TSV file with the columns name, type, aliases (parted by
/// "|", or ";" where that does not separate the cells), link, note; a first row that names columns
/// may order them otherwise. Compiled once into a file in the cache folder that is mapped into memory
/// afterwards; a cache that does not fit the list, this version or its own checksum is made again.
class Watchlist
{
public:
    struct Options
    {
        QString cacheFolder; ///< empty: compile in memory each time
        Tagset tagset = Tagset::news();
        static constexpr qint64 MaxBytes = 256LL << 20;
    };
    struct Entry
    {
        QString name;
        QString type; ///< id of the tagset
        QString link; ///< URI, may be empty
        QString note;
        qint64 line = 0; ///< of the list, from 1
    };

    /// Fails when the file cannot be read, is no text, is empty or too large; bad rows are left out
    /// and stand in issues().
    [[nodiscard]] static Result<std::shared_ptr<const Watchlist>> open(const QString &path, const Options &options);
    /// Where the programs keep compiled lists, shared by both.
    [[nodiscard]] static QString defaultCacheFolder();

    ~Watchlist();
    Q_DISABLE_COPY_MOVE(Watchlist)

    /// The file's name without its ending, as reasons name it.
    [[nodiscard]] const QString &name() const { return m_name; }
    [[nodiscard]] qsizetype entryCount() const { return qsizetype(m_image.header().entryCount); }
    [[nodiscard]] Entry entry(quint32 index) const;
    /// Type of an entry, without building the rest.
    [[nodiscard]] const QString &typeOf(quint32 index) const { return m_types.at(m_image.record(index).type); }
    /// What is wrong in the list, with line and column; at most MaxIssues, then one that counts the rest.
    [[nodiscard]] const IssueList &issues() const { return m_issues; }
    static constexpr qsizetype MaxIssues = 1000;
    /// Changes with the list's content and the tagset.
    [[nodiscard]] quint64 fingerprint() const { return m_image.header().fingerprint; }
    /// False: it was compiled just now.
    [[nodiscard]] bool wasCached() const { return m_wasCached; }

    [[nodiscard]] const WatchlistImage &image() const { return m_image; }

private:
    Watchlist() = default;
    QString m_name;
    QStringList m_types;
    IssueList m_issues;
    QByteArray m_built;            ///< the image, when it is not mapped
    std::unique_ptr<QFile> m_file; ///< the mapped cache
    WatchlistImage m_image;
    bool m_wasCached = false;
};

using Watchlists = QList<std::shared_ptr<const Watchlist>>;

} // namespace dateline
