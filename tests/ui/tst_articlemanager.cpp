// SPDX-License-Identifier: Apache-2.0
#include "support/testhelper.h"

#include "editing/recovery.h"
#include "formats/nativeformat.h"
#include "ui/window/articleloader.h"
#include "ui/window/articlemanager.h"
#include "ui/window/workqueue.h"

#include <QApplication>
#include <QDir>
#include <QFileInfo>
#include <QSettings>
#include <QSignalSpy>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;
using namespace dateline;

namespace {

const QByteArray Talks = "Talks in Geneva\n\nMOSCOW, March 21. /TASS/. Russian Foreign Minister Sergey Lavrov met "
                         "the UN envoy in Geneva on Thursday. Lavrov said the talks went on for three hours.\n";

} // namespace

/// Opening, saving, closing and recovering, with prompts answered by the test.
class TestArticleManager : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void openingATextGivesTheTextFirstAndThenSuggestions();
    void savingWritesAValidFileThatOpensWithTheDecisions();
    void savingWithoutANameAsksAndStopsWhenCancelled();
    void failuresAreToldInASentence_data();
    void failuresAreToldInASentence();
    void openingAFileTwiceMakesItCurrent();
    void pastedTextAndSampleGetSuggestions();
    void closingUnsavedWorkAsks_data();
    void closingUnsavedWorkAsks();
    void closingAllAsksForAllBeforeAnyGoes();
    void aCopyLeavesTheArticleWhereItIs();
    void aFileThatIsOpenIsNotWrittenOver();
    void aFailedSaveKeepsTheWork();
    void revertingGoesBackToTheFile();
    void stoppingTheDetectionLeavesAnArticleToWorkOn();
    void sessionComesBackWithCaretAndCurrentFile();
    void withoutSettingsNothingIsRemembered();
    void recentFilesAreTheNewestTen();
    void unsavedWorkOfADeadProgramIsRecovered();
    void detectingAgainKeepsDecisions();
    void aLayerOfTheAuthorIsContinuedWithoutDetection();
    void destroyingWhileLoadingIsSafe();

private:
    [[nodiscard]] ArticleManager::Options options(bool usesSettings = false) const;
    [[nodiscard]] QString write(const QString &name, const QByteArray &bytes = Talks) const;
    static EditSession *open(ArticleManager &manager, const QString &path);
    static bool acceptFirst(EditSession &session);

    std::shared_ptr<const Detector> m_detector;
    std::unique_ptr<QTemporaryDir> m_folder;
};

void TestArticleManager::initTestCase()
{
    QCoreApplication::setOrganizationName(u"DatelineTest"_s);
    QCoreApplication::setApplicationName(u"tst_articlemanager"_s);
    m_detector = std::make_shared<const Detector>();
}

void TestArticleManager::init()
{
    QSettings().clear();
    m_folder = std::make_unique<QTemporaryDir>();
    QVERIFY(m_folder->isValid());
}

ArticleManager::Options TestArticleManager::options(bool usesSettings) const
{
    ArticleManager::Options given;
    given.detector = m_detector;
    given.clock = std::make_shared<FixedClock>(QDateTime({2026, 3, 21}, {9, 0}, Qt::UTC));
    given.usesSettings = usesSettings;
    // A prompt that a test does not expect must not block it.
    given.prompts.unsaved = [](const QString &) { return ArticleManager::Unsaved::Cancel; };
    given.prompts.saveFileName = [](const QString &) { return QString(); };
    given.prompts.encoding = [](const QByteArray &, const QStringList &) { return QString(); };
    return given;
}

QString TestArticleManager::write(const QString &name, const QByteArray &bytes) const
{
    const QString path = m_folder->filePath(name);
    test::writeFile(path, bytes);
    return path;
}

/// The session once its suggestions are in; null when it failed.
EditSession *TestArticleManager::open(ArticleManager &manager, const QString &path)
{
    QSignalSpy detected(&manager, &ArticleManager::detected);
    manager.openFiles({path});
    if (!QTest::qWaitFor([&] { return !detected.isEmpty(); }, 20000))
        return nullptr;
    return manager.current();
}

bool TestArticleManager::acceptFirst(EditSession &session)
{
    MentionId first = 0;
    session.layer()->mentions.forEach([&](const Mention &mention) {
        if (first == 0 && mention.status == Status::Suggested)
            first = mention.id;
    });
    ActionBuilder builder = session.edit();
    builder.setStatus(first, Status::Accepted);
    return first != 0 && !builder.isEmpty() && session.apply(builder.finish(u"Accept"_s)).isOk();
}

void TestArticleManager::openingATextGivesTheTextFirstAndThenSuggestions()
{
    ArticleManager manager(options());
    QStringList order;
    connect(&manager, &ArticleManager::opened, this, [&](EditSession *session) {
        order.append(u"opened"_s);
        QVERIFY(session->article().text.text().startsWith(u"Talks in Geneva"));
        QVERIFY(!session->layer());
    });
    connect(&manager, &ArticleManager::detected, this, [&] { order.append(u"detected"_s); });
    EditSession *session = open(manager, write(u"talks.txt"_s));
    QVERIFY(session);
    QCOMPARE(order, QStringList({u"opened"_s, u"detected"_s}));
    QVERIFY(session->layer());
    QVERIFY(session->layer()->mentions.size() > 0);
    QVERIFY(!session->isModified());
    QVERIFY(!session->canUndo());
    QCOMPARE(session->displayName(), u"talks.txt"_s);
    QVERIFY(!manager.work().isBusy());
}

void TestArticleManager::savingWritesAValidFileThatOpensWithTheDecisions()
{
    const QString target = m_folder->filePath(u"talks.annotated.xml"_s);
    auto given = options();
    QString suggested;
    given.prompts.saveFileName = [&](const QString &name) {
        suggested = name;
        return target;
    };
    ArticleManager manager(given);
    EditSession *session = open(manager, write(u"talks.txt"_s));
    QVERIFY(session && acceptFirst(*session));
    QVERIFY(session->isModified());
    QSignalSpy saved(&manager, &ArticleManager::saved);
    manager.save(session);
    QTRY_COMPARE(saved.size(), 1);
    QCOMPARE(QFileInfo(suggested).fileName(), u"talks.annotated.xml"_s);
    QVERIFY(!session->isModified());
    QCOMPARE(session->path(), target);
    const QByteArray bytes = test::readFile(target);
    QCOMPARE(validateNative(bytes, target), IssueList());
    const Result<LoadedArticle> again = readNative(bytes, target);
    QVERIFY(again.isOk());
    qsizetype accepted = 0;
    for (const Layer &layer : again.value().article.layers)
        layer.mentions.forEach([&](const Mention &mention) { accepted += mention.status == Status::Accepted; });
    QCOMPARE(accepted, 1);
}

void TestArticleManager::savingWithoutANameAsksAndStopsWhenCancelled()
{
    ArticleManager manager(options());
    EditSession *session = open(manager, write(u"talks.txt"_s));
    QVERIFY(session && acceptFirst(*session));
    std::optional<bool> outcome;
    manager.save(session, [&](bool isSaved) { outcome = isSaved; });
    QCOMPARE(outcome, std::optional(false));
    QVERIFY(session->isModified());
    QVERIFY(session->path().isEmpty());
}

void TestArticleManager::failuresAreToldInASentence_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<ErrorKind>("kind");
    QTest::newRow("missing") << u"missing.txt"_s << ErrorKind::NotFound;
    QTest::newRow("folder") << u"folder"_s << ErrorKind::Unreadable;
    QTest::newRow("empty") << u"empty.txt"_s << ErrorKind::Empty;
    QTest::newRow("white space only") << u"blank.txt"_s << ErrorKind::Empty;
    QTest::newRow("binary") << u"picture.png"_s << ErrorKind::Binary;
}

void TestArticleManager::failuresAreToldInASentence()
{
    QFETCH(QString, name);
    QFETCH(ErrorKind, kind);
    QVERIFY(QDir(m_folder->path()).mkdir(u"folder"_s));
    (void)write(u"empty.txt"_s, {});
    (void)write(u"blank.txt"_s, " \n\n");
    (void)write(u"picture.png"_s, QByteArray("\x89PNG\r\n\x1a\n\0\0\0\rIHDR", 16) + QByteArray(200, '\0'));
    ArticleManager manager(options());
    QList<Error> errors;
    connect(&manager, &ArticleManager::failed, this, [&](const Error &error) { errors.append(error); });
    manager.openFiles({m_folder->filePath(name)});
    QTRY_COMPARE(errors.size(), 1);
    QCOMPARE(errors.first().kind, kind);
    QVERIFY(errors.first().message.endsWith(u'.'));
    QVERIFY(errors.first().file.endsWith(name));
    QVERIFY(manager.sessions().isEmpty());
    QTRY_VERIFY(!manager.work().isBusy());
}

void TestArticleManager::openingAFileTwiceMakesItCurrent()
{
    ArticleManager manager(options());
    const QString first = write(u"first.txt"_s);
    EditSession *one = open(manager, first);
    EditSession *two = open(manager, write(u"second.txt"_s, "Another article\n\nParis is calm.\n"));
    QVERIFY(one && two && one != two);
    manager.openFiles({first});
    QCOMPARE(manager.current(), one);
    QCOMPARE(manager.sessions().size(), 2);
    manager.nextArticle(1);
    QCOMPARE(manager.current(), two);
}

void TestArticleManager::pastedTextAndSampleGetSuggestions()
{
    ArticleManager manager(options());
    QSignalSpy detected(&manager, &ArticleManager::detected);
    QSignalSpy failed(&manager, &ArticleManager::failed);
    manager.openText(QString::fromUtf8(Talks), u"Pasted text"_s);
    manager.openHtml("<html><head><title>Page</title></head><body><h1>Page</h1><p>Angela Merkel was in Berlin.</p></body></html>",
                     u"Pasted page"_s);
    manager.openSample();
    QTRY_COMPARE_WITH_TIMEOUT(detected.size(), 3, 20000);
    QCOMPARE(failed.size(), 0);
    QCOMPARE(manager.sessions().size(), 3);
    for (const EditSession *session : manager.sessions()) {
        QVERIFY(session->layer());
        QVERIFY(session->layer()->mentions.size() > 0);
        QVERIFY(session->path().isEmpty());
    }
}

void TestArticleManager::closingUnsavedWorkAsks_data()
{
    QTest::addColumn<int>("answer");
    QTest::addColumn<bool>("closes");
    QTest::addColumn<bool>("writes");
    QTest::newRow("save") << int(ArticleManager::Unsaved::Save) << true << true;
    QTest::newRow("discard") << int(ArticleManager::Unsaved::Discard) << true << false;
    QTest::newRow("cancel") << int(ArticleManager::Unsaved::Cancel) << false << false;
}

void TestArticleManager::closingUnsavedWorkAsks()
{
    QFETCH(int, answer);
    QFETCH(bool, closes);
    QFETCH(bool, writes);
    const QString target = m_folder->filePath(u"talks.annotated.xml"_s);
    QStringList asked;
    auto given = options();
    given.prompts.unsaved = [&](const QString &name) {
        asked.append(name);
        return ArticleManager::Unsaved(answer);
    };
    given.prompts.saveFileName = [&](const QString &) { return target; };
    ArticleManager manager(given);
    EditSession *untouched = open(manager, write(u"untouched.txt"_s));
    QVERIFY(untouched);
    manager.close(untouched);
    QVERIFY(manager.sessions().isEmpty());
    QVERIFY(asked.isEmpty());
    EditSession *session = open(manager, write(u"talks.txt"_s));
    QVERIFY(session && acceptFirst(*session));
    std::optional<bool> outcome;
    manager.close(session, [&](bool isClosed) { outcome = isClosed; });
    QTRY_COMPARE(outcome, std::optional(closes));
    QCOMPARE(asked, QStringList{u"talks.txt"_s});
    QCOMPARE(manager.sessions().isEmpty(), closes);
    QCOMPARE(QFileInfo::exists(target), writes);
}

void TestArticleManager::closingAllAsksForAllBeforeAnyGoes()
{
    QList<ArticleManager::Unsaved> answers{ArticleManager::Unsaved::Save, ArticleManager::Unsaved::Cancel};
    auto given = options();
    given.prompts.unsaved = [&](const QString &) { return answers.takeFirst(); };
    given.prompts.saveFileName = [&](const QString &suggested) { return suggested; };
    ArticleManager manager(given);
    EditSession *first = open(manager, write(u"first.txt"_s));
    QVERIFY(first && acceptFirst(*first));
    EditSession *second = open(manager, write(u"second.txt"_s));
    QVERIFY(second && acceptFirst(*second));
    std::optional<bool> outcome;
    const auto note = [&](bool areClosed) { outcome = areClosed; };
    manager.closeAll(note);
    QCOMPARE(outcome, std::optional(false));
    QCOMPARE(manager.sessions().size(), 2);
    QVERIFY(!QFileInfo::exists(m_folder->filePath(u"first.annotated.xml"_s)));
    answers = {ArticleManager::Unsaved::Save, ArticleManager::Unsaved::Discard};
    outcome.reset();
    manager.closeAll(note);
    QTRY_COMPARE(outcome, std::optional(true));
    QVERIFY(manager.sessions().isEmpty());
    QVERIFY(QFileInfo::exists(m_folder->filePath(u"first.annotated.xml"_s)));
    QVERIFY(!QFileInfo::exists(m_folder->filePath(u"second.annotated.xml"_s)));
}

void TestArticleManager::aCopyLeavesTheArticleWhereItIs()
{
    const QString copy = m_folder->filePath(u"copy.xml"_s);
    auto given = options();
    given.prompts.saveFileName = [&](const QString &) { return copy; };
    ArticleManager manager(given);
    EditSession *session = open(manager, write(u"talks.txt"_s));
    QVERIFY(session && acceptFirst(*session));
    QSignalSpy told(&manager, &ArticleManager::told);
    manager.saveCopy(session);
    QTRY_COMPARE(told.size(), 1);
    QVERIFY(session->isModified());
    QVERIFY(session->path().isEmpty());
    QCOMPARE(test::readFile(copy), writeNative(session->article()));
}

void TestArticleManager::aFileThatIsOpenIsNotWrittenOver()
{
    const QString target = m_folder->filePath(u"talks.annotated.xml"_s);
    auto given = options();
    given.prompts.saveFileName = [&](const QString &) { return target; };
    ArticleManager manager(given);
    EditSession *first = open(manager, write(u"talks.txt"_s));
    QVERIFY(first);
    manager.save(first);
    QTRY_COMPARE(first->path(), target);
    const QByteArray before = test::readFile(target);
    EditSession *second = open(manager, write(u"other.txt"_s, "Another article\n\nAngela Merkel was in Berlin.\n"));
    QVERIFY(second && acceptFirst(*second));
    QList<Error> errors;
    connect(&manager, &ArticleManager::failed, this, [&](const Error &error) { errors.append(error); });
    manager.save(second);
    QTRY_COMPARE(errors.size(), 1);
    QCOMPARE(errors.first().kind, ErrorKind::Conflict);
    QTRY_VERIFY(!manager.work().isBusy());
    QCOMPARE(test::readFile(target), before);
    QVERIFY(second->isModified());
}

void TestArticleManager::aFailedSaveKeepsTheWork()
{
    auto given = options();
    given.prompts.unsaved = [](const QString &) { return ArticleManager::Unsaved::Save; };
    given.prompts.saveFileName = [&](const QString &) { return m_folder->filePath(u"no such folder/talks.xml"_s); };
    ArticleManager manager(given);
    EditSession *session = open(manager, write(u"talks.txt"_s));
    QVERIFY(session && acceptFirst(*session));
    QSignalSpy failed(&manager, &ArticleManager::failed);
    std::optional<bool> outcome;
    manager.close(session, [&](bool isClosed) { outcome = isClosed; });
    QTRY_COMPARE(outcome, std::optional(false));
    QCOMPARE(failed.size(), 1);
    QCOMPARE(manager.sessions(), QList{session});
    QVERIFY(session->isModified());
    QVERIFY(!session->isSaving());
}

void TestArticleManager::stoppingTheDetectionLeavesAnArticleToWorkOn()
{
    QByteArray large;
    for (int i = 0; i < 4000; ++i)
        large += Talks;
    auto given = options();
    given.journalFolder = m_folder->filePath(u"journals"_s);
    ArticleManager manager(given);
    QSignalSpy detected(&manager, &ArticleManager::detected);
    connect(
        &manager, &ArticleManager::opened, &manager, [&] { manager.work().cancel(); }, Qt::QueuedConnection);
    manager.openFiles({write(u"large.txt"_s, large)});
    QTRY_COMPARE_WITH_TIMEOUT(detected.size(), 1, 20000);
    EditSession *session = manager.current();
    QVERIFY(session && session->isReady());
    QVERIFY(!session->layer());
    QVERIFY(!session->journalError());
    // What is done now is as safe as ever.
    ActionBuilder builder = session->edit();
    builder.add({0, 5}, u"event"_s);
    QVERIFY(session->apply(builder.finish(u"Tag"_s)).isOk());
    const QStringList journals = QDir(given.journalFolder).entryList({u"*.journal"_s}, QDir::Files);
    QCOMPARE(journals.size(), 1);
    manager.detectAgain(session);
    QTRY_VERIFY_WITH_TIMEOUT(!manager.work().isBusy(), 60000);
    QVERIFY(session->layer()->mentions.size() > 4000);
    QCOMPARE(session->layer()->mentions.find(1)->type, u"event"_s);
}

void TestArticleManager::revertingGoesBackToTheFile()
{
    auto answer = ArticleManager::Unsaved::Cancel;
    auto given = options();
    given.prompts.unsaved = [&](const QString &) { return answer; };
    ArticleManager manager(given);
    EditSession *session = open(manager, write(u"talks.txt"_s));
    QVERIFY(session && acceptFirst(*session));
    manager.revert(session);
    QCOMPARE(manager.current(), session);
    QVERIFY(session->isModified());
    answer = ArticleManager::Unsaved::Discard;
    QSignalSpy detected(&manager, &ArticleManager::detected);
    manager.revert(session);
    QTRY_COMPARE_WITH_TIMEOUT(detected.size(), 1, 20000);
    QCOMPARE(manager.sessions().size(), 1);
    QVERIFY(!manager.current()->isModified());
    QCOMPARE(manager.current()->displayName(), u"talks.txt"_s);
}

void TestArticleManager::sessionComesBackWithCaretAndCurrentFile()
{
    const QString first = write(u"first.txt"_s);
    const QString second = write(u"second.txt"_s);
    QString uid;
    {
        ArticleManager manager(options(true));
        uid = manager.author().uid;
        EditSession *one = open(manager, first);
        QVERIFY(one && open(manager, second));
        manager.setCurrent(one);
        manager.storeSession([&](EditSession *session) { return session == one ? qsizetype(12) : qsizetype(3); });
    }
    ArticleManager manager(options(true));
    QVERIFY(!uid.isEmpty());
    QCOMPARE(manager.author().uid, uid);
    QSignalSpy detected(&manager, &ArticleManager::detected);
    QVERIFY(manager.restoreSession());
    QTRY_COMPARE_WITH_TIMEOUT(detected.size(), 2, 20000);
    QVERIFY(manager.current());
    QCOMPARE(manager.current()->sourcePath(), first);
    QCOMPARE(manager.takeInitialCaret(manager.current()), qsizetype(12));
    QCOMPARE(manager.takeInitialCaret(manager.current()), qsizetype(-1));
}

void TestArticleManager::withoutSettingsNothingIsRemembered()
{
    {
        ArticleManager manager(options());
        QVERIFY(open(manager, write(u"talks.txt"_s)));
        manager.setAuthor({manager.author().uid, u"Anna"_s});
        manager.storeSession([](EditSession *) { return qsizetype(1); });
    }
    QCOMPARE(QSettings().allKeys(), QStringList());
    ArticleManager manager(options());
    QVERIFY(!manager.restoreSession());
}

void TestArticleManager::recentFilesAreTheNewestTen()
{
    ArticleManager manager(options(true));
    QString last;
    for (int i = 0; i < 12; ++i) {
        last = write(u"file%1.txt"_s.arg(i));
        QVERIFY(open(manager, last));
    }
    QCOMPARE(manager.recentFiles().size(), 10);
    QCOMPARE(manager.recentFiles().first(), last);
    QVERIFY(!manager.recentFiles().contains(m_folder->filePath(u"file0.txt"_s)));
}

void TestArticleManager::unsavedWorkOfADeadProgramIsRecovered()
{
    const QString journals = m_folder->filePath(u"journals"_s);
    const QString copies = m_folder->filePath(u"copies"_s);
    QVERIFY(QDir().mkpath(copies));
    auto given = options(true);
    given.journalFolder = journals;
    qsizetype accepted = 0;
    {
        ArticleManager manager(given);
        EditSession *session = open(manager, write(u"talks.txt"_s));
        QVERIFY(session && acceptFirst(*session) && acceptFirst(*session));
        accepted = 2;
        // What a killed process leaves: the journal without its lock.
        for (const QString &name : QDir(journals).entryList({u"*.journal"_s}, QDir::Files))
            QVERIFY(QFile::copy(journals + u'/' + name, copies + u'/' + name));
    }
    given.journalFolder = copies;
    QCOMPARE(findRecoverable(copies).size(), 1);
    ArticleManager manager(given);
    QList<Error> errors;
    connect(&manager, &ArticleManager::failed, this, [&](const Error &error) { errors.append(error); });
    QSignalSpy recovered(&manager, &ArticleManager::recovered);
    QSignalSpy ended(&manager, &ArticleManager::recoveryEnded);
    manager.recoverWork();
    QTRY_COMPARE(ended.size(), 1);
    QVERIFY2(errors.isEmpty(), errors.isEmpty() ? "" : qPrintable(errors.first().toString()));
    QCOMPARE(recovered.size(), 1);
    QVERIFY(recovered.first().at(1).toString().contains(u"talks.txt"));
    QVERIFY(manager.current() && manager.current()->layer());
    qsizetype found = 0;
    manager.current()->layer()->mentions.forEach([&](const Mention &mention) { found += mention.status == Status::Accepted; });
    QCOMPARE(found, accepted);
    QVERIFY(manager.current()->isModified());
    manager.current()->undo();
    QVERIFY(manager.current()->canUndo());
}

void TestArticleManager::detectingAgainKeepsDecisions()
{
    ArticleManager manager(options());
    EditSession *session = open(manager, write(u"talks.txt"_s));
    QVERIFY(session && acceptFirst(*session));
    manager.detectAgain(session);
    QTRY_VERIFY_WITH_TIMEOUT(!manager.work().isBusy(), 20000);
    qsizetype accepted = 0;
    session->layer()->mentions.forEach([&](const Mention &mention) { accepted += mention.status == Status::Accepted; });
    QCOMPARE(accepted, 1);
}

void TestArticleManager::aLayerOfTheAuthorIsContinuedWithoutDetection()
{
    AnnotatedArticle article;
    article.text = ArticleText(QString::fromUtf8(Talks));
    QVERIFY(needsDetection(article, u"anna"_s));
    const Agent anna{1, u"anna"_s, AgentKind::Human, u"Anna"_s, {}};
    article.addLayer({}, anna);
    QVERIFY(!needsDetection(article, u"anna"_s));
    QVERIFY(needsDetection(article, u"boris"_s));
    Layer suggested;
    suggested.info.stage = Stage::Suggested;
    article.addLayer(suggested, Detector::agent());
    QVERIFY(!needsDetection(article, u"boris"_s));
}

void TestArticleManager::destroyingWhileLoadingIsSafe()
{
    QByteArray large;
    for (int i = 0; i < 2000; ++i)
        large += Talks;
    const QString path = write(u"large.txt"_s, large);
    QElapsedTimer timer;
    timer.start();
    {
        ArticleManager manager(options());
        manager.openFiles({path});
        QVERIFY(manager.work().isBusy());
    }
    QVERIFY2(timer.elapsed() < 10000, "closing waited for the whole work");
}

DATELINE_TEST_MAIN(QApplication, TestArticleManager)
#include "tst_articlemanager.moc"
