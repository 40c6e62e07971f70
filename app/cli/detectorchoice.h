// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/result.h"

#include <QString>

#include <memory>

namespace dateline {
class Detector;
}

namespace dateline::cli {

/// The detector with the model that `--model` names: a file, "none" for the rules alone, empty for the shipped
/// one. Of a shipped model that cannot be used a message tells, and the rules go on; a named one is an Error.
[[nodiscard]] Result<std::unique_ptr<const Detector>> detectorFor(const QString &model);

} // namespace dateline::cli
