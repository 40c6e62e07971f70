// SPDX-License-Identifier: Apache-2.0
/// \file
/// What of a review is seen in the article itself.
#pragma once

#include "review/reviewstate.h"

#include <QHash>
#include <QPointF>

class QColor;
class QPainter;

namespace dateline {

/// A value. Offsets UTF-16.
struct ReviewMarks
{
    struct Proposal
    {
        ProposalId id = 0;
        Span place;
        QString type;
    };

    /// A reviewer looks: mentions without a verdict are shown as undecided, whatever the annotator
    /// decided. Otherwise the marks are what came back to the annotator.
    bool isReviewing = false;
    QHash<MentionId, ReviewMark> mentions;
    QHash<MentionId, QString> reasons; ///< of what was returned
    QList<Proposal> proposals;         ///< neither taken nor withdrawn; in text order

    [[nodiscard]] bool isEmpty() const { return !isReviewing && mentions.isEmpty() && proposals.isEmpty(); }
    [[nodiscard]] ReviewMark of(MentionId mention) const { return mentions.value(mention, ReviewMark::Undecided); }
    /// As the article shows it: dashed and pale while somebody has to look at it.
    [[nodiscard]] Status shownStatus(const Mention &mention) const;
};

/// "undecided", "approved", "returned" or "changed": for programs, not translated.
[[nodiscard]] QString reviewMarkName(ReviewMark mark);

/// `returned` counts for the annotator only: those of `state` that wait for an answer.
[[nodiscard]] ReviewMarks reviewMarks(const ReviewState &state, const QList<ReturnedItem> &returned, bool isReviewing);

/// Ring: not looked at; tick: approved; bent arrow: returned; half a disc: changed since. About 9 × `scale` wide.
void paintReviewMark(QPainter &painter, const QPointF &centre, ReviewMark mark, const QColor &color, qreal scale = 1);
/// A plus: proposed by the reviewer.
void paintProposalMark(QPainter &painter, const QPointF &centre, const QColor &color, qreal scale = 1);

} // namespace dateline
