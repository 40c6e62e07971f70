// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "text/articletext.h"

#include <QSet>

#include <optional>

namespace dateline {

/// Finds where a quoted stretch stands in a text that may have been edited since the place was
/// noted. Remembers by how much the last ones had moved, so that equal words further on are told
/// apart. Total work is bounded, whatever a file says. Used for one reading; one thread.
class QuoteAnchor
{
public:
    explicit QuoteAnchor(const ArticleText &text) : m_text(text) { }

    enum class Verdict { Agrees, Moved, NotFound };
    struct Place
    {
        Verdict verdict = Verdict::NotFound;
        Span span; ///< UTF-16; of NotFound the noted place if it is valid, else empty
    };
    /// `start`, `end`: code points, as a file gives them, whatever they are.
    [[nodiscard]] Place find(qint64 start, qint64 end, const QString &quote);

private:
    [[nodiscard]] std::optional<qsizetype> nearest(qsizetype expected, const QString &quote);

    const ArticleText &m_text;
    qsizetype m_shift = 0;            ///< UTF-16 units by which the last one had moved
    qsizetype m_budget = 400'000'000; ///< units that may still be searched
    QSet<QString> m_absent;
};

} // namespace dateline
