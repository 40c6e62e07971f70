// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "editing/editsession.h"
#include "ui/view/articlelayout.h"
#include "ui/view/articleview.h"
#include "ui/view/caretcontroller.h"
#include "ui/view/mentionpainter.h"
#include "ui/view/overviewstrip.h"

#include <QElapsedTimer>
#include <QPointer>
#include <QTimer>

#include <functional>
#include <optional>

QT_BEGIN_NAMESPACE
class QHelpEvent;
QT_END_NAMESPACE

namespace dateline {

/// Geometry and state behind ArticleView. "Viewport" coordinates are those of the widget's
/// viewport; "column" ones have their origin at the top left of the first paragraph.
class ArticleView::Private
{
public:
    explicit Private(ArticleView *view);

    // Geometry (articleviewgeometry.cpp)
    [[nodiscard]] qreal columnLeft() const;
    /// Content above the first paragraph: margin and meta line.
    [[nodiscard]] qreal columnTop() const;
    [[nodiscard]] int scroll() const;
    /// Viewport position of the item's first line.
    [[nodiscard]] QPointF origin(qsizetype item) const;
    [[nodiscard]] qsizetype firstVisible() const;
    [[nodiscard]] bool isVisible(qsizetype item) const;
    void setScroll(qreal value);
    void updateRange();
    /// Makes what is in view exact; the paragraph that was on top stays where it is.
    void settle();
    /// Runs `change`, which may correct heights, with the top paragraph held in place.
    void anchored(const std::function<void()> &change);
    /// After a change of width, zoom or fonts; the first line in view stays in view.
    void relayout(bool isStyleNew);
    void measureSlice();
    [[nodiscard]] QRectF caretRectangle();
    /// Visible rectangles of a stretch, viewport coordinates.
    [[nodiscard]] QList<QRectF> rectangles(const Span &place);
    [[nodiscard]] qsizetype nearestPosition(const QPointF &point, bool *isBeside);
    void scrollTo(const Span &place);
    void placeStrip();
    void refreshStrip();
    void goToStrip(int y);

    // State
    [[nodiscard]] const Layer *layer() const { return session ? session->layer() : nullptr; }
    [[nodiscard]] bool isShown(const Mention &mention) const;
    /// Shown mentions at a position, innermost first.
    [[nodiscard]] QList<MentionId> mentionsAt(qsizetype position) const;
    void takeChange(const ArticleChange &change);
    void refreshMeta();
    void repaint(const Span &place);
    /// With everything whose lanes may move along.
    void repaintMentions(Span place);
    void setCurrent(MentionId mention);
    /// Runs `change` on the caret, repaints what differs and emits.
    void changeCaret(const std::function<void()> &change);
    void restartBlinking();

    // Painting (articleviewpaint.cpp)
    void paint(QPainter *painter, const QRect &dirty);
    void paintItem(QPainter *painter, qsizetype item, const MentionPainter &mentionPainter, const QRectF &clip);
    void paintOthers(QPainter *painter, const QPointF &at, const ParagraphLayout &paragraph,
                     const MentionPainter &mentionPainter);
    void paintReview(QPainter *painter, const QPointF &at, const ParagraphLayout &paragraph, const QList<MentionMark> &marks,
                     const MentionPainter &mentionPainter);
    /// Returns the matches in the paragraph.
    QList<Span> paintFinds(QPainter *painter, const QPointF &at, const ParagraphLayout &paragraph);

    // Input (articleviewinput.cpp)
    void moveCaret(CaretMove move, bool keepAnchor);
    void pickMentionAt(qsizetype position, bool isBeside);
    void dragTo(const QPointF &point, bool byLetters);
    void showToolTip(const QHelpEvent *event);

    ArticleView *q;
    QPointer<EditSession> session;
    QMetaObject::Connection connection;
    Theme theme = Theme::light();
    ArticleLayout layout;
    CaretController caret{layout};
    MentionId current = 0;
    std::optional<Layer> otherLayer; ///< outlined
    MentionId currentOther = 0;      ///< of otherLayer
    ReviewMarks review;
    bool showRejected = false;
    int zoom = 100;
    QList<Span> finds;
    qsizetype activeFind = -1;
    QString meta;

    QTimer blinkTimer;
    bool isCaretOn = true;
    QTimer measureTimer;
    qsizetype nextMeasured = 0;
    qsizetype topItem = 0;
    bool isSettling = false;
    bool isHolding = false; ///< heights out of view change, the page does not move
    QElapsedTimer sinceActivity;

    OverviewStrip *strip = nullptr; ///< child of q
    QTimer stripTimer;

    QTimer dragTimer;
    bool isDragging = false;
    bool hasDragged = false;
    qsizetype pressPosition = 0;
    Span pressWord;
    QPointF pressPoint;
    QPointF lastDragPoint;
    qsizetype lastPick = -1;
    QElapsedTimer sinceDoubleClick;
    QPointF doubleClickPoint;
};

} // namespace dateline
