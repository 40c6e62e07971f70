// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

namespace dateline {

/// Installs the translation for `language` ("ru", "sr", "sr_Latn"; empty: the system's) into the
/// running application, Qt's own strings included. English strings show when there is none.
/// Once, from the main thread, before the first window.
void installTranslations(const QString &language = {});

} // namespace dateline
