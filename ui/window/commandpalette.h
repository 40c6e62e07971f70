// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/theme.h"
#include "ui/window/actions.h"

#include <QFrame>
#include <QPointer>

class QLineEdit;
class QListView;
class QStandardItemModel;

namespace dateline {

/// How well typed words fit a command's name: each must begin a word of it, or stand somewhere in it;
/// -1: one does not. Smaller is better: all words begin the name, begin words, stand inside.
[[nodiscard]] int commandFit(const QString &name, const QString &typed);

/// Every action of the window by name, narrowed down by typing; Return runs the chosen one. Those
/// that ran last come first while nothing is typed. A popup that deletes itself when it closes.
/// GUI thread; the actions are borrowed.
class CommandPalette final : public QFrame
{
    Q_OBJECT

public:
    /// `recent`: names of actions, the latest first.
    CommandPalette(const Actions &actions, const QStringList &recent, const Theme &theme, QWidget *parent);
    /// Below the window's menu bar, in its middle.
    void popup();
    [[nodiscard]] QLineEdit *field() const { return m_field; }
    [[nodiscard]] QListView *list() const { return m_list; }

Q_SIGNALS:
    /// Sent after the popup closed, so that the action finds the focus where it was.
    void chosen(const QString &action);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void fill(const QString &typed);
    void choose();

    QList<Actions::Listed> m_actions;
    QStringList m_recent;
    QLineEdit *m_field;
    QListView *m_list;
    QStandardItemModel *m_model;
};

} // namespace dateline
