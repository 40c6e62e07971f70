// SPDX-License-Identifier: Apache-2.0
#include "articleviewfixture.h"
#include "ui/view/articlelayout.h"
#include "ui/view/overviewstrip.h"
#include "ui/view/textnavigation.h"

#include <QClipboard>
#include <QScrollBar>
#include <QSignalSpy>

using namespace Qt::StringLiterals;
using namespace dateline;
using namespace dateline::test;

class TestArticleCaret : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void anArrowKeyCrossesAGapInOneStep()
    {
        Fixture f;
        f.show();
        const QList<Block> &blocks = f.article.text.blocks();
        f.view.setCaret(blocks[0].span.end);
        QTest::keyClick(&f.view, Qt::Key_Right);
        QCOMPARE(f.view.caret(), blocks[1].span.begin);
        QTest::keyClick(&f.view, Qt::Key_Left);
        QCOMPARE(f.view.caret(), blocks[0].span.end);
        // A position inside the gap is no place for a caret.
        f.view.setCaret(blocks[0].span.end + 1);
        QCOMPARE(f.view.caret(), blocks[0].span.end);
    }

    void graphemesAreNeverCut()
    {
        const QString text = u"a\U0001F468\u200D\U0001F469\u200D\U0001F467e\u0301z"_s;
        Fixture f(text, {});
        f.show();
        QList<qsizetype> stops;
        for (int i = 0; i < 6; ++i) {
            stops.append(f.view.caret());
            QTest::keyClick(&f.view, Qt::Key_Right);
        }
        QCOMPARE(stops, (QList<qsizetype>{0, 1, 9, 11, 12, 12}));
        f.view.setCaret(3);
        QCOMPARE(f.view.caret(), 1);
        QCOMPARE(previousGrapheme(text, {0, text.size()}, 11), 9);
        QCOMPARE(nextGrapheme(text, {0, text.size()}, text.size()), text.size());
    }

    void wordKeysGoFromWordToWord()
    {
        Fixture f;
        f.show();
        const Span first = f.find(u"Serbian"_s);
        f.view.setCaret(first.begin);
        QTest::keyClick(&f.view, Qt::Key_Right, Qt::ControlModifier);
        QCOMPARE(f.view.caret(), f.find(u"Foreign"_s).begin);
        QTest::keyClick(&f.view, Qt::Key_Right, Qt::ControlModifier | Qt::ShiftModifier);
        QCOMPARE(f.view.selectedText(), u"Foreign "_s);
        QTest::keyClick(&f.view, Qt::Key_Left, Qt::ControlModifier);
        QTest::keyClick(&f.view, Qt::Key_Left, Qt::ControlModifier);
        QCOMPARE(f.view.caret(), first.begin);
        QVERIFY(f.view.selection().isEmpty());
    }

    void upAndDownKeepTheirColumn()
    {
        Fixture f;
        f.show();
        const QList<QRectF> lines = f.view.rectanglesOf(f.article.text.blocks()[2].span);
        QVERIFY(lines.size() >= 3);
        f.view.setCaret(f.find(u"Ivica"_s).begin);
        const qreal x = f.view.rectanglesOf(f.find(u"Ivica"_s)).first().left();
        for (qsizetype i = 0; i < lines.size(); ++i)
            QTest::keyClick(&f.view, Qt::Key_Down);
        // The last paragraph is one short line; back up, the column is found again.
        QTest::keyClick(&f.view, Qt::Key_Up);
        QTest::keyClick(&f.view, Qt::Key_Up);
        const qsizetype caret = f.view.caret();
        const QRectF there = f.view.rectanglesOf({caret, caret + 1}).first();
        QVERIFY(qAbs(there.left() - x) < 12);
        QCOMPARE(f.article.text.blockAt(caret), 2);
    }

    void homeAndEndStayOnTheLine()
    {
        Fixture f;
        f.show();
        const qsizetype middle = f.find(u"Lavrov"_s).begin;
        f.view.setCaret(middle);
        const qreal y = f.view.rectanglesOf({middle, middle + 1}).first().top();
        QTest::keyClick(&f.view, Qt::Key_End);
        const qsizetype end = f.view.caret();
        QTest::keyClick(&f.view, Qt::Key_Home);
        const qsizetype begin = f.view.caret();
        QVERIFY(begin < middle && middle < end);
        QCOMPARE(f.view.rectanglesOf({begin, begin + 1}).first().top(), y);
        QCOMPARE(f.view.rectanglesOf({end - 1, end}).first().top(), y);
        QTest::keyClick(&f.view, Qt::Key_End, Qt::ControlModifier);
        QCOMPARE(f.view.caret(), f.article.text.blocks().last().span.end);
        QTest::keyClick(&f.view, Qt::Key_Home, Qt::ControlModifier | Qt::ShiftModifier);
        QCOMPARE(f.view.selection(), (Span{0, f.article.text.blocks().last().span.end}));
    }

    void selectAllAndCopyGiveTheText()
    {
        Fixture f;
        f.show();
        QSignalSpy changed(&f.view, &ArticleView::selectionChanged);
        QTest::keyClick(&f.view, Qt::Key_A, Qt::ControlModifier);
        QCOMPARE(changed.size(), 1);
        QTest::keyClick(&f.view, Qt::Key_C, Qt::ControlModifier);
        QCOMPARE(QApplication::clipboard()->text(), Copy.chopped(1));
    }

    void commandKeysAreLeftToTheWindow()
    {
        Fixture f;
        f.show();
        for (const int key : {Qt::Key_Return, Qt::Key_Delete, Qt::Key_1, Qt::Key_T, Qt::Key_Tab}) {
            QKeyEvent press(QEvent::KeyPress, key, Qt::NoModifier);
            press.accept();
            QApplication::sendEvent(&f.view, &press);
            QVERIFY(!press.isAccepted());
        }
        QVERIFY(f.view.hasFocus());
    }

    void rightToLeftParagraphsAlignRightAndMoveByTheEye()
    {
        const QString text = u"\u0642\u0627\u0644 \u0648\u0632\u064A\u0631 Belgrade \u0627\u0644\u064A\u0648\u0645\nLatin\n"_s;
        Fixture f(text, {});
        const MentionId id = f.add(QList<Span>{{4, 17}}, u"place"_s);
        f.show();
        const QList<QRectF> whole = f.view.rectanglesOf({0, 22});
        const QList<QRectF> latin = f.view.rectanglesOf(f.find(u"Latin"_s));
        QVERIFY(whole.last().right() > latin.first().right() + 100);
        // First letter on the right, Latin word left of it.
        const QRectF firstWord = f.view.rectanglesOf({0, 3}).first();
        const QRectF belgrade = f.view.rectanglesOf(f.find(u"Belgrade"_s)).first();
        QVERIFY(firstWord.left() > belgrade.right());
        QVERIFY(belgrade.width() > 40);
        f.view.setCaret(0);
        QTest::keyClick(&f.view, Qt::Key_Left);
        QCOMPARE(f.view.caret(), 1);
        QTest::keyClick(&f.view, Qt::Key_Right);
        QCOMPARE(f.view.caret(), 0);
        QCOMPARE(f.view.mentionAt(5), id);
    }

    void bidirectionalStretchesAreTornApart()
    {
        // Logically contiguous, visually in two places.
        const QString text = u"abc \u05D0\u05D1\u05D2 \u05D3\u05D4\u05D5 xyz"_s;
        BlockStyle style = ArticleStyle(100).of(BlockKind::Paragraph);
        const ParagraphLayout layout(text, 100, style, 600, {});
        const QList<QRectF> boxes = layout.rectangles({102, 107});
        QCOMPARE(boxes.size(), 2);
        QVERIFY(boxes[0].right() < boxes[1].left());
        QCOMPARE(layout.rectangles({100, 100 + text.size()}).size(), 1);
    }

    void zoomKeepsThePlace()
    {
        Fixture f(longText(300), {});
        f.show();
        const Span place = f.find(u"Paragraph 200 "_s);
        f.view.ensureVisible(place);
        QSignalSpy zoomed(&f.view, &ArticleView::zoomChanged);
        const qsizetype before = firstPosition(f);
        f.view.setZoomPercent(150);
        QCOMPARE(zoomed.size(), 1);
        QVERIFY(qAbs(firstPosition(f) - before) < 200);
        f.view.setZoomPercent(1000);
        QCOMPARE(f.view.zoomPercent(), 400);
        f.view.setZoomPercent(10);
        QCOMPARE(f.view.zoomPercent(), 50);
        QVERIFY(qAbs(firstPosition(f) - before) < 400);
    }

    void resizingKeepsTheFirstLine()
    {
        Fixture f(longText(300), {});
        f.show();
        f.view.ensureVisible(f.find(u"Paragraph 150 "_s));
        const qsizetype before = firstPosition(f);
        f.view.resize(500, 700);
        QCoreApplication::processEvents();
        QVERIFY(qAbs(firstPosition(f) - before) < 200);
    }

    void exactHeightsInTheBackgroundDoNotMoveThePage()
    {
        Fixture f(longText(2000), {});
        f.show();
        const Span place = f.find(u"Paragraph 1500 "_s);
        f.view.ensureVisible(place);
        const QRectF before = f.view.rectanglesOf(place).first();
        const int valueBefore = f.view.verticalScrollBar()->maximum();
        // Heights above and below become exact meanwhile.
        QTRY_VERIFY_WITH_TIMEOUT(f.view.verticalScrollBar()->maximum() != valueBefore, 5000);
        QVERIFY(!f.view.rectanglesOf(place).isEmpty());
        QVERIFY(qAbs(f.view.rectanglesOf(place).first().top() - before.top()) <= 1.5);
    }

    void scrollingUpIntoEstimatesDoesNotJump()
    {
        Fixture f(longText(400), {});
        f.show();
        f.view.ensureVisible(f.find(u"Paragraph 300 "_s));
        for (int i = 0; i < 40; ++i) {
            const qsizetype top = firstPosition(f);
            const QList<QRectF> before = f.view.rectanglesOf({top, top + 1});
            QVERIFY(!before.isEmpty());
            f.view.verticalScrollBar()->setValue(f.view.verticalScrollBar()->value() - 37);
            const QList<QRectF> after = f.view.rectanglesOf({top, top + 1});
            QVERIFY(!after.isEmpty());
            QVERIFY2(qAbs(after.first().top() - before.first().top() - 37) <= 1.5, qPrintable(QString::number(i)));
        }
    }

    void pageKeysReachBothEnds()
    {
        Fixture f(longText(60), {});
        f.show();
        for (int i = 0; i < 60; ++i)
            QTest::keyClick(&f.view, Qt::Key_PageDown);
        QCOMPARE(f.view.caret(), f.article.text.blocks().last().span.end);
        QCOMPARE(f.view.verticalScrollBar()->value(), f.view.verticalScrollBar()->maximum());
        for (int i = 0; i < 60; ++i)
            QTest::keyClick(&f.view, Qt::Key_PageUp);
        QCOMPARE(f.view.caret(), 0);
        QCOMPARE(f.view.verticalScrollBar()->value(), 0);
    }

    void everyPlaceCanBeMadeVisible()
    {
        Fixture f(longText(500), {});
        f.show();
        for (const int paragraph : {499, 3, 250, 251, 249, 0, 480}) {
            const Span place = f.find(u"Paragraph %1 "_s.arg(paragraph));
            f.view.ensureVisible(place);
            const QList<QRectF> boxes = f.view.rectanglesOf(place);
            QVERIFY2(!boxes.isEmpty(), qPrintable(QString::number(paragraph)));
            QVERIFY(QRectF(f.view.viewport()->rect()).contains(boxes.first()));
        }
    }

    void aWordOfAMegabyteOpensAndIsWalkedThrough()
    {
        const QString text(1'000'000, u'x');
        Fixture f(text, {});
        QElapsedTimer timer;
        timer.start();
        f.show();
        QTest::keyClick(&f.view, Qt::Key_End, Qt::ControlModifier);
        QVERIFY2(timer.elapsed() < 5000, qPrintable(QString::number(timer.elapsed())));
        QCOMPARE(f.view.caret(), text.size());
        QTest::keyClick(&f.view, Qt::Key_Left);
        QCOMPARE(f.view.caret(), text.size() - 1);
        QTest::keyClick(&f.view, Qt::Key_Home, Qt::ControlModifier);
        for (int i = 0; i < 5000; ++i)
            QTest::keyClick(&f.view, Qt::Key_Right);
        QCOMPARE(f.view.caret(), 5000);
    }

    void onlyWhatIsInViewIsLaidOut()
    {
        ArticleLayout layout;
        layout.setArticle(articleOf(longText(3000)));
        layout.setStyle(ArticleStyle(100), 640);
        QCOMPARE(layout.count(), 3000);
        QCOMPARE(layout.estimatedCount(), 3000);
        const qsizetype item = layout.itemAtY(layout.totalHeight() / 2);
        layout.paragraph(item);
        QCOMPARE(layout.estimatedCount(), 2999);
        QVERIFY(layout.isExact(item));
        // The sums agree with the heights.
        qreal sum = 0;
        for (qsizetype i = 0; i < layout.count(); ++i) {
            if (i % 977 == 0) {
                QVERIFY(qAbs(layout.top(i) - sum) < 0.01);
                QCOMPARE(layout.itemAtY(sum + 1), i);
            }
            sum += layout.height(i);
        }
        QVERIFY(qAbs(layout.totalHeight() - sum) < 0.01);
        QCOMPARE(layout.itemAtY(-5), 0);
        QCOMPARE(layout.itemAtY(sum + 5), layout.count() - 1);
    }

    void pressingTheStripGoesThere()
    {
        Fixture f(longText(300), {});
        f.show();
        auto *strip = f.view.findChild<OverviewStrip *>();
        QTest::mouseClick(strip, Qt::LeftButton, {}, QPoint(5, strip->height() - 2));
        QCOMPARE(f.view.verticalScrollBar()->value(), f.view.verticalScrollBar()->maximum());
        QTest::mouseClick(strip, Qt::LeftButton, {}, QPoint(5, 1));
        QCOMPARE(f.view.verticalScrollBar()->value(), 0);
    }

    void wordsAreFoundByToken_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<int>("position");
        QTest::addColumn<QString>("word");
        QTest::newRow("inside") << u"met Lavrov today"_s << 6 << u"Lavrov"_s;
        QTest::newRow("at its begin") << u"met Lavrov today"_s << 4 << u"Lavrov"_s;
        QTest::newRow("at its end") << u"met Lavrov today"_s << 10 << u"Lavrov"_s;
        QTest::newRow("before a comma") << u"met Lavrov, today"_s << 10 << u"Lavrov"_s;
        QTest::newRow("without the genitive") << u"Lavrov\u2019s birthday"_s << 2 << u"Lavrov"_s;
        QTest::newRow("between spaces") << u"a  b"_s << 2 << u""_s;
    }

    void wordsAreFoundByToken()
    {
        QFETCH(QString, text);
        QFETCH(int, position);
        QFETCH(QString, word);
        const Span span = wordAt(text, {0, text.size()}, position);
        QCOMPARE(text.mid(span.begin, span.length()), word);
    }
};

DATELINE_TEST_MAIN(QApplication, TestArticleCaret)
#include "tst_articlecaret.moc"
