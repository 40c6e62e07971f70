// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "annotation/annotatedarticle.h"

namespace dateline {

/// The name of a type as people read it: translated for the built-in types, the tagset's own
/// name for others, else the id.
[[nodiscard]] QString typeName(const Tagset &tagset, const QString &typeId);
/// "suggested", "accepted", … for people.
[[nodiscard]] QString statusName(Status status);
/// An event's action in words ("accepted", "changed the type").
[[nodiscard]] QString eventText(const Event &event, const AnnotatedArticle &article);
/// "English" for "en"; the code itself when unknown.
[[nodiscard]] QString languageName(const QString &code);

} // namespace dateline
