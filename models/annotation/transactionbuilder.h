// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "annotation/annotatedarticle.h"

namespace dateline {

/// Who acts: matched to an agent of the article by uid, added when missing.
struct Author
{
    QString uid;
    QString name;
};

/// What the builders of an annotator's and of a reviewer's actions share: a copy of the article
/// (cheap) that each edit is applied to, so that later calls see earlier ones, and the Transaction
/// that comes of it. Pure values; any thread.
class TransactionBuilder
{
public:
    [[nodiscard]] const AnnotatedArticle &article() const { return m_article; }
    [[nodiscard]] bool isEmpty() const { return m_edits.isEmpty(); }
    /// `label` empty: what the last call that names itself says.
    [[nodiscard]] Transaction finish(const QString &label = {}) const;

protected:
    TransactionBuilder(const AnnotatedArticle &article, LayerId layer, const Author &author, const QDateTime &at);

    void put(const Edit &edit);
    void join(); ///< makes the author an agent of the article
    /// Puts the comment into the review of `review`, with id, author and time; 0 when it says nothing.
    CommentId say(AgentId review, Comment comment);

    AnnotatedArticle m_article;
    LayerId m_layer = 0;
    Author m_author;
    AgentId m_agent = 0; ///< 0: not in the article yet
    QDateTime m_at;
    QString m_label;
    QList<Edit> m_edits;
};

} // namespace dateline
