// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/issue.h"
#include "ui/theme.h"

#include <QWidget>

class QLabel;
class QToolButton;

namespace dateline {

/// A bar above the article that says what happened, what was kept and what to do. Stays until
/// closed or replaced; never blocks. Hidden when empty.
class MessageBar final : public QWidget
{
    Q_OBJECT

public:
    explicit MessageBar(QWidget *parent = nullptr);

    void showMessage(Severity severity, const QString &text);
    [[nodiscard]] QString message() const;
    void setTheme(const Theme &theme);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QLabel *m_label;
    QToolButton *m_close;
    Severity m_severity = Severity::Note;
    Theme m_theme;
};

} // namespace dateline
