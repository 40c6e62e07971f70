// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QWidget>

class QLineEdit;

namespace dateline {

/// Asks once, inside the window, who is tagging. Never takes the focus by itself, so that keys go on
/// working in the article.
class AnnotatorBar final : public QWidget
{
    Q_OBJECT

public:
    explicit AnnotatorBar(QWidget *parent = nullptr);
    /// Shows the bar, unless it was put off in this session.
    void ask();
    /// Shows it in any case and puts the cursor there: what was asked for needs a name.
    void insist();
    [[nodiscard]] QLineEdit *field() const { return m_field; }

Q_SIGNALS:
    void nameGiven(const QString &name);
    void dismissed();

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    void give();
    void putOff();

    QLineEdit *m_field;
    bool m_isPutOff = false;
};

} // namespace dateline
