// SPDX-License-Identifier: Apache-2.0
#include "command.h"
#include "comparison.h"
#include "inputs.h"
#include "output.h"

#include <QHash>
#include <QJsonArray>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace dateline::cli {

namespace {

QString compareHelp()
{
    return Text::tr("Usage: dateline-cli compare A.xml B.xml… [options]\n"
                    "\n"
                    "Compares every two layers of annotated files of the same text: what one has and the\n"
                    "other has not, other boundaries, types, entities and normal forms, and measures of\n"
                    "agreement from 0 to 1. Layers are l1, l2, … in the order of the files.\n"
                    "\n"
                    "  --unit span|token  what alpha is measured over: marked places (default) or tokens\n"
                    "  --json             as JSON on standard output\n"
                    "  --html FILE        write a page of the differences too\n"
                    "  --recursive        look into the folders of a folder too\n"
                    "  -                  read standard input\n"
                    "\n"
                    "Differences are no failure: status 0. Files of another text: status 1.\n"
                    "\n"
                    "Example:\n"
                    "  echo \"Ana Petrovic left Lisbon.\" | dateline-cli annotate - > a.xml; dateline-cli compare a.xml a.xml\n");
}

Comparison compareAll(const QList<NamedArticle> &articles, AgreementUnit unit)
{
    Comparison comparison;
    comparison.unit = unit;
    for (const NamedArticle &named : articles) {
        for (const Layer &layer : named.article.layers) {
            const Agent *author = named.article.agent(layer.info.by);
            comparison.layers.append({u"l%1"_s.arg(comparison.layers.size() + 1), author ? author->name : Text::tr("unknown"),
                                      named.name, &named.article, &layer});
        }
    }
    QHash<QString, QList<Token>> tokens;
    const qsizetype count = comparison.layers.size();
    Progress progress(count * (count - 1) / 2);
    for (qsizetype a = 0; a < count; ++a) {
        for (qsizetype b = a + 1; b < count; ++b) {
            progress.advance();
            const ComparedLayer &first = comparison.layers.at(a);
            const ComparedLayer &second = comparison.layers.at(b);
            const QString &digest = first.article->text.digest();
            if (digest != second.article->text.digest())
                continue;
            if (!tokens.contains(digest))
                tokens.insert(digest, tokenize(first.article->text.text()));
            comparison.pairs.append({a, b, measureAgreement(tokens.value(digest), *first.layer, *second.layer, unit),
                                     differences(*first.layer, *second.layer)});
        }
    }
    return comparison;
}

QJsonValue toJson(const std::optional<double> &measure) { return measure ? QJsonValue(*measure) : QJsonValue(); }

void putSide(QJsonObject &object, const QString &suffix, const DifferenceSide &side)
{
    const auto put = [&](const QString &key, const QString &value) {
        object.insert(key + suffix, side.mention.isEmpty() ? QJsonValue() : QJsonValue(value));
    };
    put(u"mention"_s, side.mention);
    put(u"text"_s, side.text);
    put(u"type"_s, side.type);
    put(u"entity"_s, side.entity);
    put(u"norm"_s, side.norm);
}

QJsonObject toJson(const Comparison &comparison)
{
    QJsonArray layers;
    for (const ComparedLayer &layer : comparison.layers)
        layers.append(QJsonObject{{u"id"_s, layer.id}, {u"by"_s, layer.by}, {u"file"_s, layer.file}});
    QJsonArray pairs;
    QJsonArray differences;
    for (const ComparedPair &pair : comparison.pairs) {
        const ComparedLayer &a = comparison.layers.at(pair.a);
        const ComparedLayer &b = comparison.layers.at(pair.b);
        const Agreement &agreement = pair.agreement;
        pairs.append(QJsonObject{{u"a"_s, a.id},
                                 {u"b"_s, b.id},
                                 {u"f1_exact"_s, toJson(agreement.f1Exact)},
                                 {u"f1_overlap"_s, toJson(agreement.f1Overlap)},
                                 {u"kappa"_s, toJson(agreement.kappa)},
                                 {u"alpha"_s, toJson(agreement.alpha)},
                                 {u"items"_s, qint64(agreement.items)}});
        const OffsetMap &offsets = a.article->text.offsets();
        for (const Difference &difference : pair.differences) {
            const LineColumn place = offsets.lineColumn(difference.place.begin);
            QJsonObject object{{u"a"_s, a.id},
                               {u"b"_s, b.id},
                               {u"start"_s, qint64(offsets.toCodePoint(difference.place.begin))},
                               {u"end"_s, qint64(offsets.toCodePoint(difference.place.end))},
                               {u"line"_s, qint64(place.line)},
                               {u"column"_s, qint64(place.column)}};
            putSide(object, u"_a"_s, sideOf(a, difference.a));
            putSide(object, u"_b"_s, sideOf(b, difference.b));
            for (const DifferenceKind kind : kindsIn(difference.kinds)) {
                object.insert(u"kind"_s, toName(kind));
                differences.append(object);
            }
        }
    }
    return {{u"layers"_s, layers}, {u"pairs"_s, pairs}, {u"differences"_s, differences}};
}

/// "Lavrov" PERSON, and what else differs.
QString toText(const DifferenceSide &side, DifferenceKinds kinds)
{
    if (side.mention.isEmpty())
        return u"–"_s;
    QString words = u"\"%1\" %2"_s.arg(side.text, side.type);
    if (kinds.testFlag(DifferenceKind::Entity))
        words += u" (%1)"_s.arg(side.entity.isEmpty() ? Text::tr("no entity") : side.entity);
    if (kinds.testFlag(DifferenceKind::Norm))
        words += u" [%1]"_s.arg(side.norm.isEmpty() ? Text::tr("no normal form") : side.norm);
    return words;
}

void printComparison(const Comparison &comparison)
{
    for (const ComparedLayer &layer : comparison.layers)
        printLine(u"%1  %2  %3"_s.arg(layer.id, layer.by, layer.file));
    for (const ComparedPair &pair : comparison.pairs) {
        const ComparedLayer &a = comparison.layers.at(pair.a);
        const ComparedLayer &b = comparison.layers.at(pair.b);
        const Agreement &agreement = pair.agreement;
        printLine({});
        printLine((comparison.unit == AgreementUnit::Token
                       ? Text::tr("%1 and %2: F1 %3 exact, %4 overlapping; kappa %5; alpha %6 (tokens: %7)")
                       : Text::tr("%1 and %2: F1 %3 exact, %4 overlapping; kappa %5; alpha %6 (marked places: %7)"))
                      .arg(a.id, b.id, shownMeasure(agreement.f1Exact), shownMeasure(agreement.f1Overlap),
                           shownMeasure(agreement.kappa), shownMeasure(agreement.alpha), QString::number(agreement.items)));
        if (pair.differences.isEmpty())
            printLine(Text::tr("No differences."));
        for (const Difference &difference : pair.differences) {
            const LineColumn place = a.article->text.offsets().lineColumn(difference.place.begin);
            printLine(u"%1:%2  %3  %4 | %5"_s.arg(place.line)
                          .arg(place.column)
                          .arg(kindNames(difference.kinds), toText(sideOf(a, difference.a), difference.kinds),
                               toText(sideOf(b, difference.b), difference.kinds)));
        }
    }
}

bool writePage(const QString &path, const Comparison &comparison)
{
    InputList one;
    one.inputs = {{path, path}};
    const Result<Output> output = Output::plan(path, one, false);
    const Result<void> written = output ? output.value().write(path, comparisonPage(comparison)) : output.error();
    if (!written)
        report(written.error());
    return written.isOk();
}

} // namespace

DifferenceSide sideOf(const ComparedLayer &layer, MentionId id)
{
    const Mention *mention = layer.layer->mentions.find(id);
    if (!mention)
        return {};
    QStringList parts;
    for (const Span &span : mention->spans)
        parts.append(layer.article->text.view(span).toString().simplified());
    const Entity *entity = layer.layer->entity(mention->entity);
    return {u"m%1"_s.arg(id), parts.join(u" … "_s), typeCode(mention->type), entity ? entity->name : QString(), mention->norm};
}

QString kindNames(DifferenceKinds kinds)
{
    QStringList names;
    for (const DifferenceKind kind : kindsIn(kinds))
        names.append(toName(kind));
    return names.join(u", "_s);
}

QString shownMeasure(const std::optional<double> &measure) { return measure ? QString::number(*measure, 'f', 3) : u"–"_s; }

int compareCommand(const QStringList &arguments)
{
    Options options(u"compare"_s, compareHelp());
    options.addValue({u"unit"_s});
    options.addValue({u"html"_s});
    options.addFlag(u"json"_s);
    options.addFlag(u"recursive"_s);
    if (const std::optional<int> status = options.parse(arguments))
        return *status;
    if (options.inputs().isEmpty())
        return options.wrong(Text::tr("Name the files to compare."));
    if (options.inputs().count(u"-"_s) > 1)
        return options.wrong(Text::tr("Standard input can be read only once."));
    const QString unit = options.has(u"unit"_s) ? options.value(u"unit"_s) : u"span"_s;
    if (unit != "span"_L1 && unit != "token"_L1)
        return options.wrong(Text::tr("--unit is span or token, not \"%1\".").arg(unit));
    if (options.has(u"html"_s) && options.value(u"html"_s).isEmpty())
        return options.wrong(Text::tr("--html needs the name of a file."));

    const InputList list = expandInputs(options.inputs(), InputKind::Annotated, options.has(u"recursive"_s));
    bool isComplete = list.isComplete;
    const QList<NamedArticle> articles = readAllAnnotated(list, isComplete);
    for (const NamedArticle &named : articles) {
        if (const Result<void> same = checkSameText(articles.first(), named); !same) {
            report(same.error());
            isComplete = false;
        }
    }
    const Comparison comparison = compareAll(articles, unit == "token"_L1 ? AgreementUnit::Token : AgreementUnit::Span);
    if (comparison.layers.size() < 2) {
        report(
            Error{ErrorKind::Empty, Text::tr("There are not two layers to compare. Name the files of both annotators."), {}, 0});
        isComplete = false;
    }
    if (options.has(u"json"_s))
        printJson(QJsonDocument(toJson(comparison)));
    else
        printComparison(comparison);
    if (options.has(u"html"_s) && !writePage(options.value(u"html"_s), comparison))
        isComplete = false;
    return isComplete ? Done : SomeFailed;
}

} // namespace dateline::cli
