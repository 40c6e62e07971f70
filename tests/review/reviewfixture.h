// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "annotation/layer.h"

#include <QString>

namespace dateline::test {

/// A layer written down mention by mention: `at(u"Lavrov", u"person")`. Ids count from 1.
class LayerOf
{
public:
    explicit LayerOf(const QString &text) : m_text(text) { }

    /// The `nth` place of `words` in the text; entity 0: none.
    LayerOf &at(const QString &words, const QString &type, EntityId entity = 0, int nth = 1)
    {
        qsizetype begin = -1;
        for (int i = 0; i < nth; ++i)
            begin = m_text.indexOf(words, begin + 1);
        Q_ASSERT(begin >= 0);
        return spans({{begin, begin + words.size()}}, type, entity);
    }
    LayerOf &spans(const QList<Span> &spans, const QString &type, EntityId entity = 0)
    {
        Mention mention;
        mention.id = m_layer.nextMentionId();
        mention.type = type;
        mention.entity = entity;
        mention.status = Status::Accepted;
        mention.spans = spans;
        m_layer.mentions.insert(mention);
        m_last = mention.id;
        return *this;
    }
    LayerOf &entity(EntityId id, const QString &name, const QString &link = {})
    {
        m_layer.entities.insert(id, {id, QStringLiteral("person"), name, link, {}, {}, {}});
        return *this;
    }
    /// Changes the mention that was added last.
    template<typename Change>
    LayerOf &with(const Change &change)
    {
        Mention mention = *m_layer.mentions.find(m_last);
        change(mention);
        m_layer.mentions.replace(mention);
        return *this;
    }

    operator const Layer &() const { return m_layer; } // NOLINT(google-explicit-constructor)
    [[nodiscard]] const Layer &layer() const { return m_layer; }

private:
    QString m_text;
    Layer m_layer;
    MentionId m_last = 0;
};

} // namespace dateline::test
