// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/issue.h"
#include "ui/theme.h"

#include <QList>
#include <QWidget>

#include <functional>

class QHBoxLayout;
class QLabel;
class QToolButton;

namespace dateline {

/// One line at the top of the window that says what happened and never blocks. Messages queue:
/// closing one shows the next; the same text is not queued twice. Hidden while empty.
class MessageBar final : public QWidget
{
    Q_OBJECT

public:
    struct Action
    {
        QString text;
        std::function<void()> run;      ///< the message closes afterwards
    };
    struct Message
    {
        Severity severity = Severity::Note;
        QString text;
        QList<Action> actions;
    };

    explicit MessageBar(QWidget *parent = nullptr);

    void show(Severity severity, const QString &text, const QList<Action> &actions = {});
    /// Closes the message shown; the next one appears.
    void dismiss();
    /// Removes all messages.
    void clear();
    void setTheme(const Theme &theme);
    [[nodiscard]] QString text() const;
    [[nodiscard]] Severity severity() const;
    [[nodiscard]] qsizetype count() const { return m_messages.size(); }

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;      ///< Escape closes

private:
    void showFirst();

    QList<Message> m_messages;
    Theme m_theme;
    QLabel *m_label;
    QHBoxLayout *m_buttons;
    QToolButton *m_close;
};

} // namespace dateline
