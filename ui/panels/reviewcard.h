// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/theme.h"

#include <QWidget>

class QHBoxLayout;
class QLabel;
class QLineEdit;
class QModelIndex;
class QPushButton;

namespace dateline {

class EditSession;

/// The card below the Review tab's list: the current row's words, verdict and comments, a field for
/// one more comment, and the buttons of whoever looks, reviewer or annotator. GUI thread.
class ReviewCard final : public QWidget
{
    Q_OBJECT

public:
    explicit ReviewCard(QWidget *parent = nullptr);

    void setTheme(const Theme &theme);
    /// `row` of a ReviewModel over the session; invalid: nothing is chosen. The session is borrowed
    /// for the call.
    void showRow(const EditSession *session, const QModelIndex &row);
    [[nodiscard]] QLineEdit *commentField() const { return m_comment; }

Q_SIGNALS:
    /// "accept", "acceptEntity", "reject", "approveRest", "returnArticle", "approveArticle",
    /// "takeProposal" or "finish".
    void actionRequested(const QString &action);
    void commentGiven(const QString &text);
    void commentDismissed(); ///< Esc in the field

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    QPushButton *addButton(QHBoxLayout &row, const QString &text, const QString &action, const QString &tip);
    void applyColors();

    Theme m_theme = Theme::light();
    QLabel *m_words = nullptr;
    QLabel *m_verdict = nullptr;
    QLabel *m_thread = nullptr;
    QLineEdit *m_comment = nullptr;
    QWidget *m_reviewerButtons = nullptr;
    QWidget *m_reviewerEnd = nullptr;
    QWidget *m_annotatorButtons = nullptr;
    QPushButton *m_take = nullptr;
    QList<QPushButton *> m_perMention;
};

} // namespace dateline
