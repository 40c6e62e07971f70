// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "annotation/review.h"
#include "text/span.h"
#include "ui/theme.h"

#include <QWidget>

#include <memory>

class QLineEdit;

namespace dateline {

class EditSession;
class ReviewModel;

/// The tab of reviews. A reviewer sees the annotator's mentions with filters; the annotator sees what
/// came back. Below the list: what was said of the current row, a field to say more, and the buttons
/// with their keys. Emits what is wanted and changes nothing itself. The session is borrowed and may
/// be null or die first. GUI thread.
class ReviewPanel final : public QWidget
{
    Q_OBJECT

public:
    explicit ReviewPanel(QWidget *parent = nullptr);
    ~ReviewPanel() override;

    void setSession(EditSession *session);
    void setTheme(const Theme &theme);
    /// Follows the article view without emitting anything. 0: none.
    void setCurrentMention(MentionId mention);

    [[nodiscard]] ReviewModel &model() const;
    [[nodiscard]] ProposalId currentProposal() const;
    /// The comment thread that the current row is about; 0: none.
    [[nodiscard]] CommentId currentThread() const;
    /// To the next or previous row after the place of the article view's caret; false: there is none.
    bool step(qsizetype caret, bool forward);
    void focusList();
    void focusComment();
    [[nodiscard]] QLineEdit *commentField() const;

Q_SIGNALS:
    /// A row was chosen: show this mention, or this place (a proposal's; empty: the article).
    void mentionActivated(dateline::MentionId mention);
    void placeActivated(const dateline::Span &place);
    /// A button: the object name of the window's action to trigger.
    void actionRequested(const QString &action);
    /// Something to say on the current row.
    void commentGiven(const QString &text);
    void commentDismissed();

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace dateline
