// SPDX-License-Identifier: Apache-2.0
/// \file
/// Keys in the words of buttons and labels: they follow what the user set.
#pragma once

#include <QKeySequence>
#include <QString>

#include <functional>

class QAbstractButton;
class QLabel;
class QWidget;

namespace dateline {

/// Marks a button or label whose text names an action's keys: "Accept %1" becomes "Accept ⏎".
void setKeyedText(QAbstractButton &button, const QString &text, const QString &action);
void setKeyedText(QLabel &label, const QString &text, const QString &action);

/// Writes the keys into all marked buttons and labels below `root`.
void writeKeyedTexts(QWidget &root, const std::function<QKeySequence(const QString &action)> &keysOf);

/// Short, for buttons: "⇧⏎", "Del", "F8". Empty without keys.
[[nodiscard]] QString shortKeys(const QKeySequence &keys);

} // namespace dateline
