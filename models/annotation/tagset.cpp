// SPDX-License-Identifier: Apache-2.0
#include "annotation/tagset.h"

#include <array>
#include <utility>

using namespace Qt::StringLiterals;

namespace dateline {

namespace {

constexpr std::array<std::pair<QLatin1String, QLatin1String>, 7> Codes{{
    {"organisation"_L1, "ORG"_L1},
    {"place"_L1, "LOC"_L1},
    {"group"_L1, "NORP"_L1},
    {"person"_L1, "PERSON"_L1},
    {"percent"_L1, "PERCENT"_L1},
    {"money"_L1, "MONEY"_L1},
    {"date"_L1, "DATE"_L1},
}};

} // namespace

const TypeDefinition *Tagset::find(QStringView typeId) const
{
    const qsizetype index = indexOf(typeId);
    return index < 0 ? nullptr : &types.at(index);
}

qsizetype Tagset::indexOf(QStringView typeId) const
{
    for (qsizetype i = 0; i < types.size(); ++i) {
        if (types.at(i).id == typeId)
            return i;
    }
    return -1;
}

const Tagset &Tagset::news()
{
    // Names and descriptions stand in files and so are not translated here; the window
    // translates the names of the built-in types when it shows them.
    static const Tagset tagset{
        u"news"_s,
        u"1"_s,
        {
            {u"person"_s, u"Person"_s, u"#2f6fd0"_s, u"Names of people, without titles"_s},
            {u"organisation"_s, u"Organisation"_s, u"#8a4fc4"_s,
             u"Companies, media, agencies, ministries, parties, alliances, teams"_s},
            {u"place"_s, u"Place"_s, u"#17784d"_s, u"Countries, cities, regions, waters, mountains, named facilities"_s},
            {u"group"_s, u"Group"_s, u"#0b7480"_s, u"Nationalities, peoples, religions, adherents of parties"_s},
            {u"event"_s, u"Event"_s, u"#a85306"_s, u"Named wars, summits, elections, cups, disasters, holidays"_s},
            {u"date"_s, u"Date"_s, u"#5d6b7d"_s, u"Calendar and relative dates, no durations or ages"_s},
            {u"topic"_s, u"Topic"_s, u"#b02f52"_s, u"What the story is about, in the words of policy news"_s},
            {u"role"_s, u"Role"_s, u"#766010"_s, u"Titles and offices beside a person's name"_s},
            {u"money"_s, u"Money"_s, u"#5d6b7d"_s, u"Amounts with a currency"_s},
            {u"time"_s, u"Time"_s, u"#5d6b7d"_s, u"Clock times and parts of the day"_s},
            {u"percent"_s, u"Percent"_s, u"#5d6b7d"_s, u"Percentages and percentage points"_s},
            {u"product"_s, u"Product"_s, u"#6b5a4a"_s, u"Named products, vehicles, weapons, laws, treaties, works"_s},
        },
    };
    return tagset;
}

QString typeCode(QStringView typeId)
{
    for (const auto &[id, code] : Codes) {
        if (typeId == id)
            return code;
    }
    return typeId.toString().toUpper();
}

QString typeIdFromCode(QStringView code)
{
    for (const auto &[id, name] : Codes) {
        if (code == name)
            return id;
    }
    return code.toString().toLower();
}

} // namespace dateline
