// SPDX-License-Identifier: Apache-2.0
#include "ui/theme.h"

#include "annotation/tagset.h"

#include <QFontDatabase>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace dateline {

namespace {

double channel(double value) { return value <= 0.03928 ? value / 12.92 : std::pow((value + 0.055) / 1.055, 2.4); }

double luminance(const QColor &color)
{
    return 0.2126 * channel(color.redF()) + 0.7152 * channel(color.greenF()) + 0.0722 * channel(color.blueF());
}

TypeColors pair(QRgb line, QRgb tint) { return {QColor(line), QColor(tint)}; }

} // namespace

QColor mixed(const QColor &from, const QColor &to, double share)
{
    return QColor::fromRgbF(float(from.redF() + (to.redF() - from.redF()) * share),
                            float(from.greenF() + (to.greenF() - from.greenF()) * share),
                            float(from.blueF() + (to.blueF() - from.blueF()) * share));
}

Theme Theme::light()
{
    Theme theme;
    theme.paper = QColor(0xfffefb);
    theme.panel = QColor(0xfaf9f6);
    theme.field = QColor(0xfffefb);
    theme.border = QColor(0xdddad3);
    theme.text = QColor(0x1d1f23);
    theme.dimmed = QColor(0x6b6f76);
    theme.dimmedOnTint = QColor(0x585c63);
    theme.accent = QColor(0x2f5fb3);
    theme.accentText = QColor(0xffffff);
    theme.warning = QColor(0xb3261e);
    theme.selectionRow = QColor(0xe7eef9);
    theme.selection = QColor(0xb4d0f7);
    theme.find = QColor(0xffe58f);
    theme.track = QColor(0xdddad3);
    const TypeColors time = pair(0x5d6b7d, 0xe4e8ee);
    theme.types = {{u"person"_s, pair(0x2f6fd0, 0xdce9fb)},
                   {u"organisation"_s, pair(0x8a4fc4, 0xecdffa)},
                   {u"place"_s, pair(0x17784d, 0xd5f1e3)},
                   {u"group"_s, pair(0x0b7480, 0xd3eff2)},
                   {u"event"_s, pair(0xa85306, 0xfde6cf)},
                   {u"date"_s, time},
                   {u"time"_s, time},
                   {u"money"_s, time},
                   {u"percent"_s, time},
                   {u"topic"_s, pair(0xb02f52, 0xfbdbe4)},
                   {u"role"_s, pair(0x766010, 0xf5ecc4)},
                   {u"product"_s, pair(0x6b5a4a, 0xece5dd)}};
    return theme;
}

Theme Theme::dark()
{
    Theme theme;
    theme.isDark = true;
    theme.paper = QColor(0x1e2024);
    theme.panel = QColor(0x1b1d21);
    theme.field = QColor(0x1e2024);
    theme.border = QColor(0x33363c);
    theme.text = QColor(0xe6e4df);
    theme.dimmed = QColor(0x9a9fa8);
    theme.dimmedOnTint = QColor(0xb3b8c0);
    theme.accent = QColor(0x7fa8ee);
    theme.accentText = QColor(0x12161d);
    theme.warning = QColor(0xff9d92);
    theme.selectionRow = QColor(0x263348);
    theme.selection = QColor(0x35548a);
    theme.find = QColor(0x66531a);
    theme.track = QColor(0x33363c);
    const TypeColors time = pair(0xaeb9c8, 0x2c3138);
    theme.types = {{u"person"_s, pair(0x8ab6ff, 0x223552)},
                   {u"organisation"_s, pair(0xcaa2f5, 0x352749)},
                   {u"place"_s, pair(0x7fd8ae, 0x1c3a2d)},
                   {u"group"_s, pair(0x7fd5df, 0x1a383c)},
                   {u"event"_s, pair(0xf2ad6b, 0x41301d)},
                   {u"date"_s, time},
                   {u"time"_s, time},
                   {u"money"_s, time},
                   {u"percent"_s, time},
                   {u"topic"_s, pair(0xf28fab, 0x45232e)},
                   {u"role"_s, pair(0xdcc767, 0x393317)},
                   {u"product"_s, pair(0xcdb9a5, 0x352e27)}};
    return theme;
}

TypeColors Theme::colorsOf(const QString &type, const QColor &fallback) const
{
    const auto known = types.constFind(type);
    if (known != types.cend())
        return *known;
    if (!fallback.isValid())
        return types.value(u"date"_s);
    // A tagset's colour is made for one paper: move it towards black or white until it can be
    // read here, the tint is a breath of it on the paper.
    const QColor towards = isDark ? QColor(Qt::white) : QColor(Qt::black);
    QColor line = fallback;
    for (double share = 0.05; contrast(line, paper) < 4.5 && share <= 1.0; share += 0.05)
        line = mixed(fallback, towards, share);
    return {line, mixed(paper, line, isDark ? 0.18 : 0.14)};
}

TypeColors Theme::colorsOf(const QString &type, const Tagset &tagset) const
{
    const TypeDefinition *definition = tagset.find(type);
    return colorsOf(type, definition ? QColor(definition->color) : QColor());
}

QPalette Theme::palette() const
{
    QPalette palette;
    palette.setColor(QPalette::Window, panel);
    palette.setColor(QPalette::WindowText, text);
    palette.setColor(QPalette::Base, field);
    palette.setColor(QPalette::AlternateBase, panel);
    palette.setColor(QPalette::Text, text);
    palette.setColor(QPalette::PlaceholderText, dimmed);
    palette.setColor(QPalette::Button, panel);
    palette.setColor(QPalette::ButtonText, text);
    palette.setColor(QPalette::BrightText, text);
    palette.setColor(QPalette::Highlight, selectionRow);
    palette.setColor(QPalette::HighlightedText, text);
    palette.setColor(QPalette::Link, accent);
    palette.setColor(QPalette::LinkVisited, accent);
    palette.setColor(QPalette::ToolTipBase, field);
    palette.setColor(QPalette::ToolTipText, text);
    palette.setColor(QPalette::Light, field);
    palette.setColor(QPalette::Midlight, mixed(panel, border, 0.5));
    palette.setColor(QPalette::Mid, border);
    palette.setColor(QPalette::Dark, mixed(border, text, 0.3));
    palette.setColor(QPalette::Shadow, mixed(border, text, 0.5));
    const QColor disabled = mixed(dimmed, panel, 0.4);
    for (const QPalette::ColorRole role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
        palette.setColor(QPalette::Disabled, role, disabled);
    return palette;
}

QFont Theme::articleFont()
{
    static const QString family = [] {
        for (const QString &name : {u"Noto Serif"_s, u"Source Serif 4"_s, u"Source Serif Pro"_s, u"Charter"_s, u"Georgia"_s,
                                    u"PT Serif"_s, u"DejaVu Serif"_s, u"Liberation Serif"_s, u"Times New Roman"_s}) {
            if (QFontDatabase::hasFamily(name))
                return name;
        }
        return QString();
    }();
    QFont font;
    font.setStyleHint(QFont::Serif);
    if (!family.isEmpty())
        font.setFamilies({family});
    return font;
}

double Theme::contrast(const QColor &a, const QColor &b)
{
    const double first = luminance(a);
    const double second = luminance(b);
    return (std::max(first, second) + 0.05) / (std::min(first, second) + 0.05);
}

QString Theme::styleSheet() const
{
    QString sheet = uR"(
QMainWindow, QDialog, QMessageBox, QWizard { background: @panel; color: @text; }
QMainWindow::separator { background: @border; width: 1px; height: 1px; }
QSplitter::handle { background: @border; }
QSplitter::handle:horizontal { width: 1px; }
QSplitter::handle:vertical { height: 1px; }

QMenuBar { background: @panel; color: @text; border: none; border-bottom: 1px solid @border; padding: 0 4px; }
QMenuBar::item { background: transparent; padding: 5px 10px; border-radius: 5px; }
QMenuBar::item:selected, QMenuBar::item:pressed { background: @row; }
QMenu { background: @panel; color: @text; border: 1px solid @border; padding: 5px; }
QMenu::item { padding: 5px 26px 5px 24px; border-radius: 5px; }
QMenu::item:selected { background: @row; color: @text; }
QMenu::item:disabled { color: @disabled; }
QMenu::separator { height: 1px; background: @border; margin: 5px 8px; }

QStatusBar { background: @panel; color: @dimmed; border-top: 1px solid @border; }
QStatusBar::item { border: none; }
QStatusBar QLabel { color: @dimmed; padding: 0 5px; }
QToolBar { background: @panel; border: none; border-bottom: 1px solid @border; spacing: 4px; padding: 4px; }

QDockWidget { color: @text; }
QDockWidget::title { background: @panel; padding: 6px 12px; border-bottom: 1px solid @border; }
QTabWidget::pane { border: none; border-top: 1px solid @border; }
QTabWidget::tab-bar { left: 8px; }
QTabBar { background: @panel; qproperty-drawBase: 0; }
QTabBar::tab { background: transparent; color: @dimmed; padding: 9px 14px 8px 14px; border: none; border-bottom: 2px solid transparent; }
QTabBar::tab:selected { color: @text; font-weight: bold; border-bottom: 2px solid @accent; }
QTabBar::tab:hover:!selected { color: @text; }

QLabel { color: @text; background: transparent; }
QLabel:disabled { color: @disabled; }

QLineEdit, QPlainTextEdit, QTextEdit {
    background: @field; color: @text; border: 1px solid @border; border-radius: 6px;
    padding: 5px 8px; selection-background-color: @selection; selection-color: @text; }
QLineEdit:focus, QPlainTextEdit:focus, QTextEdit:focus { border: 1px solid @accent; }
QLineEdit:disabled { color: @disabled; }
QAbstractSpinBox QLineEdit, QComboBox QLineEdit { border: none; border-radius: 0; padding: 0; background: transparent; }
QComboBox QAbstractItemView { background: @field; color: @text; border: 1px solid @border; selection-background-color: @row; selection-color: @text; }

QPushButton { background: @field; color: @text; border: 1px solid @border; border-radius: 6px; padding: 5px 12px; min-height: 16px; }
QPushButton:hover { background: @row; }
QPushButton:pressed { background: @track; }
QPushButton:focus { border: 1px solid @accent; }
QPushButton:disabled { color: @disabled; background: @panel; }
QPushButton[primary="true"], QPushButton:default { background: @accent; color: @onAccent; border: 1px solid @accent; }
QPushButton[primary="true"]:hover, QPushButton:default:hover { background: @hot; border: 1px solid @hot; }
QPushButton[primary="true"]:focus { border: 2px solid @text; padding: 4px 11px; }
QPushButton[primary="true"]:disabled, QPushButton:default:disabled { background: @track; color: @disabled; border: 1px solid @track; }
QPushButton:flat { background: transparent; border: 1px solid transparent; }
QToolButton { background: transparent; color: @text; border: 1px solid transparent; border-radius: 6px; padding: 4px 8px; }
QToolButton:hover, QToolButton:checked { background: @row; }
QToolButton:focus { border: 1px solid @accent; }

QTreeView, QListView, QTableView { background: @panel; color: @text; border: none; outline: none;
    selection-background-color: @row; selection-color: @text; }
QTreeView::item, QListView::item { padding: 3px 0; border: none; }
QTreeView::item:selected, QListView::item:selected, QTableView::item:selected { background: @row; color: @text; }
QTreeView::branch { background: transparent; }
QTreeView::branch:selected { background: @row; }
QHeaderView::section { background: @panel; color: @dimmed; border: none; border-bottom: 1px solid @border; padding: 5px 8px; }
QGroupBox { border: none; margin-top: 20px; font-weight: bold; }
QGroupBox::title { subcontrol-origin: margin; left: 0; color: @text; }

QScrollBar:vertical { background: transparent; width: 10px; margin: 0; }
QScrollBar:horizontal { background: transparent; height: 10px; margin: 0; }
QScrollBar::handle { background: @handle; border-radius: 3px; margin: 2px; }
QScrollBar::handle:hover { background: @dimmed; }
QScrollBar::handle:vertical { min-height: 32px; }
QScrollBar::handle:horizontal { min-width: 32px; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }

QProgressBar { background: @track; border: none; border-radius: 2px; max-height: 5px; color: transparent; }
QProgressBar::chunk { background: @accent; border-radius: 2px; }
QToolTip { background: @field; color: @text; border: 1px solid @border; padding: 5px 7px; }
)"_s;
    // Longer names first where one is the beginning of another.
    const QList<QPair<QString, QColor>> names = {{u"@onAccent"_s, accentText},
                                                 {u"@accent"_s, accent},
                                                 {u"@panel"_s, panel},
                                                 {u"@text"_s, text},
                                                 {u"@border"_s, border},
                                                 {u"@row"_s, selectionRow},
                                                 {u"@disabled"_s, mixed(dimmed, panel, 0.4)},
                                                 {u"@dimmed"_s, dimmed},
                                                 {u"@field"_s, field},
                                                 {u"@selection"_s, selection},
                                                 {u"@track"_s, track},
                                                 {u"@hot"_s, mixed(accent, isDark ? QColor(Qt::white) : QColor(Qt::black), 0.12)},
                                                 {u"@handle"_s, mixed(border, dimmed, 0.35)}};
    for (const auto &[name, color] : names)
        sheet.replace(name, color.name());
    return sheet;
}

} // namespace dateline
