// SPDX-License-Identifier: Apache-2.0
#include "ui/panels/rowpainting.h"

#include <QFontMetrics>
#include <QStyle>
#include <QWidget>

#include <algorithm>

namespace dateline {

QRect Row::at(int x, int width) const
{
    const QRect place(whole.left() + x, whole.top(), width, whole.height());
    return QStyle::visualRect(direction, whole, place);
}

void drawText(QPainter &painter, const QRect &place, Qt::Alignment alignment, const QString &text)
{
    painter.drawText(place, int(alignment | Qt::AlignVCenter | Qt::TextSingleLine), text);
}

Qt::Alignment leading(const QStyleOptionViewItem &option)
{
    return QStyle::visualAlignment(option.direction, Qt::AlignLeft) | Qt::AlignAbsolute;
}

Qt::Alignment trailing(const QStyleOptionViewItem &option)
{
    return QStyle::visualAlignment(option.direction, Qt::AlignRight) | Qt::AlignAbsolute;
}

QFont smaller(const QFont &font)
{
    QFont small = font;
    if (font.pointSizeF() > 0)
        small.setPointSizeF(font.pointSizeF() * 0.9);
    else
        small.setPixelSize(std::max(1, font.pixelSize() * 9 / 10));
    return small;
}

void drawInContext(QPainter &painter, const QStyleOptionViewItem &option, const Row &row, int x, int room, const QFont &plain,
                   const WordsInContext &words, const Theme &theme)
{
    QFont bold = plain;
    bold.setBold(true);
    const QFontMetrics plainMetrics(plain);
    const QFontMetrics boldMetrics(bold);
    const QString middle = boldMetrics.elidedText(words.text.mid(words.begin, words.length), Qt::ElideRight, room);
    const int middleWidth = std::min(room, boldMetrics.horizontalAdvance(middle));
    // The mention is always seen whole; what comes before it may take at most half of the rest.
    const int rest = room - middleWidth;
    const QString whole = words.text.left(words.begin);
    QString before = plainMetrics.elidedText(whole, Qt::ElideLeft, rest / 2);
    if (const qsizetype space = before.indexOf(u' '); before != whole && space >= 0 && space + 1 < before.size())
        before = u'…' + before.mid(space);
    const int beforeWidth = plainMetrics.horizontalAdvance(before);
    const QString after = plainMetrics.elidedText(words.text.mid(words.begin + words.length), Qt::ElideRight,
                                                  std::max(0, rest - beforeWidth));

    painter.setFont(plain);
    painter.setPen(theme.dimmed);
    drawText(painter, row.at(x, beforeWidth), leading(option), before);
    drawText(painter, row.at(x + beforeWidth + middleWidth, std::max(0, rest - beforeWidth)), leading(option), after);
    painter.setFont(bold);
    painter.setPen(theme.text);
    drawText(painter, row.at(x + beforeWidth, middleWidth + 1), leading(option), middle);
}

void paintCardGround(QWidget &card, const Theme &theme)
{
    QPainter painter(&card);
    painter.fillRect(card.rect(), theme.panel);
    painter.setPen(theme.border);
    painter.drawLine(0, 0, card.width(), 0);
}

} // namespace dateline
