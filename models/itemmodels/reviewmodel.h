// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "review/reviewstate.h"

#include <QAbstractListModel>
#include <QPointer>

namespace dateline {

class EditSession;

/// What there is to look at in a review, in order of the text. While the session is a reviewer's:
/// the mentions of the reviewed layer that the filter lets through, and what was proposed. While it
/// is the annotator's: what came back and waits for them. Ids, numbers and text through roles. The
/// session is borrowed, may be null and may die first. GUI thread. Offsets UTF-16.
class ReviewModel final : public QAbstractListModel
{
    Q_OBJECT

public:
    enum class Kind { Mention, Proposal, Article };
    enum Role {
        KindRole = Qt::UserRole + 1, ///< int of Kind
        MentionRole,                 ///< MentionId; 0: a proposal, or the article
        ProposalRole,                ///< ProposalId
        ThreadRole,                  ///< CommentId that the row is about (what came back); 0: none
        TypeRole,                    ///< type id
        MarkRole,                    ///< int of ReviewMark
        NoteRole,                    ///< reason of the verdict, or the last comment
        CommentsRole,                ///< number of comments
        ConfidenceRole,              ///< double; -1: none
        BeginRole,                   ///< place, UTF-16; -1: the article
        ContextRole,                 ///< text around
        ContextBeginRole,
        ContextLengthRole,
    };

    explicit ReviewModel(QObject *parent = nullptr);

    void setSession(EditSession *session);
    void setFilter(const ReviewFilter &filter);
    [[nodiscard]] const ReviewFilter &filter() const { return m_filter; }
    /// Counts of the whole layer, whatever the filter.
    [[nodiscard]] const ReviewCounts &counts() const { return m_state.counts; }
    [[nodiscard]] const ReviewState &state() const { return m_state; }
    /// What waits for the annotator; empty for a reviewer.
    [[nodiscard]] const QList<ReturnedItem> &returned() const { return m_returned; }
    /// -1: not shown.
    [[nodiscard]] int rowOf(MentionId mention) const;
    /// The first row that lies after `offset` (forward) or the last before it; -1: none.
    [[nodiscard]] int rowBeside(qsizetype offset, bool forward) const;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;

Q_SIGNALS:
    /// The counts or what waits may differ.
    void stateChanged();

private:
    struct Row
    {
        Kind kind = Kind::Mention;
        MentionId mention = 0;
        ProposalId proposal = 0;
        CommentId thread = 0;
        ReviewMark mark = ReviewMark::Undecided;
        QString type;
        QString note;
        qsizetype comments = 0;
        Span place;
        bool operator==(const Row &) const = default;
    };
    void rebuild();
    [[nodiscard]] QList<Row> reviewerRows() const;
    [[nodiscard]] QList<Row> annotatorRows() const;

    QPointer<EditSession> m_session;
    ReviewFilter m_filter;
    ReviewState m_state;
    QList<ReturnedItem> m_returned;
    QList<Row> m_rows;
};

} // namespace dateline
