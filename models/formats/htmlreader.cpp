// SPDX-License-Identifier: Apache-2.0
#include "formats/articlereader.h"

#include "formats/htmldocument.h"
#include "text/decoding.h"

#include <QCoreApplication>
#include <QCryptographicHash>

#include <algorithm>
#include <limits>

using namespace Qt::StringLiterals;

namespace dateline {

namespace {

struct Messages
{
    Q_DECLARE_TR_FUNCTIONS(dateline::HtmlReader)
};

/// What the markup says wins; the text decides only about plain paragraphs.
BlockKind mergedKind(std::optional<BlockKind> marked, BlockKind analysed, bool hasHeadline)
{
    if (marked)
        return *marked;
    switch (analysed) {
    case BlockKind::Headline:
        return hasHeadline ? BlockKind::Paragraph : analysed;
    case BlockKind::Lede:
    case BlockKind::Byline:
    case BlockKind::Caption:
    case BlockKind::Quote:
    case BlockKind::ListItem:
    case BlockKind::Crosshead:
        return analysed;
    default:
        return BlockKind::Paragraph;
    }
}

Result<DecodedText> decodeHtml(const QByteArray &html, const QString &encoding)
{
    if (!encoding.isEmpty())
        return decodeText(html, encoding);
    const bool hasMark = html.startsWith("\xEF\xBB\xBF") || html.startsWith("\xFF\xFE") || html.startsWith("\xFE\xFF");
    const QString declared = hasMark ? QString() : declaredHtmlEncoding(html);
    // A page that can be read as ASCII here is not UTF-16, whatever it says.
    if (!declared.isEmpty() && !declared.startsWith(u"utf-16"_s, Qt::CaseInsensitive)) {
        Result<DecodedText> decoded = decodeText(html, declared);
        if (decoded || decoded.error().kind != ErrorKind::Unsupported)
            return decoded;
    }
    return decodeText(html);
}

} // namespace

Result<LoadedArticle> articleFromHtml(const QByteArray &html, const QString &name, const QString &encoding)
{
    if (html.size() > std::numeric_limits<int>::max() / 4)
        return Error{ErrorKind::TooLarge, Messages::tr("The page is too large to be read as one article."), name, 0};
    auto decoded = decodeHtml(html, encoding);
    if (!decoded) {
        Error error = decoded.error();
        error.file = name;
        return error;
    }
    const NormalisedText normalised = normaliseText(decoded.value().text);
    const auto document = HtmlDocument::parse(normalised.text.toUtf8());
    if (!document || document->lines.isEmpty())
        return Error{ErrorKind::Empty, Messages::tr("The page has no visible text. Copy the article's text and paste it."), name,
                     0};

    QString text;
    QList<std::optional<BlockKind>> kinds;
    for (const HtmlDocument::Line &line : document->lines) {
        if (!text.isEmpty())
            text += line.isNewParagraph ? u"\n\n"_s : u"\n"_s;
        // A character reference may name what no text holds.
        text += normaliseText(line.text).text.replace(u'\n', u' ');
        kinds.append(line.kind);
    }
    StructureAnalysis analysis = analyseStructure(text);
    const bool hasHeadline = std::any_of(kinds.begin(), kinds.end(),
                                         [](const auto &kind) { return kind == BlockKind::Headline; });
    for (qsizetype i = 0; i < analysis.blocks.size() && i < kinds.size(); ++i)
        analysis.blocks[i].kind = mergedKind(kinds[i], analysis.blocks[i].kind, hasHeadline);

    LoadedArticle loaded;
    loaded.article.text = ArticleText(text, analysis.blocks, analysis.structures);
    loaded.article.head = document->head;
    loaded.isEncodingCertain = decoded.value().isCertain;
    loaded.encodingCandidates = decoded.value().candidates;
    for (Issue issue : std::as_const(decoded.value().issues)) {
        issue.file = name;
        issue.offset = text.indexOf(QChar::ReplacementCharacter);
        loaded.issues.append(issue);
    }
    if (normalised.replaced > 0)
        loaded.issues.append({Severity::Warning,
                              Messages::tr("%n character(s) that XML cannot hold became U+FFFD.", nullptr,
                                           int(std::min<qsizetype>(normalised.replaced, 1'000'000'000))),
                              name, 0, text.indexOf(QChar::ReplacementCharacter)});
    Source &source = loaded.article.source;
    source.href = name;
    source.format = u"text/html"_s;
    source.encoding = decoded.value().encoding;
    source.sha256 = QString::fromLatin1(QCryptographicHash::hash(html, QCryptographicHash::Sha256).toHex());
    return loaded;
}

} // namespace dateline
