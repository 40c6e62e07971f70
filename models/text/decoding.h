// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/issue.h"
#include "base/result.h"

#include <QByteArray>
#include <QString>
#include <QStringList>

namespace dateline {

struct DecodedText
{
    QString text;     ///< decoded, not yet normalised; no byte-order mark
    QString encoding; ///< "UTF-8", "UTF-16LE", "windows-1251", …
    bool hasByteOrderMark = false;
    /// False when the encoding was guessed and others are as likely: the window then offers
    /// a chooser with a preview of `candidates`.
    bool isCertain = true;
    QStringList candidates; ///< likeliest first; holds `encoding`
    IssueList issues;       ///< "3 undecodable bytes became U+FFFD"
};

/// Decodes an article's bytes: byte-order mark, else valid UTF-8, else UTF-16 without a mark
/// by its zero bytes, else uchardet with a plausibility check. Fails with ErrorKind::Binary
/// on a known non-text signature, or with more than 16 and more than 10 % of control
/// characters (C0 without tab, LF, FF, CR; DEL) or undecodable bytes; fewer become U+FFFD.
/// `encoding` non-empty: that one, no guessing. Pure, any thread.
[[nodiscard]] Result<DecodedText> decodeText(const QByteArray &bytes, const QString &encoding = {});

/// Names that decodeText() accepts, for the encoding chooser.
[[nodiscard]] QStringList supportedEncodings();

} // namespace dateline
