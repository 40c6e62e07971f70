// SPDX-License-Identifier: Apache-2.0
#include "command.h"
#include "inputs.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QMap>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace dateline::cli {

namespace {

using Counts = QMap<QString, qint64>;

struct Statistics
{
    qint64 articles = 0;
    qint64 mentions = 0; ///< of every status
    Counts byType;       ///< live ones only, as everything that is exported
    Counts byStatus;
    Counts byAnnotator;                                 ///< by the layer's author
    Counts byVerdict;                                   ///< the one of each reviewer that counts
    QMap<std::pair<QString, QString>, qint64> byEntity; ///< (type, name) -> live mentions
};

void count(const AnnotatedArticle &article, Statistics &statistics)
{
    ++statistics.articles;
    for (const Layer &layer : article.layers) {
        const Agent *author = article.agent(layer.info.by);
        const QString annotator = author ? author->name : Text::tr("unknown");
        layer.mentions.forEach([&](const Mention &mention) {
            ++statistics.mentions;
            ++statistics.byStatus[toName(mention.status)];
            if (!mention.isLive())
                return;
            ++statistics.byType[typeCode(mention.type)];
            ++statistics.byAnnotator[annotator];
            if (const Entity *entity = layer.entity(mention.entity))
                ++statistics.byEntity[{typeCode(entity->type), entity->name}];
        });
    }
    for (const Review &review : article.reviews) {
        const QHash<MentionId, qsizetype> latest = latestVerdicts(review);
        for (const qsizetype row : latest)
            ++statistics.byVerdict[toName(review.verdicts.at(row).decision)];
    }
}

QList<std::pair<std::pair<QString, QString>, qint64>> mostNamed(const Statistics &statistics)
{
    QList<std::pair<std::pair<QString, QString>, qint64>> list;
    for (auto it = statistics.byEntity.cbegin(); it != statistics.byEntity.cend(); ++it)
        list.append({it.key(), it.value()});
    std::stable_sort(list.begin(), list.end(), [](const auto &a, const auto &b) { return a.second > b.second; });
    return list;
}

QJsonObject toJson(const Counts &counts)
{
    QJsonObject object;
    for (auto it = counts.cbegin(); it != counts.cend(); ++it)
        object.insert(it.key(), it.value());
    return object;
}

void printCounts(const QString &title, const Counts &counts)
{
    if (counts.isEmpty())
        return;
    printLine({});
    printLine(title);
    for (auto it = counts.cbegin(); it != counts.cend(); ++it)
        printLine(u"%1  %2"_s.arg(it.value(), 8).arg(it.key()));
}

QString statsHelp()
{
    return Text::tr("Usage: dateline-cli stats FILE|FOLDER… [options]\n"
                    "\n"
                    "Counts the mentions of annotated articles by type, status, annotator and entity.\n"
                    "Rejected and withdrawn mentions count by status only.\n"
                    "\n"
                    "  --recursive  look into the folders of a folder too\n"
                    "  --json       as JSON on standard output, with every entity\n"
                    "  -            read standard input\n"
                    "\n"
                    "Example:\n"
                    "  echo \"Ana Petrovic met the mayor of Lisbon.\" | dateline-cli annotate - | dateline-cli stats -\n");
}

} // namespace

int statsCommand(const QStringList &arguments)
{
    Options options(u"stats"_s, statsHelp());
    options.addFlag(u"json"_s);
    options.addFlag(u"recursive"_s);
    if (const std::optional<int> status = options.parse(arguments))
        return *status;
    if (options.inputs().isEmpty())
        return options.wrong(Text::tr("Name at least one file or folder."));

    const InputList list = expandInputs(options.inputs(), InputKind::Annotated, options.has(u"recursive"_s));
    bool isComplete = list.isComplete;
    Statistics statistics;
    Progress progress(list.inputs.size());
    for (const Input &input : list.inputs) {
        if (const Result<LoadedArticle> loaded = readAnnotated(input)) {
            count(loaded.value().article, statistics);
        } else {
            report(loaded.error());
            isComplete = false;
        }
        progress.advance();
    }

    const auto entities = mostNamed(statistics);
    if (options.has(u"json"_s)) {
        QJsonArray named;
        for (const auto &[entity, mentions] : entities)
            named.append(QJsonObject{{u"type"_s, entity.first}, {u"name"_s, entity.second}, {u"mentions"_s, mentions}});
        printJson(QJsonDocument(QJsonObject{{u"articles"_s, statistics.articles},
                                            {u"mentions"_s, statistics.mentions},
                                            {u"types"_s, toJson(statistics.byType)},
                                            {u"statuses"_s, toJson(statistics.byStatus)},
                                            {u"annotators"_s, toJson(statistics.byAnnotator)},
                                            {u"verdicts"_s, toJson(statistics.byVerdict)},
                                            {u"entities"_s, named}}));
        return isComplete ? Done : SomeFailed;
    }
    constexpr qsizetype MostShown = 20;
    printLine(Text::tr("Articles: %1").arg(statistics.articles));
    printLine(Text::tr("Mentions: %1").arg(statistics.mentions));
    printCounts(Text::tr("By type"), statistics.byType);
    printCounts(Text::tr("By status"), statistics.byStatus);
    printCounts(Text::tr("By annotator"), statistics.byAnnotator);
    printCounts(Text::tr("By verdict of a reviewer"), statistics.byVerdict);
    if (!entities.isEmpty()) {
        printLine({});
        printLine(Text::tr("Most named entities"));
        for (const auto &[entity, mentions] : entities.first(std::min(MostShown, entities.size())))
            printLine(u"%1  %2  %3"_s.arg(mentions, 8).arg(entity.first, entity.second));
    }
    return isComplete ? Done : SomeFailed;
}

} // namespace dateline::cli
