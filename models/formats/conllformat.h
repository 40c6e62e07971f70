// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "formats/exportedarticle.h"

#include <QLatin1StringView>
#include <QString>

/// The comments that the CoNLL reader and writer share. "text" and "newdoc" are those of Universal
/// Dependencies, the escapes of SpacesAfter those of UDPipe: \s space, \n line, \t tab, \r, \\.
namespace dateline::conll {

inline constexpr QLatin1StringView Text{"text"};
inline constexpr QLatin1StringView LineBreaks{"line_breaks"}; ///< code points of `text` where a line ends
inline constexpr QLatin1StringView SpacesBefore{"SpacesBefore"};
inline constexpr QLatin1StringView SpacesAfter{"SpacesAfter"};
inline constexpr QLatin1StringView UsualGap{"\n"}; ///< between two sentences

[[nodiscard]] inline QString escaped(const QString &spaces)
{
    QString result;
    for (const QChar c : spaces) {
        switch (c.unicode()) {
        case u' ':
            result += QStringLiteral("\\s");
            break;
        case u'\n':
            result += QStringLiteral("\\n");
            break;
        case u'\t':
            result += QStringLiteral("\\t");
            break;
        case u'\\':
            result += QStringLiteral("\\\\");
            break;
        default:
            result += c;
        }
    }
    return result;
}

[[nodiscard]] inline QString unescaped(QStringView value)
{
    QString result;
    for (qsizetype i = 0; i < value.size(); ++i) {
        if (value[i] != u'\\' || i + 1 == value.size()) {
            result += value[i];
            continue;
        }
        switch (value[++i].unicode()) {
        case u's':
            result += u' ';
            break;
        case u'n':
        case u'r':
            result += u'\n';
            break;
        case u't':
            result += u'\t';
            break;
        case u'p':
            result += u'|';
            break;
        default:
            result += value[i];
        }
    }
    return result;
}

/// A type's label without white space, which would make another column.
[[nodiscard]] inline QString label(const QString &typeId)
{
    QString result = typeLabel(typeId);
    for (QChar &c : result) {
        if (c.isSpace())
            c = u'_';
    }
    return result;
}

} // namespace dateline::conll
