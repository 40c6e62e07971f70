// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace dateline {

/// Calls `visit` with the agents of events, notes and origin of a part of an article.
template<typename Holder, typename Visit>
void visitAgents(Holder &holder, const Visit &visit)
{
    for (auto &event : holder.events)
        visit(event.by);
    if constexpr (requires { holder.notes; }) {
        for (auto &note : holder.notes)
            visit(note.by);
    }
    if constexpr (requires { holder.origin; })
        visit(holder.origin);
}

} // namespace dateline
