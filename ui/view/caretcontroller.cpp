// SPDX-License-Identifier: Apache-2.0
#include "ui/view/caretcontroller.h"

#include "ui/view/articlelayout.h"
#include "ui/view/textnavigation.h"

#include <QKeyEvent>
#include <QKeySequence>

#include <array>

namespace dateline {

CaretController::CaretController(ArticleLayout &layout) : m_layout(layout) { }

Span CaretController::selection() const { return {std::min(m_caret, m_anchor), std::max(m_caret, m_anchor)}; }

void CaretController::place(qsizetype position, bool keepAnchor)
{
    m_caret = m_layout.snapped(position);
    if (!keepAnchor)
        m_anchor = m_caret;
    m_goalX.reset();
}

void CaretController::select(qsizetype anchor, qsizetype caret)
{
    m_anchor = m_layout.snapped(anchor);
    m_caret = m_layout.snapped(caret);
    m_goalX.reset();
}

void CaretController::reset()
{
    m_caret = 0;
    m_anchor = 0;
    m_goalX.reset();
}

void CaretController::move(CaretMove move, bool keepAnchor, qreal pageHeight)
{
    if (m_layout.count() == 0)
        return;
    const bool isSideways = move == CaretMove::Left || move == CaretMove::Right;
    if (isSideways && hasSelection() && !keepAnchor) {
        place(move == CaretMove::Left ? selection().begin : selection().end, false);
        return;
    }
    m_caret = target(move, pageHeight);
    if (!keepAnchor)
        m_anchor = m_caret;
    const bool isVertical = move == CaretMove::LineUp || move == CaretMove::LineDown || move == CaretMove::PageUp
                         || move == CaretMove::PageDown;
    if (!isVertical)
        m_goalX.reset();
}

qsizetype CaretController::target(CaretMove move, qreal pageHeight)
{
    const qsizetype item = m_layout.itemAt(m_caret);
    const ParagraphLayout &paragraph = m_layout.paragraph(item);
    const int line = paragraph.lineAt(m_caret);
    switch (move) {
    case CaretMove::Left:
        return paragraph.isRightToLeft() ? forward(false) : backward(false);
    case CaretMove::Right:
        return paragraph.isRightToLeft() ? backward(false) : forward(false);
    case CaretMove::WordLeft:
        return paragraph.isRightToLeft() ? forward(true) : backward(true);
    case CaretMove::WordRight:
        return paragraph.isRightToLeft() ? backward(true) : forward(true);
    case CaretMove::LineUp:
        return lineMove(false);
    case CaretMove::LineDown:
        return lineMove(true);
    case CaretMove::LineBegin:
        return paragraph.lineSpan(line).begin;
    case CaretMove::LineEnd:
        return paragraph.lineEnd(line);
    case CaretMove::PageUp:
        return pageMove(-pageHeight);
    case CaretMove::PageDown:
        return pageMove(pageHeight);
    case CaretMove::ArticleBegin:
        return m_layout.span(0).begin;
    case CaretMove::ArticleEnd:
        return m_layout.span(m_layout.count() - 1).end;
    case CaretMove::BlockUp:
        return m_caret > paragraph.span().begin || item == 0 ? paragraph.span().begin : m_layout.span(item - 1).begin;
    case CaretMove::BlockDown:
        return item + 1 < m_layout.count() ? m_layout.span(item + 1).begin : paragraph.span().end;
    }
    return m_caret;
}

qsizetype CaretController::forward(bool byWord) const
{
    const qsizetype item = m_layout.itemAt(m_caret);
    const Span span = m_layout.span(item);
    const QString &text = m_layout.article().text();
    if (m_caret < span.end)
        return byWord ? nextWord(text, span, m_caret) : nextGrapheme(text, span, m_caret);
    return item + 1 < m_layout.count() ? m_layout.span(item + 1).begin : m_caret;
}

qsizetype CaretController::backward(bool byWord) const
{
    const qsizetype item = m_layout.itemAt(m_caret);
    const QString &text = m_layout.article().text();
    Span span = m_layout.span(item);
    if (m_caret <= span.begin) {
        if (item == 0)
            return m_caret;
        span = m_layout.span(item - 1);
        // Between blocks lies a gap, between the parts of one block nothing.
        if (span.end < m_caret)
            return span.end;
    }
    return byWord ? previousWord(text, span, m_caret) : previousGrapheme(text, span, m_caret);
}

qsizetype CaretController::lineMove(bool down)
{
    qsizetype item = m_layout.itemAt(m_caret);
    const ParagraphLayout *paragraph = &m_layout.paragraph(item);
    if (!m_goalX)
        m_goalX = paragraph->caretRectangle(m_caret).center().x();
    int line = paragraph->lineAt(m_caret) + (down ? 1 : -1);
    if (line < 0) {
        if (item == 0)
            return paragraph->span().begin;
        paragraph = &m_layout.paragraph(--item);
        line = paragraph->lineCount() - 1;
    } else if (line >= paragraph->lineCount()) {
        if (item + 1 >= m_layout.count())
            return paragraph->span().end;
        paragraph = &m_layout.paragraph(++item);
        line = 0;
    }
    return paragraph->positionAt(line, *m_goalX);
}

qsizetype CaretController::pageMove(qreal distance)
{
    qsizetype item = m_layout.itemAt(m_caret);
    const ParagraphLayout &paragraph = m_layout.paragraph(item);
    const QRectF caret = paragraph.caretRectangle(m_caret);
    if (!m_goalX)
        m_goalX = caret.center().x();
    // Laying out what lies between first makes the distance one of real lines, not estimates.
    if (distance > 0) {
        qreal left = m_layout.height(item);
        for (qsizetype next = item + 1; next < m_layout.count() && left < distance; ++next) {
            m_layout.measure(next);
            left += m_layout.height(next);
        }
    } else {
        qreal left = 0;
        for (qsizetype previous = item - 1; previous >= 0 && left < -distance; --previous) {
            m_layout.measure(previous);
            left += m_layout.height(previous);
        }
    }
    const qreal y = m_layout.textTop(item) + caret.center().y() + distance;
    if (y < 0)
        return m_layout.span(0).begin;
    if (y >= m_layout.totalHeight())
        return m_layout.span(m_layout.count() - 1).end;
    item = m_layout.itemAtY(y);
    const ParagraphLayout &found = m_layout.paragraph(item);
    return found.positionAt(found.lineAtY(y - m_layout.textTop(item)), *m_goalX);
}

std::optional<CaretController::KeyMove> CaretController::moveFor(const QKeyEvent *event)
{
    struct Entry
    {
        QKeySequence::StandardKey plain;
        QKeySequence::StandardKey selecting;
        CaretMove move;
    };
    static constexpr std::array Entries = {
        Entry{QKeySequence::MoveToPreviousChar, QKeySequence::SelectPreviousChar, CaretMove::Left},
        Entry{QKeySequence::MoveToNextChar, QKeySequence::SelectNextChar, CaretMove::Right},
        Entry{QKeySequence::MoveToPreviousWord, QKeySequence::SelectPreviousWord, CaretMove::WordLeft},
        Entry{QKeySequence::MoveToNextWord, QKeySequence::SelectNextWord, CaretMove::WordRight},
        Entry{QKeySequence::MoveToPreviousLine, QKeySequence::SelectPreviousLine, CaretMove::LineUp},
        Entry{QKeySequence::MoveToNextLine, QKeySequence::SelectNextLine, CaretMove::LineDown},
        Entry{QKeySequence::MoveToStartOfLine, QKeySequence::SelectStartOfLine, CaretMove::LineBegin},
        Entry{QKeySequence::MoveToEndOfLine, QKeySequence::SelectEndOfLine, CaretMove::LineEnd},
        Entry{QKeySequence::MoveToPreviousPage, QKeySequence::SelectPreviousPage, CaretMove::PageUp},
        Entry{QKeySequence::MoveToNextPage, QKeySequence::SelectNextPage, CaretMove::PageDown},
        Entry{QKeySequence::MoveToStartOfDocument, QKeySequence::SelectStartOfDocument, CaretMove::ArticleBegin},
        Entry{QKeySequence::MoveToEndOfDocument, QKeySequence::SelectEndOfDocument, CaretMove::ArticleEnd},
        Entry{QKeySequence::MoveToStartOfBlock, QKeySequence::SelectStartOfBlock, CaretMove::BlockUp},
        Entry{QKeySequence::MoveToEndOfBlock, QKeySequence::SelectEndOfBlock, CaretMove::BlockDown},
    };
    for (const Entry &entry : Entries) {
        if (event->matches(entry.plain))
            return KeyMove{entry.move, false};
        if (event->matches(entry.selecting))
            return KeyMove{entry.move, true};
    }
    // Ctrl+Up and Ctrl+Down are block moves on macOS only; they are useful everywhere.
    const Qt::KeyboardModifiers modifiers = event->modifiers() & ~Qt::KeypadModifier;
    const bool keepAnchor = modifiers.testFlag(Qt::ShiftModifier);
    if ((modifiers & ~Qt::ShiftModifier) == Qt::ControlModifier) {
        if (event->key() == Qt::Key_Up)
            return KeyMove{CaretMove::BlockUp, keepAnchor};
        if (event->key() == Qt::Key_Down)
            return KeyMove{CaretMove::BlockDown, keepAnchor};
    }
    return std::nullopt;
}

} // namespace dateline
