// SPDX-License-Identifier: Apache-2.0
#include "ui/window/actions.h"

#include <QCoreApplication>
#include <QMenu>
#include <QMenuBar>
#include <QSettings>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace dateline {

namespace {

struct Row
{
    const char *menu;
    const char *name; ///< null: a separator
    const char *text;
    const char *keys; ///< portable text, several separated by "; "
    ActionScope scope = ActionScope::Window;
    bool isCheckable = false;
};

// Translated when used; lupdate finds them through QT_TRANSLATE_NOOP.
#define TEXT(text) QT_TRANSLATE_NOOP("dateline::Actions", text)

constexpr auto KeysGroup = "keys";

constexpr Row separator(const char *menu) { return {menu, nullptr, nullptr, nullptr}; }

const Row Menus[] = {
    {"file", nullptr, TEXT("&File"), nullptr},     {"edit", nullptr, TEXT("&Edit"), nullptr},
    {"view", nullptr, TEXT("&View"), nullptr},     {"mention", nullptr, TEXT("&Mention"), nullptr},
    {"entity", nullptr, TEXT("E&ntity"), nullptr}, {"review", nullptr, TEXT("&Review"), nullptr},
    {"tools", nullptr, TEXT("&Tools"), nullptr},   {"help", nullptr, TEXT("&Help"), nullptr},
};

const Row Rows[] = {
    {"file", "open", TEXT("&Open…"), "Ctrl+O"},
    {"file", "recent", TEXT("Open &Recent"), nullptr},
    {"file", "paste", TEXT("New from Clip&board"), "Ctrl+V"},
    {"file", "sample", TEXT("Open the Sa&mple"), nullptr},
    separator("file"),
    {"file", "save", TEXT("&Save"), "Ctrl+S"},
    {"file", "saveAs", TEXT("Save &As…"), "Ctrl+Shift+S"},
    {"file", "saveCopy", TEXT("Save a &Copy…"), nullptr},
    {"file", "takeIn", TEXT("&Take In Changes from Outside"), "F5"},
    {"file", "revert", TEXT("Re&vert"), nullptr},
    {"file", "finish", TEXT("Save, Mark &Final, Next Article"), "Ctrl+Return; Ctrl+Enter"},
    separator("file"),
    {"file", "export", TEXT("&Export…"), "Ctrl+E"},
    {"file", "savePdf", TEXT("Save as P&DF…"), nullptr},
    {"file", "print", TEXT("Prin&t…"), "Ctrl+P"},
    separator("file"),
    {"file", "properties", TEXT("Article &Properties…"), "Ctrl+I"},
    separator("file"),
    {"file", "nextArticle", TEXT("&Next Article"), "Ctrl+PgDown"},
    {"file", "previousArticle", TEXT("Pre&vious Article"), "Ctrl+PgUp"},
    {"file", "close", TEXT("&Close Article"), "Ctrl+W"},
    {"file", "quit", TEXT("&Quit"), "Ctrl+Q"},

    {"edit", "undo", TEXT("&Undo"), "Ctrl+Z"},
    {"edit", "redo", TEXT("&Redo"), "Ctrl+Shift+Z; Ctrl+Y"},
    separator("edit"),
    {"edit", "copy", TEXT("&Copy"), "Ctrl+C", ActionScope::Article},
    {"edit", "copyMention", TEXT("Copy &Mention"), nullptr},
    {"edit", "copyEntity", TEXT("Copy &Entity"), nullptr},
    {"edit", "copyTable", TEXT("Copy All Mentions as a &Table"), nullptr},
    {"edit", "selectAll", TEXT("Select &All"), "Ctrl+A", ActionScope::Article},
    separator("edit"),
    {"edit", "find", TEXT("&Find…"), "Ctrl+F"},
    {"edit", "findNext", TEXT("Find &Next"), "F3"},
    {"edit", "findPrevious", TEXT("Find Pre&vious"), "Shift+F3"},
    {"edit", "goToLine", TEXT("&Go to Line…"), "Ctrl+G"},
    separator("edit"),
    {"edit", "shortcuts", TEXT("&Shortcuts…"), nullptr},
    {"edit", "preferences", TEXT("&Preferences…"), "Ctrl+,"},

    {"view", "filter", TEXT("&Filter Entities"), "Ctrl+L"},
    {"view", "nextPane", TEXT("Next &Pane"), "F6"},
    {"view", "previousPane", TEXT("Pre&vious Pane"), "Shift+F6"},
    separator("view"),
    {"view", "zoomIn", TEXT("Zoom &In"), "Ctrl++; Ctrl+="},
    {"view", "zoomOut", TEXT("Zoom &Out"), "Ctrl+-"},
    {"view", "zoomReset", TEXT("&Normal Size"), "Ctrl+0"},
    separator("view"),
    {"view", "dark", TEXT("&Dark"), "Ctrl+Shift+D", ActionScope::Window, true},
    {"view", "showRejected", TEXT("Show &Rejected"), nullptr, ActionScope::Window, true},
    {"view", "showArticles", TEXT("&Articles"), "F9", ActionScope::Window, true},
    {"view", "showProblems", TEXT("Pro&blems"), "F10", ActionScope::Window, true},

    {"mention", "nextUndecided", TEXT("&Next Undecided"), "Tab", ActionScope::Article},
    {"mention", "previousUndecided", TEXT("&Previous Undecided"), "Shift+Tab", ActionScope::Article},
    separator("mention"),
    {"mention", "accept", TEXT("&Accept"), "Return; Enter", ActionScope::Article},
    {"mention", "reject", TEXT("&Reject"), "Del", ActionScope::Lists},
    {"mention", "chooseType", TEXT("&Type…"), "T", ActionScope::Lists},
    separator("mention"),
    {"mention", "startLeft", TEXT("Start a Word &Back"), "Alt+Left", ActionScope::Article},
    {"mention", "startRight", TEXT("Start a Word &Forward"), "Alt+Right", ActionScope::Article},
    {"mention", "endLeft", TEXT("End a Word Bac&k"), "Alt+Shift+Left", ActionScope::Article},
    {"mention", "endRight", TEXT("End a Word For&ward"), "Alt+Shift+Right", ActionScope::Article},
    separator("mention"),
    {"mention", "note", TEXT("N&ote…"), "N", ActionScope::Lists},
    {"mention", "unsure", TEXT("&Unsure"), "U", ActionScope::Lists},
    {"mention", "peek", TEXT("Peek at the R&eason"), "Space", ActionScope::Article},

    {"entity", "acceptEntity", TEXT("&Accept with All Mentions"), "Shift+Return; Shift+Enter", ActionScope::Lists},
    {"entity", "rejectEntity", TEXT("&Reject with All Mentions"), "Shift+Del", ActionScope::Lists},
    {"entity", "chooseEntityType", TEXT("&Type of All Mentions…"), "Shift+T", ActionScope::Lists},
    {"entity", "editEntity", TEXT("&Edit…"), "E", ActionScope::Lists},
    {"entity", "link", TEXT("&Link…"), "L", ActionScope::Lists},
    {"entity", "merge", TEXT("&Merge Into…"), "M", ActionScope::Lists},
    {"entity", "split", TEXT("&Split Off"), "Ctrl+Shift+X"},

    {"review", "review", TEXT("&Review as Yourself…"), "Ctrl+Shift+E"},
    {"review", "endReview", TEXT("&End the Review"), nullptr},
    separator("review"),
    {"review", "nextItem", TEXT("&Next to Look At, or Difference"), "F8"},
    {"review", "previousItem", TEXT("&Previous to Look At, or Difference"), "Shift+F8"},
    {"review", "comment", TEXT("&Comment…"), "C", ActionScope::Lists},
    {"review", "takeProposal", TEXT("&Take What Is Proposed"), "P", ActionScope::Lists},
    separator("review"),
    {"review", "approveRest", TEXT("&Approve All the Rest"), "Ctrl+Shift+Return"},
    {"review", "returnArticle", TEXT("&Send the Article Back"), nullptr},
    {"review", "approveArticle", TEXT("Approve the A&rticle"), nullptr},
    separator("review"),
    {"review", "compareWith", TEXT("Compare &With…"), nullptr},
    {"review", "compareLayers", TEXT("Compare &Layers…"), nullptr},
    {"review", "endComparison", TEXT("End C&omparison"), nullptr},

    {"tools", "palette", TEXT("&Command…"), "Ctrl+K"},
    {"tools", "detectAgain", TEXT("&Detect Again"), "Ctrl+Shift+R"},
    {"tools", "watchlists", TEXT("&Watchlists…"), nullptr},
    {"tools", "stop", TEXT("&Stop"), "Esc"},

    {"help", "keys", TEXT("&Keys"), "F1"},
    {"help", "about", TEXT("&About Dateline"), nullptr},
};

#undef TEXT

QList<QKeySequence> sequences(const char *keys)
{
    QList<QKeySequence> result;
    const QStringList parts = keys ? QString::fromLatin1(keys).split(u"; "_s) : QStringList();
    for (const QString &part : parts)
        result.append(QKeySequence::fromString(part, QKeySequence::PortableText));
    return result;
}

} // namespace

Actions::Actions(QObject *parent) : QObject(parent)
{
    for (const Row &row : Rows) {
        Entry entry{QString::fromLatin1(row.menu), nullptr, row.scope};
        if (row.name) {
            auto *action = new QAction(tr(row.text), this);
            action->setObjectName(QString::fromLatin1(row.name));
            action->setShortcuts(sequences(row.keys));
            action->setCheckable(row.isCheckable);
            // Letters and Tab must not be taken from a text field: those act where they were added.
            action->setShortcutContext(row.scope == ActionScope::Window ? Qt::WindowShortcut : Qt::WidgetWithChildrenShortcut);
            action->setMenuRole(QAction::NoRole);
            m_actions.insert(action->objectName(), action);
            m_defaultKeys.insert(action->objectName(), action->shortcuts());
            entry.action = action;
        }
        m_entries.append(entry);
    }
    // The number keys follow the tagset; the window names them when it knows the article.
    for (int key = 1; key <= 10; ++key) {
        auto *action = new QAction(this);
        action->setObjectName(u"type%1"_s.arg(key % 10));
        action->setShortcut(QKeySequence(QKeyCombination(Qt::Key(Qt::Key_0 + key % 10))));
        action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
        m_actions.insert(action->objectName(), action);
        m_defaultKeys.insert(action->objectName(), action->shortcuts());
        m_entries.append({u"type"_s, action, ActionScope::Lists});
    }
}

QAction *Actions::operator[](const QString &name) const
{
    QAction *action = m_actions.value(name);
    Q_ASSERT_X(action, "Actions", qPrintable(name));
    return action;
}

QList<QAction *> Actions::menu(const QString &id) const
{
    QList<QAction *> actions;
    for (const Entry &entry : m_entries) {
        if (entry.menu == id)
            actions.append(entry.action);
    }
    return actions;
}

void Actions::install(QMenuBar &bar, QWidget &window, QWidget &article, const QList<QWidget *> &lists)
{
    for (const Row &row : Menus) {
        const QString id = QString::fromLatin1(row.menu);
        QMenu *menu = bar.addMenu(tr(row.text));
        menu->setObjectName(id + u"Menu"_s);
        const QList<QAction *> entries = this->menu(id);
        for (QAction *action : entries) {
            if (action)
                menu->addAction(action);
            else
                menu->addSeparator();
        }
        if (id == "mention"_L1) {
            QMenu *types = menu->addMenu(tr("T&ype"));
            types->setObjectName(u"typeMenu"_s);
            types->addActions(this->menu(u"type"_s));
        }
    }
    for (const Entry &entry : std::as_const(m_entries)) {
        if (!entry.action)
            continue;
        if (entry.scope == ActionScope::Window) {
            window.addAction(entry.action);
            continue;
        }
        article.addAction(entry.action);
        if (entry.scope == ActionScope::Lists) {
            for (QWidget *list : lists)
                list->addAction(entry.action);
        }
    }
}

QAction *Actions::forKey(const QKeySequence &keys) const
{
    for (const Entry &entry : m_entries) {
        if (entry.action && entry.scope != ActionScope::Window && entry.action->isEnabled()
            && entry.action->shortcuts().contains(keys))
            return entry.action;
    }
    return nullptr;
}

ActionScope Actions::scope(const QString &name) const
{
    const auto isNamed = [&name](const Entry &entry) { return entry.action && entry.action->objectName() == name; };
    const auto found = std::find_if(m_entries.cbegin(), m_entries.cend(), isNamed);
    return found == m_entries.cend() ? ActionScope::Window : found->scope;
}

QList<Actions::Listed> Actions::all() const
{
    QList<Listed> listed;
    const auto append = [&](const QString &section, const QString &id) {
        const QList<QAction *> entries = menu(id);
        for (QAction *action : entries) {
            if (action)
                listed.append({section, action});
        }
    };
    for (const Row &row : Menus) {
        const QString section = tr(row.text).remove(u'&');
        append(section, QString::fromLatin1(row.menu));
        if (QLatin1StringView(row.menu) == "mention"_L1)
            append(tr("Type"), u"type"_s);
    }
    return listed;
}

void Actions::setKeys(const QString &name, const QList<QKeySequence> &keys) { (*this)[name]->setShortcuts(keys); }

void Actions::storeKeys() const
{
    QSettings settings;
    settings.remove(KeysGroup);
    settings.beginGroup(KeysGroup);
    for (auto it = m_actions.cbegin(); it != m_actions.cend(); ++it) {
        const QList<QKeySequence> keys = it.value()->shortcuts();
        if (keys != m_defaultKeys.value(it.key()))
            settings.setValue(it.key(), QKeySequence::listToString(keys, QKeySequence::PortableText));
    }
}

void Actions::restoreKeys()
{
    QSettings settings;
    settings.beginGroup(KeysGroup);
    const QStringList names = settings.childKeys();
    for (const QString &name : names) {
        if (contains(name))
            setKeys(name, QKeySequence::listFromString(settings.value(name).toString(), QKeySequence::PortableText));
    }
}

QList<Actions::Sheet> Actions::sheet() const
{
    QList<Sheet> lines;
    for (const Row &menu : Menus) {
        const QString id = QString::fromLatin1(menu.menu);
        const QString section = tr(menu.text).remove(u'&');
        const QList<QAction *> entries = this->menu(id);
        for (const QAction *action : entries) {
            if (action && !action->shortcut().isEmpty())
                lines.append(
                    {section, action->shortcut().toString(QKeySequence::NativeText), action->text().remove(u'&').remove(u'…')});
        }
        if (id == "mention"_L1)
            lines.append({section, tr("1 … 9, 0"), tr("Set the type, or tag the selection")});
    }
    return lines;
}

} // namespace dateline
