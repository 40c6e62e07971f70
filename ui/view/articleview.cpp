// SPDX-License-Identifier: Apache-2.0
#include "ui/view/articleview.h"

#include "ui/view/articleaccessible.h"
#include "ui/view/articleview_p.h"

#include <QAccessible>
#include <QGuiApplication>
#include <QLocale>
#include <QPaintEvent>
#include <QPainter>
#include <QScrollBar>
#include <QStyleHints>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace dateline {

namespace {

qsizetype countWords(QStringView text)
{
    qsizetype words = 0;
    bool isInside = false;
    for (const QChar unit : text) {
        const bool isSpace = unit.unicode() <= u' ' || unit.unicode() == 0xa0;
        words += !isSpace && !isInside;
        isInside = !isSpace;
    }
    return words;
}

} // namespace

ArticleView::Private::Private(ArticleView *view) : q(view)
{
    QObject::connect(&blinkTimer, &QTimer::timeout, q, [this] {
        isCaretOn = !isCaretOn;
        q->viewport()->update(caretRectangle().toAlignedRect().adjusted(-1, -1, 1, 1));
    });
    measureTimer.setInterval(12);
    QObject::connect(&measureTimer, &QTimer::timeout, q, [this] { measureSlice(); });
    strip = new OverviewStrip(q);
    strip->setColors(theme.paper, theme.border);
    QObject::connect(strip, &OverviewStrip::pressed, q, [this](int y) { goToStrip(y); });
    // Not before the first paint, and not between two keys of a hurried annotator.
    stripTimer.setSingleShot(true);
    stripTimer.setInterval(120);
    QObject::connect(&stripTimer, &QTimer::timeout, q, [this] { refreshStrip(); });
    dragTimer.setInterval(30);
    QObject::connect(&dragTimer, &QTimer::timeout, q, [this] {
        const int beyond = lastDragPoint.y() < 0 ? int(lastDragPoint.y()) : int(lastDragPoint.y()) - q->viewport()->height();
        q->verticalScrollBar()->setValue(scroll() + beyond / 2);
        dragTo(lastDragPoint, QGuiApplication::keyboardModifiers().testFlag(Qt::ControlModifier));
    });
}

bool ArticleView::Private::isShown(const Mention &mention) const
{
    return mention.isLive() || (showRejected && mention.status == Status::Rejected);
}

QList<MentionId> ArticleView::Private::mentionsAt(qsizetype position) const
{
    struct Found
    {
        bool contains = false;
        qsizetype length = 0;
        MentionId id = 0;
    };
    QList<Found> found;
    if (const Layer *shown = layer()) {
        // One unit to the left, so that a mention which ends at the position is seen too.
        const Span around{std::max<qsizetype>(0, position - 1), position + 1};
        shown->mentions.forEachIn(around, [&](const Mention &mention) {
            const bool touches = std::any_of(mention.spans.cbegin(), mention.spans.cend(),
                                             [&](const Span &span) { return span.begin <= position && position <= span.end; });
            if (touches && isShown(mention))
                found.append({position < mention.extent().end, mention.extent().length(), mention.id});
            return true;
        });
    }
    std::stable_sort(found.begin(), found.end(),
                     [](const Found &a, const Found &b) { return a.contains != b.contains ? a.contains : a.length < b.length; });
    QList<MentionId> ids;
    for (const Found &entry : std::as_const(found)) {
        // What merely ends here counts only where nothing goes on.
        if (entry.contains || !found.first().contains)
            ids.append(entry.id);
    }
    return ids;
}

void ArticleView::Private::refreshMeta()
{
    meta.clear();
    if (!session)
        return;
    const Head &head = session->article().head;
    QStringList parts;
    if (!head.agency.isEmpty())
        parts.append(head.agency);
    const QDate date = QDate::fromString(head.published.left(10), Qt::ISODate);
    if (date.isValid())
        parts.append(QLocale().toString(date, u"d MMMM yyyy"_s));
    else if (!head.published.isEmpty())
        parts.append(head.published);
    if (!session->displayName().isEmpty())
        parts.append(session->displayName());
    parts.append(ArticleView::tr("%n words", nullptr, int(countWords(session->article().text.text()))));
    meta = parts.join(u"  ·  "_s);
}

void ArticleView::Private::repaint(const Span &place)
{
    if (place.isEmpty())
        return;
    const MentionPainter reach(theme, layout.style().scale());
    const QList<QRectF> boxes = rectangles(place);
    for (const QRectF &box : boxes)
        q->viewport()->update(reach.reach(box).toAlignedRect());
}

void ArticleView::Private::repaintMentions(Span place)
{
    if (place.isEmpty())
        return;
    // A mention that comes or goes may push the lines of those that it overlaps.
    if (const Layer *shown = layer()) {
        for (Span before; before != place;) {
            before = place;
            shown->mentions.forEachIn(before, [&](const Mention &mention) {
                place = place.united(mention.extent());
                return true;
            });
        }
    }
    repaint(place);
}

void ArticleView::Private::takeChange(const ArticleChange &change)
{
    sinceActivity.start();
    if (change.isReset || change.hasHeadChanged) {
        // The text is shared until it is corrected: the same buffer is the same text.
        const bool isSameText = session->article().text.text().constData() == layout.article().text().constData();
        if (change.isReset && !isSameText) {
            layout.setArticle(session->article().text);
            nextMeasured = 0;
            changeCaret([this] { caret.place(std::min(caret.caret(), layout.article().length()), false); });
        }
        refreshMeta();
        updateRange();
        settle();
    }
    if (change.isReset || change.hasHeadChanged || change.hasLayerChanged) {
        q->viewport()->update();
    } else if (change.layer == session->activeLayer()) {
        // Thousands of places are found no faster than the page is painted.
        if (change.places.size() > 200) {
            q->viewport()->update();
        } else {
            for (const Span &place : change.places)
                repaintMentions(place);
        }
    }
    stripTimer.start();
    if (current != 0 && (!layer() || !layer()->mentions.find(current)))
        setCurrent(0);
}

void ArticleView::Private::setCurrent(MentionId mention)
{
    if (mention == current)
        return;
    const Layer *shown = layer();
    const auto repaintIt = [&](MentionId id) {
        if (const Mention *at = shown && id != 0 ? shown->mentions.find(id) : nullptr)
            repaint(at->extent());
    };
    repaintIt(current);
    current = mention;
    repaintIt(current);
    Q_EMIT q->currentMentionChanged(current);
}

void ArticleView::Private::changeCaret(const std::function<void()> &change)
{
    sinceActivity.start();
    const qsizetype caretBefore = caret.caret();
    const Span selectionBefore = caret.selection();
    const QRectF rectangleBefore = caretRectangle();
    change();
    const Span selectionAfter = caret.selection();
    if (caret.caret() == caretBefore && selectionAfter == selectionBefore)
        return;
    q->viewport()->update(rectangleBefore.toAlignedRect().adjusted(-1, -1, 1, 1));
    q->viewport()->update(caretRectangle().toAlignedRect().adjusted(-1, -1, 1, 1));
    if (selectionAfter != selectionBefore) {
        if (selectionAfter.begin == selectionBefore.begin) {
            repaint({std::min(selectionBefore.end, selectionAfter.end), std::max(selectionBefore.end, selectionAfter.end)});
        } else {
            repaint(selectionBefore);
            repaint(selectionAfter);
        }
    }
    restartBlinking();
    if (QAccessible::isActive()) {
        QAccessibleTextCursorEvent moved(q, int(caret.caret()));
        QAccessible::updateAccessibility(&moved);
        if (selectionAfter != selectionBefore) {
            QAccessibleTextSelectionEvent selected(q, int(selectionAfter.begin), int(selectionAfter.end));
            selected.setCursorPosition(int(caret.caret()));
            QAccessible::updateAccessibility(&selected);
        }
    }
    if (caret.caret() != caretBefore)
        Q_EMIT q->caretMoved(caret.caret());
    if (selectionAfter != selectionBefore && !(selectionAfter.isEmpty() && selectionBefore.isEmpty()))
        Q_EMIT q->selectionChanged();
}

void ArticleView::Private::restartBlinking()
{
    isCaretOn = true;
    const int flash = QGuiApplication::styleHints()->cursorFlashTime();
    if (q->hasFocus() && flash >= 2)
        blinkTimer.start(flash / 2);
    else
        blinkTimer.stop();
    q->viewport()->update(caretRectangle().toAlignedRect().adjusted(-1, -1, 1, 1));
}

ArticleView::ArticleView(QWidget *parent) : QAbstractScrollArea(parent), d(std::make_unique<Private>(this))
{
    setFrameShape(QFrame::NoFrame);
    setFocusPolicy(Qt::StrongFocus);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    ArticleAccessible::install();
    setAccessibleName(tr("Article"));
    setViewportMargins(0, 0, OverviewStrip::Width, 0);
    viewport()->setCursor(Qt::IBeamCursor);
    viewport()->setMouseTracking(true);
    viewport()->setAttribute(Qt::WA_OpaquePaintEvent);
    d->relayout(true);
}

ArticleView::~ArticleView() = default;

void ArticleView::setSession(EditSession *session)
{
    QObject::disconnect(d->connection);
    const bool hadSelection = d->caret.hasSelection();
    d->session = session;
    d->otherLayer.reset();
    d->currentOther = 0;
    d->review = {};
    d->finds.clear();
    d->activeFind = -1;
    d->lastPick = -1;
    d->topItem = 0;
    d->nextMeasured = 0;
    d->layout.setArticle(session ? session->article().text : ArticleText());
    d->caret.reset();
    d->caret.place(0, false);
    if (session)
        d->connection = connect(session, &EditSession::changed, this,
                                [this](const ArticleChange &change) { d->takeChange(change); });
    d->refreshMeta();
    d->setScroll(0);
    d->updateRange();
    d->settle();
    viewport()->update();
    d->measureTimer.start();
    d->stripTimer.start();
    if (std::exchange(d->current, 0) != 0)
        Q_EMIT currentMentionChanged(0);
    Q_EMIT caretMoved(d->caret.caret());
    if (hadSelection)
        Q_EMIT selectionChanged();
}

EditSession *ArticleView::session() const { return d->session; }

void ArticleView::setTheme(const Theme &theme)
{
    d->theme = theme;
    d->strip->setColors(theme.paper, theme.border);
    d->stripTimer.start();
    viewport()->update();
}

qsizetype ArticleView::caret() const { return d->caret.caret(); }

Span ArticleView::selection() const { return d->caret.selection(); }

void ArticleView::setCaret(qsizetype position, bool keepAnchor)
{
    d->changeCaret([&] { d->caret.place(position, keepAnchor); });
    d->scrollTo({d->caret.caret(), d->caret.caret()});
}

void ArticleView::setSelection(const Span &selection)
{
    d->changeCaret([&] { d->caret.select(selection.begin, selection.end); });
    d->scrollTo(d->caret.selection());
}

QString ArticleView::selectedText() const { return d->layout.article().view(d->caret.selection()).toString(); }

MentionId ArticleView::currentMention() const { return d->current; }

void ArticleView::setCurrentMention(MentionId mention)
{
    const Layer *layer = d->layer();
    const Mention *found = layer && mention != 0 ? layer->mentions.find(mention) : nullptr;
    if (!found) {
        d->setCurrent(0);
        return;
    }
    const Span extent = found->extent();
    d->changeCaret([&] { d->caret.place(extent.begin, false); });
    d->setCurrent(mention);
    d->scrollTo(extent);
}

MentionId ArticleView::mentionAt(qsizetype position) const { return d->mentionsAt(position).value(0, 0); }

int ArticleView::zoomPercent() const { return d->zoom; }

void ArticleView::setZoomPercent(int percent)
{
    percent = std::clamp(percent, 50, 400);
    if (percent == d->zoom)
        return;
    d->zoom = percent;
    d->relayout(true);
    d->measureTimer.start();
    Q_EMIT zoomChanged(percent);
}

void ArticleView::setShowRejected(bool show)
{
    d->showRejected = show;
    viewport()->update();
}

void ArticleView::setOtherLayer(const Layer *layer)
{
    if (!layer && !d->otherLayer)
        return;
    d->otherLayer = layer ? std::optional(*layer) : std::nullopt;
    if (!layer || !layer->mentions.find(d->currentOther))
        d->currentOther = 0;
    viewport()->update();
}

void ArticleView::setCurrentOther(MentionId mention)
{
    if (mention == d->currentOther)
        return;
    d->currentOther = mention;
    viewport()->update();
}

void ArticleView::setReviewMarks(const ReviewMarks &marks)
{
    if (marks.isEmpty() && d->review.isEmpty())
        return;
    d->review = marks;
    d->stripTimer.start();
    viewport()->update();
}

const ReviewMarks &ArticleView::reviewMarks() const { return d->review; }

void ArticleView::setFindMatches(const QList<Span> &matches, qsizetype active)
{
    d->finds = matches;
    d->activeFind = active;
    viewport()->update();
}

void ArticleView::ensureVisible(const Span &place) { d->scrollTo(place); }

qsizetype ArticleView::positionAt(const QPoint &point) const
{
    bool isBeside = false;
    const qsizetype position = d->nearestPosition(point, &isBeside);
    return isBeside ? -1 : position;
}

QList<QRectF> ArticleView::rectanglesOf(const Span &place) const { return d->rectangles(place); }

bool ArticleView::event(QEvent *event)
{
    if (event->type() == QEvent::LayoutDirectionChange)
        d->placeStrip();
    if (event->type() == QEvent::FontChange || event->type() == QEvent::LocaleChange) {
        d->refreshMeta();
        d->relayout(true);
    }
    return QAbstractScrollArea::event(event);
}

void ArticleView::paintEvent(QPaintEvent *event)
{
    {
        QPainter painter(viewport());
        d->paint(&painter, event->rect());
    }
    if (d->layout.count() > 0) {
        const Layer *layer = d->layer();
        Q_EMIT painted(layer && !layer->mentions.isEmpty());
    }
}

void ArticleView::resizeEvent(QResizeEvent *event)
{
    QAbstractScrollArea::resizeEvent(event);
    d->placeStrip();
    d->relayout(false);
    d->measureTimer.start();
    d->stripTimer.start();
}

void ArticleView::scrollContentsBy(int dx, int dy)
{
    Q_UNUSED(dx)
    Q_UNUSED(dy)
    if (d->isHolding)
        return;
    if (!d->isSettling) {
        d->sinceActivity.start();
        d->settle();
    }
    viewport()->update();
}

} // namespace dateline
