// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "text/span.h"

#include <QtGlobal>

#include <optional>

QT_BEGIN_NAMESPACE
class QKeyEvent;
QT_END_NAMESPACE

namespace dateline {

class ArticleLayout;

enum class CaretMove {
    Left,
    Right,
    WordLeft,
    WordRight,
    LineUp,
    LineDown,
    LineBegin,
    LineEnd,
    PageUp,
    PageDown,
    ArticleBegin,
    ArticleEnd,
    BlockUp,
    BlockDown
};

/// Caret and anchor of the article and how keys move them. Gaps of newlines between blocks
/// are crossed in one step; vertical moves keep the column they began in. The layout is
/// borrowed and must outlive the controller. Positions in UTF-16 of the article. GUI thread.
class CaretController
{
public:
    explicit CaretController(ArticleLayout &layout);

    [[nodiscard]] qsizetype caret() const { return m_caret; }
    [[nodiscard]] qsizetype anchor() const { return m_anchor; }
    [[nodiscard]] Span selection() const;
    [[nodiscard]] bool hasSelection() const { return m_caret != m_anchor; }
    /// Snaps to graphemes, out of gaps.
    void place(qsizetype position, bool keepAnchor);
    void select(qsizetype anchor, qsizetype caret);
    void reset();

    /// `pageHeight` in logical pixels. Without keepAnchor a selection collapses: sideways moves
    /// go to its edge first.
    void move(CaretMove move, bool keepAnchor, qreal pageHeight);

    struct KeyMove
    {
        CaretMove move = CaretMove::Left;
        bool keepAnchor = false;
    };
    /// The move that a key stands for on this platform; none for other keys.
    [[nodiscard]] static std::optional<KeyMove> moveFor(const QKeyEvent *event);

private:
    [[nodiscard]] qsizetype target(CaretMove move, qreal pageHeight);
    [[nodiscard]] qsizetype forward(bool byWord) const;
    [[nodiscard]] qsizetype backward(bool byWord) const;
    [[nodiscard]] qsizetype lineMove(bool down);
    [[nodiscard]] qsizetype pageMove(qreal distance);

    ArticleLayout &m_layout;
    qsizetype m_caret = 0;
    qsizetype m_anchor = 0;
    std::optional<qreal> m_goalX;
};

} // namespace dateline
