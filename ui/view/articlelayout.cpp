// SPDX-License-Identifier: Apache-2.0
#include "ui/view/articlelayout.h"

#include "ui/view/textnavigation.h"

#include <algorithm>
#include <cmath>

namespace dateline {

namespace {

// Longer blocks are laid out in parts of about PartLength.
constexpr qsizetype WholeLength = 8192;
constexpr qsizetype PartLength = 4096;
constexpr std::size_t KeptLayouts = 200;
constexpr qsizetype KeptAround = 40;

/// Where to end a part that begins at `begin`: after a space if there is one, never inside a grapheme.
qsizetype partEnd(const QString &text, qsizetype begin, qsizetype end)
{
    if (end - begin <= WholeLength)
        return end;
    const qsizetype limit = begin + PartLength;
    for (qsizetype at = limit; at > begin + PartLength / 2; --at) {
        if (text[at - 1].isSpace())
            return at;
    }
    return std::max(begin + 1, graphemeBegin(text, {begin, end}, limit));
}

} // namespace

ArticleLayout::ArticleLayout() = default;

void ArticleLayout::setArticle(const ArticleText &article)
{
    m_article = article;
    m_items.clear();
    const QString &text = m_article.text();
    m_items.reserve(m_article.blocks().size());
    for (const Block &block : m_article.blocks()) {
        for (qsizetype begin = block.span.begin; begin < block.span.end;) {
            const qsizetype end = partEnd(text, begin, block.span.end);
            Item item;
            item.span = {begin, end};
            item.kind = block.kind;
            item.startsBlock = begin == block.span.begin;
            m_items.append(item);
            begin = end;
        }
    }
    estimateAll();
}

void ArticleLayout::setStyle(const ArticleStyle &style, qreal width)
{
    m_style = style;
    m_width = width;
    estimateAll();
}

void ArticleLayout::estimateAll()
{
    m_layouts.clear();
    const std::size_t count = std::size_t(m_items.size());
    m_estimated = m_items.size();
    m_heights.assign(count, 0);
    m_tree.assign(count + 1, 0);
    for (std::size_t i = 0; i < count; ++i) {
        Item &item = m_items[qsizetype(i)];
        const BlockStyle &style = m_style.of(item.kind);
        const qreal first = i == 0 ? 8 * m_style.scale() : 0;
        item.space = i == 0 || !item.startsBlock ? first : m_style.spaceAbove(item.kind, m_items[qsizetype(i) - 1].kind);
        item.isExact = false;
        const qreal width = std::max<qreal>(40, m_width - style.indent);
        const qreal lines = std::ceil(std::max<qreal>(1, qreal(item.span.length()) * style.characterWidth * 1.03 / width));
        m_heights[i] = std::round(item.space) + lines * std::round(style.lineHeight);
        item.space = std::round(item.space);
        m_tree[i + 1] = m_heights[i];
    }
    for (std::size_t i = 1; i <= count; ++i) {
        const std::size_t parent = i + (i & (~i + 1));
        if (parent <= count)
            m_tree[parent] += m_tree[i];
    }
}

void ArticleLayout::setHeight(qsizetype item, qreal height)
{
    const qreal change = height - m_heights[std::size_t(item)];
    m_heights[std::size_t(item)] = height;
    if (!m_items[item].isExact) {
        m_items[item].isExact = true;
        --m_estimated;
    }
    if (change == 0)
        return;
    for (std::size_t i = std::size_t(item) + 1; i < m_tree.size(); i += i & (~i + 1))
        m_tree[i] += change;
}

qreal ArticleLayout::top(qsizetype item) const
{
    qreal sum = 0;
    for (std::size_t i = std::size_t(item); i > 0; i -= i & (~i + 1))
        sum += m_tree[i];
    return sum;
}

qreal ArticleLayout::totalHeight() const { return top(count()); }

qsizetype ArticleLayout::itemAtY(qreal y) const
{
    if (m_items.isEmpty())
        return -1;
    std::size_t step = 1;
    while (step * 2 < m_tree.size())
        step *= 2;
    std::size_t at = 0;
    for (; step > 0; step /= 2) {
        if (at + step < m_tree.size() && m_tree[at + step] <= y) {
            at += step;
            y -= m_tree[at];
        }
    }
    return std::min<qsizetype>(qsizetype(at), count() - 1);
}

qsizetype ArticleLayout::itemAt(qsizetype position) const
{
    if (m_items.isEmpty())
        return -1;
    const auto after = std::upper_bound(m_items.cbegin(), m_items.cend(), position,
                                        [](qsizetype at, const Item &item) { return at < item.span.begin; });
    return std::max<qsizetype>(0, after - m_items.cbegin() - 1);
}

qsizetype ArticleLayout::snapped(qsizetype position) const
{
    const qsizetype item = itemAt(position);
    if (item < 0)
        return 0;
    const Span place = span(item);
    return graphemeBegin(m_article.text(), place, std::clamp(position, place.begin, place.end));
}

std::unique_ptr<ParagraphLayout> ArticleLayout::create(qsizetype item) const
{
    const Span place = span(item);
    QList<QTextLayout::FormatRange> formats;
    const QList<Structure> &structures = m_article.structures();
    auto structure = std::lower_bound(structures.cbegin(), structures.cend(), place.begin,
                                      [](const Structure &candidate, qsizetype at) { return candidate.span.end <= at; });
    for (; structure != structures.cend() && structure->span.begin < place.end; ++structure) {
        if (structure->kind != StructureKind::Dateline)
            continue;
        QTextLayout::FormatRange range;
        range.start = int(std::max(structure->span.begin, place.begin) - place.begin);
        range.length = int(std::min(structure->span.end, place.end) - place.begin) - range.start;
        // Small capitals of a part need a document; a little air marks the dateline as well.
        range.format.setFontLetterSpacing(103);
        formats.append(range);
    }
    return std::make_unique<ParagraphLayout>(m_article.text().mid(place.begin, place.length()), place.begin,
                                             m_style.of(kind(item)), m_width, formats);
}

const ParagraphLayout &ArticleLayout::paragraph(qsizetype item)
{
    std::unique_ptr<ParagraphLayout> &layout = m_layouts[item];
    if (!layout) {
        layout = create(item);
        setHeight(item, m_items[item].space + layout->height());
    }
    return *layout;
}

qreal ArticleLayout::measure(qsizetype item)
{
    if (m_items[item].isExact)
        return 0;
    const qreal before = height(item);
    setHeight(item, m_items[item].space + create(item)->height());
    return height(item) - before;
}

void ArticleLayout::trim(qsizetype first, qsizetype last)
{
    if (m_layouts.size() <= KeptLayouts)
        return;
    std::erase_if(m_layouts,
                  [&](const auto &entry) { return entry.first < first - KeptAround || entry.first > last + KeptAround; });
}

} // namespace dateline
