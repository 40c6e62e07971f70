// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "annotation/layer.h"
#include "annotation/tagset.h"

namespace dateline {

/// The name of a type as people read it: translated for the built-in types, the tagset's own
/// name for others, else the id.
[[nodiscard]] QString typeName(const Tagset &tagset, const QString &typeId);
/// "submitted", "returned", … for people.
[[nodiscard]] QString stageName(Stage stage);
/// The last part of a link: "Q58217".
[[nodiscard]] QString shortLink(const QString &uri);

} // namespace dateline
