// SPDX-License-Identifier: Apache-2.0
#include "ui/windowfixture.h"

#include "ui/print/articleprinter.h"
#include "ui/window/workqueue.h"

#include <QPdfWriter>
#include <QPrinter>
#include <QRegularExpression>

using namespace Qt::StringLiterals;
using namespace dateline;

/// The article on paper: PDF files and printers, through the real window. No text of the pages is read
/// back, a PDF holds glyphs: what is checked is that there are pages, and which.
class TestPrint : public test::WindowFixture
{
    Q_OBJECT

    /// As the file's page tree counts.
    static int pagesOf(const QByteArray &pdf)
    {
        static const QRegularExpression count(u"/Count (\\d+)"_s);
        return count.match(QString::fromLatin1(pdf)).captured(1).toInt();
    }
    static AnnotatedArticle articleOf(const QString &text)
    {
        AnnotatedArticle article;
        article.text = ArticleText(text);
        return article;
    }
    MessageBar &messages() { return *m_window->findChild<MessageBar *>(); }
    void trigger(const QString &action)
    {
        m_window->actions()[action]->trigger();
        QTRY_VERIFY_WITH_TIMEOUT(!articles().work().isBusy(), 30000);
    }

private Q_SLOTS:
    void init() { setUp(); }
    void cleanup() { m_window.reset(); }

    void theArticleIsSavedAsPdf()
    {
        m_exportPath = m_folder->filePath(u"talks.pdf"_s);
        trigger(u"savePdf"_s);
        const QByteArray bytes = test::readFile(m_exportPath);
        QVERIFY(bytes.startsWith("%PDF-"));
        QVERIFY(bytes.trimmed().endsWith("%%EOF"));
        QCOMPARE(pagesOf(bytes), 1);
        QCOMPARE(QFileInfo(m_suggested).fileName(), u"talks.pdf"_s);
        QVERIFY(m_window->findChild<StatusStrip *>()->message().contains(u"talks.pdf"_s));
    }

    void aMissingFolderGivesASentence()
    {
        m_exportPath = m_folder->filePath(u"no/such/talks.pdf"_s);
        trigger(u"savePdf"_s);
        QTRY_VERIFY(messages().isVisible());
        QVERIFY(messages().message().contains(u"does not exist"_s));
    }

    void aLongArticleHasSeveralPages()
    {
        QString text = u"A long day of talks\n\n"_s;
        for (int i = 0; i < 60; ++i)
            text += u"Russian Foreign Minister Sergey Lavrov arrived in Belgrade on Thursday and met officials of the United "
                    "Nations. The talks went on for several hours, and nobody spoke to reporters afterwards.\n\n"_s;
        open(write(u"long.txt"_s, text.toUtf8()));
        m_exportPath = m_folder->filePath(u"long.pdf"_s);
        trigger(u"savePdf"_s);
        QVERIFY(pagesOf(test::readFile(m_exportPath)) > 2);
        QCOMPARE(pagesOf(test::readFile(m_exportPath)),
                 pagesOf(ArticlePrinter(session().article(), session().activeLayer()).pdf()));
    }

    void aPrinterGetsTheChosenPages()
    {
        QString text = u"A title\n\n"_s;
        for (int i = 0; i < 80; ++i)
            text += u"The talks went on for several hours, and nobody spoke to reporters afterwards. They said nothing.\n\n"_s;
        open(write(u"long.txt"_s, text.toUtf8()));
        const QString path = m_folder->filePath(u"printed.pdf"_s);
        m_choosePrinter = [&](QPrinter &printer) {
            printer.setOutputFormat(QPrinter::PdfFormat);
            printer.setOutputFileName(path);
            printer.setFromTo(2, 3);
            return true;
        };
        QTest::keyClick(&view(), Qt::Key_P, Qt::ControlModifier);
        QTRY_VERIFY(!articles().work().isBusy());
        QVERIFY(test::readFile(path).startsWith("%PDF-"));
        QCOMPARE(pagesOf(test::readFile(path)), 2);
    }

    void cancelledPrintingDoesNothing()
    {
        QTest::keyClick(&view(), Qt::Key_P, Qt::ControlModifier);
        QVERIFY(!articles().work().isBusy());
        QVERIFY(!messages().isVisible());
    }

    void everyTextEndsOnSomePage_data()
    {
        QTest::addColumn<QString>("text");
        QTest::newRow("empty") << QString();
        QTest::newRow("headline only") << u"A title\n"_s;
        QTest::newRow("headlines") << u"A Title In Capitals\n\n"_s.repeated(200);
        QTest::newRow("one long paragraph") << u"word "_s.repeated(20000);
        QTest::newRow("one long word") << QString(6000, u'w');
        QTest::newRow("right to left") << (u"عنوان\n\n"_s + u"وصل الوزير إلى المدينة. "_s.repeated(300));
        QTest::newRow("many lines") << u"a\n"_s.repeated(3000);
    }
    void everyTextEndsOnSomePage()
    {
        QFETCH(QString, text);
        const QByteArray bytes = ArticlePrinter(articleOf(text), 0).pdf();
        QVERIFY(bytes.startsWith("%PDF-"));
        QVERIFY(pagesOf(bytes) >= 1);
    }

    void aLargeArticleIsPrintedInReasonableTime()
    {
        QString text = u"A title\n\n"_s;
        while (text.size() < 1'000'000)
            text += u"The talks went on for several hours, and nobody spoke to reporters afterwards. They said nothing.\n\n"_s;
        QElapsedTimer timer;
        timer.start();
        const QByteArray bytes = ArticlePrinter(articleOf(text), 0).pdf();
        QVERIFY(pagesOf(bytes) > 100);
        QVERIFY2(timer.elapsed() < 60000, qPrintable(QString::number(timer.elapsed())));
        qInfo("%d pages, %lld bytes in %lld ms", pagesOf(bytes), (long long)bytes.size(), timer.elapsed());
    }
};

DATELINE_WINDOW_TEST_MAIN(TestPrint)
#include "tst_print.moc"
