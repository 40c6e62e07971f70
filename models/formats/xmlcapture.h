// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QHash>
#include <QString>
#include <QXmlStreamReader>

namespace dateline {

/// Serialises the element that `xml` stands on, up to and including its end, so that it means
/// the same below a root whose default namespace is the native one and which declares
/// `rootPrefixes` (prefix to URI): other prefixes in use are declared on the element itself.
/// Equal input gives equal output; capturing the output again gives the same. Does not recurse.
struct XmlCapture
{
    QHash<QString, QString> rootPrefixes;

    [[nodiscard]] QString capture(QXmlStreamReader &xml) const;
};

} // namespace dateline
