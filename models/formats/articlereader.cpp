// SPDX-License-Identifier: Apache-2.0
#include "formats/articlereader.h"

#include "formats/formatregistry.h"
#include "formats/nativeformat.h"
#include "formats/nativescan.h"
#include "text/decoding.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace dateline {

namespace {

struct Messages
{
    Q_DECLARE_TR_FUNCTIONS(dateline::ArticleReader)
};

/// Elements that begin a page when it has no <html> or DOCTYPE.
bool looksLikeHtml(const QByteArray &bytes)
{
    const QByteArray start = withoutWideEncoding(bytes.left(16 * 1024));
    const qsizetype root = rootElementAt(start);
    if (root < 0)
        return false;
    const QByteArray head = start.left(root).toLower();
    if (head.contains("<!doctype html"))
        return true;
    const QByteArray tag = start.mid(root + 1, 12).toLower();
    for (const char *name : {"html", "head", "body", "article", "main", "meta", "title", "div", "h1", "h2", "p", "section"}) {
        const qsizetype length = qsizetype(qstrlen(name));
        if (tag.startsWith(name) && (tag.size() == length || !isalnum(uchar(tag[length]))))
            return true;
    }
    return false;
}

bool looksLikeOtherXml(const QByteArray &bytes)
{
    QByteArrayView start(bytes);
    if (start.startsWith("\xEF\xBB\xBF"))
        start = start.sliced(3);
    return start.trimmed().startsWith("<?xml");
}

QString megabytes(qint64 bytes) { return QString::number((bytes + 1024 * 1024 - 1) / (1024 * 1024)); }

Error tooLarge(const QString &name, qint64 size, qint64 limit)
{
    return {ErrorKind::TooLarge,
            Messages::tr("The file has %1 MiB, more than the %2 MiB that can be opened as one article. Split it into articles.")
                .arg(megabytes(size), megabytes(limit)),
            name, 0};
}

/// Problems of a text become issues with a place to jump to.
void addReplacements(const NormalisedText &normalised, const QString &name, LoadedArticle &loaded)
{
    if (normalised.replaced == 0)
        return;
    const qsizetype line = 1 + std::count(normalised.text.begin(), normalised.text.begin() + normalised.firstReplaced, u'\n');
    loaded.issues.append({Severity::Warning,
                          Messages::tr("%n character(s) that XML cannot hold became U+FFFD.", nullptr,
                                       int(std::min<qsizetype>(normalised.replaced, 1'000'000'000))),
                          name, line, normalised.firstReplaced});
}

Result<LoadedArticle> readSourceText(const QByteArray &bytes, const QString &name, const ReadOptions &options)
{
    auto decoded = decodeText(bytes, options.encoding);
    if (!decoded) {
        Error error = decoded.error();
        error.file = name;
        return error;
    }
    DecodedText &text = decoded.value();
    const NormalisedText normalised = normaliseText(text.text);
    if (std::all_of(normalised.text.begin(), normalised.text.end(), [](QChar c) { return c.isSpace(); }))
        return Error{ErrorKind::Empty, Messages::tr("The file holds only white space. Choose a file with an article in it."),
                     name, 0};
    LoadedArticle loaded;
    loaded.article.text = ArticleText(normalised.text);
    loaded.article.source.format = u"text/plain"_s;
    loaded.article.source.encoding = text.encoding;
    loaded.isEncodingCertain = text.isCertain;
    loaded.encodingCandidates = text.candidates;
    for (Issue issue : std::as_const(text.issues)) {
        issue.file = name;
        const qsizetype first = normalised.text.indexOf(QChar::ReplacementCharacter);
        if (first >= 0) {
            issue.offset = first;
            issue.line = 1 + std::count(normalised.text.begin(), normalised.text.begin() + first, u'\n');
        }
        loaded.issues.append(issue);
    }
    addReplacements(normalised, name, loaded);
    if (!text.isCertain)
        loaded.issues.append(
            {Severity::Note,
             Messages::tr("The encoding was guessed as %1. If the text looks wrong, choose another encoding.").arg(text.encoding),
             name, 0, -1});
    if (looksLikeOtherXml(bytes))
        loaded.issues.append({Severity::Note,
                              Messages::tr("This XML file is not an annotated article of Dateline; it was opened as plain text."),
                              name, 0, -1});
    return loaded;
}

void nameSource(LoadedArticle &loaded, const QByteArray &bytes, const QString &name, const ReadOptions &options)
{
    Source &source = loaded.article.source;
    source.href = options.href.isEmpty() ? QFileInfo(name).fileName() : options.href;
    source.sha256 = QString::fromLatin1(QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex());
}

} // namespace

Result<LoadedArticle> readArticleBytes(const QByteArray &bytes, const QString &name, const ReadOptions &options,
                                       const std::stop_token &stop)
{
    if (bytes.size() > options.maximumBytes)
        return tooLarge(name, bytes.size(), options.maximumBytes);
    if (bytes.isEmpty())
        return Error{ErrorKind::Empty, Messages::tr("The file is empty. Choose a file with an article in it."), name, 0};
    if (isNativeFile(bytes))
        return readNative(bytes, name, stop);
    if (stop.stop_requested())
        return Error{ErrorKind::Cancelled, Messages::tr("Reading was cancelled."), name, 0};
    Result<LoadedArticle> loaded = looksLikeHtml(bytes) ? articleFromHtml(bytes, name, options.encoding)
                                                        : readSourceText(bytes, name, options);
    if (!loaded)
        return loaded;
    if (stop.stop_requested())
        return Error{ErrorKind::Cancelled, Messages::tr("Reading was cancelled."), name, 0};
    nameSource(loaded.value(), bytes, name, options);
    return loaded;
}

Result<LoadedArticle> articleFromTextBytes(const QByteArray &bytes, const QString &name, const ReadOptions &options)
{
    Result<LoadedArticle> loaded = readSourceText(bytes, name, options);
    if (loaded)
        nameSource(loaded.value(), bytes, name, options);
    return loaded;
}

Result<LoadedArticle> readArticleFile(const QString &path, const ReadOptions &options, const std::stop_token &stop)
{
    if (const Format *format = formatOfFile(path)) {
        Result<ReadArticles> articles = readArticles(path, format, options, stop);
        if (!articles)
            return articles.error();
        const qsizetype count = articles.value().articles.size();
        LoadedArticle loaded = std::move(articles.value().articles.first().loaded);
        loaded.issues = articles.value().issues + loaded.issues;
        if (count > 1)
            loaded.issues.prepend(
                {Severity::Warning,
                 Messages::tr("The file holds %n article(s); this is the first. \"dateline-cli convert\" makes a "
                              "file of each.",
                              nullptr, int(count)),
                 QDir::toNativeSeparators(path), 0, -1});
        return loaded;
    }
    const Result<QByteArray> bytes = readFileBytes(path, options, stop);
    if (!bytes)
        return bytes.error();
    return readArticleBytes(bytes.value(), QDir::toNativeSeparators(path), options, stop);
}

Result<QByteArray> readFileBytes(const QString &path, const ReadOptions &options, const std::stop_token &stop)
{
    const QFileInfo info(path);
    const QString shown = QDir::toNativeSeparators(path);
    if (!info.exists() && !info.isSymLink())
        return Error{ErrorKind::NotFound,
                     Messages::tr("There is no such file. Check the name, or choose the file in the dialog."), shown, 0};
    if (info.isSymLink() && !info.exists())
        return Error{ErrorKind::NotFound,
                     Messages::tr("This link points to a file that does not exist. Restore the file or choose another."), shown,
                     0};
    if (info.isDir())
        return Error{ErrorKind::Unreadable, Messages::tr("This is a folder, not an article. Choose a file in it."), shown, 0};
    if (info.isFile() && info.size() > options.maximumBytes)
        return tooLarge(shown, info.size(), options.maximumBytes);
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return Error{ErrorKind::Unreadable,
                     Messages::tr("The file cannot be read: %1. Check its permissions.").arg(file.errorString()), shown, 0};
    QByteArray bytes;
    if (info.isFile())
        bytes.reserve(info.size());
    // In pieces, so that a pipe or a file that grows meets the limit, too.
    constexpr qint64 piece = 8 * 1024 * 1024;
    while (true) {
        if (stop.stop_requested())
            return Error{ErrorKind::Cancelled, Messages::tr("Reading was cancelled."), shown, 0};
        const QByteArray next = file.read(piece);
        if (next.isEmpty())
            break;
        bytes += next;
        if (bytes.size() > options.maximumBytes)
            return tooLarge(shown, bytes.size(), options.maximumBytes);
    }
    if (file.error() != QFileDevice::NoError)
        return Error{ErrorKind::Unreadable,
                     Messages::tr("The file cannot be read: %1. Check the disk or copy the file.").arg(file.errorString()), shown,
                     0};
    return bytes;
}

LoadedArticle articleFromText(const QString &raw, const QString &name)
{
    LoadedArticle loaded;
    const NormalisedText normalised = normaliseText(raw);
    loaded.article.text = ArticleText(normalised.text);
    Source &source = loaded.article.source;
    source.href = name;
    source.format = u"text/plain"_s;
    source.encoding = u"UTF-8"_s;
    source.sha256 = QString::fromLatin1(QCryptographicHash::hash(raw.toUtf8(), QCryptographicHash::Sha256).toHex());
    addReplacements(normalised, name, loaded);
    return loaded;
}

} // namespace dateline
