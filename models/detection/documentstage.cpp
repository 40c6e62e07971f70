// SPDX-License-Identifier: Apache-2.0
#include "detection/stages.h"

#include "text/folding.h"

#include <QHash>

#include <algorithm>
#include <map>

using namespace Qt::StringLiterals;

namespace dateline {

namespace {

bool isFullPerson(const Candidate &candidate)
{
    return candidate.type == EntityType::Person && candidate.end - candidate.begin >= 2
        && (candidate.rule == Rule::FullName || candidate.rule == Rule::NameAfterRole || candidate.rule == Rule::NameBeforeSpeech
            || candidate.rule == Rule::NameByShape || candidate.rule == Rule::Watchlist
            || candidate.rule == Rule::GazetteerPerson);
}

QString keyOf(const AnalysedArticle &article, qsizetype begin, qsizetype end) { return folded(article.view(begin, end)); }

/// First token of the family name in a full name: after the given names, hyphens kept together.
qsizetype familyNameBegin(const AnalysedArticle &article, const Candidate &name)
{
    qsizetype last = name.end - 1;
    const QStringView word = article.word(last);
    if (last > name.begin + 1 && (word == u"Jr." || word == u"Sr." || word == u"Jr" || word == u"II" || word == u"III"))
        --last;
    while (last - 2 > name.begin && article.word(last - 1) == u"-")
        last -= 2;
    return last;
}

/// Same-spelt single names get one type: that which the evidence in the article favours.
void agreeOnSingleNames(const AnalysedArticle &article, Candidates &candidates)
{
    const auto isOpen = [](Rule rule) {
        return rule == Rule::SingleName || rule == Rule::PlaceByPreposition || rule == Rule::NameBeforeSpeech
            || rule == Rule::GivenNameAlone || rule == Rule::PlacePair;
    };
    struct Votes
    {
        float person = 0;
        float place = 0;
        int count = 0;
    };
    QHash<QString, Votes> votes;
    for (const Candidate &candidate : candidates) {
        if (!isOpen(candidate.rule) || candidate.end - candidate.begin != 1)
            continue;
        Votes &vote = votes[keyOf(article, candidate.begin, candidate.end)];
        // A bare capital says little; a speech verb or a preposition says much.
        const float weight = candidate.rule == Rule::SingleName ? 0.2f : 1.0f;
        (candidate.type == EntityType::Place ? vote.place : vote.person) += weight;
        ++vote.count;
    }
    for (Candidate &candidate : candidates) {
        if (!isOpen(candidate.rule) || candidate.end - candidate.begin != 1)
            continue;
        const Votes vote = votes.value(keyOf(article, candidate.begin, candidate.end));
        const EntityType winner = vote.place > vote.person ? EntityType::Place : EntityType::Person;
        if (candidate.type != winner) {
            candidate.type = winner;
            candidate.rule = Rule::SameName;
            candidate.score = worthOf(Rule::SingleName);
        } else if (candidate.rule == Rule::SingleName && vote.person >= 1) {
            candidate.score += 0.15f;
        }
    }
    // A bare capital alone is right once in ten: only with better evidence elsewhere in the article.
    std::erase_if(candidates, [&](const Candidate &candidate) {
        return candidate.rule == Rule::SingleName && votes.value(keyOf(article, candidate.begin, candidate.end)).person < 1;
    });
}

/// "Lavrov" wherever "Sergey Lavrov" stands in the article.
void findShortNames(const AnalysedArticle &article, Candidates &candidates)
{
    struct Full
    {
        qsizetype evidence;
        float score;
    };
    QHash<QString, Full> families;
    for (const Candidate &candidate : candidates) {
        if (!isFullPerson(candidate))
            continue;
        const qsizetype begin = familyNameBegin(article, candidate);
        if (article.at(begin).span.length() < 2 || article.is(begin, CommonWord | OrgHead | RoleWord)
            || article.has(begin, HasDigit))
            continue;
        const float score = candidate.rule == Rule::NameByShape ? 0.7f : 0.95f;
        const QString key = keyOf(article, begin, begin + 1);
        const auto known = families.constFind(key);
        if (known == families.cend() || known->score < score)
            families.insert(key, {candidate.begin, score});
    }
    if (families.isEmpty())
        return;
    std::vector<bool> covered(size_t(article.size()));
    for (const Candidate &candidate : candidates) {
        // A country stays one, whatever a run that ends with its name was taken for.
        if (isFullPerson(candidate) || candidate.end - candidate.begin > 1 || candidate.rule == Rule::GazetteerPlace) {
            for (qsizetype i = candidate.begin; i < candidate.end; ++i)
                covered[size_t(i)] = true;
        }
    }
    for (qsizetype i = 0; i < article.size(); ++i) {
        if (!article.has(i, Capital) || covered[size_t(i)] || article.is(i, NeverName))
            continue;
        const auto found = families.constFind(keyOf(article, i, i + 1));
        if (found == families.cend())
            continue;
        Candidate &added = addCandidate(candidates, i, i + 1, EntityType::Person, Rule::ShortName, found->evidence);
        added.score = found->score;
    }
}

/// The same words elsewhere: names that a headline in capitals or a sentence's begin hid.
void findSameNames(const AnalysedArticle &article, Candidates &candidates)
{
    struct Known
    {
        qsizetype begin;
        qsizetype length;
        EntityType type;
        float score;
    };
    QHash<QString, std::vector<Known>> byFirst;
    for (const Candidate &candidate : candidates) {
        const bool isName = candidate.type == EntityType::Person || candidate.type == EntityType::Organisation
                         || candidate.type == EntityType::Place;
        const bool isFromGazetteer = candidate.rule <= Rule::GazetteerRole;
        if (!isName || isFromGazetteer || candidate.list >= 0 || candidate.score < 0.6f)
            continue;
        if (candidate.end - candidate.begin == 1 && article.is(candidate.begin, CommonWord))
            continue;
        std::vector<Known> &known = byFirst[keyOf(article, candidate.begin, candidate.begin + 1)];
        const qsizetype length = candidate.end - candidate.begin;
        const auto same = std::find_if(known.begin(), known.end(), [&](const Known &other) {
            return other.length == length
                && keyOf(article, other.begin, other.begin + length) == keyOf(article, candidate.begin, candidate.end);
        });
        if (same == known.end() && known.size() < 8)
            known.push_back({candidate.begin, length, candidate.type, candidate.score});
        else if (same != known.end() && same->score < candidate.score)
            *same = {candidate.begin, length, candidate.type, candidate.score};
    }
    if (byFirst.isEmpty())
        return;
    std::vector<qsizetype> present(size_t(article.size()) + 1);
    for (const Candidate &candidate : candidates)
        present[size_t(candidate.begin)] = std::max(present[size_t(candidate.begin)], candidate.end);
    for (qsizetype i = 0; i < article.size(); ++i) {
        if (!article.has(i, Capital))
            continue;
        const auto list = byFirst.constFind(keyOf(article, i, i + 1));
        if (list == byFirst.cend())
            continue;
        const Known *best = nullptr;
        for (const Known &known : *list) {
            const qsizetype end = i + known.length;
            if (end > article.size() || known.begin == i || !article.together(i, end - 1)
                || (best && best->length >= known.length))
                continue;
            if (keyOf(article, known.begin, known.begin + known.length) != keyOf(article, i, end))
                continue;
            // Part of a longer run: another name.
            if (article.has(end, Capital) && !article.has(end, LoudLine) && known.length == 1)
                continue;
            if (article.has(i - 1, Capital) && !article.has(i, LoudLine | SentenceStart) && known.length == 1
                && !article.is(i - 1, RoleWord | Honorific))
                continue;
            best = &known;
        }
        if (!best || present[size_t(i)] >= i + best->length)
            continue;
        Candidate &added = addCandidate(candidates, i, i + best->length, best->type, Rule::SameName, best->begin);
        added.score = std::min(best->score, 0.9f);
    }
}

/// "International Monetary Fund (IMF)": the acronym is the organisation's too.
void findAcronyms(const AnalysedArticle &article, Candidates &candidates)
{
    const size_t count = candidates.size();
    QHash<QString, qsizetype> acronyms;
    for (size_t i = 0; i < count; ++i) {
        const Candidate name = candidates[i];
        if (name.type == EntityType::Date || name.end + 2 >= article.size() || article.word(name.end) != u"(")
            continue;
        const qsizetype at = name.end + 1;
        const qsizetype after = at + 1;
        const bool closes = after < article.size() && article.word(after) == u")";
        if (!closes || !article.has(at, AllCaps) || name.end - name.begin < 2)
            continue;
        const QStringView acronym = article.word(at);
        if (acronym[0].toUpper() != article.word(name.begin)[0].toUpper() && name.type != EntityType::Organisation)
            continue;
        if (name.type != EntityType::Organisation && name.type != EntityType::Person && name.type != EntityType::Place
            && name.type != EntityType::Event)
            continue;
        const bool isOrganisation = name.type == EntityType::Organisation || name.type == EntityType::Person;
        const EntityType type = isOrganisation ? EntityType::Organisation : name.type;
        if (isOrganisation)
            candidates[i].type = EntityType::Organisation;
        acronyms.insert(acronym.toString(), name.begin);
        Candidate &added = addCandidate(candidates, at, at + 1, type, Rule::AcronymInBrackets, name.begin);
        added.score = 1.2f;
    }
    if (acronyms.isEmpty())
        return;
    for (qsizetype i = 0; i < article.size(); ++i) {
        if (!article.has(i, AllCaps))
            continue;
        const auto found = acronyms.constFind(article.word(i).toString());
        if (found == acronyms.cend())
            continue;
        addCandidate(candidates, i, i + 1, EntityType::Organisation, Rule::AcronymInBrackets, found.value()).score = 1.1f;
    }
}

/// The dateline gives its place and agency away by standing there.
void readDateline(const AnalysedArticle &article, Candidates &candidates)
{
    for (const Structure &structure : article.text().structures()) {
        if (structure.kind != StructureKind::Agency && structure.kind != StructureKind::Dateline)
            continue;
        // Tokens are in order: binary search for the first in the stretch.
        qsizetype low = 0;
        qsizetype high = article.size();
        while (low < high) {
            const qsizetype middle = (low + high) / 2;
            if (article.at(middle).span.begin < structure.span.begin)
                low = middle + 1;
            else
                high = middle;
        }
        qsizetype end = low;
        while (end < article.size() && article.at(end).span.end <= structure.span.end)
            ++end;
        if (structure.kind == StructureKind::Agency) {
            qsizetype from = low;
            while (from < end && !article.has(from, IsWord))
                ++from;
            qsizetype to = from;
            while (to < end && article.has(to, Capital) && !article.is(to, Month | Weekday))
                ++to;
            if (to > from)
                addCandidate(candidates, from, to, EntityType::Organisation, Rule::DatelineAgency, from).score = 1.3f;
        } else if (article.has(low, AllCaps) && !article.is(low, NeverName)) {
            qsizetype to = low;
            while (to < end && article.has(to, AllCaps) && !article.is(to, Month | Weekday))
                ++to;
            addCandidate(candidates, low, to, EntityType::Place, Rule::DatelinePlace, low).score = 1.2f;
        }
    }
}

} // namespace

void DocumentStage::run(const AnalysedArticle &article, Candidates &candidates, const std::stop_token &stop) const
{
    agreeOnSingleNames(article, candidates);
    readDateline(article, candidates);
    findAcronyms(article, candidates);
    if (stop.stop_requested())
        return;
    findShortNames(article, candidates);
    if (stop.stop_requested())
        return;
    findSameNames(article, candidates);
}

} // namespace dateline
