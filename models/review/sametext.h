// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "annotation/annotatedarticle.h"

namespace dateline {

/// An article and what it is called in messages: its file.
struct NamedArticle
{
    QString name;
    AnnotatedArticle article;
};

/// Layers can be laid side by side only over the same text (equal digests). ErrorKind::Conflict on
/// the second one's name, with the first one's name and the first place that differs as line and
/// column of the text. Pure; any thread.
[[nodiscard]] Result<void> checkSameText(const NamedArticle &a, const NamedArticle &b);

} // namespace dateline
