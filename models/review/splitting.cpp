// SPDX-License-Identifier: Apache-2.0
#include "review/merging.h"

#include "review/reviewids.h"

#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace dateline {

namespace {

/// The layer and those that it came from, they from others, and so on.
QSet<LayerId> withSources(const AnnotatedArticle &article, LayerId id)
{
    QSet<LayerId> found{id};
    QList<LayerId> open{id};
    while (!open.isEmpty()) {
        const Layer *layer = article.layer(open.takeLast());
        for (const LayerId source : layer ? layer->info.from : QList<LayerId>()) {
            if (article.layer(source) && !found.contains(source)) {
                found.insert(source);
                open.append(source);
            }
        }
    }
    return found;
}

template<typename Holder>
void collectEvents(const Holder &holder, QSet<AgentId> &agents)
{
    for (const Event &event : holder.events)
        agents.insert(event.by);
}

template<typename Holder>
void collectNotes(const Holder &holder, QSet<AgentId> &agents)
{
    for (const Note &note : holder.notes)
        agents.insert(note.by);
}

/// Whom an article's head, layers and reviews refer to.
QSet<AgentId> agentsOf(const AnnotatedArticle &article)
{
    QSet<AgentId> agents;
    collectEvents(article.head, agents);
    for (const Layer &layer : article.layers) {
        agents.insert(layer.info.by);
        collectEvents(layer.info, agents);
        for (const Entity &entity : layer.entities) {
            collectEvents(entity, agents);
            collectNotes(entity, agents);
        }
        layer.mentions.forEach([&](const Mention &mention) {
            agents.insert(mention.origin);
            collectEvents(mention, agents);
            collectNotes(mention, agents);
        });
    }
    for (auto review : article.reviews)
        visitIds(
            review, [&](AgentId &id) { agents.insert(id); }, [](LayerId &) {});
    return agents;
}

/// Letters, digits, "-", "_" and "." of a name; what stands between becomes one "-".
QString safeName(const QString &name)
{
    constexpr qsizetype Most = 60;
    static const QSet<QString> reserved{u"con"_s, u"prn"_s, u"aux"_s, u"nul"_s}; // of Windows, with com1 … and lpt1 …
    QString safe;
    for (const uint c : name.normalized(QString::NormalizationForm_C).toUcs4()) {
        const bool isKept = QChar::isLetterOrNumber(c) || QChar::isMark(c) || c == '_' || c == '.';
        if (safe.size() >= Most)
            break;
        if (isKept)
            safe += QChar::fromUcs4(c);
        else if (!safe.endsWith(u'-'))
            safe += u'-';
    }
    const auto isEdge = [](QChar c) { return c == u'-' || c == u'.'; };
    while (!safe.isEmpty() && isEdge(safe.back()))
        safe.chop(1);
    while (!safe.isEmpty() && isEdge(safe.front()))
        safe.remove(0, 1);
    const QString stem = safe.section(u'.', 0, 0).toLower();
    const bool isPort = stem.size() == 4 && (stem.startsWith("com"_L1) || stem.startsWith("lpt"_L1)) && stem.back().isDigit();
    if (safe.isEmpty() || reserved.contains(stem) || isPort)
        safe.prepend(safe.isEmpty() ? u"layer"_s : u"layer-"_s);
    return safe;
}

} // namespace

QList<SplitArticle> splitArticle(const AnnotatedArticle &article)
{
    const QSet<AgentId> referred = agentsOf(article);
    QList<SplitArticle> parts;
    QSet<QString> taken;
    for (const Layer &layer : article.layers) {
        const QSet<LayerId> kept = withSources(article, layer.info.id);
        AnnotatedArticle part = article;
        part.layers.removeIf([&](const Layer &other) { return !kept.contains(other.info.id); });
        part.reviews.removeIf([&](const auto &review) {
            // One of a layer that is not there belongs to none, so it goes with the first.
            return article.layer(review.of) ? !kept.contains(review.of) : !parts.isEmpty();
        });
        const QSet<AgentId> own = agentsOf(part);
        part.agents.removeIf([&](const Agent &agent) { return referred.contains(agent.id) && !own.contains(agent.id); });

        const Agent *author = article.agent(layer.info.by);
        const QString name = safeName(author ? author->name : QString());
        QString unique = name;
        for (int number = 2; taken.contains(unique.toCaseFolded()); ++number)
            unique = u"%1-%2"_s.arg(name).arg(number);
        taken.insert(unique.toCaseFolded());
        parts.append({unique + u".xml"_s, part});
    }
    return parts;
}

} // namespace dateline
