// SPDX-License-Identifier: Apache-2.0
#include "formats/htmldocument.h"

#include <QHash>
#include <QRegularExpression>
#include <QSet>

#include <algorithm>
#include <libxml/HTMLparser.h>
#include <libxml/tree.h>
#include <memory>

using namespace Qt::StringLiterals;

namespace dateline {

namespace {

QString fromXml(const xmlChar *text) { return text ? QString::fromUtf8(reinterpret_cast<const char *>(text)) : QString(); }

QString nameOf(const xmlNode *node) { return fromXml(node->name).toLower(); }

QString attributeOf(xmlNode *node, const char *name)
{
    xmlChar *value = xmlGetNoNsProp(node, reinterpret_cast<const xmlChar *>(name));
    const QString result = fromXml(value);
    if (value)
        xmlFree(value);
    return result;
}

bool hasAttribute(xmlNode *node, const char *name)
{
    return xmlHasProp(node, reinterpret_cast<const xmlChar *>(name)) != nullptr;
}

const QSet<QString> &leftOut()
{
    static const QSet<QString> names{u"script"_s, u"style"_s,  u"noscript"_s, u"template"_s, u"nav"_s,    u"head"_s,
                                     u"footer"_s, u"aside"_s,  u"form"_s,     u"button"_s,   u"select"_s, u"textarea"_s,
                                     u"iframe"_s, u"svg"_s,    u"math"_s,     u"object"_s,   u"canvas"_s, u"audio"_s,
                                     u"video"_s,  u"dialog"_s, u"title"_s};
    return names;
}

const QSet<QString> &blockNames()
{
    static const QSet<QString> names{
        u"p"_s,     u"div"_s,     u"section"_s,    u"article"_s, u"main"_s,       u"header"_s,  u"h1"_s,    u"h2"_s,
        u"h3"_s,    u"h4"_s,      u"h5"_s,         u"h6"_s,      u"ul"_s,         u"ol"_s,      u"li"_s,    u"dl"_s,
        u"dt"_s,    u"dd"_s,      u"blockquote"_s, u"figure"_s,  u"figcaption"_s, u"pre"_s,     u"table"_s, u"tbody"_s,
        u"thead"_s, u"tr"_s,      u"td"_s,         u"th"_s,      u"caption"_s,    u"address"_s, u"hr"_s,    u"body"_s,
        u"html"_s,  u"details"_s, u"summary"_s,    u"center"_s,  u"footer"_s,     u"aside"_s,   u"nav"_s,   u"form"_s};
    return names;
}

bool isHidden(xmlNode *node, const QString &name)
{
    if (leftOut().contains(name))
        return true;
    if (!node->properties)
        return false;
    if (hasAttribute(node, "hidden") || attributeOf(node, "aria-hidden").compare(u"true", Qt::CaseInsensitive) == 0)
        return true;
    const QString role = attributeOf(node, "role").toLower();
    if (role == u"navigation" || role == u"banner" || role == u"contentinfo" || role == u"search" || role == u"complementary")
        return true;
    const QString style = attributeOf(node, "style").toLower().remove(u' ');
    return style.contains(u"display:none"_s) || style.contains(u"visibility:hidden"_s);
}

/// Next node in document order within `root`; does not descend when `descend` is false.
xmlNode *following(xmlNode *node, const xmlNode *root, bool descend)
{
    if (descend && node->children)
        return node->children;
    while (node && node != root) {
        if (node->next)
            return node->next;
        node = node->parent;
    }
    return nullptr;
}

qsizetype textSize(xmlNode *root)
{
    qsizetype size = 0;
    bool descend = true;
    for (xmlNode *node = root; node; node = following(node, root, descend)) {
        descend = node->type != XML_ELEMENT_NODE || !isHidden(node, nameOf(node)) || node == root;
        if (node->type == XML_TEXT_NODE && node->content)
            size += qsizetype(qstrlen(reinterpret_cast<const char *>(node->content)));
    }
    return size;
}

/// Collects lines while the tree is walked.
class LineCollector
{
public:
    explicit LineCollector(QList<HtmlDocument::Line> &lines) : m_lines(lines) { }

    void addText(const QString &text, bool isPreformatted)
    {
        for (const QChar c : text) {
            if (isPreformatted && c == u'\n') {
                endLine();
                m_isAfterBreak = true;
            } else if (c == u' ' || c == u'\t' || c == u'\n' || c == u'\r' || c == u'\f') {
                if (isPreformatted)
                    m_line += c == u'\r' ? QChar(u' ') : c;
                else
                    m_hasSpace = true;
            } else {
                if (m_hasSpace && !m_line.isEmpty())
                    m_line += u' ';
                m_hasSpace = false;
                m_line += c;
            }
        }
    }
    void lineBreak()
    {
        const bool wasEmpty = m_line.isEmpty();
        endLine();
        m_isAfterBreak = !wasEmpty; // a second <br> makes a paragraph
    }
    void blockBoundary()
    {
        endLine();
        m_isAfterBreak = false;
    }
    void setKind(std::optional<BlockKind> kind) { m_kind = kind; }
    [[nodiscard]] std::optional<BlockKind> kind() const { return m_kind; }
    void finish() { blockBoundary(); }

private:
    void endLine()
    {
        while (!m_line.isEmpty() && m_line.back() == u' ')
            m_line.chop(1);
        if (!m_line.trimmed().isEmpty()) {
            const bool joins = m_isAfterBreak && !m_lines.isEmpty() && m_lines.last().kind == m_kind;
            m_lines.append({m_line, m_kind, !joins});
        }
        m_line.clear();
        m_hasSpace = false;
    }

    QList<HtmlDocument::Line> &m_lines;
    QString m_line;
    std::optional<BlockKind> m_kind;
    bool m_hasSpace = false;
    bool m_isAfterBreak = false;
};

std::optional<BlockKind> kindOf(const QString &name)
{
    static const QHash<QString, BlockKind> kinds{{u"h1"_s, BlockKind::Headline},        {u"h2"_s, BlockKind::Crosshead},
                                                 {u"h3"_s, BlockKind::Crosshead},       {u"h4"_s, BlockKind::Crosshead},
                                                 {u"h5"_s, BlockKind::Crosshead},       {u"h6"_s, BlockKind::Crosshead},
                                                 {u"li"_s, BlockKind::ListItem},        {u"blockquote"_s, BlockKind::Quote},
                                                 {u"figcaption"_s, BlockKind::Caption}, {u"caption"_s, BlockKind::Caption}};
    const auto found = kinds.constFind(name);
    return found == kinds.constEnd() ? std::nullopt : std::optional(*found);
}

void collectLines(xmlNode *root, QList<HtmlDocument::Line> &lines)
{
    LineCollector collector(lines);
    struct Open
    {
        xmlNode *node;
        std::optional<BlockKind> outerKind;
        bool isBlock;
        bool isPreformatted;
    };
    QList<Open> open;
    bool isPreformatted = false;
    xmlNode *node = root;
    while (node) {
        bool descend = false;
        if (node->type == XML_TEXT_NODE || node->type == XML_CDATA_SECTION_NODE) {
            collector.addText(fromXml(node->content), isPreformatted);
        } else if (node->type == XML_ELEMENT_NODE) {
            const QString name = nameOf(node);
            if (name == u"br") {
                collector.lineBreak();
            } else if (node == root || !isHidden(node, name)) {
                const bool isBlock = blockNames().contains(name);
                if (isBlock)
                    collector.blockBoundary();
                if (node->children) {
                    open.append({node, collector.kind(), isBlock, isPreformatted});
                    if (const auto kind = kindOf(name))
                        collector.setKind(kind);
                    isPreformatted = isPreformatted || name == u"pre";
                    descend = true;
                }
            } else if (blockNames().contains(name)) {
                collector.blockBoundary();
            }
        }
        if (descend) {
            node = node->children;
            continue;
        }
        while (node && node != root && !node->next) {
            node = node->parent;
            if (!open.isEmpty() && open.last().node == node) {
                const Open closed = open.takeLast();
                if (closed.isBlock)
                    collector.blockBoundary();
                collector.setKind(closed.outerKind);
                isPreformatted = closed.isPreformatted;
            }
        }
        node = node && node != root ? node->next : nullptr;
    }
    collector.finish();
}

/// "2024-03-21", "2024-03-21T09:00:00Z": only ISO forms are taken over.
QString isoDate(const QString &text)
{
    static const QRegularExpression pattern(
        uR"(^\d{4}-\d{2}-\d{2}(?:[T ]\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?\s*(?:Z|[+-]\d{2}:?\d{2})?)?$)"_s);
    const QString trimmed = text.trimmed();
    return pattern.match(trimmed).hasMatch() ? trimmed : QString();
}

void readMeta(xmlNode *node, QHash<QString, QString> &meta)
{
    for (const char *key : {"property", "name", "itemprop"}) {
        const QString name = attributeOf(node, key).toLower();
        const QString content = attributeOf(node, "content").simplified();
        if (!name.isEmpty() && !content.isEmpty() && !meta.contains(name))
            meta.insert(name, content);
    }
}

QString firstOf(const QHash<QString, QString> &meta, const QStringList &names)
{
    for (const QString &name : names) {
        if (const QString value = meta.value(name); !value.isEmpty())
            return value;
    }
    return {};
}

Head readHead(xmlNode *root)
{
    Head head;
    QHash<QString, QString> meta;
    QString title;
    QString firstTime;
    for (xmlNode *node = root; node; node = following(node, root, true)) {
        if (node->type != XML_ELEMENT_NODE)
            continue;
        const QString name = nameOf(node);
        if (name == u"meta") {
            readMeta(node, meta);
        } else if (name == u"title" && title.isEmpty()) {
            xmlChar *content = xmlNodeGetContent(node);
            title = fromXml(content).simplified();
            xmlFree(content);
        } else if (name == u"html" && head.language.isEmpty()) {
            head.language = attributeOf(node, "lang").trimmed();
            if (head.language.isEmpty())
                head.language = attributeOf(node, "xml:lang").trimmed();
        } else if (name == u"link" && attributeOf(node, "rel").toLower() == u"canonical" && head.url.isEmpty()) {
            head.url = attributeOf(node, "href").trimmed();
        } else if (name == u"time" && firstTime.isEmpty()) {
            firstTime = isoDate(attributeOf(node, "datetime"));
        } else if (name == u"a" && attributeOf(node, "rel").toLower() == u"author" && head.byline.isEmpty()) {
            xmlChar *content = xmlNodeGetContent(node);
            head.byline = fromXml(content).simplified();
            xmlFree(content);
        }
    }
    static const QRegularExpression language(uR"(^[A-Za-z]{1,8}(?:-[A-Za-z0-9]{1,8})*$)"_s);
    if (!language.match(head.language).hasMatch())
        head.language.clear();
    head.title = firstOf(meta, {u"og:title"_s, u"twitter:title"_s, u"dc.title"_s, u"headline"_s});
    if (head.title.isEmpty())
        head.title = title;
    for (const QString &name : {u"article:published_time"_s, u"datepublished"_s, u"dc.date"_s, u"dc.date.issued"_s, u"date"_s,
                                u"pubdate"_s, u"parsely-pub-date"_s, u"sailthru.date"_s}) {
        if (head.published.isEmpty())
            head.published = isoDate(meta.value(name));
    }
    if (head.published.isEmpty())
        head.published = firstTime;
    if (const QString author = firstOf(meta, {u"author"_s, u"dc.creator"_s, u"byl"_s, u"parsely-author"_s, u"article:author"_s});
        !author.isEmpty() && !author.startsWith(u"http"_s))
        head.byline = author;
    if (head.url.isEmpty())
        head.url = firstOf(meta, {u"og:url"_s});
    head.rights = firstOf(meta, {u"copyright"_s, u"dc.rights"_s, u"rights"_s});
    return head;
}

/// The one part of a page that holds the article, when the markup names it and it holds most of
/// the text; else the whole.
xmlNode *contentRoot(xmlNode *root)
{
    xmlNode *best = nullptr;
    qsizetype bestSize = 0;
    for (xmlNode *node = root; node; node = following(node, root, true)) {
        if (node->type != XML_ELEMENT_NODE)
            continue;
        const QString name = nameOf(node);
        if ((name == u"article" || name == u"main") && !isHidden(node, name)) {
            const qsizetype size = textSize(node);
            // The inner of two nested ones wins unless it holds clearly less.
            if (size > bestSize || (name == u"article" && size * 10 >= bestSize * 8)) {
                best = node;
                bestSize = size;
            }
        }
    }
    return best && bestSize * 5 >= textSize(root) * 2 ? best : root;
}

} // namespace

std::optional<HtmlDocument> HtmlDocument::parse(const QByteArray &utf8)
{
    xmlInitParser();
    const int options = HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING | HTML_PARSE_NONET | HTML_PARSE_COMPACT;
    const std::unique_ptr<xmlDoc, decltype(&xmlFreeDoc)> document(
        htmlReadMemory(utf8.constData(), int(utf8.size()), nullptr, "UTF-8", options), &xmlFreeDoc);
    if (!document)
        return std::nullopt;
    xmlNode *root = xmlDocGetRootElement(document.get());
    if (!root)
        return std::nullopt;
    HtmlDocument result;
    result.head = readHead(root);
    collectLines(contentRoot(root), result.lines);

    // Of several first-level headings only the first is the headline; a page without one has its
    // headline in the first heading that stands before any paragraph.
    bool hasHeadline = false;
    for (Line &line : result.lines) {
        if (line.kind == BlockKind::Headline) {
            if (hasHeadline)
                line.kind = BlockKind::Crosshead;
            hasHeadline = true;
        }
    }
    if (!hasHeadline && !result.lines.isEmpty() && result.lines.first().kind == BlockKind::Crosshead)
        result.lines.first().kind = BlockKind::Headline;
    return result;
}

QString declaredHtmlEncoding(const QByteArray &html)
{
    static const QRegularExpression pattern(uR"(<meta\b[^>]{0,300}?\bcharset\s*=\s*["']?\s*([A-Za-z0-9_.:-]{2,40}))"_s,
                                            QRegularExpression::CaseInsensitiveOption);
    return pattern.match(QString::fromLatin1(html.left(4096))).captured(1);
}

} // namespace dateline
