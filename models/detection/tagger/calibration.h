// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

namespace dateline {

/// What a model's probability came to on articles that it had not seen.
struct CalibrationPoint
{
    float raw = 0;   ///< probability as the model has it
    float right = 0; ///< share of names with it whose span and type are right
};

/// Ascending by both; between two points a straight line. Empty: probabilities stay as they are.
using Calibration = std::vector<CalibrationPoint>;

/// A name that was suggested, and whether it is right.
struct Outcome
{
    float raw = 0;
    bool isRight = false;
    float weight = 1;
};

/// Fits by isotonic regression: neighbours that would fall are pooled (Zadrozny and Elkan 2002), over bins of equal
/// weight. Pure.
[[nodiscard]] Calibration fitCalibration(std::vector<Outcome> outcomes);

[[nodiscard]] float calibratedBy(const Calibration &calibration, float raw);

} // namespace dateline
