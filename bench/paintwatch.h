// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "bench/benchmark.h"

#include <QCoreApplication>
#include <QEvent>
#include <QWidget>

namespace dateline::bench {

/// Counts paint events of a widget's viewport, so that a step ends when it is on the screen.
class PaintWatch final : public QObject
{
public:
    explicit PaintWatch(QWidget *widget) { widget->installEventFilter(this); }
    bool eventFilter(QObject *watched, QEvent *event) override
    {
        if (event->type() == QEvent::Paint)
            ++m_paints;
        return QObject::eventFilter(watched, event);
    }
    /// Runs `work`, then the event loop until a paint followed. Returns milliseconds.
    double untilPainted(const std::function<void()> &work)
    {
        const int before = m_paints;
        return millisecondsOf([&] {
            work();
            for (int i = 0; i < 1000 && m_paints == before; ++i)
                QCoreApplication::processEvents();
        });
    }

private:
    int m_paints = 0;
};

} // namespace dateline::bench
