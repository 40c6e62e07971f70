// SPDX-License-Identifier: Apache-2.0
#include "editing/editsession.h"
#include "editing/journal.h"
#include "support/testhelper.h"
#include "ui/view/articlelayout.h"
#include "ui/view/articleview.h"
#include "ui/view/mentionpainter.h"
#include "ui/view/overviewstrip.h"
#include "ui/view/textnavigation.h"

#include <QAccessible>
#include <QApplication>
#include <QClipboard>
#include <QHelpEvent>
#include <QScrollBar>
#include <QSignalSpy>
#include <QToolTip>

#include <memory>

using namespace Qt::StringLiterals;
using namespace dateline;

namespace {

const QString Copy = u"Moscow to receive minister\n"
                     "\n"
                     "The ministers plan to review trade and the question of Kosovo.\n"
                     "\n"
                     "Serbian Foreign Minister Ivica Dacic met Sergey Lavrov on Thursday and said that the talks in Belgrade would go on "
                     "for as long as the two sides wished, while aides compared notes on sanctions and on trade.\n"
                     "Second paragraph here.\n"_s;

ArticleText articleOf(const QString &text, const QList<BlockKind> &kinds = {})
{
    QList<Block> blocks;
    qsizetype at = 0;
    const QList<QString> lines = text.split(u'\n');
    for (const QString &line : lines) {
        if (!line.isEmpty())
            blocks.append({{at, at + line.size()}, kinds.value(blocks.size(), BlockKind::Paragraph)});
        at += line.size() + 1;
    }
    return ArticleText(text, blocks, {});
}

/// A shown view over an article with mentions made by add().
struct Fixture
{
    AnnotatedArticle article;
    Layer layer;
    std::unique_ptr<EditSession> session;
    ArticleView view;

    explicit Fixture(const QString &text = Copy, const QList<BlockKind> &kinds = {BlockKind::Headline, BlockKind::Lede})
    {
        article.text = articleOf(text, kinds);
        layer.info.stage = Stage::Suggested;
    }
    ~Fixture() { view.setSession(nullptr); }

    Span find(const QString &text, qsizetype from = 0) const
    {
        const qsizetype begin = article.text.text().indexOf(text, from);
        Q_ASSERT(begin >= 0);
        return {begin, begin + text.size()};
    }
    MentionId add(const QList<Span> &spans, const QString &type, Status status = Status::Suggested)
    {
        Mention mention;
        mention.id = layer.nextMentionId();
        mention.type = type;
        mention.status = status;
        mention.origin = 1;
        mention.spans = spans;
        mention.why = u"a known name"_s;
        layer.mentions.insert(mention);
        return mention.id;
    }
    MentionId add(const QString &text, const QString &type, Status status = Status::Suggested)
    {
        return add(QList<Span>{find(text)}, type, status);
    }
    void show(const QSize &size = {1000, 700})
    {
        Agent detector;
        detector.id = 1;
        detector.uid = u"detector"_s;
        detector.kind = AgentKind::Detector;
        layer.info.by = 1;
        article.addLayer(layer, detector);
        EditSession::Options options;
        options.name = u"talks.txt"_s;
        session = std::make_unique<EditSession>(article, std::move(options));
        session->setAuthor({u"ann"_s, u"Ann"_s});
        view.resize(size);
        view.setSession(session.get());
        view.show();
        view.setFocus();
        QVERIFY(QTest::qWaitForWindowActive(&view));
    }
    QPoint pointAt(qsizetype position)
    {
        const QList<QRectF> boxes = view.rectanglesOf({position, position + 1});
        return boxes.isEmpty() ? QPoint(-1, -1) : QPointF(boxes.first().left() + 1, boxes.first().center().y()).toPoint();
    }
    void click(qsizetype position, Qt::KeyboardModifiers modifiers = {})
    {
        QTest::mouseClick(view.viewport(), Qt::LeftButton, modifiers, pointAt(position));
    }
    void drag(qsizetype from, qsizetype to, Qt::KeyboardModifiers modifiers = {})
    {
        QTest::mousePress(view.viewport(), Qt::LeftButton, modifiers, pointAt(from));
        const QPoint end = pointAt(to);
        QMouseEvent move(QEvent::MouseMove, QPointF(end), view.viewport()->mapToGlobal(QPointF(end)), Qt::NoButton, Qt::LeftButton, modifiers);
        QApplication::sendEvent(view.viewport(), &move);
        QTest::mouseRelease(view.viewport(), Qt::LeftButton, modifiers, end);
    }
    QImage image() { return view.viewport()->grab().toImage(); }
    /// How many pixels have the colour inside the rectangle.
    static int countOf(const QImage &image, const QRectF &where, const QColor &color)
    {
        int count = 0;
        const QRect area = where.toAlignedRect().intersected(image.rect());
        for (int y = area.top(); y <= area.bottom(); ++y) {
            for (int x = area.left(); x <= area.right(); ++x)
                count += image.pixelColor(x, y) == color;
        }
        return count;
    }
};

} // namespace

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

private:
    /// Collects what a viewport repaints.
    class PaintSpy : public QObject
    {
    public:
        PaintSpy(QWidget *watched, QRegion *region)
            : m_region(region)
        {
            watched->installEventFilter(this);
        }
        bool eventFilter(QObject *watched, QEvent *event) override
        {
            if (event->type() == QEvent::Paint)
                *m_region += static_cast<QPaintEvent *>(event)->region();
            return QObject::eventFilter(watched, event);
        }

    private:
        QRegion *m_region;
    };

    static QString longText(int paragraphs)
    {
        QString text;
        for (int i = 0; i < paragraphs; ++i) {
            text += u"Paragraph %1 of a long article"_s.arg(i);
            for (int word = 0; word < (i * 37) % 60; ++word)
                text += word % 7 ? u" and words"_s : u" wide MMMMMM WWWWW"_s;
            text += u".\n\n"_s;
        }
        return text;
    }
    static qsizetype firstPosition(Fixture &f)
    {
        const int x = f.view.viewport()->width() / 2;
        for (int y = 0; y < f.view.viewport()->height(); y += 4) {
            for (int at = 40; at < x; at += 40) {
                const qsizetype position = f.view.positionAt({at, y});
                if (position >= 0)
                    return position;
            }
        }
        return -1;
    }
};

DATELINE_TEST_MAIN(QApplication, TestArticleView)
#include "tst_articleview.moc"
