// SPDX-License-Identifier: Apache-2.0
#include "detection/tagger/features.h"

#include "detection/tagger/hashing.h"

#include <algorithm>

namespace dateline {

namespace {

/// Kinds of features. Values are part of the model's format.
enum Kind : quint32 {
    KindWord = 1,
    KindLower,
    KindShape,
    KindLongShape,
    KindPrefix,
    KindSuffix,
    KindCoarse,
    KindMiddle,
    KindFine,
    KindMiddleShape,
    KindFineShape,
    KindClass,
    KindClasses,
    KindPair,
    KindShapes,
    KindClusterPair,
    KindState,
    KindSpaces,
    KindRun,
    KindRunWords,
    KindRunAround,
    KindWide,
    KindCounts,
    KindElsewhere,
    KindLongRun,
    KindAcronym,
    KindEntry,
    KindEntries,
};

constexpr quint32 salted(Kind kind, quint32 place) { return kind * 0x01000193u + place * 0x5BD1E995u; }

/// How a word begins: small, with a capital, all in capitals, with a digit.
quint32 lookOf(quint8 shape)
{
    if (shape & AllCaps)
        return 3;
    if (shape & Capital)
        return 2;
    return shape & HasDigit ? 4 : 1;
}

quint32 bucket(int count) { return count >= 4 ? 4 : quint32(count); }

} // namespace

const TaggerFeatures::Word &TaggerFeatures::at(qsizetype token, const TokenRange &sentence) const
{
    return token < sentence.begin || token >= sentence.end ? m_edge : at(token);
}

void TaggerFeatures::addWordFeatures(qsizetype index, WordPlace place, FeatureList &list) const
{
    const Word &word = index < 0 ? m_edge : m_words[size_t(index)];
    const auto where = quint32(place);
    const auto add = [&](Kind kind, quint32 value) { list.add(joined(salted(kind, where), value)); };
    add(KindLower, word.lower);
    if (word.clusters.coarse) {
        add(KindMiddle, word.clusters.middle);
        add(KindFine, word.clusters.fine);
    }
    if (place == WordPlace::TwoBefore || place == WordPlace::TwoAfter)
        return;
    add(KindShape, word.shape);
    if (word.clusters.coarse)
        add(KindCoarse, word.clusters.coarse);
    constexpr quint32 told = GivenName | FamilyName | CommonWord | Honorific | OrgHead | PlaceHead | EventHead | Month | Weekday
                           | Currency | SpeechVerb | NameParticle | RoleWord | OrgModifier | CompanySuffix | DateWord;
    for (quint32 rest = word.classes & told; rest; rest &= rest - 1)
        add(KindClass, rest & -rest);
    if (word.classes & told)
        add(KindClasses, word.classes & told);
    if (index < 0)
        return;
    const QStringView text = m_article.word(word.token);
    if (place != WordPlace::Here) {
        if (text.size() > 3)
            add(KindSuffix, hashOfText(text.last(3)));
        return;
    }
    add(KindWord, word.exact);
    add(KindLongShape, word.longShape);
    add(KindMiddleShape, joined(word.clusters.middle, word.shape));
    add(KindFineShape, joined(word.clusters.fine, word.shape));
    const quint32 look = lookOf(m_article.at(word.token).shape);
    for (qsizetype length = 1; length <= 4 && length < text.size(); ++length)
        add(KindPrefix, joined(hashOfText(text.first(length)), quint32(length), look));
    for (qsizetype length = 1; length <= 5 && length < text.size(); ++length)
        add(KindSuffix, joined(hashOfText(text.last(length)), quint32(length), look));
}

void TaggerFeatures::addContextFeatures(qsizetype token, const TokenRange &sentence, FeatureList &list) const
{
    addNeighbours(token, sentence, list);
    addGazetteer(token, sentence, list);
    addRun(token, sentence, list);
    addArticle(token, sentence, list);
}

void TaggerFeatures::addNeighbours(qsizetype token, const TokenRange &sentence, FeatureList &list) const
{
    const Word &here = at(token);
    const Word &before = at(token - 1, sentence);
    const Word &after = at(token + 1, sentence);
    const Word &before2 = at(token - 2, sentence);
    const Word &after2 = at(token + 2, sentence);
    const auto pair = [&](Kind kind, quint32 which, quint32 a, quint32 b) { list.add(joined(salted(kind, which), a, b)); };
    pair(KindPair, 0, before.lower, here.lower);
    pair(KindPair, 1, here.lower, after.lower);
    pair(KindPair, 2, before.lower, after.lower);
    pair(KindPair, 3, before2.lower, before.lower);
    pair(KindPair, 4, after.lower, after2.lower);
    pair(KindPair, 5, before.lower, here.shape);
    pair(KindPair, 6, here.shape, after.lower);
    pair(KindShapes, 0, before.shape, here.shape);
    pair(KindShapes, 1, here.shape, after.shape);
    list.add(joined(salted(KindShapes, 2), before.shape, here.shape, after.shape));
    list.add(joined(salted(KindShapes, 3), before2.shape, before.shape, here.shape));
    list.add(joined(salted(KindShapes, 4), here.shape, after.shape, after2.shape));
    pair(KindClusterPair, 0, before.clusters.middle, here.clusters.middle);
    pair(KindClusterPair, 1, here.clusters.middle, after.clusters.middle);
    pair(KindClusterPair, 2, before.clusters.fine, here.shape);
    pair(KindClusterPair, 3, here.shape, after.clusters.fine);
    pair(KindClusterPair, 4, joined(before.clusters.coarse, here.clusters.coarse), after.clusters.coarse);
    pair(KindClusterPair, 5, joined(before.clusters.middle, here.shape), after.clusters.middle);
    pair(KindClusterPair, 6, before2.clusters.middle, before.clusters.middle);
    pair(KindClusterPair, 7, after.clusters.middle, after2.clusters.middle);
    const AnalysedToken &analysed = m_article.at(token);
    const quint32 state = analysed.shape & (SentenceStart | LoudLine);
    if (state)
        pair(KindState, 0, state, here.shape);
    const bool isTight = token + 1 < sentence.end && !m_article.at(token + 1).spaceBefore;
    if (!analysed.spaceBefore || isTight)
        pair(KindSpaces, 0, (analysed.spaceBefore ? 2u : 0u) | (isTight ? 1u : 0u), here.shape);
    if (before.classes & (Honorific | RoleWord | OrgHead | PlaceHead | GivenName))
        pair(KindClasses, 8, before.classes & (Honorific | RoleWord | OrgHead | PlaceHead | GivenName), here.shape);
}

quint32 TaggerFeatures::positionIn(const Run &run, qsizetype token) const
{
    const bool isFirst = token == run.begin;
    const bool isLast = token + 1 == run.end;
    return isFirst && isLast ? 4 : isFirst ? 1 : isLast ? 3 : 2;
}

void TaggerFeatures::addRun(qsizetype token, const TokenRange &sentence, FeatureList &list) const
{
    if (m_wide[size_t(token)].end == m_wide[size_t(token)].begin)
        return;
    const auto add = [&](Kind kind, quint32 which, quint32 a, quint32 b) { list.add(joined(salted(kind, which), a, b)); };
    const Run run = m_runs[size_t(token)];
    if (run.end > run.begin) {
        const quint32 position = positionIn(run, token);
        const auto length = quint32(std::min(run.end - run.begin, 6));
        const auto at0 = quint32(std::min<qsizetype>(token - run.begin, 4));
        const bool starts = m_article.has(run.begin, SentenceStart);
        add(KindRun, 0, length, at0);
        add(KindRun, 1, joined(length, at0), starts);
        add(KindRun, 2, joined(length, at0), at(token).shape);
        const Word &first = at(run.begin);
        const Word &last = at(run.end - 1);
        const Word &before = at(run.begin - 1, sentence);
        const Word &after = at(run.end, sentence);
        add(KindRunWords, 0, first.lower, position);
        add(KindRunWords, 1, last.lower, position);
        add(KindRunWords, 2, first.clusters.fine, position);
        add(KindRunWords, 3, last.clusters.fine, position);
        add(KindRunWords, 4, last.clusters.middle, joined(length, position));
        add(KindRunWords, 5,
            last.classes & (OrgHead | PlaceHead | EventHead | CompanySuffix | FamilyName | RoleWord | OrgModifier), position);
        add(KindRunWords, 6, first.classes & (GivenName | OrgModifier | RoleWord | Honorific), joined(length, position));
        add(KindRunAround, 0, before.lower, position);
        add(KindRunAround, 1, after.lower, position);
        add(KindRunAround, 2, before.clusters.fine, position);
        add(KindRunAround, 3, after.clusters.fine, position);
        add(KindRunAround, 4, joined(before.clusters.middle, after.clusters.middle), position);
        add(KindRunAround, 5, joined(before.lower, length), position);
        add(KindRunAround, 6, joined(after.lower, length), position);
        add(KindRunAround, 7, joined(before.lower, after.lower), position);
    }
    const Run wide = m_wide[size_t(token)];
    if (wide.begin == run.begin && wide.end == run.end)
        return;
    const quint32 position = joined(positionIn(wide, token), run.end > run.begin ? positionIn(run, token) : 0);
    add(KindWide, 0, at(wide.begin).lower, position);
    add(KindWide, 1, at(wide.end - 1).lower, position);
    add(KindWide, 2, at(wide.begin).clusters.fine, position);
    add(KindWide, 3, at(wide.end - 1).clusters.fine, position);
    add(KindWide, 4, at(wide.begin - 1, sentence).lower, position);
    add(KindWide, 5, at(wide.end, sentence).lower, position);
}

void TaggerFeatures::addArticle(qsizetype token, const TokenRange &, FeatureList &list) const
{
    if (!isCapital(token) && !m_article.has(token, LoudLine))
        return;
    const Word &here = at(token);
    const auto add = [&](Kind kind, quint32 which, quint32 a, quint32 b = 0) { list.add(joined(salted(kind, which), a, b)); };
    const int others = here.capitals - (isCapital(token) ? 1 : 0);
    add(KindCounts, 0, bucket(others), bucket(here.small));
    add(KindCounts, 1, joined(others > 0, here.small > 0), here.shape);
    int told = 0;
    for (int i = 0; i < std::min<int>(here.capitals, int(here.places.size())); ++i) {
        const qsizetype place = here.places[size_t(i)];
        if (place == token)
            continue;
        const TokenRange &sentence = m_article.sentences().at(m_article.at(place).sentence);
        const Word &before = at(place - 1, sentence);
        const Word &after = at(place + 1, sentence);
        add(KindElsewhere, 0, before.lower);
        add(KindElsewhere, 1, after.lower);
        add(KindElsewhere, 2, before.clusters.fine);
        add(KindElsewhere, 3, after.clusters.fine);
        if (before.classes & (RoleWord | Honorific | GivenName))
            add(KindElsewhere, 4, before.classes & (RoleWord | Honorific | GivenName));
        if (++told == 5)
            break;
    }
    const Run run = m_runs[size_t(token)];
    const qsizetype longest = here.runToken;
    if (longest >= 0 && longest != token) {
        const Run other = m_runs[size_t(longest)];
        if (other.end - other.begin > run.end - run.begin || m_article.has(token, LoudLine)) {
            const quint32 position = joined(positionIn(other, longest), quint32(std::min(other.end - other.begin, 5)));
            add(KindLongRun, 0, at(other.begin).lower, position);
            add(KindLongRun, 1, at(other.end - 1).lower, position);
            add(KindLongRun, 2, position);
            add(KindLongRun, 3, at(other.end - 1).clusters.fine, position);
            add(KindLongRun, 4, at(other.begin).classes & (GivenName | OrgModifier), position);
        }
    }
    const QStringView text = m_article.word(token);
    if (m_article.has(token, AllCaps) && text.size() <= 8) {
        quint32 initials = 7;
        for (const QChar c : text)
            initials = initials * 31 + c.unicode();
        const auto found = std::lower_bound(m_acronyms.begin(), m_acronyms.end(), std::pair(initials, qsizetype(0)));
        if (found != m_acronyms.end() && found->first == initials) {
            add(KindAcronym, 0, 1);
            add(KindAcronym, 1, at(found->second).lower);
            add(KindAcronym, 2, at(found->second).clusters.fine);
        }
    }
}

void TaggerFeatures::addGazetteer(qsizetype token, const TokenRange &sentence, FeatureList &list) const
{
    const quint32 here = m_entries[size_t(token)];
    const quint32 before = token > sentence.begin ? m_entries[size_t(token) - 1] : 0;
    const quint32 after = token + 1 < sentence.end ? m_entries[size_t(token) + 1] : 0;
    if (!(here | before | after))
        return;
    const quint32 shape = at(token).shape;
    for (quint32 kind = 0; kind < 7; ++kind) {
        if (const quint32 position = here >> (4 * kind) & 0xf)
            list.add(joined(salted(KindEntry, kind), position, shape));
    }
    if (here) {
        list.add(joined(salted(KindEntries, 0), here));
        list.add(joined(salted(KindEntries, 1), here, at(token, sentence).lower));
    }
    if (before) {
        list.add(joined(salted(KindEntries, 2), before));
        list.add(joined(salted(KindEntries, 3), before, shape));
    }
    if (after) {
        list.add(joined(salted(KindEntries, 4), after));
        list.add(joined(salted(KindEntries, 5), after, shape));
    }
    list.add(joined(salted(KindEntries, 6), before, here, after));
}

} // namespace dateline
