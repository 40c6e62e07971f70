// SPDX-License-Identifier: Apache-2.0
#include "review/merging.h"

#include "review/agentids.h"
#include "review/reviewids.h"

#include <QCoreApplication>
#include <QHash>
#include <QSet>

#include <algorithm>
#include <tuple>

using namespace Qt::StringLiterals;

namespace dateline {

namespace {

struct Messages
{
    Q_DECLARE_TR_FUNCTIONS(dateline::Review)
};

struct NewIds
{
    QHash<AgentId, AgentId> agents;
    QHash<LayerId, LayerId> layers;

    /// References to what is not there stay without a target.
    void map(AgentId &id) const { id = agents.value(id); }
};

Layer renumbered(Layer layer, const NewIds &ids)
{
    const auto map = [&](AgentId &id) { ids.map(id); };
    map(layer.info.by);
    visitAgents(layer.info, map);
    QList<LayerId> from;
    for (const LayerId id : std::as_const(layer.info.from)) {
        if (const LayerId known = ids.layers.value(id))
            from.append(known);
    }
    layer.info.from = from;
    for (Entity &entity : layer.entities)
        visitAgents(entity, map);
    MentionStore mentions;
    layer.mentions.forEach([&](Mention mention) {
        visitAgents(mention, map);
        mentions.insert(mention);
    });
    layer.mentions = mentions;
    return layer;
}

template<typename Value>
bool containsAll(const QList<Value> &all, const QList<Value> &some)
{
    return std::all_of(some.cbegin(), some.cend(), [&](const Value &value) { return all.contains(value); });
}

bool containsRelations(QList<Relation> all, QList<Relation> some)
{
    const auto before = [](const Relation &a, const Relation &b) {
        return std::tie(a.id, a.from, a.to, a.type) < std::tie(b.id, b.from, b.to, b.type);
    };
    std::sort(all.begin(), all.end(), before);
    std::sort(some.begin(), some.end(), before);
    return std::includes(all.cbegin(), all.cend(), some.cbegin(), some.cend(), before);
}

/// Whatever a person decided in `before` is in `after` too, and each change since then has its event.
bool goesOn(const Layer &before, const Layer &after)
{
    if (before.info.by != after.info.by || !containsAll(after.info.events, before.info.events)
        || !containsRelations(after.relations, before.relations)
        || (before.foreignXml != after.foreignXml && !before.foreignXml.isEmpty()))
        return false;
    bool hasAll = true;
    before.mentions.forEach([&](const Mention &mention) {
        const Mention *later = after.mentions.find(mention.id);
        const bool isUndecided = mention.status == Status::Suggested && mention.events.isEmpty() && mention.notes.isEmpty();
        if (isUndecided || (later && *later == mention))
            return;
        hasAll = hasAll && later && later->events.size() > mention.events.size() && containsAll(later->events, mention.events)
              && containsAll(later->notes, mention.notes);
    });
    for (const Entity &entity : before.entities) {
        const Entity *later = after.entity(entity.id);
        if (later && *later == entity)
            continue;
        // An entity goes when its last mention leaves it.
        const bool isPlain = entity.events.isEmpty() && entity.notes.isEmpty();
        hasAll = hasAll
              && (isPlain
                  || (later && later->events.size() > entity.events.size() && containsAll(later->events, entity.events)
                      && containsAll(later->notes, entity.notes)));
    }
    return hasAll;
}

/// Layers in their order, but each after those that it came from.
QList<const Layer *> sourcesFirst(const AnnotatedArticle &article)
{
    QList<const Layer *> ordered;
    QSet<LayerId> entered;
    // The way down to the present layer; a file may hold any chain, even a circle.
    QList<std::pair<const Layer *, qsizetype>> way;
    const auto enter = [&](const Layer *layer) {
        if (layer && !entered.contains(layer->info.id)) {
            entered.insert(layer->info.id);
            way.append({layer, 0});
        }
    };
    for (const Layer &layer : article.layers) {
        enter(&layer);
        while (!way.isEmpty()) {
            const Layer *present = way.last().first;
            if (way.last().second < present->info.from.size()) {
                enter(article.layer(present->info.from.at(way.last().second++)));
            } else {
                ordered.append(present);
                way.removeLast();
            }
        }
    }
    return ordered;
}

/// Equal but for id and uid.
bool sameContent(Layer a, const Layer &b)
{
    a.info.id = b.info.id;
    a.info.uid = b.info.uid;
    return a == b;
}

QDateTime newestTime(const AnnotatedArticle &article)
{
    QDateTime newest;
    for (const Layer &layer : article.layers) {
        if (!newest.isValid() || newest < layer.info.modified)
            newest = layer.info.modified;
    }
    return newest;
}

/// Declarations and attributes of a root, ` xmlns:x="urn:x" x:y="z"`, apart.
QList<std::pair<QString, QString>> declarationsIn(QStringView xml)
{
    QList<std::pair<QString, QString>> list;
    while (true) {
        const qsizetype equals = xml.indexOf(u"=\"");
        const qsizetype end = equals < 0 ? -1 : xml.indexOf(u'"', equals + 2);
        if (end < 0)
            return list;
        list.append({xml.first(equals).trimmed().toString(), xml.sliced(equals + 2, end - equals - 2).toString()});
        xml = xml.sliced(end + 1);
    }
}

class Merger
{
public:
    Result<void> add(const NamedArticle &named)
    {
        m_name = named.name;
        const AnnotatedArticle &article = named.article;
        if (const Result<void> united = uniteForeign(article); !united)
            return united;
        NewIds ids;
        uniteAgents(article, ids);
        if (!m_hasFirst)
            takeFirst(article, ids);
        else
            uniteWhole(article, ids);
        m_hasFirst = true;
        uniteLayers(article, ids);
        uniteReviews(article, ids);
        return {};
    }

    MergedArticle take() { return std::move(m_merged); }

private:
    AnnotatedArticle &whole() { return m_merged.article; }
    void issue(Severity severity, const QString &message) { m_merged.issues.append({severity, message, m_name, 0, -1}); }

    Result<void> uniteForeign(const AnnotatedArticle &article)
    {
        for (const auto &[name, value] : declarationsIn(article.foreignNamespaces)) {
            const auto known = m_declarations.constFind(name);
            if (known == m_declarations.constEnd()) {
                m_declarations.insert(name, value);
                whole().foreignNamespaces += u" %1=\"%2\""_s.arg(name, value);
            } else if (*known != value) {
                return Error{ErrorKind::Unsupported,
                             Messages::tr("\"%1\" means \"%2\" here and \"%3\" in a file before. Give one of them another name "
                                          "in its file, then merge.")
                                 .arg(name, value, *known),
                             m_name, 0};
            }
        }
        if (!article.foreignXml.isEmpty() && !m_foreign.contains(article.foreignXml)) {
            whole().foreignXml += (whole().foreignXml.isEmpty() ? QString() : u"\n"_s) + article.foreignXml;
            m_foreign.append(article.foreignXml);
        }
        return {};
    }

    void uniteAgents(const AnnotatedArticle &article, NewIds &ids)
    {
        const QDateTime time = newestTime(article);
        for (const Agent &agent : article.agents) {
            Agent renamed = agent;
            const auto known = std::find_if(whole().agents.begin(), whole().agents.end(), [&](const Agent &other) {
                renamed.id = other.id;
                return agent.uid.isEmpty() ? renamed == other : agent.uid == other.uid;
            });
            if (known == whole().agents.end()) {
                renamed.id = whole().nextAgentId();
                whole().agents.append(renamed);
                m_agentTimes.insert(renamed.id, time);
            } else if (!(*known == renamed)) {
                const Agent older = *known;
                if (m_agentTimes.value(known->id) < time) {
                    *known = renamed;
                    m_agentTimes.insert(renamed.id, time);
                }
                issue(Severity::Note,
                      Messages::tr("The annotator \"%1\" is called \"%2\" here and \"%3\" before; the one with the "
                                   "newest layer counts: \"%4\".")
                          .arg(agent.uid, nameOf(agent), nameOf(older), nameOf(*known)));
            }
            ids.agents.insert(agent.id, renamed.id);
        }
    }

    static QString nameOf(const Agent &agent)
    {
        return agent.version.isEmpty() ? agent.name : u"%1 %2"_s.arg(agent.name, agent.version);
    }

    static Head headOf(const AnnotatedArticle &article, const NewIds &ids)
    {
        Head head = article.head;
        visitAgents(head, [&](AgentId &id) { ids.map(id); });
        return head;
    }

    void takeFirst(const AnnotatedArticle &article, const NewIds &ids)
    {
        whole().text = article.text;
        whole().head = headOf(article, ids);
        whole().source = article.source;
        whole().tagset = article.tagset;
    }

    /// What is said of the article itself.
    void uniteWhole(const AnnotatedArticle &article, const NewIds &ids)
    {
        if (!(whole().text == article.text))
            issue(Severity::Warning,
                  Messages::tr("The same text is divided into other blocks here; those of the first file stay."));
        if (whole().source == Source())
            whole().source = article.source;
        else if (!(article.source == Source()) && !(article.source == whole().source))
            issue(Severity::Warning,
                  Messages::tr("The source is \"%1\" here and \"%2\" before, or was read otherwise; the first stays.")
                      .arg(article.source.href, whole().source.href));
        uniteHead(headOf(article, ids));
        uniteTagset(article.tagset);
    }

    void uniteHead(const Head &head)
    {
        static const std::pair<QLatin1StringView, QString Head::*> fields[] = {
            {"title"_L1, &Head::title},   {"published"_L1, &Head::published}, {"byline"_L1, &Head::byline},
            {"agency"_L1, &Head::agency}, {"place"_L1, &Head::place},         {"url"_L1, &Head::url},
            {"rights"_L1, &Head::rights}, {"xml:lang"_L1, &Head::language},
        };
        for (const auto &[name, field] : fields)
            uniteValue(name, whole().head.*field, head.*field);
        for (const Attribute &attribute : head.attributes) {
            QList<Attribute> &attributes = whole().head.attributes;
            const auto known = std::find_if(attributes.begin(), attributes.end(),
                                            [&](const Attribute &other) { return other.name == attribute.name; });
            if (known == attributes.end())
                attributes.append(attribute);
            else
                uniteValue(attribute.name, known->value, attribute.value);
        }
        for (const Event &event : head.events) {
            if (!whole().head.events.contains(event))
                whole().head.events.append(event);
        }
        std::stable_sort(whole().head.events.begin(), whole().head.events.end(),
                         [](const Event &a, const Event &b) { return a.at < b.at; });
    }

    void uniteValue(const QString &name, QString &kept, const QString &other)
    {
        if (kept.isEmpty())
            kept = other;
        else if (!other.isEmpty() && other != kept)
            issue(Severity::Warning,
                  Messages::tr("\"%1\" is \"%2\" here and \"%3\" before; the first stays.").arg(name, other, kept));
    }

    void uniteTagset(const Tagset &tagset)
    {
        Tagset &kept = whole().tagset;
        if (tagset.id != kept.id || tagset.version != kept.version)
            issue(Severity::Warning,
                  Messages::tr("The tagset is \"%1\" here and \"%2\" before; the types of both are kept under the "
                               "first name.")
                      .arg(u"%1 %2"_s.arg(tagset.id, tagset.version).trimmed(), u"%1 %2"_s.arg(kept.id, kept.version).trimmed()));
        for (const TypeDefinition &type : tagset.types) {
            const TypeDefinition *known = kept.find(type.id);
            if (!known)
                kept.types.append(type);
            else if (!(*known == type))
                issue(Severity::Warning,
                      Messages::tr("The type \"%1\" is \"%2\" (%3) here and \"%4\" (%5) before, or is described "
                                   "otherwise; the first stays.")
                          .arg(type.id, type.name, type.color, known->name, known->color));
        }
    }

    void uniteLayers(const AnnotatedArticle &article, NewIds &ids)
    {
        const qsizetype before = whole().layers.size();
        for (const Layer *layer : sourcesFirst(article))
            uniteLayer(renumbered(*layer, ids), before, ids, layer->info.id);
    }

    /// `before`: how many layers the articles before this one gave.
    void uniteLayer(Layer layer, qsizetype before, NewIds &ids, LayerId ownId)
    {
        QList<Layer> &layers = whole().layers;
        const auto find = [&](const auto &accept) {
            const auto end = layers.begin() + before;
            const auto found = std::find_if(layers.begin(), end, accept);
            return found == end ? nullptr : &*found;
        };
        const auto append = [&](Layer added) {
            added.info.id = whole().nextLayerId();
            ids.layers.insert(ownId, added.info.id);
            layers.append(added);
        };
        if (layer.info.uid.isEmpty()) {
            if (const Layer *known = find(
                    [&](const Layer &other) { return other.info.uid.isEmpty() && sameContent(layer, other); }))
                ids.layers.insert(ownId, known->info.id);
            else
                append(layer);
            return;
        }
        Layer *known = find([&](const Layer &other) { return other.info.uid == layer.info.uid; });
        if (!known) {
            append(layer);
            return;
        }
        ids.layers.insert(ownId, known->info.id);
        if (sameContent(layer, *known))
            return;
        const QDateTime &time = layer.info.modified;
        const QDateTime &knownTime = known->info.modified;
        if (!(time < knownTime) && goesOn(*known, layer)) {
            layer.info.id = known->info.id;
            *known = layer;
            noteNewer(layer);
            return;
        }
        if (!(knownTime < time) && goesOn(layer, *known)) {
            noteNewer(*known);
            return;
        }
        keepBoth(layer, ids, ownId);
    }

    void noteNewer(const Layer &layer)
    {
        issue(Severity::Note, Messages::tr("The layer of %1 (%2) is in an older state in one of the files; the newer one counts.")
                                  .arg(authorOf(layer), layer.info.uid));
    }

    void keepBoth(Layer layer, NewIds &ids, LayerId ownId)
    {
        const QString uid = layer.info.uid;
        for (int number = 2;; ++number) {
            layer.info.uid = u"%1-%2"_s.arg(uid).arg(number);
            const auto known = std::find_if(whole().layers.cbegin(), whole().layers.cend(),
                                            [&](const Layer &other) { return other.info.uid == layer.info.uid; });
            if (known == whole().layers.cend())
                break;
            if (sameContent(layer, *known)) {
                ids.layers.insert(ownId, known->info.id);
                return;
            }
        }
        layer.info.id = whole().nextLayerId();
        ids.layers.insert(ownId, layer.info.id);
        whole().layers.append(layer);
        issue(Severity::Warning, Messages::tr("The layer of %1 (%2) was changed in two files independently. Both are kept; this "
                                              "file's is now %3.")
                                     .arg(authorOf(layer), uid, layer.info.uid));
    }

    [[nodiscard]] QString authorOf(const Layer &layer)
    {
        const Agent *author = whole().agent(layer.info.by);
        return author && !author->name.isEmpty() ? author->name : Messages::tr("an unknown annotator");
    }

    void uniteReviews(const AnnotatedArticle &article, const NewIds &ids)
    {
        for (auto review : article.reviews) {
            visitIds(
                review, [&](AgentId &id) { ids.map(id); }, [&](LayerId &id) { id = ids.layers.value(id); });
            uniteReview(whole().reviews, std::move(review));
        }
    }

    MergedArticle m_merged;
    QString m_name;
    bool m_hasFirst = false;
    QHash<QString, QString> m_declarations;
    QStringList m_foreign;
    QHash<AgentId, QDateTime> m_agentTimes;
};

} // namespace

Result<MergedArticle> mergeArticles(const QList<NamedArticle> &articles)
{
    Merger merger;
    for (const NamedArticle &named : articles) {
        if (const Result<void> same = checkSameText(articles.first(), named); !same)
            return same.error();
        if (const Result<void> added = merger.add(named); !added)
            return added.error();
    }
    return merger.take();
}

} // namespace dateline
