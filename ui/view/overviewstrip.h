// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QColor>
#include <QList>
#include <QWidget>

namespace dateline {

/// The narrow strip beside the article: a tick for every place with mentions, strong where
/// one is undecided. Pressing or dragging goes there. Owned by the view. GUI thread.
class OverviewStrip final : public QWidget
{
    Q_OBJECT

public:
    static constexpr int Width = 11;
    static constexpr int TickHeight = 3;
    static constexpr int TickPitch = 8; ///< at least, from tick to tick

    struct Tick
    {
        int y = 0; ///< top, in the strip's pixels
        QColor color;
        bool isUndecided = false;
    };

    explicit OverviewStrip(QWidget *parent);

    void setTicks(const QList<Tick> &ticks);
    [[nodiscard]] const QList<Tick> &ticks() const { return m_ticks; }
    void setColors(const QColor &paper, const QColor &border);

Q_SIGNALS:
    /// A place of the strip was pressed, in its pixels.
    void pressed(int y);

protected:
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;

private:
    QList<Tick> m_ticks;
    QColor m_paper;
    QColor m_border;
};

} // namespace dateline
