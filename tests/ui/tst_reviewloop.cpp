// SPDX-License-Identifier: Apache-2.0
// The whole loop through the real window and its keys: annotator, reviewer, annotator, approved.
#include "ui/windowfixture.h"

#include "formats/nativeformat.h"
#include "itemmodels/reviewmodel.h"
#include "ui/panels/reviewpanel.h"
#include "ui/widgets/choicepopup.h"
#include "ui/window/reviewcontroller.h"

#include <QLabel>
#include <QListView>
#include <QProcess>
#include <QRegularExpression>
#include <QSettings>
#include <QStandardPaths>

using namespace Qt::StringLiterals;
using namespace dateline;

class TestReviewLoop : public test::WindowFixture
{
    Q_OBJECT

    ReviewPanel &panel() { return m_window->sidePanel().review(); }
    Review review() { return session().article().reviews.value(0); }
    void sign(const QString &name)
    {
        auto *bar = m_window->findChild<AnnotatorBar *>();
        QVERIFY(bar->isVisible());
        bar->field()->setFocus();
        bar->field()->setText(name);
        QTest::keyClick(bar->field(), Qt::Key_Return);
    }
    /// Accepts everything by keys, tags "guitar" and marks the article final.
    void annotate()
    {
        key(Qt::Key_Tab);
        const auto hasSuggested = [this] {
            bool found = false;
            mentions().forEach([&](const Mention &mention) { found = found || mention.status == Status::Suggested; });
            return found;
        };
        while (hasSuggested())
            key(Qt::Key_Return, Qt::ShiftModifier);
        sign(u"Ann"_s);
        view().setFocus();
        key(Qt::Key_Return, Qt::ControlModifier);
        QTRY_VERIFY(QFile::exists(m_savePath) && !session().isModified());
        QCOMPARE(session().layer()->info.stage, Stage::Submitted);
    }
    QList<Mention> mentionsList() { return mentions().toList(); }
    /// The same window, another person: closes and opens the file and begins the review.
    void beginReview(const QString &name)
    {
        key(Qt::Key_W, Qt::ControlModifier);
        QTRY_VERIFY(articles().sessions().isEmpty());
        articles().setAuthorNamed(name);
        open(m_savePath);
        QSignalSpy detected(&articles(), &ArticleManager::detected);
        m_window->actions()[u"review"_s]->trigger();
        QTRY_VERIFY(articles().current() && session().isReviewing() && session().isReady());
        view().setFocus();
    }
    void returnWith(const QString &text, const QString &reason)
    {
        goTo(text);
        key(Qt::Key_Delete);
        auto *popup = m_window->findChild<ChoicePopup *>();
        QVERIFY(popup && popup->isVisible());
        QTest::keyClicks(popup->field(), reason);
        QTest::keyClick(popup->field(), Qt::Key_Return);
        QTRY_VERIFY(!m_window->findChild<ChoicePopup *>());
        m_window->activateWindow(); // as a window manager does
        QTRY_VERIFY(view().hasFocus());
    }
    void say(const QString &text)
    {
        key(Qt::Key_C);
        QVERIFY(panel().commentField()->hasFocus());
        QTest::keyClicks(panel().commentField(), text);
        QTest::keyClick(panel().commentField(), Qt::Key_Return);
        QTRY_VERIFY(view().hasFocus());
    }

    /// Whether the page shows the red arrow of a returned mention at the end of this stretch.
    bool hasSign(const Span &place)
    {
        view().ensureVisible(place);
        const QRect end = QRectF(view().rectanglesOf(place).last().topRight() - QPointF(8, 8), QSizeF(16, 16)).toRect();
        const QImage page = view().viewport()->grab(end).toImage();
        int red = 0;
        for (int y = 0; y < page.height(); ++y) {
            for (int x = 0; x < page.width(); ++x) {
                const QColor color = page.pixelColor(x, y);
                red += color.red() > color.green() + 80 && color.red() > color.blue() + 80 ? 1 : 0;
            }
        }
        return red > 10;
    }

private Q_SLOTS:
    void initTestCase() { QCoreApplication::setApplicationName(u"tst_reviewloop"_s); }
    void init()
    {
        QCoreApplication::setOrganizationName(u"dateline-test"_s);
        QSettings().clear();
        m_usesSettings = true; // a name keeps its uid
        setUp();
        annotate();
    }
    void cleanup() { m_window.reset(); }

    void wholeLoop()
    {
        const QString annotatorUid = articles().author().uid;
        beginReview(u"Eva"_s);
        const LayerId annotated = session().activeLayer();
        const QList<Mention> before = mentionsList();
        QVERIFY(!session().article().detectorLayer());

        // One key approves and goes on; another returns with a reason.
        key(Qt::Key_Tab);
        QCOMPARE(currentText(), u"Sergey Lavrov"_s);
        key(Qt::Key_Return);
        QCOMPARE(review().verdicts.size(), 1);
        QVERIFY(m_window->findChild<StatusStrip *>()->progressText().startsWith(u"1 of "_s));
        QCOMPARE(currentText(), u"Belgrade"_s);
        returnWith(u"Belgrade"_s, u"a capital"_s);
        QCOMPARE(review().verdicts.last().decision, Decision::Return);
        QCOMPARE(review().verdicts.last().reason, u"a capital"_s);
        goTo(u"Alexander Vucic"_s);
        say(u"Is he named in full?"_s);
        QCOMPARE(review().comments.size(), 1);
        const qsizetype guitar = test::Text.indexOf(u"guitar"_s);
        view().setSelection({guitar, guitar + 6});
        key(Qt::Key_0);
        QCOMPARE(review().proposals.size(), 1);
        key(Qt::Key_Return, Qt::ControlModifier | Qt::ShiftModifier); // all the rest
        QCOMPARE(panel().model().counts().undecided, qsizetype(0));
        QCOMPARE(panel().model().counts().returned, qsizetype(1));
        QCOMPARE(mentionsList(), before); // nobody's tags but the annotator's
        const ReviewMarks &marks = view().reviewMarks();
        QCOMPARE(marks.of(mentionOf(u"Belgrade"_s)->id), ReviewMark::Returned);
        QCOMPARE(marks.of(mentionOf(u"Alexander Vucic"_s)->id), ReviewMark::Approved);
        QCOMPARE(marks.proposals.size(), 1);
        QCOMPARE(marks.proposals.first().place, (Span{guitar, guitar + 6}));
        QVERIFY(hasSign(mentionOf(u"Belgrade"_s)->extent()));
        QVERIFY(!hasSign(mentionOf(u"Alexander Vucic"_s)->extent()));
        key(Qt::Key_Return, Qt::ControlModifier);
        QTRY_VERIFY(!session().isModified());
        QCOMPARE(session().article().layer(annotated)->info.stage, Stage::Returned);
        QVERIFY(m_window->windowTitle().contains(u"returned"_s));

        // The way back.
        key(Qt::Key_W, Qt::ControlModifier);
        QTRY_VERIFY(articles().sessions().isEmpty());
        articles().setAuthorNamed(u"Ann"_s);
        QCOMPARE(articles().author().uid, annotatorUid);
        open(m_savePath);
        QVERIFY(!session().isReviewing());
        QCOMPARE(session().activeLayer(), annotated);
        QCOMPARE(panel().findChild<QLabel *>(u"reviewHead"_s)->text(), u"1 returned, 1 comment(s), 1 proposed"_s);
        QCOMPARE(panel().model().returned().size(), 3);
        QVERIFY(!view().reviewMarks().isReviewing);
        QVERIFY(hasSign(mentionOf(u"Belgrade"_s)->extent()));
        QCOMPARE(view().reviewMarks().proposals.size(), 1);
        view().setFocus();
        view().setCaret(0);
        key(Qt::Key_F8);
        QCOMPARE(currentText(), u"Belgrade"_s);
        key(Qt::Key_4);
        QCOMPARE(panel().model().returned().size(), 2);
        QVERIFY(!hasSign(mentionOf(u"Belgrade"_s)->extent()));
        goTo(u"Alexander Vucic"_s);
        say(u"He is."_s);
        QCOMPARE(review().comments.size(), 2);
        QCOMPARE(review().comments.last().parent, review().comments.first().id);
        key(Qt::Key_F8);
        QVERIFY(panel().currentProposal() != 0);
        key(Qt::Key_P);
        QVERIFY(mentionOf(u"guitar"_s));
        QCOMPARE(mentionOf(u"guitar"_s)->status, Status::Accepted);
        QVERIFY(panel().model().returned().isEmpty());
        key(Qt::Key_Return, Qt::ControlModifier);
        QTRY_VERIFY(!session().isModified());
        QCOMPARE(session().layer()->info.stage, Stage::Submitted);

        // And approved.
        beginReview(u"Eva"_s);
        key(Qt::Key_Return, Qt::ControlModifier | Qt::ShiftModifier);
        key(Qt::Key_Return, Qt::ControlModifier);
        QTRY_VERIFY(!session().isModified());
        QCOMPARE(session().article().layer(annotated)->info.stage, Stage::Approved);

        const QByteArray saved = test::readFile(m_savePath);
        QCOMPARE(validateNative(saved, m_savePath), IssueList());
        QProcess history;
        history.start(QStringLiteral(DATELINE_CLI), {u"history"_s, m_savePath});
        QVERIFY(history.waitForFinished(20000));
        const QString story = QString::fromUtf8(history.readAllStandardOutput());
        for (const QString &word : {u"Ann"_s, u"Eva"_s, u"submit"_s, u"return"_s, u"a capital"_s, u"He is."_s, u"approve"_s})
            QVERIFY2(story.contains(word), qPrintable(word + u" not in:\n"_s + story));
        const QString xmllint = QStandardPaths::findExecutable(u"xmllint"_s);
        if (xmllint.isEmpty())
            QSKIP("xmllint is not installed");
        QProcess lint;
        lint.start(xmllint, {u"--noout"_s, u"--nonet"_s, u"--schema"_s,
                             QStringLiteral(DATELINE_SOURCE_DIR) + u"/resources/schema/annotated-article-1.xsd"_s, m_savePath});
        QVERIFY(lint.waitForFinished(20000));
        QVERIFY2(lint.exitCode() == 0, lint.readAllStandardError().constData());
    }

    void oneActionAnEntityIsEnough()
    {
        beginReview(u"Eva"_s);
        qsizetype entities = session().layer()->entities.size();
        mentions().forEach([&](const Mention &mention) { entities += mention.entity == 0; }); // each for itself
        qsizetype actions = 0;
        for (; panel().model().counts().undecided > 0 && actions <= entities; ++actions)
            key(actions == 0 ? Qt::Key_Tab : Qt::Key_Return, actions == 0 ? Qt::NoModifier : Qt::ShiftModifier);
        QCOMPARE(panel().model().counts().undecided, qsizetype(0));
        QVERIFY(actions - 1 <= entities);
    }

    void aReviewChangesNoTagOfTheAnnotator()
    {
        beginReview(u"Eva"_s);
        const QList<Mention> before = mentionsList();
        goTo(u"Belgrade"_s);
        key(Qt::Key_U);
        key(Qt::Key_3);
        key(Qt::Key_Right, Qt::AltModifier);
        key(Qt::Key_Delete, Qt::ShiftModifier);
        key(Qt::Key_X, Qt::ControlModifier | Qt::ShiftModifier);
        QCOMPARE(mentionsList(), before);
        QVERIFY(!session().canUndo());
    }

    void verdictsCanBeUndone()
    {
        beginReview(u"Eva"_s);
        key(Qt::Key_Tab);
        key(Qt::Key_Return);
        QCOMPARE(panel().model().counts().approved, qsizetype(1));
        key(Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(panel().model().counts().approved, qsizetype(0));
    }

    void filtersNarrowTheList()
    {
        beginReview(u"Eva"_s);
        const int all = panel().model().rowCount();
        returnWith(u"Belgrade"_s, u"why"_s);
        panel().model().setFilter({ReviewFilter::Show::Returned, {}});
        QCOMPARE(panel().model().rowCount(), 1);
        panel().model().setFilter({ReviewFilter::Show::ToReview, {}});
        QCOMPARE(panel().model().rowCount(), all - 1);
        panel().model().setFilter({ReviewFilter::Show::All, u"place"_s});
        QVERIFY(panel().model().rowCount() > 0 && panel().model().rowCount() < all);
        // The reason is offered for the next one.
        panel().model().setFilter({});
        goTo(u"Alexander Vucic"_s);
        key(Qt::Key_Delete);
        auto *popup = m_window->findChild<ChoicePopup *>();
        QVERIFY(popup);
        QTest::keyClick(popup->field(), Qt::Key_1);
        QCOMPARE(review().verdicts.last().reason, u"why"_s);
    }

    /// A file of another tagset whose references and places are broken: what is whole is reviewed.
    void whatIsWholeInABrokenFileIsReviewed()
    {
        const qsizetype whole = mentions().size();
        key(Qt::Key_W, Qt::ControlModifier);
        QTRY_VERIFY(articles().sessions().isEmpty());
        QString file = QString::fromUtf8(test::readFile(m_savePath));
        const auto damage = [&file](const QString &pattern, const QString &with) {
            const QRegularExpressionMatch match = QRegularExpression(pattern).match(file);
            QVERIFY2(match.hasMatch(), qPrintable(pattern));
            file.replace(match.capturedStart(1), match.capturedLength(1), with);
        };
        damage(u"<tagset id=\"(news)\""_s, u"harbour"_s);
        damage(u"<mention id=\"m1\" [^>]*entity=\"(e\\d+)\""_s, u"e999"_s);
        damage(u"<mention id=\"m2\" type=\"(\\w+)\""_s, u"vessel"_s);
        damage(u"<mention id=\"m3\"[^>]*>\\s*<span start=\"(\\d+)\""_s, u"100000"_s);
        test::writeFile(m_savePath, file.toUtf8());

        articles().setAuthorNamed(u"Eva"_s);
        open(m_savePath);
        QVERIFY(m_window->findChild<StatusStrip *>()->message().contains(u"problem"_s));
        const IssueList issues = session().issues();
        for (const QString &word : {u"e999"_s, u"vessel"_s, u"100000"_s}) {
            const auto names = [&word](const Issue &issue) { return issue.message.contains(word) && issue.line > 0; };
            QVERIFY2(std::any_of(issues.cbegin(), issues.cend(), names), qPrintable(word));
        }
        m_window->actions()[u"review"_s]->trigger();
        QTRY_VERIFY(articles().current() && session().isReviewing() && session().isReady());
        view().setFocus();
        QVERIFY(panel().model().counts().undecided >= whole - 1); // all but the one without a place
        key(Qt::Key_Return, Qt::ControlModifier | Qt::ShiftModifier);
        key(Qt::Key_Return, Qt::ControlModifier);
        QTRY_VERIFY(!session().isModified());
        QCOMPARE(session().layer()->info.stage, Stage::Approved);
        QCOMPARE(session().article().tagset.id, u"harbour"_s);
        // What was broken is said no more, but for the type that only its tagset could add.
        const IssueList left = validateNative(test::readFile(m_savePath), m_savePath);
        QCOMPARE(left.size(), 1);
        QVERIFY(left.first().message.contains(u"vessel"_s));
    }

    void ownTagsAreNotReviewed()
    {
        m_window->actions()[u"review"_s]->trigger();
        QVERIFY(!session().isReviewing());
        QVERIFY(m_window->findChild<AnnotatorBar *>()->isVisible()); // who, then?
    }
};

DATELINE_WINDOW_TEST_MAIN(TestReviewLoop)
#include "tst_reviewloop.moc"
