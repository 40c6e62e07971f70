// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "text/span.h"

#include <QDateTime>
#include <QList>
#include <QString>

#include <optional>

namespace dateline {

/// Local ids: unique within their layer (mentions, entities) or article (agents, layers);
/// written as "m7", "e3", "a1", "l1". 0: none.
using MentionId = quint32;
using EntityId = quint32;
using AgentId = quint32;
using LayerId = quint32;

enum class Status : quint8 { Suggested, Accepted, Rejected, Withdrawn };

/// What happened, who did it, when. `action` is one of the format's words: accept, reject,
/// retype, move, link, normalise, group, withdraw, restore, add, note, unsure, attribute
/// (mention); rename, retype, merge, split, link, note, attribute (entity); submit, return,
/// approve, adjudicate (layer); property, text (head).
struct Event
{
    AgentId by = 0;
    QDateTime at;
    QString action;
    QString from;
    QString to;
    bool operator==(const Event &) const = default;
};

struct Note
{
    AgentId by = 0;
    QDateTime at;
    QString text;
    bool operator==(const Note &) const = default;
};

struct Attribute
{
    QString name;
    QString value;
    bool operator==(const Attribute &) const = default;
};

/// One place in the text where something is named. A value.
struct Mention
{
    MentionId id = 0;
    QString type;        ///< id of a tagset type ("person")
    EntityId entity = 0; ///< the entity that it mentions; 0: none
    Status status = Status::Suggested;
    AgentId origin = 0;     ///< who proposed it first (the detector, or a person)
    double confidence = -1; ///< 0…1 at two decimals; -1: none given
    bool isUnsure = false;
    QString why;       ///< reason in words, from the detector
    QList<Span> spans; ///< at least one; ascending, not touching; UTF-16
    QString norm;      ///< normal form ("2024-03-21")
    QString link;      ///< URI, overrides the entity's link
    QList<Note> notes;
    QList<Attribute> attributes;
    QList<Event> events;

    bool operator==(const Mention &) const = default;
    /// From the first span's begin to the last span's end.
    [[nodiscard]] Span extent() const { return spans.isEmpty() ? Span{} : Span{spans.first().begin, spans.last().end}; }
    /// Shown, exported and counted: neither rejected nor withdrawn.
    [[nodiscard]] bool isLive() const { return status == Status::Suggested || status == Status::Accepted; }
};

/// Someone or something that mentions of a layer share.
struct Entity
{
    EntityId id = 0;
    QString type;
    QString name;
    QString link; ///< URI; empty: none
    QList<Note> notes;
    QList<Attribute> attributes;
    QList<Event> events;
    bool operator==(const Entity &) const = default;
};

/// Reserved by the format; kept on re-save.
struct Relation
{
    quint32 id = 0;
    QString type;
    MentionId from = 0;
    MentionId to = 0;
    bool operator==(const Relation &) const = default;
};

[[nodiscard]] QString toName(Status status);
[[nodiscard]] std::optional<Status> statusFromName(QStringView name);

} // namespace dateline

Q_DECLARE_METATYPE(dateline::Mention)
