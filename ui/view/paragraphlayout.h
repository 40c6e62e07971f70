// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/view/articlestyle.h"

#include <QList>
#include <QRectF>
#include <QTextLayout>

namespace dateline {

/// One block of the article, or a part of about 4 kB of a longer one (wrapping takes time
/// quadratic in the length of a word), broken into lines. Positions are those of the article
/// (UTF-16); coordinates are logical pixels from the paragraph's own top left. One thread at a time.
class ParagraphLayout
{
public:
    /// `formats` in local positions, may be empty.
    ParagraphLayout(const QString &text, qsizetype begin, const BlockStyle &style, qreal width,
                    const QList<QTextLayout::FormatRange> &formats);

    [[nodiscard]] Span span() const { return m_span; }
    [[nodiscard]] qreal height() const { return m_height; }
    [[nodiscard]] int lineCount() const { return m_layout.lineCount(); }
    [[nodiscard]] bool isRightToLeft() const { return m_isRightToLeft; }

    /// The line that shows a caret at `position`: at a soft break, the later one.
    [[nodiscard]] int lineAt(qsizetype position) const;
    [[nodiscard]] int lineAtY(qreal y) const;
    [[nodiscard]] Span lineSpan(int line) const;
    [[nodiscard]] qreal lineTop(int line) const { return m_tops[line]; }
    [[nodiscard]] qreal lineBottom(int line) const;
    [[nodiscard]] QRectF caretRectangle(qsizetype position) const;
    /// Nearest caret position on a line; never one that lineAt() gives to the next line.
    [[nodiscard]] qsizetype positionAt(int line, qreal x) const;
    [[nodiscard]] bool isBesideText(int line, qreal x) const;
    /// Where a caret goes at the end of a line.
    [[nodiscard]] qsizetype lineEnd(int line) const;

    /// Boxes of the text in `place`, from ascent to descent; one a line, more where bidirectional
    /// text tears it apart.
    [[nodiscard]] QList<QRectF> rectangles(const Span &place) const;
    /// With the painter's pen; `formats` in article positions.
    void draw(QPainter *painter, const QPointF &at, QList<QTextLayout::FormatRange> formats, const QRectF &clip) const;
    /// The lines `first` up to, not including, `end` and no other, all in the painter's pen.
    void drawLines(QPainter *painter, const QPointF &at, int first, int end) const;

private:
    [[nodiscard]] QRectF boxOf(const QTextLine &line, qreal left, qreal right) const;

    QTextLayout m_layout;
    Span m_span;
    QList<qreal> m_tops;
    qreal m_height = 0;
    qreal m_lineHeight = 0;
    qreal m_ascent = 0;
    qreal m_descent = 0;
    bool m_isRightToLeft = false;
    bool m_isBidirectional = false;
};

} // namespace dateline
