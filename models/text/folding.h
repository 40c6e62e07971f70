// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QStringView>

namespace dateline {

/// One UTF-16 unit as it counts when names are compared: small, without marks ("Č" is "c", "Ø" is
/// "o", "’" is "'"). 0: leave it out (a combining mark). Other scripts only lose their case. Pure.
[[nodiscard]] char16_t foldedLetter(char16_t letter);

/// `text` with foldedLetter() done to each unit: "Dačić" and "Dacic" become the same. Pure.
[[nodiscard]] QString folded(QStringView text);

/// folded(), with Cyrillic letters written in Latin ones as news agencies do (Лавров is "lavrov", Дачић
/// "dacic"), and spellings that differ between agencies made one: "Aleksandr" and "Alexander",
/// "Sergei" and "Sergey". For telling that two spellings may be one name; not for showing. Pure.
[[nodiscard]] QString nameKey(QStringView text);

} // namespace dateline
