// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QWidget>

class QLineEdit;
class QPushButton;

namespace dateline {

/// Asks once, inside the window, who is tagging. Never blocks. Hidden until ask().
class AnnotatorBar final : public QWidget
{
    Q_OBJECT

public:
    explicit AnnotatorBar(QWidget *parent = nullptr);

    /// Shows the bar; the focus stays where it is. Not again in this run after "Later".
    void ask(const QString &suggestedName = {});
    /// Shows it with the focus in the field (from the menu or the status bar).
    void edit(const QString &name);

Q_SIGNALS:
    void nameGiven(const QString &name);    ///< trimmed, not empty
    void postponed();
    void closed();                          ///< the focus may go back to the article

protected:
    void keyPressEvent(QKeyEvent *event) override;      ///< Escape: later

private:
    void give();
    void postpone();

    QLineEdit *m_name;
    QPushButton *m_ok;
    bool m_isPostponed = false;
};

} // namespace dateline
