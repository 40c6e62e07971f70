// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QAction>
#include <QHash>
#include <QKeySequence>
#include <QList>
#include <QObject>

class QMenuBar;
class QWidget;

namespace dateline {

/// Where a key works: everywhere in the window, in the article and the panels' lists, or in the
/// article alone (keys that mean something else in a list or a field).
enum class ActionScope { Window, Lists, Article };

/// Every action of the window with its menu, text, keys and scope, in one table. Menus, the sheet
/// of keys, the palette and the translation of Cyrillic layouts all read it. Owns the QActions. GUI thread.
class Actions final : public QObject
{
    Q_OBJECT

public:
    struct Sheet
    {
        QString section; ///< the menu's title
        QString keys;    ///< as the platform writes them
        QString what;
    };

    struct Listed
    {
        QString section; ///< the menu's title
        QAction *action = nullptr;
    };

    explicit Actions(QObject *parent = nullptr);

    /// Pre: `name` stands in the table.
    [[nodiscard]] QAction *operator[](const QString &name) const;
    [[nodiscard]] bool contains(const QString &name) const { return m_actions.contains(name); }
    /// Fills the menu bar, and adds each action to the widgets where its keys work.
    void install(QMenuBar &bar, QWidget &window, QWidget &article, const QList<QWidget *> &lists);
    /// The actions of one menu in order; null stands for a separator.
    [[nodiscard]] QList<QAction *> menu(const QString &id) const;
    /// The enabled action of the article or lists scope whose key this is; null: none.
    [[nodiscard]] QAction *forKey(const QKeySequence &keys) const;
    /// What the program itself gives an action.
    [[nodiscard]] QList<QKeySequence> defaultKeys(const QString &name) const { return m_defaultKeys.value(name); }
    [[nodiscard]] ActionScope scope(const QString &name) const;
    /// Every action with its menu's title, in the order of the menus; without separators.
    [[nodiscard]] QList<Listed> all() const;
    /// Keys that differ from the default are kept in QSettings and come back with it.
    void setKeys(const QString &name, const QList<QKeySequence> &keys);
    void storeKeys() const;
    void restoreKeys();
    /// One line an action with keys, in the order of the menus.
    [[nodiscard]] QList<Sheet> sheet() const;

private:
    struct Entry
    {
        QString menu;
        QAction *action = nullptr; ///< null: a separator
        ActionScope scope = ActionScope::Window;
    };

    QList<Entry> m_entries;
    QHash<QString, QAction *> m_actions;
    QHash<QString, QList<QKeySequence>> m_defaultKeys;
};

} // namespace dateline
