// SPDX-License-Identifier: Apache-2.0
#include "formats/nativereader_p.h"

#include "base/clock.h"
#include "formats/nativescan.h"
#include "formats/xmlcapture.h"
#include "formats/xmloutput.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace dateline {

namespace {

struct Messages
{
    Q_DECLARE_TR_FUNCTIONS(dateline::NativeFormat)
};

constexpr qsizetype MaximumIssues = 1000;
/// Newlines that all gaps together may stand for: they cost nothing in the file but memory here.
constexpr qsizetype MaximumGap = 32 * 1024 * 1024;

qsizetype codePoints(QStringView text)
{
    return text.size() - std::count_if(text.begin(), text.end(), [](QChar c) { return c.isLowSurrogate(); });
}

} // namespace

NativeReader::NativeReader(const QByteArray &bytes, const QString &file, const std::stop_token &stop)
    : m_xml(bytes)
    , m_file(file)
    , m_stop(stop)
    , m_article(m_loaded.article)
{
    for (const TypeDefinition &type : std::as_const(m_article.tagset.types))
        m_types.insert(type.id);
}

void NativeReader::issue(Severity severity, const QString &message, qint64 line)
{
    if (m_loaded.issues.size() >= MaximumIssues) {
        ++m_suppressed;
        return;
    }
    m_loaded.issues.append({severity, message, m_file, line < 0 ? m_xml.lineNumber() : line, -1});
}

void NativeReader::report(const QStringList &problems)
{
    for (const QString &problem : problems)
        issue(Severity::Warning, problem);
}

std::optional<Error> NativeReader::failure() const
{
    if (m_error)
        return m_error;
    if (m_stop.stop_requested())
        return Error{ErrorKind::Cancelled, Messages::tr("Reading was cancelled."), m_file, 0};
    if (!m_xml.hasError())
        return std::nullopt;
    if (m_xml.error() == QXmlStreamReader::PrematureEndOfDocumentError)
        return Error{ErrorKind::Malformed,
                     Messages::tr("The file ends too early: it is damaged or was not written completely. Open a copy of it."),
                     m_file, m_xml.lineNumber()};
    return Error{ErrorKind::Malformed,
                 Messages::tr("The file is not well-formed XML at column %1: %2 Correct this place or open a copy.")
                     .arg(m_xml.columnNumber() + 1)
                     .arg(m_xml.errorString()),
                 m_file, m_xml.lineNumber()};
}

/// Moves to the next child of the present element that is a native one. False: the element
/// ended, or reading cannot go on. Foreign children are kept or reported on the way.
bool NativeReader::nextChild()
{
    while (!m_xml.atEnd() && !m_error && !m_stop.stop_requested()) {
        switch (m_xml.readNext()) {
        case QXmlStreamReader::StartElement:
            if (m_xml.namespaceUri() == NativeNamespace) {
                report(m_schema.enter(m_xml.name(), m_xml.attributes()));
                return true;
            }
            captureForeign();
            break;
        case QXmlStreamReader::EndElement:
            report(m_schema.leave());
            return false;
        case QXmlStreamReader::Characters:
            if (!m_xml.isWhitespace() && !m_schema.allowsText())
                issue(Severity::Warning,
                      Messages::tr("Text stands where only elements may, in <%1>, and is left out.").arg(m_schema.current()));
            break;
        default:
            break;
        }
    }
    return false;
}

QString NativeReader::readText()
{
    QString text;
    while (!m_xml.atEnd()) {
        const auto token = m_xml.readNext();
        if (token == QXmlStreamReader::Characters) {
            text += m_xml.text();
        } else if (token == QXmlStreamReader::EndElement) {
            break;
        } else if (token == QXmlStreamReader::StartElement) {
            issue(Severity::Warning, Messages::tr("<%1> stands inside the text of <%2>; its text is kept, the element is not.")
                                         .arg(m_xml.qualifiedName(), m_schema.current()));
            for (int depth = 1; depth > 0 && !m_xml.atEnd();) {
                const auto inner = m_xml.readNext();
                if (inner == QXmlStreamReader::StartElement)
                    ++depth;
                else if (inner == QXmlStreamReader::EndElement)
                    --depth;
                else if (inner == QXmlStreamReader::Characters)
                    text += m_xml.text();
            }
        }
    }
    report(m_schema.leave());
    return text;
}

void NativeReader::skip()
{
    m_xml.skipCurrentElement();
    report(m_schema.leave());
}

void NativeReader::captureForeign()
{
    if (m_xml.namespaceUri().isEmpty() || !m_schema.allowsForeign() || !m_foreign) {
        issue(Severity::Warning, Messages::tr("<%1> does not belong to the format; it is kept only in the root, in layers and in "
                                              "reviews, and is left out here.")
                                     .arg(m_xml.qualifiedName()));
        m_xml.skipCurrentElement();
        return;
    }
    const QString xml = XmlCapture{m_rootPrefixes}.capture(m_xml);
    if (!m_foreign->isEmpty())
        *m_foreign += m_schema.current() != u"annotatedArticle" ? u"\n    "_s : u"\n  "_s;
    *m_foreign += xml;
}

QString NativeReader::attribute(QLatin1StringView name) const { return m_xml.attributes().value(name).toString(); }

qint64 NativeReader::number(QLatin1StringView name) const
{
    bool isOk = false;
    const qint64 value = m_xml.attributes().value(name).toLongLong(&isOk);
    return isOk ? value : -1;
}

Result<LoadedArticle> NativeReader::read()
{
    m_loaded.isNative = true;
    while (!m_xml.atEnd() && m_xml.readNext() != QXmlStreamReader::StartElement) {
        // scanXml() finds it in encodings that hold ASCII, the parser in others.
        if (m_xml.tokenType() == QXmlStreamReader::DTD)
            return doctypeError(m_file, m_xml.lineNumber(), m_xml.columnNumber() + 1);
    }
    if (const auto error = failure())
        return *error;
    if (m_xml.name() != u"annotatedArticle" || !m_xml.namespaceUri().startsWith(u"urn:dateline:annotated-article:"))
        return Error{ErrorKind::Unsupported,
                     Messages::tr("This is not an annotated article of Dateline: its root is <%1>.").arg(m_xml.qualifiedName()),
                     m_file, m_xml.lineNumber()};
    const QStringList version = attribute("version"_L1).split(u'.');
    bool isNumber = true;
    const int major = attribute("version"_L1).isEmpty() ? 1 : version.value(0).toInt(&isNumber);
    if (m_xml.namespaceUri() != NativeNamespace || (isNumber && major > 1))
        return Error{ErrorKind::Unsupported,
                     Messages::tr("The file was written by a newer Dateline (format %1). Update Dateline to open it.")
                         .arg(attribute("version"_L1)),
                     m_file, m_xml.lineNumber()};
    if (!isNumber || major < 1)
        issue(
            Severity::Warning,
            Messages::tr("The format version “%1” is not known; the file is read as version 1.0.").arg(attribute("version"_L1)));
    else if (version.value(1).toInt() > 0)
        issue(Severity::Warning,
              Messages::tr(
                  "The file was written by a newer Dateline (format %1). What this one does not know is left out when you save.")
                  .arg(attribute("version"_L1)));
    readRoot();
    while (!m_xml.atEnd() && !m_stop.stop_requested())
        m_xml.readNext();
    if (const auto error = failure())
        return *error;
    if (!m_hasText)
        m_article.text = ArticleText();
    resolveHeadEvents();
    placeMentions();
    finishReviews();
    if (m_stop.stop_requested())
        return *failure();
    if (m_suppressed > 0)
        m_loaded.issues.append(
            {Severity::Note, Messages::tr("%n more problem(s) are not listed.", nullptr, int(m_suppressed)), m_file, 0, -1});
    return std::move(m_loaded);
}

void NativeReader::readRoot()
{
    for (const auto &declaration : m_xml.namespaceDeclarations()) {
        if (declaration.prefix().isEmpty())
            continue;
        m_rootPrefixes.insert(declaration.prefix().toString(), declaration.namespaceUri().toString());
        QByteArray value;
        XmlOutput::appendAttributeValue(value, declaration.namespaceUri());
        m_article.foreignNamespaces += u" xmlns:%1=\"%2\""_s.arg(declaration.prefix(), QString::fromUtf8(value));
    }
    const QXmlStreamAttributes attributes = m_xml.attributes();
    QXmlStreamAttributes own;
    for (const QXmlStreamAttribute &attribute : attributes) {
        if (attribute.qualifiedName() == u"xml:lang") {
            m_article.head.language = attribute.value().toString();
        } else if (attribute.namespaceUri().isEmpty()) {
            own.append(attribute);
        } else {
            QByteArray value;
            XmlOutput::appendAttributeValue(value, attribute.value());
            m_article.foreignNamespaces += u" %1=\"%2\""_s.arg(attribute.qualifiedName(), QString::fromUtf8(value));
        }
    }
    report(m_schema.enter(m_xml.name(), own));
    m_foreign = &m_article.foreignXml;
    while (nextChild()) {
        const auto name = m_xml.name();
        if (name == u"source")
            readSource();
        else if (name == u"head")
            readHead();
        else if (name == u"tagset")
            readTagset();
        else if (name == u"agents")
            readAgents();
        else if (name == u"text" && !m_hasText)
            readArticleText();
        else if (name == u"layer")
            readLayer();
        else if (name == u"review")
            readReview();
        else
            skip();
    }
}

void NativeReader::readSource()
{
    m_article.source = {attribute("href"_L1), attribute("format"_L1), attribute("encoding"_L1), attribute("sha256"_L1),
                        attribute("retrieved"_L1)};
    skip();
}

void NativeReader::readHead()
{
    Head &head = m_article.head;
    const QList<std::pair<QStringView, QString *>> fields{{u"title", &head.title},   {u"published", &head.published},
                                                          {u"byline", &head.byline}, {u"agency", &head.agency},
                                                          {u"place", &head.place},   {u"url", &head.url},
                                                          {u"rights", &head.rights}};
    while (nextChild()) {
        const auto field = std::find_if(fields.begin(), fields.end(),
                                        [this](const auto &candidate) { return m_xml.name() == candidate.first; });
        if (field != fields.end()) {
            *field->second = readText();
        } else if (m_xml.name() == u"attribute") {
            head.attributes.append(readAttribute());
        } else if (m_xml.name() == u"event") {
            m_headEventBy.append({attribute("by"_L1), m_xml.lineNumber()});
            head.events.append(readEvent());
        } else {
            skip();
        }
    }
}

void NativeReader::resolveHeadEvents()
{
    for (qsizetype i = 0; i < m_headEventBy.size(); ++i)
        m_article.head.events[i].by = agentFor(m_headEventBy[i].id, u"event by"_s, m_headEventBy[i].line);
}

void NativeReader::readTagset()
{
    Tagset tagset;
    tagset.id = attribute("id"_L1);
    tagset.version = attribute("version"_L1);
    m_types.clear();
    while (nextChild()) {
        if (m_xml.name() != u"type") {
            skip();
            continue;
        }
        TypeDefinition type{attribute("id"_L1), attribute("name"_L1), attribute("color"_L1), {}};
        const qint64 line = m_xml.lineNumber();
        type.description = readText();
        if (type.id.isEmpty() || m_types.contains(type.id)) {
            issue(Severity::Warning,
                  Messages::tr("The type “%1” is defined twice or without an id and is left out.").arg(type.id), line);
        } else {
            m_types.insert(type.id);
            tagset.types.append(type);
        }
    }
    m_article.tagset = tagset;
}

void NativeReader::readAgents()
{
    QList<std::pair<QString, Agent>> read;
    while (nextChild()) {
        if (m_xml.name() != u"agent") {
            skip();
            continue;
        }
        const QString id = attribute("id"_L1);
        Agent agent;
        agent.uid = attribute("uid"_L1);
        agent.kind = agentKindFromName(attribute("kind"_L1)).value_or(AgentKind::Human);
        agent.name = attribute("name"_L1);
        agent.version = attribute("version"_L1);
        agent.id = m_agentIds.claim(id);
        if (agent.id == 0 && m_agentIds.resolve(id) != 0)
            issue(Severity::Error, Messages::tr("The agent id “%1” is used twice.").arg(id));
        read.append({id, agent});
        skip();
    }
    for (auto &[id, agent] : read) {
        if (agent.id == 0)
            agent.id = m_agentIds.assign(id);
        m_article.agents.append(agent);
    }
}

AgentId NativeReader::agentRef(QLatin1StringView name)
{
    return agentFor(attribute(name), m_schema.current() + u' ' + name, m_xml.lineNumber());
}

AgentId NativeReader::agentFor(const QString &id, const QString &where, qint64 line)
{
    const AgentId agent = id.isEmpty() ? 0 : m_agentIds.resolve(id);
    if (agent == 0 && !id.isEmpty())
        issue(Severity::Error, Messages::tr("<%1=\"%2\">: there is no such agent.").arg(where, id), line);
    return agent;
}

Attribute NativeReader::readAttribute()
{
    const Attribute result{attribute("name"_L1), attribute("value"_L1)};
    skip();
    return result;
}

Note NativeReader::readNote()
{
    Note note;
    note.by = agentRef("by"_L1);
    note.at = fromIsoUtc(attribute("at"_L1));
    note.text = readText();
    return note;
}

Event NativeReader::readEvent()
{
    Event event;
    // The head comes before the agents: its events are resolved at the end.
    if (m_schema.parent() != u"head")
        event.by = agentRef("by"_L1);
    event.at = fromIsoUtc(attribute("at"_L1));
    event.action = attribute("action"_L1);
    event.from = attribute("from"_L1);
    event.to = attribute("to"_L1);
    skip();
    return event;
}

QString NativeReader::readLink()
{
    const QString href = attribute("href"_L1);
    skip();
    return href;
}

void NativeReader::readArticleText()
{
    const qint64 line = m_xml.lineNumber();
    const qint64 length = number("length"_L1);
    const QString digest = attribute("sha256"_L1);
    QString text;
    QList<Block> blocks;
    struct RawStructure
    {
        StructureKind kind;
        qint64 start;
        qint64 end;
        qint64 line;
    };
    QList<RawStructure> structures;
    qsizetype points = 0; // code points of `text`
    qint64 shift = 0;     // by which blocks moved because one before grew
    qint64 gaps = 0;
    while (nextChild()) {
        if (m_xml.name() == u"block") {
            const qint64 blockLine = m_xml.lineNumber();
            const qint64 stated = number("start"_L1);
            const BlockKind kind = blockKindFromName(attribute("kind"_L1)).value_or(BlockKind::Other);
            const QString content = normaliseText(readText()).text;
            qint64 start = stated + shift;
            const qint64 least = points == 0 ? 0 : points + 1;
            if (stated < 0 || start < least) {
                issue(Severity::Warning,
                      Messages::tr("A block starts at %1, inside or right after the one before it: was the text edited by hand? "
                                   "It is placed on the next line.")
                          .arg(stated),
                      blockLine);
                shift += least - start;
                start = least;
            }
            gaps += start - points;
            if (gaps > MaximumGap) {
                m_error = Error{ErrorKind::Malformed,
                                Messages::tr("The gap before a block is too large (start=\"%1\").").arg(stated), m_file,
                                blockLine};
                return;
            }
            text.append(QString(start - points, u'\n'));
            blocks.append({{text.size(), text.size() + content.size()}, kind});
            text += content;
            points = start + codePoints(content);
        } else if (m_xml.name() == u"structure") {
            const auto kind = structureKindFromName(attribute("kind"_L1));
            if (kind)
                structures.append({*kind, number("start"_L1), number("end"_L1), m_xml.lineNumber()});
            skip();
        } else {
            skip();
        }
    }
    if (failure())
        return;
    const qint64 stated = length + shift;
    if (length >= 0 && stated > points && gaps + stated - points <= MaximumGap) {
        text.append(QString(stated - points, u'\n'));
    } else if (length >= 0 && stated != points) {
        issue(Severity::Warning, Messages::tr("The text has %1 characters, but length=\"%2\" is stated.").arg(points).arg(length),
              line);
    }
    m_article.text = ArticleText(text, blocks, {});
    m_wasEdited = shift != 0 || (!digest.isEmpty() && m_article.text.digest().compare(digest, Qt::CaseInsensitive) != 0);
    m_hasText = true;
    if (m_wasEdited) {
        issue(Severity::Warning,
              Messages::tr(
                  "The text does not match its digest: it was changed outside Dateline. Annotations are placed by their quotes."),
              line);
        m_article.text = ArticleText(text, blocks, analyseStructure(text).structures);
        return;
    }
    const OffsetMap &offsets = m_article.text.offsets();
    QList<Structure> kept;
    for (const RawStructure &structure : std::as_const(structures)) {
        const Span span{offsets.toUtf16(structure.start), offsets.toUtf16(structure.end)};
        const qsizetype block = m_article.text.blockAt(span.begin);
        const bool isInside = structure.start >= 0 && structure.start < structure.end
                           && structure.end <= offsets.codePointLength() && block >= 0
                           && m_article.text.blocks()[block].span.contains(span);
        if (isInside)
            kept.append({span, structure.kind});
        else
            issue(Severity::Warning,
                  Messages::tr("The %1 from %2 to %3 is not inside one block and is left out.")
                      .arg(toName(structure.kind))
                      .arg(structure.start)
                      .arg(structure.end),
                  structure.line);
    }
    m_article.text = ArticleText(text, m_article.text.blocks(), kept);
}

Result<LoadedArticle> readNative(const QByteArray &bytes, const QString &file, const std::stop_token &stop)
{
    const QByteArray plain = withoutWideEncoding(bytes);
    const Result<void> safe = scanXml(plain, file);
    if (!safe)
        return safe.error();
    return NativeReader(plain, file, stop).read();
}

} // namespace dateline
