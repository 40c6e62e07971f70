// SPDX-License-Identifier: Apache-2.0
#include "ui/view/articleview_p.h"

#include "ui/view/textnavigation.h"

#include <QApplication>
#include <QClipboard>
#include <QContextMenuEvent>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QScrollBar>
#include <QStyleHints>
#include <QToolTip>
#include <QWheelEvent>

using namespace Qt::StringLiterals;

namespace dateline {

void ArticleView::Private::moveCaret(CaretMove move, bool keepAnchor)
{
    const bool isPage = move == CaretMove::PageUp || move == CaretMove::PageDown;
    const QRectF before = isPage ? caretRectangle() : QRectF();
    changeCaret([&] { anchored([&] { caret.move(move, keepAnchor, q->verticalScrollBar()->pageStep()); }); });
    if (isPage && !before.isNull()) {
        // A page move keeps the caret where it is on the screen.
        const qsizetype item = layout.itemAt(caret.caret());
        const qreal y = origin(item).y() + layout.paragraph(item).caretRectangle(caret.caret()).top();
        q->verticalScrollBar()->setValue(int(std::lround(scroll() + y - before.top())));
    }
    scrollTo({caret.caret(), caret.caret()});
    if (!keepAnchor)
        setCurrent(q->mentionAt(caret.caret()));
}

void ArticleView::Private::pickMentionAt(qsizetype position, bool isBeside)
{
    const QList<MentionId> found = isBeside ? QList<MentionId>() : mentionsAt(position);
    if (found.isEmpty()) {
        setCurrent(0);
    } else {
        // Clicking the same place again walks outwards through what is nested there.
        const qsizetype at = position == lastPick ? found.indexOf(current) : -1;
        setCurrent(found[(at + 1) % found.size()]);
    }
    lastPick = isBeside ? -1 : position;
}

void ArticleView::Private::dragTo(const QPointF &point, bool byLetters)
{
    const qsizetype position = nearestPosition(point, nullptr);
    if (byLetters) {
        changeCaret([&] { caret.select(pressPosition, position); });
        return;
    }
    const QString &text = layout.article().text();
    const qsizetype item = layout.itemAt(position);
    const Span word = wordAt(text, layout.span(item), position);
    qsizetype begin = pressWord.begin;
    qsizetype end = pressWord.end;
    if (position >= pressPosition) {
        // A word counts as soon as one of its letters is covered.
        qsizetype to = !word.isEmpty() && word.begin < position ? word.end : position;
        while (to > end && text[to - 1].isSpace())
            --to;
        end = std::max(end, to);
        changeCaret([&] { caret.select(begin, end); });
    } else {
        qsizetype to = !word.isEmpty() && word.end > position ? word.begin : position;
        while (to < begin && text[to].isSpace())
            ++to;
        begin = std::min(begin, to);
        changeCaret([&] { caret.select(end, begin); });
    }
}

void ArticleView::Private::showToolTip(const QHelpEvent *event)
{
    const qsizetype position = q->positionAt(event->pos());
    const MentionId id = position < 0 ? 0 : q->mentionAt(position);
    const Layer *shown = layer();
    const Mention *mention = shown && id != 0 ? shown->mentions.find(id) : nullptr;
    if (!mention) {
        QToolTip::hideText();
        return;
    }
    const TypeDefinition *type = session->article().tagset.find(mention->type);
    QStringList parts{type ? type->name : mention->type};
    const Entity *entity = shown->entity(mention->entity);
    if (entity && !entity->name.isEmpty())
        parts.append(entity->name);
    if (!mention->why.isEmpty())
        parts.append(mention->why);
    if (review.of(id) == ReviewMark::Returned)
        parts.append(ArticleView::tr("returned: %1").arg(review.reasons.value(id)));
    if (mention->isUnsure)
        parts.append(ArticleView::tr("unsure"));
    QRectF place;
    const QList<QRectF> boxes = rectangles(mention->extent());
    for (const QRectF &box : boxes)
        place = place.united(box);
    QToolTip::showText(event->globalPos(), parts.join(u" · "_s).toHtmlEscaped(), q->viewport(), place.toAlignedRect());
}

void ArticleView::keyPressEvent(QKeyEvent *event)
{
    if (d->layout.count() == 0) {
        event->ignore();
        return;
    }
    if (const auto move = CaretController::moveFor(event)) {
        d->moveCaret(move->move, move->keepAnchor);
    } else if (event->matches(QKeySequence::SelectAll)) {
        const qsizetype end = d->layout.span(d->layout.count() - 1).end;
        d->changeCaret([&] { d->caret.select(d->layout.span(0).begin, end); });
    } else if (event->matches(QKeySequence::Copy)) {
        if (d->caret.hasSelection())
            QGuiApplication::clipboard()->setText(selectedText());
    } else {
        event->ignore();
        return;
    }
    event->accept();
}

void ArticleView::mousePressEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton || d->layout.count() == 0) {
        event->ignore();
        return;
    }
    const QPointF point = event->position();
    bool isBeside = false;
    const qsizetype position = d->nearestPosition(point, &isBeside);
    const QStyleHints *hints = QGuiApplication::styleHints();
    const bool isTriple = d->sinceDoubleClick.isValid() && d->sinceDoubleClick.elapsed() < hints->mouseDoubleClickInterval()
                       && (point - d->doubleClickPoint).manhattanLength() < hints->startDragDistance();
    d->sinceDoubleClick.invalidate();
    if (isTriple) {
        const ArticleText &article = d->layout.article();
        const qsizetype block = article.blockAt(position);
        if (block >= 0) {
            const Span span = article.blocks()[block].span;
            d->changeCaret([&] { d->caret.select(span.begin, span.end); });
        }
        event->accept();
        return;
    }
    d->isDragging = true;
    d->hasDragged = false;
    d->pressPoint = point;
    if (event->modifiers().testFlag(Qt::ShiftModifier)) {
        d->pressPosition = d->caret.anchor();
        d->pressWord = {d->pressPosition, d->pressPosition};
        d->changeCaret([&] { d->caret.place(position, true); });
    } else {
        d->pressPosition = position;
        d->pressWord = wordAt(d->layout.article().text(), d->layout.span(d->layout.itemAt(position)), position);
        d->changeCaret([&] { d->caret.place(position, false); });
        d->pickMentionAt(position, isBeside);
    }
    event->accept();
}

void ArticleView::mouseMoveEvent(QMouseEvent *event)
{
    if (!d->isDragging || !event->buttons().testFlag(Qt::LeftButton)) {
        const qsizetype position = positionAt(event->position().toPoint());
        viewport()->setCursor(position >= 0 && mentionAt(position) != 0 ? Qt::PointingHandCursor : Qt::IBeamCursor);
        return;
    }
    const int distance = QGuiApplication::styleHints()->startDragDistance() / 2;
    if (!d->hasDragged && (event->position() - d->pressPoint).manhattanLength() < distance)
        return;
    d->hasDragged = true;
    d->lastDragPoint = event->position();
    d->dragTo(event->position(), event->modifiers().testFlag(Qt::ControlModifier));
    const bool isOutside = event->position().y() < 0 || event->position().y() > viewport()->height();
    if (isOutside && !d->dragTimer.isActive())
        d->dragTimer.start();
    else if (!isOutside)
        d->dragTimer.stop();
}

void ArticleView::mouseReleaseEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton)
        return;
    d->isDragging = false;
    d->dragTimer.stop();
    QClipboard *clipboard = QGuiApplication::clipboard();
    if (d->caret.hasSelection() && clipboard->supportsSelection())
        clipboard->setText(selectedText(), QClipboard::Selection);
}

void ArticleView::mouseDoubleClickEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton || d->layout.count() == 0)
        return;
    const qsizetype position = d->nearestPosition(event->position(), nullptr);
    const Span word = wordAt(d->layout.article().text(), d->layout.span(d->layout.itemAt(position)), position);
    d->changeCaret([&] { d->caret.select(word.begin, word.end); });
    d->isDragging = true;
    d->hasDragged = false;
    d->pressPosition = word.begin;
    d->pressWord = word;
    d->pressPoint = event->position();
    d->doubleClickPoint = event->position();
    d->sinceDoubleClick.start();
    event->accept();
}

void ArticleView::wheelEvent(QWheelEvent *event)
{
    if (event->modifiers().testFlag(Qt::ControlModifier)) {
        const int steps = event->angleDelta().y() / 120;
        if (steps != 0)
            setZoomPercent(d->zoom + 10 * steps);
        event->accept();
        return;
    }
    QAbstractScrollArea::wheelEvent(event);
}

void ArticleView::contextMenuEvent(QContextMenuEvent *event)
{
    QPoint global = event->globalPos();
    if (event->reason() == QContextMenuEvent::Keyboard) {
        global = viewport()->mapToGlobal(d->caretRectangle().bottomLeft().toPoint());
    } else {
        const qsizetype position = positionAt(event->pos());
        if (position >= 0 && !d->caret.selection().contains(position)) {
            d->changeCaret([&] { d->caret.place(position, false); });
            d->lastPick = -1;
            d->pickMentionAt(position, false);
        }
    }
    event->accept();
    Q_EMIT menuRequested(global);
}

bool ArticleView::viewportEvent(QEvent *event)
{
    if (event->type() == QEvent::ToolTip) {
        d->showToolTip(static_cast<QHelpEvent *>(event));
        return true;
    }
    return QAbstractScrollArea::viewportEvent(event);
}

void ArticleView::focusInEvent(QFocusEvent *event)
{
    QAbstractScrollArea::focusInEvent(event);
    d->restartBlinking();
}

void ArticleView::focusOutEvent(QFocusEvent *event)
{
    QAbstractScrollArea::focusOutEvent(event);
    d->restartBlinking();
}

bool ArticleView::focusNextPrevChild(bool next)
{
    Q_UNUSED(next)
    return false;
}

} // namespace dateline
