// SPDX-License-Identifier: Apache-2.0
// A page that stands alone: the marked article, a legend and the entities. No script and nothing that
// is fetched; light and dark by the reader's preference; made for print, too.
#include "formats/formatfunctions.h"

#include <QCoreApplication>
#include <QHash>
#include <QRegularExpression>
#include <QUrl>

#include <algorithm>
#include <queue>

using namespace Qt::StringLiterals;

namespace dateline {

namespace {

struct Messages
{
    Q_DECLARE_TR_FUNCTIONS(dateline::HtmlWriter)
};

/// Marks open at one place. Crossing marks are closed and opened again where they cross, so without
/// a bound a page could grow with the square of its mentions.
constexpr size_t DeepestMarks = 40;

constexpr char Style[] =
    ":root{color-scheme:light dark;--text:#1d2127;--soft:#5b6470;--line:#d5dae1;--page:#fff}\n"
    "@media(prefers-color-scheme:dark){:root{--text:#e4e7eb;--soft:#a3acb8;--line:#3b424c;--page:#16191d}}\n"
    "body{margin:0 auto;max-width:46rem;padding:1.5rem;background:var(--page);color:var(--text);"
    "font:1rem/1.65 Georgia,'Times New Roman',serif}\n"
    "h1{font-size:1.6rem;line-height:1.25}h2{font-size:1.1rem}\n"
    "p,h1,h2,blockquote{white-space:pre-wrap;overflow-wrap:anywhere;margin:.7em 0}\n"
    "dl,section{font:.875rem/1.5 system-ui,sans-serif}section{border-top:1px solid var(--line);margin-top:2rem}\n"
    "dl{display:grid;grid-template-columns:max-content 1fr;gap:.1rem .8rem;color:var(--soft);margin:0}dd{margin:0}\n"
    "ul{padding-left:1.2rem}section ul.legend{list-style:none;padding:0;display:flex;flex-wrap:wrap;gap:.3rem 1rem}\n"
    "mark{background:color-mix(in srgb,var(--c,#808080) 14%,transparent);border-radius:.2em .2em 0 0;"
    "color:inherit;border-bottom:2px solid var(--c,#808080);padding-bottom:.05em}\n"
    "mark.suggested{border-bottom-style:dashed}mark.rejected,mark.withdrawn{background:none;border-bottom-style:dotted;"
    "text-decoration:line-through}\n"
    "mark>i::after{content:attr(data-type);font:600 .6em/1 system-ui,sans-serif;color:var(--soft);"
    "margin-left:.25em;vertical-align:.35em}\n"
    "a{color:inherit}mark:target{outline:2px solid var(--c)}\n"
    "@media print{body{max-width:none;padding:0;font-size:11pt}section{break-inside:avoid-page}"
    "a{text-decoration:none}mark{print-color-adjust:exact;-webkit-print-color-adjust:exact}}\n";

QString escaped(QStringView text) { return text.toString().toHtmlEscaped(); }

/// Colours come from files: anything but "#rrggbb" is not let into a style sheet.
QString safeColor(const QString &color)
{
    static const QRegularExpression pattern(u"^#[0-9A-Fa-f]{6}$"_s);
    return pattern.match(color).hasMatch() ? color : u"#808080"_s;
}

/// Half way to white, for a dark page.
QString lighter(const QString &color)
{
    QString result = u"#"_s;
    for (int i = 1; i < 7; i += 2)
        result += u"%1"_s.arg((QStringView(color).sliced(i, 2).toInt(nullptr, 16) + 255) / 2, 2, 16, QChar(u'0'));
    return result;
}

/// Links come from files, too: only ones that open a page.
QString linked(const QString &link, const QString &label)
{
    const QString scheme = QUrl(link).scheme();
    if (scheme != "http"_L1 && scheme != "https"_L1)
        return escaped(label);
    return u"<a rel=\"noreferrer\" href=\"%1\">%2</a>"_s.arg(escaped(link), escaped(label));
}

struct Part
{
    Span span;
    qsizetype mention = 0; ///< row
    bool isFirst = false;
    bool isLast = false;
};

struct Parts
{
    QList<Part> shown; ///< by begin, longer first
    qsizetype tooDeep = 0;
};

Parts partsOf(const QList<Mention> &mentions)
{
    QList<Part> all;
    for (qsizetype i = 0; i < mentions.size(); ++i) {
        const QList<Span> &spans = mentions.at(i).spans;
        for (const Span &span : spans)
            all.append({span, i, span == spans.first(), span == spans.last()});
    }
    std::stable_sort(all.begin(), all.end(), [](const Part &a, const Part &b) {
        return a.span.begin != b.span.begin ? a.span.begin < b.span.begin : a.span.end > b.span.end;
    });
    Parts parts;
    std::priority_queue<qsizetype, std::vector<qsizetype>, std::greater<>> ends;
    for (const Part &part : std::as_const(all)) {
        while (!ends.empty() && ends.top() <= part.span.begin)
            ends.pop();
        if (ends.size() >= DeepestMarks) {
            ++parts.tooDeep;
            continue;
        }
        ends.push(part.span.end);
        parts.shown.append(part);
    }
    return parts;
}

class HtmlWriter
{
public:
    explicit HtmlWriter(const ExportedArticle &exported)
        : m_exported(exported)
        , m_article(exported.article)
        , m_mentions(exported.mentions())
        , m_parts(partsOf(m_mentions).shown)
    {
        for (const TypeDefinition &type : m_article.tagset.types)
            m_definitions.insert(type.id, type);
        for (const Mention &mention : std::as_const(m_mentions)) {
            if (!m_rows.contains(mention.type)) {
                m_rows.insert(mention.type, m_types.size());
                m_types.append(mention.type);
            }
            ++m_counts[mention.type];
        }
    }

    QByteArray write()
    {
        const QString language = m_article.head.language;
        m_out += u"<!DOCTYPE html>\n<html%1>\n<head>\n<meta charset=\"utf-8\">\n"
                 "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n"
                 "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"_s.arg(
                     language.isEmpty() ? QString() : u" lang=\"%1\""_s.arg(escaped(language)));
        m_out += u"<title>%1</title>\n<style>\n"_s.arg(escaped(m_article.title())) + QLatin1StringView(Style) + typeStyles()
               + u"</style>\n</head>\n<body>\n<main>\n"_s;
        writeHead();
        m_out += u"<article>\n"_s;
        for (const Block &block : m_article.text.blocks())
            writeBlock(block);
        m_out += u"</article>\n"_s;
        writeLegend();
        writeEntities();
        m_out += u"</main>\n</body>\n</html>\n"_s;
        return m_out.toUtf8();
    }

private:
    [[nodiscard]] QString typeName(const QString &type) const
    {
        const QString name = m_definitions.value(type).name;
        return name.isEmpty() ? type : name;
    }

    [[nodiscard]] QString typeStyles() const
    {
        QString light;
        QString dark;
        for (qsizetype i = 0; i < m_types.size(); ++i) {
            const QString color = safeColor(m_definitions.value(m_types.at(i)).color);
            light += u".t%1{--c:%2}"_s.arg(i).arg(color);
            dark += u".t%1{--c:%2}"_s.arg(i).arg(lighter(color));
        }
        return light + u"\n@media(prefers-color-scheme:dark){"_s + dark + u"}\n@media print{"_s + light + u"}\n"_s;
    }

    void writeHead()
    {
        const Head &head = m_article.head;
        QString rows;
        const auto row = [&rows](const QString &label, const QString &html) {
            if (!html.isEmpty())
                rows += u"<dt>%1</dt><dd>%2</dd>\n"_s.arg(escaped(label), html);
        };
        const bool isTitleInText = head.title.isEmpty() || head.title == m_article.text.title();
        if (!isTitleInText)
            row(Messages::tr("Title"), escaped(head.title));
        row(Messages::tr("Published"), escaped(head.published));
        row(Messages::tr("Byline"), escaped(head.byline));
        row(Messages::tr("Agency"), escaped(head.agency));
        row(Messages::tr("Place"), escaped(head.place));
        row(Messages::tr("Address"), head.url.isEmpty() ? QString() : linked(head.url, head.url));
        row(Messages::tr("Rights"), escaped(head.rights));
        for (const Attribute &attribute : head.attributes)
            row(attribute.name, escaped(attribute.value));
        if (!m_mentions.isEmpty())
            row(Messages::tr("Annotated by"), escaped(m_exported.annotator()));
        if (!rows.isEmpty())
            m_out += u"<header><dl>\n"_s + rows + u"</dl></header>\n"_s;
    }

    void writeBlock(const Block &block)
    {
        QLatin1StringView element = "p"_L1;
        if (block.kind == BlockKind::Headline)
            element = "h1"_L1;
        else if (block.kind == BlockKind::Crosshead)
            element = "h2"_L1;
        else if (block.kind == BlockKind::Quote)
            element = "blockquote"_L1;
        m_out += u"<%1 class=\"%2\">"_s.arg(element, toName(block.kind));
        qsizetype at = block.span.begin;
        // Marks that the block before left open go on in this one.
        QList<Part> open;
        std::swap(open, m_open);
        for (const Part &part : std::as_const(open)) {
            if (part.span.end > block.span.begin)
                push(part);
        }
        while (at < block.span.end) {
            while (m_next < m_parts.size() && m_parts.at(m_next).span.begin <= at) {
                if (m_parts.at(m_next).span.end > at)
                    push(m_parts.at(m_next));
                ++m_next;
            }
            qsizetype stop = block.span.end;
            if (m_next < m_parts.size())
                stop = std::min(stop, m_parts.at(m_next).span.begin);
            for (const Part &part : std::as_const(m_open))
                stop = std::min(stop, part.span.end);
            m_out += escaped(m_article.text.view({at, stop}));
            at = stop;
            closeAt(at);
        }
        for (qsizetype i = m_open.size(); i > 0; --i)
            m_out += u"</mark>"_s;
        m_out += u"</%1>\n"_s.arg(element);
    }

    /// Ends the marks that end here; those above them are closed and opened again.
    void closeAt(qsizetype at)
    {
        const auto ends = [at](const Part &part) { return part.span.end <= at; };
        const qsizetype lowest = std::find_if(m_open.cbegin(), m_open.cend(), ends) - m_open.cbegin();
        if (lowest == m_open.size())
            return;
        const QList<Part> above = m_open.sliced(lowest);
        for (qsizetype i = above.size() - 1; i >= 0; --i) {
            // The label stands once, where the last piece ends; a style sheet shows it, so that it is no text.
            if (above.at(i).isLast && ends(above.at(i)))
                m_out += label(m_mentions.at(above.at(i).mention).type);
            m_out += u"</mark>"_s;
        }
        m_open.resize(lowest);
        for (const Part &part : above) {
            if (!ends(part))
                push(part);
        }
    }

    void push(Part part)
    {
        const Mention &mention = m_mentions.at(part.mention);
        m_out += u"<mark class=\"t%1 %2\" title=\"%3\""_s.arg(QString::number(m_rows.value(mention.type)), toName(mention.status),
                                                              escaped(tip(mention)));
        if (part.isFirst)
            m_out += u" id=\"m%1\""_s.arg(mention.id);
        m_out += u'>';
        part.isFirst = false;
        m_open.append(part);
    }

    [[nodiscard]] static QString label(const QString &type)
    {
        return u"<i data-type=\"%1\"></i>"_s.arg(escaped(typeLabel(type)));
    }

    [[nodiscard]] QString tip(const Mention &mention) const
    {
        QStringList facts{typeName(mention.type)};
        const Layer &layer = *m_exported.layer();
        if (const Entity *entity = layer.entity(mention.entity))
            facts.append(entity->name);
        facts.append(statusName(mention.status));
        if (mention.isUnsure)
            facts.append(Messages::tr("unsure"));
        if (mention.confidence >= 0)
            facts.append(Messages::tr("confidence %1").arg(mention.confidence));
        for (const QString &value : {mention.norm, mention.why, effectiveLink(layer, mention)}) {
            if (!value.isEmpty())
                facts.append(value);
        }
        for (const Note &note : mention.notes)
            facts.append(note.text);
        return facts.join(u"\n"_s);
    }

    [[nodiscard]] static QString statusName(Status status)
    {
        switch (status) {
        case Status::Suggested:
            return Messages::tr("suggested");
        case Status::Accepted:
            return Messages::tr("accepted");
        case Status::Rejected:
            return Messages::tr("rejected");
        case Status::Withdrawn:
            break;
        }
        return Messages::tr("withdrawn");
    }

    void writeLegend()
    {
        if (m_types.isEmpty())
            return;
        m_out += u"<section aria-label=\"%1\">\n<h2>%1</h2>\n<ul class=\"legend\">\n"_s.arg(escaped(Messages::tr("Types")));
        for (qsizetype i = 0; i < m_types.size(); ++i)
            m_out += u"<li><mark class=\"t%1 accepted\">%2%3</mark> %4</li>\n"_s.arg(
                QString::number(i), escaped(typeName(m_types.at(i))), label(m_types.at(i)),
                QString::number(m_counts.value(m_types.at(i))));
        m_out += u"</ul>\n</section>\n"_s;
    }

    void writeEntities()
    {
        const Layer *layer = m_exported.layer();
        if (!layer || layer->entities.isEmpty())
            return;
        QHash<EntityId, QList<MentionId>> places;
        for (const Mention &mention : std::as_const(m_mentions))
            places[mention.entity].append(mention.id);
        QList<Entity> entities = layer->entities.values();
        std::stable_sort(entities.begin(), entities.end(),
                         [&](const Entity &a, const Entity &b) { return places.value(a.id).size() > places.value(b.id).size(); });
        m_out += u"<section aria-label=\"%1\">\n<h2>%1</h2>\n<ul>\n"_s.arg(escaped(Messages::tr("Entities")));
        for (const Entity &entity : std::as_const(entities)) {
            m_out += u"<li>%1 (%2)"_s.arg(entity.link.isEmpty() ? escaped(entity.name) : linked(entity.link, entity.name),
                                          escaped(typeName(entity.type)));
            qsizetype number = 0;
            for (const MentionId id : places.value(entity.id))
                m_out += u" <a href=\"#m%1\">%2</a>"_s.arg(id).arg(++number);
            m_out += u"</li>\n"_s;
        }
        m_out += u"</ul>\n</section>\n"_s;
    }

    const ExportedArticle &m_exported;
    const AnnotatedArticle &m_article;
    QList<Mention> m_mentions;
    QList<Part> m_parts;
    qsizetype m_next = 0;
    QList<Part> m_open; ///< outermost first
    QStringList m_types;
    QHash<QString, qsizetype> m_rows; ///< type -> row of m_types
    QHash<QString, TypeDefinition> m_definitions;
    QHash<QString, qsizetype> m_counts;
    QString m_out;
};

} // namespace

WrittenFiles writeHtml(const ExportedArticle &exported) { return {{u".html"_s, HtmlWriter(exported).write()}}; }

QList<Loss> htmlLosses(const ExportedArticle &exported)
{
    const qsizetype tooDeep = partsOf(exported.mentions()).tooDeep;
    return tooDeep > 0 ? QList<Loss>{{Feature::Overlap, tooDeep}} : QList<Loss>();
}

} // namespace dateline
