// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "annotation/mentionstore.h"

#include <QMap>

namespace dateline {

enum class Stage : quint8 { Suggested, Draft, Submitted, Returned, Approved, Adjudicated };
enum class AgentKind : quint8 { Detector, Human };

struct Agent
{
    AgentId id = 0;
    QString uid;
    AgentKind kind = AgentKind::Human;
    QString name;
    QString version; ///< of a detector
    bool operator==(const Agent &) const = default;
};

/// What a layer is, without its content.
struct LayerInfo
{
    LayerId id = 0;
    QString uid;
    AgentId by = 0;
    Stage stage = Stage::Draft;
    QDateTime started;
    QDateTime modified;
    QList<LayerId> from; ///< of an adjudicated layer
    QList<Event> events;
    bool operator==(const LayerInfo &) const = default;
};

/// One author's annotations. A value; cheap to copy (implicitly shared parts).
struct Layer
{
    LayerInfo info;
    QMap<EntityId, Entity> entities;
    MentionStore mentions;
    QList<Relation> relations;
    QString foreignXml; ///< elements of foreign namespaces, kept on re-save

    bool operator==(const Layer &) const = default;
    [[nodiscard]] const Entity *entity(EntityId id) const;
    [[nodiscard]] MentionId nextMentionId() const { return mentions.highestId() + 1; }
    [[nodiscard]] EntityId nextEntityId() const { return entities.isEmpty() ? 1 : entities.lastKey() + 1; }
    /// Ids of the entity's mentions in order of place.
    [[nodiscard]] QList<MentionId> mentionsOf(EntityId entity) const;
};

[[nodiscard]] QString toName(Stage stage);
[[nodiscard]] std::optional<Stage> stageFromName(QStringView name);
[[nodiscard]] QString toName(AgentKind kind);
[[nodiscard]] std::optional<AgentKind> agentKindFromName(QStringView name);

} // namespace dateline
