// SPDX-License-Identifier: Apache-2.0
#include "detection/stages.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace dateline {

namespace {

bool isNameWord(const AnalysedArticle &article, qsizetype at)
{
    // Where letters have no case, the shape of a word says nothing.
    return article.has(at, Capital) && article.has(at, IsWord) && article.word(at).front().isUpper()
        && !article.is(at, NeverName | Month | Weekday);
}

/// Ends per token of what the gazetteer found there, by type; 0 where nothing begins.
struct Starts
{
    explicit Starts(qsizetype size)
        : role(size_t(size) + 1)
        , place(size_t(size) + 1)
        , group(size_t(size) + 1)
        , other(size_t(size) + 1)
    { }
    std::vector<qsizetype> role, place, group, other;
};

Starts indexOf(const AnalysedArticle &article, const Candidates &candidates)
{
    Starts starts(article.size());
    for (const Candidate &candidate : candidates) {
        std::vector<qsizetype> *list = nullptr;
        switch (candidate.type) {
        case EntityType::Role:
            list = &starts.role;
            break;
        case EntityType::Place:
            list = &starts.place;
            break;
        case EntityType::Group:
            list = &starts.group;
            break;
        case EntityType::Organisation:
        case EntityType::Event:
        case EntityType::Product:
            list = &starts.other;
            break;
        default:
            continue;
        }
        qsizetype &end = (*list)[size_t(candidate.begin)];
        end = std::max(end, candidate.end);
    }
    return starts;
}

bool isPreposition(const AnalysedArticle &article, qsizetype at)
{
    for (const auto word :
         {"in"_L1, "near"_L1, "at"_L1, "around"_L1, "outside"_L1, "across"_L1, "toward"_L1, "towards"_L1, "inside"_L1}) {
        if (article.equals(at, word))
            return true;
    }
    return false;
}

/// Places with a telling word: "Kabul River", "Lake Chad", "Mount Elbrus", "Heathrow Airport".
void addPlaceByHead(const AnalysedArticle &article, Candidates &candidates, qsizetype begin, qsizetype end)
{
    const qsizetype last = end - 1;
    if (end - begin >= 2 && article.is(last, PlaceHead))
        addCandidate(candidates, begin, end, EntityType::Place, Rule::PlaceHeadWord, last).score += 0.1f;
    else if (end - begin >= 2
             && (article.equals(begin, "lake"_L1) || article.equals(begin, "mount"_L1) || article.equals(begin, "mt."_L1)
                 || article.equals(begin, "cape"_L1) || article.equals(begin, "fort"_L1) || article.equals(begin, "port"_L1)))
        addCandidate(candidates, begin, end, EntityType::Place, Rule::PlaceHeadWord, begin).score += 0.1f;
}

class Runs
{
public:
    Runs(const AnalysedArticle &article, Candidates &candidates)
        : m_article(article)
        , m_candidates(candidates)
        , m_starts(indexOf(article, candidates))
    { }

    /// Looks at the run that begins at `at`; the token to go on from.
    qsizetype read(qsizetype at);

private:
    void classify(qsizetype begin, qsizetype end, qsizetype role);
    qsizetype speechBeside(qsizetype begin, qsizetype end) const;
    void single(qsizetype at);

    const AnalysedArticle &m_article;
    Candidates &m_candidates;
    const Starts m_starts;
};

qsizetype Runs::speechBeside(qsizetype begin, qsizetype end) const
{
    if (m_article.is(end, SpeechVerb) && m_article.together(begin, end))
        return end;
    if (m_article.is(begin - 1, SpeechVerb) && m_article.together(begin, begin - 1) && !m_article.has(begin - 1, Capital))
        return begin - 1;
    // "Rossi, 47, said"; "Rossi also said"
    if (end + 2 < m_article.size() && m_article.word(end) == u"," && m_article.has(end + 1, HasDigit)
        && m_article.word(end + 2) == u",")
        return end + 1;
    if ((m_article.equals(end, "also"_L1) || m_article.equals(end, "then"_L1)) && m_article.is(end + 1, SpeechVerb))
        return end + 1;
    return -1;
}

void Runs::single(qsizetype at)
{
    const AnalysedToken &token = m_article.at(at);
    const qsizetype end = at + 1;
    const bool isKnown = m_starts.place[size_t(at)] || m_starts.group[size_t(at)] || m_starts.other[size_t(at)];
    const qsizetype speech = speechBeside(at, end);
    if ((token.shape & AllCaps) || m_article.is(at, OrgHead | EventHead | CompanySuffix | Currency))
        return;
    const bool isWord = (token.classes & CommonWord) || token.hasLower;
    if ((token.shape & SentenceStart) && isWord)
        return;
    if (speech >= 0 && !isKnown && !(isWord && !(token.classes & (GivenName | FamilyName)))) {
        addCandidate(m_candidates, at, end, EntityType::Person, Rule::NameBeforeSpeech, speech);
        return;
    }
    if (isKnown)
        return;
    if (isPreposition(m_article, at - 1) && m_article.together(at - 1, at) && !isWord) {
        addCandidate(m_candidates, at, end, EntityType::Place, Rule::PlaceByPreposition, at - 1);
        return;
    }
    if (end + 1 < m_article.size() && m_article.word(end) == u"," && m_starts.place[size_t(end) + 1]
        && !(token.classes & GivenName) && !isWord) {
        addCandidate(m_candidates, at, end, EntityType::Place, Rule::PlacePair, end + 1);
        return;
    }
    if (token.classes & GivenName)
        addCandidate(m_candidates, at, end, EntityType::Person, Rule::GivenNameAlone, at);
    else if (!isWord && !(token.shape & (HasDigit | SentenceStart)) && token.span.length() > 2)
        addCandidate(m_candidates, at, end, EntityType::Person, Rule::SingleName, at);
}

void Runs::classify(qsizetype begin, qsizetype end, qsizetype role)
{
    if (begin >= end)
        return;
    if (role >= 0) {
        const bool isOther = m_article.is(end - 1, OrgHead | EventHead | PlaceHead | CompanySuffix)
                          || m_starts.group[size_t(begin)] == end || m_starts.other[size_t(begin)] >= end;
        if (!isOther)
            addCandidate(m_candidates, begin, end, EntityType::Person, Rule::NameAfterRole, role).score += 0.12f;
        return;
    }
    const qsizetype last = end - 1;
    addPlaceByHead(m_article, m_candidates, begin, end);
    if (m_article.is(last, OrgHead | EventHead | PlaceHead | CompanySuffix))
        return;
    if (end - begin == 1) {
        single(begin);
        return;
    }
    for (qsizetype i = begin; i < end; ++i) {
        if (m_article.is(i, OrgHead | CompanySuffix | EventHead))
            return;
    }
    qsizetype words = 0;
    qsizetype common = 0;
    for (qsizetype i = begin; i < end; ++i) {
        if (!m_article.has(i, IsWord) || m_article.is(i, NameParticle))
            continue;
        ++words;
        if (m_article.is(i, CommonWord | OrgModifier) && !m_article.is(i, GivenName | FamilyName))
            ++common;
    }
    const bool isKnown = m_starts.place[size_t(begin)] == end || m_starts.group[size_t(begin)] == end
                      || m_starts.other[size_t(begin)] == end;
    if (isKnown)
        return;
    const qsizetype speech = speechBeside(begin, end);
    // "Unknown Petrov" is a person as much as "Sergey Unknown".
    const bool isPersonal = m_article.is(begin, GivenName)
                         || (words == 2 && m_article.is(last, FamilyName) && !isPreposition(m_article, begin - 1));
    if (isPersonal && words <= 5 && common == 0) {
        addCandidate(m_candidates, begin, end, EntityType::Person, Rule::FullName, begin).score += 0.05f;
    } else if (speech >= 0 && words <= 5 && common == 0) {
        addCandidate(m_candidates, begin, end, EntityType::Person, Rule::NameBeforeSpeech, speech).score += 0.05f;
    } else if (m_article.is(begin, GivenName) && words <= 4 && common < words - 1) {
        addCandidate(m_candidates, begin, end, EntityType::Person, Rule::FullName, begin);
    } else if (isPreposition(m_article, begin - 1) && m_article.together(begin, begin - 1) && common < words) {
        addCandidate(m_candidates, begin, end, EntityType::Place, Rule::PlaceByPreposition, begin - 1);
    } else if (end + 1 < m_article.size() && m_article.word(end) == u"," && m_starts.place[size_t(end) + 1] && common < words) {
        addCandidate(m_candidates, begin, end, EntityType::Place, Rule::PlacePair, end + 1);
    } else if (words >= 2 && words <= 4 && common == 0) {
        addCandidate(m_candidates, begin, end, EntityType::Person, Rule::NameByShape, begin);
    } else if (words >= 2 && common > 0 && m_article.is(last, OrgModifier)) {
        addCandidate(m_candidates, begin, end, EntityType::Organisation, Rule::OrganisationHead, last).score -= 0.15f;
    }
}

qsizetype Runs::read(qsizetype at)
{
    // Titles and offices, and peoples before them, are not part of the name.
    qsizetype begin = at;
    qsizetype role = -1;
    for (;;) {
        if (m_starts.role[size_t(begin)] > begin) {
            role = begin;
            begin = m_starts.role[size_t(begin)];
        } else if (m_article.is(begin, Honorific) && m_article.has(begin, Capital)) {
            role = begin;
            ++begin;
            if (begin < m_article.size() && m_article.word(begin) == u"." && !m_article.at(begin).spaceBefore)
                ++begin;
        } else if (m_starts.group[size_t(begin)] > begin && isNameWord(m_article, m_starts.group[size_t(begin)]) && role < 0
                   && m_article.together(begin, m_starts.group[size_t(begin)])) {
            begin = m_starts.group[size_t(begin)];
        } else {
            break;
        }
        if (begin >= m_article.size())
            return m_article.size();
    }
    if (!m_article.together(at, begin) || m_article.has(begin, LoudLine))
        return std::max(at + 1, begin);
    if (role < 0 && m_article.has(begin, SentenceStart) && !m_article.is(begin, GivenName)
        && (m_article.is(begin, CommonWord) || m_article.at(begin).hasLower) && isNameWord(m_article, begin + 1))
        ++begin;
    const qsizetype end = nameRunEnd(m_article, begin);
    if (end == begin)
        return std::max(at + 1, begin);
    // A place or a people before the name: "Paris Mayor" is handled by the role; "Moscow Lavrov" is not a name.
    qsizetype from = begin;
    if (role < 0) {
        const qsizetype place = m_starts.place[size_t(begin)];
        if (place > begin && place < end && !m_article.is(begin, GivenName) && m_starts.role[size_t(place)] > place) {
            classify(m_starts.role[size_t(place)], nameRunEnd(m_article, m_starts.role[size_t(place)]), place);
            return std::max(end, m_starts.role[size_t(place)]);
        }
        // A role inside the run: "Manchester United manager" no, "Kremlin Spokesman Dmitry Peskov" yes.
        for (qsizetype i = begin + 1; i < end; ++i) {
            if (m_starts.role[size_t(i)] > i && m_starts.role[size_t(i)] < end) {
                classify(begin, i, -1);
                classify(m_starts.role[size_t(i)], end, i);
                return end;
            }
            if (m_starts.role[size_t(i)] == end) {
                from = begin;
                classify(from, i, -1);
                return i;
            }
        }
    }
    classify(from, end, role);
    return end;
}

} // namespace

qsizetype nameRunEnd(const AnalysedArticle &article, qsizetype at)
{
    qsizetype end = at;
    while (end < article.size() && end - at < 12) {
        if (isNameWord(article, end) && (end == at || article.together(at, end))) {
            if (end > at && article.has(end, SentenceStart))
                break;
            ++end;
            continue;
        }
        if (end == at)
            break;
        if (article.isHyphen(end) && article.has(end + 1, IsWord)
            && (article.has(end + 1, Capital) || article.at(end + 1).span.length() <= 3)) {
            end += 2;
            continue;
        }
        if (article.is(end, NameParticle) && article.has(end, IsWord)) {
            qsizetype next = end + 1;
            while (article.is(next, NameParticle) && next < end + 3)
                ++next;
            if (isNameWord(article, next) && article.together(at, next) && article.at(next).spaceBefore) {
                end = next + 1;
                continue;
            }
        }
        break;
    }
    return end;
}

void NameStage::run(const AnalysedArticle &article, Candidates &candidates, const std::stop_token &stop) const
{
    Runs runs(article, candidates);
    qsizetype i = 0;
    while (i < article.size()) {
        if (stop.stop_requested())
            return;
        const bool mayBegin = article.has(i, Capital) || article.is(i, RoleWord | StartsEntry | Honorific);
        if (!mayBegin || !article.has(i, IsWord)) {
            ++i;
            continue;
        }
        i = std::max(i + 1, runs.read(i));
    }
}

} // namespace dateline
