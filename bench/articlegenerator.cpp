// SPDX-License-Identifier: Apache-2.0
#include "bench/articlegenerator.h"

#include <QRandomGenerator>

#include <array>

using namespace Qt::StringLiterals;

namespace dateline::bench {

namespace {

constexpr std::array Fillers = {"the",     "talks",  "on",     "a",     "new",       "agreement", "were", "said",     "to",
                                "have",    "gone",   "well",   "while", "officials", "in",        "both", "capitals", "expect",
                                "another", "round",  "before", "long",  "and",       "prices",    "rose", "after",    "months",
                                "of",      "delay",  "that",   "had",   "worried",   "traders",   "who",  "buy",      "grain",
                                "for",     "winter", "from",   "farms", "along",     "rivers"};

struct Name
{
    const char *text;
    const char *type;
};
constexpr std::array Names = {Name{"Sergey Lavrov", "person"},
                              Name{"Ivica Dacic", "person"},
                              Name{"Anna Petrova", "person"},
                              Name{"Vucic", "person"},
                              Name{"Belgrade", "place"},
                              Name{"Moscow", "place"},
                              Name{"Novi Sad", "place"},
                              Name{"Kosovo and Metohija", "place"},
                              Name{"International Monetary Fund", "organisation"},
                              Name{"European Commission", "organisation"},
                              Name{"TASS", "organisation"},
                              Name{"Serbian", "group"},
                              Name{"Russian", "group"},
                              Name{"Foreign Minister", "role"},
                              Name{"President", "role"},
                              Name{"World Cup", "event"},
                              Name{"March 21", "date"},
                              Name{"Thursday", "date"},
                              Name{"last year", "date"},
                              Name{"$2.4 billion", "money"},
                              Name{"12 percent", "percent"},
                              Name{"sanctions", "topic"},
                              Name{"territorial integrity", "topic"}};

} // namespace

GeneratedArticle generateArticle(qsizetype bytes, quint32 seed)
{
    QRandomGenerator random(seed);
    GeneratedArticle article;
    article.agent = {1, u"dateline-bench"_s, AgentKind::Detector, u"Generator"_s, u"1"_s};
    article.layer.info.uid = u"bench"_s;
    article.layer.info.by = 1;
    article.layer.info.stage = Stage::Suggested;
    QString &text = article.text;
    text.reserve(bytes + 200);
    text += u"Talks on a new agreement go on in both capitals\n\nOfficials expect another round before long.\n\n"_s;

    QHash<QString, EntityId> entities;
    MentionId next = 1;
    const auto addMention = [&](const Span &span, const QString &type) {
        const QString name = text.mid(span.begin, span.length());
        EntityId &entity = entities[type + u'/' + name];
        if (entity == 0) {
            entity = EntityId(article.layer.entities.size()) + 1;
            Entity added;
            added.id = entity;
            added.type = type;
            added.name = name;
            article.layer.entities.insert(entity, added);
        }
        Mention mention;
        mention.id = next++;
        mention.type = type;
        mention.entity = entity;
        mention.status = random.bounded(2) == 0 ? Status::Suggested : Status::Accepted;
        mention.origin = 1;
        mention.confidence = 0.5 + random.bounded(50) / 100.0;
        mention.why = u"a known name"_s;
        mention.spans = {span};
        article.layer.mentions.insert(mention);
    };

    qsizetype paragraphEnd = text.size() + 300;
    qsizetype sentence = 0;
    while (text.size() < bytes) {
        // 20 mentions a kB: one every 50 characters, names and words between included.
        const bool isDue = qsizetype(next) * 50 < text.size();
        if (sentence == 0 && !isDue)
            text += u"Yesterday "_s;
        if (isDue) {
            const Name &name = Names[random.bounded(int(Names.size()))];
            const qsizetype begin = text.size();
            text += QLatin1StringView(name.text);
            const Span span{begin, text.size()};
            addMention(span, QString::fromLatin1(name.type));
            if (random.bounded(10) == 0) {
                text += u" delegation"_s;
                addMention({begin, text.size()}, u"organisation"_s);
            }
        } else {
            text += QLatin1StringView(Fillers[random.bounded(int(Fillers.size()))]);
        }
        if (++sentence > 14) {
            sentence = 0;
            text += u'.';
            if (text.size() > paragraphEnd) {
                text += u"\n\n"_s;
                paragraphEnd = text.size() + 150 + random.bounded(500);
                continue;
            }
        }
        text += u' ';
    }
    text += u"end.\n"_s;
    return article;
}

QString generateLongWord(qsizetype bytes)
{
    QString word(bytes, u'a');
    for (qsizetype i = 0; i < bytes; ++i)
        word[i] = QChar(u'a' + char16_t((i * 7 + i / 26) % 26));
    return word;
}

} // namespace dateline::bench
