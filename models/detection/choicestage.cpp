// SPDX-License-Identifier: Apache-2.0
#include "detection/stages.h"

#include "text/folding.h"

#include <QHash>

#include <algorithm>
#include <tuple>

using namespace Qt::StringLiterals;

namespace dateline {

namespace {

/// What a candidate is worth: its score and something for each word, so that "Kosovo and
/// Metohija" wins over "Kosovo".
float worth(const Candidate &candidate)
{
    const auto words = float(std::min<qsizetype>(candidate.end - candidate.begin, 8));
    return candidate.score + 0.08f * words;
}

QString keyOf(const AnalysedArticle &article, const Candidate &candidate)
{
    // A person's name may be spelt by several agencies: Dačić, Dacic; Sergei, Sergey; Лавров, Lavrov.
    const QStringView words = article.view(candidate.begin, candidate.end);
    return (candidate.type == EntityType::Person ? nameKey(words) : folded(words)).simplified().remove(u'.');
}

} // namespace

void ChoiceStage::run(const AnalysedArticle &article, Candidates &candidates, const std::stop_token &stop) const
{
    std::vector<size_t> order(candidates.size());
    for (size_t i = 0; i < order.size(); ++i)
        order[i] = i;
    std::sort(order.begin(), order.end(), [&](size_t a, size_t b) {
        const Candidate &first = candidates[a];
        const Candidate &second = candidates[b];
        return std::make_tuple(-worth(first), first.begin, -first.end, int(first.type), int(first.rule), a)
             < std::make_tuple(-worth(second), second.begin, -second.end, int(second.type), int(second.rule), b);
    });
    std::vector<bool> taken(size_t(article.size()));
    Candidates kept;
    kept.reserve(candidates.size());
    for (const size_t index : order) {
        if (stop.stop_requested())
            return;
        Candidate &candidate = candidates[index];
        if (candidate.end <= candidate.begin)
            continue;
        bool isFree = true;
        for (qsizetype i = candidate.begin; i < candidate.end && isFree; ++i)
            isFree = !taken[size_t(i)];
        if (!isFree)
            continue;
        for (qsizetype i = candidate.begin; i < candidate.end; ++i)
            taken[size_t(i)] = true;
        kept.push_back(std::move(candidate));
    }
    std::sort(kept.begin(), kept.end(), [](const Candidate &a, const Candidate &b) { return a.begin < b.begin; });
    candidates = std::move(kept);
}

void RoleStage::run(const AnalysedArticle &article, Candidates &candidates, const std::stop_token &) const
{
    std::vector<qsizetype> personBegin(size_t(article.size()) + 1);
    std::vector<bool> personEnd(size_t(article.size()) + 1);
    for (const Candidate &candidate : candidates) {
        if (candidate.type == EntityType::Person) {
            personBegin[size_t(candidate.begin)] = 1;
            personEnd[size_t(candidate.end)] = true;
        }
    }
    const auto isPerson = [&](qsizetype at) { return at >= 0 && at < article.size() && personBegin[size_t(at)]; };
    const auto endsPerson = [&](qsizetype at) { return at >= 0 && at <= article.size() && personEnd[size_t(at)]; };
    std::erase_if(candidates, [&](Candidate &role) {
        if (role.type != EntityType::Role || role.list >= 0 || isTagger(role.rule))
            return false;
        const qsizetype after = role.end;
        if (isPerson(after) && article.together(role.begin, after)) {
            role.rule = Rule::RoleBeside;
            role.evidence = after;
            return false;
        }
        // "the foreign minister, Ivica Dacic,"
        if (after < article.size() && article.word(after) == u"," && isPerson(after + 1)
            && article.together(role.begin, after + 1)) {
            role.rule = Rule::RoleBeside;
            role.evidence = after + 1;
            return false;
        }
        // "Sergey Lavrov, the Russian foreign minister": up to three words between.
        for (qsizetype at = role.begin - 1; at >= 0 && at >= role.begin - 5 && article.together(at, role.begin); --at) {
            if (article.word(at) == u",") {
                if (endsPerson(at)) {
                    role.rule = Rule::RoleBeside;
                    role.evidence = at - 1;
                    return false;
                }
                break;
            }
            if (!article.has(at, Capital) && !article.equals(at, "the"_L1) && !article.equals(at, "a"_L1)
                && !article.equals(at, "an"_L1) && !article.equals(at, "'s"_L1) && article.word(at) != u"\u2019s")
                break;
        }
        return true;
    });
}

void EntityStage::run(const AnalysedArticle &article, Candidates &candidates, const std::stop_token &) const
{
    // Names with more words first teach what their parts mean.
    QHash<QString, quint32> known;
    QHash<QString, quint32> families;
    quint32 next = 1;
    const auto isNamed = [](const Candidate &candidate) {
        switch (candidate.type) {
        case EntityType::Person:
        case EntityType::Organisation:
        case EntityType::Place:
        case EntityType::Group:
        case EntityType::Event:
        case EntityType::Topic:
        case EntityType::Product:
            return true;
        default:
            return false;
        }
    };
    const auto prefix = [](EntityType type) { return QString(QChar(u'a' + int(type))); };
    // What a watchlist names by any of its names is one thing.
    for (Candidate &candidate : candidates) {
        if (candidate.list < 0)
            continue;
        quint32 &entity = known[u"list %1 %2"_s.arg(candidate.list).arg(candidate.listed)];
        if (!entity)
            entity = next++;
        candidate.entity = entity;
        known.insert(prefix(candidate.type) + keyOf(article, candidate), entity);
    }
    for (Candidate &candidate : candidates) {
        if (!isNamed(candidate))
            continue;
        const QString key = prefix(candidate.type) + keyOf(article, candidate);
        if (candidate.type == EntityType::Person && candidate.end - candidate.begin == 1)
            continue;
        quint32 &entity = known[key];
        if (!entity)
            entity = next++;
        candidate.entity = entity;
        if (candidate.type == EntityType::Person) {
            const QString family = nameKey(article.word(candidate.end - 1));
            // Given name and initials may differ in form ("Vladimir Putin", "Vladimir V. Putin").
            const QString given = nameKey(article.word(candidate.begin));
            const QString both = given + u' ' + family;
            if (const quint32 other = candidate.list < 0 ? families.value(both) : 0) {
                candidate.entity = other;
                entity = other;
            } else {
                families.insert(both, entity);
            }
            if (!families.contains(family))
                families.insert(family, candidate.entity);
            if (!families.contains(given))
                families.insert(given, candidate.entity);
        }
    }
    for (Candidate &candidate : candidates) {
        if (candidate.entity || !isNamed(candidate))
            continue;
        const QString word = keyOf(article, candidate);
        quint32 &entity = known[prefix(candidate.type) + word];
        if (!entity)
            entity = families.value(word, 0);
        if (!entity)
            entity = next++;
        candidate.entity = entity;
    }
    // An acronym in brackets is the name before it.
    QHash<quint32, quint32> renamed;
    for (size_t i = 0; i + 1 < candidates.size(); ++i) {
        const Candidate &name = candidates[i];
        const Candidate &acronym = candidates[i + 1];
        if (acronym.rule == Rule::AcronymInBrackets && acronym.begin == name.end + 1 && name.type == acronym.type && name.entity)
            renamed.insert(acronym.entity, name.entity);
    }
    // Numbers go up in order of place.
    QHash<quint32, quint32> order;
    for (Candidate &candidate : candidates) {
        if (!candidate.entity)
            continue;
        const quint32 entity = renamed.value(candidate.entity, candidate.entity);
        quint32 &number = order[entity];
        if (!number)
            number = quint32(order.size());
        candidate.entity = number;
    }
}

} // namespace dateline
