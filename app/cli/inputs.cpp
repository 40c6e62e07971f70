// SPDX-License-Identifier: Apache-2.0
#include "inputs.h"

#include "console.h"
#include "formats/formatregistry.h"
#include "formats/nativeformat.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QFileInfo>
#include <QRegularExpression>

#include <algorithm>
#include <cstdio>

using namespace Qt::StringLiterals;

namespace dateline::cli {

namespace {

const qint64 MaximumBytes = ReadOptions{}.maximumBytes;

QStringList filters(InputKind kind, QStringList suffixes)
{
    if (kind == InputKind::Annotated)
        return {u"*.xml"_s};
    if (kind == InputKind::Convertible) {
        if (suffixes.isEmpty()) {
            for (const Format &format : formats()) {
                if (format.canRead())
                    suffixes += format.suffixes();
            }
        }
        return suffixes.replaceInStrings(QRegularExpression(u"^"_s), u"*."_s);
    }
    return {u"*.txt"_s, u"*.text"_s, u"*.htm"_s, u"*.html"_s, u"*.xhtml"_s, u"*.xml"_s};
}

} // namespace

InputList expandInputs(const QStringList &arguments, InputKind kind, bool recursive, const QStringList &suffixes)
{
    InputList list;
    for (const QString &argument : arguments) {
        const QFileInfo info(argument);
        if (argument == "-"_L1 || !info.isDir()) {
            list.inputs.append({argument, info.fileName()});
            continue;
        }
        list.hasFolder = true;
        QStringList found;
        QDirIterator files(argument, filters(kind, suffixes), QDir::Files | QDir::Readable,
                           recursive ? QDirIterator::Subdirectories : QDirIterator::NoIteratorFlags);
        while (files.hasNext()) {
            const QString path = files.next();
            if (kind == InputKind::Articles && path.endsWith(".annotated.xml"_L1))
                continue;
            // brat's text is read with the .ann beside it.
            if (kind == InputKind::Convertible && suffixes.isEmpty() && path.endsWith(".txt"_L1)
                && QFileInfo::exists(path.chopped(4) + u".ann"_s))
                continue;
            found.append(path);
        }
        std::sort(found.begin(), found.end());
        if (found.isEmpty()) {
            report(Error{ErrorKind::Empty,
                         recursive
                             ? Text::tr("There is no article in this folder.")
                             : Text::tr("There is no article in this folder itself. Use --recursive to look into its folders."),
                         argument, 0});
            list.isComplete = false;
        }
        for (const QString &path : std::as_const(found))
            list.inputs.append({path, QDir(argument).relativeFilePath(QFileInfo(path).absoluteFilePath())});
    }
    return list;
}

QString shownName(const Input &input) { return input.isStandardInput() ? Text::tr("standard input") : input.path; }

Result<QByteArray> readBytes(const Input &input)
{
    QFile file(input.path);
    if (input.isStandardInput()) {
        if (!file.open(stdin, QIODevice::ReadOnly))
            return Error{ErrorKind::Unreadable, Text::tr("It cannot be read: %1.").arg(file.errorString()), shownName(input), 0};
    } else {
        const QFileInfo info(input.path);
        if (!info.exists())
            return Error{ErrorKind::NotFound, Text::tr("There is no such file. Check the name."), input.path, 0};
        if (info.isDir())
            return Error{ErrorKind::Unreadable, Text::tr("This is a folder. Name a file in it."), input.path, 0};
        if (!file.open(QIODevice::ReadOnly))
            return Error{ErrorKind::Unreadable, Text::tr("It cannot be read: %1.").arg(file.errorString()), input.path, 0};
    }
    const QByteArray bytes = file.read(MaximumBytes + 1);
    if (bytes.size() > MaximumBytes)
        return Error{ErrorKind::TooLarge, Text::tr("It is larger than %n MB. Split it.", nullptr, int(MaximumBytes >> 20)),
                     shownName(input), 0};
    if (file.error() != QFileDevice::NoError)
        return Error{ErrorKind::Unreadable, Text::tr("It cannot be read: %1.").arg(file.errorString()), shownName(input), 0};
    return bytes;
}

Result<LoadedArticle> readInput(const Input &input)
{
    if (!input.isStandardInput())
        return readArticleFile(input.path);
    const Result<QByteArray> bytes = readBytes(input);
    if (!bytes)
        return bytes.error();
    return readArticleBytes(bytes.value(), shownName(input));
}

Result<LoadedArticle> readAnnotated(const Input &input)
{
    const Result<QByteArray> bytes = readBytes(input);
    if (!bytes)
        return bytes.error();
    if (!isNativeFile(bytes.value())) {
        return Error{ErrorKind::Unsupported,
                     Text::tr("This is not an annotated article of Dateline. Make one with \"dateline-cli annotate\"."),
                     shownName(input), 0};
    }
    return readNative(bytes.value(), shownName(input));
}

QList<NamedArticle> readAllAnnotated(const InputList &list, bool &isComplete)
{
    QList<NamedArticle> articles;
    for (const Input &input : list.inputs) {
        Result<LoadedArticle> loaded = readAnnotated(input);
        if (!loaded) {
            report(loaded.error());
            isComplete = false;
            continue;
        }
        for (const Issue &issue : loaded.value().issues)
            report(issue, shownName(input));
        articles.append({shownName(input), std::move(loaded).value().article});
    }
    return articles;
}

} // namespace dateline::cli
