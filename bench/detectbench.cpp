// SPDX-License-Identifier: Apache-2.0
#include "bench/benchmark.h"

#include "detection/detector.h"
#include "detection/tagger/model.h"
#include "text/tokens.h"

#include <QFile>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace dateline::bench {

namespace {

constexpr int Rounds = 5;
constexpr qsizetype ShortArticle = 3000;

/// Articles of a file as UTF-8: what blank lines part.
QList<QByteArray> articlesOf(const QByteArray &bytes)
{
    static const QRegularExpression blankLine(u"\\n[ \\t\\r]*\\n"_s);
    QList<QByteArray> articles;
    for (const QString &part : QString::fromUtf8(bytes).split(blankLine, Qt::SkipEmptyParts)) {
        if (!part.trimmed().isEmpty())
            articles.append(part.toUtf8());
    }
    return articles;
}

QString normalised(const QByteArray &article) { return normaliseText(QString::fromUtf8(article)).text; }

/// Cut at a line or a space, so that it is an article and not a part of a word.
QByteArray shortArticle(const QList<QByteArray> &articles)
{
    QByteArray text;
    for (const QByteArray &article : articles) {
        text += article + '\n';
        if (text.size() >= ShortArticle)
            break;
    }
    const qsizetype end = text.lastIndexOf(' ', std::min(ShortArticle, text.size() - 1));
    return text.size() > ShortArticle && end > 0 ? text.left(end) : text;
}

} // namespace

QJsonObject runDetect(const Request &request)
{
    QList<QByteArray> articles;
    qint64 bytes = 0;
    for (const QString &path : request.arguments) {
        QFile file(path);
        if (!file.open(QIODevice::ReadOnly))
            return {{u"error"_s, u"%1 cannot be read: %2"_s.arg(path, file.errorString())}};
        articles += articlesOf(file.readAll());
    }
    for (const QByteArray &article : std::as_const(articles))
        bytes += article.size();
    if (articles.isEmpty())
        return {{u"error"_s, u"give files with articles, separated by blank lines"_s}};
    QList<double> load;
    for (int round = 0; round < Rounds; ++round) {
        bool isGood = false;
        load.append(millisecondsOf([&] { isGood = TaggerModel::open(TaggerModel::shippedPath()).isOk(); }));
        if (!isGood)
            return {{u"error"_s, u"the shipped model cannot be read: %1"_s.arg(TaggerModel::shippedPath())}};
    }
    const Detector detector;
    QList<double> ours;
    QList<double> floor;
    QList<double> single;
    qsizetype tokens = 0;
    qsizetype mentions = 0;
    const QByteArray one = shortArticle(articles);
    for (int round = 0; round < Rounds; ++round) {
        tokens = 0;
        mentions = 0;
        floor.append(millisecondsOf([&] {
            for (const QByteArray &article : std::as_const(articles))
                tokens += tokenize(normalised(article)).size();
        }));
        ours.append(millisecondsOf([&] {
            for (const QByteArray &article : std::as_const(articles))
                mentions += detector.detect(ArticleText(normalised(article)), {}).mentions.size();
        }));
        single.append(millisecondsOf([&] { mentions += detector.detect(ArticleText(normalised(one)), {}).mentions.size(); }));
    }
    const double seconds = median(ours) / 1000;
    return {{u"mb_s"_s, rounded(double(bytes) / 1e6 / seconds)},
            {u"tokens_s"_s, rounded(double(tokens) / seconds)},
            {u"floor_mb_s"_s, rounded(double(bytes) / 1e6 / (median(floor) / 1000))},
            {u"load_ms"_s, rounded(median(load))},
            {u"memory_mb"_s, rounded(peakMemory())},
            {u"article_ms"_s, rounded(median(single))},
            {u"articles"_s, articles.size()},
            {u"mentions"_s, mentions}};
}

} // namespace dateline::bench
