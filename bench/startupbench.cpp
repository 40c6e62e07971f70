// SPDX-License-Identifier: Apache-2.0
#include "bench/benchmark.h"

#include <QApplication>
#include <QDir>
#include <QFileInfo>
#include <QMainWindow>
#include <QPlainTextEdit>
#include <QProcess>

using namespace Qt::StringLiterals;

namespace dateline::bench {

namespace {

constexpr int Rounds = 11;

/// Milliseconds from starting a program to its end; negative when it failed.
double lifeOf(const QString &program, const QStringList &arguments)
{
    bool isDone = false;
    const double time = millisecondsOf([&] {
        QProcess process;
        process.start(program, arguments);
        isDone = process.waitForFinished(60000) && process.exitStatus() == QProcess::NormalExit && process.exitCode() == 0;
    });
    return isDone ? time : -1;
}

/// Ends the program right after the first paint of the watched widget.
class PaintEnd final : public QObject
{
public:
    bool eventFilter(QObject *watched, QEvent *event) override
    {
        if (event->type() == QEvent::Paint)
            QMetaObject::invokeMethod(qApp, &QCoreApplication::quit, Qt::QueuedConnection);
        return QObject::eventFilter(watched, event);
    }
};

} // namespace

QJsonObject runReferenceWindow(const Request &)
{
    QMainWindow window;
    auto *edit = new QPlainTextEdit(&window);
    window.setCentralWidget(edit);
    window.resize(1440, 900);
    PaintEnd end;
    edit->viewport()->installEventFilter(&end);
    window.show();
    QCoreApplication::exec();
    return {};
}

QJsonObject runStartup(const Request &request)
{
    const QString built = QDir(QCoreApplication::applicationDirPath()).filePath(u"../app/dateline"_s);
    const QString program = QFileInfo(request.option(u"--program"_s, built)).absoluteFilePath();
    QList<double> ours;
    QList<double> reference;
    // The first round warms the disk's cache for both.
    for (int i = 0; i <= Rounds; ++i) {
        const double started = lifeOf(program, {u"--exit-after-paint"_s});
        const double compared = lifeOf(QCoreApplication::applicationFilePath(), {u"reference-window"_s});
        if (started < 0 || compared < 0)
            return {{u"error"_s, u"%1 --exit-after-paint did not end well"_s.arg(program)}};
        if (i > 0) {
            ours.append(started);
            reference.append(compared);
        }
    }
    return {{u"startup_ms"_s, rounded(median(ours))},
            {u"reference_ms"_s, rounded(median(reference))},
            {u"ratio"_s, rounded(median(ours) / median(reference))}};
}

} // namespace dateline::bench
