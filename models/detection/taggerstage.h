// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "detection/stage.h"
#include "detection/tagger/tagger.h"

#include <optional>

namespace dateline {

/// The types of a tagger as the stages know them: the built-in ones, and others counted from EntityTypeCount.
class TaggerTypes
{
public:
    TaggerTypes() = default;
    explicit TaggerTypes(const QStringList &codes);

    [[nodiscard]] EntityType typeOf(int index) const { return m_types[size_t(index)]; }
    /// True when the tagger gives this type.
    [[nodiscard]] bool has(EntityType type) const;
    /// The tagger's number of a type; none: it does not give it.
    [[nodiscard]] std::optional<int> indexOf(EntityType type) const;
    /// The tagset's id, of any type.
    [[nodiscard]] QString idOf(EntityType type) const;

private:
    std::vector<EntityType> m_types;
    QStringList m_others;
};

/// Names as a trained tagger reads them, and what it thinks of the names that rules and lists proposed:
/// those of its own types it replaces. Runs after all that propose candidates, before the document.
class TaggerStage : public DetectionStage
{
public:
    TaggerStage(std::shared_ptr<const SequenceTagger> tagger, const TaggerTypes &types)
        : m_tagger(std::move(tagger))
        , m_types(types)
    { }
    void run(const AnalysedArticle &article, Candidates &candidates, const std::stop_token &stop) const override;

private:
    std::shared_ptr<const SequenceTagger> m_tagger;
    TaggerTypes m_types;
};

} // namespace dateline
