// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "annotation/review.h"
#include "itemmodels/openarticlesmodel.h"

#include <QObject>
#include <QPointer>

namespace dateline {

class EditSession;
class MainWindow;
class ReviewBuilder;

/// What the keys do in a review, for the reviewer and for the annotator whom it comes back to: one
/// named transaction each. Connects the actions of the Review menu; those that mean something else
/// while tagging (accept, reject, types) ask here first. The window is borrowed and owns this. GUI
/// thread.
class ReviewController final : public QObject
{
    Q_OBJECT

public:
    explicit ReviewController(MainWindow &window);

    void setSession(EditSession *session);
    /// Shows in the article what the review says.
    void showMarks();
    /// Enables what can be done now.
    void updateEnabled();
    [[nodiscard]] bool isReviewing() const;
    /// How far whoever sits here is: decided suggestions of an annotator, verdicts of a reviewer.
    [[nodiscard]] ReviewProgress progress() const;

    // While reviewing, what the keys of tagging mean:
    void approve(); ///< and goes on
    void approveEntity();
    void askReason(); ///< then returns the mention and goes on
    void propose(const QString &type);
    void goToUndecided(bool forward);
    /// Sends back what has returns, approves what is looked at whole; false: neither, and says why.
    bool finish();

    /// Says what came back, if anything did. True: something waits.
    bool tellWhatCameBack();

private:
    void begin();
    void beginOn(LayerId layer);
    void end();
    void returnMention(const QString &reason);
    void approveRest();
    bool finishAs(bool isApproved);
    void step(bool forward);
    void takeProposal();
    void comment(const QString &text);
    bool apply(const ReviewBuilder &builder);
    [[nodiscard]] MentionId mention() const;

    MainWindow &m_window;
    QPointer<EditSession> m_session;
};

} // namespace dateline
