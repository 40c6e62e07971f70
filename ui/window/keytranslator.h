// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QKeySequence>

class QKeyEvent;

namespace dateline {

/// The keys that an event means, whatever the keyboard layout: a letter of another script
/// stands for the Latin one at the same physical place (from the scan code where the platform
/// gives one, else from the Russian and Serbian layouts). Tab with Shift is Shift+Tab, the
/// keypad's Enter is Return. Empty for a lone modifier.
[[nodiscard]] QKeySequence sequenceOf(const QKeyEvent &event);

/// True when the event's key is a letter outside Latin, so that Qt's own shortcuts may miss it.
[[nodiscard]] bool isForeignLetter(const QKeyEvent &event);

} // namespace dateline
