// SPDX-License-Identifier: Apache-2.0
#include "ui/view/reviewmarks.h"

#include <QPainter>

using namespace Qt::StringLiterals;

namespace dateline {

namespace {

void drawLines(QPainter &painter, const QPointF &centre, qreal scale, std::initializer_list<QPointF> points)
{
    QList<QPointF> moved;
    for (const QPointF &point : points)
        moved.append(centre + point * scale);
    painter.drawPolyline(moved.constData(), int(moved.size()));
}

void setMarkPen(QPainter &painter, const QColor &color, qreal width)
{
    painter.setPen(QPen(color, width, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.setBrush(Qt::NoBrush);
}

} // namespace

Status ReviewMarks::shownStatus(const Mention &mention) const
{
    if (!isReviewing || !mention.isLive())
        return mention.status;
    const ReviewMark mark = of(mention.id);
    return mark == ReviewMark::Approved || mark == ReviewMark::Returned ? Status::Accepted : Status::Suggested;
}

QString reviewMarkName(ReviewMark mark)
{
    switch (mark) {
    case ReviewMark::Undecided:
        return u"undecided"_s;
    case ReviewMark::Approved:
        return u"approved"_s;
    case ReviewMark::Returned:
        return u"returned"_s;
    case ReviewMark::Changed:
        return u"changed"_s;
    }
    return {};
}

ReviewMarks reviewMarks(const ReviewState &state, const QList<ReturnedItem> &returned, bool isReviewing)
{
    ReviewMarks marks;
    marks.isReviewing = isReviewing;
    if (isReviewing) {
        for (const ReviewedMention &mention : state.mentions) {
            if (mention.mark == ReviewMark::Undecided)
                continue;
            marks.mentions.insert(mention.mention, mention.mark);
            if (mention.mark == ReviewMark::Returned && mention.verdict)
                marks.reasons.insert(mention.mention, mention.verdict->reason);
        }
    } else {
        for (const ReturnedItem &item : returned) {
            if (item.kind != ReturnedItem::Kind::Mention)
                continue;
            marks.mentions.insert(item.mention, ReviewMark::Returned);
            marks.reasons.insert(item.mention, item.text);
        }
    }
    for (const ReviewedProposal &proposal : state.proposals) {
        if (!proposal.isWithdrawn && proposal.taken == 0)
            marks.proposals.append({proposal.proposal, proposal.place, proposal.type});
    }
    return marks;
}

void paintReviewMark(QPainter &painter, const QPointF &centre, ReviewMark mark, const QColor &color, qreal scale)
{
    setMarkPen(painter, color, 1.6 * scale);
    switch (mark) {
    case ReviewMark::Undecided:
        setMarkPen(painter, color, 1.2 * scale);
        painter.drawEllipse(centre, 3 * scale, 3 * scale);
        break;
    case ReviewMark::Approved:
        drawLines(painter, centre, scale, {{-4, 0.5}, {-1, 3.5}, {4.5, -3.5}});
        break;
    case ReviewMark::Returned:
        drawLines(painter, centre, scale, {{4, 4}, {4, -1.5}, {-4, -1.5}});
        drawLines(painter, centre, scale, {{-1, -4.5}, {-4, -1.5}, {-1, 1.5}});
        break;
    case ReviewMark::Changed: {
        setMarkPen(painter, color, 1.2 * scale);
        const qreal radius = 3.5 * scale;
        painter.drawEllipse(centre, radius, radius);
        painter.setBrush(color);
        painter.drawPie(QRectF(centre.x() - radius, centre.y() - radius, 2 * radius, 2 * radius), 90 * 16, 180 * 16);
        break;
    }
    }
}

void paintProposalMark(QPainter &painter, const QPointF &centre, const QColor &color, qreal scale)
{
    setMarkPen(painter, color, 1.6 * scale);
    drawLines(painter, centre, scale, {{-4, 0}, {4, 0}});
    drawLines(painter, centre, scale, {{0, -4}, {0, 4}});
}

} // namespace dateline
