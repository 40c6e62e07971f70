// SPDX-License-Identifier: Apache-2.0
#include "bench/articlegenerator.h"
#include "bench/benchmark.h"

#include "detection/detector.h"

#include <QFile>
#include <QTemporaryDir>

#include <array>
#include <random>

using namespace Qt::StringLiterals;

namespace dateline::bench {

namespace {

/// Made-up names of one to three words; every fifth with a number, so that most differ.
QByteArray makeList(qint64 entries)
{
    static constexpr std::array Syllables{"ba", "ko",  "ri",  "me",  "za",  "tu",  "lin", "dor", "ve", "sha",
                                          "qi", "mor", "pel", "gra", "sto", "nik", "ja",  "wen", "ol", "ur"};
    std::mt19937 random(7);
    const auto word = [&] {
        QByteArray made;
        for (unsigned i = 2 + random() % 3; i > 0; --i)
            made += Syllables[random() % Syllables.size()];
        made[0] = char(made.at(0) - 'a' + 'A');
        return made;
    };
    QByteArray list("name,type,aliases,link,note\n");
    for (qint64 i = 0; i < entries; ++i) {
        list += word();
        for (unsigned more = random() % 3; more > 0; --more)
            list += ' ' + word();
        if (i % 5 == 0)
            list += ' ' + QByteArray::number(i);
        list += i % 2 ? ",person,," : ",organisation,,";
        list += "Q" + QByteArray::number(i) + ",\n";
    }
    return list;
}

} // namespace

QJsonObject runWatchlist(const Request &request)
{
    QTemporaryDir folder;
    const QString path = folder.filePath(u"list.csv"_s);
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(makeList(request.number(u"--entries"_s, 1000000))) < 0)
        return {{u"error"_s, file.errorString()}};
    file.close();
    Watchlist::Options options;
    options.cacheFolder = folder.filePath(u"cache"_s);
    std::shared_ptr<const Watchlist> list;
    const auto open = [&] {
        Result<std::shared_ptr<const Watchlist>> opened = Watchlist::open(path, options);
        if (opened)
            list = std::move(opened).value();
    };
    const double compile = millisecondsOf(open);
    QList<double> loads;
    for (int i = 0; i < 7; ++i)
        loads.append(millisecondsOf(open));
    if (!list || !list->wasCached())
        return {{u"error"_s, u"The list could not be compiled."_s}};

    const ArticleText text(generateArticle(request.number(u"--bytes"_s, 300000), 3).text);
    const Detector detector;
    DetectionOptions with;
    with.watchlists = {list};
    QList<double> plain;
    QList<double> listed;
    for (int i = 0; i < 9; ++i) { // alternately, so that the machine's moods hit both
        plain.append(millisecondsOf([&] { static_cast<void>(detector.detect(text, {})); }));
        listed.append(millisecondsOf([&] { static_cast<void>(detector.detect(text, with)); }));
    }
    const double before = median(plain);
    const double after = median(listed);
    return {{u"entries"_s, qint64(list->entryCount())}, {u"compile_ms"_s, rounded(compile)},
            {u"load_ms"_s, rounded(median(loads))},     {u"detect_ms"_s, rounded(before)},
            {u"detect_with_list_ms"_s, rounded(after)}, {u"slowdown_percent"_s, rounded(100 * (after - before) / before)}};
}

} // namespace dateline::bench
