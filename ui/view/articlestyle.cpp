// SPDX-License-Identifier: Apache-2.0
#include "ui/view/articlestyle.h"

#include "ui/theme.h"

#include <QFontMetricsF>
#include <QGuiApplication>
#include <QScreen>

using namespace Qt::StringLiterals;

namespace dateline {

namespace {

// QFont::setPixelSize takes whole pixels only, which makes zoom steps jump.
QFont sized(QFont font, qreal pixels)
{
    const QScreen *screen = QGuiApplication::primaryScreen();
    const qreal dpi = screen ? screen->logicalDotsPerInchY() : 96;
    font.setPointSizeF(pixels * 72 / dpi);
    return font;
}

qreal averageWidth(const QFont &font)
{
    const QString sample = u"The exchange of gifts has become a habit, and the guest went home again."_s;
    return QFontMetricsF(font).horizontalAdvance(sample) / qreal(sample.size());
}

} // namespace

ArticleStyle::ArticleStyle(int zoomPercent) : m_scale(zoomPercent / 100.0)
{
    const QFont serif = Theme::articleFont();
    const auto put = [&](BlockKind kind, qreal pixels, qreal lineHeight) -> BlockStyle & {
        BlockStyle &style = m_styles[std::size_t(kind)];
        style.font = sized(serif, pixels * m_scale);
        style.lineHeight = lineHeight * m_scale;
        return style;
    };
    put(BlockKind::Headline, 31.2, 42).font.setWeight(QFont::Bold);
    put(BlockKind::Lede, 20, 33).isDimmed = true;
    BlockStyle &byline = put(BlockKind::Byline, 16, 26);
    byline.isDimmed = true;
    byline.font.setItalic(true);
    put(BlockKind::Crosshead, 18.5, 32).font.setWeight(QFont::Bold);
    put(BlockKind::Paragraph, 18.5, 32);
    put(BlockKind::Quote, 18.5, 32).indent = 24 * m_scale;
    BlockStyle &caption = put(BlockKind::Caption, 15.5, 25);
    caption.isDimmed = true;
    caption.font.setItalic(true);
    put(BlockKind::ListItem, 18.5, 31).indent = 12 * m_scale;
    put(BlockKind::Other, 17, 28).isDimmed = true;
    for (BlockStyle &style : m_styles)
        style.characterWidth = averageWidth(style.font);

    m_measure = 71 * of(BlockKind::Paragraph).characterWidth;
    m_metaFont = sized(QFont(), 12.5 * m_scale);
    m_metaHeight = QFontMetricsF(m_metaFont).height();
}

qreal ArticleStyle::spaceAbove(BlockKind kind, BlockKind previous) const
{
    const qreal space = [&] {
        switch (kind) {
        case BlockKind::Headline:
            return previous == BlockKind::Headline ? 4 : 26;
        case BlockKind::Lede:
            return 11;
        case BlockKind::Byline:
            return 10;
        case BlockKind::Crosshead:
            return 18;
        case BlockKind::ListItem:
            return previous == BlockKind::ListItem ? 3 : 8;
        default:
            break;
        }
        switch (previous) {
        case BlockKind::Crosshead:
            return 3;
        case BlockKind::Headline:
        case BlockKind::Lede:
        case BlockKind::Byline:
            return 18;
        default:
            return 12;
        }
    }();
    return space * m_scale;
}

} // namespace dateline
