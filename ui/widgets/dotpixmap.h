// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QColor>
#include <QPixmap>

namespace dateline {

/// The dot of a type in the middle of a square of `box`; sizes in logical pixels, `ratio` of the screen.
[[nodiscard]] QPixmap dotPixmap(const QColor &color, int box, int diameter, qreal ratio);

} // namespace dateline
