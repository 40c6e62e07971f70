// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "annotation/tagset.h"
#include "ui/theme.h"

#include <QFrame>

class QLineEdit;
class QListWidget;

namespace dateline {

/// A list of all types that pops up at a place: number key, colour, name; typing filters, a number
/// key chooses at once. Return or a click chooses, Escape closes. GUI thread.
class TypeChooser final : public QFrame
{
    Q_OBJECT

public:
    explicit TypeChooser(QWidget *parent = nullptr);

    void setTheme(const Theme &theme);
    /// `current`: the type marked at first; empty: the first one.
    void popup(const QPoint &global, const Tagset &tagset, const QString &current = {});
    /// Ids of the types that the filter leaves.
    [[nodiscard]] QStringList shownTypes() const;
    void setFilter(const QString &words);

Q_SIGNALS:
    void typeChosen(const QString &typeId);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void fill();
    void choose();
    void chooseRow(int row);

    Theme m_theme;
    Tagset m_tagset;
    QLineEdit *m_filter;
    QListWidget *m_list;
};

} // namespace dateline
