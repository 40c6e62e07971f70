// SPDX-License-Identifier: Apache-2.0
// The commands merge and split.
#include "command.h"
#include "inputs.h"
#include "output.h"

#include "formats/nativeformat.h"
#include "review/merging.h"

#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace dateline::cli {

namespace {

QString mergeHelp()
{
    return Text::tr("Usage: dateline-cli merge A.xml B.xml… [-o OUT.xml] [options]\n"
                    "\n"
                    "Puts the layers of several annotated files of one article into one file. Annotators\n"
                    "and layers are matched by uid; of one layer in two states the one that goes on counts,\n"
                    "and two that went apart are both kept. What does not agree is reported. Files of\n"
                    "another text are refused, and then nothing is written.\n"
                    "\n"
                    "  -o, --output FILE  where to write; else standard output\n"
                    "  --force            replace even a file that holds a person's work\n"
                    "  --recursive        look into the folders of a folder too\n"
                    "  -                  read standard input\n"
                    "\n"
                    "Example:\n"
                    "  echo \"Ana Petrovic left Lisbon.\" | dateline-cli annotate - > a.xml; dateline-cli merge a.xml a.xml\n");
}

QString splitHelp()
{
    return Text::tr("Usage: dateline-cli split FILE -o DIR [options]\n"
                    "\n"
                    "Writes each layer of an annotated file into a file of its own in the folder, with its\n"
                    "reviews, and prints the names of the files. They are named after the annotator:\n"
                    "Vera.xml, Vera-2.xml. An adjudicated layer takes the layers along that it came from.\n"
                    "\"merge\" puts them together again.\n"
                    "\n"
                    "  -o, --output DIR  the folder; it is made when it is missing\n"
                    "  --force           replace even files that hold a person's work\n"
                    "  -                 read standard input\n"
                    "\n"
                    "Example:\n"
                    "  echo \"Ana Petrovic left Lisbon.\" | dateline-cli annotate - | dateline-cli split - -o layers\n");
}

} // namespace

int mergeCommand(const QStringList &arguments)
{
    Options options(u"merge"_s, mergeHelp());
    options.addValue({u"o"_s, u"output"_s});
    options.addFlag(u"force"_s);
    options.addFlag(u"recursive"_s);
    if (const std::optional<int> status = options.parse(arguments))
        return *status;
    const QStringList inputs = options.inputs();
    if (inputs.isEmpty() || (inputs.size() == 1 && !QFileInfo(inputs.first()).isDir()))
        return options.wrong(Text::tr("Name at least two files to merge."));
    if (inputs.count(u"-"_s) > 1)
        return options.wrong(Text::tr("Standard input can be read only once."));

    const InputList list = expandInputs(inputs, InputKind::Annotated, options.has(u"recursive"_s));
    bool isComplete = list.isComplete;
    const QList<NamedArticle> articles = readAllAnnotated(list, isComplete);
    if (!isComplete)
        return SomeFailed; // a file that lacks somebody's work would look like the whole
    InputList one;
    one.inputs = {list.inputs.first()};
    Result<Output> output = Output::plan(options.value(u"output"_s), one, options.has(u"force"_s));
    if (!output)
        return options.wrong(output.error().message);
    const Result<MergedArticle> merged = mergeArticles(articles);
    if (!merged) {
        report(merged.error());
        return SomeFailed;
    }
    for (const Issue &issue : merged.value().issues)
        report(issue, issue.file);
    const QByteArray bytes = writeNative(merged.value().article);
    if (output.value().isStandardOutput()) {
        printOut(bytes);
        return Done;
    }
    if (const Result<void> written = output.value().write(output.value().target(one.inputs.first()), bytes); !written) {
        report(written.error());
        return SomeFailed;
    }
    return Done;
}

int splitCommand(const QStringList &arguments)
{
    Options options(u"split"_s, splitHelp());
    options.addValue({u"o"_s, u"output"_s});
    options.addFlag(u"force"_s);
    if (const std::optional<int> status = options.parse(arguments))
        return *status;
    if (options.inputs().size() != 1)
        return options.wrong(Text::tr("Name one file."));
    QString folder = options.value(u"output"_s);
    if (folder.isEmpty())
        return options.wrong(Text::tr("Name a folder with -o."));
    if (QFileInfo(folder).isFile())
        return options.wrong(Text::tr("-o needs a folder; \"%1\" is a file.").arg(folder));
    if (!folder.endsWith(u'/'))
        folder += u'/';

    InputList list;
    list.inputs = {{options.inputs().first(), {}}};
    bool isComplete = true;
    const QList<NamedArticle> articles = readAllAnnotated(list, isComplete);
    Result<Output> output = Output::plan(folder, list, options.has(u"force"_s));
    if (!output)
        return options.wrong(output.error().message);
    if (!isComplete)
        return SomeFailed;
    const QList<SplitArticle> parts = splitArticle(articles.first().article);
    if (parts.isEmpty()) {
        report(Error{ErrorKind::Empty, Text::tr("There is no layer in this file."), articles.first().name, 0});
        return SomeFailed;
    }
    for (const SplitArticle &part : parts) {
        const QString path = output.value().target({part.fileName, part.fileName});
        if (const Result<void> written = output.value().write(path, writeNative(part.article)); !written) {
            report(written.error());
            isComplete = false;
            continue;
        }
        printLine(path);
    }
    return isComplete ? Done : SomeFailed;
}

} // namespace dateline::cli
