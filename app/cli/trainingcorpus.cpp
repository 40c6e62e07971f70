// SPDX-License-Identifier: Apache-2.0
#include "trainingcorpus.h"

#include "console.h"
#include "formats/formatregistry.h"

#include <QDir>
#include <QFile>
#include <QHash>
#include <QJsonArray>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace dateline::cli {

namespace {

Result<QByteArray> contentsOf(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return Error{file.exists() ? ErrorKind::Unreadable : ErrorKind::NotFound,
                     Text::tr("It cannot be read: %1.").arg(file.errorString()), path, 0};
    return file.readAll();
}

QStringList stringsOf(const QJsonValue &value)
{
    QStringList strings;
    for (const QJsonValue &item : value.toArray())
        strings.append(item.toString());
    return strings;
}

QList<CorpusFile> filesOf(const QJsonValue &value, const QDir &folder)
{
    QList<CorpusFile> files;
    for (const QJsonValue &item : value.toArray()) {
        const QJsonObject object = item.toObject();
        CorpusFile file;
        file.path = folder.filePath(object.value(u"file"_s).toString());
        file.weight = float(object.value(u"weight"_s).toDouble(1));
        file.areSpansNormalised = !object.value(u"normalise"_s).toBool();
        file.holdOut = std::max(0, object.value(u"holdOut"_s).toInt());
        file.types = stringsOf(object.value(u"types"_s));
        files.append(file);
    }
    return files;
}

/// "U-PERSON" as a label; -1: of a type that the model has not.
int labelOf(QStringView name, const TaggerLabels &labels)
{
    if (name == u"O")
        return TaggerLabels::Outside;
    if (name.size() < 3 || name[1] != u'-')
        return -1;
    const qsizetype position = QStringView(u"BILU").indexOf(name[0]);
    const qsizetype type = labels.types().indexOf(name.mid(2));
    return position < 0 || type < 0 ? -1 : labels.label(NamePosition(position), int(type));
}

} // namespace

Result<TrainingPlan> readPlan(const QString &path, const QString &folder)
{
    const Result<QByteArray> bytes = contentsOf(path);
    if (!bytes)
        return bytes.error();
    QJsonParseError problem;
    const QJsonDocument document = QJsonDocument::fromJson(bytes.value(), &problem);
    if (!document.isObject())
        return Error{ErrorKind::Malformed, Text::tr("This is no plan of a training: %1.").arg(problem.errorString()), path,
                     bytes.value().left(problem.offset).count('\n') + 1};
    const QJsonObject object = document.object();
    const QDir base(folder);
    TrainingPlan plan;
    plan.types = stringsOf(object.value(u"types"_s));
    plan.corpora = filesOf(object.value(u"corpora"_s), base);
    plan.silver = filesOf(object.value(u"silver"_s), base);
    plan.dev = filesOf(object.value(u"dev"_s), base);
    if (object.contains(u"clusters"_s))
        plan.clusters = base.filePath(object.value(u"clusters"_s).toString());
    plan.epochs = std::clamp(object.value(u"epochs"_s).toInt(plan.epochs), 1, 100);
    plan.mostBytes = qsizetype(object.value(u"bytes"_s).toInteger(plan.mostBytes));
    return plan;
}

Result<QList<CorpusArticle>> readCorpus(const QString &path)
{
    Result<ReadArticles> read = readArticles(path);
    if (!read)
        return read.error();
    for (const Issue &issue : read.value().issues)
        report(issue, path);
    QList<CorpusArticle> articles;
    for (const ReadArticle &named : read.value().articles) {
        for (const Issue &issue : named.loaded.issues)
            report(issue, path);
        const Result<LayerId> layer = layerToExport(named.loaded.article);
        if (!layer) {
            Error error = layer.error();
            error.file = path;
            return error;
        }
        const ExportedArticle chosen = exported(named.loaded.article, layer.value(), defaultStatuses(), u"article"_s);
        CorpusArticle article;
        article.text = chosen.article.text.text();
        for (const Mention &mention : chosen.mentions())
            article.names.append({mention.extent(), typeCode(mention.type)});
        articles.append(article);
    }
    return articles;
}

QStringList typesIn(const QList<CorpusArticle> &articles)
{
    QSet<QString> types;
    for (const CorpusArticle &article : articles) {
        for (const CorpusArticle::Name &name : article.names)
            types.insert(name.type);
    }
    QStringList sorted(types.cbegin(), types.cend());
    sorted.sort();
    return sorted;
}

std::vector<TrainingArticle> trainingArticles(const QList<CorpusArticle> &articles, const CorpusFile &file,
                                              const TaggerLabels &labels)
{
    const QStringList annotated = file.types.isEmpty() ? typesIn(articles) : file.types;
    std::vector<bool> isAnnotated;
    for (const QString &type : labels.types())
        isAnnotated.push_back(annotated.contains(type));
    std::vector<TrainingArticle> result;
    for (const CorpusArticle &article : articles) {
        TrainingArticle training;
        training.text = article.text;
        training.isAnnotated = isAnnotated;
        training.weight = file.weight;
        training.areSpansNormalised = file.areSpansNormalised;
        for (const CorpusArticle::Name &name : article.names)
            training.spans.push_back({name.span, int(labels.types().indexOf(name.type))});
        result.push_back(std::move(training));
    }
    return result;
}

Result<std::vector<TrainingArticle>> readSilver(const CorpusFile &file, const TaggerLabels &labels)
{
    const Result<QByteArray> bytes = contentsOf(file.path);
    if (!bytes)
        return bytes.error();
    std::vector<bool> isAnnotated;
    for (const QString &type : labels.types())
        isAnnotated.push_back(file.types.contains(type));
    std::vector<TrainingArticle> articles;
    const auto begin = [&] {
        TrainingArticle article;
        article.isAnnotated = isAnnotated;
        article.weight = file.weight;
        articles.push_back(std::move(article));
    };
    qint64 number = 0;
    for (const QByteArray &bare : bytes.value().split('\n')) {
        ++number;
        const QString line = QString::fromUtf8(bare);
        if (line == "#D"_L1) {
            begin();
            continue;
        }
        if (articles.empty())
            begin();
        TrainingArticle &article = articles.back();
        if (line.isEmpty()) {
            if (!article.text.isEmpty() && !article.text.endsWith(u'\n'))
                article.text += u'\n';
            continue;
        }
        const QList<QStringView> fields = QStringView(line).split(u'\t');
        if (fields.size() != 3 || fields.at(0).isEmpty())
            return Error{ErrorKind::Malformed, Text::tr("A line needs a token, 0 or 1, and labels, separated by tabs."),
                         file.path, number};
        if (!article.text.isEmpty() && !article.text.endsWith(u'\n') && fields.at(1) != u"1")
            article.text += u' ';
        TrainingToken token;
        token.span = {article.text.size(), article.text.size() + fields.at(0).size()};
        article.text += fields.at(0);
        for (const QStringView label : fields.at(2).split(u',')) {
            const qsizetype colon = label.lastIndexOf(u':');
            const int index = labelOf(colon < 0 ? label : label.left(colon), labels);
            // A type that the model has not is nothing to it.
            token.allowed.add(index < 0 ? TaggerLabels::Outside : index);
        }
        article.tokens.push_back(token);
    }
    return articles;
}

} // namespace dateline::cli
