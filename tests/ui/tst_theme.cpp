// SPDX-License-Identifier: Apache-2.0
#include "annotation/tagset.h"
#include "support/testhelper.h"
#include "ui/theme.h"

#include <QApplication>
#include <QFontInfo>
#include <QLineEdit>
#include <QPushButton>

using namespace Qt::StringLiterals;
using namespace dateline;

namespace {
constexpr double Readable = 4.5;
}

class TestTheme : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void contrastIsThatOfWcag()
    {
        QCOMPARE(Theme::contrast(Qt::black, Qt::white), 21.0);
        QCOMPARE(Theme::contrast(Qt::white, Qt::white), 1.0);
        QVERIFY(qAbs(Theme::contrast(QColor(0x777777), Qt::white) - 4.48) < 0.01);
        QCOMPARE(Theme::contrast(Qt::red, Qt::blue), Theme::contrast(Qt::blue, Qt::red));
    }

    void everyTypeHasTheColoursOfTheTable_data()
    {
        QTest::addColumn<QString>("type");
        QTest::addColumn<QRgb>("lightLine");
        QTest::addColumn<QRgb>("lightTint");
        QTest::addColumn<QRgb>("darkLine");
        QTest::addColumn<QRgb>("darkTint");
        const auto row = [](const char *type, QRgb lightLine, QRgb lightTint, QRgb darkLine, QRgb darkTint) {
            QTest::newRow(type) << QString::fromLatin1(type) << lightLine << lightTint << darkLine << darkTint;
        };
        row("person", 0x2f6fd0, 0xdce9fb, 0x8ab6ff, 0x223552);
        row("organisation", 0x8a4fc4, 0xecdffa, 0xcaa2f5, 0x352749);
        row("place", 0x17784d, 0xd5f1e3, 0x7fd8ae, 0x1c3a2d);
        row("group", 0x0b7480, 0xd3eff2, 0x7fd5df, 0x1a383c);
        row("event", 0xa85306, 0xfde6cf, 0xf2ad6b, 0x41301d);
        row("date", 0x5d6b7d, 0xe4e8ee, 0xaeb9c8, 0x2c3138);
        row("time", 0x5d6b7d, 0xe4e8ee, 0xaeb9c8, 0x2c3138);
        row("money", 0x5d6b7d, 0xe4e8ee, 0xaeb9c8, 0x2c3138);
        row("percent", 0x5d6b7d, 0xe4e8ee, 0xaeb9c8, 0x2c3138);
        row("topic", 0xb02f52, 0xfbdbe4, 0xf28fab, 0x45232e);
        row("role", 0x766010, 0xf5ecc4, 0xdcc767, 0x393317);
        row("product", 0x6b5a4a, 0xece5dd, 0xcdb9a5, 0x352e27);
    }

    void everyTypeHasTheColoursOfTheTable()
    {
        QFETCH(QString, type);
        QFETCH(QRgb, lightLine);
        QFETCH(QRgb, lightTint);
        QFETCH(QRgb, darkLine);
        QFETCH(QRgb, darkTint);
        QCOMPARE(Theme::light().colorsOf(type).line, QColor(lightLine));
        QCOMPARE(Theme::light().colorsOf(type).tint, QColor(lightTint));
        QCOMPARE(Theme::dark().colorsOf(type).line, QColor(darkLine));
        QCOMPARE(Theme::dark().colorsOf(type).tint, QColor(darkTint));
    }

    void everyBuiltInTypeHasColours()
    {
        for (const TypeDefinition &type : Tagset::news().types) {
            QVERIFY2(Theme::light().types.contains(type.id), qPrintable(type.id));
            QVERIFY2(Theme::dark().types.contains(type.id), qPrintable(type.id));
        }
    }

    void textIsReadable_data() { themes(); }
    void textIsReadable()
    {
        const Theme theme = current();
        QVERIFY(Theme::contrast(theme.text, theme.paper) >= 7);
        QVERIFY(Theme::contrast(theme.text, theme.panel) >= 7);
        QVERIFY(Theme::contrast(theme.text, theme.selectionRow) >= 7);
        QVERIFY(Theme::contrast(theme.text, theme.selection) >= Readable);
        QVERIFY(Theme::contrast(theme.text, theme.find) >= Readable);
        for (const QColor &ground : {theme.paper, theme.panel, theme.selectionRow})
            QVERIFY(Theme::contrast(theme.warning, ground) >= Readable);
        QVERIFY(Theme::contrast(theme.dimmed, theme.paper) >= Readable);
        QVERIFY(Theme::contrast(theme.dimmed, theme.panel) >= Readable);
        QVERIFY(Theme::contrast(theme.dimmed, theme.field) >= Readable);
        QVERIFY(Theme::contrast(theme.dimmed, theme.selectionRow) >= 4);
        QVERIFY(Theme::contrast(theme.accentText, theme.accent) >= Readable);
        QVERIFY(Theme::contrast(theme.accent, theme.paper) >= Readable);
    }

    void linesAndTintsAreReadable_data() { themes(); }
    void linesAndTintsAreReadable()
    {
        const Theme theme = current();
        QVERIFY(!theme.types.isEmpty());
        for (auto type = theme.types.cbegin(); type != theme.types.cend(); ++type) {
            QVERIFY2(Theme::contrast(type->line, theme.paper) >= Readable, qPrintable(type.key()));
            QVERIFY2(Theme::contrast(theme.text, type->tint) >= 7, qPrintable(type.key()));
            QVERIFY2(Theme::contrast(theme.dimmedOnTint, type->tint) >= Readable, qPrintable(type.key()));
        }
    }

    void anUnknownTypeIsDerivedReadably_data() { themes(); }
    void anUnknownTypeIsDerivedReadably()
    {
        const Theme theme = current();
        for (const QRgb fallback : {0xffff00u, 0x000000u, 0xffffffu, 0x2f6fd0u, 0x808080u, 0x00ff00u}) {
            const TypeColors colors = theme.colorsOf(u"vessel"_s, QColor(fallback));
            QVERIFY2(Theme::contrast(colors.line, theme.paper) >= Readable, qPrintable(QString::number(fallback, 16)));
            QVERIFY2(Theme::contrast(theme.text, colors.tint) >= Readable, qPrintable(QString::number(fallback, 16)));
            QVERIFY(colors.tint != theme.paper);
        }
        QCOMPARE(theme.colorsOf(u"vessel"_s).line, theme.types.value(u"date"_s).line);
    }

    void thePaletteFollowsTheTheme_data() { themes(); }
    void thePaletteFollowsTheTheme()
    {
        const Theme theme = current();
        const QPalette palette = theme.palette();
        QCOMPARE(palette.color(QPalette::Window), theme.panel);
        QCOMPARE(palette.color(QPalette::Base), theme.field);
        QCOMPARE(palette.color(QPalette::Text), theme.text);
        QVERIFY(palette.color(QPalette::Disabled, QPalette::Text) != theme.text);
        QVERIFY(Theme::contrast(palette.color(QPalette::HighlightedText), palette.color(QPalette::Highlight)) >= Readable);
    }

    void theStyleSheetHasNoPlaceholderLeftAndIsApplied_data() { themes(); }
    void theStyleSheetHasNoPlaceholderLeftAndIsApplied()
    {
        const Theme theme = current();
        const QString sheet = theme.styleSheet();
        QVERIFY(!sheet.contains(u'@'));
        QWidget window;
        window.setStyleSheet(sheet);
        QPushButton button(u"Accept"_s, &window);
        button.setProperty("primary", true);
        button.setAutoDefault(false);
        button.resize(120, 32);
        window.resize(200, 80);
        const QImage image = button.grab().toImage();
        QCOMPARE(image.pixelColor(image.width() / 2, 4), theme.accent);
    }

    void lightAndDarkAreTold()
    {
        QVERIFY(!Theme::light().isDark);
        QVERIFY(Theme::dark().isDark);
    }

    void theArticleFontIsInstalled()
    {
        const QFont font = Theme::articleFont();
        if (font.families().isEmpty())
            QSKIP("no serif family of the list is installed");
        QCOMPARE(QFontInfo(font).family(), font.families().first());
    }

private:
    static void themes()
    {
        QTest::addColumn<bool>("dark");
        QTest::newRow("light") << false;
        QTest::newRow("dark") << true;
    }
    static Theme current()
    {
        QFETCH(bool, dark);
        return dark ? Theme::dark() : Theme::light();
    }
};

DATELINE_TEST_MAIN(QApplication, TestTheme)
#include "tst_theme.moc"
