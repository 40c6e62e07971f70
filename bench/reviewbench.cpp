// SPDX-License-Identifier: Apache-2.0
#include "bench/articlegenerator.h"
#include "bench/benchmark.h"
#include "bench/paintwatch.h"
#include "formats/nativeformat.h"
#include "itemmodels/reviewmodel.h"
#include "review/alignment.h"
#include "ui/panels/reviewpanel.h"
#include "ui/panels/sidepanel.h"
#include "ui/view/articleview.h"
#include "ui/window/actions.h"
#include "ui/window/mainwindow.h"

#include <QAction>
#include <QElapsedTimer>
#include <QFile>
#include <QRandomGenerator>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;

namespace dateline::bench {

namespace {

constexpr int AlignRounds = 5;
constexpr int MostKeys = 300;
constexpr int WaitMilliseconds = 60000;

/// The layer as another annotator has it: of twenty mentions one is missed, one has another type,
/// one ends a character later.
Layer varied(const Layer &layer, QRandomGenerator &random)
{
    Layer other = layer;
    const QList<Mention> mentions = layer.mentions.toList();
    for (Mention mention : mentions) {
        const int chance = random.bounded(20);
        if (chance > 2)
            continue;
        other.mentions.remove(mention.id);
        if (chance == 0)
            continue;
        if (chance == 1)
            mention.type = mention.type == "person"_L1 ? u"organisation"_s : u"person"_s;
        else
            ++mention.spans.last().end;
        other.mentions.insert(mention);
    }
    return other;
}

double alignMilliseconds(const Layer &layer, int count)
{
    QRandomGenerator random(3);
    QList<Layer> layers{layer};
    while (layers.size() < count)
        layers.append(varied(layer, random));
    QList<double> times;
    for (int round = 0; round < AlignRounds; ++round) {
        times.append(millisecondsOf([&] {
            for (qsizetype a = 0; a < layers.size(); ++a) {
                for (qsizetype b = a + 1; b < layers.size(); ++b)
                    (void)alignLayers(layers.at(a), layers.at(b));
            }
        }));
    }
    return median(times);
}

/// The generated layer as an annotator hands it in.
QByteArray submittedFile(const GeneratedArticle &generated)
{
    AnnotatedArticle article;
    article.text = ArticleText(generated.text);
    Layer layer = generated.layer;
    const QList<Mention> mentions = layer.mentions.toList();
    for (Mention mention : mentions) {
        mention.status = Status::Accepted;
        layer.mentions.replace(mention);
    }
    layer.info.stage = Stage::Submitted;
    article.addLayer(layer, {0, u"bench-annotator"_s, AgentKind::Human, u"Ann"_s, {}});
    return writeNative(article);
}

} // namespace

QJsonObject runReview(const Request &request)
{
    const qsizetype wanted = std::max<qsizetype>(1, request.number(u"--mentions"_s, 300));
    const int layers = int(std::max<qsizetype>(2, request.number(u"--layers"_s, 2)));
    const GeneratedArticle generated = generateArticle(wanted * 50, 7);
    QJsonObject figures;
    figures[u"layers"_s] = layers;
    figures[u"mentions"_s] = generated.layer.mentions.size();
    figures[u"align_ms"_s] = rounded(alignMilliseconds(generated.layer, layers));

    QTemporaryDir folder;
    const QString path = folder.filePath(u"bench.annotated.xml"_s);
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(submittedFile(generated)) < 0)
        return {{u"error"_s, file.errorString()}};
    file.close();
    MainWindow::Options options;
    options.asksNothing = true;
    options.articles.usesSettings = false;
    options.articles.opensForReview = true;
    MainWindow window(std::move(options));
    window.articles().setAuthorNamed(u"Eva"_s);
    window.show();
    bool isOpen = false;
    QObject::connect(&window.articles(), &ArticleManager::detected, &window, [&isOpen] { isOpen = true; });
    window.articles().openFiles({path});
    QElapsedTimer waiting;
    for (waiting.start(); !isOpen && !waiting.hasExpired(WaitMilliseconds);)
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents, 50);
    const ReviewModel &model = window.sidePanel().review().model();
    if (!isOpen || model.counts().undecided == 0)
        return {{u"error"_s, u"the article did not open for review"_s}};

    window.actions()[u"nextUndecided"_s]->trigger();
    PaintWatch watch(window.view().viewport());
    QList<double> times;
    while (times.size() < MostKeys && model.counts().undecided > 0)
        times.append(watch.untilPainted([&] { window.actions()[u"accept"_s]->trigger(); }));
    figures[u"next_ms"_s] = rounded(median(times));
    figures[u"next_p99_ms"_s] = rounded(percentile(times, 0.99));
    figures[u"approved"_s] = model.counts().approved;
    return figures;
}

} // namespace dateline::bench
