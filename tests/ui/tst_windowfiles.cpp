// SPDX-License-Identifier: Apache-2.0
#include "ui/windowfixture.h"

#include "formats/nativeformat.h"
#include "ui/widgets/openarticleslist.h"
#include "ui/widgets/welcomestrip.h"
#include "ui/window/workqueue.h"

#include <QClipboard>
#include <QDockWidget>
#include <QListView>
#include <QMimeData>
#include <QUrl>

using namespace Qt::StringLiterals;
using namespace dateline;

namespace {

const QByteArray Other = "Macron meets Scholz\n\nPARIS. French President Emmanuel Macron met Olaf Scholz in Berlin.\n";

} // namespace

/// Files, clipboard and several articles, through the real window.
class TestWindowFiles : public test::WindowFixture
{
    Q_OBJECT

    void drop(QMimeData &data)
    {
        QDragEnterEvent enter({10, 10}, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QCoreApplication::sendEvent(m_window.get(), &enter);
        QVERIFY(enter.isAccepted());
        QDropEvent event({10, 10}, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QCoreApplication::sendEvent(m_window.get(), &event);
    }
    MessageBar &messages() { return *m_window->findChild<MessageBar *>(); }

private Q_SLOTS:
    void init() { setUp(); }
    void cleanup() { m_window.reset(); }

    void pastingTextOpensAnArticle()
    {
        QGuiApplication::clipboard()->setText(QString::fromUtf8(Other));
        QSignalSpy detected(&articles(), &ArticleManager::detected);
        key(Qt::Key_V, Qt::ControlModifier);
        QTRY_COMPARE(detected.size(), 1);
        QCOMPARE(articles().sessions().size(), 2);
        QVERIFY(session().article().text.text().startsWith(u"Macron meets Scholz"_s));
        QVERIFY(mentionOf(u"Emmanuel Macron"_s));
        QVERIFY(session().path().isEmpty() && session().sourcePath().isEmpty());
    }

    void pastingAPageKeepsHeadingsAndParagraphs()
    {
        auto *data = new QMimeData;
        data->setHtml(u"<html><body><h1>Macron meets Scholz</h1><p>The <b>two</b> met.</p><script>alert(1)</script>"
                      "<p>In Berlin &amp; Paris.</p></body></html>"_s);
        data->setText(u"not this"_s);
        QGuiApplication::clipboard()->setMimeData(data);
        QSignalSpy detected(&articles(), &ArticleManager::detected);
        key(Qt::Key_V, Qt::ControlModifier);
        QTRY_COMPARE(detected.size(), 1);
        const ArticleText &text = session().article().text;
        QVERIFY(text.text().contains(u"The two met."_s));
        QVERIFY(text.text().contains(u"In Berlin & Paris."_s));
        QVERIFY(!text.text().contains(u"alert"_s) && !text.text().contains(u"not this"_s));
        QCOMPARE(text.blocks().first().kind, BlockKind::Headline);
        QCOMPARE(text.blocks().size(), 3);
    }

    void pastingNothingSaysSo()
    {
        QGuiApplication::clipboard()->clear();
        key(Qt::Key_V, Qt::ControlModifier);
        QVERIFY(m_window->findChild<StatusStrip *>()->message().contains(u"clipboard"_s));
        QCOMPARE(articles().sessions().size(), 1);
    }

    void droppedFilesOpen()
    {
        QMimeData data;
        data.setUrls({QUrl::fromLocalFile(write(u"one.txt"_s, Other)), QUrl::fromLocalFile(write(u"two.txt"_s, Other))});
        QSignalSpy detected(&articles(), &ArticleManager::detected);
        drop(data);
        QTRY_COMPARE(detected.size(), 2);
        QCOMPARE(articles().sessions().size(), 3);
    }

    void droppedTextOpens()
    {
        QMimeData data;
        data.setText(QString::fromUtf8(Other));
        QSignalSpy detected(&articles(), &ArticleManager::detected);
        drop(data);
        QTRY_COMPARE(detected.size(), 1);
        QVERIFY(mentionOf(u"Olaf Scholz"_s));
    }

    void severalArticlesStandInAListWithTheirState()
    {
        QVERIFY(m_window->articlesDock().isHidden());
        open(write(u"other.txt"_s, Other));
        auto *list = m_window->findChild<OpenArticlesList *>();
        QTRY_VERIFY(list->isVisible());
        QCOMPARE(list->model()->rowCount(), 2);
        EditSession *second = &session();
        key(Qt::Key_PageUp, Qt::ControlModifier);
        QVERIFY(&session() != second);
        key(Qt::Key_PageDown, Qt::ControlModifier);
        QCOMPARE(&session(), second);
        key(Qt::Key_W, Qt::ControlModifier);
        QCOMPARE(articles().sessions().size(), 1);
        QVERIFY(&session() != second);
        QCOMPARE(list->model()->rowCount(), 1);
    }

    void finishingGoesToTheNextArticle()
    {
        EditSession *first = &session();
        open(write(u"other.txt"_s, Other));
        articles().setCurrent(first);
        view().setFocus();
        key(Qt::Key_Return, Qt::ControlModifier);
        QTRY_VERIFY(&session() != first);
        QCOMPARE(first->path(), m_savePath);
        QCOMPARE(first->layer()->info.stage, Stage::Submitted);
    }

    void aCopyIsWrittenBeside()
    {
        key(Qt::Key_Tab);
        key(Qt::Key_Return);
        m_window->actions()[u"saveCopy"_s]->trigger();
        QTRY_VERIFY(QFile::exists(m_savePath));
        QTRY_VERIFY(!articles().work().isBusy());
        QVERIFY(session().isModified());
        QVERIFY(session().path().isEmpty());
        QCOMPARE(validateNative(test::readFile(m_savePath), m_savePath), IssueList());
    }

    void revertGoesBackToTheFile()
    {
        key(Qt::Key_Tab);
        key(Qt::Key_Return);
        m_answer = ArticleManager::Unsaved::Discard;
        QSignalSpy detected(&articles(), &ArticleManager::detected);
        m_window->actions()[u"revert"_s]->trigger();
        QTRY_COMPARE(detected.size(), 1);
        QVERIFY(!session().isModified());
        mentions().forEach([](const Mention &mention) { QCOMPARE(mention.status, Status::Suggested); });
    }

    void aSavedFileComesBackAsItWas()
    {
        key(Qt::Key_Tab);
        key(Qt::Key_Return, Qt::ShiftModifier);
        key(Qt::Key_S, Qt::ControlModifier);
        QTRY_VERIFY(!session().isModified());
        const QByteArray bytes = test::readFile(m_savePath);
        const AnnotatedArticle before = session().article();
        key(Qt::Key_W, Qt::ControlModifier);
        QVERIFY(articles().sessions().isEmpty());
        open(m_savePath);
        QVERIFY(session().article().layers == before.layers);
        m_savePath = m_folder->filePath(u"again.xml"_s);
        m_window->actions()[u"saveAs"_s]->trigger();
        QTRY_COMPARE(session().path(), m_savePath);
        QCOMPARE(test::readFile(m_savePath), bytes);
    }

    void aFolderGivesASentence()
    {
        articles().openFiles({m_folder->path()});
        QTRY_VERIFY(messages().isVisible());
        QVERIFY(messages().message().contains(u"folder"_s));
        QCOMPARE(articles().sessions().size(), 1);
    }

    void anEnormousFileGivesASentenceAndTheWindowLives()
    {
        const QString path = m_folder->filePath(u"enormous.txt"_s);
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        const QByteArray line = QByteArray("The minister spoke again and again. ").repeated(30000) + "\n\n";
        QCOMPARE(file.write(line), line.size());
        QVERIFY(file.resize(200'000'000)); // the rest is a hole: nobody reads that far
        file.close();
        articles().openFiles({path});
        QTRY_VERIFY_WITH_TIMEOUT(messages().isVisible(), 20000);
        QVERIFY(messages().message().contains(u"enormous.txt"_s));
        QCOMPARE(articles().sessions().size(), 1);
        QTRY_VERIFY(!articles().work().isBusy());
        key(Qt::Key_Tab);
        QCOMPARE(currentText(), u"Sergey Lavrov"_s);
    }

    void aDoubtfulEncodingIsAskedFor()
    {
        const QString path = write(u"doubtful.txt"_s, "The \xE6\xF8 case\n");
        m_encoding = std::nullopt; // cancelled: the file stays closed
        articles().openFiles({path});
        QTRY_VERIFY(!m_candidates.isEmpty());
        QTRY_VERIFY(!articles().work().isBusy());
        QCOMPARE(articles().sessions().size(), 1);
        m_encoding = u"windows-1251"_s;
        open(path);
        QCOMPARE(session().article().text.text().trimmed(), u"The \u0436\u0448 case"_s);
        QCOMPARE(session().article().source.encoding, u"windows-1251"_s);
    }

    void problemsOfAFileAreListed()
    {
        open(write(u"controls.txt"_s, "A title\n\nA text with a \x01 control.\n"));
        key(Qt::Key_F10);
        QVERIFY(m_window->problemsDock().isVisible());
        auto *list = m_window->problemsDock().findChild<QListView *>();
        QVERIFY(list->model()->rowCount() > 0);
        const QModelIndex first = list->model()->index(0, 0);
        QVERIFY(!first.data().toString().isEmpty());
        Q_EMIT list->activated(first);
        QCOMPARE(view().caret(), session().article().text.text().indexOf(QChar(0xFFFD)));
    }

    void theFirstStartShowsTheSampleAndWhatToDo()
    {
        QSignalSpy detected(&articles(), &ArticleManager::detected);
        m_window->welcome();
        QTRY_COMPARE(detected.size(), 1);
        auto *strip = m_window->findChild<WelcomeStrip *>();
        QVERIFY(strip->isVisible());
        view().setFocus();
        key(Qt::Key_Return); // the first accept is one key away
        key(Qt::Key_Return);
        QVERIFY(session().canUndo());
        QVERIFY(!strip->isVisible());
    }
};

DATELINE_WINDOW_TEST_MAIN(TestWindowFiles)
#include "tst_windowfiles.moc"
