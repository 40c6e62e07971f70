// SPDX-License-Identifier: Apache-2.0
#include "detection/stages.h"

namespace dateline {

namespace {

Rule ruleOf(const Gazetteer::Entry &entry)
{
    switch (entry.type) {
    case EntityType::Group:
        return Rule::GazetteerGroup;
    case EntityType::Organisation:
        return Rule::GazetteerOrganisation;
    case EntityType::Event:
        return Rule::GazetteerEvent;
    case EntityType::Product:
        return Rule::GazetteerProduct;
    case EntityType::Topic:
        return Rule::GazetteerTopic;
    case EntityType::Role:
        return Rule::GazetteerRole;
    case EntityType::Person:
        return Rule::GazetteerPerson;
    default:
        return entry.rank ? Rule::GazetteerCity : Rule::GazetteerPlace;
    }
}

bool fits(const AnalysedArticle &article, const Gazetteer::Entry &entry, qsizetype begin, qsizetype end)
{
    if (entry.spelling == Gazetteer::Case::Any)
        return true;
    if (entry.spelling == Gazetteer::Case::Exact) {
        // In a line of capitals "WHO" and "US" are more often words.
        if (article.has(begin, LoudLine) && article.is(begin, CommonWord | NeverName))
            return false;
        return article.has(begin, AllCaps);
    }
    for (qsizetype i = begin; i < end; ++i) {
        if ((entry.capitals >> (i - begin) & 1) && !article.has(i, Capital))
            return false;
    }
    // "Turkey" may begin any sentence; "Reading" or "Nice" there is a word.
    const AnalysedToken &first = article.at(begin);
    const bool isAlone = end - begin == 1;
    if (isAlone && (first.shape & (SentenceStart | LoudLine)) && entry.rank > 0
        && ((first.classes & CommonWord) || first.hasLower))
        return false;
    return true;
}

/// A hyphen inside an entry binds: "Russia" in "Russia-led" stands, "Botsan" in "Botsan-Kharchenko" is part of more.
bool isPartOfCompound(const AnalysedArticle &article, qsizetype begin, qsizetype end)
{
    const auto joined = [&](qsizetype hyphen) {
        return hyphen >= 0 && hyphen < article.size() && article.word(hyphen) == u"-" && !article.at(hyphen).spaceBefore;
    };
    if (joined(end) && end + 1 < article.size() && !article.at(end + 1).spaceBefore && article.has(end + 1, Capital)
        && !article.is(end + 1, StartsEntry))
        return true;
    return joined(begin - 1) && begin >= 2 && !article.at(begin).spaceBefore && article.has(begin - 2, Capital)
        && !article.has(begin - 2, HasDigit) && !article.is(begin - 2, StartsEntry);
}

} // namespace

Candidate &addCandidate(Candidates &candidates, qsizetype begin, qsizetype end, EntityType type, Rule rule, qsizetype evidence)
{
    Candidate candidate;
    candidate.begin = begin;
    candidate.end = end;
    candidate.type = type;
    candidate.rule = rule;
    candidate.score = worthOf(rule);
    candidate.evidence = evidence;
    candidates.push_back(std::move(candidate));
    return candidates.back();
}

void GazetteerStage::run(const AnalysedArticle &article, Candidates &candidates, const std::stop_token &stop) const
{
    const Gazetteer &gazetteer = article.gazetteer();
    for (qsizetype i = 0; i < article.size(); ++i) {
        if ((i & 0xfff) == 0 && stop.stop_requested())
            return;
        if (!article.is(i, StartsEntry))
            continue;
        struct Best
        {
            qsizetype end = 0;
            const Gazetteer::Entry *entry = nullptr;
        };
        std::array<Best, EntityTypeCount> best{};
        quint32 node = 0;
        for (qsizetype j = i; j < article.size() && article.at(j).sentence == article.at(i).sentence; ++j) {
            node = article.at(j).word ? gazetteer.step(node, article.at(j).word) : 0;
            if (!node)
                break;
            for (qint32 at = gazetteer.entriesAt(node); at >= 0; at = gazetteer.entry(at).next) {
                const Gazetteer::Entry &entry = gazetteer.entry(at);
                Best &known = best[size_t(entry.type)];
                if (known.end < j + 1 && fits(article, entry, i, j + 1))
                    known = {j + 1, &entry};
            }
        }
        for (const Best &match : best) {
            if (!match.entry || isPartOfCompound(article, i, match.end))
                continue;
            addCandidate(candidates, i, match.end, match.entry->type, ruleOf(*match.entry), i);
        }
    }
}

} // namespace dateline
