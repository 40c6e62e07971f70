// SPDX-License-Identifier: Apache-2.0
#include "detection/detector.h"
#include "detection/tagger/trainer.h"
#include "support/testhelper.h"

#include "detection/tagger/tagger.h"

#include <QTemporaryDir>

#include <cmath>
#include <future>

using namespace Qt::StringLiterals;
using namespace dateline;

namespace {

/// "Text with [PERSON Ana Bo] in it" as an article to learn from.
TrainingArticle marked(const QString &source, const TaggerLabels &labels, const QStringList &annotated)
{
    TrainingArticle article;
    for (const QString &type : labels.types())
        article.isAnnotated.push_back(annotated.contains(type));
    for (qsizetype i = 0; i < source.size(); ++i) {
        if (source[i] != u'[') {
            article.text += source[i];
            continue;
        }
        const qsizetype space = source.indexOf(u' ', i);
        const qsizetype close = source.indexOf(u']', i);
        const QString name = source.sliced(space + 1, close - space - 1);
        article.spans.push_back({{article.text.size(), article.text.size() + name.size()},
                                 int(labels.types().indexOf(source.sliced(i + 1, space - i - 1)))});
        article.text += name;
        i = close;
    }
    return article;
}

const QStringList Sentences{
    u"Doctors said that [DISEASE Kowari fever] spread in [LOC Tavura] again."_s,
    u"The clinic in [LOC Belmora] treats [DISEASE Lassen fever] and [DISEASE Orlen pox]."_s,
    u"Nobody in [LOC Kestrand] had [DISEASE Morvan pox] before."_s,
    u"In [LOC Tavura] the fever, which is [DISEASE Lassen fever], was new."_s,
    u"People fear [DISEASE Orlen pox] more than [DISEASE Kowari fever] in [LOC Belmora]."_s,
};

Result<QByteArray> trainTiny(quint32 seed = 1, const QStringList &annotated = {u"DISEASE"_s, u"LOC"_s})
{
    const TaggerLabels labels({u"DISEASE"_s, u"LOC"_s});
    TrainingOptions options;
    options.seed = seed;
    options.epochs = 12;
    TaggerTrainer trainer(labels, {}, options);
    for (int round = 0; round < 4; ++round) {
        for (const QString &sentence : Sentences)
            trainer.add(marked(sentence, labels, annotated));
    }
    return trainer.train([](const TrainingProgress &) {});
}

const QByteArray &tinyModel()
{
    static const QByteArray model = trainTiny().value();
    return model;
}

Detector detectorOf(const QByteArray &bytes)
{
    return Detector(std::make_shared<const CrfTagger>(TaggerModel::fromBytes(bytes, u"tiny"_s).value()));
}

QStringList found(const Detector &detector, const QString &text)
{
    QStringList list;
    detector.detect(ArticleText(text), {}).mentions.forEach([&](const Mention &mention) {
        list.append(text.mid(mention.extent().begin, mention.extent().length()) + u'/' + mention.type);
    });
    return list;
}

float scoreOf(qsizetype token, int label) { return 0.3f * float((token * 7 + label * 5) % 11) - 1.0f; }

/// Some transitions, each another.
CrfTransitions someTransitions(int types)
{
    CrfTransitions transitions(types);
    float value = -0.7f;
    for (std::vector<float> *values : {&transitions.edges, &transitions.inside, &transitions.first}) {
        for (float &weight : *values) {
            weight = value;
            value = value > 0.8f ? -0.75f : value + 0.11f;
        }
    }
    return transitions;
}

/// Score of a whole path, none when it is illegal. By the book, without dynamic programming.
std::optional<double> scoreOfPath(const TaggerLabels &labels, const CrfTransitions &transitions, const std::vector<int> &path)
{
    const int types = labels.typeCount();
    const auto startOf = [&](int label) { return label == 0 ? 0 : label <= types ? label : label - 2 * types; };
    const auto begins = [&](int label) { return label <= types || label > 3 * types; };
    const auto ends = [&](int label) { return label == 0 || label > 2 * types; };
    if (!begins(path.front()) || !ends(path.back()))
        return std::nullopt;
    double score = double(transitions.first[size_t(startOf(path.front()))]);
    for (size_t t = 0; t < path.size(); ++t) {
        score += double(scoreOf(qsizetype(t), path[t]));
        if (t == 0)
            continue;
        const int from = path[t - 1];
        const int to = path[t];
        if (ends(from)) {
            if (!begins(to))
                return std::nullopt;
            const int end = from == 0 ? 0 : from - 2 * types;
            score += double(transitions.edges[size_t(end * transitions.stride + startOf(to))]);
        } else {
            if (begins(to) || labels.typeOf(from) != labels.typeOf(to))
                return std::nullopt;
            const bool wasInside = labels.positionOf(from) == NamePosition::Inside;
            const bool isLast = labels.positionOf(to) == NamePosition::Last;
            score += double(transitions.inside[size_t(4 * labels.typeOf(from) + (wasInside ? 2 : 0) + (isLast ? 1 : 0))]);
        }
    }
    return score;
}

} // namespace

class TaggerTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void sumsOverAllLegalPaths();
    void fitsARisingCalibration();
    void learnsOwnTypes();
    void learnsFromFilesThatAnnotateOneTypeEach();
    void trainsTheSameBytesFromTheSameSeed();
    void stopsWhenAskedTo();
    void stopsEarlyWhenTheDevScoreFalls();
    void refusesEveryTruncation();
    void refusesEveryFlippedBit();
    void namesWhatIsWrongWithAModel();
    void goesOnWithoutAModel();
    void keepsToTheModelWhateverTheThread();
    void readsHostileTexts_data();
    void readsHostileTexts();
};

void TaggerTest::sumsOverAllLegalPaths()
{
    const TaggerLabels labels({u"A"_s, u"B"_s});
    const CrfTransitions transitions = someTransitions(2);
    constexpr int Length = 4;
    CrfLattice lattice(labels, transitions);
    lattice.begin(Length);
    for (int t = 0; t < Length; ++t) {
        for (int l = 0; l < labels.stride(); ++l)
            lattice.scores(t)[l] = l < labels.count() ? scoreOf(t, l) : 0;
    }
    lattice.prepare();
    LabelSet outsideOrA;
    outsideOrA.add(0);
    for (int position = 0; position < 4; ++position)
        outsideOrA.add(labels.label(NamePosition(position), 0));
    const std::vector<LabelSet> allowed(Length, outsideOrA);
    for (const bool isRestricted : {false, true}) {
        double total = 0;
        double best = -1e9;
        double name = 0; // tokens 1 and 2 are a name of type A
        std::vector<int> bestPath;
        std::vector<std::vector<double>> marginals(Length, std::vector<double>(size_t(labels.count())));
        std::vector<int> path(Length);
        for (int code = 0; code < 9 * 9 * 9 * 9; ++code) {
            for (int t = 0, rest = code; t < Length; ++t, rest /= 9)
                path[size_t(t)] = rest % 9;
            const bool isAllowed = !isRestricted
                                || std::all_of(path.begin(), path.end(), [&](int l) { return outsideOrA.has(l); });
            const std::optional<double> score = isAllowed ? scoreOfPath(labels, transitions, path) : std::nullopt;
            if (!score)
                continue;
            const double weight = std::exp(*score);
            total += weight;
            for (size_t t = 0; t < Length; ++t)
                marginals[t][size_t(path[t])] += weight;
            if (path[1] == labels.label(NamePosition::Begin, 0) && path[2] == labels.label(NamePosition::Last, 0))
                name += weight;
            if (*score > best) {
                best = *score;
                bestPath = path;
            }
        }
        QVERIFY(lattice.sum(isRestricted ? allowed.data() : nullptr));
        QVERIFY2(std::abs(lattice.logZ() - std::log(total)) < 1e-4, qPrintable(QString::number(lattice.logZ())));
        for (int t = 0; t < Length; ++t) {
            for (int l = 0; l < labels.count(); ++l)
                QVERIFY(std::abs(double(lattice.marginal(t)[l]) - marginals[size_t(t)][size_t(l)] / total) < 1e-4);
        }
        QVERIFY(std::abs(double(lattice.nameProbability(1, 3, 0)) - name / total) < 1e-4);
        if (!isRestricted) {
            for (const bool isSummed : {true, false}) {
                const std::vector<quint8> &decoded = lattice.decode(isSummed);
                QVERIFY(std::equal(bestPath.begin(), bestPath.end(), decoded.begin(), decoded.end()));
            }
        }
    }
}

void TaggerTest::fitsARisingCalibration()
{
    // Names of a probability p are right p² of the time; a stretch where it falls is pooled.
    std::vector<Outcome> outcomes;
    for (int i = 0; i < 10000; ++i) {
        const float raw = float(i % 100) / 100;
        outcomes.push_back({raw, float((i / 100 * 37) % 100) / 100 < raw * raw, 1});
    }
    for (int i = 0; i < 50; ++i)
        outcomes.push_back({0.305f, true, 1});
    const Calibration calibration = fitCalibration(outcomes);
    for (float raw = 0.05f; raw < 1; raw += 0.05f) {
        QVERIFY(calibratedBy(calibration, raw) >= calibratedBy(calibration, raw - 0.01f));
        if (raw > 0.5f)
            QVERIFY(std::abs(calibratedBy(calibration, raw) - raw * raw) < 0.04f);
    }
    QCOMPARE(calibratedBy({}, 0.3f), 0.3f);
    QVERIFY(fitCalibration({}).empty());
}

void TaggerTest::learnsOwnTypes()
{
    const QString text = u"Doctors in Kestrand said that Lassen pox spread."_s;
    QCOMPARE(found(detectorOf(tinyModel()), text), (QStringList{u"Kestrand/place"_s, u"Lassen pox/disease"_s}));
}

void TaggerTest::learnsFromFilesThatAnnotateOneTypeEach()
{
    const TaggerLabels labels({u"DISEASE"_s, u"LOC"_s});
    TrainingOptions options;
    options.epochs = 12;
    TaggerTrainer trainer(labels, {}, options);
    for (int round = 0; round < 4; ++round) {
        for (const QString &sentence : Sentences) {
            for (const QString &type : labels.types()) {
                TrainingArticle article = marked(sentence, labels, {type});
                std::erase_if(article.spans, [&](const TrainingSpan &span) { return labels.types().at(span.type) != type; });
                trainer.add(article);
            }
        }
    }
    const QByteArray model = trainer.train([](const TrainingProgress &) {}).value();
    // As "outside" half of the time, neither would be found.
    QCOMPARE(found(detectorOf(model), u"Doctors in Tavura said that Lassen fever spread."_s),
             (QStringList{u"Tavura/place"_s, u"Lassen fever/disease"_s}));
}

void TaggerTest::trainsTheSameBytesFromTheSameSeed()
{
    QCOMPARE(trainTiny(7).value(), trainTiny(7).value());
    QVERIFY(trainTiny(7).value() != trainTiny(8).value());
}

void TaggerTest::stopsWhenAskedTo()
{
    const TaggerLabels labels({u"LOC"_s});
    TaggerTrainer trainer(labels, {}, {});
    trainer.add(marked(u"She left [LOC Tavura] early."_s, labels, {u"LOC"_s}));
    const Result<QByteArray> model = trainer.train([](const TrainingProgress &) {}, [] { return true; });
    QVERIFY(!model);
    QCOMPARE(model.error().kind, ErrorKind::Cancelled);
    TaggerTrainer empty(labels, {}, {});
    QCOMPARE(empty.train([](const TrainingProgress &) {}).error().kind, ErrorKind::Empty);
}

void TaggerTest::stopsEarlyWhenTheDevScoreFalls()
{
    const TaggerLabels labels({u"DISEASE"_s, u"LOC"_s});
    TrainingOptions options;
    options.epochs = 60;
    TaggerTrainer trainer(labels, {}, options);
    for (const QString &sentence : Sentences) {
        trainer.add(marked(sentence, labels, labels.types()));
        trainer.addDev(marked(sentence, labels, labels.types()));
    }
    int epochs = 0;
    double best = 0;
    QVERIFY(trainer.train([&](const TrainingProgress &told) {
        epochs = told.epoch;
        best = std::max(best, told.devF1);
    }));
    QVERIFY(epochs < 60);
    QCOMPARE(best, 1.0);
}

void TaggerTest::refusesEveryTruncation()
{
    for (qsizetype size = 0; size < tinyModel().size(); size += size < 300 ? 1 : 37)
        QVERIFY2(!TaggerModel::fromBytes(tinyModel().left(size), u"cut"_s), qPrintable(QString::number(size)));
}

void TaggerTest::refusesEveryFlippedBit()
{
    QByteArray bytes = tinyModel();
    for (qsizetype at = 0; at < bytes.size(); at += at < 300 ? 1 : 29) {
        for (const int bit : {1, 16, 128}) {
            bytes[at] = char(bytes[at] ^ bit);
            QVERIFY2(!TaggerModel::fromBytes(bytes, u"flipped"_s), qPrintable(QString::number(at)));
            bytes[at] = char(bytes[at] ^ bit);
        }
    }
    QVERIFY(TaggerModel::fromBytes(bytes, u"whole"_s));
}

void TaggerTest::namesWhatIsWrongWithAModel()
{
    const auto kindOf = [](const QByteArray &bytes) { return TaggerModel::fromBytes(bytes, u"x"_s).error().kind; };
    QCOMPARE(kindOf("PK\x03\x04 another kind of file altogether, which is long enough"), ErrorKind::Malformed);
    QByteArray later = tinyModel();
    later[8] = 9;
    QCOMPARE(kindOf(later), ErrorKind::Unsupported);
    QCOMPARE(TaggerModel::open(u"/no/such/model"_s).error().kind, ErrorKind::NotFound);
    QTemporaryDir folder;
    QFile file(folder.filePath(u"empty.tagger"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.close();
    QCOMPARE(TaggerModel::open(file.fileName()).error().kind, ErrorKind::Empty);
    QVERIFY(!TaggerModel::open(folder.path()));
}

void TaggerTest::goesOnWithoutAModel()
{
    const QString text = u"The talks in Lisbon ended on Monday."_s;
    QVERIFY(found(Detector(nullptr), text).contains(u"Lisbon/place"_s));
}

void TaggerTest::keepsToTheModelWhateverTheThread()
{
    const Detector detector = detectorOf(tinyModel());
    const Detector other = detectorOf(trainTiny(5).value());
    QStringList texts;
    for (int i = 0; i < 60; ++i)
        texts.append(Sentences.at(i % 5).sliced(i / 5).remove(u'[').remove(u']'));
    QList<QStringList> expected;
    for (const QString &text : texts)
        expected.append(found(detector, text));
    std::vector<std::future<bool>> threads;
    for (int thread = 0; thread < 4; ++thread) {
        threads.push_back(std::async(std::launch::async, [&] {
            bool isSame = true;
            for (qsizetype i = 0; i < texts.size(); ++i) {
                // What one model left behind must not reach the other.
                (void)found(other, texts.at(i));
                isSame = isSame && found(detector, texts.at(i)) == expected.at(i);
            }
            return isSame;
        }));
    }
    for (std::future<bool> &thread : threads)
        QVERIFY(thread.get());
}

void TaggerTest::readsHostileTexts_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("one letter") << QString(300000, u'a');
    QTest::newRow("one capital") << QString(300000, u'A');
    QTest::newRow("capitalised words") << u"Word "_s.repeated(30000);
    QTest::newRow("capitals that differ") << [] {
        QString text;
        for (int i = 0; i < 20000; ++i)
            text += u"Ab%1 "_s.arg(i, 0, 36);
        return text;
    }();
    QTest::newRow("punctuation") << u".,;"_s.repeated(30000);
    QTest::newRow("no words") << u"\n\n \n"_s;
}

void TaggerTest::readsHostileTexts()
{
    QFETCH(QString, text);
    const Layer layer = detectorOf(tinyModel()).detect(ArticleText(normaliseText(text).text), {});
    qsizetype end = 0;
    layer.mentions.forEach([&](const Mention &mention) {
        QVERIFY(mention.extent().begin >= end);
        end = mention.extent().end;
    });
    QVERIFY(end <= text.size());
}

DATELINE_TEST_MAIN(QCoreApplication, TaggerTest)
#include "tst_tagger.moc"
