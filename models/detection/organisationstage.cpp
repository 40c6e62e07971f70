// SPDX-License-Identifier: Apache-2.0
#include "detection/stages.h"

using namespace Qt::StringLiterals;

namespace dateline {

namespace {

/// First token of the run of name parts that ends before `head`.
qsizetype leftEdge(const AnalysedArticle &article, qsizetype head)
{
    qsizetype begin = head;
    while (begin > 0 && article.together(begin - 1, head)) {
        const qsizetype before = begin - 1;
        if (article.isNamePart(before)) {
            // A capital at the sentence's begin may be any word's.
            if (article.has(before, SentenceStart) && article.is(before, CommonWord)
                && !article.is(before, OrgModifier | StartsEntry))
                break;
            if (article.is(before, RoleWord))
                break;
            begin = before;
        } else if (article.isHyphen(before) && article.isNamePart(before - 1)) {
            begin = before - 1;
        } else if ((article.word(before) == u"&" || (article.equals(before, "and"_L1) && article.is(before - 1, OrgModifier)))
                   && article.isNamePart(before - 1) && article.together(before - 1, head)) {
            begin = before - 1;
        } else {
            break;
        }
    }
    return begin;
}

/// End of "of X", "for X and Y" after a head that ends at `end`.
qsizetype rightEdge(const AnalysedArticle &article, qsizetype end)
{
    qsizetype last = end;
    for (;;) {
        qsizetype at = last;
        const bool opens = article.equals(at, "of"_L1) || article.equals(at, "for"_L1) || article.equals(at, "on"_L1);
        const bool joins = last > end && article.equals(at, "and"_L1);
        if (!opens && !joins)
            return last;
        ++at;
        if (article.equals(at, "the"_L1) && !article.has(at, Capital))
            ++at;
        if (!article.isNamePart(at) || !article.together(last - 1, at) || (joins && article.is(at + 1, OrgHead | RoleWord)))
            return last;
        while (at < article.size()
               && ((article.isNamePart(at) && article.together(last - 1, at))
                   || (article.isHyphen(at) && article.isNamePart(at + 1))))
            ++at;
        last = at;
    }
}

bool isPortfolio(const AnalysedArticle &article, qsizetype at)
{
    for (const auto word :
         {"foreign"_L1, "defense"_L1, "defence"_L1,     "interior"_L1,    "finance"_L1, "health"_L1,    "justice"_L1,
          "economy"_L1, "energy"_L1,  "education"_L1,   "agriculture"_L1, "culture"_L1, "transport"_L1, "trade"_L1,
          "labor"_L1,   "labour"_L1,  "environment"_L1, "information"_L1, "tourism"_L1, "oil"_L1,       "emergencies"_L1}) {
        if (article.equals(at, word))
            return true;
    }
    return false;
}

/// Words that no organisation is named by alone.
bool standsAlone(const AnalysedArticle &article, qsizetype head)
{
    for (const auto word : {"parliament"_L1, "congress"_L1, "senate"_L1, "cabinet"_L1}) {
        if (article.equals(head, word))
            return true;
    }
    return false;
}

void findCountryMinistry(const AnalysedArticle &article, Candidates &candidates, qsizetype at)
{
    // "Russian foreign ministry", "Serbia's … ministry" stays two things: only the adjective joins.
    if (!article.equals(at, "ministry"_L1) || article.has(at, Capital))
        return;
    qsizetype begin = at;
    while (begin > 0 && at - begin < 3 && isPortfolio(article, begin - 1))
        --begin;
    if (begin == at || begin == 0 || !article.has(begin - 1, Capital) || !article.together(begin - 1, at)
        || article.is(begin - 1, NeverName))
        return;
    for (const Candidate &known : candidates) {
        if (known.end == begin && (known.type == EntityType::Group || known.type == EntityType::Place)) {
            Candidate &added = addCandidate(candidates, known.begin, at + 1, EntityType::Organisation, Rule::OrganisationCountry,
                                            known.begin);
            added.score += 0.1f;
            return;
        }
    }
}

} // namespace

void OrganisationStage::run(const AnalysedArticle &article, Candidates &candidates, const std::stop_token &stop) const
{
    for (qsizetype i = 0; i < article.size(); ++i) {
        if ((i & 0xfff) == 0 && stop.stop_requested())
            return;
        const AnalysedToken &token = article.at(i);
        if ((token.classes & OrgHead) && !(token.shape & Capital))
            findCountryMinistry(article, candidates, i);
        if (!(token.shape & Capital) || (token.shape & LoudLine))
            continue;
        if (token.classes & CompanySuffix) {
            qsizetype begin = leftEdge(article, i);
            if (begin < i) {
                addCandidate(candidates, begin, i + 1, EntityType::Organisation, Rule::CompanyForm, i).score += 0.1f;
                continue;
            }
        }
        if (token.classes & OrgHead) {
            if (article.is(i + 1, OrgHead) && article.isNamePart(i + 1))
                continue;
            const qsizetype begin = leftEdge(article, i);
            const qsizetype head = i + 1;
            const qsizetype end = rightEdge(article, head);
            if (end > head)
                addCandidate(candidates, begin, end, EntityType::Organisation, Rule::OrganisationOf, i).score += 0.05f;
            else if (begin < i || standsAlone(article, i))
                addCandidate(candidates, begin, head, EntityType::Organisation, Rule::OrganisationHead, i);
            continue;
        }
        // Acronyms: two to six capitals, no word of the language.
        const qsizetype length = token.span.length();
        if ((token.shape & AllCaps) && length >= 2 && length <= 6
            && !(token.classes & (NeverName | CommonWord | GivenName | Honorific | RoleWord | Currency)) && !token.hasLower
            && !article.word(i).contains(u'.') && !article.isHyphen(i - 1) && !(token.shape & HasDigit)) {
            const bool next = article.isNamePart(i + 1) && article.has(i + 1, AllCaps);
            const bool before = article.isNamePart(i - 1) && article.has(i - 1, AllCaps);
            if (!next && !before)
                addCandidate(candidates, i, i + 1, EntityType::Organisation, Rule::Acronym, i);
        }
    }
}

} // namespace dateline
