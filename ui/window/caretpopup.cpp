// SPDX-License-Identifier: Apache-2.0
#include "ui/window/caretpopup.h"

#include "ui/view/articleview.h"
#include "ui/widgets/choicepopup.h"

namespace dateline {

void popUpAtCaret(ChoicePopup *popup, const ArticleView &view)
{
    popup->setAttribute(Qt::WA_DeleteOnClose);
    const QList<QRectF> rectangles = view.rectanglesOf({view.caret(), view.caret() + 1});
    const QPointF place = rectangles.isEmpty() ? QPointF(40, 40) : rectangles.first().bottomLeft();
    popup->popup(view.viewport()->mapToGlobal(place.toPoint()));
}

} // namespace dateline
