// SPDX-License-Identifier: Apache-2.0
#include "bench/benchmark.h"

#include <QElapsedTimer>
#include <QFile>

#ifdef Q_OS_UNIX
#include <sys/resource.h>
#endif

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace dateline::bench {

QString Request::option(const QString &name, const QString &fallback) const
{
    const qsizetype at = arguments.indexOf(name);
    return at >= 0 && at + 1 < arguments.size() ? arguments[at + 1] : fallback;
}

qint64 Request::number(const QString &name, qint64 fallback) const
{
    bool isNumber = false;
    const qint64 value = option(name).toLongLong(&isNumber);
    return isNumber ? value : fallback;
}

double millisecondsOf(const std::function<void()> &work)
{
    QElapsedTimer timer;
    timer.start();
    work();
    return double(timer.nsecsElapsed()) / 1e6;
}

double median(QList<double> values) { return percentile(std::move(values), 0.5); }

double percentile(QList<double> values, double share)
{
    if (values.isEmpty())
        return 0;
    std::sort(values.begin(), values.end());
    const qsizetype rank = qsizetype(std::ceil(share * double(values.size())));
    return values[std::clamp<qsizetype>(rank - 1, 0, values.size() - 1)];
}

double peakMemory()
{
    // getrusage() of a started program begins with the peak of the one that started it; the
    // kernel's own figure does not.
    QFile status(u"/proc/self/status"_s);
    if (status.open(QIODevice::ReadOnly)) {
        const QByteArrayList lines = status.readAll().split('\n');
        for (const QByteArray &line : lines) {
            if (line.startsWith("VmHWM:"))
                return line.mid(6).chopped(2).trimmed().toDouble() / 1024;
        }
    }
#ifdef Q_OS_UNIX
    rusage usage{};
    if (getrusage(RUSAGE_SELF, &usage) != 0)
        return 0;
#ifdef Q_OS_MACOS
    return double(usage.ru_maxrss) / (1024 * 1024);
#else
    return double(usage.ru_maxrss) / 1024;
#endif
#else
    return 0;
#endif
}

double rounded(double value) { return std::round(value * 1000) / 1000; }

} // namespace dateline::bench
