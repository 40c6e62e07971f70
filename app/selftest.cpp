// SPDX-License-Identifier: Apache-2.0
#include "app/selftest.h"

#include "formats/articlereader.h"
#include "formats/nativeformat.h"
#include "ui/view/articleview.h"
#include "ui/window/articlemanager.h"
#include "ui/window/mainwindow.h"
#include "ui/window/taggingcontroller.h"

#include <QEventLoop>
#include <QTemporaryDir>
#include <QTimer>

#include <cstdio>

using namespace Qt::StringLiterals;

namespace dateline {

namespace {

constexpr int PatienceMs = 30000;

int fail(const char *what)
{
    std::fprintf(stderr, "self-test: %s\n", what);
    return 1;
}

} // namespace

int runSelfTest(MainWindow &window)
{
    ArticleManager &articles = window.articles();
    QEventLoop loop;
    QTimer::singleShot(PatienceMs, &loop, [&loop] { loop.exit(1); });
    QObject::connect(&articles, &ArticleManager::detected, &loop, [&loop] { loop.exit(0); });
    QObject::connect(&articles, &ArticleManager::failed, &loop, [&loop] { loop.exit(1); });
    window.show();
    articles.openSample();
    if (loop.exec() != 0)
        return fail("the sample did not open");
    EditSession *session = articles.current();
    if (!session || !session->layer() || session->layer()->mentions.isEmpty())
        return fail("nothing was detected in the sample");
    window.tagging().goToUndecided(true);
    const EntityId entity = window.tagging().currentEntity();
    if (entity == 0)
        return fail("the first suggestion has no entity");
    window.tagging().acceptEntity(entity);
    for (const MentionId id : session->layer()->mentionsOf(entity)) {
        if (session->layer()->mentions.find(id)->status != Status::Accepted)
            return fail("accepting an entity left a mention undecided");
    }
    QTemporaryDir folder;
    const QString path = folder.filePath(u"talks.annotated.xml"_s);
    if (const Result<void> saved = session->saveAs(path); !saved)
        return fail(qPrintable(saved.error().toString()));
    const Result<LoadedArticle> read = readArticleFile(path);
    if (!read)
        return fail(qPrintable(read.error().toString()));
    if (!read.value().issues.isEmpty())
        return fail(qPrintable(read.value().issues.first().message));
    if (!(writeNative(read.value().article) == writeNative(session->article())))
        return fail("the saved file reads back differently");
    return 0;
}

} // namespace dateline
