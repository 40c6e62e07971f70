// SPDX-License-Identifier: Apache-2.0
#include "support/testhelper.h"

#include "ui/dialogs/articlepropertiesdialog.h"
#include "ui/dialogs/encodingdialog.h"
#include "ui/dialogs/preferencesdialog.h"
#include "ui/widgets/annotatorbar.h"
#include "ui/widgets/findbar.h"
#include "ui/widgets/gotolinebar.h"
#include "ui/widgets/messagebar.h"
#include "ui/widgets/statusstrip.h"
#include "ui/widgets/choicepopup.h"
#include "ui/window/keytranslator.h"

#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QKeyEvent>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QSettings>
#include <QSignalSpy>
#include <QSpinBox>

using namespace Qt::StringLiterals;
using namespace dateline;

/// Bars, the type chooser, dialogs and the translation of keys.
class TestWidgets : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void findBarStepsThroughAllPlacesAndWraps();
    void findBarBeginsAtTheCaretAndMindsCaseOnDemand();
    void findBarClosesWithEscape();
    void goToLineGivesTheLineWithReturn();
    void annotatorBarGivesATidyNameAndNotAnEmptyOne();
    void annotatorBarStaysAwayAfterLater();
    void messageBarShowsUntilClosed();
    void statusStripSaysHowMuchIsReviewed();
    void typeChooserTakesANumber();
    void typeChooserFiltersByName();
    void cyrillicKeysMeanTheLatinOnes_data();
    void cyrillicKeysMeanTheLatinOnes();
    void propertiesKeepWhatTheyDoNotShow();
    void propertiesRefuseAMalformedDate_data();
    void propertiesRefuseAMalformedDate();
    void encodingDialogShowsTheTextAsChosen();
    void preferencesSurviveARestart();
    void preferencesDialogReturnsWhatItWasGiven();
};

void TestWidgets::initTestCase()
{
    QCoreApplication::setOrganizationName(u"DatelineTest"_s);
    QCoreApplication::setApplicationName(u"tst_widgets"_s);
    QSettings().clear();
}

void TestWidgets::findBarStepsThroughAllPlacesAndWraps()
{
    FindBar bar;
    bar.setText(u"Lavrov met Lavrov"_s);
    QSignalSpy told(&bar, &FindBar::matchesChanged);
    bar.open(u"lavrov"_s, 0);
    QCOMPARE(bar.matchCount(), 2);
    QCOMPARE(told.last().at(0).value<QList<Span>>(), QList<Span>({{0, 6}, {11, 17}}));
    QCOMPARE(told.last().at(1).value<qsizetype>(), 0);
    bar.findNext();
    QCOMPARE(told.last().at(1).value<qsizetype>(), 1);
    bar.findNext();
    QCOMPARE(told.last().at(1).value<qsizetype>(), 0);
    bar.findPrevious();
    QCOMPARE(told.last().at(1).value<qsizetype>(), 1);
}

void TestWidgets::findBarBeginsAtTheCaretAndMindsCaseOnDemand()
{
    FindBar bar;
    bar.setText(u"us and US and US"_s);
    QSignalSpy told(&bar, &FindBar::matchesChanged);
    bar.open(u"US"_s, 3);
    QCOMPARE(bar.matchCount(), 3);
    QCOMPARE(told.last().at(1).value<qsizetype>(), 1);
    bar.findChild<QCheckBox *>()->setChecked(true);
    QCOMPARE(bar.matchCount(), 2);
    bar.field()->setText(u"absent"_s);
    QCOMPARE(bar.matchCount(), 0);
    QCOMPARE(told.last().at(1).value<qsizetype>(), -1);
}

void TestWidgets::findBarClosesWithEscape()
{
    FindBar bar;
    bar.open(u"a"_s, 0);
    QSignalSpy closed(&bar, &FindBar::closed);
    QTest::keyClick(bar.field(), Qt::Key_Escape);
    QCOMPARE(closed.size(), 1);
    QVERIFY(bar.isHidden());
}

void TestWidgets::goToLineGivesTheLineWithReturn()
{
    GoToLineBar bar;
    bar.open(3, 42);
    QCOMPARE(bar.field()->value(), 3);
    QCOMPARE(bar.field()->maximum(), 42);
    QSignalSpy chosen(&bar, &GoToLineBar::lineChosen);
    bar.field()->setValue(17);
    QTest::keyClick(bar.field(), Qt::Key_Return);
    QCOMPARE(chosen.size(), 1);
    QCOMPARE(chosen.first().first().value<qsizetype>(), 17);
}

void TestWidgets::annotatorBarGivesATidyNameAndNotAnEmptyOne()
{
    AnnotatorBar bar;
    bar.ask();
    QSignalSpy given(&bar, &AnnotatorBar::nameGiven);
    bar.field()->setText(u"   "_s);
    QTest::keyClick(bar.field(), Qt::Key_Return);
    QCOMPARE(given.size(), 0);
    bar.field()->setText(u"  Anna  Petrova "_s);
    QTest::keyClick(bar.field(), Qt::Key_Return);
    QCOMPARE(given.size(), 1);
    QCOMPARE(given.first().first().toString(), u"Anna Petrova"_s);
    QVERIFY(bar.isHidden());
}

void TestWidgets::annotatorBarStaysAwayAfterLater()
{
    AnnotatorBar bar;
    bar.ask();
    QTest::keyClick(&bar, Qt::Key_Escape);
    bar.ask();
    QVERIFY(bar.isHidden());
}

void TestWidgets::messageBarShowsUntilClosed()
{
    MessageBar bar;
    QVERIFY(bar.message().isEmpty());
    bar.showMessage(Severity::Error, u"The disk is full."_s);
    QCOMPARE(bar.message(), u"The disk is full."_s);
    bar.hide();
    QVERIFY(bar.message().isEmpty());
}

void TestWidgets::statusStripSaysHowMuchIsReviewed()
{
    StatusStrip strip;
    strip.setProgress(14, 26);
    QVERIFY(strip.progressText().contains(u"14"));
    QVERIFY(strip.progressText().contains(u"26"));
    strip.showMessage(u"Saved."_s);
    QCOMPARE(strip.message(), u"Saved."_s);
}

void TestWidgets::typeChooserTakesANumber()
{
    ChoicePopup chooser(u"Type"_s, u"Types"_s, typeChoices(Tagset::news(), Theme::light()));
    chooser.popup({0, 0});
    QSignalSpy chosen(&chooser, &ChoicePopup::chosen);
    QTest::keyClick(chooser.field(), Qt::Key_3);
    QCOMPARE(chosen.size(), 1);
    QCOMPARE(chosen.first().first().toString(), Tagset::news().types.at(2).id);
    QVERIFY(chooser.isHidden());
}

void TestWidgets::typeChooserFiltersByName()
{
    ChoicePopup chooser(u"Type"_s, u"Types"_s, typeChoices(Tagset::news(), Theme::dark()));
    chooser.popup({0, 0});
    QSignalSpy chosen(&chooser, &ChoicePopup::chosen);
    auto *field = chooser.field();
    QTest::keyClicks(field, u"perc"_s);
    QTest::keyClick(field, Qt::Key_Return);
    QCOMPARE(chosen.size(), 1);
    QCOMPARE(chosen.first().first().toString(), u"percent"_s);
}

void TestWidgets::cyrillicKeysMeanTheLatinOnes_data()
{
    QTest::addColumn<QString>("letter");
    QTest::addColumn<int>("modifiers");
    QTest::addColumn<QString>("keys");
    QTest::newRow("Russian E") << u"У"_s << int(Qt::NoModifier) << u"E"_s;
    QTest::newRow("Russian N") << u"Т"_s << int(Qt::NoModifier) << u"N"_s;
    QTest::newRow("Russian U") << u"Г"_s << int(Qt::NoModifier) << u"U"_s;
    QTest::newRow("Russian L") << u"Д"_s << int(Qt::NoModifier) << u"L"_s;
    QTest::newRow("Russian T") << u"Е"_s << int(Qt::NoModifier) << u"T"_s;
    QTest::newRow("Russian Ctrl+F") << u"А"_s << int(Qt::ControlModifier) << u"Ctrl+F"_s;
    QTest::newRow("Serbian Q") << u"Љ"_s << int(Qt::NoModifier) << u"Q"_s;
    QTest::newRow("Ukrainian S") << u"І"_s << int(Qt::NoModifier) << u"S"_s;
    QTest::newRow("Latin stays") << u"E"_s << int(Qt::NoModifier) << u"E"_s;
}

void TestWidgets::cyrillicKeysMeanTheLatinOnes()
{
    QFETCH(QString, letter);
    QFETCH(int, modifiers);
    QFETCH(QString, keys);
    const QKeyEvent event(QEvent::KeyPress, letter[0].unicode(), Qt::KeyboardModifiers(modifiers), letter.toLower());
    QCOMPARE(sequenceOf(event).toString(QKeySequence::PortableText), keys);
}

void TestWidgets::propertiesKeepWhatTheyDoNotShow()
{
    Head head;
    head.title = u"Talks"_s;
    head.published = u"2024-03-21"_s;
    head.language = u"sr-Latn"_s;
    head.attributes = {{u"desk"_s, u"foreign"_s}};
    const ArticlePropertiesDialog dialog(head);
    QCOMPARE(dialog.head(), head);
}

void TestWidgets::propertiesRefuseAMalformedDate_data()
{
    QTest::addColumn<QString>("date");
    QTest::addColumn<bool>("isValid");
    QTest::newRow("none") << QString() << true;
    QTest::newRow("date") << u"2024-03-21"_s << true;
    QTest::newRow("date and time") << u"2024-03-21T09:00:00Z"_s << true;
    QTest::newRow("no such day") << u"2024-02-30"_s << false;
    QTest::newRow("words") << u"21 March"_s << false;
}

void TestWidgets::propertiesRefuseAMalformedDate()
{
    QFETCH(QString, date);
    QFETCH(bool, isValid);
    ArticlePropertiesDialog dialog({});
    dialog.publishedField()->setText(date);
    QCOMPARE(dialog.findChild<QDialogButtonBox *>()->button(QDialogButtonBox::Ok)->isEnabled(), isValid);
}

void TestWidgets::encodingDialogShowsTheTextAsChosen()
{
    // "Привет" in windows-1251.
    EncodingDialog dialog("\xCF\xF0\xE8\xE2\xE5\xF2", {u"windows-1251"_s, u"KOI8-R"_s});
    QCOMPARE(dialog.encoding(), u"windows-1251"_s);
    QVERIFY(dialog.previewText().contains(u"Привет"));
    dialog.list()->setCurrentRow(1);
    QCOMPARE(dialog.encoding(), u"KOI8-R"_s);
    QVERIFY(!dialog.previewText().contains(u"Привет"));
}

void TestWidgets::preferencesSurviveARestart()
{
    Preferences given;
    given.theme = Preferences::ThemeChoice::Dark;
    given.zoomPercent = 130;
    given.language = u"ru"_s;
    given.restoresSession = false;
    given.store();
    QCOMPARE(Preferences::load(), given);
}

void TestWidgets::preferencesDialogReturnsWhatItWasGiven()
{
    Preferences given;
    given.theme = Preferences::ThemeChoice::Light;
    given.zoomPercent = 90;
    given.language = u"sr"_s;
    given.annotatorName = u"Anna"_s;
    const PreferencesDialog dialog(given);
    QCOMPARE(dialog.preferences(), given);
}

DATELINE_TEST_MAIN(QApplication, TestWidgets)
#include "tst_widgets.moc"
