// SPDX-License-Identifier: Apache-2.0
#include "ui/dialogs/shortcutsdialog.h"

#include <QAction>
#include <QDialogButtonBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QKeySequenceEdit>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QTreeWidget>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace dateline {

namespace {

constexpr int NameRole = Qt::UserRole;

QString written(const QList<QKeySequence> &keys)
{
    QStringList parts;
    for (const QKeySequence &one : keys)
        parts.append(one.toString(QKeySequence::NativeText));
    return parts.join(u"   "_s);
}

/// A letter or digit that would be taken from every text field.
bool isBareCharacter(const QKeySequence &keys)
{
    const QKeyCombination first = keys[0];
    const bool isModified = first.keyboardModifiers() & (Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier);
    return !isModified
        && (first.key() < Qt::Key_Escape || first.key() == Qt::Key_Tab || first.key() == Qt::Key_Return
            || first.key() == Qt::Key_Backspace || first.key() == Qt::Key_Delete);
}

} // namespace

ShortcutsDialog::ShortcutsDialog(Actions &actions, bool storesKeys, QWidget *parent)
    : QDialog(parent)
    , m_actions(actions)
    , m_storesKeys(storesKeys)
    , m_filter(new QLineEdit)
    , m_tree(new QTreeWidget)
    , m_edit(new QKeySequenceEdit)
    , m_give(new QPushButton(tr("&Assign")))
    , m_take(new QPushButton(tr("&Remove")))
    , m_default(new QPushButton(tr("De&fault")))
    , m_message(new QLabel)
{
    setObjectName(u"shortcutsDialog"_s);
    setWindowTitle(tr("Shortcuts"));
    resize(620, 640);
    m_filter->setPlaceholderText(tr("Filter by name or keys"));
    m_filter->setAccessibleName(m_filter->placeholderText());
    m_filter->setClearButtonEnabled(true);
    m_tree->setColumnCount(2);
    m_tree->setHeaderLabels({tr("Action"), tr("Keys")});
    m_tree->header()->setSectionResizeMode(0, QHeaderView::Stretch);
    m_tree->header()->setSectionResizeMode(1, QHeaderView::ResizeToContents);
    m_tree->header()->setStretchLastSection(false);
    m_tree->setAccessibleName(tr("Actions and their keys"));
    m_tree->setUniformRowHeights(true);
    m_edit->setAccessibleName(tr("New keys"));
    m_message->setWordWrap(true);
    m_message->setTextFormat(Qt::PlainText);
    auto *line = new QHBoxLayout;
    auto *label = new QLabel(tr("&New keys:"));
    label->setBuddy(m_edit);
    line->addWidget(label);
    line->addWidget(m_edit, 1);
    line->addWidget(m_give);
    line->addWidget(m_take);
    line->addWidget(m_default);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel | QDialogButtonBox::RestoreDefaults);
    buttons->button(QDialogButtonBox::Ok)->setProperty("primary", true);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(20, 20, 20, 16);
    layout->setSpacing(10);
    layout->addWidget(m_filter);
    layout->addWidget(m_tree, 1);
    layout->addLayout(line);
    layout->addWidget(m_message);
    layout->addWidget(buttons);
    fill();
    connect(m_filter, &QLineEdit::textChanged, this, [this](const QString &text) {
        for (int i = 0; i < m_tree->topLevelItemCount(); ++i) {
            QTreeWidgetItem *section = m_tree->topLevelItem(i);
            int shown = 0;
            for (int row = 0; row < section->childCount(); ++row) {
                QTreeWidgetItem *item = section->child(row);
                const bool fits = item->text(0).contains(text, Qt::CaseInsensitive)
                               || item->text(1).contains(text, Qt::CaseInsensitive);
                item->setHidden(!fits);
                shown += fits ? 1 : 0;
            }
            section->setHidden(shown == 0);
        }
    });
    connect(m_tree, &QTreeWidget::currentItemChanged, this, &ShortcutsDialog::follow);
    connect(m_edit, &QKeySequenceEdit::keySequenceChanged, this, &ShortcutsDialog::say);
    connect(m_give, &QPushButton::clicked, this, &ShortcutsDialog::give);
    connect(m_take, &QPushButton::clicked, this, &ShortcutsDialog::take);
    connect(m_default, &QPushButton::clicked, this, &ShortcutsDialog::setDefault);
    connect(buttons, &QDialogButtonBox::accepted, this, &ShortcutsDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &ShortcutsDialog::reject);
    connect(buttons->button(QDialogButtonBox::RestoreDefaults), &QPushButton::clicked, this, [this] {
        const QStringList names = m_items.keys();
        for (const QString &name : names)
            setKeys(name, m_actions.defaultKeys(name));
        say();
    });
    m_tree->setCurrentItem(m_tree->topLevelItem(0)->child(0));
}

void ShortcutsDialog::fill()
{
    QTreeWidgetItem *section = nullptr;
    const QList<Actions::Listed> all = m_actions.all();
    for (const Actions::Listed &listed : all) {
        if (listed.action->menu())
            continue;
        if (!section || section->text(0) != listed.section) {
            section = new QTreeWidgetItem(m_tree, {listed.section});
            section->setFlags(Qt::ItemIsEnabled);
            section->setExpanded(true);
        }
        const QString name = listed.action->objectName();
        QString text = listed.action->text().remove(u'&').remove(u'…');
        if (text.isEmpty())
            text = tr("Type %1").arg(name.mid(4)); // no article is open that names it
        auto *item = new QTreeWidgetItem(section, {text});
        item->setData(0, NameRole, name);
        m_items.insert(name, item);
        setKeys(name, listed.action->shortcuts());
    }
}

QString ShortcutsDialog::current() const
{
    const QTreeWidgetItem *item = m_tree->currentItem();
    return item ? item->data(0, NameRole).toString() : QString();
}

QString ShortcutsDialog::nameOf(const QString &action) const { return m_items.value(action)->text(0); }

QString ShortcutsDialog::owner(const QKeySequence &keys) const
{
    for (auto it = m_keys.cbegin(); it != m_keys.cend(); ++it) {
        if (it.key() != current() && it.value().contains(keys))
            return it.key();
    }
    return {};
}

void ShortcutsDialog::setKeys(const QString &action, const QList<QKeySequence> &keys)
{
    m_keys.insert(action, keys);
    QTreeWidgetItem *item = m_items.value(action);
    item->setText(1, written(keys));
    QFont font = item->font(0);
    font.setBold(keys != m_actions.defaultKeys(action));
    item->setFont(0, font);
    item->setFont(1, font);
}

void ShortcutsDialog::choose(const QString &action)
{
    m_tree->setCurrentItem(m_items.value(action));
    m_edit->setFocus();
}

void ShortcutsDialog::follow()
{
    m_edit->clear();
    say();
}

void ShortcutsDialog::say()
{
    const QString action = current();
    const QKeySequence keys = m_edit->keySequence();
    QString message;
    bool isAllowed = !action.isEmpty() && !keys.isEmpty();
    if (isAllowed && isBareCharacter(keys) && m_actions.scope(action) == ActionScope::Window) {
        message = tr(
            "This works everywhere in the window, so a key alone would be taken from text fields: hold Ctrl or Alt, too.");
        isAllowed = false;
    } else if (isAllowed) {
        if (const QString other = owner(keys); !other.isEmpty())
            message = tr("“%1” has these keys: it loses them.").arg(nameOf(other));
    }
    m_message->setText(message);
    m_give->setEnabled(isAllowed);
    m_take->setEnabled(!action.isEmpty() && !m_keys.value(action).isEmpty());
    m_default->setEnabled(!action.isEmpty() && m_keys.value(action) != m_actions.defaultKeys(action));
    m_edit->setEnabled(!action.isEmpty());
}

void ShortcutsDialog::give()
{
    const QKeySequence keys = m_edit->keySequence();
    if (const QString other = owner(keys); !other.isEmpty()) {
        QList<QKeySequence> left = m_keys.value(other);
        left.removeAll(keys);
        setKeys(other, left);
    }
    setKeys(current(), {keys});
    m_edit->clear();
    say();
}

void ShortcutsDialog::take()
{
    setKeys(current(), {});
    say();
}

void ShortcutsDialog::setDefault()
{
    const QList<QKeySequence> keys = m_actions.defaultKeys(current());
    for (const QKeySequence &one : keys) {
        if (const QString other = owner(one); !other.isEmpty()) {
            QList<QKeySequence> left = m_keys.value(other);
            left.removeAll(one);
            setKeys(other, left);
        }
    }
    setKeys(current(), keys);
    say();
}

void ShortcutsDialog::accept()
{
    for (auto it = m_keys.cbegin(); it != m_keys.cend(); ++it)
        m_actions.setKeys(it.key(), it.value());
    if (m_storesKeys)
        m_actions.storeKeys();
    QDialog::accept();
}

} // namespace dateline
