// SPDX-License-Identifier: Apache-2.0
#include "command.h"
#include "detectorchoice.h"
#include "inputs.h"
#include "jsonlfilter.h"
#include "output.h"

#include "detection/detector.h"
#include "formats/formatregistry.h"

#include <QDate>
#include <QFile>

#include <algorithm>
#include <cstdio>
#include <future>
#include <vector>

using namespace Qt::StringLiterals;

namespace dateline::cli {

namespace {

QString annotateHelp()
{
    return Text::tr("Usage: dateline-cli annotate INPUT… [options]\n"
                    "       dateline-cli annotate --jsonl [options] < IN > OUT\n"
                    "\n"
                    "Detects people, places, organisations, dates and more in articles (text, HTML or\n"
                    "annotated XML; files, folders or \"-\") and writes annotated XML.\n"
                    "\n"
                    "  -o, --output FILE|DIR  where to write; else standard output for one input,\n"
                    "                         NAME.annotated.xml beside each of several\n"
                    "  --force                replace even a file that holds a person's work\n"
                    "  --format NAME          native (default), %1\n"
                    "  --published DATE       publication date, 2024-03-21\n"
                    "  --language CODE        language, en\n"
                    "  --watchlist FILE       a list of your own (CSV or TSV: name, type, aliases, link,\n"
                    "                         note) that wins over the detector; may be repeated\n"
                    "  --recursive            look into the folders of a folder too\n"
                    "  --jobs N               articles at a time (1)\n"
                    "  --model MODEL          a model that train made; \"none\": the rules alone\n"
                    "  --jsonl                filter: {\"id\", \"text\", \"published\"?, \"lang\"?} a line in,\n"
                    "                         {\"id\", \"entities\": [{start, end, type, text, …}]} out\n"
                    "\n"
                    "Example:\n"
                    "  echo \"Ana Petrovic met the mayor of Lisbon on Monday.\" | dateline-cli annotate -\n")
        .arg(writableFormats().mid(1).join(u", "_s));
}

struct Settings
{
    DetectionOptions detection;
    bool hasPublished = false;
    bool hasLanguage = false;
    const Format *format = nullptr;
    QDateTime now;
};

struct Written
{
    WrittenFiles files;
    IssueList issues;
};

/// The detector's old layer goes, persons' layers stay.
void replaceDetection(AnnotatedArticle &article, Layer layer, const QDateTime &now)
{
    layer.info.started = now;
    layer.info.modified = now;
    while (const Layer *old = article.detectorLayer()) {
        const LayerId id = old->info.id;
        article.layers.removeIf([&](const Layer &candidate) { return candidate.info.id == id; });
    }
    article.addLayer(std::move(layer), Detector::agent());
}

Result<Written> annotate(const Input &input, const Detector &detector, const Settings &settings)
{
    Result<LoadedArticle> loaded = readInput(input);
    if (!loaded) {
        Error error = loaded.error();
        if (error.file.isEmpty())
            error.file = shownName(input);
        return error;
    }
    AnnotatedArticle article = std::move(loaded.value().article);
    if (settings.hasPublished)
        article.head.published = settings.detection.published;
    if (settings.hasLanguage)
        article.head.language = settings.detection.language;
    DetectionOptions options = settings.detection;
    options.published = article.head.published;
    if (!article.head.language.isEmpty())
        options.language = article.head.language;
    const Layer layer = detector.detect(article.text, options);
    // A model may have types of its own.
    layer.mentions.forEach([&](const Mention &mention) {
        if (!article.tagset.find(mention.type))
            article.tagset.types.append(typeFromLabel(mention.type));
    });
    replaceDetection(article, layer, settings.now);
    const QString name = input.isStandardInput() ? u"-"_s : input.relative;
    if (settings.format->name == "native"_L1) // with persons' layers
        return Written{settings.format->write({name, article, 0, 0}), loaded.value().issues};
    const LayerId detected = article.layers.last().info.id;
    return Written{settings.format->write(exported(article, detected, defaultStatuses(), name)), loaded.value().issues};
}

int annotateAll(const InputList &list, Output output, const Detector &detector, const Settings &settings, int jobs)
{
    bool isComplete = list.isComplete;
    Progress progress(list.inputs.size());
    const Format &format = *settings.format;
    QByteArray joined(format.start.latin1(), format.start.size());
    const bool isJoined = format.isJoinable && !output.isStandardOutput();
    if (output.isStandardOutput())
        printOut(joined);
    const auto put = [&](const Input &input, const Result<Written> &result) {
        progress.advance();
        if (!result) {
            report(result.error());
            isComplete = false;
            return;
        }
        for (const Issue &issue : result.value().issues)
            report(issue, shownName(input));
        if (output.isStandardOutput()) {
            printOut(result.value().files.first().bytes);
            return;
        }
        if (isJoined) {
            joined += result.value().files.first().bytes;
            return;
        }
        const WrittenFiles &files = result.value().files;
        if (const Result<void> written = output.write(output.target(input, files), files); !written) {
            report(written.error());
            isComplete = false;
        }
    };
    jobs = int(std::min<qsizetype>(jobs, list.inputs.size()));
    if (jobs <= 1) {
        for (const Input &input : list.inputs)
            put(input, annotate(input, detector, settings));
    } else {
        std::vector<std::future<Result<Written>>> window;
        qsizetype next = 0;
        for (qsizetype i = 0; i < list.inputs.size(); ++i) {
            for (; next < list.inputs.size() && next < i + jobs; ++next)
                window.push_back(
                    std::async(std::launch::async, [&, at = next] { return annotate(list.inputs.at(at), detector, settings); }));
            put(list.inputs.at(i), window.at(size_t(i)).get());
        }
    }
    if (isJoined) {
        if (const Result<void> written = output.write(output.target(list.inputs.first()), joined); !written) {
            report(written.error());
            isComplete = false;
        }
    }
    return isComplete ? Done : SomeFailed;
}

/// What cannot be read is reported and ends the command: an analyst who names a list counts on it.
bool readWatchlists(const QStringList &files, Watchlists &lists)
{
    for (const QString &file : files) {
        Watchlist::Options options;
        options.cacheFolder = Watchlist::defaultCacheFolder();
        Result<std::shared_ptr<const Watchlist>> list = Watchlist::open(file, options);
        if (!list) {
            report(list.error());
            return false;
        }
        for (const Issue &issue : list.value()->issues())
            report(issue, file);
        lists.append(std::move(list).value());
    }
    return true;
}

} // namespace

int annotateCommand(const QStringList &arguments)
{
    Options options(u"annotate"_s, annotateHelp());
    options.addValue({u"o"_s, u"output"_s});
    options.addValue({u"format"_s});
    options.addValue({u"published"_s});
    options.addValue({u"language"_s});
    options.addValue({u"jobs"_s});
    options.addValue({u"watchlist"_s});
    options.addValue({u"model"_s});
    for (const QString &flag : {u"force"_s, u"recursive"_s, u"jsonl"_s})
        options.addFlag(flag);
    if (const std::optional<int> status = options.parse(arguments))
        return *status;

    Settings settings;
    settings.now = commandClock()->now();
    settings.hasPublished = options.has(u"published"_s);
    settings.detection.published = options.value(u"published"_s);
    if (settings.hasPublished && !QDate::fromString(settings.detection.published.left(10), Qt::ISODate).isValid())
        return options.wrong(Text::tr("\"%1\" is not a date such as 2024-03-21.").arg(settings.detection.published));
    settings.hasLanguage = options.has(u"language"_s);
    if (settings.hasLanguage)
        settings.detection.language = options.value(u"language"_s);
    int jobs = 1;
    if (options.has(u"jobs"_s)) {
        bool isNumber = false;
        jobs = options.value(u"jobs"_s).toInt(&isNumber);
        if (!isNumber || jobs < 1 || jobs > 256)
            return options.wrong(Text::tr("--jobs needs a number from 1 to 256."));
    }
    settings.format = formatNamed(options.has(u"format"_s) ? options.value(u"format"_s) : u"native"_s);
    if (!settings.format || !settings.format->canWrite())
        return options.wrong(Text::tr("\"%1\" is no format that this version writes. It writes %2.")
                                 .arg(options.value(u"format"_s), writableFormats().join(u", "_s)));

    if (!readWatchlists(options.values(u"watchlist"_s), settings.detection.watchlists))
        return SomeFailed;
    const Result<std::unique_ptr<const Detector>> detector = detectorFor(options.value(u"model"_s));
    if (!detector) {
        report(detector.error());
        return SomeFailed;
    }

    if (options.has(u"jsonl"_s)) {
        for (const QString &other : {u"output"_s, u"format"_s, u"force"_s, u"recursive"_s}) {
            if (options.has(other))
                return options.wrong(
                    Text::tr("--jsonl reads standard input and writes standard output; --%1 does not go with it.").arg(other));
        }
        const QStringList inputs = options.inputs();
        if (inputs.size() > 1 || (inputs.size() == 1 && inputs.first() != "-"_L1))
            return options.wrong(Text::tr("--jsonl reads standard input; give it no files."));
        QFile in;
        if (!in.open(stdin, QIODevice::ReadOnly)) {
            report(Error{ErrorKind::Unreadable, Text::tr("It cannot be read: %1.").arg(in.errorString()),
                         Text::tr("standard input"), 0});
            return SomeFailed;
        }
        return filterJsonLines(in, Text::tr("standard input"), *detector.value(), settings.detection, jobs);
    }

    if (options.inputs().isEmpty())
        return options.wrong(Text::tr("Name at least one file or folder, or \"-\" for standard input."));
    if (options.inputs().count(u"-"_s) > 1)
        return options.wrong(Text::tr("Standard input can be read only once."));
    const InputList list = expandInputs(options.inputs(), InputKind::Articles, options.has(u"recursive"_s));
    if (list.inputs.isEmpty())
        return SomeFailed;
    InputList placed = list;
    if (settings.format->isJoinable) {
        // One file holds all articles.
        placed.inputs = {list.inputs.first()};
        placed.hasFolder = false;
    }
    Result<Output> output = Output::plan(options.value(u"output"_s), placed, options.has(u"force"_s),
                                         settings.format->name == "native"_L1 ? u".xml"_s
                                                                              : u'.' + settings.format->suffixes().first());
    if (!output)
        return options.wrong(output.error().message);
    return annotateAll(list, std::move(output).value(), *detector.value(), settings, jobs);
}

} // namespace dateline::cli
