// SPDX-License-Identifier: Apache-2.0
#include "ui/view/overviewstrip.h"

#include <QMouseEvent>
#include <QPainter>

namespace dateline {

OverviewStrip::OverviewStrip(QWidget *parent) : QWidget(parent)
{
    setAttribute(Qt::WA_OpaquePaintEvent);
    setFocusPolicy(Qt::NoFocus);
    setAccessibleName(tr("Overview of mentions"));
}

void OverviewStrip::setTicks(const QList<Tick> &ticks)
{
    m_ticks = ticks;
    update();
}

void OverviewStrip::setColors(const QColor &paper, const QColor &border)
{
    m_paper = paper;
    m_border = border;
    update();
}

void OverviewStrip::paintEvent(QPaintEvent *event)
{
    QPainter painter(this);
    painter.fillRect(event->rect(), m_paper);
    const bool isMirrored = isRightToLeft();
    painter.fillRect(isMirrored ? width() - 1 : 0, 0, 1, height(), m_border);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    for (const Tick &tick : m_ticks) {
        QColor color = tick.color;
        if (!tick.isUndecided)
            color.setAlphaF(0.4F);
        painter.setBrush(color);
        painter.drawRoundedRect(QRectF(isMirrored ? 2 : 3, tick.y, width() - 5, TickHeight), 1, 1);
    }
}

void OverviewStrip::mousePressEvent(QMouseEvent *event)
{
    if (event->button() == Qt::LeftButton)
        Q_EMIT pressed(int(event->position().y()));
}

void OverviewStrip::mouseMoveEvent(QMouseEvent *event)
{
    if (event->buttons().testFlag(Qt::LeftButton))
        Q_EMIT pressed(int(event->position().y()));
}

} // namespace dateline
