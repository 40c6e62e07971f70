// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/dotpixmap.h"

#include <QPainter>

namespace dateline {

QPixmap dotPixmap(const QColor &color, int box, int diameter, qreal ratio)
{
    QPixmap pixmap(QSize(box, box) * ratio);
    pixmap.setDevicePixelRatio(ratio);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(color);
    const qreal margin = (box - diameter) / 2.0;
    painter.drawEllipse(QRectF(margin, margin, diameter, diameter));
    return pixmap;
}

} // namespace dateline
