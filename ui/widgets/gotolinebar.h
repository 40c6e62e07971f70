// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QWidget>

class QLabel;
class QSpinBox;

namespace dateline {

/// "Go to line [ 5 ] of 42". Hidden until open().
class GoToLineBar final : public QWidget
{
    Q_OBJECT

public:
    explicit GoToLineBar(QWidget *parent = nullptr);

    /// Lines count from 1.
    void open(qsizetype current, qsizetype lineCount);
    void close();

Q_SIGNALS:
    void lineChosen(int line);
    void closed();

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    QSpinBox *m_line;
    QLabel *m_of;
};

} // namespace dateline
