// SPDX-License-Identifier: Apache-2.0
#include "ui/view/articleview_p.h"

#include <QPainter>

#include <algorithm>

namespace dateline {

void ArticleView::Private::paint(QPainter *painter, const QRect &dirty)
{
    painter->fillRect(dirty, theme.paper);
    if (layout.count() == 0)
        return;
    painter->setRenderHint(QPainter::Antialiasing);
    const qreal metaTop = layout.style().topMargin() - scroll();
    if (!meta.isEmpty() && metaTop + layout.style().metaHeight() > dirty.top() && metaTop < dirty.bottom()) {
        const QRectF line(columnLeft(), metaTop, layout.width(), layout.style().metaHeight());
        painter->setFont(layout.style().metaFont());
        painter->setPen(theme.dimmed);
        const QString shown = QFontMetricsF(layout.style().metaFont()).elidedText(meta, Qt::ElideRight, line.width());
        painter->drawText(line, Qt::AlignLeft | Qt::AlignVCenter, shown);
    }
    const MentionPainter mentionPainter(theme, layout.style().scale());
    // Frames and lanes reach a little beyond their paragraph.
    const qreal reach = 12 * layout.style().scale();
    qsizetype item = layout.itemAtY(dirty.top() + scroll() - columnTop() - reach);
    for (; item < layout.count() && origin(item).y() < dirty.bottom() + 1 + reach; ++item)
        paintItem(painter, item, mentionPainter, QRectF(dirty));
}

void ArticleView::Private::paintItem(QPainter *painter, qsizetype item, const MentionPainter &mentionPainter, const QRectF &clip)
{
    const ParagraphLayout &paragraph = layout.paragraph(item);
    const QPointF at = origin(item);
    const bool isDimmed = layout.style().of(layout.kind(item)).isDimmed;

    QList<MentionMark> marks;
    if (const Layer *shown = layer()) {
        QList<const Mention *> mentions;
        shown->mentions.forEachIn(paragraph.span(), [&](const Mention &mention) {
            if (isShown(mention))
                mentions.append(&mention);
            return true;
        });
        if (!mentions.isEmpty())
            marks = mentionPainter.marksOf(paragraph, mentions, session->article().tagset);
        for (qsizetype i = 0; review.isReviewing && i < marks.size(); ++i)
            marks[i].status = review.shownStatus(*shown->mentions.find(marks.at(i).id));
    }
    mentionPainter.paintTints(painter, at, marks);
    const QList<Span> found = paintFinds(painter, at, paragraph);

    const Span selected = caret.selection();
    if (!selected.isEmpty() && selected.overlaps(paragraph.span())) {
        const QList<QRectF> boxes = paragraph.rectangles(selected);
        for (const QRectF &box : boxes)
            painter->fillRect(box.translated(at), theme.selection);
    }

    QList<QTextLayout::FormatRange> formats;
    if (isDimmed) {
        // Grey text would be hard to read on a tint, and on the selection.
        const auto recolor = [&](const Span &place, const QColor &color) {
            const qsizetype begin = std::max(place.begin, paragraph.span().begin);
            const qsizetype end = std::min(place.end, paragraph.span().end);
            if (begin >= end)
                return;
            QTextLayout::FormatRange range;
            range.start = int(begin);
            range.length = int(end - begin);
            range.format.setForeground(color);
            formats.append(range);
        };
        for (const MentionMark &mark : std::as_const(marks)) {
            if (mark.status == Status::Rejected || mark.status == Status::Withdrawn)
                continue;
            for (const Span &span : mark.spans)
                recolor(span, theme.dimmedOnTint);
        }
        for (const Span &match : std::as_const(found))
            recolor(match, theme.text);
        recolor(selected, theme.text);
    }
    painter->setPen(isDimmed ? theme.dimmed : theme.text);
    paragraph.draw(painter, at, formats, clip);

    mentionPainter.paintLines(painter, at, marks);
    paintReview(painter, at, paragraph, marks, mentionPainter);
    paintOthers(painter, at, paragraph, mentionPainter);
    for (const MentionMark &mark : std::as_const(marks)) {
        if (mark.id == current)
            mentionPainter.paintFrame(painter, at, mark);
    }
    const bool hasCaret = layout.itemAt(caret.caret()) == item;
    if (hasCaret && (isCaretOn || !q->hasFocus()))
        painter->fillRect(paragraph.caretRectangle(caret.caret()).translated(at), q->hasFocus() ? theme.text : theme.border);
}

void ArticleView::Private::paintReview(QPainter *painter, const QPointF &at, const ParagraphLayout &paragraph,
                                       const QList<MentionMark> &marks, const MentionPainter &mentionPainter)
{
    for (const MentionMark &mark : marks) {
        const ReviewMark verdict = review.of(mark.id);
        if (mark.endsHere && (verdict == ReviewMark::Returned || verdict == ReviewMark::Changed))
            mentionPainter.paintVerdict(painter, at, mark, verdict);
    }
    for (const ReviewMarks::Proposal &proposal : std::as_const(review.proposals)) {
        if (!session || !proposal.place.overlaps(paragraph.span()))
            continue;
        MentionMark mark;
        mark.colors = theme.colorsOf(proposal.type, session->article().tagset);
        mark.boxes = paragraph.rectangles(proposal.place);
        mark.endsHere = proposal.place.end <= paragraph.span().end;
        mentionPainter.paintProposal(painter, at, mark);
    }
}

void ArticleView::Private::paintOthers(QPainter *painter, const QPointF &at, const ParagraphLayout &paragraph,
                                       const MentionPainter &mentionPainter)
{
    if (!otherLayer || !session)
        return;
    QList<const Mention *> mentions;
    otherLayer->mentions.forEachIn(paragraph.span(), [&](const Mention &mention) {
        if (mention.isLive())
            mentions.append(&mention);
        return true;
    });
    const QList<MentionMark> marks = mentionPainter.marksOf(paragraph, mentions, session->article().tagset);
    for (const MentionMark &mark : marks) {
        mentionPainter.paintOutline(painter, at, mark, mark.id == currentOther);
        if (mark.id == currentOther && current == 0)
            mentionPainter.paintFrame(painter, at, mark);
    }
}

QList<Span> ArticleView::Private::paintFinds(QPainter *painter, const QPointF &at, const ParagraphLayout &paragraph)
{
    QList<Span> found;
    const Span span = paragraph.span();
    auto match = std::lower_bound(finds.cbegin(), finds.cend(), span.begin,
                                  [](const Span &candidate, qsizetype begin) { return candidate.end <= begin; });
    for (; match != finds.cend() && match->begin < span.end; ++match) {
        found.append(*match);
        const bool isActive = match - finds.cbegin() == activeFind;
        const QList<QRectF> boxes = paragraph.rectangles(*match);
        painter->setPen(isActive ? QPen(theme.text, 1.5) : QPen(Qt::NoPen));
        painter->setBrush(theme.find);
        for (const QRectF &box : boxes)
            painter->drawRoundedRect(box.translated(at).adjusted(-1, 0, 1, 0), 2, 2);
    }
    return found;
}

} // namespace dateline
