// SPDX-License-Identifier: Apache-2.0
#include "detection/tagger/calibration.h"

#include <algorithm>

namespace dateline {

namespace {

constexpr int Bins = 24;

struct Pool
{
    double weight = 0;
    double raw = 0;
    double right = 0;
    [[nodiscard]] double share() const { return right / weight; }
};

} // namespace

Calibration fitCalibration(std::vector<Outcome> outcomes)
{
    std::sort(outcomes.begin(), outcomes.end(),
              [](const Outcome &a, const Outcome &b) { return a.raw != b.raw ? a.raw < b.raw : a.isRight < b.isRight; });
    double total = 0;
    for (const Outcome &outcome : outcomes)
        total += double(outcome.weight);
    std::vector<Pool> pools;
    Pool bin;
    for (size_t i = 0; i < outcomes.size(); ++i) {
        const auto weight = double(outcomes[i].weight);
        bin.weight += weight;
        bin.raw += weight * double(outcomes[i].raw);
        bin.right += outcomes[i].isRight ? weight : 0;
        const bool isLast = i + 1 == outcomes.size();
        if (bin.weight <= 0 || (!isLast && (bin.weight < total / Bins || outcomes[i + 1].raw <= outcomes[i].raw)))
            continue;
        pools.push_back(bin);
        bin = {};
        while (pools.size() > 1 && pools[pools.size() - 2].share() >= pools.back().share()) {
            const Pool last = pools.back();
            pools.pop_back();
            pools.back().weight += last.weight;
            pools.back().raw += last.raw;
            pools.back().right += last.right;
        }
    }
    Calibration calibration;
    for (const Pool &pool : pools) {
        const CalibrationPoint point{float(pool.raw / pool.weight), float(pool.share())};
        if (calibration.empty() || point.raw > calibration.back().raw)
            calibration.push_back(point);
    }
    return calibration;
}

float calibratedBy(const Calibration &calibration, float raw)
{
    const auto after = std::upper_bound(calibration.begin(), calibration.end(), raw,
                                        [](float value, const CalibrationPoint &point) { return value < point.raw; });
    if (calibration.empty())
        return raw;
    if (after == calibration.begin())
        return after->right;
    if (after == calibration.end())
        return calibration.back().right;
    const auto before = after - 1;
    const float part = (raw - before->raw) / (after->raw - before->raw);
    return before->right + part * (after->right - before->right);
}

} // namespace dateline
