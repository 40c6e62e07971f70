// SPDX-License-Identifier: Apache-2.0
#include "bench/benchmark.h"

#include <QApplication>
#include <QJsonDocument>
#include <QTextStream>

#include <array>

using namespace Qt::StringLiterals;

namespace {

struct Entry
{
    const char *name;
    QJsonObject (*run)(const dateline::bench::Request &);
    bool isListed;
};

constexpr std::array Benchmarks = {
    Entry{"startup", dateline::bench::runStartup, true},
    Entry{"reference-window", dateline::bench::runReferenceWindow, false},
    Entry{"view", dateline::bench::runView, true},
    Entry{"review", dateline::bench::runReview, true},
    Entry{"xml", dateline::bench::runXml, true},
    Entry{"open-only", dateline::bench::runOpenOnly, false},
    Entry{"watchlist", dateline::bench::runWatchlist, true},
    Entry{"detect", dateline::bench::runDetect, true},
};

} // namespace

// Prints one JSON object to standard output. Exit codes: 0 done, 2 unknown benchmark.
int main(int argc, char **argv)
{
    if (qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    QApplication application(argc, argv);
    QStringList arguments = QCoreApplication::arguments().mid(1);
    arguments.removeAll(u"--json"_s);
    const QString name = arguments.isEmpty() ? QString() : arguments.takeFirst();
    for (const Entry &entry : Benchmarks) {
        if (name != QLatin1StringView(entry.name))
            continue;
        const QJsonObject figures = entry.run({arguments});
        QTextStream(stdout) << QJsonDocument(figures).toJson(QJsonDocument::Compact) << Qt::endl;
        return figures.contains(u"error"_s) ? 1 : 0;
    }
    QStringList names;
    for (const Entry &entry : Benchmarks) {
        if (entry.isListed)
            names.append(QLatin1StringView(entry.name));
    }
    QTextStream(stderr) << "usage: dateline-bench NAME [options] --json\nbenchmarks: " << names.join(u", "_s) << Qt::endl;
    return 2;
}
