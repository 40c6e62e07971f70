// SPDX-License-Identifier: Apache-2.0
// JSON lines: what jsonlwriter.cpp writes, what `annotate --jsonl` answers with its text, and corpora where
// an entity has only start, end and type.
#include "formats/formatfunctions.h"

#include "base/clock.h"
#include "formats/importedarticle.h"
#include "formats/localids.h"
#include "text/jsonlines.h"

#include <QBuffer>
#include <QCoreApplication>
#include <QFileInfo>
#include <QJsonArray>

#include <cmath>

using namespace Qt::StringLiterals;

namespace dateline {

namespace {

struct Messages
{
    Q_DECLARE_TR_FUNCTIONS(dateline::JsonLinesFormat)
};

QString textOf(const QJsonValue &value) { return cleaned(value.toString()); }

/// Names of articles may be numbers.
QString nameOf(const QJsonValue &id)
{
    if (id.isDouble())
        return QString::number(id.toDouble(), 'g', 15);
    return textOf(id).simplified();
}

/// `[{name, value}]`; an object of strings, too.
QList<Attribute> attributesOf(const QJsonValue &value)
{
    QList<Attribute> attributes;
    for (const QJsonValue &item : value.toArray())
        attributes.append({textOf(item.toObject().value(u"name"_s)), textOf(item.toObject().value(u"value"_s))});
    const QJsonObject object = value.toObject();
    for (auto entry = object.begin(); entry != object.end(); ++entry)
        attributes.append({cleaned(entry.key()), textOf(entry.value())});
    return attributes;
}

QList<Note> notesOf(const QJsonObject &object)
{
    QList<Note> notes;
    for (const QJsonValue &item : object.value(u"notes"_s).toArray())
        notes.append({0, {}, textOf(item)});
    if (object.value(u"note"_s).isString())
        notes.append({0, {}, textOf(object.value(u"note"_s))});
    return notes;
}

/// One line.
class RowReader
{
public:
    RowReader(const JsonLine &row, LabelMap &labels, IssueLog &log)
        : m_row(row)
        , m_labels(labels)
        , m_log(log)
        , m_article(row.object.value(u"text"_s).toString(), log)
    { }

    LoadedArticle read()
    {
        readHead();
        for (const QJsonValue &group : m_row.object.value(u"groups"_s).toArray())
            readGroup(group.toObject());
        QJsonArray items;
        for (const QString &key : {u"entities"_s, u"spans"_s, u"label"_s, u"labels"_s}) {
            if (m_row.object.value(key).isArray()) {
                items = m_row.object.value(key).toArray();
                break;
            }
        }
        QList<QPair<Mention, QString>> mentions; // with the id that the file gave
        for (const QJsonValue &item : std::as_const(items)) {
            if (item.isObject())
                readMention(item.toObject(), mentions);
            else if (const QJsonArray triple = item.toArray(); triple.size() >= 3)
                readMention({{u"start"_s, triple.at(0)}, {u"end"_s, triple.at(1)}, {u"type"_s, triple.at(2)}}, mentions);
            else
                m_log.add(Severity::Error, Messages::tr("An entity is no object with start, end and type; it is left out."),
                          m_row.number);
        }
        for (auto &[mention, id] : mentions)
            mention.id = m_mentionIds.claim(id);
        for (auto &[mention, id] : mentions) {
            if (mention.id == 0)
                mention.id = m_mentionIds.assign(id);
            m_article.add(mention);
        }
        for (const QJsonValue &relation : m_row.object.value(u"relations"_s).toArray())
            readRelation(relation.toObject());
        return m_article.finish(m_labels, readLayer());
    }

private:
    void readHead()
    {
        const QJsonObject &object = m_row.object;
        Head &head = m_article.head();
        head.published = textOf(object.value(u"published"_s));
        head.language = textOf(object.value(u"lang"_s));
        head.title = textOf(object.value(u"title"_s));
        head.byline = textOf(object.value(u"byline"_s));
        head.agency = textOf(object.value(u"agency"_s));
        head.place = textOf(object.value(u"place"_s));
        head.url = textOf(object.value(u"url"_s));
        head.rights = textOf(object.value(u"rights"_s));
        head.attributes = attributesOf(object.value(u"attributes"_s));
    }

    Agent readLayer()
    {
        const QJsonObject object = m_row.object.value(u"layer"_s).toObject();
        LayerInfo &info = m_article.layer().info;
        info.uid = textOf(object.value(u"uid"_s));
        info.stage = stageFromName(object.value(u"stage"_s).toString()).value_or(Stage::Draft);
        info.started = fromIsoUtc(object.value(u"started"_s).toString());
        info.modified = fromIsoUtc(object.value(u"modified"_s).toString());
        const QJsonObject annotator = object.value(u"annotator"_s).toObject();
        return {0, textOf(annotator.value(u"uid"_s)),
                agentKindFromName(annotator.value(u"kind"_s).toString()).value_or(AgentKind::Human),
                textOf(annotator.value(u"name"_s)), textOf(annotator.value(u"version"_s))};
    }

    Entity &entityFor(const QString &id, const QString &type, const QString &name)
    {
        Layer &layer = m_article.layer();
        EntityId &number = m_entities[id];
        if (number == 0) {
            number = layer.nextEntityId();
            layer.entities.insert(number, {number, type, name, {}, {}, {}, {}});
        }
        return layer.entities[number];
    }

    void readGroup(const QJsonObject &object)
    {
        const QString type = m_labels.typeFor(object.value(u"type"_s).toString(), m_row.number);
        Entity &entity = entityFor(object.value(u"id"_s).toString(), type, textOf(object.value(u"name"_s)));
        entity.link = textOf(object.value(u"link"_s));
        entity.notes = notesOf(object);
        entity.attributes = attributesOf(object.value(u"attributes"_s));
    }

    void readMention(const QJsonObject &object, QList<QPair<Mention, QString>> &mentions)
    {
        const auto number = [](const QJsonValue &value) { return value.toInteger(-1); };
        const qint64 start = number(object.value(u"start"_s));
        const qint64 end = number(object.value(u"end"_s));
        const std::optional<Span> extent = m_article.place(start, end, object.value(u"text"_s).toString(), m_row.number);
        if (!extent)
            return;
        Mention mention;
        for (const QJsonValue &piece : object.value(u"spans"_s).toArray()) {
            const auto span = m_article.spanAt(number(piece.toArray().at(0)), number(piece.toArray().at(1)));
            if (span && extent->contains(*span))
                mention.spans.append(*span);
        }
        mention.spans = mention.spans.isEmpty() ? QList<Span>{*extent} : joinedSpans(mention.spans);
        QString label;
        for (const QString &key : {u"type"_s, u"label"_s, u"tag"_s}) {
            if (label.isEmpty())
                label = object.value(key).toString();
        }
        mention.type = m_labels.typeFor(label, m_row.number);
        mention.why = textOf(object.value(u"why"_s));
        mention.norm = textOf(object.value(u"norm"_s));
        mention.link = textOf(object.value(u"link"_s));
        mention.isUnsure = object.value(u"unsure"_s).toBool();
        mention.notes = notesOf(object);
        mention.attributes = attributesOf(object.value(u"attributes"_s));
        const double confidence = object.value(u"confidence"_s).toDouble(-1);
        if (confidence >= 0 && confidence <= 1)
            mention.confidence = std::round(confidence * 100) / 100;
        // What a detector says is a suggestion; what a corpus says is decided.
        const bool isSuggestion = mention.confidence >= 0 || !mention.why.isEmpty();
        mention.status =
            statusFromName(object.value(u"status"_s).toString()).value_or(isSuggestion ? Status::Suggested : Status::Accepted);
        const QString name = textOf(object.value(u"entity"_s));
        const QString id = object.value(u"entity_id"_s).toString();
        if (!id.isEmpty() || !name.isEmpty()) {
            const Entity &entity = entityFor(id.isEmpty() ? mention.type + u'\n' + name : id, mention.type, name);
            mention.entity = entity.id;
            if (mention.link == entity.link)
                mention.link.clear(); // it comes from the entity
        }
        mentions.append({mention, object.value(u"id"_s).toString()});
    }

    void readRelation(const QJsonObject &object)
    {
        Relation relation;
        relation.id = quint32(m_article.layer().relations.size()) + 1;
        relation.type = textOf(object.value(u"type"_s)).simplified();
        relation.from = m_mentionIds.resolve(object.value(u"from"_s).toString());
        relation.to = m_mentionIds.resolve(object.value(u"to"_s).toString());
        if (relation.type.isEmpty() || relation.from == 0 || relation.to == 0)
            m_log.add(Severity::Error,
                      Messages::tr("A relation has no type, or names a mention that is not there; it is left out."),
                      m_row.number);
        else
            m_article.layer().relations.append(relation);
    }

    const JsonLine &m_row;
    LabelMap &m_labels;
    IssueLog &m_log;
    ImportedArticle m_article;
    LocalIds m_mentionIds{u'm'};
    QHash<QString, EntityId> m_entities; ///< by the file's id, else by type and name
};

} // namespace

Result<ReadArticles> readJsonLines(const FormatInput &input)
{
    QBuffer buffer;
    buffer.setData(input.bytes);
    buffer.open(QIODevice::ReadOnly);
    JsonLinesReader lines(buffer, input.bytes.size());
    IssueLog log(input.name);
    LabelMap labels(log);
    ReadArticles result;
    while (const std::optional<JsonLine> row = lines.next()) {
        if (input.stop.stop_requested())
            return Error{ErrorKind::Cancelled, Messages::tr("Reading was cancelled."), input.name, 0};
        const QJsonValue text = row->object.value(u"text"_s);
        if (!row->error.isEmpty())
            log.add(Severity::Error, row->error, row->number);
        else if (!text.isString() || text.toString().trimmed().isEmpty())
            log.add(Severity::Error, Messages::tr("The line has no \"text\"; it is left out."), row->number);
        else
            result.articles.append({nameOf(row->object.value(u"id"_s)), RowReader(*row, labels, log).read()});
    }
    result.issues = log.take();
    if (result.articles.isEmpty()) {
        const qint64 line = result.issues.isEmpty() ? 0 : result.issues.first().line;
        return Error{ErrorKind::Malformed,
                     Messages::tr("No line holds an article: a JSON object with a \"text\". Choose another format or file."),
                     input.name, line};
    }
    for (qsizetype i = 0; i < result.articles.size(); ++i) {
        ReadArticle &named = result.articles[i];
        if (named.name.isEmpty() && result.articles.size() > 1)
            named.name = QString::number(i + 1);
        named.loaded.article.tagset = labels.tagset(); // one for the file
        named.loaded.article.source.href = QFileInfo(input.name).fileName();
        named.loaded.article.source.format = u"application/jsonl"_s;
        named.loaded.article.source.encoding = u"UTF-8"_s;
    }
    return result;
}

} // namespace dateline
