// SPDX-License-Identifier: Apache-2.0
#include "formats/formatregistry.h"

#include "formats/formatfunctions.h"
#include "formats/nativeformat.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace dateline {

namespace {

struct Messages
{
    Q_DECLARE_TR_FUNCTIONS(dateline::FormatRegistry)
};

constexpr Features Everything{~0U};
constexpr Features OfMentions = Features(Feature::Mentions) | Feature::Overlap | Feature::Discontinuity | Feature::OuterSpace
                              | Feature::Status | Feature::Confidence | Feature::Reason | Feature::Unsure | Feature::Norm
                              | Feature::Link | Feature::Notes;

constexpr Features OfJsonLines = OfMentions | Feature::Text | Feature::Head | Feature::Attributes | Feature::Entities
                               | Feature::EntityDetails | Feature::Relations | Feature::Author | Feature::ValueLayout;
constexpr Features OfBrat = OfMentions | Feature::Text | Feature::Attributes | Feature::Entities | Feature::EntityDetails
                          | Feature::Relations;
constexpr Features OfConll = Features(Feature::Text) | Feature::Mentions | Feature::Overlap | Feature::ValueLayout;
constexpr Features OfCsv = OfMentions | Feature::Entities | Feature::Author | Feature::ValueLayout;
constexpr Features OfHtml = OfMentions | Feature::Text | Feature::Structure | Feature::Head | Feature::Tagset | Feature::Entities
                          | Feature::Author | Feature::ValueLayout;

constexpr QLatin1StringView CsvHeader = "article,id,start,end,text,type,entity,entity_id,status,confidence,unsure,norm,link,"
                                        "note,why,annotator,spans\r\n"_L1;

constexpr auto Table = std::to_array<Format>({
    {"native"_L1,
     QT_TRANSLATE_NOOP("dateline::FormatRegistry", "Annotated XML"),
     "annotated.xml xml"_L1,
     Everything,
     writeNativeFormat,
     readNativeFormat,
     false,
     {},
     nullptr},
    {"jsonl"_L1,
     QT_TRANSLATE_NOOP("dateline::FormatRegistry", "JSON lines"),
     "jsonl ndjson"_L1,
     OfJsonLines,
     writeJsonLines,
     readJsonLines,
     true,
     {},
     nullptr},
    {"brat"_L1,
     QT_TRANSLATE_NOOP("dateline::FormatRegistry", "brat standoff"),
     "ann"_L1,
     OfBrat,
     writeBrat,
     readBrat,
     false,
     {},
     nullptr},
    {"conll"_L1,
     QT_TRANSLATE_NOOP("dateline::FormatRegistry", "CoNLL columns"),
     "conll iob iob2 bio"_L1,
     OfConll,
     writeConll,
     readConll,
     true,
     {},
     conllLosses},
    {"csv"_L1, QT_TRANSLATE_NOOP("dateline::FormatRegistry", "Table of mentions (CSV)"), "csv"_L1, OfCsv, writeCsv, nullptr, true,
     CsvHeader, nullptr},
    {"html"_L1,
     QT_TRANSLATE_NOOP("dateline::FormatRegistry", "Web page"),
     "html htm xhtml"_L1,
     OfHtml,
     writeHtml,
     readHtmlFormat,
     false,
     {},
     htmlLosses},
    {"text"_L1,
     QT_TRANSLATE_NOOP("dateline::FormatRegistry", "Plain text"),
     "txt text"_L1,
     Features(Feature::Text),
     writePlainText,
     readTextFormat,
     false,
     {},
     nullptr},
});

/// Features of single mentions, which go without saying when a format holds no mentions.
constexpr Features Implied = (OfMentions & ~Features(Feature::Mentions)) | Feature::Attributes | Feature::Entities
                           | Feature::EntityDetails | Feature::Relations | Feature::Provenance | Feature::Author
                           | Feature::OtherLayers | Feature::ValueLayout;

Result<ReadArticles> single(Result<LoadedArticle> loaded)
{
    if (!loaded)
        return loaded.error();
    return ReadArticles{{{QString(), std::move(loaded).value()}}, {}};
}

Result<ReadArticles> read(const Format &format, const FormatInput &input)
{
    if (!format.canRead())
        return Error{ErrorKind::Unsupported, Messages::tr("Files of the format %1 are written, but not read.").arg(format.name),
                     input.name, 0};
    if (input.bytes.isEmpty() && format.name != "brat"_L1) // a text without a mention has an empty .ann
        return Error{ErrorKind::Empty, Messages::tr("The file is empty. Choose a file with an article in it."), input.name, 0};
    return format.read(input);
}

/// True when a file's first line is one of brat's, or when it is empty: a text without mentions.
bool isBratFile(const QString &path)
{
    QFile file(path);
    if (!QFileInfo(path).isFile() || !file.open(QIODevice::ReadOnly))
        return false;
    static const QRegularExpression line(u"^([TEARMN#]\\S+|\\*)\t\\S"_s);
    const QByteArray first = file.readLine(4096);
    return first.isEmpty() || line.match(QString::fromUtf8(first)).hasMatch();
}

/// A stream without a name that begins with an article as `annotate --jsonl` takes it.
bool startsWithJsonLine(const QByteArray &bytes)
{
    if (!bytes.startsWith('{'))
        return false;
    const qsizetype end = bytes.indexOf('\n');
    return QJsonDocument::fromJson(end < 0 ? bytes : bytes.first(end)).object().value(u"text"_s).isString();
}

} // namespace

QStringList Format::suffixes() const { return QString(endings).split(u' '); }

std::span<const Format> formats() { return Table; }

const Format *formatNamed(QStringView name)
{
    const auto found = std::find_if(Table.begin(), Table.end(), [&](const Format &format) { return name == format.name; });
    return found == Table.end() ? nullptr : &*found;
}

QString translatedTitle(const Format &format) { return Messages::tr(format.title); }

QStringList readableFormats()
{
    QStringList names;
    for (const Format &format : Table) {
        if (format.canRead())
            names.append(format.name);
    }
    return names;
}

QStringList writableFormats()
{
    QStringList names;
    for (const Format &format : Table) {
        if (format.canWrite())
            names.append(format.name);
    }
    return names;
}

QList<Loss> lossesOf(const Format &format, const ExportedArticle &exported)
{
    QList<Loss> losses;
    const bool hasMentions = format.holds.testFlag(Feature::Mentions);
    for (const Loss &loss : featuresOf(exported)) {
        // A value's line break is lost only where the value itself is kept.
        if (!format.holds.testFlag(loss.feature) && (hasMentions || !Implied.testFlag(loss.feature)))
            losses.append(loss);
    }
    if (format.lossesOf)
        losses += format.lossesOf(exported);
    std::sort(losses.begin(), losses.end(), [](const Loss &a, const Loss &b) { return a.feature < b.feature; });
    return losses;
}

WrittenFiles writeArticle(const Format &format, const ExportedArticle &exported)
{
    WrittenFiles files = format.write(exported);
    files.first().bytes.prepend(format.start.latin1(), format.start.size());
    return files;
}

WrittenFiles writeNativeFormat(const ExportedArticle &exported) { return {{u".xml"_s, writeNative(exported.article)}}; }

WrittenFiles writePlainText(const ExportedArticle &exported) { return {{u".txt"_s, exported.article.text.text().toUtf8()}}; }

Result<ReadArticles> readNativeFormat(const FormatInput &input)
{
    return single(readNative(input.bytes, input.name, input.stop));
}

Result<ReadArticles> readHtmlFormat(const FormatInput &input)
{
    return single(articleFromHtml(input.bytes, input.name, input.encoding));
}

Result<ReadArticles> readTextFormat(const FormatInput &input)
{
    ReadOptions options;
    options.encoding = input.encoding;
    return single(articleFromTextBytes(input.bytes, input.name, options));
}

const Format *formatOfFile(const QString &path)
{
    const QFileInfo info(path);
    const QString suffix = info.suffix().toLower();
    for (const Format &format : Table) {
        // XML, HTML and plain text are told apart by what is in them.
        if (format.name == "native"_L1 || format.name == "html"_L1 || format.name == "text"_L1)
            continue;
        if (format.canRead() && format.suffixes().contains(suffix))
            return &format;
    }
    if (suffix == "txt"_L1 && isBratFile(info.dir().filePath(info.completeBaseName() + u".ann"_s)))
        return formatNamed(u"brat");
    return nullptr;
}

Result<ReadArticles> readArticles(const QString &path, const Format *format, const ReadOptions &options,
                                  const std::stop_token &stop)
{
    const Result<QByteArray> bytes = readFileBytes(path, options, stop);
    if (!bytes)
        return bytes.error();
    const QString name = QDir::toNativeSeparators(path);
    if (!format)
        format = formatOfFile(path);
    if (!format)
        return single(readArticleBytes(bytes.value(), name, options, stop));
    return read(*format, {bytes.value(), name, path, options.encoding, stop});
}

Result<ReadArticles> readArticles(const QByteArray &bytes, const QString &name, const Format *format, const ReadOptions &options,
                                  const std::stop_token &stop)
{
    if (!format && startsWithJsonLine(bytes))
        format = formatNamed(u"jsonl");
    if (!format)
        return single(readArticleBytes(bytes, name, options, stop));
    return read(*format, {bytes, name, {}, options.encoding, stop});
}

} // namespace dateline
