// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QColor>
#include <QFont>
#include <QHash>
#include <QPalette>
#include <QString>

namespace dateline {

struct Tagset;

/// Line and tint of a type.
struct TypeColors
{
    QColor line;
    QColor tint;
};

/// All colours of the window. A value. Every line colour reaches 4.5 : 1 as text on the paper,
/// and dimmed text reaches it on every tint (tst_theme computes both).
struct Theme
{
    bool isDark = false;
    QColor paper; ///< behind the article
    QColor panel; ///< behind the side panel, menus, status bar
    QColor field; ///< inputs
    QColor border;
    QColor text;
    QColor dimmed;                    ///< secondary text on paper and panel
    QColor dimmedOnTint;              ///< secondary text (lede) lying on a tint
    QColor accent;                    ///< current mention's frame, tab line, primary button
    QColor accentText;                ///< on accent
    QColor warning;                   ///< what came back, what is wrong; as text on panel and paper
    QColor selectionRow;              ///< selected row of the panel
    QColor selection;                 ///< selected text of the article
    QColor find;                      ///< found places
    QColor track;                     ///< empty part of a progress bar
    QHash<QString, TypeColors> types; ///< by type id

    [[nodiscard]] static Theme light();
    [[nodiscard]] static Theme dark();
    /// Of a type without an entry: derived from `fallback` (the tagset's colour) for this theme.
    [[nodiscard]] TypeColors colorsOf(const QString &type, const QColor &fallback = {}) const;
    /// Of a type of this tagset, or one that it does not know.
    [[nodiscard]] TypeColors colorsOf(const QString &type, const Tagset &tagset) const;
    [[nodiscard]] QPalette palette() const;
    /// Style sheet of the window's chrome (menus, tabs, fields, buttons, scroll bars, tool tips).
    [[nodiscard]] QString styleSheet() const;
    /// Serif family of the article that is installed.
    [[nodiscard]] static QFont articleFont();
    /// WCAG 2.1 contrast ratio, 1…21.
    [[nodiscard]] static double contrast(const QColor &a, const QColor &b);
};

/// `share` 0: `from`, 1: `to`.
[[nodiscard]] QColor mixed(const QColor &from, const QColor &to, double share);

} // namespace dateline
