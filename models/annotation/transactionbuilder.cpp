// SPDX-License-Identifier: Apache-2.0
#include "annotation/transactionbuilder.h"

namespace dateline {

TransactionBuilder::TransactionBuilder(const AnnotatedArticle &article, LayerId layer, const Author &author, const QDateTime &at)
    : m_article(article)
    , m_layer(layer)
    , m_author(author)
    , m_at(at)
{
    if (const Agent *known = m_article.agentByUid(author.uid))
        m_agent = known->id;
}

void TransactionBuilder::put(const Edit &edit)
{
    ArticleChange change;
    const Result<void> done = m_article.applyOne(edit, change);
    Q_ASSERT_X(done.isOk(), "TransactionBuilder", done ? "" : qPrintable(done.error().message));
    if (done)
        m_edits.append(edit);
}

void TransactionBuilder::join()
{
    if (m_agent != 0)
        return;
    Agent agent;
    agent.id = m_article.nextAgentId();
    agent.uid = m_author.uid;
    agent.name = m_author.name;
    m_agent = agent.id;
    put(AgentEdit{std::nullopt, agent});
}

CommentId TransactionBuilder::say(AgentId review, Comment comment)
{
    comment.text = comment.text.trimmed();
    if (comment.text.isEmpty())
        return 0;
    join();
    comment.id = m_article.nextCommentId(m_layer);
    comment.by = m_agent;
    comment.at = m_at;
    put(ReviewEdit{m_layer, review, 0, std::nullopt, comment});
    return comment.id;
}

Transaction TransactionBuilder::finish(const QString &label) const
{
    return {label.isEmpty() && !m_edits.isEmpty() ? m_label : label, m_at, m_edits};
}

} // namespace dateline
