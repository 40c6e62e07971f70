// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace dateline {

class ArticleView;
class ChoicePopup;

/// Shows the popup under the caret of the article; it deletes itself when it closes.
void popUpAtCaret(ChoicePopup *popup, const ArticleView &view);

} // namespace dateline
