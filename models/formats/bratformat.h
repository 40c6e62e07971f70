// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QLatin1StringView>
#include <QString>

/// The words that brat's reader and writer share: attributes, and types of notes for what brat has
/// no line of its own for. A note of another type is an attribute of its mention.
namespace dateline::brat {

inline const QString Status = QStringLiteral("Status");
inline const QString Confidence = QStringLiteral("Confidence");
inline const QString Unsure = QStringLiteral("Unsure");

inline constexpr QLatin1StringView AnnotatorNote{"AnnotatorNotes"}; ///< brat's own
inline constexpr QLatin1StringView NormNote{"NormalForm"};
inline constexpr QLatin1StringView ReasonNote{"Reason"};
inline constexpr QLatin1StringView LinkNote{"Link"};
inline constexpr QLatin1StringView AttributeNote{"Attribute"}; ///< name TAB value
inline constexpr QLatin1StringView EntityNote{"Entity"};       ///< the entity's name; makes an entity
inline constexpr QLatin1StringView EntityTypeNote{"EntityType"};
inline constexpr QLatin1StringView EntityLinkNote{"EntityLink"};
inline constexpr QLatin1StringView EntityNotesNote{"EntityNotes"};
inline constexpr QLatin1StringView EntityAttributeNote{"EntityAttribute"}; ///< name TAB value

inline constexpr QLatin1StringView WikidataPrefix{"http://www.wikidata.org/entity/"};

/// True for a name that an `A` line would be misread for.
[[nodiscard]] inline bool isReserved(const QString &name) { return name == Status || name == Confidence || name == Unsure; }

/// "http://www.wikidata.org/entity/Q58217" -> "Wikidata:Q58217", others "URI:…".
[[nodiscard]] inline QString referenceOf(const QString &link)
{
    if (link.startsWith(WikidataPrefix) && link.size() > WikidataPrefix.size())
        return QStringLiteral("Wikidata:") + link.sliced(WikidataPrefix.size());
    return QStringLiteral("URI:") + link;
}

/// The inverse; another database's reference stays as it is ("GO:0005634").
[[nodiscard]] inline QString linkOf(const QString &reference)
{
    if (reference.startsWith(QLatin1StringView("Wikidata:")))
        return WikidataPrefix + reference.sliced(9);
    return reference.startsWith(QLatin1StringView("URI:")) ? reference.sliced(4) : reference;
}

} // namespace dateline::brat
