// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "formats/nativeformat.h"

#include <QRandomGenerator>

namespace dateline::test {

/// Two agents, a person's layer with entity, note, link, attribute and events, a rejected and an
/// unsure mention, a relation, a discontinuous mention.
inline AnnotatedArticle sampleArticle()
{
    using namespace Qt::StringLiterals;
    AnnotatedArticle article;
    article.text = ArticleText(u"Lavrov to host Dacic in Moscow today\n\nMOSCOW, March 21. /TASS/. The two ministers will "
                               u"discuss Kosovo 😀 & <Metohija>.\n"
                               "  Line with spaces \n\nשלום e\u0301 \u0085 \u2028 end.\n\n"_s);
    article.head.title = u"Lavrov to host \"Dacic\""_s;
    article.head.published = u"2024-03-21"_s;
    article.head.byline = u"Jane Doe"_s;
    article.head.agency = u"TASS"_s;
    article.head.place = u"Moscow"_s;
    article.head.url = u"https://example.org/a?b=1&c=2"_s;
    article.head.rights = u"© Somebody"_s;
    article.head.language = u"en"_s;
    article.head.attributes = {{u"desk"_s, u"Balkans\tand\nmore\r"_s}};
    article.source = {u"wire/talks.txt"_s, u"text/plain"_s, u"UTF-8"_s, QString(64, u'a'), u"2026-03-21T09:00:00Z"_s};
    article.agents = {{1, u"dateline-detector"_s, AgentKind::Detector, u"Dateline"_s, u"0.1.0"_s},
                      {2, u"6f0c"_s, AgentKind::Human, u"Žofie"_s, {}}};
    const QDateTime at(QDate(2026, 3, 21), QTime(9, 0), Qt::UTC);
    article.head.events = {{2, at, u"property"_s, u"a"_s, u"b"_s}};

    Layer layer;
    layer.info = {1, u"b81e"_s, 2, Stage::Draft, at, at.addSecs(60), {}, {{2, at, u"submit"_s, u"draft"_s, u"submitted"_s}}};
    Entity entity;
    entity.id = 1;
    entity.type = u"person"_s;
    entity.name = u"Sergey Lavrov"_s;
    entity.link = u"http://www.wikidata.org/entity/Q58217"_s;
    entity.notes = {{2, at, u" Two lines\n\tof note "_s}};
    entity.attributes = {{u"gender"_s, u"m"_s}};
    entity.events = {{2, at, u"rename"_s, u"Lavrov"_s, u"Sergey Lavrov"_s}};
    layer.entities.insert(1, entity);
    const QString &text = article.text.text();
    const auto place = [&text](const QString &word) { return Span{text.indexOf(word), text.indexOf(word) + word.size()}; };
    Mention lavrov;
    lavrov.id = 1;
    lavrov.type = u"person"_s;
    lavrov.entity = 1;
    lavrov.status = Status::Accepted;
    lavrov.origin = 1;
    lavrov.confidence = 0.97;
    lavrov.why = u"name in the document"_s;
    lavrov.spans = {place(u"Lavrov"_s)};
    lavrov.events = {{2, at, u"accept"_s, {}, {}}};
    Mention date;
    date.id = 7;
    date.type = u"date"_s;
    date.origin = 1;
    date.confidence = 1;
    date.spans = {place(u"March 21"_s)};
    date.norm = u"2024-03-21"_s;
    date.isUnsure = true;
    date.link = u"http://example.org/"_s;
    date.attributes = {{u"x"_s, {}}};
    date.notes = {{2, at, u"?"_s}};
    Mention discontinuous;
    discontinuous.id = 3;
    discontinuous.type = u"place"_s;
    discontinuous.status = Status::Rejected;
    discontinuous.spans = {place(u"Kosovo 😀"_s), place(u"<Metohija>"_s)};
    Mention across;
    across.id = 4;
    across.type = u"topic"_s;
    across.status = Status::Withdrawn;
    across.origin = 2;
    across.spans = {{0, text.indexOf(u"שלום"_s) + 4}};
    for (const Mention &mention : {lavrov, date, discontinuous, across})
        layer.mentions.insert(mention);
    layer.relations = {{1, u"meets"_s, 1, 3}};
    article.layers = {layer};
    return article;
}

/// A reproducible article with edge characters and many mentions, overlapping and nested.
inline AnnotatedArticle randomArticle(quint32 seed, int mentions, LayerId layers = 2)
{
    using namespace Qt::StringLiterals;
    QRandomGenerator random(seed);
    static const QStringList pieces{u"word"_s,
                                    u" "_s,
                                    u" "_s,
                                    u"\n"_s,
                                    u"\n\n"_s,
                                    u"😀"_s,
                                    u"\U0001F468\u200D\U0001F469"_s,
                                    u"e\u0301"_s,
                                    u"\t"_s,
                                    u"&<>\"'"_s,
                                    u"]]>"_s,
                                    u"\u0085"_s,
                                    u"\u2028"_s,
                                    u"שלום"_s,
                                    u"\u202E"_s,
                                    u"\uFDD0"_s,
                                    u"\U0001FFFF"_s,
                                    u"\u007F"_s,
                                    u"\u0000\x1b"_s,
                                    u"Žižek"_s,
                                    u"Лавров"_s,
                                    u"."_s,
                                    u"\r\n"_s,
                                    u"\uFEFF"_s,
                                    QString(QChar(0xD83D)),
                                    u"\uFFFF"_s};
    QString raw;
    for (int i = 0; i < 40 + mentions; ++i)
        raw += pieces[random.bounded(int(pieces.size()))];
    AnnotatedArticle article;
    const QString text = normaliseText(raw).text;
    article.text = ArticleText(text);
    article.agents = {{1, u"d"_s, AgentKind::Detector, u"D"_s, u"1"_s}, {3, u"h"_s, AgentKind::Human, u"H"_s, {}}};
    const OffsetMap &offsets = article.text.offsets();
    for (LayerId id = 1; id <= layers; ++id) {
        Layer layer;
        layer.info.id = id * 2;
        layer.info.uid = u"uid%1"_s.arg(id);
        layer.info.by = id == 1 ? 1 : 3;
        layer.info.stage = Stage(random.bounded(6));
        for (EntityId entity = 1; entity <= 5; ++entity)
            layer.entities.insert(entity,
                                  {entity, u"person"_s, pieces[random.bounded(int(pieces.size()) - 8)] + u"x"_s, {}, {}, {}, {}});
        for (Entity &entity : layer.entities)
            entity.name = normaliseText(entity.name).text;
        for (int i = 1; i <= mentions; ++i) {
            Mention mention;
            mention.id = MentionId(i);
            mention.type = u"place"_s;
            mention.entity = EntityId(random.bounded(6));
            mention.status = Status(random.bounded(4));
            mention.origin = 1;
            mention.confidence = random.bounded(101) / 100.0;
            const qsizetype points = offsets.codePointLength();
            const qsizetype begin = random.bounded(int(points));
            const qsizetype end = std::min(points, begin + 1 + random.bounded(12));
            mention.spans = {{offsets.toUtf16(begin), offsets.toUtf16(end)}};
            if (end + 3 < points && random.bounded(5) == 0)
                mention.spans.append({offsets.toUtf16(end + 1), offsets.toUtf16(end + 3)});
            layer.mentions.insert(mention);
        }
        article.layers.append(layer);
    }
    return article;
}

} // namespace dateline::test
