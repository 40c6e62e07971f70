// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "annotation/reviewactions.h"

namespace dateline::test {

[[nodiscard]] inline Author annotator() { return {QStringLiteral("uid-ann"), QStringLiteral("Ann")}; }
[[nodiscard]] inline Author reviewer() { return {QStringLiteral("uid-rev"), QStringLiteral("Rev")}; }

/// `minutes` after the annotator began.
[[nodiscard]] inline QDateTime at(int minutes) { return QDateTime::fromSecsSinceEpoch(1774083600 + minutes * 60, Qt::UTC); }

/// "Lavrov met Dacic. Lavrov left Belgrade, not Kosovo.": Lavrov e1 (m1, m3), Dacic e2 (m2), Belgrade e3
/// (m4), all accepted in the annotator's layer l1, which was submitted at minute 2.
[[nodiscard]] inline AnnotatedArticle submitted()
{
    AnnotatedArticle article;
    article.text = ArticleText(QStringLiteral("Lavrov met Dacic. Lavrov left Belgrade, not Kosovo."));
    article.agents = {{1, annotator().uid, AgentKind::Human, annotator().name, {}}};
    Layer layer;
    layer.info.id = 1;
    layer.info.uid = QStringLiteral("layer");
    layer.info.by = 1;
    layer.info.stage = Stage::Submitted;
    layer.info.started = at(0);
    layer.info.modified = at(2);
    layer.info.events = {{1, at(2), QStringLiteral("submit"), QStringLiteral("draft"), QStringLiteral("submitted")}};
    const auto entity = [&](EntityId id, const char *type, const char *name) {
        layer.entities.insert(id, Entity{id, QString::fromLatin1(type), QString::fromLatin1(name), {}, {}, {}, {}});
    };
    entity(1, "person", "Lavrov");
    entity(2, "person", "Dacic");
    entity(3, "place", "Belgrade");
    const auto mention = [&](MentionId id, EntityId of, qsizetype begin, qsizetype end, double confidence) {
        Mention m;
        m.id = id;
        m.entity = of;
        m.type = layer.entities.value(of).type;
        m.status = Status::Accepted;
        m.confidence = confidence;
        m.spans = {{begin, end}};
        m.events = {{1, at(1), QStringLiteral("accept"), {}, {}}};
        layer.mentions.insert(m);
    };
    mention(1, 1, 0, 6, 0.95);
    mention(2, 2, 11, 16, 0.45);
    mention(3, 1, 18, 24, 0.9);
    mention(4, 3, 30, 38, 0.9);
    article.layers = {layer};
    return article;
}

/// `count` accepted mentions of `count` / 10 entities, submitted.
[[nodiscard]] inline AnnotatedArticle submittedMany(int count)
{
    AnnotatedArticle article = submitted();
    article.text = ArticleText(QStringLiteral("Lavrov ").repeated(count));
    Layer layer;
    layer.info = article.layers.first().info;
    for (int i = 0; i < count; ++i) {
        const EntityId of = EntityId(1 + i / 10);
        if (i % 10 == 0)
            layer.entities.insert(of, Entity{of, QStringLiteral("person"), QStringLiteral("Lavrov"), {}, {}, {}, {}});
        Mention m;
        // Ids run against the order of the text, which must cost nothing.
        m.id = MentionId(count - i);
        m.entity = of;
        m.type = QStringLiteral("person");
        m.status = Status::Accepted;
        m.spans = {{i * 7, i * 7 + 6}};
        m.events = {{1, at(1), QStringLiteral("accept"), {}, {}}};
        layer.mentions.insert(m);
    }
    article.layers = {layer};
    return article;
}

/// What the reviewer does at this minute; applied to `article`. False when there is nothing to apply.
template<typename Action>
bool review(AnnotatedArticle &article, int minutes, Action action)
{
    ReviewBuilder builder(article, 1, reviewer(), at(minutes));
    action(builder);
    return !builder.isEmpty() && article.apply(builder.finish()).isOk();
}

/// What the annotator does at this minute.
template<typename Action>
bool annotate(AnnotatedArticle &article, int minutes, Action action)
{
    ActionBuilder builder(article, 1, annotator(), at(minutes));
    action(builder);
    return !builder.isEmpty() && article.apply(builder.finish(QStringLiteral("step"))).isOk();
}

} // namespace dateline::test
