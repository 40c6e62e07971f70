// SPDX-License-Identifier: Apache-2.0
#include "output.h"

#include "console.h"
#include "formats/nativeformat.h"
#include "formats/savefile.h"

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

/// "out/talks.ann" -> "out/talks.txt".
QString besideOf(const QString &path, const QString &suffix)
{
    const QFileInfo info(path);
    return QDir::cleanPath(info.dir().filePath(info.completeBaseName() + suffix));
}

bool holdsAlready(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    return QFileInfo(path).isFile() && file.size() == bytes.size() && file.open(QIODevice::ReadOnly) && file.readAll() == bytes;
}

} // namespace

Result<Output> Output::plan(const QString &given, const InputList &list, bool isForced, const QString &suffix)
{
    Output output;
    output.m_given = given;
    output.m_suffix = suffix;
    for (const Input &input : list.inputs) {
        if (!input.isStandardInput() && suffix != ".xml"_L1) // annotated XML is worked on in its place
            output.m_taken.insert(QFileInfo(input.path).absoluteFilePath());
    }
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
    output.m_taken.clear(); // whoever names an input means it
    return output;
}

QString Output::target(const Input &input, const WrittenFiles &files)
{
    QString path;
    switch (m_kind) {
    case Kind::StandardOutput:
        return {};
    case Kind::File:
        path = m_given;
        break;
    case Kind::Folder: {
        const QString relative = input.isStandardInput() ? u"standard-input"_s : input.relative;
        const QFileInfo info(relative);
        path = QDir(m_given).filePath(QDir(info.path()).filePath(info.completeBaseName() + m_suffix));
        break;
    }
    case Kind::Beside: {
        const QFileInfo info(input.path);
        path = QDir(info.path())
                   .filePath(m_suffix == ".xml"_L1 ? suggestedNativeName(info.fileName()) : info.completeBaseName() + m_suffix);
        break;
    }
    }
    path = QDir::cleanPath(path);
    const QString ending = QFileInfo(path).suffix().isEmpty() ? QString() : u'.' + QFileInfo(path).suffix();
    const QString stem = path.chopped(ending.size());
    const auto isFree = [&](const QString &candidate) {
        if (m_taken.contains(QFileInfo(candidate).absoluteFilePath()))
            return false;
        return std::all_of(files.cbegin() + std::min<qsizetype>(1, files.size()), files.cend(), [&](const WrittenFile &file) {
            const QString beside = besideOf(candidate, file.suffix);
            return !m_taken.contains(QFileInfo(beside).absoluteFilePath()) || holdsAlready(beside, file.bytes);
        });
    };
    for (int number = 2; !isFree(path); ++number)
        path = stem + u"-%1"_s.arg(number) + ending;
    m_taken.insert(QFileInfo(path).absoluteFilePath());
    for (qsizetype i = 1; i < files.size(); ++i)
        m_taken.insert(QFileInfo(besideOf(path, files.at(i).suffix)).absoluteFilePath());
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

Result<void> Output::write(const QString &path, const WrittenFiles &files) const
{
    const bool isNew = !QFileInfo::exists(path);
    // The main file comes last: once it is there, everything that it needs is.
    for (qsizetype i = files.size() - 1; i >= 0; --i) {
        const QString place = i == 0 ? path : besideOf(path, files.at(i).suffix);
        if (i > 0 && place == path)
            return Error{ErrorKind::Conflict,
                         Text::tr("\"%1\" is the name of the file beside it. Name the one that ends in \"%2\".")
                             .arg(path, files.first().suffix),
                         path, 0};
        if (i > 0 && holdsAlready(place, files.at(i).bytes))
            continue;
        if (i > 0 && isNew && !m_isForced && QFileInfo::exists(place))
            return Error{ErrorKind::Conflict,
                         Text::tr("This file is already there and differs; it was left as it is. Use --force to replace it."),
                         place, 0};
        if (const Result<void> written = write(place, files.at(i).bytes); !written)
            return written;
    }
    return {};
}

} // namespace dateline::cli
