// SPDX-License-Identifier: Apache-2.0
#include "app/guiapplication.h"

#include "app/selftest.h"
#include "app/singleinstance.h"
#include "translations/translations.h"
#include "ui/dialogs/preferencesdialog.h"
#include "ui/themestyle.h"
#include "ui/view/articleview.h"
#include "ui/window/mainwindow.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QElapsedTimer>
#include <QFileInfo>
#include <QStandardPaths>

#include <cstdio>

using namespace Qt::StringLiterals;

namespace dateline {

namespace {

struct Messages
{
    Q_DECLARE_TR_FUNCTIONS(dateline::Application)
};

/// Ends the program with one line of JSON as soon as the article stands there with its suggestions.
int exitAfterPaint(MainWindow &window, const QStringList &files, const QElapsedTimer &sinceStart)
{
    QObject::connect(&window.articles(), &ArticleManager::failed, &window, [](const Error &error) {
        std::fprintf(stderr, "%s\n", qPrintable(error.toString()));
        QCoreApplication::exit(1);
    });
    bool isDetected = false;
    QObject::connect(&window.articles(), &ArticleManager::detected, &window, [&](EditSession *) {
        isDetected = true;
        window.view().viewport()->update();
    });
    QObject::connect(&window.view(), &ArticleView::painted, &window, [&](bool withMentions) {
        if (!withMentions && !isDetected)
            return;
        const Layer *layer = window.articles().current() ? window.articles().current()->layer() : nullptr;
        std::printf("{\"mentions\":%lld,\"painted_ms\":%lld}\n", layer ? static_cast<long long>(layer->mentions.size()) : 0LL,
                    static_cast<long long>(sinceStart.elapsed()));
        std::fflush(stdout);
        QCoreApplication::exit(0);
    });
    window.show();
    if (files.isEmpty())
        window.articles().openSample();
    else
        window.articles().openFiles(files);
    return QCoreApplication::exec();
}

} // namespace

int runDateline(int argc, char **argv)
{
    QElapsedTimer sinceStart;
    sinceStart.start();
    QApplication application(argc, argv);
    QApplication::setApplicationName(u"dateline"_s);
    QApplication::setOrganizationName(u"dateline"_s);
    QApplication::setApplicationDisplayName(u"Dateline"_s);
    QApplication::setApplicationVersion(QStringLiteral(DATELINE_VERSION));
    QApplication::setStyle(new ThemeStyle);

    QCommandLineParser parser;
    parser.setApplicationDescription(Messages::tr("Annotates news articles."));
    parser.addHelpOption();
    parser.addVersionOption();
    const QCommandLineOption annotator(u"annotator"_s, Messages::tr("Who tags, instead of the name in the preferences."),
                                       u"NAME"_s);
    const QCommandLineOption reviewer(u"reviewer"_s, Messages::tr("Who reviews the work of others: opens articles for that."),
                                      u"NAME"_s);
    const QCommandLineOption language(u"language"_s, Messages::tr("Language of the articles (en, ru, sr)."), u"CODE"_s);
    const QCommandLineOption selfTest(u"self-test"_s,
                                      Messages::tr("Start, detect, accept, save, reopen, and exit 0 if all of it worked."));
    const QCommandLineOption paint(u"exit-after-paint"_s,
                                   Messages::tr("Exit as soon as the article with its suggestions is painted."));
    parser.addOptions({annotator, reviewer, language, selfTest, paint});
    parser.addPositionalArgument(u"FILE"_s, Messages::tr("Articles to open."), u"[FILE…]"_s);
    parser.process(application);

    QStringList files;
    for (const QString &name : parser.positionalArguments())
        files.append(QFileInfo(name).absoluteFilePath());
    const bool isOnItsOwn = parser.isSet(selfTest) || parser.isSet(paint);

    MainWindow::Options options;
    options.asksNothing = isOnItsOwn;
    options.articles.detector = std::make_shared<const Detector>();
    options.articles.usesSettings = !isOnItsOwn;
    options.articles.language = parser.value(language);
    options.articles.opensForReview = parser.isSet(reviewer);
    if (isOnItsOwn) {
        installTranslations({});
        MainWindow window(std::move(options));
        return parser.isSet(selfTest) ? runSelfTest(window) : exitAfterPaint(window, files, sinceStart);
    }

    SingleInstance instance;
    if (instance.handOver(files))
        return 0;
    instance.listen();
    const Preferences preferences = Preferences::load();
    installTranslations(preferences.language);
    options.articles.journalFolder = QStandardPaths::writableLocation(QStandardPaths::AppLocalDataLocation) + u"/journals"_s;
    MainWindow window(std::move(options));
    if (parser.isSet(annotator) || parser.isSet(reviewer)) {
        window.articles().setAuthorNamed(parser.value(parser.isSet(reviewer) ? reviewer : annotator));
    }
    QObject::connect(&instance, &SingleInstance::filesReceived, &window, [&window](const QStringList &received) {
        window.raiseWindow();
        window.articles().openFiles(received);
    });
    window.show();
    // What was recovered is open before the last session and the files given are looked for.
    QObject::connect(
        &window.articles(), &ArticleManager::recoveryEnded, &window,
        [&window, files, restores = preferences.restoresSession](int recovered) {
            const bool isRestored = restores && window.articles().restoreSession();
            if (!files.isEmpty())
                window.articles().openFiles(files);
            else if (!isRestored && recovered == 0)
                window.welcome();
        },
        Qt::SingleShotConnection);
    window.articles().recoverWork();
    return QApplication::exec();
}

} // namespace dateline
