// SPDX-License-Identifier: Apache-2.0
#include "annotation/layer.h"

namespace dateline {

const Entity *Layer::entity(EntityId id) const
{
    const auto found = entities.constFind(id);
    return found == entities.constEnd() ? nullptr : &*found;
}

QList<MentionId> Layer::mentionsOf(EntityId entity) const
{
    QList<MentionId> ids;
    mentions.forEach([&](const Mention &mention) {
        if (mention.entity == entity)
            ids.append(mention.id);
    });
    return ids;
}

} // namespace dateline
