// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/window/actions.h"

#include <QDialog>
#include <QHash>

class QDialogButtonBox;
class QKeySequenceEdit;
class QLabel;
class QLineEdit;
class QPushButton;
class QTreeWidget;
class QTreeWidgetItem;

namespace dateline {

/// Every action with its keys, to be changed. Nothing holds before accept() (then the actions have
/// the new keys and they are stored). Keys that another action has are taken from it only when
/// told to. GUI thread; the actions are borrowed.
class ShortcutsDialog final : public QDialog
{
    Q_OBJECT

public:
    /// `storesKeys` false: they hold until the program ends.
    ShortcutsDialog(Actions &actions, bool storesKeys, QWidget *parent = nullptr);
    void accept() override;
    /// Chooses the row of an action.
    void choose(const QString &action);
    [[nodiscard]] QTreeWidget *tree() const { return m_tree; }

private:
    void fill();
    void follow();
    void give();
    void take();
    void setDefault();
    void setKeys(const QString &action, const QList<QKeySequence> &keys);
    void say();
    [[nodiscard]] QString current() const;
    /// The other action that has these keys; empty: none.
    [[nodiscard]] QString owner(const QKeySequence &keys) const;
    [[nodiscard]] QString nameOf(const QString &action) const;

    Actions &m_actions;
    bool m_storesKeys;
    QHash<QString, QList<QKeySequence>> m_keys;
    QHash<QString, QTreeWidgetItem *> m_items;
    QLineEdit *m_filter;
    QTreeWidget *m_tree;
    QKeySequenceEdit *m_edit;
    QPushButton *m_give;
    QPushButton *m_take;
    QPushButton *m_default;
    QLabel *m_message;
};

} // namespace dateline
