// SPDX-License-Identifier: Apache-2.0
#include "ui/view/articleview_p.h"

#include <QScrollBar>

#include <algorithm>
#include <cmath>

namespace dateline {

namespace {

// Heights out of sight are made exact in short slices, so that no frame waits for them.
constexpr qint64 SliceNanoseconds = 3'000'000;
constexpr qint64 IdleMilliseconds = 60;
constexpr int RoundLimit = 64;

} // namespace

qreal ArticleView::Private::columnLeft() const
{
    return std::round(std::max(layout.style().sideMargin(), (q->viewport()->width() - layout.width()) / 2));
}

qreal ArticleView::Private::columnTop() const { return std::round(layout.style().topMargin() + layout.style().metaHeight()); }

int ArticleView::Private::scroll() const { return q->verticalScrollBar()->value(); }

QPointF ArticleView::Private::origin(qsizetype item) const
{
    return {columnLeft(), columnTop() + layout.textTop(item) - scroll()};
}

qsizetype ArticleView::Private::firstVisible() const { return layout.itemAtY(scroll() - columnTop()); }

bool ArticleView::Private::isVisible(qsizetype item) const
{
    const qreal top = columnTop() + layout.top(item) - scroll();
    return top < q->viewport()->height() && top + layout.height(item) > 0;
}

void ArticleView::Private::setScroll(qreal value)
{
    const bool wasSettling = std::exchange(isSettling, true);
    q->verticalScrollBar()->setValue(int(std::lround(value)));
    isSettling = wasSettling;
}

void ArticleView::Private::updateRange()
{
    const bool wasSettling = std::exchange(isSettling, true);
    QScrollBar *bar = q->verticalScrollBar();
    const int height = q->viewport()->height();
    const qreal total = layout.count() == 0 ? 0 : columnTop() + layout.totalHeight() + layout.style().bottomMargin();
    bar->setRange(0, std::max(0, int(std::ceil(total)) - height));
    bar->setPageStep(std::max(1, height - int(layout.style().of(BlockKind::Paragraph).lineHeight)));
    bar->setSingleStep(int(layout.style().of(BlockKind::Paragraph).lineHeight));
    isSettling = wasSettling;
}

void ArticleView::Private::settle()
{
    if (layout.count() == 0) {
        updateRange();
        return;
    }
    const qsizetype keep = std::min(topItem, layout.count() - 1);
    for (int round = 0; round < RoundLimit; ++round) {
        const qreal top = scroll() - columnTop();
        const qreal bottom = top + q->viewport()->height();
        // Scrolling up into estimated paragraphs: what was on top must not jump.
        const bool holdsKept = layout.top(keep) < bottom;
        qreal shift = 0;
        bool hasChanged = false;
        for (qsizetype item = layout.itemAtY(top); item < layout.count() && layout.top(item) < bottom + shift; ++item) {
            if (layout.isExact(item))
                continue;
            const qreal before = layout.height(item);
            layout.paragraph(item);
            hasChanged = true;
            if (holdsKept && item < keep)
                shift += layout.height(item) - before;
        }
        if (!hasChanged)
            break;
        updateRange();
        if (shift != 0)
            setScroll(scroll() + shift);
    }
    topItem = firstVisible();
    layout.trim(topItem, layout.itemAtY(scroll() - columnTop() + q->viewport()->height()));
}

void ArticleView::Private::anchored(const std::function<void()> &change)
{
    if (layout.count() == 0) {
        change();
        return;
    }
    const qsizetype item = firstVisible();
    const qreal before = layout.top(item);
    change();
    const qreal shift = layout.top(item) - before;
    updateRange();
    if (shift != 0)
        setScroll(scroll() + shift);
}

void ArticleView::Private::relayout(bool isStyleNew)
{
    const ArticleStyle style = isStyleNew ? ArticleStyle(zoom) : layout.style();
    const qreal room = q->viewport()->width() - 2 * style.sideMargin();
    const qreal width = std::max<qreal>(120, std::floor(std::min(style.measure(), room)));
    if (isStyleNew || width != layout.width()) {
        // The line on top is found again by its text. At the very top the top stays.
        qsizetype place = -1;
        qreal offset = 0;
        if (layout.count() > 0 && scroll() > 0 && layout.width() > 0) {
            const qsizetype item = firstVisible();
            const ParagraphLayout &paragraph = layout.paragraph(item);
            const qreal y = scroll() - columnTop() - layout.textTop(item);
            const int line = paragraph.lineAtY(y);
            place = paragraph.lineSpan(line).begin;
            offset = y - paragraph.lineTop(line);
        }
        layout.setStyle(style, width);
        nextMeasured = 0;
        updateRange();
        if (place >= 0) {
            const qsizetype item = layout.itemAt(place);
            const ParagraphLayout &paragraph = layout.paragraph(item);
            updateRange();
            setScroll(columnTop() + layout.textTop(item) + paragraph.lineTop(paragraph.lineAt(place)) + offset);
            topItem = item;
        }
    }
    updateRange();
    settle();
    q->viewport()->update();
}

void ArticleView::Private::measureSlice()
{
    if (layout.estimatedCount() == 0 || nextMeasured >= layout.count()) {
        measureTimer.stop();
        return;
    }
    // Whoever types or scrolls comes first.
    if (sinceActivity.isValid() && sinceActivity.elapsed() < IdleMilliseconds)
        return;
    QElapsedTimer elapsed;
    elapsed.start();
    const bool wasHolding = std::exchange(isHolding, true);
    anchored([&] {
        while (nextMeasured < layout.count() && elapsed.nsecsElapsed() < SliceNanoseconds)
            layout.measure(nextMeasured++);
    });
    isHolding = wasHolding;
    topItem = firstVisible();
    stripTimer.start();
}

QRectF ArticleView::Private::caretRectangle()
{
    const qsizetype item = layout.itemAt(caret.caret());
    if (item < 0 || !isVisible(item))
        return {};
    const ParagraphLayout &paragraph = layout.paragraph(item);
    return paragraph.caretRectangle(caret.caret()).translated(origin(item));
}

QList<QRectF> ArticleView::Private::rectangles(const Span &place)
{
    QList<QRectF> found;
    if (layout.count() == 0)
        return found;
    const qreal bottom = q->viewport()->height();
    for (qsizetype item = std::max(firstVisible(), layout.itemAt(place.begin)); item < layout.count(); ++item) {
        if (layout.span(item).begin >= place.end || origin(item).y() > bottom)
            break;
        const ParagraphLayout &paragraph = layout.paragraph(item);
        const QPointF at = origin(item);
        const QList<QRectF> boxes = paragraph.rectangles(place);
        for (const QRectF &box : boxes)
            found.append(box.translated(at));
    }
    return found;
}

qsizetype ArticleView::Private::nearestPosition(const QPointF &point, bool *isBeside)
{
    if (isBeside)
        *isBeside = true;
    if (layout.count() == 0)
        return 0;
    const qreal y = point.y() + scroll() - columnTop();
    const qsizetype item = layout.itemAtY(y);
    const ParagraphLayout &paragraph = layout.paragraph(item);
    const QPointF local = point - origin(item);
    const int line = paragraph.lineAtY(local.y());
    if (isBeside)
        *isBeside = local.y() < 0 || local.y() >= paragraph.height() || paragraph.isBesideText(line, local.x());
    return paragraph.positionAt(line, local.x());
}

void ArticleView::Private::scrollTo(const Span &place)
{
    if (layout.count() == 0)
        return;
    const qsizetype first = layout.itemAt(place.begin);
    const qsizetype last = layout.itemAt(place.end);
    qreal top = 0;
    qreal bottom = 0;
    anchored([&] {
        const ParagraphLayout &begin = layout.paragraph(first);
        const qreal beginTop = begin.lineTop(begin.lineAt(place.begin));
        const ParagraphLayout &end = layout.paragraph(last);
        const qreal endBottom = end.lineBottom(end.lineAt(place.end));
        top = columnTop() + layout.textTop(first) + beginTop;
        bottom = columnTop() + layout.textTop(last) + endBottom;
    });
    const int height = q->viewport()->height();
    const qreal margin = std::min<qreal>(1.5 * layout.style().of(BlockKind::Paragraph).lineHeight, height / 5.0);
    bottom = std::min(bottom, top + height - 2 * margin);
    const qreal from = scroll();
    if (top - margin >= from && bottom + margin <= from + height)
        return;
    qreal to = from;
    if (bottom < from - height || top > from + 2 * height)
        to = top - height / 3.0; // a jump: with context above and below
    else if (top - margin < from)
        to = first == 0 && top < height - margin ? 0 : top - margin;
    else
        to = bottom + margin - height;
    // Scrolling makes the estimated paragraphs on the way exact, which may move the place.
    q->verticalScrollBar()->setValue(int(std::lround(to)));
    const qreal moved = columnTop() + layout.textTop(first)
                      + layout.paragraph(first).lineTop(layout.paragraph(first).lineAt(place.begin)) - top;
    if (moved != 0)
        q->verticalScrollBar()->setValue(int(std::lround(to + moved)));
}

void ArticleView::Private::placeStrip()
{
    const QRect view = q->viewport()->geometry();
    const int x = q->isRightToLeft() ? view.left() - OverviewStrip::Width : view.right() + 1;
    strip->setGeometry(x, view.top(), OverviewStrip::Width, view.height());
}

void ArticleView::Private::refreshStrip()
{
    QList<OverviewStrip::Tick> ticks;
    const Layer *shown = layer();
    if (shown && layout.count() > 0) {
        const qreal total = columnTop() + layout.totalHeight() + layout.style().bottomMargin();
        // An article that fits has its ticks beside the lines.
        const qreal scale = std::min<qreal>(1, strip->height() / std::max<qreal>(1, total));
        const Tagset &tagset = session->article().tagset;
        QHash<QString, QColor> lines;
        qsizetype item = 0;
        qreal top = columnTop();
        shown->mentions.forEach([&](const Mention &mention) {
            if (!mention.isLive())
                return;
            const qsizetype begin = mention.extent().begin;
            while (item + 1 < layout.count() && layout.span(item + 1).begin <= begin)
                top += layout.height(item++);
            const Span span = layout.span(item);
            const qreal share = qreal(begin - span.begin) / qreal(std::max<qsizetype>(1, span.length()));
            const int row = int((top + layout.height(item) * (0.2 + 0.7 * share)) * scale) / OverviewStrip::TickPitch;
            const int y = row * OverviewStrip::TickPitch + 2;
            const bool isUndecided = review.shownStatus(mention) == Status::Suggested;
            // One tick a row; the first undecided mention names its colour.
            const bool isTaken = !ticks.isEmpty() && ticks.last().y >= y;
            if (isTaken && (ticks.last().isUndecided || !isUndecided))
                return;
            auto line = lines.find(mention.type);
            if (line == lines.end())
                line = lines.insert(mention.type, theme.colorsOf(mention.type, tagset).line);
            if (isTaken)
                ticks.last() = {ticks.last().y, *line, isUndecided};
            else
                ticks.append({y, *line, isUndecided});
        });
    }
    strip->setTicks(ticks);
}

void ArticleView::Private::goToStrip(int y)
{
    const qreal total = columnTop() + layout.totalHeight() + layout.style().bottomMargin();
    const qreal scale = std::min<qreal>(1, strip->height() / std::max<qreal>(1, total));
    QScrollBar *bar = q->verticalScrollBar();
    const int to = int(std::lround(y / scale - q->viewport()->height() / 2.0));
    bar->setValue(to);
    // Estimates that became exact on the way may have moved the end.
    if (to >= bar->maximum() || y >= strip->height() - OverviewStrip::TickPitch)
        bar->setValue(bar->maximum());
}

} // namespace dateline
