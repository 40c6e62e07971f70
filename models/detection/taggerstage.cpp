// SPDX-License-Identifier: Apache-2.0
#include "detection/taggerstage.h"

#include "annotation/tagset.h"
#include "detection/stages.h"

#include <algorithm>

namespace dateline {

namespace {

Rule ruleOf(TaggerBasis basis)
{
    switch (basis) {
    case TaggerBasis::Before:
        return Rule::TaggerBefore;
    case TaggerBasis::After:
        return Rule::TaggerAfter;
    case TaggerBasis::Run:
        return Rule::TaggerRun;
    case TaggerBasis::Elsewhere:
        return Rule::TaggerElsewhere;
    case TaggerBasis::Entry:
        return Rule::TaggerEntry;
    default:
        return Rule::TaggerWord;
    }
}

/// What a tagger's date or amount is worth: less than a rule's.
constexpr float RegularWorth = 0.5f;

bool isRegular(EntityType type)
{
    return type == EntityType::Date || type == EntityType::Time || type == EntityType::Money || type == EntityType::Percent;
}

/// What rules and lists know better than any tagger and keeps its place in the choice.
bool standsBeside(const Candidate &candidate)
{
    // "Bosnia and Herzegovina"; one word says less than what stands around it.
    const bool isLongEntry = candidate.rule == Rule::GazetteerPlace && candidate.end - candidate.begin >= 3;
    return candidate.list >= 0 || isRegular(candidate.type) || isLongEntry || candidate.rule == Rule::OrganisationCountry;
}

bool hasWord(const AnalysedArticle &article, qsizetype begin, qsizetype end)
{
    const QStringView text = article.view(begin, end);
    return std::any_of(text.begin(), text.end(), [](QChar unit) { return unit.isLetterOrNumber() || unit.isSurrogate(); });
}

} // namespace

TaggerTypes::TaggerTypes(const QStringList &codes)
{
    for (const QString &code : codes) {
        const QString id = typeIdFromCode(code);
        int type = 0;
        while (type < EntityTypeCount && typeId(EntityType(type)) != id)
            ++type;
        if (type == EntityTypeCount) {
            type += int(m_others.size());
            m_others.append(id);
        }
        m_types.push_back(EntityType(type));
    }
}

std::optional<int> TaggerTypes::indexOf(EntityType type) const
{
    const auto found = std::find(m_types.begin(), m_types.end(), type);
    return found == m_types.end() ? std::nullopt : std::optional(int(found - m_types.begin()));
}

bool TaggerTypes::has(EntityType type) const { return indexOf(type).has_value(); }

QString TaggerTypes::idOf(EntityType type) const
{
    const int number = int(type);
    return number < EntityTypeCount ? typeId(type) : m_others.value(number - EntityTypeCount);
}

void TaggerStage::run(const AnalysedArticle &article, Candidates &candidates, const std::stop_token &stop) const
{
    const Tagging tagging = m_tagger->tag(article, candidates, stop);
    if (stop.stop_requested())
        return;
    std::erase_if(candidates,
                  [&](const Candidate &candidate) { return m_types.has(candidate.type) && !standsBeside(candidate); });
    for (const TaggedName &name : tagging.names) {
        const EntityType type = m_types.typeOf(name.type);
        if (!hasWord(article, name.begin, name.end))
            continue; // "€ $"
        Candidate &added = addCandidate(candidates, name.begin, name.end, type, ruleOf(name.basis), name.evidence);
        added.probability = m_tagger->calibrated(name.probability);
        // Dates and amounts are regular: the rules know their whole form, the tagger finds what they miss.
        if (isRegular(type))
            added.score = RegularWorth;
    }
}

} // namespace dateline
