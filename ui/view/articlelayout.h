// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/view/paragraphlayout.h"

#include <memory>
#include <unordered_map>
#include <vector>

namespace dateline {

/// The article's paragraphs under one another. Only those asked for are laid out; the others
/// have an estimated height, corrected the first time they are. Finding a paragraph by
/// position or height and correcting a height are O(log n). Coordinates: logical pixels from
/// the column's top left. Keeps a shared copy of the text. One thread at a time.
class ArticleLayout
{
public:
    ArticleLayout();

    void setArticle(const ArticleText &article);
    /// Forgets all layouts and heights when something differs.
    void setStyle(const ArticleStyle &style, qreal width);

    [[nodiscard]] const ArticleText &article() const { return m_article; }
    [[nodiscard]] const ArticleStyle &style() const { return m_style; }
    [[nodiscard]] qreal width() const { return m_width; }
    [[nodiscard]] qsizetype count() const { return m_items.size(); }
    [[nodiscard]] Span span(qsizetype item) const { return m_items[item].span; }
    [[nodiscard]] BlockKind kind(qsizetype item) const { return m_items[item].kind; }
    [[nodiscard]] qreal totalHeight() const;
    /// Top of the item with the space above it.
    [[nodiscard]] qreal top(qsizetype item) const;
    /// Top of the item's first line.
    [[nodiscard]] qreal textTop(qsizetype item) const { return top(item) + m_items[item].space; }
    [[nodiscard]] qreal height(qsizetype item) const { return m_heights[std::size_t(item)]; }
    [[nodiscard]] bool isExact(qsizetype item) const { return m_items[item].isExact; }
    /// The item at a height, clamped; -1 without items.
    [[nodiscard]] qsizetype itemAtY(qreal y) const;
    /// The item that shows a caret at `position` (in a gap: the one before); -1 without items.
    [[nodiscard]] qsizetype itemAt(qsizetype position) const;
    /// `position` moved out of gaps and to the boundary of its grapheme.
    [[nodiscard]] qsizetype snapped(qsizetype position) const;

    /// Lays out when needed; may change heights. Borrowed until trim(), setArticle() or setStyle().
    const ParagraphLayout &paragraph(qsizetype item);
    /// Makes the height exact without keeping the layout. Returns by how much it changed.
    qreal measure(qsizetype item);
    /// Items that are still estimated.
    [[nodiscard]] qsizetype estimatedCount() const { return m_estimated; }
    /// Drops layouts far from the items `first`…`last` when there are many.
    void trim(qsizetype first, qsizetype last);

private:
    struct Item
    {
        Span span;
        BlockKind kind = BlockKind::Paragraph;
        qreal space = 0;
        bool isExact = false;
        bool startsBlock = true;
    };
    [[nodiscard]] std::unique_ptr<ParagraphLayout> create(qsizetype item) const;
    void estimateAll();
    void setHeight(qsizetype item, qreal height);

    ArticleText m_article;
    ArticleStyle m_style;
    qreal m_width = 0;
    QList<Item> m_items;
    std::vector<qreal> m_heights;
    std::vector<qreal> m_tree; ///< Fenwick tree over m_heights, 1-based
    std::unordered_map<qsizetype, std::unique_ptr<ParagraphLayout>> m_layouts;
    qsizetype m_estimated = 0;
};

} // namespace dateline
