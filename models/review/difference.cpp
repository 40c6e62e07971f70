// SPDX-License-Identifier: Apache-2.0
#include "review/difference.h"

#include <QHash>

#include <algorithm>
#include <tuple>

using namespace Qt::StringLiterals;

namespace dateline {

namespace {

/// An entity, or a mention that has none. Entities are even, mentions odd.
using Group = quint64;

Group groupOf(const Mention &mention)
{
    return mention.entity != 0 ? quint64(mention.entity) << 1 : (quint64(mention.id) << 1 | 1);
}

QString nameOf(const Layer &layer, Group group)
{
    const Entity *entity = (group & 1) == 0 ? layer.entity(EntityId(group >> 1)) : nullptr;
    return entity ? entity->name.toCaseFolded() : QString();
}

QString linkOf(const Layer &layer, const Mention &mention)
{
    if (!mention.link.isEmpty())
        return mention.link;
    const Entity *entity = layer.entity(mention.entity);
    return entity ? entity->link : QString();
}

/// Which group of `b` each group of `a` means.
QHash<Group, Group> matchGroups(const Layer &a, const Layer &b, const Alignment &alignment)
{
    struct Shared
    {
        qsizetype mentions = 0;
        qsizetype first = 0; ///< row of the alignment where they meet first
        bool isSameName = false;
        Group a = 0;
        Group b = 0;
    };
    QHash<std::pair<Group, Group>, qsizetype> rows;
    QList<Shared> shared;
    for (qsizetype i = 0; i < alignment.size(); ++i) {
        const Mention *first = a.mentions.find(alignment.at(i).a);
        const Mention *second = b.mentions.find(alignment.at(i).b);
        if (!first || !second)
            continue;
        const std::pair groups(groupOf(*first), groupOf(*second));
        const auto known = rows.constFind(groups);
        if (known != rows.constEnd()) {
            ++shared[*known].mentions;
            continue;
        }
        rows.insert(groups, shared.size());
        const QString name = nameOf(a, groups.first);
        shared.append({1, i, !name.isEmpty() && name == nameOf(b, groups.second), groups.first, groups.second});
    }
    std::sort(shared.begin(), shared.end(), [](const Shared &x, const Shared &y) {
        return std::tuple(-x.mentions, !x.isSameName, x.first) < std::tuple(-y.mentions, !y.isSameName, y.first);
    });
    QHash<Group, Group> meaning;
    QHash<Group, Group> taken;
    for (const Shared &pair : std::as_const(shared)) {
        if (meaning.contains(pair.a) || taken.contains(pair.b))
            continue;
        meaning.insert(pair.a, pair.b);
        taken.insert(pair.b, pair.a);
    }
    return meaning;
}

} // namespace

QList<Difference> differences(const Layer &a, const Layer &b) { return differences(a, b, alignLayers(a, b)); }

QList<Difference> differences(const Layer &a, const Layer &b, const Alignment &alignment)
{
    const QHash<Group, Group> meaning = matchGroups(a, b, alignment);
    QList<Difference> found;
    for (const AlignedPair &pair : alignment) {
        const Mention *first = a.mentions.find(pair.a);
        const Mention *second = b.mentions.find(pair.b);
        DifferenceKinds kinds;
        if (!first || !second) {
            kinds = first ? DifferenceKind::Missing : DifferenceKind::Extra;
        } else {
            kinds.setFlag(DifferenceKind::Boundary, first->spans != second->spans);
            kinds.setFlag(DifferenceKind::Type, first->type != second->type);
            const QString link = linkOf(a, *first);
            const QString otherLink = linkOf(b, *second);
            kinds.setFlag(DifferenceKind::Entity, meaning.value(groupOf(*first)) != groupOf(*second)
                                                      || (!link.isEmpty() && !otherLink.isEmpty() && link != otherLink));
            kinds.setFlag(DifferenceKind::Norm, first->norm != second->norm);
        }
        if (kinds)
            found.append({kinds, pair.a, pair.b, pair.place});
    }
    return found;
}

QString toName(DifferenceKind kind)
{
    switch (kind) {
    case DifferenceKind::Missing:
        return u"missing"_s;
    case DifferenceKind::Extra:
        return u"extra"_s;
    case DifferenceKind::Boundary:
        return u"boundary"_s;
    case DifferenceKind::Type:
        return u"type"_s;
    case DifferenceKind::Entity:
        return u"entity"_s;
    case DifferenceKind::Norm:
        break;
    }
    return u"norm"_s;
}

QList<DifferenceKind> kindsIn(DifferenceKinds kinds)
{
    QList<DifferenceKind> list;
    for (const DifferenceKind kind : {DifferenceKind::Missing, DifferenceKind::Extra, DifferenceKind::Boundary,
                                      DifferenceKind::Type, DifferenceKind::Entity, DifferenceKind::Norm}) {
        if (kinds.testFlag(kind))
            list.append(kind);
    }
    return list;
}

} // namespace dateline
