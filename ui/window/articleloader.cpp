// SPDX-License-Identifier: Apache-2.0
#include "ui/window/articleloader.h"

#include "formats/nativeformat.h"

#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace dateline {

QString LoadRequest::shownName() const { return kind == Kind::File ? QFileInfo(path).fileName() : name; }

Result<LoadedArticle> loadArticle(const LoadRequest &request, const std::stop_token &stop)
{
    switch (request.kind) {
    case LoadRequest::Kind::File: {
        ReadOptions options;
        options.encoding = request.encoding;
        return readArticleFile(request.path, options, stop);
    }
    case LoadRequest::Kind::Html:
        return articleFromHtml(request.content, request.name, u"UTF-8"_s);
    case LoadRequest::Kind::Text:
        break;
    }
    return articleFromText(QString::fromUtf8(request.content), request.name);
}

bool needsDetection(const AnnotatedArticle &article, const QString &authorUid)
{
    if (article.detectorLayer())
        return false;
    const Agent *author = article.agentByUid(authorUid);
    return !author || !article.layerBy(author->id);
}

DetectionOptions detectionOptions(const AnnotatedArticle &article, const QString &language)
{
    DetectionOptions options;
    options.published = article.head.published;
    if (!article.head.language.isEmpty())
        options.language = article.head.language;
    else if (!language.isEmpty())
        options.language = language;
    return options;
}

PreparedArticle prepareArticle(const AnnotatedArticle &article, const LoadRequest &request, LoadedAs as, const Detector &detector,
                               const Clock &clock, const QString &journalFolder, const std::stop_token &stop)
{
    PreparedArticle prepared;
    AnnotatedArticle base = article;
    if (!as.isReview && needsDetection(article, request.authorUid)) {
        DetectionOptions options = detectionOptions(article, request.language);
        if (request.watchlists)
            options.watchlists = request.watchlists->listsFor(request.path).lists;
        Layer layer = detector.detect(article.text, options, stop);
        prepared.isCancelled = stop.stop_requested();
        if (!prepared.isCancelled) {
            layer.info.started = clock.now();
            layer.info.modified = layer.info.started;
            base.addLayer(layer, Detector::agent());
            prepared.suggestions = std::move(layer);
        }
    }
    if (journalFolder.isEmpty())
        return prepared;
    Result<std::unique_ptr<Journal>> journal = Journal::create(
        journalFolder, {as.isNative ? request.path : QString(), as.isNative ? QString() : request.path, request.shownName(),
                        writeNative(base), exactState(base)});
    if (journal)
        prepared.journal = std::move(journal.value());
    else
        prepared.journalError = journal.error();
    return prepared;
}

} // namespace dateline
