// SPDX-License-Identifier: Apache-2.0
#include "ui/view/paragraphlayout.h"

#include <QFontMetricsF>
#include <QGlyphRun>
#include <QPainter>
#include <QRawFont>
#include <QTextOption>

#include <algorithm>
#include <cmath>

namespace dateline {

namespace {

bool hasRightToLeft(QStringView text)
{
    return std::any_of(text.cbegin(), text.cend(), [](QChar unit) {
        if (unit.unicode() < 0x590)
            return false;
        // A right-to-left script of a higher plane shows as a surrogate here.
        if (unit.isHighSurrogate())
            return unit.unicode() == 0xd802 || unit.unicode() == 0xd803 || unit.unicode() == 0xd83a || unit.unicode() == 0xd83b;
        switch (unit.direction()) {
        case QChar::DirR:
        case QChar::DirAL:
        case QChar::DirAN:
        case QChar::DirRLE:
        case QChar::DirRLO:
        case QChar::DirRLI:
            return true;
        default:
            return false;
        }
    });
}

} // namespace

ParagraphLayout::ParagraphLayout(const QString &text, qsizetype begin, const BlockStyle &style, qreal width,
                                 const QList<QTextLayout::FormatRange> &formats)
    : m_layout(text, style.font)
    , m_span{begin, begin + text.size()}
    , m_lineHeight(style.lineHeight)
    , m_isRightToLeft(text.isRightToLeft())
    , m_isBidirectional(hasRightToLeft(text))
{
    const QFontMetricsF metrics(style.font);
    m_ascent = metrics.ascent();
    m_descent = metrics.descent();
    QTextOption option(m_isRightToLeft ? Qt::AlignRight : Qt::AlignLeft);
    option.setTextDirection(m_isRightToLeft ? Qt::RightToLeft : Qt::LeftToRight);
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    m_layout.setTextOption(option);
    if (!formats.isEmpty())
        m_layout.setFormats(formats);
    m_layout.setCacheEnabled(true);

    const qreal lineWidth = std::max<qreal>(40, width - style.indent);
    const qreal left = m_isRightToLeft ? 0 : style.indent;
    m_layout.beginLayout();
    for (QTextLine line = m_layout.createLine(); line.isValid(); line = m_layout.createLine()) {
        line.setLineWidth(lineWidth);
        // A fallback font may be taller than the style's line.
        // Whole pixels keep underlines and text sharp, and scroll positions exact.
        const qreal lineHeight = std::round(std::max(m_lineHeight, line.height()));
        const qreal baseline = std::round(m_height + (lineHeight - line.height()) / 2 + line.ascent());
        line.setPosition({left, baseline - line.ascent()});
        m_tops.append(m_height);
        m_height += lineHeight;
    }
    m_layout.endLayout();
}

int ParagraphLayout::lineAt(qsizetype position) const
{
    const int local = int(std::clamp<qsizetype>(position, m_span.begin, m_span.end) - m_span.begin);
    int low = 0;
    int high = lineCount() - 1;
    while (low < high) {
        const int middle = (low + high + 1) / 2;
        if (m_layout.lineAt(middle).textStart() <= local)
            low = middle;
        else
            high = middle - 1;
    }
    return low;
}

int ParagraphLayout::lineAtY(qreal y) const
{
    const auto after = std::upper_bound(m_tops.cbegin(), m_tops.cend(), y);
    return int(std::max<qsizetype>(0, after - m_tops.cbegin() - 1));
}

Span ParagraphLayout::lineSpan(int line) const
{
    const QTextLine at = m_layout.lineAt(line);
    return {m_span.begin + at.textStart(), m_span.begin + at.textStart() + at.textLength()};
}

qreal ParagraphLayout::lineBottom(int line) const { return line + 1 < m_tops.size() ? m_tops[line + 1] : m_height; }

QRectF ParagraphLayout::boxOf(const QTextLine &line, qreal left, qreal right) const
{
    const qreal baseline = line.y() + line.ascent();
    return {QPointF(left, baseline - m_ascent), QPointF(right, baseline + m_descent)};
}

QRectF ParagraphLayout::caretRectangle(qsizetype position) const
{
    const QTextLine line = m_layout.lineAt(lineAt(position));
    if (!line.isValid())
        return {0, 0, 2, m_lineHeight};
    const qreal x = line.cursorToX(int(position - m_span.begin));
    QRectF box = boxOf(line, x, x + 2);
    box.moveLeft(std::round(x - 1));
    return box;
}

qsizetype ParagraphLayout::lineEnd(int line) const
{
    const Span span = lineSpan(line);
    if (line + 1 >= lineCount() || span.isEmpty())
        return span.end;
    // The end of a wrapped line is the beginning of the next one: stay before its last cluster.
    return m_span.begin + m_layout.previousCursorPosition(int(span.end - m_span.begin));
}

qsizetype ParagraphLayout::positionAt(int line, qreal x) const
{
    const QTextLine at = m_layout.lineAt(line);
    if (!at.isValid())
        return m_span.begin;
    const qsizetype position = m_span.begin + at.xToCursor(x);
    return line + 1 < lineCount() ? std::min(position, lineEnd(line)) : position;
}

bool ParagraphLayout::isBesideText(int line, qreal x) const
{
    const QTextLine at = m_layout.lineAt(line);
    if (!at.isValid())
        return true;
    const QRectF text = at.naturalTextRect();
    return x < text.left() - 3 || x > text.right() + 3;
}

QList<QRectF> ParagraphLayout::rectangles(const Span &place) const
{
    QList<QRectF> boxes;
    const qsizetype begin = std::max(place.begin, m_span.begin);
    const qsizetype end = std::min(place.end, m_span.end);
    if (begin >= end)
        return boxes;
    for (int index = lineAt(begin); index < lineCount(); ++index) {
        const QTextLine line = m_layout.lineAt(index);
        const int from = std::max(int(begin - m_span.begin), line.textStart());
        const int to = std::min(int(end - m_span.begin), line.textStart() + line.textLength());
        if (line.textStart() >= int(end - m_span.begin))
            break;
        if (from >= to)
            continue;
        const QRectF natural = line.naturalTextRect();
        if (!m_isBidirectional) {
            // The spaces at which a line wraps hang beyond its natural width.
            const qreal left = std::min(line.cursorToX(from), natural.right());
            const qreal right = std::min(line.cursorToX(to), natural.right());
            if (right > left)
                boxes.append(boxOf(line, left, right));
            continue;
        }
        QList<std::pair<qreal, qreal>> stretches;
        const QList<QGlyphRun> runs = line.glyphRuns(from, to - from);
        for (const QGlyphRun &run : runs) {
            const QList<QPointF> positions = run.positions();
            const QList<QPointF> advances = run.rawFont().advancesForGlyphIndexes(run.glyphIndexes());
            for (qsizetype i = 0; i < positions.size(); ++i) {
                const qreal left = std::clamp(positions[i].x(), natural.left(), natural.right());
                const qreal right = std::clamp(positions[i].x() + advances.value(i).x(), natural.left(), natural.right());
                if (right > left)
                    stretches.append({left, right});
            }
        }
        std::sort(stretches.begin(), stretches.end());
        for (qsizetype i = 0; i < stretches.size();) {
            auto [left, right] = stretches[i++];
            for (; i < stretches.size() && stretches[i].first <= right + 1; ++i)
                right = std::max(right, stretches[i].second);
            boxes.append(boxOf(line, left, right));
        }
    }
    return boxes;
}

void ParagraphLayout::draw(QPainter *painter, const QPointF &at, QList<QTextLayout::FormatRange> formats,
                           const QRectF &clip) const
{
    for (QTextLayout::FormatRange &range : formats)
        range.start = int(range.start - m_span.begin);
    m_layout.draw(painter, at, formats, clip);
}

void ParagraphLayout::drawLines(QPainter *painter, const QPointF &at, int first, int end) const
{
    for (int line = first; line < end; ++line)
        m_layout.lineAt(line).draw(painter, at);
}

} // namespace dateline
