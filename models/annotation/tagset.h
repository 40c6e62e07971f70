// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QList>
#include <QString>

namespace dateline {

/// A type of mention. `code` is the name on the command line ("PERSON"), `id` the one in
/// files ("person"). `color` "#rrggbb" is the line colour of the light theme.
struct TypeDefinition
{
    QString id;
    QString name;
    QString color;
    QString description;
    bool operator==(const TypeDefinition &) const = default;
};

/// The types that an article is tagged with, in the order of the number keys. A value.
struct Tagset
{
    QString id;
    QString version;
    QList<TypeDefinition> types;

    bool operator==(const Tagset &) const = default;
    /// Null when unknown. Borrowed: valid while the tagset is unchanged.
    [[nodiscard]] const TypeDefinition *find(QStringView typeId) const;
    [[nodiscard]] qsizetype indexOf(QStringView typeId) const;

    /// The built-in "news" tagset: person, organisation, place, group, event, date, time,
    /// money, percent, role, topic, product.
    [[nodiscard]] static const Tagset &news();
};

/// "person" -> "PERSON", "organisation" -> "ORG", "place" -> "LOC", "group" -> "NORP", …;
/// other ids in upper case.
[[nodiscard]] QString typeCode(QStringView typeId);
/// The inverse; other codes in lower case.
[[nodiscard]] QString typeIdFromCode(QStringView code);

} // namespace dateline
