// SPDX-License-Identifier: Apache-2.0
#include "itemmodels/entitytreemodel.h"
#include "itemmodels/itemmodelfixture.h"
#include "support/testhelper.h"
#include "ui/panels/detailspanel.h"
#include "ui/panels/entitiespanel.h"

#include <QAbstractItemModelTester>
#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableWidget>
#include <QTreeView>

#include <memory>

using namespace Qt::StringLiterals;
using namespace dateline;

namespace {

/// Both panels over the session of the item models' tests.
struct Fixture
{
    std::unique_ptr<EditSession> session = test::makeSession();
    QWidget window;
    EntitiesPanel *entities = new EntitiesPanel(&window);
    DetailsPanel *details = new DetailsPanel(&window);

    Fixture()
    {
        window.resize(820, 640);
        entities->setGeometry(0, 0, 400, 640);
        details->setGeometry(410, 0, 410, 640);
        entities->setSession(session.get());
        details->setSession(session.get());
        window.show();
        window.activateWindow();
    }
    ~Fixture()
    {
        entities->setSession(nullptr);
        details->setSession(nullptr);
    }
    bool isShown() { return QTest::qWaitForWindowActive(&window); }
    template<typename T>
    T *find(const QString &name) const
    {
        return window.findChild<T *>(name);
    }
    QTreeView *tree() const { return find<QTreeView>(u"entityTree"_s); }
    const EntityTreeModel *model() const { return qobject_cast<EntityTreeModel *>(tree()->model()); }
    void apply(const std::function<void(ActionBuilder &)> &act)
    {
        ActionBuilder builder = session->edit();
        act(builder);
        QVERIFY(session->apply(builder.finish(u"test"_s)));
    }
    void click(const QModelIndex &index, int x = 120)
    {
        tree()->scrollTo(index);
        const QRect place = tree()->visualRect(index);
        QTest::mouseClick(tree()->viewport(), Qt::LeftButton, Qt::NoModifier, {x, place.center().y()});
    }
};

} // namespace

class PanelsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void typesAreOpenAndEntitiesClosed()
    {
        Fixture f;
        QAbstractItemModelTester tester(f.tree()->model(), QAbstractItemModelTester::FailureReportingMode::QtTest);
        const QModelIndex person = f.model()->indexOfType(u"person"_s);
        QVERIFY(person.isValid());
        QVERIFY(f.tree()->isExpanded(person));
        QCOMPARE(f.model()->rowCount(person), 2);
        QVERIFY(!f.tree()->isExpanded(f.model()->indexOfEntity(1)));
    }

    void aClickOnAnEntityShowsItsFirstMention()
    {
        Fixture f;
        QVERIFY(f.isShown());
        QSignalSpy activated(f.entities, &EntitiesPanel::mentionActivated);
        QSignalSpy changed(f.entities, &EntitiesPanel::currentEntityChanged);
        f.click(f.model()->indexOfEntity(2));
        QCOMPARE(activated.size(), 1);
        QCOMPARE(activated[0][0].value<MentionId>(), MentionId(4));
        QCOMPARE(changed.last()[0].value<EntityId>(), EntityId(2));
        QCOMPARE(f.entities->currentEntity(), EntityId(2));
        QVERIFY(f.entities->selectedMentions().isEmpty());
        // The article answers with the mention: the entity's row stays current.
        f.entities->setCurrentMention(4);
        QCOMPARE(f.tree()->currentIndex(), f.model()->indexOfEntity(2));
    }

    void aClickOnTheTriangleOnlyOpens()
    {
        Fixture f;
        QVERIFY(f.isShown());
        QSignalSpy activated(f.entities, &EntitiesPanel::mentionActivated);
        const QModelIndex entity = f.model()->indexOfEntity(1);
        f.click(entity, 18);
        QVERIFY(f.tree()->isExpanded(entity));
        f.click(entity, 18);
        QVERIFY(!f.tree()->isExpanded(entity));
        QCOMPARE(activated.size(), 0);
    }

    void followingTheArticleIsSilentAndClosesWhatItOpened()
    {
        Fixture f;
        QSignalSpy activated(f.entities, &EntitiesPanel::mentionActivated);
        f.entities->setCurrentMention(3);
        QCOMPARE(f.tree()->currentIndex(), f.model()->indexOfMention(3));
        QCOMPARE(f.entities->selectedMentions(), QList<MentionId>{3});
        QCOMPARE(f.entities->currentEntity(), EntityId(1));
        f.entities->setCurrentMention(4);
        QVERIFY(!f.tree()->isExpanded(f.model()->indexOfEntity(1)));
        QVERIFY(f.tree()->isExpanded(f.model()->indexOfEntity(2)));
        f.entities->setCurrentMention(0);
        QVERIFY(f.entities->selectedMentions().isEmpty());
        QCOMPARE(activated.size(), 0);
    }

    void keysMoveAndReturnActivates()
    {
        Fixture f;
        QVERIFY(f.isShown());
        f.entities->focusTree();
        QSignalSpy activated(f.entities, &EntitiesPanel::mentionActivated);
        QTest::keyClick(f.tree(), Qt::Key_Down);
        QCOMPARE(activated.size(), 1);
        QTest::keyClick(f.tree(), Qt::Key_Return);
        QCOMPARE(activated.size(), 2);
        QCOMPARE(activated[1][0].value<MentionId>(), MentionId(4));
    }

    void theFilterKeepsMatchesAndEscapeClearsIt()
    {
        Fixture f;
        QVERIFY(f.isShown());
        f.entities->focusFilter();
        auto *filter = f.find<QLineEdit>(u"entityFilter"_s);
        QTest::keyClicks(filter, u"dACIC"_s);
        QVERIFY(!f.model()->indexOfEntity(1).isValid());
        QVERIFY(f.model()->indexOfEntity(2).isValid());
        QVERIFY(f.tree()->isExpanded(f.model()->indexOfType(u"person"_s)));
        QTest::keyClick(filter, Qt::Key_Escape);
        QVERIFY(filter->text().isEmpty());
        QVERIFY(f.model()->indexOfEntity(1).isValid());
    }

    void returnInTheFilterShowsTheFirstMatch()
    {
        Fixture f;
        QVERIFY(f.isShown());
        f.entities->focusFilter();
        auto *filter = f.find<QLineEdit>(u"entityFilter"_s);
        QTest::keyClicks(filter, u"dacic"_s);
        QSignalSpy activated(f.entities, &EntitiesPanel::mentionActivated);
        QTest::keyClick(filter, Qt::Key_Return);
        QCOMPARE(activated.size(), 1);
        QCOMPARE(activated[0][0].value<MentionId>(), MentionId(4));
        QVERIFY(f.tree()->hasFocus());
    }

    void changesKeepOpenRowsAndCurrentMention()
    {
        Fixture f;
        f.tree()->expand(f.model()->indexOfEntity(1));
        f.entities->setCurrentMention(4);
        QSignalSpy activated(f.entities, &EntitiesPanel::mentionActivated);
        f.apply([](ActionBuilder &builder) { builder.acceptEntity(2); });
        QVERIFY(f.tree()->isExpanded(f.model()->indexOfEntity(1)));
        QCOMPARE(f.tree()->currentIndex(), f.model()->indexOfMention(4));
        QCOMPARE(f.model()->indexOfEntity(2).data(EntityTreeModel::ReviewedCountRole).toInt(), 2);
        f.session->undo();
        QVERIFY(f.tree()->isExpanded(f.model()->indexOfEntity(1)));
        QCOMPARE(f.entities->selectedMentions(), QList<MentionId>{4});
        QCOMPARE(activated.size(), 0);
    }

    void aDropAsksForAMerge()
    {
        Fixture f;
        QSignalSpy merge(f.entities, &EntitiesPanel::mergeRequested);
        const std::unique_ptr<QMimeData> data(f.tree()->model()->mimeData({f.model()->indexOfEntity(2)}));
        f.tree()->model()->dropMimeData(data.get(), Qt::MoveAction, -1, -1, f.model()->indexOfEntity(1));
        QCOMPARE(merge.size(), 1);
        QCOMPARE(merge[0][0].value<EntityId>(), EntityId(2));
        QCOMPARE(merge[0][1].value<EntityId>(), EntityId(1));
        QCOMPARE(f.model()->rowCount(f.model()->indexOfType(u"person"_s)), 2);
    }

    void theCardDescribesTheMentionAndItsButtonsAsk()
    {
        Fixture f;
        f.entities->setCurrentMention(4);
        QCOMPARE(f.find<QLabel>(u"cardName"_s)->text(), u"Ivica Dacic"_s);
        QCOMPARE(f.find<QLabel>(u"cardMention"_s)->text(), u"2 of 2 undecided, this one at line 3"_s);
        QCOMPARE(f.find<QLabel>(u"cardConfidence"_s)->text(), u"0.90"_s);
        QVERIFY(f.find<QLabel>(u"cardWhy"_s)->isHidden());
        f.apply([](ActionBuilder &builder) { builder.setStatus(4, Status::Accepted); });
        QCOMPARE(f.find<QLabel>(u"cardMention"_s)->text(), u"1 of 2 undecided, this one at line 3"_s);
        QSignalSpy asked(f.entities, &EntitiesPanel::actionRequested);
        for (const QString &action : {u"acceptEntity"_s, u"accept"_s, u"reject"_s, u"chooseType"_s}) {
            f.find<QPushButton>(action + u"Button"_s)->click();
            QCOMPARE(asked.takeFirst()[0].toString(), action);
        }
        Q_EMIT f.find<QLabel>(u"cardLink"_s)->linkActivated(u"link"_s);
        QCOMPARE(asked.takeFirst()[0].toString(), u"link"_s);
    }

    void aSessionThatDiesLeavesEmptyPanels()
    {
        Fixture f;
        f.entities->setCurrentMention(4);
        f.details->setCurrentMention(4);
        f.session.reset();
        QCOMPARE(f.model()->rowCount(), 0);
        QVERIFY(!f.find<QLabel>(u"cardName"_s)->isVisible());
        QVERIFY(!f.find<QComboBox>(u"detailsType"_s)->isVisible());
    }

    void detailsShowTheMention()
    {
        Fixture f;
        f.apply([](ActionBuilder &builder) {
            builder.setStatus(1, Status::Accepted);
            builder.setNote(1, u"checked"_s);
            builder.setAttribute(1, u"office"_s, u"minister"_s);
        });
        f.details->setCurrentMention(1);
        QCOMPARE(f.find<QComboBox>(u"detailsType"_s)->currentData().toString(), u"person"_s);
        QCOMPARE(f.find<QLineEdit>(u"detailsEntity"_s)->text(), u"Sergey Lavrov"_s);
        QCOMPARE(f.find<QLineEdit>(u"detailsLink"_s)->text(), u"http://www.wikidata.org/entity/Q58217"_s);
        QCOMPARE(f.find<QPlainTextEdit>(u"detailsNote"_s)->toPlainText(), u"checked"_s);
        QCOMPARE(f.find<QTableWidget>(u"detailsAttributes"_s)->item(0, 1)->text(), u"minister"_s);
        const QString history = f.find<QLabel>(u"detailsHistory"_s)->text();
        QVERIFY2(history.contains(u"Annotator 1 accepted"_s), qPrintable(history));
    }

    void fieldsReportOnlyWhatChanged()
    {
        Fixture f;
        QVERIFY(f.isShown());
        f.details->setCurrentMention(1);
        QSignalSpy renamed(f.details, &DetailsPanel::entityRenamed);
        QSignalSpy normed(f.details, &DetailsPanel::normChanged);
        QSignalSpy finished(f.details, &DetailsPanel::editingFinished);
        auto *name = f.find<QLineEdit>(u"detailsEntity"_s);
        f.details->editEntityName();
        QTest::keyClick(name, Qt::Key_Return);
        QCOMPARE(renamed.size(), 0);
        QCOMPARE(finished.size(), 1);
        f.details->editEntityName();
        QTest::keyClicks(name, u"Lavrov"_s);
        QTest::keyClick(name, Qt::Key_Return);
        QCOMPARE(renamed.size(), 1);
        QCOMPARE(renamed[0][0].value<EntityId>(), EntityId(1));
        QCOMPARE(renamed[0][1].toString(), u"Lavrov"_s);
        auto *norm = f.find<QLineEdit>(u"detailsNorm"_s);
        norm->setFocus();
        QTest::keyClicks(norm, u"x"_s);
        QTest::keyClick(norm, Qt::Key_Return);
        QCOMPARE(normed.size(), 1);
    }

    void escapeTakesBackAndReportsNothing()
    {
        Fixture f;
        QVERIFY(f.isShown());
        f.details->setCurrentMention(1);
        QSignalSpy renamed(f.details, &DetailsPanel::entityRenamed);
        QSignalSpy noted(f.details, &DetailsPanel::noteChanged);
        QSignalSpy finished(f.details, &DetailsPanel::editingFinished);
        auto *name = f.find<QLineEdit>(u"detailsEntity"_s);
        f.details->editEntityName();
        QTest::keyClicks(name, u"wrong"_s);
        QTest::keyClick(name, Qt::Key_Escape);
        QCOMPARE(name->text(), u"Sergey Lavrov"_s);
        f.details->editNote();
        auto *note = f.find<QPlainTextEdit>(u"detailsNote"_s);
        QTest::keyClicks(note, u"wrong"_s);
        QTest::keyClick(note, Qt::Key_Escape);
        QVERIFY(note->toPlainText().isEmpty());
        name->setFocus();
        QCOMPARE(renamed.size() + noted.size(), 0);
        QCOMPARE(finished.size(), 2);
    }

    void leavingTheNoteReportsIt()
    {
        Fixture f;
        QVERIFY(f.isShown());
        f.details->setCurrentMention(1);
        QSignalSpy noted(f.details, &DetailsPanel::noteChanged);
        f.details->editNote();
        QTest::keyClicks(f.find<QPlainTextEdit>(u"detailsNote"_s), u"a title?"_s);
        f.details->setCurrentMention(2);
        QCOMPARE(noted.size(), 1);
        QCOMPARE(noted[0][0].value<MentionId>(), MentionId(1));
        QCOMPARE(noted[0][1].toString(), u"a title?"_s);
    }

    void typeUnsureAndAttributesAreReported()
    {
        Fixture f;
        f.details->setCurrentMention(1);
        QSignalSpy typed(f.details, &DetailsPanel::typeChosen);
        QSignalSpy unsure(f.details, &DetailsPanel::unsureChanged);
        QSignalSpy attribute(f.details, &DetailsPanel::attributeChanged);
        auto *type = f.find<QComboBox>(u"detailsType"_s);
        type->setCurrentIndex(type->findData(u"place"_s));
        Q_EMIT type->activated(type->currentIndex());
        QCOMPARE(typed.takeFirst()[1].toString(), u"place"_s);
        f.find<QCheckBox>(u"detailsUnsure"_s)->click();
        QCOMPARE(unsure.takeFirst()[1].toBool(), true);
        auto *table = f.find<QTableWidget>(u"detailsAttributes"_s);
        table->item(0, 0)->setText(u"office"_s);
        QCOMPARE(attribute.size(), 0);
        table->item(0, 1)->setText(u"minister"_s);
        QCOMPARE(attribute.size(), 1);
        QCOMPARE(attribute[0][1].toString(), u"office"_s);
        QCOMPARE(attribute[0][2].toString(), u"minister"_s);
    }

    void bothThemesPaintWithTheirOwnGround_data()
    {
        QTest::addColumn<bool>("isDark");
        QTest::newRow("light") << false;
        QTest::newRow("dark") << true;
    }

    void bothThemesPaintWithTheirOwnGround()
    {
        QFETCH(bool, isDark);
        const Theme theme = isDark ? Theme::dark() : Theme::light();
        qApp->setStyleSheet(theme.styleSheet());
        qApp->setPalette(theme.palette());
        Fixture f;
        QVERIFY(f.isShown());
        f.apply([](ActionBuilder &builder) {
            builder.acceptEntity(1);
            builder.setNorm(1, u"x"_s);
            builder.setUnsure(1, true);
        });
        f.entities->setTheme(theme);
        f.details->setTheme(theme);
        f.entities->setCurrentMention(4);
        f.details->setCurrentMention(1);
        QCoreApplication::processEvents();
        const QImage image = f.window.grab().toImage();
        if (const QString folder = qEnvironmentVariable("DATELINE_TEST_PICTURES"); !folder.isEmpty())
            QVERIFY(image.save(folder + (isDark ? u"/panels-dark.png"_s : u"/panels-light.png"_s)));
        const QRect row = f.tree()->visualRect(f.tree()->currentIndex());
        const QPoint inRow = f.tree()->viewport()->mapTo(&f.window, QPoint(6, row.center().y()));
        QCOMPARE(image.pixelColor(inRow), theme.selectionRow);
        const QPoint below = f.tree()->viewport()->mapTo(&f.window, QPoint(6, f.tree()->viewport()->height() - 4));
        QCOMPARE(image.pixelColor(below), theme.panel);
        const QPoint inDetails = f.details->mapTo(&f.window, QPoint(4, 4));
        QCOMPARE(image.pixelColor(inDetails), theme.panel);
        qApp->setStyleSheet({});
    }
};

DATELINE_TEST_MAIN(QApplication, PanelsTest)
#include "tst_panels.moc"
