// SPDX-License-Identifier: Apache-2.0
#include "output.h"

#include "console.h"
#include "formats/nativeformat.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace dateline::cli {

namespace {

/// A file that cannot be read through might hold work too.
bool holdsWork(const QString &path)
{
    QFile file(path);
    if (!QFileInfo(path).isFile() || !file.open(QIODevice::ReadOnly))
        return false;
    if (!isNativeFile(file.peek(64 * 1024)))
        return false;
    const Result<LoadedArticle> loaded = readNative(file.readAll(), path);
    if (!loaded)
        return true;
    const AnnotatedArticle &article = loaded.value().article;
    return std::any_of(article.layers.cbegin(), article.layers.cend(), [&](const Layer &layer) {
        const Agent *author = article.agent(layer.info.by);
        return !author || author->kind == AgentKind::Human;
    });
}

} // namespace

Result<Output> Output::plan(const QString &given, const InputList &list, bool isForced)
{
    Output output;
    output.m_given = given;
    output.m_isForced = isForced;
    const bool isOne = list.inputs.size() == 1 && !list.hasFolder;
    if (given.isEmpty()) {
        output.m_kind = isOne ? Kind::StandardOutput : Kind::Beside;
        const bool readsStandardInput = std::any_of(list.inputs.cbegin(), list.inputs.cend(),
                                                    [](const Input &input) { return input.isStandardInput(); });
        if (!isOne && readsStandardInput)
            return Error{ErrorKind::Usage, Text::tr("Standard input has no place beside it: name a folder with -o."), {}, 0};
        return output;
    }
    if (QFileInfo(given).isDir() || given.endsWith(u'/') || !isOne) {
        if (QFileInfo(given).isFile())
            return Error{
                ErrorKind::Usage, Text::tr("Several inputs need a folder after -o; \"%1\" is a file.").arg(given), {}, 0};
        output.m_kind = Kind::Folder;
        return output;
    }
    output.m_kind = Kind::File;
    return output;
}

QString Output::target(const Input &input)
{
    QString path;
    switch (m_kind) {
    case Kind::StandardOutput:
        return {};
    case Kind::File:
        return m_given;
    case Kind::Folder: {
        const QString relative = input.isStandardInput() ? u"standard-input"_s : input.relative;
        const QFileInfo info(relative);
        path = QDir(m_given).filePath(QDir(info.path()).filePath(info.completeBaseName() + u".xml"_s));
        break;
    }
    case Kind::Beside: {
        const QFileInfo info(input.path);
        path = QDir(info.path()).filePath(suggestedNativeName(info.fileName()));
        break;
    }
    }
    path = QDir::cleanPath(path);
    const QString stem = path.endsWith(".xml"_L1) ? path.chopped(4) : path;
    for (int number = 2; m_taken.contains(path); ++number)
        path = u"%1-%2.xml"_s.arg(stem).arg(number);
    m_taken.insert(path);
    return path;
}

Result<void> Output::write(const QString &path, const QByteArray &bytes) const
{
    if (QFileInfo(path).isDir())
        return Error{ErrorKind::Unwritable, Text::tr("This is a folder. Name a file, or end the name with \"/\"."), path, 0};
    if (!m_isForced && holdsWork(path)) {
        return Error{ErrorKind::Conflict,
                     Text::tr("This file holds a person's work and was left as it is. Use --force to replace it."), path, 0};
    }
    if (m_kind == Kind::Folder && !QDir().mkpath(QFileInfo(path).absolutePath()))
        return Error{ErrorKind::Unwritable, Text::tr("The folder cannot be made. Choose another after -o."),
                     QFileInfo(path).path(), 0};
    return saveBytes(path, bytes);
}

} // namespace dateline::cli
