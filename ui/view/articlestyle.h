// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "text/articletext.h"

#include <QFont>

#include <array>

namespace dateline {

/// How one kind of block is set. Lengths in logical pixels.
struct BlockStyle
{
    QFont font;
    qreal lineHeight = 0;
    qreal indent = 0;         ///< at the leading edge
    qreal characterWidth = 0; ///< average, for estimates
    bool isDimmed = false;
};

/// Fonts, distances and measure of the article at one zoom. A value.
class ArticleStyle
{
public:
    explicit ArticleStyle(int zoomPercent = 100);

    [[nodiscard]] const BlockStyle &of(BlockKind kind) const { return m_styles[std::size_t(kind)]; }
    /// Distance above a block of `kind` that follows one of `previous`.
    [[nodiscard]] qreal spaceAbove(BlockKind kind, BlockKind previous) const;
    [[nodiscard]] qreal measure() const { return m_measure; } ///< about 70 characters of a paragraph
    [[nodiscard]] const QFont &metaFont() const { return m_metaFont; }
    [[nodiscard]] qreal metaHeight() const { return m_metaHeight; }
    [[nodiscard]] qreal topMargin() const { return 34 * m_scale; }
    [[nodiscard]] qreal bottomMargin() const { return 72 * m_scale; }
    [[nodiscard]] qreal sideMargin() const { return 28; }
    [[nodiscard]] qreal scale() const { return m_scale; }

private:
    static constexpr std::size_t KindCount = std::size_t(BlockKind::Other) + 1;
    std::array<BlockStyle, KindCount> m_styles;
    QFont m_metaFont;
    qreal m_metaHeight = 0;
    qreal m_measure = 0;
    qreal m_scale = 1;
};

} // namespace dateline
