// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "review/agentids.h"
#include "review/versionmerging.h"

#include <algorithm>

namespace dateline::merging {

/// What only one side changed counts. False: both did, differently; `ours` stays.
template<typename T>
[[nodiscard]] bool pick(const T &base, const T &theirs, T &ours)
{
    if (ours == theirs || theirs == base)
        return true;
    if (!(ours == base))
        return false;
    ours = theirs;
    return true;
}

/// Takes up what they added, in order of time.
template<typename T>
void uniteByTime(const QList<T> &base, const QList<T> &theirs, QList<T> &ours)
{
    bool isChanged = false;
    for (const T &value : theirs) {
        if (ours.contains(value) || base.contains(value))
            continue;
        ours.append(value);
        isChanged = true;
    }
    if (isChanged)
        std::stable_sort(ours.begin(), ours.end(), [](const T &a, const T &b) { return a.at < b.at; });
}

/// Attributes by name. Those of theirs that could not be taken.
[[nodiscard]] QList<Attribute> pickAttributes(const QList<Attribute> &base, const QList<Attribute> &theirs,
                                              QList<Attribute> &ours);

/// One layer of both sides, agents in our numbers. Used once.
class LayerMerger
{
public:
    LayerMerger(ArticleText text, Layer base, Layer ours, Layer theirs)
        : m_text(std::move(text))
        , m_base(std::move(base))
        , m_ours(std::move(ours))
        , m_theirs(std::move(theirs))
    { }

    QList<VersionConflict> conflicts;

    [[nodiscard]] Layer run();

private:
    void mergeInfo(Layer &merged);
    void mergeEntities(Layer &merged);
    void mergeEntity(Entity &entity, const Entity &was, const Entity &other);
    void mergeMentions(Layer &merged);
    void mergeMention(Mention &mention, const Mention &was, const Mention &other, const Layer &merged);
    [[nodiscard]] Mention toOurs(Mention mention) const;
    void dropEntities(Layer &merged) const;

    ArticleText m_text;
    Layer m_base;
    Layer m_ours;
    Layer m_theirs;
    QHash<EntityId, EntityId> m_entities; ///< theirs -> merged, where they differ
};

} // namespace dateline::merging
