// SPDX-License-Identifier: Apache-2.0
#include "ui/windowfixture.h"

#include "formats/nativeformat.h"
#include "itemmodels/differencesmodel.h"
#include "review/layercomparison.h"
#include "ui/panels/differencespanel.h"
#include "ui/window/workqueue.h"

#include <QComboBox>
#include <QLabel>
#include <QListView>
#include <QTabWidget>
#include <QToolButton>

using namespace Qt::StringLiterals;
using namespace dateline;

namespace {

/// One annotator's layer over the fixture's text.
class Annotator
{
public:
    explicit Annotator(const QString &name, const QString &text = test::Text) : m_text(text)
    {
        m_agent.uid = name.toLower();
        m_agent.name = name;
        m_layer.info.uid = name.toLower() + u"-layer"_s;
        m_layer.info.stage = Stage::Submitted;
        m_layer.info.started = m_layer.info.modified = QDateTime::fromSecsSinceEpoch(1774000000, Qt::UTC);
    }
    Annotator &mark(const QString &words, const QString &type, qsizetype from = 0, const QString &norm = {})
    {
        const qsizetype at = m_text.indexOf(words, from);
        Mention mention;
        mention.id = m_layer.nextMentionId();
        mention.type = type;
        mention.status = Status::Accepted;
        mention.norm = norm;
        mention.spans = {{at, at + words.size()}};
        m_layer.mentions.insert(mention);
        return *this;
    }
    void addTo(AnnotatedArticle &article) const { article.addLayer(m_layer, m_agent); }
    [[nodiscard]] AnnotatedArticle article() const
    {
        AnnotatedArticle article = articleFromText(m_text, u"talks.txt"_s).article;
        addTo(article);
        return article;
    }
    [[nodiscard]] const Layer &layer() const { return m_layer; }

private:
    QString m_text;
    Agent m_agent;
    Layer m_layer;
};

Annotator ann()
{
    Annotator ann(u"Ann"_s);
    ann.mark(u"Sergey Lavrov"_s, u"person"_s).mark(u"Belgrade"_s, u"place"_s).mark(u"Russian"_s, u"group"_s);
    ann.mark(u"Thursday"_s, u"date"_s, 0, u"2024-03-21"_s).mark(u"President Alexander Vucic"_s, u"person"_s);
    return ann;
}

Annotator ben()
{
    Annotator ben(u"Ben"_s);
    ben.mark(u"Sergey Lavrov"_s, u"person"_s).mark(u"Belgrade"_s, u"organisation"_s);
    ben.mark(u"Foreign Minister"_s, u"role"_s).mark(u"Thursday"_s, u"date"_s, 0, u"2024-03-22"_s);
    ben.mark(u"Alexander Vucic"_s, u"person"_s);
    return ben;
}

} // namespace

/// Two annotators of one article side by side, through the real window.
class TestCompareView : public test::WindowFixture
{
    Q_OBJECT

    QTabWidget &tabs() { return m_window->sidePanel(); }
    DifferencesPanel &panel() { return *m_window->findChild<DifferencesPanel *>(); }
    QListView &list() { return *panel().findChild<QListView *>(u"differenceList"_s); }
    bool isTabShown() { return tabs().isTabVisible(tabs().indexOf(&panel())); }
    QAction &action(const QString &name) { return *m_window->actions()[name]; }
    QString message() { return m_window->findChild<MessageBar *>()->message(); }
    QString status() { return m_window->findChild<StatusStrip *>()->message(); }
    QString shown(const QString &label) { return panel().findChild<QLabel *>(label)->text(); }
    QString currentText(int role) { return list().currentIndex().data(role).toString(); }

    /// Ann's article open, Ann herself at work unless `author` is another; compared with Ben's file.
    void openAnn(const QString &author = u"Ann"_s)
    {
        articles().setAuthor({author.toLower(), author});
        open(write(u"ann.xml"_s, writeNative(ann().article())));
        m_comparePath = write(u"ben.xml"_s, writeNative(ben().article()));
    }
    void compare()
    {
        action(u"compareWith"_s).trigger();
        QTRY_VERIFY(isTabShown());
        QCOMPARE(tabs().currentWidget(), &panel());
        QVERIFY(action(u"nextItem"_s).isEnabled());
    }

private Q_SLOTS:
    void init()
    {
        m_layerRow = 0;
        m_layerNames.clear();
        setUp();
    }
    void cleanup() { m_window.reset(); }

    void nothingIsComparedAtFirst()
    {
        QVERIFY(!isTabShown());
        QVERIFY(!action(u"nextItem"_s).isEnabled());
        m_comparePath.clear(); // cancelled
        action(u"compareWith"_s).trigger();
        QVERIFY(!articles().work().isBusy());
        QVERIFY(!isTabShown());
        action(u"compareLayers"_s).trigger();
        QVERIFY(status().contains(u"Compare With"));
    }

    void f8WalksAllDifferencesInOrder()
    {
        openAnn();
        compare();
        const QList<Difference> expected = differences(ann().layer(), ben().layer());
        QCOMPARE(expected.size(), 5);
        QCOMPARE(list().model()->rowCount(), expected.size());
        view().setFocus();
        for (const Difference &difference : expected) {
            key(Qt::Key_F8);
            QCOMPARE(currentText(DifferencesModel::MentionARole).toUInt(), difference.a);
            QCOMPARE(currentText(DifferencesModel::MentionBRole).toUInt(), difference.b);
            QCOMPARE(view().currentMention(), difference.a);
            QVERIFY(!view().rectanglesOf(difference.place).isEmpty());
            const qsizetype begin = difference.a != 0 ? mentions().find(difference.a)->extent().begin : difference.place.begin;
            QCOMPARE(view().caret(), begin);
        }
        key(Qt::Key_F8); // round to the first
        QCOMPARE(list().currentIndex().row(), 0);
        QVERIFY(status().contains(u"first"));
        key(Qt::Key_F8, Qt::ShiftModifier);
        QCOMPARE(list().currentIndex().row(), 4);
        key(Qt::Key_F8, Qt::ShiftModifier);
        QCOMPARE(list().currentIndex().row(), 3);
        view().setCaret(test::Text.indexOf(u"arrived"_s)); // from where one has gone to
        key(Qt::Key_F8);
        QCOMPARE(currentText(DifferencesModel::TextARole), u"Thursday"_s);
    }

    void theCardShowsBothSidesAtThePlace()
    {
        openAnn();
        compare();
        key(Qt::Key_F8);
        QVERIFY(shown(u"differenceTextA"_s).contains(u"Belgrade") && shown(u"differenceTextA"_s).contains(u"Place"));
        QVERIFY(shown(u"differenceTextB"_s).contains(u"Belgrade") && shown(u"differenceTextB"_s).contains(u"Organisation"));
        key(Qt::Key_F8);
        QVERIFY(shown(u"differenceTextA"_s).contains(u"Russian"));
        QVERIFY(shown(u"differenceTextB"_s).contains(u"nothing"));
        key(Qt::Key_F8);
        key(Qt::Key_F8);
        QVERIFY(shown(u"differenceNormA"_s).contains(u"2024-03-21"));
        QVERIFY(shown(u"differenceNormB"_s).contains(u"2024-03-22"));
    }

    void theFiguresAreThoseOfTheReview()
    {
        openAnn();
        compare();
        const Agreement agreement = measureAgreement(tokenize(test::Text), ann().layer(), ben().layer(), AgreementUnit::Span);
        QVERIFY(shown(u"f1Exact"_s).contains(QString::number(*agreement.f1Exact, 'f', 2)));
        QVERIFY(shown(u"f1Overlap"_s).contains(QString::number(*agreement.f1Overlap, 'f', 2)));
        QVERIFY(shown(u"kappa"_s).contains(QString::number(*agreement.kappa, 'f', 2)));
        QCOMPARE(shown(u"sideNameA"_s), u"Ann"_s);
        QCOMPARE(shown(u"sideNameB"_s), u"Ben"_s);
        QCOMPARE(DifferencesPanel::shownMeasure(std::nullopt), u"–"_s);
    }

    void noMarksOnEitherSideLeaveTheMeasuresUndefined()
    {
        articles().setAuthor({u"ann"_s, u"Ann"_s});
        open(write(u"ann.xml"_s, writeNative(Annotator(u"Ann"_s).article())));
        m_comparePath = write(u"ben.xml"_s, writeNative(Annotator(u"Ben"_s).article()));
        compare();
        QVERIFY(shown(u"f1Exact"_s).contains(u"–") && shown(u"kappa"_s).contains(u"–"));
        QVERIFY(status().contains(u"No differences"));
        key(Qt::Key_F8);
        QVERIFY(status().contains(u"No differences"));
    }

    void aFilterShowsOneKind()
    {
        openAnn();
        compare();
        auto *filter = panel().findChild<QComboBox *>(u"differenceFilter"_s);
        const int type = filter->findData(int(DifferenceKind::Type));
        QVERIFY(filter->itemText(type).contains(u"(1)"));
        filter->setCurrentIndex(type);
        Q_EMIT filter->activated(type);
        QCOMPARE(list().model()->rowCount(), 1);
        key(Qt::Key_F8);
        QCOMPARE(currentText(DifferencesModel::TextARole), u"Belgrade"_s);
        Q_EMIT filter->activated(0);
    }

    void theListLeadsThroughTheArticleAndF6GoesThere()
    {
        openAnn();
        compare();
        view().setFocus();
        key(Qt::Key_F6);
        QVERIFY(list().hasFocus());
        QTest::keyClick(&list(), Qt::Key_Home);
        QTest::keyClick(&list(), Qt::Key_Down);
        QCOMPARE(textOf(view().currentMention()), u"Russian"_s);
        QVERIFY(list().hasFocus());
        view().setCurrentMention(mentionOf(u"Thursday"_s)->id); // and the article leads the list
        QCOMPARE(currentText(DifferencesModel::TextARole), u"Thursday"_s);
    }

    void theOtherSideIsOutlinedInTheArticle()
    {
        openAnn();
        view().setCaret(test::Text.size());
        view().viewport()->setFocus();
        const QImage before = view().viewport()->grab().toImage();
        compare();
        const QImage during = view().viewport()->grab().toImage();
        QVERIFY(during != before);
        action(u"endComparison"_s).trigger();
        view().setCaret(test::Text.size());
        QCOMPARE(view().viewport()->grab().toImage(), before);
    }

    void agreeingMakesTheDifferenceGo()
    {
        openAnn();
        compare();
        view().setFocus();
        key(Qt::Key_F8);
        key(Qt::Key_2); // Belgrade: organisation, as Ben has it
        QTRY_COMPARE(list().model()->rowCount(), 4);
        QVERIFY(shown(u"f1Exact"_s).contains(u"0.60"));
        key(Qt::Key_F8);
        QCOMPARE(currentText(DifferencesModel::TextARole), u"Russian"_s);
        key(Qt::Key_Z, Qt::ControlModifier);
        QTRY_COMPARE(list().model()->rowCount(), 5);
        QCOMPARE(currentText(DifferencesModel::TextARole), u"Russian"_s);
    }

    void closingRestoresTheWindow()
    {
        openAnn(u"Cy"_s); // neither of the two: Ann's work is looked at, not changed
        const LayerId active = session().activeLayer();
        const QByteArray bytes = writeNative(session().article());
        m_window->sidePanel().showDetails();
        compare();
        QVERIFY(session().isReviewing());
        QCOMPARE(shown(u"sideNameA"_s), u"Ann"_s);
        key(Qt::Key_F8);
        QCOMPARE(textOf(view().currentMention()), u"Belgrade"_s);
        panel().findChild<QToolButton *>(u"endComparisonButton"_s)->click();
        QVERIFY(!isTabShown());
        QCOMPARE(tabs().currentWidget(), &m_window->sidePanel().details());
        QVERIFY(!action(u"nextItem"_s).isEnabled() && !action(u"endComparison"_s).isEnabled());
        QVERIFY(!session().isReviewing());
        QCOMPARE(session().activeLayer(), active);
        QCOMPARE(writeNative(session().article()), bytes);
        QVERIFY(!session().isModified());
        compare(); // and again
        QCOMPARE(list().model()->rowCount(), 5);
    }

    void anotherArticleEndsTheComparison()
    {
        openAnn();
        compare();
        key(Qt::Key_PageUp, Qt::ControlModifier);
        QVERIFY(!isTabShown());
        key(Qt::Key_PageDown, Qt::ControlModifier);
        compare();
        m_answer = ArticleManager::Unsaved::Discard;
        articles().close(&session());
        QVERIFY(!isTabShown());
    }

    void filesThatCannotBeComparedGiveASentence_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("words");
        AnnotatedArticle otherTags = ben().article();
        otherTags.tagset.id = u"law"_s;
        AnnotatedArticle moreTypes = ben().mark(u"guitar"_s, u"weapon"_s).article();
        moreTypes.tagset.types.append({u"weapon"_s, u"Weapon"_s, u"#123456"_s, {}});
        const QByteArray whole = writeNative(ben().article());
        Annotator elsewhere(u"Ben"_s, QString(test::Text).replace(u"guitar"_s, u"piano"_s));
        QTest::newRow("other text") << writeNative(elsewhere.article()) << u"line 5, column 55"_s;
        QTest::newRow("other tagset") << writeNative(otherTags) << u"“law”"_s;
        QTest::newRow("a type more") << writeNative(moreTypes) << u"“weapon”"_s;
        QTest::newRow("cut off") << whole.left(whole.size() / 2) << u"ben.xml"_s;
        QTest::newRow("no annotations") << test::Text.toUtf8() << u"no annotations"_s;
        QTest::newRow("missing") << QByteArray() << u"ben.xml"_s;
    }
    void filesThatCannotBeComparedGiveASentence()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(QString, words);
        openAnn();
        if (bytes.isEmpty())
            QVERIFY(QFile::remove(m_comparePath));
        else
            test::writeFile(m_comparePath, bytes);
        const QByteArray before = writeNative(session().article());
        action(u"compareWith"_s).trigger();
        QTRY_VERIFY(!message().isEmpty());
        QVERIFY2(message().contains(words), qPrintable(message()));
        QVERIFY(!isTabShown());
        QVERIFY(!articles().work().isBusy());
        QCOMPARE(writeNative(session().article()), before);
    }

    void ofSeveralLayersOneIsChosen()
    {
        openAnn();
        AnnotatedArticle several = ben().article();
        Annotator(u"Dan"_s).mark(u"Russian"_s, u"group"_s).addTo(several);
        ann().addTo(several); // her own, as it was handed in
        m_comparePath = write(u"several.xml"_s, writeNative(several));
        m_layerRow = -1; // cancelled
        action(u"compareWith"_s).trigger();
        QTRY_COMPARE(m_layerNames.size(), 2);
        QVERIFY(m_layerNames.first().startsWith(u"Ben") && m_layerNames.last().startsWith(u"Dan"));
        QVERIFY(!isTabShown());
        m_layerRow = 1;
        compare();
        QCOMPARE(shown(u"sideNameB"_s), u"Dan"_s);
        QCOMPARE(list().model()->rowCount(), 4);
    }

    void twoLayersOfOneArticleAreCompared()
    {
        AnnotatedArticle both = ann().article();
        ben().addTo(both);
        open(write(u"both.xml"_s, writeNative(both)));
        action(u"compareLayers"_s).trigger();
        QTRY_VERIFY(isTabShown());
        QVERIFY(m_layerNames.isEmpty()); // two: nothing to ask
        QCOMPARE(shown(u"sideNameA"_s), u"Ann"_s);
        QCOMPARE(shown(u"sideNameB"_s), u"Ben"_s);
        QCOMPARE(list().model()->rowCount(), 5);
        key(Qt::Key_F8);
        QCOMPARE(textOf(view().currentMention()), u"Belgrade"_s);
        key(Qt::Key_Delete); // the work of others stays
        QVERIFY(!session().canUndo());
    }

    void twentyThousandMentionsAreComparedBesideTheWindow()
    {
        QString text;
        for (int line = 0; line < 20000; ++line)
            text += u"Ana met Bo %1 times. "_s.arg(line) + (line % 20 == 19 ? u"\n\n"_s : QString());
        const auto many = [&](const QString &name, int skip) {
            Annotator annotator(name, text);
            qsizetype at = 0;
            for (int line = 0; line < 20000; ++line) {
                at = text.indexOf(u"Ana"_s, at);
                annotator.mark(line % 7 == skip ? u"Ana met"_s : u"Ana"_s, line % 5 == skip ? u"group"_s : u"person"_s, at);
                ++at;
            }
            return annotator;
        };
        articles().setAuthor({u"ann"_s, u"Ann"_s});
        open(write(u"ann.xml"_s, writeNative(many(u"Ann"_s, 0).article())));
        m_comparePath = write(u"ben.xml"_s, writeNative(many(u"Ben"_s, 1).article()));
        QElapsedTimer sinceTurn;
        qint64 longest = 0;
        QTimer heart;
        connect(&heart, &QTimer::timeout, this, [&] { longest = std::max(longest, sinceTurn.restart()); });
        heart.start(1);
        QElapsedTimer whole;
        whole.start();
        sinceTurn.start();
        action(u"compareWith"_s).trigger();
        QTRY_VERIFY_WITH_TIMEOUT(isTabShown(), 30000);
        qInfo("compared in %lld ms, the window waited at most %lld ms", whole.elapsed(), longest);
        QVERIFY(list().model()->rowCount() > 10000);
        QVERIFY2(longest < 400, qPrintable(QString::number(longest)));
        view().setFocus();
        for (int i = 0; i < 20; ++i)
            key(Qt::Key_F8);
        QCOMPARE(list().currentIndex().row(), 19);
        heart.stop();
    }
};

DATELINE_WINDOW_TEST_MAIN(TestCompareView)
#include "tst_compareview.moc"
