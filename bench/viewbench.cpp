// SPDX-License-Identifier: Apache-2.0
#include "bench/articlegenerator.h"
#include "bench/benchmark.h"
#include "bench/paintwatch.h"
#include "detection/detector.h"
#include "editing/editsession.h"
#include "editing/journal.h"
#include "text/decoding.h"
#include "ui/view/articleview.h"

#include <QApplication>
#include <QDataStream>
#include <QElapsedTimer>
#include <QFile>
#include <QJsonDocument>
#include <QKeyEvent>
#include <QProcess>
#include <QRandomGenerator>
#include <QScrollBar>
#include <QTemporaryDir>
#include <QTextBlock>
#include <QTextCursor>
#include <QTextEdit>
#include <QTimer>

#include <atomic>
#include <memory>
#include <stop_token>
#include <thread>

using namespace Qt::StringLiterals;

namespace dateline::bench {

namespace {

constexpr QSize WindowSize(900, 800);
constexpr int OpenRounds = 7;
constexpr int Repeats = 200;

QString readText(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    const Result<DecodedText> decoded = decodeText(file.readAll());
    return decoded ? normaliseText(decoded.value().text).text : QString();
}

std::unique_ptr<EditSession> makeSession(const QString &text, const Layer &layer, const Agent &agent)
{
    AnnotatedArticle article;
    article.text = ArticleText(text);
    if (!layer.mentions.isEmpty())
        article.addLayer(layer, agent);
    EditSession::Options options;
    options.name = u"bench.txt"_s;
    auto session = std::make_unique<EditSession>(article, std::move(options));
    session->setAuthor({u"bench"_s, u"Bench"_s});
    return session;
}

/// A view in a window of its own, shown.
struct OpenedView
{
    ArticleView view;
    std::unique_ptr<EditSession> session;
    PaintWatch watch{view.viewport()};

    OpenedView()
    {
        view.resize(WindowSize);
        view.show();
        view.setFocus();
        QCoreApplication::processEvents();
    }
    ~OpenedView() { view.setSession(nullptr); }
    double open(const QString &path, const GeneratedArticle &article)
    {
        return watch.untilPainted([&] {
            session = makeSession(readText(path), article.layer, article.agent);
            view.setSession(session.get());
        });
    }
};

double openReference(const QString &path, const GeneratedArticle &article)
{
    QTextEdit edit;
    edit.setReadOnly(true);
    edit.setUndoRedoEnabled(false);
    edit.resize(WindowSize);
    edit.show();
    QCoreApplication::processEvents();
    PaintWatch watch(edit.viewport());
    return watch.untilPainted([&] {
        edit.setPlainText(readText(path));
        QTextCursor cursor(edit.document());
        QTextCharFormat format;
        format.setBackground(QColor(0xdce9fb));
        format.setUnderlineStyle(QTextCharFormat::SingleUnderline);
        cursor.beginEditBlock();
        article.layer.mentions.forEach([&](const Mention &mention) {
            cursor.setPosition(int(mention.extent().begin));
            cursor.setPosition(int(mention.extent().end), QTextCursor::KeepAnchor);
            cursor.mergeCharFormat(format);
        });
        cursor.endEditBlock();
    });
}

QList<double> tagRepeatedly(OpenedView &stage)
{
    QRandomGenerator random(11);
    QList<double> times;
    // The first decision makes a layer of the annotator's own; it is not what is measured.
    ActionBuilder first = stage.session->edit();
    first.add({60, 66}, u"topic"_s);
    (void)stage.session->apply(first.finish(u"Tag"_s));
    QCoreApplication::processEvents();
    for (int i = 0; i < Repeats; ++i) {
        const qsizetype begin = 120 + random.bounded(900);
        const Span span{begin, begin + 4 + random.bounded(10)};
        times.append(stage.watch.untilPainted([&] {
            ActionBuilder builder = stage.session->edit();
            builder.add(span, i % 2 ? u"person"_s : u"place"_s);
            (void)stage.session->apply(builder.finish(u"Tag"_s));
        }));
        stage.session->undo();
        QCoreApplication::processEvents();
    }
    return times;
}

QList<double> pageRepeatedly(OpenedView &stage)
{
    QList<double> times;
    for (int i = 0; i < Repeats; ++i) {
        const int key = (i / 50) % 2 ? Qt::Key_PageUp : Qt::Key_PageDown;
        times.append(stage.watch.untilPainted([&] {
            QKeyEvent press(QEvent::KeyPress, key, Qt::NoModifier);
            QCoreApplication::sendEvent(&stage.view, &press);
        }));
    }
    return times;
}

double jump(OpenedView &stage, qsizetype length)
{
    QRandomGenerator random(5);
    QList<double> times;
    for (int i = 0; i < 20; ++i) {
        const qsizetype to = qsizetype(random.bounded(double(length)));
        times.append(stage.watch.untilPainted([&] { stage.view.setCaret(to); }));
    }
    return percentile(times, 1.0);
}

double resize(OpenedView &stage)
{
    QList<double> times;
    for (int i = 0; i < 10; ++i)
        times.append(stage.watch.untilPainted([&] { stage.view.resize(i % 2 ? WindowSize : QSize(520, 800)); }));
    return percentile(times, 1.0);
}

/// Latency of a 4 ms timer while detection runs on another thread and the view scrolls.
QList<double> frames(OpenedView &stage, const QString &text)
{
    std::stop_source stop;
    const ArticleText article(text);
    std::atomic<bool> isDone = false;
    std::thread worker([&, token = stop.get_token()] {
        const Detector detector;
        while (!token.stop_requested() && !isDone)
            (void)detector.detect(article, {}, token);
    });
    QList<double> times;
    QElapsedTimer total;
    QElapsedTimer since;
    QTimer timer;
    timer.setTimerType(Qt::PreciseTimer);
    timer.setInterval(4);
    QObject::connect(&timer, &QTimer::timeout, &stage.view, [&] {
        times.append(std::max(0.0, double(since.nsecsElapsed()) / 1e6 - 4));
        since.restart();
        QScrollBar *bar = stage.view.verticalScrollBar();
        bar->setValue((bar->value() + 60) % std::max(1, bar->maximum()));
    });
    total.start();
    since.start();
    timer.start();
    while (total.elapsed() < 3000)
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
    timer.stop();
    isDone = true;
    stop.request_stop();
    worker.join();
    return times;
}

double childPeak(const QString &folder, qint64 bytes)
{
    QProcess child;
    child.start(QCoreApplication::applicationFilePath(),
                {u"open-only"_s, u"--folder"_s, folder, u"--bytes"_s, QString::number(bytes)});
    child.waitForFinished(120000);
    return QJsonDocument::fromJson(child.readAllStandardOutput()).object().value(u"peak_mb"_s).toDouble();
}

} // namespace

QJsonObject runOpenOnly(const Request &request)
{
    OpenedView stage;
    if (request.number(u"--bytes"_s, 0) > 0) {
        const QString folder = request.option(u"--folder"_s);
        GeneratedArticle article;
        QFile file(folder + u"/layer.bin"_s);
        if (!file.open(QIODevice::ReadOnly))
            return {{u"error"_s, file.errorString()}};
        QDataStream stream(&file);
        stream >> article.layer >> article.agent;
        stage.open(folder + u"/article.txt"_s, article);
    }
    return {{u"peak_mb"_s, rounded(peakMemory())}};
}

QJsonObject runView(const Request &request)
{
    const qint64 bytes = request.number(u"--bytes"_s, 1'000'000);
    const GeneratedArticle article = generateArticle(bytes, quint32(request.number(u"--seed"_s, 1)));
    QTemporaryDir folder;
    const QString path = folder.filePath(u"article.txt"_s);
    QFile file(path);
    QFile layerFile(folder.filePath(u"layer.bin"_s));
    if (!file.open(QIODevice::WriteOnly) || !layerFile.open(QIODevice::WriteOnly))
        return {{u"error"_s, u"cannot write the generated article"_s}};
    file.write(article.text.toUtf8());
    file.close();
    QDataStream stream(&layerFile);
    stream << article.layer << article.agent;
    layerFile.close();

    // Alternately, so that a busy moment of the machine hits both.
    QList<double> opened;
    QList<double> reference;
    for (int i = 0; i < OpenRounds; ++i) {
        OpenedView stage;
        opened.append(stage.open(path, article));
        reference.append(openReference(path, article));
    }

    QJsonObject figures{{u"bytes"_s, bytes},
                        {u"mentions"_s, qint64(article.layer.mentions.size())},
                        {u"open_ms"_s, rounded(median(opened))},
                        {u"reference_open_ms"_s, rounded(median(reference))}};
    OpenedView stage;
    stage.open(path, article);
    QCoreApplication::processEvents();
    figures.insert(u"tag_p99_ms"_s, rounded(percentile(tagRepeatedly(stage), 0.99)));
    figures.insert(u"page_p99_ms"_s, rounded(percentile(pageRepeatedly(stage), 0.99)));
    figures.insert(u"jump_ms"_s, rounded(jump(stage, article.text.size())));
    figures.insert(u"resize_ms"_s, rounded(resize(stage)));
    const QList<double> latencies = frames(stage, article.text);
    figures.insert(u"frame_p99_ms"_s, rounded(percentile(latencies, 0.99)));
    figures.insert(u"worst_frame_ms"_s, rounded(percentile(latencies, 1.0)));
    figures.insert(u"memory_mb"_s, rounded(childPeak(folder.path(), bytes) - childPeak(folder.path(), 0)));

    const QString wordPath = folder.filePath(u"word.txt"_s);
    QFile wordFile(wordPath);
    if (wordFile.open(QIODevice::WriteOnly)) {
        wordFile.write(generateLongWord(1'000'000).toUtf8());
        wordFile.close();
        OpenedView word;
        figures.insert(u"long_word_ms"_s, rounded(word.open(wordPath, {})));
    }
    return figures;
}

} // namespace dateline::bench
