// SPDX-License-Identifier: Apache-2.0
#include "formats/nativeformat.h"

#include "base/clock.h"
#include "formats/xmloutput.h"

#include <QSet>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace dateline {

namespace {

/// Writes one article. Ids stay as they are in memory; a reference to what does not exist is
/// left out, so that the keys of the schema hold.
class NativeWriter
{
public:
    explicit NativeWriter(const AnnotatedArticle &article) : m_article(article)
    {
        for (const Agent &agent : article.agents)
            m_agents.insert(agent.id);
        for (const Layer &layer : article.layers)
            m_layers.insert(layer.info.id);
    }

    QByteArray write()
    {
        qsizetype mentions = 0;
        for (const Layer &layer : m_article.layers)
            mentions += layer.mentions.size();
        m_out.reserve(m_article.text.length() * 3 / 2 + mentions * 220 + 4096);
        m_out.declaration();
        m_out.open("annotatedArticle"_L1);
        m_out.attribute("xmlns"_L1, QString(NativeNamespace));
        m_out.rawAttributes(m_article.foreignNamespaces);
        m_out.attribute("version"_L1, u"1.0"_s);
        m_out.attributeIfAny("xml:lang"_L1, m_article.head.language);
        m_out.openChildren();
        writeSource();
        writeHead();
        writeTagset();
        writeAgents();
        writeText();
        for (const Layer &layer : m_article.layers)
            writeLayer(layer);
        for (const Review &review : m_article.reviews)
            writeReview(review);
        writeForeign(m_article.foreignXml);
        m_out.closeChildren("annotatedArticle"_L1);
        return m_out.bytes();
    }

private:
    static QString agentRef(AgentId id) { return u"a%1"_s.arg(id); }

    /// References to agents that the file does not hold are left out.
    void attributeAgent(QLatin1StringView name, AgentId id)
    {
        if (m_agents.contains(id))
            m_out.attribute(name, agentRef(id));
    }

    void writeForeign(const QString &xml)
    {
        if (!xml.isEmpty())
            m_out.rawLine(xml);
    }

    void writeSource()
    {
        const Source &source = m_article.source;
        if (source == Source{})
            return;
        m_out.open("source"_L1);
        m_out.attributeIfAny("href"_L1, source.href);
        m_out.attributeIfAny("format"_L1, source.format);
        m_out.attributeIfAny("encoding"_L1, source.encoding);
        m_out.attributeIfAny("sha256"_L1, source.sha256);
        m_out.attributeIfAny("retrieved"_L1, source.retrieved);
        m_out.closeEmpty();
    }

    void element(QLatin1StringView name, const QString &text)
    {
        if (text.isEmpty())
            return;
        m_out.open(name);
        m_out.closeWithText(name, text);
    }

    void writeHead()
    {
        Head withoutLanguage = m_article.head;
        withoutLanguage.language.clear();
        if (withoutLanguage == Head{})
            return;
        const Head &head = m_article.head;
        m_out.open("head"_L1);
        m_out.openChildren();
        element("title"_L1, head.title);
        element("published"_L1, head.published);
        element("byline"_L1, head.byline);
        element("agency"_L1, head.agency);
        element("place"_L1, head.place);
        element("url"_L1, head.url);
        element("rights"_L1, head.rights);
        writeAttributes(head.attributes);
        writeEvents(head.events);
        m_out.closeChildren("head"_L1);
    }

    void writeTagset()
    {
        const Tagset &tagset = m_article.tagset;
        m_out.open("tagset"_L1);
        m_out.attribute("id"_L1, tagset.id);
        m_out.attributeIfAny("version"_L1, tagset.version);
        if (tagset.types.isEmpty()) {
            m_out.closeEmpty();
            return;
        }
        m_out.openChildren();
        for (const TypeDefinition &type : tagset.types) {
            m_out.open("type"_L1);
            m_out.attribute("id"_L1, type.id);
            m_out.attributeIfAny("name"_L1, type.name);
            m_out.attributeIfAny("color"_L1, type.color);
            if (type.description.isEmpty())
                m_out.closeEmpty();
            else
                m_out.closeWithText("type"_L1, type.description);
        }
        m_out.closeChildren("tagset"_L1);
    }

    void writeAgents()
    {
        if (m_article.agents.isEmpty())
            return;
        m_out.open("agents"_L1);
        m_out.openChildren();
        for (const Agent &agent : m_article.agents) {
            m_out.open("agent"_L1);
            m_out.attribute("id"_L1, agentRef(agent.id));
            m_out.attribute("uid"_L1, agent.uid);
            m_out.attribute("kind"_L1, toName(agent.kind));
            m_out.attributeIfAny("name"_L1, agent.name);
            m_out.attributeIfAny("version"_L1, agent.version);
            m_out.closeEmpty();
        }
        m_out.closeChildren("agents"_L1);
    }

    void writeText()
    {
        const ArticleText &text = m_article.text;
        const OffsetMap &offsets = text.offsets();
        m_out.open("text"_L1);
        m_out.attribute("unit"_L1, u"codepoint"_s);
        m_out.attribute("length"_L1, offsets.codePointLength());
        m_out.attribute("sha256"_L1, text.digest());
        if (text.blocks().isEmpty()) {
            m_out.closeEmpty();
            return;
        }
        m_out.openChildren();
        for (const Block &block : text.blocks()) {
            m_out.open("block"_L1);
            m_out.attribute("start"_L1, offsets.toCodePoint(block.span.begin));
            m_out.attribute("kind"_L1, toName(block.kind));
            m_out.attribute("xml:space"_L1, u"preserve"_s);
            m_out.closeWithText("block"_L1, text.view(block.span));
        }
        for (const Structure &structure : text.structures()) {
            m_out.open("structure"_L1);
            m_out.attribute("kind"_L1, toName(structure.kind));
            m_out.attribute("start"_L1, offsets.toCodePoint(structure.span.begin));
            m_out.attribute("end"_L1, offsets.toCodePoint(structure.span.end));
            m_out.closeEmpty();
        }
        m_out.closeChildren("text"_L1);
    }

    void writeAttributes(const QList<Attribute> &attributes)
    {
        for (const Attribute &attribute : attributes) {
            m_out.open("attribute"_L1);
            m_out.attribute("name"_L1, attribute.name);
            m_out.attribute("value"_L1, attribute.value);
            m_out.closeEmpty();
        }
    }

    void writeNotes(const QList<Note> &notes)
    {
        for (const Note &note : notes) {
            m_out.open("note"_L1);
            attributeAgent("by"_L1, note.by);
            m_out.attributeIfAny("at"_L1, toIsoUtc(note.at));
            m_out.closeWithText("note"_L1, note.text);
        }
    }

    void writeEvents(const QList<Event> &events)
    {
        for (const Event &event : events) {
            m_out.open("event"_L1);
            attributeAgent("by"_L1, event.by);
            m_out.attributeIfAny("at"_L1, toIsoUtc(event.at));
            m_out.attribute("action"_L1, event.action);
            m_out.attributeIfAny("from"_L1, event.from);
            m_out.attributeIfAny("to"_L1, event.to);
            m_out.closeEmpty();
        }
    }

    void writeLink(const QString &link)
    {
        if (link.isEmpty())
            return;
        m_out.open("link"_L1);
        m_out.attribute("href"_L1, link);
        m_out.closeEmpty();
    }

    void writeEntity(const Entity &entity)
    {
        m_out.open("entity"_L1);
        m_out.attribute("id"_L1, u"e%1"_s.arg(entity.id));
        m_out.attribute("type"_L1, entity.type);
        m_out.attribute("name"_L1, entity.name);
        if (entity.link.isEmpty() && entity.attributes.isEmpty() && entity.notes.isEmpty() && entity.events.isEmpty()) {
            m_out.closeEmpty();
            return;
        }
        m_out.openChildren();
        writeLink(entity.link);
        writeAttributes(entity.attributes);
        writeNotes(entity.notes);
        writeEvents(entity.events);
        m_out.closeChildren("entity"_L1);
    }

    void writeMention(const Layer &layer, const Mention &mention)
    {
        if (mention.spans.isEmpty())
            return;
        const OffsetMap &offsets = m_article.text.offsets();
        m_out.open("mention"_L1);
        m_out.attribute("id"_L1, u"m%1"_s.arg(mention.id));
        m_out.attribute("type"_L1, mention.type);
        if (layer.entities.contains(mention.entity))
            m_out.attribute("entity"_L1, u"e%1"_s.arg(mention.entity));
        m_out.attribute("status"_L1, toName(mention.status));
        attributeAgent("origin"_L1, mention.origin);
        if (mention.confidence >= 0)
            m_out.attribute("confidence"_L1, QString::number(std::min(mention.confidence, 1.0), 'f', 2));
        if (mention.isUnsure)
            m_out.attribute("unsure"_L1, u"true"_s);
        m_out.attributeIfAny("why"_L1, mention.why);
        m_out.openChildren();
        for (const Span &span : mention.spans) {
            m_out.open("span"_L1);
            m_out.attribute("start"_L1, offsets.toCodePoint(span.begin));
            m_out.attribute("end"_L1, offsets.toCodePoint(span.end));
            m_out.closeWithText("span"_L1, m_article.text.view(span));
        }
        if (!mention.norm.isEmpty()) {
            m_out.open("value"_L1);
            m_out.attribute("norm"_L1, mention.norm);
            m_out.closeEmpty();
        }
        writeLink(mention.link);
        writeAttributes(mention.attributes);
        writeNotes(mention.notes);
        writeEvents(mention.events);
        m_out.closeChildren("mention"_L1);
    }

    void writeLayer(const Layer &layer)
    {
        const LayerInfo &info = layer.info;
        m_out.open("layer"_L1);
        m_out.attribute("id"_L1, u"l%1"_s.arg(info.id));
        m_out.attributeIfAny("uid"_L1, info.uid);
        attributeAgent("by"_L1, info.by);
        m_out.attribute("stage"_L1, toName(info.stage));
        m_out.attributeIfAny("started"_L1, toIsoUtc(info.started));
        m_out.attributeIfAny("modified"_L1, toIsoUtc(info.modified));
        QStringList from;
        for (const LayerId id : info.from) {
            if (m_layers.contains(id))
                from.append(u"l%1"_s.arg(id));
        }
        m_out.attributeIfAny("from"_L1, from.join(u' '));
        if (layer.entities.isEmpty() && layer.mentions.isEmpty() && layer.relations.isEmpty() && info.events.isEmpty()
            && layer.foreignXml.isEmpty()) {
            m_out.closeEmpty();
            return;
        }
        m_out.openChildren();
        writeEvents(info.events);
        for (const Entity &entity : layer.entities)
            writeEntity(entity);
        layer.mentions.forEach([this, &layer](const Mention &mention) { writeMention(layer, mention); });
        for (const Relation &relation : layer.relations) {
            if (!layer.mentions.find(relation.from) || !layer.mentions.find(relation.to))
                continue;
            m_out.open("relation"_L1);
            m_out.attribute("id"_L1, u"r%1"_s.arg(relation.id));
            m_out.attribute("type"_L1, relation.type);
            m_out.attribute("from"_L1, u"m%1"_s.arg(relation.from));
            m_out.attribute("to"_L1, u"m%1"_s.arg(relation.to));
            m_out.closeEmpty();
        }
        writeForeign(layer.foreignXml);
        m_out.closeChildren("layer"_L1);
    }

    void writeVerdict(const Verdict &verdict)
    {
        m_out.open("verdict"_L1);
        m_out.attribute("mention"_L1, u"m%1"_s.arg(verdict.mention));
        m_out.attribute("decision"_L1, toName(verdict.decision));
        attributeAgent("by"_L1, verdict.by);
        m_out.attributeIfAny("at"_L1, toIsoUtc(verdict.at));
        if (verdict.reason.isEmpty())
            m_out.closeEmpty();
        else
            m_out.closeWithText("verdict"_L1, verdict.reason);
    }

    void writeComment(const Review &review, const Layer &layer, const Comment &comment)
    {
        m_out.open("comment"_L1);
        m_out.attribute("id"_L1, u"c%1"_s.arg(comment.id));
        if (layer.mentions.find(comment.mention))
            m_out.attribute("mention"_L1, u"m%1"_s.arg(comment.mention));
        if (review.proposal(comment.proposal))
            m_out.attribute("proposal"_L1, u"p%1"_s.arg(comment.proposal));
        if (review.comment(comment.parent))
            m_out.attribute("parent"_L1, u"c%1"_s.arg(comment.parent));
        attributeAgent("by"_L1, comment.by);
        m_out.attributeIfAny("at"_L1, toIsoUtc(comment.at));
        m_out.closeWithText("comment"_L1, comment.text);
    }

    void writeProposal(const Layer &layer, const Proposal &proposal)
    {
        if (proposal.mention.spans.isEmpty())
            return;
        m_out.open("proposal"_L1);
        m_out.attribute("id"_L1, u"p%1"_s.arg(proposal.id));
        attributeAgent("by"_L1, proposal.by);
        m_out.attributeIfAny("at"_L1, toIsoUtc(proposal.at));
        m_out.openChildren();
        writeMention(layer, proposal.mention);
        m_out.closeChildren("proposal"_L1);
    }

    void writeReview(const Review &review)
    {
        const Layer *layer = m_article.layer(review.of);
        if (!layer)
            return;
        m_out.open("review"_L1);
        m_out.attribute("of"_L1, u"l%1"_s.arg(review.of));
        attributeAgent("by"_L1, review.by);
        m_out.attributeIfAny("started"_L1, toIsoUtc(review.started));
        if (review.verdicts.isEmpty() && review.comments.isEmpty() && review.proposals.isEmpty() && review.foreignXml.isEmpty()) {
            m_out.closeEmpty();
            return;
        }
        m_out.openChildren();
        for (const Verdict &verdict : review.verdicts) {
            if (layer->mentions.find(verdict.mention))
                writeVerdict(verdict);
        }
        for (const Comment &comment : review.comments)
            writeComment(review, *layer, comment);
        for (const Proposal &proposal : review.proposals)
            writeProposal(*layer, proposal);
        writeForeign(review.foreignXml);
        m_out.closeChildren("review"_L1);
    }

    const AnnotatedArticle &m_article;
    QSet<AgentId> m_agents;
    QSet<LayerId> m_layers;
    XmlOutput m_out;
};

} // namespace

QByteArray writeNative(const AnnotatedArticle &article) { return NativeWriter(article).write(); }

} // namespace dateline
