// SPDX-License-Identifier: Apache-2.0
#include "articleviewfixture.h"
#include "ui/view/mentionpainter.h"
#include "ui/view/overviewstrip.h"

#include <QAccessible>
#include <QHelpEvent>
#include <QSignalSpy>
#include <QToolTip>

using namespace Qt::StringLiterals;
using namespace dateline;
using namespace dateline::test;

class TestArticleView : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void anEmptyPageTakesEveryCall()
    {
        ArticleView view;
        view.resize(400, 300);
        view.show();
        QTest::keyClick(&view, Qt::Key_Down);
        QTest::keyClick(&view, Qt::Key_PageDown);
        QTest::mouseClick(view.viewport(), Qt::LeftButton, {}, QPoint(50, 50));
        view.setCurrentMention(7);
        view.setCaret(5);
        view.setSelection({2, 9});
        view.ensureVisible({3, 4});
        view.setZoomPercent(200);
        QCOMPARE(view.caret(), 0);
        QCOMPARE(view.currentMention(), MentionId(0));
        QCOMPARE(view.positionAt({10, 10}), -1);
        QVERIFY(view.selectedText().isEmpty());
        QVERIFY(view.rectanglesOf({0, 10}).isEmpty());
    }

    void theTextIsPaintedAndTold()
    {
        Fixture f;
        f.add(u"Dacic"_s, u"person"_s);
        QSignalSpy painted(&f.view, &ArticleView::painted);
        f.show();
        QTRY_VERIFY(!painted.isEmpty());
        QCOMPARE(painted.last().first().toBool(), true);
        const QImage image = f.image();
        const QList<QRectF> headline = f.view.rectanglesOf(f.find(u"Moscow"_s));
        QCOMPARE(headline.size(), 1);
        QVERIFY(Fixture::countOf(image, headline.first(), Theme::light().text) > 40);
        QCOMPARE(image.pixelColor(3, 3), Theme::light().paper);
    }

    void aHeadlineIsLargerThanAParagraphAndTheColumnIsCentred()
    {
        Fixture f;
        f.show({1400, 700});
        const QRectF headline = f.view.rectanglesOf(f.find(u"Moscow"_s)).first();
        const QRectF paragraph = f.view.rectanglesOf(f.find(u"Serbian"_s)).first();
        QVERIFY(headline.height() > 1.4 * paragraph.height());
        QCOMPARE(headline.left(), paragraph.left());
        QVERIFY(paragraph.left() > 250);
        const QList<QRectF> lines = f.view.rectanglesOf(f.article.text.blocks()[2].span);
        QVERIFY(lines.size() >= 3);
        for (const QRectF &line : lines)
            QVERIFY(line.right() < 1400 - 250);
    }

    void statusDecidesTintAndLine()
    {
        Fixture f;
        f.add(u"Dacic"_s, u"person"_s, Status::Suggested);
        f.add(u"Lavrov"_s, u"person"_s, Status::Accepted);
        f.add(u"Belgrade"_s, u"place"_s, Status::Rejected);
        f.show();
        const QImage image = f.image();
        const TypeColors person = Theme::light().colorsOf(u"person"_s);
        const QRectF suggested = f.view.rectanglesOf(f.find(u"Dacic"_s)).first();
        const QRectF accepted = f.view.rectanglesOf(f.find(u"Lavrov"_s)).first();
        const QRectF rejected = f.view.rectanglesOf(f.find(u"Belgrade"_s)).first();
        QVERIFY(Fixture::countOf(image, accepted, person.tint) > 100);
        QCOMPARE(Fixture::countOf(image, suggested, person.tint), 0);
        // Solid and dashed.
        const auto lineShare = [&](const QRectF &box) {
            const QRectF under(box.left() + 2, std::round(box.bottom()) - 1, box.width() - 4, 1);
            return Fixture::countOf(image, under, person.line) / (box.width() - 4);
        };
        QVERIFY2(lineShare(accepted) > 0.95, qPrintable(QString::number(lineShare(accepted))));
        QVERIFY(lineShare(suggested) > 0.3 && lineShare(suggested) < 0.85);
        QCOMPARE(Fixture::countOf(image, rejected.adjusted(0, 0, 0, 4), Theme::light().colorsOf(u"place"_s).line), 0);

        f.view.setShowRejected(true);
        QVERIFY(Fixture::countOf(f.image(), rejected, Theme::light().colorsOf(u"place"_s).line) > 5);
    }

    void dimmedTextIsDarkerOnATint()
    {
        Fixture f;
        f.add(u"Kosovo"_s, u"place"_s, Status::Accepted);
        f.show();
        const QImage image = f.image();
        const QRectF kosovo = f.view.rectanglesOf(f.find(u"Kosovo"_s)).first();
        const QRectF plain = f.view.rectanglesOf(f.find(u"ministers plan"_s)).first();
        QVERIFY(Fixture::countOf(image, kosovo, Theme::light().dimmedOnTint) > 10);
        QCOMPARE(Fixture::countOf(image, kosovo, Theme::light().dimmed), 0);
        QVERIFY(Fixture::countOf(image, plain, Theme::light().dimmed) > 10);
    }

    void lanesKeepOverlappingMentionsApart()
    {
        // outer, inner, inner, crossing the end of the outer one, far away
        const QList<int> lanes = assignLanes({{0, 30}, {0, 10}, {12, 20}, {25, 40}, {100, 110}});
        QCOMPARE(lanes[1], 0);
        QCOMPARE(lanes[2], 0);
        QVERIFY(lanes[0] > 0);
        QVERIFY(lanes[3] != lanes[0]);
        QCOMPARE(lanes[4], 0);
        // Deep nesting ends at the limit rather than leaving the line.
        QList<Span> deep;
        for (int i = 0; i < 12; ++i)
            deep.append({i, 40 - i});
        const QList<int> deepLanes = assignLanes(deep);
        QVERIFY(*std::max_element(deepLanes.cbegin(), deepLanes.cend()) <= 3);
    }

    void nestedMentionsHaveOneLineUnderTheOther()
    {
        Fixture f;
        f.add(u"Foreign Minister Ivica Dacic"_s, u"role"_s, Status::Accepted);
        f.add(u"Ivica Dacic"_s, u"person"_s, Status::Accepted);
        f.show();
        const QImage image = f.image();
        const QRectF box = f.view.rectanglesOf(f.find(u"Ivica Dacic"_s)).last();
        const int x = int(box.center().x());
        int personAt = -1;
        int roleAt = -1;
        for (int y = int(box.center().y()); y < int(box.bottom()) + 12; ++y) {
            if (image.pixelColor(x, y) == Theme::light().colorsOf(u"person"_s).line)
                personAt = y;
            if (image.pixelColor(x, y) == Theme::light().colorsOf(u"role"_s).line)
                roleAt = y;
        }
        QVERIFY(personAt > 0);
        QVERIFY(roleAt > personAt + 1);
    }

    void aClickSetsCaretAndInnermostMentionAndCyclesOutwards()
    {
        Fixture f;
        const MentionId outer = f.add(u"Foreign Minister Ivica Dacic"_s, u"role"_s);
        const MentionId inner = f.add(u"Ivica Dacic"_s, u"person"_s);
        f.show();
        QSignalSpy current(&f.view, &ArticleView::currentMentionChanged);
        const qsizetype at = f.find(u"Dacic"_s).begin + 1;
        f.click(at);
        QCOMPARE(f.view.caret(), at);
        QCOMPARE(f.view.currentMention(), inner);
        f.click(at);
        QCOMPARE(f.view.currentMention(), outer);
        f.click(at);
        QCOMPARE(f.view.currentMention(), inner);
        f.click(f.find(u"Second"_s).begin + 1);
        QCOMPARE(f.view.currentMention(), MentionId(0));
        QCOMPARE(current.size(), 4);
    }

    void theMentionAtAPlaceIsTheInnermost()
    {
        Fixture f;
        const MentionId outer = f.add(u"Foreign Minister Ivica Dacic"_s, u"role"_s);
        const MentionId inner = f.add(u"Ivica"_s, u"person"_s);
        const MentionId gone = f.add(u"Belgrade"_s, u"place"_s, Status::Rejected);
        f.show();
        QCOMPARE(f.view.mentionAt(f.find(u"Ivica"_s).begin), inner);
        // The caret may stand at an end, but what goes on wins.
        QCOMPARE(f.view.mentionAt(f.find(u"Ivica"_s).end), outer);
        QCOMPARE(f.view.mentionAt(f.find(u"Dacic"_s).end), outer);
        QCOMPARE(f.view.mentionAt(f.find(u"met"_s).begin + 1), MentionId(0));
        QCOMPARE(f.view.mentionAt(f.find(u"Belgrade"_s).begin), MentionId(0));
        f.view.setShowRejected(true);
        QCOMPARE(f.view.mentionAt(f.find(u"Belgrade"_s).begin), gone);
    }

    void aDragSnapsToWordsAndCtrlToLetters()
    {
        Fixture f;
        f.show();
        const Span ivica = f.find(u"Ivica"_s);
        const Span met = f.find(u"met"_s);
        f.drag(ivica.begin + 2, met.begin + 1);
        QCOMPARE(f.view.selectedText(), u"Ivica Dacic met"_s);
        f.drag(met.begin + 1, ivica.begin + 3);
        QCOMPARE(f.view.selectedText(), u"Ivica Dacic met"_s);
        QCOMPARE(f.view.caret(), ivica.begin);
        f.drag(ivica.begin + 2, ivica.begin + 4, Qt::ControlModifier);
        QCOMPARE(f.view.selectedText(), u"ic"_s);
    }

    void aDoubleClickSelectsAWordAndATripleClickTheParagraph()
    {
        Fixture f;
        f.show();
        const QPoint point = f.pointAt(f.find(u"Belgrade"_s).begin + 3);
        QTest::mouseClick(f.view.viewport(), Qt::LeftButton, {}, point);
        QTest::mouseDClick(f.view.viewport(), Qt::LeftButton, {}, point);
        QCOMPARE(f.view.selectedText(), u"Belgrade"_s);
        QMouseEvent press(QEvent::MouseButtonPress, QPointF(point), f.view.viewport()->mapToGlobal(QPointF(point)),
                          Qt::LeftButton, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(f.view.viewport(), &press);
        QCOMPARE(f.view.selection(), f.article.text.blocks()[2].span);
    }

    void aShiftClickExtendsTheSelection()
    {
        Fixture f;
        f.show();
        f.view.setCaret(f.find(u"Ivica"_s).begin);
        f.click(f.find(u"met"_s).begin, Qt::ShiftModifier);
        QCOMPARE(f.view.selectedText(), u"Ivica Dacic "_s);
    }

    void settingTheCurrentMentionFramesItAndMovesTheCaret()
    {
        Fixture f;
        const MentionId id = f.add(u"Lavrov"_s, u"person"_s);
        f.show();
        QSignalSpy moved(&f.view, &ArticleView::caretMoved);
        f.view.setCurrentMention(id);
        QCOMPARE(f.view.caret(), f.find(u"Lavrov"_s).begin);
        QCOMPARE(moved.size(), 1);
        const QRectF box = f.view.rectanglesOf(f.find(u"Lavrov"_s)).first();
        QVERIFY(Fixture::countOf(f.image(), box.adjusted(-6, -6, 6, 8), Theme::light().accent) > 30);
        f.view.setCurrentMention(0);
        QCOMPARE(Fixture::countOf(f.image(), box.adjusted(-6, -6, 6, 8), Theme::light().accent), 0);
        f.view.setCurrentMention(4711);
        QCOMPARE(f.view.currentMention(), MentionId(0));
    }

    void findMatchesAreTinted()
    {
        Fixture f;
        f.show();
        const Span talks = f.find(u"talks"_s);
        f.view.setFindMatches({talks}, 0);
        QVERIFY(Fixture::countOf(f.image(), f.view.rectanglesOf(talks).first(), Theme::light().find) > 100);
        f.view.setFindMatches({}, -1);
        QCOMPARE(Fixture::countOf(f.image(), f.view.rectanglesOf(talks).first(), Theme::light().find), 0);
    }

    void theCaretIsPainted()
    {
        Fixture f;
        f.show();
        const Span second = f.find(u"Second"_s);
        const QRectF left = f.view.rectanglesOf(second).first();
        const QRectF where(left.left() - 2, left.top(), 2, left.height());
        f.view.setCaret(0);
        QCOMPARE(Fixture::countOf(f.image(), where, Theme::light().text), 0);
        f.view.setCaret(second.begin);
        QVERIFY(Fixture::countOf(f.image(), where, Theme::light().text) >= int(left.height()) - 2);
    }

    void aNewMentionRepaintsOnlyItsPlace()
    {
        Fixture f;
        f.show();
        // The first decision makes a layer of the annotator's own: everything may differ then.
        ActionBuilder first = f.session->edit();
        first.add(f.find(u"Second"_s), u"topic"_s);
        QVERIFY(f.session->apply(first.finish(u"Tag"_s)).isOk());
        QCoreApplication::processEvents();
        QRegion repainted;
        PaintSpy spy(f.view.viewport(), &repainted);
        const Span lavrov = f.find(u"Sergey Lavrov"_s);
        ActionBuilder builder = f.session->edit();
        const MentionId id = builder.add(lavrov, u"person"_s);
        QVERIFY(f.session->apply(builder.finish(u"Tag"_s)).isOk());
        QTRY_VERIFY(!repainted.isEmpty());
        const QRectF box = f.view.rectanglesOf(lavrov).first();
        QCOMPARE(f.view.mentionAt(lavrov.begin + 1), id);
        QVERIFY(repainted.contains(box.toRect()));
        qint64 area = 0;
        for (const QRect &rectangle : repainted)
            area += qint64(rectangle.width()) * rectangle.height();
        QVERIFY2(area < qint64(f.view.viewport()->width()) * f.view.viewport()->height() / 8, qPrintable(QString::number(area)));
        QVERIFY(Fixture::countOf(f.image(), box, Theme::light().colorsOf(u"person"_s).tint) > 100);
    }

    void undoingTheCurrentMentionClearsIt()
    {
        Fixture f;
        f.add(u"Belgrade"_s, u"place"_s);
        f.show();
        ActionBuilder builder = f.session->edit();
        const MentionId id = builder.add(f.find(u"Sergey Lavrov"_s), u"person"_s);
        QVERIFY(f.session->apply(builder.finish(u"Tag"_s)).isOk());
        f.view.setCurrentMention(id);
        QSignalSpy current(&f.view, &ArticleView::currentMentionChanged);
        f.session->undo();
        QCOMPARE(f.view.currentMention(), MentionId(0));
        QCOMPARE(current.size(), 1);
    }

    void aTooltipNamesTypeAndReason()
    {
        Fixture f;
        f.add(u"Lavrov"_s, u"person"_s);
        f.show();
        const QPoint point = f.pointAt(f.find(u"Lavrov"_s).begin + 2);
        QHelpEvent help(QEvent::ToolTip, point, f.view.viewport()->mapToGlobal(point));
        QApplication::sendEvent(f.view.viewport(), &help);
        QTRY_VERIFY(QToolTip::text().contains(u"a known name"_s));
        QVERIFY(QToolTip::text().startsWith(Tagset::news().find(u"person")->name));
        QToolTip::hideText();
    }

    void theStripShowsUndecidedPlacesStrongly()
    {
        Fixture f;
        f.add(u"Moscow"_s, u"place"_s, Status::Accepted);
        f.add(u"Second"_s, u"topic"_s, Status::Suggested);
        f.add(u"Kosovo"_s, u"place"_s, Status::Rejected);
        f.show();
        auto *strip = f.view.findChild<OverviewStrip *>();
        QVERIFY(strip);
        QTRY_COMPARE(strip->ticks().size(), 2);
        QVERIFY(!strip->ticks()[0].isUndecided);
        QVERIFY(strip->ticks()[1].isUndecided);
        QCOMPARE(strip->ticks()[1].color, Theme::light().colorsOf(u"topic"_s).line);
        // The article fits, so the tick stands beside its line.
        const QRectF line = f.view.rectanglesOf(f.find(u"Second"_s)).first();
        QVERIFY(qAbs(strip->ticks()[1].y - line.center().y()) < line.height());
        QCOMPARE(strip->geometry().left(), f.view.viewport()->geometry().right() + 1);
    }

    void screenReadersGetTextCaretSelectionAndMentions()
    {
        Fixture f;
        f.add(u"Sergey Lavrov"_s, u"person"_s, Status::Accepted);
        f.show();
        QAccessibleInterface *interface = QAccessible::queryAccessibleInterface(&f.view);
        QVERIFY(interface);
        QCOMPARE(interface->text(QAccessible::Name), u"Article"_s);
        QVERIFY(interface->state().readOnly);
        QAccessibleTextInterface *text = interface->textInterface();
        QVERIFY(text);
        QCOMPARE(text->characterCount(), int(Copy.size()));
        QCOMPARE(text->text(0, 6), u"Moscow"_s);
        const Span lavrov = f.find(u"Sergey Lavrov"_s);
        text->setCursorPosition(int(lavrov.begin));
        QCOMPARE(f.view.caret(), lavrov.begin);
        QCOMPARE(text->cursorPosition(), int(lavrov.begin));
        text->setSelection(0, int(lavrov.begin), int(lavrov.end));
        QCOMPARE(text->selectionCount(), 1);
        QCOMPARE(f.view.selectedText(), u"Sergey Lavrov"_s);
        text->removeSelection(0);
        QCOMPARE(text->selectionCount(), 0);

        int begin = 0;
        int end = 0;
        QCOMPARE(text->textAtOffset(int(lavrov.begin) + 2, QAccessible::WordBoundary, &begin, &end), u"Sergey"_s);
        QCOMPARE(begin, int(lavrov.begin));
        QCOMPARE(text->textAtOffset(3, QAccessible::ParagraphBoundary, &begin, &end), u"Moscow to receive minister\n"_s);
        QCOMPARE(text->textAfterOffset(3, QAccessible::ParagraphBoundary, &begin, &end), u"\n"_s);
        QCOMPARE(text->textBeforeOffset(28, QAccessible::CharBoundary, &begin, &end), u"\n"_s);
        QVERIFY(text->attributes(int(lavrov.begin) + 1, &begin, &end).contains(u"status:accepted"_s));
        QCOMPARE(begin, int(lavrov.begin));
        QCOMPARE(end, int(lavrov.end));
        QVERIFY(text->attributes(0, &begin, &end).isEmpty());
        const QRect character = text->characterRect(int(lavrov.begin));
        QVERIFY(!character.isEmpty());
        QCOMPARE(text->offsetAtPoint(QPoint(character.left() + 1, character.center().y())), int(lavrov.begin));
    }

private:
    /// Collects what a viewport repaints.
    class PaintSpy : public QObject
    {
    public:
        PaintSpy(QWidget *watched, QRegion *region) : m_region(region) { watched->installEventFilter(this); }
        bool eventFilter(QObject *watched, QEvent *event) override
        {
            if (event->type() == QEvent::Paint)
                *m_region += static_cast<QPaintEvent *>(event)->region();
            return QObject::eventFilter(watched, event);
        }

    private:
        QRegion *m_region;
    };
};

DATELINE_TEST_MAIN(QApplication, TestArticleView)
#include "tst_articleview.moc"
