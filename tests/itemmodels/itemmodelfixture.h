// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "editing/editsession.h"
#include "editing/journal.h"

#include <memory>

namespace dateline::test {

inline constexpr char16_t ArticleSource[] =
    u"Lavrov meets Dacic\n\nMOSCOW. Sergey Lavrov and Ivica Dacic met. Lavrov thanked Dacic in Belgrade.";

/// A session over a small article with a detector's layer: two people of two mentions each, a
/// place without link, and a mention without entity. Ids: Lavrov e1 (m1, m3), Dacic e2 (m4, m6),
/// Moscow e3 (m2), "Belgrade" without entity (m7), a rejected "met" as event e4 (m5).
[[nodiscard]] inline std::unique_ptr<EditSession> makeSession()
{
    AnnotatedArticle article;
    const QString source = QString::fromUtf16(ArticleSource);
    article.text = ArticleText(source);
    Layer layer;
    layer.info.stage = Stage::Suggested;
    const auto entity = [&](EntityId id, const QString &type, const QString &name, const QString &link = {}) {
        Entity value;
        value.id = id;
        value.type = type;
        value.name = name;
        value.link = link;
        layer.entities.insert(id, value);
    };
    entity(1, QStringLiteral("person"), QStringLiteral("Sergey Lavrov"), QStringLiteral("http://www.wikidata.org/entity/Q58217"));
    entity(2, QStringLiteral("person"), QStringLiteral("Ivica Dacic"));
    entity(3, QStringLiteral("place"), QStringLiteral("Moscow"));
    entity(4, QStringLiteral("event"), QStringLiteral("met"));
    const auto mention = [&](MentionId id, EntityId of, const QString &type, const QString &words, qsizetype from,
                             Status status = Status::Suggested) {
        Mention value;
        value.id = id;
        value.entity = of;
        value.type = type;
        value.status = status;
        value.confidence = 0.9;
        const qsizetype begin = source.indexOf(words, from);
        value.spans = {{begin, begin + words.size()}};
        layer.mentions.insert(value);
    };
    mention(1, 1, QStringLiteral("person"), QStringLiteral("Lavrov"), 0);
    mention(2, 3, QStringLiteral("place"), QStringLiteral("MOSCOW"), 0);
    mention(3, 1, QStringLiteral("person"), QStringLiteral("Sergey Lavrov"), 0);
    mention(4, 2, QStringLiteral("person"), QStringLiteral("Ivica Dacic"), 0);
    mention(5, 4, QStringLiteral("event"), QStringLiteral("met."), 0, Status::Rejected);
    mention(6, 2, QStringLiteral("person"), QStringLiteral("Dacic in"), 0);
    mention(7, 0, QStringLiteral("place"), QStringLiteral("Belgrade"), 0);

    EditSession::Options options;
    options.name = QStringLiteral("talks.txt");
    options.clock = std::make_shared<FixedClock>(QDateTime(QDate(2026, 3, 21), QTime(9, 0), Qt::UTC));
    auto session = std::make_unique<EditSession>(article, std::move(options));
    session->setAuthor({QStringLiteral("6f0c"), QStringLiteral("Annotator 1")});
    Agent detector;
    detector.uid = QStringLiteral("dateline-detector");
    detector.kind = AgentKind::Detector;
    detector.name = QStringLiteral("Dateline");
    session->addDetection(layer, detector);
    return session;
}

} // namespace dateline::test
