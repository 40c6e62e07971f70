// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QJsonObject>
#include <QList>
#include <QString>
#include <QStringList>

#include <functional>

namespace dateline::bench {

/// What a benchmark was asked for. Options as given, without the name and --json.
struct Request
{
    QStringList arguments;

    /// The value after `name`, else `fallback`.
    [[nodiscard]] QString option(const QString &name, const QString &fallback = {}) const;
    [[nodiscard]] qint64 number(const QString &name, qint64 fallback) const;
};

/// Figures of the `startup` benchmark: the program with its sample article, from start to end
/// after the first paint, beside a window with an empty QPlainTextEdit. --program PATH.
[[nodiscard]] QJsonObject runStartup(const Request &request);
/// That other window; run in a child process by `startup`.
[[nodiscard]] QJsonObject runReferenceWindow(const Request &request);

/// Figures of the `view` benchmark: an article of --bytes with 20 mentions a kB.
[[nodiscard]] QJsonObject runView(const Request &request);
/// Only opens an article (or an empty window with --bytes 0) and reports `peak_mb`; run in a
/// child process by `view`, so that nothing else counts.
[[nodiscard]] QJsonObject runOpenOnly(const Request &request);

/// Figures of the `review` benchmark: --layers of --mentions aligned two by two, and approve-and-next
/// by key in the real window, from the key to the painted page.
[[nodiscard]] QJsonObject runReview(const Request &request);

/// Figures of the `xml` benchmark: a native file of about --bytes read and written beside Qt's bare
/// reader and writer on the same bytes; 10,000 actions with a journal, and their recovery.
[[nodiscard]] QJsonObject runXml(const Request &request);

/// Figures of the `watchlist` benchmark: a list of --entries names is compiled, mapped again, and matched in an
/// article of --bytes beside detection without a list.
[[nodiscard]] QJsonObject runWatchlist(const Request &request);

/// Figures of the `detect` benchmark: all articles of the files named, which blank lines part, on one core.
[[nodiscard]] QJsonObject runDetect(const Request &request);

/// Milliseconds that `work` took.
[[nodiscard]] double millisecondsOf(const std::function<void()> &work);
[[nodiscard]] double median(QList<double> values);
/// `share` 0.99: the 99th percentile (nearest rank).
[[nodiscard]] double percentile(QList<double> values, double share);
/// Peak resident memory of this process in MB; 0 where the platform does not tell.
[[nodiscard]] double peakMemory();
/// Rounded for reading: three decimals.
[[nodiscard]] double rounded(double value);

} // namespace dateline::bench
