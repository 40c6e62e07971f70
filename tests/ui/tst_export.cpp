// SPDX-License-Identifier: Apache-2.0
#include "ui/windowfixture.h"

#include "formats/formatregistry.h"
#include "ui/dialogs/exportdialog.h"
#include "ui/window/workqueue.h"

#include <QAbstractButton>
#include <QCheckBox>
#include <QComboBox>
#include <QDir>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QTabBar>

using namespace Qt::StringLiterals;
using namespace dateline;

/// File, Export: from the key to the files, through the real window.
class TestExport : public test::WindowFixture
{
    Q_OBJECT

    /// Opens the dialog by its key and waits for the preview of a format.
    ExportDialog *ask(const QString &format)
    {
        m_window->activateWindow();
        if (!QTest::qWaitForWindowActive(m_window.get()))
            return nullptr;
        QTest::keyClick(&view(), Qt::Key_E, Qt::ControlModifier);
        auto *dialog = m_window->findChild<ExportDialog *>();
        if (!dialog)
            return nullptr;
        dialog->setFormat(format);
        return QTest::qWaitFor([&] { return dialog->isPreviewReady(); }, 20000) ? dialog : nullptr;
    }
    void finish()
    {
        QTRY_VERIFY(!articles().work().isBusy());
        QTRY_VERIFY(!m_window->findChild<ExportDialog *>());
    }
    /// Exports as `name` in the test's folder; the path.
    QString exportAs(const QString &format, const QString &name)
    {
        m_exportPath = m_folder->filePath(name);
        if (ExportDialog *dialog = ask(format))
            dialog->accept();
        else
            QTest::qFail("the dialog did not open", __FILE__, __LINE__);
        finish();
        return m_exportPath;
    }
    void acceptFirst()
    {
        goTo(u"Sergey Lavrov"_s);
        key(Qt::Key_Return);
    }
    MessageBar &messages() { return *m_window->findChild<MessageBar *>(); }
    QString told() { return m_window->findChild<StatusStrip *>()->message(); }

private Q_SLOTS:
    void init() { setUp(); }
    void cleanup() { m_window.reset(); }

    void csvHasARowForEachMention()
    {
        acceptFirst();
        const QByteArray bytes = test::readFile(exportAs(u"csv"_s, u"talks.csv"_s));
        QVERIFY(bytes.startsWith("article,id,start,end,text,type"));
        QCOMPARE(bytes.count("\r\n"), mentions().toList().size() + 1);
        QVERIFY(bytes.contains(",0,13,Sergey Lavrov,PERSON,"));
        QVERIFY(bytes.contains(",accepted,") && bytes.contains(",suggested,"));
        QCOMPARE(QFileInfo(m_suggested).fileName(), u"talks.csv"_s);
        QCOMPARE(QFileInfo(m_suggested).absolutePath(), QFileInfo(m_folder->path()).absoluteFilePath());
        QVERIFY(told().contains(u"talks.csv"_s));
        QVERIFY(session().isModified()); // an export is no save
    }

    void whatIsWrittenReadsBackAsTheArticle_data()
    {
        QTest::addColumn<QString>("format");
        QTest::addColumn<QString>("name");
        QTest::newRow("jsonl") << u"jsonl"_s << u"talks.jsonl"_s;
        QTest::newRow("brat") << u"brat"_s << u"talks.ann"_s;
        QTest::newRow("conll") << u"conll"_s << u"talks.conll"_s;
        QTest::newRow("native") << u"native"_s << u"talks.annotated.xml"_s;
    }
    void whatIsWrittenReadsBackAsTheArticle()
    {
        QFETCH(QString, format);
        QFETCH(QString, name);
        acceptFirst();
        const QString path = exportAs(format, name);
        const Result<ReadArticles> read = readArticles(path);
        QVERIFY2(read.isOk(), read ? "" : qPrintable(read.error().toString()));
        const AnnotatedArticle &article = read.value().articles.first().loaded.article;
        QCOMPARE(article.text.text(), session().article().text.text());
        QCOMPARE(article.layers.size(), 1);
        QCOMPARE(article.layers.first().mentions.size(), mentions().size());
    }

    void bratWritesTwoFilesAndLeavesAnEqualTextAlone()
    {
        QDir(m_folder->path()).mkdir(u"out"_s);
        exportAs(u"brat"_s, u"out/talks.ann"_s);
        QCOMPARE(QString::fromUtf8(test::readFile(m_folder->filePath(u"out/talks.txt"_s))), test::Text);
        QVERIFY(test::readFile(m_exportPath).contains("\tSergey Lavrov\n"));
        QVERIFY(told().contains(u"2"_s) && told().contains(u"out"_s));
        exportAs(u"brat"_s, u"talks.ann"_s); // beside the source, which is the same text
        QVERIFY(QFile::exists(m_exportPath));
        QVERIFY(m_toReplace.isEmpty());
    }

    void aPageShowsTheMarkedArticle()
    {
        acceptFirst();
        const QByteArray bytes = test::readFile(exportAs(u"html"_s, u"talks.html"_s));
        QVERIFY(bytes.startsWith("<!DOCTYPE html>"));
        QVERIFY(bytes.contains("accepted") && bytes.contains(">Sergey Lavrov"));
    }

    void lossesAreShownBeforehand()
    {
        ExportDialog *dialog = ask(u"csv"_s);
        QVERIFY(dialog);
        auto *losses = dialog->findChild<QListWidget *>(u"losses"_s);
        QVERIFY(losses->isVisible());
        QVERIFY(losses->item(0)->text().contains(u"CSV does not hold"_s));
        QCOMPARE(losses->count(), dialog->preview().losses.size());
        dialog->setFormat(u"conll"_s);
        QTRY_VERIFY(dialog->isPreviewReady());
        QVERIFY(dialog->preview().losses.join(u' ').contains(u"confidence, which CoNLL does not hold."_s));
        dialog->setFormat(u"native"_s);
        QTRY_VERIFY(dialog->isPreviewReady());
        QVERIFY(dialog->preview().losses.isEmpty());
        QVERIFY(!losses->isVisible());
        QVERIFY(!dialog->statusBox(Status::Accepted)->isEnabled());
        dialog->reject();
    }

    void thePreviewShowsTheFilesThatWouldBeWritten()
    {
        ExportDialog *dialog = ask(u"brat"_s);
        QVERIFY(dialog);
        auto *files = dialog->findChild<QTabBar *>();
        auto *text = dialog->findChild<QPlainTextEdit *>();
        QCOMPARE(files->count(), 2);
        QCOMPARE(files->tabText(0), u"talks.ann"_s);
        QVERIFY(text->toPlainText().startsWith(u"T1\t"_s));
        files->setCurrentIndex(1);
        QVERIFY(text->toPlainText().startsWith(u"Sergey Lavrov visits Belgrade\n"_s));
        dialog->reject();
        finish();
        QCOMPARE(QDir(m_folder->path()).entryList(QDir::Files), QStringList{u"talks.txt"_s});
    }

    void onlyTheChosenStatusesAreExported()
    {
        acceptFirst();
        m_exportPath = m_folder->filePath(u"accepted.csv"_s);
        ExportDialog *dialog = ask(u"csv"_s);
        QVERIFY(dialog);
        dialog->statusBox(Status::Suggested)->setChecked(false);
        QVERIFY(!dialog->isPreviewReady());
        QTRY_VERIFY(dialog->isPreviewReady());
        dialog->accept();
        finish();
        const QByteArray bytes = test::readFile(m_exportPath);
        QCOMPARE(bytes.count("\r\n"), 2);
        QVERIFY(bytes.contains("Sergey Lavrov"));
    }

    void ofSeveralLayersOneIsChosen()
    {
        AnnotatedArticle article = session().article();
        article.addLayer(*session().layer(), {0, u"uid-b"_s, AgentKind::Human, u"Boris"_s, {}});
        article.addLayer(*session().layer(), {0, u"uid-c"_s, AgentKind::Human, u"Clara"_s, {}});
        ExportDialog dialog(article, u"talks"_s, article.layers.last().info.id, u"csv"_s, Theme::light());
        dialog.open();
        QVERIFY(dialog.layerBox()->isVisible());
        QCOMPARE(dialog.choice().layer, article.layers.last().info.id); // undecided: the one that is shown
        dialog.layerBox()->setCurrentIndex(1);
        QTRY_VERIFY(dialog.isPreviewReady());
        QVERIFY(dialog.preview().files.first().beginning.contains(u"Boris"_s));
        QVERIFY(!dialog.preview().files.first().beginning.contains(u"Clara"_s));
    }

    void aMissingEndingIsAdded()
    {
        exportAs(u"csv"_s, u"v1.2 talks"_s);
        QVERIFY(!QFile::exists(m_exportPath));
        QVERIFY(test::readFile(m_exportPath + u".csv"_s).startsWith("article,"));
    }

    void aFileBesideIsReplacedOnlyWithAYes()
    {
        QDir(m_folder->path()).mkdir(u"out"_s);
        const QString beside = write(u"out/talks.txt"_s, "Somebody's only copy.\n");
        exportAs(u"brat"_s, u"out/talks.ann"_s);
        QCOMPARE(m_toReplace, QStringList{beside});
        QCOMPARE(test::readFile(beside), "Somebody's only copy.\n");
        QVERIFY(!QFile::exists(m_exportPath));
        QVERIFY(told().contains(u"talks.txt"_s));
        m_mayReplace = true;
        exportAs(u"brat"_s, u"out/talks.ann"_s);
        QCOMPARE(QString::fromUtf8(test::readFile(beside)), test::Text);
        QVERIFY(QFile::exists(m_exportPath));
    }

    void theFileOfAnOpenArticleIsNeverReplaced()
    {
        const QByteArray source = "A title with CRLF\r\n\r\nAna Petrovic left Lisbon.\r\n";
        open(write(u"crlf.txt"_s, source));
        m_mayReplace = true;
        exportAs(u"text"_s, u"crlf.txt"_s);
        QTRY_VERIFY(messages().isVisible());
        QVERIFY(messages().message().contains(u"open article"_s));
        QCOMPARE(test::readFile(m_exportPath), source);
    }

    void aMissingFolderGivesASentenceAndLosesNothing()
    {
        acceptFirst();
        const AnnotatedArticle before = session().article();
        exportAs(u"brat"_s, u"no/such/folder/talks.ann"_s);
        QTRY_VERIFY(messages().isVisible());
        QVERIFY2(messages().message().contains(u"does not exist"_s), qPrintable(messages().message()));
        QVERIFY(session().article() == before);
        QVERIFY(session().isModified());
    }

    void theDialogWorksWithoutAMouse()
    {
        m_exportPath = m_folder->filePath(u"talks.jsonl"_s);
        ExportDialog *dialog = ask(u"native"_s);
        QVERIFY(dialog);
        QSignalSpy accepted(dialog, &QDialog::accepted);
        QWidget *list = dialog->focusWidget();
        QTest::keyClick(list, Qt::Key_Down);
        QCOMPARE(dialog->choice().format->name, "jsonl"_L1);
        QTest::keyClick(list, Qt::Key_Return);
        QCOMPARE(accepted.size(), 1);
        finish();
        QVERIFY(test::readFile(m_exportPath).startsWith("{"));
    }

    void everyControlHasAName()
    {
        ExportDialog *dialog = ask(u"csv"_s);
        QVERIFY(dialog);
        const QList<QWidget *> widgets = dialog->findChildren<QWidget *>();
        for (const QWidget *widget : widgets) {
            if (!widget->isVisible() || widget->focusPolicy() == Qt::NoFocus || !(widget->focusPolicy() & Qt::TabFocus))
                continue;
            const auto *button = qobject_cast<const QAbstractButton *>(widget);
            QVERIFY2(!widget->accessibleName().isEmpty() || (button && !button->text().isEmpty()),
                     widget->metaObject()->className());
        }
        dialog->reject();
    }

    void cancellingWritesNothing()
    {
        m_exportPath.clear();
        ExportDialog *dialog = ask(u"csv"_s);
        QVERIFY(dialog);
        dialog->accept();
        finish();
        QCOMPARE(QDir(m_folder->path()).entryList(QDir::Files), QStringList{u"talks.txt"_s});
    }

    void aLargeArticleDoesNotHoldTheDialogUp()
    {
        QByteArray large = "Talks in Belgrade\n\n";
        while (large.size() < 1'000'000)
            large += "Russian Foreign Minister Sergey Lavrov arrived in Belgrade on Thursday, officials of the United Nations "
                     "said.\n\n";
        open(write(u"large.txt"_s, large));
        QElapsedTimer timer;
        timer.start();
        QTest::keyClick(&view(), Qt::Key_E, Qt::ControlModifier);
        auto *dialog = m_window->findChild<ExportDialog *>();
        QVERIFY(dialog && dialog->isVisible());
        for (const QString &format : {u"jsonl"_s, u"brat"_s, u"html"_s, u"csv"_s})
            dialog->setFormat(format);
        QVERIFY2(timer.elapsed() < 1000, qPrintable(QString::number(timer.elapsed())));
        QTRY_VERIFY_WITH_TIMEOUT(dialog->isPreviewReady(), 30000);
        const ExportPreview::File &file = dialog->preview().files.first();
        QVERIFY(file.isCut && file.bytes > 1'000'000);
        QVERIFY(file.beginning.count(u'\n') < 200);
        dialog->reject();
    }

    void theFilterOfTheOpenDialogNamesAllReadableFormats()
    {
        const QString filter = filterOfReadable();
        for (const QString &pattern : {u"*.txt"_s, u"*.xml"_s, u"*.ann"_s, u"*.jsonl"_s, u"*.conll"_s, u"*.html"_s})
            QVERIFY2(filter.section(u";;"_s, 0, 0).contains(pattern), qPrintable(pattern));
        QVERIFY(!filter.contains(u"csv"_s));
    }
};

DATELINE_WINDOW_TEST_MAIN(TestExport)
#include "tst_export.moc"
