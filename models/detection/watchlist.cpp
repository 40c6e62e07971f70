// SPDX-License-Identifier: Apache-2.0
#include "detection/watchlist.h"

#include "detection/watchlistcompiler.h"
#include "text/decoding.h"
#include "text/separatedrows.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QDir>
#include <QFileInfo>
#include <QSaveFile>
#include <QStandardPaths>

using namespace Qt::StringLiterals;

namespace dateline {

namespace {

struct Messages
{
    Q_DECLARE_TR_FUNCTIONS(dateline::Watchlist)
};

/// A list's bytes. Read, not mapped: a program that writes the list meanwhile must not bring this one down.
class SourceFile
{
public:
    explicit SourceFile(const QString &path) : m_file(path) { }

    Result<QByteArrayView> read()
    {
        const QString path = m_file.fileName();
        const QFileInfo info(path);
        if (!info.exists())
            return Error{ErrorKind::NotFound, Messages::tr("There is no such watchlist."), path, 0};
        if (info.isDir() || !m_file.open(QIODevice::ReadOnly))
            return Error{ErrorKind::Unreadable, Messages::tr("The watchlist cannot be read."), path, 0};
        if (m_file.size() > Watchlist::Options::MaxBytes)
            return Error{ErrorKind::TooLarge, Messages::tr("The watchlist is larger than 256 MB."), path, 0};
        m_bytes = m_file.read(Watchlist::Options::MaxBytes + 1);
        if (m_bytes.size() > Watchlist::Options::MaxBytes)
            return Error{ErrorKind::TooLarge, Messages::tr("The watchlist is larger than 256 MB."), path, 0};
        if (m_bytes.isEmpty())
            return Error{ErrorKind::Empty, Messages::tr("The watchlist is empty."), path, 0};
        return QByteArrayView(m_bytes);
    }

private:
    QFile m_file;
    QByteArray m_bytes;
};

quint64 fingerprintOf(QByteArrayView source, const Watchlist::Options &options, const QString &path)
{
    QByteArray settings = QFileInfo(path).suffix().toLower().toUtf8();
    for (const TypeDefinition &type : options.tagset.types)
        settings += '\n' + type.id.toUtf8() + '\t' + type.name.toUtf8();
    return watchlistChecksum(source, watchlistChecksum(settings));
}

QString cacheFileFor(const QString &folder, const QString &path)
{
    const QByteArray key = QFileInfo(path).absoluteFilePath().toUtf8();
    const QByteArray digest = QCryptographicHash::hash(key, QCryptographicHash::Sha256).toHex().left(32);
    return folder + u'/' + QString::fromLatin1(digest) + u".list"_s;
}

/// Lists that are gone leave their compiled form behind: only the newest are kept.
void forgetOldest(const QString &folder)
{
    constexpr qsizetype Kept = 64;
    const QStringList files = QDir(folder).entryList({u"*.list"_s}, QDir::Files, QDir::Time);
    for (qsizetype i = Kept; i < files.size(); ++i)
        QFile::remove(folder + u'/' + files.at(i));
}

/// Without a cache detection works all the same, so failing to write it is no error.
void writeCache(const QString &file, const QByteArray &bytes)
{
    const QString folder = QFileInfo(file).path();
    if (!QDir().mkpath(folder))
        return;
    QSaveFile save(file);
    if (save.open(QIODevice::WriteOnly) && save.write(bytes) == bytes.size() && save.commit())
        forgetOldest(folder);
}

/// The list as UTF-8: as it is, or decoded into `decoded` from what spreadsheets save.
Result<QByteArrayView> asUtf8(QByteArrayView source, const QString &path, QByteArray &decoded)
{
    const bool hasZero = source.first(std::min<qsizetype>(source.size(), 4096)).contains('\0');
    if (!hasZero && source.isValidUtf8())
        return source;
    Result<DecodedText> text = decodeText(source.toByteArray());
    if (!text) {
        Error error = text.error();
        error.file = path;
        return error;
    }
    decoded = text.value().text.toUtf8();
    return QByteArrayView(decoded);
}

} // namespace

Watchlist::~Watchlist() = default;

QString Watchlist::defaultCacheFolder()
{
    const QString folder = QStandardPaths::writableLocation(QStandardPaths::GenericCacheLocation);
    return folder.isEmpty() ? QString() : folder + u"/dateline/watchlists"_s;
}

Result<std::shared_ptr<const Watchlist>> Watchlist::open(const QString &path, const Options &options)
{
    SourceFile file(path);
    const Result<QByteArrayView> source = file.read();
    if (!source)
        return source.error();
    const std::shared_ptr<Watchlist> list(new Watchlist);
    list->m_name = QFileInfo(path).completeBaseName();
    const quint64 fingerprint = fingerprintOf(source.value(), options, path);
    const QString cache = options.cacheFolder.isEmpty() ? QString() : cacheFileFor(options.cacheFolder, path);
    if (!cache.isEmpty()) {
        auto mapped = std::make_unique<QFile>(cache);
        if (mapped->open(QIODevice::ReadOnly) && mapped->size() > qint64(sizeof(WatchlistHeader))) {
            if (const uchar *bytes = mapped->map(0, mapped->size()))
                list->m_image = WatchlistImage(QByteArrayView(bytes, mapped->size()));
        }
        list->m_wasCached = list->m_image.isValid() && list->m_image.header().fingerprint == fingerprint;
        if (list->m_wasCached)
            list->m_file = std::move(mapped);
    }
    if (!list->m_wasCached) {
        QByteArray decoded;
        const Result<QByteArrayView> text = asUtf8(source.value(), path, decoded);
        if (!text)
            return text.error();
        if (text.value().trimmed().isEmpty())
            return Error{ErrorKind::Empty, Messages::tr("The watchlist is empty."), path, 0};
        const bool isTabbed = path.endsWith(".tsv"_L1, Qt::CaseInsensitive) || path.endsWith(".tab"_L1, Qt::CaseInsensitive);
        const char separator = isTabbed ? '\t' : SeparatedRows::guessSeparator(text.value());
        list->m_built = compileWatchlist(text.value(), separator, options.tagset, fingerprint);
        list->m_image = WatchlistImage(list->m_built);
        if (!list->m_image.isValid())
            return Error{ErrorKind::TooLarge, Messages::tr("The watchlist has too many names to be compiled."), path, 0};
        if (!cache.isEmpty())
            writeCache(cache, list->m_built);
    }
    list->m_types = list->m_image.types();
    list->m_issues = watchlistIssues(list->m_image.issues(), path);
    return std::shared_ptr<const Watchlist>(list);
}

Watchlist::Entry Watchlist::entry(quint32 index) const
{
    const WatchlistRecord &record = m_image.record(index);
    Entry entry;
    entry.name = m_image.text(record.name, record.nameBytes);
    entry.type = typeOf(index);
    entry.link = m_image.text(record.link, record.linkBytes);
    entry.note = m_image.text(record.note, record.noteBytes);
    entry.line = record.line;
    return entry;
}

} // namespace dateline
