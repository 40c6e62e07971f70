// SPDX-License-Identifier: Apache-2.0
#include "detection/watchliststore.h"

#include <QDir>
#include <QFileInfo>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace dateline {

void WatchlistStore::setSources(const QList<WatchlistSource> &sources)
{
    const std::scoped_lock lock(m_sourcesMutex);
    m_sources = sources;
}

QList<WatchlistSource> WatchlistStore::sources() const
{
    const std::scoped_lock lock(m_sourcesMutex);
    return m_sources;
}

QString WatchlistStore::folderFor(const QString &articlePath)
{
    return articlePath.isEmpty() ? QString() : QFileInfo(articlePath).absolutePath() + u"/.dateline/watchlists"_s;
}

QStringList WatchlistStore::listsIn(const QString &folder)
{
    QStringList files;
    if (folder.isEmpty())
        return files;
    for (const QString &name : QDir(folder).entryList({u"*.csv"_s, u"*.tsv"_s}, QDir::Files, QDir::Name))
        files.append(folder + u'/' + name);
    return files;
}

WatchlistStore::Loaded WatchlistStore::listsFor(const QString &articlePath) const
{
    const QList<WatchlistSource> kept = sources();
    const QStringList folderLists = listsIn(folderFor(articlePath));
    Loaded loaded;
    for (const QString &path : folderLists) {
        const bool isOff = std::any_of(kept.begin(), kept.end(),
                                       [&](const WatchlistSource &source) { return source.path == path && !source.isEnabled; });
        if (!isOff)
            load(path, loaded);
    }
    for (const WatchlistSource &source : kept) {
        // A list of some folder that is only switched on or off here counts in that folder alone.
        const bool isOfFolder = source.path.contains(u"/.dateline/watchlists/"_s);
        if (source.isEnabled && !isOfFolder)
            load(source.path, loaded);
    }
    return loaded;
}

void WatchlistStore::load(const QString &path, Loaded &loaded) const
{
    // Held while a list is compiled too: a second article waits for it instead of compiling it again.
    const std::scoped_lock lock(m_knownMutex);
    const QFileInfo info(path);
    Known &known = m_known[path];
    if (!known.list || known.modified != info.lastModified() || known.size != info.size()) {
        Result<std::shared_ptr<const Watchlist>> list = Watchlist::open(path, m_options);
        if (!list) {
            loaded.issues.append({Severity::Warning, list.error().message, path, 0, -1});
            m_known.remove(path);
            return;
        }
        known = {std::move(list).value(), info.lastModified(), info.size()};
    }
    loaded.lists.append(known.list);
    loaded.issues.append(known.list->issues());
}

} // namespace dateline
