// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "annotation/mention.h"
#include "text/span.h"
#include "ui/theme.h"
#include "ui/view/reviewmarks.h"

#include <QAbstractScrollArea>

#include <memory>

namespace dateline {

class EditSession;
struct ArticleChange;
struct Layer;

/// The article, set like a page, with its mentions painted over lazily laid out paragraphs
/// (docs: construction d). Own caret, selection and keyboard; read-only text. Mentions may
/// nest and cross. Shows `session`'s active layer and follows its changes. The session is
/// borrowed and may be null (an empty page). All offsets UTF-16. GUI thread.
class ArticleView final : public QAbstractScrollArea
{
    Q_OBJECT

public:
    explicit ArticleView(QWidget *parent = nullptr);
    ~ArticleView() override;

    void setSession(EditSession *session);
    [[nodiscard]] EditSession *session() const;
    void setTheme(const Theme &theme);

    [[nodiscard]] qsizetype caret() const;
    /// Empty when nothing is selected: begin == end == caret.
    [[nodiscard]] Span selection() const;
    void setCaret(qsizetype position, bool keepAnchor = false);
    void setSelection(const Span &selection); ///< caret at its end; scrolls to it
    [[nodiscard]] QString selectedText() const;

    /// The mention with the frame round it; 0: none. Setting scrolls it into view and moves
    /// the caret to its begin.
    [[nodiscard]] MentionId currentMention() const;
    void setCurrentMention(MentionId mention);
    /// The innermost shown mention at `position` (the caret may stand at its end), 0: none.
    [[nodiscard]] MentionId mentionAt(qsizetype position) const;

    [[nodiscard]] int zoomPercent() const;
    void setZoomPercent(int percent); ///< 50…400, keeps the place
    void setShowRejected(bool show);
    /// Another layer of the same text (another annotator's): its live mentions are outlined over the
    /// own ones. Copied; null: none. A new session has none.
    void setOtherLayer(const Layer *layer);
    /// The outlined mention that is in question, drawn stronger, and framed when there is no
    /// current one of the own layer; 0: none. Does not scroll.
    void setCurrentOther(MentionId mention);
    /// What a review says of the mentions, and what it proposes: dashed outlines with a plus. A new
    /// session has none.
    void setReviewMarks(const ReviewMarks &marks);
    [[nodiscard]] const ReviewMarks &reviewMarks() const;
    /// Places of find results, tinted; `active` the one framed, -1 none.
    void setFindMatches(const QList<Span> &matches, qsizetype active);
    void ensureVisible(const Span &place);
    /// Text position under a point of the viewport, -1 when beside the text.
    [[nodiscard]] qsizetype positionAt(const QPoint &point) const;
    /// Rectangles of a stretch in viewport coordinates, one a line (visible paragraphs only).
    [[nodiscard]] QList<QRectF> rectanglesOf(const Span &place) const;

Q_SIGNALS:
    void caretMoved(qsizetype position);
    void selectionChanged();
    void currentMentionChanged(dateline::MentionId mention);
    /// After a paint that showed the article's text; `withMentions` when the active layer has any.
    void painted(bool withMentions);
    void zoomChanged(int percent);
    /// A context menu is wanted at a global position.
    void menuRequested(const QPoint &global);

protected:
    bool event(QEvent *event) override;
    bool viewportEvent(QEvent *event) override; ///< tool tips of mentions
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void scrollContentsBy(int dx, int dy) override;
    void keyPressEvent(QKeyEvent *event) override; ///< caret keys only; commands are actions of the window
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    bool focusNextPrevChild(bool next) override; ///< false: Tab means "next mention" here

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace dateline
