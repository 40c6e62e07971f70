// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "review/alignment.h"

#include <QFlags>

namespace dateline {

/// In what two layers differ at one place.
enum class DifferenceKind : quint8 {
    Missing = 0x01,  ///< the first layer has a mention, the second has none
    Extra = 0x02,    ///< the second layer has a mention, the first has none
    Boundary = 0x04, ///< other spans
    Type = 0x08,
    Entity = 0x10, ///< grouped otherwise, or linked to something else
    Norm = 0x20,   ///< another normal form, or only one has one
};
Q_DECLARE_FLAGS(DifferenceKinds, DifferenceKind)
Q_DECLARE_OPERATORS_FOR_FLAGS(DifferenceKinds)

/// One place with everything in which the two sides differ there.
struct Difference
{
    DifferenceKinds kinds; ///< never empty; Missing and Extra stand alone
    MentionId a = 0;       ///< of the first layer; 0: none (Extra)
    MentionId b = 0;       ///< of the second layer; 0: none (Missing)
    Span place;            ///< from the first begin to the last end of both, UTF-16
    bool operator==(const Difference &) const = default;
};

/// The differences of two layers of the same text, in order of place. Only live mentions count.
///
/// Entities are compared as groups, whatever their ids and names are: an entity of one layer
/// means the one of the other layer with which it shares the most aligned mentions, one to one;
/// among equal numbers the one of the same name (case-insensitive), then the one that is met
/// first. An aligned pair differs in Entity when its two entities do not mean each other, or
/// when both sides have a link (of the mention, else of its entity) and the links differ. A
/// mention without an entity is a group of its own. Notes, attributes, status, confidence and
/// names of entities are no differences. O(n log n). Pure; any thread.
[[nodiscard]] QList<Difference> differences(const Layer &a, const Layer &b);
/// The same over alignLayers(a, b, AlignBy::Place) that is at hand.
[[nodiscard]] QList<Difference> differences(const Layer &a, const Layer &b, const Alignment &alignment);

/// "missing", "extra", "boundary", "type", "entity", "norm".
[[nodiscard]] QString toName(DifferenceKind kind);
/// The single kinds of `kinds` in the order of the enumeration.
[[nodiscard]] QList<DifferenceKind> kindsIn(DifferenceKinds kinds);

} // namespace dateline
