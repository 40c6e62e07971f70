// SPDX-License-Identifier: Apache-2.0
#include "jsonlfilter.h"

#include "console.h"
#include "text/jsonlines.h"

#include <QDateTime>
#include <QJsonArray>
#include <QJsonObject>

#include <algorithm>
#include <future>
#include <vector>

using namespace Qt::StringLiterals;

namespace dateline::cli {

namespace {

/// What a row becomes: the line to print, and what was wrong with it.
struct Answer
{
    QByteArray line;
    QString error;
    qint64 number = 0;
};

QByteArray compact(const QJsonObject &object) { return QJsonDocument(object).toJson(QJsonDocument::Compact) + '\n'; }

/// `map` knows the text as given; `toRaw` leads from a detected offset to there.
template<typename ToRaw>
QJsonArray entitiesOf(const Layer &layer, const QString &raw, const OffsetMap &map, ToRaw toRaw)
{
    QJsonArray entities;
    layer.mentions.forEach([&](const Mention &mention) {
        if (!mention.isLive())
            return;
        const Span span = mention.extent();
        const qsizetype begin = toRaw(span.begin);
        const qsizetype end = toRaw(span.end);
        QJsonObject object{{u"start"_s, map.toCodePoint(begin)},
                           {u"end"_s, map.toCodePoint(end)},
                           {u"type"_s, typeCode(mention.type)},
                           {u"text"_s, raw.sliced(begin, end - begin)}};
        if (mention.confidence >= 0)
            object.insert(u"confidence"_s, mention.confidence);
        if (!mention.norm.isEmpty())
            object.insert(u"norm"_s, mention.norm);
        const Entity *entity = layer.entity(mention.entity);
        const QString link = !mention.link.isEmpty() ? mention.link : entity ? entity->link : QString();
        if (!link.isEmpty())
            object.insert(u"link"_s, link);
        if (!mention.why.isEmpty())
            object.insert(u"why"_s, mention.why);
        entities.append(object);
    });
    return entities;
}

QString stringField(const QJsonObject &object, const QString &key, QString &error)
{
    const QJsonValue value = object.value(key);
    if (!value.isString() && !value.isNull() && !value.isUndefined())
        error = Text::tr("\"%1\" is not a string.").arg(key);
    return value.toString();
}

Answer answer(const JsonLine &row, const Detector &detector, const DetectionOptions &defaults)
{
    const QJsonValue given = row.object.value(u"id"_s);
    const QJsonValue id = given.isUndefined() ? QJsonValue(QJsonValue::Null) : given;
    QString error = row.error;
    DetectionOptions options = defaults;
    if (error.isEmpty()) {
        if (!row.object.value(u"text"_s).isString())
            error = Text::tr("\"text\" is missing or not a string.");
        const QString published = stringField(row.object, u"published"_s, error);
        const QString language = stringField(row.object, u"lang"_s, error);
        if (!published.isEmpty()) {
            options.published = published;
            if (error.isEmpty() && !QDate::fromString(published.left(10), Qt::ISODate).isValid())
                error = Text::tr("\"published\" is not an ISO date such as 2024-03-21.");
        }
        if (!language.isEmpty())
            options.language = language;
    }
    if (!error.isEmpty())
        return {compact({{u"id"_s, id}, {u"error"_s, error}}), error, row.number};

    const QString raw = row.object.value(u"text"_s).toString();
    const NormalisedText normalised = normaliseText(raw);
    const Layer layer = detector.detect(ArticleText(normalised.text), options);
    const QJsonArray entities = entitiesOf(layer, raw, OffsetMap(raw), [&](qsizetype at) { return normalised.toRaw(at); });
    return {compact({{u"id"_s, id}, {u"entities"_s, entities}}), {}, row.number};
}

} // namespace

int filterJsonLines(QIODevice &in, const QString &name, const Detector &detector, const DetectionOptions &defaults, int jobs)
{
    JsonLinesReader reader(in);
    bool isAllGood = true;
    const auto put = [&](const Answer &done) {
        if (!done.error.isEmpty()) {
            isAllGood = false;
            report(Error{ErrorKind::Malformed, done.error, name, done.number});
        }
        printOut(done.line);
    };
    if (jobs <= 1) {
        while (const std::optional<JsonLine> row = reader.next()) {
            put(answer(*row, detector, defaults));
            if (!isOutputGood())
                return SomeFailed;
        }
    } else {
        // A window of rows in work, given out in order: a long article does not reorder the others.
        std::vector<std::future<Answer>> window;
        const auto drain = [&](size_t down) {
            while (window.size() > down) {
                put(window.front().get());
                window.erase(window.begin());
            }
        };
        while (std::optional<JsonLine> row = reader.next()) {
            window.push_back(std::async(
                std::launch::async, [line = std::move(*row), &detector, &defaults] { return answer(line, detector, defaults); }));
            drain(size_t(jobs) - 1);
            if (!isOutputGood())
                return SomeFailed;
        }
        drain(0);
    }
    if (!reader.error().isEmpty()) {
        report(Error{ErrorKind::Unreadable, Text::tr("It cannot be read: %1.").arg(reader.error()), name, 0});
        isAllGood = false;
    }
    return isAllGood ? Done : SomeFailed;
}

} // namespace dateline::cli
