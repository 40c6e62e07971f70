// SPDX-License-Identifier: Apache-2.0
#include "ui/dialogs/exportpreview.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QHash>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace dateline {

namespace {

struct Messages
{
    Q_DECLARE_TR_FUNCTIONS(dateline::ExportPreview)
};

constexpr int MostLines = 200;
constexpr qsizetype MostBytes = 24 * 1024;

ExportPreview::File previewOf(const QString &name, const QByteArray &bytes)
{
    qsizetype end = 0;
    for (int line = 0; line < MostLines && end < bytes.size() && end <= MostBytes; ++line) {
        const qsizetype newline = bytes.indexOf('\n', end);
        end = newline < 0 ? bytes.size() : newline + 1;
    }
    if (end > MostBytes) {
        end = MostBytes;
        while (end > 0 && (uchar(bytes.at(end)) & 0xC0) == 0x80) // not inside a character
            --end;
    }
    QString beginning = QString::fromUtf8(bytes.first(end));
    beginning.remove(u'\r');
    if (beginning.endsWith(u'\n'))
        beginning.chop(1);
    return {name, beginning, bytes.size(), end < bytes.size()};
}

QString patternsOf(const Format &format)
{
    QStringList patterns;
    const QStringList endings = format.suffixes();
    for (const QString &ending : endings) {
        // "annotated.xml" is among the files that "xml" shows.
        if (!endings.contains(ending.section(u'.', -1)) || !ending.contains(u'.'))
            patterns.append(u"*."_s + ending);
    }
    return patterns.join(u' ');
}

} // namespace

bool ExportChoice::isWhole() const { return format && format->name == "native"_L1; }

ExportedArticle ExportChoice::of(const AnnotatedArticle &article, const QString &name) const
{
    if (isWhole())
        return {name, article, 0, 0};
    return exported(article, layer, statuses, name);
}

ExportPreview previewOf(const AnnotatedArticle &article, const QString &name, const ExportChoice &choice)
{
    ExportPreview preview;
    const ExportedArticle exported = choice.of(article, name);
    const QList<Loss> losses = lossesOf(*choice.format, exported);
    for (const Loss &loss : losses)
        preview.losses.append(toSentence(loss, shortTitle(*choice.format)));
    const WrittenFiles files = writeArticle(*choice.format, exported);
    for (const WrittenFile &file : files) {
        const bool isMain = preview.files.isEmpty();
        preview.files.append(previewOf(name + (isMain ? u'.' + usualEnding(*choice.format) : file.suffix), file.bytes));
    }
    return preview;
}

QString shortTitle(const Format &format)
{
    if (format.name == "native"_L1)
        return Messages::tr("annotated XML");
    if (format.name == "text"_L1)
        return Messages::tr("plain text");
    static const QHash<QLatin1StringView, QLatin1StringView> titles{
        {"jsonl"_L1, "JSON lines"_L1}, {"conll"_L1, "CoNLL"_L1}, {"csv"_L1, "CSV"_L1}, {"html"_L1, "HTML"_L1}};
    return titles.value(format.name, format.name);
}

QString usualEnding(const Format &format) { return format.suffixes().first(); }

QString besidePath(const QString &mainPath, const QString &suffix)
{
    const QFileInfo info(mainPath);
    const QString base = info.completeBaseName().isEmpty() ? info.fileName() : info.completeBaseName();
    return info.dir().filePath(base + suffix);
}

QString withEnding(const QString &path, const Format &format)
{
    const QStringList endings = format.suffixes();
    const bool hasEnding = std::any_of(endings.cbegin(), endings.cend(),
                                       [&](const QString &ending) { return path.endsWith(u'.' + ending, Qt::CaseInsensitive); });
    return hasEnding ? path : path + u'.' + usualEnding(format);
}

QString filterOf(const Format &format) { return translatedTitle(format) + u" ("_s + patternsOf(format) + u')'; }

QString filterOfReadable()
{
    QStringList all;
    QStringList single;
    for (const Format &format : formats()) {
        if (!format.canRead())
            continue;
        all.append(patternsOf(format));
        single.append(filterOf(format));
    }
    single.prepend(Messages::tr("Articles (%1)").arg(all.join(u' ')));
    single.append(Messages::tr("All files (*)"));
    return single.join(u";;"_s);
}

} // namespace dateline
