// SPDX-License-Identifier: Apache-2.0
#include "command.h"
#include "trainingcorpus.h"

#include "annotation/tagset.h"
#include "detection/detector.h"
#include "detection/tagger/tagger.h"
#include "detection/tagger/trainer.h"

#include <QFile>
#include <QSaveFile>

#include <algorithm>
#include <csignal>

using namespace Qt::StringLiterals;

namespace dateline::cli {

namespace {

QString trainHelp()
{
    return Text::tr("Usage: dateline-cli train --corpus FILE… -o MODEL [options]\n"
                    "\n"
                    "Trains the sequence tagger on your own articles, with your own types: JSON lines (id, text,\n"
                    "entities with start, end, type), annotated XML or any other format that convert reads.\n"
                    "A type that does not occur in a file is unknown there, not absent.\n"
                    "\n"
                    "  --corpus FILE…     what to learn from\n"
                    "  --dev FILE         what to measure on after each epoch; training ends early when the\n"
                    "                     score does not rise any more, and the best state is kept\n"
                    "  --clusters FILE    word clusters (else those of the shipped model)\n"
                    "  --plan FILE        which corpora with which weights, as docs/detection.md says;\n"
                    "                     its files are named from the folder after --folder\n"
                    "  --folder DIR\n"
                    "  --epochs N         passes over the corpus (8)\n"
                    "  --seed N           same data and seed, same bytes (1)\n"
                    "  -o, --output MODEL where to write; nothing half-written stays\n"
                    "\n"
                    "Example:\n"
                    "  dateline-cli train --corpus articles.jsonl --dev more.jsonl -o ours.tagger\n");
}

// A handler may touch nothing but this.
volatile std::sig_atomic_t isInterrupted = 0;

/// Ctrl+C and kill end the training in an orderly way while this lives.
class InterruptWatch
{
public:
    InterruptWatch()
    {
        isInterrupted = 0;
        m_interrupt = std::signal(SIGINT, [](int) { isInterrupted = 1; });
        m_terminate = std::signal(SIGTERM, [](int) { isInterrupted = 1; });
    }
    ~InterruptWatch()
    {
        std::signal(SIGINT, m_interrupt);
        std::signal(SIGTERM, m_terminate);
    }
    Q_DISABLE_COPY_MOVE(InterruptWatch)
    [[nodiscard]] static bool wasInterrupted() { return isInterrupted; }

private:
    using Handler = void (*)(int);
    Handler m_interrupt;
    Handler m_terminate;
};

struct Loaded
{
    CorpusFile file;
    QList<CorpusArticle> articles;
};

Result<QList<Loaded>> loadAll(const QList<CorpusFile> &files)
{
    QList<Loaded> all;
    for (const CorpusFile &file : files) {
        Result<QList<CorpusArticle>> read = readCorpus(file.path);
        if (!read)
            return read.error();
        all.append({file, std::move(read).value()});
    }
    return all;
}

Result<std::vector<ClusterTable::Slot>> loadClusters(const QString &path)
{
    if (path.isEmpty()) {
        const auto model = TaggerModel::open(TaggerModel::shippedPath());
        if (!model)
            return std::vector<ClusterTable::Slot>();
        const auto slots = model.value()->clusters().slots();
        return std::vector<ClusterTable::Slot>(slots.begin(), slots.end());
    }
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return Error{file.exists() ? ErrorKind::Unreadable : ErrorKind::NotFound,
                     Text::tr("It cannot be read: %1.").arg(file.errorString()), path, 0};
    std::vector<ClusterTable::Slot> slots = ClusterTable::read(file.readAll());
    if (slots.empty())
        return Error{ErrorKind::Malformed, Text::tr("No line holds a word and three numbers, separated by tabs."), path, 0};
    return slots;
}

Result<TaggerLabels> labelsOf(const TrainingPlan &plan, const QList<Loaded> &corpora)
{
    QStringList types = plan.types;
    if (types.isEmpty()) {
        QSet<QString> all;
        for (const Loaded &corpus : corpora) {
            for (const QString &type : typesIn(corpus.articles))
                all.insert(type);
        }
        types = QStringList(all.cbegin(), all.cend());
        types.sort();
    }
    if (types.isEmpty())
        return Error{ErrorKind::Empty, Text::tr("There is nothing to learn: no article has annotations."), {}, 0};
    if (types.size() > TaggerLabels::MaxTypes)
        return Error{ErrorKind::TooLarge,
                     Text::tr("The corpus has %1 types; a model holds at most %2.").arg(types.size()).arg(TaggerLabels::MaxTypes),
                     {},
                     0};
    return TaggerLabels(types);
}

/// Of these the rules lead, and their confidence is the rules'.
bool isRegular(const QString &type)
{
    return type == "date"_L1 || type == "time"_L1 || type == "money"_L1 || type == "percent"_L1;
}

int failed(const Error &error)
{
    report(error);
    return SomeFailed;
}

/// What a training reads, read once.
struct Material
{
    TrainingPlan plan;
    TaggerLabels labels;
    std::vector<ClusterTable::Slot> clusters;
    QList<Loaded> corpora;
    QList<Loaded> dev;
    std::vector<TrainingArticle> silver;
};

Result<Material> readMaterial(const TrainingPlan &plan)
{
    Material material;
    material.plan = plan;
    Result<QList<Loaded>> corpora = loadAll(plan.corpora);
    if (!corpora)
        return corpora.error();
    material.corpora = std::move(corpora).value();
    Result<QList<Loaded>> dev = loadAll(plan.dev);
    if (!dev)
        return dev.error();
    material.dev = std::move(dev).value();
    const Result<TaggerLabels> labels = labelsOf(plan, material.corpora);
    if (!labels)
        return labels.error();
    material.labels = labels.value();
    Result<std::vector<ClusterTable::Slot>> clusters = loadClusters(plan.clusters);
    if (!clusters)
        return clusters.error();
    material.clusters = std::move(clusters).value();
    for (const CorpusFile &file : plan.silver) {
        Result<std::vector<TrainingArticle>> silver = readSilver(file, material.labels);
        if (!silver)
            return silver.error();
        for (TrainingArticle &article : silver.value())
            material.silver.push_back(std::move(article));
    }
    return material;
}

void tell(const TrainingProgress &told)
{
    QString line = Text::tr("epoch %1 of %2, loss %3").arg(told.epoch).arg(told.epochs).arg(told.loss, 0, 'f', 4);
    if (told.devF1 >= 0)
        line += Text::tr(", F1 on the dev set %1").arg(100 * told.devF1, 0, 'f', 2);
    printMessage(line);
}

bool isHeldOut(const CorpusFile &file, qsizetype article) { return file.holdOut > 0 && article % file.holdOut == 0; }

/// `withoutHeldOut`: to fit the confidence; else everything is learnt.
Result<QByteArray> trainOn(const Material &material, const Calibration &calibration, bool withoutHeldOut)
{
    TrainingOptions options;
    options.epochs = material.plan.epochs;
    options.mostBytes = material.plan.mostBytes;
    options.seed = material.plan.seed;
    options.calibration = calibration;
    TaggerTrainer trainer(material.labels, material.clusters, options);
    for (const Loaded &corpus : material.corpora) {
        const std::vector<TrainingArticle> articles = trainingArticles(corpus.articles, corpus.file, material.labels);
        for (size_t i = 0; i < articles.size(); ++i) {
            if (!withoutHeldOut || !isHeldOut(corpus.file, qsizetype(i)))
                trainer.add(articles[i]);
        }
    }
    for (const TrainingArticle &article : material.silver)
        trainer.add(article);
    for (const Loaded &corpus : material.dev) {
        for (const TrainingArticle &article : trainingArticles(corpus.articles, corpus.file, material.labels))
            trainer.addDev(article);
    }
    printMessage(Text::tr("learning %1 types from %2 tokens").arg(material.labels.typeCount()).arg(trainer.tokenCount()));
    return trainer.train(tell, [] { return InterruptWatch::wasInterrupted(); });
}

/// What the names that a model finds in held-out articles came to. Each file counts the same.
std::vector<Outcome> outcomesOf(const Material &material, const Detector &detector)
{
    std::vector<Outcome> outcomes;
    for (const Loaded &corpus : material.corpora) {
        const size_t first = outcomes.size();
        const QStringList types = corpus.file.types.isEmpty() ? typesIn(corpus.articles) : corpus.file.types;
        for (qsizetype i = 0; i < corpus.articles.size(); ++i) {
            if (!isHeldOut(corpus.file, i))
                continue;
            const CorpusArticle &article = corpus.articles.at(i);
            detector.detect(ArticleText(article.text), {}).mentions.forEach([&](const Mention &mention) {
                const CorpusArticle::Name name{mention.extent(), typeCode(mention.type)};
                if (types.contains(name.type) && mention.confidence >= 0 && !isRegular(mention.type))
                    outcomes.push_back({float(mention.confidence), article.names.contains(name), 1});
            });
        }
        for (size_t i = first; i < outcomes.size(); ++i)
            outcomes[i].weight = 1.0f / float(outcomes.size() - first);
    }
    return outcomes;
}

/// Trains once without the held-out articles to see what the model's probabilities come to.
Result<Calibration> calibrationOf(const Material &material)
{
    const bool hasHeldOut = std::any_of(material.corpora.cbegin(), material.corpora.cend(),
                                        [](const Loaded &corpus) { return corpus.file.holdOut > 0; });
    if (!hasHeldOut)
        return Calibration();
    printMessage(Text::tr("first without the articles that the confidence is fitted on"));
    const Result<QByteArray> bytes = trainOn(material, {}, true);
    if (!bytes)
        return bytes.error();
    const Result<std::shared_ptr<const TaggerModel>> model = TaggerModel::fromBytes(bytes.value(), {});
    if (!model)
        return model.error();
    return fitCalibration(outcomesOf(material, Detector(std::make_shared<const CrfTagger>(model.value()))));
}

/// Trains and writes; the plan's files are all that is read.
int trainBy(const TrainingPlan &plan, const QString &output)
{
    const InterruptWatch watch;
    const Result<Material> material = readMaterial(plan);
    if (!material)
        return failed(material.error());
    const Result<Calibration> calibration = calibrationOf(material.value());
    if (!calibration)
        return failed(calibration.error());
    const Result<QByteArray> model = trainOn(material.value(), calibration.value(), false);
    if (!model)
        return failed(model.error());
    QSaveFile file(output);
    if (!file.open(QIODevice::WriteOnly) || file.write(model.value()) != model.value().size() || !file.commit())
        return failed(Error{ErrorKind::Unwritable, Text::tr("It cannot be written: %1.").arg(file.errorString()), output, 0});
    return Done;
}

} // namespace

int trainCommand(const QStringList &arguments)
{
    Options options(u"train"_s, trainHelp());
    for (const QString &name : {u"corpus"_s, u"dev"_s, u"seed"_s, u"epochs"_s, u"clusters"_s, u"plan"_s, u"folder"_s})
        options.addValue({name});
    options.addValue({u"o"_s, u"output"_s});
    if (const std::optional<int> status = options.parse(arguments))
        return *status;
    if (!options.has(u"output"_s))
        return options.wrong(Text::tr("Say with -o where to write the model."));
    TrainingPlan plan;
    if (options.has(u"plan"_s)) {
        Result<TrainingPlan> read = readPlan(options.value(u"plan"_s), options.value(u"folder"_s));
        if (!read)
            return failed(read.error());
        plan = std::move(read).value();
    }
    const auto fileOf = [](const QString &path) {
        CorpusFile file;
        file.path = path;
        return file;
    };
    for (const QString &path : options.values(u"corpus"_s) + options.inputs()) {
        plan.corpora.append(fileOf(path));
        plan.corpora.last().holdOut = 5;
    }
    for (const QString &path : options.values(u"dev"_s))
        plan.dev.append(fileOf(path));
    if (options.has(u"clusters"_s))
        plan.clusters = options.value(u"clusters"_s);
    if (plan.corpora.isEmpty())
        return options.wrong(Text::tr("Name at least one file with --corpus."));
    const auto number = [&](const QString &name, auto &value, quint32 least, quint32 most) {
        if (!options.has(name))
            return true;
        bool isNumber = false;
        const quint32 given = options.value(name).toUInt(&isNumber);
        value = given;
        return isNumber && given >= least && given <= most;
    };
    if (!number(u"seed"_s, plan.seed, 0, 0xffffffffu))
        return options.wrong(Text::tr("--seed needs a whole number."));
    auto epochs = quint32(plan.epochs);
    if (!number(u"epochs"_s, epochs, 1, 1000))
        return options.wrong(Text::tr("--epochs needs a number from 1 to 1000."));
    plan.epochs = int(epochs);
    return trainBy(plan, options.value(u"output"_s));
}

} // namespace dateline::cli
