// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace dateline {

/// The window's program, from its arguments to its exit status.
[[nodiscard]] int runDateline(int argc, char **argv);

} // namespace dateline
