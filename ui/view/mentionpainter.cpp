// SPDX-License-Identifier: Apache-2.0
#include "ui/view/mentionpainter.h"

#include <QPainter>

#include <algorithm>
#include <cmath>
#include <numeric>

using namespace Qt::StringLiterals;

namespace dateline {

namespace {

// More lines than these do not fit between two lines of text; deeper nesting shares the last.
constexpr int LaneLimit = 4;
// How far a tint reaches beyond its text; two neighbours leave a gap within one space.
constexpr qreal MarginWidth = 1.5;

} // namespace

QList<int> assignLanes(const QList<Span> &extents)
{
    QList<int> lanes(extents.size(), 0);
    QList<qsizetype> order(extents.size());
    std::iota(order.begin(), order.end(), 0);
    std::stable_sort(order.begin(), order.end(),
                     [&](qsizetype a, qsizetype b) { return extents[a].length() < extents[b].length(); });
    // The lanes' stretches by begin: those of a lane never overlap, so only the neighbours count.
    QList<QList<Span>> taken;
    for (const qsizetype index : std::as_const(order)) {
        const Span &extent = extents[index];
        int lane = 0;
        for (;; ++lane) {
            if (lane == taken.size())
                taken.append(QList<Span>());
            QList<Span> &row = taken[lane];
            const auto at = std::lower_bound(row.cbegin(), row.cend(), extent);
            const bool isFree = (at == row.cend() || !at->overlaps(extent))
                             && (at == row.cbegin() || !(at - 1)->overlaps(extent));
            if (isFree || lane == LaneLimit - 1) {
                row.insert(at - row.cbegin(), extent);
                break;
            }
        }
        lanes[index] = lane;
    }
    return lanes;
}

MentionPainter::MentionPainter(const Theme &theme, qreal scale) : m_theme(theme), m_scale(scale) { }

qreal MentionPainter::laneDepth(int lane) const { return std::round(lane * 3.5 * m_scale); }

QColor MentionPainter::tintOf(const MentionMark &mark) const
{
    return mark.status == Status::Suggested ? mixed(m_theme.paper, mark.colors.tint, 0.6) : mark.colors.tint;
}

QRectF MentionPainter::reach(const QRectF &box) const
{
    return box.adjusted(-6 * m_scale, -6 * m_scale, 12 * m_scale, laneDepth(LaneLimit) + 6 * m_scale);
}

QList<MentionMark> MentionPainter::marksOf(const ParagraphLayout &paragraph, const QList<const Mention *> &mentions,
                                           const Tagset &tagset) const
{
    QList<MentionMark> marks;
    marks.reserve(mentions.size());
    QList<Span> extents;
    extents.reserve(mentions.size());
    for (const Mention *mention : mentions)
        extents.append(mention->extent());
    const QList<int> lanes = assignLanes(extents);
    for (qsizetype i = 0; i < mentions.size(); ++i) {
        const Mention &mention = *mentions[i];
        MentionMark mark;
        mark.id = mention.id;
        mark.extent = extents[i];
        mark.spans = mention.spans;
        mark.status = mention.status;
        mark.isUnsure = mention.isUnsure;
        mark.endsHere = mark.extent.end <= paragraph.span().end;
        mark.lane = lanes[i];
        mark.colors = m_theme.colorsOf(mention.type, tagset);
        qsizetype previousEnd = -1;
        for (const Span &span : mention.spans) {
            if (previousEnd >= 0)
                mark.gaps += paragraph.rectangles({previousEnd, span.begin});
            mark.boxes += paragraph.rectangles(span);
            previousEnd = span.end;
        }
        if (!mark.boxes.isEmpty())
            marks.append(mark);
    }
    std::stable_sort(marks.begin(), marks.end(),
                     [](const MentionMark &a, const MentionMark &b) { return a.extent.length() > b.extent.length(); });
    return marks;
}

void MentionPainter::paintTints(QPainter *painter, const QPointF &origin, const QList<MentionMark> &marks) const
{
    const qreal radius = 3 * m_scale;
    const qreal margin = MarginWidth * m_scale;
    painter->setPen(Qt::NoPen);
    for (const MentionMark &mark : marks) {
        if (mark.status == Status::Rejected || mark.status == Status::Withdrawn)
            continue;
        const QColor tint = tintOf(mark);
        painter->setBrush(tint);
        for (const QRectF &box : mark.boxes) {
            QRectF around = box.translated(origin).adjusted(-margin, 0, margin, laneDepth(mark.lane));
            painter->drawRoundedRect(around, radius, radius);
            // Square at the bottom, where the line lies.
            around.setTop(around.center().y());
            painter->fillRect(around, tint);
        }
    }
}

void MentionPainter::paintLines(QPainter *painter, const QPointF &origin, const QList<MentionMark> &marks) const
{
    const qreal thickness = std::max<qreal>(1, std::round(2 * m_scale));
    const qreal margin = MarginWidth * m_scale;
    painter->setBrush(Qt::NoBrush);
    for (const MentionMark &mark : marks) {
        const bool isRejected = mark.status == Status::Rejected || mark.status == Status::Withdrawn;
        QPen pen(mark.colors.line, thickness, Qt::SolidLine, Qt::FlatCap);
        if (mark.status == Status::Suggested)
            pen.setDashPattern({2.6, 1.4});
        if (isRejected)
            pen.setWidthF(std::max<qreal>(1, std::round(1.2 * m_scale)));
        painter->setPen(pen);
        for (const QRectF &box : mark.boxes) {
            const QRectF at = box.translated(origin);
            const qreal y = isRejected ? std::round(at.center().y()) + 0.5 : std::round(at.bottom() + laneDepth(mark.lane));
            painter->drawLine(QPointF(at.left() - margin, y), QPointF(at.right() + margin, y));
        }
        if (!mark.gaps.isEmpty() && !isRejected) {
            painter->setPen(QPen(mark.colors.line, std::max<qreal>(1, m_scale), Qt::DotLine, Qt::FlatCap));
            for (const QRectF &gap : mark.gaps) {
                const QRectF at = gap.translated(origin);
                const qreal y = std::round(at.bottom() + laneDepth(mark.lane));
                painter->drawLine(QPointF(at.left(), y), QPointF(at.right(), y));
            }
        }
        if (mark.isUnsure && mark.endsHere) {
            QFont font;
            font.setBold(true);
            font.setPixelSize(std::max(7, int(std::lround(11 * m_scale))));
            painter->setFont(font);
            painter->setPen(mark.colors.line);
            const QRectF last = mark.boxes.last().translated(origin);
            painter->drawText(QPointF(last.right() + margin, last.top() + 8 * m_scale), u"?"_s);
        }
    }
}

void MentionPainter::paintOutline(QPainter *painter, const QPointF &origin, const MentionMark &mark, bool isStrong) const
{
    painter->setBrush(Qt::NoBrush);
    painter->setPen(QPen(mark.colors.line, std::max<qreal>(1, (isStrong ? 2 : 1.1) * m_scale)));
    // Outside the tint and below the first line of what it may lie on; outer ones round inner ones.
    const qreal side = (MarginWidth + 1.5 * mark.lane) * m_scale;
    for (const QRectF &box : mark.boxes) {
        const QRectF at = box.translated(origin).adjusted(-side, -0.5 * m_scale - mark.lane, side,
                                                          4 * m_scale + laneDepth(mark.lane));
        painter->drawRoundedRect(at, 3 * m_scale, 3 * m_scale);
    }
}

QPointF MentionPainter::paintBadge(QPainter *painter, const QRectF &lastBox, const QColor &ring) const
{
    const QPointF centre(lastBox.right() + 1 * m_scale, lastBox.top() + 1 * m_scale);
    painter->setPen(QPen(ring, std::max<qreal>(1, m_scale)));
    painter->setBrush(m_theme.paper);
    painter->drawEllipse(centre, 7 * m_scale, 7 * m_scale);
    return centre;
}

void MentionPainter::paintVerdict(QPainter *painter, const QPointF &origin, const MentionMark &mark, ReviewMark verdict) const
{
    const QColor color = verdict == ReviewMark::Returned ? m_theme.warning : mark.colors.line;
    const QPointF centre = paintBadge(painter, mark.boxes.last().translated(origin), color);
    paintReviewMark(*painter, centre, verdict, color, 0.85 * m_scale);
}

void MentionPainter::paintProposal(QPainter *painter, const QPointF &origin, const MentionMark &mark) const
{
    if (mark.boxes.isEmpty())
        return;
    QPen pen(mark.colors.line, std::max<qreal>(1, 1.4 * m_scale));
    pen.setDashPattern({3, 2});
    for (const QRectF &box : mark.boxes) {
        painter->setPen(pen);
        painter->setBrush(Qt::NoBrush);
        const qreal side = MarginWidth * m_scale;
        painter->drawRoundedRect(box.translated(origin).adjusted(-side, -1 * m_scale, side, 3 * m_scale), 3 * m_scale,
                                 3 * m_scale);
    }
    if (mark.endsHere) {
        const QPointF centre = paintBadge(painter, mark.boxes.last().translated(origin), mark.colors.line);
        paintProposalMark(*painter, centre, mark.colors.line, 0.85 * m_scale);
    }
}

void MentionPainter::paintFrame(QPainter *painter, const QPointF &origin, const MentionMark &mark) const
{
    painter->setBrush(Qt::NoBrush);
    painter->setPen(QPen(m_theme.accent, std::max<qreal>(1.5, 2 * m_scale)));
    const qreal side = 4 * m_scale;
    for (const QRectF &box : mark.boxes) {
        const QRectF at = box.translated(origin).adjusted(-side, -2.5 * m_scale, side, laneDepth(mark.lane) + 4 * m_scale);
        painter->drawRoundedRect(at, 4 * m_scale, 4 * m_scale);
    }
}

} // namespace dateline
