// SPDX-License-Identifier: Apache-2.0
#include "annotation/edit.h"

namespace dateline {

Edit inverted(const Edit &edit)
{
    return std::visit(
        [](auto copy) -> Edit {
            std::swap(copy.before, copy.after);
            return copy;
        },
        edit);
}

Transaction Transaction::inverse() const
{
    Transaction result{label, at, {}};
    result.edits.reserve(edits.size());
    for (auto edit = edits.crbegin(); edit != edits.crend(); ++edit)
        result.edits.append(inverted(*edit));
    return result;
}

} // namespace dateline
