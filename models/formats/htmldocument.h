// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "annotation/edit.h"
#include "text/articletext.h"

#include <QByteArray>

#include <optional>

namespace dateline {

/// What an HTML page or fragment says, by libxml2's HTML parser. Nothing is fetched, scripts are
/// not run, and depth is walked without recursion. A value.
struct HtmlDocument
{
    struct Line
    {
        QString text;                  ///< no newline; white space collapsed, except in <pre>
        std::optional<BlockKind> kind; ///< what the markup says; none: a paragraph
        bool isNewParagraph = true;    ///< false: follows a single <br>
    };
    QList<Line> lines;
    Head head;

    /// `utf8`: the decoded page. None when the parser gives nothing.
    [[nodiscard]] static std::optional<HtmlDocument> parse(const QByteArray &utf8);
};

/// The encoding that a <meta> in the first 4 kB names; empty: none.
[[nodiscard]] QString declaredHtmlEncoding(const QByteArray &html);

} // namespace dateline
