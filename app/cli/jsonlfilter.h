// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "detection/detector.h"

class QIODevice;

namespace dateline::cli {

/// `annotate --jsonl`: one JSON object a line in, one a line out, in the same order; memory holds
/// at most a few lines a job. Offsets are code points of `text` exactly as given. A bad line
/// gives `{"id":…, "error":…}` and is reported as `name`:LINE. Returns the exit status.
int filterJsonLines(QIODevice &in, const QString &name, const Detector &detector, const DetectionOptions &defaults, int jobs);

} // namespace dateline::cli
