// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace dateline {

class MainWindow;

/// What a packager runs: shows the window, opens the sample, detects, accepts an entity, saves to a
/// temporary file and reads it back. Runs inside the event loop; returns the exit status (0: all
/// held) and says on standard error what did not. Touches no settings.
[[nodiscard]] int runSelfTest(MainWindow &window);

} // namespace dateline
