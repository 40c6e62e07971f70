// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "annotation/annotatedarticle.h"

#include <functional>

namespace dateline {

/// Shows `agent` every agent that the review refers to and `layer` the layer that it is of; what
/// they leave in the reference is written back. Ids of mentions are local to the layer and stay.
/// The only place here that looks into a review.
void visitIds(ReviewData &review, const std::function<void(AgentId &)> &agent, const std::function<void(LayerId &)> &layer);

} // namespace dateline
