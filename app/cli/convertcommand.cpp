// SPDX-License-Identifier: Apache-2.0
#include "command.h"
#include "inputs.h"
#include "output.h"

#include "formats/formatregistry.h"

#include <QFileInfo>
#include <QJsonArray>
#include <QJsonObject>
#include <QMap>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace dateline::cli {

namespace {

QString convertHelp()
{
    return Text::tr("Usage: dateline-cli convert INPUT… --to FORMAT [options]\n"
                    "\n"
                    "Writes articles and their annotations in another format, and says what it cannot hold.\n"
                    "  to:   %1\n"
                    "  from: %2\n"
                    "\n"
                    "  --from FORMAT          what the inputs are (else by name and content)\n"
                    "  -o, --output FILE|DIR  where to write; else standard output for one input,\n"
                    "                         a file beside each of several\n"
                    "  --force                replace even a file that holds a person's work\n"
                    "  --status LIST          which mentions (accepted,suggested); also rejected, withdrawn\n"
                    "  --layer ID             whose, if not the adjudicated or the only layer: l2\n"
                    "  --strict               a loss is an error, and nothing is written\n"
                    "  --recursive            look into the folders of a folder too\n"
                    "  --json                 what was written and lost as JSON; needs -o\n"
                    "\n"
                    "Example:\n"
                    "  echo \"Ana Petrovic left Lisbon.\" | dateline-cli annotate - | dateline-cli convert - --to csv\n")
        .arg(writableFormats().join(u' '), readableFormats().join(u' '));
}

struct Settings
{
    const Format *to = nullptr;
    const Format *from = nullptr;
    Statuses statuses = defaultStatuses();
    QString layer;
    bool isWhole = false; ///< native with nothing chosen: all layers and statuses stay
    bool isStrict = false;
    bool isJson = false;
};

/// What became of one input.
struct Converted
{
    QList<ExportedArticle> articles;
    IssueList issues;
    QMap<Feature, qsizetype> losses; ///< of all its articles
    QList<Error> errors;
    QStringList outputs;
};

QString baseName(const Input &input)
{
    if (input.isStandardInput())
        return u"standard-input"_s;
    QString name = QFileInfo(input.relative).fileName();
    for (const QString &suffix : formatNamed(u"native")->suffixes()) {
        if (name.endsWith(u'.' + suffix))
            return name.chopped(suffix.size() + 1);
    }
    const QString base = QFileInfo(name).completeBaseName();
    return base.isEmpty() ? name : base;
}

Converted convertInput(const Input &input, const Settings &settings)
{
    Converted done;
    const auto fail = [&](Error error) {
        if (error.file.isEmpty())
            error.file = shownName(input);
        done.errors.append(error);
    };
    Result<ReadArticles> read = [&]() -> Result<ReadArticles> {
        if (!input.isStandardInput())
            return readArticles(input.path, settings.from);
        const Result<QByteArray> bytes = readBytes(input);
        if (!bytes)
            return bytes.error();
        return readArticles(bytes.value(), shownName(input), settings.from);
    }();
    if (!read) {
        fail(read.error());
        return done;
    }
    done.issues = read.value().issues;
    const qsizetype count = read.value().articles.size();
    for (qsizetype i = 0; i < count; ++i) {
        const ReadArticle &named = read.value().articles.at(i);
        done.issues += named.loaded.issues;
        const AnnotatedArticle &article = named.loaded.article;
        const QString name = !named.name.isEmpty() ? named.name : baseName(input);
        if (settings.isWhole) {
            done.articles.append({name, article, 0, 0});
            continue;
        }
        const Result<LayerId> layer = layerToExport(article, settings.layer);
        if (!layer) {
            fail(layer.error());
            continue;
        }
        done.articles.append(exported(article, layer.value(), settings.statuses, name));
        for (const Loss &loss : lossesOf(*settings.to, done.articles.last())) {
            qsizetype &sum = done.losses[loss.feature];
            // The articles of a file share their tagset.
            sum = loss.feature == Feature::Tagset ? std::max(sum, loss.count) : sum + loss.count;
        }
    }
    return done;
}

/// The files of all articles of an input: one for each, or all in one.
QList<WrittenFiles> filesOf(const Converted &done, const Format &format, bool hasStart)
{
    QList<WrittenFiles> files;
    for (const ExportedArticle &article : done.articles) {
        if (format.isJoinable && !files.isEmpty())
            files.first().first().bytes += format.write(article).first().bytes;
        else
            files.append(hasStart ? writeArticle(format, article) : format.write(article));
    }
    return files;
}

void put(Converted &done, const Input &input, Output &output, const Settings &settings)
{
    const QList<WrittenFiles> all = filesOf(done, *settings.to, true);
    if (!output.isStandardOutput()) {
        for (const WrittenFiles &files : all) {
            const QString path = output.target(input, files);
            if (const Result<void> written = output.write(path, files); !written)
                done.errors.append(written.error());
            else
                done.outputs.append(path);
        }
        return;
    }
    if (all.size() > 1) {
        done.errors.append({ErrorKind::Usage,
                            Text::tr("It holds %n article(s), and each becomes a file: name a file or a folder with -o.", nullptr,
                                     int(all.size())),
                            shownName(input), 0});
        return;
    }
    for (const WrittenFiles &files : all) {
        if (files.size() > 1) {
            const QString message = Text::tr(
                                        "Only the %1 file goes to standard output; with -o FILE the %2 file stands beside it.")
                                        .arg(files.at(0).suffix, files.at(1).suffix);
            report(Issue{Severity::Warning, message, {}, 0, -1}, shownName(input));
        }
        printOut(files.first().bytes);
    }
}

QJsonObject toJson(const Input &input, const Converted &done, const Settings &settings)
{
    QJsonArray losses;
    for (const auto &[feature, count] : done.losses.asKeyValueRange())
        losses.append(QJsonObject{{u"feature"_s, toName(feature)},
                                  {u"count"_s, count},
                                  {u"message"_s, toSentence({feature, count}, settings.to->name)}});
    QJsonArray problems;
    for (const Issue &issue : done.issues)
        problems.append(QJsonObject{{u"line"_s, issue.line}, {u"message"_s, issue.message}});
    QJsonObject object{{u"input"_s, shownName(input)},
                       {u"articles"_s, done.articles.size()},
                       {u"outputs"_s, QJsonArray::fromStringList(done.outputs)},
                       {u"losses"_s, losses},
                       {u"problems"_s, problems}};
    if (!done.errors.isEmpty())
        object.insert(u"error"_s, done.errors.first().message);
    return object;
}

/// Reads an input and says on standard error what is wrong with it and what it loses; false when
/// nothing of it may be written.
bool prepare(Converted &done, const Input &input, const Settings &settings)
{
    for (const Issue &issue : std::as_const(done.issues))
        report(issue, shownName(input));
    for (const auto &[feature, count] : done.losses.asKeyValueRange())
        report(Issue{Severity::Warning, toSentence({feature, count}, settings.to->name), {}, 0, -1}, shownName(input));
    if (settings.isStrict && !done.losses.isEmpty())
        done.errors.append({ErrorKind::Unsupported, Text::tr("Nothing was written, since something would be lost (--strict)."),
                            shownName(input), 0});
    return !settings.isStrict || done.losses.isEmpty();
}

int convertAll(const InputList &list, Output output, const Settings &settings, bool isJoined)
{
    bool isComplete = list.isComplete;
    Progress progress(list.inputs.size());
    QJsonArray results;
    QByteArray joined(settings.to->start.latin1(), settings.to->start.size());
    bool mayWriteJoined = true;
    for (const Input &input : list.inputs) {
        Converted done = convertInput(input, settings);
        progress.advance();
        const bool mayWrite = prepare(done, input, settings);
        mayWriteJoined = mayWriteJoined && mayWrite;
        if (mayWrite && isJoined) {
            for (const WrittenFiles &files : filesOf(done, *settings.to, false))
                joined += files.first().bytes;
        } else if (mayWrite) {
            put(done, input, output, settings);
        }
        for (const Error &error : std::as_const(done.errors))
            report(error);
        isComplete = isComplete && done.errors.isEmpty();
        if (settings.isJson)
            results.append(toJson(input, done, settings));
    }
    if (isJoined && mayWriteJoined) {
        const QString path = output.target(list.inputs.first());
        if (const Result<void> written = output.write(path, joined); !written) {
            report(written.error());
            isComplete = false;
        }
    }
    if (settings.isJson)
        printJson(QJsonDocument(results));
    return isComplete ? Done : SomeFailed;
}

/// What the options say; a message when they are wrong.
QString read(const Options &options, Settings &settings)
{
    if (!options.has(u"to"_s))
        return Text::tr("--to is missing: name the format to write, one of %1.").arg(writableFormats().join(u", "_s));
    settings.to = formatNamed(options.value(u"to"_s));
    if (!settings.to || !settings.to->canWrite())
        return Text::tr("\"%1\" is no format that this version writes. It writes %2.")
            .arg(options.value(u"to"_s), writableFormats().join(u", "_s));
    if (options.has(u"from"_s)) {
        settings.from = formatNamed(options.value(u"from"_s));
        if (!settings.from || !settings.from->canRead())
            return Text::tr("\"%1\" is no format that this version reads. It reads %2.")
                .arg(options.value(u"from"_s), readableFormats().join(u", "_s));
    }
    if (options.has(u"status"_s)) {
        settings.statuses.clear();
        for (const QString &name : options.value(u"status"_s).split(u',')) {
            const std::optional<Status> status = statusFromName(name.trimmed());
            if (!status)
                return Text::tr("\"%1\" is no status. There are suggested, accepted, rejected and withdrawn.").arg(name);
            settings.statuses.append(*status);
        }
    }
    settings.layer = options.value(u"layer"_s);
    settings.isWhole = settings.to->name == "native"_L1 && !options.has(u"status"_s) && !options.has(u"layer"_s);
    settings.isStrict = options.has(u"strict"_s);
    settings.isJson = options.has(u"json"_s);
    return {};
}

} // namespace

int convertCommand(const QStringList &arguments)
{
    Options options(u"convert"_s, convertHelp());
    options.addValue({u"o"_s, u"output"_s});
    for (const QString &name : {u"to"_s, u"from"_s, u"status"_s, u"layer"_s})
        options.addValue({name});
    for (const QString &flag : {u"force"_s, u"recursive"_s, u"strict"_s, u"json"_s})
        options.addFlag(flag);
    if (const std::optional<int> status = options.parse(arguments))
        return *status;

    Settings settings;
    if (const QString message = read(options, settings); !message.isEmpty())
        return options.wrong(message);
    if (options.inputs().isEmpty())
        return options.wrong(Text::tr("Name at least one file or folder, or \"-\" for standard input."));
    if (options.inputs().count(u"-"_s) > 1)
        return options.wrong(Text::tr("Standard input can be read only once."));
    const InputList list = expandInputs(options.inputs(), InputKind::Convertible, options.has(u"recursive"_s),
                                        settings.from ? settings.from->suffixes() : QStringList());
    if (list.inputs.isEmpty())
        return SomeFailed;

    const QString given = options.value(u"output"_s);
    const bool isJoined = settings.to->isJoinable && !given.isEmpty() && !given.endsWith(u'/') && !QFileInfo(given).isDir();
    InputList placed = list;
    if (isJoined) {
        // One file holds all articles.
        placed.inputs = {list.inputs.first()};
        placed.hasFolder = false;
    }
    const QString suffix = settings.to->name == "native"_L1 ? u".xml"_s : u'.' + settings.to->suffixes().first();
    Result<Output> output = Output::plan(given, placed, options.has(u"force"_s), suffix);
    if (!output)
        return options.wrong(output.error().message);
    if (settings.isJson && output.value().isStandardOutput())
        return options.wrong(Text::tr("--json takes standard output: name a file or a folder with -o."));
    return convertAll(list, std::move(output).value(), settings, isJoined);
}

} // namespace dateline::cli
