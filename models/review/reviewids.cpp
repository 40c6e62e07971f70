// SPDX-License-Identifier: Apache-2.0
#include "review/reviewids.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace dateline {

namespace {

/// Where the value of `attribute` stands in a start tag; empty when it has no such attribute. The
/// reader writes values in double quotes, with a '"' inside them escaped.
Span valueIn(QStringView tag, QStringView attribute)
{
    bool isQuoted = false;
    for (qsizetype at = 0; at < tag.size(); ++at) {
        if (tag.at(at) == u'"') {
            isQuoted = !isQuoted;
            continue;
        }
        if (isQuoted || !tag.at(at).isSpace() || !tag.sliced(at + 1).startsWith(attribute))
            continue;
        const qsizetype begin = at + 1 + attribute.size() + 2;
        if (begin > tag.size() || tag.sliced(begin - 2, 2) != u"=\"")
            continue;
        return {begin, tag.indexOf(u'"', begin)};
    }
    return {};
}

/// The number of "a7" through `visit` and back.
QString visited(QStringView reference, QChar prefix, const std::function<void(quint32 &)> &visit)
{
    bool isNumber = false;
    quint32 number = reference.startsWith(prefix) ? reference.sliced(1).toUInt(&isNumber) : 0;
    if (!isNumber)
        return reference.toString();
    visit(number);
    return prefix + QString::number(number);
}

/// Past the end of the tag, comment or instruction that begins at `at`.
qsizetype endOfTag(QStringView xml, qsizetype at)
{
    const auto after = [&](QStringView closing) {
        const qsizetype end = xml.indexOf(closing, at);
        return end < 0 ? xml.size() : end + closing.size();
    };
    if (xml.sliced(at).startsWith(u"<!--"))
        return after(u"-->");
    if (xml.sliced(at).startsWith(u"<?"))
        return after(u"?>");
    bool isQuoted = false;
    for (; at < xml.size(); ++at) {
        if (xml.at(at) == u'"')
            isQuoted = !isQuoted;
        else if (xml.at(at) == u'>' && !isQuoted)
            return at + 1;
    }
    return at;
}

/// Of another namespace: the reader keeps the format's own elements without prefix.
bool isForeign(QStringView tag)
{
    const qsizetype end = std::find_if(tag.cbegin(), tag.cend(), [](QChar c) { return c.isSpace() || c == u'>'; }) - tag.cbegin();
    return tag.first(end).contains(u':') || !valueIn(tag, u"xmlns").isEmpty();
}

} // namespace

void visitIds(ReviewData &review, const std::function<void(AgentId &)> &agent, const std::function<void(LayerId &)> &layer)
{
    layer(review.of);
    agent(review.by);
    const QStringView xml = review.xml;
    QString result;
    int foreignDepth = 0; // open elements from the outermost foreign one on
    for (qsizetype at = 0; at < xml.size();) {
        const qsizetype begin = xml.indexOf(u'<', at);
        if (begin < 0) {
            result += xml.sliced(at);
            break;
        }
        const qsizetype end = endOfTag(xml, begin);
        QString tag = xml.sliced(begin, end - begin).toString();
        result += xml.sliced(at, begin - at);
        at = end;
        const bool isElement = !tag.startsWith("<!"_L1) && !tag.startsWith("<?"_L1);
        if (isElement && tag.startsWith("</"_L1)) {
            foreignDepth -= foreignDepth > 0 ? 1 : 0;
        } else if (isElement && (foreignDepth > 0 || isForeign(tag))) {
            foreignDepth += tag.endsWith("/>"_L1) ? 0 : 1;
        } else if (isElement) {
            for (const QString &name : {u"of"_s, u"by"_s, u"origin"_s}) {
                const Span value = valueIn(tag, name);
                if (value.isEmpty())
                    continue;
                const QStringView reference = QStringView(tag).sliced(value.begin, value.length());
                const bool isLayer = name == "of"_L1;
                tag.replace(value.begin, value.length(), visited(reference, isLayer ? u'l' : u'a', isLayer ? layer : agent));
            }
        }
        result += tag;
    }
    review.xml = result;
}

} // namespace dateline
