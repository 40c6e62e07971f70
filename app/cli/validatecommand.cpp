// SPDX-License-Identifier: Apache-2.0
#include "command.h"
#include "inputs.h"

#include "formats/nativeformat.h"

#include <QJsonArray>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace dateline::cli {

namespace {

QString severityName(Severity severity)
{
    switch (severity) {
    case Severity::Note:
        return u"note"_s;
    case Severity::Warning:
        return u"warning"_s;
    case Severity::Error:
        break;
    }
    return u"error"_s;
}

QString validateHelp()
{
    return Text::tr("Usage: dateline-cli validate FILE|FOLDER… [options]\n"
                    "\n"
                    "Checks annotated XML: structure, quotes, bounds, digest and references. Lists all\n"
                    "problems, not only the first, as FILE:LINE: message on standard error.\n"
                    "\n"
                    "  --recursive  look into the folders of a folder too\n"
                    "  --json       the problems as JSON on standard output\n"
                    "  -            read standard input\n"
                    "\n"
                    "Exit status: 0 all valid, 1 some not, 2 wrong usage.\n"
                    "\n"
                    "Example:\n"
                    "  echo \"Ana Petrovic met the mayor of Lisbon.\" | dateline-cli annotate - | dateline-cli validate -\n");
}

} // namespace

int validateCommand(const QStringList &arguments)
{
    Options options(u"validate"_s, validateHelp());
    options.addFlag(u"json"_s);
    options.addFlag(u"recursive"_s);
    if (const std::optional<int> status = options.parse(arguments))
        return *status;
    if (options.inputs().isEmpty())
        return options.wrong(Text::tr("Name at least one file."));

    const InputList list = expandInputs(options.inputs(), InputKind::Annotated, options.has(u"recursive"_s));
    const bool isJson = options.has(u"json"_s);
    bool isAllValid = list.isComplete;
    QJsonArray files;
    for (const Input &input : list.inputs) {
        const QString name = shownName(input);
        IssueList issues;
        if (const Result<QByteArray> bytes = readBytes(input))
            issues = validateNative(bytes.value(), name);
        else
            issues.append({Severity::Error, bytes.error().message, name, 0, -1});
        bool isValid = true;
        QJsonArray problems;
        for (const Issue &issue : std::as_const(issues)) {
            isValid = isValid && issue.severity == Severity::Note;
            if (isJson)
                problems.append(QJsonObject{
                    {u"line"_s, issue.line}, {u"severity"_s, severityName(issue.severity)}, {u"message"_s, issue.message}});
            else
                report(issue, name);
        }
        isAllValid = isAllValid && isValid;
        if (isJson)
            files.append(QJsonObject{{u"file"_s, name}, {u"valid"_s, isValid}, {u"problems"_s, problems}});
        else if (isValid)
            printLine(Text::tr("%1: valid").arg(name));
    }
    if (isJson)
        printJson(QJsonDocument(files));
    return isAllValid ? Done : SomeFailed;
}

} // namespace dateline::cli
