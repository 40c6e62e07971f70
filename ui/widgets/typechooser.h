// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "annotation/tagset.h"
#include "ui/theme.h"

#include <QFrame>

class QLineEdit;
class QListWidget;

namespace dateline {

/// A popup with all types of the tagset: a number key or the typed beginning of a name chooses.
class TypeChooser final : public QFrame
{
    Q_OBJECT

public:
    TypeChooser(const Tagset &tagset, const Theme &theme, QWidget *parent = nullptr);
    void popup(const QPoint &global);
    [[nodiscard]] QListWidget *list() const { return m_list; }

Q_SIGNALS:
    void typeChosen(const QString &type);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void choose();
    void filter(const QString &text);

    QLineEdit *m_filter;
    QListWidget *m_list;
};

} // namespace dateline
