// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QWidget>

class QSpinBox;
class QLabel;

namespace dateline {

/// Asks for a line of the text (from 1) and goes there with Return.
class GoToLineBar final : public QWidget
{
    Q_OBJECT

public:
    explicit GoToLineBar(QWidget *parent = nullptr);
    void open(qsizetype current, qsizetype count);
    [[nodiscard]] QSpinBox *field() const { return m_field; }

Q_SIGNALS:
    void lineChosen(qsizetype line);
    void closed();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QSpinBox *m_field;
    QLabel *m_count;
};

} // namespace dateline
