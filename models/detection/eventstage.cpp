// SPDX-License-Identifier: Apache-2.0
#include "detection/stages.h"

using namespace Qt::StringLiterals;

namespace dateline {

namespace {

bool isYear(const AnalysedArticle &article, qsizetype at)
{
    if (!article.has(at, HasDigit) || article.has(at, IsWord) || article.word(at).size() != 4)
        return false;
    const int year = article.word(at).toInt();
    return year >= 1800 && year <= 2100;
}

void findEvent(const AnalysedArticle &article, Candidates &candidates, qsizetype head)
{
    if (article.is(head + 1, EventHead) && article.isNamePart(head + 1))
        return;
    qsizetype begin = head;
    while (begin > 0 && article.isNamePart(begin - 1) && article.together(begin - 1, head)
           && !(article.has(begin - 1, SentenceStart) && article.is(begin - 1, CommonWord)))
        --begin;
    qsizetype end = head + 1;
    // "Battle of Kosovo", "Summit of the Americas"
    if (article.equals(end, "of"_L1)) {
        qsizetype at = end + 1;
        if (article.equals(at, "the"_L1))
            ++at;
        qsizetype last = at;
        while (article.isNamePart(last) && article.together(head, last))
            ++last;
        if (last > at)
            end = last;
    }
    if (begin > 0 && isYear(article, begin - 1) && article.together(begin - 1, head))
        --begin;
    else if (end < article.size() && isYear(article, end) && article.together(end, head) && end > begin + 1)
        ++end;
    if (end - begin < 2)
        return;
    addCandidate(candidates, begin, end, EntityType::Event, Rule::EventPattern, head).score += 0.2f;
}

/// "2018 FIFA World Cup" from an event of the gazetteer with what stands before it.
void widenEvents(const AnalysedArticle &article, Candidates &candidates)
{
    for (Candidate &candidate : candidates) {
        if (candidate.type != EntityType::Event)
            continue;
        qsizetype begin = candidate.begin;
        while (begin > 0 && article.isNamePart(begin - 1) && article.together(begin - 1, candidate.begin)
               && candidate.begin - begin < 3 && (article.has(begin - 1, AllCaps) || article.is(begin - 1, OrgModifier)))
            --begin;
        if (begin > 0 && isYear(article, begin - 1) && article.together(begin - 1, candidate.begin))
            --begin;
        else if (isYear(article, candidate.end) && article.together(candidate.begin, candidate.end))
            ++candidate.end;
        if (begin < candidate.begin) {
            candidate.begin = begin;
            candidate.score += 0.2f;
        }
    }
}

bool endsLikePeople(QStringView word)
{
    return word.size() > 5 && (word.endsWith(u"ians") || word.endsWith(u"ists") || word.endsWith(u"ites"));
}

} // namespace

void EventStage::run(const AnalysedArticle &article, Candidates &candidates, const std::stop_token &stop) const
{
    std::vector<qsizetype> groupEnd(size_t(article.size()) + 1);
    for (const Candidate &candidate : candidates) {
        if (candidate.type == EntityType::Group)
            groupEnd[size_t(candidate.begin)] = candidate.end;
    }
    widenEvents(article, candidates);
    for (qsizetype i = 0; i < article.size(); ++i) {
        if ((i & 0xfff) == 0 && stop.stop_requested())
            return;
        const AnalysedToken &token = article.at(i);
        if (!(token.shape & Capital))
            continue;
        if ((token.classes & EventHead) && !(token.shape & LoudLine))
            findEvent(article, candidates, i);
        if (const qsizetype end = groupEnd[size_t(i)]) {
            // "Russian-Serbian" is one; "Sino-" and "Anglo-" stand in the gazetteer.
            if (end + 1 < article.size() && (article.word(end) == u"-" || article.word(end) == u"\u2013")
                && !article.at(end).spaceBefore && groupEnd[size_t(end) + 1] && !article.at(end + 1).spaceBefore)
                addCandidate(candidates, i, groupEnd[size_t(end) + 1], EntityType::Group, Rule::GroupPair, i).score += 0.2f;
        } else if (endsLikePeople(article.word(i)) && !(token.shape & (SentenceStart | LoudLine))
                   && !(token.classes & (CommonWord | NeverName)) && !article.has(i - 1, Capital)
                   && !article.has(i + 1, Capital)) {
            addCandidate(candidates, i, i + 1, EntityType::Group, Rule::GroupPlural, i);
        }
        for (const auto head :
             {"act"_L1, "treaty"_L1, "protocol"_L1, "bill"_L1, "constitution"_L1, "pact"_L1, "accord"_L1, "accords"_L1}) {
            if (!(token.shape & LoudLine) && article.equals(i, head) && i > 0 && article.isNamePart(i - 1)
                && article.together(i - 1, i)) {
                qsizetype begin = i - 1;
                while (
                    begin > 0 && article.together(begin - 1, i)
                    && (article.isNamePart(begin - 1) || (article.equals(begin - 1, "and"_L1) && article.isNamePart(begin - 2))))
                    --begin;
                if (!(head == "bill"_L1 && i - begin == 1))
                    addCandidate(candidates, begin, i + 1, EntityType::Product, Rule::ProductPattern, i).score += 0.15f;
            }
        }
    }
}

} // namespace dateline
