// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QHash>
#include <QString>
#include <QXmlStreamReader>

#include <functional>

namespace dateline {

/// Serialises the element that `xml` stands on, up to and including its end, so that it means
/// the same below a root whose default namespace is the native one and which declares
/// `rootPrefixes` (prefix to URI): other prefixes in use are declared on the element itself.
/// Equal input gives equal output; capturing the output again gives the same. Does not recurse.
struct XmlCapture
{
    QHash<QString, QString> rootPrefixes;
    /// Sees each token as it is read; may be empty.
    std::function<void(const QXmlStreamReader &xml)> visit;
    /// The value to write for an attribute of a native element; may be empty.
    std::function<QString(QStringView element, QStringView attribute, const QString &value)> rewrite;

    [[nodiscard]] QString capture(QXmlStreamReader &xml) const;
};

} // namespace dateline
