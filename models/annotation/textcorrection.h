// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "annotation/transactionbuilder.h"
#include "text/reanchoring.h"

namespace dateline {

/// What a correction did to a mention beyond moving it along: to be shown, never silently done.
struct AnchorNote
{
    enum class Kind {
        Clipped,   ///< a part of its words is gone
        Relocated, ///< its words stand elsewhere now
        Collapsed, ///< its words are gone: it was withdrawn and waits beside its old place
        Lost,      ///< one of several spans collapsed; the others remain
    };
    Kind kind = Kind::Clipped;
    LayerId layer = 0;
    AgentId reviewer = 0; ///< with `proposal`: the mention of a reviewer's proposal
    ProposalId proposal = 0;
    MentionId mention = 0;
    QString was; ///< the words that it covered
    Span place;  ///< where it stands in the corrected text
    bool operator==(const AnchorNote &) const = default;
};

/// "“Marin” collapsed: …", one sentence for a list.
[[nodiscard]] QString describe(const AnchorNote &note);

struct TextCorrection
{
    Transaction transaction; ///< empty: the text is the same
    QList<AnchorNote> notes; ///< in order of place
};

/// Puts `words` in the place of `range` (UTF-16; may be empty, or reach over blocks) and re-anchors all
/// mentions of all layers and proposals:
/// - by the rules of reanchored(), on the words as given; where a span would be clipped or collapse, once
///   more on the smallest difference (a typo corrected in a sentence leaves its names alone);
/// - a span inside a larger replaced stretch whose words stand in the new words once goes there;
/// - a mention that lost all its spans is not dropped: it becomes withdrawn (a live one), with an event
///   that keeps its words, on the character beside its old place, and is listed.
/// Blocks are the lines of the new text; each keeps the kind of the block that it began in. The head gets
/// an event "text" by the author. The result goes through EditSession::apply(), so it can be undone.
/// ErrorKind::Usage for a range outside the text, or when no text would remain. Pure; any thread.
[[nodiscard]] Result<TextCorrection> correctText(const AnnotatedArticle &article, const Span &range, const QString &words,
                                                 const Author &author, const QDateTime &at);

/// The article whose text changed underneath: makes its text `text` by the word-by-word difference, as one
/// transaction. Mentions that collapse and whose words stand elsewhere with the same words around them
/// go there (Relocated). Otherwise as correctText().
[[nodiscard]] Result<TextCorrection> correctTextTo(const AnnotatedArticle &article, const QString &text, const Author &author,
                                                   const QDateTime &at);

} // namespace dateline
