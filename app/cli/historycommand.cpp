// SPDX-License-Identifier: Apache-2.0
#include "command.h"
#include "inputs.h"

#include <QJsonArray>
#include <QJsonObject>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace dateline::cli {

namespace {

struct Line
{
    Event event;
    QString layer;
    QString on;   ///< "m7", "e3", "p1"; empty: the layer or the article
    QString what; ///< the mention's words, the entity's name
};

QString id(char16_t kind, quint32 number) { return QString(kind) + QString::number(number); }

QString wordsOf(const AnnotatedArticle &article, const Mention *mention)
{
    return mention ? article.text.view(mention->extent()).toString().simplified() : QString();
}

/// What a reviewer and those who answer say; the last value is the reason, the comment, the type.
void takeReview(const AnnotatedArticle &article, const Layer &layer, const Review &review, QList<Line> &lines)
{
    const QString name = id(u'l', layer.info.id);
    const auto by = [&](AgentId agent) { return agent == 0 ? review.by : agent; };
    for (const Verdict &verdict : review.verdicts)
        lines.append({{by(verdict.by), verdict.at, toName(verdict.decision), {}, verdict.reason},
                      name,
                      id(u'm', verdict.mention),
                      wordsOf(article, layer.mentions.find(verdict.mention))});
    for (const Comment &comment : review.comments) {
        const Comment *thread = review.threadOf(comment.id);
        const Proposal *proposal = review.proposal(thread->proposal);
        const QString on = thread->mention != 0 ? id(u'm', thread->mention) : proposal ? id(u'p', proposal->id) : QString();
        const Mention *mention = proposal ? &proposal->mention : layer.mentions.find(thread->mention);
        lines.append({{by(comment.by), comment.at, comment.parent == 0 ? u"comment"_s : u"reply"_s, {}, comment.text},
                      name,
                      on,
                      wordsOf(article, mention)});
    }
    for (const Proposal &proposal : review.proposals) {
        const QString words = wordsOf(article, &proposal.mention);
        const QString on = id(u'p', proposal.id);
        lines.append({{by(proposal.by), proposal.at, u"propose"_s, {}, proposal.mention.type}, name, on, words});
        for (const Event &event : proposal.mention.events)
            lines.append({event, name, on, words});
    }
}

QList<Line> linesOf(const AnnotatedArticle &article)
{
    QList<Line> lines;
    const auto take = [&](const QList<Event> &events, const QString &layer, const QString &on, const QString &what) {
        for (const Event &event : events)
            lines.append({event, layer, on, what});
    };
    take(article.head.events, {}, {}, article.title());
    for (const Layer &layer : article.layers) {
        const QString name = id(u'l', layer.info.id);
        qsizetype suggested = 0;
        layer.mentions.forEach([&](const Mention &mention) {
            const Agent *origin = article.agent(mention.origin);
            suggested += origin && origin->kind == AgentKind::Detector ? 1 : 0;
            take(mention.events, name, id(u'm', mention.id), article.text.view(mention.extent()).toString().simplified());
        });
        for (const Entity &entity : layer.entities)
            take(entity.events, name, id(u'e', entity.id), entity.name);
        for (const Review &review : article.reviews) {
            if (review.of == layer.info.id)
                takeReview(article, layer, review, lines);
        }
        take(layer.info.events, name, {}, {});
        if (layer.info.stage == Stage::Suggested)
            lines.append({{layer.info.by, layer.info.started, u"suggest"_s, {}, QString::number(suggested)}, name, {}, {}});
    }
    std::stable_sort(lines.begin(), lines.end(), [](const Line &a, const Line &b) { return a.event.at < b.event.at; });
    return lines;
}

QString nameOf(const AnnotatedArticle &article, AgentId by)
{
    const Agent *agent = article.agent(by);
    return agent ? agent->name : Text::tr("unknown");
}

QJsonObject toJson(const Line &line, const AnnotatedArticle &article)
{
    QJsonObject object{
        {u"at"_s, toIsoUtc(line.event.at)}, {u"by"_s, nameOf(article, line.event.by)}, {u"action"_s, line.event.action}};
    const auto put = [&](const QString &key, const QString &value) {
        if (!value.isEmpty())
            object.insert(key, value);
    };
    put(u"layer"_s, line.layer);
    put(u"on"_s, line.on);
    put(u"text"_s, line.what);
    put(u"from"_s, line.event.from);
    put(u"to"_s, line.event.to);
    return object;
}

QString toText(const Line &line, const AnnotatedArticle &article)
{
    QStringList parts{toIsoUtc(line.event.at), nameOf(article, line.event.by), line.event.action};
    if (!line.on.isEmpty())
        parts.append(line.layer + u'/' + line.on);
    else if (!line.layer.isEmpty())
        parts.append(line.layer);
    if (!line.what.isEmpty())
        parts.append(u"\"%1\""_s.arg(line.what));
    if (!line.event.from.isEmpty() || !line.event.to.isEmpty())
        parts.append(line.event.from.isEmpty() ? line.event.to : u"%1 → %2"_s.arg(line.event.from, line.event.to));
    return parts.join(u"  "_s).replace(u'\n', u' ');
}

QString historyHelp()
{
    return Text::tr("Usage: dateline-cli history FILE [options]\n"
                    "\n"
                    "Who did what when in an annotated article, oldest first: time, name, action,\n"
                    "layer and mention, entity or proposal, its words, and the old and the new value,\n"
                    "or what a reviewer said of it.\n"
                    "\n"
                    "  --json  as JSON on standard output\n"
                    "  -       read standard input\n"
                    "\n"
                    "Example:\n"
                    "  echo \"Ana Petrovic met the mayor of Lisbon.\" | dateline-cli annotate - | dateline-cli history -\n");
}

} // namespace

int historyCommand(const QStringList &arguments)
{
    Options options(u"history"_s, historyHelp());
    options.addFlag(u"json"_s);
    if (const std::optional<int> status = options.parse(arguments))
        return *status;
    if (options.inputs().size() != 1)
        return options.wrong(Text::tr("Name one file."));

    const Input input{options.inputs().first(), {}};
    const Result<LoadedArticle> loaded = readAnnotated(input);
    if (!loaded) {
        report(loaded.error());
        return SomeFailed;
    }
    for (const Issue &issue : loaded.value().issues)
        report(issue, shownName(input));
    const AnnotatedArticle &article = loaded.value().article;
    QJsonArray array;
    for (const Line &line : linesOf(article)) {
        if (options.has(u"json"_s))
            array.append(toJson(line, article));
        else
            printLine(toText(line, article));
    }
    if (options.has(u"json"_s))
        printJson(QJsonDocument(array));
    return Done;
}

} // namespace dateline::cli
