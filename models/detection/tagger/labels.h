// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QStringList>

namespace dateline {

/// Where a token stands in a name: its beginning, inside, its last word, or alone.
enum class NamePosition : quint8 { Begin, Inside, Last, Unit };

/// The labels of a tagger: "outside" is 0, then begin, inside, last and unit of each type (BILOU,
/// Ratinov and Roth 2009). A value.
class TaggerLabels
{
public:
    /// More types than these make no model.
    static constexpr int MaxTypes = 31;
    static constexpr int Outside = 0;

    TaggerLabels() = default;
    /// `types`: codes as on the command line ("PERSON"), in the model's order.
    explicit TaggerLabels(const QStringList &types) : m_types(types) { }

    [[nodiscard]] const QStringList &types() const { return m_types; }
    [[nodiscard]] int typeCount() const { return int(m_types.size()); }
    [[nodiscard]] int count() const { return 1 + 4 * typeCount(); }
    /// Labels rounded up to whole vectors of 16.
    [[nodiscard]] int stride() const { return (count() + 15) & ~15; }
    [[nodiscard]] int label(NamePosition position, int type) const { return 1 + int(position) * typeCount() + type; }
    /// Pre: `label` is not Outside.
    [[nodiscard]] NamePosition positionOf(int label) const { return NamePosition((label - 1) / typeCount()); }
    [[nodiscard]] int typeOf(int label) const { return (label - 1) % typeCount(); }

private:
    QStringList m_types;
};

} // namespace dateline
