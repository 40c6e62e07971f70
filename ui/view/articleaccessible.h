// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QAccessibleWidget>

namespace dateline {

class ArticleView;

/// Serves the article to screen readers: text, caret, selection, and the mention at a place
/// as text attributes. Words, lines and sentences are cut from one block, so that the cost
/// does not grow with the article. Made by Qt through install(); GUI thread.
class ArticleAccessible final : public QAccessibleWidget, public QAccessibleTextInterface
{
public:
    explicit ArticleAccessible(ArticleView *view);
    /// Makes Qt use this class for every ArticleView. Harmless when repeated.
    static void install();

    void *interface_cast(QAccessible::InterfaceType type) override;
    QAccessible::State state() const override;

    void selection(int selectionIndex, int *startOffset, int *endOffset) const override;
    int selectionCount() const override;
    void addSelection(int startOffset, int endOffset) override;
    void removeSelection(int selectionIndex) override;
    void setSelection(int selectionIndex, int startOffset, int endOffset) override;
    int cursorPosition() const override;
    void setCursorPosition(int position) override;
    QString text(int startOffset, int endOffset) const override;
    using QAccessibleWidget::text;
    QString textBeforeOffset(int offset, QAccessible::TextBoundaryType boundaryType, int *startOffset,
                             int *endOffset) const override;
    QString textAfterOffset(int offset, QAccessible::TextBoundaryType boundaryType, int *startOffset,
                            int *endOffset) const override;
    QString textAtOffset(int offset, QAccessible::TextBoundaryType boundaryType, int *startOffset, int *endOffset) const override;
    int characterCount() const override;
    QRect characterRect(int offset) const override;
    int offsetAtPoint(const QPoint &point) const override;
    void scrollToSubstring(int startIndex, int endIndex) override;
    QString attributes(int offset, int *startOffset, int *endOffset) const override;

private:
    [[nodiscard]] ArticleView *view() const;
    [[nodiscard]] const QString &whole() const;
    [[nodiscard]] QString pieceAround(int offset, QAccessible::TextBoundaryType boundaryType, int *startOffset,
                                      int *endOffset) const;
};

} // namespace dateline
