// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "annotation/annotatedarticle.h"
#include "ui/theme.h"
#include "ui/view/paragraphlayout.h"
#include "ui/view/reviewmarks.h"

QT_BEGIN_NAMESPACE
class QPainter;
QT_END_NAMESPACE

namespace dateline {

/// A mention as it lies in one paragraph.
struct MentionMark
{
    MentionId id = 0;
    Span extent;
    QList<Span> spans;
    Status status = Status::Suggested;
    bool isUnsure = false;
    bool endsHere = false; ///< its last span ends in this paragraph
    TypeColors colors;
    int lane = 0;        ///< 0: the line next to the text; more for those around others
    QList<QRectF> boxes; ///< of the spans, in the paragraph's coordinates
    QList<QRectF> gaps;  ///< between the spans of a discontinuous mention
};

/// Paints mentions of one paragraph: tint, line under the text (dashed while undecided), a
/// line through rejected ones, a question mark when unsure, the frame of the current one, the
/// outline of another layer's.
/// Nested and crossing mentions get lines under one another, shorter ones nearer to the text.
class MentionPainter
{
public:
    MentionPainter(const Theme &theme, qreal scale);

    /// Marks of `mentions` (in order of place) in painting order: longer ones first.
    [[nodiscard]] QList<MentionMark> marksOf(const ParagraphLayout &paragraph, const QList<const Mention *> &mentions,
                                             const Tagset &tagset) const;
    void paintTints(QPainter *painter, const QPointF &origin, const QList<MentionMark> &marks) const;
    void paintLines(QPainter *painter, const QPointF &origin, const QList<MentionMark> &marks) const;
    void paintFrame(QPainter *painter, const QPointF &origin, const MentionMark &mark) const;
    /// A thin line all round the text: a mention of another layer than the painted one.
    void paintOutline(QPainter *painter, const QPointF &origin, const MentionMark &mark, bool isStrong) const;
    /// The sign of a verdict at the upper right end of the mention.
    void paintVerdict(QPainter *painter, const QPointF &origin, const MentionMark &mark, ReviewMark verdict) const;
    /// A dashed line all round words that the reviewer wants tagged, with a plus at the end.
    void paintProposal(QPainter *painter, const QPointF &origin, const MentionMark &mark) const;
    /// Tint of a mention: a suggestion's is paler.
    [[nodiscard]] QColor tintOf(const MentionMark &mark) const;
    /// What painting the mention may touch around the box of its text.
    [[nodiscard]] QRectF reach(const QRectF &box) const;

private:
    [[nodiscard]] qreal laneDepth(int lane) const;
    /// A disc of paper over the end of the text's last box, where a sign is drawn; its centre.
    QPointF paintBadge(QPainter *painter, const QRectF &lastBox, const QColor &ring) const;

    const Theme &m_theme;
    qreal m_scale;
};

/// Lanes for stretches: those that overlap get different ones, shorter stretches lower ones.
[[nodiscard]] QList<int> assignLanes(const QList<Span> &extents);

} // namespace dateline
