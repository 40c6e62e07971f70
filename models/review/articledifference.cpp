// SPDX-License-Identifier: Apache-2.0
// transactionsBetween(): the way from one state of an article to another.
#include "review/versionmerging.h"

#include <algorithm>

namespace dateline {

namespace {

class Way
{
public:
    Way(const AnnotatedArticle &from, QString label, QDateTime at) : m_work(from), m_label(std::move(label)), m_at(std::move(at))
    { }

    QList<Transaction> to(const AnnotatedArticle &to)
    {
        for (const Agent &agent : to.agents) {
            const Agent *present = m_work.agent(agent.id);
            if (!present || !(*present == agent))
                m_edits.append(AgentEdit{present ? std::optional<Agent>(*present) : std::nullopt, agent});
        }
        if (!(m_work.head == to.head))
            m_edits.append(HeadEdit{m_work.head, to.head});
        flush();
        const QList<Layer> before = m_work.layers;
        for (const Layer &layer : before) {
            if (!to.layer(layer.info.id))
                remove(layer);
        }
        for (const Layer &layer : to.layers)
            change(layer);
        for (const Review &review : to.reviews)
            changeReview(review);
        return m_transactions;
    }

private:
    void flush()
    {
        if (m_edits.isEmpty())
            return;
        const Transaction transaction{m_label, m_at, m_edits};
        m_edits.clear();
        const Result<ArticleChange> done = m_work.apply(transaction);
        Q_ASSERT_X(done.isOk(), "transactionsBetween", done ? "" : qPrintable(done.error().message));
        if (done)
            m_transactions.append(transaction);
    }

    void remove(const Layer &layer)
    {
        layer.mentions.forEach([&](const Mention &mention) {
            m_edits.append(MentionEdit{layer.info.id, mention, std::nullopt});
        });
        for (const Entity &entity : layer.entities)
            m_edits.append(EntityEdit{layer.info.id, entity, std::nullopt});
        m_edits.append(LayerEdit{layer.info, std::nullopt});
        flush();
    }

    void change(const Layer &to)
    {
        const LayerId id = to.info.id;
        const Layer *present = m_work.layer(id);
        const Layer from = present ? *present : Layer{};
        if (!present)
            m_edits.append(LayerEdit{std::nullopt, to.info});
        else if (!(from.info == to.info))
            m_edits.append(LayerEdit{from.info, to.info});
        for (const Entity &entity : to.entities) {
            const Entity *was = from.entity(entity.id);
            if (!was || !(*was == entity))
                m_edits.append(EntityEdit{id, was ? std::optional<Entity>(*was) : std::nullopt, entity});
        }
        to.mentions.forEach([&](const Mention &mention) {
            const Mention *was = from.mentions.find(mention.id);
            if (!was || !(*was == mention))
                m_edits.append(MentionEdit{id, was ? std::optional<Mention>(*was) : std::nullopt, mention});
        });
        from.mentions.forEach([&](const Mention &mention) {
            if (!to.mentions.find(mention.id))
                m_edits.append(MentionEdit{id, mention, std::nullopt});
        });
        for (const Entity &entity : from.entities) {
            if (!to.entity(entity.id))
                m_edits.append(EntityEdit{id, entity, std::nullopt});
        }
        flush();
    }

    template<typename Item>
    void changeItems(const Review &to, const QList<Item> &from, const QList<Item> &items)
    {
        for (const Item &item : items) {
            const auto was = std::find_if(from.cbegin(), from.cend(), [&](const Item &other) { return other.id == item.id; });
            if (was == from.cend())
                m_edits.append(ReviewEdit{to.of, to.by, 0, std::nullopt, item});
            else if (!(*was == item))
                m_edits.append(ReviewEdit{to.of, to.by, 0, *was, item});
        }
    }

    void changeReview(const Review &to)
    {
        const Review *present = m_work.review(to.of, to.by);
        const Review from = present ? *present : Review{};
        if (!present)
            m_edits.append(ReviewEdit{to.of, to.by, 0, std::nullopt, ReviewStart{to.started}});
        else if (from.started != to.started)
            m_edits.append(ReviewEdit{to.of, to.by, 0, ReviewStart{from.started}, ReviewStart{to.started}});
        QList<Verdict> verdicts = from.verdicts;
        for (qsizetype row = 0; row < to.verdicts.size(); ++row) {
            if (row < verdicts.size() && verdicts.at(row) == to.verdicts.at(row))
                continue;
            verdicts.insert(row, to.verdicts.at(row));
            m_edits.append(ReviewEdit{to.of, to.by, row, std::nullopt, to.verdicts.at(row)});
        }
        changeItems(to, from.proposals, to.proposals);
        changeItems(to, from.comments, to.comments);
        flush();
    }

    AnnotatedArticle m_work;
    QString m_label;
    QDateTime m_at;
    QList<Edit> m_edits;
    QList<Transaction> m_transactions;
};

} // namespace

QList<Transaction> transactionsBetween(const AnnotatedArticle &from, const AnnotatedArticle &to, const QString &label,
                                       const QDateTime &at)
{
    return Way(from, label, at).to(to);
}

} // namespace dateline
