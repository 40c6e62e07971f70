// SPDX-License-Identifier: Apache-2.0
#include "ui/window/actions.h"

#include "ui/window/keytranslator.h"

#include <QAction>
#include <QCoreApplication>
#include <QKeyEvent>
#include <QWidget>

using namespace Qt::StringLiterals;

namespace dateline {

namespace {

constexpr const char *Context = "Actions";

QList<QKeySequence> sequencesOf(const CommandInfo &info)
{
    QList<QKeySequence> sequences;
    const QStringList keys = QString::fromLatin1(info.keys).split(u' ', Qt::SkipEmptyParts);
    for (const QString &key : keys)
        sequences.append(QKeySequence::fromString(key, QKeySequence::PortableText));
    return sequences;
}

} // namespace

const QList<CommandInfo> &Actions::table()
{
    static const QList<CommandInfo> commands = {
        {Command::Open, QT_TRANSLATE_NOOP("Actions", "&Open…"), "Ctrl+O"},
        {Command::Paste, QT_TRANSLATE_NOOP("Actions", "&Paste as New Article"), "Ctrl+V"},
        {Command::Save, QT_TRANSLATE_NOOP("Actions", "&Save"), "Ctrl+S"},
        {Command::SaveAs, QT_TRANSLATE_NOOP("Actions", "Save &As…"), "Ctrl+Shift+S"},
        {Command::SaveCopy, QT_TRANSLATE_NOOP("Actions", "Save a &Copy…"), ""},
        {Command::Revert, QT_TRANSLATE_NOOP("Actions", "&Revert to Saved"), ""},
        {Command::ReopenEncoding, QT_TRANSLATE_NOOP("Actions", "Reopen with &Encoding…"), ""},
        {Command::Properties, QT_TRANSLATE_NOOP("Actions", "Article &Properties…"), "Ctrl+I"},
        {Command::Submit, QT_TRANSLATE_NOOP("Actions", "Save, &Mark Final, Next Article"), "Ctrl+Return"},
        {Command::Close, QT_TRANSLATE_NOOP("Actions", "&Close Article"), "Ctrl+W"},
        {Command::Quit, QT_TRANSLATE_NOOP("Actions", "&Quit"), "Ctrl+Q"},
        {Command::Undo, QT_TRANSLATE_NOOP("Actions", "&Undo"), "Ctrl+Z"},
        {Command::Redo, QT_TRANSLATE_NOOP("Actions", "&Redo"), "Ctrl+Shift+Z"},
        {Command::CopyText, QT_TRANSLATE_NOOP("Actions", "&Copy Text"), "Ctrl+C"},
        {Command::Find, QT_TRANSLATE_NOOP("Actions", "&Find…"), "Ctrl+F"},
        {Command::FindNext, QT_TRANSLATE_NOOP("Actions", "Find &Next"), "F3"},
        {Command::FindPrevious, QT_TRANSLATE_NOOP("Actions", "Find Pre&vious"), "Shift+F3"},
        {Command::GoToLine, QT_TRANSLATE_NOOP("Actions", "&Go to Line…"), "Ctrl+G"},
        {Command::Preferences, QT_TRANSLATE_NOOP("Actions", "Pr&eferences…"), "Ctrl+,"},
        {Command::NextPane, QT_TRANSLATE_NOOP("Actions", "Next &Pane"), "F6"},
        {Command::PreviousPane, QT_TRANSLATE_NOOP("Actions", "Pre&vious Pane"), "Shift+F6"},
        {Command::FilterEntities, QT_TRANSLATE_NOOP("Actions", "&Filter Entities"), "Ctrl+L"},
        {Command::ZoomIn, QT_TRANSLATE_NOOP("Actions", "Zoom &In"), "Ctrl++ Ctrl+="},
        {Command::ZoomOut, QT_TRANSLATE_NOOP("Actions", "Zoom &Out"), "Ctrl+-"},
        {Command::ZoomReset, QT_TRANSLATE_NOOP("Actions", "&Normal Size"), "Ctrl+0"},
        {Command::ShowRejected, QT_TRANSLATE_NOOP("Actions", "Show &Rejected"), "", Scope::Everywhere, true},
        {Command::ShowProblems, QT_TRANSLATE_NOOP("Actions", "&Problems"), "", Scope::Everywhere, true},
        {Command::ShowArticles, QT_TRANSLATE_NOOP("Actions", "Open &Articles"), "", Scope::Everywhere, true},
        {Command::NextUndecided, QT_TRANSLATE_NOOP("Actions", "&Next Undecided"), "Tab", Scope::Article},
        {Command::PreviousUndecided, QT_TRANSLATE_NOOP("Actions", "&Previous Undecided"), "Shift+Tab", Scope::Article},
        {Command::Accept, QT_TRANSLATE_NOOP("Actions", "&Accept and Go On"), "Return", Scope::Article},
        {Command::Reject, QT_TRANSLATE_NOOP("Actions", "&Reject"), "Del", Scope::Article},
        {Command::SetType, QT_TRANSLATE_NOOP("Actions", "&Type"), "", Scope::Article},
        {Command::ChooseType, QT_TRANSLATE_NOOP("Actions", "All T&ypes…"), "T", Scope::Article},
        {Command::StartLeft, QT_TRANSLATE_NOOP("Actions", "Start One Word &Left"), "Alt+Left", Scope::Article},
        {Command::StartRight, QT_TRANSLATE_NOOP("Actions", "Start One Word R&ight"), "Alt+Right", Scope::Article},
        {Command::EndLeft, QT_TRANSLATE_NOOP("Actions", "End One Word L&eft"), "Alt+Shift+Left", Scope::Article},
        {Command::EndRight, QT_TRANSLATE_NOOP("Actions", "End One Word Ri&ght"), "Alt+Shift+Right", Scope::Article},
        {Command::EditNote, QT_TRANSLATE_NOOP("Actions", "N&ote…"), "N", Scope::Article},
        {Command::ToggleUnsure, QT_TRANSLATE_NOOP("Actions", "&Unsure"), "U", Scope::Article},
        {Command::PeekReason, QT_TRANSLATE_NOOP("Actions", "&Why Was This Detected?"), "Space", Scope::Article},
        {Command::SetNorm, QT_TRANSLATE_NOOP("Actions", "Normal &Form…"), ""},
        {Command::SetAttribute, QT_TRANSLATE_NOOP("Actions", "Attri&bute…"), ""},
        {Command::SplitOff, QT_TRANSLATE_NOOP("Actions", "&Split Off Mention"), ""},
        {Command::CopyMention, QT_TRANSLATE_NOOP("Actions", "&Copy Mention"), "Ctrl+Shift+C"},
        {Command::AcceptEntity, QT_TRANSLATE_NOOP("Actions", "&Accept Entity"), "Shift+Return", Scope::Article},
        {Command::RejectEntity, QT_TRANSLATE_NOOP("Actions", "&Reject Entity"), "Shift+Del", Scope::Article},
        {Command::RetypeEntity, QT_TRANSLATE_NOOP("Actions", "Change Entity's &Type…"), "Shift+T", Scope::Article},
        {Command::EditEntity, QT_TRANSLATE_NOOP("Actions", "&Edit Entity…"), "E", Scope::Article},
        {Command::LinkEntity, QT_TRANSLATE_NOOP("Actions", "&Link…"), "L", Scope::Article},
        {Command::MergeEntity, QT_TRANSLATE_NOOP("Actions", "&Merge into…"), "M", Scope::Article},
        {Command::CopyEntity, QT_TRANSLATE_NOOP("Actions", "&Copy Entity"), ""},
        {Command::CopyEntities, QT_TRANSLATE_NOOP("Actions", "Copy &List as Table"), ""},
        {Command::DetectAgain, QT_TRANSLATE_NOOP("Actions", "&Detect Again"), "F5"},
        {Command::ShortcutSheet, QT_TRANSLATE_NOOP("Actions", "&Keys"), "F1"},
        {Command::ShowSample, QT_TRANSLATE_NOOP("Actions", "Open the &Sample"), ""},
        {Command::About, QT_TRANSLATE_NOOP("Actions", "&About Dateline"), ""},
    };
    return commands;
}

QString Actions::textOf(const CommandInfo &info)
{
    return QCoreApplication::translate(Context, info.text);
}

Actions::Actions(QWidget *window) : QObject(window)
{
    for (const CommandInfo &info : table()) {
        auto *action = new QAction(textOf(info), this);
        action->setCheckable(info.isCheckable);
        const QList<QKeySequence> sequences = sequencesOf(info);
        if (info.scope == Scope::Everywhere) {
            action->setShortcuts(sequences);
            window->addAction(action);
            for (const QKeySequence &sequence : sequences)
                m_globalKeys.insert(sequence, action);
        } else {
            // Shown, not registered: the event filter of the article dispatches these.
            if (!sequences.isEmpty())
                action->setText(action->text() + u'\t' + sequences.first().toString(QKeySequence::NativeText));
            for (const QKeySequence &sequence : sequences)
                m_articleKeys.insert(sequence, action);
        }
        m_actions.insert(int(info.command), action);
    }
}

QAction *Actions::articleAction(const QKeyEvent &event) const
{
    return m_articleKeys.value(sequenceOf(event));
}

QAction *Actions::globalAction(const QKeyEvent &event) const
{
    return m_globalKeys.value(sequenceOf(event));
}

int Actions::typeIndex(const QKeyEvent &event)
{
    const QKeySequence sequence = sequenceOf(event);
    if (sequence.isEmpty() || sequence[0].keyboardModifiers() != Qt::NoModifier)
        return -1;
    const int key = sequence[0].key();
    if (key == Qt::Key_0)
        return 9;
    return key >= Qt::Key_1 && key <= Qt::Key_9 ? key - Qt::Key_1 : -1;
}

} // namespace dateline
