// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "editing/editsession.h"
#include "editing/journal.h"

#include <memory>

namespace dateline::test {

inline constexpr char16_t TalksText[] = u"Marin to host Okoro\n\nOSLO. The ministers Elsa Marin and Tunde Okoro meet on Friday. "
                                        u"Marin spoke of Oslo, Okoro of Lagos 😀.";

[[nodiscard]] inline Author annotator() { return {QStringLiteral("6f0c"), QStringLiteral("Annotator 1")}; }

[[nodiscard]] inline std::shared_ptr<FixedClock> fixedClock()
{
    return std::make_shared<FixedClock>(QDateTime(QDate(2026, 3, 21), QTime(9, 0), Qt::UTC));
}

[[nodiscard]] inline Agent detectorAgent()
{
    Agent detector;
    detector.uid = QStringLiteral("dateline-detector");
    detector.kind = AgentKind::Detector;
    detector.name = QStringLiteral("Dateline");
    detector.version = QStringLiteral("0.1.0");
    return detector;
}

/// Suggestions: Marin e1 (m1, m3, m5), Okoro e2 (m2, m4, m6), Oslo e3 (m7), Lagos without entity (m8).
[[nodiscard]] inline Layer suggestions()
{
    const QString text = QString::fromUtf16(TalksText);
    Layer layer;
    layer.info.stage = Stage::Suggested;
    layer.info.uid = QStringLiteral("dateline-1");
    const auto entity = [&](EntityId id, const char *type, const char *name) {
        Entity value;
        value.id = id;
        value.type = QString::fromLatin1(type);
        value.name = QString::fromLatin1(name);
        layer.entities.insert(id, value);
    };
    entity(1, "person", "Elsa Marin");
    entity(2, "person", "Tunde Okoro");
    entity(3, "place", "Oslo");
    const auto mention = [&](MentionId id, EntityId of, const char *type, const char *words, qsizetype from) {
        Mention value;
        value.id = id;
        value.entity = of;
        value.type = QString::fromLatin1(type);
        value.confidence = 0.9;
        value.why = QStringLiteral("for the test");
        const QString quote = QString::fromLatin1(words);
        const qsizetype begin = text.indexOf(quote, from);
        value.spans = {{begin, begin + quote.size()}};
        layer.mentions.insert(value);
    };
    mention(1, 1, "person", "Marin", 0);
    mention(2, 2, "person", "Okoro", 0);
    mention(3, 1, "person", "Elsa Marin", 0);
    mention(4, 2, "person", "Tunde Okoro", 0);
    mention(5, 1, "person", "Marin spoke", 0);
    mention(6, 2, "person", "Okoro of", 0);
    mention(7, 3, "place", "OSLO", 0);
    mention(8, 0, "place", "Lagos", 0);
    return layer;
}

[[nodiscard]] inline AnnotatedArticle talks()
{
    AnnotatedArticle article;
    article.text = ArticleText(QString::fromUtf16(TalksText));
    article.head.title = QStringLiteral("Marin to host Okoro");
    return article;
}

/// As the window makes one: the article, then the suggestions, then a journal on both (`folder` empty: none).
[[nodiscard]] inline std::unique_ptr<EditSession> makeSession(const QString &folder = {}, const Author &author = annotator())
{
    EditSession::Options options;
    options.name = QStringLiteral("talks.txt");
    options.clock = fixedClock();
    auto session = std::make_unique<EditSession>(talks(), std::move(options));
    session->setAuthor(author);
    session->addDetection(suggestions(), detectorAgent());
    if (!folder.isEmpty()) {
        Result<std::unique_ptr<Journal>> journal = Journal::create(
            folder, {{}, {}, QStringLiteral("talks.txt"), QByteArray(), exactState(session->article())});
        if (journal)
            session->setJournal(std::move(journal.value()));
    }
    return session;
}

} // namespace dateline::test
