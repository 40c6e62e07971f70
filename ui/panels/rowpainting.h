// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/theme.h"

#include <QPainter>
#include <QStyleOptionViewItem>

namespace dateline {

/// A row laid out from left to right; mirrors itself for right-to-left. Pixels logical.
struct Row
{
    QRect whole;
    Qt::LayoutDirection direction;
    [[nodiscard]] QRect at(int x, int width) const;
};

/// One line, centred vertically.
void drawText(QPainter &painter, const QRect &place, Qt::Alignment alignment, const QString &text);
/// Left in a left-to-right row, right in a mirrored one.
[[nodiscard]] Qt::Alignment leading(const QStyleOptionViewItem &option);
[[nodiscard]] Qt::Alignment trailing(const QStyleOptionViewItem &option);
/// For secondary text.
[[nodiscard]] QFont smaller(const QFont &font);

struct WordsInContext
{
    QString text;
    qsizetype begin = 0; ///< of the words in `text`, UTF-16
    qsizetype length = 0;
};
/// The words in bold between what stands around them in `plain`; they are always seen whole if the
/// room allows, what comes before may take at most half of the rest.
void drawInContext(QPainter &painter, const QStyleOptionViewItem &option, const Row &row, int x, int room, const QFont &plain,
                   const WordsInContext &words, const Theme &theme);

/// The ground of a card below a list, with a line along its top.
void paintCardGround(QWidget &card, const Theme &theme);

} // namespace dateline
