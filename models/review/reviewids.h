// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "annotation/annotatedarticle.h"

#include <functional>

namespace dateline {

/// Calls `agent` and `layer` with every id of the article's agents and layers that the review holds,
/// to collect or to change them. Ids of mentions, comments and proposals stay.
void visitIds(Review &review, const std::function<void(AgentId &)> &agent, const std::function<void(LayerId &)> &layer);

/// Adds a review, its agents and layer already numbered as in `reviews`. One of the same layer and
/// author takes up what it does not have yet: verdicts by time, comments and proposals under ids that
/// are free among all reviews of the layer. O(n²) in comments only.
void uniteReview(QList<Review> &reviews, Review review);

} // namespace dateline
