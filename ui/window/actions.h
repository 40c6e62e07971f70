// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QHash>
#include <QKeySequence>
#include <QObject>

class QAction;
class QKeyEvent;

namespace dateline {

/// Everything that a key or menu does.
enum class Command {
    Open, Paste, Save, SaveAs, SaveCopy, Revert, ReopenEncoding, Properties, Submit, Close, Quit,
    Undo, Redo, CopyText, Find, FindNext, FindPrevious, GoToLine, Preferences,
    NextPane, PreviousPane, FilterEntities, ZoomIn, ZoomOut, ZoomReset, ShowRejected, ShowProblems, ShowArticles,
    NextUndecided, PreviousUndecided, Accept, Reject, SetType, ChooseType, StartLeft, StartRight, EndLeft, EndRight,
    EditNote, ToggleUnsure, PeekReason, SetNorm, SetAttribute, SplitOff, CopyMention,
    AcceptEntity, RejectEntity, RetypeEntity, EditEntity, LinkEntity, MergeEntity, CopyEntity, CopyEntities,
    DetectAgain, ShortcutSheet, ShowSample, About,
};

/// Where a command's key works: anywhere in the window, or only while the article or the
/// entity tree has the focus (single letters must not disturb typing elsewhere).
enum class Scope { Everywhere, Article };

/// One row of the table of commands.
struct CommandInfo
{
    Command command;
    const char *text;                   ///< source text of the menu entry, context "Actions"
    const char *keys;                   ///< portable text ("Ctrl+S"), several separated by a blank; empty: none
    Scope scope = Scope::Everywhere;
    bool isCheckable = false;
};

/// The window's QActions with their labels and keys, all in one table. Owned by the window;
/// GUI thread. Keys of Scope::Article are shown in menus but dispatched by articleAction(),
/// which reads them by their physical place.
class Actions final : public QObject
{
    Q_OBJECT

public:
    explicit Actions(QWidget *window);

    [[nodiscard]] static const QList<CommandInfo> &table();
    [[nodiscard]] QAction *action(Command command) const { return m_actions.value(int(command)); }
    /// The action that `event` means in the article or tree; null: none.
    [[nodiscard]] QAction *articleAction(const QKeyEvent &event) const;
    /// The everywhere action that `event` means; null: none.
    [[nodiscard]] QAction *globalAction(const QKeyEvent &event) const;
    /// Index of the type that a digit key stands for (1 → 0, …, 0 → 9); -1: not a bare digit.
    [[nodiscard]] static int typeIndex(const QKeyEvent &event);
    [[nodiscard]] static QString textOf(const CommandInfo &info);

private:
    QHash<int, QAction *> m_actions;
    QHash<QKeySequence, QAction *> m_articleKeys;
    QHash<QKeySequence, QAction *> m_globalKeys;
};

} // namespace dateline
