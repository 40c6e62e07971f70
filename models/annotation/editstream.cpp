// SPDX-License-Identifier: Apache-2.0
// Binary serialisation of edits for the journal. Every read is bounded: a corrupt count marks
// the stream corrupt instead of allocating.
#include "annotation/edit.h"

#include <QIODevice>

#include <algorithm>
#include <limits>

namespace dateline {

namespace {

constexpr qint64 MaximumCount = 16 * 1024 * 1024;

/// A count that cannot be true given the bytes left (one byte an element at least) is refused.
qint64 readCount(QDataStream &stream)
{
    qint64 count = 0;
    stream >> count;
    const qint64 left = stream.device() ? stream.device()->bytesAvailable() : MaximumCount;
    if (stream.status() != QDataStream::Ok || count < 0 || count > MaximumCount || count > left) {
        stream.setStatus(QDataStream::ReadCorruptData);
        return 0;
    }
    return count;
}

template<typename T>
void writeList(QDataStream &stream, const QList<T> &list);
template<typename T>
void readList(QDataStream &stream, QList<T> &list);

void write(QDataStream &s, quint32 value) { s << value; }
void read(QDataStream &s, quint32 &value) { s >> value; }

void write(QDataStream &s, const Span &span) { s << qint64(span.begin) << qint64(span.end); }
void read(QDataStream &s, Span &span)
{
    qint64 begin = 0;
    qint64 end = 0;
    s >> begin >> end;
    span = {qsizetype(begin), qsizetype(end)};
}

void write(QDataStream &s, const QDateTime &moment)
{
    s << (moment.isValid() ? moment.toSecsSinceEpoch() : std::numeric_limits<qint64>::min());
}
void read(QDataStream &s, QDateTime &moment)
{
    qint64 seconds = 0;
    s >> seconds;
    moment = seconds == std::numeric_limits<qint64>::min() ? QDateTime() : QDateTime::fromSecsSinceEpoch(seconds, Qt::UTC);
}

void write(QDataStream &s, const Event &event)
{
    s << event.by;
    write(s, event.at);
    s << event.action << event.from << event.to;
}
void read(QDataStream &s, Event &event)
{
    s >> event.by;
    read(s, event.at);
    s >> event.action >> event.from >> event.to;
}

void write(QDataStream &s, const Note &note)
{
    s << note.by;
    write(s, note.at);
    s << note.text;
}
void read(QDataStream &s, Note &note)
{
    s >> note.by;
    read(s, note.at);
    s >> note.text;
}

void write(QDataStream &s, const Attribute &attribute) { s << attribute.name << attribute.value; }
void read(QDataStream &s, Attribute &attribute) { s >> attribute.name >> attribute.value; }

void write(QDataStream &s, const Mention &m)
{
    s << m.id << m.type << m.entity << quint8(m.status) << m.origin << m.confidence << m.isUnsure << m.why;
    writeList(s, m.spans);
    s << m.norm << m.link;
    writeList(s, m.notes);
    writeList(s, m.attributes);
    writeList(s, m.events);
}
void read(QDataStream &s, Mention &m)
{
    quint8 status = 0;
    s >> m.id >> m.type >> m.entity >> status >> m.origin >> m.confidence >> m.isUnsure >> m.why;
    if (status > quint8(Status::Withdrawn))
        s.setStatus(QDataStream::ReadCorruptData);
    m.status = Status(std::min<quint8>(status, quint8(Status::Withdrawn)));
    readList(s, m.spans);
    s >> m.norm >> m.link;
    readList(s, m.notes);
    readList(s, m.attributes);
    readList(s, m.events);
}

void write(QDataStream &s, const Entity &e)
{
    s << e.id << e.type << e.name << e.link;
    writeList(s, e.notes);
    writeList(s, e.attributes);
    writeList(s, e.events);
}
void read(QDataStream &s, Entity &e)
{
    s >> e.id >> e.type >> e.name >> e.link;
    readList(s, e.notes);
    readList(s, e.attributes);
    readList(s, e.events);
}

void write(QDataStream &s, const Relation &r) { s << r.id << r.type << r.from << r.to; }
void read(QDataStream &s, Relation &r) { s >> r.id >> r.type >> r.from >> r.to; }

void write(QDataStream &s, const LayerInfo &info)
{
    s << info.id << info.uid << info.by << quint8(info.stage);
    write(s, info.started);
    write(s, info.modified);
    writeList(s, info.from);
    writeList(s, info.events);
}
void read(QDataStream &s, LayerInfo &info)
{
    quint8 stage = 0;
    s >> info.id >> info.uid >> info.by >> stage;
    if (stage > quint8(Stage::Adjudicated))
        s.setStatus(QDataStream::ReadCorruptData);
    info.stage = Stage(std::min<quint8>(stage, quint8(Stage::Adjudicated)));
    read(s, info.started);
    read(s, info.modified);
    readList(s, info.from);
    readList(s, info.events);
}

void write(QDataStream &s, const Head &head)
{
    s << head.title << head.published << head.byline << head.agency << head.place << head.url << head.rights << head.language;
    writeList(s, head.attributes);
    writeList(s, head.events);
}
void read(QDataStream &s, Head &head)
{
    s >> head.title >> head.published >> head.byline >> head.agency >> head.place >> head.url >> head.rights >> head.language;
    readList(s, head.attributes);
    readList(s, head.events);
}

void write(QDataStream &s, const ReviewStart &start) { write(s, start.started); }
void read(QDataStream &s, ReviewStart &start) { read(s, start.started); }

void write(QDataStream &s, const Verdict &v)
{
    s << v.mention << quint8(v.decision) << v.by;
    write(s, v.at);
    s << v.reason;
}
void read(QDataStream &s, Verdict &v)
{
    quint8 decision = 0;
    s >> v.mention >> decision >> v.by;
    if (decision > quint8(Decision::Return))
        s.setStatus(QDataStream::ReadCorruptData);
    v.decision = decision == quint8(Decision::Return) ? Decision::Return : Decision::Approve;
    read(s, v.at);
    s >> v.reason;
}

void write(QDataStream &s, const Comment &c)
{
    s << c.id << c.parent << c.mention << c.proposal << c.by;
    write(s, c.at);
    s << c.text;
}
void read(QDataStream &s, Comment &c)
{
    s >> c.id >> c.parent >> c.mention >> c.proposal >> c.by;
    read(s, c.at);
    s >> c.text;
}

void write(QDataStream &s, const Proposal &p)
{
    s << p.id << p.by;
    write(s, p.at);
    write(s, p.mention);
}
void read(QDataStream &s, Proposal &p)
{
    s >> p.id >> p.by;
    read(s, p.at);
    read(s, p.mention);
}

template<typename Kind>
void readKind(QDataStream &s, Kind &kind, Kind last)
{
    quint8 value = 0;
    s >> value;
    if (value > quint8(last))
        s.setStatus(QDataStream::ReadCorruptData);
    else
        kind = Kind(value);
}
void write(QDataStream &s, const Block &block)
{
    write(s, block.span);
    s << quint8(block.kind);
}
void read(QDataStream &s, Block &block)
{
    read(s, block.span);
    readKind(s, block.kind, BlockKind::Other);
}
void write(QDataStream &s, const Structure &structure)
{
    write(s, structure.span);
    s << quint8(structure.kind);
}
void read(QDataStream &s, Structure &structure)
{
    read(s, structure.span);
    readKind(s, structure.kind, StructureKind::Agency);
}
void write(QDataStream &s, const TouchedMention &touched)
{
    s << touched.layer << touched.reviewer << touched.proposal;
    write(s, touched.mention);
}
void read(QDataStream &s, TouchedMention &touched)
{
    s >> touched.layer >> touched.reviewer >> touched.proposal;
    read(s, touched.mention);
}

template<std::size_t I = 0>
ReviewItem readItem(QDataStream &stream, std::size_t kind)
{
    if constexpr (I < std::variant_size_v<ReviewItem>) {
        if (kind == I) {
            std::variant_alternative_t<I, ReviewItem> item;
            read(stream, item);
            return item;
        }
        return readItem<I + 1>(stream, kind);
    } else {
        stream.setStatus(QDataStream::ReadCorruptData);
        return {};
    }
}

void write(QDataStream &s, const ReviewItem &item)
{
    s << quint8(item.index());
    std::visit([&](const auto &value) { write(s, value); }, item);
}
void read(QDataStream &s, ReviewItem &item)
{
    quint8 kind = 0;
    s >> kind;
    item = readItem(s, kind);
}

void write(QDataStream &s, const Agent &agent) { s << agent; }
void read(QDataStream &s, Agent &agent) { s >> agent; }

template<typename T>
void write(QDataStream &s, const std::optional<T> &value)
{
    s << value.has_value();
    if (value)
        write(s, *value);
}
template<typename T>
void read(QDataStream &s, std::optional<T> &value)
{
    bool isPresent = false;
    s >> isPresent;
    value.reset();
    if (isPresent)
        read(s, value.emplace());
}

template<typename T>
void writeList(QDataStream &stream, const QList<T> &list)
{
    stream << qint64(list.size());
    for (const T &item : list)
        write(stream, item);
}
template<typename T>
void readList(QDataStream &stream, QList<T> &list)
{
    list.clear();
    const qint64 count = readCount(stream);
    for (qint64 i = 0; i < count && stream.status() == QDataStream::Ok; ++i)
        read(stream, list.emplaceBack());
}

void write(QDataStream &s, const MentionEdit &edit)
{
    s << edit.layer;
    write(s, edit.before);
    write(s, edit.after);
}
void read(QDataStream &s, MentionEdit &edit)
{
    s >> edit.layer;
    read(s, edit.before);
    read(s, edit.after);
}
void write(QDataStream &s, const EntityEdit &edit)
{
    s << edit.layer;
    write(s, edit.before);
    write(s, edit.after);
}
void read(QDataStream &s, EntityEdit &edit)
{
    s >> edit.layer;
    read(s, edit.before);
    read(s, edit.after);
}
void write(QDataStream &s, const ReviewEdit &edit)
{
    s << edit.of << edit.by << qint64(edit.row);
    write(s, edit.before);
    write(s, edit.after);
}
void read(QDataStream &s, ReviewEdit &edit)
{
    qint64 row = 0;
    s >> edit.of >> edit.by >> row;
    edit.row = row;
    read(s, edit.before);
    read(s, edit.after);
}
void write(QDataStream &s, const TextState &state)
{
    s << state.words;
    writeList(s, state.blocks);
    writeList(s, state.structures);
    writeList(s, state.touched);
}
void read(QDataStream &s, TextState &state)
{
    s >> state.words;
    readList(s, state.blocks);
    readList(s, state.structures);
    readList(s, state.touched);
}
void write(QDataStream &s, const TextEdit &edit)
{
    s << qint64(edit.at);
    write(s, edit.before);
    write(s, edit.after);
}
void read(QDataStream &s, TextEdit &edit)
{
    qint64 at = 0;
    s >> at;
    edit.at = at;
    read(s, edit.before);
    read(s, edit.after);
}
template<typename E>
void write(QDataStream &s, const E &edit) requires requires
{
    edit.before;
}
{
    write(s, edit.before);
    write(s, edit.after);
}
template<typename E>
void read(QDataStream &s, E &edit) requires requires
{
    edit.before;
}
{
    read(s, edit.before);
    read(s, edit.after);
}

template<std::size_t I = 0>
Edit readEdit(QDataStream &stream, std::size_t kind)
{
    if constexpr (I < std::variant_size_v<Edit>) {
        if (kind == I) {
            std::variant_alternative_t<I, Edit> edit;
            read(stream, edit);
            return edit;
        }
        return readEdit<I + 1>(stream, kind);
    } else {
        stream.setStatus(QDataStream::ReadCorruptData);
        return {};
    }
}

} // namespace

QDataStream &operator<<(QDataStream &stream, const Transaction &transaction)
{
    stream << transaction.label;
    write(stream, transaction.at);
    stream << qint64(transaction.edits.size());
    for (const Edit &edit : transaction.edits) {
        stream << quint8(edit.index());
        std::visit([&](const auto &value) { write(stream, value); }, edit);
    }
    return stream;
}

QDataStream &operator>>(QDataStream &stream, Transaction &transaction)
{
    transaction = {};
    stream >> transaction.label;
    read(stream, transaction.at);
    const qint64 count = readCount(stream);
    for (qint64 i = 0; i < count && stream.status() == QDataStream::Ok; ++i) {
        quint8 kind = 0;
        stream >> kind;
        transaction.edits.append(readEdit(stream, kind));
    }
    return stream;
}

QDataStream &operator<<(QDataStream &stream, const Layer &layer)
{
    write(stream, layer.info);
    writeList(stream, layer.entities.values());
    writeList(stream, layer.mentions.toList());
    writeList(stream, layer.relations);
    return stream << layer.foreignXml;
}

QDataStream &operator>>(QDataStream &stream, Layer &layer)
{
    layer = {};
    QList<Entity> entities;
    QList<Mention> mentions;
    read(stream, layer.info);
    readList(stream, entities);
    readList(stream, mentions);
    readList(stream, layer.relations);
    stream >> layer.foreignXml;
    for (const Entity &entity : std::as_const(entities))
        layer.entities.insert(entity.id, entity);
    for (const Mention &mention : std::as_const(mentions)) {
        if (mention.id == 0 || mention.spans.isEmpty() || layer.mentions.find(mention.id)) {
            stream.setStatus(QDataStream::ReadCorruptData);
            return stream;
        }
        layer.mentions.insert(mention);
    }
    return stream;
}

QDataStream &operator<<(QDataStream &stream, const Review &review)
{
    stream << review.of << review.by;
    write(stream, review.started);
    writeList(stream, review.verdicts);
    writeList(stream, review.comments);
    writeList(stream, review.proposals);
    return stream << review.foreignXml;
}

QDataStream &operator>>(QDataStream &stream, Review &review)
{
    review = {};
    stream >> review.of >> review.by;
    read(stream, review.started);
    readList(stream, review.verdicts);
    readList(stream, review.comments);
    readList(stream, review.proposals);
    stream >> review.foreignXml;
    return stream;
}

QDataStream &operator<<(QDataStream &stream, const Agent &agent)
{
    return stream << agent.id << agent.uid << quint8(agent.kind) << agent.name << agent.version;
}

QDataStream &operator>>(QDataStream &stream, Agent &agent)
{
    quint8 kind = 0;
    stream >> agent.id >> agent.uid >> kind >> agent.name >> agent.version;
    if (kind > quint8(AgentKind::Human))
        stream.setStatus(QDataStream::ReadCorruptData);
    agent.kind = kind == quint8(AgentKind::Detector) ? AgentKind::Detector : AgentKind::Human;
    return stream;
}

} // namespace dateline
