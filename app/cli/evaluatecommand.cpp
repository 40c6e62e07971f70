// SPDX-License-Identifier: Apache-2.0
#include "command.h"
#include "detectorchoice.h"
#include "trainingcorpus.h"

#include "detection/detector.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QMap>

#include <set>
#include <tuple>

using namespace Qt::StringLiterals;

namespace dateline::cli {

namespace {

QString evaluateHelp()
{
    return Text::tr("Usage: dateline-cli evaluate --gold FILE… [options]\n"
                    "\n"
                    "Detects entities in annotated articles and counts how many are right: exact span and type.\n"
                    "\n"
                    "  --gold FILE…    JSON lines, annotated XML or any other format that convert reads\n"
                    "  --model MODEL   a model of your own; \"none\": the rules alone (else the shipped model)\n"
                    "  --types LIST    which types count (PERSON,ORG,LOC); else those of the gold articles\n"
                    "  --json          as JSON on standard output\n"
                    "\n"
                    "Example:\n"
                    "  dateline-cli evaluate --gold articles.jsonl --types PERSON,ORG,LOC\n");
}

struct Counts
{
    qsizetype gold = 0;
    qsizetype found = 0;
    qsizetype right = 0;

    [[nodiscard]] double precision() const { return found ? double(right) / double(found) : 0; }
    [[nodiscard]] double recall() const { return gold ? double(right) / double(gold) : 0; }
    [[nodiscard]] double f1() const { return gold + found ? 2.0 * double(right) / double(gold + found) : 0; }
    Counts &operator+=(const Counts &other)
    {
        gold += other.gold;
        found += other.found;
        right += other.right;
        return *this;
    }
};

using Place = std::tuple<qsizetype, qsizetype, QString>;

void count(const Detector &detector, const CorpusArticle &article, const QStringList &types, QMap<QString, Counts> &counts)
{
    std::set<Place> gold;
    for (const CorpusArticle::Name &name : article.names) {
        if (types.contains(name.type))
            gold.emplace(name.span.begin, name.span.end, name.type);
    }
    for (const Place &place : gold)
        ++counts[std::get<2>(place)].gold;
    const Layer layer = detector.detect(ArticleText(article.text), {});
    layer.mentions.forEach([&](const Mention &mention) {
        const QString type = typeCode(mention.type);
        if (!types.contains(type))
            return;
        Counts &sum = counts[type];
        ++sum.found;
        if (gold.contains({mention.extent().begin, mention.extent().end, type}))
            ++sum.right;
    });
}

QJsonObject toJson(const Counts &counts)
{
    return {
        {u"precision"_s, counts.precision()}, {u"recall"_s, counts.recall()}, {u"f1"_s, counts.f1()}, {u"gold"_s, counts.gold},
        {u"found"_s, counts.found},           {u"right"_s, counts.right}};
}

QString toRow(const QString &name, const Counts &counts)
{
    const auto percent = [](double share) { return QString::number(100 * share, 'f', 2).rightJustified(8); };
    return name.leftJustified(12) + percent(counts.precision()) + percent(counts.recall()) + percent(counts.f1())
         + QString::number(counts.gold).rightJustified(8) + QString::number(counts.found).rightJustified(8);
}

} // namespace

int evaluateCommand(const QStringList &arguments)
{
    Options options(u"evaluate"_s, evaluateHelp());
    for (const QString &name : {u"gold"_s, u"model"_s, u"types"_s})
        options.addValue({name});
    options.addFlag(u"json"_s);
    if (const std::optional<int> status = options.parse(arguments))
        return *status;
    const QStringList files = options.values(u"gold"_s) + options.inputs();
    if (files.isEmpty())
        return options.wrong(Text::tr("Name at least one file with --gold."));
    const Result<std::unique_ptr<const Detector>> detector = detectorFor(options.value(u"model"_s));
    if (!detector) {
        report(detector.error());
        return SomeFailed;
    }
    bool isComplete = true;
    QList<CorpusArticle> articles;
    for (const QString &file : files) {
        Result<QList<CorpusArticle>> read = readCorpus(file);
        if (read) {
            articles += std::move(read).value();
        } else {
            report(read.error());
            isComplete = false;
        }
    }
    if (articles.isEmpty())
        return SomeFailed;
    const QStringList types = options.has(u"types"_s) ? options.value(u"types"_s).split(u',', Qt::SkipEmptyParts)
                                                      : typesIn(articles);
    QMap<QString, Counts> counts;
    Progress progress(articles.size());
    for (const CorpusArticle &article : articles) {
        count(*detector.value(), article, types, counts);
        progress.advance();
    }
    Counts all;
    QJsonObject byType;
    QStringList rows{Text::tr("type        precision  recall      F1    gold   found")};
    for (const auto &[type, sum] : counts.asKeyValueRange()) {
        all += sum;
        byType.insert(type, toJson(sum));
        rows.append(toRow(type, sum));
    }
    rows.append(toRow(Text::tr("all"), all));
    if (options.has(u"json"_s)) {
        QJsonObject object = toJson(all);
        object.insert(u"articles"_s, articles.size());
        object.insert(u"types"_s, byType);
        printJson(QJsonDocument(object));
    } else {
        printLine(rows.join(u'\n'));
    }
    return isComplete ? Done : SomeFailed;
}

} // namespace dateline::cli
